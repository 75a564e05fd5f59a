"""What a timeline is written from, and what comes of it."""

from collections.abc import Mapping

import msgspec

from regimekit.analysis.chronicle import Chapter
from regimekit.analysis.names import short_names
from regimekit.analysis.timeline import Entry
from regimekit.model import Dossier

_OF_THE_WHOLE = ("overview", "header")


class Telling(msgspec.Struct, frozen=True):
    """The chapters of a timeline, and all dossiers that were asked, by path."""

    chapters: tuple[Chapter, ...]
    dossiers: Mapping[str, Dossier]

    @property
    def entries(self) -> list[Entry]:
        return [entry for chapter in self.chapters for entry in chapter.entries]

    @property
    def names(self) -> dict[str, str]:
        """The shortest name of each dossier, by path."""
        return short_names(self.dossiers)

    def headline(self, entry: Entry) -> str:
        """The statement; one from a table of facts ("Dates") is of the whole regime, and says of which."""
        title = entry.event.title
        return f"{self.dossiers[entry.path].title}: {title}" if entry.event.section in _OF_THE_WHOLE else title


class Written(msgspec.Struct, frozen=True):
    """A file, and what has to be said of it: what was left out, and why."""

    data: bytes
    notes: tuple[str, ...] = ()
