"""Strata as records: each with its figures, and what can be said of them together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from regimekit.analysis.agreement import Agreement, Envelope, Median, Side
from regimekit.analysis.compared import Compared
from regimekit.analysis.comparison import Row
from regimekit.analysis.periods import years_text
from regimekit.analysis.rates import Divisor, NotExact, rate
from regimekit.exporting.listings import ESTIMATE_CELLS, Listing, estimate_cells, estimate_record
from regimekit.exporting.tables import Cell
from regimekit.exporting.tables import Row as CellRow

COMPARISON_CELLS = (
    "stratum",
    "headline",
    *ESTIMATE_CELLS,
    *"era era_first era_last documented_cases counted repeats_line".split(),
    *"envelope_low envelope_high envelope_open fold median median_of".split(),
    *"per_year_low per_year_high per_1000_low per_1000_high".split(),
)
_COLUMNS = {
    "Dossier": "dossier",
    "What is counted": "stratum",
    "As written": "as_written",
    "Low": "low",
    "High": "high",
    "Qualifier": "qualifier",
    "Whose figure": "attribution",
    "Year": "year",
    "Kind": "attribution_kind",
    "Era": "era",
    "Where": "place",
}


def list_comparisons(compared: Sequence[Compared]) -> Listing:
    """One record a stratum; as CSV and Markdown, its figures one below the other with the stratum's name.

    ``counted`` tells which figures the median rests on. Numbers are people,
    the median is one in log space; ``fold`` is the highest by the lowest.
    """
    rows = [_cells(row, place, one) for one in compared for place, row in enumerate(one.stratum.rows)]
    return Listing([_record(one) for one in compared], COMPARISON_CELLS, rows, _COLUMNS)


def _name(one: Compared) -> str:
    return f"{one.stratum.measure}: {one.stratum.scope}"


def _record(one: Compared) -> dict[str, Any]:
    stratum, said = one.stratum, one.agreement
    return {
        "stratum": _name(one),
        "dossier": stratum.slug,
        "path": stratum.path,
        "measure": stratum.measure,
        "what": stratum.what,
        "aspect": stratum.aspect,
        "where": stratum.where,
        "who": stratum.who,
        "period": years_text(stratum.years),
        "part_of_line": stratum.part_of,
        "headline": stratum.headline,
        "estimates": [_estimate(row, place, one) for place, row in enumerate(stratum.rows)],
        "envelope": _envelope(said.envelope),
        "median": _median(said.median),
        "voices": [
            {"name": voice.name, "central": round(voice.central), "lines": [_line(one, place) for place in voice.rows]}
            for voice in said.voices
        ],
        "pairs": [
            {"lines": [_line(one, pair.one), _line(one, pair.other)], "relation": pair.relation} for pair in one.pairs
        ],
        "official_and_scholarly": {"sides": [_side(side, one) for side in said.kinds], "relation": said.between},
        "split": {"sides": [_side(side, one) for side in said.split], "relation": said.across},
        "per_year": _divisor(one.years),
        "per_1000_inhabitants": _divisor(one.population),
    }


def _estimate(row: Row, place: int, one: Compared) -> dict[str, Any]:
    era = row.era
    return {
        **estimate_record(row.listed),
        "era": era.label if era else None,
        "era_first": era.first if era else None,
        "era_last": era.last if era else None,
        "documented_cases": row.documented,
        "counted": _counted(place, one.agreement),
        "repeats_line": row.repeats,
        "per_year": _rate(row, one.years),
        "per_1000_inhabitants": _rate(row, one.population),
    }


def _cells(row: Row, place: int, one: Compared) -> CellRow:
    said = one.agreement
    envelope, median = said.envelope, said.median
    ends = (
        [end for end, is_open in (("low", envelope.open_low), ("high", envelope.open_high)) if is_open]
        if envelope
        else []
    )
    years, capita = _rate(row, one.years) or {}, _rate(row, one.population) or {}
    cells: dict[str, Cell] = {
        "stratum": _name(one),
        "headline": one.stratum.headline,
        "era": row.era.label if row.era else None,
        "era_first": row.era.first if row.era else None,
        "era_last": row.era.last if row.era else None,
        "documented_cases": row.documented,
        "counted": _counted(place, said),
        "repeats_line": row.repeats,
        "envelope_low": envelope.low if envelope else None,
        "envelope_high": envelope.high if envelope else None,
        "envelope_open": " and ".join(ends) or None,
        "fold": _fold(envelope),
        "median": round(median.value) if median else None,
        "median_of": median.count if median else None,
        "per_year_low": years.get("low"),
        "per_year_high": years.get("high"),
        "per_1000_low": capita.get("low"),
        "per_1000_high": capita.get("high"),
    }
    return {**estimate_cells(row.listed), **cells}


def _counted(place: int, said: Agreement) -> bool:
    """Whether a figure is among those on which a median rests or would rest."""
    return any(place in voice.rows for voice in said.voices)


def _envelope(envelope: Envelope | None) -> dict[str, Any] | None:
    if envelope is None:
        return None
    return {
        "low": envelope.low,
        "high": envelope.high,
        "open_low": envelope.open_low,
        "open_high": envelope.open_high,
        "fold": _fold(envelope),
    }


def _fold(envelope: Envelope | None) -> float | None:
    return round(envelope.fold, 3) if envelope and envelope.fold else None


def _median(median: Median | None) -> dict[str, Any] | None:
    return {"value": round(median.value), "of": median.count, "in": "log space"} if median else None


def _side(side: Side, one: Compared) -> dict[str, Any]:
    return {
        "name": side.name,
        "lines": [_line(one, place) for place in side.rows],
        "envelope": _envelope(side.envelope),
        "median": _median(side.median),
    }


def _divisor(divisor: Divisor | NotExact | None) -> dict[str, Any] | None:
    if divisor is None:
        return None
    if isinstance(divisor, NotExact):
        return {"not_given_because": divisor.why}
    return {
        "divided_by": [divisor.low, divisor.high],
        "basis": divisor.basis,
        "line": divisor.line,
        "sources": divisor.sources,
    }


def _rate(row: Row, divisor: Divisor | NotExact | None) -> dict[str, float | None] | None:
    value = rate(row.estimate.quantity, divisor) if isinstance(divisor, Divisor) else None
    return {"low": value.low, "high": value.high} if value else None


def _line(one: Compared, place: int) -> int:
    return one.stratum.rows[place].estimate.span.first
