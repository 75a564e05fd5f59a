"""One text → Dossier: never raises on content, reports findings instead."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from regimekit.model.debate import Position
from regimekit.model.dossier import Dossier
from regimekit.model.estimate import Estimate, Statistic
from regimekit.model.event import Event
from regimekit.model.section import Block, BlockKind, Section
from regimekit.model.source import Source
from regimekit.model.span import Span
from regimekit.parsing.blocks import Token, read_blocks
from regimekit.parsing.cited_works import cited_works
from regimekit.parsing.content import name_sections_by_content
from regimekit.parsing.dates import parse_date
from regimekit.parsing.estimates import read_estimates
from regimekit.parsing.events import read_events
from regimekit.parsing.folder import plain_lines
from regimekit.parsing.frontmatter import Header, read_header
from regimekit.parsing.markup_findings import markup_findings
from regimekit.parsing.officials import name_holders, name_officials
from regimekit.parsing.passages import Passage, read_passages
from regimekit.parsing.reading import Reading
from regimekit.parsing.sections import READERS
from regimekit.parsing.sections.debates import read_debates
from regimekit.parsing.sections.footer import mark_footer
from regimekit.parsing.titles import read_title
from regimekit.schema import Schema

_KINDS: dict[str, BlockKind] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "list": "list",
    "table": "table",
    "block_quote": "quote",
    "block_code": "code",
    "block_html": "html",
    "thematic_break": "rule",
    "footnote": "footnote",
    "definition": "paragraph",
}


def read_dossier(text: str, path: str, schema: Schema) -> Dossier:
    """Read one Markdown text whole; ``path`` is how the corpus names the file."""
    text = plain_lines(text)
    lines = text.split("\n")
    header = read_header(lines)
    body = text
    if header.first:
        body = "\n".join(lines[: header.first - 1] + [""] * (header.last - header.first + 1) + lines[header.last :])
    tokens = read_blocks(body)
    passages = mark_footer(read_passages(tokens, schema.section_id))
    name_sections_by_content(passages, schema)
    reading = Reading(passages, header, schema)
    records: dict[str, Any] = {name: read(reading) for name, read in READERS}
    works = cited_works(passages)
    events, dated = read_events(passages, works)
    estimates, statistics, counted = read_estimates([*_header_passages(header), *passages], works)
    cite = _citations(records["sources"], passages)
    authors = [one.attribution for one in estimates if one.attribution is not None]
    records["debates"] = tuple(
        msgspec.structs.replace(debate, positions=tuple(map(cite, debate.positions)))
        for debate in read_debates(reading, records["people"], authors)
    )
    return Dossier(
        path=path,
        slug=path.rpartition("/")[2].removesuffix(".md"),
        title=_title(passages, header, path),
        text=text,
        sections=_sections(tokens, passages, header, len(lines), schema),
        events=(*_header_events(header), *(cite(event) for event in events)),
        estimates=tuple(map(cite, name_officials(name_holders(estimates, records["debates"]), records["people"]))),
        statistics=tuple(cite(statistic) for statistic in statistics),
        findings=tuple(
            sorted([*header.findings, *markup_findings(text, passages), *dated, *counted], key=lambda one: one.span)
        ),
        **records,
    )


def _title(passages: list[Passage], header: Header, path: str) -> str:
    for passage in passages:
        if passage.kind == "heading" and passage.level == 1 and passage.text:
            return passage.text
    named = [entry.value for entry in header.fields if entry.path == "title"]
    return named[0] if named else path.rpartition("/")[2].removesuffix(".md")


def _sections(
    tokens: list[Token], passages: list[Passage], header: Header, length: int, schema: Schema
) -> tuple[Section, ...]:
    """Every heading with the blocks below it; the lines before the first are a section of level 0."""
    blocks = [Block(_KINDS[token["type"]], token["line"], token["last"]) for token in tokens]
    titles = {passage.first: passage for passage in passages if passage.kind == "heading"}
    if header.first:
        blocks.append(Block("front_matter", header.first, header.last))
        blocks.sort(key=lambda block: block.first)
    parts: list[tuple[Block | None, list[Block]]] = []
    for block in blocks:
        if block.kind == "heading":
            parts.append((block, [block]))
        elif not parts:
            parts.append((None, [block]))
        else:
            parts[-1][1].append(block)
    sections: list[Section] = []
    for at, (head, held) in enumerate(parts):
        first = head.first if head else 1
        following = parts[at + 1][0] if at + 1 < len(parts) else None
        span = Span(first, following.first - 1 if following else length)
        if head is None:
            sections.append(Section(span, 0, "", "other", None, tuple(held)))
            continue
        heading = titles[head.first]
        number, title = schema.split_number(heading.text)
        sections.append(Section(span, heading.level, title, heading.section, number, tuple(held)))
    return tuple(sections)


def _header_passages(header: Header) -> list[Passage]:
    """The header's values as rows of a table whose first column is their key, for the readers of figures."""
    return [
        Passage(
            "row",
            entry.span.first,
            entry.span.last,
            f"{label} | {entry.value}",
            "header",
            cells=(label, entry.value),
            header=("", ""),
        )
        for entry in header.fields
        if any(character.isdigit() for character in entry.value)
        for label in [_header_label(entry.path)]
    ]


def _header_label(path: str) -> str:
    """A key as a label: "death_toll.low_estimate" needs its group to say what is counted, "death_toll.refugees" not."""
    group, _, name = path.replace("_", " ").rpartition(".")
    title = read_title(name)
    if not group or title.counts_others or (title.measure is not None and title.strength > 1) or _COUNTED.search(name):
        return name
    return f"{group.replace('.', ': ')}: {name}"


_COUNTED = re.compile(
    r"\b(?:population|inhabitants|refugees?|exiles?|prisoners?|detainees?|displaced|deported|arrested|tortured)\b", re.I
)


def _header_events(header: Header) -> list[Event]:
    events: list[Event] = []
    for entry in header.fields:
        group, _, name = entry.path.rpartition(".")
        if (group == "dates" or name in ("start_date", "end_date", "period", "dates")) and entry.value:
            date = parse_date(entry.value)
            if date is not None:
                events.append(Event(entry.span, date, name.replace("_", " "), "header", "header"))
    return events


def _citations(sources: tuple[Source, ...], passages: list[Passage]) -> Any:
    """A function that gives a record the keys of the sources which its line points to."""
    notes: dict[str, list[str]] = {}
    addresses: dict[str, str] = {}
    for source in sources:
        if source.footnote is not None:
            notes.setdefault(source.footnote, []).append(source.key)
        if source.url is not None:
            addresses.setdefault(source.url, source.key)
    pointing: dict[int, tuple[str, ...]] = {}
    for passage in passages:
        if (passage.footnotes or passage.links) and passage.kind != "footnote":
            keys = [key for note in passage.footnotes for key in notes.get(note, ())]
            keys += [addresses[url] for _, url in passage.links if url in addresses]
            if keys:
                for line in range(passage.first, passage.last + 1):
                    pointing[line] = tuple(dict.fromkeys(keys))

    def cite(record: Event | Estimate | Position | Statistic) -> Any:
        keys = pointing.get(record.span.first, ())
        if keys == record.sources:
            return record
        return msgspec.structs.replace(record, sources=keys)

    return cite
