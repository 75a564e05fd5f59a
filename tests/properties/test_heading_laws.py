"""Laws of naming headings, for any heading."""

from hypothesis import given
from hypothesis import strategies as st

from regimekit.schema import load_schema, split_number

SCHEMA = load_schema()
IDS = {section.id for section in SCHEMA.sections}
PHRASES = sorted({phrase for section in SCHEMA.sections for phrase in (section.title, *section.aliases)})


@given(st.text())
def test_every_text_is_some_section(title):
    assert SCHEMA.section_id(title) in IDS
    assert SCHEMA.is_people_heading(title) in (True, False)


@given(st.text())
def test_the_rest_of_a_numbered_title_is_its_end(title):
    number, rest = split_number(title)
    assert title.strip().endswith(rest.strip())
    assert number is None or title.strip().startswith(number)


@given(st.sampled_from(PHRASES), st.sampled_from(["3. ", "IX. ", "2.4 ", "Part II: ", "12) "]))
def test_numbering_does_not_change_the_section(title, number):
    assert SCHEMA.section_id(number + title) == SCHEMA.section_id(title)


@given(st.sampled_from(PHRASES), st.text(st.characters(exclude_characters="()[]{}", exclude_categories=["C"])))
def test_brackets_do_not_change_the_section(title, aside):
    assert SCHEMA.section_id(f"{title} ({aside})") == SCHEMA.section_id(title)


@given(st.sampled_from(PHRASES), st.sampled_from(PHRASES))
def test_a_subtitle_does_not_change_the_section(title, subtitle):
    assert SCHEMA.section_id(f"{title}: {subtitle}") == SCHEMA.section_id(title)


@given(st.sampled_from(PHRASES))
def test_capitals_and_articles_do_not_change_the_section(title):
    assert SCHEMA.section_id(f"THE {title.upper()}") == SCHEMA.section_id(title)
