"""What holds of citation keys and bibliographies, whatever the folder."""

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from regimekit.analysis.bibliography import bibliography
from regimekit.analysis.references import references
from regimekit.model import Dossier, Source, Span

WORDS = st.sampled_from("fen weir ness 1998 The Wikipedia é 日本 ISBN 10.5555/x & {} 0306406152".split())
TITLES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join) | st.text(min_size=1, max_size=12)
ADDRESSES = st.builds(
    "{}://{}{}/{}{}".format,
    st.sampled_from(["http", "https"]),
    st.sampled_from(["", "www."]),
    st.sampled_from(["a.example", "b.example", "doi.org", "en.wikipedia.org"]),
    st.sampled_from(["", "x", "wiki/Fen", "10.5555/fen", "2001/fen", "?id=1", "%41"]),
    st.sampled_from(["", "/", "#top", "?utm_source=z"]),
)


@st.composite
def dossiers(draw: st.DrawFn) -> list[Dossier]:
    """Dossiers that list sources of a small stock, so that many occur several times."""
    stock = draw(
        st.lists(
            st.builds(
                Source,
                st.builds(lambda line: Span(line, line), st.integers(1, 6)),
                st.just("key"),
                TITLES,
                st.none() | st.sampled_from(["Press", "Wikipedia"]),
                st.none() | ADDRESSES,
                listed=st.booleans(),
                text=TITLES,
            ),
            min_size=1,
            max_size=6,
        )
    )
    several = draw(st.lists(st.lists(st.sampled_from(stock), max_size=6), min_size=1, max_size=4))
    return [
        Dossier(f"d{number}.md", f"d{number}", "D", "", sources=tuple(sources))
        for number, sources in enumerate(several)
    ]


def keys(folder: list[Dossier]) -> dict[tuple[str, Span, str, str | None, str], str]:
    """The key of each source by where and what it is."""
    return {
        (one.path, one.source.span, one.source.title, one.source.url, one.source.text): entry.key
        for entry in bibliography(folder)
        for one in entry.occurrences
    }


@given(dossiers())
def test_keys_are_ascii_and_no_two_sources_share_one(folder: list[Dossier]) -> None:
    entries = bibliography(folder)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+", entry.key) for entry in entries)
    assert len({entry.key for entry in entries}) == len(entries) == len({entry.identity for entry in entries})


@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_dossiers_changes_no_key(folder: list[Dossier], random: st.randoms) -> None:  # type: ignore[valid-type]
    shuffled = random.sample(folder, len(folder))
    assert keys(shuffled) == keys(folder)


@given(dossiers())
def test_no_dossier_changes_the_keys_of_another(folder: list[Dossier]) -> None:
    together = keys(folder)
    for dossier in folder:
        alone = keys([dossier])
        assert alone == {place: key for place, key in together.items() if place[0] == dossier.path}


@given(dossiers())
def test_no_source_on_another_line_changes_a_key(folder: list[Dossier]) -> None:
    together = keys(folder)
    for dossier in folder:
        for line in {source.span for source in dossier.sources}:
            left = tuple(source for source in dossier.sources if source.span == line)
            for place, key in keys([replace(dossier, sources=left)]).items():
                assert together[place] == key


@given(dossiers())
def test_every_occurrence_is_in_one_entry(folder: list[Dossier]) -> None:
    held = [one.source for entry in bibliography(folder) for one in entry.occurrences]
    assert sorted(map(repr, held)) == sorted(repr(source) for dossier in folder for source in dossier.sources)


@given(dossiers())
def test_of_every_source_a_reference_keeps_title_address_and_publisher(folder: list[Dossier]) -> None:
    entries = bibliography(folder)
    for entry, reference in zip(entries, references(entries), strict=True):
        said = " ".join(
            [
                reference.as_listed,
                reference.container or "",
                reference.publisher or "",
                reference.url or "",
                *reference.notes,
            ]
        )
        for one in entry.occurrences:
            for words in (one.source.title, one.source.url, one.source.publisher):
                assert (words or "") in said
