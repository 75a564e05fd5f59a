"""8xx, first half: how sure the dossier says it is."""

from __future__ import annotations

from collections.abc import Iterator

from regimekit.linting.context import Context
from regimekit.linting.rule import Fault, rule
from regimekit.model import Dossier

_A_LEVEL = 3  # words of a level at most: "Medium to High"


@rule("RK801", severity="error", remedy="Add a section '## Confidence Assessment' with a level and notes.")
def no_confidence_assessment(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The dossier does not say how sure it is.

    The same number is worth more or less as the evidence is. The assessment is
    what tells a reader which parts to rely on.

    Bad::

        ## Sources
        (and nothing after it)

    Good::

        ## Confidence Assessment
        **Overall**: Medium

        **Notes**:
        - The commission's archive has been open since 1992; army records are closed
    """
    expected = context.schema.section("confidence")
    if expected and expected.required and not any(section.id == "confidence" for section in context.main_sections):
        elsewhere = dossier.confidence.span
        said = f"; a level stands in line {elsewhere.first} only" if elsewhere else ""
        yield context.title, f"the section {expected.title!r} is missing{said}"


@rule("RK802", severity="error", remedy="Open the section with '**Overall**: High', 'Medium' or 'Low'.")
def no_overall_confidence(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The confidence assessment states no overall level.

    Bad::

        ## Confidence Assessment
        - Most of the dates are well documented

    Good::

        ## Confidence Assessment
        **Overall**: Medium
    """
    section = dossier.section("confidence")
    if section is not None and dossier.confidence.span is None:
        yield context.heading_above(section.span), "the assessment states no overall level"


@rule("RK803", severity="error", remedy="Use the levels of the schema, as 'Medium' or 'Medium-High'.")
def confidence_outside_vocabulary(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The overall confidence is not given in the schema's levels.

    Bad::

        **Overall**: Quite good

    Good::

        **Overall**: Medium-High
    """
    confidence = dossier.confidence
    if confidence.span is not None and not confidence.levels:
        known = ", ".join(term.id for term in context.schema.vocabularies.get("confidence", ()))
        said = confidence.verbatim or ""
        yield confidence.span, f"{said!r} is no level; the schema knows {known}", said


@rule("RK804", remedy="Add notes: what is well established, what is disputed, what is closed.")
def confidence_without_notes(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The confidence assessment gives a level and no reasons.

    A level alone cannot be weighed; the notes say what it rests on.

    Bad::

        ## Confidence Assessment
        **Overall**: High

    Good::

        ## Confidence Assessment
        **Overall**: High

        **Notes**:
        - The party's own archive has been open since 1992
    """
    section, confidence = dossier.section("confidence"), dossier.confidence
    # levels for several topics are reasons too
    reasons = len(confidence.notes) + sum(topic.note is not None for topic in confidence.topics)
    if section is not None and not reasons and len(confidence.topics) < 2:
        yield context.heading_above(section.span), "the assessment gives no reasons"


@rule("RK805", severity="error", remedy="Give the same level in both places.")
def two_levels_of_confidence(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The front matter gives another overall confidence than the section.

    Bad::

        ---
        confidence: high
        ---
        ## Confidence Assessment
        **Overall**: Low

    Good::

        ---
        confidence: low
        ---
        ## Confidence Assessment
        **Overall**: Low
    """
    header = next((field for field in dossier.overview if field.header and field.id == "confidence"), None)
    stated = dossier.confidence
    if header is None or stated.span is None or stated.span == header.span:
        return
    if header.terms and stated.levels and set(header.terms) != set(stated.levels):
        message = f"the front matter says {header.value!r}, line {stated.span.first} {stated.verbatim!r}"
        yield header.span, message, header.value


@rule("RK814", remedy="Use the levels of the schema, as 'Medium' or 'Medium-High'.")
def topic_confidence_outside_vocabulary(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The confidence in one of the topics is not given in the schema's levels.

    Bad::

        | Category | Confidence |
        |----------|------------|
        | Death toll | so-so |

    Good::

        | Category | Confidence |
        |----------|------------|
        | Death toll | Medium |
    """
    known = ", ".join(term.id for term in context.schema.vocabularies.get("confidence", ()))
    for topic in dossier.confidence.topics:
        if topic.span != dossier.confidence.span and topic.verbatim and not topic.levels:
            message = f"{topic.verbatim!r} ({topic.topic}) is no level; the schema knows {known}"
            yield topic.span, message, topic.verbatim


@rule("RK815", remedy="Lower the overall level, or say in the notes why it is higher.")
def overall_above_every_topic(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The overall confidence is higher than that in any of the topics.

    Bad::

        **Overall**: High

        | Category | Confidence |
        |----------|------------|
        | Dates | Medium |
        | Death toll | Low |

    Good::

        **Overall**: Medium

        | Category | Confidence |
        |----------|------------|
        | Dates | Medium |
        | Death toll | Low |
    """
    order = {term.id: place for place, term in enumerate(context.schema.vocabularies.get("confidence", ()))}
    stated = dossier.confidence
    topics = [
        min(order[level] for level in topic.levels if level in order)
        for topic in stated.topics
        if topic.span != stated.span
        and any(level in order for level in topic.levels)
        and len((topic.verbatim or "").split()) <= _A_LEVEL  # longer is a remark that holds a level's word
    ]
    # the vocabulary runs from high to low
    overall = [order[level] for level in stated.levels if level in order]
    if stated.span is not None and overall and len(topics) > 1 and max(overall) < min(topics):
        yield stated.span, f"{stated.verbatim!r} is higher than the confidence in any topic", stated.verbatim or ""
