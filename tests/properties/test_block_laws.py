"""Laws of the block reader: lines are exact, nothing is lost, the quick way reads as the long way."""

import re

import pytest
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
        # a line of each kind, one after the other
        """
-
1.
# One
## Two
### 3. Three
---
| a | b |
|---|---|
| 1 | 2 | 3 |
| 1 |
> quote
>
```
<!-- note
-->
[^1]: note
[^2]:
[ref]: http://x.org
    indented
\ttab
====
<div>
</div>
\u2028
***
- - -
  continued
- [x] done
10. ten
text\\

""".split("\n")
    ),
)
DOCUMENT = st.lists(LINE, max_size=14).map("\n".join)


def without_spaces(text: str) -> str:
    return re.sub(r"\s+", "", text)


def occupied(text: str) -> set[int]:
    return {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}


@given(DOCUMENT)
@settings(max_examples=150)
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
@settings(max_examples=150)
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
@settings(max_examples=200)
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


HOSTILE = {
    "quotes": lambda n: "> " * 5000 * n + "x",
    "quoted lines": lambda n: "> a\n" * 5_000 * n,
    "bullets": lambda n: "- " * 5000 * n + "x",
    "nested lists": lambda n: "".join("  " * depth + "- x\n" for depth in range(100)) * n,
    "one line": lambda n: "word " * 250_000 * n,
    "stars": lambda n: "*" * 25_000 * n,
    "star words": lambda n: "*a " * 12_500 * n,
    "brackets": lambda n: "[" * 25_000 * n,
    "wiki": lambda n: "[[" * 12_500 * n,
    "backticks": lambda n: "`" * 25_000 * n,
    "angle": lambda n: "<" * 25_000 * n,
    "pipes": lambda n: "|" * 25_000 * n,
    "table of pipes": lambda n: "|a|\n|-|\n" + "|" * 25_000 * n,
    "dashes": lambda n: "-" * 25_000 * n,
    "hashes": lambda n: "#" * 25_000 * n,
    "blank": lambda n: "\n" * 25_000 * n,
    "ampersands": lambda n: "&" * 25_000 * n,
    "comments": lambda n: "<!--" * 7_500 * n,
    "links": lambda n: "[a](" * 7_500 * n,
    "footnotes": lambda n: "[^" * 7_500 * n,
    "notes": lambda n: "[^1]: a\n" * 2_500 * n,
    "setext": lambda n: "a\n=\n" * 2_500 * n,
    "item lines": lambda n: "- a\nlazy\n" * 1_500 * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_for_hostile_texts_grows_with_their_length(name, grows_linearly):
    assert grows_linearly(lambda text: read_passages(read_blocks(text), lambda title: "other"), HOSTILE[name])
