"""What a section is, by what it holds, where its title names nothing the schema knows.

"The Men in the Photograph" over a table of names and offices is a section of
key figures to any reader; so is a list of dated links a section of sources. Only
forms that hardly mean anything else are taken as telling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from regimekit.parsing.names import looks_like_a_name, read_name
from regimekit.parsing.passages import Passage
from regimekit.schema import Schema

_NAME_HEAD = re.compile(r"(?:full )?names?\b|person\b|figure\b|who\b", re.I)
_OFFICE_HEAD = re.compile(r"roles?\b|position|offices?\b|posts?\b|title|function|rank|fate\b", re.I)
_CONFIDENCE_HEAD = re.compile(r"(?:level of )?(?:confidence|certainty|reliability)", re.I)
# defendants and victims are people of the regime's doing, not of the regime
_NOT_FIGURES = re.compile(r"verdict|sentence|charge|convict|crime|victim|age\b|arrested|killed", re.I)
_MOST = 0.7


def name_sections_by_content(passages: Sequence[Passage], schema: Schema) -> None:
    """Give the sections of level 2 that are "other" by their title the id that their content tells."""
    start = 0
    while start < len(passages):
        end = start + 1
        while end < len(passages) and not (passages[end].kind == "heading" and passages[end].level <= 2):
            end += 1
        head = passages[start]
        if head.kind == "heading" and head.level == 2 and head.section in ("other", "comparisons"):
            told = _told(passages[start + 1 : end], schema)
            # "Links" heads either kind: links to other pages of the folder, or to the web
            if told is not None and (head.section == "other" or told == "sources"):
                for passage in passages[start:end]:
                    passage.section = told
        start = end


def _told(passages: Sequence[Passage], schema: Schema) -> str | None:
    """The id that a section's content tells, None where it tells nothing."""
    rows = [passage for passage in passages if passage.kind == "row"]
    items = [passage for passage in passages if passage.kind == "item" and passage.level == 1]
    others = [passage for passage in passages if passage.kind in ("paragraph", "quote")]
    notes = [passage for passage in passages if passage.kind == "footnote"]
    heads = [passage for passage in passages if passage.kind == "heading" and passage.level == 3]
    persons = [head for head in heads if _is_person(head.text, schema)]
    if len(persons) > 1 and all(head in persons or schema.is_people_heading(head.text) for head in heads):
        return "key_figures"
    if rows and not items and len(others) <= 1:
        return _told_by_table(rows, schema)
    if notes and len(notes) >= len(items) + len(others) + len(rows):
        return "sources"
    if len(items) < 2 or rows or len(others) > len(items):
        return None
    if _most(items, lambda item: bool(item.links) and item.text.startswith(item.links[0][0])):
        return "sources"
    if _most(items, lambda item: bool(item.wiki) and item.text.startswith(item.wiki[0].rpartition("|")[2])):
        return "comparisons"
    if _most(items, lambda item: _has_life(item, schema)):
        return "key_figures"
    return None


def _told_by_table(rows: Sequence[Passage], schema: Schema) -> str | None:
    header = rows[0].header
    if any(row.header is not header for row in rows):
        return None
    if len(header) == 2 and sum(schema.field_id(row.cells[0]) is not None for row in rows) >= 3:
        return "overview"
    if any(_CONFIDENCE_HEAD.match(head) for head in header[1:]):
        return "confidence"
    if any(_NOT_FIGURES.search(head) for head in header):
        return None
    named = next((at for at, head in enumerate(header) if _NAME_HEAD.match(head)), None)
    if named is None or not any(_OFFICE_HEAD.match(head) for head in header):
        return None
    names = [read_name(row.cells[named], schema.split_honorific).name for row in rows if named < len(row.cells)]
    return "key_figures" if sum(map(looks_like_a_name, names)) >= _MOST * len(rows) else None


def _has_life(item: Passage, schema: Schema) -> bool:
    if item.label is None:
        return False
    return _is_person(item.text[: item.body] if item.body else item.text, schema)


def _is_person(text: str, schema: Schema) -> bool:
    """A name that its rank or a life span shows to be one: "Brown Terror" could be a name as well."""
    name = read_name(text, schema.split_honorific)
    return (name.life is not None or name.honorific is not None) and looks_like_a_name(name.name)


def _most(items: Sequence[Passage], holds: Callable[[Passage], bool]) -> bool:
    return sum(map(holds, items)) >= _MOST * len(items)
