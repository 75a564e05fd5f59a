"""The label of a line that gives one thing: a table row's first cell, a bold label, a plain "Ruler: …"."""

from __future__ import annotations

import re
from typing import Final

from regimekit.parsing.passages import Passage

# a few words before the first colon; a clock time or a web address has no blank behind its colon
_PLAIN: Final = re.compile(r"(?P<label>[A-Z][\w'’/&() -]{1,40}?):\s+(?=\S)")


def label_and_value(passage: Passage) -> tuple[str, str] | None:
    """What a row or labelled line of the Overview gives, and what it gives for it; of a row all cells but the first.

    Only a list item may have a label that is not bold: in a paragraph a colon belongs to the sentence.
    """
    if passage.kind == "row" and len(passage.cells) >= 2:
        return passage.cells[0].rstrip(":"), " | ".join(passage.cells[1:])
    if passage.kind in ("item", "paragraph") and passage.label is not None and passage.body:
        return passage.label, passage.text[passage.body :]
    if passage.kind == "item" and passage.strong is None and (plain := _PLAIN.match(passage.text)) is not None:
        return plain["label"], passage.text[plain.end() :]
    return None
