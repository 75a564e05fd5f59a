"""What one dossier says of its regime: the pieces that are set beside those of others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from regimekit.analysis.figures import figures, role_text
from regimekit.analysis.lasting import lasted
from regimekit.model import Dossier, Estimate, Field, Section

MOST_FIGURES = 5  # of those listed, the first
METHODS = "methods_of_control"
FRONT_MATTER = "front matter"
AS_WRITTEN = "as written"
# what front matter says of the file, not of the regime
_OF_THE_FILE = frozenset({"title", "created", "updated", "author", "tags", "related"})
# "**Label**:", "**Label:**", "**Label** (1917-1922) —" at the beginning of a line or item, or a line that is all label
_LABEL = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<mark>\*\*|__)(?P<label>[^*\n]{2,80}?)"
    r"(?::(?P=mark)|(?P=mark)(?:[ \t]*\([^()\n]*\))?[ \t]*(?:[:—–]|-[ \t]|--|$))"
)
_NO_METHODS = frozenset({"source", "sources", "note", "notes", "see also", "reference", "references"})


class Entry(msgspec.Struct, frozen=True):
    """One thing that a dossier says, as written, and its line; no line where it follows from other lines.

    ``origin`` says where it is from, where that is not plain; ``note`` is what
    is said beside it; ``parts`` are what stands below it, with their lines;
    ``estimates`` the figures for people harmed that were read from it.
    """

    text: str
    line: int | None = None
    origin: str | None = None
    note: str | None = None
    parts: tuple[tuple[str, int], ...] = ()
    estimates: tuple[Estimate, ...] = ()


def fields(dossier: Dossier, field_id: Callable[[str], str | None]) -> Iterator[tuple[str | None, str, Entry]]:
    """The fields of the Overview and the front matter: schema id, label and what each says.

    "dates.regime_start" of the front matter says something of the dates.
    """
    for field in dossier.overview:
        id, label, text = field.id, field.label, field.value.strip()
        if field.header and id is None and "." in label:
            id = field_id(label.partition(".")[0])
            if id is not None:
                text = f"{label.partition('.')[2]}: {text}" if text else ""
        if text and not (field.header and id in _OF_THE_FILE):
            origin = FRONT_MATTER if field.header else AS_WRITTEN if id == "duration" else None
            yield id, label, Entry(text, field.span.first, origin, estimates=_estimates(dossier, field))


def _estimates(dossier: Dossier, field: Field) -> tuple[Estimate, ...]:
    return tuple(estimate for estimate in dossier.estimates if estimate.span.first == field.span.first)


def duration(dossier: Dossier) -> Iterator[Entry]:
    """How long it lasted by its dates, for each interval that they give."""
    field = dossier.field("dates")
    for date in field.dates if field else ():
        length = lasted(date)
        if length is not None:
            about = ", approximate" if date.approximate or date.uncertain else ""
            yield Entry(length, None, f"by its dates ({date.verbatim}{about})")


def sections(dossier: Dossier) -> Iterator[tuple[str, Entry]]:
    """The sections of level 2: the schema's id, and the title as written."""
    for section in dossier.sections:
        if section.level == 2:
            yield section.id, Entry(section.title, section.span.first)


def methods(dossier: Dossier) -> tuple[Entry, ...]:
    """The headings below the section on methods of control, each with the labels in bold that stand under it.

    Labels that are dates or point to sources are no methods. The section's own
    title is among the headings only where a dossier has several such sections.
    """
    own = [section for section in dossier.sections if section.id == METHODS and section.level >= 2]
    lines = dossier.text.split("\n") if own else []
    dates: dict[int, list[str]] = {}
    for event in dossier.events:
        if event.section == METHODS:
            dates.setdefault(event.span.first, []).append(event.date.verbatim)
    several = sum(section.level == 2 for section in own) > 1
    found: list[Entry] = []
    for section in own:
        labels = _labels(section, lines, dates)
        if section.level > 2 or several:
            found.append(Entry(section.title, section.span.first, parts=labels))
        else:
            found += [Entry(label, line) for label, line in labels]
    return tuple(found)


def _labels(section: Section, lines: Sequence[str], dates: Mapping[int, list[str]]) -> tuple[tuple[str, int], ...]:
    """The labels that stand in a section, with their lines; ``dates`` are those of the dated statements by line."""
    labels: dict[str, int] = {}
    for block in section.blocks:
        if block.kind in ("list", "paragraph", "quote"):
            for number in range(block.first, block.last + 1):
                line = lines[number - 1]
                match = _LABEL.match(line) if "**" in line or "__" in line else None
                label = match["label"].strip(" :") if match else ""
                dated = any(label.startswith(date) or date == label for date in dates.get(number, ()))
                if label and not dated and label.casefold() not in _NO_METHODS:
                    labels.setdefault(label, number)
    return tuple(labels.items())


def classified(dossier: Dossier, terms: Callable[[str], tuple[str, ...]]) -> Iterator[Entry]:
    """The schema's words for types of regime that the Type field and the Classification section use."""
    field = dossier.field("type")
    if field is not None and field.terms:
        yield Entry(", ".join(field.terms), field.span.first, field.label)
    parts = [section for section in dossier.sections if section.id == "classification" and section.level >= 2]
    text = "\n".join(line for part in parts for line in dossier.lines(part.span)[1:])
    found = terms(text)
    if found:
        yield Entry(", ".join(found), parts[0].span.first, "Classification section")


def tags(dossier: Dossier) -> Iterator[Entry]:
    """The tags, line by line."""
    by_line: dict[int, list[str]] = {}
    for tag in dossier.tags:
        by_line.setdefault(tag.span.first, []).append(f"#{tag.name}")
    for line, names in by_line.items():
        yield Entry(" ".join(names), line)


class People(msgspec.Struct, frozen=True):
    """Who is listed: the leaders of the Overview, how many in all, each counted once, and those listed first."""

    leading: tuple[Entry, ...]
    count: tuple[Entry, ...]
    first: tuple[Entry, ...]


def people(dossier: Dossier) -> People:
    """The people of a dossier; a leader who is not among the figures listed is not among the first of them."""
    everyone = figures(dossier)
    listed = {person.span.first for person in dossier.people if not person.leader}
    found = [(min(lines), figure) for figure in everyone if (lines := listed.intersection(figure.lines))]
    first = sorted(found, key=lambda one: one[0])[:MOST_FIGURES]
    return People(
        tuple(Entry(figure.name, figure.lines[0]) for figure in everyone if figure.leader),
        (Entry(str(len(everyone))),) if everyone else (),
        tuple(Entry(one.name, line, note="; ".join(map(role_text, one.roles)) or None) for line, one in first),
    )
