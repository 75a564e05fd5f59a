"""Which section, field or term each phrase of a user's file is given to, and that it is given to one only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from regimekit.schema.document import Entry
from regimekit.schema.phrases import Phrasebook, phrase_key

_MISPLACED_MARK = re.compile(r"(?<![^\W_]{2})\*|\*(?=[^\s])|^\.{3}|\.{3}$")


class Claims:
    """The phrases of one file by what they name. Raises SchemaError for one that names two things, or is no phrase."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, ...], tuple[str, Entry]] = {}

    def add(self, phrase: str, id: str, entry: Entry) -> None:
        other, at = self._given.setdefault(phrase_key(phrase), (id, entry))
        if other != id:
            entry.fail(f"{phrase!r} names {other} in line {at.line} and {id} here; it can name one")

    def add_list(self, entry: Entry | None, id: str, marks: bool = False) -> None:
        for item in entry.items() if entry else ():
            self.add(checked_phrase(item, marks), id, item)

    def kept(self, phrases: Iterable[str], id: str) -> tuple[str, ...]:
        """Those of the phrases that the file does not give to another id."""
        return tuple(phrase for phrase in phrases if self._given.get(phrase_key(phrase), (id,))[0] == id)

    def drawn(self, phrases: Iterable[str]) -> dict[str, str]:
        """Those of the phrases that hold one of the file's, with its id: "economic policy" where "econom*" is given."""
        book = Phrasebook((" ".join(phrase), id) for phrase, (id, _) in self._given.items())
        found = ((phrase, book.find(phrase_key(phrase))) for phrase in phrases)
        return {phrase: matches[0].id for phrase, matches in found if matches}

    def refuse_names(self, names: Mapping[str, str]) -> None:
        """``names`` are the titles of all ids: another id cannot have one as its alias."""
        for owner, name in names.items():
            id, entry = self._given.get(phrase_key(name), (owner, None))
            if entry and id != owner:
                entry.fail(f"{name!r} is the name of {owner} and cannot name {id} as well")


def checked_phrase(item: Entry, marks: bool) -> str:
    """The phrase, with the marks "*" and "..." only where they are understood."""
    text = item.text()
    if not marks and ("*" in text or "..." in text):
        item.fail(f'{text!r} must be written out: "*" and "..." stand in terms only')
    if not phrase_key(text) or _MISPLACED_MARK.search(text):
        item.fail(f'{text!r} is no phrase: "*" stands behind two letters or more, "..." between words')
    return text


def section_claims(entry: Entry | None) -> tuple[Claims, Claims]:
    """The aliases (with the titles) and the terms of a file's sections."""
    aliases, terms = Claims(), Claims()
    for id, block in entry.mapping() if entry else ():
        said = dict(block.mapping())
        if "title" in said:
            aliases.add(said["title"].text(), id, said["title"])
        aliases.add_list(said.get("aliases"), id)
        terms.add_list(said.get("terms"), id, marks=True)
    return aliases, terms


def field_claims(entry: Entry | None) -> Claims:
    """The aliases of a file's fields, with their labels."""
    claims = Claims()
    for id, block in entry.mapping() if entry else ():
        said = dict(block.mapping())
        if "label" in said:
            claims.add(said["label"].text(), id, said["label"])
        claims.add_list(said.get("aliases"), id)
    return claims


def term_claims(entry: Entry) -> Claims:
    """The aliases of one vocabulary's terms, with the terms themselves."""
    claims = Claims()
    for id, aliases in entry.mapping():
        if id != "replace":
            claims.add(id, id, aliases)
            claims.add_list(aliases, id, marks=True)
    return claims
