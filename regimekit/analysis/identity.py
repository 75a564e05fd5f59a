"""Which source it is: what stays the same wherever and however it is listed."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from regimekit.analysis.names import fold
from regimekit.model import Source

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>|?#&]{1,200}", re.IGNORECASE)
_DOI_PAGE = re.compile(r"/(?:abs|abstract|full|fulltext|pdf|epdf|epub|html|meta|summary)$", re.IGNORECASE)
_DOI_SITES = ("doi.org", "dx.doi.org")
ISBN = re.compile(
    r"\bisbn(?:-?1[03])?\s*[:=]?\s*(?P<digits>(?:97[89][ \-–]?)?[0-9](?:[ \-–]?[0-9]){8}[ \-–]?[0-9x])\b", re.IGNORECASE
)
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/[^/]+/(?P<url>https?:/.+)$", re.IGNORECASE)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_ga", re.IGNORECASE)


class Identity(msgspec.Struct, frozen=True, order=True):
    """What tells one source from all others.

    ``kind`` says by what: its DOI, its ISBN, its address, or, where it has none
    of these, its title and publisher; ``value`` is that, in the form in which
    two that are the same are equal.
    """

    kind: str
    value: str


def identity(source: Source, alone: bool = True) -> Identity:
    """Which source it is, by what identifies it most surely.

    ``alone`` is False where its line lists others too: a number in the text
    may then be that of another.
    """
    number = doi(source, alone)
    if number:
        return Identity("doi", number)
    number = isbn(source, alone)
    if number:
        return Identity("isbn", number)
    if source.url:
        return Identity("url", normalised(source.url))
    return Identity("title", f"{fold(source.title) or source.title.strip()}|{fold(source.publisher or '')}")


def doi(source: Source, alone: bool = True) -> str | None:
    """The DOI that the address holds, else the one that the text gives; in lower case, as DOIs are compared."""
    found = _doi_of_address(source.url) if source.url else None
    if found is None and alone:
        match = _DOI.search(source.text) or _DOI.search(source.title)
        found = _trimmed(match[0]) if match else None
    return found


def _doi_of_address(url: str) -> str | None:
    parts = _split(url)
    path = unquote(parts[1])
    match = _DOI.search(path)
    if match is None:
        return None
    number = _trimmed(match[0])
    pieces = number.split("/")
    if parts[0] in _DOI_SITES:
        return number
    if "/doi/" in path[: match.start()].casefold() + "/":
        # a publisher's own number of the page follows the DOI of three parts: …/10.1093/ahr/112.3.720/17633
        return "/".join(pieces[:-1]) if len(pieces) > 3 and pieces[-1].isdecimal() else number
    if len(pieces) > 2 and not any(sign.isdecimal() for sign in pieces[1]):
        return None  # 10.1093/oi/authority.2011…: what is before the third part names a shelf, not a work
    return "/".join(pieces[:2])  # behind it stands the title, or what is shown of the page


def _trimmed(number: str) -> str:
    number = _DOI_PAGE.sub("", number.rstrip("/.,;:'”’"))
    while number.endswith((")", "]")) and number.count("(") + number.count("[") < number.count(")") + number.count("]"):
        number = number[:-1]
    return number.rstrip("/.,;:'”’").casefold()


def isbn(source: Source, alone: bool = True) -> str | None:
    """The ISBN that the address or the text gives, as 13 digits; a number whose check digit is wrong is none."""
    places = [unquote(source.url or ""), *([source.text, source.title] if alone else [])]
    for match in (match for place in places for match in ISBN.finditer(place)):
        digits = re.sub(r"[ \-–]", "", match["digits"]).upper()
        if len(digits) == 10 and _checked_10(digits):
            return _thirteen("978" + digits[:9])
        if len(digits) == 13 and digits.isdecimal() and _thirteen(digits[:12]) == digits:
            return digits
    return None


def _checked_10(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits if digit.isdecimal() or digit == "X"]
    return len(values) == 10 and sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0


def _thirteen(twelve: str) -> str:
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(twelve))
    return twelve + str(-total % 10)


def normalised(url: str) -> str:
    """An address without what does not tell pages apart.

    Scheme, "www." and "m.", the case of the host, a port that is the scheme's
    own, the fragment, a slash at the end, parameters that only follow the
    reader about, and how characters are escaped.
    """
    host, path, query = _split(url)
    asked = [
        f"{name}={value}"
        for name, value in sorted(parse_qsl(query, keep_blank_values=True))
        if not _TRACKING.fullmatch(name)
    ]
    return host + unquote(path).rstrip("/") + (f"?{'&'.join(asked)}" if asked else "")


def domain(url: str | None) -> str:
    """The host of an address without "www."; of a page in the web archive that of the page. "" without an address."""
    if not url:
        return ""
    archived = _ARCHIVE.match(url)
    return _split(archived["url"] if archived else url)[0]


def _split(url: str) -> tuple[str, str, str]:
    """Host, path and query; an address that cannot be taken apart is all path."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").casefold().rstrip("."), parts.port
    except ValueError:
        return "", url.strip(), ""
    labels = host.split(".")
    if len(labels) > 2 and labels[0] == "www":
        labels = labels[1:]
    if len(labels) > 2:
        labels = [label for at, label in enumerate(labels) if label != "m" or at > 1]
    host = ".".join(labels)
    if port and port != {"http": 80, "https": 443}.get(parts.scheme.casefold()):
        host += f":{port}"
    return host, parts.path, parts.query
