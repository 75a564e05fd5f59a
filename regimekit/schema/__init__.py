"""What a dossier should contain: sections, fields, vocabularies; built in, and a user's own on top."""

from regimekit.schema.document import SchemaError
from regimekit.schema.headings import split_number
from regimekit.schema.reading import load_schema
from regimekit.schema.schema import ExpectedField, ExpectedSection, LintSettings, Schema, Term

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
