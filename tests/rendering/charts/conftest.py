"""Strata and entries built by hand, and what is found again in a specification."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from regimekit.analysis.comparison import Row, Stratum
from regimekit.analysis.coverage import Asked
from regimekit.analysis.eras import Era
from regimekit.analysis.estimates import Listed
from regimekit.analysis.graph import Graph
from regimekit.analysis.side_by_side import Expected
from regimekit.analysis.statistics import Statistics, statistics
from regimekit.analysis.timeline import Entry, days
from regimekit.model import (
    Attribution,
    Block,
    Dossier,
    Estimate,
    Event,
    HistoricalDate,
    Quantity,
    Section,
    Source,
    Span,
)

PATH = "interwar/north-vale.md"


_LINES = itertools.count(10)


def row(number: Quantity, author: Attribution | None = None, era: Era | None = None, **more: Any) -> Row:
    """A row; each stands a line below the one before."""
    line, repeats = more.pop("line", None) or next(_LINES), more.pop("repeats", None)
    kinds = {kind: more.pop(kind, False) for kind in ("summary", "documented")}
    estimate = Estimate(
        Span(line, line), number, "deaths", more.pop("text", "x"), "key_events", attribution=author, **more
    )
    return Row(Listed("north-vale", PATH, "Strike", estimate), era, repeats=repeats, **kinds)


def stratum(*rows: Row, what: str | None = "Strike", **more: Any) -> Stratum:
    return Stratum("north-vale", PATH, "deaths", what, rows, **more)


def dossier(title: str = "North Vale", sources: tuple[Source, ...] = (), path: str = PATH) -> Dossier:
    return Dossier(path=path, slug="north-vale", title=title, text="", sources=sources)


def entry(
    date: HistoricalDate, title: str = "troops fired", line: int = 5, path: str = PATH, kind: str = "event"
) -> Entry:
    event = Event(Span(line, line), date, title, kind, "key_events")
    return Entry("north-vale", path, event, *days(date))


def date(edtf: str, earliest: str | None, latest: str | None, **more: Any) -> HistoricalDate:
    ends = (one and datetime.date.fromisoformat(one) for one in (earliest, latest))
    return HistoricalDate(more.pop("verbatim", edtf), edtf, *ends, more.pop("precision", "year"), **more)


def covered(*names: str, title: str = "Fall") -> Statistics:
    """The statistics of dossiers of these names; each has every state that a cell can be in."""
    sections = (
        (2, "Fall and Aftermath", "fall", "word " * 400),
        (2, "Overview", "overview", "word"),
        (2, "Sources", "sources", ""),
    )
    lines: list[str] = []
    found: list[Section] = []
    for level, head, id, text in sections:
        first = len(lines) + 1
        lines += [f"## {head}", text]
        blocks = (Block("heading", first, first), Block("paragraph", first + 1, first + 1))
        found.append(Section(Span(first, first + 1), level, head, id, None, blocks))
    ids = ("overview", "fall", "aftermath", "sources", "confidence", "other", *(f"part {at}" for at in range(10)))
    expected = tuple(Expected(id, title if id == "fall" else id.title(), id != "other") for id in ids)
    asked = Asked(expected, lambda words: "aftermath" if words == "Aftermath" else "other")
    dossiers = [Dossier(f"{name}.md", name, title, "\n".join(lines), tuple(found)) for name in names]
    return statistics(dossiers, Graph(), asked)


def panels(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The views that have an axis."""
    return [view for view in spec["vconcat"] if isinstance(view.get("height"), dict)]


def within(part: Any) -> Iterator[dict[str, Any]]:
    """Every object in a specification."""
    if isinstance(part, dict):
        yield part
        for one in part.values():
            yield from within(one)
    elif isinstance(part, list):
        for one in part:
            yield from within(one)


@pytest.fixture
def build() -> SimpleNamespace:
    """The makers above."""
    makers = (row, stratum, dossier, entry, date, covered, panels, within)
    return SimpleNamespace(path=PATH, **{maker.__name__: maker for maker in makers})
