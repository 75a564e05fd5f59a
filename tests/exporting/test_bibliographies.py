"""Bibliographies are read back by pybtex, citeproc-py and rispy, and hold what the records say."""

from __future__ import annotations

import json
import re
import warnings
from typing import Any
from urllib.parse import unquote

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pybtex.database import BibliographyData, Entry, parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from regimekit.analysis.authors import Author
from regimekit.analysis.references import Form, Reference
from regimekit.exporting.to_bibtex import to_bibtex
from regimekit.exporting.to_csl import to_csl
from regimekit.exporting.to_ris import to_ris
from regimekit.exporting.to_source_lines import to_source_lines
from regimekit.exporting.words import one_line
from regimekit.parsing.dates import parse_date
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

FORMS: tuple[Form, ...] = Form.__args__  # type: ignore[attr-defined]
BOOK = Reference(
    "doe-1998-fen-abcde",
    "article",
    "The Fen Years: 100% of {it} & $5 for C_2 #1",
    (Author("Doe", "Ana B."), Author("Roe", "Ben"), Author("Fen Commission on Harm and Truth")),
    container="Review of Marsh History",
    publisher="Harbour Press",
    volume="14",
    issue="2",
    issued=(1998,),
    url="https://a.example/x_y%20z?a=1&b=2#top~",
    doi="10.5555/abc_1",
    isbn="9780306406157",
    accessed=parse_date("2024-05-01"),
    accessed_as_written="2024-05-01",
    kinds=("academic", "NGO report"),
    groups=("Research",),
    notes=("see page 4", "Also cited as: Fen"),
    cited=("north/fen.md (footnote 7)", "south/ness.md"),
    as_listed="The Fen Years",
)
SHORT = Reference("fen-12345", "document", "Fen", as_listed="Fen")

# what breaks formats: their own signs, line ends of all kinds, what a terminal obeys, half characters
NASTY = st.text(
    st.sampled_from("{}\\%$#_&~^\"'`@-=,;<>|[]()!?* \n\r\t\v\x00\x1b\x85\u2028\u202e\ufeff\ud800aZé日–’“١")
    | st.characters(),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(one_line(text)))
NAMES = st.from_regex(r"[A-ZÉ][a-zé'’-]{1,8}( [A-ZÉ][a-zé]{1,5})?", fullmatch=True).filter(
    lambda name: " and" not in name
)
ADDRESSES = st.builds(
    "https://a.example/{}".format, st.text(st.sampled_from("aé{}\\%20_~#&?=()<>\"^`' |日"), max_size=12)
)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """References with anything in their texts."""
    several = st.lists(NASTY, max_size=2).map(tuple)
    return Reference(
        draw(st.from_regex(r"[a-z]{1,8}-[0-9a-z]{5}", fullmatch=True)),
        draw(st.sampled_from(FORMS)),
        draw(NASTY),
        tuple(draw(st.lists(st.builds(Author, NAMES, st.none() | NAMES), max_size=3))),
        container=draw(st.none() | NASTY),
        publisher=draw(st.none() | NASTY),
        issued=draw(st.sampled_from([(), (1998,), (1998, 5), (1998, 5, 1)])),
        url=draw(st.none() | ADDRESSES),
        accessed_as_written=draw(st.none() | NASTY),
        kinds=draw(several),
        groups=draw(several),
        notes=draw(several),
        cited=draw(several),
    )


# -- BibTeX

_LATEX = get_default_latex_context_db()
_LATEX.add_context_category(
    "text symbols",
    prepend=True,
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
    ],
)
_READER = LatexNodes2Text(latex_context=_LATEX, strict_latex_spaces=True)


def bibtex(*several: Reference) -> BibliographyData:
    return parse_string(to_bibtex(several), "bibtex")


def latex(text: str) -> str:
    return str(_READER.latex_to_text(text))


def persons(entry: Entry) -> list[tuple[str, str]]:
    return [
        (
            latex(" ".join([*person.prelast_names, *person.last_names])),
            latex(" ".join([*person.first_names, *person.middle_names])),
        )
        for person in entry.persons.get("author", [])
    ]


def test_bibtex_holds_every_field() -> None:
    entry = bibtex(BOOK).entries["doe-1998-fen-abcde"]
    assert entry.type == "article"
    assert {name: latex(value) for name, value in entry.fields.items() if name != "url"} == {
        "title": "The Fen Years: 100% of {it} & $5 for C_2 #1",
        "journal": "Review of Marsh History",
        "publisher": "Harbour Press",
        "volume": "14",
        "number": "2",
        "year": "1998",
        "isbn": "9780306406157",
        "doi": "10.5555/abc_1",
        "urldate": "2024-05-01",
        "keywords": "academic, NGO report, Research",
        "note": "see page 4; Also cited as: Fen",
        "annote": "Cited in: north/fen.md (footnote 7); south/ness.md",
    }
    assert entry.fields["url"] == "https://a.example/x_y%20z?a=1&b=2#top~"  # verbatim, as biblatex and \url read it
    assert persons(entry) == [("Doe", "Ana B."), ("Roe", "Ben"), ("Fen Commission on Harm and Truth", "")]


@pytest.mark.parametrize(
    ("form", "type", "container", "publisher"),
    [
        ("article", "article", "journal", "publisher"),
        ("newspaper", "article", "journal", "publisher"),
        ("book", "book", "journal", "publisher"),
        ("encyclopedia", "inreference", "booktitle", "publisher"),
        ("report", "report", "journal", "institution"),
        ("thesis", "thesis", "journal", "institution"),
        ("webpage", "online", "journal", "organization"),
        ("document", "misc", "journal", "organization"),
        ("video", "video", "journal", "publisher"),
        ("image", "image", "journal", "publisher"),
        ("dataset", "dataset", "journal", "publisher"),
    ],
)
def test_a_bibtex_entry_is_of_the_type_of_its_form(form: Form, type: str, container: str, publisher: str) -> None:
    entry = bibtex(replace(BOOK, form=form)).entries[BOOK.key]
    assert entry.type == type
    assert (entry.fields[container], entry.fields[publisher]) == ("Review of Marsh History", "Harbour Press")


def test_capitals_are_kept_by_braces_and_what_is_not_said_is_left_out() -> None:
    entry = bibtex(SHORT).entries["fen-12345"]
    assert dict(entry.fields) == {"title": "{Fen}"}
    assert not entry.persons


@given(st.lists(references(), max_size=3, unique_by=lambda one: one.key))
def test_bibtex_is_read_back_whatever_it_holds(several: list[Reference]) -> None:
    found = bibtex(*several)
    assert list(found.entries) == [one.key for one in several]
    for one in several:
        entry = found.entries[one.key]
        said = {name: latex(value) for name, value in entry.fields.items() if name != "url"}
        assert said.pop("title") == one_line(one.title)
        assert said.pop("note", "") == one_line("; ".join(notes_with_access(one)))
        assert said.pop("keywords", "") == one_line(", ".join((*one.kinds, *one.groups)))
        assert said.pop("annote", "") == (one_line(f"Cited in: {'; '.join(one.cited)}") if one.cited else "")
        assert unquote(entry.fields.get("url", "")) == unquote(one_line(one.url))
        assert sorted(said.values()) == sorted(
            [*filter(None, map(one_line, (one.container, one.publisher)))]
            + [str(part) for part in one.issued[:1]]
            + ["-".join(f"{part:02}" for part in one.issued)] * (len(one.issued) > 1)
        )
        assert persons(entry) == [(author.family, author.given or "") for author in one.authors]


def notes_with_access(one: Reference) -> list[str]:
    return [*one.notes, *([f"Accessed: {one_line(one.accessed_as_written)}"] if one.accessed_as_written else [])]


# -- CSL-JSON

CSL_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage"
).split()


def csl(*several: Reference) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(to_csl(several))
    return items


def test_csl_json_holds_every_field() -> None:
    assert csl(BOOK) == [
        {
            "id": "doe-1998-fen-abcde",
            "type": "article-journal",
            "title": BOOK.title,
            "author": [
                {"family": "Doe", "given": "Ana B."},
                {"family": "Roe", "given": "Ben"},
                {"literal": "Fen Commission on Harm and Truth"},
            ],
            "container-title": "Review of Marsh History",
            "publisher": "Harbour Press",
            "volume": "14",
            "issue": "2",
            "issued": {"date-parts": [[1998]]},
            "ISBN": "9780306406157",
            "DOI": "10.5555/abc_1",
            "URL": BOOK.url,
            "accessed": {"date-parts": [[2024, 5, 1]]},
            "keyword": "academic, NGO report, Research",
            "note": "see page 4; Also cited as: Fen",
            "annote": "Cited in: north/fen.md (footnote 7); south/ness.md",
        }
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_a_type_of_csl(form: Form) -> None:
    assert csl(replace(SHORT, form=form))[0]["type"] in CSL_TYPES


def rendered(items: list[dict[str, Any]]) -> list[str]:
    """A bibliography in the style that comes with citeproc-py, without its markup."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables that the style does not use
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        return [str(entry) for entry in bibliography.bibliography()]


def test_a_citation_processor_renders_a_bibliography() -> None:
    page = replace(SHORT, key="page-12345", form="webpage", title="Ness", url="https://a.example/ness", publisher="Press",
                   accessed=parse_date("2024-05-01"), accessed_as_written="2024-05-01")  # fmt: skip
    article, web = sorted(rendered(csl(replace(BOOK, title="The Fen Years"), page)))
    for words in ("Doe, A.B.", "Roe, B.", "Fen Commission on Harm and Truth", "1998", "The Fen Years",
                  "Review of Marsh History", "14(2)"):  # fmt: skip
        assert words in article
    assert "Ness" in web
    assert "https://a.example/ness" in web
    assert "May 1, 2024" in web


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_processor_takes_every_form(form: Form) -> None:
    (line,) = rendered(csl(replace(BOOK, form=form, title="The Fen Years")))
    assert "The Fen Years" in line


@given(st.lists(references(), max_size=3, unique_by=lambda one: one.key))
def test_csl_json_is_read_back_whatever_it_holds(several: list[Reference]) -> None:
    for item, one in zip(csl(*several), several, strict=True):
        assert item["id"] == one.key
        assert item["title"] == one_line(one.title)
        assert item.get("container-title", "") == one_line(one.container)
        assert item.get("publisher", "") == one_line(one.publisher)
        assert item.get("URL", "") == one_line(one.url)
        assert item.get("note", "") == one_line("; ".join(one.notes))
        assert item.get("keyword", "") == one_line(", ".join((*one.kinds, *one.groups)))
        assert item.get("accessed", {}).get("literal", "") == one_line(one.accessed_as_written)
        assert item.get("issued") == ({"date-parts": [list(one.issued)]} if one.issued else None)
        assert [author.get("literal") or author["family"] for author in item.get("author", [])] == [
            author.family for author in one.authors
        ]


# -- RIS


def ris(*several: Reference) -> list[dict[str, Any]]:
    return list(rispy.loads(to_ris(several)))


def test_ris_holds_every_field() -> None:
    assert ris(BOOK) == [
        {
            "type_of_reference": "JOUR",
            "id": "doe-1998-fen-abcde",
            "title": BOOK.title,
            "authors": ["Doe, Ana B.", "Roe, Ben", "Fen Commission on Harm and Truth"],
            "secondary_title": "Review of Marsh History",
            "publisher": "Harbour Press",
            "volume": "14",
            "number": "2",
            "year": "1998",
            "issn": "9780306406157",
            "doi": "10.5555/abc_1",
            "urls": [BOOK.url],
            "access_date": "2024/05/01",
            "keywords": ["academic", "NGO report", "Research"],
            "notes": ["see page 4", "Also cited as: Fen", "Cited in: north/fen.md (footnote 7); south/ness.md"],
        }
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_a_type_of_ris(form: Form) -> None:
    assert ris(replace(SHORT, form=form))[0]["type_of_reference"] in rispy.TYPE_OF_REFERENCE_MAPPING


def test_lines_of_ris_end_as_they_must() -> None:
    written = to_ris([BOOK, SHORT])
    assert written.count("\n") == written.count("\r\n") == len(written.splitlines())
    lines = [line for line in written.split("\r\n") if line]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "] * 2


@given(st.lists(references(), max_size=3))
def test_ris_is_read_back_whatever_it_holds(several: list[Reference]) -> None:
    for record, one in zip(ris(*several), several, strict=True):
        assert record["id"] == one.key
        assert record["title"] == one_line(one.title)
        assert record.get("secondary_title", "") == one_line(one.container)
        assert record.get("publisher", "") == one_line(one.publisher)
        assert record.get("urls", []) == [one_line(one.url)] * bool(one.url)
        assert record.get("keywords", []) == [*map(one_line, (*one.kinds, *one.groups))]
        assert record.get("notes", []) == [
            *([f"Accessed: {one_line(one.accessed_as_written)}"] if one.accessed_as_written else []),
            *map(one_line, one.notes),
            *([one_line(f"Cited in: {'; '.join(one.cited)}")] if one.cited else []),
        ]


# -- dates of access


@pytest.mark.parametrize(
    ("written", "urldate", "accessed", "y2", "note"),
    [
        ("2024-05-01", "2024-05-01", {"date-parts": [[2024, 5, 1]]}, "2024/05/01", None),
        ("May 2024", "2024-05", {"date-parts": [[2024, 5]]}, "2024/05//", None),
        ("2024", "2024", {"date-parts": [[2024]]}, "2024///", None),
        ("around 2019", "2019~", {"date-parts": [[2019]], "circa": True}, "2019///around 2019", "Accessed: around 2019"),
        ("May 1-3, 2024", "2024-05-01/2024-05-03", {"date-parts": [[2024, 5, 1], [2024, 5, 3]]},
         "2024/05/01/2024-05-01/2024-05-03", None),
        ("before 2019", None, {"literal": "before 2019"}, None, "Accessed: before 2019"),
        ("spring 2024", None, {"literal": "spring 2024"}, None, "Accessed: spring 2024"),
        ("the other day", None, {"literal": "the other day"}, None, "Accessed: the other day"),
    ],
)  # fmt: skip
def test_an_access_date_keeps_what_is_known(
    written: str, urldate: str | None, accessed: dict[str, Any], y2: str | None, note: str | None
) -> None:
    read = replace(SHORT, accessed=parse_date(written), accessed_as_written=written)
    entry = bibtex(read).entries[SHORT.key]
    assert entry.fields.get("urldate") == urldate
    assert entry.fields.get("note") == note
    assert csl(read)[0]["accessed"] == accessed
    record = ris(read)[0]
    assert record.get("access_date") == y2
    assert record.get("notes") == ([note] if note and y2 is None else None)


# -- Markdown


@given(st.lists(references(), min_size=1, max_size=3))
def test_a_list_in_markdown_is_read_back_as_sources(several: list[Reference]) -> None:
    listed = [replace(one, as_listed=one.title, url=one.url or "https://a.example/", accessed_as_written="2024-05-01",
                      container=None, publisher=None, kinds=("book",)) for one in several]  # fmt: skip
    page = f"# D\n\n## Sources\n{to_source_lines(listed)}"
    found = read_dossier(page, "d.md", load_schema(None)).sources
    assert [(one.title, one.kind, one.accessed_as_written) for one in found] == [
        (one_line(one.title), "book", "2024-05-01") for one in listed
    ]
    assert [unquote(one.url or "") for one in found] == [unquote(one_line(one.url)) for one in listed]


def test_a_title_that_begins_as_a_footnote_does_is_none() -> None:
    listed = "- [\\^1](https://a.example/) | type: book\n"
    (found,) = read_dossier(f"# D\n\n## Sources\n{listed}", "d.md", load_schema(None)).sources
    assert (found.title, found.url) == ("^1", "https://a.example/")
