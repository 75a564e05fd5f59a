"""Blocks → passages: the pieces of a dossier in which one statement stands."""

from __future__ import annotations

from typing import Literal

import msgspec

PassageKind = Literal["heading", "item", "row", "paragraph", "quote", "code", "html", "footnote"]


class Passage(msgspec.Struct):
    """A heading, a list item, a table row or a paragraph, as plain text with its surroundings.

    ``text`` is free of Markdown's marks (emphasis, links, code, footnote marks)
    and keeps its line breaks, so that the character at offset *k* stands on line
    ``first + text.count("\\n", 0, k)``. For a table row it is the cells joined
    by `` | ``, with ``cells`` the cells and ``header`` those of the table's head
    (padded to the same number). ``label`` is the bold label in front
    ("**Death toll**: …" → "Death toll") and ``body`` the offset in ``text`` at
    which what follows it begins (0 where there is no label). ``lead`` is the
    paragraph or heading that introduces the list or table the passage stands
    in ("**Death Toll Estimates**:"); ``parent`` the list item it is nested in.
    ``headings`` are the titles above it from level 2 on, outermost first (a
    heading's own title is not among them), ``heading`` the nearest of them as
    a passage. ``footnotes`` are the labels of its footnote marks, ``links`` its
    inline links as (text, url), ``titles`` the offsets in ``text`` of what is
    set in italics (titles of works); ``section`` is the schema's id.
    """

    kind: PassageKind
    first: int
    last: int
    text: str
    section: str = "other"
    level: int = 0
    label: str | None = None
    body: int = 0
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    heading: Passage | None = None
    parent: Passage | None = None
    lead: Passage | None = None
    footnotes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    titles: tuple[tuple[int, int], ...] = ()
