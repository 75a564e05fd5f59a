"""Phrases of harm whose words say nothing of it alone, by the word with which they begin."""

from __future__ import annotations

import re

from regimekit.model.estimate import Measure
from regimekit.parsing.phrases_of_custody import CUSTODY
from regimekit.parsing.phrases_of_uprooting import UPROOTING
from regimekit.parsing.phrases_of_violence import VIOLENCE


def _by_first_word() -> dict[str, list[tuple[Measure, re.Pattern[str]]]]:
    table: dict[str, list[tuple[Measure, re.Pattern[str]]]] = {}
    for measure, starts, rest in (*VIOLENCE, *CUSTODY, *UPROOTING):
        pattern = re.compile(rest + r"(?![a-z])")
        for word in dict.fromkeys(starts.split("|")):
            table.setdefault(word, []).append((measure, pattern))
    return table


PHRASES = _by_first_word()
"""Of each word with which phrases begin: their measures, and what follows the word."""
