"""Which files of two versions of a folder are the same dossier, also where it was renamed or moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from regimekit.analysis.changes_pairing import Known, Trait, paired, share
from regimekit.analysis.names import fold, slug_of

FilePair = tuple[str | None, str | None]
Text = Callable[[str], str]

_ALIKE = 0.5  # share of lines that a file keeps when it is renamed, as in git
_ANOTHER = 0.15  # share of lines below which a file of one name is another file


def file_pairs(
    before: Mapping[str, str], after: Mapping[str, str], text_before: Text, text_after: Text
) -> list[FilePair]:
    """The files of both versions by what is in them, in the order of the new paths; None where one has no other.

    ``before`` and ``after`` hold a digest for each path. Texts are asked for
    only of files that changed, or whose path stands on one side only.
    """
    lines_before, lines_after = lru_cache(None)(_lines(text_before)), lru_cache(None)(_lines(text_after))
    kept = [
        path
        for path, digest in before.items()
        if path in after and (digest == after[path] or share(lines_before(path), lines_after(path)) >= _ANOTHER)
    ]
    pairs: list[FilePair] = [(path, path) for path in kept]
    left, right = sorted(before.keys() - set(kept)), sorted(after.keys() - set(kept))
    same = _identical(left, right, before, after)
    pairs += same
    left, right = _without(left, right, same)
    alike = _alike(left, right, lines_before, lines_after)
    pairs += alike
    left, right = _without(left, right, alike)
    # two files of one name that are like no other either are that file, rewritten
    rewritten = [(path, path) for path in left if path in set(right)]
    left, right = _without(left, right, rewritten)
    pairs += [*rewritten, *((path, None) for path in left), *((None, path) for path in right)]
    return sorted(pairs, key=lambda pair: (pair[1] or pair[0] or "", pair[0] or ""))


def _lines(text: Text) -> Callable[[str], frozenset[str]]:
    return lambda path: frozenset(filter(None, map(fold, text(path).split("\n"))))


def _identical(
    left: Sequence[str], right: Sequence[str], before: Mapping[str, str], after: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Files of the same bytes: of several those of one name first."""
    some = [Known((), ((before[path]),), (_name(path),), frozenset(), 0, 0) for path in left]
    others = [Known((), ((after[path]),), (_name(path),), frozenset(), 0, 0) for path in right]
    return [(left[a], right[b]) for a, b in paired(some, others)]


def _alike(
    left: Sequence[str],
    right: Sequence[str],
    lines_before: Callable[[str], frozenset[str]],
    lines_after: Callable[[str], frozenset[str]],
) -> list[tuple[str, str]]:
    some = [_known(path, lines_before(path)) for path in left]
    others = [_known(path, lines_after(path)) for path in right]
    return [(left[a], right[b]) for a, b in paired(some, others)]


def _known(path: str, lines: frozenset[str]) -> Known:
    return Known((), (*lines, ("name", slug_of(path))), (_name(path),), lines, 1, _ALIKE)


def _name(path: str) -> Trait:
    return Trait(frozenset([slug_of(path)]), 0.2)


def _without(
    left: Sequence[str], right: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> tuple[list[str], list[str]]:
    gone, come = {one for one, _ in pairs}, {other for _, other in pairs}
    return [path for path in left if path not in gone], [path for path in right if path not in come]
