"""Amounts in running text, and the numbers that are none."""

import pytest

from regimekit.parsing.quantities import find_quantities, parse_quantity

BOUNDS = """
3.3 million                          | 3300000 3300000 exact
~3.3 million                         | 3300000 3300000 approximate
about 8,000                          | 8000 8000 approximate
some 3,000                           | 3000 3000 approximate
c. 3,000                             | 3000 3000 approximate
3,000 (est.)                         | 3000 3000 approximate
2 million or so                      | 2000000 2000000 approximate
nearly 1 million                     | 1000000 1000000 approximate
approaching 1 million                | 1000000 1000000 approximate
about a dozen                        | 12 12 approximate
exactly 846                          | 846 846 exact
at least 20 million                  | 20000000 - at least
Minimum 102,000                      | 102000 - at least
500 at minimum                       | 500 - at least
very roughly, a minimum of about 50,000 | 50000 - at least
6,000+                               | 6000 - at least
1.4+ million                         | 1400000 - at least
2.5 million+                         | 2500000 - at least
200 or more                          | 200 - at least
40,000 to higher figures             | 40000 - at least
as few as 12                         | 12 - at least
more than 500                        | 500 - more than
over a million                       | 1000000 - more than
upwards of 40                        | 40 - more than
>300,000                             | 300000 - more than
up to 420,000                        | - 420000 at most
no more than 50                      | - 50 at most
as many as 20,000                    | - 20000 at most
at most 50                           | - 50 at most
fewer than 100                       | - 100 less than
less than one million                | - 1000000 less than
5.5-6.5 million                      | 5500000 6500000 range
1.5–2 million                        | 1500000 2000000 range
1.671-1.871 million                  | 1671000 1871000 range
2.125 to 3 million                   | 2125000 3000000 range
1.500-2.000                          | 1500 2000 range
12.500-15.000 dead                   | 12500 15000 range
750,000-1.5 million                  | 750000 1500000 range
800,000 to 1 million                 | 800000 1000000 range
500,000 - 2,000,000                  | 500000 2000000 range
between 3 and 5 million              | 3000000 5000000 range
between two hundred and three hundred | 200 300 range
from 200 to 300                      | 200 300 range
two to three hundred thousand        | 200000 300000 range
~ 3-5 million                        | 3000000 5000000 range
9,000 (official) to 30,000 (NGOs)    | 9000 30000 range
250,000-500,000+                     | 250000 500000 open range
191 (official) to 2,000+ (estimated) | 191 2000 open range
600,000 to more than 2 million       | 600000 2000000 open range
several hundred to 1,000             | - 1000 open range
six                                  | 6 6 exact
twenty-one                           | 21 21 exact
two dozen                            | 24 24 exact
half a million                       | 500000 500000 exact
a quarter of a million               | 250000 250000 exact
a million and a half                 | 1500000 1500000 exact
two and a half million               | 2500000 2500000 exact
three hundred and fifty thousand     | 350000 350000 exact
two million five hundred thousand    | 2500000 2500000 exact
12 000                               | 12000 12000 exact
1.200.000                            | 1200000 1200000 exact
12.000 dead                          | 12000 12000 exact
1,5 million                          | 1500000 1500000 exact
300k                                 | 300000 300000 exact
0.8m                                 | 800000 800000 exact
1.2 mn                               | 1200000 1200000 exact
2 lakh                               | 200000 200000 exact
12,00,000                            | 1200000 1200000 exact
1½ million                           | 1500000 1500000 exact
4.35 million                         | 4350000 4350000 exact
"""


def _rows(table: str) -> list[tuple[str, str]]:
    rows = [line.partition(" | ") for line in table.strip().splitlines()]
    return [(left.strip(), right.strip()) for left, _, right in rows]


@pytest.mark.parametrize(("text", "expected"), _rows(BOUNDS))
def test_bounds_and_qualifier(text, expected):
    low, high, qualifier = expected.split(" ", 2)
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.qualifier, quantity.unit) == (
        None if low == "-" else int(low),
        None if high == "-" else int(high),
        qualifier,
        "people",
    )


@pytest.mark.parametrize(
    ("text", "magnitude"),
    [
        ("several", 1),
        ("dozens", 10),
        ("scores of villagers", 10),
        ("hundreds", 100),
        ("a few hundred", 100),
        ("several thousand", 1000),
        ("thousands to tens of thousands", 1000),
        ("tens of thousands", 10_000),
        ("several hundred thousand", 100_000),
        ("hundreds of thousands", 100_000),
        ("millions", 1_000_000),
        ("many", None),
    ],
)
def test_vague_amounts_have_a_magnitude_and_no_bounds(text, magnitude):
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.qualifier, quantity.low, quantity.high, quantity.magnitude) == ("vague", None, None, magnitude)


NO_AMOUNTS = """
in 1937; 1937-1938; 1932-33; the 1932 deaths; mid-1930s; the '68 movement
aged 16; a 14-year-old boy; 45 years old; at age nine; as young as eight; died at 94
the 21st; 20th Congress; twenty-first; the second half
Article 58; Resolution 1593; Order 227; Office 870; Room 101; No. 45; #45; Unit 731; Group of 77; Council of Nine
S-21; F-16; WW2; T-34; COP29; G20; Camp 14
one in four; 1 in 10; two-thirds of the army; half of them; three-member; one-party; 24-hour; 5km
11:30 PM; 9 a.m.; 24/7; 9/11; 2/3; 1.2.3; 3,4; 192.168.1.1; +45
7-1 decision; won 6-0; how many people; one of the largest; all but two
November 16; 16 November
"""


@pytest.mark.parametrize("text", [text for line in NO_AMOUNTS.strip().splitlines() for text in line.split("; ")])
def test_numbers_that_are_no_amounts(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("25%", "percent"),
        ("40–50 percent", "percent"),
        ("$5 million", "other"),
        ("$1-8 billion", "other"),
        ("EUR 30 million", "other"),
        ("300 marks", "other"),
        ("16,000 tons", "other"),
        ("700 villages", "other"),
        ("13 divisions", "other"),
        ("600 families", "other"),
        ("45 years", "other"),
        ("20 per 1,000", "other"),
        ("5,000 prison guards", "people"),
        ("5,000 high school and university students", "people"),
        ("12 death camps", "other"),
        ("40 Kurds", "people"),
        ("4,500 lashes", "other"),
    ],
)
def test_what_is_counted_gives_the_unit(text, unit):
    assert find_quantities(text)[0].quantity.unit == unit


def test_an_ambiguous_scale_is_read_as_thousands_and_flagged():
    (found,) = find_quantities("some 3-5,000 villagers")
    assert (found.quantity.low, found.quantity.high, found.ambiguous) == (3000, 5000, True)
    (plain,) = find_quantities("250-3,000 villagers")
    assert (plain.quantity.low, plain.ambiguous) == (250, False)


def test_a_range_written_backwards_is_flagged_and_turned():
    (found,) = find_quantities("between 9,000 and 4,000 dead")
    assert (found.quantity.low, found.quantity.high, found.reversed) == (4000, 9000, True)


def test_a_change_is_two_amounts():
    first, second = find_quantities("membership fell from 6,000 to 900")
    assert (first.quantity.low, first.changes, second.quantity.low) == (6000, True, 900)


def test_the_whole_of_a_share_is_marked():
    share, whole = find_quantities("12 of its 30 officers")
    assert (share.quantity.low, share.total_of, whole.quantity.low, whole.total_of) == (12, False, 30, True)
    assert share.counted.noun == "officers"


def test_spans_enclose_qualifiers_and_nothing_else():
    text = "They shot at least 40 monks and (about) 300,000+ others."
    assert [text[one.start : one.end] for one in find_quantities(text)] == ["at least 40", "300,000+"]


def test_masked_spans_are_not_read():
    text = "On May 12 300 people were shot"
    assert [one.quantity.low for one in find_quantities(text, [(3, 9)])] == [300]


@pytest.mark.parametrize(
    "text", ["", " ", "İ 5 İ people", "½", "1" * 400, "9" * 16, "٣٤ people", "-", "5-", "~", "to 5 to"]
)
def test_odd_text_is_read_without_an_error(text):
    for one in find_quantities(text):
        assert text[one.start : one.end] == one.quantity.verbatim
