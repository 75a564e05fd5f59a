"""Fixes to links between dossiers and the relations that they state."""

from __future__ import annotations

import re

from regimekit.linting.context import Context
from regimekit.linting.edits import Edit
from regimekit.linting.fix import Fix, in_prose, line_of, marked, mended, replace_mark, stands_alone, without_lines
from regimekit.linting.rules.links import relation_in_form
from regimekit.model import Finding

_UNTYPED = re.compile(
    r"(?P<head>\s*[-*+]\s+(?P<bold>\*\*)?\[\[[^\[\]\n]+\]\](?(bold)\*\*))"
    r"(?P<joint>\s+-{1,2}\s+|\s*[—–:;,|]\s*)(?P<types>[A-Za-z]+(?:\s*/\s*[A-Za-z]+)*)\s*(?:[(;].*)?"
)


def broken_link(context: Context, finding: Finding) -> Fix | None:
    """RK601, unsafe: the name of the dossier that the target most likely means."""
    target = marked(context, finding)
    meant = context.folder.targets.meant(target)
    link = _link(context, finding, target)
    if meant is None or meant == context.dossier.slug or link is None or not in_prose(context, finding.span.first):
        return None
    start = context.starts[finding.span.first - 1]
    return mended(Edit(start + link.start("path"), start + link.end("target"), meant), "unsafe")


def _link(context: Context, finding: Finding, target: str) -> re.Match[str] | None:
    """The first link of the line to a target."""
    if not target:
        return None
    pattern = rf"\[\[(?P<path>(?:[^\[\]|#\n]*/)?)(?P<target>{re.escape(target)}(?:\.md)?)(?P<rest>[^\[\]\n]*)\]\]"
    return re.search(pattern, line_of(context, finding.span.first))


def link_to_itself(context: Context, finding: Finding) -> Fix | None:
    """RK602, unsafe: an entry that is the link goes; in a sentence the words stay and the link goes."""
    number = finding.span.first
    line = line_of(context, number)
    link = _link(context, finding, context.dossier.slug)
    if link is None or not in_prose(context, number) or link["rest"].startswith("#"):
        return None
    if re.match(r"\s*[-*+]\s+(?:\*\*)?\[\[", line) and line.count("[[") == 1 and stands_alone(context, finding.span):
        return mended(without_lines(context, number, number), "unsafe")
    shown = link["rest"].removeprefix("\\").removeprefix("|").strip() or link["target"]
    start = context.starts[number - 1]
    return mended(Edit(start + link.start(), start + link.end(), shown), "unsafe")


def untyped_relation(context: Context, finding: Finding) -> Fix | None:
    """RK603: ``- [[slug]] - causal (why)`` names a type of the schema, and now says that it is one."""
    line = line_of(context, finding.span.first)
    found = _UNTYPED.fullmatch(line.rstrip())
    if found is None or not in_prose(context, finding.span.first):
        return None
    known = {term.id for term in context.schema.vocabularies.get("relationship_type", ())}
    if not known.issuperset(kind.strip().casefold() for kind in found["types"].split("/")):
        return None
    start = context.starts[finding.span.first - 1]
    return mended(Edit(start + found.start("joint"), start + found.end("joint"), " — relationship: "))


def unlinked_comparison(context: Context, finding: Finding) -> Fix | None:
    """RK609, unsafe: the words become a link to the dossier that they name."""
    words = marked(context, finding)
    meant = context.folder.targets.named(words)
    if meant is None or "|" in line_of(context, finding.span.first) or not in_prose(context, finding.span.first):
        return None
    edit = replace_mark(context, finding, f"[[{meant.slug}|{words}]]")
    return mended(edit, "unsafe") if edit else None


def wrong_folder(context: Context, finding: Finding) -> Fix | None:
    """RK610: the name alone, which leads to the one dossier that has it."""
    written = marked(context, finding)
    slug = written.strip().removesuffix(".md").rpartition("/")[2]
    if len(context.folder.targets.by_slug.get(slug, ())) != 1 or not in_prose(context, finding.span.first):
        return None
    edit = replace_mark(context, finding, slug)
    return mended(edit) if edit else None


def relation_in_another_form(context: Context, finding: Finding) -> Fix | None:
    """RK612: the schema's dash and words, and its types without capitals; only the piece that differs changes."""
    number = finding.span.first
    line = line_of(context, number).rstrip()
    types = [kind for one in context.dossier.relations if one.span.first == number for kind in one.types]
    new = relation_in_form(line, types, context)
    if new == line:
        return None
    before = _alike(line, new)
    behind = _alike(line[before:][::-1], new[before:][::-1])
    start = context.starts[number - 1]
    return mended(Edit(start + before, start + len(line) - behind, new[before : len(new) - behind]))


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
