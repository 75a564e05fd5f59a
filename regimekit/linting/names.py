"""The names by which an attribution could be found in the sources."""

from regimekit.analysis.namesakes import name_words

# words of attributions that name nobody in particular
_ANYBODY = frozenset(
    """recent most many some several various scholar scholars scholarly scholarship historian historians
    academic academics consensus range official officials record records government governments study
    studies estimate estimates estimated report reports reported statement survivor survivors resident
    residents witness witnesses human rights organization organizations organisation organisations group
    groups source sources media press research researcher researchers demographic detailed commission
    committee court tribunal state national international archives archival statistics data encyclopedia
    literature author authors experts internal general independent total low high upper lower prof professor
    dr encyclopedias entry named without encyclopaedia encyclopaedias figure figures quoted used summarized states truth
    reconciliation summary criminologist journalist economist demographer et al others university institute
    center centre journal program programme project foundation association united nations un""".split()
)


def proper_names(name: str) -> tuple[str, ...]:
    """The words of an attribution by which it could be found: "Famine scholar Alex de Waal" is alex, waal."""
    words = name_words(name.partition(",")[0])
    return tuple(sorted(word for word in words if word not in _ANYBODY and not word.isdigit()))


def initials(name: str) -> str:
    """The initials under which an organisation is known: "hrw" for Human Rights Watch."""
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())
    return letters.casefold() if len(letters) > 2 else ""
