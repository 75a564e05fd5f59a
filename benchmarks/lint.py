"""Linting against reading alone, the second run against the first, and rumdl beside both.

    python benchmarks/lint.py [FOLDER] [--copies N]

Everything is measured side by side in one run: on FOLDER, which defaults to the
reference dossiers beside the checkout where they are, else to the bundled data,
and on a folder of N copies of it (50; 0 leaves it out). Reading and linting are
measured within one process and without a cache; runs of the commands from their
start to their end, with a cache of their own. Exit status 1 when something is
over its target. rumdl checks the form of the Markdown and reads no records; it
is there to show what a linter in Rust takes for the same files.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from regimekit import bundled
from regimekit.linting.runner import check
from regimekit.linting.settings import Settings
from regimekit.parsing.corpus import load_corpus
from regimekit.parsing.folder import list_files
from regimekit.schema import load_schema

REFERENCE = Path(__file__).parent.parent.parent / "shared" / "dossiers"
RATIO = 1.4
FEW_SECONDS = 0.2  # 24 dossiers
MANY, MANY_SECONDS = 1200, 1.2
ROUNDS, RUNS = 7, 5
LARGE = 200  # files; what takes that long is measured once


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@contextmanager
def no_collecting() -> Iterator[None]:
    """Neither side makes garbage in cycles worth collecting; the command does the same while it reads."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def linting(folder: Path) -> float:
    """All rules against reading, with schema and processor warm; returns the share of the target."""
    schema = load_schema()
    settings = Settings(select=("ALL",))
    files = len(list_files(folder))
    rounds = 1 if files > LARGE else ROUNDS
    pairs = []
    if rounds > 1:
        check(load_corpus(folder, schema), schema, settings)
    with no_collecting():
        for _ in range(rounds):
            start = time.perf_counter()
            corpus = load_corpus(folder, schema)
            read = time.perf_counter() - start
            pairs.append((read, seconds(lambda read=corpus: check(read, schema, settings))))
            del corpus
    read, rules = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    ratio = median((read + rules) / read for read, rules in pairs)
    each = [taken / files * 1000 for taken in (read, read + rules)]
    print(f"all rules, {files} files, one process, no cache, median of {rounds}")
    print(f"  reading alone {each[0]:.1f} ms a file   reading and linting {each[1]:.1f} ms a file", end="")
    print(f"   ratio {ratio:.2f} (target {RATIO:.2f})")
    return ratio / RATIO


def command(name: str, *arguments: str, cache: Path | None = None) -> Callable[[], object]:
    """A run of a program; that it finds something is no failure."""
    environment = {**os.environ, "NO_COLOR": "1", "XDG_CACHE_HOME": str(cache)}
    environment.pop("REGIMEKIT_DATA", None)

    def run() -> None:
        done = subprocess.run([name, *arguments], check=False, capture_output=True, env=environment, cwd="/")
        if done.returncode not in (0, 1):
            raise SystemExit(f"{name} {' '.join(arguments)}: {done.stderr.decode()}")

    return run


def runs(folder: Path, work: Path) -> float:
    """The command on a folder: cold, again, and after one file has changed; returns the share of the target."""
    files = list_files(folder)
    target = FEW_SECONDS if len(files) <= LARGE else MANY_SECONDS * max(1, len(files) / MANY)
    program = (sys.executable, "-m", "regimekit")
    lint = command(*program, "lint", str(folder), "--output-file", os.devnull, cache=work / f"cache-{len(files)}")
    cold = seconds(lint)
    again = median(seconds(lint) for _ in range(RUNS))
    changed = []
    for turn in range(3):
        with files[len(files) // 2].open("a", encoding="utf-8") as file:
            file.write(f"\n<!-- {turn} -->\n")
        changed.append(seconds(lint))
    print(f"regimekit lint, {len(files)} files, from start to end")
    print(
        f"  first run {cold:.2f} s   one file changed {median(changed):.2f} s   nothing changed {again:.2f} s", end=""
    )
    print(f" (target {target:.2f})")
    rumdl = shutil.which("rumdl") or shutil.which("rumdl", path=str(Path(sys.executable).parent))
    if rumdl is None:
        print("  rumdl is not installed (pip install rumdl)")
    else:
        kept = ("check", "--silent", "--cache-dir", str(work / f"rumdl-{len(files)}"), str(folder))
        first = seconds(command(rumdl, *kept))
        second = median(seconds(command(rumdl, *kept)) for _ in range(RUNS))
        print(f"  rumdl check: first run {first:.2f} s   nothing changed {second:.2f} s")
    return again / target


def copied(folder: Path, to: Path, copies: int) -> Path:
    """A folder of copies, whose files may be written."""
    for number in range(copies):
        for file in list_files(folder):
            target = to / f"{number:02}" / file.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    return to


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=REFERENCE if REFERENCE.is_dir() else bundled())
    parser.add_argument("--copies", type=int, default=50, metavar="N")
    asked = parser.parse_args()
    shares: list[float] = []
    with tempfile.TemporaryDirectory(prefix="regimekit-bench-") as name:
        work = Path(name)
        for copies in (1, asked.copies):
            if copies > 0:
                folder = copied(asked.folder, work / f"of-{copies}", copies)
                shares += [linting(folder), runs(folder, work)]
    return int(max(shares) > 1)


if __name__ == "__main__":
    sys.exit(main())
