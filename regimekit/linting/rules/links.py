"""6xx: links between dossiers and the relations that they state."""

from __future__ import annotations

from collections.abc import Iterator

from regimekit.linting.context import Context
from regimekit.linting.rule import Fault, rule
from regimekit.model import Dossier, Relation

_MANY = 3  # so many entries that lack the same are one fault, told once


@rule("RK601", remedy="Correct the link, or write the dossier.")
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
        if context.folder.is_dossier_name(relation.target):
            close = context.folder.meant(relation.target)
            meant = f"; is {close!r} meant?" if close and close != dossier.slug else ""
            yield relation.span, f"no file of the folder is named {relation.target!r}{meant}", relation.target


def _unreached(dossier: Dossier, context: Context) -> Iterator[Relation]:
    """The first link to each target that is not there."""
    seen: set[str] = set()
    for relation in dossier.relations:
        target = relation.target.casefold()
        if target and target not in seen and not context.folder.reaches(target):
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
        and (context.folder.is_dossier_name(relation.target) or context.folder.reaches(relation.target))
    ]


@rule("RK603", remedy="Say what the relationship is: '- [[slug]] — relationship: thematic (why)'.")
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


@rule("RK604", remedy="Use a type of the schema, or add the word to regimekit.yaml.")
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


@rule("RK611", severity="info", default=False, remedy="Write the note, or take the link out.")
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
        if not context.folder.is_dossier_name(relation.target):
            yield relation.span, f"no note of the folder is named {relation.target!r}", relation.target
