"""Edits change their own span and no other byte, whatever the encoding and the line ends."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.linting.edits import Edit, EditError, Original, apply


def read(data: bytes) -> str:
    """As the reader reads UTF-8."""
    return re.sub(r"\r\n?", "\n", data.decode("utf-8-sig"))


def test_edits_are_made_from_the_back() -> None:
    assert apply("one two three", [Edit(4, 7, "2"), Edit(0, 3, "first"), Edit(13, 13, "!")]) == "first 2 three!"
    assert apply("same", []) == "same"
    assert apply("same", [Edit(0, 1, "l"), Edit(0, 1, "l")]) == "lame"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 3, "a"), Edit(2, 4, "b")],
        [Edit(0, 3, "a"), Edit(0, 3, "b")],
        [Edit(1, 1, "a"), Edit(1, 1, "b")],
        [Edit(0, 9, "a"), Edit(3, 3, "b")],
        [Edit(5, 99, "a")],
        [Edit(-1, 2, "a")],
        [Edit(3, 2, "a")],
    ],
)
def test_edits_that_contradict_each_other_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(EditError):
        apply("0123456789", edits)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_the_byte_order_mark_stay(mark: bytes, end: str) -> None:
    lines = ["# Véle", "", "old ", "old"]
    data = mark + end.join(lines).encode()
    text = read(data)
    at = text.index("old")
    written = Original(data, text).edited([Edit(at, at + 3, "new\nand more")])
    assert written == mark + end.join(["# Véle", "", "new", "and more ", "old"]).encode()


def test_mixed_line_ends_stay_as_they_are() -> None:
    data = b"a\r\nb\nc\r\rd\r\n"
    text = read(data)
    end = len(text)
    edits = [Edit(text.index("c"), text.index("c") + 1, "C"), Edit(end, end, "e\n")]
    assert Original(data, text).edited(edits) == b"a\r\nb\nC\r\rd\r\ne\r\n"
    at = text.index("b")
    assert Original(data, text).edited([Edit(at, at + 2, "")]) == b"a\r\nc\r\rd\r\n"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-16"])
def test_other_encodings_are_written_as_they_were_read(encoding: str) -> None:
    text = "# Vále\nold\n"
    data = text.encode(encoding)
    at = text.index("old")
    assert Original(data, text).edited([Edit(at, at + 3, "néw")]) == "# Vále\nnéw\n".encode(encoding)


def test_a_letter_that_the_encoding_lacks_is_refused() -> None:
    original = Original("# Vále".encode("cp1252"), "# Vále")
    with pytest.raises(EditError, match="no letter"):
        original.edited([Edit(2, 6, "Łódź")])


def test_damaged_bytes_are_not_written_again() -> None:
    data = b"\xff\xfeA\x00\x00\xd8B"
    with pytest.raises(EditError, match="damaged"):
        Original(data, data.decode("utf-16", "replace"))


@given(st.data())
def test_bytes_outside_the_edits_stay(data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(["a", "é", "—", "\U0001f600", "\n", "\r\n", "\r", " "]), max_size=30))
    content = "".join(pieces).encode()
    text = read(content)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    written = Original(content, text).edited([Edit(start, end, "XY")])
    assert read(written) == text[:start] + "XY" + text[end:]
    before, after = written.split(b"XY")
    assert content.startswith(before)
    assert content.endswith(after)
