"""Which addresses no longer lead where they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from regimekit.analysis.reachability import Link, State, counts
from regimekit.rendering.screen import counted, heading, indented, stacked
from regimekit.rendering.tables import plain

_TITLES: dict[State, str] = {
    "gone": "Gone",
    "no-such-host": "No such host",
    "invalid": "No valid address",
    "moved": "Moved permanently",
    "bad-redirect": "Redirected to nothing",
    "server-error": "Server error",
    "timeout": "Timeout",
    "no-connection": "No connection",
    "tls-error": "TLS error",
    "refuses": "Refuses robots",
    "other-answer": "Another answer",
    "not-asked": "Not asked",
    "redirected": "Moved for now",
    "ok": "Ok",
}
_UNTOLD = "whether the page is there is not known"
_FRONT_PAGE = " (a front page: look whether it still holds what is cited)"
_REMARKS: dict[State, str] = {
    "bad-redirect": _UNTOLD,
    "server-error": _UNTOLD,
    "timeout": _UNTOLD,
    "no-connection": _UNTOLD,
    "tls-error": _UNTOLD,
    "refuses": _UNTOLD,
    "other-answer": _UNTOLD,
    "not-asked": _UNTOLD,
    "redirected": "the address that is cited stays the right one",
}


def links_screen(links: Sequence[Link]) -> RenderableType:
    """The addresses by what became of them; those that answer are only counted."""
    told = [link for link in links if link.state != "ok"]
    parts = [_part(state, list(several)) for state, several in groupby(told, key=lambda link: link.state)]
    return stacked(*parts, _summary(links))


def _part(state: State, several: list[Link]) -> RenderableType:
    remark = f"; {_REMARKS[state]}" if state in _REMARKS else ""
    title = heading(_TITLES[state], f"{counted(len(several), 'address', 'addresses')}{remark}")
    return Group(title, *(line for link in several for line in _lines(link)))


def _lines(link: Link) -> Iterator[RenderableType]:
    yield indented(plain(link.address), 2)
    if link.moved_to is not None:
        new = Text.assemble("now at ", plain(link.moved_to), overflow="fold")
        yield indented(new.append(_FRONT_PAGE, "dim") if link.front_page else new, 4)
    elif link.redirects:
        yield indented(Text.assemble("by way of ", plain(link.redirects[-1].address), overflow="fold"), 4)
    if link.state not in ("moved", "redirected"):
        yield indented(plain(link.says), 4)
    places = dict.fromkeys(f"{place.path}:{place.line}" for place in link.places)
    yield indented(Text.assemble("cited at ", plain(", ".join(places)), overflow="fold"), 4)


def _summary(links: Sequence[Link]) -> Text:
    parts = [f"{count:,} {_TITLES[state].lower().replace('tls', 'TLS')}" for state, count in counts(links).items()]
    return plain(f"{counted(len(links), 'address', 'addresses')}: {', '.join(parts)}.")
