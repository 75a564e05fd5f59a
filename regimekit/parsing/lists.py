"""The common case of a list, read without mistune's general machinery.

Nine lists of ten are lines of "- text", perhaps nested, without blank lines or
wrapped text between. Those are read here in one pass; anything else is left to
mistune. A test holds that both give the same tree.
"""

from __future__ import annotations

import re
from typing import Any

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +)([^\n]*)(?:\n|\Z)")
# Texts that may open another block inside the item (headings, quotes, code, lists, rules, HTML,
# definitions) are mistune's; what begins like this can only be a paragraph.
_PLAIN_TEXT = re.compile(r"[^\W\d_]|[\"'“‘($~≈]|\*\*[^\s*]|\[(?!\^)|\d+[^\d.)\s]|\d+ ")
_DEFINITION = re.compile(r"\[[^\]]*\]:")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|\n|\Z)")
_AFTER_BLANK = re.compile(r"(?:[ \t]*\n)+(?:\Z|[^\W\d_]|#|\*\*[^\s*]|\||\[|\"|---)")


def read_plain_list(src: str, start: int, line: int) -> tuple[dict[str, Any], int] | None:
    """The list that begins at ``start``, as mistune's token with lines, and where it ends; None if it is not plain."""
    first = _ITEM.match(src, start)
    if first is None or len(first[1]) > 3 or (first[2][0].isdigit() and first[2][:-1] != "1"):
        return None
    root = _new_list(first, 0, line)
    # the open lists, innermost last: (token, indent of its markers, marker kind, indent of its items' text)
    open_lists = [(root, len(first[1]), first[2][-1], 0)]
    position, number = start, line
    item = first
    while True:
        text = item[4].rstrip()
        if len(item[3]) > 4 or _PLAIN_TEXT.match(text) is None or (text[0] == "[" and _DEFINITION.match(text)):
            return None
        indent = len(item[1])
        deep = len(open_lists)
        while len(open_lists) > 1 and indent < open_lists[-1][1]:
            open_lists.pop()
        token, at, kind, content = open_lists[-1]
        if indent == at and item[2][-1] == kind:
            pass
        elif content and content <= indent <= content + 3 and deep == len(open_lists):
            if item[2][0].isdigit() and item[2][:-1] != "1":
                return None
            nested = _new_list(item, len(open_lists), number)
            token["children"][-1]["children"].append(nested)
            open_lists.append((nested, indent, item[2][-1], 0))
            token = nested
        else:
            return None
        token["children"].append(
            {"type": "list_item", "children": [{"type": "block_text", "text": text, "line": number}]}
        )
        open_lists[-1] = (*open_lists[-1][:3], indent + len(item[2]) + len(item[3]))
        position, number = item.end(), number + 1
        if position >= len(src):
            break
        following = _ITEM.match(src, position)
        if following is None:
            break
        item = following
    if position < len(src) and not (_AFTER_BLANK.match(src, position) or _HEADING.match(src, position)):
        return None
    return root, position


def _new_list(item: re.Match[str], depth: int, line: int) -> dict[str, Any]:
    ordered = item[2][0].isdigit()
    return {
        "type": "list",
        "children": [],
        "tight": True,
        "bullet": item[2][-1],
        "attrs": {"depth": depth, "ordered": ordered},
        "line": line,
    }
