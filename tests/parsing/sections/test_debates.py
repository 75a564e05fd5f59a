import pytest

from regimekit.parsing.dossier import read_dossier
from regimekit.parsing.sections.debates import read_debates
from regimekit.schema import load_schema

DEBATE = "# T\n\n## Scholarly Debate\n### Was it planned?\n"


def holders(read, body):
    return [
        (position.label, position.holders)
        for debate in read_debates(read(DEBATE + body))
        for position in debate.positions
    ]


def test_schools_named_in_the_label(read):
    found = holders(read, "**Intentionalist view** (Doe, Roe):\n- It was planned\n- Early on\n")
    assert found == [("Intentionalist view", ("Doe", "Roe")), ("Intentionalist view", ("Doe", "Roe"))]


def test_who_is_named_in_the_line_holds_it(read):
    assert holders(
        read, "**For**:\n- Ana Doe: it was planned\n- Max Roe argues that it grew\n- Archives are closed\n"
    ) == [
        ("For", ("Ana Doe",)),
        ("For", ("Max Roe",)),
        ("For", ()),
    ]


def test_a_list_of_names_a_thesis_and_a_book(read):
    assert holders(read, "**School (1960s)**:\n- Ana Doe, Max Roe, Li Poe\n") == [
        ("School (1960s)", ("Ana Doe", "Max Roe", "Li Poe"))
    ]
    assert holders(read, "**Ana Doe's thesis** (1996):\n- It was consent\n") == [("Ana Doe's thesis", ("Ana Doe",))]
    assert holders(read, "- **Ana Doe** (*The Camps*): pressure, not consent\n") == [("Ana Doe", ("Ana Doe",))]


def test_capitalised_words_are_not_names_by_that_alone(read):
    assert holders(read, "**Established Facts**:\n- Regime found support\n- Economic growth followed\n") == [
        ("Established Facts", ()),
        ("Established Facts", ()),
    ]


def test_numbered_questions_are_debates(read):
    first, second = read_debates(
        read("# T\n\n## Scholarly Debates\n1. **Death**: accident or murder? Ana Doe argues murder\n2. Whose plan?\n")
    )
    assert (first.question, first.positions[0].holders) == ("Death: accident or murder?", ("Ana Doe",))
    assert (second.question, second.positions) == ("Whose plan?", ())


def test_a_debate_knows_its_lines(read):
    (debate,) = read_debates(read(DEBATE + "- one\n- two\n"))
    assert (debate.span.first, debate.span.last, debate.question) == (4, 6, "Was it planned?")


def test_a_comment_is_no_position(read):
    assert holders(read, "<!--\n**For** (Ana Doe): as in the template\n-->\n\n**For** (Max Roe): it was\n") == [
        ("For", ("Max Roe",))
    ]


def test_a_school_is_nobody_who_holds_something(read):
    assert holders(
        read, "**Middle view**: dropped, then taken up\n- **Comparative readings** (2001): elsewhere too\n"
    ) == [
        ("Middle view", ()),
        ("Comparative readings", ()),
    ]
    assert holders(read, "**Older Interpretation** (Doe, Roe): the first plan\n") == [
        ("Older Interpretation", ("Doe", "Roe"))
    ]
    assert holders(read, "- Criticisms: few files\n- An article in Marsh Affairs argues otherwise\n") == [
        (None, ()),
        (None, ()),
    ]


def test_somebody_who_says_something_in_a_label_holds_it(read):
    assert holders(read, "**Doe argues**:\n- It was planned\n\n**Views of the archive**: few\n") == [
        ("Doe argues", ("Doe",)),
        ("Views of the archive", ()),
    ]


def test_a_position_has_the_sources_of_its_line():
    text = "# T\n\n## Scholarly Debate\n### Why?\n- Ana Doe: it was planned[^doe]\n- Others\n\n[^doe]: Doe, The Plan\n"
    (debate,) = read_dossier(text, "t.md", load_schema(None)).debates
    assert [bool(position.sources) for position in debate.positions] == [True, False]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**Yes** (Doe 2012): the orders were found", ("Doe",)),
        ("**Planned** (Doe 1996; Roe 2000): the orders were found", ("Doe", "Roe")),
        ("**Planned** (Doe 1996, Roe 2000): the orders were found", ("Doe", "Roe")),
        ("**High figures** (ICMP 2021, Doe 2016): the files say so", ("ICMP", "Doe")),
        ("**High figures** (ICMP): the files say so", ()),  # what it is short for is not told
        ("**A view** (Doe 2014 and 2015): the orders were found", ("Doe",)),
        ("**A view** (Doe & Roe 2004, Doe & Poe 2003): the orders were found", ("Doe", "Roe", "Poe")),
        ("**A view** (Special Prosecutor, Federal High Court): it was", ("Special Prosecutor", "Federal High Court")),
        ("**A view** (Doe 2009, human rights organizations): it was", ("Doe", "human rights organizations")),
        ("**Cosmetic** (Vicariate of Solidarity): it was", ("Vicariate of Solidarity",)),
        ("**A view** (US embassy, August 1977): it was", ("US embassy",)),
        ("**A view** (in the camps): it was", ()),
        ("**Land reform** (land, taxes): it was", ()),
        ("**The law** (August 1977): it was", ()),
        ("**Doe** (1996): Roe argues badly", ("Doe",)),
        ("**Doe (*The Plan*, 1996)**: it was planned", ("Doe",)),
        ("**Weak**: Ana Doe argues that the state was weak", ("Ana Doe",)),
        ("**Doe**: Roe's figures are too high", ("Doe",)),
        ("**Weak states**: they could not", ()),
    ],
)
def test_who_holds_a_labelled_position(read, line, expected):
    ((_, found),) = holders(read, f"- {line}\n")
    assert found == expected


def test_a_known_author_of_figures_holds_what_the_bracket_of_a_label_says():
    text = (
        "# T\n\n## Key Events\n\nThe count of 1996 was printed in Doe.\n\n**Deaths**:\n\n| Source | Estimate |\n"
        "|---|---|\n| {} | 300 deaths |\n\n## Scholarly Debate\n### Was it planned?\n- **Yes** (Doe): it was\n"
    )
    for author, expected in (("Doe (1996), quoted by Roe", ("Doe",)), ("Ministry (1996)", ())):
        (debate,) = read_dossier(text.format(author), "t.md", load_schema()).debates
        assert debate.positions[0].holders == expected


def test_a_placeholder_is_no_position(read):
    assert holders(read, "TODO\n") == []
    assert holders(read, "- TODO\n") == []
