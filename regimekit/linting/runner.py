"""Runs the rules over a corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from regimekit.linting.context import Context, Folder
from regimekit.linting.fix import Fix
from regimekit.linting.fixes import fix_for, with_marks
from regimekit.linting.rule import Rule
from regimekit.linting.rules import RULES
from regimekit.linting.settings import Settings, settings_from
from regimekit.linting.suppression import read_suppressions, split_suppressed, unknown, unused
from regimekit.model import Corpus, Finding, Span
from regimekit.schema import Schema

UNUSED, UNKNOWN = "RK908", "RK909"


def check(
    corpus: Corpus,
    schema: Schema,
    settings: Settings | None = None,
    rules: Sequence[Rule] = RULES,
    only: Collection[str] | None = None,
    alone: bool = False,
) -> list[Finding]:
    """What is wrong with the dossiers of a corpus, in the order of files, lines and codes; paths are the corpus's.

    ``only`` are the paths of the files that are asked about, None for all:
    the others are what these are compared with. ``alone`` leaves out the rules
    that ask about other dossiers.
    """
    settings = settings or settings_from(schema.lint)
    running = {
        rule.code: rule
        for rule in rules
        if settings.selects(rule.code, rule.default) and not (alone and rule.asks_about_others)
    }
    known = [rule.code for rule in rules]
    folder = Folder(corpus, schema, settings)
    asked = [dossier for dossier in corpus.dossiers if only is None or dossier.path in only]
    contexts = {dossier.path: Context(folder, dossier) for dossier in asked}
    found: dict[str, list[Finding]] = {path: [] for path in contexts}
    for rule in running.values():
        if rule.over == "corpus":
            for dossier, *fault in rule.faults(corpus, folder):
                if dossier.path in found:
                    found[dossier.path].append(_finding(rule, contexts[dossier.path], *fault))
        else:
            for path, context in contexts.items():
                found[path] += [_finding(rule, context, *fault) for fault in rule.faults(context.dossier, context)]
    findings = [one for one in corpus.findings if one.code in running and (only is None or one.path in only)]
    for path, context in contexts.items():
        findings += _let_stand(found[path], context, running, known)
    wanted = (finding for finding in findings if not settings.ignores(finding.code, finding.path))
    return with_marks(sorted(dict.fromkeys(wanted), key=_place), contexts.get)


def fixes(
    corpus: Corpus, schema: Schema, settings: Settings, findings: Iterable[Finding]
) -> dict[str, list[tuple[Finding, Fix]]]:
    """How the findings can be mended that can be, by the path of their file."""
    folder = Folder(corpus, schema, settings)
    contexts = {dossier.path: Context(folder, dossier) for dossier in corpus.dossiers}
    found: dict[str, list[tuple[Finding, Fix]]] = {}
    for finding in findings:
        fix = fix_for(contexts[finding.path], finding) if finding.fixable else None
        if fix is not None:
            found.setdefault(finding.path, []).append((finding, fix))
    return found


def _place(finding: Finding) -> tuple[str, Span, int, str]:
    return finding.path, finding.span, finding.column, finding.code


def _finding(rule: Rule, context: Context, span: Span, message: str, mark: str = "") -> Finding:
    span, column, end = _marked(context.lines, span, mark)
    severity = context.settings.severity_of(rule.code, rule.severity)
    return Finding(rule.code, severity, span, message, rule.remedy, context.dossier.path, column, end)


def _marked(lines: Sequence[str], span: Span, mark: str) -> tuple[Span, int, int]:
    """Where the piece of text stands: the span from its line on, and its columns."""
    if mark:
        for number in range(span.first, min(span.last, len(lines)) + 1):
            at = lines[number - 1].find(mark)
            if at >= 0:
                return Span(number, span.last), at + 1, at + len(mark) + 1
    return span, 0, 0


def _let_stand(
    findings: list[Finding], context: Context, running: dict[str, Rule], known: Sequence[str]
) -> list[Finding]:
    """The findings that no comment of the dossier silences, and the comments that are themselves at fault."""
    suppressions = read_suppressions(context.dossier)
    if not suppressions:
        return findings
    left, used = split_suppressed(findings, suppressions)
    if UNUSED in running:
        for suppression, code in unused(used, known, running):
            message = f"the comment silences {code}, which finds nothing there"
            left.append(_finding(running[UNUSED], context, Span(suppression.line, suppression.line), message, code))
    if UNKNOWN in running:
        for suppression, code in unknown(used, known):
            message = f"no rule's code begins with {code!r}"
            left.append(_finding(running[UNKNOWN], context, Span(suppression.line, suppression.line), message, code))
    return left
