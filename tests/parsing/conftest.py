from collections.abc import Callable

import pytest

from regimekit.parsing.blocks import read_blocks
from regimekit.parsing.frontmatter import read_header
from regimekit.parsing.passages import read_passages
from regimekit.parsing.reading import Reading
from regimekit.parsing.sections.footer import mark_footer
from regimekit.schema import load_schema


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """A text as the section readers get it."""

    def reading(text: str) -> Reading:
        schema = load_schema()
        lines = text.split("\n")
        header = read_header(lines)
        if header.first:
            lines[header.first - 1 : header.last] = [""] * (header.last - header.first + 1)
        passages = mark_footer(read_passages(read_blocks("\n".join(lines)), schema.section_id))
        return Reading(passages, header, schema)

    return reading
