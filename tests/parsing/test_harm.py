"""Whether an amount counts people harmed, and how: one statement a line, and what a careful reader takes from it."""

import pytest

from regimekit.parsing.estimates import read_estimates
from regimekit.parsing.harm import measure_of
from regimekit.parsing.passages import Passage

VERB_BEHIND = """
12,000 were shot in the quarry | 12000 deaths
45 marchers shot dead, 210 wounded | 45 deaths; 210 injured
Some 300 monks were shot and 20 churches burned | 300 deaths
5 people were shot by 3 soldiers | 5 deaths
14 prisoners were shot while escaping | 14 deaths
13 shot, the rest released | 13 deaths
35,000 Border Guard officers tried | 35000 detained
130 reporters dismissed | 130 detained
15,000 suspected leftists rounded up | 15000 detained
19 found guilty; 12 sentenced to death, of whom 4 were hanged | 19 detained; 12 detained; 4 deaths
Between 150 and 200 students disappeared | 150-200 disappeared
2,115 people remain missing | 2115 disappeared
340 detainees tortured | 340 tortured
Up to 90,000 people fled across the border | -90000 displaced
70,000 sent to labour camps | 70000 detained
250,000 forced to work on the canal | 250000 forced_labour
An estimated 1.5-2 million people starved to death | 1500000-2000000 deaths
1.2 million peasants ordered to evacuate | 1200000 displaced
600 teachers lost their jobs | 600 other
Approximately 3 million people became refugees | 3000000 displaced
22-30 thousand subjected to torture | 22000-30000 tortured
5,577 men and 450 women executed | 5577 deaths; 450 deaths
2 bishops and 47 priests imprisoned | 2 detained; 47 detained
400 Kurds, 100 Yazidis and 33 Assyrians killed | 400 deaths; 100 deaths; 33 deaths
13 notables executed | 13 deaths
40,000 arrested and later shot | 40000 deaths
300 killed or disappeared | 300 deaths
98 of the 139 members of the council shot | 98 deaths
Of the 1,966 delegates, 1,108 were arrested | 1108 detained
600 families (3,100 people) were evicted | 3100 displaced
The dock workers (about 300) fled | 300 displaced
16 defendants; all hanged | 16 deaths
The bomb killed 241 people, including 30 children | 241 deaths; 30 deaths
"""
NOUN_BEHIND = """
400,000 famine deaths | 400000 deaths
20,000 total deaths and disappearances | 20000 deaths
5,000 arrests in one night | 5000 detained
1,800 political prisoners | 1800 detained
27,000 certified torture victims | 27000 tortured
2,200 victims of political killing identified | 2200 deaths
800 victims of repression abroad | 800 other
8 million famine victims | 8000000 other
90 torture cases certified | 90 tortured
500 children orphaned | 500 other
1.2 million refugees returned home | 1200000 displaced
Mass grave with 300 bodies | 300 deaths
Some 12 death sentences | 12 detained
"""
VERB_BEFORE = """
The army killed at least 40 villagers | 40- deaths
Expelled 23,000-25,000 Greeks | 23000-25000 displaced
Police killed 15 rioters, 4 officers | 15 deaths; 4 deaths
killed 128 people, raped 70 | 128 deaths; 70 other
Execution of 22 officers in the courtyard | 22 deaths
The Massacre of the Sixty | 60 deaths
Forced 500,000 people into exile | 500000 displaced
Drove 300,000 from their homes | 300000 displaced
Claimed 4,000 lives | 4000 deaths
Left 300 dead and 2,000 homeless | 300 deaths; 2000 displaced
Guards beat 57 prisoners to death | 57 deaths
executed 56 prisoners without a trial | 56 deaths
killed Ana Roe and 7-8 associates | 7-8 deaths
The president fled abroad with 50 relatives | 50 displaced
Remains of 65 prisoners exhumed | 65 deaths
800 soldiers surrounded the town and killed 73 people | 73 deaths
"""
LABEL_BEFORE = """
Death toll: at least 85, possibly 700-1,000 | 85- deaths; 700-1000 deaths
Killed: 300; wounded: 900 | 300 deaths; 900 injured
Gulag deaths: 1.5-1.7 million | 1500000-1700000 deaths
Displacement: 4 million people, often repeatedly | 4000000 displaced
Casualties: 6,100 Northern soldiers, 400 Southern; 10,000+ total dead | 6100 deaths; 400 deaths; 10000- deaths
The death toll rose to 500 | 500 deaths
Civilian deaths estimated between 500 and 3,000 | 500-3000 deaths
Death toll remains contested, but range (9,000-30,000) is accepted | 9000-30000 deaths
Estimates of displaced Tatars range from 150,000 to 250,000 | 150000-250000 displaced
Inmates rose from 200 to 900 | 200 detained; 900 detained
102,000 dead (18,600 killings; 84,200 from starvation) | 102000 deaths; 18600 deaths; 84200 deaths
More than half killed (estimates: 90,000-500,000) | 90000-500000 deaths
"""
NOT_HARM = """
Regime deployed 20,000 soldiers |
3,000 party members attended the congress |
200,000 people demonstrated in the capital |
40 survivors were found |
Rescued 34 hostages |
The camp had a capacity of 5,000 prisoners |
Planned to deport 200,000 people |
Plans called for relocating 3-4 million people |
Threatened to execute 300 hostages |
75,000 marched, chanting that their leader will never die |
Sentenced to 25 years in prison |
300 villages destroyed |
300 cattle killed |
50 planes shot down |
12 camps for political prisoners |
Army of 35,000 men |
Secret police had 90,000 informants |
600 households evicted |
Over 200 complaints of torture |
669 cases investigated |
626 massacres documented |
Paid $5 million to victims |
80 people a day died in the camp |
40 percent of 5,000 detainees died |
Half of the union's 2,000 members were arrested |
14 guerrillas stormed the embassy |
40 soldiers seized the arsenal |
Assaulted three beaches |
People as young as eight were killed |
Students shot at by 20 soldiers |
Estimates vary by 100,000 |
12 regulatory bodies |
Newspapers suspended: 45 |
Hundreds were executed |
"""


def _cases(*tables: str) -> list[tuple[str, str]]:
    lines = [line.rpartition("|") for table in tables for line in table.strip().splitlines()]
    return [(text.strip(), expected.strip()) for text, _, expected in lines]


def read(text: str) -> str:
    """The estimates of a list item in the notation of the tables above; vague amounts are left out."""
    estimates, _, _ = read_estimates([Passage("item", 1, 1, text)])
    shown = []
    for one in estimates:
        low, high = one.quantity.low, one.quantity.high
        if low is not None or high is not None:
            bounds = str(low) if low == high else f"{'' if low is None else low}-{'' if high is None else high}"
            shown.append(f"{bounds} {one.measure}")
    return "; ".join(shown)


@pytest.mark.parametrize(
    ("text", "expected"), _cases(VERB_BEHIND, NOUN_BEHIND, VERB_BEFORE, LABEL_BEFORE), ids=lambda value: value[:40]
)
def test_people_harmed(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), _cases(NOT_HARM), ids=lambda value: value[:40])
def test_numbers_that_count_no_people_harmed(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("Death toll", "deaths"),
        ("Arrested/jailed/exiled", "detained"),
        ("Genocide victims", "deaths"),
        ("Victims", "other"),
        ("Internal exile", "displaced"),
        ("Forced labour", "forced_labour"),
        ("killed and wounded", "deaths"),
        ("Membership", None),
        ("Newspapers suspended", None),
        ("Budget of the ministry", None),
    ],
)
def test_words_name_the_graver_measure(words, measure):
    assert measure_of(words) == measure
