"""What lies side by side: each stretch of a line gets a row on which it touches no other."""

from collections.abc import Iterable


def packed(stretches: Iterable[tuple[float, float]], gap: float) -> list[int]:
    """The row of each stretch, counted from 0: the first on which it keeps its distance from all before it."""
    taken: list[list[tuple[float, float]]] = []
    rows: list[int] = []
    for first, last in stretches:
        row = next((at for at, others in enumerate(taken) if _free(others, first - gap, last + gap)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append((first, last))
        rows.append(row)
    return rows


def _free(others: list[tuple[float, float]], first: float, last: float) -> bool:
    return all(end <= first or start >= last for start, end in others)
