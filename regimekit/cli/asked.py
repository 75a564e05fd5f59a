"""Parts, sections, measures and dates that a user names: found, or told which there are."""

import re
import warnings
from collections.abc import Sequence
from typing import get_args

from regimekit.analysis.names import fold
from regimekit.analysis.outline import extent, parts, sections_named
from regimekit.analysis.people_asked import Asked, words_of
from regimekit.cli.failure import RequestError
from regimekit.model import Dossier, HistoricalDate, Measure, Section
from regimekit.schema import Schema


def parts_asked(dossier: Dossier, wanted: str, schema: Schema) -> list[Section]:
    """A section of a dossier with those below it; of several with one id all."""
    meant = sections_named(dossier, wanted)
    if not meant:
        id = schema.section_id(wanted)
        meant = tuple(s for s in dossier.sections if s.level == 2 and s.id == id != "other")
    elif any(fold(s.id) != fold(wanted) for s in meant) and len({s.title for s in meant}) > 1:
        titles = " or ".join(f'"{section.title}"' for section in meant)
        raise RequestError(f'"{wanted}" may mean {titles}; name one of them')
    if not meant:
        titles = ", ".join(part.section.title for part in parts(dossier))
        raise RequestError(f'{dossier.slug} has no section "{wanted}"; it has {titles}')
    spans = [extent(dossier, section) for section in meant]
    return [s for s in dossier.sections if any(span.first <= s.span.first <= span.last for span in spans)]


def sections_asked(titles: Sequence[str], schema: Schema) -> tuple[str, ...]:
    """The ids of sections that are named by their ids or titles; "header" is the front matter."""
    known = [*(section.id for section in schema.sections), "header"]
    ids = tuple(title if title in known else schema.section_id(title) for title in titles)
    for title, id in zip(titles, ids, strict=True):
        if id == "other" and title != "other":
            raise RequestError(f'"{title}" is no section; the ids are {", ".join(known)}')
    return ids


def measures_asked(names: Sequence[str]) -> tuple[str, ...]:
    """Measures by their names."""
    known = get_args(Measure)
    for name in names:
        if name not in known:
            raise RequestError(f'"{name}" is no measure; the measures are {", ".join(known)}')
    return tuple(names)


def date_asked(option: str, text: str | None) -> HistoricalDate | None:
    """Any date that the reader of dossiers understands."""
    from regimekit import parse_date

    if text is None:
        return None
    date = parse_date(text)
    if date is None:
        raise RequestError(f'{option}: "{text}" is no date; write it as 1928, March 1933 or 1933-03-05')
    return date


def people_asked(role: str | None, fate: str | None, grep: str | None) -> Asked:
    """The people who have such an office, such a fate, and whom a pattern fits."""
    role, fate = name_asked("--role", role), name_asked("--fate", fate)
    return Asked(words_of(role or ""), words_of(fate or ""), pattern_asked(grep))


def name_asked(option: str, text: str | None) -> str | None:
    """A text with a letter or digit in it."""
    if text is not None and not fold(text):
        raise RequestError(f"{option} needs a word to look for")
    return text


def pattern_asked(grep: str | None) -> re.Pattern[str] | None:
    """A regular expression, whatever the case."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a later Python may read otherwise is no matter of the user's
            return None if grep is None else re.compile(grep, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as problem:
        raise RequestError(f'--grep: "{grep}" is no regular expression: {problem}') from None


def drawn_alone(format: str) -> None:
    """Refuse a format beside a chart, which is asked for by --chart or --spec; --spec is JSON as it is."""
    if format not in ("table", "json"):
        raise RequestError(f"--format {format} is not drawn: leave it out, or --chart and --spec")


def in_order(start: HistoricalDate | None, end: HistoricalDate | None) -> None:
    """Refuse a time that ends before it begins."""
    if start and end and start.earliest and end.latest and end.latest < start.earliest:
        raise RequestError(f"--to {end.verbatim} is before --from {start.verbatim}; name the earlier date first")


def one_view(option: str, other: str, other_asked: bool) -> None:
    """Refuse two options that each ask for a view of its own."""
    if other_asked:
        raise RequestError(f"{option} and {other} are two views: ask for one of them")
