"""What a dossier should contain, and the questions that reading and checking put to that."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from regimekit.model.finding import Severity
from regimekit.schema.headings import HeadingNames, PeopleHeadings, split_number
from regimekit.schema.phrases import Phrasebook, tokens

_PLURAL = re.compile(r"\((?:s|es|ies)\)")
_NEGATING = frozenset("anti contra counter ex former formerly never neither no non nor not post pre un".split())
_INITIAL = re.compile(r"[A-Z]\.")
_BREAKS = re.compile(r"[\s.,\-]+")


class ExpectedSection(msgspec.Struct, frozen=True):
    """A level-2 section: its title in the template, and the whole titles (aliases) and phrases (terms) that name it."""

    id: str
    title: str
    required: bool = False
    aliases: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class ExpectedField(msgspec.Struct, frozen=True):
    """A row of the Overview or a key of the front matter; ``vocabulary`` names the one its value is written in."""

    id: str
    label: str
    required: bool = False
    aliases: tuple[str, ...] = ()
    vocabulary: str | None = None


class Term(msgspec.Struct, frozen=True):
    """A word of a controlled vocabulary, and the phrases that mean it; its id is one of them."""

    id: str
    aliases: tuple[str, ...] = ()


class LintSettings(msgspec.Struct, frozen=True):
    """What a user's file says of the rules: codes, or beginnings of codes ("RK4")."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    per_path_ignores: dict[str, tuple[str, ...]] = {}
    thresholds: dict[str, float] = {}


class Schema(msgspec.Struct, frozen=True, eq=False, dict=True):
    """The built-in schema with a user's own on top of it.

    Sections and fields stand in the order in which a dossier has them.
    ``people_headings`` are phrases that head a list of people, ``honorifics``
    the ranks, offices and forms of address that stand before a name. ``path``
    and ``data`` (a folder of dossiers) are those of the user's file.
    """

    sections: tuple[ExpectedSection, ...] = ()
    fields: tuple[ExpectedField, ...] = ()
    vocabularies: dict[str, tuple[Term, ...]] = {}
    people_headings: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    lint: LintSettings = LintSettings()
    data: Path | None = None
    path: Path | None = None

    @property
    def required_sections(self) -> tuple[ExpectedSection, ...]:
        return tuple(section for section in self.sections if section.required)

    @property
    def required_fields(self) -> tuple[ExpectedField, ...]:
        return tuple(field for field in self.fields if field.required)

    def section(self, id: str) -> ExpectedSection | None:
        return next((section for section in self.sections if section.id == id), None)

    def field(self, id: str) -> ExpectedField | None:
        return next((field for field in self.fields if field.id == id), None)

    def section_id(self, title: str) -> str:
        """The id of the section that a heading names, numbering and brackets aside; "other" where it names none."""
        return self._section_names(title)

    def is_people_heading(self, title: str) -> bool:
        """Whether a heading below level 2 heads a list of people ("Inner Circle", not "Leadership Purges")."""
        return self._people_names(title)

    def field_id(self, label: str) -> str | None:
        """The id of the field that a label or front-matter key names ("Leader(s)", "death_toll"), None where none."""
        return self._field_ids.get(_label_key(label))

    def terms(self, vocabulary: str, text: str) -> tuple[str, ...]:
        """The ids of the vocabulary's words in a text, each once, in their order there.

        "Medium-High" is medium and high; "anti-communist" is not communist.
        Raises KeyError for a vocabulary that there is not.
        """
        book = self._phrasebooks(vocabulary)
        words = tokens(text)
        found = (match.id for match in book.find(words) if not (match.start and words[match.start - 1] in _NEGATING))
        return tuple(dict.fromkeys(found))

    def field_terms(self, id: str | None, text: str) -> tuple[str, ...]:
        """The terms of a field's own vocabulary in its value; none for a field without one."""
        field = self.field(id) if id else None
        return self.terms(field.vocabulary, text) if field and field.vocabulary else ()

    def split_number(self, title: str) -> tuple[str | None, str]:
        """A numbering before a title and the rest: ("IX.", "The Fall"); (None, title) where there is none.

        A letter before a single word that names no section is a person's
        initial: "V. Lenin" is no fifth section, "V. Repression" is.
        """
        number, rest = split_number(title)
        if number and _INITIAL.fullmatch(number) and len(rest.split()) == 1 and not self._heading_names.knows(rest):
            return None, title
        return number, rest

    def split_honorific(self, name: str) -> tuple[str | None, str]:
        """Ranks and offices before a name, and the name: ("Lt. Gen.", "Ana Doe"); (None, name) where there are none."""
        words = name.split()
        at = 0
        while length := self._honorific_length(words[at:-1]):
            at += length
        return " ".join(words[:at]) or None, " ".join(words[at:])

    def _honorific_length(self, words: list[str]) -> int:
        """How many of these words, from the first, are one honorific."""
        if not words or not words[0][0].isupper():
            return 0
        known = self._honorific_spellings
        lengths = range(min(len(words), 5), 0, -1)
        return next((length for length in lengths if _spelling(" ".join(words[:length])) in known), 0)

    @cached_property
    def _honorific_spellings(self) -> frozenset[str]:
        return frozenset(map(_spelling, self.honorifics))

    @cached_property
    def _field_ids(self) -> dict[str, str]:
        named = {_label_key(field.id): field.id for field in self.fields}
        named.update((_label_key(field.label), field.id) for field in self.fields)
        named.update((_label_key(alias), field.id) for field in self.fields for alias in field.aliases)
        return named

    @cached_property
    def _heading_names(self) -> HeadingNames:
        aliases = [(section.title, section.id) for section in self.sections]
        aliases += [(section.id, section.id) for section in self.sections]
        aliases += [(alias, section.id) for section in self.sections for alias in section.aliases]
        return HeadingNames(aliases, ((term, section.id) for section in self.sections for term in section.terms))

    @cached_property
    def _section_names(self) -> Callable[[str], str]:
        return lru_cache(maxsize=4096)(self._heading_names.name)

    @cached_property
    def _people_names(self) -> Callable[[str], bool]:
        return lru_cache(maxsize=4096)(PeopleHeadings(self.people_headings).covers)

    @cached_property
    def _phrasebooks(self) -> Callable[[str], Phrasebook]:
        def compiled(vocabulary: str) -> Phrasebook:
            terms = self.vocabularies[vocabulary]
            return Phrasebook((phrase, term.id) for term in terms for phrase in (term.id, *term.aliases))

        return lru_cache(maxsize=None)(compiled)


def _label_key(label: str) -> str:
    """ "Leader(s)" and "leaders", "death_toll" and "Death Toll:" are the same label."""
    return " ".join(tokens(_PLURAL.sub("s", label).replace("_", " ")))


def _spelling(honorific: str) -> str:
    return _BREAKS.sub(" ", honorific).strip().casefold()
