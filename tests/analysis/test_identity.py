"""Which source it is: addresses, DOIs and ISBNs in the form in which equal ones are equal."""

import pytest

from regimekit.analysis.identity import Identity, domain, identity, normalised
from regimekit.model import Source, Span


def source(title: str = "A Title", url: str | None = None, text: str = "", publisher: str | None = None) -> Source:
    return Source(Span(1, 1), "a", title, publisher, url, text=text or title)


@pytest.mark.parametrize(
    "url",
    [
        "https://en.wikipedia.org/wiki/High_Fen",
        "http://en.wikipedia.org/wiki/High_Fen/",
        "https://EN.Wikipedia.org:443/wiki/High_Fen#History",
        "https://en.m.wikipedia.org/wiki/High_Fen?utm_source=x&fbclid=7",
        "https://en.wikipedia.org/wiki/High%5FFen",
    ],
)
def test_what_does_not_tell_pages_apart_is_left_out(url: str) -> None:
    assert normalised(url) == "en.wikipedia.org/wiki/High_Fen"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "https://b.example/x"),
        ("https://a.example/X", "https://a.example/x"),  # paths may tell capitals apart
        ("https://a.example/x?id=1", "https://a.example/x?id=2"),
        ("https://a.example:8080/x", "https://a.example/x"),
        ("https://en.wikipedia.org/wiki/X", "https://de.wikipedia.org/wiki/X"),
        ("https://a.example/x", "http://web.archive.org/web/2017/https://a.example/x"),  # a version of it
    ],
)
def test_what_tells_pages_apart_is_kept(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_parameters_are_the_same_in_any_order() -> None:
    assert normalised("https://a.example/x?b=2&a=1") == normalised("https://a.example/x?a=1&b=2")


@pytest.mark.parametrize("url", ["https://[bad", "https://a.example:port/x", "mailto:x", "notes.pdf", "https://"])
def test_an_address_that_is_none_is_still_compared(url: str) -> None:
    assert isinstance(normalised(url), str)
    assert identity(source(url=url)).kind == "url"


@pytest.mark.parametrize(
    ("found", "doi"),
    [
        (source(url="https://doi.org/10.5555/ABC.1"), "10.5555/abc.1"),
        (source(url="https://press.example/doi/abs/10.5555/abc.1"), "10.5555/abc.1"),
        (source(url="https://press.example/articles/10.5555/abc.1/full"), "10.5555/abc.1"),
        (source(url="https://press.example/doi/full/10.5555%2Fabc.1?needAccess=true"), "10.5555/abc.1"),
        (source(url="https://press.example/ahr/doi/10.5555/ahr/112.3.720/17633"), "10.5555/ahr/112.3.720"),
        (source(url="https://press.example/mono/10.5555/978-41/population-of-the-fen"), "10.5555/978-41"),
        (source(text="A Title. doi: 10.5555/abc.1."), "10.5555/abc.1"),
        (source(url="https://press.example/view/10.5555/abc.1/the-title"), "10.5555/abc.1"),
        (source(text="A Title (https://doi.org/10.5555/abc(1)2)."), "10.5555/abc(1)2"),
        (source(text="A Title (10.5555/abc.1)"), "10.5555/abc.1"),
    ],
)
def test_a_doi_is_found_in_address_and_text(found: Source, doi: str) -> None:
    assert identity(found) == Identity("doi", doi)


def test_the_shelf_of_a_reference_work_is_no_doi() -> None:
    entries = [source(url=f"https://works.example/view/10.5555/oi/authority.{number}") for number in (1, 2)]
    assert len({identity(entry) for entry in entries}) == 2
    assert {identity(entry).kind for entry in entries} == {"url"}


@pytest.mark.parametrize(
    "text",
    ["version 10.5/3", "10.000/year", "about 10.5555 of them", "see 110.5555/abc"],
)
def test_a_number_is_no_doi(text: str) -> None:
    assert identity(source(text=text)).kind == "title"


@pytest.mark.parametrize(
    "text", ["ISBN 0-306-40615-2", "isbn: 9780306406157", "ISBN-13: 978-0-306-40615-7", "ISBN 978 0 306 40615 7"]
)
def test_an_isbn_is_the_same_with_ten_and_thirteen_digits(text: str) -> None:
    assert identity(source(text=f"A Title. {text}.")) == Identity("isbn", "9780306406157")


@pytest.mark.parametrize("text", ["ISBN 0-306-40615-3", "ISBN 9780306406158", "call number 0306406152", "ISBN 12345"])
def test_a_number_that_does_not_check_is_no_isbn(text: str) -> None:
    assert identity(source(text=text)).kind == "title"


def test_a_number_beside_several_sources_is_nobodys() -> None:
    assert identity(source(url="https://a.example/x", text="A; B, ISBN 0-306-40615-2"), alone=False).kind == "url"


def test_without_any_number_title_and_publisher_count_however_they_are_written() -> None:
    assert identity(source("Águila: A Report", publisher="Press")) == identity(
        source("aguila, a report", publisher="PRESS")
    )
    assert identity(source("A Report", publisher="Press")) != identity(source("A Report", publisher="Museum"))
    assert identity(source("日本")) != identity(source("中国"))
    assert identity(source("???")) != identity(source("!!!"))


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.britannica.com/x", "britannica.com"),
        ("http://web.archive.org/web/2017/https://www.britannica.com/x", "britannica.com"),
        (None, ""),
    ],
)
def test_the_domain_is_that_of_the_page(url: str | None, site: str) -> None:
    assert domain(url) == site
