"""The folder as a database: building, rebuilding, searching and showing, and how they grow.

    python benchmarks/store.py [FOLDER] [--copies N]...

FOLDER defaults to the reference dossiers beside the checkout where they are,
else to the bundled data. It is copied N times (1, 50 and 200 unless given),
every copy of a dossier under a name of its own, and each folder is measured in
one run with commands from their start to their end and a cache of their own:

    cold     regimekit build of a folder never read before
    warm     the same database anew, the dossiers being in the cache
    again    nothing changed          one      one file changed
    search   a word in the text, the index being up to date
    show     one dossier by its name

Memory is the sum of the proportional set sizes (PSS) of all processes of a
command, the highest of a look every tenth of a second. Exit status 1 when
something is over its target. markdowndb (npm: mddb) and obsidiantools (PyPI)
stand beside the cold build of the smallest folder where they are installed:
name their programs in MDDB and OBSIDIANTOOLS_PYTHON. Neither reads records.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median

from regimekit import bundled
from regimekit.parsing.folder import list_files

REFERENCE = Path(__file__).parent.parent.parent / "shared" / "dossiers"
COPIES = (1, 50, 200)
ROUNDS = 5
SETTLED = 2.5  # seconds after which the library trusts what it knows of a file
LARGEST = 4800  # files, for which the targets are set
TARGETS = {"show": 0.35, "search": 0.2, "one": 1.0}  # seconds
MEMORY = 300  # MiB, of a cold build


def copied(folder: Path, target: Path, copies: int) -> Path:
    """The dossiers of a folder so many times, each copy under a name of its own."""
    for number in range(copies):
        (target / f"{number:03}").mkdir(parents=True)
        for file in list_files(folder):
            shutil.copyfile(file, target / f"{number:03}" / f"{file.stem}-{number}.md")
    return target


def processes(parent: int) -> list[int]:
    """A process and those it has started."""
    found = [parent]
    with suppress(OSError):
        for thread in Path(f"/proc/{parent}/task").iterdir():
            for child in (thread / "children").read_text().split():
                found += processes(int(child))
    return found


def memory(process: int) -> int:
    """The proportional set size of a process in KiB, 0 where it cannot be told."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def surroundings(cache: Path) -> dict[str, str]:
    """The environment of a command: a cache of its own, and compiled modules as an installed toolkit has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "XDG_CACHE_HOME": str(cache), "NO_COLOR": "1"}


def measured(command: Sequence[str], cache: Path) -> tuple[float, float]:
    """Seconds that a command takes, and the most memory in MiB that it and its processes held."""
    environment = surroundings(cache)
    start = time.perf_counter()
    running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    most = 0
    while True:
        try:
            running.wait(0.1)
            break
        except subprocess.TimeoutExpired:
            most = max(most, sum(map(memory, processes(running.pid))))
    taken = time.perf_counter() - start
    assert running.stderr is not None
    said = running.stderr.read().decode()
    if running.returncode:
        raise SystemExit(f"{shlex.join(command)}: {said}")
    return taken, most / 1024


def seconds(command: Sequence[str], cache: Path, rounds: int = ROUNDS) -> float:
    """The median of some runs, none of which is watched: looking at memory takes time as well."""
    environment = surroundings(cache)
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return median(taken)


def measure(folder: Path, work: Path) -> dict[str, float]:
    """All that is measured of one folder."""
    files = list_files(folder)
    cache, database = work / "cache", work / "regimes.sqlite"
    program = (sys.executable, "-m", "regimekit", "-q", "--data", str(folder))
    build = (*program, "build", "-o", str(database))
    time.sleep(SETTLED)
    found: dict[str, float] = {"files": len(files)}
    found["cold"], found["memory"] = measured(build, cache)
    found["again"] = seconds(build, cache)
    changes = []
    for turn in range(3):
        with files[len(files) // 2].open("a", encoding="utf-8") as file:
            file.write(f"\n<!-- {turn} -->\n")
        changes.append(seconds(build, cache, 1))
    found["one"] = median(changes)
    found["size"] = database.stat().st_size / 2**20
    database.unlink()
    found["warm"], _ = measured(build, cache)
    time.sleep(SETTLED)
    search = (*program, "search", "famine OR deport*")
    subprocess.run(search, env=surroundings(cache), check=True, capture_output=True)
    found["search"] = seconds(search, cache)
    found["show"] = seconds((*program, "show", files[0].stem), cache)
    return found


def beside(folder: Path, work: Path) -> None:
    """What others that index a folder of Markdown take for the smallest one."""
    if mddb := os.environ.get("MDDB"):
        taken, most = measured(
            ("sh", "-c", f"cd {shlex.quote(str(work))} && {mddb} {shlex.quote(str(folder))}"), work / "x"
        )
        print(f"  markdowndb (mddb): {taken:.2f} s, {most:.0f} MiB")
    else:
        print("  markdowndb: name its program in MDDB (npm install mddb)")
    if python := os.environ.get("OBSIDIANTOOLS_PYTHON"):
        opened = "Vault(pathlib.Path(sys.argv[1])).connect().gather()"
        code = f"import pathlib, sys; from obsidiantools.api import Vault; {opened}"
        taken, most = measured((python, "-c", code, str(folder)), work / "x")
        print(f"  obsidiantools: {taken:.2f} s, {most:.0f} MiB")
    else:
        print("  obsidiantools: name a Python that has it in OBSIDIANTOOLS_PYTHON (pip install obsidiantools)")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=REFERENCE if REFERENCE.is_dir() else bundled())
    parser.add_argument("--copies", type=int, action="append")
    given = parser.parse_args()
    print(" files    cold    warm   again  one changed  search    show  memory  database   cold, a file")
    over = False
    for place, copies in enumerate(given.copies or COPIES):
        with tempfile.TemporaryDirectory(prefix="regimekit-store-") as name:
            work = Path(name)
            folder = copied(given.folder, work / "files", copies)
            found = measure(folder, work)
            print(
                f"{found['files']:6.0f} {found['cold']:6.1f} s {found['warm']:5.1f} s {found['again']:5.2f} s"
                f" {found['one']:10.2f} s {found['search']:5.2f} s {found['show']:5.2f} s"
                f" {found['memory']:4.0f} MiB {found['size']:5.0f} MiB {found['cold'] / found['files'] * 1000:8.1f} ms",
                flush=True,
            )
            if found["files"] <= LARGEST:
                late = [name for name, target in TARGETS.items() if found[name] > target]
                over = over or bool(late) or found["memory"] > MEMORY
                for name in late:
                    print(f"  {name} is over its target of {TARGETS[name]} s")
            if not place:
                beside(folder, work)
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
