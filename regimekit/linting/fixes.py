"""Which findings can be mended, and how: the table of fixes, by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from regimekit.linting import fixes_lines as lines
from regimekit.linting import fixes_links as links
from regimekit.linting import fixes_sections as sections
from regimekit.linting.context import Context
from regimekit.linting.edits import Edit
from regimekit.linting.fix import Fix, Fixer
from regimekit.model import Finding

FIXES: dict[str, Fixer] = {
    "RK101": sections.missing_section,
    "RK104": sections.misplaced_section,
    "RK107": sections.heading_level,
    "RK108": sections.numbered_heading,
    "RK111": sections.empty_heading,
    "RK203": lines.identical_line,
    "RK303": lines.reversed_range,
    "RK402": lines.reversed_range,
    "RK411": lines.identical_line,
    "RK504": lines.identical_line,
    "RK601": links.broken_link,
    "RK602": links.link_to_itself,
    "RK603": links.untyped_relation,
    "RK604": lines.relationship_type,
    "RK608": lines.identical_line,
    "RK609": links.unlinked_comparison,
    "RK610": links.wrong_folder,
    "RK612": links.relation_in_another_form,
    "RK704": lines.source_type,
    "RK706": lines.access_date,
    "RK709": lines.identical_line,
    "RK717": lines.type_of_encyclopedia,
    "RK718": lines.identical_line,
    "RK719": lines.tracking,
    "RK720": lines.source_type_in_other_words,
    "RK801": sections.missing_section,
    "RK806": sections.missing_footer_line,
    "RK807": sections.missing_footer_line,
    "RK808": lines.footer_date,
    "RK810": sections.missing_footer_line,
    "RK817": lines.tag_twice,
    "RK903": lines.identical_key,
    "RK904": lines.missing_cells,
    "RK906": lines.control_character,
    "RK908": sections.unused_suppression,
}


def fix_for(context: Context, finding: Finding) -> Fix | None:
    """The fix of one finding of a dossier; None where only somebody who knows the matter can mend it."""
    fixer = FIXES.get(finding.code)
    fix = fixer(context, finding) if fixer else None
    return fix if fix and fix.edits else None


def with_marks(findings: Iterable[Finding], context: Callable[[str], Context | None]) -> list[Finding]:
    """The findings, those that can be mended marked as such; ``context`` is that of a path."""
    done: list[Finding] = []
    for finding in findings:
        about = context(finding.path) if finding.code in FIXES else None
        fix = fix_for(about, finding) if about else None
        done.append(msgspec.structs.replace(finding, fixable=fix.kind) if fix else finding)
    return done


def without_overlap(fixes: Sequence[tuple[Finding, Fix]]) -> Iterator[tuple[Finding, Fix]]:
    """As many of the fixes, in their order, as change different pieces: the others wait for a later round."""
    taken: list[Edit] = []
    for finding, fix in fixes:
        if not any(_meet(one, other) for one in fix.edits for other in taken):
            taken += fix.edits
            yield finding, fix


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same piece, or one begins where the other ends."""
    return one.start <= other.end and other.start <= one.end
