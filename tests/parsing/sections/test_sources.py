from regimekit.parsing.sections.sources import read_sources

SOURCES = "# T\n\n## Sources\n"


def test_the_schemas_own_line(read):
    (source,) = read_sources(
        read(
            SOURCES
            + "- [The Purge - Example Encyclopedia](https://example.org/purge) | type: encyclopedia | accessed: 2026-01-06\n"
        )
    )
    assert (source.title, source.url) == ("The Purge - Example Encyclopedia", "https://example.org/purge")
    assert (source.publisher, source.kind, source.types) == ("Example Encyclopedia", "encyclopedia", ("encyclopedia",))
    assert (source.accessed.edtf, source.accessed_as_written, source.span.first) == ("2026-01-06", "2026-01-06", 4)
    assert (source.key, source.listed) == ("the-purge-example-encyclopedia", True)


def test_the_same_without_names(read):
    (source,) = read_sources(
        read(
            SOURCES
            + "1. [Ana Doe | Wiki](https://example.org/a) - Example Wiki | Encyclopedia | Accessed: January 2026\n"
        )
    )
    assert (source.publisher, source.types, source.accessed.edtf) == ("Example Wiki", ("encyclopedia",), "2026-01")


def test_a_table_of_sources(read):
    (source,) = read_sources(
        read(
            SOURCES
            + "| Source | Type | URL | Access Date |\n|---|---|---|---|\n| Report | NGO | https://example.org/r | 2026-01-06 |\n"
        )
    )
    assert (source.title, source.url, source.types, source.accessed.edtf) == (
        "Report",
        "https://example.org/r",
        ("ngo",),
        "2026-01-06",
    )


def test_footnotes_with_one_link_several_or_none(read):
    found = read_sources(
        read(
            SOURCES
            + "[^a]: [One](https://example.org/1)\n[^b]: [Two](https://example.org/2); [Three](https://example.org/3)\n[^c]: Doe, *Book* (1999)\n"
        )
    )
    assert [(source.key, source.footnote, source.title) for source in found] == [
        ("a", "a", "One"),
        ("b", "b", "Two"),
        ("b-2", "b", "Three"),
        ("c", "c", "Doe, Book (1999)"),
    ]


def test_bare_addresses_and_books_without_one(read):
    bare, book = read_sources(read(SOURCES + "- https://example.org/page\n- Doe, Ana. *The Camps*. 1999.\n"))
    assert (bare.url, bare.title) == ("https://example.org/page", "https://example.org/page")
    assert (book.url, book.title) == (None, "Doe, Ana. The Camps. 1999.")


def test_links_in_running_text_are_sources_that_are_not_listed(read):
    (source,) = read_sources(read("# T\n\n## Fall\n- arrested in May ([Court](https://example.org/c))\n"))
    assert (source.title, source.listed) == ("Court", False)


def test_the_same_title_twice_gets_two_keys(read):
    found = read_sources(read(SOURCES + "- [One](https://example.org/1)\n- [One](https://example.org/2)\n"))
    assert [source.key for source in found] == ["one", "one-2"]
