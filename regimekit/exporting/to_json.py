"""Dossiers as JSON, and the JSON Schema that says what stands in it."""

import re
from typing import Any

import msgspec

from regimekit.exporting.shape import Export

# A terminal obeys these, JSON does not demand that they are escaped: the other
# control characters, and those that turn the direction of writing.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def to_json(export: Export) -> bytes:
    """UTF-8, two spaces deep, one line end at the end."""
    return encode(export)


def encode(value: Any) -> bytes:
    """JSON that can be shown on a terminal: no character in it is obeyed by one."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_encodable(msgspec.to_builtins(value)))
    plain = msgspec.json.format(data, indent=2).decode()
    return (_OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", plain) + "\n").encode()


def _encodable(value: Any) -> Any:
    """The same without the lone surrogates by which Python keeps the undecodable bytes of a file's name."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {key: _encodable(one) for key, one in value.items()}
    return [_encodable(one) for one in value] if isinstance(value, list | tuple) else value


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the export."""
    schema = msgspec.json.schema(Export)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "regimekit export", **schema}
