"""Passages → estimates of people harmed, other figures, and what is wrong with them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from regimekit.model.estimate import Attribution, Estimate, Measure, Scope, Statistic
from regimekit.model.finding import Finding
from regimekit.model.span import Span
from regimekit.parsing.attribution import (
    attribution_in_label,
    attribution_in_text,
    is_source_column,
    parse_attribution,
)
from regimekit.parsing.cited_works import Works, citations, cited_works
from regimekit.parsing.clauses import words_of
from regimekit.parsing.counted import noun_kind
from regimekit.parsing.dates import FoundDate, find_dates
from regimekit.parsing.harm import judge, may_count_people
from regimekit.parsing.judgement import NOTHING, Judgement
from regimekit.parsing.low_and_high import bound_columns, joined_columns
from regimekit.parsing.passages import Passage
from regimekit.parsing.places import place_of
from regimekit.parsing.portions import portions
from regimekit.parsing.quantities import FoundQuantity, find_quantities, lowered
from regimekit.parsing.scopes import group_of, subject_of, time_of
from regimekit.parsing.surroundings import Around

_UNREAD = frozenset(("code", "html", "footnote"))
_NO_FIGURES = frozenset(("sources", "footer"))
_OF_ESTIMATES = re.compile(r"\b(?:estimates?|breakdown|death toll|consensus)\b", re.IGNORECASE)
_LONGEST_TITLE = 80
_AUTHOR_IN_BRACKETS = re.compile(r"\(([A-Z][^()\d]*)\)\s*:?\s*$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DATES = re.compile(r"\W*(?:dates?|period|years?|in power|time ?(?:frame|span|period)|era)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
_FELL = re.compile(r"\b(?:reduc\w+|f[ea]ll\w*|drop\w*|declin\w+|decreas\w+|sank|shr[au]nk|cut|lowered)\b")
_HEADING_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?\s|\d+[.)]\s")
_EMPTY_CELL = re.compile(
    r"[\s–—?.-]*|n/?a|unknown|none|not (?:known|available|given|recorded)|disputed|unclear|tbd", re.IGNORECASE
)
# "400-250" is the score of a vote elsewhere, and a range in a cell of estimates
_BACKWARDS = re.compile(r"(\d[\d,]*)\s?[-–]\s?(\d[\d,]*)")
_ESTIMATE_HEADER = re.compile(
    r"\b(?:estimates?|death toll|deaths|killed|victims|figures?|executed|casualties|displaced)\b", re.IGNORECASE
)


class _Statement(NamedTuple):
    """A cell, a label, or the body behind it: its extent in the passage's text, and its column in a row."""

    start: int
    end: int
    column: int | None = None
    labelled: bool = True


class _Read(NamedTuple):
    """One passage with its dates and amounts."""

    passage: Passage
    low: str
    dated: Sequence[FoundDate]
    found: Sequence[FoundQuantity]
    last_year: int | None  # of what is counted


def read_estimates(
    passages: Sequence[Passage], works: Works | None = None
) -> tuple[list[Estimate], list[Statistic], list[Finding]]:
    """The estimates and other figures of a dossier in the order of its lines; ``works`` are those that it cites.

    An estimate's ``sources`` are left empty: they follow from the passage's footnotes and links.
    """
    estimates: list[Estimate] = []
    statistics: list[Statistic] = []
    findings: list[Finding] = []
    works = cited_works(passages) if works is None else works
    end = _end_of_regime(passages)
    last_place: tuple[int, int] | None = None  # of the last estimate
    totals: dict[int, int] = {}  # the estimate that an item states, by the item's identity
    for passage in itertools.chain.from_iterable(map(portions, passages)):
        if passage.kind in _UNREAD or passage.section in _NO_FIGURES or (passage.links and _is_citation(passage)):
            continue
        dated = find_dates(passage.text)
        masked = [(date.start, date.end) for date in dated] if dated else []
        titles = [*passage.titles, *_titles_of_sources(passage)]
        if titles or works:
            masked = sorted([*masked, *titles, *citations(passage.text, works, pages=True)])
        if passage.kind == "heading" and (number := _HEADING_NUMBER.match(passage.text)) is not None:
            masked.insert(0, number.span())
        found = find_quantities(passage.text, masked)
        if passage.cells and passage.header and is_source_column(passage.header[0]):
            findings.extend(_unreadable(passage, found))
        if not found:
            continue
        read = _Read(passage, lowered(passage.text), dated, found, _last_year(passage) or end)
        columns: dict[int, list[Estimate]] = {}
        for statement in _statements(passage):
            inside = [index for index, one in enumerate(read.found) if statement.start <= one.start < statement.end]
            if inside:
                place = _place(passage)
                judged = _judged(read, statement, estimates[-1].measure if place == last_place else None)
                parts = _estimates(read, statement, inside, judged, len(estimates), totals)
                if statement.column is not None:
                    columns[statement.column] = parts
                estimates.extend(parts)
                last_place = place if parts else last_place
                statistics.extend(_statistics(read, statement, inside, judged))
        if columns and bound_columns(passage.header):
            _join_columns(estimates, columns, passage.header)
        findings.extend(_doubtful(read))
    return estimates, statistics, findings


def _titles_of_sources(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where titles stand in quotation marks in a column of sources: "Encyclopedia, 'Massacre of the Sixty'"."""
    start = 0
    for header, cell in zip(passage.header, passage.cells, strict=False):
        if is_source_column(header):
            yield from ((start + title.start(), start + title.end()) for title in _QUOTED.finditer(cell))
        start += len(cell) + 3  # the cells are joined by " | "


def _join_columns(estimates: list[Estimate], columns: dict[int, list[Estimate]], header: tuple[str, ...]) -> None:
    """Puts the estimates of a row, the last ones of the list, with the two ends of a range made one."""
    row = [one for parts in columns.values() for one in parts]
    if row and all(one.part_of is None for one in row):
        del estimates[-len(row) :]
        estimates.extend(itertools.chain.from_iterable(joined_columns(columns, header).values()))


def _is_citation(passage: Passage) -> bool:
    """Whether a passage is nothing but a link: the title of a source, whose numbers are no statement of the dossier."""
    links = passage.links
    return len(links) == 1 and len(passage.text) - len(links[0][0]) < 4 and "://" in links[0][1]


def _statements(passage: Passage) -> Iterator[_Statement]:
    if passage.cells:
        start = 0
        for column, cell in enumerate(passage.cells):
            yield _Statement(start, start + len(cell), column)
            start += len(cell) + 3  # the cells are joined by " | "
    elif passage.label and passage.body:
        yield _Statement(0, passage.body, labelled=False)
        yield _Statement(passage.body, len(passage.text))
    else:
        yield _Statement(0, len(passage.text))


def _place(passage: Passage) -> tuple[int, int]:
    """The list that an item stands in: its heading and parent."""
    heading = passage.heading.first if passage.heading is not None else 0
    return heading, passage.parent.first if passage.parent is not None else 0


def _judged(read: _Read, statement: _Statement, rival: Measure | None) -> dict[int, Judgement]:
    if not any(may_count_people(one) for one in read.found if statement.start <= one.start < statement.end):
        return {}
    spans = [(date.start, date.end) for date in read.dated]
    words = words_of(read.passage.text, read.low, statement.start, statement.end, read.found, spans)
    return judge(words, read.found, Around(read.passage, statement.column, labelled=statement.labelled, rival=rival))


def _estimates(
    read: _Read,
    statement: _Statement,
    inside: Sequence[int],
    judged: dict[int, Judgement],
    first: int,
    totals: dict[int, int],
) -> list[Estimate]:
    """The estimates of one statement; ``first`` is the place in the dossier's list that the first will have."""
    passage = read.passage
    made: list[Estimate] = []
    places: dict[int, int] = {}
    for index in inside:
        judgement = judged.get(index, NOTHING)
        if judgement.measure is None:
            continue
        one = read.found[index]
        part_of = places.get(judgement.whole)
        if part_of is None and passage.parent is not None:
            listed = judgement.evidence == "outer" or passage.parent.text.rstrip().endswith(":")
            part_of = totals.get(id(passage.parent)) if listed else None
        places[index] = first + len(made)
        line = passage.line(one.number)
        author = _attribution(read, statement, one)
        quantity = one.quantity
        if quantity.unit != "people":
            quantity = msgspec.structs.replace(quantity, unit="people")
        made.append(
            Estimate(
                Span(line, line),
                quantity,
                judgement.measure,
                passage.text,
                passage.section,
                _scope(read, statement, one, author),
                author,
                _caption(passage),
                part_of,
            )
        )
    if len(made) == 1 and passage.kind == "item" and made[0].part_of is None:
        totals[id(passage)] = first
    return made


def _scope(read: _Read, statement: _Statement, one: FoundQuantity, author: Attribution | None) -> Scope:
    passage = read.passage
    return Scope(
        subject_of(passage, statement.start, one, statement.column, labelled=statement.labelled),
        place_of(passage, (statement.start, statement.end), one.start, one.end),
        time_of(passage, (statement.start, statement.end), (one.start, one.end), read.dated, author, read.last_year),
        group_of(passage, one),
    )


def _caption(passage: Passage) -> str | None:
    if passage.cells:
        above = passage.lead or passage.heading
        return above.text.strip().rstrip(":") if above is not None else None
    if passage.label:
        return passage.label
    if passage.lead is not None and passage.lead is not passage.parent:
        return (passage.lead.label or passage.lead.text).strip().rstrip(":")
    return passage.parent.label if passage.parent is not None else None


def _attribution(read: _Read, statement: _Statement, one: FoundQuantity) -> Attribution | None:
    """Whose figure it is: named in the sentence, in the row's column of sources, in the label, or above the list."""
    passage = read.passage
    above = [passage.lead, passage.parent]
    titles = [one.text if len(one.text) < _LONGEST_TITLE else one.label or "" for one in above if one is not None]
    of_estimates = any(_OF_ESTIMATES.search(title) for title in [*titles, *passage.headings[-2:]])
    listed = of_estimates and passage.kind == "item"
    toll = passage.section == "overview" or listed
    stated = attribution_in_text(passage.text, one.start, one.end, read.last_year, of_estimates=listed, in_toll=toll)
    if stated is not None:
        return stated
    if passage.cells:
        for header, cell in zip(passage.header, passage.cells, strict=False):
            if is_source_column(header):
                return parse_attribution(cell)
        return None
    if passage.label and statement.labelled:
        named = attribution_in_label(passage.label, of_estimates=of_estimates)
        if named is not None:
            return named
    for title in titles:
        if len(title) < _LONGEST_TITLE:
            bracket = _AUTHOR_IN_BRACKETS.search(title) if of_estimates else None
            if bracket is not None:
                named = parse_attribution(bracket[1])
            elif any(character.isdigit() for character in title.partition("(")[0]):
                named = attribution_in_text(title, len(title), len(title))
            else:
                named = attribution_in_label(title.strip().rstrip(":"), of_estimates=False)
            if named is not None:
                return named
    return None


def _last_year(passage: Passage) -> int | None:
    """The last year that the nearest dated heading names."""
    for title in reversed(passage.headings):
        years = _YEAR.findall(title)
        if years:
            return max(map(int, years))
    return None


def _end_of_regime(passages: Sequence[Passage]) -> int | None:
    """The last year that the dates of the overview name; None for a regime that goes on."""
    for passage in passages:
        label = passage.cells[0] if passage.cells else passage.label or ""
        if passage.section == "overview" and _DATES.match(label):
            years = _YEAR.findall(passage.text)
            return max(map(int, years)) if years and "present" not in passage.text.lower() else None
    return None


def _statistics(
    read: _Read, statement: _Statement, inside: Sequence[int], judged: dict[int, Judgement]
) -> list[Statistic]:
    """The figures of one statement that count no people harmed; the second value of a change joins the first."""
    passage = read.passage
    made: list[Statistic] = []
    after: int | None = None
    for index in inside:
        one = read.found[index]
        if judged.get(index, NOTHING).measure is not None or one.quantity.qualifier == "vague" or index == after:
            continue
        changed = None
        if index + 1 in inside:
            following = read.found[index + 1]
            between = read.low[one.end : following.start]
            if one.changes or "→" in between or "->" in between:
                after = index + 1
                changed = following.quantity
        line = passage.line(one.number)
        label = _label(read, statement, one)
        quantity = one.quantity
        if one.counted.kind == "none" and quantity.unit == "people" and _names_things(label):
            quantity = msgspec.structs.replace(quantity, unit="other")
            changed = msgspec.structs.replace(changed, unit="other") if changed is not None else None
        made.append(Statistic(Span(line, line), label, quantity, passage.text, passage.section, changed))
    return made


def _names_things(label: str) -> bool:
    """Whether a label is that of things ("Horses"), so that its bare number counts no people."""
    kinds = {noun_kind(word) for word in re.findall(r"[a-z][a-z-]*", label.lower())}
    return "thing" in kinds and "people" not in kinds


def _label(read: _Read, statement: _Statement, one: FoundQuantity) -> str:
    """What a figure is a figure of, in the words of its row, its label or its own line."""
    passage = read.passage
    if statement.column is not None:
        head = passage.header[statement.column] if statement.column < len(passage.header) else ""
        return f"{passage.cells[0]}: {head}".strip(": ") if statement.column else head or passage.cells[0]
    before = passage.text[statement.start : one.start]
    head, colon, _ = before.rpartition(":")
    if colon:
        return re.split(r"[.;]\s", head)[-1].strip()
    if statement.labelled and passage.label:
        return passage.label
    noun = passage.text[one.counted.start : one.counted.end] if one.counted.kind != "none" else ""
    return noun or " ".join(passage.text.split())[:80]


def _unreadable(passage: Passage, found: Sequence[FoundQuantity]) -> Iterator[Finding]:
    """RK401: a cell of an estimate column that holds words and no number."""
    start = 0
    for header, cell in zip(passage.header, passage.cells, strict=False):
        end = start + len(cell)
        if (
            _ESTIMATE_HEADER.search(header)
            and not is_source_column(header)
            and not _EMPTY_CELL.fullmatch(cell)
            and not any(start <= one.start < end for one in found)
        ):
            if (backwards := _BACKWARDS.fullmatch(cell.strip())) is not None and _runs_backwards(backwards):
                yield _reversed(Span(passage.first, passage.last), cell.strip())
                start = end + 3
                continue
            yield Finding(
                "RK401",
                "warning",
                Span(passage.first, passage.last),
                f"no number can be read in {cell.strip()!r} under {header!r}",
                "Write the estimate in digits, or a dash where there is none.",
            )
        start = end + 3


def _runs_backwards(ends: re.Match[str]) -> bool:
    first, last = (int(end.replace(",", "")) for end in ends.groups())
    return first > last


def _reversed(span: Span, verbatim: str) -> Finding:
    return Finding(
        "RK402",
        "warning",
        span,
        f"the range {verbatim!r} runs from high to low",
        "Write the lower number first.",
    )


def _doubtful(read: _Read) -> Iterator[Finding]:
    """RK402 and RK405: ranges that run backwards, or whose first number may lack a scale."""
    for one in read.found:
        line = read.passage.line(one.number)
        verbatim = one.quantity.verbatim
        # "70% to 54%" is what a share fell to
        fell = one.quantity.unit == "percent" or _FELL.search(read.low, max(0, one.start - 48), one.start)
        if one.reversed and not fell:
            yield _reversed(Span(line, line), verbatim)
        if one.ambiguous:
            yield Finding(
                "RK405",
                "info",
                Span(line, line),
                f"the scale of {verbatim!r} is ambiguous; read as {one.quantity.low:,} to {one.quantity.high:,}",
                "Write both numbers out in full.",
            )
