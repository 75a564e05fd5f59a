"""The records of a dossier as entries, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regimekit.analysis.changes_entries import (
    STATEMENT,
    TEXT,
    WORDING,
    Aspect,
    Context,
    Entry,
    cited,
    date,
    edtf_of,
    entry,
    one_of,
    quantity,
    text,
    texts,
    titled,
    within,
    word_set,
    words,
)
from regimekit.analysis.changes_pairing import Trait
from regimekit.analysis.changes_terms import meaning_of_quantity
from regimekit.analysis.names import fold
from regimekit.model import Attribution, Dossier, Estimate, Event, Person, Relation, Role, Source, Statistic

_NOT_A_NAME = frozenset("al and et others the of in von van de".split())
# words that any two statements share
_PARTICLES = frozenset("a an and as at by for from in into is it its of on or the to was were which who with".split())
_URL = re.compile(r"^https?://(?:www\.)?|/+$")


def sources(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A source is known by its address and its title."""
    for one in dossier.sources:
        aspects = (
            text("title", one.title),
            Aspect("address", ((url_key(one.url), one.url),) if one.url else ()),
            text("publisher", one.publisher),
            Aspect("type", ((frozenset(one.types) or fold(one.kind), one.kind),) if one.kind else ()),
            _accessed(one),
            titled("listed under", one.group, context),
            Aspect("listed", ((one.listed, "in the list of sources" if one.listed else "in the text only"),)),
            text("wording", one.text, WORDING),
        )
        url, title = url_key(one.url), words(one.title)
        yield entry(
            "sources", one.title or one.url or one.key, one, one.span, aspects,
            exact=((url, title, one.footnote, one.listed),),
            keys=[("url", url), ("title", title), ("footnote", one.footnote), *_rare(title)],
            traits=(
                Trait(one_of(url), 4, -0.5),
                Trait(one_of(title), 1),
                Trait(one_of(one.footnote), 1.5),
                Trait(one_of(fold(one.publisher or "")), 0.5),
                Trait(one_of(one.listed, "known"), 0),
            ),
            words=frozenset(title), weight=3, least=3.5,
        )  # fmt: skip


def url_key(url: str | None) -> str:
    """An address without what leads to the same page: protocol, "www.", a slash at the end."""
    return _URL.sub("", url or "")


def _accessed(source: Source) -> Aspect:
    if source.accessed is not None:
        return date("accessed", source.accessed)
    return text("accessed", source.accessed_as_written)


def people(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A person is known by his names."""
    for one in dossier.people:
        aspects = (
            text("name", one.name),
            texts("other names", one.aliases),
            text("rank", one.honorific),
            Aspect("roles", tuple((_role_meaning(role), _role_text(role)) for role in one.roles)),
            date("born", one.born),
            date("died", one.died),
            text("fate", one.fate, TEXT),
            titled("listed under", one.group, context),
            Aspect("leader", ((True, "leader in the Overview"),) if one.leader else ()),
            cited(one.sources, context),
            text("wording", one.text, WORDING),
        )
        names = [words(one.name), *map(words, one.aliases)]
        single = [word for name in names for word in name]
        yield entry(
            "people", one.name, one, one.span, aspects,
            exact=((names[0], one.leader, one.group), (names[0], one.leader)),
            keys=[*names, *(("word", word) for word in single), ("text", words(one.text))],
            traits=(
                Trait(frozenset(names), 3),
                Trait(frozenset(single), 2, -2),
                Trait(one_of(edtf_of(one.born)), 1, -1),
                Trait(one_of(edtf_of(one.died)), 1, -1),
                Trait(frozenset(words(role.title) for role in one.roles), 1),
                Trait(frozenset([one.leader]), 0.5, -1),
            ),
            words=word_set(_without(one)), weight=3, least=3.5,
        )  # fmt: skip


def _without(person: Person) -> str:
    return person.text.replace(person.name, " ")


def _role_meaning(role: Role) -> tuple[object, ...]:
    return (words(role.title), edtf_of(role.term))


def _role_text(role: Role) -> str:
    return f"{role.title} ({role.term.verbatim})" if role.term else role.title


def events(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """An event is known by what happened, and by its date."""
    for one in dossier.events:
        title, when = words(one.title), edtf_of(one.date)
        aspects = [date("date", one.date), within(one.section, context), cited(one.sources, context)]
        if one.kind == "heading":  # what a heading says is its section's business
            aspects.append(text("wording", None, STATEMENT))
        else:
            aspects.append(text("wording", one.title, STATEMENT))
        yield entry(
            "events", event_name(one), one, one.span, aspects,
            exact=((title, when),),
            keys=[("date", when), ("title", title), *_rare(title)],
            traits=(
                Trait(one_of(when), 2.5 if one.date.precision == "day" else 2, 0),
                Trait(one_of(one.date.earliest and one.date.earliest.year), 0.5, 0),
                Trait(frozenset([one.section]), 0.5, -0.5),
                Trait(frozenset([one.kind]), 0.25, -0.25),
            ),
            words=frozenset(title) - _PARTICLES, weight=5, least=4.5,
        )  # fmt: skip


def event_name(event: Event) -> str:
    return f"{event.date.verbatim}: {event.title}" if event.title != event.date.verbatim else event.title


def estimates(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A figure is known by its author, its amount, what it counts, and its line."""
    for one in dossier.estimates:
        author, scope = one.attribution, one.scope
        aspects = (
            quantity("range", one.quantity),
            text("author", author.name if author else None),
            text("year", str(author.year) if author and author.year else None),
            text("kind of author", author.kind if author else None),
            text("measure", one.measure.replace("_", " ")),
            titled("what", scope.what, context),
            text("where", scope.where),
            date("when", scope.when),
            text("who", scope.who),
            titled("caption", one.caption, context),
            within(one.section, context),
            _part_of(dossier, one),
            cited(one.sources, context),
        )
        amount = meaning_of_quantity(one.quantity)
        what, caption = (context.title(title) if title else None for title in (scope.what, one.caption))
        by = _author_words(author)
        # an author is a trait of its own, and makes no two lines alike
        said = word_set(one.text.replace(one.quantity.verbatim, " ")) - set(by)
        yield entry(
            "estimates", scope.what or one.caption or one.section.replace("_", " "), one, one.span, aspects,
            exact=((amount, by, said, one.section),),
            keys=[("amount", amount), ("text", said), ("place", one.section, caption, what), *(("by", w) for w in by)],
            traits=(
                Trait(frozenset(by), 3, -3),
                Trait(one_of(amount), 3),
                Trait(one_of(author.year if author else None), 1, -1),
                Trait(one_of(what), 1.5, -1.5),
                Trait(one_of(caption), 0.5, -0.5),
                Trait(one_of(edtf_of(scope.when)), 0.5, -1),
                Trait(one_of(fold(scope.where or "")), 0.5, -1),
                Trait(one_of(fold(scope.who or "")), 0.5, -1),
                Trait(frozenset([one.section]), 0.5, -0.5),
                Trait(frozenset([one.measure]), 0.5, -1.5),
            ),
            words=said, weight=3, least=4,
        )  # fmt: skip


def _author_words(author: Attribution | None) -> tuple[str, ...]:
    if author is None:
        return ()
    return tuple(word for word in words(author.name) if word not in _NOT_A_NAME and len(word) > 1)


def _part_of(dossier: Dossier, one: Estimate) -> Aspect:
    """The figure of which this one is a part, by what it is and not by how high it is: it may itself have changed."""
    if one.part_of is None or not 0 <= one.part_of < len(dossier.estimates):
        return Aspect("part of", ())
    total = dossier.estimates[one.part_of]
    meaning = (total.section, total.measure, _author_words(total.attribution))
    return Aspect("part of", ((meaning, total.quantity.verbatim),))


def statistics(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A figure that counts no people harmed is known by its label."""
    for one in dossier.statistics:
        aspects = (
            text("label", one.label, TEXT),
            quantity("value", one.quantity),
            quantity("second value", one.after),
            within(one.section, context),
            cited(one.sources, context),
            text("wording", one.text, STATEMENT),
        )
        amount, label = meaning_of_quantity(one.quantity), words(one.label)
        said = word_set(_without_amounts(one))
        yield entry(
            "statistics", f"{one.label}: {one.quantity.verbatim}", one, one.span, aspects,
            exact=((label, amount, one.section), (label, said, one.section)),
            keys=[("label", label), ("amount", amount), ("text", said)],
            traits=(
                Trait(one_of(label), 1.5),
                Trait(one_of(amount), 2, -0.5),
                Trait(frozenset([one.quantity.unit]), 0.5, -1),
                Trait(frozenset([one.section]), 0.5, -0.5),
            ),
            words=said, weight=3, least=3.5,
        )  # fmt: skip


def _without_amounts(one: Statistic) -> str:
    said = one.text.replace(one.quantity.verbatim, " ")
    return said.replace(one.after.verbatim, " ") if one.after else said


def relations(dossier: Dossier, context: Context) -> Iterator[Entry]:
    """A relation is known by the regime that it names."""
    for one in dossier.relations:
        target = _target(one)
        aspects = (
            text("regime", target),
            Aspect("linked", (("", "linked"),) if one.target else (("", "not linked"),)),
            Aspect("types", tuple((fold(type), type) for type in one.types)),
            text("part meant", one.fragment),
            text("shown as", one.display if one.target else None, TEXT),
            titled("listed under", one.group, context),
            text("note", one.note, WORDING),
        )
        key = words(target)
        yield entry(
            "relations", target, one, one.span, aspects,
            exact=((key, one.stated, one.types, words(one.note)), (key, one.stated, words(one.group))),
            keys=[("target", key), ("note", words(one.note)), *(("word", word) for word in key)],
            traits=(
                Trait(one_of(key), 3, -1),
                Trait(one_of(fold(one.display or "")), 1),
                Trait(frozenset(map(fold, one.types)), 0.5),
                Trait(frozenset([one.stated]), 0.5, -1),
            ),
            words=word_set(one.note), weight=3, least=2.5,
        )  # fmt: skip


def _target(relation: Relation) -> str:
    return relation.target or relation.display or ""


def _rare(title: tuple[str, ...]) -> list[tuple[str, str]]:
    """A key for each word of a title that is no mere particle."""
    return [("word", word) for word in title if len(word) > 3]


RECORDS = (people, events, estimates, statistics, relations)
