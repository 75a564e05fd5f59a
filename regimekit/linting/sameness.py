"""Whether two texts say the same: what a change of form may touch, and what it may not.

Two dossiers say the same where all their records are equal but for

- lines: where a record stands, where a section begins and ends;
- the order of records, which the order of the Overview's rows gives some of
  them; the sections themselves keep theirs, with their titles, numbers and
  kinds of blocks;
- the spelling of the dates that are written in ISO 8601: how a source's access
  date and the dates of creation and last update are written, not which days
  they are, and the line of a source as a whole;
- what joins a comparison to its relationship ("[[slug]] - Type: causal" is
  "[[slug]] — relationship: causal"), where the line is quoted in a record;
- blanks: one is as good as several, and a line break as a blank.

Not compared are the file's text and the findings' wording, which names lines.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from regimekit.model import Dossier

_RECORDS = ("overview", "people", "events", "estimates", "statistics", "debates", "relations", "sources", "tags")
_JOINT = re.compile(r"\s*(?:-{1,2}|[—–:;,|])?\s*\b(?:relationship|relation|type)\s*:\s*", re.I)
_SPELLINGS = ("created", "updated")


def says_the_same(one: Dossier, other: Dossier) -> bool:
    """Whether all records of two dossiers are equal, save what a change of form may touch."""
    return one.text == other.text or content(one) == content(other)


def content(dossier: Dossier) -> dict[str, Any]:
    """All that a dossier says, without what a change of form may touch."""
    plain = _plain(msgspec.to_builtins(dossier))
    for estimate in plain["estimates"]:
        if estimate["part_of"] is not None:
            estimate["part_of"] = plain["estimates"][estimate["part_of"]]["text"]
    for name in ("events", "estimates", "statistics"):
        for record in plain[name]:
            if record["section"] == "comparisons":
                for part in record.keys() & {"title", "text", "label"}:
                    record[part] = _JOINT.sub(" — relationship: ", record[part], count=1)
    for source in plain["sources"]:
        del source["text"], source["accessed_as_written"]
        _forget_spelling(source["accessed"])
    for name in _SPELLINGS:
        if plain[name] is not None:
            del plain[name]["verbatim"]
            _forget_spelling(plain[name]["date"])
    for section in plain["sections"]:
        section["blocks"] = [block["kind"] for block in section["blocks"]]
    for name in _RECORDS:
        plain[name].sort(key=repr)
    plain["findings"] = sorted((finding["code"], finding["severity"]) for finding in plain["findings"])
    del plain["text"]
    return plain  # type: ignore[no-any-return]


def _forget_spelling(date: dict[str, Any] | None) -> None:
    if date is not None:
        del date["verbatim"]


def _plain(value: Any) -> Any:
    """The value without the lines of its records, and with single blanks."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if name != "span"}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value
