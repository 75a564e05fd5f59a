"""A dossier is cited by what it says of itself."""

from msgspec.structs import replace

from regimekit.analysis.authors import Author
from regimekit.analysis.citing import cite
from regimekit.model import Dossier, Field, Span, Stamp
from regimekit.parsing.dates import parse_date


def header(label: str, value: str, id: str | None = None) -> Field:
    return Field(Span(2, 2), label, value, id, header=True)


BARE = Dossier("north/high-fen.md", "high-fen", "High Fen", "")


def test_a_dossier_that_says_nothing_of_itself_is_cited_by_title_and_file() -> None:
    cited = cite(BARE, "1.2.3")
    assert cited.sentence == (
        "High Fen. Dossier high-fen without a date. File north/high-fen.md, read with regimekit 1.2.3. It names no author."
    )
    reference = cited.reference
    assert (reference.authors, reference.url, reference.doi, reference.issued) == ((), None, None, ())
    assert (reference.key, reference.form, reference.title) == ("high-fen", "document", "High Fen")


def test_authors_address_and_number_are_those_of_the_front_matter() -> None:
    said = (
        header("author", "Mara Quist", "author"),
        header("authors", "Roe, Ben", "author"),
        header("authors", "Mara Quist", "author"),
        header("url", "https://dossiers.example/high-fen"),
        header("doi", "https://doi.org/10.5555/FEN.1"),
        Field(Span(9, 9), "Author", "Joren Reyl", "author"),  # of the Overview: not who wrote the dossier
    )
    cited = cite(replace(BARE, overview=said), "1.2.3")
    assert cited.reference.authors == (Author("Mara Quist"), Author("Roe", "Ben"))
    assert (cited.reference.url, cited.reference.doi) == ("https://dossiers.example/high-fen", "10.5555/fen.1")
    assert cited.reference.form == "webpage"
    assert cited.sentence.startswith("Mara Quist; Roe, Ben. High Fen. Dossier high-fen")
    assert cited.sentence.endswith("read with regimekit 1.2.3. https://dossiers.example/high-fen")


def test_what_is_no_address_and_no_number_is_left_out() -> None:
    said = (header("url", "the wiki"), header("doi", "none yet"), header("link", "javascript:alert(1)"))
    reference = cite(replace(BARE, overview=said), "1").reference
    assert (reference.url, reference.doi) == (None, None)


def test_the_date_is_that_of_the_last_update() -> None:
    created = Stamp(Span(8, 8), "2026-02-01", parse_date("2026-02-01"))
    updated = Stamp(Span(9, 9), "March 2026", parse_date("March 2026"))
    both = cite(replace(BARE, created=created, updated=updated), "1")
    assert both.reference.issued == (2026, 3)
    assert "created 2026-02-01, last updated March 2026" in both.sentence
    assert cite(replace(BARE, created=created), "1").reference.issued == (2026, 2, 1)
    unread = Stamp(Span(9, 9), "the other day", None)
    assert cite(replace(BARE, updated=unread), "1").reference.issued == ()


def test_it_says_that_figures_are_cited_after_their_authors() -> None:
    cited = cite(BARE, "1")
    assert "after its own author and source" in cited.caution
    assert any("after their own authors" in note for note in cited.reference.notes)
