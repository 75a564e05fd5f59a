"""Where a dossier has it from."""

import msgspec

from regimekit.model.date import HistoricalDate
from regimekit.model.span import Span


class Source(msgspec.Struct, frozen=True):
    """One source: a line, table row, bare link or footnote definition.

    ``key`` identifies it within the dossier (the footnote's label, or a slug of
    the title); ``types`` are the schema's terms for what ``kind`` says as
    written; ``group`` is the heading it stands under; ``listed`` is False for
    links cited in the running text only.
    """

    span: Span
    key: str
    title: str
    publisher: str | None = None
    url: str | None = None
    kind: str | None = None
    types: tuple[str, ...] = ()
    accessed: HistoricalDate | None = None
    accessed_as_written: str | None = None
    footnote: str | None = None
    group: str | None = None
    listed: bool = True
    text: str = ""
