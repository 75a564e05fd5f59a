"""Sources that are asked for, on their way to stdout."""

import datetime
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from regimekit.cli.answer import show_rows
from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals, ListingFormat
from regimekit.cli.output import note, write_bytes

if TYPE_CHECKING:
    from regimekit.analysis.bibliography import Entry
    from regimekit.analysis.references import Reference
    from regimekit.analysis.sources import Wanted
    from regimekit.cli.session import Session
    from regimekit.model import Dossier

NONE = "No source fits what was asked."


class SourceFormat(StrEnum):
    """How sources are written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    bibtex = "bibtex"
    csl_json = "csl-json"
    ris = "ris"


def complete_types(incomplete: str) -> list[str]:
    """Types of sources for the shell."""
    from regimekit.schema import load_schema

    types = load_schema(None).vocabularies.get("source_type", ())
    return [term.id for term in types if term.id.startswith(incomplete)]


def wanted(
    types: Sequence[str],
    older_than: str | None,
    domains: Sequence[str],
    group: str | None,
    listed: bool,
    session: "Session",
) -> "Wanted":
    """What is asked for; raises RequestError where a type, an age or a site cannot be understood."""
    from regimekit.analysis.identity import domain
    from regimekit.analysis.sources import Wanted
    from regimekit.cli.asked import name_asked

    sites = []
    for site in domains:
        name = domain(site if "://" in site else f"https://{site}")
        if not name or any(sign.isspace() for sign in name):
            raise RequestError(f'--domain: "{site}" is no site; write it as wikipedia.org')
        sites.append(name)
    before = before_asked(older_than) if older_than is not None else None
    return Wanted(_types(types, session) if types else (), before, tuple(sites), name_asked("--group", group), listed)


def _types(types: Sequence[str], session: "Session") -> tuple[str, ...]:
    known = [term.id for term in session.schema.vocabularies.get("source_type", ())]
    meant: list[str] = []
    for type in types:
        terms = session.schema.terms("source_type", type) if known else ()
        if not terms:
            raise RequestError(f'"{type}" is no type of source; the types are {", ".join(known)}')
        meant += terms
    return tuple(meant)


_AGE = re.compile(r"(?P<number>[0-9]{1,4})\s*(?P<unit>d|w|m|y)(?:ays?|eeks?|onths?|ears?)?", re.IGNORECASE)
_DAYS = {"d": 1.0, "w": 7.0, "m": 365.25 / 12, "y": 365.25}


def before_asked(text: str, today: datetime.date | None = None) -> datetime.date:
    """The day before which a page was read: so long ago, or the first day of a date."""
    from regimekit.cli.asked import date_asked

    match = _AGE.fullmatch(text.strip())
    if match:
        age = datetime.timedelta(days=round(int(match["number"]) * _DAYS[match["unit"].lower()]))
        try:
            return (today or datetime.date.today()) - age
        except OverflowError:
            raise RequestError(f'--older-than: "{text}" is before the year 1') from None
    try:
        date = date_asked("--older-than", text)
    except RequestError:
        date = None
    if date is None or date.earliest is None:
        raise RequestError(f'--older-than: "{text}" is no age; write it as 2y, 18m, 90d or 2023-05-01')
    return date.earliest


def selected(
    dossiers: Sequence["Dossier"], asked: "Wanted", unused_only: bool, duplicates_only: bool, given: Globals
) -> "tuple[Entry, ...]":
    """The sources that are asked for; what cannot be told of some is said on stderr."""
    from regimekit.analysis.bibliography import bibliography
    from regimekit.analysis.sources import chosen, duplicates, unused

    entries = bibliography(dossiers)
    if asked.before:
        _tell_undated(entries, given)
    entries = chosen(entries, asked)
    if duplicates_only:
        entries = duplicates(entries)
    if unused_only:
        _tell_uncited(dossiers, given)
        entries = unused(entries, dossiers)
    return entries


def show_sources(
    dossiers: Sequence["Dossier"],
    asked: "Wanted",
    unused_only: bool,
    duplicates_only: bool,
    format: SourceFormat,
    given: Globals,
) -> None:
    """Print the sources that are asked for, as a list or as a bibliography."""
    from regimekit.exporting.sources import list_sources
    from regimekit.rendering.sources import duplicates_screen, sources_screen

    entries = selected(dossiers, asked, unused_only, duplicates_only, given)
    if format.value in ("table", "json", "csv"):
        titles = {dossier.path: dossier.title for dossier in dossiers}
        draw = duplicates_screen if duplicates_only else partial(sources_screen, titles=titles)
        show_rows(entries, NONE, ListingFormat(format.value), given, list_sources, draw)
    else:
        write_bibliography(entries, format, given)


def _tell_uncited(dossiers: Sequence["Dossier"], given: Globals) -> None:
    """Say where nothing is cited at all, so that "unused" says nothing of the single source."""
    from regimekit.analysis.sources import cited

    silent = [dossier.slug for dossier in dossiers if any(one.listed for one in dossier.sources) and not cited(dossier)]
    if silent:
        several = f"{len(silent)} of {len(dossiers)} dossiers cite" if len(dossiers) > 1 else f"{silent[0]} cites"
        note(f"{several} no source in the text: there every source that is listed is unused", given.quiet)


def _tell_undated(entries: Sequence["Entry"], given: Globals) -> None:
    """Say how many sources are of no known age."""
    ageless = sum(all(one.source.accessed is None for one in entry.occurrences) for entry in entries)
    if ageless:
        note(
            f"{ageless:,} of {len(entries):,} sources give no date of access: their age is not known",
            given.quiet,
        )


def write_bibliography(entries: "Sequence[Entry]", format: SourceFormat, given: Globals) -> None:
    """Print a bibliography, each source once."""
    from regimekit.analysis.references import references

    write_references(references(entries), format.value)
    if not entries:
        note(NONE, given.quiet)


def write_references(found: "Sequence[Reference]", format: str) -> None:
    """Print references as UTF-8: as BibTeX, CSL-JSON, RIS or a list in Markdown; without any only an empty list."""
    from regimekit.exporting.bibliographies import BIBLIOGRAPHY_FORMATS

    write_bytes(BIBLIOGRAPHY_FORMATS[format](found))


def show_encyclopedias(dossiers: Sequence["Dossier"], asked: "Wanted", format: SourceFormat, given: Globals) -> None:
    """Print the share of encyclopedias among the sources that are asked for."""
    from regimekit.analysis.bibliography import bibliography
    from regimekit.analysis.encyclopedias import shares
    from regimekit.analysis.sources import chosen
    from regimekit.exporting.sources import list_shares
    from regimekit.rendering.sources import shares_screen

    if format.value not in set(ListingFormat):
        raise RequestError(f"--encyclopedias is a table of figures: --format {format.value} writes sources")
    found = shares(chosen(bibliography(dossiers), asked), {dossier.path: dossier.slug for dossier in dossiers})
    show_rows(found, NONE, ListingFormat(format.value), given, list_shares, shares_screen)
