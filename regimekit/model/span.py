"""Where something stands in a dossier."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A run of whole lines in one dossier, counted from 1 as editors count."""

    first: int
    last: int
