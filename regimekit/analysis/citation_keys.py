"""Citation keys: by what a source is cited in BibTeX, pandoc and their like.

A key is made of what identifies the source and of nothing else: of no place in
a file, no other source, no other dossier. So it never changes because of them.
"""

from __future__ import annotations

import hashlib
import re

from regimekit.analysis.identity import Identity
from regimekit.analysis.names import fold

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"  # 32 signs, none easily taken for another (Crockford)
_LENGTH = 5  # digits: two sources of the same words have the same ones once in 33 million
_WORDS = 3
_LONGEST = 34  # characters of words
_SKIPPED = frozenset("a an and at by der die das de des du for from in la le les of on or the to und with".split())
_SECOND = frozenset("ac co com edu gov net org go or mil nom ne up".split())
_PAGE = re.compile(r"\.(?:html?|php|aspx?|jsp|pdf|cfm|shtml|txt|stm|ece|docx?)$", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_RUNNING_NUMBER = re.compile(r"[0-9]{5,}")
_WORD = re.compile(r"[a-z0-9]+")


def citation_key(identity: Identity) -> str:
    """ "wikipedia-holodomor-4t8k2": words of the address or the title, and five digits of the identity's digest.

    Letters of ASCII, digits and hyphens; the first is a letter.
    """
    words = {"doi": _number, "isbn": _number, "url": _address, "title": _titled}[identity.kind](identity)
    kept = "-".join(_fitting([word for word in words if word])) or "source"
    if not kept[0].isalpha():
        kept = f"source-{kept}"
    return f"{kept}-{_digest(identity)}"


def _digest(identity: Identity) -> str:
    data = f"{identity.kind}:{identity.value}".encode("utf-8", "surrogatepass")
    number = int.from_bytes(hashlib.sha256(data).digest())
    signs = []
    for _ in range(_LENGTH):
        number, sign = divmod(number, 32)
        signs.append(_DIGITS[sign])
    return "".join(signs)


def _fitting(words: list[str]) -> list[str]:
    """As many of the words as fit; the first in any case, as much of it as fits."""
    fitting = [words[0][:_LONGEST]] if words else []
    for word in words[1:]:
        if len("-".join([*fitting, word])) > _LONGEST:
            break
        fitting.append(word)
    return fitting


def _number(identity: Identity) -> list[str]:
    value = identity.value.partition("/")[2] or identity.value
    return [identity.kind, *_WORD.findall(value.casefold())]


def _address(identity: Identity) -> list[str]:
    """The site's name, a year that the path names, and the first words of the last part that has any."""
    host, _, rest = identity.value.partition("/")
    path = rest.partition("?")[0]
    parts = [_plain(_PAGE.sub("", part)) for part in path.split("/")]
    years = [part for part in path.split("/") if _YEAR.fullmatch(part)]
    named = next((part for part in reversed(parts) if any(len(word) > 2 and word.isalpha() for word in part)), [])
    return [_site(host.partition(":")[0]), *years[:1], *_telling(named)]


def _site(host: str) -> str:
    """ "en.wikipedia.org" is wikipedia, "news.bbc.co.uk" bbc, "encyclopedia.ushmm.org" ushmm."""
    labels = [fold(label).replace(" ", "") for label in host.split(".")]
    labels = labels[:-1] if len(labels) > 1 else labels
    while len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    return "".join(_WORD.findall(labels[-1])) if labels else ""


def _titled(identity: Identity) -> list[str]:
    """The first word, which is the author's family name where there is one, a year, and the words behind."""
    title, _, publisher = identity.value.rpartition("|")
    words = _telling([*_plain(title), *_plain(publisher)], _WORDS + 1)
    years = [word for word in _plain(title) if _YEAR.fullmatch(word) and word not in words[:1]]
    return [*words[:1], *years[-1:], *(word for word in words[1:] if word not in years[-1:])]


def _telling(words: list[str], most: int = _WORDS) -> list[str]:
    telling = [word for word in words if word not in _SKIPPED and len(word) > 1 and not _RUNNING_NUMBER.fullmatch(word)]
    return (telling or words)[:most]


def _plain(text: str) -> list[str]:
    return _WORD.findall(fold(text))
