"""Parts, sections, measures and dates that a user names: found, or told which there are."""

from collections.abc import Sequence
from typing import get_args

from regimekit.analysis.names import fold
from regimekit.analysis.outline import extent, parts, sections_named
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
