"""Read, check and compare Markdown dossiers on regimes.

Data goes one way::

    text ──▶ blocks ──▶ records ──▶ answers ──▶ screens, files, findings
         parsing           model    analysis     rendering, exporting, linting

`load` reads a folder into a `Corpus` of `Dossier` records, each of which knows
the lines it stands on; `parse_date` and `parse_quantity` read one phrase. The
records of all dossiers are sequences, kind by kind, which polars and pandas
take as frames (docs/python.md):

    >>> import regimekit
    >>> corpus = regimekit.load()
    >>> corpus.people[0].name
    'Enver Hoxha'
    >>> corpus.estimates.to_polars().columns[:2]
    ['dossier', 'path']
    >>> regimekit.parse_date("early October 1924").edtf
    '1924-10'
    >>> regimekit.parse_quantity("250,000-500,000+").qualifier
    'open range'

Names are imported when they are first asked for, so that a command pays only
for what it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from regimekit.model import Corpus, Dossier, HistoricalDate, Quantity
    from regimekit.model.records import Records

__version__ = "0.1.0"

__all__ = [
    "Corpus",
    "Dossier",
    "HistoricalDate",
    "Quantity",
    "Records",
    "__version__",
    "bundled",
    "load",
    "parse_date",
    "parse_quantity",
]

_MODEL = frozenset({"Corpus", "Dossier", "HistoricalDate", "Quantity"})


def __getattr__(name: str) -> Any:
    if name in _MODEL:
        import regimekit.model

        return getattr(regimekit.model, name)
    if name == "Records":
        from regimekit.model.records import Records

        return Records
    raise AttributeError(f"module 'regimekit' has no attribute {name!r}")


def parse_date(text: str) -> HistoricalDate | None:
    """The date or interval that a phrase names ("Summer 1926", "1965 – Feb 25, 1986"); None where there is none.

    An impossible date (February 30) is none. The conventions for seasons,
    parts of a year and words such as "by" stand in docs/dossier-format.md.
    """
    from regimekit.parsing.dates import parse_date

    return parse_date(text)


def parse_quantity(text: str) -> Quantity | None:
    """The amount that a phrase names ("1.5-2 million", "at least 6,000"), with its bounds; None where there is none."""
    from regimekit.parsing.quantities import parse_quantity

    return parse_quantity(text)


def bundled() -> Path:
    """The folder of the dossiers that come with the toolkit."""
    from pathlib import Path

    package = Path(__file__).parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent / "data"


def load(path: str | Path | None = None) -> Corpus:
    """Read a folder of dossiers, or one file; without a path those that come with the toolkit.

    A ``regimekit.yaml`` at the root of the folder extends the built-in schema;
    raises `regimekit.schema.SchemaError` where it is wrong, FileNotFoundError
    where there is no such path. What is wrong with a dossier is a finding on
    it, never an exception.
    """
    from pathlib import Path

    from regimekit.parsing.corpus import load_corpus
    from regimekit.schema import load_schema

    root = bundled() if path is None else Path(path)
    if not root.exists():
        raise FileNotFoundError(f"no such file or folder: {root}")
    settings = (root if root.is_dir() else root.parent) / "regimekit.yaml"
    return load_corpus(root, load_schema(settings if settings.is_file() else None))
