"""A timeline as a Mermaid diagram, as GitHub, GitLab and Obsidian draw it.

In Mermaid's grammar of timelines a line is a period, ``:`` and a blank begin
an event, ``#`` and ``%%`` a comment, and a line may begin with the words
``title`` and ``section``; before it is read, "#" with digits and ";" stands
for a character, and after it HTML counts. What could be taken for any of these
is therefore written as such a number.
"""

import re
from collections import Counter

from regimekit.analysis.timeline import Entry
from regimekit.exporting.telling import Telling, Written
from regimekit.exporting.words import one_line

MOST_CHARACTERS = 50_000  # Mermaid's default maxTextSize: it draws no larger diagram
# ﬂ and ¶ are signs that Mermaid itself puts for numbered characters while it reads
_MEANT = re.compile(r"[:;#%<>&{}\\ﬂ¶]")


def to_mermaid_timeline(telling: Telling) -> Written:
    """The statements of each chapter, in a section for each dossier where there are several."""
    several = len(telling.dossiers) > 1
    names = telling.names
    lines = ["timeline"]
    if not several:
        lines += [f"    title {escaped(dossier.title) or '-'}" for dossier in telling.dossiers.values()]
    told = Counter(entry.path for entry in telling.entries)
    for path in (path for path in telling.dossiers if told[path]):
        if several:
            lines.append(f"    section {escaped(names[path])}")
        for chapter in telling.chapters:
            entries = [entry for entry in chapter.entries if entry.path == path]
            if entries:
                # the first words of a line may be taken for a command: a period is named by a year or an adverb
                lines.append(f"    {escaped(chapter.slot.label)}")
                lines += [f"        : {_said(entry)}" for entry in entries]
    text = "\n".join(lines) + "\n"
    notes = (
        (
            f"The diagram has {len(text):,} characters, and Mermaid draws no more than {MOST_CHARACTERS:,} unless its"
            " setting maxTextSize is raised: ask for less with --from, --to, --section or --kind.",
        )
        if len(text) > MOST_CHARACTERS
        else ()
    )
    return Written(text.encode(), notes)


def escaped(text: str) -> str:
    """Text that means nothing to Mermaid but itself."""
    return _MEANT.sub(lambda match: f"#{ord(match[0])};", one_line(text))


def _said(entry: Entry) -> str:
    date, title = escaped(entry.event.date.verbatim), escaped(entry.event.title)
    return " - ".join(part for part in (date, title) if part) or "-"
