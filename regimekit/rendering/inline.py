"""Markdown inside a line → styled text: the marks go, the words and addresses stay."""

import re

from rich.text import Text

from regimekit.rendering.text import harmless

DEEPEST = 4  # of emphasis within emphasis
LONGEST = 20_000  # characters; in a longer line nobody has set anything in bold by hand

# every repetition is bounded, so that a line of nothing but marks costs no more than its length
_MARK = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|~<>-])"
    r"|(?P<ticks>`{1,2})(?P<code>[^`]{1,500})(?P=ticks)"
    r"|!?\[\[(?P<target>[^\[\]|]{1,300})(?:\|(?P<display>[^\[\]]{1,300}))?\]\]"
    r"|\[\^(?P<note>[^\]\s]{1,100})\]"
    r"|!?\[(?P<label>[^\[\]]{1,500})\]\((?P<url><[^<>\n]{1,1000}>|[^\s()]{0,1000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)"
    r"(?:[ ][\"'][^\"'\n]{0,300}[\"'])?\)"
    r"|\*\*(?=\S)(?P<strong>(?:[^*]|\*(?!\*)){1,800}?)(?<=\S)\*\*(?!\*)"
    r"|\*(?=[^\s*])(?P<emphasis>[^*]{1,800}?)(?<=\S)\*"
    r"|(?<!\w)__(?=\S)(?P<strong_line>[^_]{1,800}?)(?<=\S)__(?!\w)"
    r"|(?<!\w)_(?=[^\s_])(?P<emphasis_line>[^_]{1,800}?)(?<=\S)_(?!\w)"
)


def read_marks(text: str, style: str = "", depth: int = 0) -> Text:
    """The words of a Markdown line; bold stays bold, a link is its text and its address in angle brackets."""
    if depth == 0:
        text = harmless(text)
    if len(text) > LONGEST:
        return Text(text, style, overflow="fold")
    out = Text(overflow="fold")
    at = 0
    for match in _MARK.finditer(text):
        out.append(text[at : match.start()], style)
        at = match.end()
        out.append_text(_meaning(match, style, depth))
    out.append(text[at:], style)
    return out


def _meaning(match: re.Match[str], style: str, depth: int) -> Text:
    part = match.groupdict()
    for name, added in (
        ("strong", "bold"),
        ("strong_line", "bold"),
        ("emphasis", "italic"),
        ("emphasis_line", "italic"),
    ):
        if part[name] is not None:
            within = f"{style} {added}".strip()
            return read_marks(part[name], within, depth + 1) if depth < DEEPEST else Text(part[name], within)
    if part["label"] is not None:
        label = read_marks(part["label"], style, depth + 1) if depth < DEEPEST else Text(part["label"], style)
        url = part["url"].strip("<>")
        return label.append(f" <{url}>", "dim") if url and url != label.plain else label
    if part["target"] is not None:
        return Text(part["display"] or part["target"], style)
    if part["note"] is not None:
        return Text(f"[{part['note']}]", "dim")
    return Text(part["escaped"] or part["code"] or "", style)
