"""Fixes to headings, sections and the footer."""

from __future__ import annotations

import re

from regimekit.linting.context import Context
from regimekit.linting.edits import Edit
from regimekit.linting.fix import Fix, in_prose, line_of, mended, without_lines
from regimekit.linting.rules.structure import required_in_turn
from regimekit.linting.suppression import comments_on
from regimekit.model import Finding, Section
from regimekit.schema import ExpectedSection
from regimekit.schema.template import PLACEHOLDER

_HEADING = re.compile(r"(?P<mark> {0,3}#{1,6}[ \t]+)(?P<title>.*?)(?P<tail>[ \t]*(?:[ \t]#+[ \t]*)?)")
_NO_ANCHOR = re.compile(r"[^\w\- ]")
_RULE = re.compile(r" {0,3}(?:-[ \t]*){3,}|(?:\* ?){3,}|(?:_ ?){3,}")


def numbered_heading(context: Context, finding: Finding) -> Fix | None:
    """RK108: the heading without its number, where no link of the folder goes by the number.

    Left alone where the text goes by the number, unsafe where a note beside the dossiers may.
    """
    line = line_of(context, finding.span.first)
    heading = _HEADING.fullmatch(line)
    if heading is None:
        return None
    title = heading["title"]
    number, rest = context.schema.split_number(title)
    anchor = _NO_ANCHOR.sub("", title.casefold()).replace(" ", "-")
    named = context.folder.fragments
    linked = named.get(context.dossier.slug, set()) | named.get("", set())
    if not number or not rest or not title.endswith(rest) or f"](#{anchor}" in context.dossier.text.casefold():
        return None
    if any(fragment.rpartition("#")[2].strip().casefold() == title.casefold() for fragment in linked):
        return None
    start = context.starts[finding.span.first - 1] + heading.start("title")
    by_number = re.compile(rf"(?:\b(?:sections?|parts?|chapters?)|§)\s+{re.escape(number.strip('. )'))}\b", re.I)
    if by_number.search(context.dossier.text):
        return None  # "see Section 5"
    # a note beside the dossiers may link to "#5. …", which is not seen here
    return mended(Edit(start, start + len(title) - len(rest), ""), "unsafe" if context.folder.corpus.pages else "safe")


def heading_level(context: Context, finding: Finding) -> Fix | None:
    """RK107: the heading, and those below and beside it that lie as deep, raised by what was skipped.

    Unsafe where one of them becomes a main section, which it was not.
    """
    sections = [section for section in context.dossier.sections if section.level]
    at = next((at for at, section in enumerate(sections) if section.span.first == finding.span.first), 0)
    if not at or sections[at].level <= sections[at - 1].level + 1:
        return None
    deepest, above = sections[at].level, sections[at - 1].level
    edits: list[Edit] = []
    for section in sections[at:]:
        if section.level < deepest:
            break
        line = line_of(context, section.span.first)
        mark = line.find("#")
        if not line[mark:].startswith("#" * section.level + " "):
            return None
        start = context.starts[section.span.first - 1] + mark
        edits.append(Edit(start, start + deepest - above - 1, ""))
    return mended(edits, "safe" if above > 1 else "unsafe")


def empty_heading(context: Context, finding: Finding) -> Fix | None:
    """RK111, unsafe: the heading goes, with one of the blank lines around it."""
    section = next((one for one in context.dossier.sections if one.span.first == finding.span.first), None)
    if section is None or not section.blocks:
        return None
    first, last = section.blocks[0].first, section.blocks[0].last
    if not line_of(context, first - 1).strip() and last < len(context.lines) and not line_of(context, last + 1).strip():
        last += 1
    return mended(without_lines(context, first, last), "unsafe")


def missing_section(context: Context, finding: Finding) -> Fix | None:
    """RK101 and RK801, unsafe: the heading at its place in the schema's order, with nothing below it."""
    missing = _named(context, finding)
    if missing is None or any(section.id == missing.id for section in context.main_sections):
        return None
    places, ordered, _ = required_in_turn(context)
    at = _slot(context, places, ordered, missing.id)
    return mended(_inserted(context, at, f"## {missing.title}"), "unsafe")


def _named(context: Context, finding: Finding) -> ExpectedSection | None:
    if finding.code == "RK801":
        return context.schema.section("confidence")
    expected = context.schema.required_sections
    return next((one for one in expected if finding.message == f"the section {one.title!r} is missing"), None)


def misplaced_section(context: Context, finding: Finding) -> Fix | None:
    """RK104, unsafe: the section, with all below it, moved between those that stand in the schema's order."""
    places, ordered, staying = required_in_turn(context)
    moved = next((section for section in ordered if section.span.first == finding.span.first), None)
    if moved is None:
        return None
    first, end = moved.span.first, _behind(context, moved)
    last = next((number for number in range(end - 1, first, -1) if line_of(context, number).strip()), first)
    text = "\n".join(context.lines[first - 1 : last])
    kept = [section for at, section in enumerate(ordered) if at in staying]
    to = _slot(context, places, kept, moved.id)
    if first <= to <= end:
        return None
    return mended([without_lines(context, first, end - 1), _inserted(context, to, text)], "unsafe")


def _slot(context: Context, places: dict[str, int], standing: list[Section], id: str) -> int:
    """The line before which a section belongs: that of the first one behind it in order, else the end."""
    later = [section for section in standing if places[section.id] > places.get(id, -1)]
    if later:
        return min(later, key=lambda section: places[section.id]).span.first
    return _footer(context) or len(context.lines) + 1


def _behind(context: Context, section: Section) -> int:
    """The line behind a main section: that of the next, of the footer, or behind the last."""
    others = (other.span.first for other in context.main_sections if other.span.first > section.span.first)
    return next(others, 0) or _footer(context) or len(context.lines) + (context.lines[-1] != "")


def _footer_lines(context: Context) -> list[int]:
    dossier = context.dossier
    spans = [stamp.span for stamp in (dossier.created, dossier.updated) if stamp] + [tag.span for tag in dossier.tags]
    return sorted({span.last for span in spans if span.last > context.front_matter_end})


def _footer(context: Context) -> int | None:
    """The first line of what stands at the end, below the last section, with the rule above it."""
    lines = _footer_lines(context)
    if not lines or not context.main_sections or lines[0] < context.main_sections[-1].span.first:
        return None
    first = lines[0]
    while line_of(context, first - 1).strip() and not line_of(context, first - 1).startswith("#"):
        first -= 1
    above = next((number for number in range(first - 1, 0, -1) if line_of(context, number).strip()), first)
    return above if _RULE.fullmatch(line_of(context, above)) else first


def _inserted(context: Context, line: int, text: str) -> Edit:
    """The edit that sets a section in before a line, one blank line around it."""
    if line > len(context.lines):
        end = len(context.dossier.text)
        return Edit(end, end, ("\n" if context.dossier.text.endswith("\n") else "\n\n") + text + "\n")
    apart = "\n" if line > 1 and line_of(context, line - 1).strip() else ""
    return Edit(context.starts[line - 1], context.starts[line - 1], f"{apart}{text}\n\n")


_FOOTER_FORMS = {"RK806": f"*Created: {PLACEHOLDER}*", "RK807": f"*Last updated: {PLACEHOLDER}*"}
_TAGS = re.compile(
    r"\s*[*_]{0,3}tags[*_]{0,3}\s*:[*_]{0,3}\s*(?P<value>[^\s*_#`|\[\]()][^*_#`|\[\]()]*?)[*_]{0,3}\s*", re.I
)
_TAG = re.compile(r"[^\W_][\w/ -]*")


def missing_footer_line(context: Context, finding: Finding) -> Fix | None:
    """RK806, RK807, RK810: tags without their "#" get it; else, unsafe, a line to be filled in. No date is invented."""
    if finding.code == "RK810":
        for number in range(len(context.lines), context.front_matter_end, -1):
            tags = _TAGS.fullmatch(line_of(context, number))
            if tags is not None and in_prose(context, number):
                return _marked_tags(context, number, tags)
    return mended(_footer_line(context, _FOOTER_FORMS.get(finding.code, f"*Tags:* #{PLACEHOLDER}")), "unsafe")


def _marked_tags(context: Context, number: int, line: re.Match[str]) -> Fix | None:
    names = [name.strip() for name in re.split(r"[,;]", line["value"]) if name.strip()]
    if not all(map(_TAG.fullmatch, names)) or (len(names) == 1 and " " in names[0]):
        return None  # where "latin america" ends and the next tag begins is for nobody to say
    tags = " ".join("#" + "-".join(name.split()) for name in names)
    start = context.starts[number - 1]
    return mended(Edit(start + line.start("value"), start + line.end("value"), tags))


def _footer_line(context: Context, new: str) -> Edit:
    text = context.dossier.text
    lines = _footer_lines(context)
    if lines:
        end = context.starts[lines[-1]] - 1
        return Edit(end, end, f"\n{new}")
    last = next((line for line in reversed(context.lines) if line.strip()), "")
    ended = "" if text.endswith("\n") or not text else "\n"
    return Edit(len(text), len(text), f"{ended}{new}\n" if _RULE.fullmatch(last) else f"{ended}\n---\n{new}\n")


_SILENCED = re.compile(r"the comment silences (\S+), which finds nothing there")


def unused_suppression(context: Context, finding: Finding) -> Fix | None:
    """RK908: the code out of its comment; with the last code the comment, with the last word the line."""
    named = _SILENCED.match(finding.message)
    number = finding.span.first
    line = line_of(context, number)
    for start, end, codes in comments_on(line) if named else ():
        if named is None or (named[1] not in codes and codes != ("",)):
            continue
        if len(codes) > 1:
            left = [code for code in codes if code != named[1]]
            at, until = line.index("[", start) + 1, line.index("]", start)
            return mended(Edit(context.starts[number - 1] + at, context.starts[number - 1] + until, ", ".join(left)))
        if not (line[:start] + line[end:]).strip():
            return mended(without_lines(context, number, number))
        before = len(line[:start].rstrip(" \t")) if not line[end:].strip() else start
        return mended(Edit(context.starts[number - 1] + before, context.starts[number - 1] + end, ""))
    return None
