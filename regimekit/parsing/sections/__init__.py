"""One module for each kind of section; `READERS` lists what they read, in no order that matters.

Debates are read after them, since who speaks in a debate depends on who the people are.
"""

from collections.abc import Callable
from typing import Any

from regimekit.parsing.reading import Reading
from regimekit.parsing.sections.comparisons import read_relations
from regimekit.parsing.sections.confidence import read_confidence
from regimekit.parsing.sections.footer import read_created, read_tags, read_updated
from regimekit.parsing.sections.overview import read_overview
from regimekit.parsing.sections.people import read_people
from regimekit.parsing.sections.sources import read_sources

#: What a section is read into: the name of the dossier's field, and who reads it.
READERS: tuple[tuple[str, Callable[[Reading], Any]], ...] = (
    ("overview", read_overview),
    ("people", read_people),
    ("relations", read_relations),
    ("sources", read_sources),
    ("confidence", read_confidence),
    ("tags", read_tags),
    ("created", read_created),
    ("updated", read_updated),
)

__all__ = ["READERS"]
