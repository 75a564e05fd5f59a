"""Which dossier a user means by a few letters of its slug or of its leader's name."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

# letters that Unicode does not take apart into a letter and a mark
_WHOLE_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_BREAKS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Letters and digits without case and accents, one space for whatever stands between them."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_WHOLE_LETTERS)
    return _BREAKS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def stem(path: str) -> str:
    """The path of a dossier without its ending: "interwar/north-vale.md" is "interwar/north-vale"."""
    folder, slash, name = path.rpartition("/")
    return folder + slash + (name.rpartition(".")[0] or name)


def slug_of(path: str) -> str:
    """The name of the file without folder and ending."""
    return stem(path).rpartition("/")[2]


def paths_named(wanted: str, paths: Iterable[str]) -> tuple[str, ...]:
    """The paths whose slug a user can mean; one that is meant exactly rules out the others."""
    known = tuple(paths)
    exact = [path for path in known if wanted in (path, stem(path))]
    exact = exact or [path for path in known if wanted == slug_of(path)]
    if exact:
        return tuple(exact)
    folder, _, part = wanted.rpartition("/")
    within = [path for path in known if f"/{path.rpartition('/')[0]}".endswith(folder and f"/{folder}")]
    return _named(stem(part), {path: (slug_of(path),) for path in within})


def leaders_named(wanted: str, leaders: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The paths of the dossiers one of whose leaders a user can mean."""
    return _named(wanted, leaders)


def _named(wanted: str, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Keys with a name that is what is wanted; where there is none, holds it as whole words; else holds it at all."""
    sought = fold(wanted)
    if not sought:
        return ()
    folded = {key: [fold(name) for name in several] for key, several in names.items()}
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == sought,
        lambda name: f" {sought} " in f" {name} ",
        lambda name: sought in name,
    )
    for test in tests:
        found = tuple(key for key, several in folded.items() if any(map(test, several)))
        if found:
            return found
    return ()


def short_names(paths: Iterable[str]) -> dict[str, str]:
    """For each path the shortest name that means it alone: its slug, or the path where two files share the slug."""
    known = tuple(paths)
    slugs = [slug_of(path) for path in known]
    counts = Counter(slugs)
    return {path: slug if counts[slug] == 1 else stem(path) for path, slug in zip(known, slugs, strict=True)}


def similar(wanted: str, names: Iterable[str], most: int = 5) -> tuple[str, ...]:
    """The names that look like a misspelling of what is wanted, the most alike first."""
    import difflib  # wanted only where a name is unknown

    sought = fold(wanted)
    alike: dict[str, float] = {}
    for name in names:
        words = [fold(name), *fold(name).split()]
        alike[name] = max(difflib.SequenceMatcher(None, sought, word).ratio() for word in words)
    best = sorted(alike, key=lambda name: (-alike[name], name))
    return tuple(name for name in best[:most] if alike[name] >= 0.6)
