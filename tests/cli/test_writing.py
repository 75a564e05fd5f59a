"""What goes to stdout and what to stderr; files written whole; pipes that close; terminals that are narrow or plain."""

import csv
import io
import json
import os
import pty
import shlex
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

DATA = Path(__file__).parent.parent / "data"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "regimekit", *arguments]


@pytest.mark.parametrize(
    "listing", [["figures"], ["timeline"], ["estimates"], ["estimates", "--all-strata"]], ids=" ".join
)
def test_listings_in_every_format(listing: list[str], regimekit: Callable[..., Any]) -> None:
    written = regimekit(*listing, "--format", "json")
    assert len(json.loads(written.out)) > 3
    assert written.err.startswith("Dossiers in ")
    rows = list(csv.reader(io.StringIO(regimekit(*listing, "--format", "csv").out)))
    assert len(rows) > 4
    assert {len(row) for row in rows} == {len(rows[0])}
    lines = regimekit(*listing, "--format", "md").out.splitlines()
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)
    assert len(lines) == len(rows) + 1


def test_the_export_of_files_fits_the_schema(regimekit: Callable[..., Any]) -> None:
    schema = json.loads(regimekit("schema").out)
    for folder in ("folder", "hostile"):
        export = json.loads(regimekit("export", str(DATA / folder)).out)
        jsonschema.validate(export, schema)
        assert export["dossiers"]
    assert [page["path"] for page in json.loads(regimekit("export").out)["pages"]] == ["README.md"]


def test_a_file_is_written_whole_or_not_at_all(regimekit: Callable[..., Any], tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    run = regimekit("export", "--output", str(link))
    assert (run.status, run.out) == (0, "")
    assert json.loads(target.read_text())["dossiers"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "out.json"]


def test_nothing_is_left_where_writing_fails(
    regimekit: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = regimekit("export", "--output", str(target))
    assert run.status == 2
    assert "No space left on device" in run.err
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_raw_is_the_file(regimekit: Callable[..., Any]) -> None:
    text = (DATA / "folder" / "northern" / "north-vale-lind.md").read_text()
    assert regimekit("show", "lind", "--raw").out == text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("arguments", [["show", "lind"], ["figures"], ["timeline"], ["estimates"]])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(
    arguments: list[str], width: int, regimekit: Callable[..., Any]
) -> None:
    narrow = regimekit(*arguments, COLUMNS=str(width)).out
    wide = regimekit(*arguments, COLUMNS="400").out
    assert max(map(len, narrow.splitlines())) <= width
    assert "…" not in narrow
    if arguments[0] == "timeline":  # the strip above the table has a column a year only where there is room for it
        narrow, wide = (shown.partition("happened.")[2] for shown in (narrow, wide))
    if arguments[0] != "show" or width >= 80:  # of the table of sections the ids are left out where they do not fit
        assert letters(narrow) == letters(wide)


def letters(shown: str) -> Counter[str]:
    """All that is written, however it is wrapped."""
    return Counter("".join(shown.replace("─", "").split()))


def piped(*arguments: str, **environment: str) -> str:
    clean = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    run = subprocess.run(
        command(*arguments), capture_output=True, text=True, env={**clean, **environment}, cwd=DATA, check=True
    )
    return run.stdout


def test_through_a_pipe_a_row_is_a_line() -> None:
    out = piped("timeline", "lind", "--data", "folder")
    (row,) = [line for line in out.splitlines() if "21 officers" in line]
    assert row.split()[:2] == ["58", "1946"]
    assert "\x1b" not in out


def test_styles_only_where_they_are_wanted() -> None:
    assert "\x1b[1m" in piped("show", "lind", "--data", "folder", FORCE_COLOR="1")
    assert "\x1b" not in piped("show", "lind", "--data", "folder", FORCE_COLOR="1", NO_COLOR="1")
    assert "\x1b" not in piped("show", "lind", "--data", "folder", "--no-color", FORCE_COLOR="1")


def on_a_terminal(*arguments: str, **environment: str) -> bytes:
    """What a command writes to a terminal of 70 columns."""
    import fcntl
    import struct
    import termios

    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 70, 0, 0))
    clean = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        command(*arguments),
        stdin=secondary,
        stdout=secondary,
        stderr=subprocess.DEVNULL,
        env={**clean, "TERM": "xterm", **environment},
        cwd=DATA,
    )
    os.close(secondary)
    written = b""
    try:
        while chunk := os.read(primary, 65536):
            written += chunk
    except OSError:
        pass  # how Linux says that the other end is closed
    finally:
        os.close(primary)
    assert process.wait() == 0
    return written


def test_a_terminal_is_filled_and_may_be_bold() -> None:
    written = on_a_terminal("timeline", "lind", "--data", "folder").decode()
    assert "\x1b[1m" in written
    assert "\x1b" not in on_a_terminal("timeline", "lind", "--data", "folder", NO_COLOR="1").decode()
    assert "\x1b" not in on_a_terminal("timeline", "lind", "--data", "folder", TERM="dumb").decode()
    lines = on_a_terminal("timeline", "lind", "--data", "folder", NO_COLOR="1").decode().splitlines()
    assert 60 < max(map(len, lines)) <= 70


def test_a_terminal_never_gets_a_raw_file_with_its_escape_codes() -> None:
    written = on_a_terminal("show", "mire", "--raw", "--data", "hostile", NO_COLOR="1")
    assert b"\x1b" not in written
    assert b"Mire" in written
    assert "\x1b]0;owned\x07" in piped("show", "mire", "--raw", "--data", "hostile")


def test_a_reader_that_leaves_is_no_error() -> None:
    process = subprocess.Popen(
        command("export", "folder"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=DATA, text=True
    )
    assert process.stdout is not None
    process.stdout.close()
    _, told = process.communicate()
    assert process.returncode == 0
    assert told == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            command("show", "lind", "--data", "folder", "-q"), stdout=full, stderr=subprocess.PIPE, cwd=DATA, text=True
        )
    assert run.returncode == 2
    assert run.stderr == "regimekit: the answer cannot be written to stdout: No space left on device\n"


def test_a_terminal_without_unicode_gets_letters_that_it_has() -> None:
    run = subprocess.run(
        command("figures", "--data", "folder", "-q"),
        capture_output=True,
        cwd=DATA,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "80"},
        check=True,
    )
    text = run.stdout.decode("ascii")
    assert "1880-1944" in text
    assert "-----" in text
    assert "?mile Okoro" in text


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a POSIX shell")
@pytest.mark.parametrize("format", ["table", "json", "csv"])
def test_streams_that_are_closed_from_the_start(format: str) -> None:
    words = shlex.join(command("estimates", "lind", "--data", "folder", "--format", format))
    closed = subprocess.run(f"{words} -q >&-", shell=True, stderr=subprocess.PIPE, cwd=DATA, text=True)
    assert (closed.returncode, closed.stderr) == (2, "regimekit: the answer cannot be written: stdout is closed\n")
    deaf = subprocess.run(f"{words} 2>&-", shell=True, stdout=subprocess.PIPE, cwd=DATA, text=True)
    assert deaf.returncode == 0
    assert deaf.stdout
