"""Records → files: one format a module. Those that are one stream of text are here by name."""

from collections.abc import Callable, Iterable, Iterator

from regimekit.exporting.stream import Origin, Part
from regimekit.exporting.to_json import to_json
from regimekit.exporting.to_jsonl import to_jsonl
from regimekit.exporting.to_jsonld import to_jsonld

STREAMS: dict[str, Callable[[Origin, Iterable[Part]], Iterator[bytes]]] = {
    "json": to_json,
    "jsonl": to_jsonl,
    "jsonld": to_jsonld,
}

__all__ = ["STREAMS", "Origin", "Part"]
