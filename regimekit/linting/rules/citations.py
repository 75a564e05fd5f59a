"""7xx, second half: addresses, footnotes, and what the sources are worth together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from regimekit.analysis.encyclopedias import is_encyclopedic_site
from regimekit.linting.context import Context
from regimekit.linting.rule import Fault, rule
from regimekit.linting.wording import counted
from regimekit.model import Dossier, Source, Span


@rule("RK709", severity="info", remedy="Merge the two entries, or name the pages that are meant.")
def address_twice(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The same address stands twice among the sources.

    The list looks longer than the evidence is. With footnotes, one of them can
    be cited again. An address that stands five times is reported once.

    Bad::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
        - [Decade, The](https://example.org/decade) | type: academic | accessed: 2024-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    standing: dict[str, list[Source]] = {}
    for source in context.listed_sources:
        if source.url:
            standing.setdefault(_plain(source.url), []).append(source)
    for sources in standing.values():
        lines = list(dict.fromkeys(source.span.first for source in sources))
        if len(lines) > 1:
            again = next(source for source in sources if source.span.first == lines[1])
            where = f"in line {lines[0]} too" if len(lines) == 2 else f"{len(lines)} times, first in line {lines[0]}"
            yield again.span, f"the address stands {where}", again.url or ""


def _plain(url: str) -> str:
    """The address without what does not tell pages apart."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


@rule("RK710", remedy="Name the page that was read, not the site it is on.")
def bare_home_page(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source is the home page of a site.

    Nobody finds there what the dossier found somewhere below it.

    Bad::

        - [Aldova Observer](https://observer.example/) | type: news | accessed: 2024-05-02

    Good::

        - [The port strike](https://observer.example/1962/strike) | type: news | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        if source.url and _is_home_page(source.url):
            yield source.span, f"{source.url} is a home page", source.url


def _is_home_page(url: str) -> bool:
    rest = _plain(url)
    return "/" not in rest and "?" not in rest and "#" not in rest


@rule("RK711", severity="error", remedy="Write the footnote, or correct its label.")
def footnote_without_definition(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A footnote mark has no footnote.

    The statement seems to have a source, and has none. A label that is used
    several times is reported once.

    Bad::

        - The ports stood still for a month[^strike]

    Good::

        - The ports stood still for a month[^strike]

        [^strike]: [The port strike](https://observer.example/1962/strike)
    """
    marks, notes = context.footnotes
    for label, line in marks.items():
        if label not in notes:
            yield Span(line, line), f"there is no footnote {label!r}", f"[^{label}]"


@rule("RK712", severity="info", remedy="Cite the footnote where it belongs, or take it out.")
def footnote_without_use(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A footnote is cited nowhere.

    Nobody sees what it is evidence of, and most renderers leave it out.

    Bad::

        - The ports stood still for a month

        [^strike]: [The port strike](https://observer.example/1962/strike)

    Good::

        - The ports stood still for a month[^strike]

        [^strike]: [The port strike](https://observer.example/1962/strike)
    """
    marks, notes = context.footnotes
    for label, lines in notes.items():
        if label not in marks:
            yield Span(lines[0], lines[0]), f"the footnote {label!r} is cited nowhere", f"[^{label}]"


@rule("RK713", remedy="Add research: books, articles, reports of courts and commissions.")
def nothing_but_encyclopedias(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """All sources are encyclopedias.

    An encyclopedia retells research: what it says can be traced, and on
    contested figures must be.

    Bad::

        ## Sources
        - [Varda](https://en.wikipedia.org/wiki/Varda) | type: encyclopedia | accessed: 2024-05-02
        - [Aldova](https://www.britannica.com/place/Aldova) | type: encyclopedia | accessed: 2024-05-02

    Good::

        ## Sources
        - [Varda](https://en.wikipedia.org/wiki/Varda) | type: encyclopedia | accessed: 2024-05-02
        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    sources = context.listed_sources
    if len(sources) > 1 and all(_is_encyclopedia(source) for source in sources):
        yield context.sources_heading, f"all {counted(len(sources), 'source')} are encyclopedias"


def _is_encyclopedia(source: Source) -> bool:
    return source.types == ("encyclopedia",) or is_encyclopedic_site(source.url)


def _host(url: str | None) -> str:
    return _plain(url or "").partition("/")[0].partition(":")[0].casefold()


_ADDRESS = re.compile(r"(?:https?|ftp)://(?:[^\s/.]+\.)+[^\s/.:]{2,}\.?(?::\d+)?(?:[/?#]\S*)?\Z")
_SAMPLE = re.compile(
    r"//(?:www\.)?(?:url|website|domain|your-?(?:site|domain)|placeholder|xxx+)\.(?:com|org|net|here)\b", re.I
)


@rule("RK714", severity="error", remedy="Correct the address; it begins with https:// and holds no spaces.")
def malformed_address(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source's address cannot be one.

    Bad::

        - [The Aldovan Decade](https:/example.org/decade) | type: academic | accessed: 2024-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        url = source.url
        if url and not url.startswith(("doi:", "urn:", "isbn:", "mailto:", "/", "#", "./", "../")):
            local = "://" not in url and url.endswith((".md", ".pdf", ".html"))
            if (not _ADDRESS.match(url) and not local) or _SAMPLE.search(url):
                yield source.span, f"{url!r} is no address", url


@rule("RK715", severity="info", remedy="Give the title: '[title](https://…)'.")
def source_without_title(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A source is an address without a title.

    When the page moves, nobody knows what to look for.

    Bad::

        - <https://example.org/decade> | type: academic | accessed: 2024-05-02

    Good::

        - [The Aldovan Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        if source.url and (source.title == source.url or source.title.startswith(("http://", "https://", "www."))):
            yield source.span, f"{source.url} has no title", source.url


@rule("RK717", remedy="Correct the type.")
def type_contradicts_address(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """An encyclopedia is given out as something else.

    Wikipedia as "academic" makes a dossier look better founded than it is.

    Bad::

        - [Varda](https://en.wikipedia.org/wiki/Varda) | type: academic | accessed: 2024-05-02

    Good::

        - [Varda](https://en.wikipedia.org/wiki/Varda) | type: encyclopedia | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        known = not source.types or bool({"encyclopedia", "reference"}.intersection(source.types))
        if not known and is_encyclopedic_site(source.url):
            yield source.span, f"{_host(source.url)} is an encyclopedia, not {source.kind!r}", source.kind or ""


@rule("RK718", severity="error", remedy="Give one of the two footnotes another label.")
def footnote_defined_twice(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """Two footnotes have the same label.

    Only one of them is shown, and nobody can say which was meant.

    Bad::

        [^strike]: [The port strike](https://observer.example/1962/strike)
        [^strike]: [Strikes of the sixties](https://example.org/strikes)

    Good::

        [^strike]: [The port strike](https://observer.example/1962/strike)
        [^strikes]: [Strikes of the sixties](https://example.org/strikes)
    """
    for label, lines in context.footnotes[1].items():
        for line in lines[1:]:
            yield Span(line, line), f"the footnote {label!r} stands in line {lines[0]} too", f"[^{label}]"


_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid")


@rule("RK719", severity="info", remedy="Take the tracking parameters out of the address.")
def tracking_in_address(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """An address carries marks by which clicks are followed.

    They say where the link was copied from, not which page is meant, and make
    two addresses of one page look different.

    Bad::

        - [The Decade](https://example.org/decade?utm_source=feed) | type: academic | accessed: 2024-05-02

    Good::

        - [The Decade](https://example.org/decade) | type: academic | accessed: 2024-05-02
    """
    for source in context.listed_sources:
        if source.url and "?" in source.url:
            marks = [name for name, _ in _query(source.url) if _is_tracking(name)]
            if marks:
                yield source.span, f"the address carries {', '.join(marks)}", source.url


def _is_tracking(name: str) -> bool:
    return name.casefold().startswith(_TRACKING)


def without_tracking(url: str) -> str:
    """The address without the parameters by which clicks are followed."""
    address, cut, fragment = url.partition("#")
    page, asked, query = address.partition("?")
    kept = "&".join(part for part in query.split("&") if not _is_tracking(part.partition("=")[0]))
    return page + (asked if kept else "") + kept + cut + fragment


def _query(url: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(url).query)
    except ValueError:
        return []
