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
        "lynch butcher poison strangle crucify liquidate eliminate martyr electrocute guillotine garrotte garrote "
        "garotte asphyxiate suffocate slay machine-gun machinegun bayonet sabre saber impale disembowel immolate "
        "incinerate smother throttle bludgeon scalp trample bury entomb decimate euthanize "
        "euthanise extirpate dismember"
    ),
    "detained": (
        "arrest rearrest re-arrest detain imprison intern incarcerate jail gaol try retry prosecute sentence convict "
        "purge dismiss sack oust indict charge accuse capture confine apprehend condemn court-martial courtmartial "
        "interrogate kidnap abduct discharge demote suspend institutionalize institutionalise cashier remand nab "
        "snatch arraign impeach unseat disbar defrock depose immure corral shackle handcuff manacle "
        "re-educate reeducate quarantine re-imprison re-intern ghettoize ghettoise"
    ),
    "tortured": "torture flog whip lash waterboard electro-shock electroshock cane birch horsewhip thrash bastinado",
    "displaced": (
        "deport expel exile displace relocate resettle evacuate repatriate evict uproot banish expatriate "
        "transplant transmigrate villagize villagise eject dislodge airlift rehouse unhouse redeport re-deport "
        "rusticate denationalize denationalise extradite"
    ),
    "injured": (
        "wound injure maim mutilate cripple blind beat batter paralyze paralyse hospitalize hospitalise disfigure "
        "scald bruise concuss lame disable tear-gas teargas stab knife knee-cap kneecap manhandle scar"
    ),
    "forced_labour": "enslave press-gang pressgang dragoon indenture",
    "other": (
        "rape gang-rape sterilize sterilise persecute victimize victimise affect orphan widow bereave harass abuse "
        "blacklist assault repress dispossess starve famish traumatize traumatise castrate violate molest traffic "
        "brand denounce humiliate ostracize ostracise disenfranchise disfranchise denaturalize denaturalise "
        "expropriate impoverish pauperize pauperise infect irradiate contaminate intimidate terrorize terrorise "
        "disrobe unfrock laicize laicise excommunicate proscribe outlaw parade "
        "oppress brutalize brutalise stigmatize stigmatise"
    ),
}
# Verbs that tell what became of their subject, and take no object.
_FATES: _Listed = {
    "deaths": "die perish succumb",
    "disappeared": "disappear vanish",
    "displaced": "flee emigrate",
    "forced_labour": "toil slave",
}
_IRREGULAR: dict[str, tuple[str, str, str]] = {  # past forms, gerund, third person
    "slay": ("slew slain", "slaying", "slays"),
    "beat": ("beaten beat", "beating", "beats"),
    "flee": ("fled", "fleeing", "flees"),
    "die": ("died", "dying", "dies"),
    "gas": ("gassed", "gassing", "gasses"),
    "tear-gas": ("tear-gassed", "tear-gassing", "tear-gasses"),
    "teargas": ("teargassed", "teargassing", "teargasses"),
    "expel": ("expelled", "expelling", "expels"),
    "whip": ("whipped", "whipping", "whips"),
    "horsewhip": ("horsewhipped", "horsewhipping", "horsewhips"),
    "flog": ("flogged", "flogging", "flogs"),
    "nab": ("nabbed", "nabbing", "nabs"),
    "stab": ("stabbed", "stabbing", "stabs"),
    "scar": ("scarred", "scarring", "scars"),
    "disbar": ("disbarred", "disbarring", "disbars"),
    "corral": ("corralled corraled", "corralling", "corrals"),
    "traffic": ("trafficked", "trafficking", "traffics"),
    "kidnap": ("kidnapped kidnaped", "kidnapping", "kidnaps"),
    "court-martial": ("court-martialed court-martialled", "court-martialing", "court-martials"),
}
# Past forms of verbs that harm people only in these forms ("shoot" and "fire" take weapons and rounds as well).
_PASTS: _Listed = {
    "deaths": "shot gunned hung stoned mown sabred froze",
    "detained": "held fired seized rounded removed netted bagged caught",
    "injured": "hurt burned burnt",
    "other": "stolen",
}

_COUNTS: _Listed = {
    "deaths": (
        "death deaths fatality fatalities casualty casualties killings execution executions murders assassinations "
        "homicides losses dead corpses lynchings beheadings hangings shootings suicides drownings toll tolls "
        "infanticides "
        "femicides feminicides slayings bodies cadavers skeletons decapitations garrottings electrocutions "
        "immolations poisonings strangulations crucifixions manslaughters stillbirths miscarriages burials fallen"
    ),
    "disappeared": "disappearance disappearances missing vanishings",
    "detained": (
        "arrest arrests imprisonments detentions incarcerations abductions kidnappings dismissals jailings gaolings "
        "internments sackings demotions courts-martial captures suspensions"
    ),
    "tortured": "floggings whippings canings",
    "displaced": (
        "displacement displacements deportations expulsions evictions relocations resettlements evacuations "
        "banishments departures repatriations"
    ),
    "injured": "injury injuries wounds beatings maimings stabbings mutilations amputations burns",
    "other": "rapes sterilizations sterilisations castrations assaults",
}
_GROUPS: _Listed = {
    "deaths": "martyrs decedents",
    "disappeared": "desaparecidos",
    "detained": (
        "prisoner prisoners detainee detainees inmate inmates internee internees captive captives hostage hostages "
        "defendant defendants convict convicts pow pows abductees zeks zek accused arrestees lifers "
        "co-defendants prisoners-of-war politicals"
    ),
    "displaced": (
        "refugee refugees deportee deportees exiles evacuee evacuees idp idps dps expellees expellee returnees "
        "émigrés emigres emigrés émigré "
        "transmigrants asylum-seekers asylum-seeker fugitives evictees exilees repatriates resettlers"
    ),
    "injured": "amputees invalids cripples",
    "forced_labour": "slaves slave ostarbeiter forced-labourers forced-laborers",
    "other": "victim victims orphans widows sufferers widowers",
}
_EVENTS: _Listed = {
    "deaths": (
        "massacre massacres killing murder assassination genocide genocides holocaust shoah extermination slaughter "
        "pogrom pogroms lynching shooting liquidation democide politicide famine famines starvation holodomor "
        "mortality annihilation euthanasia homicide gassing beheading suicide bloodbath remains carnage butchery "
        "bloodletting bloodshed slayings manslaughter drowning hanging strangulation asphyxiation guillotine "
        "garrotting crucifixion gallows fratricide ethnocide liquidations exterminations slaughters holocausts"
    ),
    "detained": (
        "imprisonment detention internment incarceration trial prosecution purge purges capture conviction indictment "
        "captivity custody gulag dismissal kidnapping abduction sentencing jailing roundup roundups round-up "
        "round-ups reeducation re-education gaol gaoling sacking manhunt confinement remand"
    ),
    "tortured": "torture tortures flogging",
    "displaced": (
        "deportation expulsion resettlement relocation evacuation exodus eviction repatriation emigration banishment "
        "flight villagization villagisation exile exoduses uprooting homelessness"
    ),
    "injured": "wounding maiming mutilation beating",
    "forced_labour": "enslavement slavery corvée corvee servitude peonage serfdom",
    "other": (
        "rape persecution sterilization sterilisation hunger repression persecutions victimization malnutrition "
        "castration oppression"
    ),
}
_ADJECTIVES: _Listed = {
    "deaths": "deceased lifeless",
    "disappeared": "unaccounted untraced unaccounted-for",
    "detained": "guilty",
    "displaced": "stateless homeless",
    "other": "starving malnourished destitute emaciated hungry orphaned famished",
}


def _forms(verb: str) -> tuple[list[str], str, list[str]]:
    """The past forms, the gerund and the forms of the present."""
    if verb in _IRREGULAR:
        past, gerund, third = _IRREGULAR[verb]
        return past.split(), gerund, [verb, third]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ied"], verb + "ing", [verb, verb[:-1] + "ies"]
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
                for form in present:  # "61 die" tells what "61 died" tells
                    words.setdefault(form, HarmWord(measure, "fate" if part == "fate" else "base"))

    enter(_COUNTS, "count")
    enter(_GROUPS, "group")
    enter(_EVENTS, "event")
    conjugate(_TRANSITIVE, "past")
    conjugate(_FATES, "fate")
    enter(_PASTS, "past")
    enter(_ADJECTIVES, "adjective")
    return words


HARM_WORDS = _vocabulary()
