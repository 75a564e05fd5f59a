"""What to write next: what is listed, in which order, and what is not."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from regimekit.analysis.coverage import Asked, coverage
from regimekit.analysis.graph import graph, wanted
from regimekit.analysis.side_by_side import Expected
from regimekit.analysis.targets import Targets
from regimekit.analysis.wanted import KINDS, Place, Task, tasks
from regimekit.model import Block, Corpus, Debate, Dossier, Position, Quantity, Relation, Section, Source, Span

SECTIONS = (
    Expected("overview", "Overview", True),
    Expected("fall", "Fall / End", True),
    Expected("sources", "Sources"),
)
ASKED = Asked(SECTIONS, lambda title: "other", ("high",), 3)


def listed(*dossiers: Dossier, of: Sequence[Dossier] | None = None) -> tuple[Task, ...]:
    corpus = Corpus(".", dossiers)
    targets = Targets(corpus)
    chosen = dossiers if of is None else of
    return tasks(chosen, coverage(chosen, ASKED), wanted(graph(corpus, targets), targets), ASKED)


def linking(path: str, *targets: str) -> Dossier:
    relations = tuple(Relation(Span(line, line), target) for line, target in enumerate(targets, 5))
    return Dossier(path, path.removesuffix(".md"), path, "", relations=relations)


def only(kind: str, found: Sequence[Task]) -> list[Task]:
    return [task for task in found if task.kind == kind]


def test_what_is_required_and_missing_is_asked_for_at_the_title() -> None:
    sections = (Section(Span(3, 4), 1, "Vale", "other"), Section(Span(5, 6), 2, "Overview", "overview"))
    found = listed(Dossier("a.md", "a", "Vale", "", sections))
    assert only("missing section", found) == [
        Task("missing section", "Fall / End", "the schema requires it", (Place("a.md", 3),))
    ]


def test_empty_and_thin_sections_with_what_is_in_them() -> None:
    sections = (
        Section(Span(1, 2), 2, "At a glance", "overview", None, (Block("heading", 1, 1),)),
        Section(Span(3, 4), 2, "The End", "fall", None, (Block("heading", 3, 3), Block("paragraph", 4, 4))),
        Section(Span(5, 6), 2, "Notes", "sources", None, (Block("heading", 5, 5), Block("list", 6, 6))),
    )
    text = "## At a glance\n\n## The End\nfell\n## Notes\n- a book"
    found = listed(Dossier("a.md", "a", "Vale", text, sections, sources=(Source(Span(6, 6), "x", "x"),)))
    assert [(task.kind, task.what, task.why, task.line) for task in found] == [
        ("empty section", "At a glance", "a heading and not a word below it", 1),
        ("thin section", "The End", "1 word, no records", 3),
        ("thin section", "Notes", "2 words, records on 1 line, fewer than 3 sources listed", 5),
    ]


def test_dossiers_that_several_want_come_by_how_many_do() -> None:
    found = listed(
        linking("a.md", "mirland-voss", "otherland-doe", "Suez Crisis", "b"),
        linking("b.md", "otherland-doe", "otherland-doe", "mirland-voss", "Suez Crisis"),
        linking("c.md", "otherland-doe", "lonely-osk", "lonely-osk"),
    )
    several = only("wanted dossier", found)
    assert [(task.what, task.wanting, task.why) for task in several] == [
        ("otherland-doe", 3, "3 dossiers link to it"),
        ("mirland-voss", 2, "2 dossiers link to it"),
    ]
    assert several[0].places == (Place("a.md", 6), Place("b.md", 5), Place("b.md", 6), Place("c.md", 5))


def test_a_link_that_may_be_misspelt_says_so() -> None:
    there = Dossier("aldova-varda.md", "aldova-varda", "Aldova", "")
    found = listed(there, linking("b.md", "republic-varda"), linking("c.md", "republic-varda"))
    assert [task.why for task in only("wanted dossier", found)] == ["2 dossiers link to it; or is aldova-varda meant?"]


def test_of_some_dossiers_only_what_concerns_them_is_listed_and_counted_in_the_whole_folder() -> None:
    several = (
        linking("a.md", "otherland-doe"),
        linking("b.md", "otherland-doe", "mirland-voss"),
        linking("c.md", "mirland-voss"),
    )
    found = listed(*several, of=several[:1])
    assert {task.path for task in found if task.kind != "wanted dossier"} == {"a.md"}
    assert [(task.what, task.wanting) for task in only("wanted dossier", found)] == [("otherland-doe", 2)]


def test_debates_in_which_nobody_is_named(vale: Dossier) -> None:
    held, nobody = Position(Span(8, 8), "x", holders=("Olin",)), Position(Span(9, 9), "y")
    debates = (
        Debate(Span(7, 7), "Held?", (nobody, held)),
        Debate(Span(8, 8), "By one?", (nobody,)),
        Debate(Span(9, 9), "By two?", (nobody, nobody)),
        Debate(Span(10, 10), "Told?", ()),
    )
    found = only("debate held by nobody", listed(replace(vale, debates=debates)))
    assert [(task.what, task.why, task.line) for task in found] == [
        ("By one?", "its one position names no scholar", 8),
        ("By two?", "none of its 2 positions names a scholar", 9),
        ("Told?", "no position on it is told", 10),
    ]


def test_figures_without_author_and_source_are_one_task_with_all_their_lines(vale: Dossier) -> None:
    (found,) = only("figures without author", listed(vale))
    assert (found.why, found.what) == ("2 of 4 name neither author nor source", "North Vale")
    assert found.places == (Place(vale.path, 7), Place(vale.path, 17))
    sourced = tuple(replace(estimate, sources=("olin",)) for estimate in vale.estimates)
    assert only("figures without author", listed(replace(vale, estimates=sourced))) == []


def test_kinds_come_in_their_order_and_dossiers_in_that_of_their_paths(vale: Dossier) -> None:
    found = listed(replace(vale, path="z.md"), replace(vale, path="b.md"), linking("a.md", "east-marsh"))
    kinds = [KINDS.index(task.kind) for task in found]
    assert kinds == sorted(kinds)
    assert len(set(kinds)) > 3
    assert [task.path for task in only("figures without author", found)] == ["b.md", "z.md"]


def test_how_many_people_a_figure_counts_changes_nothing(vale: Dossier) -> None:
    small = replace(vale, path="a.md")
    huge = Quantity("9 million", 9_000_000, 9_000_000, "exact")
    large = replace(vale, path="b.md", estimates=tuple(replace(one, quantity=huge) for one in vale.estimates))
    assert [(task.kind, task.what, task.path) for task in listed(small, large)] == [
        (task.kind, task.what, task.path) for task in listed(replace(large, path="a.md"), replace(small, path="b.md"))
    ]
