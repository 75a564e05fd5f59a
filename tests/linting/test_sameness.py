"""What may differ between two dossiers that say the same, and what may not."""

import msgspec
import pytest

from regimekit.linting.sameness import says_the_same
from regimekit.model import Dossier
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

SCHEMA = load_schema(None)
TEXT = """# Vale

## Overview

| Field | Value |
|---|---|
| **Dates** | 1961-1970 |
| **Estimated Death Toll** | 300-400 |

## Key Events

- May 11, 1965: 21 officers were shot, 3 of them
  in the harbour

## Comparisons

- [[sarn-roe]] - relationship: causal (arms sent in 1966)

## Sources

- [Report](https://example.org/a) | accessed: January 6, 2026

---
*Created: January 6, 2026*
"""


def read(text: str) -> Dossier:
    return read_dossier(text, "vale-lind.md", SCHEMA)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Key Events\n", "\n\n## Key Events\n"),
        ("| **Dates** | 1961", "| **Dates**   |   1961"),
        ("January 6, 2026", "2026-01-06"),
        ("[[sarn-roe]] - relationship", "[[sarn-roe]] — relationship"),
        ("of them\n  in", "of them \n  in"),
        (
            "| **Dates** | 1961-1970 |\n| **Estimated Death Toll** | 300-400 |",
            "| **Estimated Death Toll** | 300-400 |\n| **Dates** | 1961-1970 |",
        ),
    ],
)
def test_form_may_differ(old: str, new: str) -> None:
    assert TEXT.count(old)
    assert says_the_same(read(TEXT), read(TEXT.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("300-400", "300-401"),
        ("May 11", "May 12"),
        ("21 officers", "22 officers"),
        ("officers", "Officers"),
        ("January 6, 2026", "January 7, 2026"),
        ("causal", "thematic"),
        ("arms sent", "arms bought"),
        ("Report", "The Report"),
        ("## Key Events", "## Key Happenings"),
        ("## Key Events", "### Key Events"),
        ("| **Dates** | 1961-1970 |\n", ""),
        ("- May 11", "May 11"),
    ],
)
def test_content_may_not(old: str, new: str) -> None:
    assert TEXT.count(old)
    assert not says_the_same(read(TEXT), read(TEXT.replace(old, new)))


def test_every_kind_of_record_is_compared(vale: Dossier) -> None:
    other = msgspec.structs.replace(vale, text="another")
    assert says_the_same(vale, other)
    for name in Dossier.__struct_fields__:
        value = getattr(vale, name)
        if name == "text" or not value:
            continue
        changed = value[:-1] if isinstance(value, (tuple, str)) else None
        if name == "confidence":
            changed = type(value)()
        assert not says_the_same(vale, msgspec.structs.replace(other, **{name: changed})), name
