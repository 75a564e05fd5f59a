"""Phrases for arrest, trial, imprisonment and dismissal: "behind bars", "sent down", "struck off"."""

from __future__ import annotations

from regimekit.model.estimate import Measure

_THEIR = r"(?:the |their |his |her |its |all )?"
_DETENTION = (
    r"(?:camps?|prisons?|jails?|gaols?|gulags?|detention|custody|ghettos?|dungeons?|re-?education|"
    r"asylums?|penitentiar\w+"
    r"|isolators|cells|stadiums?|velodrome|racecourse|racetrack|bull-?ring|barracks|police stations?|"
    r"fortress|stockades?"
    r"|confinement|captivity|psychiatric \w+|internment)"
)
_OFFICE = (
    r"(?:office|offices|posts?|positions?|part(?:y|ies)|army|services?|universit\w+|schools?|jobs?|"
    r"benche?s?|ranks?|commands?"
    r"|duties|seats?|parliament|ministr\w+|judiciary|courts?|facult\w+|government|public service|work|"
    r"chairs?|membership)"
)
_SENT = (
    "sent|taken|carried|moved|shipped|transported|removed|transferred|driven|herded|marched|trucked|bused|"
    "bussed|dispatched|packed|loaded|hauled|bundled|flown|led|brought|pushed|dragged|thrown|cast|flung|"
    "consigned|confined|committed|escorted|crammed|forced|shunted"
)

CUSTODY: tuple[tuple[Measure, str, str], ...] = (
    (
        "detained",
        "banned|barred|excluded",
        r" from (?:teaching|practice|practising|(?:their|the) profession|public \w+)",
    ),
    (
        "detained",
        "in|to|into",
        r" (?:[\w-]+ )?(?:penal|disciplinary|punishment) (?:battalions?|units?|compan\w+|colon\w+)",
    ),
    ("detained", "passed|went", r" through(?: (?:its|their|the) (?:gates|cells|doors|cellars)|(?=[,;.]|$))"),
    ("detained", "found|pleaded|pronounced|judged|declared", r" guilty"),
    ("detained", "taken", r" (?:prisoner|hostage|captive|into custody)s?"),
    ("detained", "fell", r" (?:prisoner|captive|into (?:captivity|\w+ hands))"),
    (
        "detained",
        "placed|kept|put|held|taken",
        r" (?:under|in|into) (?:house arrest|arrest|custody|detention|guard|internment|quarantine|preventive \w+)",
    ),
    (
        "detained",
        "put|stood|went|faced|brought|sent|go|face|stand|facing|standing|awaited|awaiting|committed",
        r" (?:on |to |up for |for )?(?:\w+ )?trials?",
    ),
    ("detained", "on|awaiting|under", r" (?:\w+ )?trial"),
    (
        "detained",
        "brought|hauled|put|dragged|taken|appeared|sent|marched|came|tried|haled|arraigned",
        r" (?:up )?(?:before|in|to|into|by) (?:an? |the |special |military |revolutionary |people's |field |"
        r"drumhead )*(?:courts?|judges?|tribunals?|bench|justice|courts?-martial|troikas?|magistrates?)",
    ),
    ("detained", "in|into", r" the dock"),
    ("detained", "sent", r" down(?! (?:to|the|a))"),
    (
        "detained",
        "rounded|picked|swept|scooped|hauled|swooped|banged|locked|penned|caged|cooped|shut",
        r" (?:up|away|in)(?! alive)",
    ),
    (
        "detained",
        "taken|hauled|carted|led|dragged|marched|brought|pulled|driven|bundled|carried|frogmarched|whisked",
        r" (?:away|in for (?:questioning|interrogation)|off(?: to (?:jail|prison|gaol|the \w+))?)(?! (?:in|on|by|"
        r"from) (?:\w+ ){0,2}(?:trains?|wagons?|trucks?|ships|cars))",
    ),
    ("detained", "behind", r" (?:bars|barbed wire|the wire)"),
    ("detained", "in", r" (?:chains|irons|shackles|handcuffs|solitary|the cells|cells|penal servitude)"),
    ("detained", "clapped|thrown|put|held|kept", r" in(?:to)? (?:chains|irons|shackles|the cells|solitary)"),
    ("detained", "under", r" (?:house )?arrest"),
    ("detained", "under", r" (?:lock and key|indictment|guard|detention)"),
    ("detained", "prison|camp|gulag|inmate|detainee|jail|gaol", r" population"),
    (
        "detained",
        "given|got|received|drew|handed|serving|served|serve|facing|faced|earned|drawing|get|receive|doing|did",
        r" (?:an? |the )?(?:\w+ )?(?:(?:death|life|prison|jail|gaol|suspended|long|heavy|lengthy|stiff|camp|"
        r"custodial) (?:sentences?|terms?|imprisonment)|life|the death penalty|death penalty|prison|hard labou?r|"
        r"time)(?! to)",
    ),
    ("detained", "death|prison|jail|gaol|life|camp", r" (?:sentences?|terms?) for"),
    ("detained", "sentences|sentence|prison|jail|gaol|imprisonment|terms", r" for(?! (?:life|at|up|more|less))"),
    (
        "detained",
        "in|into",
        r" (?:[\w-]+ ){0,2}?(?:detention|custody|captivity|confinement|internment|prisons?|jails?|gaols?|"
        r"(?:concentration|labou?r|prison|internment|re-?education|transit|filtration|pow) camps)",
    ),
    (
        "detained",
        "removed|dismissed|purged|expelled|driven|ousted|forced|thrown|kicked|turned|drummed|hounded|ejected|"
        "sacked|struck|barred|suspended|excluded|retired|cleared|weeded",
        rf" (?:out )?(?:of|from|off) (?:[\w'’-]+ ){{0,2}}?{_OFFICE}",
    ),
    ("detained", "struck", r" off"),
    ("detained", "relieved|stripped", rf" of {_THEIR}{_OFFICE}"),
    ("detained", "lost", rf" {_THEIR}(?:posts?|seats?|commands?|offices?|positions?|commissions?|ranks?|chairs?)"),
    ("detained", "pensioned", r" off"),
    ("detained", "forcibly|compulsorily|prematurely", r" retired"),
    ("detained", "removed", r"(?= (?:by|in|after|for) )"),
    ("detained", _SENT, rf" (?:in)?to (?:[\w-]+ ){{0,3}}?{_DETENTION}"),
    ("detained", "passed|went|gone|go|pass|cycled", rf" through (?:[\w-]+ ){{0,3}}?(?:system|{_DETENTION})"),
    (
        "detained",
        "held|kept|locked|detained|penned|interned",
        rf" (?:up )?(?:in|at) (?:[\w-]+ ){{0,3}}?{_DETENTION}",
    ),
    ("detained", "taken", r"(?= (?:in|by|on|at|during|that|within) (?!surprise|account|care|advantage))"),
)
"""Of each its measure, the words it begins with, and what follows them; the first that fits is taken."""
