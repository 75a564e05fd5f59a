"""What is searched for, and how what was found is shown."""

from collections.abc import Sequence

from regimekit.cli import answer
from regimekit.cli.databases import database_of
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals, ListingFormat
from regimekit.cli.output import note
from regimekit.cli.session import Session
from regimekit.model.hit import Found
from regimekit.storage.querying import QueryError
from regimekit.storage.searching import search


def asked(
    session: Session, query: str, sections: Sequence[str] | None, regimes: Sequence[str] | None, limit: int
) -> Found:
    """Search the dossiers in use."""
    ids: tuple[str, ...] = ()
    if sections:
        from regimekit.cli.asked import sections_asked

        ids = sections_asked(sections, session.schema)
    paths = [session.dossier(name).path for name in regimes] if regimes else None
    for path in paths or ():
        if path not in session.paths:
            raise RequestError(f"{path} is none of the dossiers in {session.place.path}, which are what is searched")
    try:
        with database_of(session) as file:
            return search(file, query, ids, paths, limit)
    except QueryError as problem:
        raise RequestError(str(problem)) from None


def show_found(found: Found, format: ListingFormat, given: Globals) -> None:
    """Print what was found; what was left out, and that nothing was found, is said on stderr."""
    if format is ListingFormat.table:
        if found.hits:
            from regimekit.cli.output import is_styled
            from regimekit.rendering.search import found_screen

            answer.show_screen(found_screen(found.hits, is_styled(given.no_color)), given)
    else:
        from regimekit.exporting.listings import write_listing
        from regimekit.exporting.search import list_hits

        answer.write_listed(write_listing(list_hits(found.hits), format.value), format)
    if not found.hits:
        note("Nothing was found.", given.quiet)
    elif found.total > len(found.hits):
        note(f"The best {len(found.hits)} of {found.total:,} sections; --limit shows more.", given.quiet)
