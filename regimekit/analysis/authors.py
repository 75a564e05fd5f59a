"""Citations as bibliographies write them: 'Doe, Ana B. "The Aldovan Decade." Review of History 14, no. 1 (2012).'

Only what is surely one is read; everything else stays the title that it is.
"""

from __future__ import annotations

import re

import msgspec

from regimekit.analysis.identity import ISBN, isbn
from regimekit.model import Source


class Author(msgspec.Struct, frozen=True):
    """Family and given names; ``given`` is None where the text names somebody as a whole."""

    family: str
    given: str | None = None


class Citation(msgspec.Struct, frozen=True):
    """A citation taken apart; ``rest`` is what stands behind the title and could not be."""

    authors: tuple[Author, ...]
    title: str
    journal: str | None = None
    volume: str | None = None
    issue: str | None = None
    year: int | None = None
    rest: str | None = None


_MOST_NAMES = 4
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_FAMILY = re.compile(r"(?P<family>(?:[^\W\d_][\w'’-]* ){0,2}[^\W\d_][\w'’-]+),")
_PARTICLES = frozenset("al ben bin da de del den der di dos du el ibn la le ten ter van von zu".split())
_YEAR = "(?P<year>1[5-9][0-9]{2}|20[0-9]{2})"
_YEAR_FIRST = re.compile(rf"\({_YEAR}\)[.,:]? +")
_YEAR_LAST = re.compile(rf"(?<=\S) *\((?:(?P<place>[^()]*), )?{_YEAR}\)\.?$")
_QUOTED = re.compile(r"(?P<open>[\"“])(?P<title>[^\"“”]{3,})[\"”][.,]? *(?P<rest>.*)")
_IN_JOURNAL = re.compile(
    r"(?P<journal>[^\W\d_][^\d(),]+?),? (?P<volume>[0-9]+)(?:, no\. ?(?P<issue>[0-9]+)| ?\((?P<in>[0-9]+)\))?"
    rf" ?\({_YEAR}\)\.?"
)
_OF_WORKS = re.compile(r"\b(?:book|monograph|academic|scholar|literature|bibliograph|works\b)", re.IGNORECASE)
_LABELLED = re.compile(r"(?:^|\|)\s*authors?\s*:\s*(?P<names>[^|]+)", re.IGNORECASE)


def citation(source: Source, alone: bool = True) -> Citation | None:
    """The parts of a source that is cited as in a bibliography, or that names its author after "author:"."""
    labelled = _LABELLED.search(" ".join(source.text.split())) if alone else None
    if labelled:
        return Citation(_named(labelled["names"].strip()), source.title)
    found = _authors(_without_isbn(source))
    if found is None:
        return None
    authors, behind = found
    first = _YEAR_FIRST.match(behind)
    year = int(first["year"]) if first else None
    taken = _parts(authors, behind[first.end() :] if first else behind, year)
    initials = any(author.given and "." in author.given for author in authors)
    sure = taken.year is not None or _QUOTED.match(behind) or initials or _is_work(source)
    return taken if sure and taken.title else None


def _without_isbn(source: Source) -> str:
    """The title without the ISBN, which is a field of its own."""
    return ISBN.sub("", source.title).rstrip(" .,;:") if isbn(source) else source.title


def _is_work(source: Source) -> bool:
    """Whether its type or the heading above it says that it is a work with an author, and it is no web page."""
    return source.url is None and bool(
        {"book", "academic", "memoir"}.intersection(source.types) or _OF_WORKS.search(source.group or "")
    )


def _parts(authors: tuple[Author, ...], text: str, year: int | None) -> Citation:
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        title, rest = quoted["title"].rstrip(".,"), quoted["rest"].strip()
        journal = _IN_JOURNAL.fullmatch(rest)
        if journal:
            issue = journal["issue"] or journal["in"]
            return Citation(authors, title, journal["journal"], journal["volume"], issue, int(journal["year"]))
        last = _YEAR_LAST.search(rest)
        return Citation(authors, title, year=int(last["year"]) if last else year, rest=rest or None)
    last = _YEAR_LAST.search(text)
    if last:
        return Citation(authors, text[: last.start()].rstrip("."), year=int(last["year"]), rest=last["place"])
    return Citation(authors, text.removesuffix("."), year=year)


def _authors(title: str) -> tuple[tuple[Author, ...], str] | None:
    """The authors that a title begins with ("Doe, Ana B., and Ben Roe. "), and what stands behind them."""
    family = _FAMILY.match(title)
    if family is None or not _is_name(family["family"]):
        return None
    words = title[family.end() :].split()
    given, used, more = _given(words)
    if not given:
        return None
    authors = [Author(family["family"], " ".join(given))]
    words = words[used:]
    if more and words and words[0] in ("and", "&"):
        other, used, _ = _given(words[1:])
        if len(other) < 2:
            return None
        authors.append(Author(other[-1], " ".join(other[:-1])))
        words = words[used + 1 :]
    elif more:
        return None  # more than two authors, or no author at all: "Torture, Trials, Terror"
    return tuple(authors), " ".join(words)


def _given(words: list[str]) -> tuple[list[str], int, bool]:
    """Given names, how many words they take, and whether more authors follow; no names where they do not end."""
    names: list[str] = []
    for used, word in enumerate(words[: _MOST_NAMES + 1]):
        begun = bool(names) and names[-1].endswith(".")
        if _INITIALS.fullmatch(word.rstrip(",")):
            names.append(word.rstrip(","))
            if word.endswith(","):
                return names, used + 1, True
        elif names and word[0] in '"“(':
            return names, used, False
        elif word in ("and", "&") and names:
            return names, used, True
        elif word[-1] in ".,:" and _is_name(word[:-1]) and word[-1] != ":":
            return [*names, word[:-1]], used + 1, word[-1] == ","
        elif begun:
            return names, used, False
        elif _is_name(word):
            names.append(word)
        else:
            return [], 0, False
    return [], 0, False


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        bool(words)
        and all(_NAME.fullmatch(word) and (word[0].isupper() or word in _PARTICLES) for word in words)
        and words[-1][0].isupper()
    )


def _named(names: str) -> tuple[Author, ...]:
    """The authors behind a label: 'Doe, Ana' is a family name and a given one, anything else is kept whole."""
    authors = []
    for name in re.split(r"\s*;\s*|\s+(?:and|&)\s+", names):
        family, _, given = name.partition(", ")
        whole = not given or "," in given or not _is_name(family)
        authors.append(Author(name) if whole else Author(family, given))
    return tuple(author for author in authors if author.family)
