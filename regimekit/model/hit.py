"""Where in the dossiers something stands that was looked for."""

import msgspec

# They are set around each hit: Unicode says that these two never stand for anything in a text.
START, END = "\ufdd0", "\ufdd1"


class Line(msgspec.Struct, frozen=True):
    """A line with a hit: its number in the file, and its text with START and END around each hit."""

    number: int
    marked: str

    @property
    def text(self) -> str:
        """The line as it stands in the file."""
        return self.marked.replace(START, "").replace(END, "")

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where in the text each hit begins, and the place behind its end, counted from 0."""
        found = []
        marks = 0
        begun = 0
        for at, sign in enumerate(self.marked):
            if sign in (START, END):
                if sign == START:
                    begun = at - marks
                else:
                    found.append((begun, at - marks))
                marks += 1
        return tuple(found)


class Hit(msgspec.Struct, frozen=True):
    """A section that holds what was sought.

    ``section`` is the schema's name of the section, ``heading`` its title as
    written, ``line`` that of the heading; ``rank`` is BM25 as SQLite gives it,
    the lower the better. ``lines`` are those with a hit.
    """

    path: str
    slug: str
    dossier: str
    section: str
    heading: str
    line: int
    rank: float
    lines: tuple[Line, ...]


class Found(msgspec.Struct, frozen=True):
    """The best hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int
