"""Whether a sentence names a person: in full, by another name, or by the family name alone."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from regimekit.analysis.figures import figures
from regimekit.analysis.names import fold
from regimekit.model import Dossier, Event

_SHORTEST_SHORT_NAME = 3  # letters
_SUFFIXES = {"jr", "sr", "junior", "senior", "ii", "iii", "iv"}

Words = tuple[str, ...]


class Naming(msgspec.Struct, frozen=True):
    """How a person may be named.

    ``meant`` are the listed people that the wanted name can mean; none of them
    means that it is looked for as text. ``shared`` are other listed people who
    bear the same short name. ``full`` are names of several words, ``short``
    family names that stand last, ``bynames`` other names of one word, all
    folded; ``others`` are names of other people, which are no mention of this
    one.
    """

    wanted: str
    meant: tuple[str, ...]
    shared: tuple[str, ...]
    full: frozenset[Words]
    short: frozenset[str] = frozenset()
    bynames: frozenset[str] = frozenset()
    others: frozenset[Words] = frozenset()

    def names(self, event: Event) -> bool:
        """Whether a statement names the person, or stands under their name in a list of people."""
        texts = [event.title, *(event.headings[1:] if event.section == "key_figures" else ())]
        return any(map(self.named_in, texts))

    def named_in(self, text: str) -> bool:
        """Whether the text holds one of the names as whole words.

        A name of one word counts only with a capital letter ("Price", not
        "price"), a byname moreover not before another such word ("Red" and
        "Kang", but not in "Red Army" and "Kang Sheng").
        """
        words = _words(text)
        folded = [fold(word) for word in words]
        if not self.meant:
            return any(_at(folded, form) for form in self.full)
        for form in self.others:
            for place in _at(folded, form):
                folded[place : place + len(form)] = [""] * len(form)
        if any(_at(folded, form) for form in self.full):
            return True
        for place, word in enumerate(folded):
            if word in self.short and not words[place][0].islower():
                return True
            if word in self.bynames and not words[place][0].islower() and not _is_led_on(words, place):
                return True
        return False


def naming(wanted: str, dossiers: Iterable[Dossier]) -> Naming:
    """Whom a name means among the people that these dossiers list: whose name it is, or else who has it in theirs."""
    several = tuple(dossiers)
    sought = tuple(fold(wanted).split())
    known = _people(several)
    exact = [name for name, forms in known.items() if sought in forms]
    meant = exact or [name for name, forms in known.items() if any(_at(form, sought) for form in forms)]
    if not meant or not sought:
        return Naming(wanted, (), (), frozenset([sought] if sought else []))
    forms = {form for name in meant for form in known[name]} | {sought}
    shorts = _short_names(meant, known, several)
    if len(sought) == 1 and not exact:
        shorts = {sought[0]}
    family = {word for word in shorts if any(form[-1] == word for form in forms if len(form) > 1)}
    others = {name: forms for name, forms in known.items() if name not in meant}
    return Naming(
        wanted,
        tuple(meant),
        tuple(name for name, theirs in others.items() if any(shorts & set(form) for form in theirs if len(form) > 1)),
        frozenset(form for form in forms if len(form) > 1),
        frozenset(family),
        frozenset({form[0] for form in forms if len(form) == 1} | shorts) - family,
        frozenset(form for theirs in others.values() for form in theirs if len(form) > 1) - frozenset(forms),
    )


def _people(dossiers: Sequence[Dossier]) -> dict[str, set[Words]]:
    """The folded names of each person, by the name under which the first dossier lists them.

    Two entries are one person where the names are the same, or one only adds
    to at least two words of the other.
    """
    known: dict[str, set[Words]] = {}
    by_words: dict[Words, str] = {}
    by_last: defaultdict[str, list[Words]] = defaultdict(list)
    for figure in (figure for dossier in dossiers for figure in figures(dossier)):
        words = tuple(fold(figure.name).split())
        if not words:
            continue
        name = by_words.get(words) or next(
            (by_words[other] for word in set(words) for other in by_last[word] if _same(words, other)), figure.name
        )
        if words not in by_words:
            by_words[words] = name
            for word in set(words):
                by_last[word].append(words)
        known.setdefault(name, set()).update(
            form for form in (words, *(tuple(fold(alias).split()) for alias in figure.aliases)) if form
        )
    return known


def _same(one: Words, other: Words) -> bool:
    short, long = sorted((set(one), set(other)), key=len)
    return len(short) >= 2 and short <= long


def _short_names(meant: Sequence[str], known: dict[str, set[Words]], dossiers: Sequence[Dossier]) -> set[str]:
    """The word by which each of these people goes when not named in full.

    The last word of the name, or the first where the statements use that one
    alone more often: family names stand first in some languages ("Mao Zedong").
    """
    alone: Counter[str] = Counter()
    full = [form for forms in known.values() for form in forms if len(form) > 1]
    ends = {word for name in meant for word in fold(name).split()}
    for dossier in dossiers:
        for event in dossier.events:
            words = _words(event.title)
            folded = [fold(word) for word in words]
            if ends.isdisjoint(folded):
                continue
            for form in full:
                for place in _at(folded, form):
                    folded[place : place + len(form)] = [""] * len(form)
            alone.update(word for place, word in enumerate(folded) if word in ends and not _is_led_on(words, place))
    shorts: set[str] = set()
    for name in meant:
        words = [word for word in fold(name).split() if word not in _SUFFIXES]
        words = [word for word in (words[-1:] + words[:1]) if len(word) >= _SHORTEST_SHORT_NAME]
        if words:
            shorts.add(max(words, key=lambda word: alone[word]))  # of equals the first, which is the last of the name
    return shorts


def _is_led_on(words: Sequence[str], place: int) -> bool:
    """Whether a word with a capital letter follows."""
    return any(word[0].isupper() for word in words[place + 1 : place + 2])


def _words(text: str) -> list[str]:
    """The words of a text, their capital letters kept, without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in plain).split()


def _at(words: Sequence[str], form: Sequence[str]) -> list[int]:
    """The places at which a run of words stands in others."""
    length = len(form)
    return [
        place
        for place in range(len(words) - length + 1)
        if length and words[place] == form[0] and list(words[place : place + length]) == list(form)
    ]
