"""The sources of dossiers, and how large the share of encyclopedias is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from regimekit.analysis.bibliography import Entry, Occurrence
from regimekit.analysis.encyclopedias import Share
from regimekit.analysis.names import short_names
from regimekit.rendering.screen import counted, heading
from regimekit.rendering.tables import Column, Group, Table, plain, table

_COLUMNS = [
    Column("Line", right=True, whole=True, most=8),
    Column("Source and key"),
    Column("Type", most=12),  # narrowed before the keys, which are copied and so must not be broken
    Column("Read", most=10),
]


def sources_screen(entries: Sequence[Entry], titles: Mapping[str, str]) -> RenderableType:
    """The sources of each dossier, each once; ``titles`` are those of the dossiers by their paths."""
    by_path: dict[str, list[tuple[Entry, list[Occurrence]]]] = {path: [] for path in titles}
    for entry in entries:
        for path in dict.fromkeys(one.path for one in entry.occurrences):
            by_path[path].append((entry, [one for one in entry.occurrences if one.path == path]))
    for several in by_path.values():
        several.sort(key=lambda pair: pair[1][0].source.span)
    groups = [
        Group([_row(*one) for one in several], heading(titles[path], f"{path}, {counted(len(several), 'source')}"))
        for path, several in by_path.items()
        if several
    ]
    return Table(_COLUMNS, groups)


def _row(entry: Entry, several: Sequence[Occurrence]) -> tuple[str | Text, ...]:
    told = next((one.source for one in several if one.source.listed), several[0].source)
    title = Text.assemble(plain(told.title), "\n", plain(entry.key, "dim"))
    read = next((one.source.accessed_as_written for one in several if one.source.accessed_as_written), None)
    kind = next((one.source.kind for one in several if one.source.kind), None)
    return (
        _lines([one.source.span.first for one in several]),
        title,
        kind or ("" if told.listed else plain("in the text", "dim")),
        read or "",
    )


def duplicates_screen(entries: Sequence[Entry]) -> RenderableType:
    """Each source with the places that have it, and what it is called there."""
    names = short_names(dict.fromkeys(one.path for entry in entries for one in entry.occurrences))
    groups = []
    for entry in entries:
        note = f"{entry.key}, in {counted(len({one.path for one in entry.occurrences}), 'dossier')}"
        rows = [(names[one.path], str(one.source.span.first), _called(one)) for one in entry.occurrences]
        groups.append(Group(rows, heading(entry.first.source.title, note)))
    return Table([Column("Dossier", most=28), Column("Line", right=True, whole=True), Column("Called there")], groups)


def _called(one: Occurrence) -> Text:
    title = plain(one.source.title)
    return title if one.source.listed else Text.assemble(title, Text(" (in the text)", "dim"))


def _lines(lines: Sequence[int]) -> str:
    first, *others = dict.fromkeys(lines)
    return f"{first}" if not others else f"{first} +{len(others)}"


def shares_screen(shares: Sequence[Share]) -> RenderableType:
    """How many sources of each dossier are encyclopedias."""
    columns = [
        Column("Dossier", whole=True),
        Column("Encyclopedias", right=True, whole=True),
        Column("Sources", right=True, whole=True),
        Column("Share", right=True, whole=True),
    ]
    return table(columns, [_share(one) for one in shares])


def _share(one: Share) -> tuple[str, ...]:
    percent = "" if one.percent is None else f"{one.percent} %"
    return one.path or "all, each source once", f"{one.encyclopedias:,}", f"{one.sources:,}", percent
