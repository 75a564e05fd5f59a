"""An estimate → what a chart knows of it: its bounds, its label, and what a tooltip says."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from regimekit.analysis.comparison import Row, Stratum
from regimekit.model import Attribution, Dossier, Number, Quantity
from regimekit.rendering.charts.eras import era_name
from regimekit.rendering.charts.style import Spec, breadth, plain, shortened, wrapped
from regimekit.rendering.numbers import number, reading, whose

LABEL = 210  # pixels for whose figure it is
_ALWAYS = ("http://", "https://")


class Marks(msgspec.Struct, frozen=True):
    """What of a quantity a log axis can show.

    ``bar`` are the ends of a range, ``point`` the one value that is given;
    ``above`` and ``below`` the bounds behind which it is open. Nothing of it
    is ever the middle of a range. All None for what has no number, and for 0,
    which has no place on a log axis.
    """

    bar: tuple[Number, Number] | None = None
    point: Number | None = None
    above: Number | None = None
    below: Number | None = None

    @property
    def shown(self) -> bool:
        return self != Marks()

    @property
    def numbers(self) -> tuple[Number, ...]:
        ends = (*(self.bar or ()), self.point, self.above, self.below)
        return tuple(one for one in ends if one is not None)


def marks_of(quantity: Quantity) -> Marks:
    """The marks of a quantity. A range that begins with 0 is drawn as open below: no log axis reaches to 0."""
    low, high = quantity.low or None, quantity.high or None
    if quantity.unit != "people" or any(one is not None and one < 0 for one in (low, high)):
        return Marks()
    if high is None:
        return Marks() if quantity.high == 0 else Marks(above=low)
    if low is None:
        return Marks(below=high)
    if quantity.qualifier == "open range":
        return Marks(bar=(low, high) if low != high else None, above=high)
    return Marks(point=low) if low == high else Marks(bar=(low, high))


def numbered(stratum: Stratum) -> int:
    """How many of its figures have a number that a chart can show; what says no more than an earlier one is none."""
    return sum(row.repeats is None and marks_of(row.estimate.quantity).shown for row in stratum.rows)


def values(stratum: Stratum, dossier: Dossier) -> list[Spec]:
    """One record for each row of a stratum, in their order."""
    labels = row_labels(stratum.rows)
    found: list[Spec] = []
    for place, (row, label) in enumerate(zip(stratum.rows, labels, strict=True)):
        quantity = row.estimate.quantity
        marks = marks_of(quantity)
        value: Spec = {"row": place, "label": label, "era": era_name(row), "line": row.estimate.span.first}
        value |= {"shown": marks.shown, "outside": row.summary or row.documented, "lines": label.count("\n") + 1}
        value["read"] = _counted(quantity)
        if marks.bar is not None:
            value |= {"low": marks.bar[0], "high": marks.bar[1]}
        if marks.point is not None:
            value |= {"approximate" if quantity.qualifier == "approximate" else "point": marks.point}
        value |= {name: bound for name in ("above", "below") if (bound := getattr(marks, name)) is not None}
        if not marks.shown:
            value["words"] = _in_words(quantity)
        value["link"] = link(row.estimate.sources, dossier)
        value["told"] = _told(row, dossier) | opening(value["link"])
        value["said"] = "; ".join(value["told"][name] for name in ("Whose figure", "Read as", "Place"))
        found.append(value)
    return found


def row_labels(rows: Sequence[Row]) -> list[str]:
    """Whose figures they are, each label once: alike ones are told apart by their lines, then by letters."""
    bare = [_author(row.estimate.attribution) for row in rows]
    behind = [
        f", line {row.estimate.span.first}" if bare.count(one) > 1 else "" for row, one in zip(rows, bare, strict=True)
    ]
    several, seen = Counter(zip(bare, behind, strict=True)), Counter[tuple[tuple[str, str], str]]()
    labels: list[str] = []
    for author, line in zip(bare, behind, strict=True):
        letter = f" ({_letters(seen[author, line])})" if several[author, line] > 1 else ""
        seen[author, line] += 1
        labels.append(_fitted(author[0], author[1] + line + letter))
    return labels


def link(keys: Sequence[str], dossier: Dossier) -> str | None:
    """The first address on the web among the sources of these keys."""
    urls = (source.url for key in keys for source in dossier.sources if source.key == key and source.url)
    return next(
        (plain(url) for url in urls if url.casefold().startswith(_ALWAYS) and not set(url) & set(' \n"<>')), None
    )


def opening(address: str | None) -> Spec:
    """What a tooltip says where a mark leads somewhere."""
    return {"A click opens": address} if address else {}


def _fitted(name: str, behind: str) -> str:
    """A label in one or two lines; only the name is ever cut, never the year or what tells it apart from others."""
    if breadth(name + behind) <= LABEL:
        return name + behind
    lines = wrapped(name, LABEL, 2)
    if len(lines) == 2 and breadth(lines[1] + behind) <= LABEL:
        return f"{lines[0]}\n{lines[1]}{behind}"
    if breadth(behind) < LABEL / 2:
        return (
            f"{wrapped(name, LABEL, 1)[0]}\n{behind.lstrip(' ,')}"
            if len(lines) == 1
            else f"{lines[0]}\n{shortened(lines[1], LABEL - breadth(behind))}{behind}"
        )
    return f"{shortened(name, LABEL)}\n{behind.lstrip(' ,')}"


def _letters(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else str(place + 1)


def _author(attribution: Attribution | None) -> tuple[str, str]:
    """The name, and what stands behind it: the year, and the kind where it is none of a researcher, as most are."""
    said = plain(whose(attribution))
    name = plain(attribution.name) if attribution else said
    behind = said.removeprefix(name)
    return name, behind.removesuffix(", scholar") if attribution and attribution.kind == "scholar" else behind


def _counted(quantity: Quantity) -> str:
    before = "about " if quantity.qualifier == "approximate" and quantity.low == quantity.high else ""
    return f"{before}{number(quantity.low or 0)}" if before else plain(reading(quantity))


def _in_words(quantity: Quantity) -> str:
    if quantity.low == 0 or quantity.high == 0:
        return "0, which a log axis cannot show"
    return f"“{plain(quantity.verbatim)}”"


def _told(row: Row, dossier: Dossier) -> Spec:
    estimate = row.estimate
    section = dossier.section(estimate.section)
    titles = [source.title for key in estimate.sources for source in dossier.sources if source.key == key]
    said = {
        "Whose figure": whose(estimate.attribution),
        "As written": estimate.quantity.verbatim,
        "Read as": reading(estimate.quantity),
        "When made": era_name(row),
        "Caption": estimate.caption,
        "Section": section.title if section else estimate.section,
        "Place": f"{dossier.path}:{estimate.span.first}",
        "Sources": "; ".join(dict.fromkeys(titles)),
        "Counts": "documented cases, a minimum" if row.documented else None,
        "Repeats": f"the figure in line {row.repeats}" if row.repeats is not None else None,
        "Text": estimate.text,
    }
    return {name: plain(text) for name, text in said.items() if text}
