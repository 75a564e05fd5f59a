"""An axis of days: from when to when, which pixel a day stands at, and which dates are written on it."""

import datetime
from collections.abc import Iterator

import msgspec

_EPOCH = datetime.date(1970, 1, 1)
_DAY = 86_400_000  # milliseconds
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MONTHS = (1, 2, 3, 6)
_DAYS = (1, 2, 5, 10, 15)


class Ruler(msgspec.Struct, frozen=True):
    """The days from ``first`` to ``last`` on ``width`` pixels."""

    first: datetime.date
    last: datetime.date
    width: float

    def pixel(self, day: datetime.date) -> float:
        """Where a day begins."""
        return (day - self.first).days / ((self.last - self.first).days + 1) * self.width

    def held(self, day: datetime.date) -> datetime.date:
        """The day, or the end of the ruler beyond which it lies."""
        return min(max(day, self.first), self.last)

    def ticks(self) -> tuple[list[int], str]:
        """Dates that are written on the axis, in milliseconds since 1970, and how: years, else months, else days."""
        most = max(2, int(self.width / 64))
        years = self.last.year - self.first.year + 1
        if years >= 3:
            step = next((step for step in _YEARS if years / step <= most), _YEARS[-1])
            return [milliseconds(day) for day in self._years(step)], "%Y"
        months = years * 12
        if (self.last - self.first).days > 92:
            step = next((step for step in _MONTHS if months / step <= most), 12)
            return [milliseconds(day) for day in self._months(step)], "%b %Y"
        days = (self.last - self.first).days + 1
        step = next((step for step in _DAYS if days / step <= most), -(-days // most))
        every = (self.first + datetime.timedelta(at) for at in range(0, days, step))
        return [milliseconds(day) for day in every], "%d %b %Y"

    def _years(self, step: int) -> Iterator[datetime.date]:
        year = -(-self.first.year // step) * step
        while year <= self.last.year:
            if (day := datetime.date(max(year, 1), 1, 1)) >= self.first:
                yield day
            year += step

    def _months(self, step: int) -> Iterator[datetime.date]:
        for month in range(0, (self.last.year - self.first.year + 1) * 12, step):
            day = datetime.date(self.first.year + month // 12, month % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield day


def milliseconds(day: datetime.date, *, over: bool = False) -> int:
    """The beginning of a day, or where it is over, since 1970 in UTC."""
    return ((day - _EPOCH).days + over) * _DAY
