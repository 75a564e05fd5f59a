"""The database's tables, indexes and full-text index, made from the relational form of the records."""

from collections.abc import Iterator

from regimekit.model.table import Column, Table
from regimekit.model.tables_cited import TABLES

#: "RKIT" in the header of the file says that it is ours; the version goes up when the tables change.
APPLICATION = 0x524B4954
VERSION = 1

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
RESOLVED = {"relations": "target_id INTEGER REFERENCES dossiers (id)"}

FILES = """CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  dossier_id INTEGER REFERENCES dossiers (id),
  title TEXT,
  problem TEXT
)"""
META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"

# The text stands once, in sections; the index refers to it. Case and accents are folded.
SEARCH = """CREATE VIRTUAL TABLE search USING fts5 (
  title, text, content = 'sections', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
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
    for table in TABLES:
        yield create(table)
    yield FILES
    yield SEARCH
    yield from TRIGGERS


def indexes() -> Iterator[str]:
    """An index for each reference, and for what is looked up most; made when the tables are full."""
    for table in TABLES:
        for column in table.columns:
            if column.kind == "reference":
                yield f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})"
    yield "CREATE INDEX relations_target_id ON relations (target_id)"
    yield "CREATE INDEX dossiers_slug ON dossiers (slug)"
    yield "CREATE INDEX files_dossier_id ON files (dossier_id)"
    yield "CREATE INDEX estimates_measure ON estimates (measure)"
    yield "CREATE INDEX events_earliest ON events (earliest)"
    yield "CREATE INDEX people_name ON people (name)"
    yield "CREATE INDEX sources_url ON sources (url)"
    yield "CREATE INDEX tags_name ON tags (name)"
    yield "CREATE INDEX findings_code ON findings (code)"


def create(table: Table) -> str:
    """The statement that makes a table, each column explained where SQLite keeps what was written."""
    lines = [f"{_column(column)}," for column in table.columns]
    notes = [column.meaning for column in table.columns]
    if table.name in RESOLVED:
        lines.append(f"{RESOLVED[table.name]},")
        notes.append("the dossier that the link leads to; empty where there is none or several")
    lines[-1] = lines[-1].removesuffix(",")
    body = "\n".join(f"  {line} -- {note}" for line, note in zip(lines, notes, strict=True))
    return f"CREATE TABLE {table.name} ( -- {table.meaning}\n{body}\n)"


def _column(column: Column) -> str:
    if column.name == "id":
        return "id INTEGER PRIMARY KEY"
    parts = [column.name, _TYPES[column.kind]]
    if not column.optional:
        parts.append("NOT NULL")
    if column.name == "path":
        parts.append("UNIQUE")
    if column.to:
        parts.append(f"REFERENCES {column.to} (id)")
    return " ".join(parts)
