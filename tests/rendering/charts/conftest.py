"""Strata and entries built by hand, and what is found again in a specification."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from regimekit.analysis.comparison import Row, Stratum
from regimekit.analysis.eras import Era
from regimekit.analysis.estimates import Listed
from regimekit.analysis.timeline import Entry, days
from regimekit.model import Attribution, Dossier, Estimate, Event, HistoricalDate, Quantity, Source, Span

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
    makers = (row, stratum, dossier, entry, date, panels, within)
    return SimpleNamespace(path=PATH, **{maker.__name__: maker for maker in makers})
