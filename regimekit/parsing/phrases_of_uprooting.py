"""Phrases for flight, expulsion, forced labour and want: "driven abroad", "set to dig", "went hungry"."""

from __future__ import annotations

from regimekit.model.estimate import Measure

_THEIR = r"(?:the |their |his |her |its |all )?"
_HOME = (
    r"(?:homes?|homesteads|lands?|farms?|villages?|towns?|houses|huts|country|countries|homeland|"
    r"territory|quarters?|valleys?|plots)"
)
_COUNTRYSIDE = (
    r"(?:interior|steppes?|deserts?|countryside|provinces|taiga|tundra|marshes|marsh|frontier|border|"
    r"colonies|islands?|arctic|far north"
    r"|far east|mountains|special settlements?|settlements|reserves?|reservations?|communes?|collective "
    r"farms?|new villages|siberia|(?:strategic|protected|model) (?:hamlets?|villages)"
    r"|re-?group(?:ing|ment) (?:camps?|cent(?:er|re)s?|points?|villages))"
)
_LABOUR = r"(?:labou?r(?:ers)?|work|slavery|servitude|slaves|serfs|bondsmen|concubines|peonage|bondage)(?! to death)"
_TOIL = (
    r"(?:dig(?:ging)?|build(?:ing)?|haul|carry|clear(?:ing)?|cut(?:ting)?|pick(?:ing)?|harvest(?:ing)?|"
    r"labou?r|toil(?:ing)?|quarry(?:ing)?"
    r"|construct(?:ing)?|lay(?:ing)?|log(?:ging)?|mine|mining|work(?:ing)?|porter|gather|pave|drain|plant|fell|break)"
)
_WORKS = (
    r"(?:fields?|mines?|cotton|harvests?|plantations?|quarr\w+|canals?|railways?|railroads?|roads?|"
    r"fortifications|trenches|dams?|forests?"
    r"|logging|construction|labou?r \w+|work \w+|salt ?pans|pits|rubber|rice|sugar|beet|estates?|public "
    r"works|chain gangs?|gangs?"
    r"|labou?r battalions|dykes|docks|ditches)"
)
_TRAINS = r"(?:trains?|wagons?|trucks?|cars|box-?cars|lorries|barges|ships|cattle-?cars|freight-?cars|steamers|boats)"
_SENT = (
    "sent|taken|carried|moved|shipped|transported|removed|transferred|driven|herded|marched|trucked|bused|"
    "bussed|dispatched|packed|loaded|hauled|bundled|flown|led|brought|pushed|dragged|thrown|cast|flung|"
    "consigned|confined|committed|escorted|crammed|forced|shunted"
)

UPROOTING: tuple[tuple[Measure, str, str], ...] = (
    ("displaced", "made", r" (?:it|their way|off|good their escape) (?:over|across|into|to|abroad)"),
    ("forced_labour", "labour|labor|work", r" (?:service|duty|draft|levy|levies|conscription)"),
    ("other", "handed|given", r" (?:over |away )?to (?:foster|adoptive|strange) \w+"),
    ("forced_labour", "road|labour|labor|chain|work|railway|convict", r" gangs?"),
    (
        "other",
        "taken|placed|put|sent|given",
        r" (?:in)?to (?:state |foster |children's |children’s )?(?:homes|orphanages|care|institutions|foster \w+)",
    ),
    ("other", "forced|coerced|compulsory", r" (?:abortions?|sterili[sz]ations?|marriages?|adoptions?|conversions?)"),
    ("displaced", "lost|lose|losing", rf" {_THEIR}(?:homes?|houses|lands?)"),
    (
        "displaced",
        "forced|driven|drove|sent|went|go|pushed|forcing|driving|hounded|gone|goes|fled",
        r" (?:\w+ )?(?:in)?to (?:internal |foreign |permanent )?exile",
    ),
    ("displaced", "into|in", r" (?:internal |foreign |political |permanent )?exile"),
    (
        "displaced",
        "driven|drove|driving|forced|pushed|chased|hounded|kicked|turfed|thrown|cleared|turned|hunted|bombed|"
        "flooded|burned|burnt|moved|ordered|flushed|smoked|shelled|starved|edged|squeezed",
        r" (?:out|abroad|away|off|over|across|overseas)(?! (?:alive|to death|in|at|of office))",
    ),
    (
        "displaced",
        "went|gone|moved|escaped|settled|living|live|lived|stranded|go",
        r" (?:\w+ )?(?:abroad|overseas)",
    ),
    (
        "displaced",
        "escaped|crossed|poured|streamed|slipped|trekked|swam|crossing|went|walked|streaming|pouring|spilled|"
        "flooded|trudged|got|ran|run|rowed|sailed",
        r" (?:[\w-]+ ){0,3}?(?:(?:across|over|into) (?!to|for|power|office|action|battle|a \w+ of|effect)|abroad|"
        r"(?:the|an?|that) (?:border|frontier|river|strait|straits|line|mountains|bridge|sea|pass|passes))",
    ),
    (
        "displaced",
        "forced|driven|pushed|cleared|removed|moved|turned|thrown|chased|ejected|uprooted|torn|put|bulldozed|"
        "evicted|shifted",
        rf" (?:out )?(?:of|from|off) (?:their|the|ancestral|his|her|[\w-]+)(?: [\w-]+){{0,2}} {_HOME}",
    ),
    (
        "displaced",
        "left|leave|leaving|quit|abandoned|abandoning|fleeing",
        rf" (?:the country|{_THEIR}{_HOME}(?! (?:in|to) \w+ hands))",
    ),
    ("displaced", "left|made|rendered|became|leaving|become|making", r" (?:homeless|refugees|stateless)"),
    ("displaced", "without", r" (?:an? )?(?:shelter|home|homes|roof|roofs)"),
    (
        "displaced",
        "sought|seek|seeking|took|taken|taking|found|given|granted|take|crowded|packed|sheltered",
        r" (?:political |temporary )?(?:asylum|refuge|sanctuary|shelter|into (?:embass\w+|diplomatic \w+))",
    ),
    (
        "displaced",
        "forced|ordered|compelled|obliged|made|told|had|driven",
        r" to (?:leave|march|move|abandon|flee|evacuate|emigrate|relocate|resettle|quit|vacate|go into exile)",
    ),
    ("displaced", "internally", r" displaced"),
    (
        "displaced",
        "forcibly|forcefully|compulsorily",
        r" (?:moved|transferred|removed|relocated|resettled|displaced|settled)",
    ),
    ("displaced", "on", r" the (?:move|run|roads)(?! to)"),
    ("displaced", "boat", r" people"),
    ("displaced", "took|taken|takes|take", r" to the (?:roads?|boats|hills|mountains|forests?|sea|woods)"),
    (
        "displaced",
        "pushed|driven|chased|forced|herded|drove",
        r" (?:in)?to (?:the )?(?:neighbou?ring|foreign|adjoining|adjacent) \w+",
    ),
    (
        "displaced",
        _SENT,
        rf" (?:off |away |east |west |north |south |eastward |out )*(?:in|on|by|onto|into|"
        rf"aboard) (?:the )?(?:[\w-]+ ){{0,2}}?{_TRAINS}",
    ),
    (
        "displaced",
        _SENT + "|settled|scattered|resettled|dumped|relegated|rusticated|penned|regrouped|concentrated",
        rf" (?:off |out |away |down )?(?:in)?to (?:[\w-]+ ){{0,3}}?{_COUNTRYSIDE}",
    ),
    (
        "forced_labour",
        "conscripted|pressed|forced|mobilised|mobilized|drafted|recruited|put|coerced|subjected|compelled|"
        "used|employed|exploited|made|impressed"
        "|levied|sent|set|worked|sold|pressganged|press-ganged|called|enlisted|assigned|obliged|ordered|"
        "liable|hired|rented|leased",
        rf" (?:up |out )?(?:in)?(?:to|as|for|in) (?:do )?(?:[\w-]+ ){{0,2}}?{_LABOUR}",
    ),
    (
        "forced_labour",
        "conscripted|pressed|forced|mobilised|mobilized|drafted|put|coerced|compelled|made|impressed|levied|sent|"
        "set|ordered|obliged|driven|marched|requisitioned|dragooned|called",
        rf" (?:up |out )?to {_TOIL}(?! camps?)",
    ),
    (
        "forced_labour",
        "marched|herded|sent|driven|bused|bussed|put|forced|conscripted|drafted|pressed|drove|mobilised|"
        "mobilized|levied|ordered|trucked|set|dispatched",
        rf" (?:out )?(?:in)?(?:to|onto|on) (?:work (?:on|in) )?(?:[\w-]+ ){{0,2}}?{_WORKS}",
    ),
    (
        "forced_labour",
        "forced|slave|compulsory|bonded|corvée|corvee|coerced|unfree|conscript|penal|convict|unpaid",
        r" (?:labou?r(?:ers)?|workers?|workmen|labou?ring)(?! (?:camps?|battalions?|brigades?|law))",
    ),
    ("forced_labour", "labour|labor|work", r" (?:conscripts|draftees|slaves|battalions?)"),
    (
        "forced_labour",
        "worked|working|laboured|labored|slaved|kept",
        r" (?:as slaves|in chain gangs|without (?:pay|wages)|under (?:guard|the lash|compulsion)|unpaid)",
    ),
    (
        "forced_labour",
        "in|into",
        r" (?:the )?(?:slavery|bondage|servitude|forced labou?r|labou?r (?:battalions?|brigades?|service|army|"
        r"armies)|work battalions?|chain gangs?)",
    ),
    (
        "other",
        "lost",
        r" (?:their |his |her )?(?:jobs|citizenship|livelihoods?|rights|civil rights|property|pensions?|"
        r"nationality|parents|children|husbands|freedom)",
    ),
    (
        "other",
        "taken|stolen|separated|removed|snatched|torn",
        r" (?:away )?from (?:their |detained |imprisoned |\w+ )?(?:mothers?|famil\w+|parents)",
    ),
    ("other", "given", r" (?:up |away |out )?(?:for|to) (?:adoption|\w+ families)"),
    ("other", "stripped|deprived", r" of"),
    ("other", "operated|experimented", r" (?:up)?on"),
    ("other", "experiments|experiment|experimentation", r" on"),
    ("other", "used", r" (?:as|in|for) (?:human |medical )?(?:shields?|guinea pigs?|experiments?|hostages)"),
    (
        "other",
        "forcibly|forcefully",
        r" (?:converted|sterili[sz]ed|recruited|married|adopted|assimilated|baptised|baptized|circumcised|aborted)",
    ),
    (
        "other",
        "facing|faced|suffering|suffered|face|faces|suffer|near",
        r" (?:from )?(?:\w+ )?(?:famine|starvation|hunger|malnutrition|undernourishment|persecution|"
        r"food shortages)",
    ),
    ("other", "signs", r" of (?:starvation|malnutrition|hunger)"),
    ("other", "went|going|go", r" (?:hungry|without food)"),
    (
        "other",
        "need|needed|needing|require|required",
        r" (?:urgent )?(?:humanitarian|food|emergency) (?:assistance|aid|relief|rations)",
    ),
    ("other", "in|on", r" (?:urgent |desperate |dire )?need of"),
    ("other", "on", r" the (?:brink|verge|edge) of (?:starvation|famine)"),
    ("other", "married|given|wed", r" (?:off )?(?:by force|against their will|in marriage)"),
    ("other", "denied", r" (?:citizenship|food|medical care|rations)"),
)
"""Of each its measure, the words it begins with, and what follows them; the first that fits is taken."""
