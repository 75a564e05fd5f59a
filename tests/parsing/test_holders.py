"""Who holds a statement, and who is only spoken of; every name is made up."""

import pytest

from regimekit.model import Person, Span
from regimekit.parsing.holder_names import Scene
from regimekit.parsing.holders import holders_of
from regimekit.parsing.passages import Passage

PEOPLE = (
    Person(Span(1, 1), "Otto Lind", aliases=("The Regent",)),
    Person(Span(2, 2), "Ilse Brandt"),
    Person(Span(3, 3), "Leon Karst"),
)
ELSEWHERE = (
    "Unrest broke out in Selm and in Pozo Hondo. The Grey Column marched. Later research, evidence and recent books say"
    " little. The famine spread across Tarn; the court sat in Norden."
)


def scene() -> Scene:
    return Scene((Passage("paragraph", 1, 1, ELSEWHERE),), PEOPLE)


READ = (
    # names
    ("Ana Doe argues that it was planned.", "Ana Doe"),
    ("J. Max Roe argues that it was planned.", "J. Max Roe"),
    ("A. B. Falk and Li Poe argue that it was planned.", "A. B. Falk; Li Poe"),
    ("Ana Doe, Max Roe and Li Poe argue that it grew.", "Ana Doe; Max Roe; Li Poe"),
    ("Ana Doe, Max Roe, and Li Poe argue that it grew.", "Ana Doe; Max Roe; Li Poe"),
    ("Ana van der Berg contends otherwise.", "Ana van der Berg"),
    ("Nadia al-Hamdi contends otherwise.", "Nadia al-Hamdi"),
    ("Hélène d’Erlac contends otherwise.", "Hélène d’Erlac"),
    ("Ștefan Đurić contends otherwise.", "Ștefan Đurić"),
    ("Anna O'Dell-Moss contends otherwise.", "Anna O'Dell-Moss"),
    ("Falk argues that it was planned.", "Falk"),
    ("Falk (2010) argues that it was planned.", "Falk"),
    ("Falk et al. (2010) argue that it was planned.", "Falk"),
    ("Ana Doe and her colleagues argue that it grew.", "Ana Doe"),
    ("Ana Doe and other historians argue that it grew.", "Ana Doe"),
    ("Falk & Moss (2004) find no order.", "Falk; Moss"),
    ("The historian Ana Doe argues that it was planned.", "Ana Doe"),
    ("British sociologist Ana Doe saw a process.", "Ana Doe"),
    ("Historians such as Ana Doe and Max Roe see a process.", "Ana Doe; Max Roe"),
    ("Scholars like Ana Doe see a process.", "Ana Doe"),
    ("Some scholars (Doe, Roe) argue that it grew.", "Doe; Roe"),
    ("Political scientists Ana Doe and Max Roe developed a typology.", "Ana Doe; Max Roe"),
    ("Professor Ana Doe holds the plan for real.", "Ana Doe"),
    # subjects and their verbs
    ("Ana Doe separates the killings from neglect.", "Ana Doe"),
    ("Ana Doe (2010) would extend the term to classes.", "Ana Doe"),
    ("Ana Doe calls the state totalitarian; Max Roe traces the violence to the doctrine.", "Ana Doe; Max Roe"),
    ("Ana Doe explains the purge by fear.", "Ana Doe"),
    ("Ana Doe and Max Roe take the leader to be the driving force.", "Ana Doe; Max Roe"),
    ("Ana Doe dates the turn to 1931.", "Ana Doe"),
    ("Ana Doe and Max Roe, whose model is older, derive the violence from doctrine.", "Ana Doe; Max Roe"),
    (
        "Ana Doe and Max Roe, from the 1960s on, turned to the villages and asked what happened below.",
        "Ana Doe; Max Roe",
    ),
    ("Ana Doe, a demographer, puts excess deaths lower.", "Ana Doe"),
    ("Ana Doe has also stressed the part of the army.", "Ana Doe"),
    ("Ana Doe does not believe in a plan.", "Ana Doe"),
    ("Ana Doe, however, disagrees.", "Ana Doe"),
    ("Ana Doe is sceptical of the higher figures.", "Ana Doe"),
    ("In later work, Ana Doe concludes that it grew.", "Ana Doe"),
    ("Notably, Ana Doe concludes that it grew.", "Ana Doe"),
    ("More recently, Ana Doe concludes that it grew.", "Ana Doe"),
    ("Since the files were opened in 1991, Ana Doe has revised the count.", "Ana Doe"),
    ("Ana Doe sees a plan, while Max Roe sees a process.", "Ana Doe; Max Roe"),
    ("While Ana Doe sees a plan, Max Roe stresses rivalry.", "Ana Doe; Max Roe"),
    ("Whereas some see a plan, Ana Doe emphasizes chance.", "Ana Doe"),
    ("Most accept the figure, but Ana Doe disputes it.", "Ana Doe"),
    ("As Ana Doe argues, it was planned.", "Ana Doe"),
    ("It was, as Ana Doe argues, planned.", "Ana Doe"),
    ("The question is open. Ana Doe maintains that it grew.", "Ana Doe"),
    # given to somebody in other ways
    ("According to Ana Doe, it was planned.", "Ana Doe"),
    ("It was planned, according to the historian Ana Doe.", "Ana Doe"),
    ("In Falk's view, it was planned.", "Falk"),
    ("In Ana Doe's reading the order was never given.", "Ana Doe"),
    ("In the view of Ana Doe, it was planned.", "Ana Doe"),
    ("For Ana Doe, terror was the essence of the state.", "Ana Doe"),
    ("Ana Doe's thesis is that consent mattered.", "Ana Doe"),
    ("Ana Doe's 2015 paper proposed another term.", "Ana Doe"),
    ("Ana Doe: it was planned", "Ana Doe"),
    ("Ana Doe (The Plan, 1996): it was planned", "Ana Doe"),
    ("Older view (Doe, Roe): it was planned", "Doe; Roe"),
    ("Ana Doe, Max Roe, Li Poe", "Ana Doe; Max Roe; Li Poe"),
    ("Violence followed from belief (Ana Doe).", "Ana Doe"),
    ("Violence followed from belief (Doe 2010).", "Doe"),
    ("Violence followed from belief (Doe, 2010; Roe and Poe 2012).", "Doe; Roe; Poe"),
    ('It was "delegated rule" (Falk), or "guided democracy" (Moss).', "Falk; Moss"),
    ("A study of files, the archive thesis (Falk & Moss)", "Falk; Moss"),
    ('"The plan came late." — Ana Doe, historian', "Ana Doe"),
    ("A term coined by Ana Doe for killing by neglect.", "Ana Doe"),
    ("Ana Doe's thesis was rejected by Max Roe.", "Max Roe"),
    ('"The plan came late." — Ana Doe, Irish historian', "Ana Doe"),
    ("A recent study by Ana Doe and Max Roe found no plan.", "Ana Doe; Max Roe"),
    ('"It was planned", writes Ana Doe.', "Ana Doe"),
    ('"It was planned," argues the historian Max Roe.', "Max Roe"),
    ("The view that it was planned is associated with Ana Doe.", "Ana Doe"),
    ("Ana Doe's The Plan (1996) argues that consent mattered.", "Ana Doe"),
    ("Doe's and Roe's theses stress doctrine.", "Doe; Roe"),
    ("Doe and Roe's model stresses doctrine.", "Doe; Roe"),
    ("Leon Karst (The Plan Betrayed, 1936) argued that bureaucrats took over.", "Leon Karst"),
    # other fields
    ("Palaeontologist Luis Alvar proposed an impact; Gerta Kell blames volcanoes.", "Luis Alvar; Gerta Kell"),
    ("Milton Fried and Anna Schwarz blame monetary policy for the slump.", "Milton Fried; Anna Schwarz"),
    # groups some of whom are named
    ("Others, among them Ana Doe, hold that it grew.", "Ana Doe"),
    ("Most historians, including Ana Doe and Max Roe, now reject the figure.", "Ana Doe; Max Roe"),
    ("Intentionalists (Doe, Roe) stress doctrine; functionalists (Poe, Falk) stress process.", "Doe; Roe; Poe; Falk"),
    ("In 1998 Ana Doe wrote that it was planned.", "Ana Doe"),
    ('Ana Doe: "It was planned"; Max Roe: "It grew"', "Ana Doe; Max Roe"),
    # bodies that judge
    ("The Truth Commission concluded that the army was responsible.", "Truth Commission"),
    ("Human Rights Watch: abuses made the famine worse", "Human Rights Watch"),
    ("Amnesty International's 1979 report concluded that 100 had died.", "Amnesty International"),
    ("The Supreme Court of Norden ruled that it was genocide.", "Supreme Court of Norden"),
)

UNREAD = (
    # whom somebody disagrees with
    "A review objects to Ana Doe's proposal.",
    "Most scholars reject Ana Doe's thesis.",
    "Critics of Ana Doe point to the files.",
    "Ana Doe's thesis was widely rejected.",
    "Ana Doe has been criticised for her sources.",
    "Reviewers responded to Ana Doe at length.",
    "Against Ana Doe, many point to the files.",
    "Unlike Ana Doe, most see a process.",
    "Contrary to Ana Doe, nothing was planned.",
    "The count was too high (contra Doe).",
    # the regime's own people are spoken of
    "Lind broke with Brandt.",
    "Otto Lind argued that the enemy had to be destroyed.",
    "Lind believed in a plot.",
    "Lind and Brandt claimed success.",
    "In Lind's view, the enemy was everywhere.",
    "The second man of the state (Brandt).",
    "Leon Karst argued that bureaucrats took over.",
    # places, peoples, bodies that act
    "Norden's model is often praised.",
    "Rwanda argues that the charge is false.",
    "Argentina rejects the figure.",
    "Nayib Falk (El Salvador): outsider",
    "The Party claimed success.",
    "The Grey Column claimed success.",
    "Grey Column claimed success.",
    "Soviet archives suggest a lower figure.",
    "Moscow denied it.",
    "It spread to the south (Selm).",
    'It was a "dirty war" (Argentina).',
    # groups without names
    "Critics argue that it was planned.",
    "Some scholars argue that it was planned.",
    "Historians disagree.",
    "Few believe it today.",
    "Nobody questions the figure.",
    "Recent research suggests a lower figure.",
    "Research suggests a lower figure.",
    "Evidence suggests a lower figure.",
    "Higher estimates include the famine.",
    "Official claims that nothing happened were false.",
    "Dissenting judges cited the files.",
    "Broader killings classified as crimes.",
    "Uses new files.",
    "Economic growth followed.",
    "Genocide: some accept the term",
    "It was contested (see below).",
    "Somebody told the prime minister (Max Falk).",
    "It was taken up by one group (Solid).",
    "It began late (July 1936).",
    "It grew (Vol. 2).",
    # what somebody holds is no clause of its own
    "Despite warnings, Falk maintained support.",
    "Max Roe died in 2010.",
    "Ana Doe holds office since 2010.",
    "Nayib Falk builds a prison.",
    "Nayib Falk enjoys the support of many.",
    "Ana Doe's book on the camps was well received.",
    "Cited by Ana Doe, the file shows a plan.",
    "Minister Max Roe told Falk to hurry.",
    'The press wrote: "Ana Doe argues well".',
)


@pytest.mark.parametrize(("text", "names"), READ, ids=[text for text, _ in READ])
def test_holders_are_read(text, names):
    assert "; ".join(holders_of(text, scene())) == names


@pytest.mark.parametrize("text", UNREAD)
def test_who_is_spoken_of_is_no_holder(text):
    assert holders_of(text, scene()) == ()
