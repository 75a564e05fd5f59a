"""What the linter is given, and what it hands back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from regimekit import __version__
from regimekit.cli.failure import RequestError
from regimekit.cli.files import save
from regimekit.cli.options import Globals
from regimekit.cli.output import is_styled, write, write_bytes
from regimekit.cli.paths import shown
from regimekit.cli.place import Place, find_place, place_at, place_of
from regimekit.cli.session import Session
from regimekit.linting.baseline import BaselineError, read_baseline, split_known, write_baseline
from regimekit.linting.report import Report
from regimekit.linting.rules import RULES
from regimekit.linting.settings import Settings, settings_from, unknown_names
from regimekit.model import Finding, Severity
from regimekit.parsing.folder import lines_of
from regimekit.rendering.findings import concise, full, table_of_counts
from regimekit.rendering.text import harmless
from regimekit.schema import LintSettings
from regimekit.storage import Checked, Known, checked

_SCREENS = ("full", "concise", "statistics")  # the forms that are read at a terminal


class Chosen(NamedTuple):
    """What one run is asked to look at, beyond what the folder's settings say."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_on: Severity = "info"
    baseline: str | None = None


class Frame(NamedTuple):
    """A folder that is read whole, and those of its files that are asked about (None: all)."""

    session: Session
    only: frozenset[str] | None


class _Lines(Mapping[str, Sequence[str]]):
    """The lines of files by the names under which they are shown, read when they are asked for: most never are."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._split: dict[str, list[str]] = {}

    def __getitem__(self, name: str) -> Sequence[str]:
        file = self._files[name]
        if name not in self._split:
            try:
                self._split[name] = lines_of(file.read_bytes())
            except OSError:  # it was there when it was checked
                self._split[name] = []
        return self._split[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def report_on(given: Globals, paths: Sequence[str], chosen: Chosen) -> Report:
    """Check files and folders; the findings name the files as the user can reach them from here."""
    findings: list[Finding] = []
    files: dict[str, Path] = {}
    for session, only in frames(given, paths):
        done = findings_in(session, settings_for(session, chosen), only)
        for path in done.paths:
            if only is None or path in only:
                files[shown(session.root / path)] = session.root / path
        # looked up once for each file: a folder may have a thousand, and twenty findings in each
        names = {path: shown(session.root / path) for path in {finding.path for finding in done.findings}}
        findings += [msgspec.structs.replace(finding, path=names[finding.path]) for finding in done.findings]
    report = Report(tuple(findings), _Lines(files), RULES, __version__, fail_on=chosen.fail_on)
    return without_known(report, chosen.baseline) if chosen.baseline else report


def findings_in(session: Session, settings: Settings, only: frozenset[str] | None) -> Checked:
    """What is wrong in the folder of a session; a folder that did not change is not checked again."""

    def check_anew() -> Checked:
        from regimekit.linting.runner import check  # the rules' own machinery, which the second run does without

        corpus = session.corpus
        found = check(corpus, session.schema, settings, only=only)
        return Checked(tuple(found), tuple(dossier.path for dossier in corpus.dossiers))

    asked = [msgspec.json.encode(settings), session.cache.fingerprint]
    asked += [b"all"] if only is None else [os.fsencode(path) for path in sorted(only)]
    if not session.cache.keeps:
        return check_anew()
    keys = ((path, known.key if isinstance(known, Known) else None) for path, known in session.known.items())
    return checked(keys, asked, check_anew, session.cache.folder("runs"))


def show_report(report: Report, form: str, every: bool, file: str | None, given: Globals) -> None:
    """Write the report in one of the forms of output, to a file where one is named."""
    if file is not None:
        save(file, _written(report, form, every, styled=False).encode("utf-8", "replace"))
    elif form not in _SCREENS:
        write_bytes(harmless(_written(report, form, every, styled=False)).encode("utf-8", "replace"))
    else:
        write(_written(report, form, every, is_styled(given.no_color)))


def _written(report: Report, form: str, every: bool, styled: bool) -> str:
    names = {rule.code: rule.name for rule in report.rules}
    if form not in ("full", "concise"):
        from regimekit.linting.reports import FORMS, statistics

        if form != "statistics":
            return FORMS[form](report)
        return table_of_counts(statistics(report.findings), names)
    if form == "concise":
        return concise(report.findings, every=every, styled=styled)
    return full(report.findings, report.source, names, every=every, styled=styled)


def codes(given: Sequence[str] | None) -> tuple[str, ...]:
    """Codes that were given one by one or with commas between."""
    return tuple(code.strip() for one in given or () for code in one.split(",") if code.strip())


def known_from_now_on(report: Report, name: str) -> Report:
    """The same report with all that was found written to a baseline file of that name, and so known."""
    known = (*report.findings, *report.known)
    save(name, write_baseline(known, report.lines, _as_named_in(name)).encode("utf-8", "replace"))
    return msgspec.structs.replace(report, findings=(), known=known)


def without_known(report: Report, name: str) -> Report:
    try:
        baseline = read_baseline(Path(name).read_bytes())
    except BaselineError as problem:
        raise RequestError(f"{name} {problem}") from None
    new, known = split_known(report.findings, report.lines, _as_named_in(name), baseline)
    return msgspec.structs.replace(report, findings=tuple(new), known=tuple(known))


def _as_named_in(file: str) -> Callable[[str], str]:
    """How a file names others, so that the names mean the same from any folder: from its own."""
    folder = os.path.dirname(os.path.abspath(file))
    return lambda path: Path(os.path.relpath(os.path.abspath(path), folder)).as_posix()


def settings_for(session: Session, chosen: Chosen) -> Settings:
    # the built-in schema says nothing of the rules, and reading it takes as long as all else of a second run
    lint = session.schema.lint if session.place.settings else LintSettings()
    settings = settings_from(lint, chosen.select, chosen.ignore, chosen.extend_select)
    unknown = unknown_names(settings, [rule.code for rule in RULES])
    if unknown:
        raise RequestError(
            f"no rule and no threshold is named {', '.join(map(repr, unknown))}; see regimekit rule --all"
        )
    return settings


def frames(given: Globals, paths: Sequence[str]) -> list[Frame]:
    """The folders to read, each once, for the files and folders that are asked about."""
    if not paths:
        return [Frame(Session(given), None)]
    frames: dict[Path, Frame] = {}
    for path in map(Path, paths):
        place = _place_around(given, path)
        key = place.path.resolve()
        session, only = frames.get(key, (None, frozenset()))
        session = session or Session(given, place)
        if only is not None:
            inside = _inside(session, path.resolve())
            only = None if inside is None else only | inside
        frames[key] = Frame(session, only)
    return list(frames.values())


def _place_around(given: Globals, path: Path) -> Place:
    """The folder with which a file is compared.

    The dossiers in use where it is one of them, else those of the settings
    above it, else the folder it lies in.
    """
    own = place_at(path, "")
    around: list[Place] = []
    with suppress(RequestError):
        around.append(find_place(given.data))
    if own.settings is not None:
        around.append(place_of(own.settings))
    wanted = path.resolve()
    for place in around:
        if place.path.is_dir() and wanted.is_relative_to(place.path.resolve()):
            return place
    return Place(path.parent, "", own.settings) if path.is_file() else own


def _inside(session: Session, wanted: Path) -> frozenset[str] | None:
    """The files of the session that lie at or below a path; None where those are all."""
    root = session.root.resolve()
    if root == wanted:
        return None
    below = wanted.relative_to(root).as_posix()
    return frozenset(path for path in session.paths if path == below or path.startswith(below + "/"))
