import pytest

from regimekit.parsing.inline import read_inline

TEXTS = {
    "plain words": "plain words",
    "**Toll**: 3": "Toll: 3",
    "*A Title* of 1937": "A Title of 1937",
    "_A Title_ and snake_case_name": "A Title and snake_case_name",
    "[text](https://x.org/a_(b)) end": "text end",
    "![alt](pic.png)": "alt",
    "see [[italy-example]] and [[folder/slug|shown]]": "see italy-example and shown",
    "a figure[^12] here": "a figure here",
    "`code *kept*`": "code *kept*",
    r"\*not emphasis\*": "*not emphasis*",
    "R&amp;D &#233;": "R&D é",
    "<https://x.org/a>": "https://x.org/a",
    "before<br>after <!-- note -->": "beforeafter ",
    "2 * 3 * 4": "2 * 3 * 4",
    "a lone *asterisk": "a lone *asterisk",
    "***both***": "both",
    "[not a link] (aside)": "[not a link] (aside)",
}


@pytest.mark.parametrize(("raw", "text"), TEXTS.items())
def test_marks_are_taken_off_and_nothing_else(raw, text):
    assert read_inline(raw).text == text


LABELS = [
    ("**Toll**: at least 60", "Toll", "at least 60"),
    ("**Toll:** at least 60", "Toll", "at least 60"),
    ("**Ana Doe** — minister", "Ana Doe", "minister"),
    ("**Ana Doe** - minister", "Ana Doe", "minister"),
    ("**Ana Doe** (1899-1953) — minister", "Ana Doe", "minister"),
    ("**Camp**[^3]: 200 held", "Camp", "200 held"),
    ("**Estimates**:", "Estimates", ""),
    ("**Estimates**", "Estimates", ""),
    ("__Toll__: 60", "Toll", "60"),
]


@pytest.mark.parametrize(("raw", "label", "rest"), LABELS)
def test_a_bold_run_with_a_colon_or_dash_is_a_label(raw, label, rest):
    inline = read_inline(raw)
    assert inline.label == label
    assert (inline.text[inline.body :] if inline.body else "") == rest


@pytest.mark.parametrize(
    "raw", ["**12 villages** were burned", "the **Front** of 1941: an army", "**Half-open", "**a** **b** c"]
)
def test_other_bold_runs_are_no_label(raw):
    assert read_inline(raw).label is None


def test_what_the_marks_said_is_kept():
    inline = read_inline(
        "**Report**: [Commission](https://x.org/r) on *The Camps*[^a][^b], see [[chad-habre#Fall|Chad]]"
    )
    assert inline.links == (("Commission", "https://x.org/r"),)
    assert inline.footnotes == ("a", "b")
    assert inline.wiki == ("chad-habre#Fall|Chad",)
    assert [inline.text[start:end] for start, end in inline.titles] == ["The Camps"]


@pytest.mark.parametrize(
    ("raw", "wiki", "text"),
    [
        ("![[map of the valley.svg|400]]", (), "400"),
        ("see [[Attachments/order.PDF#page=3]]", (), "see Attachments/order.PDF#page=3"),
        ("[[st.helens]]", ("st.helens",), "st.helens"),  # no kind of file that can be embedded
        ("![[chad-habre#Fall]]", ("chad-habre#Fall",), "chad-habre#Fall"),
        ("[[chad-habre.md]]", ("chad-habre.md",), "chad-habre.md"),
    ],
)
def test_an_attachment_is_no_dossier(raw, wiki, text):
    inline = read_inline(raw)
    assert (inline.wiki, inline.text) == (wiki, text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("==Between 1964 and 1968==: 300 dead", "Between 1964 and 1968: 300 dead"),
        ("**==300==** dead", "300 dead"),
        ("a == b == c", "a == b == c"),
        ("https://example.org/?a==b==c", "https://example.org/?a==b==c"),
        ("====", "===="),
    ],
)
def test_highlights_are_marks(raw, text):
    assert read_inline(raw).text == text
