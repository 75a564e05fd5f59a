"""A timeline as the JSON that TimelineJS 3 reads.

The format is that of https://timeline.knightlab.com/docs/json-format.html; a
schema of it stands in tests/exporting. Headlines and texts are HTML there,
dates and groups plain text.
"""

import datetime
import html
import re
from typing import Any
from urllib.parse import urlsplit

from regimekit.analysis.timeline import Entry
from regimekit.exporting.telling import Telling, Written
from regimekit.exporting.to_json import encode
from regimekit.exporting.words import one_line
from regimekit.model import Field, HistoricalDate, Source

_YEAR = re.compile(r"-?\d{4}")


def to_timelinejs(telling: Telling) -> Written:
    """A slide for each statement, an era for each term in an Overview; groups where there are several dossiers."""
    names, several = telling.names, len(telling.dossiers) > 1
    slides: list[dict[str, Any]] = []
    undated = 0
    for number, entry in enumerate(telling.entries):
        dates = _dates(entry.event.date, entry.first)
        if dates is None:
            undated += 1
            continue
        group = {"group": one_line(names[entry.path])} if several else {}
        slides.append({"unique_id": f"s{number}", **dates, **group, **_slide(entry, telling)})
    title = "; ".join(one_line(dossier.title) for dossier in telling.dossiers.values())
    document: dict[str, Any] = {"events": slides, "eras": _eras(telling), "scale": "human"}
    if not several:
        document["title"] = {"text": {"headline": html.escape(title)}}
    left = f"{undated} of {len(telling.entries)} statements are left out of TimelineJS: their dates name no year."
    return Written(encode(document), (left,) if undated else ())


def _dates(date: HistoricalDate, first: datetime.date) -> dict[str, Any] | None:
    """The beginning and, where it is another, the end, as far as each is said; the phrase as it was written."""
    said = {"display_date": one_line(date.verbatim)}
    begins, _, ends = date.edtf.partition("/")
    if date.earliest is None or date.relation == "after":
        if date.earliest is None and date.latest is None:
            year = _YEAR.match(date.edtf)
            return {"start_date": {"year": int(year[0])}, **said} if year else None
        return {"start_date": {"year": first.year}, **said}
    start = _parts(date.earliest, begins)
    end = _parts(date.latest, ends or begins) if date.latest else start
    return {"start_date": start, **({"end_date": end} if end != start else {}), **said}


def _parts(day: datetime.date, edtf: str) -> dict[str, int]:
    """Year, month and day, so far as the EDTF names them."""
    known = re.fullmatch(r"\d{4}(-(?:0[1-9]|1[0-2])(-\d\d)?)?", edtf.rstrip("~?%"))
    count = 1 + sum(part is not None for part in known.groups()) if known else 1
    return dict(list({"year": day.year, "month": day.month, "day": day.day}.items())[:count])


def _slide(entry: Entry, telling: Telling) -> dict[str, Any]:
    event, dossier = entry.event, telling.dossiers[entry.path]
    place = html.escape(f"{one_line(entry.path)}:{event.span.first}")
    links = [link for source in dossier.sources if source.key in event.sources and (link := _link(source))]
    above = " › ".join(one_line(heading) for heading in event.headings)
    paragraphs = [html.escape(above), "; ".join(links), place]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
    # what looks like an address in a statement is no link that its author set
    return {"text": {"headline": html.escape(one_line(telling.headline(entry))), "text": text}, "autolink": False}


def _link(source: Source) -> str | None:
    """A link to a source, so far as its address is one of the web."""
    title = html.escape(one_line(source.title or source.key))
    url = one_line(source.url or "")
    try:
        known = urlsplit(url).scheme.casefold() in ("http", "https")
    except ValueError:
        known = False
    return f'<a href="{html.escape(url)}">{title}</a>' if known else title


def _eras(telling: Telling) -> list[dict[str, Any]]:
    """The terms in the Overviews, with both their ends; TimelineJS knows no era that goes on."""
    eras: list[dict[str, Any]] = []
    for dossier in telling.dossiers.values():
        field: Field | None = dossier.field("dates")
        for date in field.dates if field else ():
            if date.earliest is None or date.latest is None or date.relation != "in":
                continue
            begins, _, ends = date.edtf.partition("/")
            eras.append(
                {
                    "start_date": _parts(date.earliest, begins),
                    "end_date": _parts(date.latest, ends or begins),
                    "text": {"headline": html.escape(one_line(dossier.title))},
                }
            )
    return eras
