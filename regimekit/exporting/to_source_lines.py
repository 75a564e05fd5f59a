"""References as a list in Markdown, in the form that dossiers list their sources in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from regimekit.analysis.references import Reference
from regimekit.exporting.words import one_line

_MARKUP = re.compile(r"[\\`*\[\]<>|~&_^]")  # "[^1]" would be a footnote
_NOT_IN_ADDRESSES = re.compile(r"[\s()<>|\\]")


def to_source_lines(references: Iterable[Reference]) -> str:
    """``- [title](url) | type: … | accessed: …``, one line a source, in a form that is read back as it was."""
    return "".join(f"{_line(reference)}\n" for reference in references)


def _line(reference: Reference) -> str:
    title = escaped(reference.as_listed or reference.title)
    parts = [f"[{title}]({_address(reference.url)})" if reference.url else title]
    publisher = reference.container or reference.publisher
    if publisher and publisher.casefold() not in (reference.as_listed or reference.title).casefold():
        parts.append(escaped(publisher))
    parts += [f"type: {escaped(kind)}" for kind in reference.kinds[:1]]
    if reference.accessed_as_written:
        parts.append(f"accessed: {escaped(reference.accessed_as_written)}")
    return f"- {' | '.join(parts)}"


def escaped(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\{match[0]}", one_line(text))


def _address(url: str) -> str:
    """An address that cannot end before it does."""
    return _NOT_IN_ADDRESSES.sub(lambda match: f"%{ord(match[0]):02X}", one_line(url))
