"""Somebody who types what the manual says, page by page, gets what it shows."""

import functools
import json
import re
from pathlib import Path

import jsonschema
import pytest

import generate
import pictures
import running

ROOT = Path(__file__).parent.parent
PAGES = generate.written_by_hand()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_does_what_it_says(page: Path) -> None:
    result = generate.run(page)
    assert result.text == page.read_text(encoding="utf-8"), "run python docs/generate.py, and read the change"
    stale = [name for name, spec in result.pictures.items() if pictures.is_stale(name, spec)]
    assert stale == [], "run python docs/pictures.py, and look at them"
    assert set(re.findall(r"\]\((?:docs/)?pictures/([^)]+)\)", result.text)) == set(result.pictures)


def test_what_is_not_run_is_on_a_page_and_has_a_reason() -> None:
    lines = {line.removeprefix("$ ") for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()}
    for start, reason in running.NOT_RUN.items():
        assert any(line.startswith(start) for line in lines), f"{start}: on no page"
        assert reason


def page(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def test_a_screen_is_renewed_and_the_rest_of_a_page_stays() -> None:
    old = page("<!-- folder: empty -->", "a", "```console", "$ mkdir data", "$ ls", "old", "```", "b")
    result = running.run_page(old)
    assert result.text == page("<!-- folder: empty -->", "a", "```console", "$ mkdir data", "$ ls", "data", "```", "b")
    assert result.ran == ["mkdir data", "ls"]


def test_a_page_writes_and_changes_files_in_its_own_folder() -> None:
    text = page(
        "<!-- folder: empty -->",
        '```markdown title="data/a.md"',
        "# One",
        "two",
        "```",
        '```diff title="data/a.md"',
        " # One",
        "-two",
        "+three",
        "```",
        "```console",
        "$ cat data/a.md",
        "# One",
        "three",
        "```",
    )
    assert running.run_page(text).text == text


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["```sh", "regimekit show nobody-of-this-name", "```"], "no dossier"),
        (["```sh", "regimekit estimates --no-such-option", "```"], "No such option"),
        (["```sh", "false", "```"], "false"),
        (["```sh", "cd ..", "```"], "leaves the folder"),
        (["```python", "1 / 0", "```"], "division"),
        (["```sql", "select nothing from nowhere", "```"], "nowhere"),
        (["```text", "regimekit show stalin", "```"], "a command in a block of text"),
        (["```console", "regimekit show stalin", "```"], "begins with its command"),
        (['```diff title="a.md"', "-not there", "```"], "a.md"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_done_makes_a_page_wrong(lines: list[str], why: str) -> None:
    with pytest.raises(Exception, match=why):
        running.run_page(page(*lines))


def test_a_session_of_python_shows_the_answers_of_today() -> None:
    old = page("```python", ">>> a = 1", ">>> for n in range(2):", "...     print(n + a)", "5", "", "```")
    new = page("```python", ">>> a = 1", ">>> for n in range(2):", "...     print(n + a)", "1", "2", "", "```")
    assert running.run_page(old).text == new


def test_the_page_with_timelinejs_shows_what_the_command_wrote(tmp_path: Path) -> None:
    """The HTML names the file and the element that are there, and the file is what TimelineJS documents."""
    running.run_page((ROOT / "docs" / "timelinejs.md").read_text(encoding="utf-8"), tmp_path)
    html = (tmp_path / "timeline" / "index.html").read_text(encoding="utf-8")
    element, file = re.search(r'new TL\.Timeline\("([^"]+)", "([^"]+)"\)', html).groups()
    assert f'<div id="{element}"' in html
    assert html.index(f'id="{element}"') < html.index("new TL.Timeline") > html.index('src="js/timeline.js"')
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    slides = json.loads((tmp_path / "timeline" / file).read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "tests" / "exporting" / "timelinejs.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(slides, schema)
    assert len(slides["events"]) > 10


def test_commands_in_running_text_exist_with_their_options() -> None:
    """What stands in a sentence is not run, but there has to be such a command, and it has to know the options."""
    from regimekit.cli import COMMANDS, GROUPS

    texts = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
    said = {
        (name, code)
        for name, text in texts.items()
        for code in re.findall(r"`(regimekit [^`]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))
    }
    assert len(said) > 60
    for name, code in sorted(said):
        words = [word for word in re.split(r"[\s=]+", code) if word != "regimekit"]
        command = next((word for word in words if word in (*COMMANDS, *GROUPS)), "")
        assert command or words[0] in ("COMMAND", "--data", "--version", "--install-completion"), f"{name}: {code}"
        known = help_of(command)
        for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", code):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", known), f"{name}: {code}: {option}"


@functools.cache
def help_of(command: str) -> str:
    return running.regimekit(f"regimekit {command} --help", width=200)[0]
