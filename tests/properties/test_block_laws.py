"""Laws of the block reader: lines are exact, nothing is lost, the quick way reads as the long way."""

import re
import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from regimekit.parsing import blocks as blocks_module
from regimekit.parsing.blocks import read_blocks
from regimekit.parsing.passages import read_passages

WORDS = st.sampled_from(
    [
        "alpha",
        "**Bold**: rest",
        "1934",
        "*Title*",
        "[a](http://x.org)",
        "[[slug|text]]",
        "x | y",
        "[^1]",
        "`code`",
        "a: b",
    ]
)
LINE = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["", "- ", "* ", "  - ", "    - ", "1. ", "2) ", "+ "]), WORDS),
    st.sampled_from(
        [
            "",
            "",
            "-",
            "1.",
            "# One",
            "## Two",
            "### 3. Three",
            "---",
            "| a | b |",
            "|---|---|",
            "| 1 | 2 | 3 |",
            "| 1 |",
        ]
        + [
            "> quote",
            ">",
            "```",
            "<!-- note",
            "-->",
            "[^1]: note",
            "[ref]: http://x.org",
            "    indented",
            "\ttab",
            "====",
        ]
        + ["<div>", "</div>", "\u2028", "***", "- - -", "[^2]:", "  continued", "- [x] done", "10. ten", "text\\"]
    ),
)
DOCUMENT = st.lists(LINE, max_size=14).map("\n".join)


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


def occupied(text: str) -> set[int]:
    return {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}


@given(DOCUMENT)
@settings(max_examples=400)
@example("- one\n\n  two\n\n  - three\n\nend")
@example("-\n  text\n- second")
@example("- a\n1. b\n> c\nlazy\n# d")
@example("text\n| a | b |\n|---|---|\n| 1 |")
def test_every_line_that_is_not_blank_belongs_to_exactly_one_block(text):
    covered: list[int] = []
    for token in read_blocks(text):
        covered.extend(range(token["line"], token["last"] + 1))
    assert len(covered) == len(set(covered))
    assert occupied(text) <= set(covered)


@given(DOCUMENT)
@settings(max_examples=400)
@example("-\n  text\n- second")
@example("> - a\n>   b\n> - c")
@example("1. a\n   b\n\n   c\n2. d")
def test_the_text_of_a_passage_stands_on_its_lines(text):
    lines = text.split("\n")
    for passage in read_passages(read_blocks(text), lambda title: "other"):
        if passage.kind == "row" or not passage.text.strip():
            continue
        source = without_spaces("".join(lines[passage.first - 1 : passage.last]))
        # marks are left out of the text and nothing else is: what remains keeps its order
        position = 0
        for character in without_spaces(passage.text):
            position = source.find(character, position) + 1
            assert position > 0, (passage.text, source)


def plain(tokens):
    """Tokens without what only one of the two ways records."""
    kept = []
    for token in tokens:
        if token["type"] == "blank_line":
            continue
        token = {key: value for key, value in token.items() if key not in ("last", "tight", "attrs", "bullet")}
        if "children" in token:
            token["children"] = plain(token["children"])
        if token["type"] in ("block_text", "paragraph"):
            token = {**token, "type": "block_text", "text": token["text"].rstrip("\n")}
        kept.append(token)
    return kept


@given(DOCUMENT)
@settings(max_examples=600)
@example("- a\n  - b\n    - c\n  - d\n- e")
@example("- a\n    - b")
@example("1. a\n   - b\n2. c")
@example("- a\n   - b\n- c\n\ntext")
def test_a_plain_list_is_read_as_mistune_reads_it(text):
    quick = plain(read_blocks(text))
    original = blocks_module.read_plain_list
    blocks_module.read_plain_list = lambda *_: None
    try:
        assert plain(read_blocks(text)) == quick
    finally:
        blocks_module.read_plain_list = original


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    read_passages(read_blocks(text.replace("\r", "\n")), lambda title: "other")


def seconds(text: str) -> float:
    start = time.perf_counter()
    read_passages(read_blocks(text), lambda title: "other")
    return time.perf_counter() - start


HOSTILE = {
    "quotes": "> " * 5000 + "x",
    "quoted lines": "> a\n" * 20000,
    "bullets": "- " * 5000 + "x",
    "nested lists": "".join("  " * depth + "- x\n" for depth in range(300)),
    "one line": "word " * 400_000,
    "stars": "*" * 200_000,
    "star words": "*a " * 100_000,
    "brackets": "[" * 200_000,
    "wiki": "[[" * 100_000,
    "backticks": "`" * 200_000,
    "angle": "<" * 200_000,
    "pipes": "|" * 200_000,
    "table of pipes": "|a|\n|-|\n" + "|" * 100_000,
    "dashes": "-" * 200_000,
    "hashes": "#" * 200_000,
    "blank": "\n" * 200_000,
    "ampersands": "&" * 200_000,
    "comments": "<!--" * 50_000,
    "links": "[a](" * 50_000,
    "footnotes": "[^" * 50_000,
    "notes": "[^1]: a\n" * 20_000,
    "spaces": " " * 200_000 + "x",
    "setext": "a\n=\n" * 20_000,
    "item lines": "- a\nlazy\n" * 10_000,
}


def test_hostile_texts_take_no_longer_than_their_length_allows():
    # a second for every 400 kB is fifty times what prose takes; what grows with the square takes minutes
    slow = {name: round(took, 1) for name, text in HOSTILE.items() if (took := seconds(text)) > 1 + len(text) / 400_000}
    assert slow == {}
