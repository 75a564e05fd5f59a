"""Dossiers as JSON Lines: one a line, for programs that read a line at a time."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import asdict

from regimekit.exporting.flatten import flat_dossier, flat_finding
from regimekit.exporting.stream import Origin, Part, Rest
from regimekit.exporting.to_json import encode_line


def to_jsonl(origin: Origin, parts: Iterable[Part]) -> Iterator[bytes]:
    """A line for each dossier, in the shape that it has in the JSON export.

    Below them stand the folder's pages and findings and, last, what was
    exported, each of these lines with its ``type``. A file without that last
    line is not whole.
    """
    rest = Rest(parts)
    for dossier in rest.dossiers():
        yield encode_line(flat_dossier(dossier))
    for page in rest.pages:
        yield _typed("page", asdict(page))
    for finding in rest.findings:
        yield _typed("finding", asdict(flat_finding(finding)))
    yield _typed("export", {"regimekit": origin.version, "root": origin.root, "dossiers": rest.count})


def _typed(kind: str, values: dict[str, Any]) -> bytes:
    return encode_line({"type": kind, **values})
