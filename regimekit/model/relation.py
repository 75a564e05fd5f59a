"""How regimes are set beside each other."""

import msgspec

from regimekit.model.span import Span


class Relation(msgspec.Struct, frozen=True):
    """A link from one dossier to another, written or still wanted.

    ``target`` is the slug (the last part of a path in a link); ``fragment`` the
    part of it that is meant (``[[slug#Section]]``), ``display`` the text shown
    instead; ``types`` are the relationship types as written, ``note`` what is
    said beside them. ``target`` is empty where a comparison names a regime
    without linking it, which is then ``display``.
    """

    span: Span
    target: str
    types: tuple[str, ...] = ()
    note: str | None = None
    fragment: str | None = None
    display: str | None = None
    group: str | None = None
    stated: bool = True
