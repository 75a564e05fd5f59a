"""The records of one kind in a whole corpus: a sequence, and the frames made of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar, overload

from regimekit.model.dossier import Dossier
from regimekit.model.kinds import KINDS, Kind
from regimekit.model.table import Column, Numbering, Row, Value

if TYPE_CHECKING:
    import pandas
    import polars

R_co = TypeVar("R_co", covariant=True)

#: What a frame says of the dossier, in the place of its number.
LEAD = (
    Column("dossier", "text", "the name of the dossier's file, without its ending"),
    Column("path", "text", "the file, relative to the folder, with forward slashes; no two dossiers share it"),
)
_LEFT_OUT = {"dossiers": ("slug", "path")}  # which LEAD repeats


class Records(Sequence[R_co]):
    """All records of one kind, in the order of the dossiers and of their lines.

    A sequence of the records themselves; a slice of it is one as well. Nothing
    is gathered before it is asked for.

        >>> import regimekit
        >>> corpus = regimekit.load()
        >>> corpus.estimates[:5]
        <5 estimates in 1 dossier>
        >>> corpus.estimates[0].measure
        'deaths'
        >>> corpus.estimates.to_polars().columns[:4]
        ['dossier', 'path', 'id', 'line']
    """

    def __init__(self, dossiers: Iterable[Dossier], kind: Kind, places: range | None = None) -> None:
        self._dossiers = tuple(dossiers)
        self._kind = kind
        self._chosen = places

    @property
    def name(self) -> str:
        """The name of the table: "estimates"."""
        return self._kind.table.name

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the frames, each with its meaning."""
        columns = self._kind.table.columns
        return (*LEAD, *(columns[place] for place in self._kept))

    def with_dossier(self) -> Iterator[tuple[Dossier, R_co]]:
        """Each record with the dossier that it stands in.

        >>> import regimekit
        >>> for dossier, estimate in regimekit.load().estimates[:1].with_dossier():
        ...     print(dossier.path, estimate.measure)
        regimes/albania-hoxha.md deaths
        """
        for number, local in self._located():
            yield self._dossiers[number], self._records[number][local]

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dictionary for each record, by the names of the columns, with plain Python values (None: unknown, open).

        Numbers are int or float as they were written; several texts are a list.

        >>> import regimekit
        >>> first = regimekit.load().people.to_dicts()[0]
        >>> first["dossier"], first["path"], first["aliases"]
        ('albania-hoxha', 'regimes/albania-hoxha.md', [])
        """
        names = [column.name for column in self.columns]
        return [dict(zip(names, map(_plain, row), strict=True)) for row in self._rows()]

    def to_polars(self) -> "polars.DataFrame":
        """A polars frame, a row for each record; the extra ``polars``.

        The types of the columns are the same for every corpus, also an empty
        one: String, List(String), Int64, Float64, Boolean, Date. What is
        unknown or open is null. Raises ModuleNotFoundError where polars is not
        installed.
        """
        from regimekit.model.frames import to_polars

        return to_polars(self.columns, self._rows())

    def to_pandas(self) -> "pandas.DataFrame":
        """A pandas frame, a row for each record; the extra ``pandas``.

        The types of the columns are the same for every corpus, also an empty
        one: string, object (of lists), Int64, Float64, boolean, datetime64[s]
        (which reaches from the year 1 to 9999). What is unknown or open is
        ``pandas.NA``, of days ``NaT``. Raises ModuleNotFoundError where pandas
        is not installed.
        """
        from regimekit.model.frames import to_pandas

        return to_pandas(self.columns, self._rows())

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[R_co]:
        return (record for _, record in self.with_dossier())

    @overload
    def __getitem__(self, index: int) -> R_co: ...
    @overload
    def __getitem__(self, index: slice) -> "Records[R_co]": ...
    def __getitem__(self, index: int | slice) -> "R_co | Records[R_co]":
        if isinstance(index, slice):
            return Records(self._dossiers, self._kind, self._places[index])
        try:
            number, local = self._locate(self._places[index])
        except IndexError:
            raise IndexError(f"there are {len(self)} {self.name.replace('_', ' ')}, none at {index}") from None
        return self._records[number][local]

    def __repr__(self) -> str:
        among = len({number for number, _ in self._located()})
        return f"<{len(self)} {self.name.replace('_', ' ')} in {among} {'dossier' if among == 1 else 'dossiers'}>"

    @cached_property
    def _records(self) -> list[Sequence[R_co]]:
        """Those of each dossier."""
        return [self._kind.of(dossier) for dossier in self._dossiers]

    @cached_property
    def _starts(self) -> list[int]:
        """How many records stand in the dossiers before each; at the end how many there are."""
        return list(accumulate(map(len, self._records), initial=0))

    @cached_property
    def _places(self) -> range:
        return range(self._starts[-1]) if self._chosen is None else self._chosen

    def _locate(self, place: int) -> tuple[int, int]:
        """The number of the dossier, and the place among its records."""
        number = bisect_right(self._starts, place) - 1
        return number, place - self._starts[number]

    def _located(self) -> Iterator[tuple[int, int]]:
        return map(self._locate, self._places)

    @cached_property
    def _kept(self) -> list[int]:
        """The places of the table's columns that stand behind LEAD."""
        table = self._kind.table
        dropped = _LEFT_OUT.get(table.name, ("dossier_id",))
        return [place for place, name in enumerate(table.header) if name not in dropped]

    def _rows(self) -> Iterator[Row]:
        """The cells of each record; ids and references count through the whole corpus, whatever was sliced."""
        before = self._before
        at, rows = -1, list[Row]()
        for number, local in self._located():
            dossier = self._dossiers[number]
            if number != at:
                last = {name: starts[number] for name, starts in before.items()}
                ((_, rows),) = Numbering(last).rows([self._kind.table], dossier)
                at = number
            yield dossier.slug, dossier.path, *(rows[local][place] for place in self._kept)

    @cached_property
    def _before(self) -> dict[str, list[int]]:
        """For each table that the rows refer to: how many rows it has before each dossier."""
        meant = {self.name, *(column.to for column in self._kind.table.columns if column.to)}
        return {
            name: list(accumulate((len(KINDS[name].of(dossier)) for dossier in self._dossiers), initial=0))
            for name in meant
        }


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value
