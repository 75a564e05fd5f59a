"""regime.yaml and vocabularies.yaml, and a user's regimekit.yaml on top of them → Schema.

All have the same form. What the user's file says of a section, field or
vocabulary that is known changes it: texts and flags replace, lists extend, or
replace where the block also says ``replace: true``. A phrase that the user
gives to one section is taken from every other. ``lint`` and ``data`` (a folder
of dossiers, relative to the file) are the user's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar, get_args

from msgspec.structs import replace

from regimekit.model.finding import Severity
from regimekit.schema.claims import Claims, checked_phrase, field_claims, section_claims, term_claims
from regimekit.schema.document import Entry, read_document
from regimekit.schema.headings import RESIDUAL
from regimekit.schema.schema import ExpectedField, ExpectedSection, LintSettings, Schema, Term

BUILT_IN = tuple(Path(__file__).with_name(name) for name in ("vocabularies.yaml", "regime.yaml"))

Item = TypeVar("Item", ExpectedSection, ExpectedField)

_FORM = ("sections", "fields", "vocabularies", "people_headings", "honorifics", "lint", "data")
_ID = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]+[0-9]*")


def load_schema(user: Path | None = None) -> Schema:
    """The built-in schema, with the user's file on top of it where one is given.

    Read once for as long as the file does not change. Raises SchemaError for
    a file that cannot be read or says what cannot be meant.
    """
    if user is None:
        return _built_in()
    try:
        status = user.stat()
    except OSError:
        return on_top(_built_in(), user)  # raises, and says why
    return _user(user, user.absolute(), status.st_mtime_ns, status.st_size)


@cache
def _built_in() -> Schema:
    schema = Schema()
    for path in BUILT_IN:
        schema = on_top(schema, path, trusted=True)  # a test reads them untrusted, so that no run has to
    return replace(schema, path=None)


@cache
def _user(path: Path, *_identity: object) -> Schema:
    return on_top(_built_in(), path)


def on_top(base: Schema, path: Path, trusted: bool = False) -> Schema:
    """The base as a file changes it. Raises SchemaError; of a trusted file the phrases are not checked."""
    said = dict(read_document(path, trusted).mapping(*_FORM))
    vocabularies = _vocabularies(said.get("vocabularies"), base.vocabularies, trusted)
    return Schema(
        sections=_sections(said.get("sections"), base.sections, trusted),
        fields=_fields(said.get("fields"), base.fields, vocabularies, trusted),
        vocabularies=vocabularies,
        people_headings=_words(said.get("people_headings"), base.people_headings, marks=True),
        honorifics=_words(said.get("honorifics"), base.honorifics, marks=False),
        lint=_lint(said["lint"]) if "lint" in said else base.lint,
        data=path.absolute().parent / Path(said["data"].text()).expanduser() if "data" in said else base.data,
        path=path,
    )


def _sections(entry: Entry | None, base: tuple[ExpectedSection, ...], trusted: bool) -> tuple[ExpectedSection, ...]:
    known = {section.id: section for section in base}
    for id, block in entry.mapping() if entry else ():
        said = dict(block.mapping("title", "required", "after", "aliases", "terms", "replace"))
        old = known.get(id) or ExpectedSection(id, _name_of_new("section", id, block, said.get("title"), known))
        fresh = "replace" in said and said["replace"].flag()
        section = ExpectedSection(
            id,
            title=said["title"].text() if "title" in said else old.title,
            required=said["required"].flag() if "required" in said else old.required,
            aliases=_extended(old.aliases, said.get("aliases"), fresh),
            terms=_extended(old.terms, said.get("terms"), fresh),
        )
        known = _placed(known, section, said.get("after"), before=RESIDUAL)
    if trusted:
        return tuple(known.values())
    aliases, terms = section_claims(entry)
    aliases.refuse_names({section.id: section.title for section in known.values()})
    # What the user names is no longer residual: "econom*" takes "economic policy" along.
    residual = known[RESIDUAL].terms if RESIDUAL in known else ()
    drawn = terms.drawn(residual)
    return tuple(
        replace(
            section,
            aliases=aliases.kept(section.aliases, id),
            terms=tuple(
                [term for term in terms.kept(section.terms, id) if drawn.get(term, id) == id]
                + [term for term, owner in drawn.items() if owner == id and term not in section.terms]
            ),
        )
        for id, section in known.items()
    )


def _fields(
    entry: Entry | None, base: tuple[ExpectedField, ...], vocabularies: Iterable[str], trusted: bool
) -> tuple[ExpectedField, ...]:
    known = {field.id: field for field in base}
    for id, block in entry.mapping() if entry else ():
        said = dict(block.mapping("label", "required", "after", "aliases", "vocabulary", "replace"))
        old = known.get(id) or ExpectedField(id, _name_of_new("field", id, block, said.get("label"), known))
        field = ExpectedField(
            id,
            label=said["label"].text() if "label" in said else old.label,
            required=said["required"].flag() if "required" in said else old.required,
            aliases=_extended(old.aliases, said.get("aliases"), "replace" in said and said["replace"].flag()),
            vocabulary=said["vocabulary"].choice(*vocabularies) if "vocabulary" in said else old.vocabulary,
        )
        known = _placed(known, field, said.get("after"))
    if trusted:
        return tuple(known.values())
    claims = field_claims(entry)
    claims.refuse_names({field.id: field.label for field in known.values()})
    return tuple(replace(field, aliases=claims.kept(field.aliases, id)) for id, field in known.items())


def _vocabularies(
    entry: Entry | None, base: Mapping[str, tuple[Term, ...]], trusted: bool
) -> dict[str, tuple[Term, ...]]:
    merged = dict(base)
    for name, block in entry.mapping() if entry else ():
        _check_id(name, block)
        said = dict(block.mapping())
        fresh = "replace" in said and said.pop("replace").flag()
        terms = {} if fresh else {term.id: term for term in merged.get(name, ())}
        for id, aliases in said.items():
            _check_id(id, aliases)
            old = terms.get(id) or Term(id)
            terms[id] = Term(id, _extended(old.aliases, aliases, fresh=False))
        claims = Claims() if trusted else term_claims(block)
        merged[name] = tuple(replace(term, aliases=claims.kept(term.aliases, id)) for id, term in terms.items())
    return merged


def _words(entry: Entry | None, base: tuple[str, ...], marks: bool) -> tuple[str, ...]:
    """A list that extends the base, or a mapping with ``terms`` and whether they replace it."""
    if entry is None:
        return base
    said = {"terms": entry} if entry.is_list or entry.is_empty else dict(entry.mapping("terms", "replace"))
    if base and "terms" in said:
        for item in said["terms"].items():
            checked_phrase(item, marks)
    return _extended(base, said.get("terms"), "replace" in said and said["replace"].flag())


def _extended(base: tuple[str, ...], entry: Entry | None, fresh: bool) -> tuple[str, ...]:
    if entry is None:
        return base
    return tuple(dict.fromkeys(entry.texts() if fresh else (*base, *entry.texts())))


def _placed(known: dict[str, Item], item: Item, after: Entry | None, before: str | None = None) -> dict[str, Item]:
    """The items with one more, behind the one that ``after`` names; a new one else before ``before``, or last."""
    if after is None and (item.id in known or before not in known):
        return {**known, item.id: item}
    others = {id: other for id, other in known.items() if id != item.id}
    ids: list[str] = list(others)
    at: int = ids.index(after.choice(*ids)) + 1 if after else ids.index(before or "")
    return {id: item if id == item.id else others[id] for id in (*ids[:at], item.id, *ids[at:])}


def _name_of_new(kind: str, id: str, block: Entry, name: Entry | None, known: Iterable[str]) -> str:
    _check_id(id, block)
    if name:
        return name.text()
    from difflib import get_close_matches  # needed for this message only

    close = get_close_matches(id, known, 1)
    meant = f"is {close[0]!r} meant?" if close else f"known: {', '.join(known)}"
    needs = "title" if kind == "section" else "label"
    return block.fail(f"{id!r} is no known {kind}, and a new one needs a {needs}; {meant}")


def _check_id(id: str, block: Entry) -> None:
    if not _ID.fullmatch(id):
        block.fail(f"{id!r} is no id: allowed are lower-case letters and digits, joined by _ or -")


def _lint(entry: Entry) -> LintSettings:
    said = dict(entry.mapping("select", "ignore", "severity", "per-path-ignores", "thresholds"))
    severities = said["severity"].mapping() if "severity" in said else ()
    paths = said["per-path-ignores"].mapping() if "per-path-ignores" in said else ()
    thresholds = said["thresholds"].mapping() if "thresholds" in said else ()
    return LintSettings(
        select=_codes(said.get("select")),
        ignore=_codes(said.get("ignore")),
        severity={_code(code, value): _severity(value) for code, value in severities},
        per_path_ignores={pattern: _codes(value) for pattern, value in paths},
        thresholds={name: value.number() for name, value in thresholds},
    )


def _severity(entry: Entry) -> Severity:
    allowed: tuple[Severity, ...] = get_args(Severity)
    named = entry.choice(*allowed)
    return next(severity for severity in allowed if severity == named)


def _codes(entry: Entry | None) -> tuple[str, ...]:
    return tuple(_code(item.text(), item) for item in entry.items()) if entry else ()


def _code(code: str, entry: Entry) -> str:
    if not _CODE.fullmatch(code):
        entry.fail(f"{code!r} is not a rule's code; allowed are codes as RK404, beginnings of them as RK4, and ALL")
    return code
