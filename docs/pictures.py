"""Draw the pictures of the manual again, each by the command that stands on the page beside it.

    python docs/pictures.py            draw those that are stale
    python docs/pictures.py --check    exit status 1 where one is

A picture is what a command of the page writes with `--chart NAME.svg` and the
page shows as `pictures/NAME.svg`. Each ends with a comment that holds the
digest of the specification it was drawn from, so that a new release of the
converter makes none of them stale.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from generate import ROOT, run, written_by_hand

FOLDER = ROOT / "docs" / "pictures"


def digest(drawn: dict[str, Any]) -> str:
    """The specification without the toolkit's version, which changes no picture."""
    generator = drawn["usermeta"]["generator"]
    return hashlib.sha256(json.dumps(drawn).replace(generator, "regimekit").encode()).hexdigest()[:32]


def mark(drawn: dict[str, Any]) -> str:
    return f"<!-- specification {digest(drawn)} -->\n"


def is_stale(name: str, drawn: dict[str, Any]) -> bool:
    """Whether the picture is not what would be drawn now."""
    file = FOLDER / name
    return not file.exists() or not file.read_text(encoding="utf-8").endswith(mark(drawn))


def drawn() -> dict[str, dict[str, Any]]:
    """The specification of every picture that a page shows."""
    pages = [page for page in written_by_hand() if "pictures/" in page.read_text(encoding="utf-8")]
    return {name: spec for page in pages for name, spec in run(page).pictures.items()}


def main() -> int:
    found = {name: spec for name, spec in drawn().items() if is_stale(name, spec)}
    for name, spec in found.items():
        if "--check" in sys.argv[1:]:
            print(f"docs/pictures/{name} is stale: run python docs/pictures.py and look at it")
            continue
        from regimekit.rendering.charts.conversion import to_svg

        FOLDER.mkdir(exist_ok=True)
        (FOLDER / name).write_text(to_svg(spec).decode() + "\n" + mark(spec), encoding="utf-8", newline="\n")
        print(f"drew docs/pictures/{name}")
    return int(bool(found) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
