"""Reading against mistune, and start-up against the imports it cannot do without.

    python benchmarks/read.py [FOLDER]

Everything is measured side by side in one run and printed as a ratio, since
seconds say more about the machine than about the code. FOLDER defaults to the
reference dossiers beside the checkout where they are, else to the bundled data.
Exit status 1 when a ratio is over its target.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import mistune

from regimekit import bundled
from regimekit.parsing.dossier import read_dossier
from regimekit.parsing.folder import decode, list_files
from regimekit.schema import load_schema

ROUNDS = 15
STARTS = 15
REFERENCE = Path(__file__).parent.parent.parent / "shared" / "dossiers"


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Median seconds of both and the median of the ratios, taken in turns so that a busy machine slows both."""
    ours(), theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)


def reading(folder: Path) -> float:
    texts = [decode(file.read_bytes())[0] for file in list_files(folder)]
    schema = load_schema()
    markdown = mistune.create_markdown(renderer=None, plugins=["table", "footnotes"])

    def ours() -> None:
        for text in texts:
            read_dossier(text, "dossier.md", schema)

    def theirs() -> None:
        for text in texts:
            markdown(text)

    gc.disable()  # neither side makes garbage in cycles worth collecting; load_corpus does the same
    mine, its, ratio = compare(ours, theirs, ROUNDS)
    gc.enable()
    size = sum(map(len, texts)) / 1000
    print(f"reading {len(texts)} files, {size:.0f} kB, all records, one process, no cache")
    print(f"  regimekit {mine:.3f} s   mistune (parse only) {its:.3f} s   ratio {ratio:.2f} (target 1.60)")
    return ratio / 1.6


def command(*arguments: str) -> Callable[[], object]:
    environment = {**os.environ, "NO_COLOR": "1"}
    environment.pop("REGIMEKIT_DATA", None)
    return lambda: subprocess.run(arguments, check=True, capture_output=True, env=environment, cwd="/")


def starting(name: str, ours: tuple[str, ...], theirs: str, target: float) -> float:
    base = (sys.executable, "-c", theirs)
    mine, its, ratio = compare(command(*ours), command(*base), STARTS)
    print(f"{name}")
    print(f"  regimekit {mine:.3f} s   python -c {theirs!r} {its:.3f} s   ratio {ratio:.2f} (target {target:.2f})")
    return ratio / target


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REFERENCE if REFERENCE.is_dir() else bundled()
    program = str(Path(sys.executable).parent / "regimekit")
    shares = [
        reading(folder),
        starting("regimekit --version", (program, "--version"), "import typer", 1.5),
        starting("regimekit show stalin", (program, "show", "stalin"), "import typer, rich.console, rich.table", 2.5),
    ]
    return int(max(shares) > 1)


if __name__ == "__main__":
    sys.exit(main())
