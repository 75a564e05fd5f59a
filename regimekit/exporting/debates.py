"""Debates as JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regimekit.analysis.debates import Discussed, statement
from regimekit.exporting.listings import Listing
from regimekit.exporting.tables import Row
from regimekit.model import Position

DEBATE_CELLS = tuple("dossier path question question_line line last_line label holders text sources".split())


def list_debates(several: Iterable[Discussed]) -> Listing:
    """One record a question; as CSV and Markdown one row a position, and one for a question without any."""
    questions = tuple(several)
    columns = {
        "Dossier": "dossier",
        "Question": "question",
        "School or label": "label",
        "Held by": "held_by",
        "What it says": "said",
        "Where": "place",
    }
    rows = [_row(one, position) for one in questions for position in one.positions or (None,)]
    return Listing([_record(one) for one in questions], DEBATE_CELLS, rows, columns)


def _record(one: Discussed) -> dict[str, Any]:
    return {
        "dossier": one.slug,
        "path": one.path,
        "question": one.debate.question,
        "line": one.debate.span.first,
        "last_line": one.debate.span.last,
        "positions": [
            {
                "line": position.span.first,
                "last_line": position.span.last,
                "label": position.label,
                "holders": position.holders,
                "text": position.text,
                "sources": position.sources,
            }
            for position in one.positions
        ],
    }


def _row(one: Discussed, position: Position | None) -> Row:
    span = position.span if position else one.debate.span
    return {
        "dossier": one.slug,
        "path": one.path,
        "question": one.debate.question,
        "question_line": one.debate.span.first,
        "line": position.span.first if position else None,
        "last_line": position.span.last if position else None,
        "place": f"{one.path}:{span.first}",
        "label": position.label if position else None,
        "holders": "; ".join(position.holders) if position else None,
        "held_by": ("; ".join(position.holders) or "nobody named") if position else None,
        "text": position.text if position else None,
        "said": statement(position) if position else "no position is told",
        "sources": "; ".join(position.sources) if position else None,
    }
