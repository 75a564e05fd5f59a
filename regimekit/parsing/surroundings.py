"""What stands around a statement and tells what its numbers count: label, parent, caption, column, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regimekit.model.estimate import Measure
from regimekit.parsing.attribution import attribution_in_label, is_source_column
from regimekit.parsing.passages import Passage
from regimekit.parsing.titles import Title, read_title

_LONGEST_TITLE = 14  # words; what is longer is a sentence, not a title
_OUTER_HEADINGS = 3
_LONGEST_KIND = 5  # words
_KIND_OF_HARM = re.compile(r"\b(?:what|type|kind|category|measure|harm|fate|nature|outcome|metric|treatment|result)\b")
_VERSION = re.compile(r"\b(?:versions?|estimates?|counts?|hunch|guess|tally|claims?|according to|says|figures?)\b")
_FIGURES = re.compile(
    r"\b(?:estimates?|figures?|numbers?|totals?|counts?|values?|amounts?|toll|low|high|range|min|max|victims|data"
    r"|lower|upper|lowest|highest|minimum|maximum|best|central|median|mean|#|quantity)\b"
)
_AFFECTED = re.compile(r"(?:(?:people|persons|individuals|number|total) )?(?:affected|concerned)", re.IGNORECASE)


class Around:
    """The surroundings of one statement; ``column`` is the place of its cell in a table row, None elsewhere.

    ``rival`` is what the figure before it in the same list measures.
    """

    def __init__(
        self, passage: Passage, column: int | None = None, *, labelled: bool = True, rival: Measure | None = None
    ) -> None:
        self.rival = rival
        self.passage = passage
        self.column = column
        self.labelled = labelled

    def measure(self, *, people: bool) -> Measure | None:
        """The measure of a number without a verb: bare, or before a noun for ``people``."""
        for title in self._direct():
            if title.safe or title.counts_others or title.things:
                return None
            if title.measure is not None and (title.strength > 1 or not people or self.column is not None):
                return self._settled(self._row_of_victims(title) or title)
        if self.column is not None and not self._column_of_figures():
            return None
        for title in self._above():
            if title.safe or title.counts_others:
                return None
            least = 2 if people else 1
            if title.strength >= least and not (title.strength == 1 and title.measure == "other"):
                return self._settled(title)
        return self.rival if not people and self._is_version() else None

    def _row_of_victims(self, header: Title) -> Title | None:
        """The row's own title where the header says only "Victims" or "Affected" and the row what was done to them."""
        header_cells = self.passage.header
        if not self.column or self.column >= len(header_cells) or is_source_column(header_cells[0]):
            return None
        if not header.victims and _AFFECTED.fullmatch(header_cells[self.column].strip()) is None:
            return None
        row = read_title(self.passage.cells[0])
        told = row.measure not in (None, "other") and not (row.safe or row.counts_others or row.things)
        return row if told else None

    def _is_version(self) -> bool:
        """Whether the statement gives another figure for what the one before it gives: "Witnesses' version: 90"."""
        if self.passage.kind != "item":
            return False
        head = self.passage.label or self.passage.text.partition(":")[0]
        return _VERSION.search(head.lower()) is not None or attribution_in_label(head, of_estimates=True) is not None

    @property
    def named(self) -> Measure | None:
        """The measure that the statement's own label, column or row names."""
        return next((title.measure for title in self._direct() if title.measure is not None), None)

    @property
    def deadly(self) -> bool:
        """Whether what is around the statement tells of deaths, so that its victims died."""
        return any(title.measure == "deaths" for titles in (self._direct(), self._above()) for title in titles)

    def of_group(self, measure: Measure) -> Measure:
        """The measure of people who are only named: "prisoners of war: 3 million" in a list of deaths are dead."""
        outer = next(
            (title for titles in (self._direct(), self._above()) for title in titles if title.strength == 3), None
        )
        return "deaths" if outer is not None and outer.fatal_only and self.deadly else measure

    def _settled(self, title: Title) -> Measure | None:
        if title.victims and self.deadly:
            return "deaths"
        if title.groups_only and title.strength == 2 and title.measure is not None:
            return self.of_group(title.measure)
        return title.measure

    def _direct(self) -> Iterator[Title]:
        passage = self.passage
        if self.column is not None:
            if self.column < len(passage.header):
                yield read_title(passage.header[self.column])
            if self.column > 0 and not (passage.header and is_source_column(passage.header[0])):
                yield read_title(passage.cells[0])
            yield from self._beside(self.column)
        elif self.labelled and passage.label:
            yield read_title(passage.label)

    def _beside(self, column: int) -> Iterator[Title]:
        """What a cell says of the row's number under a header that asks what it counts: "| 2,200 | killed |"."""
        for at, (header, cell) in enumerate(zip(self.passage.header, self.passage.cells, strict=False)):
            if at not in (0, column) and cell.count(" ") < _LONGEST_KIND and _KIND_OF_HARM.search(header.lower()):
                yield read_title(cell)

    def _above(self) -> Iterator[Title]:
        passage: Passage | None = self.passage
        while passage is not None:
            lead = passage.lead if passage.lead is not passage.parent else None
            for above in (lead, passage.parent):
                if above is not None:
                    title = above.label or above.text
                    if above.label or title.count(" ") < _LONGEST_TITLE:
                        yield read_title(title)
            passage = passage.parent
        for heading in self.passage.headings[: -_OUTER_HEADINGS - 1 : -1]:
            yield read_title(heading)

    def _column_of_figures(self) -> bool:
        header = (
            self.passage.header[self.column]
            if self.column is not None and self.column < len(self.passage.header)
            else ""
        )
        return not header.strip() or _FIGURES.search(header.lower()) is not None
