import json

import msgspec
import pytest

from regimekit.linting.baseline import BaselineError, fingerprint, read_baseline, split_known, write_baseline
from regimekit.model import Finding, Span

LINES = ["# Aldova", "", "- 3-5,000 people were deported", "- 3-5,000 people were deported", "- 40 fled"]


def finding(line, message="the scale is ambiguous; see line 7", code="RK405", path="a.md"):
    return Finding(code, "warning", Span(line, line), message, "", path)


def split(findings, baseline, lines=LINES):
    return split_known(findings, {"a.md": lines}, lambda path: path, read_baseline(baseline.encode()))


def baseline_of(findings, lines=LINES):
    return write_baseline(findings, {"a.md": lines}, lambda path: path)


def test_what_was_written_is_known():
    new, known = split([finding(3), finding(5)], baseline_of([finding(3), finding(5)]))
    assert (new, len(known)) == ([], 2)


def test_lines_above_do_not_matter_and_neither_do_line_numbers_in_the_message():
    moved = ["# Aldova", "", "new", *LINES[2:]]
    new, known = split([finding(4, "the scale is ambiguous; see line 8")], baseline_of([finding(3)]), moved)
    assert (new, len(known)) == ([], 1)


def test_white_space_does_not_matter():
    assert fingerprint(finding(3), LINES) == fingerprint(finding(1), ["-  3-5,000 people\twere deported  "])


@pytest.mark.parametrize("changed", [finding(5), finding(3, "something else"), finding(3, code="RK404")])
def test_another_line_message_or_rule_is_new(changed):
    new, known = split([changed], baseline_of([finding(3)]))
    assert (len(new), known) == (1, [])


def test_another_file_is_new():
    other = finding(3, path="b.md")
    new, _ = split_known([other], {"b.md": LINES}, lambda path: path, read_baseline(baseline_of([finding(3)]).encode()))
    assert new == [other]


def test_of_findings_that_are_alike_as_many_are_known_as_there_were():
    new, known = split([finding(3), finding(4)], baseline_of([finding(3)]))
    assert (new, known) == ([finding(4)], [finding(3)])


def test_the_file_is_stable_and_readable():
    text = baseline_of([finding(5), finding(3)])
    assert text == baseline_of([finding(3), finding(5)])
    assert json.loads(text)["findings"][0]["path"] == "a.md"
    assert text.endswith("}\n")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"form": 99, "findings": []}', b"\xff\xfe", b'{"form": 1}'])
def test_what_is_no_baseline_is_refused(data):
    with pytest.raises(BaselineError):
        read_baseline(data)


def test_a_multi_line_finding_is_known_by_all_its_lines():
    long = msgspec.structs.replace(finding(3), span=Span(3, 5))
    assert fingerprint(long, LINES) != fingerprint(finding(3), LINES)
