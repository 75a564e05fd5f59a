"""The notebook of the manual runs, and shows what it would show today.

`python -m pytest tests/test_notebook.py --accept` runs it and keeps what it shows.
"""

import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import regimekit

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


@pytest.fixture(scope="module")
def kept() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook after it was run from its first cell to its last, on this checkout."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    own = tmp_path_factory.mktemp("jupyter")
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(own)}})
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):  # nothing of the user's
            patch.setenv(name, str(own / name.lower()))
        client.execute(env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # when it was run
    return notebook


def shown(notebook: Any) -> list[list[str]]:
    """What each cell shows, as text."""
    return [[_text(output) for output in cell.get("outputs", ())] for cell in notebook.cells]


def _text(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    if drawn := output.data.get("image/svg+xml"):
        # the words and numbers of a picture; where they stand is the converter's affair
        words = [element.text for element in ElementTree.fromstring(drawn).iter() if element.text]
        return re.sub(r"regimekit \d[\w.]*", "regimekit", "\n".join(words))
    return str(output.data["text/plain"])


def test_it_shows_what_it_would_show_today(kept: Any, fresh: Any, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        NOTEBOOK.write_text(nbformat.writes(fresh) + "\n", encoding="utf-8")
        kept = fresh
    assert shown(kept) == shown(fresh)


def test_every_cell_shows_something_and_none_fails(kept: Any) -> None:
    outputs = [cell.outputs for cell in kept.cells if cell.cell_type == "code"]
    assert all(outputs)
    assert {each.output_type for several in outputs for each in several} <= {"stream", "execute_result", "display_data"}
    assert [cell.execution_count for cell in kept.cells if cell.cell_type == "code"] == list(range(1, len(outputs) + 1))


def test_it_is_read_from_the_bundled_dossiers_and_keeps_nothing_of_a_machine(kept: Any) -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert str(Path.home()) not in text
    assert len(text) < 150_000
    paths = {dossier.slug for dossier in regimekit.load().dossiers}
    assert any(slug in "".join(map("".join, shown(kept))) for slug in paths)


def test_its_links_lead_somewhere(kept: Any) -> None:
    text = "\n".join(cell.source for cell in kept.cells if cell.cell_type == "markdown")
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    assert len(targets) >= 2
    for target in targets:
        assert (NOTEBOOK.parent / target).exists(), target
