"""Lines that have a form of their own: sources, relations, the footer."""

from __future__ import annotations

import re
from typing import TypeVar

from regimekit.linting.iso import iso_day
from regimekit.model import Dossier, HistoricalDate, Relation, Source, Stamp
from regimekit.schema import Schema

_LINK = r"\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)\)"
_SOURCE = re.compile(
    rf"(?P<head>\s*(?:(?:[-*+]|\d{{1,9}}[.)])\s+|\[\^[^\]\s]+\]:[ \t]*)?{_LINK})"
    r"(?:(?P<mark>\s*(?:[|—–;:,]|-{1,2}(?=\s)|\s)\s*)(?P<rest>\S[^\n]*))?"
)
_TYPE = re.compile(r"(?:source )?(?:type|kind|category)\s*:\s*(?P<value>\S.*)", re.I)
_ACCESSED = re.compile(
    r"(?:last )?(?:access(?:ed)?|retrieved|visited|consulted)(?: date)?(?: on)?\s*:?\s*(?P<value>\S.*)", re.I
)
_RELATION = re.compile(
    r"(?P<head>\s*[-*+]\s+(?P<bold>\*\*)?\[\[[^\[\]\n]+\]\](?(bold)\*\*))"
    r"(?:\s+-{1,2}\s+|\s*[—–:;,|]\s*|\s+)"
    r"(?P<emphasis>\*\*|__|\*|_)?(?:relationship|relation|type)"
    r"(?(emphasis)(?:\s*:\s*(?P=emphasis)|(?P=emphasis)\s*:)|\s*:)\s*(?P<rest>\S[^\n]*)",
    re.I,
)
_FOOTER = re.compile(
    r"\s*(?P<open>[*_]{0,3})(?P<key>created|date created|(?:last[ _])?updated|last[ _]modified|modified|tags)"
    r"(?P<inner>[*_]{0,3})\s*:\s*(?P<behind>[*_]{0,3})\s*(?P<value>[^\s*_](?:[^\n]*[^\s*_])?)"
    r"(?P<close>[*_]{0,3})",
    re.I,
)
# what may stand beside such a line: another, or one in italics
_FOOTER_LINE = re.compile(rf"{_FOOTER.pattern}\s*\Z|\s*[*_][^\s*_]", re.I)
_KEYS = {
    "created": "Created",
    "updated": "Last updated",
    "last updated": "Last updated",
    "last_updated": "Last updated",
}


def rewritten_lines(dossier: Dossier, schema: Schema) -> dict[int, str]:
    """The lines that have a form, by their number, as they should be; those that are not understood are left out."""
    lines = dossier.text.split("\n")
    sections = {
        line: section.id for section in dossier.sections for line in range(section.span.first, section.span.last + 1)
    }
    header = _header(dossier)
    footer = _footer_lines(dossier, lines)
    new: dict[int, str] = {}
    for number, sources in _by_line(dossier.sources, header).items():
        if len(sources) == 1 and sources[0].listed:
            new[number] = _source(lines[number - 1], sources[0])
    for number, relations in _by_line(dossier.relations, header).items():
        if len(relations) == 1 and relations[0].types and sections.get(number) == "comparisons":
            new[number] = relation_line(lines[number - 1])
    for stamp in (dossier.created, dossier.updated):
        if stamp is not None and stamp.span.first in footer:
            new[stamp.span.first] = _stamp(lines[stamp.span.first - 1], stamp)
    for number in footer & {tag.span.first for tag in dossier.tags}:
        new[number] = _tags(lines[number - 1])
    return new


_Record = TypeVar("_Record", Source, Relation)


def _by_line(records: tuple[_Record, ...], header: frozenset[int]) -> dict[int, list[_Record]]:
    """The records that stand on one line each."""
    found: dict[int, list[_Record]] = {}
    for record in records:
        if record.span.first == record.span.last and record.span.first not in header:
            found.setdefault(record.span.first, []).append(record)
    return found


def _header(dossier: Dossier) -> frozenset[int]:
    blocks = (block for section in dossier.sections for block in section.blocks if block.kind == "front_matter")
    return frozenset(line for block in blocks for line in range(block.first, block.last + 1))


def _footer_lines(dossier: Dossier, lines: list[str]) -> frozenset[int]:
    """The lines of paragraphs that hold nothing but a footer: among others, a line's emphasis may set it apart."""
    blocks = (block for section in dossier.sections for block in section.blocks if block.kind == "paragraph")
    return frozenset(
        line
        for block in blocks
        if all(_FOOTER_LINE.match(line) for line in lines[block.first - 1 : block.last])
        for line in range(block.first, block.last + 1)
    )


def _full_day(date: HistoricalDate | None) -> str | None:
    """The day in ISO 8601 where a date names one and leaves nothing open."""
    if date is None or date.relation != "in" or date.approximate or date.uncertain:
        return None
    return date.edtf if iso_day(date.edtf) else None


def _source(line: str, source: Source) -> str:
    """``- [title](url) | type: … | accessed: …``; where the line is another, only its access date is written anew."""
    day = _full_day(source.accessed)
    match = _SOURCE.fullmatch(line.rstrip())
    if match is not None and match["rest"] and (day or not source.accessed_as_written):
        new = _described(match, source, day)
        if new is not None:
            return new
    return _dated(line, source.accessed, source.accessed_as_written)


def _described(match: re.Match[str], source: Source, day: str | None) -> str | None:
    """The source with what is said of it in its order: remarks as they are, type, access date."""
    types: list[str] = []
    accessed: list[str] = []
    remarks: list[str] = []
    parts = [part.strip() for part in match["rest"].split("|")]
    for part in parts:
        kind, when = _TYPE.fullmatch(part), _ACCESSED.fullmatch(part)
        if kind:
            types.append(kind["value"])
        elif when:
            accessed.append(when["value"].rstrip(" ."))
        else:
            remarks.append(part)
    if len(types) > 1 or len(accessed) > 1 or not (types or accessed) or not all(parts):
        return None
    if (types and source.kind != types[0].strip(" .")) or (accessed and source.accessed_as_written != accessed[0]):
        return None  # read in another way than it is split here: a bar within brackets, marks of emphasis
    if accessed and (day is None or source.accessed is None or source.accessed.verbatim != accessed[0]):
        return None
    new = match["head"]
    if remarks and remarks[0] == parts[0]:  # what directly follows the link stays joined to it as it was
        new += (" | " if match["mark"].strip() == "|" else match["mark"]) + remarks.pop(0)
    new += "".join(f" | {remark}" for remark in remarks)
    new += "".join(f" | type: {kind}" for kind in types)
    return new + "".join(f" | accessed: {day}" for _ in accessed)


def _dated(line: str, date: HistoricalDate | None, written: str | None) -> str:
    """The line with a date that it holds once in ISO 8601."""
    day = _full_day(date)
    if day is None or date is None or not written or line.count(date.verbatim) != 1 or date.verbatim not in written:
        return line
    return line.replace(date.verbatim, day)


def relation_line(line: str) -> str:
    """``- [[slug]] — relationship: …``; the line itself where it is none that states a relation."""
    match = _RELATION.fullmatch(line.rstrip())
    return f"{match['head']} — relationship: {match['rest']}" if match else line


def _stamp(line: str, stamp: Stamp) -> str:
    """``*Created: 2026-01-06*``"""
    match = _FOOTER.fullmatch(line.rstrip())
    day = _full_day(stamp.date)
    if match is None or day is None or stamp.date is None:
        return line
    if match["value"] != stamp.date.verbatim or not _is_closed(match):
        return _dated(line, stamp.date, stamp.verbatim)
    key = _KEYS.get(match["key"].casefold(), match["key"])
    return f"*{key}: {day}*{_line_break(line)}"


def _tags(line: str) -> str:
    """``*Tags:* #one #two``"""
    match = _FOOTER.fullmatch(line.rstrip())
    if (
        match is None
        or match["key"].casefold() != "tags"
        or not match["value"].startswith("#")
        or not _is_closed(match)
    ):
        return line
    return f"*Tags:* {match['value']}{_line_break(line)}"


def _is_closed(match: re.Match[str]) -> bool:
    """Whether the emphasis that a line opens is closed once, before the colon, behind it or at the end."""
    ends = [match[name] for name in ("inner", "behind", "close") if match[name]]
    return ends == ([match["open"]] if match["open"] else [])


def _line_break(line: str) -> str:
    return "  " if line.endswith("  ") else ""
