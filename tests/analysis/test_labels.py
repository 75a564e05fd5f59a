"""What the label of a row says: the period, the part of a whole, what comes on top."""

import pytest

from regimekit.analysis.labels import comes_on_top, label_of, narrowing_remarks, remark_of, told_apart, years_said
from regimekit.model import Attribution, Estimate, Quantity, Span


@pytest.mark.parametrize(
    ("text", "verbatim", "years"),
    [
        ("archive, camps only, 1934-1953 | 5,000 deaths", "5,000", (1934, 1953)),
        ("Radio | 5,000 | 1969 alone", "5,000", (1969, 1969)),
        ("Ministry | 5,000 | Apr 1968 - Jan 1970", "5,000", (1968, 1970)),
        ("5,000 deaths (shot, hanged) 1939-1943", "5,000", (1939, 1943)),
        ("The war of 1914-1918 was over; 5,000 deaths", "5,000", None),
        ("Lind (1982-1987) | 5,000", "5,000", None),
        ("Lind, interviews of 1995-1998 | 5,000", "5,000", None),
        ("Lind, 1995-1998 interviews | 5,000", "5,000", None),
        ('Lind, "Hunger in Selm 1947-1948" (1990) | 5,000', "5,000", None),
        ("5,000 in 1934-1936 and 1940-1941", "5,000", None),
        ("1939-1943", "1939-1943", None),
        ("5,000 in 1969", "5,000", None),
    ],
)
def test_the_period_of_a_row(text: str, verbatim: str, years: tuple[int, int] | None) -> None:
    assert years_said(text, verbatim) == years


@pytest.mark.parametrize(
    ("text", "on_top"),
    [
        ("5,000 additional cases", True),
        ("another 5,000", True),
        ("5,000 more were shot", True),
        ("a further 5,000", True),
        ("5,000 or more", False),
        ("5,000 more or less", False),
        ("5,000, more than Lind has", False),
        ("Another estimate is 5,000", False),
        ("Further research gives 5,000", False),
    ],
)
def test_what_comes_on_top_of_another_figure(text: str, on_top: bool) -> None:
    assert comes_on_top(text, "5,000") is on_top


def row(line: int, label: str, author: str = "Lind", year: int | None = None, caption: str = "Deaths") -> Estimate:
    quantity = Quantity(f"{line},000", line * 1000, line * 1000, "exact")
    text = f"{author}{label} | {line},000 deaths"
    whose = Attribution(author, year, "scholar")
    return Estimate(Span(line, line), quantity, "deaths", text, "key_events", attribution=whose, caption=caption)


@pytest.mark.parametrize(
    ("rows", "apart"),
    [
        ((row(1, ", arrested"), row(2, ", imprisoned")), ["arrested", "imprisoned"]),
        ((row(1, ", townspeople in the rising"), row(2, ", townspeople")), ["rising", ""]),
        ((row(1, ", 10 November"), row(2, ", afterwards in the camps")), ["november", "afterward camp"]),
        # how he came to it, and in which work, is not what it counts
        ((row(1, ", national, from county annals"), row(2, ", lecture abstract")), ["", ""]),
        ((row(1, ", possible upper estimate"), row(2, ", minimum")), ["", ""]),
        ((row(1, ", townspeople"), row(2, ", villagers", author="Moll")), ["", ""]),
        ((row(1, ", townspeople", year=1981), row(2, ", villagers", year=1984)), ["", ""]),
        ((row(1, ", townspeople"), row(2, ", villagers", caption="Total")), ["", ""]),
    ],
)
def test_two_figures_of_one_author_that_he_tells_apart(rows: tuple[Estimate, ...], apart: list[str]) -> None:
    assert told_apart(rows, frozenset()) == [frozenset(words.split()) for words in apart]


def test_a_label_is_what_stands_beside_the_author() -> None:
    assert label_of(row(1, " (1990), afterwards in the camps")) == "afterwards in the camps"


@pytest.mark.parametrize(
    ("remarks", "apart"),
    [
        (("province of Selm", "Vale prison"), [True, True]),
        (("province of Selm", ""), [True, False]),
        (("Selm", "Selm"), [False, False]),  # all say it, so it parts nothing
        (("first 750 days", ""), [True, False]),
        (("civilians", "soldiers of the south"), [True, True]),
        (("camps only", ""), [True, False]),
        (("quoted by Moll in Selm", "as reported by Radio Vale"), [False, False]),  # through whom it was read
        (("expert report for the Court of Selm", "list of names"), [False, False]),  # and in which work
        (("by Moll, Lind and Vale", "of whom 300 women"), [False, False]),
        (("March 1990", "most probable figure"), [False, False]),  # when it was said
    ],
)
def test_remarks_that_name_another_place_group_or_time(remarks: tuple[str, ...], apart: list[bool]) -> None:
    rows = [
        row(line, f" (1990), {remark}" if remark else " (1990)", f"Lind{line}")
        for line, remark in enumerate(remarks, 1)
    ]
    assert narrowing_remarks(rows, frozenset()) == apart


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Lind (1990), province of Selm | 300", "province of Selm"),
        ("Lind (undated), Selm (south) | 300", "Selm (south)"),
        ("Lind 1990 | 300", None),
        ("1946 | Lind (1990) | 300 (a minimum)", None),
        ("300 killed, according to Lind (1990), in Selm", None),
    ],
)
def test_what_a_row_says_beside_its_author(text: str, remark: str | None) -> None:
    assert remark_of(text, "Lind") == remark
