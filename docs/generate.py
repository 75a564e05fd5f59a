"""Write the pages that are made from the code, and the screens in the others.

    python docs/generate.py            write them
    python docs/generate.py --check    exit status 1 where one is stale

docs/commands.md comes from the commands' own help, docs/rules.md from the
rules' docstrings. In README.md and the pages of docs/ every ``console`` block
whose first line is ``$ regimekit …`` holds what that command prints, 100
columns wide; ``| head -N`` keeps the first N lines.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the checkout that holds this file, whatever else is installed
WIDTH = 100
_SCREEN = re.compile(r"^```console\n\$ regimekit (?P<command>[^\n]*)\n.*?^```$", re.M | re.S)
_HEAD = re.compile(r"^(?P<command>.*?)\s*\|\s*head -(?P<lines>\d+)$")


def run(arguments: str, width: int = WIDTH) -> str:
    """What the command prints on stdout, as it does into a pipe."""
    environment = {**os.environ, "COLUMNS": str(width), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    environment.pop("REGIMEKIT_DATA", None)
    done = subprocess.run(
        [sys.executable, "-m", "regimekit", *shlex.split(arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"regimekit {arguments}: {done.stderr.strip()}")
    return done.stdout


def screen(match: re.Match[str]) -> str:
    command = match["command"]
    cut = _HEAD.match(command)
    lines = run(cut["command"] if cut else command).rstrip("\n").split("\n")
    if cut and len(lines) > int(cut["lines"]):
        lines = [*lines[: int(cut["lines"])], "…"]
    body = "\n".join(line.rstrip() for line in lines)
    return f"```console\n$ regimekit {command}\n{body}\n```"


def commands_page() -> str:
    from regimekit.cli import COMMANDS, GROUPS

    names = [command.__name__.rstrip("_").replace("_", "-") for command in COMMANDS]
    for group in GROUPS:
        names.append(str(group.info.name))
        names += [f"{group.info.name} {command.callback.__name__}" for command in group.registered_commands]
    parts = [
        "# Commands\n\n"
        "Made from the commands' own help by `docs/generate.py`; `regimekit COMMAND --help` prints the same.\n"
    ]
    for name in ("", *names):
        title = f"regimekit {name}".strip()
        parts.append(f"## {title}\n\n```text\n{run(f'{name} --help'.strip(), 80).rstrip()}\n```\n")
    return "\n".join(parts)


def rules_page() -> str:
    from regimekit.linting.manual import manual

    return manual()


def pages() -> dict[Path, str]:
    """Every generated page and every page with screens, as it should be."""
    written = {ROOT / "docs" / "commands.md": commands_page(), ROOT / "docs" / "rules.md": rules_page()}
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        if page not in written:
            written[page] = _SCREEN.sub(screen, page.read_text(encoding="utf-8"))
    return written


def main() -> int:
    stale = [page for page, text in pages().items() if not page.exists() or page.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for page in stale:
            print(f"{page.relative_to(ROOT)} is stale: run python docs/generate.py")
        return int(bool(stale))
    for page, text in pages().items():
        if page in stale:
            page.write_text(text, encoding="utf-8")
            print(f"wrote {page.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
