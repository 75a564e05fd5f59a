"""Citation keys say what they stand for."""

import pytest

from regimekit.analysis.citation_keys import citation_key
from regimekit.analysis.identity import identity
from regimekit.model import Source, Span


def key(title: str = "A Title", url: str | None = None, publisher: str | None = None) -> str:
    return citation_key(identity(Source(Span(1, 1), "a", title, publisher, url, text=title)))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://en.wikipedia.org/wiki/High_Fen", "wikipedia-high-fen"),
        ("https://www.britannica.com/biography/Joren-Reyl", "britannica-joren-reyl"),
        ("https://courier.example/2003/04/trial-opens.html", "courier-2003-trial-opens"),
        ("https://news.bbc.co.uk/2/hi/europe/123.stm", "bbc-europe"),
        ("https://encyclopedia.ushmm.org/content/en/article/the-fen", "ushmm-fen"),
        ("https://a.example/", "a"),
        ("https://ü.example/träger-ß", "u-trager-ss"),
        ("https://127.0.0.1/", "source-0"),
    ],
)
def test_a_page_is_called_by_its_site_and_its_name(url: str, words: str) -> None:
    assert key(url=url).rpartition("-")[0] == words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ('Doe, Ana B. "The Fen Years." Review of Marsh History 14, no. 2 (1998)', "doe-1998-ana-fen-years"),
        ("The Report of the Commission", "report-commission"),
        ("日本", "source"),
        ("1984", "source-1984"),
    ],
)
def test_what_has_no_address_is_called_by_its_first_words(title: str, words: str) -> None:
    assert key(title).rpartition("-")[0] == words


def test_keys_that_were_given_once_stay() -> None:
    """These stand in other people's texts: a change here breaks their citations."""
    assert key(url="https://en.wikipedia.org/wiki/High_Fen") == "wikipedia-high-fen-8ev35"
    assert key(url="https://doi.org/10.5555/WEIR.2011") == "doi-weir-2011-9nj3g"
    assert key('Doe, Ana B., and Ben Roe. "The Fen Years"') == "doe-ana-ben-roe-ymsma"
