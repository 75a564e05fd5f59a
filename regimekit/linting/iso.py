"""Days as ISO 8601 writes them."""

from __future__ import annotations

import datetime


def iso_day(text: str) -> datetime.date | None:
    """The day that ``2024-05-02`` names; None for anything else, days of no calendar among it."""
    try:
        return datetime.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
