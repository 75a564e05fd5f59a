"""What a number counts: the noun that follows it, and whether that noun stands for people."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import msgspec

from regimekit.parsing.harm_words import HARM_WORDS

CountedKind = Literal["people", "harm", "group", "thing", "unknown", "none"]

_PEOPLE = frozenset(
    """
    people persons person individuals individual men man women woman children child boys boy girls girl babies
    baby infants infant youths youth youngsters teenagers teenager adolescents minors minor adults adult males
    females elderly civilians civilian noncombatants non-combatants citizens citizen nationals national
    residents resident inhabitants inhabitant villagers villager townspeople townsfolk locals natives settlers
    settler colonists peasants peasant farmers farmer farmhands kulaks kulak serfs landlords landlord landowners
    landowner nomads herders herdsmen fishermen workers worker laborers labourers laborer labourer miners miner
    employees employee staff staffers servants servant soldiers soldier troops conscripts conscript recruits
    recruit fighters fighter combatants combatant guerrillas guerrilla guerillas rebels rebel insurgents
    insurgent militants militant partisans partisan paramilitaries militiamen militias sailors sailor airmen
    pilots pilot marines paratroopers commandos commando gendarmes gendarme officers officer generals general
    colonels colonel majors captains captain lieutenants lieutenant marshals cadets cadet servicemen veterans
    veteran personnel policemen policeman police guards guard agents agent informants informers spies spy
    mercenaries advisors advisers peacekeepers peacekeeper crewmen crew priests priest monks monk nuns nun
    bishops bishop clergy clergymen clerics cleric imams imam rabbis rabbi lamas lama pastors pastor mullahs
    missionaries missionary seminarians believers worshippers worshipers faithful pilgrims students student
    pupils pupil teachers teacher professors professor academics academic intellectuals intellectual scholars
    scholar scientists scientist writers writer poets poet artists artist musicians journalists journalist
    reporters editors doctors doctor physicians nurses nurse lawyers lawyer attorneys judges judge prosecutors
    engineers engineer specialists technicians professionals merchants traders businessmen businesspeople
    entrepreneurs shopkeepers politicians politician leaders leader heads members member activists activist
    dissidents dissident opponents opponent oppositionists protesters protester protestors protestor
    demonstrators demonstrator marchers strikers strikebreakers unionists unionist trade-unionists organizers
    supporters supporter sympathizers sympathisers followers adherents communists communist socialists socialist
    anarchists fascists nationalists separatists royalists monarchists loyalists leftists leftist islamists
    democrats liberals trotskyists trotskyites bolsheviks mensheviks nazis officials official ministers minister
    deputies deputy senators senator congressmen parliamentarians mps mp governors governor mayors mayor
    commissars cadres cadre functionaries bureaucrats diplomats diplomat ambassadors councillors councilors
    delegates delegate candidates candidate secretaries secretary chiefs chief chieftains elders nobles
    aristocrats princes princesses kings relatives relative mothers mother fathers father parents parent sons
    son daughters daughter wives wife husbands husband brothers brother sisters sister siblings grandmothers
    grandchildren grandchild spouses dependents dependants foreigners foreigner migrants migrant immigrants
    emigrants minorities homosexuals gays lesbians transgender albinos prostitutes bystanders passengers
    spectators suspects suspect criminals criminal traitors traitor deserters deserter saboteurs perpetrators
    collaborators plotters conspirators bandits thieves looters dissenters defectors participants attendees
    witnesses associates colleagues comrades aides bodyguards souls patients intelligentsia bourgeois
    proletarians castes tribesmen tribespeople warriors jews muslims christians catholics protestants buddhists
    hindus sikhs gypsies roma sinti romani aborigines kurds tutsis hutus tutsi hutu tatars poles czechs slovaks
    serbs croats bosniaks turks greeks finns swedes danes germans russians ukrainians armenians chechens
    georgians azeris kazakhs uzbeks arabs israelis palestinians iraqis iranians afghans pakistanis indians
    bengalis tamils chinese japanese koreans vietnamese khmers cham laotians thais burmese rohingya indonesians
    timorese filipinos americans cubans haitians chileans mexicans britons british french italians spaniards
    portuguese dutch belgians hungarians romanians bulgarians albanians kosovars macedonians yugoslavs africans
    subversives undesirables undesirable subversive kids kid toddlers newborns schoolchildren schoolboys
    schoolgirls schoolboy schoolgirl teens tots lads folk folks kin kinsmen kinfolk kinsfolk cousins cousin uncles
    aunts nephews nieces in-laws brides fiancées pensioners retirees novices friars vicars curates sheikhs sheiks
    khans emirs emir pashas dervishes shamans shaman deacons archbishops archbishop cardinals popes abbots abbot
    abbess catechists parishioners laypeople laity magistrates magistrate jurists notaries clerks clerk typists
    schoolmasters schoolmistresses headmasters railwaymen navvies coolies tenants sharecroppers squatters squatter
    beggars vagrants tramps bedouin crofters smallholders cottagers headmen headman constables sergeants sergeant
    corporals corporal privates brigadiers admirals admiral commodores legionnaires janissaries cossacks dragoons
    infantrymen reservists gunners sappers scouts snipers assassins rapists thugs goons hooligans vandals
    smugglers poachers addicts lepers lunatics apprentices trainees alumni dignitaries grandees magnates bankers
    bloggers printers athletes footballers singers notables notable nationals heretics apostates freemasons masons
    witches pagans gentiles untouchables brahmins expatriates expats aliens stowaways asylees passers-by
    onlookers bride widow orphan subjects commoners burghers pastoralists fishers hunters highlanders islanders
    lowlanders southerners northerners easterners westerners tribals indigenes aboriginals natives mestizos
    creoles maroons yeomen wardens warden jailers gaolers turnkeys porters drivers carters boatmen ferrymen
    stevedores dockers weavers tailors cobblers bakers butchers barbers midwives cooks maids chauffeurs
    gardeners guests tourists travellers travelers voters signatories petitioners plaintiffs whistleblowers
    reservist crewmembers airwomen servicewomen policewomen
    europeans asians ethiopians eritreans somalis sudanese ugandans rwandans congolese
    """.split()
)
"""Nouns for people, in the forms that stand after a number."""

_THINGS = frozenset(
    """
    percent percentage points point times years year months month weeks week days day hours hour minutes minute
    seconds second yrs yr mos mths wks hrs hr mins min head decades decade centuries century generations nights
    mornings km kms kilometers kilometres
    kilometer kilometre miles mile meters metres meter metre feet foot inches yards acres acre hectares hectare
    square sq sq. km² m² km2 m2 cubic tons ton tonnes tonne kilotons megatons kg kilograms kilogrammes grams
    grammes pounds ounces barrels liters litres gallons calories kcal megawatts mw gw kwh watts degrees knots
    carats bushels poods quintals bales dollars dollar usd eur euros euro francs marks reichsmarks pesos rubles
    roubles lira liras lire yuan yen won dinars rupees shillings riyals rials cedis naira birr bolivares soles
    drachmas pesetas cents gold cash households household families family homes home houses house apartments
    dwellings huts hamlets hamlet homesteads farmsteads buildings building villages village towns town cities
    city municipalities districts district
    provinces province regions region states state countries country nations nation territories governments
    government communities settlements settlement communes commune cooperatives collectives farms farm estates
    plots factories factory plants plant mines mine enterprises firms companies company corporations businesses
    business shops shop stores markets banks bank schools school universities university colleges hospitals
    hospital clinics churches church mosques mosque synagogues synagogue temples temple monasteries monastery
    shrines cemeteries parishes monuments statues museums camps camp prisons prison jails centers centres center
    centre facilities facility sites site outlets outlet ngos cells cell ghettos barracks bases base posts
    stations station bunkers bunker offices office headquarters courts court tribunals graves grave pits cases
    case complaints complaint incidents incident events event attacks attack raids raid bombings bombing strikes
    strike battles battle operations operation campaigns campaign sorties flights coups coup uprisings revolts
    protests demonstrations riots clashes elections election referendums trials trial hearings sessions session
    verdicts convictions charges counts count indictments warrants warrant sentences sentence lashes blows shots
    laws law decrees decree articles article amendments orders resolutions resolution treaties agreements
    agreement pages page documents document files file records reports report books book titles copies volumes
    newspapers newspaper magazines journals films letters testimonies interviews photographs speeches posters
    parties party organizations organisations organization organisation groups group movements unions union
    associations institutions institution agencies ministries ministry departments committees committee councils
    commissions networks factions votes vote seats seat positions position jobs ballots mandates portfolios
    constituencies divisions division brigades brigade battalions battalion regiments regiment corps armies army
    units unit platoons squads squad tanks tank aircraft planes plane jets helicopters helicopter ships ship
    vessels boats boat submarines trucks vehicles vehicle cars car trains buses guns rifles weapons weapon
    missiles missile bombs bomb rockets grenades landmines landmine shells rounds bullets mortars horses horse
    cattle cows cow sheep goats goat pigs pig camels poultry chickens livestock animals animal trees dogs types
    kinds stages stage phases phase steps levels level categories category criteria factors reasons ways zones
    zone sectors sector lines branches layers areas area roads railways bridges dams projects project programs
    programmes items questions issues dimensions variables indicators dispatches images contracts shares stocks
    accounts loans transactions properties goals games matches medals stars channels languages religions tribes
    clans castes dynasties ethnicities nationalities demands conditions principles pillars theses chapters parts
    sections measures rules
    """.split()
)
"""Units, and nouns that stand for no people; households and families count no people either."""

# Nouns for people are made with these endings (farmers, dissidents, Marxists); those of the second list are not.
_PERSON_ENDING = re.compile(
    r"(?:[^e]ers|tors|[sn]ors|ists|ants|[^m]ents|eers|ians|[^i]ees|crats|goers|ites|smiths|men|women|folk|people|[^t]boys|girls|wives|children|kinder)$"
)
_THING_ENDING = re.compile(
    r"(?:cent|pap|numb|ord|chapt|quart|tow|riv|wat|lett|pow|matt|bord|lay|met|corn|bunk|tank|bann|dinn|trail|post|comput"
    r"|disast|regist|clust|boost|encount|count|barri|off|carri|mort|tim|shelt|frontie|care)ers$"
    r"|(?:fac|sec|trac|reac|vec|mo|mirr|indica)tors$|(?:plants|grants|variants|restaurants|remnants|covenants|elephants"
    r"|events|accents|cents|continents|precedents|accidents|incidents|contents|patents|rents|currents|talents"
    r"|lists|committees|fees|trees|degrees|guarantees|sites|suites|elites|rites|specimen|meteorites|websites|invites)$"
)

_WORD = re.compile(r"[ \n\u00a0]+[\"“'‘]?([^\W\d_](?:[\w’']|[-.](?=\w))*)")
_NEXT = re.compile(r"/([^\W\d_](?:[\w’']|[-.](?=\w))*)")

# Words that end the noun phrase behind a number.
_STOPS = frozenset(
    """
    in at on by with from to for during between since until before after against under over into onto through
    across within without per as than near around along among amid despite toward towards throughout via upon
    behind beyond were was are is be been being had has have will would could should may might can must did do
    does not who whom whose which that when where while because although though if but so then the a an his her
    its their our this these those it they he she we figures estimates totals numbers
    reflects remains includes represents suggests comes covers refers excludes makes shows varies ranges
    depends lost took fell rose became came went made gave remained left alone each apart ago later earlier
    worldwide nationwide voted held joined seized stormed entered attacked served attended participated received
    worked lived signed vs versus
    spent passed built fought sat stood saw ran won paid bought taught wore wrote ate got knew grew broke spoke chose
    kept met rode sang slept thought understood swore began became swam escaped crossed slipped trekked got
    """.split()
)


class Counted(msgspec.Struct, frozen=True, gc=False):
    """The noun phrase behind a number: its head, its extent (offsets), and for what it stands.

    ``kind`` is "people", "harm" (the head or participle is a word of harm), "group"
    (a capitalised name that may be a people), "thing", "unknown", or "none" where no
    noun follows.
    """

    kind: CountedKind
    noun: str = ""
    start: int = -1
    end: int = -1


NOTHING = Counted("none")


@lru_cache(maxsize=16384)
def noun_kind(word: str) -> CountedKind:
    """What a lower-cased noun stands for: people, a thing, or unknown."""
    if word in _THINGS:
        return "thing"
    if word in _PEOPLE:
        return "people"
    if (
        word.endswith(("s", "men", "folk", "people", "children"))
        and _PERSON_ENDING.search(word)
        and not _THING_ENDING.search(word)
    ):
        return "people"
    if "-" in word:
        return noun_kind(word.rpartition("-")[2])
    return "unknown"


_DEEDS = frozenset(("event", "gerund", "base"))


def _is_singular(noun: str) -> bool:
    return not noun.endswith("s")


def counted(text: str, low: str, position: int, *, several: bool) -> Counted:
    """The noun phrase that begins at ``position``, behind a number.

    ``low`` is ``text`` in lower case, of the same length. ``several`` tells a number other than one, before
    which a singular is a modifier ("5,000 high school students").
    """
    found: CountedKind | None = None
    noun = ""
    start = end = -1
    participle = False
    participle_end = -1
    for _ in range(9):
        match = _WORD.match(low, position) or (_NEXT.match(low, position) if position > start > -1 else None)
        if match is None:
            break
        word = match[1]
        if word in _STOPS:
            if word == "per" and start < 0:
                return Counted("thing", word, match.start(1), match.end())  # a rate
            break
        if word in ("and", "or"):
            if found in ("people", "harm") or (found == "thing" and not _is_singular(noun)):
                break
            position = match.end()
            continue
        kind: CountedKind | None
        harm = HARM_WORDS.get(word)
        if harm is None or (harm.part in _DEEDS and word in _THINGS):
            kind = noun_kind(word)
        elif harm.part in ("count", "group"):
            kind = None if several and _is_singular(word) and word not in ("dead", "missing") else "harm"
        elif harm.part in ("past", "fate", "adjective"):
            if found is not None or participle:
                break
            participle = True
            kind = None
            noun, end, participle_end = word, match.end(), match.end()
        else:
            kind = "unknown"
        if start < 0:
            start = match.start(1)
        if kind == "unknown":
            if found not in (None, "unknown", "group"):
                break
            if participle:  # "imprisoned union leaders": a noun for people may still come
                position = match.end()
                continue
            if text[match.start(1)].isupper() or (start == match.start(1) and text[start - 1] in '"“‘'):
                found, noun, end = "group", word, match.end()  # a name, or what the regime called them
            elif word.endswith("s") and not word.endswith(("ss", "us")) and harm is None:
                found, noun, end = "unknown", word, match.end()
            elif found == "unknown":
                break
        elif kind is not None and not (kind == "thing" and several and found is not None and _is_singular(word)):
            found, noun, end = kind, word, match.end()
        position = match.end()
    if participle and found != "people":
        return Counted("harm", low[start:participle_end].rpartition(" ")[2], start, participle_end)
    if found is None:
        return NOTHING
    return Counted(found, noun, start, end)
