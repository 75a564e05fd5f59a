"""Text of a dossier for files of lines."""

import re
from decimal import Decimal

from regimekit.model import Number

# control characters, marks that turn the direction of writing, and what no character is
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[\s\u2028\u2029]+")


def one_line(text: str | None) -> str:
    """The text on one line, with nothing in it that a terminal obeys, XML 1.0 refuses or UTF-8 cannot hold."""
    return _SPACES.sub(" ", _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text or ""))).strip()


def digits(number: Number) -> str:
    """All digits of a number, with no exponent and no grouping; one that is not whole has a decimal point."""
    return str(number) if isinstance(number, int) else f"{Decimal(str(number)):f}"
