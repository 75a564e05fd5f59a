"""The database's tables, indexes and full-text index, made from the relational form of the records."""

from collections.abc import Iterator

from regimekit.model.table import DOSSIER, ID, Column, Table
from regimekit.model.tables_cited import TABLES

_TYPES = {
    "text": "TEXT",
    "texts": "TEXT",  # a JSON array
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",  # 0 or 1
    "day": "TEXT",  # ISO 8601
    "reference": "INTEGER",
}

#: Columns beside those of the records: what only the whole folder can tell.
RESOLVED = {
    "relations": (
        Column(
            "target_id",
            "reference",
            "the dossier that the link leads to; empty where there is none or several",
            True,
            "dossiers",
        ),
    )
}

FILES = Table(
    "files",
    "A Markdown file of the folder, dossier or not.",
    (
        ID,
        Column("path", "text", "the file, relative to the folder, with forward slashes"),
        Column("key", "text", "what names its contents; another key, and the file is read again"),
        Column(DOSSIER.name, "reference", "the dossier that it is; empty where it is none", True, DOSSIER.to),
        Column("title", "text", "its title; empty where it cannot be read", True),
        Column("problem", "text", "why it cannot be read", True),
    ),
    lambda dossier: (),
    "path",
)
META = """CREATE TABLE meta ( -- What the database is of.
  name TEXT PRIMARY KEY, -- regimekit: the version that made it; folder: its name; fingerprint: of toolkit and schema
  value TEXT NOT NULL -- what that is
) WITHOUT ROWID"""

#: Every table whose rows have ids.
NUMBERED = (*TABLES, FILES)

# The text stands once, in sections; the index refers to it. Case and accents are folded.
# Datasette looks for content="sections", written just so, to find the index of a table.
SEARCH = """CREATE VIRTUAL TABLE search USING fts5 (
  title, text, content="sections", content_rowid='id', tokenize="unicode61 remove_diacritics 2"
)"""
_NEW = "INSERT INTO search (rowid, title, text) VALUES (new.id, new.title, new.text)"
_OLD = "INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text)"
TRIGGERS = (
    f"CREATE TRIGGER sections_added AFTER INSERT ON sections BEGIN {_NEW}; END",
    f"CREATE TRIGGER sections_removed AFTER DELETE ON sections BEGIN {_OLD}; END",
    f"CREATE TRIGGER sections_changed AFTER UPDATE ON sections BEGIN {_OLD}; {_NEW}; END",
)


def statements() -> Iterator[str]:
    """What makes an empty database."""
    yield META
    for table in NUMBERED:
        yield create(table)
    yield SEARCH
    yield from TRIGGERS


def indexes() -> Iterator[str]:
    """An index for each reference, and for what is looked up most; made when the tables are full."""
    for table in NUMBERED:
        for column in columns(table):
            if column.kind == "reference":
                yield f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})"
    yield "CREATE INDEX dossiers_slug ON dossiers (slug)"
    yield "CREATE INDEX estimates_measure ON estimates (measure)"
    yield "CREATE INDEX events_earliest ON events (earliest)"
    yield "CREATE INDEX people_name ON people (name)"
    yield "CREATE INDEX sources_url ON sources (url)"
    yield "CREATE INDEX tags_name ON tags (name)"
    yield "CREATE INDEX findings_code ON findings (code)"


def columns(table: Table) -> tuple[Column, ...]:
    """All columns of a table, with those that only the whole folder can tell."""
    return (*table.columns, *RESOLVED.get(table.name, ()))


def create(table: Table) -> str:
    """The statement that makes a table, each column explained where SQLite keeps what was written."""
    whole = columns(table)
    lines = [f"{_column(column)}," for column in whole]
    lines[-1] = lines[-1].removesuffix(",")
    body = "\n".join(f"  {line} -- {column.meaning}" for line, column in zip(lines, whole, strict=True))
    return f"CREATE TABLE {table.name} ( -- {table.meaning}\n{body}\n)"


def type_of(column: Column) -> str:
    """The type that SQLite is told."""
    return _TYPES[column.kind]


def _column(column: Column) -> str:
    if column.name == "id":
        return "id INTEGER PRIMARY KEY"
    parts = [column.name, type_of(column)]
    if not column.optional:
        parts.append("NOT NULL")
    if column.name == "path":
        parts.append("UNIQUE")
    if column.to:
        parts.append(f"REFERENCES {column.to} (id)")
    return " ".join(parts)
