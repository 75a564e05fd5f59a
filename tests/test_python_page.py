"""docs/python.md names every kind of record; that its examples hold is for tests/test_manual.py to say."""

import re
from pathlib import Path

from regimekit.model import Corpus
from regimekit.model.kinds import KINDS

PAGE = Path(__file__).parent.parent / "docs" / "python.md"


def test_every_block_of_python_is_a_session() -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.S | re.M)
    assert len(blocks) >= 8
    for block in blocks:
        assert block.startswith(">>> ")
        assert block.endswith("\n\n")  # else the fence would be read as output


def test_every_kind_is_listed_with_its_record_and_meaning() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)`: (.*) \|$", PAGE.read_text(encoding="utf-8"), re.M)
    kinds = [name for name in KINDS if name != "dossiers"]
    assert [name.removeprefix("reading_") for name, _, _ in rows] == kinds
    for name, record, meaning in rows:
        described = getattr(Corpus, name)
        assert described.fget.__annotations__["return"] == f"Records[{record}]"
        assert described.__doc__ == meaning
