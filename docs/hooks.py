"""What mkdocs does beyond its own: files outside docs/ to which pages link are part of the site.

The pages link to them as they lie in a checkout (`../data/README.md`), so that
the links hold in both. On the site they stand below repository/, with what
they link to themselves; nothing is copied in the repository.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
BELOW = "repository/"
_CODE = r"^(?P<ticks>`{3,}).*?^(?P=ticks)[ \t]*$|`[^`\n]*`"
_LINK = re.compile(rf"{_CODE}|(?<=\]\()(?P<target>[^)\s#:]+)(?=[)#])", re.M | re.S)
_SESSION = re.compile(r"^```python\n(?=>>> )", re.M)


def on_files(files: Files, config: Any) -> Files:
    """Add what the pages link to, and what is linked from there."""
    pages = list(files.documentation_pages())
    while pages:
        page = pages.pop()
        for target in _targets(page):
            if not target.startswith(BELOW) or files.get_file_from_path(target):
                continue
            file = ROOT / target.removeprefix(BELOW)
            if file.is_file():
                added = File.generated(config, target, abs_src_path=str(file))
                files.append(added)
                pages += [added] if target.endswith(".md") else []
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Turn links of the checkout into links of the site, and let sessions of Python be drawn as such."""
    here = posixpath.dirname(page.file.src_uri)

    def on_the_site(match: re.Match[str]) -> str:
        if not match["target"]:
            return match[0]
        return posixpath.relpath(_address(page.file.src_uri, match["target"]), here or ".")

    return _SESSION.sub("```pycon\n", _LINK.sub(on_the_site, markdown))


def _targets(page: File) -> Iterator[str]:
    for match in _LINK.finditer(page.content_string):
        if match["target"]:
            yield _address(page.src_uri, match["target"])


def _address(page: str, target: str) -> str:
    """Where on the site the file lies to which a page links."""
    own = page.removeprefix(BELOW) if page.startswith(BELOW) else f"docs/{page}"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(own), target))
    return path.removeprefix("docs/") if path.startswith("docs/") else BELOW + path
