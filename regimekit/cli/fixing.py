"""Mending dossiers: fixes are made in rounds, read again, and those undone that change what they are not about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from regimekit import __version__
from regimekit.cli.checking import Chosen, Frame, findings_in, frames, settings_for, without_known
from regimekit.cli.formatting import Formatted
from regimekit.cli.options import Globals
from regimekit.cli.output import note, write_harmless
from regimekit.cli.paths import refuse_bundled, shown
from regimekit.cli.together import write_together
from regimekit.linting.edits import EditError, Original
from regimekit.linting.fix import Fix
from regimekit.linting.fixes import without_overlap
from regimekit.linting.kept import keeps_the_rest
from regimekit.linting.report import Report
from regimekit.linting.rules import RULES
from regimekit.linting.runner import check, fixes
from regimekit.linting.wording import counted
from regimekit.model import Corpus, Dossier, Finding
from regimekit.parsing.corpus import read_bytes
from regimekit.schema import Schema

ROUNDS = 200  # a dossier without any section needs one for each; more than that go in circles

Batch = list[tuple[Finding, Fix]]


class Mending(msgspec.Struct):
    """One file while it is mended: how it stood, how it stands, which fixes were made and which refused."""

    before: Dossier
    dossier: Dossier
    data: bytes
    made: Counter[str]
    refused: set[tuple[str, str]]


def fix_files(given: Globals, paths: Sequence[str], chosen: Chosen, unsafe: bool) -> None:
    """Mend files, all of them or, where one cannot be written, none; says what was done."""
    changed, made = mended(given, paths, chosen, unsafe)
    write_together({one.file: one.data for one in changed})
    if changed:
        note(f"Fixed {_told(made)} in {counted(len(changed), 'dossier')}.", given.quiet)


def show_fixes(given: Globals, paths: Sequence[str], chosen: Chosen, unsafe: bool) -> int:
    """Show what would be mended and write nothing; returns the exit status, 1 where there is anything."""
    changed, made = mended(given, paths, chosen, unsafe)
    write_harmless("".join(one.diff for one in changed))
    would = f"Would fix {_told(made)} in {counted(len(changed), 'dossier')}." if changed else "Nothing would be fixed."
    note(would, given.quiet)
    return int(bool(changed))


def _told(made: Counter[str]) -> str:
    by_rule = ", ".join(f"{count} {code}" for code, count in sorted(made.items()))
    return f"{counted(made.total(), 'finding')} ({by_rule})"


def mended(
    given: Globals, paths: Sequence[str], chosen: Chosen, unsafe: bool = False
) -> tuple[list[Formatted], Counter[str]]:
    """The files that change, and how many findings of each rule were mended; nothing is written."""
    changed: dict[Path, Formatted] = {}
    made: Counter[str] = Counter()
    for frame in frames(given, paths):
        refuse_bundled(frame.session.place)
        for one in _mended_folder(frame, chosen, unsafe):
            file = frame.session.root / one.dossier.path
            if file.resolve() not in changed and one.made:
                changed[file.resolve()] = Formatted(file, one.before.text, one.dossier.text, one.data)
                made += one.made
    return list(changed.values()), made


def _mended_folder(frame: Frame, chosen: Chosen, unsafe: bool) -> Iterator[Mending]:
    """The files of a folder as they are once nothing is left to mend; findings the baseline knows are let be."""
    session, looking = frame
    settings = settings_for(session, chosen)
    findings: Sequence[Finding] = findings_in(session, settings, looking).findings
    if not any(finding.fixable for finding in findings):
        return
    corpus, schema = session.corpus, session.schema
    files: dict[str, Mending] = {}
    for _ in range(ROUNDS):
        looking = frozenset()
        for path, batch in fixes(corpus, schema, settings, _unknown(findings, corpus, session.root, chosen)).items():
            if path not in files:
                dossier = next(one for one in corpus.dossiers if one.path == path)
                files[path] = Mending(dossier, dossier, (session.root / path).read_bytes(), Counter(), set())
            if _mend(files[path], batch, unsafe, schema):
                looking |= {path}
        if not looking:
            break
        dossiers = tuple(files[one.path].dossier if one.path in looking else one for one in corpus.dossiers)
        corpus = msgspec.structs.replace(corpus, dossiers=dossiers)
        findings = check(corpus, schema, settings, only=looking)
    yield from files.values()


def _unknown(findings: Sequence[Finding], corpus: Corpus, root: Path, chosen: Chosen) -> Sequence[Finding]:
    """The findings that can be mended and that the baseline, where there is one, does not know."""
    if chosen.baseline is None:
        return findings
    here = {shown(root / dossier.path): dossier for dossier in corpus.dossiers}
    named = tuple(
        msgspec.structs.replace(finding, path=shown(root / finding.path)) for finding in findings if finding.fixable
    )
    lines = {path: dossier.text.split("\n") for path, dossier in here.items()}
    report = without_known(Report(named, lines, RULES, __version__), chosen.baseline)
    return [msgspec.structs.replace(finding, path=here[finding.path].path) for finding in report.findings]


def _mend(file: Mending, batch: Batch, unsafe: bool, schema: Schema) -> bool:
    """Make what can be made of a batch in one round, the safe fixes before the others; returns whether anything was."""
    open_ones = [(finding, fix) for finding, fix in batch if _key(file, finding) not in file.refused]
    safe = [(finding, fix) for finding, fix in open_ones if fix.kind == "safe"]
    wanted = list(without_overlap(safe or (open_ones if unsafe else [])))
    if not wanted:
        return False
    try:
        original = Original(file.data, file.dossier.text)
    except EditError:  # bytes that could not be written again as they are
        return False
    accepted, result = wanted, _made(file, original, wanted, schema)
    if result is None:
        accepted = []
        for one in wanted:
            new = _made(file, original, [*accepted, one], schema)
            if new is None:
                file.refused.add(_key(file, one[0]))
            else:
                accepted, result = [*accepted, one], new
    if result is None:
        return _mend(file, batch, unsafe, schema)  # what overlapped with a refused one may still be made
    file.data, file.dossier = result
    file.made.update(finding.code for finding, _ in accepted)
    return True


def _made(file: Mending, original: Original, batch: Batch, schema: Schema) -> tuple[bytes, Dossier] | None:
    """The file with the fixes made; None where it cannot be written so, or a safe fix changed something else."""
    try:
        data = original.edited(edit for _, fix in batch for edit in fix.edits)
    except EditError:
        return None
    dossier = read_bytes(data, file.dossier.path, schema)
    is_kept = any(fix.kind == "unsafe" for _, fix in batch) or keeps_the_rest(file.dossier, dossier)
    return (data, dossier) if is_kept and data != file.data else None


def _key(file: Mending, finding: Finding) -> tuple[str, str]:
    return finding.code, "\n".join(file.dossier.lines(finding.span))
