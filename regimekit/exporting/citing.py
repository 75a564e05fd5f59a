"""How a dossier is cited, in Markdown."""

from regimekit.analysis.citing import Cited
from regimekit.exporting.to_source_lines import escaped


def cited_in_markdown(cited: Cited) -> str:
    """A paragraph with the title in italics, and a quoted one on what is to be cited in its stead."""
    title = cited.reference.title.rstrip(".")
    before, _, behind = cited.sentence.partition(title)
    caution = escaped(cited.caution).replace("\\`", "`")
    return f"{escaped(before)}{' ' if before else ''}*{escaped(title)}*{escaped(behind)}\n\n> {caution}\n"
