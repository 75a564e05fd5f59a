"""The words for harm in their breadth: one statement a line, and what a careful reader takes from it."""

import pytest

from regimekit.parsing.estimates import read_estimates
from regimekit.parsing.passages import Passage

HARM = """
Two killed at scene: Belgian nurse Ana Roe (29) and Captain Jon Dahl (21) | 2 deaths
Cavalry sabred 70 pilgrims on the steps | 70 deaths
31 weavers perished in the fire the police had set | 31 deaths
Nine of the ringleaders were hanged in public; another 14 guillotined | 9 deaths; 14 deaths
220 hostages done to death in the cellars | 220 deaths
Cholera took another six thousand | 6000 deaths
The bombardment claimed 300 lives and maimed 900 | 300 deaths; 900 injured
Of 4,200 conscripts, 3,100 never returned | 3100 deaths
1,200 did not survive the march | 1200 deaths
18 dockers mown down on the quay | 18 deaths
Militias burned 45 villagers alive in a barn | 45 deaths
60 bodies were pulled from the river | 60 deaths
The mass grave at Orlo held 412 corpses | 412 deaths
Some 700 lie in unmarked graves behind the barracks | 700 deaths
The toll stood at 88 by nightfall | 88 deaths
Official count: 19 dead; the bar association counted 61 | 19 deaths; 61 deaths
6 students hanged, 11 given life | 6 deaths; 11 detained
At the mass trial 43 officers got between 5 and 20 years | 43 detained
27 editors sent down for 3 to 8 yrs | 27 detained
A court-martial handed 16 sailors life terms | 16 detained
8 bishops under house arrest since Easter | 8 detained
Some 2,300 teachers were turned out of their posts | 2300 detained
415 judges struck off in one decree | 415 detained
Secret police seized 77 students from dormitories | 77 detained
5,000 people hauled off to the stadium | 5000 detained
14,000 held without charge at the peak | 14000 detained
About 900 spent years behind bars | 900 detained
3,400 were locked up without trial | 3400 detained
350 nuns interned in convents | 350 detained
1,100 monks defrocked and sent to labour camps | 1100 detained
120 diplomats recalled and shot | 120 deaths
Some 40,000 herdsmen were carried off in cattle trucks | 40000 displaced
60,000 highlanders driven from their valleys | 60000 displaced
23,000 slipped across the frontier by night | 23000 displaced
Half a million took to the roads | 500000 displaced
12,000 families were evicted, some 55,000 people | 55000 displaced
The dam drove 80,000 off their land | 80000 displaced
9,000 made their way into exile | 9000 displaced
200,000 went abroad for good | 200000 displaced
The bombing left 14,000 without a roof | 14000 displaced
Every year 30,000 peasants were drafted to dig canals | 30000 forced_labour
8,000 boys were press-ganged into labour battalions | 8000 forced_labour
90,000 convicts built the railway; 7,000 of them died | 90000 detained; 7000 deaths
17,000 men forced to work in the salt pans | 17000 forced_labour
3,000 students sent to the cotton fields each autumn | 3000 forced_labour
About 40 were treated for gunshot wounds | 40 injured
75 people hurt when mounted police charged | 75 injured
9 passers-by lost an eye to rubber bullets | 9 injured
1,900 prisoners were given electric shocks | 1900 tortured
260 suspects flogged in the square | 260 tortured
48 unionists vanished without trace | 48 disappeared
31 remain unaccounted for | 31 disappeared
The disappeared number 1,240 | 1240 disappeared
4,000 children went hungry through the siege | 4000 other
2,100 women raped by the garrison | 2100 other
860 Roma women were sterilised without consent | 860 other
11,000 children orphaned by the purge | 11000 other
33,000 people persecuted for their faith | 33000 other
Killed: north of 300 | 300- deaths
Dead: 1,500, tops | -1500 deaths
Dead: 4,600 at the very least | 4600- deaths
Dead: never fewer than 90 | 90- deaths
Dead: not above 1,000 | -1000 deaths
Dead: ~25k | 25000 deaths
Dead: five score | 100 deaths
Thirty-odd prisoners shot | 30 deaths
All nine ministers were shot | 9 deaths
A further 60 were wounded | 60 injured
700 arrests incl. 40 minors & 6 priests | 700 detained; 40 detained; 6 detained
9,000 deported, among them 2,000 children | 9000 displaced; 2000 displaced
520 convicted, 31 of whom hanged themselves | 520 detained; 31 deaths
Killed 210, wounded 700: 910 in all | 210 deaths; 700 injured; 910 deaths
Toll: the union says 90; police admit 12 | 90 deaths; 12 deaths
Deaths in custody 1980-88 → 54 confirmed, 90 suspected | 54 deaths; 90 deaths
Troops shot dead 17 people and arrested 300 more | 17 deaths; 300 detained
The army lost 4,000 men | 4000 deaths
Casualties on the government side: 300 dead, 900 wounded, 40 missing | 300 deaths; 900 injured; 40 disappeared
40 trucks were seized and 6 drivers beaten | 6 injured
One student was killed and two were wounded | 1 deaths; 2 injured
A single day saw 600 people put to the sword | 600 deaths
Amnesty freed 3,000 | 3000 detained
70 villages burned and 3,400 people made homeless | 3400 displaced
The party expelled 50,000 members | 50000 displaced
900 men between 15 and 60 were taken away and shot | 900 deaths
12 generals and 40 colonels cashiered | 12 detained; 40 detained
50,000 dead from hunger, 30,000 from typhus | 50000 deaths; 30000 deaths
130 died in custody; 60 more took their own lives | 130 deaths; 60 deaths
1.1 million pushed into neighbouring states | 1100000 displaced
As many as 15,000 were tried, of whom 400 received the death sentence | -15000 detained; 400 detained
three priests drowned in a well | 3 deaths
20,000 refugees still live in camps over the border | 20000 displaced
Six thousand novices were put into brown uniform and sent to break stones | 6000 forced_labour
Between ten and twelve thousand nuns were married by force | 10000-12000 other
A second sweep, in the spring, netted 3,300 more | 3300 detained
The police admit to 14 dead, the monks' association lists 93 by name | 14 deaths; 93 deaths
At Suri crossroads soldiers opened fire, leaving 33 dead and at least a hundred hurt | 33 deaths; 100- injured
Eight judges who refused were themselves put on trial | 8 detained
More than 2,000 lay followers are thought to have been shot in the quarries | 2000- deaths
Eighteen thousand went over the passes that winter; perhaps 2,500 froze on the way | 18000 displaced; 2500 deaths
Estimates for the whole campaign run from 40,000 to 65,000 dead | 40000-65000 deaths
A commission of 2003 identified 6,114 victims by name, 5,020 of them dead | 6114 other; 5020 deaths
His own figure was 800 executions; historians double it | 800 deaths
Three were flogged to death in front of their pupils | 3 deaths
The hospital at Mer took in 340 wounded in one night | 340 injured
Between 1951 and 1956, 12,000 people passed through Camp No. 3 and some 4,000 died there | 12000 detained; 4000 deaths
A dozen editors disappeared between the verdict and the appeal | 12 disappeared
Two hundred and six died when the ferry carrying them was shelled | 206 deaths
Fourteen were acquitted, 33 got prison terms, 5 were shot | 33 detained; 5 deaths
a crowd of 10,000 watched as 7 were hanged | 7 deaths
The roundup yielded 600 men, of which 580 were released within the week | 600 detained; 580 detained
In all, 17,400 people were removed from their posts, 2,200 of them teachers | 17400 detained; 2200 detained
About 450 were expelled from the university and 90 sent to the army | 450 detained
The tribunal sat for 11 minutes and condemned 19 officers | 19 detained
Police beat up 60 students and broke the arms of 4 | 60 injured
Gas killed 112 in the tunnels | 112 deaths
Some 5,000 lost their sight or a limb to mines | 5000 injured
The strike leader and 11 others were dragged from their beds and never seen again | 11 disappeared
The blockade starved 40,000 to death | 40000 deaths
Its 1,100 inmates were marched into the swamp; fewer than 60 came out | 1100 detained
Nine hundred homes burned, 22 people dead, 4,000 without shelter | 22 deaths; 4000 displaced
14,000 ± 2,000 killed | 14000 deaths
Inmates: 1926: 2,100; 1930: 8,400 | 2100 detained; 8400 detained
900 passed through, 12 left alive | 900 detained
Four editors gaoled, one found hanged | 4 detained; 1 deaths
31 death sentences carried out | 31 deaths
41,000 people moved, 6,000 lost on the way | 6000 deaths
15-day sentences for 2 students | 2 detained
~2, 1.7 or more than 1.5 million dead | 2000000 deaths; 1700000 deaths; 1500000- deaths
Outnumbered two to one, the 300 defenders fell | 300 deaths
The fallen were 300 | 300 deaths
The number of those shot is put at 340 | 340 deaths
340 is the number of those shot | 340 deaths
How many were shot: 340 | 340 deaths
Shot: 340 (of them 12 women) | 340 deaths; 12 deaths
The shot numbered 340 | 340 deaths
Arrests: some 900 in the first week, 4,000 by June | 900 detained; 4000 detained
Eviction of the 2,200 tenants of the Old Port | 2200 displaced
Execution without trial of 41 hostages | 41 deaths
Mass arrests (3,100 in Orlo alone) | 3100 detained
Two brothers garrotted | 2 deaths
The last 90 prisoners were freed in May | 90 detained
Hunger strike by 60 prisoners; 4 starved to death | 60 detained; 4 deaths
Deserters: 900 shot, 4,000 in penal battalions | 900 deaths; 4000 detained
The camp at Dorn swallowed 6,000 people, of whom 2,000 died | 2000 deaths
Journalists in prison: 34 (2009), 51 (2013) | 34 detained; 51 detained
12 editors and their families fled to Malta | 12 displaced
Exodus of some 90,000 professionals | 90000 displaced
17 mayors replaced by officers; 9 of them arrested | 9 detained
his two sons were murdered in 1962 | 2 deaths
killed 3 of his own ministers | 3 deaths
The regime's last victims, 22 students, were shot in the quarry | 22 deaths
Drowned in the crossing: at least 130 | 130- deaths
Between 1960 and 1964 alone 2,000 children were taken from Sami mothers | 2000 other
Flogged: 90 (men), 12 (women) | 90 tortured; 12 tortured
Epidemic in the barracks: 380 dead of typhus, 1,200 sick | 380 deaths
10,000 marched; 31 did not come home | 31 deaths
Shells fell on the market, killing 68, wounding 197 | 68 deaths; 197 injured
Toll (Red Cross): 68 | 68 deaths
Toll: 68 (Red Cross), 112 (rebels) | 68 deaths; 112 deaths
Toll: 68 according to the Red Cross, 112 according to the rebels | 68 deaths; 112 deaths
Toll: disputed; the mayor spoke of 112 | 112 deaths
Deported in four waves: 31,000, 40,000, 12,500 and 9,000 | 31000 displaced; 40000 displaced; 12500 displaced; 9000 displaced
Men shot: 310; women: 45; children: 12 | 310 deaths; 45 deaths; 12 deaths
Political prisoners, 1950: 30,000; 1955: 11,000 | 30000 detained; 11000 detained
More people died in the winter of 1942 (41,000) than in the rest of the war | 41000 deaths
Nuns raped: 14 | 14 other
14 nuns violated | 14 other
Police shot at strikers, of whom 5 died | 5 deaths
Rebel dead 500, army dead 41 | 500 deaths; 41 deaths
dead: 500 rebels, 41 soldiers | 500 deaths; 41 deaths
500 rebels and 41 soldiers dead | 500 deaths; 41 deaths
4,100 monks disrobed, 260 of them in a single afternoon | 4100 other; 260 other
Reeducation: 6,200 novices in eleven camps | 6200 detained
A further 1,900 made it over the pass | 1900 displaced
Suicides among nuns: 41 in the first year | 41 deaths
Struggle sessions: at least 3,000 abbots and landlords paraded, 112 beaten to death | 3000- other; 112 deaths
Of 22 abbots: 9 shot, 7 jailed, 4 fled, 2 unaccounted for | 9 deaths; 7 detained; 4 displaced; 2 disappeared
9 shot, 7 jailed, 4 fled | 9 deaths; 7 detained; 4 displaced
Blinded by order of the regent: 14 | 14 injured
Nearly 600 sold as bondsmen | 600 forced_labour
2,000 porters were requisitioned; 300 froze on the pass | 300 deaths
The lists name 1,442 dead and 318 missing | 1442 deaths; 318 disappeared
Mother Superior and eleven sisters shot | 11 deaths
An abbot and six novices were stoned | 6 deaths
Thirteen bodies hung from the bridge for a week | 13 deaths
Out of 640 inmates 212 died within a year | 212 deaths
Prisoners: 640, of whom 212 died | 640 detained; 212 deaths
Deaths among prisoners: 212 | 212 deaths
Inmate deaths 212 | 212 deaths
Victims: 77 (41 of them children) | 77 other; 41 other
77 victims, 41 of them children | 77 other; 41 other
Confirmed by exhumation: 44 bodies | 44 deaths
Total of the dead: 8,200; of the wounded: 12,000 | 8200 deaths; 12000 injured
Loss of life: 8,200 | 8200 deaths
8,200 lost their lives, twice as many their homes | 8200 deaths
Lives lost: 8,200 | 8200 deaths
Detained at least once: 15,000 | 15000 detained
People held on 1 January 1953: 41,200 | 41200 detained
Exiles returning after 1970: 40,000 | 40000 displaced
Stripped of citizenship: 2,300 | 2300 other
Banned from teaching: 410 | 410 detained
Lost their posts: 410 | 410 detained
Children taken into state homes: 3,700 | 3700 other
Forced abortions: about 1,100 women | 1100 other
Widows: 2,200; orphans: 5,000 | 2200 other; 5000 other
Refugees registered with the UN: 61,300 | 61300 displaced
Starving in June: 400,000 | 400000 other
Crippled for life: 90 | 90 injured
The famine carried off 4,000 | 4000 deaths
Malaria finished off at least 700 | 700- deaths
Killed: state 43; union 64; the defector 70 | 43 deaths; 64 deaths; 70 deaths
Roe counts 3,000 dead, Poe 5,000, the state institute 6,000 | 3000 deaths; 5000 deaths; 6000 deaths
Two clerks fatally wounded, 14 hurt | 2 deaths; 14 injured
Five apprentices were crushed by an armoured car | 5 deaths
Twelve strikers were run over by tanks | 12 deaths
The pit gave up 212 sets of remains | 212 deaths
130 clerks were beaten or burned under questioning | 130 tortured
30,000 herders penned into regroupment points | 30000 displaced
41 women slain, 12 hamlets burnt | 41 deaths
Sterilised: 800 (nurses) .. 1,700 (doctors) | 800-1700 other
Hanged: 3; shot: 19; died under torture: 6 | 3 deaths; 19 deaths; 6 deaths
"""
NO_HARM = """
Their forces were outnumbered two to one; 40 fell |
Unemployment had fallen from 6 million to almost nothing |
deaths up from 1,100 to 3,900 a month |
Labour draft: 12,000 a year |
Taken: 7,000 men, 400 women. Returned: 1,100 |
A firing squad of 8 soldiers shot him |
Only 3 of 29 plotters escaped the gallows |
The census of 1954 found 31,000 monks, that of 1964 only 700 |
Average time in prison: 6 years |
Sentences handed down: 1,204, among them 90 of death |
Professor Aumer, 71, beaten so badly that he died |
Police fired; a bystander, 19, shot through the throat |
Oldest condemned: 83; youngest: 16 |
6 out of 10 prisoners died |
None of the 12 was arrested; 0 convicted |
Sentences: 2-12 yrs |
Terms of 10, 15 and 20 years |
A board of five widows censored films |
400,000 people will never forget the day |
5,000 troops crossed the border |
2,000 delegates were driven to the hall |
Famine killed perhaps 1 in 8 |
Bulldozers levelled 3,000 shacks |
The regime employed 90,000 informers |
Some 200 guards ran the camp |
200 lashes each for 14 smugglers |
Cost: 3 ministers their heads |
As punishment 48 villages lost their schools |
The census of 1961 still counted 23,000 in the settlements |
The archive holds files on 86,000 people |
112 cities saw riots |
The flood carried away 40 bridges |
The team finished off 3 rivals in the vote |
State farms: 43; union halls: 64 |
Two revolts were crushed by the army |
A revolt of 3,000 people was crushed by tanks |
Three camps were run by trucks of the army |
Boys under 14 were sent home, males over sixteen marched off |
The firm made 300 sets of dishes |
A loss of 40 .. in the vote of 90 |
All men over sixteen were marched off |
The mothers' list has 2,219 names |
"""


def _rows(table: str) -> list[tuple[str, str]]:
    lines = [line.rpartition("|") for line in table.strip().splitlines()]
    return [(text.strip(), expected.strip()) for text, _, expected in lines]


def shown(text: str) -> str:
    """The estimates of a list item as "900 deaths", "150-200 detained", "40- injured" (at least), in order."""
    estimates, _, _ = read_estimates([Passage("item", 1, 1, text)])
    bounded = [(one.quantity.low, one.quantity.high, one.measure) for one in estimates]
    return "; ".join(
        f"{low if low == high else f'{low or str()}-{high or str()}'} {measure}"
        for low, high, measure in bounded
        if low is not None or high is not None
    )


@pytest.mark.parametrize(("text", "expected"), _rows(HARM), ids=lambda value: value[:40])
def test_people_harmed(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "expected"), _rows(NO_HARM), ids=lambda value: value[:40])
def test_nobody_harmed(text, expected):
    assert shown(text) == expected
