"""Which figures are held to contradict each other and, above all, which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from regimekit.analysis.audit import Audit, audit
from regimekit.analysis.contradictions import Contradiction
from regimekit.model import Dossier
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

SCHEMA = load_schema(None)


def aldova(*sections: str) -> Dossier:
    """A dossier with these parts below "Key Events"."""
    body = "\n\n".join(sections)
    return read_dossier(f"# Aldova (1931-1944)\n\n## Key Events\n\n{body}\n", "aldova-varda.md", SCHEMA)


def regime(name: str, *, overview: str = "", events: str = "", comparisons: str = "") -> Dossier:
    table = (
        f"## Overview\n| Field | Value |\n|---|---|\n| **Estimated Death Toll** | {overview} |\n" if overview else ""
    )
    text = f"# {name}\n\n{table}\n## Key Events\n\n{events}\n\n## Comparisons\n\n{comparisons}\n"
    return read_dossier(text, f"{name.lower().replace(' ', '-')}.md", SCHEMA)


def found(several: tuple[Contradiction, ...]) -> list[tuple[str, list[str]]]:
    return [(one.kind, [listed.estimate.quantity.verbatim for listed in one.figures]) for one in several]


THE_DEPORTATIONS = "### The Deportations (1933-1935)\n**Death toll**: 24,000-28,000"
ALL_DEATHS = "### All deaths by cause\n- "


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: 15,000", ["24,000-28,000", "15,000"]),
        (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: at least 40,000", ["24,000-28,000", "at least 40,000"]),
        (THE_DEPORTATIONS, "### Costs\n| Category | Deaths |\n|---|---|\n| Deportations | 3,000 |", None),
        # a narrower figure is the larger one
        (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: 31,000 (without those who were shot)", None),
        ("### The Siege of Marsk\n**Death toll**: 900", "### Losses\n- Siege of Marsk deaths: 2,100-2,400", None),
    ],
)
def test_two_totals_of_one_thing(one: str, other: str, figures: list[str] | None) -> None:
    contradictions = audit([aldova(one, other)]).within
    assert [kind for kind, _ in found(contradictions)] == ["same thing"]
    assert figures is None or found(contradictions)[0][1] == figures
    assert found(audit([aldova(other, one)]).within)[0][1] == found(contradictions)[0][1][::-1]


NO_CONTRADICTION = {
    "they overlap": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: 20,000-25,000"),
    "within a tenth of what is approximate": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: about 30,000"),
    "the bound is open on that side": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: at least 4,000"),
    "the range is open upwards": (
        "### The Deportations (1933-1935)\n**Death toll**: 4,000-5,000+",
        ALL_DEATHS + "Deportation deaths: 90,000",
    ),
    "a vague amount": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: hundreds of thousands"),
    "one year against the era": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths in 1934: 6,000"),
    "a province against the country": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths in the north alone: 900"),
    "a place against the country": (
        "### The Famine\n**Death toll**: 90,000",
        "### Losses\n- Famine deaths in Marsk province: 12,000",
    ),
    "executions against all deaths": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation executions: 900"),
    "deaths in prison against all deaths": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths in camps: 900"),
    "casualties against deaths": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation casualties: 90,000"),
    "children against all": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: 6,000 children"),
    "what is documented so far": (THE_DEPORTATIONS, ALL_DEATHS + "Documented deportation deaths: 6,000"),
    "what somebody claims": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: allegedly 700,000"),
    "with the missing": (THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: 40,000 dead or missing"),
    "other measures": (THE_DEPORTATIONS, ALL_DEATHS + "Deportations: 400,000 people were deported"),
    "parts": (THE_DEPORTATIONS, ALL_DEATHS + "All deaths: 50,000 (of them 15,000 in the deportations)"),
    "two campaigns of one name": (
        THE_DEPORTATIONS,
        "### The Deportations (1941)\n**Death toll**: 700",
    ),
    "a column of something else": (
        THE_DEPORTATIONS,
        "### Costs\n| Category | Deaths in the camps |\n|---|---|\n| Deportations | 3,000 |",
    ),
    "what nested items are about": (
        "### Massacres\n- **Marsk**\n  - Deaths: 400\n- **Vosk**\n  - Deaths: 40",
        "### Others",
    ),
    "what captions are about": (
        "### Massacres\n\n**In Marsk**:\n- Deaths: 400\n\n**In Vosk**:\n- Deaths: 40",
        "### Others",
    ),
    "what brackets are about": (
        "### Massacres\n- Deaths (camp of Marsk): 400\n- Deaths (camp of Vosk): 40",
        "### Others",
    ),
    "one day and another": (
        "### The Strike\n- Deaths on the first day: 400\n- Deaths on the second day: 40",
        "### Others",
    ),
    "rows of years": (
        THE_DEPORTATIONS,
        "### The Deportations, by year\n| Year | Deaths |\n|---|---|\n| 1933 | 3,000 |\n| 1934 | 9,000 |",
    ),
    "rows of places": (
        THE_DEPORTATIONS,
        "### The Deportations, by province\n| Province | Deaths |\n|---|---|\n| Marsk | 3,000 |\n| Vosk | 9,000 |",
    ),
    "the civilians of two wars": (
        "### The Marsk War\n- Civilian deaths: 5,000",
        "### The Vosk Uprising\n- Civilian deaths: 120",
    ),
    "the famine of two provinces": (
        "### Marsk\n- Famine deaths: 5,000",
        "### Vosk\n- Famine deaths: 120,000",
    ),
    "low and high": (
        "### The Deportations\n- Low estimate of deaths: 5,000",
        "### The Deportations, continued\n- High estimate of deaths: 120,000",
    ),
    "two authors": (
        "### The Deportations\n**Death toll**: 24,000 (Doe 1993)",
        ALL_DEATHS + "Deportation deaths: 15,000 (Lazar 2001)",
    ),
    "two authors of one year": (
        "### The Deportations\n**Death toll**: 24,000 (Doe 1993)",
        ALL_DEATHS + "Deportation deaths: 15,000 (Lazar 1993)",
    ),
    "two authors without a year": (
        "### The Deportations\n**Death toll**: 24,000 (Doe, The Aldovan Decade)",
        ALL_DEATHS + "Deportation deaths: 15,000, according to the Truth Commission",
    ),
    "one is named before it": (
        "### The Deportations\n**Death toll** (Doe): 24,000",
        ALL_DEATHS + "Deportation deaths: 15,000",
    ),
    "one of them has an author": (
        "### The Deportations\n**Death toll**: 24,000 (Doe 1993)",
        ALL_DEATHS + "Deportation deaths: 15,000",
    ),
}


@pytest.mark.parametrize("case", NO_CONTRADICTION, ids=lambda case: case)
def test_what_is_no_contradiction_within_a_dossier(case: str) -> None:
    one, other = NO_CONTRADICTION[case]
    assert found(audit([aldova(one, other)]).within) == []
    assert found(audit([aldova(other, one)]).within) == []


def cited(rows: str, more: str) -> Audit:
    table = "| Source | Deaths |\n|---|---|\n"
    return audit([aldova(f"### The Winter Famine\n{table}{rows}", f"### The Winter Famine: how many?\n{table}{more}")])


@pytest.mark.parametrize(
    ("rows", "more", "kinds"),
    [
        ("| Doe (1993) | 30,000 |", "| Doe (1993) | 21,000 |", ["same author"]),
        ("| Doe (1993) | 30,000 |", "| Doe | 21,000 |", ["same author"]),
        ("| Doe (1993) | 30,000 |", "| Doe (1995) | 30,000 |", ["year of the work"]),
        ("| Doe (1993) | 30,000 |", "| Doe (1993) | 30,000 |", []),
        ("| Doe (1993) | 30,000 |", "| Doe (2007) | 21,000 |", []),  # who changed his mind
        ("| Doe (1993) | 30,000 |", "| Lazar (1993) | 21,000 |", []),
        ("| Doe (1993) | 30,000 |", "| Doe (1993) | 8,000 in the north alone |", []),
        ("| Doe (1993) | 30,000 |", "| Doe (1993) | 8,000 children |", []),
        ("| Doe (1993) | 30,000 |\n| Doe (1993) | 21,000 |", "| Lazar (1999) | 25,000 |", []),  # in one table
        ("| Most scholars | 30,000 |", "| Most scholars | 8,000 |", []),  # not of one hand
        ("| Government | 30,000 |", "| Government | 8,000 |", []),
    ],
)
def test_one_author_with_two_figures(rows: str, more: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in found(cited(rows, more).within)] == kinds


def test_disputes_are_counted_and_left_out() -> None:
    result = cited("| Doe (1993) | 30,000 |\n| Lazar (2001) | 12,000 |", "| Ostrow (2003) | 90,000 |")
    assert (result.within, result.disputes) == ((), 1)
    assert cited("| Doe (1993) | 30,000 |", "| Lazar (2001) | 28,000-33,000 |").disputes == 0


def test_parts_and_tolls_of_the_overview() -> None:
    events = "- 3,000 people were killed (2,100 shot; 1,500 died in prison)"
    result = audit([regime("Aldova", overview="60,000", events=events)])
    assert found(result.within) == [
        ("toll without support", ["60,000"]),
        ("parts exceed total", ["3,000", "2,100", "1,500"]),
    ]
    assert "add up to 3,600" in result.within[1].explanation


MASSACRE = "### The Sarn Bridge Massacre (May 1938)\n**Death toll**: "
LINK = "- [[aldova]] — relationship: causal"


def two(one: str, other: str, link: str = LINK) -> Audit:
    return audit([regime("Aldova", events=one), regime("Port Sarn", events=other, comparisons=link)])


def test_one_event_in_two_dossiers() -> None:
    result = two(MASSACRE + "about 400", MASSACRE + "1,100-1,300")
    assert found(result.across) == [("event in two dossiers", ["about 400", "1,100-1,300"])]
    assert result.within == ()
    assert result.across[0].explanation.startswith("1,100-1,300 lies wholly above about 400")


NO_CONTRADICTION_ACROSS = {
    "they overlap": (MASSACRE + "400", MASSACRE + "300-600"),
    "a generic name": (
        "### The Great Purge (1938)\n**Death toll**: 400",
        "### The Great Purge (1938)\n**Death toll**: 9",
    ),
    "a common place": (
        "### The Harbour Strike (1938)\n**Death toll**: 400",
        "### The Harbour Strike (1938)\n**Death toll**: 9",
    ),
    "a civil war": ("### The Civil War (1938)\n**Death toll**: 400", "### Civil War (1938)\n**Death toll**: 9"),
    "other words": (MASSACRE + "400", "### The Massacre (May 1938)\n**Death toll**: 1,100"),
    "another year": (MASSACRE + "400", MASSACRE.replace("1938", "1943") + "1,100"),
    "one is not dated": (MASSACRE + "400", MASSACRE.replace(" (May 1938)", "") + "1,100"),
    "two authors": (MASSACRE + "400 (Doe 1993)", MASSACRE + "1,100 (Lazar 2001)"),
    "another measure": (MASSACRE + "400", MASSACRE.replace("Death toll", "Displaced") + "9,000 people fled"),
    "a group": (MASSACRE + "1,100", MASSACRE + "40 children"),
    "people rather than an event": (
        "### Losses (1938)\n- Jewish victims: 400",
        "### Losses (1938)\n- Jewish victims: 90,000",
    ),
    "both figures in both": (
        f"{MASSACRE}400 (Doe 1993), 1,100 (Lazar 2001)",
        f"{MASSACRE}400 (Doe 1993), 1,100 (Lazar 2001)",
    ),
}


@pytest.mark.parametrize("case", NO_CONTRADICTION_ACROSS, ids=lambda case: case)
def test_what_is_no_contradiction_across_dossiers(case: str) -> None:
    one, other = NO_CONTRADICTION_ACROSS[case]
    assert found(two(one, other).across) == []
    assert found(two(other, one).across) == []


def test_dossiers_that_do_not_know_of_each_other_mean_two_events() -> None:
    assert two(MASSACRE + "400", MASSACRE + "1,100", link="").across == ()


def compared(line: str, overview: str = "3,000-3,500") -> list[tuple[str, list[str]]]:
    return found(audit([regime("Aldova", overview=overview), regime("Port Sarn", comparisons=line)]).across)


@pytest.mark.parametrize(
    "line",
    [
        "- [[aldova]] — relationship: structural (death toll of 900-1,200)",
        "- [[aldova]]: death toll at least 40,000",
        "| Regime | Deaths |\n|---|---|\n| [[aldova]] | 90,000 |",
    ],
)
def test_a_comparison_against_the_dossier_that_it_links(line: str) -> None:
    assert [kind for kind, _ in compared(line)] == ["toll in another dossier"]


@pytest.mark.parametrize(
    ("line", "overview"),
    [
        ("- [[aldova]]: death toll of 3,200", "3,000-3,500"),
        ("- [[aldova]]: 900 people were killed", "3,000-3,500"),  # in what, is not said
        ("- [[aldova]]: the famine's death toll was 900", "3,000-3,500"),
        ("- [[aldova]]: death toll of 900 in 1934", "3,000-3,500"),
        ("- [[aldova#The Camps]]: death toll of 900", "3,000-3,500"),
        ("- [[aldova]]: death toll of thousands", "3,000-3,500"),
        ("- [[aldova]]: death toll of 900 (Truth Commission)", "3,000-3,500"),
        ("- [[aldova]]: death toll of 6,500", "5,500-6,000 executed; 1,000 died in prison"),  # both together
        ("- [[aldova]]: death toll of 900", "tens of thousands"),
        ("- [[aldova]] and [[vosk]]: death toll of 900", "3,000-3,500"),
        ("- [[vosk]]: death toll of 900", "3,000-3,500"),
        ("| Regime | Deaths in prison |\n|---|---|\n| [[aldova]] | 900 |", "3,000-3,500"),
    ],
)
def test_what_is_no_contradiction_of_a_comparison(line: str, overview: str) -> None:
    assert compared(line, overview) == []


def test_measures_and_sections_ask_for_contradictions_with_such_a_figure() -> None:
    dossier = aldova(THE_DEPORTATIONS, ALL_DEATHS + "Deportation deaths: 15,000")
    assert len(audit([dossier], ["deaths"], ["key_events"]).within) == 1
    assert audit([dossier], ["detained"]).within == ()
    assert audit([dossier], (), ["fall"]).within == ()


EVENTS = st.sampled_from(
    [MASSACRE, "### The Vosk Uprising (1934)\n**Death toll**: ", THE_DEPORTATIONS + "\n\n### X\n- "]
)
AMOUNTS = st.sampled_from(["40", "about 400", "1,100-1,300", "at least 9,000", "hundreds", "60 (Doe 1993)"])


@st.composite
def folders(draw: st.DrawFn) -> list[Dossier]:
    names = ["Aldova", "Port Sarn", "Low Fen", "Vosk"]
    return [
        regime(
            name,
            overview=draw(AMOUNTS),
            events="\n\n".join(draw(EVENTS) + draw(AMOUNTS) for _ in range(draw(st.integers(0, 2)))),
            comparisons=f"- [[{draw(st.sampled_from(['aldova', 'port-sarn', 'vosk']))}]]: death toll {draw(AMOUNTS)}",
        )
        for name in names[: draw(st.integers(1, 4))]
    ]


@given(folders().flatmap(lambda folder: st.tuples(st.just(folder), st.permutations(folder))))
def test_the_order_of_dossiers_changes_nothing(both: tuple[list[Dossier], list[Dossier]]) -> None:
    assert audit(both[0]) == audit(both[1])


@given(folders())
def test_a_dossier_on_other_things_adds_nothing(folder: list[Dossier]) -> None:
    other = regime("Far Isle", overview="70", events="### The Far Isle Raid (1801)\n**Death toll**: 70")
    assert audit([*folder, other]).contradictions == audit(folder).contradictions


@given(AMOUNTS, AMOUNTS)
def test_contradicting_is_symmetric(one: str, other: str) -> None:
    there, back = two(MASSACRE + one, MASSACRE + other), two(MASSACRE + other, MASSACRE + one)
    assert [figures[::-1] for _, figures in found(there.across)] == [figures for _, figures in found(back.across)]


def test_copies_of_a_folder_are_compared_once() -> None:
    folder = [
        regime("Aldova", events=MASSACRE + "400"),
        regime("Port Sarn", events=MASSACRE + "1,100", comparisons=LINK),
    ]
    copies = [
        replace(dossier, path=f"{number}/{dossier.path}", slug=f"{dossier.slug}-{number}")
        for number in range(30)
        for dossier in folder
    ]
    assert len(audit([*folder, *copies]).across) == 1
