"""Whether a safe fix left alone what it is not about.

Safe fixes may take out numbers of headings and capitals of types, repeated entries, characters that
are not shown and parameters of addresses, may say of a relation which type it
is, make dates readable and give tags their mark. All else that a dossier says has to be the same
before and after.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from regimekit.linting.rules.citations import without_tracking
from regimekit.linting.sameness import content
from regimekit.model import Dossier

# what is compared as a set: the second of two equal entries may go
_ENTRIES = ("overview", "people", "events", "estimates", "statistics", "debates", "relations", "sources")
_LABELS = ("headings", "caption", "group", "what")  # where a heading is quoted, perhaps with its number
_QUOTING = ("text", "title", "label")  # where a heading, or a line of the comparisons, is quoted


def keeps_the_rest(before: Dossier, after: Dossier) -> bool:
    """Whether nothing changed but what a safe fix may change."""
    return _stated(before) <= _stated(after) and _told(before) == _told(after)


def _stated(dossier: Dossier) -> set[tuple[str, str]]:
    """What may become more by a fix and never less: tags, and the dates of the dossier and of its sources."""
    stated = {("tag", tag.name.casefold()) for tag in dossier.tags}
    for name, stamp in (("created", dossier.created), ("updated", dossier.updated)):
        if stamp is not None and stamp.date is not None:
            stated.add((name, stamp.date.edtf))
    return stated | {(source.title, source.accessed.edtf) for source in dossier.sources if source.accessed}


def _told(dossier: Dossier) -> dict[str, Any]:
    told = content(dossier)
    for name in ("findings", "tags", "created", "updated"):
        del told[name]
    for section in told["sections"]:
        del section["number"], section["level"]
        section["blocks"] = [kind for kind in section["blocks"] if kind not in ("html", "footnote")]
    for source in told["sources"]:
        del source["key"], source["accessed"]
        source["kind"] = source["kind"] and source["kind"].casefold()
        source["url"] = source["url"] and without_tracking(source["url"])
    for relation in told["relations"]:
        # "causal (why)" is a remark until it says that it is a type, and then a type with a remark
        relation["types"] = relation["note"] = None
    told["overview"] = [field for field in told["overview"] if field["id"] not in ("created", "updated")]
    for name in _ENTRIES:
        told[name] = _entries(told[name])
    return {name: _shown(value) for name, value in told.items()}


def _entries(records: Iterable[dict[str, Any]]) -> list[str]:
    """The records as a set, without what may quote a heading's number or the joint of a comparison."""
    entries = set()
    for record in records:
        kept = {name: value for name, value in record.items() if name not in (*_LABELS, "part_of")}
        if isinstance(kept.get("scope"), dict):
            kept["scope"] = {name: value for name, value in kept["scope"].items() if name not in _LABELS}
        if kept.get("section") == "comparisons" or kept.get("kind") == "heading":
            kept = {name: value for name, value in kept.items() if name not in _QUOTING}
        entries.add(repr(_shown(kept)))
    return sorted(entries)


def _shown(value: Any) -> Any:
    """The value without characters that are not shown and without empty cells at the end of a row."""
    if isinstance(value, dict):
        return {name: _shown(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_shown(one) for one in value]
    if not isinstance(value, str):
        return value
    if not value.isprintable():
        value = " ".join("".join(" " if c.isspace() else c for c in value if _is_shown(c)).split())
    return value.rstrip(" |")


def _is_shown(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in ("Cc", "Cf")
