"""What a dossier should contain: sections, fields, vocabularies; built in, and a user's own on top."""

from typing import TYPE_CHECKING, Any

from regimekit.schema.headings import split_number
from regimekit.schema.schema import ExpectedField, ExpectedSection, LintSettings, Schema, Term

if TYPE_CHECKING:
    from regimekit.schema.document import SchemaError
    from regimekit.schema.reading import load_schema

__all__ = [
    "ExpectedField",
    "ExpectedSection",
    "LintSettings",
    "Schema",
    "SchemaError",
    "Term",
    "load_schema",
    "split_number",
]


def __getattr__(name: str) -> Any:
    """What reads a schema brings YAML with it, which a run that reads none should not wait for."""
    if name == "SchemaError":
        from regimekit.schema.document import SchemaError

        return SchemaError
    if name == "load_schema":
        from regimekit.schema.reading import load_schema

        return load_schema
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
