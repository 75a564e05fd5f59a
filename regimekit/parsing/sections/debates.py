"""Scholarly debate: the questions, the schools, who holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from regimekit.model.debate import Debate, Position
from regimekit.model.estimate import Attribution
from regimekit.model.person import Person
from regimekit.model.span import Span
from regimekit.parsing.holder_names import Scene, dated, tokens_of
from regimekit.parsing.holder_words import names_a_view
from regimekit.parsing.holders import holders_before, holders_in_cell, holders_of
from regimekit.parsing.passages import Passage
from regimekit.parsing.reading import Reading
from regimekit.schema.template import PLACEHOLDER

#: the head of a column that says whose position a row gives
_WHOSE = re.compile(
    r"\b(?:entit(?:y|ies)|scholars?|historians?|authors?|sources?|organi[sz]ations?|institutions?|body|bodies|proponents?"
    r"|advocates?|who|holders?|researchers?|voices?|defenders?|supporters?)\b",
    re.I,
)
_SOURCES = re.compile(r"(?:sources?|see also|references?)\s*:", re.I)
_LABEL = 400  # characters: what is longer is no label


class _Said(msgspec.Struct):
    """A position on its way to its holders: ``body`` is where what is said begins in the passage's text."""

    passage: Passage
    text: str
    label: str | None
    body: int
    lead: Passage | None = None


def read_debates(
    reading: Reading, people: Sequence[Person] = (), authors: Iterable[Attribution] = ()
) -> tuple[Debate, ...]:
    """One debate for each lowest heading of the section, or for each question it lists.

    ``people`` are those whom the dossier lists: they are spoken of in its debates, not heard.
    ``authors`` are those whose figures it gives: a scholar's family name among them is known for one.
    """
    debates: list[tuple[Passage, str, list[_Said]]] = []
    for passage in reading.within("scholarly_debate"):
        if passage.kind == "heading":
            debates.append((passage, passage.text, []))
            continue
        if not debates or passage.kind in ("footnote", "html"):
            continue
        if passage.number and passage.parent is None and "?" in passage.text:
            question, mark, said = passage.text.rpartition("?")
            debates.append((passage, question + mark, []))
            if said.strip():
                debates[-1][2].append(_Said(passage, said.strip(), passage.label, len(question) + 1))
            continue
        position = _position(passage)
        if position is not None:
            debates[-1][2].append(position)
    scene = Scene(reading.passages, people)
    scene.know_authors(authors)
    # a family name is a scholar's wherever the debates have that scholar's full name, be it further down
    read = [(one, _holders(one, scene)) for _, _, positions in debates for one in positions]
    for _, holders in read:
        scene.know(holders)
    found = {id(one): holders if _settled(one, scene) else _holders(one, scene) for one, holders in read}
    return tuple(
        Debate(
            Span(head.first, max([head.last, *(one.passage.last for one in positions)])),
            question,
            tuple(
                Position(Span(one.passage.first, one.passage.last), one.text, one.label, found[id(one)])
                for one in positions
            ),
        )
        for head, question, positions in debates
        if positions or head.kind != "heading"
    )


def _settled(one: _Said, scene: Scene) -> bool:
    """Whether no known scholar's family name stands in a position or above it, so that it reads as it did."""
    if not scene.known:
        return True
    text = one.passage.text + " " + (one.lead.text if one.lead is not None else "")
    return scene.known.isdisjoint(re.findall(r"[^\W\d_][\w'’-]*?(?=['’]s?\b|[^\w'’-]|\Z)", text.casefold()))


def _position(passage: Passage) -> _Said | None:
    text = passage.text[passage.body :].strip() if passage.label else passage.text.strip()
    if text == PLACEHOLDER:
        return None
    if passage.kind == "paragraph" and (not text or text.endswith(":")):
        return None
    label = passage.label
    lead = passage.lead if passage.lead is not None and passage.lead.kind in ("paragraph", "item") else None
    if lead is not None:
        label = label or (lead.label or lead.text).rstrip(": ")
    return _Said(passage, passage.text, label, passage.body if passage.label else 0, lead)


def _holders(one: _Said, scene: Scene) -> tuple[str, ...]:
    passage = one.passage
    if _SOURCES.match(one.text):
        return ()
    if passage.kind == "row":
        own = _of_row(passage, scene)
    else:
        own = _of_label(passage, scene, speaks=True) if one.body else ()
        school = one.label is not None and names_a_view(one.label)
        if not own or _is_lone(own, one, scene):
            own = holders_of(passage.text, scene, start=one.body, titles=passage.titles, school=school) or own
    return own or (_of_lead(one.lead, scene) if one.lead is not None else ())


def _is_lone(holders: tuple[str, ...], one: _Said, scene: Scene) -> bool:
    """Whether a label is one word that may be a name or not: "Weak: Doe argues …" is Doe's, "Roe: …" is Roe's."""
    alone = holders == (one.label,) and not dated(one.passage.text[: one.body])
    return alone and " " not in holders[0] and not scene.knows(holders[0])


def _of_lead(lead: Passage, scene: Scene) -> tuple[str, ...]:
    """What the label above a list gives, read once for all its items."""
    key = (lead.first, len(scene.known))
    if key not in scene.labels:
        scene.labels[key] = _of_label(lead, scene, speaks=False)
    return scene.labels[key]


def _of_label(passage: Passage, scene: Scene, *, speaks: bool) -> tuple[str, ...]:
    """The names in the label of a passage: "Functionalist position (Broszat, Mommsen):", "Kershaw's thesis (1996):"."""
    head = passage.text[: passage.body] if passage.label and passage.body else passage.text
    return holders_before(tokens_of(head[:_LABEL].rstrip(": \n"), passage.titles), scene, speaks=speaks)


def _of_row(passage: Passage, scene: Scene) -> tuple[str, ...]:
    """The names in the column that says whose positions the rows give, else what the cells say."""
    for head, cell in zip(passage.header, passage.cells, strict=False):
        if _WHOSE.search(head):
            return holders_in_cell(cell, scene)
    return tuple(name for cell in passage.cells for name in holders_of(cell, scene))
