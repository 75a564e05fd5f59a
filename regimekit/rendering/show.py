"""A dossier at a glance."""

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.glance import Glance, Target
from regimekit.model import Confidence, Estimate, Stamp
from regimekit.rendering.figures import roles
from regimekit.rendering.numbers import measure_name, reading, whose
from regimekit.rendering.screen import counted, heading, indented, pairs, stacked
from regimekit.rendering.tables import Column, plain, table


def show_screen(glance: Glance) -> RenderableType:
    """The first screen of a dossier."""
    dossier = glance.dossier
    return stacked(
        Group(heading(dossier.title), plain(f"{dossier.slug} ({dossier.path})", "dim")),
        _overview(glance),
        _overview(glance, header=True),
        _figures(glance),
        _parts(glance),
        _relations(glance.relations),
        pairs(_records(glance)),
    )


def _overview(glance: Glance, header: bool = False) -> RenderableType | None:
    """The Overview's rows, or those of the front matter."""
    rows: list[tuple[str | Text, str | Text]] = []
    for field, estimates in glance.fields:
        if field.header is header:
            lines = [plain(field.value), *(plain(f"read as {_read(estimate)}", "dim") for estimate in estimates)]
            rows.append((plain(field.label), Text("\n").join(lines)))
    if not rows:
        return None
    return Group(heading("Front matter"), indented(pairs(rows))) if header else pairs(rows)


def _read(estimate: Estimate) -> str:
    """An estimate in full digits, with its measure and author."""
    return f"{measure_name(estimate.measure)} {reading(estimate.quantity)}; {whose(estimate.attribution)}"


def _figures(glance: Glance) -> RenderableType | None:
    if not glance.figures:
        return None
    rows = [(figure.name, roles(figure) or figure.fate or "") for figure in glance.figures]
    return Group(heading("Figures", str(len(glance.figures))), indented(pairs(rows)))


def _parts(glance: Glance) -> RenderableType | None:
    if not glance.parts:
        return None
    columns = [
        Column("Line", right=True, whole=True),
        Column("Section"),
        Column("Id", spare=True),
        Column("Lines", right=True, whole=True),
        Column("Dates", right=True, whole=True),
        Column("Estimates", right=True, whole=True),
    ]
    rows = [
        (
            str(part.span.first),
            f"{part.section.number or ''} {part.section.title}",
            part.section.id,
            str(part.lines),
            str(part.events or "-"),
            str(part.estimates or "-"),
        )
        for part in glance.parts
    ]
    return Group(heading("Sections", str(len(rows))), indented(table(columns, rows)))


def _relations(targets: tuple[Target, ...]) -> RenderableType | None:
    if not targets:
        return None
    rows: list[tuple[str | Text, str | Text]] = []
    for target in targets:
        relation = target.relation
        said = ", ".join(relation.types)
        note = f"{said} ({relation.note})" if said and relation.note else said or relation.note or ""
        unwritten = " [not written yet]" if target.written is False else ""
        rows.append((plain(relation.target or relation.display), plain(note + unwritten)))
    return Group(heading("Relations", str(len(targets))), indented(pairs(rows)))


def _records(glance: Glance) -> list[tuple[str | Text, str | Text]]:
    dossier = glance.dossier
    years = f", {glance.years[0]} to {glance.years[1]}" if glance.years else ""
    unnamed = len(dossier.estimates) - glance.attributed
    without = f", {unnamed} of them with no author given" if unnamed else ""
    rows: list[tuple[str | Text, str | Text]] = [
        ("Timeline", counted(len(dossier.events), "dated statement") + years),
        ("Estimates", counted(len(dossier.estimates), "figure") + " for people harmed" + without),
        ("Statistics", counted(len(dossier.statistics), "other figure")),
        ("Debates", counted(len(dossier.debates), "question") + " on which scholars divide"),
        ("Sources", counted(glance.listed_sources, "source listed", "sources listed")),
        ("Confidence", _confidence(dossier.confidence)),
    ]
    if dossier.tags:
        rows.append(("Tags", " ".join("#" + tag.name for tag in dossier.tags)))
    stamps = [f"{label} {_stamp(stamp)}" for label, stamp in _stamps(glance) if stamp]
    if stamps:
        rows.append(("File", ", ".join(stamps)))
    if dossier.findings:
        rows.append(("Findings", f"{counted(len(dossier.findings), 'finding')} while reading; see regimekit lint"))
    return rows


def _confidence(confidence: Confidence) -> str:
    stated = confidence.verbatim or "no overall level stated"
    counts = [
        counted(len(several), name)
        for several, name in ((confidence.topics, "topic"), (confidence.notes, "note"))
        if several
    ]
    return f"{stated} ({', '.join(counts)})" if counts else stated


def _stamps(glance: Glance) -> tuple[tuple[str, Stamp | None], ...]:
    return ("created", glance.dossier.created), ("last updated", glance.dossier.updated)


def _stamp(stamp: Stamp) -> str:
    return stamp.verbatim
