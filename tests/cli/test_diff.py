"""`regimekit diff` on files, folders and real git repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent.parent / "data" / "versions"
DOSSIER = """# {name}

## Overview
| Field | Value |
|-------|-------|
| **Country/Region** | {name} |
| **Leader(s)** | Tove Lind (1880-1944) |
| **Estimated Death Toll** | {toll} |

## Key Figures
- **Tove Lind** — regent of {name}
- **Per Osk** — head of the Safety Office of {name}

## Key Events & Atrocities
- **March 1931**: the army of {name} occupied the capital
- **May 1935**: troops of {name} fired on strikers

## Sources
- [A history of {name}](https://example.org/{name}) | type: academic | accessed: 2026-02-01
"""


class Repo:
    """A repository in a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, cwd: Path | None = None) -> str:
        names = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment = {**clean, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *arguments], cwd=cwd or self.root, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, message: str = "more") -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Two commits: the toll of one of two dossiers is another in the second."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    made = Repo(tmp_path / "repo")
    made.write("data/mere.md", DOSSIER.format(name="Mere", toll="20 million"))
    made.write("data/fen.md", DOSSIER.format(name="Fen", toll="300"))
    made.commit("first")
    made.write("data/mere.md", DOSSIER.format(name="Mere", toll="20-25 million"))
    made.commit("second")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def diff(regimekit: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *arguments, **environment: regimekit("diff", *arguments, **{"REGIMEKIT_DATA": "", **environment})


@pytest.fixture
def changes(diff: Callable[..., Any]) -> Callable[..., list[tuple[str, str, str]]]:
    """The changes as (path, status and kind, "before → after" of the first difference)."""

    def ask(*arguments: str, **environment: str) -> list[tuple[str, str, str]]:
        run = diff("--format", "json", *arguments, **environment)
        assert run.status == 0, run.err
        return [
            (
                one["new_path"] or one["old_path"],
                f"{change['status']} {change['kind']}",
                " → ".join(str(change["differences"][0][side]) for side in ("before", "after"))
                if change["differences"]
                else "",
            )
            for one in json.loads(run.out)
            for change in one["changes"]
        ]

    return ask


RAISED = [("data/mere.md", "changed estimates", "20 million → 20-25 million")]


@pytest.mark.parametrize(
    "asked",
    [
        ("HEAD~1", "HEAD"),
        ("HEAD~1..HEAD",),
        ("HEAD~1..",),
        ("HEAD~1...HEAD",),
        ("HEAD~1", "HEAD", "data"),
        ("HEAD~1", "HEAD", "data/"),
        ("HEAD~1", "HEAD", "--", "data/mere.md"),
        ("HEAD~1", "HEAD", "."),
        ("HEAD~1..HEAD", "data"),
        ("HEAD~1",),
        ("HEAD~1", "data"),
        ("HEAD~1", "data/mere.md"),
        ("HEAD~1:data", "HEAD:data"),
        ("HEAD~1:data", "data"),
        ("main^", "main"),
        (":/first", "HEAD"),
    ],
)
def test_revisions_are_named_as_for_git(repo: Repo, changes: Callable[..., Any], asked: tuple[str, ...]) -> None:
    assert changes(*asked) == RAISED


def test_the_last_commit_is_compared_with_the_working_tree(repo: Repo, changes: Callable[..., Any]) -> None:
    assert changes() == changes("HEAD") == []
    repo.write("data/fen.md", DOSSIER.format(name="Fen", toll="at least 300"))
    raised = [("data/fen.md", "changed estimates", "300 → at least 300")]
    assert changes() == changes("HEAD") == changes("data/fen.md") == changes("HEAD", "data") == raised
    assert changes("data/mere.md") == []
    assert changes("data", "HEAD") == [("data/fen.md", "changed estimates", "at least 300 → 300")]


def test_new_files_count_unless_git_ignores_them(repo: Repo, diff: Callable[..., Any]) -> None:
    repo.write(".gitignore", "drafts/\n")
    repo.write("data/drafts/marsh.md", DOSSIER.format(name="Marsh", toll="5"))
    repo.write("data/quay.md", DOSSIER.format(name="Quay", toll="5"))
    (found,) = json.loads(diff("--format", "json").out)
    assert (found["status"], found["new_path"]) == ("added", "data/quay.md")
    (repo.root / "data" / "quay.md").unlink()
    (repo.root / "data" / "fen.md").unlink()
    (found,) = json.loads(diff("--format", "json").out)
    assert (found["status"], found["old_path"], found["new_path"]) == ("removed", "data/fen.md", None)


def test_a_file_that_was_deleted_is_named_by_its_old_path(repo: Repo, diff: Callable[..., Any]) -> None:
    (repo.root / "data" / "fen.md").unlink()
    repo.commit()
    for asked in (("HEAD~1", "HEAD", "data/fen.md"), ("HEAD~1", "data/fen.md")):
        (found,) = json.loads(diff("--format", "json", *asked).out)
        assert (found["status"], found["old_path"]) == ("removed", "data/fen.md")


def test_a_renamed_file_is_followed_and_said(repo: Repo, diff: Callable[..., Any]) -> None:
    repo.git("mv", "data/mere.md", "data/lake-mere.md")
    repo.write("data/lake-mere.md", DOSSIER.format(name="Mere", toll="25 million"))
    repo.git("mv", "data/fen.md", "data/high-fen.md")
    repo.commit()
    for asked in (("HEAD~1", "HEAD"), ("HEAD~1", "HEAD", "data/lake-mere.md")):
        found = {one["old_path"]: one for one in json.loads(diff("--format", "json", *asked).out)}
        assert found["data/mere.md"]["new_path"] == "data/lake-mere.md"
        (change,) = found["data/mere.md"]["changes"]
        assert change["differences"][0]["term"] == "narrowed"
    assert [one["status"] for one in json.loads(diff("--format", "json", "HEAD~1", "HEAD").out)] == [
        "renamed",
        "changed",
    ]
    assert "data/mere.md → data/lake-mere.md, renamed, 1 changed" in diff("HEAD~1", "HEAD", COLUMNS="200").out


def test_two_files_that_changed_names_with_each_other_are_followed(tmp_path: Path, diff: Callable[..., Any]) -> None:
    for side, names in (("old", ("a", "b")), ("new", ("b", "a"))):
        (tmp_path / side).mkdir()
        for name, file in zip(("Mere", "Fen"), names, strict=True):
            long = "\n".join(f"- **{1900 + at}**: {name} {at} {name}" for at in range(40))
            (tmp_path / side / f"{file}.md").write_text(DOSSIER.format(name=name, toll="5") + long)
    found = json.loads(diff("--format", "json", str(tmp_path / "old"), str(tmp_path / "new")).out)
    assert [(Path(one["old_path"]).name, Path(one["new_path"]).name, one["changes"]) for one in found] == [
        ("b.md", "a.md", []),
        ("a.md", "b.md", []),
    ]


def test_the_settings_are_those_of_each_revision(repo: Repo, changes: Callable[..., Any]) -> None:
    repo.write("data/mere.md", DOSSIER.format(name="Mere", toll="5").replace("## Key Figures", "## Who Was There"))
    repo.commit()
    repo.write("regimekit.yaml", "data: data\nsections:\n  key_figures:\n    aliases: [Who Was There]\n")
    repo.commit()
    # the text is the same, and is read otherwise
    assert ("data/mere.md", "added people", "") in changes("HEAD~1", "HEAD", "-k", "people")
    repo.write("data/fen.md", DOSSIER.format(name="Fen", toll="5"))
    assert changes("-k", "people") == []


def test_settings_that_cannot_be_read_are_named_by_their_revision(repo: Repo, diff: Callable[..., Any]) -> None:
    repo.write("data/regimekit.yaml", "nonsense: 1\n")
    repo.commit()
    repo.write("data/regimekit.yaml", "")
    repo.commit()
    run = diff("HEAD~1", "HEAD", "data")
    assert (run.status, run.out) == (2, "")
    assert "HEAD~1:data/regimekit.yaml:1: " in run.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("nowhere",), '"nowhere" is neither a file or folder here nor a revision'),
        (("HEAD", "nowhere"), '"nowhere" is neither'),
        (("--", "--upload-pack=touch x", "HEAD"), '"--upload-pack=touch x" is neither'),
        (("--", "-p", "HEAD"), '"-p" is neither'),
        (("HEAD\n", "HEAD"), "is neither"),
        (("HEAD~1", "HEAD", "absent"), "absent is in neither of the two versions"),
        (("HEAD", ".."), ".. lies outside the repository"),
        (("HEAD~1", "HEAD", "/"), "/ lies outside the repository"),
        (("data", "data/mere.md"), "data/mere.md is a file and data a folder"),
        (("HEAD~1..HEAD", "data", "data"), "one path at most"),
        (("HEAD", "HEAD", "data", "data"), "below one path at most"),
        (("HEAD:absent", "data"), "HEAD:absent"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    repo: Repo, diff: Callable[..., Any], asked: tuple[str, ...], said: str
) -> None:
    run = diff("-q", *asked)
    assert (run.status, run.out) == (2, "")
    assert said in run.err
    assert run.err.count("\n") == 1
    assert not (repo.root / "x").exists()


def test_without_a_repository_folders_can_be_compared_and_revisions_not(
    tmp_path: Path, diff: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    run = diff("HEAD~1", "HEAD")
    assert (run.status, "is not in a git repository" in run.err) == (2, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    run = diff("HEAD~1", "HEAD")
    assert (run.status, "git is not installed" in run.err) == (2, True)
    assert diff(str(DATA / "old"), str(DATA / "new")).status == 0


def test_a_repository_without_a_commit_and_a_bare_one(tmp_path: Path, repo: Repo, diff: Callable[..., Any], changes: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    repo.git("clone", "-q", "--bare", str(repo.root), str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    assert changes("HEAD~1", "HEAD", "data") == RAISED
    assert "has no working tree" in diff("HEAD").err
    empty = Repo(tmp_path / "empty")
    monkeypatch.chdir(empty.root)
    assert "has no commit yet" in diff().err


def test_a_shallow_clone_says_why_it_lacks_a_revision(
    tmp_path: Path, repo: Repo, diff: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.root}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    run = diff("HEAD~1", "HEAD")
    assert (run.status, "shallow clone" in run.err) == (2, True)


def test_neither_settings_nor_environment_of_git_disturb(
    repo: Repo, changes: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    settings = {
        "core.fsmonitor": f"touch {trap}; false",
        "core.pager": f"touch {trap}",
        "diff.md.textconv": f"touch {trap}; cat",
        "color.ui": "always",
        "diff.external": f"touch {trap}",
        "core.quotePath": "true",
    }
    for name, value in settings.items():
        repo.git("config", name, value)
    repo.write(".gitattributes", "*.md diff=md\n")
    repo.commit()
    trap.unlink(missing_ok=True)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_CONFIG_PARAMETERS"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", f"touch {trap}")
    monkeypatch.setenv("GIT_PAGER", f"touch {trap}")
    assert changes("HEAD~2", "HEAD") == changes("HEAD~2") == RAISED
    assert not trap.exists()


def test_nothing_is_written_in_the_repository(repo: Repo, changes: Callable[..., Any]) -> None:
    def state() -> dict[str, tuple[int, int]]:
        return {str(file): (file.stat().st_mtime_ns, file.stat().st_size) for file in sorted(repo.root.rglob("*"))}

    os.utime(repo.root / "data" / "fen.md")  # git would like to renew its index
    before = state()
    assert changes("HEAD~1", "HEAD") == changes("HEAD~1") == RAISED
    assert state() == before


def test_links_submodules_and_undecodable_names_do_no_harm(
    repo: Repo, changes: Callable[..., Any], tmp_path: Path
) -> None:
    inner = Repo(tmp_path / "inner")
    inner.write("data/inner.md", DOSSIER.format(name="Inner", toll="5"))
    inner.commit()
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.root), "data/module.md")
    os.symlink("mere.md", repo.root / "data" / "link.md")
    os.symlink("nowhere.md", repo.root / "data" / "broken.md")
    with open(os.fsencode(repo.root / "data") + b"/caf\xe9.md", "wb") as file:
        file.write(DOSSIER.format(name="Café", toll="7").encode("cp1252"))
    repo.commit()
    assert changes("HEAD~1", "HEAD", "-k", "estimates") == [("data/caf?.md", "added estimates", "")]
    repo.write("data/fen.md", b"\xff\xfe\x00\x9d" + b"# x\x00\n" * 3)
    assert {status for path, status, _ in changes() if path == "data/fen.md"} != set()


def test_a_path_wins_over_a_revision_of_its_name_and_that_is_said(repo: Repo, diff: Callable[..., Any]) -> None:
    repo.git("branch", "data", "HEAD~1")
    run = diff("data")
    assert '"data" is a path here and a revision; the path is taken. For the revision write data^0' in run.err
    assert run.out == ""
    assert "20 million" in diff("data^0").out


def test_the_dossiers_in_use_are_compared_and_from_elsewhere_the_whole_repository(
    repo: Repo, changes: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repo.write("notes/marsh.md", DOSSIER.format(name="Marsh", toll="5"))
    repo.commit()
    assert changes("HEAD~1", "HEAD") == []
    assert {path for path, _, _ in changes("HEAD~1", "HEAD", ".")} == {"notes/marsh.md"}
    monkeypatch.chdir(repo.root / "notes")
    assert {path for path, _, _ in changes("HEAD~1", "HEAD")} == {"marsh.md"}
    assert {path for path, _, _ in changes("HEAD~2", "HEAD", "../data")} == {"../data/mere.md"}
    monkeypatch.chdir(tmp_path)
    found = changes("HEAD~2", "HEAD", REGIMEKIT_DATA=str(repo.root / "data"))
    assert found == [("repo/data/mere.md", *RAISED[0][1:])]


@pytest.mark.parametrize(("asked", "status"), [((), 0), (("--exit-code",), 1)])
def test_the_exit_status_says_that_there_are_changes_where_it_is_asked_to(
    repo: Repo, diff: Callable[..., Any], asked: tuple[str, ...], status: int
) -> None:
    assert diff("HEAD~1", "HEAD", *asked).status == status
    assert diff("HEAD", "HEAD", *asked).status == 0


def test_files_of_another_name_are_compared(tmp_path: Path, changes: Callable[..., Any]) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.md"
    one.write_text(DOSSIER.format(name="Mere", toll="300"))
    other.write_text(DOSSIER.format(name="Mere", toll="250"))
    assert changes(str(one), str(other)) == [(str(other), "changed estimates", "300 → 250")]


def test_line_ends_and_form_alone_are_no_change_of_a_record(tmp_path: Path, diff: Callable[..., Any]) -> None:
    one, other = tmp_path / "a.md", tmp_path / "b.md"
    one.write_text(DOSSIER.format(name="Mere", toll="300"))
    other.write_bytes(one.read_bytes().replace(b"\n", b"\r\n"))
    run = diff("-q", str(one), str(other))
    assert (run.status, run.out) == (0, "")
    other.write_text(
        one.read_text().replace("| **Leader", "|  **Leader").replace("## Key Figures", "\n\n## Key Figures")
    )
    assert diff("-q", str(one), str(other), COLUMNS="400").out == f"Written otherwise, no record changed: {other}\n"


def test_what_is_the_same_byte_for_byte_is_not_read(tmp_path: Path, diff: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    from regimekit.storage import DossierCache

    shutil.copytree(DATA / "old", tmp_path / "old")
    for at in range(50):
        (tmp_path / "old" / f"same-{at}.md").write_text(DOSSIER.format(name=f"Same {at}", toll="1"))
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    (tmp_path / "new" / "same-0.md").write_text(DOSSIER.format(name="Same 0", toll="2"))
    asked = []
    read = DossierCache.read
    monkeypatch.setattr(DossierCache, "read", lambda self, data, path: asked.append(path) or read(self, data, path))
    assert diff(str(tmp_path / "old"), str(tmp_path / "new")).status == 0
    assert asked == ["same-0.md", "same-0.md"]
