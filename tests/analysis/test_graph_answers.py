"""Relations as a graph: what they lead to, who links back, what is wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimekit.analysis.graph import Graph, around, degrees, graph, of_types, one_sided, wanted
from regimekit.analysis.targets import Targets, is_dossier_name
from regimekit.model import Corpus, Dossier, Page, Person, Relation, Span


def relation(target: str, *types: str, line: int = 1, **more: object) -> Relation:
    return Relation(Span(line, line), target, types, **more)  # type: ignore[arg-type]


def dossier(path: str, *relations: Relation, leader: str = "") -> Dossier:
    slug = path.rpartition("/")[2]
    people = (Person(Span(1, 1), leader, leader=True),) if leader else ()
    return Dossier(f"{path}.md", slug, f"Title of {slug}", "", people=people, relations=relations)


def drawn(*dossiers: Dossier, pages: tuple[Page, ...] = ()) -> tuple[Graph, Targets]:
    corpus = Corpus(".", dossiers, pages)
    targets = Targets(corpus)
    return graph(corpus, targets), targets


@pytest.mark.parametrize(
    ("target", "kind", "name"),
    [
        (relation("b-two"), "dossier", "b-two"),
        (relation("B-Two"), "dossier", "b-two"),  # capitals do not count
        (relation("twin-one"), "ambiguous", "twin-one"),
        (relation("README"), "page", "README"),
        (relation("far-off"), "wanted", "far-off"),
        (relation("Suez Crisis"), "note", "Suez Crisis"),
        (relation("", display="Tarn under Ost"), "named", "Tarn under Ost"),
        (relation("a-one"), "dossier", "a-one"),  # a link to itself is one, and the linter's matter
    ],
)
def test_what_a_relation_leads_to(target: Relation, kind: str, name: str) -> None:
    found, _ = drawn(
        dossier("a-one", target),
        dossier("b-two"),
        dossier("x/twin-one"),
        dossier("y/twin-one"),
        pages=(Page("README.md", "About"),),
    )
    (edge,) = found.edges
    assert (edge.target.kind, edge.target.name) == (kind, name)


@pytest.mark.parametrize("own", [relation("", fragment="Part"), relation("", fragment="Part", display="the part")])
def test_a_link_to_a_section_of_its_own_is_no_relation(own: Relation) -> None:
    assert drawn(dossier("a-one", own))[0].edges == ()


def test_several_relations_between_the_same_two_stay_several() -> None:
    several = [relation("b-two", "causal", line=3), relation("b-two", "thematic", line=4), relation("b-two", line=4)]
    found, _ = drawn(dossier("a-one", *several), dossier("b-two"))
    assert [edge.relation for edge in found.edges] == several


def test_who_links_back() -> None:
    found, _ = drawn(
        dossier("a-one", relation("b-two"), relation("c-three"), relation("c-three", line=9), relation("d-four")),
        dossier("b-two", relation("A-One", stated=False)),  # any link back will do
        dossier("c-three", relation("a-oneself")),
    )
    assert [edge.returned for edge in found.edges] == [True, False, False, None, True, None]
    assert [(edge.source.name, edge.target.name, edge.relation.span.first) for edge in one_sided(found)] == [
        ("a-one", "c-three", 1)
    ]


def test_a_link_in_running_text_alone_is_not_one_sided() -> None:
    found, _ = drawn(dossier("a-one", relation("b-two", stated=False)), dossier("b-two"))
    assert found.edges[0].returned is False
    assert one_sided(found) == ()


def test_what_is_wanted_and_who_asks_for_it() -> None:
    found, targets = drawn(
        dossier("a-one", relation("far-off"), relation("okro-zemland"), relation("", display="Ana Lind")),
        dossier("b-two", relation("far-off", line=5), relation("far-off", line=6), relation("Suez Crisis")),
        dossier("zemland-okro"),
        dossier("vale-lind", relation("vale-lynd"), leader="Ana Lind"),
    )
    told = [(one.node.kind, one.node.name, len(one.edges), one.meant) for one in wanted(found, targets)]
    assert told == [
        ("wanted", "far-off", 3, None),
        ("wanted", "okro-zemland", 1, "zemland-okro"),
        ("wanted", "vale-lynd", 1, None),  # that it means itself nobody supposes
        ("note", "Suez Crisis", 1, None),
        ("named", "Ana Lind", 1, "vale-lind"),
    ]


def test_degrees_count_every_link_and_its_types() -> None:
    found, _ = drawn(
        dossier("a-one", relation("b-two", "Causal", "thematic"), relation("b-two", "causal"), relation("x-y")),
        dossier("b-two"),
    )
    one, two = degrees(found)
    assert (one.out, one.into, two.out, two.into) == (3, 0, 0, 2)
    assert one.out_types == (("causal", 2), ("thematic", 1), (None, 1))
    assert two.into_types == (("causal", 2), ("thematic", 1))


def test_a_dossier_and_its_neighbours() -> None:
    chain, _ = drawn(
        dossier("a-one", relation("b-two")),
        dossier("b-two", relation("c-three")),
        dossier("c-three", relation("d-four")),
        dossier("d-four", relation("b-two")),
    )
    for depth, names in ((1, "a-one b-two"), (2, "a-one b-two c-three d-four"), (9, "a-one b-two c-three d-four")):
        near = around(chain, {"a-one.md"}, depth)
        assert [node.name for node in near.nodes] == names.split()
    assert len(around(chain, {"b-two.md"}).edges) == 4  # with what its neighbours say of each other
    assert around(chain, {"nobody.md"}) == Graph()


def test_only_some_types() -> None:
    found, _ = drawn(
        dossier("a-one", relation("b-two", "causal", "thematic"), relation("c-three", "temporal")),
        dossier("b-two"),
        dossier("c-three"),
    )
    causal = of_types(found, {"causal"})
    assert [node.name for node in causal.nodes] == ["a-one", "b-two"]
    assert [edge.relation.types for edge in causal.edges] == [("causal", "thematic")]


@pytest.mark.parametrize(
    ("target", "is_one"),
    [("aldova-varda", True), ("aldova", False), ("Aldova-Varda", False), ("suez crisis-1956", False), ("a-b-c", True)],
)
def test_how_dossiers_are_named(target: str, is_one: bool) -> None:
    assert is_dossier_name(target) is is_one


NAMES = st.sampled_from(["a-one", "b-two", "c-three", "far-off", "Note", "README"])


@given(st.lists(st.tuples(st.sampled_from(["a-one", "b-two", "c-three"]), NAMES), max_size=12), st.randoms())
def test_the_order_of_the_dossiers_changes_no_relation(links: list[tuple[str, str]], random: object) -> None:
    made = [
        dossier(slug, *(relation(to, line=at) for at, (source, to) in enumerate(links) if source == slug))
        for slug in ("a-one", "b-two", "c-three")
    ]
    one, targets = drawn(*made)
    random.shuffle(made)  # type: ignore[attr-defined]
    other, _ = drawn(*made)
    assert set(one.nodes) == set(other.nodes)
    assert sorted(map(repr, one.edges)) == sorted(map(repr, other.edges))
    assert len(one.edges) == len(links)
    assert {(d.node, d.out, d.into) for d in degrees(one)} == {(d.node, d.out, d.into) for d in degrees(other)}
    assert [asked.node for asked in wanted(one, targets)] == [asked.node for asked in wanted(other, targets)]
