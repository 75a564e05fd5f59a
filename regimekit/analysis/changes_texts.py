"""What a dossier says of itself, its Overview, its debates and its confidence, as entries."""

from __future__ import annotations

from collections.abc import Iterator

from regimekit.analysis.changes_entries import (
    TEXT,
    WORDING,
    Aspect,
    Context,
    Entry,
    cited,
    date,
    entry,
    one_of,
    text,
    texts,
    titled,
    word_set,
    words,
)
from regimekit.analysis.changes_pairing import Trait
from regimekit.analysis.names import fold
from regimekit.model import Confidence, Dossier, Span


def itself(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """The title, and the dates of the file."""
    if not dossier.path:
        return
    top = next((section.span.first for section in dossier.sections if section.level == 1), 1)
    yield entry("dossier", "title", dossier.title, Span(top, top), [text("text", dossier.title)], exact=["title"])
    for name, stamp in (("created", dossier.created), ("last updated", dossier.updated)):
        if stamp is not None:
            said = date("date", stamp.date) if stamp.date else text("date", stamp.verbatim)
            yield entry("dossier", name, stamp, stamp.span, [said], exact=[name])


def overview(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A row of the Overview, or a key of the front matter, is known by its name."""
    for one in dossier.overview:
        said = words(one.value)
        yield entry(
            "overview", one.label, one, one.span,
            [text("label", one.label, TEXT), text("value", one.value, TEXT)],
            exact=((one.header, one.id, words(one.label)),),
            keys=[("id", one.id or words(one.label)), ("value", said)],
            traits=(
                Trait(one_of(one.id), 3.5, -1),
                Trait(one_of(words(one.label)), 3),
                Trait(frozenset([one.header]), 0.5, -2),
            ),
            words=frozenset(said), weight=3, least=3,
        )  # fmt: skip


def debates(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A debate is known by its question and by its answers."""
    for debate in dossier.debates:
        answers = [position.label or position.text for position in debate.positions]
        yield entry(
            "debates", debate.question, debate, Span(debate.span.first, debate.span.first),
            [text("question", debate.question, TEXT)],
            exact=((words(debate.question), word_set(*answers)), (words(debate.question),)),
            keys=[("word", word) for word in words(debate.question, *answers) if len(word) > 3],
            traits=(Trait(one_of(words(debate.question)), 2),),
            words=word_set(debate.question, *answers), weight=4, least=2,
        )  # fmt: skip


def positions(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A position is known by its label, its holders and its text, within any question."""
    for debate in dossier.debates:
        for one in debate.positions:
            said, label = words(one.text), words(one.label)
            yield entry(
                "debates", f"{debate.question}: {one.label or one.text}", one, one.span,
                (
                    text("label", one.label, TEXT),
                    texts("held by", one.holders),
                    cited(one.sources, context),
                    text("wording", one.text, WORDING),
                ),
                exact=((words(debate.question), label, said), (label, said)),
                keys=[*(("word", word) for word in said if len(word) > 3), ("label", label)],
                traits=(
                    Trait(one_of(words(debate.question)), 1, -0.5),
                    Trait(one_of(label), 2, -1),
                    Trait(frozenset(map(words, one.holders)), 1.5, -0.5),
                ),
                words=frozenset(said), weight=3, least=2.5,
            )  # fmt: skip


def confidence(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """The overall level; it is one for a dossier."""
    one = dossier.confidence
    if one.span is not None:
        aspects = [Aspect("level", ((one.levels or words(one.verbatim), one.verbatim or ", ".join(one.levels)),))]
        yield entry("confidence", "overall", _overall(one), one.span, aspects, exact=["overall"])


def _overall(one: Confidence) -> Confidence:
    return Confidence(one.span, one.verbatim, one.levels)


def topics(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """What is said of one subject is known by the subject."""
    for one in dossier.confidence.topics:
        key = words(one.topic)
        yield entry(
            "confidence", one.topic, one, one.span,
            (
                text("topic", one.topic, TEXT),
                Aspect("level", ((one.levels or fold(one.verbatim), one.verbatim),) if one.verbatim else ()),
                text("note", one.note, WORDING),
            ),
            exact=(key,),
            keys=[("word", word) for word in words(one.topic, one.note) if len(word) > 3],
            traits=(Trait(one_of(key), 2), Trait(frozenset(key), 1)),
            words=word_set(one.topic, one.note), weight=3, least=2,
        )  # fmt: skip


def notes(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A remark is known by its words."""
    for one in dossier.confidence.notes:
        said = words(one.text)
        yield entry(
            "confidence", one.text, one, one.span,
            (titled("listed under", one.group, context), text("wording", one.text, WORDING)),
            exact=(said,),
            keys=[("word", word) for word in said if len(word) > 3],
            traits=(Trait(one_of(words(one.group)), 0.5),),
            words=frozenset(said), weight=3, least=1.5,
        )  # fmt: skip


def tags(dossier: Dossier, context: Context) -> Iterator[Entry]:
    for one in dossier.tags:
        yield entry("tags", one.name, one, one.span, [text("tag", one.name)], exact=(fold(one.name),))


TEXTS = (itself, overview, debates, positions, confidence, topics, notes, tags)
