"""The house, as a test: who may import whom, which folders there are, and how long a module may get.

The drawing is docs/architecture.md; a change here is a change of the drawing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "regimekit"
LONGEST = 400  # lines

# Each folder, and the others that it may import. "face" is regimekit/__init__.py, "main" is regimekit/__main__.py.
STAGES = ("model", "schema", "parsing", "storage", "analysis", "linting", "rendering", "exporting", "cli")
ARROWS: dict[str, tuple[str, ...]] = {
    "model": (),
    "schema": ("model",),
    "parsing": ("model", "schema"),
    "storage": ("model", "schema", "parsing"),
    "analysis": ("model",),
    "linting": ("model", "analysis", "schema"),
    "rendering": ("model", "analysis"),
    "exporting": ("model", "analysis"),
    "cli": (*STAGES[:-1], "face"),
    "face": STAGES,
    "main": ("cli",),
}
FOLDERS_WITHIN = {"parsing/dates", "parsing/sections", "linting/rules", "rendering/charts"}
ONLY_IMPORTERS = {
    "mistune": ("parsing/blocks.py",),
    "yaml": ("parsing/frontmatter.py", "schema/"),
    "rich": ("rendering/",),
    "typer": ("cli/",),
    "polars": ("model/frames.py", "model/records.py"),
    "pandas": ("model/frames.py", "model/records.py"),
    "httpx": ("storage/http.py",),
    "protego": ("storage/robots.py",),
    "dask": ("storage/on_dask.py",),
    "distributed": ("storage/on_dask.py",),
    "fsspec": ("storage/remote.py",),
    "vl_convert": ("rendering/charts/conversion.py",),
}


def faults(package: Path) -> list[str]:
    """What a package does against the house, one sentence for each fault."""
    found = [*strangers(package)]
    for module in sorted(package.rglob("*.py")):
        path = module.relative_to(package).as_posix()
        text = module.read_text(encoding="utf-8")
        length = len(text.splitlines())
        if length > LONGEST:
            found.append(f"{path} has {length} lines, more than {LONGEST}")
        for line, name in imports(ast.parse(text, path), package_of(package, module)):
            found.extend(f"{path}:{line} {fault}" for fault in import_faults(path, name))
    return found


def strangers(package: Path) -> Iterator[str]:
    for place in sorted(package.rglob("*")):
        path = place.relative_to(package).as_posix()
        if place.is_dir() and "__pycache__" not in path and path not in (*STAGES, *FOLDERS_WITHIN):
            yield f"{path}/ is a folder that the house does not have"
        if place.parent == package and place.suffix == ".py" and stage_of_path(path) == path:
            yield f"{path} stands beside the stages, where only __init__.py and __main__.py may"


def import_faults(path: str, name: str) -> Iterator[str]:
    """What is wrong with the module at a path importing a dotted name."""
    top, *rest = name.split(".")
    homes = ONLY_IMPORTERS.get(top)
    if homes and not any(path == home or (home.endswith("/") and path.startswith(home)) for home in homes):
        yield f"imports {top}, which only {' and '.join(homes)} may"
    if top == "regimekit":
        here, there = stage_of_path(path), rest[0] if rest and rest[0] in STAGES else "face"
        if there != here and there not in ARROWS.get(here, ()):
            yield f"imports {there}, which {here} may not"


def stage_of_path(path: str) -> str:
    top = path.split("/")[0]
    return {"__init__.py": "face", "__main__.py": "main"}.get(top, top)


def package_of(package: Path, module: Path) -> list[str]:
    """The dotted package that a relative import in the module starts from."""
    return ["regimekit", *module.relative_to(package).parent.parts]


def imports(tree: ast.AST, inside: list[str]) -> Iterator[tuple[int, str]]:
    """Every import with its line: in functions, under TYPE_CHECKING, relative, and by name through importlib too."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from ((node.lineno, alias.name) for alias in node.names)
            case ast.ImportFrom(level=0):
                # "from regimekit import model" imports a stage, "from regimekit import load" the face
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
            case ast.ImportFrom():
                base = inside[: len(inside) - node.level + 1]
                yield from (
                    (node.lineno, ".".join([*base, *([node.module] if node.module else []), alias.name]))
                    for alias in node.names
                )
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield node.lineno, ".".join([*inside, name.lstrip(".")]) if name.startswith(".") else name


def test_the_package_is_built_as_drawn():
    assert faults(PACKAGE) == []


def test_the_package_is_where_it_is_looked_for():
    assert {path.name for path in PACKAGE.iterdir()} >= {*STAGES, "__init__.py", "__main__.py"}


def test_arrows_go_one_way():
    drawn: set[str] = set()
    for stage in STAGES:  # in an order in which each stage imports only earlier ones
        assert set(ARROWS[stage]) - {"face"} <= drawn
        drawn.add(stage)


@pytest.fixture
def house(tmp_path):
    """Makes a package of one file and returns its faults."""

    def house(path: str, text: str) -> list[str]:
        file = tmp_path / "regimekit" / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return faults(tmp_path / "regimekit")

    return house


ALLOWED = [
    ("parsing/dossier.py", "from regimekit.model import Dossier\nfrom regimekit.schema import Schema\n"),
    ("parsing/blocks.py", "import mistune\nfrom mistune.block_parser import BlockParser\n"),
    ("parsing/frontmatter.py", "import yaml\n"),
    ("schema/document.py", "import yaml.nodes\n"),
    ("rendering/charts/bars.py", "from rich.text import Text\nfrom regimekit.analysis.timeline import Timeline\n"),
    ("linting/rules/dates.py", "from regimekit.linting.rule import rule\nfrom regimekit.schema import Schema\n"),
    ("linting/runner.py", "from . import rules\nfrom .rules import dates\nfrom ..analysis import timeline\n"),
    ("cli/show.py", "import typer\nfrom regimekit import load\nfrom regimekit.rendering import dossier\n"),
    ("__init__.py", "def load():\n    from regimekit.parsing.corpus import load_corpus\n"),
    ("__main__.py", "from regimekit.cli import main\n"),
    ("exporting/to_json.py", "import json, richer, typer_like\nfrom models import x\n"),
    ("model/span.py", "x = 1\n" * LONGEST),
]
FORBIDDEN = [
    ("model/span.py", "from regimekit.schema import Schema\n", "imports schema, which model may not"),
    ("model/span.py", "import regimekit\n", "imports face, which model may not"),
    ("schema/reading.py", "from regimekit import parsing\n", "imports parsing, which schema may not"),
    ("analysis/search.py", "import regimekit.parsing.dates\n", "imports parsing, which analysis may not"),
    ("linting/rules/x.py", "def f():\n    from regimekit.parsing import dates\n", "imports parsing"),
    (
        "rendering/show.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from regimekit.linting import rule\n",
        "rendering/show.py:3 imports linting, which rendering may not",
    ),
    ("exporting/to_csv.py", "from ..storage import cache\n", "imports storage, which exporting may not"),
    ("exporting/to_csv.py", "from .. import storage\n", "imports storage, which exporting may not"),
    ("exporting/to_csv.py", "from ..rendering.show import x\n", "imports rendering, which exporting may not"),
    ("storage/cache.py", "from regimekit.linting import rule\n", "imports linting, which storage may not"),
    ("parsing/dossier.py", "from regimekit.cli import main\n", "imports cli, which parsing may not"),
    ("analysis/x.py", "from importlib import import_module\nimport_module('regimekit.cli')\n", "imports cli"),
    ("analysis/x.py", "import importlib\nimportlib.import_module('regimekit.cli.show')\n", "imports cli"),
    ("parsing/inline.py", "import mistune\n", "imports mistune, which only parsing/blocks.py may"),
    ("parsing/sections/x.py", "def f():\n    import yaml\n", "imports yaml, which only parsing/frontmatter.py"),
    ("cli/show.py", "from rich.console import Console\n", "imports rich, which only rendering/ may"),
    (
        "rendering/charts/forest.py",
        "import vl_convert\n",
        "imports vl_convert, which only rendering/charts/conversion.py may",
    ),
    ("rendering/show.py", "import typer\n", "imports typer, which only cli/ may"),
    ("helpers/x.py", "", "helpers/ is a folder that the house does not have"),
    ("parsing/tools/x.py", "", "parsing/tools/ is a folder that the house does not have"),
    ("tools.py", "x = 1\n", "tools.py stands beside the stages"),
    ("model/span.py", "x = 1\n" * (LONGEST + 1), "model/span.py has 401 lines, more than 400"),
]


@pytest.mark.parametrize(("path", "text"), ALLOWED, ids=[path for path, _ in ALLOWED])
def test_what_is_allowed_is_no_fault(house, path, text):
    assert house(path, text) == []


@pytest.mark.parametrize(("path", "text", "fault"), FORBIDDEN, ids=[f"{path}-{fault}" for path, _, fault in FORBIDDEN])
def test_each_fault_is_found(house, path, text, fault):
    found = house(path, text)
    assert len(found) == 1, found
    assert fault in found[0]
