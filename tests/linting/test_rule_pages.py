"""Every rule finds what is marked on its page in tests/rules, and nothing else there.

A page is Markdown: a heading of level 2 opens a case, each fenced block below
it is a file of the case's folder, named behind the language (``markdown
cold-war/aldova.md``); a block ``yaml`` is its regimekit.yaml. ``<!-- RK404 -->``
at the end of a line says that the rule finds a fault there, and is taken out
before the file is read; twice, that it finds two. ``encoding=…`` and
``unreadable`` behind the name say how the file is written.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from regimekit.linting.rule import Rule
from regimekit.linting.rules import RULES
from regimekit.linting.runner import check
from regimekit.linting.settings import settings_from
from regimekit.model import Corpus
from regimekit.parsing.corpus import load_corpus, read_bytes
from regimekit.schema import Schema, load_schema

FOLDER = Path(__file__).parent.parent / "rules"
_PART = re.compile(
    r"^(?P<fence>````+)(?P<language>\w+)(?P<info>[^\n]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$|^## (?P<case>[^\n]+)$",
    re.M | re.S,
)
_MARK = re.compile(r"[ \t]*<!-- (RK\d{3}) -->")


class File(NamedTuple):
    path: str
    text: str
    expected: tuple[tuple[str, int], ...]
    encoding: str = "utf-8"
    readable: bool = True


class Case(NamedTuple):
    code: str
    name: str
    files: tuple[File, ...]
    settings: str | None

    @property
    def expected(self) -> list[tuple[str, str, int]]:
        """File, code and line of each fault that is marked."""
        return sorted((file.path, code, line) for file in self.files for code, line in file.expected)


def read_page(code: str) -> list[Case]:
    cases: list[Case] = []
    for part in _PART.finditer((FOLDER / f"{code}.md").read_text(encoding="utf-8")):
        if part["case"]:
            cases.append(Case(code, part["case"], (), None))
        elif part["language"] == "yaml":
            cases[-1] = cases[-1]._replace(settings=part["body"])
        else:
            cases[-1] = cases[-1]._replace(files=(*cases[-1].files, _file(part["info"].split(), part["body"])))
    return cases


def _file(info: list[str], body: str) -> File:
    path = info[0] if info and "=" not in info[0] else "aldova-varda.md"
    options = dict(option.partition("=")[::2] for option in info)
    expected = [(mark, number) for number, line in enumerate(body.split("\n"), 1) for mark in _MARK.findall(line)]
    text = _MARK.sub("", body).replace("\\u202e", "\u202e")
    return File(path, text, tuple(expected), options.get("encoding", "utf-8"), "unreadable" not in options)


TODAY = datetime.date(2026, 1, 15)
CODES = [rule.code for rule in RULES]
CASES = [case for code in CODES if (FOLDER / f"{code}.md").exists() for case in read_page(code)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.name}")
def test_a_rule_finds_what_its_page_marks(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = None
    if case.settings is not None:
        own = tmp_path / "regimekit.yaml"
        own.write_text(case.settings, encoding="utf-8")
    schema = load_schema(own)
    corpus = _corpus(case, tmp_path / "dossiers", schema, monkeypatch)
    # comments that switch a rule off are judged only where that rule runs
    settings = settings_from(schema.lint, select=[case.code, "RK105"])
    found = check(corpus, schema, msgspec.structs.replace(settings, today=TODAY))
    assert [(one.path, one.code, one.span.first) for one in found if one.code == case.code] == case.expected


def _corpus(case: Case, folder: Path, schema: Schema, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """The case's files, read from disk; every one a dossier, however little of one it holds."""
    for file in case.files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.text.encode(file.encoding))
    refused = {folder / file.path for file in case.files if not file.readable}
    bytes_of = Path.read_bytes

    def guarded(self: Path) -> bytes:  # file modes do not bind whoever runs the tests as root
        if self in refused:
            raise PermissionError(13, "Permission denied")
        return bytes_of(self)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    readable = [file.path for file in case.files if file.readable]
    dossiers = [read_bytes((folder / path).read_bytes(), path, schema) for path in readable]
    return Corpus(str(folder), tuple(dossiers), (), load_corpus(folder, schema).findings)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_page_with_faults_and_without(code: str) -> None:
    cases = read_page(code)
    assert any(case.expected for case in cases), "no case of the page marks a fault"
    assert any(not case.expected for case in cases), "no case of the page shows what the rule lets pass"
    marked = {mark for case in cases for _, mark, _ in case.expected}
    assert marked == {code}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_every_page_is_that_of_a_rule(path: Path) -> None:
    assert path.stem in CODES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_page(rule: Rule) -> None:
    manual = rule.manual
    assert manual.partition("\n")[0].endswith(".")
    assert "\nBad::\n" in manual
    assert "\nGood::\n" in manual
    assert rule.remedy.endswith(".")


def test_codes_and_names_are_used_once_and_in_order() -> None:
    assert sorted(set(CODES)) == CODES
    assert len({rule.name for rule in RULES}) == len(RULES)
