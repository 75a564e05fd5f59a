"""Write the pages that are made from the code, and the screens in the others.

    python docs/generate.py            write them
    python docs/generate.py --check    exit status 1 where one is stale

docs/commands.md comes from the commands' own help, docs/rules.md from the
rules' docstrings. In README.md and the pages of docs/ every ``console`` block
whose first line is ``$ regimekit …`` holds what that command prints, 100
columns wide; ``| head -N`` keeps the first N lines. What stands there between
``<!-- generated: NAME -->`` and ``<!-- end -->`` is made by the function that
REGIONS names.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the checkout that holds this file, whatever else is installed
WIDTH = 100
_SCREEN = re.compile(r"^```console\n\$ regimekit (?P<command>[^\n]*)\n.*?^```$", re.M | re.S)
_REGION = re.compile(r"^(?P<begin><!-- generated: (?P<name>[a-z ]+) -->)\n.*?^(?P<end><!-- end -->)$", re.M | re.S)
_HEAD = re.compile(r"^(?P<command>.*?)\s*\|\s*head -(?P<lines>\d+)$")


def run(arguments: str, width: int = WIDTH) -> str:
    """What the command prints on stdout, as it does into a pipe; run in this process, since there are many."""
    from regimekit.cli import main

    shown = {"COLUMNS": str(width), "NO_COLOR": "1"}
    out, notes = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    before = dict(os.environ), sys.argv, Path.cwd()
    try:
        os.environ.update(shown)
        os.environ.pop("REGIMEKIT_DATA", None)
        os.chdir(ROOT)
        sys.argv = ["regimekit", *shlex.split(arguments)]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(notes):
            status = main()
    finally:
        sys.argv = before[1]
        os.chdir(before[2])
        os.environ.clear()
        os.environ.update(before[0])
    if status not in (0, 1):
        raise SystemExit(f"regimekit {arguments}: {notes.getvalue().strip()}")
    out.flush()
    written = out.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode()


def screen(match: re.Match[str]) -> str:
    command = match["command"]
    cut = _HEAD.match(command)
    lines = run(cut["command"] if cut else command).rstrip("\n").split("\n")
    if cut and len(lines) > int(cut["lines"]):
        lines = [*lines[: int(cut["lines"])], "…"]
    body = "\n".join(line.rstrip() for line in lines)
    return f"```console\n$ regimekit {command}\n{body}\n```"


def commands_page() -> str:
    from regimekit.cli import COMMANDS, GROUPS, group

    names = list(COMMANDS)
    for name in GROUPS:
        below = [command.callback for command in group(name).registered_commands]
        names += [name, *(f"{name} {function.__name__}" for function in below if function)]
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


def tables_of_the_database() -> str:
    """Each table with its columns, as SQLite and the records have them."""
    from regimekit.storage.ddl import NUMBERED, columns, type_of

    notes = {"texts": ", a JSON array", "boolean": ", 0 or 1", "day": ", an ISO 8601 day"}
    parts = []
    for table in NUMBERED:
        rows = [f"### {table.name}\n\n{table.meaning}\n", "| column | type | meaning |", "|---|---|---|"]
        for column in columns(table):
            link = f" → [{column.to}](#{column.to})" if column.to else ""
            null = ", or NULL" if column.optional else ""
            rows.append(
                f"| `{column.name}` | {type_of(column)}{notes.get(column.kind, '')}{link}{null} | {column.meaning} |"
            )
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def references_of_the_database() -> str:
    """Which table refers to which, as a diagram of Mermaid; that to the dossier, which all have, is left out."""
    from regimekit.storage.ddl import NUMBERED, columns

    lines = [
        f'  {column.to} {"|o" if column.optional else "||"}--o{{ {table.name} : "{column.name}"'
        for table in NUMBERED
        for column in columns(table)
        if column.to and column.name != "dossier_id"
    ]
    return "\n".join(["```mermaid", "erDiagram", *lines, "```"])


REGIONS = {"tables": tables_of_the_database, "references": references_of_the_database}


def region(match: re.Match[str]) -> str:
    return f"{match['begin']}\n\n{REGIONS[match['name']]()}\n\n{match['end']}"


def pages() -> dict[Path, str]:
    """Every generated page and every page with screens, as it should be."""
    written = {ROOT / "docs" / "commands.md": commands_page(), ROOT / "docs" / "rules.md": rules_page()}
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        if page not in written:
            written[page] = _REGION.sub(region, _SCREEN.sub(screen, page.read_text(encoding="utf-8")))
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
