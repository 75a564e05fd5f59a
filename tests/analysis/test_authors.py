"""An author is read only where the text surely names one."""

import pytest

from regimekit.analysis.authors import Author, Citation, citation
from regimekit.model import Source, Span


def read(title: str, url: str | None = None, group: str | None = None, text: str = "") -> Citation | None:
    return citation(Source(Span(1, 1), "a", title, None, url, group=group, text=text or title))


@pytest.mark.parametrize(
    ("title", "authors", "named", "year"),
    [
        ('Doe, Ana. "The Fen Years"', [("Doe", "Ana")], "The Fen Years", None),
        ("Doe, Ana B. The Fen Years: A Life (1998)", [("Doe", "Ana B.")], "The Fen Years: A Life", 1998),
        ("Doe, A. B. (1998). The Fen Years.", [("Doe", "A. B.")], "The Fen Years", 1998),
        ("Doe, Ana (1998). The Fen Years", [("Doe", "Ana")], "The Fen Years", 1998),
        ("de la Cruz, Ana. The Fen Years (1998)", [("de la Cruz", "Ana")], "The Fen Years", 1998),
        (
            "O’Neill, Ana, and Ben Roe. The Fen Years (1998)",
            [("O’Neill", "Ana"), ("Roe", "Ben")],
            "The Fen Years",
            1998,
        ),
        ("Doe, J. Robert. The Fen Years (1998)", [("Doe", "J. Robert")], "The Fen Years", 1998),
        ("Pavić-Ørn, Žana. “The Fen Years.”", [("Pavić-Ørn", "Žana")], "The Fen Years", None),
    ],
)
def test_a_citation_begins_with_its_author(
    title: str, authors: list[tuple[str, str]], named: str, year: int | None
) -> None:
    found = read(title)
    assert found is not None
    assert [(one.family, one.given) for one in found.authors] == authors
    assert (found.title, found.year) == (named, year)


@pytest.mark.parametrize(
    "title",
    [
        "Olin, The Harbour and the Army",
        "Torture, Trials, Terror. A Reader (1998)",
        "Wikipedia - High Fen",
        "Amnesty International, Annual Report (1990)",
        "High Fen, Low Ness: a border and its dead (1998)",
        "Ana Doe: historian, author of The Fen Years (1998)",
        "Rwanda, Kigali. Field notes",
        "doe, ana. the fen years (1998)",
        "Doe, Ana",
        "",
        "Doe, ",
        ", Ana. The Fen Years (1998)",
    ],
)
def test_a_title_names_no_author(title: str) -> None:
    assert read(title) is None


def test_a_heading_over_works_is_enough_for_what_is_on_paper() -> None:
    assert read("Doe, Ana. The Fen Years") is None
    assert read("Doe, Ana. The Fen Years", group="Academic Works") is not None
    assert read("Doe, Ana. The Fen Years", url="https://a.example/x", group="Academic Works") is None


def test_a_journal_is_told_by_its_volume_and_year() -> None:
    found = read('Doe, Ana. "The Fen Years." Review of Marsh History 14, no. 2 (1998).')
    assert found == Citation((Author("Doe", "Ana"),), "The Fen Years", "Review of Marsh History", "14", "2", 1998)


def test_what_cannot_be_taken_apart_is_left_as_rest() -> None:
    found = read('Doe, Ana. "The Fen Years." In The Marsh Reader, edited by Ben Roe (Harbour Press, 1998), 12-40')
    assert found is not None
    assert found.rest == "In The Marsh Reader, edited by Ben Roe (Harbour Press, 1998), 12-40"
    assert (found.journal, found.year) == (None, None)


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("The Fen Years | author: Doe, Ana | type: book", (Author("Doe", "Ana"),)),
        ("The Fen Years | authors: Ana Doe and Ben Roe", (Author("Ana Doe"), Author("Ben Roe"))),
        ("The Fen Years | author: Human Rights Watch", (Author("Human Rights Watch"),)),
    ],
)
def test_a_label_names_the_author(text: str, authors: tuple[Author, ...]) -> None:
    found = read("The Fen Years", text=text)
    assert found == Citation(authors, "The Fen Years")
