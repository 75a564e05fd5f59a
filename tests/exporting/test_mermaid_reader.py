"""The fixture that asks Mermaid tells a diagram from what is none."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize("diagram", ["timeline\n  1941 : one : two\n", 'flowchart TD\n  a["x"] --> b\n'])
def test_a_diagram_is_accepted(diagram: str, mermaid_accepts: Callable[[str], str | None]) -> None:
    assert mermaid_accepts(diagram) is None


@pytest.mark.parametrize("diagram", ["", "timelines\n", "flowchart TD\n  a[x\n", "timeline\n  1941 :one\n"])
def test_what_is_none_is_refused(diagram: str, mermaid_accepts: Callable[[str], str | None]) -> None:
    assert mermaid_accepts(diagram)


def test_what_mermaid_reads_is_told(read_by_mermaid: Callable[..., list[dict[str, Any]]]) -> None:
    timeline, flowchart = read_by_mermaid(
        "timeline\n  section Vale\n  1941 : one #58; two : three\n", 'flowchart LR\n  a["x #34;y#34;"] -->|z| b\n'
    )
    assert timeline["read"] == [{"section": "Vale", "period": "1941 ", "events": ["one : two ", "three"]}]
    assert flowchart["read"] == {"vertices": {"a": 'x "y"', "b": "b"}, "edges": [["a", "b", "z"]]}
