"""What the links of a folder lead to: a dossier, another page, or nothing yet."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import cached_property

from regimekit.analysis.names import fold, slug_of
from regimekit.model import Corpus, Dossier, Page, Relation


def is_dossier_name(target: str) -> bool:
    """Whether a link's target is written as dossiers are named ("aldova-varda"), there or not.

    Other targets ("Suez Crisis") are notes that somebody may write one day.
    """
    return target == target.casefold() and "-" in target and " " not in target


class Targets:
    """The names to which links of one folder lead; capitals do not count in them."""

    def __init__(self, corpus: Corpus) -> None:
        self._dossiers = corpus.dossiers
        self._pages = corpus.pages
        self._meant: dict[str, str | None] = {}
        self._linked: dict[str, frozenset[str]] = {}

    @cached_property
    def by_slug(self) -> dict[str, list[Dossier]]:
        """The dossiers that each slug names."""
        named: dict[str, list[Dossier]] = {}
        for dossier in self._dossiers:
            named.setdefault(dossier.slug, []).append(dossier)
        return named

    def dossiers(self, target: str) -> list[Dossier]:
        """The dossiers that a link may mean: several where they share their file's name."""
        return self._by_name.get(target.casefold(), [])

    @cached_property
    def _by_name(self) -> dict[str, list[Dossier]]:
        named: dict[str, list[Dossier]] = {}
        for dossier in self._dossiers:
            named.setdefault(dossier.slug.casefold(), []).append(dossier)
        return named

    def page(self, target: str) -> Page | None:
        """The page of the folder, no dossier, to which a link leads."""
        return self._pages_by_name.get(target.casefold())

    @cached_property
    def _pages_by_name(self) -> dict[str, Page]:
        return {slug_of(page.path).casefold(): page for page in reversed(self._pages)}

    def reaches(self, target: str) -> bool:
        """Whether a link to that name leads to a file of the folder."""
        return bool(self.dossiers(target)) or self.page(target) is not None

    def links_to(self, dossier: Dossier, other: Dossier) -> bool:
        """Whether a dossier links to the other, anywhere in its file."""
        if dossier.path not in self._linked:
            self._linked[dossier.path] = frozenset(relation.target.casefold() for relation in dossier.relations)
        return other.slug.casefold() in self._linked[dossier.path]

    def unreturned(self, dossier: Dossier, relations: Iterable[Relation]) -> Iterator[tuple[Relation, Dossier]]:
        """The first of the dossier's relations to each other dossier that does not link back."""
        seen: set[str] = set()
        for relation in relations:
            others = self.dossiers(relation.target)
            if len(others) == 1 and others[0] is not dossier and others[0].path not in seen:
                seen.add(others[0].path)
                if not self.links_to(others[0], dossier):
                    yield relation, others[0]

    def named(self, display: str) -> Dossier | None:
        """The one dossier whose title or file name a few words stand for, None where there is none or several."""
        wanted = fold(display)
        found = self._by_words_of_title.get(wanted, []) if len(wanted) > 3 else []
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_words_of_title(self) -> dict[str, list[Dossier]]:
        names: dict[str, list[Dossier]] = {}
        for dossier in self._dossiers:
            title = dossier.title.partition("(")[0]
            leaders = [person.name for person in dossier.people if person.leader]
            slug = dossier.slug.split("-")
            other_way = [f"{slug[-1]} {' '.join(slug[:-1])}", f"{' '.join(slug[:-1])} under {slug[-1]}"]
            for name in {fold(name) for name in (title, dossier.slug, *leaders, *other_way)}:
                names.setdefault(name, []).append(dossier)
        return names

    def meant(self, target: str) -> str | None:
        """The dossier that a target which leads nowhere most likely means, None where none is close.

        One with the same words, else one with the same last word (most often
        the leader's name), else one with nearly the same letters.
        """
        if target not in self._meant:
            close = self._by_words.get(_words(target)) or self._by_last.get(target.rpartition("-")[2])
            if close is None:
                near = [slug for slug in self._by_initial.get(target[:1], ()) if abs(len(slug) - len(target)) < 4]
                close = next(iter(difflib.get_close_matches(target, near, 1, 0.85)), None)
            self._meant[target] = close
        return self._meant[target]

    @cached_property
    def _by_words(self) -> dict[frozenset[str], str]:
        return {_words(slug): slug for slug in reversed(self.by_slug)}

    @cached_property
    def _by_last(self) -> dict[str, str]:
        return {slug.rpartition("-")[2]: slug for slug in reversed(self.by_slug)}

    @cached_property
    def _by_initial(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = {}
        for slug in self.by_slug:
            named.setdefault(slug[:1], []).append(slug)
        return named


def _words(slug: str) -> frozenset[str]:
    return frozenset(slug.split("-"))
