"""Find wording that dossiers have in common with the reference dossiers, which were written by others.

    python tests/overlap.py                       data/regimes against ../shared/dossiers
    python tests/overlap.py FILE … --reference FOLDER

Facts may be shared, sentences not: every run of eight or more words in common is listed, with both
places, and makes the exit status 1. Words of a name (two or more capitalised words, "of" and the like
between them) do not count towards the eight, and a run does not go through what belongs to somebody
else or to the format: titles of works (the text of a link, italics), quotations in a passage that
names a person, heads of tables, labels of fields, and the borders of cells, list items and paragraphs.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT.parent / "shared" / "dossiers"
LIMIT = 8  # words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+|[.,](?=\d)\d+)*")
_CONNECTORS = "of|on|for|and|the|in|to|de|la|del|los|las|y|al|von|van|der|di|da|ibn|bin"
_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w'’.\-]*"
_NAME = re.compile(rf"{_CAPITALISED}(?: (?:(?:{_CONNECTORS}) ){{0,3}}{_CAPITALISED})+")
_FOREIGN = re.compile(
    r"!?\[(?P<link>[^\]\n]*)\]\([^)\n]*\)|\[\^[^\]\n]*\]:?|https?://\S+|<!--.*?-->"
    r"|(?<![*\w])\*(?!\*)[^*\n]+\*(?!\*)|(?<!\w)_[^_\n]+_(?!\w)"
)
_QUOTATION = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_OWN_LINE = re.compile(r"\s*(?:#{1,6} |[-*+] |\d+[.)] |>|\||$|-{3,}\s*$)")
_BORDER = "\x00"


@dataclass(frozen=True)
class Word:
    text: str  # case folded
    line: int
    counts: bool  # not part of a name


@dataclass(frozen=True)
class Run:
    words: tuple[Word, ...]
    reference: str  # file and line where its first eight words stand

    def __str__(self) -> str:
        return " ".join(word.text for word in self.words)


def passages(text: str) -> Iterator[tuple[int, str]]:
    """The first line and the text of each piece through which a run may go: heading, item, cell or paragraph."""
    lines = text.splitlines()
    start, held = 0, ""
    for number, line in enumerate([*lines, ""], 1):
        if held and _OWN_LINE.match(line):
            yield start, held
            held = ""
        if line.lstrip().startswith("|"):
            head = number < len(lines) and re.fullmatch(r"[\s|:\-]+", lines[number])
            if not head:
                yield from ((number, cell) for cell in line.strip().strip("|").split("|"))
        elif line.strip():
            start, held = (number, line) if not held else (start, f"{held} {line.strip()}")


def words(text: str) -> list[list[Word]]:
    """The words of a text, a list for each stretch that has no border in it."""
    found = []
    for line, passage in passages(text):
        open_text = _FOREIGN.sub(_BORDER, passage.replace("**", ""))
        if _NAME.search(_QUOTATION.sub("", passage.replace("**", ""))):
            open_text = _QUOTATION.sub(_BORDER, open_text)
        for stretch in open_text.split(_BORDER):
            names = [match.span() for match in _NAME.finditer(stretch)]
            found.append(
                [
                    Word(match[0].casefold(), line, not any(a <= match.start() < b for a, b in names))
                    for match in _WORD.finditer(stretch)
                ]
            )
    return [stretch for stretch in found if stretch]


def index(files: Iterable[Path]) -> dict[tuple[str, ...], str]:
    """Where each run of eight words stands in the reference files."""
    found: dict[tuple[str, ...], str] = {}
    for file in files:
        for line, passage in passages(file.read_text(encoding="utf-8-sig")):
            plain = _WORD.findall(re.sub(r"\[\^[^\]\n]*\]", " ", passage).casefold())
            for at in range(len(plain) - LIMIT + 1):
                found.setdefault(tuple(plain[at : at + LIMIT]), f"{file.name}:{line}")
    return found


def common(text: str, reference: dict[tuple[str, ...], str]) -> Iterator[Run]:
    """The longest runs that stand in the reference too and have eight words that count."""
    for stretch in words(text):
        at = 0
        while at <= len(stretch) - LIMIT:
            first = reference.get(key(stretch, at))
            end = at
            while end <= len(stretch) - LIMIT and key(stretch, end) in reference:
                end += 1
            if first is not None:
                run = tuple(stretch[at : end + LIMIT - 1])
                if sum(word.counts for word in run) >= LIMIT:
                    yield Run(run, first)
            at = max(end, at + 1)


def key(stretch: list[Word], at: int) -> tuple[str, ...]:
    return tuple(word.text for word in stretch[at : at + LIMIT])


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="dossiers; all bundled ones where none is named")
    parser.add_argument("--reference", type=Path, default=REFERENCE)
    asked = parser.parse_args(arguments)
    references = sorted(asked.reference.rglob("*.md"))
    if not references:
        print(f"no reference dossiers in {asked.reference}", file=sys.stderr)
        return 2
    known = index(references)
    status = 0
    for file in asked.files or sorted((ROOT / "data" / "regimes").glob("*.md")):
        for run in common(file.read_text(encoding="utf-8"), known):
            print(f"{file}:{run.words[0].line}: {run} ({run.reference})")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
