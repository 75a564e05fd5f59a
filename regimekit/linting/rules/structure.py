"""1xx: the headings of a dossier and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regimekit.analysis.coverage import missing
from regimekit.analysis.side_by_side import Expected
from regimekit.linting.context import Context
from regimekit.linting.order import in_order
from regimekit.linting.rule import Fault, rule
from regimekit.model import Dossier, Section, Span

# a heading's section ids of which a dossier has one: the others may be told in several sections
_SINGLE = frozenset({"overview", "key_figures", "classification", "confidence"})
_WORDLESS = frozenset({"heading", "rule", "html"})


@rule("RK101", severity="error", remedy="Write the section, or make it optional in regimekit.yaml.")
def missing_required_section(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A section that the schema requires is not there.

    Dossiers are compared section by section; what one of them leaves out
    looks, in a comparison, as if there had been nothing to say. A section is
    recognised by its title or any of the schema's aliases for it ("Scholarly
    Debates", "XI. Scholarly Debate"). A missing confidence assessment is RK801;
    a regime that lasts to this day needs neither a fall nor an aftermath.

    Bad::

        # Republic of Aldova under Ion Varda
        ## Overview
        ## Sources

    Good::

        # Republic of Aldova under Ion Varda
        ## Overview
        ## Key Figures
        ## Classification
        ## Pre-Conditions
        ## Rise to Power
        (and so on, as the schema lists them)
    """
    required = [Expected(one.id, one.title, True) for one in context.schema.required_sections]
    for expected in missing(dossier, required, context.schema.section_id):
        if expected.id != "confidence":
            yield context.title, f"the section {expected.label!r} is missing"


@rule("RK102", severity="error", remedy="Write the section, or take the heading out.")
def empty_section(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A main section has a heading and nothing below it.

    An empty section passes for a written one in every list of sections.

    Bad::

        ## Aftermath

        ## Sources

    Good::

        ## Aftermath
        - 1992: trials of the former ministers begin
    """
    for section in context.main_sections:
        if not any(_has_text(part) for part in context.parts(section)):
            yield _heading(section), f"nothing stands below {section.title!r}", section.title


def _has_text(section: Section) -> bool:
    return any(block.kind not in _WORDLESS for block in section.blocks)


def _heading(section: Section) -> Span:
    return Span(section.span.first, section.span.first)


@rule("RK103", remedy="Merge the two sections, or give the second a title of its own.")
def duplicate_section(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A section stands twice.

    Two main sections with the same title, or two of a kind of which a dossier
    has one (Overview, Key Figures, Classification, Confidence Assessment): the
    second is overlooked, and a link to the title reaches only the first.

    Bad::

        ## Key Figures
        - **Ion Varda** — President
        ## Key Figures
        - **Petru Lazar** — Minister of the Interior

    Good::

        ## Key Figures
        - **Ion Varda** — President
        - **Petru Lazar** — Minister of the Interior
    """
    seen: dict[str, Section] = {}
    for section in context.main_sections:
        keys = [section.title.casefold()] + ([section.id] if section.id in _SINGLE else [])
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            message = f"{section.title!r} repeats the section {first.title!r} of line {first.span.first}"
            yield _heading(section), message, section.title
        for key in keys:
            seen.setdefault(key, section)


@rule("RK104", severity="info", remedy="Move the section to its place in the schema's order.")
def misplaced_section(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A required section does not stand in the schema's order.

    Who reads twenty dossiers finds things by their place. The order is that of
    the schema; sections that it does not require may stand anywhere. As few
    sections as possible are reported: those that have to move.

    Bad::

        ## Sources
        ## Overview
        ## Key Figures

    Good::

        ## Overview
        ## Key Figures
        ## Sources
    """
    places, ordered, staying = required_in_turn(context)
    titles = {expected.id: expected.title for expected in context.schema.required_sections}
    present = [titles[id] for id in sorted({section.id for section in ordered}, key=lambda id: places[id])]
    for at, section in enumerate(ordered):
        if at not in staying:
            place = present.index(titles[section.id])
            where = f"after {present[place - 1]!r}" if place else f"before {present[1]!r}"
            yield _heading(section), f"{section.title!r} belongs {where}", section.title


def required_in_turn(context: Context) -> tuple[dict[str, int], list[Section], frozenset[int]]:
    """The schema's places of its required sections, those that are there as they stand, and which of these may stay."""
    places = {expected.id: place for place, expected in enumerate(context.schema.required_sections)}
    # a section told in several parts is placed by its first
    firsts = {section.id: section for section in reversed(context.main_sections) if section.id in places}
    ordered = sorted(firsts.values(), key=lambda section: section.span.first)
    return places, ordered, in_order([places[section.id] for section in ordered])


@rule("RK105", severity="error", remedy="Open the dossier with a line such as '# Country under Leader'.")
def no_title(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """No heading of level 1 says what the dossier is about.

    The title is what lists, comparisons and links show.

    Bad::

        ## Overview

    Good::

        # Republic of Aldova under Ion Varda
        ## Overview
    """
    if not any(section.level == 1 for section in dossier.sections):
        yield Span(1, 1), "the dossier has no title"


@rule("RK106", remedy="Keep one heading of level 1 and lower the others to level 2.")
def several_titles(dossier: Dossier) -> Iterator[Fault]:
    """There is more than one heading of level 1.

    A file holds one dossier. A second title is a section at the wrong level,
    or a second dossier in the same file.

    Bad::

        # Republic of Aldova under Ion Varda
        # Key Figures

    Good::

        # Republic of Aldova under Ion Varda
        ## Key Figures
    """
    titles = [section for section in dossier.sections if section.level == 1]
    for section in titles[1:]:
        yield _heading(section), f"{section.title!r} is a second title; the first stands in line {titles[0].span.first}"


@rule("RK107", remedy="Raise the heading to the level below the one above it.")
def heading_level_skipped(dossier: Dossier) -> Iterator[Fault]:
    """A heading is more than one level deeper than the heading above it.

    What a heading belongs to is read from its level: a level that is skipped
    is a heading that was forgotten, or one that was set too deep.

    Bad::

        ## Key Events
        #### The October Decree

    Good::

        ## Key Events
        ### The October Decree
    """
    above = 0
    for section in dossier.sections:
        if above and section.level > above + 1:
            message = f"{section.title!r} is at level {section.level} below a heading of level {above}"
            yield _heading(section), message, "#" * section.level
        above = section.level


@rule("RK108", severity="info", remedy="Take the number out: the order of the sections is in the schema.")
def numbered_heading(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A main section's heading carries a number.

    Numbers make links to the section break when one is added before it, and
    the same section differs in name from dossier to dossier.

    Bad::

        ## IV. Methods of Control

    Good::

        ## Methods of Control
    """
    for section in context.main_sections:
        if section.number is not None:
            yield _heading(section), f"the heading carries the number {section.number!r}", section.number


_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\bYYYY\b(?:-MM(?:-DD)?)?|\b[Ll]orem ipsum\b"
    r"|\[(?i:(?:insert|your|add)\b[^\]\n]{0,40}"
    r"|(?:[a-z]+ )?(?:name|leader|country|date|year|title|author|url|text))(?i: here)?\](?!\()"
    r"|\{\{[^{}\n]{1,60}\}\}|(?i:\bto be (?:written|added|completed|filled in|determined)\b)"
)
# pieces of which every placeholder holds one: where none stands, no pattern is searched for
_TRACES = ("TODO", "TBD", "TBC", "FIXME", "XXX", "YYYY", "orem ipsum", "{{", "o be ", "O BE ")
_BRACKETED = ("name", "leader", "country", "date", "year", "title", "author", "url", "text", "here")
_OPENING = ("insert", "your", "add")


@rule("RK109", severity="error", remedy="Fill it in, or take the line out.")
def placeholder_left(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A placeholder of the template was never filled in.

    Bad::

        | **Dates** | TODO |

    Good::

        | **Dates** | 1961-1974 |
    """
    for number in sorted({*context.lines_with(_TRACES), *_lines_with_brackets(context)}):
        line = context.lines[number - 1]
        found = _PLACEHOLDER.search(line)
        if found is not None and f"[{found[0]}]" not in line:
            yield Span(number, number), f"{found[0]!r} is a placeholder", found[0]


def _lines_with_brackets(context: Context) -> Iterator[int]:
    """The lines with square brackets that open or close with a word of a template's placeholder."""
    for number, line in enumerate(context.lines, 1):
        if "[" in line and number not in context.code_lines:
            pieces = line.lower().split("[")
            if any(piece.startswith(_OPENING) or piece.partition("]")[0].endswith(_BRACKETED) for piece in pieces[1:]):
                yield number


@rule("RK110", severity="info", default=False, remedy="Rename the section, or add it to regimekit.yaml.")
def unknown_section(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A main section is none that the schema knows.

    Off by default: a dossier may well have sections of its own ("The Suez
    Crisis"). Switched on, it finds titles that were meant to be one of the
    schema's ("Mehtods of Control").

    Bad::

        ## Mehtods of Control

    Good::

        ## Methods of Control
    """
    for section in context.main_sections:
        if section.id == "other":
            yield _heading(section), f"the schema knows no section {section.title!r}", section.title


@rule("RK111", remedy="Write what belongs below the heading, or take it out.")
def heading_without_text(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A heading below level 2 has nothing below it.

    It announces something that never comes, most often because the text was
    moved away or has yet to be written.

    Bad::

        ### Trials after the fall

        ### Memory

    Good::

        ### Trials after the fall
        - 1992: trials of the former ministers begin
    """
    for section in dossier.sections:
        if section.level > 2 and not any(_has_text(part) for part in context.parts(section)):
            yield _heading(section), f"nothing stands below {section.title!r}", section.title


@rule("RK112", remedy="Give the two headings different titles, or merge what stands below them.")
def duplicate_heading(dossier: Dossier) -> Iterator[Fault]:
    """Two headings with the same title stand below the same heading.

    The same thing is told in two places, or two things have one name; a link
    to the heading reaches only the first.

    Bad::

        ## Key Events
        ### The Famine
        ### The Strike
        ### The Famine

    Good::

        ## Key Events
        ### The Famine (1932)
        ### The Strike
        ### The Famine (1947)
    """
    seen: dict[tuple[str, ...], int] = {}
    path: list[tuple[int, str]] = []
    for section in dossier.sections:
        if section.level:
            path = [part for part in path if part[0] < section.level] + [(section.level, section.title.casefold())]
            key = tuple(title for _, title in path)
            first = seen.setdefault(key, section.span.first)
            if first != section.span.first and section.level > 2:
                yield _heading(section), f"the heading {section.title!r} stands in line {first} too", section.title
