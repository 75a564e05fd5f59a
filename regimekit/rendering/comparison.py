"""Figures that count the same, side by side with a log axis beside them; each stratum has an axis of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

from regimekit.analysis.compared import Compared
from regimekit.analysis.comparison import Row
from regimekit.analysis.rates import Divisor, rate
from regimekit.analysis.scopes import ends_of_two
from regimekit.rendering.agreement import OF_TWO, summary
from regimekit.rendering.axis import ASCII, NARROWEST, UNICODE, Glyphs, axis_of
from regimekit.rendering.numbers import measure_name, number, people, rate_text, reading, whose_with_remark
from regimekit.rendering.screen import counted, heading, stacked
from regimekit.rendering.tables import Column, Group, Table, plain

_WIDEST, _USUAL = 64, 40  # columns of an axis: at the most, and where there is no terminal
_WIDE, _WIDER = 110, 150  # columns of a terminal in which more is told of each figure
_SHARE, _SHARE_OF_WIDE = 0.36, 0.3  # of the terminal that the axis takes
_LEAST_BESIDE = 44  # columns for line, author and figure
_LONGEST_TITLE = 160  # characters of what is counted
_NOTE = (
    "Only figures in one group count the same; they still overlap, and differ in method and in what they leave out. "
    "Nothing is added up, averaged arithmetically or ranked. See docs/comparing-estimates.md."
)
_APART = (
    "Tolls of different regimes count different things over different times: each has an axis of its own, and they "
    "are not put on one scale."
)


def comparison_screen(
    compared: Sequence[Compared], titles: Mapping[str, str], *, listed_pairs: bool = False, ascii: bool = False
) -> RenderableType:
    """The strata of each dossier: those with something to compare, then the figures that stand alone."""
    glyphs = ASCII if ascii else UNICODE
    parts: list[RenderableType] = []
    paths = 0
    for path, several in groupby(compared, key=lambda one: one.stratum.path):
        strata = list(several)
        paths += 1
        parts.append(heading(titles[path], path))
        beside = [one for one in strata if one.comparable]
        if beside:
            parts.append(Forest(beside, glyphs, listed_pairs))
        alone = [one for one in strata if not one.comparable]
        if alone:
            parts.append(_alone(alone, bool(beside)))
    figures = counted(sum(len(one.stratum.rows) for one in compared), "figure")
    note = f"{figures} in {counted(len(compared), 'group')}. {_NOTE}"
    return stacked(*parts, plain(_APART, "dim") if paths > 1 else None, plain(note, "dim"))


class Forest:
    """A rich renderable: tables of figures with a log axis that takes the width that is left."""

    def __init__(self, strata: Sequence[Compared], glyphs: Glyphs, listed_pairs: bool) -> None:
        self.strata = strata
        self.glyphs = glyphs
        self.listed_pairs = listed_pairs

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self._table(_USUAL, wide=True, wider=True))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        share = _SHARE if width < _WIDE else _SHARE_OF_WIDE
        axis = min(_WIDEST, max(16, int(width * share)), width - _LEAST_BESIDE)
        yield self._table(axis if width < 1000 else _USUAL, wide=width >= _WIDE, wider=width >= _WIDER)

    def _table(self, axis: int, *, wide: bool, wider: bool) -> Table:
        drawn = axis >= NARROWEST
        columns = [Column("Line", right=True, whole=True), Column("Whose figure"), Column("As written", most=24)]
        columns += [Column("Read as", most=26)] if wide else []
        columns += [Column("Made", whole=True), Column("Sources", most=24)] if wider else []
        columns += [Column(title) for title in self._divided()]
        columns += [Column(f"Log axis, {counted_name(self.strata)}", whole=True)] if drawn else []
        return Table(columns, [self._group(one, axis if drawn else 0, wide, wider) for one in self.strata])

    def _divided(self) -> list[str]:
        asked = [("Per year", any(one.years for one in self.strata))]
        asked.append(("Per 1,000 inhabitants", any(one.population for one in self.strata)))
        return [title for title, said in asked if said]

    def _group(self, one: Compared, width: int, wide: bool, wider: bool) -> Group:
        rows = one.stratum.rows
        numbers = [number for row in rows for number in _numbers(row)]
        axis = axis_of(numbers, width, self.glyphs) if width else None
        blank = len(self._divided()) + wide + 2 * wider
        cells: list[list[str | Text]] = []
        subtitles: list[str | None] = []

        def add(cell: Sequence[str | Text], drawing: str, subtitle: str | None = None) -> None:
            cells.append([*cell, *([Text(drawing)] if width else [])])
            subtitles.append(subtitle)

        if axis:
            add(["", "", "", *[""] * blank], axis.labels())
            add(["", "", "", *[""] * blank], axis.rule())
        for row in rows:
            drawing = axis.draw(row.estimate.quantity) if axis else ""
            add(self._cells(row, one, wide, wider), drawing, _caption(row, one))
        said = one.agreement
        last = _caption(rows[-1], one)
        if said.envelope and axis:
            ends = dict.fromkeys((number(said.envelope.low), number(said.envelope.high)))
            drawing = axis.draw_envelope(said.envelope)
            add(["", "Envelope", " – ".join(ends), *[""] * blank], drawing, last)
            if said.median:
                value = f"about {people(said.median.value)}"
                add(["", "Median, in log space", value, *[""] * blank], axis.draw_median(said.median.value), last)
        foot = [plain(line, "dim") for line in summary(one, listed_pairs=self.listed_pairs)]
        title = heading(f"{measure_name(one.stratum.measure)}: {_cut(one.stratum.scope)}")
        return Group(cells, title, subtitles, foot)

    def _cells(self, row: Row, one: Compared, wide: bool, wider: bool) -> list[str | Text]:
        estimate = row.estimate
        author = _whose(row)
        author += "; documented cases, a minimum" if row.documented else ""
        author += f" (same as line {row.repeats})" if row.repeats is not None else ""
        cells: list[str | Text] = [str(estimate.span.first), author, estimate.quantity.verbatim]
        cells += [reading(estimate.quantity)] if wide else []
        cells += [_made(row), ", ".join(estimate.sources)] if wider else []
        for title, divisor in (("Per year", one.years), ("Per 1,000 inhabitants", one.population)):
            if title in self._divided():
                value = rate(estimate.quantity, divisor) if isinstance(divisor, Divisor) else None
                cells.append(rate_text(value) if value else "")
        return cells


def counted_name(strata: Sequence[Compared]) -> str:
    """What the numbers on the axes are: "deaths", or "people" where the strata differ."""
    measures = {one.stratum.measure for one in strata}
    return measure_name(measures.pop()) if len(measures) == 1 else "people"


def _alone(strata: Sequence[Compared], beside: bool) -> Table:
    columns = [
        Column("Line", right=True, whole=True),
        Column("What is counted"),
        Column("As written", most=24),
        Column("Whose figure"),
    ]
    divided = [one for one in strata if isinstance(one.years, Divisor) or isinstance(one.population, Divisor)]
    rows: list[list[str | Text]] = []
    for one in strata:
        for row in one.stratum.rows:
            what = f"{measure_name(one.stratum.measure)}: {_cut(one.stratum.scope)}"
            rows.append(
                [
                    str(row.estimate.span.first),
                    what,
                    row.estimate.quantity.verbatim,
                    _whose(row) + (f" (same as line {row.repeats})" if row.repeats else ""),
                ]
            )
    foot = [plain(line, "dim") for one in divided for line in summary(one, alone=True)]
    foot += [plain(line, "dim") for one in strata if one not in divided for line in summary(one, alone=True)]
    title = "Figures with nothing beside them that counts the same"
    if not beside:
        title = "No two figures count the same" if len(rows) > 1 else "One figure, and nothing to compare it with"
    return Table(columns, [Group(rows, heading(title), (), foot)])


def _whose(row: Row) -> str:
    estimate = row.estimate
    return OF_TWO if ends_of_two(estimate.quantity.verbatim) else whose_with_remark(estimate)


def _made(row: Row) -> str:
    """When a figure was made, in a few words."""
    if row.era is None:
        return ""
    return row.era.years or "" if row.era_in_caption else row.era.label


def _caption(row: Row, one: Compared) -> str | None:
    """What stands above a row, where the stratum's name does not say it."""
    caption = row.listed.caption
    return None if caption and caption in one.stratum.scope else caption


def _numbers(row: Row) -> list[int | float]:
    quantity = row.estimate.quantity
    return [one for one in (quantity.low, quantity.high) if one is not None]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[:_LONGEST_TITLE].rstrip() + "…"
