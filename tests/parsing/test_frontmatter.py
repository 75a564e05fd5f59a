import pytest

from regimekit.parsing.frontmatter import find_header, read_header


def header(text):
    return read_header(text.split("\n"))


def test_keys_keep_their_path_their_line_and_their_text():
    read = header("---\ntitle: T\ntime: 12:30\ncode: 0123\ndates:\n  start: 1990-07-28\ntags: [a, b]\n---\n# T\n")
    assert [(field.path, field.value, field.span.first) for field in read.fields] == [
        ("title", "T", 2),
        ("time", "12:30", 3),
        ("code", "0123", 4),
        ("dates.start", "1990-07-28", 6),
        ("tags", "a", 7),
        ("tags", "b", 7),
    ]
    assert (read.first, read.last, read.findings) == (1, 8, ())


def test_a_header_may_stand_below_the_title():
    read = header("# T\n\n---\nleader: Ana Doe\n---\n\n## Overview\n")
    assert (read.first, read.last) == (3, 5)
    assert read.fields[0].span.first == 4


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\n---\n\n## Overview\n\n---\n",
        "# T\n---\nprose goes on here\n---\n",
        "text first\n---\na: b\n---\n",
        "---\na: b\nnever closed\n",
        "",
    ],
)
def test_a_rule_below_a_title_is_no_header(text):
    assert find_header(text.split("\n")) == (0, 0)


def test_a_key_given_twice_is_found_and_both_values_kept():
    read = header("---\nleader: Ana\nleader: Max\n---\n")
    assert [field.value for field in read.fields] == ["Ana", "Max"]
    assert [(finding.code, finding.span.first) for finding in read.findings] == [("RK903", 3)]


@pytest.mark.parametrize(
    "body", ["a: [1, 2", "a: b: c", "a: 'open", "key: value\n- item", "a: " + "[" * 500, "- - - " * 200 + "a: b"]
)
def test_what_is_not_yaml_is_a_finding_and_no_error(body):
    read = header(f"---\nok: yes\n{body}\n---\n# T")
    assert read.fields == ()
    assert [finding.code for finding in read.findings] == ["RK902"]
    assert 1 <= read.findings[0].span.first <= read.last


def test_a_yaml_bomb_stays_small():
    lines = ["---", "a: &a [x, x]"] + [
        f"k{n}: &k{n} [*{'a' if n == 0 else f'k{n - 1}'}, *{'a' if n == 0 else f'k{n - 1}'}]" for n in range(40)
    ]
    read = header("\n".join([*lines, "---"]))
    assert len(read.fields) < 100
