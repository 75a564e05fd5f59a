"""Eras in a chart: one name, colour and shape for all figures of the same years."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from regimekit.analysis.agreement import divided
from regimekit.analysis.comparison import Row, Stratum
from regimekit.analysis.eras import Era
from regimekit.analysis.periods import years_text
from regimekit.rendering.charts.style import PALETTE, SHAPES, UNKNOWN, UNKNOWN_SHAPE, plain, shortened

UNDATED = "year not given"
_LONGEST = 330  # pixels


class Look(msgspec.Struct, frozen=True):
    """How an era is named and shown."""

    name: str
    colour: str
    shape: str


def era_name(row: Row) -> str:
    """ "before 1991", "1980s"; what a caption says where it gives no year."""
    era = row.era
    if era is None:
        return UNDATED
    first, last = era.first, era.last
    if first is None and last is None:
        return shortened(plain(era.label), _LONGEST) or UNDATED
    if first is None or last is None:
        return f"since {first}" if first is not None else f"before {(last or 0) + 1}"
    return f"{first}s" if first % 10 == 0 and last == first + 9 else years_text((first, last)) or UNDATED


def looks(rows: Iterable[Row]) -> tuple[Look, ...]:
    """The eras of these rows from the earliest to the latest, those without years behind them, the undated last."""
    eras: dict[str, Era] = {}
    undated = False
    for row in rows:
        name = era_name(row)
        if row.era is None or name == UNDATED:
            undated = True
        else:
            eras.setdefault(name, row.era)
    names = sorted(eras, key=lambda name: _when(eras[name]))
    found = [
        Look(name, PALETTE[at % len(PALETTE)], SHAPES[at % len(SHAPES)]) for at, name in enumerate(names)
    ]  # five shapes and four colours come together only once in 20
    return (*found, Look(UNDATED, UNKNOWN, UNKNOWN_SHAPE)) if undated else tuple(found)


def split_at(stratum: Stratum, year: int) -> Stratum:
    """The same figures, in two eras: made before a year, and since."""
    before, since, _ = divided(stratum.rows, year)
    eras = dict.fromkeys(before.rows, Era(before.name, None, year - 1))
    eras |= dict.fromkeys(since.rows, Era(since.name, year, None))
    return replace(stratum, rows=tuple(replace(row, era=eras.get(at)) for at, row in enumerate(stratum.rows)))


def scale(shown: Sequence[Look], what: str) -> dict[str, list[str]]:
    """The domain and range of a scale of colours or shapes."""
    return {"domain": [look.name for look in shown], "range": [getattr(look, what) for look in shown]}


def _when(era: Era) -> tuple[bool, float, float]:
    unsaid = era.first is None and era.last is None
    first = float("-inf") if era.first is None else era.first
    return unsaid, first, float("inf") if era.last is None else era.last
