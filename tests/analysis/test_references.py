"""What a bibliography says of a source is what its lines say, all of it, and nothing else."""

import pytest

from regimekit.analysis.bibliography import Occurrence, bibliography
from regimekit.analysis.references import reference, remainder
from regimekit.model import Dossier, Source, Span
from regimekit.parsing.dates import parse_date


def listed(title: str = "The Fen Years", line: int = 1, **parts: object) -> Source:
    parts.setdefault("text", title)
    return Source(Span(line, line), f"k{line}", title, **parts)  # type: ignore[arg-type]


def folder(**sources: tuple[Source, ...]) -> list[Dossier]:
    return [Dossier(f"{name}.md", name, name, "", sources=several) for name, several in sources.items()]


@pytest.mark.parametrize(
    ("parts", "form"),
    [
        ({"kind": "book", "types": ("book",)}, "book"),
        ({"kind": "encyclopedia", "types": ("encyclopedia",), "url": "https://a.example/x"}, "encyclopedia"),
        ({"url": "https://en.wikipedia.org/wiki/X"}, "encyclopedia"),
        ({"kind": "news", "types": ("news",), "url": "https://a.example/x"}, "newspaper"),
        ({"kind": "NGO report", "types": ("ngo",), "url": "https://a.example/x"}, "report"),
        ({"kind": "report by journalist", "types": ("news",)}, "newspaper"),
        ({"kind": "dissertation", "types": ("academic",)}, "thesis"),
        ({"kind": "documentary", "types": ("video",), "url": "https://a.example/x"}, "video"),
        ({"kind": "memoir", "types": ("memoir",)}, "book"),
        ({"kind": "memoir", "types": ("memoir",), "url": "https://a.example/x"}, "webpage"),
        ({"kind": "academic", "types": ("academic",), "url": "https://a.example/x"}, "webpage"),
        ({"url": "https://a.example/x"}, "webpage"),
        ({}, "document"),
    ],
)
def test_the_form_is_what_the_type_says(parts: dict[str, object], form: str) -> None:
    (entry,) = bibliography(folder(a=(listed(**parts),)))
    assert reference(entry).form == form


def test_without_an_author_in_the_text_there_is_none() -> None:
    (entry,) = bibliography(
        folder(a=(listed("Fen - Harbour Press", url="https://a.example/x", publisher="Harbour Press"),))
    )
    found = reference(entry)
    assert (found.authors, found.publisher, found.container) == ((), "Harbour Press", None)


def test_what_several_dossiers_say_is_kept_beside_each_other() -> None:
    one = listed(
        "Fen",
        url="https://a.example/x",
        kind="book",
        types=("book",),
        accessed_as_written="2021-01-02",
        accessed=parse_date("2021-01-02"),
        group="Books",
    )
    other = listed(
        "The Fen",
        url="http://www.a.example/x/",
        kind="archive",
        publisher="Press",
        footnote="7",
        accessed_as_written="2024-03-04",
        accessed=parse_date("2024-03-04"),
    )
    (entry,) = bibliography(folder(a=(one,), b=(other,)))
    found = reference(entry)
    assert (found.title, found.publisher, found.form) == ("Fen", "Press", "book")
    assert found.accessed_as_written == "2024-03-04"
    assert (found.kinds, found.groups) == (("book", "archive"), ("Books",))
    assert found.notes == ("Also cited as: The Fen", "Also at: http://www.a.example/x/", "Also read: 2021-01-02")
    assert found.cited == ("a.md", "b.md (footnote 7)")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Fen Years - Press | type: book | accessed: 2024-05-01", None),
        ("Fen Years - Press | book | 2024-05-01", None),
        ("Press: Fen Years (accessed on 2024-05-01)", None),
        ("Fen Years | Press | see pages 4-9 | type: book | accessed: 2024-05-01", "see pages 4-9"),
        ("An essay on the Fen Years, of which half is lost", "An essay on the … of which half is lost"),
        ("A Book on Fen Years | type: book", "A Book on"),  # a word of the title is not the type
    ],
)
def test_words_that_are_in_no_field_are_left(text: str, left: str | None) -> None:
    source = listed("Fen Years", text=text, publisher="Press", kind="book", accessed_as_written="2024-05-01")
    assert remainder(Occurrence("a", "a.md", source)) == left


def test_titles_of_others_on_the_line_are_no_words_of_this_one() -> None:
    source = listed("Fen Years", text="Fen Years; The Weir; see also the map")
    assert remainder(Occurrence("a", "a.md", source, ("The Weir",))) == "see also the map"
