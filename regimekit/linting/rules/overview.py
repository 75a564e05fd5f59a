"""2xx: the table at the top of a dossier."""

from __future__ import annotations

from collections.abc import Iterator

from regimekit.analysis.namesakes import name_words, same_person
from regimekit.linting.context import Context
from regimekit.linting.duration import contradictions
from regimekit.linting.rule import Fault, rule
from regimekit.model import Dossier, Field, Span

_NOTHING = frozenset({"", "-", "–", "—", "--", "?", "...", "…", "n/a", "none", "unknown"})


@rule("RK201", severity="error", remedy="Add the row to the Overview, or make the field optional in regimekit.yaml.")
def missing_field(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The Overview lacks a field that the schema requires.

    The fields are what regimes are listed, sorted and compared by. A key of
    the front matter counts as well. Where the Overview has no table at all, one
    finding names all the fields.

    Bad::

        | Field | Value |
        |-------|-------|
        | **Leader(s)** | Ion Varda |

    Good::

        | Field | Value |
        |-------|-------|
        | **Country/Region** | Aldova |
        | **Dates** | 1961-1974 |
        | **Leader(s)** | Ion Varda |
        (and so on, as the schema lists them)
    """
    required = context.schema.required_fields
    given = {field.id for field in dossier.overview}
    # "dates.regime_start" of the front matter says something of the dates
    given |= {context.schema.field_id(field.label.partition(".")[0]) for field in dossier.overview if field.header}
    missing = [expected for expected in required if expected.id not in given]
    section = dossier.section("overview")
    if not missing or (section is None and len(missing) == len(required)):
        return  # where there is no Overview at all, that is what is missing: RK101
    place = Span(section.span.first, section.span.first) if section else context.title
    ids = {expected.id for expected in required}
    if any(field.id in ids and not field.header for field in dossier.overview):
        for expected in missing:
            yield place, f"the field {expected.label!r} is missing"
    else:
        yield place, f"the Overview has no table of fields; missing: {', '.join(field.label for field in missing)}"


@rule("RK202", severity="error", remedy="Fill the field in; where nobody knows, say so in words and say who looked.")
def empty_field(dossier: Dossier) -> Iterator[Fault]:
    """A field of the Overview is empty, or holds a dash or a bare "unknown".

    Bad::

        | **Estimated Death Toll** | - |

    Good::

        | **Estimated Death Toll** | Several hundred (no count has been made) |
    """
    for field in dossier.overview:
        if field.id is not None and not field.header and _is_nothing(field):
            yield field.span, f"the field {field.label!r} is empty", field.value or field.label


def _is_nothing(field: Field) -> bool:
    return field.value.strip(" *_.").casefold() in _NOTHING or not field.value.strip(" *_")


@rule("RK203", severity="error", remedy="Merge the two rows.")
def duplicate_field(dossier: Dossier) -> Iterator[Fault]:
    """A field stands twice in the Overview.

    Only one of the two values is read.

    Bad::

        | **Dates** | 1961-1974 |
        | **Years in power** | 1961-1975 |

    Good::

        | **Dates** | 1961-1974 |
    """
    seen: dict[str, Field] = {}
    for field in dossier.overview:
        if field.id is not None and not field.header:
            first = seen.setdefault(field.id, field)
            if first is not field:
                message = f"{field.label!r} repeats the field {first.label!r} of line {first.span.first}"
                yield field.span, message, field.label


@rule("RK204", severity="info", remedy="Use a label that the schema knows, or add the field to regimekit.yaml.")
def unknown_field(dossier: Dossier) -> Iterator[Fault]:
    """The Overview has a field that the schema does not know.

    It may be a field of one's own, which belongs into regimekit.yaml then, or a
    label that was mistyped and is therefore not read.

    Bad::

        | **Estimted Deth Toll** | 3,000-4,000 |

    Good::

        | **Estimated Death Toll** | 3,000-4,000 |
    """
    for field in dossier.overview:
        if field.id is None and not field.header and field.label.strip():
            yield field.span, f"the schema knows no field {field.label!r}", field.label


@rule("RK205", remedy="Name the type in the schema's words, or add the word to regimekit.yaml.")
def type_outside_vocabulary(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The regime's type holds no word of the schema's vocabulary.

    Regimes are grouped by these words; a type in other words puts the regime
    into a group of its own.

    Bad::

        | **Type** | Strong government |

    Good::

        | **Type** | Military dictatorship |
    """
    field = dossier.field("type")
    if field is not None and not field.terms and not _is_nothing(field):
        yield field.span, f"{field.value!r} is no type of regime that the schema knows", field.value


@rule(
    "RK206",
    severity="error",
    remedy="Write when the regime began and ended, as '1961-1974' or 'May 3, 1961 - present'.",
)
def unreadable_dates(dossier: Dossier) -> Iterator[Fault]:
    """The Dates field names no date that can be read.

    Without it a regime has no place in any timeline.

    Bad::

        | **Dates** | the long reign |

    Good::

        | **Dates** | May 3, 1961 - 1974 |
    """
    field = dossier.field("dates")
    if field is not None and not field.dates and not _is_nothing(field):
        yield field.span, f"no date can be read in {field.value!r}", field.value


@rule("RK207", severity="error", remedy="Correct the duration or the dates.")
def duration_contradicts_dates(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The duration is not the time between the dates.

    One of the two is wrong, and nobody can see which. Each length of time in
    the field must fit some start and end in the dates; the year more or less of
    whoever counts the first year is let pass, and "ongoing" runs to the
    dossier's last update.

    Bad::

        | **Dates** | 1924-1953 |
        | **Duration** | 31 years |

    Good::

        | **Dates** | 1924-1953 |
        | **Duration** | 29 years |
    """
    dates, duration = dossier.field("dates"), dossier.field("duration")
    if dates is None or duration is None:
        return
    updated = dossier.updated.date if dossier.updated else None
    today = (updated.latest if updated else None) or context.settings.today
    for length in contradictions(duration.value, dates.dates, today):
        yield duration.span, f"{length.verbatim!r} is not the time between the dates ({dates.value})", length.verbatim


@rule("RK208", remedy="Add the leader to the key figures, or correct the name.")
def leader_absent_from_key_figures(dossier: Dossier) -> Iterator[Fault]:
    """A leader of the Overview is not among the key figures.

    The key figures say what role somebody played; whoever led the regime must
    be among them, under the same name.

    Bad::

        | **Leader(s)** | Ion Varda |

        ## Key Figures
        - **Petru Lazar** — Minister of the Interior

    Good::

        | **Leader(s)** | Ion Varda |

        ## Key Figures
        - **Ion Varda** — President
        - **Petru Lazar** — Minister of the Interior
    """
    listed = [person for person in dossier.people if not person.leader]
    if not listed or dossier.section("key_figures") is None:
        return
    for leader in dossier.people:
        if leader.leader and not any(same_person(leader, person) for person in listed):
            yield leader.span, f"{leader.name} is not among the key figures", leader.name


@rule("RK209", remedy="Write the duration as a number with its unit, as '13 years' or '7 years, 8 months'.")
def unreadable_duration(dossier: Dossier) -> Iterator[Fault]:
    """The Duration field holds no length of time that can be read.

    Bad::

        | **Duration** | A generation |

    Good::

        | **Duration** | 13 years |
    """
    field = dossier.field("duration")
    if field is None or field.header or _is_nothing(field):
        return
    if not any(word in field.value.casefold() for word in _UNITS):
        yield field.span, f"no length of time can be read in {field.value!r}", field.value


_UNITS = ("year", "yr", "month", "week", "day", "decade")


@rule("RK210", severity="error", remedy="Correct the years of the title or of the Overview.")
def title_contradicts_dates(dossier: Dossier, context: Context) -> Iterator[Fault]:
    """The years in the title are not those of the Overview.

    A title such as "Aldova under Ion Varda (1961-1974)" is read before the
    table is; where they differ by more than a year, one of them is wrong.

    Bad::

        # Aldova under Ion Varda (1961-1974)
        | **Dates** | 1967 - 1974 |

    Good::

        # Aldova under Ion Varda (1961-1974)
        | **Dates** | May 3, 1961 - 1974 |
    """
    field = dossier.field("dates")
    title = next((event for event in dossier.events if event.span == context.title and event.kind == "heading"), None)
    if field is None or not field.dates or title is None or "/" not in title.date.edtf:
        return
    begun, ended = title.date.earliest, title.date.latest
    for year, known in (
        (begun.year if begun else None, [date.earliest.year for date in field.dates if date.earliest]),
        (ended.year if ended else None, [date.latest.year for date in field.dates if date.latest]),
    ):
        if year is not None and known and all(abs(year - other) > 1 for other in known):
            said = title.date.verbatim
            yield context.title, f"the title says {said}, the Overview {field.value!r}", said
            return


@rule("RK211", remedy="Give the number, or a range of numbers, and say in brackets whom it counts.")
def toll_without_number(dossier: Dossier) -> Iterator[Fault]:
    """The death toll of the Overview names no number, not even a vague one.

    Without a number the regime is left out of every comparison. Where no count
    exists "hundreds" or "thousands" says at least the order of magnitude.

    Bad::

        | **Estimated Death Toll** | Considerable |

    Good::

        | **Estimated Death Toll** | 3,000-4,000 (of them 2,100 named) |
    """
    field = dossier.field("death_toll")
    if field is not None and not field.header and not field.quantities and not _is_nothing(field):
        spoken = field.value.casefold()
        if not any(word in spoken for word in ("hundred", "thousand", "million", "dozen", "score", "few", "none")):
            yield field.span, f"no number can be read in {field.value!r}", field.value


@rule("RK212", severity="error", remedy="Correct the one that is wrong.")
def front_matter_contradicts_overview(dossier: Dossier) -> Iterator[Fault]:
    """A key of the front matter and a row of the Overview say different things.

    Programs read the front matter, people the table: each gets another regime.
    Compared are dates (by their first and last year), leaders and types.

    Bad::

        ---
        dates: 1961-1974
        ---
        | **Dates** | 1951-1974 |

    Good::

        ---
        dates: 1961-1974
        ---
        | **Dates** | May 3, 1961 - 1974 |
    """
    rows = {field.id: field for field in dossier.overview if not field.header}
    for key in dossier.overview:
        row = rows.get(key.id) if key.header and key.id else None
        if row is not None and _contradict(key, row):
            message = f"{key.label} {key.value!r} contradicts {row.label} {row.value!r} in line {row.span.first}"
            yield key.span, message, key.value


def _contradict(key: Field, row: Field) -> bool:
    if key.id == "dates":
        return bool(key.dates and row.dates) and _years(key).isdisjoint(_years(row))
    if key.id == "leaders":
        return name_words(key.value).isdisjoint(name_words(row.value))
    return key.id == "type" and bool(key.terms and row.terms) and set(key.terms).isdisjoint(row.terms)


def _years(field: Field) -> set[tuple[int | None, int | None]]:
    """First and last year of each time that a field names."""
    return {
        (date.earliest.year if date.earliest else None, date.latest.year if date.latest else None)
        for date in field.dates
    }
