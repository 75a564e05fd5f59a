"""The vocabulary of harm: verbs, nouns and adjectives, each with the measure it names."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from regimekit.model.estimate import Measure

MEASURES: tuple[Measure, ...] = get_args(Measure)
"""Graver first: where two are named for one number, the first counts."""

Part = Literal["count", "group", "event", "past", "fate", "gerund", "base", "adjective"]


class HarmWord(msgspec.Struct, frozen=True, gc=False):
    """What a word says of the people it stands beside.

    ``part`` is "count" for nouns that count the deed (deaths, arrests), "group"
    for those that name the people (prisoners, refugees), "event" for deeds that
    count nobody (massacre, purge), "past" for forms that are past tense and
    participle at once (arrested), "fate" for those that take no object (died,
    fled), "gerund", "base" (kill, kills) and "adjective" (imprisoned).
    """

    measure: Measure
    part: Part


def graver(first: Measure | None, second: Measure | None) -> Measure | None:
    """The graver of two measures; None yields to any."""
    if first is None or second is None:
        return first or second
    return min(first, second, key=MEASURES.index)


_Listed = dict[Measure, str]

# Verbs that take the people harmed as their object.
_TRANSITIVE: _Listed = {
    "deaths": (
        "kill execute murder assassinate massacre slaughter exterminate annihilate behead decapitate hang gas drown "
        "lynch butcher poison strangle crucify liquidate eliminate martyr electrocute guillotine garrotte asphyxiate "
        "suffocate slay"
    ),
    "detained": (
        "arrest rearrest re-arrest detain imprison intern incarcerate jail try prosecute sentence convict purge "
        "dismiss "
        "sack oust indict charge accuse capture confine apprehend condemn court-martial interrogate kidnap abduct "
        "discharge demote suspend institutionalize cashier remand"
    ),
    "tortured": "torture flog whip lash waterboard",
    "displaced": (
        "deport expel exile displace relocate resettle evacuate repatriate evict uproot banish expatriate "
        "transplant transmigrate villagize"
    ),
    "injured": "wound injure maim mutilate cripple blind beat paralyze paralyse hospitalize hospitalise",
    "forced_labour": "enslave",
    "other": (
        "rape sterilize sterilise persecute victimize victimise affect orphan widow harass abuse blacklist assault "
        "repress dispossess starve traumatize traumatise castrate violate molest traffic brand denounce "
        "humiliate ostracize ostracise"
    ),
}
# Verbs that tell what became of their subject, and take no object.
_FATES: _Listed = {
    "deaths": "die perish succumb",
    "disappeared": "disappear vanish",
    "displaced": "flee emigrate",
}
_IRREGULAR: dict[str, tuple[str, str, str]] = {  # past forms, gerund, third person
    "slay": ("slew slain", "slaying", "slays"),
    "beat": ("beaten beat", "beating", "beats"),
    "flee": ("fled", "fleeing", "flees"),
    "die": ("died", "dying", "dies"),
    "gas": ("gassed", "gassing", "gasses"),
    "expel": ("expelled", "expelling", "expels"),
    "whip": ("whipped", "whipping", "whips"),
    "flog": ("flogged", "flogging", "flogs"),
    "traffic": ("trafficked", "trafficking", "traffics"),
    "kidnap": ("kidnapped kidnaped", "kidnapping", "kidnaps"),
    "try": ("tried", "trying", "tries"),
    "court-martial": ("court-martialed court-martialled", "court-martialing", "court-martials"),
}
# Past forms of verbs that harm people only in these forms ("shoot" and "fire" take weapons and rounds as well).
_PASTS: _Listed = {
    "deaths": "shot gunned hung stoned",
    "detained": "held fired seized rounded removed",
    "injured": "hurt",
    "other": "stolen",
}

_COUNTS: _Listed = {
    "deaths": (
        "death deaths fatality fatalities casualty casualties killings execution executions murders assassinations "
        "homicides losses dead corpses lynchings beheadings hangings shootings suicides drownings toll infanticides "
        "femicides feminicides slayings bodies"
    ),
    "disappeared": "disappearance disappearances missing",
    "detained": (
        "arrest arrests imprisonments detentions incarcerations abductions kidnappings dismissals jailings internments"
    ),
    "tortured": "floggings",
    "displaced": "displacement displacements deportations expulsions evictions relocations resettlements evacuations",
    "injured": "injury injuries wounds beatings",
    "other": "rapes sterilizations sterilisations",
}
_GROUPS: _Listed = {
    "deaths": "martyrs",
    "disappeared": "desaparecidos",
    "detained": (
        "prisoner prisoners detainee detainees inmate inmates internee internees captive captives hostage hostages "
        "defendant defendants convict convicts pow pows abductees zeks accused"
    ),
    "displaced": (
        "refugee refugees deportee deportees exiles evacuee evacuees idp idps dps expellees returnees émigrés emigres "
        "transmigrants asylum-seekers"
    ),
    "injured": "amputees",
    "forced_labour": "slaves slave ostarbeiter",
    "other": "victim victims orphans widows sufferers",
}
_EVENTS: _Listed = {
    "deaths": (
        "massacre massacres killing murder assassination genocide genocides holocaust shoah extermination slaughter "
        "pogrom pogroms lynching shooting liquidation democide politicide famine famines starvation holodomor "
        "mortality annihilation euthanasia homicide gassing beheading suicide bloodbath remains"
    ),
    "detained": (
        "imprisonment detention internment incarceration trial prosecution purge purges capture conviction indictment "
        "captivity custody gulag dismissal kidnapping abduction sentencing jailing roundup roundups round-up"
    ),
    "tortured": "torture",
    "displaced": (
        "deportation expulsion resettlement relocation evacuation exodus eviction repatriation emigration banishment "
        "flight villagization exile"
    ),
    "injured": "wounding maiming mutilation beating",
    "forced_labour": "enslavement slavery corvée corvee",
    "other": "rape persecution sterilization sterilisation hunger repression persecutions victimization",
}
_ADJECTIVES: _Listed = {
    "deaths": "deceased",
    "disappeared": "unaccounted",
    "displaced": "stateless homeless",
    "other": "starving malnourished destitute",
}


def _forms(verb: str) -> tuple[list[str], str, list[str]]:
    """The past forms, the gerund and the forms of the present."""
    if verb in _IRREGULAR:
        past, gerund, third = _IRREGULAR[verb]
        return past.split(), gerund, [verb, third]
    if verb.endswith("e"):
        return [verb + "d"], verb[:-1] + "ing", [verb, verb + "s"]
    return [verb + "ed"], verb + "ing", [verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")]


def _vocabulary() -> dict[str, HarmWord]:
    """Every form with what it says; nouns go before verbs that look like them ("arrests")."""
    words: dict[str, HarmWord] = {}

    def enter(listed: _Listed, part: Part) -> None:
        for measure, forms in listed.items():
            for form in forms.split():
                words.setdefault(form, HarmWord(measure, part))

    def conjugate(listed: _Listed, part: Part) -> None:
        for measure, verbs in listed.items():
            for verb in verbs.split():
                past, gerund, present = _forms(verb)
                for form in past:
                    words.setdefault(form, HarmWord(measure, part))
                words.setdefault(gerund, HarmWord(measure, "gerund"))
                for form in present:
                    words.setdefault(form, HarmWord(measure, "base"))

    enter(_COUNTS, "count")
    enter(_GROUPS, "group")
    enter(_EVENTS, "event")
    conjugate(_TRANSITIVE, "past")
    conjugate(_FATES, "fate")
    enter(_PASTS, "past")
    enter(_ADJECTIVES, "adjective")
    return words


HARM_WORDS = _vocabulary()
