"""What the manual says to type, done as it stands: a page runs from its top to its end, in a temporary folder.

The folder holds a copy of data/, docs/examples/ and tests/data/, or what a
page names itself in a comment: `<!-- folder: empty -->`, or
`<!-- folder: docs/examples/vault -->`, whose files then lie in it. On such a
page screens hold the notes of stderr as well, as a reader sees them. Of the
fenced blocks

    console                 each line that begins with `$ ` is run, with those behind it that begin
                            with `> `; below them stands what it prints
    sh                      each line is run
    python                  is run; a session with `>>> ` shows what it prints
    sql                     is asked of DuckDB
    yaml                    what a server is told to `run: `, is run
    LANGUAGE title="FILE"   is that file, and written
    diff title="FILE"       is made in that file, whose lines it names
    text                    may hold no command

`| head -N` behind a command keeps its first N lines. What NOT_RUN names is
passed over; everything else has to succeed, or the page is wrong.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
WIDTH = 100
COPIED = ("data", "docs/examples", "tests/data")
NOT_RUN = {
    "python3 -m venv": "makes an environment and asks a package index",
    ". .venv/bin/activate": "is for the terminal in which it is typed",
    "pip install": "asks a package index",
    "uv run": "makes an environment and asks a package index",
    "regimekit sources stalin --check": "asks the hosts of the sources",
    "npm pack": "asks a package registry",
    "tar -xzf": "unpacks what that brought",
    "cp -r package/dist": "copies from it",
    "python3 -m http.server": "serves until it is stopped",
    "attach 'regimes.sqlite'": "fetches an extension of DuckDB",
    "datasette --immutable": "serves until it is stopped; tests/storage/test_datasette.py serves a database with it",
    "dask scheduler": "serves until it is stopped; tests/storage has clusters of its own",
    "dask worker": "serves until it is stopped; tests/storage has clusters of its own",
    "regimekit build --on dask": "asks a cluster",
    "export DASK_": "is for a cluster",
}
_FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=ticks)[ \t]*$", re.M | re.S)
_FOLDER = re.compile(r"^<!-- folder: (?P<name>\S+) -->$", re.M)
_TITLE = re.compile(r'\btitle="(?P<file>[^"]+)"')
_HEAD = re.compile(r"^(?P<command>.*?)\s*\|\s*head -(?P<lines>\d+)$", re.S)
_INTO = re.compile(r"^(?P<command>.*?)\s+>\s*(?P<file>\S+)$", re.S)
_CHART = re.compile(r"--chart (?P<file>\S+\.svg)\b")
_STEP = re.compile(r"^\s*(?:- )?run: (?P<command>.+)$", re.M)
_HIDDEN = re.compile(r"^(\$ |\.venv/bin/)?(regimekit|pip|python3?|uv|git|cd|mkdir) (?!\[OPTIONS\])", re.M)


class PageError(Exception):
    """What a page says to type cannot be done, or does not do what it says."""


class Result(NamedTuple):
    """A page as it should be, the specification of each picture that it shows, what was run and what was not."""

    text: str
    pictures: dict[str, dict[str, Any]]
    ran: list[str]
    passed_over: list[str]


def run_page(text: str, folder: Path | None = None) -> Result:
    """Everything that a page says to type, from its top to its end; in a folder that stays, where one is given."""
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="regimekit-manual-") as temporary:
            return run_page(text, Path(temporary))
    named = _FOLDER.search(text)
    reader = Reader(folder.resolve(), named["name"] if named else "")
    made = _FENCE.sub(reader.block, text)
    shown = {name: spec for name, spec in reader.pictures.items() if f"pictures/{name})" in text}
    return Result(made, shown, reader.ran, reader.passed_over)


class Reader:
    """Somebody who types what a page says, in a folder of their own."""

    def __init__(self, folder: Path, named: str) -> None:
        self.folder = self.here = folder
        self.home = (
            "~" if named == "empty" else f"~/{Path(named).name}"
        )  # what stands for the temporary folder on a screen
        self.sees_notes = bool(named)
        self.pictures: dict[str, dict[str, Any]] = {}
        self.ran: list[str] = []
        self.passed_over: list[str] = []
        self.names: dict[str, Any] = {"__name__": "__main__"}
        if named and named != "empty":
            shutil.copytree(ROOT / named, folder, dirs_exist_ok=True)
        for each in () if named else COPIED:
            shutil.copytree(ROOT / each, folder / each)

    def block(self, match: re.Match[str]) -> str:
        language, _, rest = match["info"].partition(" ")
        titled = _TITLE.search(rest)
        body = match["body"]
        if titled and language == "diff":
            self.edit(self.here / titled["file"], body)
        elif titled:
            file = self.here / titled["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body, encoding="utf-8")
        if language == "console":
            body = self.session(body)
        elif language in ("sh", "bash"):
            for command in _lines(body):
                self.type(command)
        elif language == "python":
            body = self.python(body)
        elif language == "sql":
            self.ask_duckdb(body)
        elif language == "yaml":
            for step in _STEP.finditer(body):
                self.type(step["command"])
        elif language in ("", "text") and _HIDDEN.search(body):
            raise PageError(f"a command in a block of text: {_HIDDEN.search(body)}")
        return f"{match['ticks']}{match['info']}\n{body}{match['ticks']}"

    def session(self, body: str) -> str:
        """Commands and what they print."""
        parts = re.split(r"^(?=\$ )", body, flags=re.M)
        if parts.pop(0):
            raise PageError(f"a screen begins with its command: {body.splitlines()[0]}")
        return "".join(self._screen(part) for part in parts)

    def _screen(self, part: str) -> str:
        typed = re.match(r"\$ [^\n]*\n(?:> [^\n]*\n)*", part)
        assert typed
        command = re.sub(r"^[$>] ", "", typed[0], flags=re.M).replace("\\\n", " ").strip()
        printed = self.type(command)
        if printed is None:
            return part
        return typed[0] + "".join(f"{line.rstrip()}\n" for line in printed.rstrip("\n").split("\n") if printed)

    def type(self, command: str) -> str | None:
        """What a command prints; None where it is not run."""
        command = re.sub(r"\s+# .*$", "", command)
        words = shlex.split(command)
        if not words:
            return ""
        if command.startswith(tuple(NOT_RUN)):
            self.passed_over.append(command)
            return None
        self.ran.append(command)
        if words[0] == "cd":
            self.here = (self.here / words[1]).resolve()
            if not self.here.is_relative_to(self.folder):
                raise PageError(f"{command}: leaves the folder")
            return ""
        into, cut = _INTO.match(command), _HEAD.match(command)
        bare = (into or cut or {"command": command})["command"]
        if words[0] != "regimekit" or set(shlex.split(bare)) & {"|", "||", "&&", ";", "<", ">"}:
            return self._shell(command)
        together = self.sees_notes and not into and not cut
        printed, notes = regimekit(bare, self.here, together=together)
        if chart := _CHART.search(bare):
            spec, _ = regimekit(_CHART.sub("--spec", bare), self.here)
            self.pictures[chart["file"]] = json.loads(spec)
        if into:
            (self.here / into["file"]).write_text(printed, encoding="utf-8")
            printed = ""
        lines = printed.splitlines()
        if cut and len(lines) > int(cut["lines"]):
            printed = "\n".join([*lines[: int(cut["lines"])], "…"])
        printed = notes + printed if self.sees_notes and not together else printed
        return printed.replace(str(self.folder), self.home)

    def _shell(self, command: str) -> str:
        """Whatever is not a plain command of the toolkit, by bash."""
        own = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
        author = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        for who in ("AUTHOR", "COMMITTER"):
            author |= {f"GIT_{who}_NAME": "Reader", f"GIT_{who}_EMAIL": "reader@example.org"}
        run = subprocess.run(
            ["bash", "-c", f'regimekit() {{ "{sys.executable}" -m regimekit "$@"; }}\n{command}'],
            cwd=self.here,
            env={**_environment(), **own, **author},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if self.sees_notes else subprocess.PIPE,
            text=True,
        )
        if run.returncode not in (0, 1 if "regimekit" in command else 0):
            raise PageError(f"{command}: {run.stdout}{run.stderr or ''}")
        return run.stdout.replace(str(self.folder), self.home)

    def python(self, body: str) -> str:
        """A program, or a session whose answers are those of today."""
        self.ran.append(body)
        with _in(self.here):
            if not body.startswith(">>> "):
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(body, "a block of the manual", "exec"), self.names)
                return body
            return "".join(self._answer(piece) for piece in doctest.DocTestParser().parse(body))

    def _answer(self, piece: str | doctest.Example) -> str:
        if isinstance(piece, str):
            return piece
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(piece.source, "a session of the manual", "single"), self.names)
        first, *others = piece.source.rstrip("\n").split("\n")
        typed = "".join(f"{line}\n" for line in (f">>> {first}", *(f"... {line}".rstrip() for line in others)))
        return typed + out.getvalue()

    def ask_duckdb(self, body: str) -> None:
        import duckdb

        if body.startswith(tuple(NOT_RUN)):
            self.passed_over.append(body)
            return
        self.ran.append(body)
        with _in(self.here), duckdb.connect() as database:
            database.execute(body)

    def edit(self, file: Path, diff: str) -> None:
        """Put the lines marked + where those marked - are, which the file has to have just once."""
        lines = diff.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
        new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
        text = file.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise PageError(f"{file.name} has {text.count(old)} times the lines\n{old}")
        file.write_text(text.replace(old, new), encoding="utf-8")


def regimekit(command: str, folder: Path = ROOT, width: int = WIDTH, together: bool = False) -> tuple[str, str]:
    """What a command of the toolkit prints on stdout and stderr; run in this process, since there are many.

    Together, the first has both, in their order, as on a terminal.
    """
    from regimekit import bundled
    from regimekit.cli import main

    out, notes = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    before = dict(os.environ), sys.argv
    try:
        os.environ.clear()
        os.environ.update(_environment(width))
        sys.argv = shlex.split(command)
        with _in(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out if together else notes):
            status = main()
    finally:
        sys.argv = before[1]
        os.environ.clear()
        os.environ.update(before[0])
    # where the toolkit is installed is of no interest to a reader
    printed, said = (_written(stream).replace(str(bundled()), "…/regimekit/bundled") for stream in (out, notes))
    if status not in (0, 1):
        raise PageError(f"{command}: {(said or printed).strip()}")
    return printed, said


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode()


def _environment(width: int = WIDTH) -> dict[str, str]:
    """That of the caller, and what makes screens the same everywhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("REGIMEKIT_", "GIT_"))}
    return {**kept, "COLUMNS": str(width), "NO_COLOR": "1"}


@contextlib.contextmanager
def _in(folder: Path) -> Any:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _lines(body: str) -> list[str]:
    """The commands of a block; one that has not ended where its line does goes on in the next."""
    commands: list[str] = []
    open_ = ""
    for line in body.replace("\\\n", " ").splitlines():
        open_ += f"\n{line}" if open_ else line
        try:
            shlex.split(open_, comments=True)
        except ValueError:
            continue
        commands += [open_] if open_.strip() and open_[0] != "#" else []
        open_ = ""
    if open_:
        raise PageError(f"a quotation mark is missing: {open_}")
    return commands
