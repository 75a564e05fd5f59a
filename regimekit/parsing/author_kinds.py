"""Of which kind an author is by name: a ministry, a court, an organisation, a newspaper, a work of reference."""

from __future__ import annotations

import re
from functools import lru_cache

from regimekit.model.estimate import AttributionKind

# The first kind whose words occur is the kind. The first list of each holds words that make a name an author's
# wherever they stand; the second, words that do so only in a column of sources ("Army", "Church").
_KINDS: tuple[tuple[AttributionKind, str, str], ...] = (
    # a commission is a court's neighbour, but for those whose names tell another kind
    ("ngo", r"commission of jurists|(?:asian|islamic|arab) human rights commission", r"\Z\A"),
    (
        "international",
        r"commission on missing persons|european commission|commission on human rights|un (?:economic )?commission",
        r"\Z\A",
    ),
    (
        "official",
        r"(?:government|ministry|ministers?|presidency|secretary) of|(?:relief|rehabilitation|planning"
        r"|statistic(?:s|al)|census|electoral|elections?|control|disciplinary|military"
        r"|central) commission",
        r"\Z\A",
    ),
    (
        "tribunal",
        r"commission|tribunal|inquiry|icty|ictr|eccc|icc|conadep|cvr|cavr|(?:supreme|criminal|high|appeals?"
        r"|regional) court|court of",
        r"court|prosecutors?|verdict|chambers|indictment|judgement|judgment|truth",
    ),
    (
        "ngo",
        r"amnesty international|human rights (?:groups?|organi[sz]ations?|watch|solidarity|monitors?)|hrw"
        r"|red (?:cross|crescent)|icrc|ngos?"
        r"|m[eé]decins sans fronti[eè]res|msf|freedom house|save the children"
        r"|crisis group|oxfam|observatory|memorial society|foundation|survivors? (?:groups?|organi[sz]ations?)"
        r"|rights groups?|acled",
        r"amnesty|human rights|watch|organi[sz]ations?|associations?|societ(?:y|ies)|activists?|church(?:es)?"
        r"|vicariate|diocese"
        r"|opposition|exiles?|rebels?"
        r"|international|ushmm|museum|monitor|memorial",
    ),
    ("reference", r"encyclop\w+|britannica|wikipedia", r"handbook|dictionary|almanac|yearbook|atlas"),
    (
        "press",
        r"reuters|bbc|cnn|new york times|the times|guardian|washington post|afp|associated press|der spiegel"
        r"|le monde|le figaro|lib[eé]ration|el pa[ií]s|la naci[oó]n|clar[ií]n|la repubblica|corriere della sera"
        r"|il fatto quotidiano"
        r"|s[uü]ddeutsche|frankfurter|die zeit|tagesschau|deutsche welle|pravda|izvestia|tass|xinhua|haaretz"
        r"|al[- ]ahram|kompas"
        r"|al jazeera|agence|upi|dpa|the independent|wall street journal|daily \w+|evening \w+"
        r"|the economist|newspapers?|press reports?|media reports?|journalists?",
        r"press|times?|media|news|newsweek|magazine|radio|tribune|telegraph|prensa|post",
    ),
    (
        "official",
        r"(?:national|state|federal|general|central) (?:\w+ )?(?:statistic(?:s|al) (?:institute|office|service"
        r"|bureau|agency)|institute of"
        r" statistics|statistics institute)|statistical office|inspectorate",
        r"directorate|gendarmerie|general staff|admiral|colonel|marshal|brigadier|lieutenant",
    ),
    (
        "scholar",
        r"historians?|historiography|scholars?|scholarly|scholarship|academics?|researchers?|(?:recent"
        r"|demographic|academic|most|some|western)"
        r" (?:studies|research)|universit\w+|institute|demographers?|professor|political scientists?|experts?"
        r"|genocide studies"
        r"|black book|et al\.?|criminologist|sociologists?",
        r"study|studies|research|analysis|analyses|consensus|literature|project|center|centre|journal"
        r"|yale|harvard|oxford|cambridge|demographic",
    ),
    (
        "international",
        r"united nations|un|unhcr|unicef|ocha|ohchr|undp|wfp|iom|ilo|european union|eu|oas|osce|african union"
        r"|world health organi[sz]ation"
        r"|league of nations|world bank|cia|state department",
        r"embass(?:y|ies)|consulate|pentagon|foreign (?:office|ministry|governments?|diplomats?)|diplomats?",
    ),
    (
        "official",
        r"official (?:figures?|records?|counts?|data|statistics|estimates?|reports?|toll|sources?|soviet|police"
        r"|army)|government"
        r" (?:figures?|estimates?|reports?|data|count|sources?|records|statistics|admission)|ministry|census"
        r"|archives?|ccp|cpsu|nkvd (?:records|figures)|kgb (?:records|figures)|authorities|officially|official",
        r"government|officials|regime|state|police|army|military|intelligence|records|kgb|nkvd|mvd|admission"
        r"|party|parliament\w*|congress"
        r"|department|secretary|president|minister|junta|agency|declassified|archival",
    ),
)
_NAMED = [(kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for kind, words, _ in _KINDS]
_TOLD = [(kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for kind, _, words in _KINDS]


@lru_cache(maxsize=4096)
def kind_of(name: str, *, in_column: bool) -> AttributionKind | None:
    """The kind that a name tells by itself, None where it may be anybody's.

    ``in_column`` says that it stands where authors do, so that "Army" and "Church" are such names too.
    """
    low = name.replace("WHO", "World Health Organization").lower()  # "who" is a word of any sentence
    for table in (_NAMED, _TOLD) if in_column else (_NAMED,):
        for kind, words in table:
            if words.search(low):
                return kind
    return None
