"""The audit of figures, which `regimekit estimates --audit` shows."""

from collections.abc import Sequence

from regimekit.cli.options import ListingFormat
from regimekit.cli.session import Session


def audit(
    session: Session,
    names: Sequence[str] | None,
    measures: Sequence[str],
    sections: Sequence[str],
    format: ListingFormat,
) -> int:
    """Show the figures that cannot be true together; 1 where there are any, as `lint` does, else 0."""
    from regimekit.analysis.audit import audit as audit_of
    from regimekit.cli.answer import show_rows
    from regimekit.cli.output import note
    from regimekit.exporting.contradictions import list_contradictions
    from regimekit.rendering.contradictions import audit_screen, disputes_left_out
    from regimekit.rendering.screen import counted

    dossiers = session.dossiers(names)
    found = audit_of(dossiers, measures, sections)
    titles = {dossier.path: dossier.title for dossier in dossiers}
    none = f"No figures that contradict each other in {counted(found.dossiers, 'dossier')}."
    show_rows(
        found.contradictions, none, format, session.given, list_contradictions, lambda _: audit_screen(found, titles)
    )
    if format is not ListingFormat.table or not found.contradictions:
        note(disputes_left_out(found), session.given.quiet)
    return int(bool(found.contradictions))
