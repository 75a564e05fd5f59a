"""The words of which English date phrases are made, and those that make a number no date."""

from __future__ import annotations

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, 1)
}
MONTH_NUMBERS["sept"] = 9

# EDTF numbers for the seasons; they say nothing about the hemisphere
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

OPEN_ENDS = ("present", "today", "now", "ongoing", "onward", "onwards", "current", "date")

RELATIONS = {
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "since": "since",
    "ever since": "since",
    "from": "since",
    "until": "until",
    "till": "until",
    "up to": "until",
    "before": "before",
    "prior to": "before",
    "pre": "before",
    "after": "after",
    "post": "after",
}

APPROXIMATE = ("circa", "ca", "c", "around", "about", "approximately", "approx", "roughly")
UNCERTAIN = ("perhaps", "probably", "possibly", "presumably", "likely")

# part of a period → where it begins and ends, in twelfths
PARTS = {
    "early": (0, 4),
    "mid": (4, 8),
    "late": (8, 12),
    "beginning of": (0, 4),
    "start of": (0, 4),
    "middle of": (4, 8),
    "end of": (8, 12),
    "close of": (8, 12),
    "early to mid": (0, 8),
    "mid to late": (4, 12),
    "first half of": (0, 6),
    "second half of": (6, 12),
    "first quarter of": (0, 3),
    "second quarter of": (3, 6),
    "third quarter of": (6, 9),
    "fourth quarter of": (9, 12),
    "last quarter of": (9, 12),
    "first third of": (0, 4),
    "last third of": (8, 12),
    "q1": (0, 3),
    "q2": (3, 6),
    "q3": (6, 9),
    "q4": (9, 12),
}

# centuries in words
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        1,
    )
}

# what a bare number counts when one of these follows it: "1900 prisoners", "1500 km"
COUNTED = frozenset(
    """
    people persons individuals men women children civilians citizens residents inhabitants villagers workers peasants
    farmers miners labourers laborers families households students teachers pupils priests monks nuns clergy
    intellectuals journalists lawyers doctors officers officials soldiers troops fighters rebels guerrillas militants
    policemen police guards agents informers informants employees members delegates deputies candidates voters
    supporters activists demonstrators protesters protestors participants opponents dissidents settlers colonists
    prisoners inmates detainees internees captives hostages convicts defendants suspects deportees refugees exiles
    evacuees returnees survivors orphans victims casualties deaths dead fatalities bodies corpses graves killed wounded
    injured missing murdered executed arrested imprisoned detained interned deported displaced disappeared tortured
    kulaks advisers advisors personnel volunteers recruits conscripts
    km kilometres kilometers metres meters miles feet yards inches m cm mm hectares acres square cubic sq
    kg kilograms kilogrammes tons tonnes t pounds barrels litres liters gallons calories kcal mw kw
    hours hrs hr minutes seconds days weeks months years gmt utc
    dollars rubles roubles marks francs lira lire pesos euros sterling yen dinars rupees shillings
    percent per cent points votes seats copies pages volumes titles documents files cases complaints cells beds
    houses homes buildings villages towns settlements schools churches mosques synagogues temples monasteries factories
    camps prisons bunkers tanks aircraft planes vehicles ships guns rifles weapons bombs shells cattle horses sheep
    times items objects shares stores shops companies organisations organizations
    """.split()
)
# words that cannot stand between a count and what is counted: "in 1991 the prisoners", "1943 when officers"
NO_ADJECTIVES = frozenset(
    """
    a an the this that these those his her its their our my and or but nor as at by for from in into of on onto over
    to under until up with within without when while where who whom whose which after before during since because
    if then than there they he she it we i was were is are be been being had has have did does do would could should
    may might must will shall not no some several many most all both each every more fewer few hundreds thousands
    millions dozens scores about around nearly almost only saw between against through
    """.split()
)
# in front of a bare number, they make it a count: "more than 2000"
COUNTING = frozenset(
    """
    over exceeding least most nearly almost some exactly totalling totaling numbering another additional minimum maximum
    per every estimated
    """.split()
)
# "the debate over 2023" is about a year
DISPUTED = frozenset("debate dispute controversy conflict concern concerns protests outrage talks negotiations".split())
COMPARING = frozenset("more fewer less greater higher lower larger smaller".split())
SUMMING = frozenset("total number average maximum minimum record sum".split())

# in front of a number, they make it a name: "Decree 1951", "pp. 1045"
NUMBERED = frozenset(
    """
    resolution resolutions decree decrees article articles art order orders no nos nr number numbers office room
    directive directives instruction circular regulation ordinance paragraph section sections chapter clause annex
    p pp page pages vol volume issue isbn issn doi id figure table footnote note line lines
    unit battalion regiment brigade division squadron company detachment flight convoy train bus tank
    case file folder document protocol dossier record item serial lot
    bureau block barrack barracks cell ward camp building house street road route highway km kilometre kilometer
    mile model type version agenda vision area channel radio phone tel box plot hill point operation aktion
    """.split()
)
# behind a day or month without a year, they make it part of a name: "26 July Movement"
NAMED_AFTER = frozenset(
    """
    regime movement party group brigade front organization organisation committee street square avenue road bridge
    airport university stadium camp prison park plaza society association club league attacks plot conspiracy
    """.split()
)
# a month behind one of these is meant as a month, a number as a year
TEMPORAL = frozenset(
    """
    in by since until during from of throughout through before after between to and or late early mid on
    """.split()
)
# behind a month, an event of that month: "October Revolution"
EVENTS = frozenset(
    """
    revolution coup putsch uprising revolt rebellion mutiny massacre massacres crisis war offensive invasion protests
    riots strikes demonstrations election elections plebiscite referendum agreement accord accords plenum congress
    conference events days purge trial trials attack attacks bombings
    """.split()
)
