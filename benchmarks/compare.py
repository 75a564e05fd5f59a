"""Comparing against loading: what each view of a large folder takes beyond reading it.

    python benchmarks/compare.py [FOLDER] [--copies N]

FOLDER defaults to the reference dossiers beside the checkout where they are,
else to the bundled data; N (50) copies of each, every one under a slug of its
own, are read once, within this process and without a cache. Then each answer is
asked for on all of them. What captions and headings mean is looked up once for
each text, so copies gain from each other as dossiers of one hand would; the
time for one copy alone, which cannot, is given beside. Exit status 1 when
something is over its target.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from regimekit import bundled, load
from regimekit.analysis.audit import audit
from regimekit.analysis.chronicle import chronicle
from regimekit.analysis.compared import Asked, compare
from regimekit.analysis.debates import debates
from regimekit.analysis.graph import degrees, graph
from regimekit.analysis.people import people
from regimekit.analysis.side_by_side import side_by_side
from regimekit.analysis.targets import Targets
from regimekit.analysis.timeline import timeline
from regimekit.cli import side_by_side as asking
from regimekit.model import Corpus, Dossier
from regimekit.schema import load_schema

REFERENCE = Path(__file__).parent.parent.parent / "shared" / "dossiers"
TARGET = 0.5  # seconds for 1,200 dossiers
MANY = 1200


def copies(dossiers: tuple[Dossier, ...], count: int) -> tuple[Dossier, ...]:
    """Each dossier so many times, with a slug and path of its own."""
    return tuple(
        replace(dossier, slug=f"{dossier.slug}-{number}", path=f"{number}/{dossier.path}")
        for number in range(count)
        for dossier in dossiers
    )


def taken(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    gc.enable()
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=REFERENCE if REFERENCE.is_dir() else bundled())
    parser.add_argument("--copies", type=int, default=50)
    given = parser.parse_args()
    start = time.perf_counter()
    corpus = load(given.folder)
    read = time.perf_counter() - start
    dossiers = copies(corpus.dossiers, given.copies)
    target = TARGET * max(1, len(dossiers) / MANY)
    figures = sum(len(dossier.estimates) for dossier in dossiers)
    print(f"{len(dossiers):,} dossiers, {figures:,} figures; {len(corpus.dossiers)} read in {read:.2f} s, uncached")
    over = False
    # one copy first, with nothing looked up before
    first = [taken(work) for _, work in questions(dossiers[: len(corpus.dossiers)])]
    for (name, work), once in zip(questions(dossiers), first, strict=True):
        seconds = taken(work)
        over = over or seconds > target
        print(f"  {name:38} {seconds:6.2f} s (target {target:.2f}); {len(corpus.dossiers)} alone {once * 1000:.0f} ms")
    return int(over)


def questions(dossiers: tuple[Dossier, ...]) -> list[tuple[str, Callable[[], object]]]:
    """Every answer over the whole folder, by the command that asks for it."""
    schema = load_schema()
    corpus = Corpus("", dossiers)
    return [
        ("estimates --compare", lambda: compare(dossiers, Asked(headlines=True))),
        ("estimates --all-strata", lambda: compare(dossiers, Asked())),
        ("estimates --all-strata --split 1991", lambda: compare(dossiers, Asked(split=1991))),
        ("estimates --audit", lambda: audit(dossiers)),
        ("timeline", lambda: chronicle(timeline(dossiers), "year")),
        ("compare", lambda: side_by_side(dossiers, asking.asked(schema))),
        ("figures", lambda: people(dossiers)),
        ("debates", lambda: debates(dossiers)),
        ("graph", lambda: degrees(graph(corpus, Targets(corpus)))),
    ]


if __name__ == "__main__":
    sys.exit(main())
