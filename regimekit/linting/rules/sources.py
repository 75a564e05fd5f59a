"""7xx: where a dossier has it from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from regimekit.linting.context import Context
from regimekit.linting.iso import iso_day
from regimekit.linting.rule import Fault, rule
from regimekit.linting.wording import counted
from regimekit.model import Dossier, Source

_MANY = 3  # so many sources that all lack the same are one fault, told once


def _lacking(context: Context, asked: list[Source], lacking: list[Source], what: str) -> Iterator[Fault]:
    """One finding for each source that lacks what is asked of some, or one for all where none has it."""
    if len(lacking) > _MANY and len(lacking) == len(asked):
        yield context.sources_heading, f"none of the {len(asked)} sources has {what}"
        return
    for source in lacking:
        yield source.span, f"{_shown(source)} has no {what.removeprefix('a ').removeprefix('an ')}", source.title


def _shown(source: Source) -> str:
    """The title, as much of it as fits into a message."""
    return repr(source.title if len(source.title) <= 60 else source.title[:57].rsplit(" ", 1)[0] + " …")


@rule("RK701", remedy="Add sources, or lower the threshold 'sources' in regimekit.yaml.")
def too_few_sources(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The dossier lists fewer sources than the folder asks for.

    The threshold ``sources`` (3 where regimekit.yaml does not set it) is how
    many a dossier needs so that its figures can be checked against each other.

    Bad::

        ## Sources
        - [Varda, Ion](https://example.org/varda) | type: encyclopedia | accessed: 2024-05-01

    Good::

        ## Sources
        - [Varda, Ion](https://example.org/varda) | type: encyclopedia | accessed: 2024-05-01
        - [Report of the Truth Commission](https://example.org/report) | type: tribunal | accessed: 2024-05-01
        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    least = int(context.settings.threshold("sources"))
    section = dossier.section("sources")
    if section is not None and len(context.listed_sources) < least:
        found = counted(len(context.listed_sources), "source")
        yield context.heading_above(section.span), f"the dossier lists {found}; {least} are asked for"


@rule("RK702", remedy="Add the address, as '[title](https://…)'.")
def source_without_address(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source has no URL.

    Nobody can follow it. What is on paper has none: a source of type book,
    archive or memoir passes, and so does a citation that gives its author as a
    bibliography does ("Doe, Ana. The Aldovan Decade").

    Bad::

        - Report of the Truth Commission | type: tribunal | accessed: 2024-05-01

    Good::

        - [Report of the Truth Commission](https://example.org/report) | type: tribunal | accessed: 2024-05-01
    """
    asked = [
        source
        for source in context.listed_sources
        if source.url or not (_ON_PAPER.intersection(source.types) or _CITATION.match(source.title))
    ]
    yield from _lacking(context, asked, [source for source in asked if source.url is None], "an address")


_ON_PAPER = frozenset({"book", "archive", "memoir"})
_CITATION = re.compile(r"(?:[^\W\d_][\w'’-]+ ?){1,3}, (?:[^\W\d_][\w'’.-]*\s?){1,4}(?:[.:,(]|$| and | & )")


@rule("RK703", remedy="Say of which type the source is, as '| type: academic'.")
def source_without_type(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source does not say of which type it is.

    The type tells an encyclopedia from a tribunal's record. Where none of the
    sources says it, one finding stands for all.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | accessed: 2024-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    lacking = [source for source in context.listed_sources if not source.kind]
    yield from _lacking(context, context.listed_sources, lacking, "a type")


@rule("RK704", remedy="Use a type of the schema, or add the word to regimekit.yaml.")
def source_type_outside_vocabulary(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source's type is none of the schema's.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: found it | accessed: 2024-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        if source.kind and not source.types:
            yield source.span, f"{source.kind!r} is no source type that the schema knows", source.kind


@rule("RK705", remedy="Say when the page was read, as '| accessed: 2024-05-02'.")
def source_without_access_date(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source with an address does not say when it was read.

    Pages change and vanish: the date says which state of the page is meant.
    Where none of the sources says it, one finding stands for all; a line that
    gives one date for all of them ("Access date for web sources: …") counts.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: academic

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    asked = [source for source in context.listed_sources if source.url]
    lacking = [source for source in asked if not source.accessed_as_written]
    if lacking and not context.common_access_date:
        yield from _lacking(context, asked, lacking, "an access date")


@rule("RK706", remedy="Write the date as 2024-05-02.")
def malformed_access_date(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """An access date is not written as year, month and day (ISO 8601).

    ``5.2.2024`` is the second of May to some and the fifth of February to
    others; a month alone does not say which state of the page is meant.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: May 2, 2024

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        written = source.accessed_as_written
        if written and iso_day(written) is None:
            yield source.span, f"the access date {written!r} is not written as year-month-day", written


@rule("RK707", severity="error", remedy="Correct the date.")
def access_date_in_the_future(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source was read on a day that has not come yet.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2204-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        written = source.accessed_as_written or ""
        day = source.accessed.earliest if source.accessed else iso_day(written)
        if day is not None and day > context.settings.today:
            yield source.span, f"the access date {written!r} is in the future", written


@rule("RK708", severity="info", remedy="Look whether the page still says so, and give the new date.")
def access_date_is_old(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source was last read years ago.

    The threshold ``access-age`` (5 years where regimekit.yaml does not set it)
    says when a page should be looked at again.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2004-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    oldest = context.settings.today - datetime.timedelta(days=365.25 * context.settings.threshold("access-age"))
    for source in context.listed_sources:
        day = source.accessed.latest if source.accessed else None
        if day is not None and day < oldest:
            written = source.accessed_as_written or ""
            years = context.settings.today.year - day.year
            yield source.span, f"the page was read {years} years ago", written


@rule("RK716", severity="info", remedy="Correct the access date, or the date of the last update.")
def accessed_after_last_update(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source was read after the dossier was last changed.

    Whoever added the source changed the dossier: one of the dates is wrong.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-06-02

        *Last updated: 2024-05-02*

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02

        *Last updated: 2024-05-02*
    """
    updated = dossier.updated.date if dossier.updated else None
    if updated is None or updated.latest is None:
        return
    for source in context.listed_sources:
        day = source.accessed.earliest if source.accessed else None
        if day is not None and updated.latest < day <= context.settings.today:
            written = source.accessed_as_written or ""
            yield source.span, f"read {written}, after the last update ({updated.verbatim})", written


@rule("RK720", severity="info", default=False, remedy="Write the schema's word for the type.")
def source_type_in_other_words(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source's type is understood, and not the schema's own word.

    Off by default: "journal article" says more than "academic". Switched on,
    it helps a folder that is to be sorted by type in programs that know the
    schema's words only. `--fix` mends capitals, `--unsafe-fixes` the rest.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: Academic | accessed: 2024-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        if source.kind and len(source.types) == 1 and source.kind != source.types[0]:
            yield source.span, f"{source.kind!r} is {source.types[0]!r} in the schema's words", source.kind
