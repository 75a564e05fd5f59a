"""Author-date citations in running text: "(Moreau 1979: 88)", "Hale (2001)", "as Benn and Toledo (2011) show".

Whether "Hale (2001)" is a book or a battle cannot be seen from the words. That the dossier lists a work of Hale's of
that year among its sources, or cites one with a page elsewhere, settles it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from regimekit.parsing.dated_statements import THINGS
from regimekit.parsing.dates.vocabulary import MONTH_NUMBERS, MONTHS, SEASONS, TEMPORAL
from regimekit.parsing.passages import Passage

Works = frozenset[tuple[str, str]]

_NAME = r"[A-Z][\w'’-]{1,30}"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_PAGES = r"(?::\s?|,\s?pp?\.\s?)[0-9]{1,4}(?:\s?[-–]\s?[0-9]{1,4})?(?:,\s?[0-9]{1,4}(?:\s?[-–]\s?[0-9]{1,4})?)*"
_CITATION: Final = re.compile(
    rf"(?<![\w-])(?P<first>{_NAME})(?P<others>,?\s(?:and|&)\s(?P<last>{_NAME})|\set\sal\.?)?"
    rf",?\s(?P<open>\()?(?P<year>{_YEAR})[a-z]?(?![\w-])(?P<pages>{_PAGES}(?=\s?[);]))?"
)
_PAGED: Final = re.compile(r"[0-9]{4}[a-z]?(?::|,\s?pp?\.)")
_DATED: Final = re.compile(r"(?<![\w-])(?:1[5-9]|20)[0-9]{2}[a-z]?(?![\w-])")
# a citation in brackets begins behind one of these, or behind another author's
_INSIDE: Final = re.compile(r"(?:[(;]|\b(?:see|cf\.|in|also|by))\s?\Z")
# who a listed source is by: the words before its first comma, bracket, colon or full stop
_AUTHOR: Final = re.compile(rf"\W*(?:{_NAME}\s|[A-Z]\.\s){{0,3}}(?P<surname>{_NAME})(?:,|\.\s|:|\s\(|\s(?:and|&)\s)")
_SINGLE_YEAR: Final = re.compile(rf"(?<![\w–—/-]){_YEAR}(?![\w–—/-])")
_TEMPORAL: Final = frozenset((*MONTHS, *MONTH_NUMBERS, *SEASONS, *TEMPORAL, "early", "mid", "late", "since", "until"))
_LONGEST_SOURCE: Final = 400


def cited_works(passages: Sequence[Passage]) -> Works:
    """The works that a dossier lists or cites by page, each as its author's surname and its year."""
    works: set[tuple[str, str]] = set()
    paged: Counter[str] = Counter()
    in_text: set[tuple[str, str]] = set()
    for passage in passages:
        if passage.section == "sources" or passage.kind == "footnote":
            author = _AUTHOR.match(passage.text)
            if author is not None and author["surname"].lower() not in THINGS:
                years = _SINGLE_YEAR.findall(passage.text[:_LONGEST_SOURCE])
                works.update((author["surname"], year) for year in years)
        elif _PAGED.search(passage.text) is not None:
            for found in _CITATION.finditer(passage.text):
                if found["pages"] is not None and _is_cited(passage.text, found):
                    paged[found["first"]] += 2 if found["others"] else 1
                    in_text.add((found["first"], found["year"]))
    # once may be a place with a count: "(Lund 1944: 52)"
    works.update(work for work in in_text if paged[work[0]] > 1 and work[0].lower() not in THINGS)
    return frozenset(works)


def _is_cited(text: str, found: re.Match[str]) -> bool:
    """ "(Moreau 1979: 88)", "(see Moreau 1979: 88)", "Moreau (1979: 88)"; not "Late 1979: 88", "(March 1979: 88)"."""
    if found["first"].lower() in _TEMPORAL:
        return False
    return found["open"] is not None or _INSIDE.search(text[max(0, found.start() - 6) : found.start()]) is not None


def citations(text: str, works: Works, *, pages: bool = False) -> Iterator[tuple[int, int]]:
    """Where a text cites one of the works, from the author to the last page; with ``pages``, where the pages stand."""
    if not works:
        return
    # most texts are spared the slow search for a name
    if (_PAGED if pages else _DATED).search(text) is None:
        return
    for found in _CITATION.finditer(text):
        if (found["first"], found["year"]) in works or (found["last"], found["year"]) in works:
            if not pages:
                yield found.span()
            elif found["pages"] is not None:
                yield found.span("pages")
