"""Phrases for killing, disappearance, injury and torture: "put to death", "never seen again"."""

from __future__ import annotations

from regimekit.model.estimate import Measure

_THEIR = r"(?:the |their |his |her |its |all )?"

VIOLENCE: tuple[tuple[Measure, str, str], ...] = (
    ("deaths", "lost|gave|losing|lose|loses|paid|laid", r" (?:down |with |of )?(?:their|his|her) li(?:fe|ves)"),
    ("deaths", "loss", r" of li(?:fe|ves)"),
    ("deaths", "lives", r" (?:lost|taken|claimed|cut short)"),
    ("deaths", "human", r" (?:costs?|tolls?|loss(?:es)?|price)"),
    ("deaths", "lost", r" (?:on the (?:way|march|road|journey|trek)|at sea|overboard)"),
    ("deaths", "found", r" (?:hanged|strangled|murdered|drowned|stabbed|mutilated|beheaded)"),
    ("deaths", "put|done|doing|putting|stoned", r" to death"),
    ("deaths", "put|cut", r" to the sword"),
    ("deaths", "sent|pushed|thrown|went|marched|fell|plunged|leapt|jumped|came", r" to (?:their|his|her) deaths?"),
    ("deaths", "met", rf" {_THEIR}(?:violent |untimely )?(?:deaths?|ends?)"),
    (
        "deaths",
        "thrown|pushed|dropped|flung|hurled|tossed",
        r" (?:alive )?(?:from|out of) (?:an? )?(?:aircraft|planes?|helicopters?)",
    ),
    (
        "deaths",
        "thrown|pushed|dropped|flung|hurled|tossed",
        r" (?:alive |overboard|off |down |in)?(?:to )?(?:an? |the )?(?:overboard|cliffs?|wells?|mine ?shafts?|"
        r"ravines?|sea|river|lake|ocean)",
    ),
    ("deaths", "thrown|flung", r" overboard"),
    (
        "deaths",
        "starved|starve|starving|worked|beaten|beat|tortured|burned|burnt|stabbed|hacked|frozen|froze|freeze|"
        "trampled|crushed|bled|bludgeoned"
        "|gassed|stoned|knifed|kicked|whipped|choked|clubbed|shot|flogged|tortured|scalded|speared|driven|"
        "hounded|shelled|bombed|axed|roasted"
        "|boiled|sabred|marched|abused|caned",
        r" to (?:their |his )?deaths?",
    ),
    ("deaths", "burned|burnt|buried|flayed|roasted|walled|boiled|skinned|entombed", r"(?: up)? alive"),
    ("deaths", "burned|burnt", r" (?:at the stake|to ashes|to a cinder)"),
    (
        "deaths",
        "left|shot|found|dropped|fell|leaving|struck|lay|lie|lying|pronounced|declared|presumed|believed|feared",
        r" (?:for )?dead",
    ),
    ("deaths", "gunned|cut|mowed|mown|shot|struck|hunted|hacked|ridden|scythed|run", r" down"),
    ("deaths", "wiped|snuffed", r" out"),
    ("deaths", "finished", r" off"),
    ("deaths", "fatally|mortally", r" (?:wounded|injured|shot|stabbed|hurt|beaten|burned|burnt|struck)"),
    # a revolt is crushed by tanks, and how many took part in it says nothing of the dead
    (
        "deaths",
        "crushed|flattened",
        r" (?:by|under|beneath) (?:an? |the )?(?:[\w-]+ )?(?:cars?|lorr(?:y|ies)|trucks?|vehicles?|jeeps?|buses|trains?"
        r"|wheels|rubble|masonry|debris)",
    ),
    (
        "deaths",
        "run",
        r" over (?:by|under|beneath) (?:an? |the )?(?:[\w-]+ )?(?:tanks?|cars?|lorr(?:y|ies)|trucks?|vehicles?|jeeps?"
        r"|buses|carriers?|trains?)",
    ),
    ("deaths", "sets", r" of (?:human )?(?:remains|bones)"),
    ("deaths", "done|did|made", r" away with"),
    ("deaths", "blown|torn|hacked|cut|ripped|chopped", r" (?:up|apart|to (?:pieces|bits|shreds))"),
    ("deaths", "strung", r" up"),
    ("deaths", "bumped|picked", r" off"),
    ("deaths", "put|stood|lined|placed|shot|set|backed", r" (?:up )?against (?:an?|the) wall"),
    ("deaths", "faced|by|before|face|to", r" (?:an?|the )?(?:\w+ )?(?:firing[ -](?:squads?|party)|executioner)"),
    (
        "deaths",
        "went|sent|led|taken|marched|dragged|brought|go|mounted",
        r" (?:to )?the (?:gallows|scaffold|guillotine|gas chambers?|stake|block|noose|executioner|electric chair|"
        r"wall|rope)",
    ),
    ("deaths", "on", r" the (?:gallows|scaffold|guillotine)"),
    ("deaths", "committed|committing", r" suicide"),
    ("deaths", "took|taken|taking|ended", r" their own lives"),
    ("deaths", "killed|hanged|shot|drowned|immolated", r" (?:themselves|himself|herself)"),
    ("deaths", "passed", r" away"),
    (
        "deaths",
        "never|nor",
        r" (?:\w+ )?(?:returned|came (?:back|home|out)|come (?:back|home|out)|got out|left alive)",
    ),
    (
        "deaths",
        "did|didn't|do|could",
        r"(?: not)? (?:survive|come (?:back|home|out)|return|live|get out|outlive|make it)",
    ),
    ("deaths", "failed", r" to (?:survive|return|come (?:back|home))"),
    ("deaths", "not", r" (?:survived|survive|come back|return)"),
    (
        "deaths",
        "lie|lay|lies|laid|buried|dumped|tipped|interred|ended|found|rest",
        r" (?:up )?(?:buried )?in (?:an? |the )?(?:\w+ )?(?:mass |common |unmarked |shallow |\w+ )?(?:graves?|"
        r"pits?|trench\w*|cemeter\w+|ditch\w*)",
    ),
    ("deaths", "body", r" counts?"),
    ("deaths", "mass|common", r" (?:killings?|executions?|shootings?|hangings?)"),
    ("deaths", "extrajudicial|extra-judicial|summary|judicial", r" (?:killings?|executions?)"),
    (
        "deaths",
        "fell",
        r" (?:in battle|in action|at the front|under (?:the )?(?:bullets|fire|sabres)|before (?:the|a) \w+)",
    ),
    (
        "disappeared",
        "went|gone|still|remain|remains|remained|reported|listed|registered|go|posted|are|were|declared",
        r" (?:as )?missing",
    ),
    ("disappeared", "unaccounted", r" for"),
    (
        "disappeared",
        "never|not",
        r" (?:been |to be )?(?:seen|found|accounted|heard|traced|located)(?: (?:of|from))?(?: (?:again|since|for|"
        r"alive))?",
    ),
    (
        "disappeared",
        "whereabouts|fate|fates",
        r" (?:are |is |were |was |remain |remains |still )*(?:unknown|unclear|uncertain|undisclosed)",
    ),
    ("disappeared", "without", r" (?:a )?trace"),
    ("disappeared", "made", r" to (?:disappear|vanish)"),
    (
        "injured",
        "taken|rushed|brought|carried|sent|ended",
        r" (?:up )?(?:to|in) (?:the )?(?:\w+ )?(?:hospitals?|infirmary)",
    ),
    ("tortured", "put", r" to (?:the )?(?:question|torture|rack)"),
    ("tortured", "under", r" torture"),
    (
        "tortured",
        "beaten|burned|burnt|kicked|flogged|whipped|abused|mistreated|scalded",
        r" (?:[\w-]+ ){0,2}?(?:under|during) (?:interrogation|questioning)",
    ),
    (
        "tortured",
        "subjected|given|received",
        r" (?:to )?(?:\w+ )?(?:torture|electric shocks?|electro-?shocks?|the falanga|falaka|bastinado|"
        r"water torture)",
    ),
    (
        "injured",
        "suffered|sustained|suffering|with|treated|received",
        r" (?:for )?(?:[\w-]+ ){0,5}?(?:injur\w+|wounds?|burns|fractures|concussion)",
    ),
    ("injured", "in|to", r" (?:\w+ )?(?:hospital|infirmary)(?! (?:beds?|staff|wards?))"),
    (
        "injured",
        "lost|losing",
        r" (?:an? |their |his |her |one |both )?(?:eyes?|eyesight|sight|legs?|arms?|limbs?|hands?|foot|feet|"
        r"fingers?|hearing)",
    ),
)
"""Of each its measure, the words it begins with, and what follows them; the first that fits is taken."""
