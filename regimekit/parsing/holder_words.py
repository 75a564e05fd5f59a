"""What debates are worded with: verbs of reasoning, nouns of views, and capitalised words that name no scholar."""

from __future__ import annotations

import re
from functools import lru_cache


def _forms(verbs: str) -> frozenset[str]:
    """The finite forms of regular verbs; irregular pasts are written out ("see/saw")."""
    forms: set[str] = set()
    for entry in verbs.split():
        verb, _, past = entry.partition("/")
        if verb.endswith("y") and verb[-2] not in "aeou":
            forms |= {verb, verb[:-1] + "ies", past or verb[:-1] + "ied"}
        elif verb.endswith("e"):
            forms |= {verb, verb + "s", past or verb + "d"}
        else:
            forms |= {
                verb,
                verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "o", "z")) else "s"),
                past or verb + "ed",
            }
    return frozenset(forms)


#: What only somebody does who holds a view: whoever is its subject is a holder.
REASONS = _forms(
    """
    argue contend conclude interpret estimate posit postulate theorise theorize hypothesise hypothesize
    emphasise emphasize stress/stressed characterise characterize describe criticise criticize question
    challenge dispute doubt disagree agree concur underline underscore highlight attribute ascribe explain
    suggest propose regard compare contrast distinguish derive define classify categorise categorize analyse
    analyze examine assert concede observe believe consider portray depict caution warn reject think/thought
    differ insist assess reason infer deduce equate liken conceptualise conceptualize reinterpret reassess
    revise qualify nuance problematise problematize object counter rebut refute deny grant admit claim allege
    speculate surmise conjecture judge deem note remark stipulate elaborate demonstrate
    """
)
#: What others do as well: a holder does it in the present tense, as a scholar, or with "that" behind it.
MAY_REASON = _forms(
    """
    maintain hold/held call put/put find/found place trace see/saw view take/took turn speak/spoke write/wrote
    locate point separate treat extend focus link connect relate rank include exclude read/read reconstruct
    document show/showed reveal identify support defend favour favor prefer endorse accept adopt apply use
    develop coin introduce advance formulate offer present ask seek/sought pursue draw/drew build/built situate
    frame label name dismiss blame credit distrust count calculate measure date set/set give/gave make/made
    shift move begin/began stand/stood side lean lay/laid foreground map reframe recast recount narrate cite
    quote urge report state declare know/knew understand/understood say/said warn discern detect perceive
    recognise recognize acknowledge stress
    """
)
#: Of these, what those do as well who act: alone they make nobody a holder.
ACTS = _forms(
    """
    build/built give/gave make/made shift move begin/began stand/stood set/set offer present seek/sought pursue support
    defend accept adopt apply use declare urge introduce turn
    """
)
#: Nouns as well as verbs: "Higher estimates", "the Gulf states".
NOUNS_TOO = frozenset(
    """
    estimates claims questions challenges disputes doubts notes remarks stresses objects contrasts counters
    judges places finds links names calls dates measures documents states reports views focuses accounts
    supports offers presents uses labels frames blames credits counts shifts moves stands sets builds draws
    quotes maps urges warns estimate claim question challenge dispute doubt note remark contrast judge report
    state document view account reads shows records
    """.split()
)
#: What a court or commission does when it judges.
JUDGES_THAT = _forms(
    """
    find/found rule determine hold/held recognise recognize acquit convict document record count state report
    call name list declare establish confirm verify certify classify label rate rank note accuse charge
    """
)
#: A predicate that gives its subject no view, and the few behind "to be" that do.
BE = frozenset("is are was were be been being".split())
AUXILIARIES = frozenset("has have had would may might could can will do does did should must".split())
OF_A_VIEW = frozenset(
    """
    sceptical skeptical critical convinced unconvinced persuaded doubtful cautious adamant associated credited
    identified inclined sympathetic
    """.split()
)
ADVERBS = frozenset(
    """
    also too thus then later even first still already instead himself herself themselves itself however
    therefore rather never always often again not nevertheless nonetheless both each further now since likewise
    similarly famously long once
    """.split()
)
LIFE = _forms(
    """
    die live teach/taught work serve leave/left join visit meet/met receive win/won edit marry flee/fled
    emigrate retire tell/told become/became help continue attend study come/came go/went get/got
    """
)
#: What begins a phrase that ends in a comma before the subject: "In later work, Doe argues".
INTRODUCES = frozenset(
    """
    in by on from since after for despite with at recently however notably conversely similarly
    likewise later finally meanwhile instead still even unlike against following drawing building writing
    working using based contrary contra among within under through beyond before during as to moreover
    furthermore nevertheless nonetheless thus therefore indeed elsewhere here today while whereas although
    though if first second third earlier
    """.split()
)

_ROLES = (
    "historian scholar sociologist scientist economist demographer anthropologist philosopher journalist writer author"
    " biographer researcher jurist lawyer theorist critic professor academic specialist expert analyst"
    " criminologist psychologist psychiatrist geographer philologist theologian linguist commentator observer essayist"
    " novelist sovietologist sinologist orientalist statistician archaeologist ethnographer revisionist functionalist"
    " intentionalist structuralist intellectual proponent advocate defender supporter opponent representative archivist"
).split()
ROLES = frozenset([*_ROLES, *(role + "s" for role in _ROLES)])
TITLES = frozenset("professor prof dr doctor sir dame lord baroness".split())

_DISCIPLINE = re.compile(r"[^\W\d_]{3,}(?:ologist|ographer|ometrician)s?\Z")


def is_role(word: str) -> bool:
    """Whether a word says that whoever is named behind it studies something: "historian", "palaeontologists"."""
    low = word.casefold()
    return low in ROLES or _DISCIPLINE.match(low) is not None


#: Nouns of what somebody thinks or has written; behind "Doe's" they make Doe a holder.
VIEW_NOUNS = frozenset(
    """
    view views thesis theses theory theories argument arguments position positions interpretation
    interpretations model models analysis analyses concept concepts typology typologies account accounts reading
    readings assessment assessments research study studies work works book books article articles paper papers
    essay essays proposal proposals hypothesis explanation explanations conclusion conclusions approach
    approaches definition definitions estimate estimates finding findings claim claims critique critiques
    contention notion idea ideas report reports monograph framework frameworks perspective perspectives
    judgement judgment opinion survey biography classification school schools scholarship term synthesis
    narrative emphasis camp criticism criticisms answer answers response responses reply replies objection
    objections rebuttal
    """.split()
)
_STANCES = frozenset("for against pro con contra critics critical sceptics skeptics sceptical skeptical".split())
#: Behind such a word a name in a bracket is that of whoever holds the office, of kin, or of a place.
OFFICE = re.compile(
    r"\b(?:president|premier|chancellor|minister|secretary|chair(?:man|woman)?|governor|marshal|general|colonel|commander"
    r"|director|head|chief|leader|deputy|successor|predecessor|dictator|king|queen|man|woman|wife|husband|son|daughter"
    r"|brother|sister|ally|rival|officer|soldier|judge|victim|town|city|village|camp|province|region|state)s?\Z",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"(?:ists?|ism|ors|ers)\Z")


def names_a_view(label: str) -> bool:
    """Whether a label says that what stands below it is a view or a school: "Older view", "Revisionists"."""
    words = re.findall(r"[^\W\d_]+", label.casefold())
    return any(word in VIEW_NOUNS or word in _STANCES for word in words) or (
        bool(words) and _SCHOOL.search(words[-1]) is not None
    )


#: Words that never stand in a person's name, whatever their capital.
NO_PERSON = frozenset(
    """
    the a an this that these those some other others another most many much several early earlier late later
    recent critics critic few nobody nothing everybody everyone somebody someone anyone both neither either each
    one two three all any no none it he she they we i his her its their who what why how when where which
    whether if as at by for from in into of on to with and or but not there here such only even also more less
    between against during since under over after before until without supporters scholars historians defenders
    proponents opponents advocates key central main current academic scholarly official debate debates question
    questions consensus evidence argument arguments position positions view views pro con positive negative
    traditional revisionist western eastern northern southern north south east west middle school model thesis
    response responses synthesis interpretation interpretations human united role impact legacy nature cause
    causes problem problems counter alternative alternatives similarities differences challenge challenges
    methodology note notes pre post sources source press terror estimate estimates theory theories fact facts
    number numbers regime factor factors approach approaches perspective perspectives reading readings
    explanation explanations criticism criticisms critique critiques affairs journal review reviews quarterly
    party union republic state states kingdom empire federation army navy police government ministry ministries
    council committee congress parliament senate court courts tribunal commission war wars revolution genocide
    famine massacre holocaust operation battle front movement league church order law act plan pact treaty
    agreement conference convention constitution university institute center centre foundation college museum
    archive archives library bank group club society association organisation organization agency bureau office
    department committees board workers peasants soldiers students officials cadres leaders forces guards guard
    elite elites masses people peoples red great new old cold world national international civil free global
    first second third liberal democratic communist socialist fascist nazi marxist leninist stalinist maoist
    islamic islamist christian-democratic totalitarian totalitarianism authoritarian authoritarianism soviet
    soviets bolshevik bolsheviks khmer rouge junta politburo kremlin gulf gulag cheka gestapo wehrmacht reich
    stasi derg apartheid al-qaeda taliban ba'ath baath scholarship literature historiography research study
    studies data archival records documents reports testimony testimonies economic political social cultural
    military legal moral structural comparative quantitative modern contemporary common established
    intentionalism functionalism revisionism marxism communism fascism nazism stalinism maoism propaganda
    ideology intent intention planned alike different reception failure success continuity discontinuity change
    responsibility motives motive origins origin background context outcome results result memory denial
    denialism reform development modernization modernisation collectivization industrialization deaths death
    toll victims killings killing violence repression purge purges policy policies economy politics history
    historical language culture religion january february march april june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday summer autumn winter century
    today yesterday president minister secretary ambassador general colonel chancellor premier marshal king
    queen emperor tsar chairman senator congressman governor captain major lieutenant admiral pope bishop
    archbishop cardinal imam ayatollah sheikh oxford cambridge harvard yale princeton stanford penn wikipedia
    britannica publishers publishing books magazine times news guardian economist reuters encyclopedia
    encyclopaedia see summary jazeera monde kampf kapital santa conclusion overview introduction discussion
    topic issue issues aspect aspects point points example examples table figure chapter section specialists
    reviewers observers researchers opposition defence defense genocidal ethnic cleansing crimes crime humanity
    rights freedom democracy peace justice truth transition transitional hypothesis
    """.split()
)
_COMMON_NOUN = re.compile(r"(?:tion|ship|ism|ist|ics|ology|ography|ment|ness|ence|ance|ity|itie|ogue|arch)s?\Z")

_ADJECTIVE = re.compile(r"(?:er|al|ive|ary|ous|able|ible|less|ed|ic|ish|ese|ing|ory|ent|ant|ful)\Z")

_LANDS = """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium benin bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon canada chad
    chile china colombia congo croatia cuba cyprus czechoslovakia czechia denmark ecuador egypt england eritrea
    estonia ethiopia finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana
    haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kampuchea
    kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania macedonia
    madagascar malawi malaysia mali mauritania mexico moldova mongolia montenegro morocco mozambique myanmar
    namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru
    philippines poland portugal prussia qatar rhodesia romania russia rwanda salvador scotland senegal serbia
    singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand
    tibet togo tunisia turkey turkmenistan uganda ukraine uruguay ussr uzbekistan venezuela vietnam wales yemen
    yugoslavia zaire zambia zimbabwe africa america asia europe balkans caucasus scandinavia latin arab saudi
    arabia emirates caribbean crimea chechnya xinjiang manchuria siberia catalonia kurdistan darfur biafra
    katanga timor aceh papua bengal kashmir punjab moscow washington london berlin paris beijing peking tokyo
    brussels vienna rome madrid budapest prague warsaw belgrade zagreb sarajevo bucharest sofia athens ankara
    istanbul cairo tripoli tunis damascus baghdad tehran kabul hanoi saigon jakarta manila seoul pyongyang
    shanghai havana caracas lima bogota santiago kigali kampala khartoum nairobi pretoria geneva strasbourg
    hague
    """
_PEOPLES = """
    american british english french german italian spanish portuguese russian soviet polish hungarian czech
    romanian bulgarian serbian serb serbs croatian croat croats bosnian albanian greek turkish turk turks
    kurdish kurd kurds arab arabs israeli jewish jew jews iranian iraqi syrian egyptian libyan tunisian algerian
    moroccan sudanese ethiopian eritrean somali kenyan ugandan rwandan hutu hutus tutsi tutsis congolese
    nigerian south-african chinese japanese korean vietnamese cambodian thai indonesian filipino burmese indian
    pakistani bangladeshi afghan cuban mexican guatemalan salvadoran nicaraguan chilean argentine argentinian
    peruvian bolivian brazilian colombian venezuelan uruguayan paraguayan haitian african asian european
    ukrainian ukrainians lithuanian latvian estonian armenian armenians azerbaijani georgian georgians chechen
    tatar tatars irish
    scottish welsh dutch belgian danish swedish norwegian finnish swiss austrian canadian australian slovak
    slovene tibetan mongolian yugoslav palestinian lebanese jordanian yemeni saudi burundian zimbabwean malaysian
    uyghur uyghurs muslim muslims catholic protestant orthodox buddhist hindu christian christians
    cham
    """
#: Countries, regions, capitals that stand for governments, and their peoples.
LANDS = frozenset(_LANDS.split())
PEOPLES = frozenset(_PEOPLES.split()) - {"christian"}
_JUDGE_NAMES = frozenset(
    """
    conadep trc cvr cavr icc icj icty ictr eccc iachr hrw ohchr unhcr un oas osce acled v-dem vdem
    """.split()
)
_JUDGES = re.compile(
    r"\b(?:commission|tribunal|court|chambers?|inquiry|(?:select|church|human rights|investigat\w+) committee"
    r"|human rights watch|amnesty international|freedom house|crisis group|red cross|united nations|rapporteur"
    r"|carnegie endowment|physicians for human rights|genocide watch|economist intelligence unit)\b"
)


def judges(name: str) -> bool:
    """Whether a body of that name judges what happened: a truth commission, a court, a human rights organisation."""
    low = name.casefold()
    return _JUDGES.search(low) is not None or not _JUDGE_NAMES.isdisjoint(low.split())


@lru_cache(maxsize=4096)
def is_no_person(word: str) -> bool:
    """Whether a capitalised word is never part of a person's name."""
    low = word.casefold()
    parts = low.split("-") if "-" in low else ()
    return (
        low in NO_PERSON
        or low in LANDS
        or low in PEOPLES
        or any(part in NO_PERSON or part in LANDS or part in PEOPLES or part.endswith("ed") for part in parts)
    )


@lru_cache(maxsize=4096)
def may_name(word: str) -> bool:
    """Whether a word by itself may be a part of a person's name."""
    return not word.isupper() and not is_no_person(word.removesuffix("'s").removesuffix("’s"))


def is_adjective(word: str) -> bool:
    """Whether a word may be an adjective before a noun that is spelled as a verb is: "Higher estimates"."""
    return _ADJECTIVE.search(word.casefold()) is not None


def is_common_noun(word: str) -> bool:
    """Whether a word standing alone ends as nouns of things and schools do, not as surnames."""
    return _COMMON_NOUN.search(word.casefold()) is not None
