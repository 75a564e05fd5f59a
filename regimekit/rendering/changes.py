"""What changed in records: each record with what it said and says, and its lines on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from regimekit.analysis.changes_entries import FIGURE, TEXT, WORDING, Aspect, Change, Difference, Entry
from regimekit.analysis.changes_folder import DossierChange
from regimekit.model import Estimate
from regimekit.rendering.numbers import measure_name, whose
from regimekit.rendering.screen import counted, heading, indented, stacked
from regimekit.rendering.tables import Column, plain, table

_AROUND = 4  # words that are kept on each side of what differs in a text
# what the name of a record says already, or where it stands, or what goes without saying
_NAMED = frozenset(
    {"title", "name", "date", "label", "question", "topic", "tag", "regime", "section", "listed", "listed under"}
    | {"level of heading", "lies in", "sources", "linked", "second value"}
)

Row = tuple[str, str | Text]


def changes_screen(several: Sequence[DossierChange], collapsed: bool) -> RenderableType:
    """Dossier by dossier; ``collapsed`` only counts the records of those that are new or gone."""
    told = [one for one in several if one.status != "rewritten"]
    rewritten = [one for one in several if one.status == "rewritten"]
    parts = [_dossier(one, collapsed) for one in told]
    if rewritten:
        names = ", ".join(one.path for one in rewritten)
        parts.append(plain(f"Written otherwise, no record changed: {names}", "dim"))
    return stacked(*parts)


def _dossier(one: DossierChange, collapsed: bool) -> RenderableType:
    title = heading(one.title, dossier_note(one))
    if one.status in ("added", "removed") and collapsed:
        return Group(title, indented(plain(kinds_counted(one))))
    kinds = groupby(one.changes, key=lambda change: change.kind)
    return Group(title, *(indented(_kind(kind, list(changes), one)) for kind, changes in kinds))


def dossier_note(one: DossierChange) -> str:
    """The path on both sides, and what became of the file."""
    if one.status in ("added", "removed"):
        return f"{one.path}, {'new' if one.status == 'added' else 'removed'}"
    counts = [f"{count} {status}" for status in ("changed", "added", "removed") if (count := one.count(status))]
    said = ", ".join(counts) or "no record changed"
    return f"{one.old_path} → {one.new_path}, renamed, {said}" if one.is_renamed else f"{one.path}, {said}"


def kinds_counted(one: DossierChange) -> str:
    """ "12 estimates, 30 events": the records by kind."""
    kinds = groupby(one.changes, key=lambda change: change.kind)
    return ", ".join(f"{kind} {len(list(changes))}" for kind, changes in kinds) or "no record"


def _kind(kind: str, changes: Sequence[Change], dossier: DossierChange) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for change in changes:
        grid.add_row(plain(change.status), plain(change_name(change), "bold"))
        for label, value in change_rows(change, dossier):
            grid.add_row(Text.assemble("  ", plain(label, "dim")), value if isinstance(value, Text) else plain(value))
    return Group(plain(kind.capitalize(), "underline"), indented(grid))


def change_name(change: Change) -> str:
    """How a record is named: a figure by what it counts, any other by its own words."""
    entry = change.entry
    if isinstance(entry.record, Estimate):
        return f"{measure_name(entry.record.measure)}: {entry.name}"
    return entry.name


def change_rows(change: Change, dossier: DossierChange) -> Iterator[Row]:
    """What a record said and says, aspect by aspect, and where it stands."""
    told: Sequence[Difference] = change.differences
    if isinstance(change.entry.record, Estimate):
        yield "figure", figures(change)
        told = [one for one in told if one.aspect not in FIGURE]
    elif change.status != "changed":
        said = [(one.name, "; ".join(text for _, text in one.parts)) for one in change.entry.aspects if _is_more(one)]
        yield from ((name, text) for name, text in said if text)
    for one in told:
        yield one.aspect, difference_text(one)
    yield "line", places(change, dossier)


def _is_more(aspect: Aspect) -> bool:
    """Whether an aspect of a record that is new or gone says more than its name and place."""
    return aspect.rank < WORDING and aspect.name not in _NAMED


def figures(change: Change) -> str:
    """The figure on both sides as written, each with its author, and what became of the range."""
    sides = [_figure(side) for side in (change.before, change.after) if side is not None]
    shown = " → ".join(dict.fromkeys(sides))
    terms = [one.term for one in change.differences if one.aspect == "range" and one.term]
    return f"{shown}: {terms[0]}" if terms else shown


def _figure(entry: Entry) -> str:
    assert isinstance(entry.record, Estimate)
    return f"{entry.record.quantity.verbatim} ({whose(entry.record.attribution)})"


def difference_text(one: Difference) -> str:
    """ "before → after: term"; of a long text what differs, with some words around it."""
    before, after = one.before, one.after
    if before is None and after is None:
        return one.term
    if one.rank >= TEXT and before and after:
        before, after = excerpts(before, after)
    if not (before and after):
        return f"added: {after}" if after else f"removed: {before}"
    return f"{before} → {after}: {one.term}" if one.term else f"{before} → {after}"


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two texts without the words that they begin and end with in common, save a few."""
    old, new = before.split(), after.split()
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = next((at for at in range(shorter - first) if old[-1 - at] != new[-1 - at]), shorter - first)
    return _cut(old, first, last), _cut(new, first, last)


def _cut(words: Sequence[str], first: int, last: int) -> str:
    start, end = max(0, first - _AROUND), min(len(words), len(words) - last + _AROUND)
    # one word alone is as short as the dots that stand for it
    start, end = (0 if start <= 1 else start), (len(words) if end >= len(words) - 1 else end)
    return ("… " if start else "") + " ".join(words[start:end]) + (" …" if end < len(words) else "")


def places(change: Change, dossier: DossierChange) -> str:
    """ "old.md:14 → new.md:16"."""
    sides = ((change.before, dossier.old_path), (change.after, dossier.new_path))
    return " → ".join(f"{path}:{entry.line}" for entry, path in sides if entry is not None)


def counts_screen(several: Sequence[DossierChange]) -> RenderableType:
    """How many records changed in each dossier."""
    columns = [
        Column("Dossier"),
        Column("Changed", right=True, whole=True),
        Column("Added", right=True, whole=True),
        Column("Removed", right=True, whole=True),
        Column("Of which", most=18),
    ]
    rows: list[list[str | Text]] = [
        [
            plain(one.path),
            *(f"{one.count(status):,}" for status in ("changed", "added", "removed")),
            plain(_kinds_or_status(one)),
        ]
        for one in several
    ]
    found = sum(len(one.changes) for one in several)
    foot = plain(f"{counted(found, 'record')} in {counted(len(several), 'dossier')}", "dim")
    return stacked(table(columns, rows), foot)


def _kinds_or_status(one: DossierChange) -> str:
    whole = {"added": "new dossier", "removed": "dossier removed", "rewritten": "written otherwise"}
    if one.status in whole:
        return whole[one.status]
    kinds = kinds_counted(one) if one.changes else ""
    return ", ".join(filter(None, ("renamed" if one.is_renamed else "", kinds)))
