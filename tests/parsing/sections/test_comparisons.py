import pytest

from regimekit.parsing.sections.comparisons import read_relations

LINES = [
    ("- [[chad-habre]] — relationship: thematic (secret police)", "chad-habre", ("thematic",), "secret police"),
    ("- [[chad-habre]] -- relationship: temporal/causal", "chad-habre", ("temporal", "causal"), None),
    (
        "- [[a/chad-habre|Chad]] – relationship: causal (x); structural (y)",
        "chad-habre",
        ("causal", "structural"),
        "x; y",
    ),
    ("- [[chad-habre#Fall]] - secret police; exile", "chad-habre", (), "secret police; exile"),
    ("- [[chad-habre]] (coups of one decade)", "chad-habre", (), "coups of one decade"),
    ("- [[Some Topic]]", "Some Topic", (), None),
    ("- Chad under Habré - model of the police", "", (), "model of the police"),
]


@pytest.mark.parametrize(("line", "target", "types", "note"), LINES)
def test_a_comparison(read, line, target, types, note):
    (relation,) = read_relations(read(f"# T\n\n## Comparisons\n{line}\n"))
    assert (relation.target, relation.types, relation.note, relation.span.first) == (target, types, note, 4)
    assert relation.stated


def test_fragment_display_and_group_are_kept(read):
    (relation,) = read_relations(read("# T\n\n## See Also\n### Neighbours\n- [[a/chad#Fall|Chad's fall]]\n"))
    assert (relation.target, relation.fragment, relation.display, relation.group) == (
        "chad",
        "Fall",
        "Chad's fall",
        "Neighbours",
    )


def test_a_sentence_is_no_named_regime(read):
    assert read_relations(read("# T\n\n## Comparisons\n- Peace is fragile - it excluded the north\n")) == ()


def test_links_of_the_header_are_stated_and_those_in_passing_are_not(read):
    found = read_relations(
        read('---\nrelated: "[[a]], [[b]]"\n---\n# T\n\n## Fall\nas in [[c]]\n\n**Related**: [[d]]\n')
    )
    assert [(relation.target, relation.stated) for relation in found] == [
        ("a", True),
        ("b", True),
        ("c", False),
        ("d", True),
    ]
