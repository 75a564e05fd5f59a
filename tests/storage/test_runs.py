import pytest

from regimekit.model import Finding, Span
from regimekit.storage import Checked, checked

FOUND = Checked((Finding("RK101", "error", Span(1, 1), "missing", "write it", "a.md"),), ("a.md", "b.md"))
FILES = (("a.md", "1"), ("b.md", "2"))


@pytest.fixture
def run(tmp_path):
    """Run a check on files and settings; tells what was found and whether it was checked anew."""

    def run(files=FILES, asked=(b"settings",)):
        anew = []

        def check():
            anew.append(True)
            return FOUND

        return checked(files, asked, check, tmp_path), bool(anew)

    return run


def test_a_folder_that_did_not_change_is_not_checked_again(run):
    assert run() == (FOUND, True)
    assert run() == (FOUND, False)


@pytest.mark.parametrize(
    ("files", "asked"),
    [
        ((("a.md", "1"), ("b.md", "3")), (b"settings",)),
        ((("a.md", "1"), ("c.md", "2")), (b"settings",)),
        ((("a.md", "1"),), (b"settings",)),
        ((("a.md", "1"), ("b.md", None)), (b"settings",)),
        (FILES, (b"other settings",)),
        (FILES, (b"settings", b"a.md")),
        ((("b.md", "2"), ("a.md", "1")), (b"settings",)),
    ],
)
def test_whatever_the_outcome_depends_on_makes_it_another(run, files, asked):
    run()
    assert run(files, asked) == (FOUND, True)


def test_a_file_that_cannot_be_read_is_not_an_empty_one(run):
    run((("a.md", None),))
    assert run((("a.md", "0"),)) == (FOUND, True)


def test_a_damaged_entry_is_checked_anew_and_mended(run, tmp_path):
    run()
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(b"\xc1")
    assert run() == (FOUND, True)
    assert run() == (FOUND, False)
