"""Screens of relations and of regimes side by side: hostile text is shown as text, widths are kept."""

from __future__ import annotations

import re

import pytest
from rich.console import RenderableType

from hostile import TEXTS
from regimekit.analysis.graph import graph, wanted
from regimekit.analysis.side_by_side import Asked, Expected, side_by_side
from regimekit.analysis.targets import Targets
from regimekit.model import (
    Attribution,
    Block,
    Corpus,
    Dossier,
    Estimate,
    Field,
    Person,
    Quantity,
    Relation,
    Role,
    Section,
    Span,
    Tag,
)
from regimekit.rendering.graph import graph_screen
from regimekit.rendering.screen import Terminal, to_text
from regimekit.rendering.side_by_side import SideBySideScreen
from regimekit.rendering.text import one_line

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
HOSTILE = (
    *TEXTS,
    'say "so" -->',
)
ASKED = Asked((Expected("death_toll", "Death Toll", True),), (Expected("fall", "Fall", True),))


def dossier(text: str) -> Dossier:
    span = Span(3, 3)
    quantity = Quantity(text, 1, 2, "range")
    return Dossier(
        path=f"{text}.md",
        slug=text,
        title=text,
        text=f"# x\n## y\n- **{text}**: {text}\n",
        sections=(
            Section(Span(1, 3), 2, text, "methods_of_control", None, (Block("list", 3, 3),)),
            Section(Span(3, 3), 2, text, "methods_of_control"),
        ),
        overview=(Field(span, text, text), Field(span, text, text, "death_toll", terms=(text,))),
        people=(Person(span, text, roles=(Role(text),)), Person(span, text, leader=True)),
        estimates=(Estimate(span, quantity, "deaths", text, text, attribution=Attribution(text)),),
        relations=(Relation(span, text, (text,), text, text), Relation(span, "", (), text, display=text)),
        tags=(Tag(span, text),),
    )


def screens(one: Dossier) -> dict[str, RenderableType]:
    corpus = Corpus(".", (one,))
    targets = Targets(corpus)
    drawn = graph(corpus, targets)
    return {
        "graph": graph_screen(drawn, wanted(drawn, targets)),
        "compare": SideBySideScreen(side_by_side([one], ASKED), {one.path: one.slug}),
    }


@pytest.mark.parametrize("width", [None, 200, 40], ids=["pipe", "columns", "stacked"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text: str, width: int | None) -> None:
    for name, screen in screens(dossier(text)).items():
        shown = to_text(screen, Terminal(width))
        assert not OBEYED.search(shown), name
        assert one_line(text) in " ".join(shown.split()), name
        assert width is None or max(map(len, shown.splitlines())) <= width, name


def test_columns_as_long_as_they_fit(vale: Dossier, sarn: Dossier) -> None:
    side = SideBySideScreen(side_by_side([vale, sarn], ASKED), {vale.path: "north-vale", sarn.path: "port-sarn"})
    head = re.compile(r"^ +north-vale +port-sarn$", re.M)
    assert head.search(to_text(side, Terminal(70)))
    assert not head.search(to_text(side, Terminal(69)))
    assert head.search(to_text(side, Terminal(None)))


def test_what_is_not_said_is_never_blank(vale: Dossier, sarn: Dossier) -> None:
    side = side_by_side([sarn], ASKED)
    shown = to_text(SideBySideScreen(side, {sarn.path: "port-sarn"}), Terminal(80))
    rows = [line.split(maxsplit=1) for line in shown.splitlines() if line.startswith("  ")]
    assert all(len(row) == 2 for row in rows if row[0] != "port-sarn")
    assert re.search(r"Death Toll +not given", shown)
    assert re.search(r"Fall +missing", shown)


def test_the_sentence_on_tolls_stands_where_there_is_one(vale: Dossier, sarn: Dossier) -> None:
    for one, there in ((vale, True), (sarn, False)):
        shown = to_text(SideBySideScreen(side_by_side([one], ASKED), {one.path: one.slug}), Terminal(200))
        assert ("not put on one scale" in shown) is there
