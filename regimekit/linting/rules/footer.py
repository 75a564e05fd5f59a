"""8xx, second half: when a dossier was written and changed, and its tags."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator

from regimekit.linting.context import Context
from regimekit.linting.iso import iso_day
from regimekit.linting.rule import Fault, rule
from regimekit.model import Dossier, Span, Stamp


@rule("RK806", remedy="Add a line '*Created: 2024-05-02*' at the end.")
def no_creation_date(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The dossier does not say when it was written.

    Bad::

        ---
        *Last updated: 2024-05-02*

    Good::

        ---
        *Created: 2024-01-15*
        *Last updated: 2024-05-02*
    """
    if dossier.created is None:
        yield _end(context), "the dossier does not say when it was written"


@rule("RK807", remedy="Add a line '*Last updated: 2024-05-02*' at the end.")
def no_update_date(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The dossier does not say when it was last changed.

    Nobody can tell whether it knows of what has happened since.

    Bad::

        ---
        *Created: 2024-01-15*

    Good::

        ---
        *Created: 2024-01-15*
        *Last updated: 2024-05-02*
    """
    if dossier.updated is None:
        yield _end(context), "the dossier does not say when it was last changed"


def _end(context: Context) -> Span:
    """The last line that is not blank."""
    line = next((number for number in range(len(context.lines), 0, -1) if context.lines[number - 1].strip()), 1)
    return Span(line, line)


def _stamps(dossier: Dossier) -> Iterator[tuple[str, Stamp]]:
    if dossier.created is not None:
        yield "created", dossier.created
    if dossier.updated is not None:
        yield "last updated", dossier.updated


def _written(stamp: Stamp) -> str:
    return stamp.verbatim.strip(" *_\"'")


@rule("RK808", remedy="Write the date as 2024-05-02.")
def malformed_footer_date(dossier: Dossier) -> Iterator[Fault]:
    """The date of creation or of the last update is not written as year, month and day (ISO 8601).

    Dates in one form can be compared and sorted; a month alone leaves open
    which state of the dossier is meant.

    Bad::

        *Last updated: January 2024*

    Good::

        *Last updated: 2024-01-15*
    """
    for what, stamp in _stamps(dossier):
        written = _written(stamp)
        if iso_day(written) is None:
            yield stamp.span, f"{what} {written!r} is not written as year-month-day", written


@rule("RK809", severity="error", remedy="Correct the date that is wrong.")
def updated_before_created(dossier: Dossier) -> Iterator[Fault]:
    """The last update is before the creation.

    Bad::

        *Created: 2024-05-02*
        *Last updated: 2024-01-15*

    Good::

        *Created: 2024-01-15*
        *Last updated: 2024-05-02*
    """
    if dossier.created is None or dossier.updated is None:
        return
    created, updated = dossier.created.date, dossier.updated.date
    if created and updated and created.earliest and updated.latest and updated.latest < created.earliest:
        written = dossier.updated.verbatim
        yield dossier.updated.span, f"updated {written}, before it was created ({dossier.created.verbatim})", written


@rule("RK810", remedy="Add a line '*Tags:* #regime #cold-war #europe' at the end.")
def no_tags(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The dossier has no tags.

    Bad::

        *Last updated: 2024-05-02*

    Good::

        *Last updated: 2024-05-02*
        *Tags:* #regime #cold-war #europe
    """
    if not dossier.tags:
        yield _end(context), "the dossier has no tags"


def _tag_terms(dossier: Dossier, context: Context, vocabulary: str) -> dict[str, Span]:
    """The vocabulary's words among the tags."""
    if vocabulary not in context.schema.vocabularies:
        return {}
    return {
        term: tag.span
        for tag in dossier.tags
        for term in context.schema.terms(vocabulary, tag.name.replace("/", " ").replace("_", " "))
    }


@rule("RK811", remedy="Add the tag of an era, as #interwar or #cold-war.")
def no_era_tag(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """None of the tags names an era.

    Dossiers are found by era and region.

    Bad::

        *Tags:* #regime #europe

    Good::

        *Tags:* #regime #cold-war #europe
    """
    if dossier.tags and context.schema.vocabularies.get("era") and not _tag_terms(dossier, context, "era"):
        yield _tag_line(dossier), "none of the tags names an era"


@rule("RK812", remedy="Add the tag of a region, as #europe or #southeast-asia.")
def no_region_tag(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """None of the tags names a region.

    Dossiers are found by era and region.

    Bad::

        *Tags:* #regime #cold-war

    Good::

        *Tags:* #regime #cold-war #europe
    """
    if dossier.tags and context.schema.vocabularies.get("region") and not _tag_terms(dossier, context, "region"):
        yield _tag_line(dossier), "none of the tags names a region"


def _tag_line(dossier: Dossier) -> Span:
    return Span(dossier.tags[0].span.first, dossier.tags[0].span.first)


@rule("RK813", severity="error", remedy="Correct the date.")
def footer_date_in_the_future(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The dossier was written or changed on a day that has not come yet.

    Bad::

        *Last updated: 2204-05-02*

    Good::

        *Last updated: 2024-05-02*
    """
    for what, stamp in _stamps(dossier):
        day = stamp.date.earliest if stamp.date else iso_day(_written(stamp))
        if day is not None and day > context.settings.today:
            yield stamp.span, f"{what} {stamp.verbatim}, which is in the future", stamp.verbatim


# the years that the names of eras stand for, for those whose borders are not in dispute
_ERAS = {
    "world-war-i": (1914, 1918),
    "interwar": (1918, 1939),
    "world-war-ii": (1939, 1945),
    "cold-war": (1945, 1991),
    "post-cold-war": (1989, 9999),
}


@rule("RK816", remedy="Correct the tag, or the dates of the Overview.")
def era_contradicts_dates(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A tag names an era in which the regime did not exist.

    Checked for World War I, the years between the wars, World War II, the Cold
    War and the years after it. A year before and after is let pass; where one of
    several eras fits, so do its neighbours.

    Bad::

        | **Dates** | 1961-1974 |
        *Tags:* #regime #interwar #europe

    Good::

        | **Dates** | 1961-1974 |
        *Tags:* #regime #cold-war #europe
    """
    field = dossier.field("dates")
    starts = [date.earliest.year for date in field.dates if date.earliest] if field else []
    if not field or not starts:
        return
    first = min(starts)
    last = max((date.latest or datetime.date.max).year for date in field.dates)
    eras = {era: span for era, span in _tag_terms(dossier, context, "era").items() if era in _ERAS}
    if not any(_ERAS[era][0] - 1 <= last and first <= _ERAS[era][1] + 1 for era in eras):
        for era, span in eras.items():
            yield span, f"the regime ({field.value}) did not exist in the era {era!r}", era


_TAG = re.compile(r"#([^\s#,;*]+)")


@rule("RK817", severity="info", remedy="Keep one of the two.")
def tag_twice(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A tag stands twice on one line; capitals do not count.

    Bad::

        *Tags:* #regime #cold-war #europe #cold-war

    Good::

        *Tags:* #regime #cold-war #europe
    """
    for number in sorted({tag.span.first for tag in dossier.tags if tag.span.first > context.front_matter_end}):
        counts = Counter(name.casefold() for name in _TAG.findall(context.lines[number - 1]))
        for name, count in counts.items():
            if count > 1:
                yield Span(number, number), f"the tag {name!r} stands there {count} times", f"#{name}"
