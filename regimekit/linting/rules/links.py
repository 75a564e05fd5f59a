"""6xx: links between dossiers and the relations that they state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regimekit.analysis.names import fold
from regimekit.analysis.targets import is_dossier_name
from regimekit.linting.canonical_lines import relation_line
from regimekit.linting.context import Context, Folder
from regimekit.linting.rule import CorpusFault, Fault, corpus_rule, rule
from regimekit.model import Corpus, Dossier, Relation, Span

_MANY = 3  # so many entries that lack the same are one fault, told once


@rule("RK601", others=True, remedy="Correct the link, or write the dossier.")
def broken_link(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A link to a dossier leads to no file of the folder.

    The target is mistyped, was renamed, or is yet to be written. A target that
    is linked several times is reported once. Targets that are not written as
    dossiers are named ("Suez Crisis") are left to RK611.

    Bad::

        - [[aldova-vrda]] — relationship: temporal (the predecessor)

    Good::

        - [[aldova-varda]] — relationship: temporal (the predecessor)
    """
    for relation in _unreached(dossier, context):
        if is_dossier_name(relation.target):
            close = context.folder.targets.meant(relation.target)
            meant = f"; is {close!r} meant?" if close and close != dossier.slug else ""
            yield relation.span, f"no file of the folder is named {relation.target!r}{meant}", relation.target


def _unreached(dossier: Dossier, context: Context) -> Iterator[Relation]:
    """The first link to each target that is not there."""
    seen: set[str] = set()
    for relation in dossier.relations:
        target = relation.target.casefold()
        if target and target not in seen and not context.folder.targets.reaches(target):
            seen.add(target)
            yield relation


@rule("RK602", severity="error", remedy="Take the link out, or name the dossier that was meant.")
def link_to_itself(dossier: Dossier) -> Iterator[Fault]:
    """A dossier links to itself.

    A regime stands in no relation to itself; most often the name of another
    dossier was meant. A link to one of its own sections is let pass.

    Bad::

        <!-- in aldova-varda.md -->
        - [[aldova-varda]] — relationship: thematic

    Good::

        - [[zemland-okro]] — relationship: thematic
    """
    for relation in dossier.relations:
        if relation.target == dossier.slug and not relation.fragment:
            yield relation.span, "the dossier links to itself", relation.target


def _compared(dossier: Dossier, context: Context) -> list[Relation]:
    """The links to other dossiers in the comparisons, where a type is to be stated."""
    return [
        relation
        for relation in dossier.relations
        if relation.stated
        and context.section_at(relation.span.first) == "comparisons"
        and (is_dossier_name(relation.target) or context.folder.targets.reaches(relation.target))
    ]


@rule("RK603", others=True, remedy="Say what the relationship is: '- [[slug]] — relationship: thematic (why)'.")
def relationship_without_type(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A comparison does not say of which kind the relationship is.

    A bare link says that two regimes have something to do with each other, and
    not what: it cannot be followed in a graph of causes. Where none of the
    links says it, one finding stands for all.

    Bad::

        - [[zemland-okro]]

    Good::

        - [[zemland-okro]] — relationship: causal (financed the coup of 1961)
    """
    compared = _compared(dossier, context)
    untyped = [relation for relation in compared if not relation.types]
    if len(untyped) > _MANY and len(untyped) == len(compared):
        yield context.heading_above(untyped[0].span), f"none of the {len(untyped)} links says what the relationship is"
        return
    for relation in untyped:
        yield relation.span, f"the link to {relation.target!r} does not say what the relationship is", relation.target


@rule("RK604", others=True, remedy="Use a type of the schema, or add the word to regimekit.yaml.")
def relationship_type_outside_vocabulary(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A relationship's type is none of the schema's.

    Bad::

        - [[zemland-okro]] — relationship: brotherly

    Good::

        - [[zemland-okro]] — relationship: causal
    """
    known = ", ".join(term.id for term in context.schema.vocabularies.get("relationship_type", ()))
    for relation in dossier.relations:
        for kind in relation.types:
            if known and not context.schema.terms("relationship_type", kind):
                yield relation.span, f"{kind!r} is no relationship type; the schema knows {known}", kind


@rule("RK605", others=True, severity="info", remedy="State the relation in the other dossier as well.")
def relation_on_one_side(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A dossier states a relation to another, which does not mention it.

    Who reads the other dossier never learns of the relation. Any link back
    will do, in its comparisons or in its text.

    Bad::

        <!-- in aldova-varda.md -->
        - [[zemland-okro]] — relationship: causal (financed the coup)
        <!-- in zemland-okro.md: nothing -->

    Good::

        <!-- in aldova-varda.md -->
        - [[zemland-okro]] — relationship: causal (financed the coup)
        <!-- in zemland-okro.md -->
        - [[aldova-varda]] — relationship: causal (a coup that it financed)
    """
    for relation, other in context.folder.targets.unreturned(dossier, _compared(dossier, context)):
        yield relation.span, f"{other.path} does not link back", relation.target


@corpus_rule("RK606", severity="error", remedy="Rename one of the two files.")
def slug_used_twice(corpus: Corpus, folder: Folder) -> Iterator[CorpusFault]:
    """Two dossiers in different folders have the same file name.

    A link names a dossier by its file name: nobody can say which of the two is
    meant.

    Bad::

        cold-war/aldova-varda.md
        interwar/aldova-varda.md

    Good::

        cold-war/aldova-varda.md
        interwar/aldova-regency.md
    """
    for dossiers in folder.targets.by_slug.values():
        for dossier in dossiers[1:]:
            yield dossier, Span(1, 1), f"{dossiers[0].path} has the same name"


@rule("RK607", others=True, remedy="Correct the part behind '#', or take it out.")
def link_to_missing_section(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A link names a section that the other dossier does not have.

    Bad::

        - [[zemland-okro#Border Wars]] — relationship: adversarial

    Good::

        - [[zemland-okro#The Border War (1962)]] — relationship: adversarial
    """
    for relation in dossier.relations:
        targets = (
            [dossier]
            if relation.target in ("", dossier.slug)
            else context.folder.targets.by_slug.get(relation.target, [])
        )
        if not relation.fragment or relation.fragment.startswith("^") or not targets:
            continue
        wanted = fold(relation.fragment.rpartition("#")[2])
        titles = {
            fold(title)
            for target in targets
            for section in target.sections
            for title in (section.title, f"{section.number} {section.title}" if section.number else section.title)
        }
        if wanted not in titles:
            message = f"{targets[0].path} has no section {relation.fragment!r}"
            yield relation.span, message, relation.fragment


@rule("RK608", others=True, remedy="Merge the two lines.")
def relation_stated_twice(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The comparisons link to the same dossier on two lines.

    Two lines may say two different things of the same relation.

    Bad::

        - [[zemland-okro]] — relationship: causal (financed the coup)
        - [[zemland-okro]] — relationship: thematic (a junta as well)

    Good::

        - [[zemland-okro]] — relationship: causal / thematic (financed the coup; a junta as well)
    """
    seen: dict[tuple[str, str | None], int] = {}
    for relation in _compared(dossier, context):
        if _opens_with_link(context.lines[relation.span.first - 1]):
            first = seen.setdefault((relation.target, relation.group), relation.span.first)
            if first != relation.span.first:
                yield relation.span, f"{relation.target!r} stands in line {first} too", relation.target


def _opens_with_link(line: str) -> bool:
    return line.lstrip(" \t-*+|_0123456789.").startswith("[[")


@rule("RK609", others=True, severity="info", remedy="Link the dossier: '[[slug]]'.")
def comparison_without_link(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A comparison names a regime whose dossier is in the folder, and does not link it.

    Without a link the relation is missing from every graph.

    Bad::

        - Zemland under Okro — relationship: causal (financed the coup)

    Good::

        - [[zemland-okro]] — relationship: causal (financed the coup)
    """
    for relation in dossier.relations:
        if not relation.target and relation.display:
            named = context.folder.targets.named(relation.display)
            if named is not None and named is not dossier:
                yield relation.span, f"{relation.display!r} is not linked; is {named.slug!r} meant?", relation.display


@rule("RK610", others=True, remedy="Correct the folder in the link, or take it out: the name alone is enough.")
def link_with_wrong_folder(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A link names a dossier that is there, in a folder where it is not.

    Some programs follow the folder and find nothing.

    Bad::

        - [[interwar/zemland-okro]] — relationship: causal

    Good::

        - [[cold-war/zemland-okro]] — relationship: causal
    """
    if "[[" not in dossier.text:
        return
    for relation in dossier.relations:
        targets = context.folder.targets.by_slug.get(relation.target, [])
        if not targets:
            continue
        line = " ".join(context.lines[relation.span.first - 1 : relation.span.last])
        for written in _WITH_FOLDER.findall(line):
            path = written.removesuffix(".md").strip()
            if path.rpartition("/")[2] == relation.target and not any(_is_at(target.path, path) for target in targets):
                yield relation.span, f"{relation.target} lies in {targets[0].path}", written


def _is_at(path: str, written: str) -> bool:
    """Whether a path in a link ends at the file: ``cold-war/a`` and ``data/cold-war/a`` lead to ``cold-war/a.md``."""
    own = path.removesuffix(".md")
    written = written.lstrip("./")
    return own == written or own.endswith("/" + written) or written.endswith("/" + own)


_WITH_FOLDER = re.compile(r"\[\[([^\]|#\n]*/[^\]|#\n]*)")


@rule("RK611", others=True, severity="info", default=False, remedy="Write the note, or take the link out.")
def unwritten_note(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A link leads to a note that nobody has written.

    Off by default: in a vault that grows, links to notes yet to come are a list
    of wishes. Switched on, the rule is that list. Links to dossiers are RK601.

    Bad::

        The canal was blocked in [[Aldovan Crisis|the crisis]].

    Good::

        The canal was blocked in the crisis.
    """
    for relation in _unreached(dossier, context):
        if not is_dossier_name(relation.target):
            yield relation.span, f"no note of the folder is named {relation.target!r}", relation.target


@rule("RK612", others=True, severity="info", default=False, remedy="Write '- [[slug]] — relationship: causal (why)'.")
def relation_in_another_form(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """A relation is understood, and not written as the schema writes it.

    Off by default: nothing is lost. Switched on, it finds other dashes and
    other words before the type, and types with a capital; `--fix` mends all of
    them, and programs that know the one form only can then read the folder.

    Bad::

        - [[zemland-okro]] - Type: Causal (financed the coup of 1961)

    Good::

        - [[zemland-okro]] — relationship: causal (financed the coup of 1961)
    """
    for relation in dossier.relations:
        number = relation.span.first
        if relation.types and number == relation.span.last and number > context.front_matter_end:
            line = context.lines[number - 1].rstrip()
            if context.section_at(number) == "comparisons" and relation_in_form(line, relation.types, context) != line:
                yield relation.span, "the relation is not written as '[[slug]] — relationship: type'", relation.target


def relation_in_form(line: str, types: Sequence[str], context: Context) -> str:
    """The line of a relation as the schema writes it; the line itself where it is not understood."""
    if line.count("[[") != 1:
        return line
    head, joint, rest = relation_line(line).partition("]] — relationship: ")
    if not joint:
        head, joint, rest = relation_line(line).partition("]]** — relationship: ")
    known = {term.id for term in context.schema.vocabularies.get("relationship_type", ())}
    for kind in types:
        if kind not in known and kind.casefold() in known:
            rest = re.sub(rf"\b{re.escape(kind)}\b", kind.casefold(), rest, count=1)
    return head + joint + rest if joint else line
