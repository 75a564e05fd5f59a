from regimekit.model import Finding, Span
from regimekit.rendering.findings import concise, full, table_of_counts

LONG = "- " + "many words " * 40 + "3-5,000 people " + "and more words " * 20
LINES = {1: "| **Duration** | 31 years |", 2: LONG, 3: "\t- tab 31 years", 4: "\x1b[31mred 31 years"}


def finding(line, column=0, end=0, code="RK207", path="a.md", severity="error", message="it does not fit"):
    return Finding(code, severity, Span(line, line), message, "Correct it.", path, column, end)


def source(one):
    return LINES.get(one.span.first, "")


def test_concise_is_a_line_each():
    assert concise([finding(1, 18, 26), finding(2)]) == (
        "a.md:1:18: error RK207 it does not fit\na.md:2: error RK207 it does not fit\n"
    )


def test_full_underlines_the_place():
    assert full([finding(1, 18, 26)], source, {"RK207": "duration"}) == (
        "a.md:1:18: error RK207 duration\n"
        "  it does not fit\n"
        "  1 | | **Duration** | 31 years |\n"
        "    |                  ^^^^^^^^\n"
        "  help: Correct it.\n"
        "\n"
    )


def test_without_a_place_the_whole_line_is_underlined():
    assert "    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n" in full([finding(1)], source, {})


def test_of_a_long_line_the_place_is_shown():
    at = LONG.index("3-5,000")
    shown = full([finding(2, at + 1, at + 8)], source, {}).split("\n")
    quoted, marks = shown[2], shown[3]
    assert quoted[marks.index("^") : marks.rindex("^") + 1] == "3-5,000"
    assert len(quoted) < 180
    assert quoted.count("…") == 2


def test_columns_hold_behind_a_tab():
    at = LINES[3].index("31")
    shown = full([finding(3, at + 1, at + 9)], source, {}).split("\n")
    assert shown[2][shown[3].index("^") :] == "31 years"


def test_nothing_that_a_terminal_obeys_gets_through():
    shown = full([finding(4, 9, 17, path="a\x1b[2J.md", message="\x1b[31mred")], source, {})
    assert "\x1b" not in shown
    assert "\x1b" not in concise([finding(4, path="a\x1b[2J.md", message="\x1b]0;title\x07red")])


def test_a_finding_without_a_line_has_no_quotation():
    assert full([finding(99)], source, {}) == "a.md:99: error RK207\n  it does not fit\n  help: Correct it.\n\n"


def test_more_than_ten_of_a_rule_in_a_file_are_folded():
    many = [finding(line) for line in range(1, 15)] + [finding(1, code="RK101"), finding(1, path="b.md")]
    lines = concise(many).splitlines()
    assert len(lines) == 10 + 1 + 1 + 1
    assert "a.md: and 4 more of RK207; --all shows them" in lines
    assert len(concise(many, every=True).splitlines()) == 16
    assert concise(many[:10]) == concise(many[:10], every=True)


def test_styles_are_asked_for():
    assert "\x1b[" not in full([finding(1)], source, {})
    assert "\x1b[1m" in full([finding(1)], source, {}, styled=True)


def test_counts_are_aligned():
    assert table_of_counts([(1200, "RK108"), (7, "RK101")], {"RK108": "numbered"}) == (
        "1,200  RK108  numbered\n    7  RK101  \n"
    )
