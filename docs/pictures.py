"""Draw the pictures of docs/charts.md again, from the dossiers that come with the toolkit.

    python docs/pictures.py            draw those that are stale
    python docs/pictures.py --check    exit status 1 where one is

Each picture ends with a comment that holds the digest of the specification it
was drawn from, so that a new release of the converter makes none of them stale.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PICTURES = {
    "estimates.svg": "estimates stalin mao",
    "timeline.svg": "timeline hitler --from 1919 --to 1945",
    "coverage.svg": "stats",
}


def spec(arguments: str) -> dict[str, Any]:
    """What `--spec` prints."""
    command = [sys.executable, "-m", "regimekit", *arguments.split(), "--data", "data", "--spec", "--quiet"]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)


def digest(drawn: dict[str, Any]) -> str:
    """The specification without the toolkit's version, which changes no picture."""
    generator = drawn["usermeta"]["generator"]
    return hashlib.sha256(json.dumps(drawn).replace(generator, "regimekit").encode()).hexdigest()[:32]


def mark(drawn: dict[str, Any]) -> str:
    return f"<!-- specification {digest(drawn)} -->\n"


def stale() -> dict[Path, dict[str, Any]]:
    """The pictures that are not what would be drawn now, with their specifications."""
    specs = {ROOT / "docs" / "pictures" / name: spec(arguments) for name, arguments in PICTURES.items()}
    return {
        file: drawn
        for file, drawn in specs.items()
        if not file.exists() or not file.read_text(encoding="utf-8").endswith(mark(drawn))
    }


def main() -> int:
    found = stale()
    if "--check" in sys.argv[1:]:
        for file in found:
            print(f"{file.relative_to(ROOT)} is stale: run python docs/pictures.py and look at it")
        return int(bool(found))
    from regimekit.rendering.charts.conversion import to_svg

    for file, drawn in found.items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(to_svg(drawn).decode() + "\n" + mark(drawn), encoding="utf-8", newline="\n")
        print(f"drew {file.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
