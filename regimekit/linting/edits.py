"""Changes to a file: pieces of its text that are replaced, every other byte left as it is.

Offsets count characters of the text as it is read, without byte order mark and
with ``\\n`` line ends (``Dossier.text``). `Original` knows how that text stands
in the file: its encoding, its mark and the line ends of each line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

import msgspec

_LINE_END = re.compile(r"\r\n?")
_MARK = "\ufeff"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "latin-1")


class Edit(msgspec.Struct, frozen=True, order=True):
    """The characters from ``start`` up to ``end``, which give way to the replacement; an insertion has no length."""

    start: int
    end: int
    replacement: str


class EditError(ValueError):
    """Edits that cannot be made: they overlap, reach beyond the text, or need letters that the encoding lacks."""


def in_turn(edits: Iterable[Edit], length: int) -> list[Edit]:
    """The edits in their order, each once; raises EditError where two touch the same text or one reaches beyond it.

    Two different insertions at one place overlap as well: which comes first is for nobody to say.
    """
    ordered = sorted(set(edits))
    end, last = 0, None
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= length:
            raise EditError(f"an edit from {edit.start} to {edit.end} reaches beyond a text of {length} characters")
        if edit.start < end or (last is not None and (edit.start, edit.end) == (last.start, last.end)):
            raise EditError(f"two edits change the text at {edit.start}")
        end, last = edit.end, edit
    return ordered


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; raises EditError where they cannot all be."""
    for edit in reversed(in_turn(edits, len(text))):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


class Original:
    """The bytes of a file whose text was read as ``text``.

    Raises EditError where the bytes are not that text in any encoding that
    gives the same bytes back: what cannot be kept must not be written.
    """

    def __init__(self, data: bytes, text: str) -> None:
        self.data = data
        self.text = text
        for encoding in _ENCODINGS:
            try:
                raw = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            body = raw.lstrip(_MARK)
            if _LINE_END.sub("\n", body) == text.lstrip(_MARK) and raw.encode(encoding) == data:
                self._encoding = encoding
                self._raw = body
                self._mark = raw[: len(raw) - len(body)]
                break
        else:
            raise EditError("the file is damaged: its bytes are no text that could be written again")
        # how far the text is from the raw text, mark by mark that only one of them has
        self._behind_mark = len(text) - len(text.lstrip(_MARK))
        # places of the text at which the file has two characters for a line end
        self._wide = [match.start() - count for count, match in enumerate(re.finditer(r"\r\n", body))]
        self._line_end = self._usual_line_end()

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The bytes of the file with the edits made, new line ends written as the file's own."""
        raw = [
            Edit(self._place(edit.start), self._place(edit.end), edit.replacement.replace("\n", self._line_end))
            for edit in in_turn(edits, len(self.text))
        ]
        if not raw:
            return self.data
        try:
            return (self._mark + apply(self._raw, raw)).encode(self._encoding)
        except UnicodeEncodeError as error:
            missing = error.object[error.start]
            raise EditError(f"the file's encoding ({self._encoding}) has no letter {missing!r}") from None

    def _place(self, offset: int) -> int:
        offset = max(0, offset - self._behind_mark)
        return offset + bisect_left(self._wide, offset)

    def _usual_line_end(self) -> str:
        """The line end that most lines have; of a file of one line, the plain one."""
        wide, old = len(self._wide), len(re.findall(r"\r(?!\n)", self._raw))
        plain = self._raw.count("\n") - wide
        most = max(wide, old, plain)
        return "\n" if plain == most else "\r\n" if wide == most else "\r"
