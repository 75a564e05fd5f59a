"""Dossiers as JSON, and the JSON Schema that says what stands in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from regimekit.exporting.flatten import flat_dossier, flat_finding
from regimekit.exporting.shape import Export
from regimekit.exporting.stream import Origin, Part, Rest

# A terminal obeys these, JSON does not demand that they are escaped: the other
# control characters, and those that turn the direction of writing.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def to_json(origin: Origin, parts: Iterable[Part]) -> Iterator[bytes]:
    """One object, as `json_schema` describes it: dossiers, then the other pages of the folder, then its findings."""
    rest = Rest(parts)
    return json_object(
        {"regimekit": origin.version, "root": origin.root},
        "dossiers",
        map(flat_dossier, rest.dossiers()),
        lambda: {"pages": rest.pages, "findings": [flat_finding(finding) for finding in rest.findings]},
    )


def json_object(
    head: dict[str, Any], name: str, items: Iterable[Any], tail: Callable[[], dict[str, Any]]
) -> Iterator[bytes]:
    """The pieces of a JSON object as `encode` would write it whole, one of its values a long list.

    ``tail`` are the values behind the list, asked for when its last item is written.
    """
    yield encode(head)[: -len("\n}\n")] + f',\n  "{name}": ['.encode()
    between = b"\n"
    for item in items:
        yield between + b"    " + encode(item).rstrip(b"\n").replace(b"\n", b"\n    ")
        between = b",\n"
    yield b"]" if between == b"\n" else b"\n  ]"
    rest = tail()
    yield (b",\n" + encode(rest)[len("{\n") :]) if rest else b"\n}\n"


def encode(value: Any) -> bytes:
    """JSON that can be shown on a terminal: no character in it is obeyed by one.

    UTF-8, two spaces deep, one line end at the end.
    """
    return _harmless(msgspec.json.format(_encoded(value), indent=2))


def encode_line(value: Any) -> bytes:
    """The same on one line."""
    return _harmless(_encoded(value))


def _encoded(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(value)))


def _harmless(data: bytes) -> bytes:
    return (_OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", data.decode()) + "\n").encode()


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
