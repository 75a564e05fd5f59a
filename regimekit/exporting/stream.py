"""What is exported, file by file, so that a large folder never has to be in memory whole."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import msgspec

from regimekit.model import Dossier, Finding, Page

#: What a file of the folder is: a dossier, another page, or the finding that says why it cannot be read.
Part = Dossier | Page | Finding
#: Opens a file of an export that makes several, given its name; who opens it for the export closes it.
OpenFile = Callable[[str], BinaryIO]
#: How records start to be named in linked data where nothing else is asked for.
BASE = "urn:regimekit:"


class Origin(msgspec.Struct, frozen=True):
    """Where the records come from.

    ``version`` is that of the toolkit; ``paths`` are those of every file of
    the folder, exported or not; ``base`` is what the identifiers of linked
    data start with.
    """

    root: str
    version: str
    paths: tuple[str, ...] = ()
    base: str = BASE


class Rest:
    """The pages and findings of a folder, set aside while its dossiers pass by; whole once the last one has."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = parts
        self.count = 0
        self.pages: list[Page] = []
        self.findings: list[Finding] = []

    def dossiers(self) -> Iterator[Dossier]:
        for part in self._parts:
            if isinstance(part, Dossier):
                self.count += 1
                yield part
            elif isinstance(part, Page):
                self.pages.append(part)
            else:
                self.findings.append(part)
