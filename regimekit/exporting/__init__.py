"""Records → files: one format a module, by name in FORMATS."""

from collections.abc import Callable

from regimekit.exporting.shape import Export
from regimekit.exporting.to_json import to_json

FORMATS: dict[str, Callable[[Export], bytes]] = {
    "json": to_json,
}

__all__ = ["FORMATS", "Export"]
