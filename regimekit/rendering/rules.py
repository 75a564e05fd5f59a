"""The headings of a timeline's chapters: a rule for each year, and the years of which nothing is told."""

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from regimekit.analysis.chronicle import Chapter, Gap
from regimekit.analysis.filing import named
from regimekit.rendering.screen import counted
from regimekit.rendering.tables import plain


def chapter_rule(chapter: Chapter) -> RenderableType:
    """A line with the chapter's name in it, and before it the gap, where there is one."""
    name = chapter.slot.label
    rule = Rule(Text(f"── {name[:1].upper()}{name[1:]}"), characters="─", style="dim", align="left")
    return Group(plain(gap_sentence(chapter.gap), "dim"), rule) if chapter.gap else rule


def gap_sentence(gap: Gap) -> str:
    """ "No dated statement for 4 years (1941-1944)"; what began earlier and may go on is counted."""
    first, last = named(gap.first, gap.unit), named(gap.last, gap.unit)
    span = f"{counted(gap.count, gap.unit)} ({first}-{last})"
    if not gap.reaching:
        return f"No dated statement for {span}"
    earlier = "an earlier one reaches" if gap.reaching == 1 else f"{gap.reaching} earlier ones reach"
    return f"No statement begins for {span}; {earlier} into them"
