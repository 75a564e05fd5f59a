"""The manual as a site: built strictly, whole, and without another host."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_site_is_whole_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    """One test, since it is built for it: --strict fails on links, anchors and pages outside the navigation."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert (built.returncode, built.stdout + built.stderr) == (0, "")

    expected = {f"{page.stem}.html" for page in (ROOT / "docs").glob("*.md")}
    assert expected <= {page.name for page in tmp_path.iterdir()}
    assert not (tmp_path / "examples").exists()
    assert not list(tmp_path.rglob("*.py"))

    linked = (tmp_path / "repository" / "data" / "index.html").read_text(encoding="utf-8")
    assert "must not be used for" in linked  # data/README.md, which pages link to as it lies in a checkout

    for page in tmp_path.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)="([^"]*)"', text)
        assert loaded
        assert [address for address in loaded if re.match("(https?:)?//", address)] == []
        assert 'class="mermaid"' not in text  # the theme would fetch what draws it
