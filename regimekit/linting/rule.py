"""What a rule is: a code, a page of the manual, and a function that finds the fault."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, Literal

import msgspec

from regimekit.linting.context import Context, Folder
from regimekit.model import Corpus, Dossier, Severity, Span

# where, what, and (where the rule knows it) the piece of the line that is meant
Fault = tuple[Span, str] | tuple[Span, str, str]
CorpusFault = tuple[Dossier, Span, str] | tuple[Dossier, Span, str, str]

DossierCheck = Callable[[Dossier], Iterable[Fault]] | Callable[[Dossier, Context], Iterable[Fault]]
CorpusCheck = Callable[[Corpus], Iterable[CorpusFault]] | Callable[[Corpus, Folder], Iterable[CorpusFault]]


class Rule(msgspec.Struct, frozen=True):
    """One kind of fault.

    ``name`` is the function's, with hyphens; ``manual`` its docstring, the page
    of the manual; ``remedy`` what to do, in one sentence. A rule over a corpus
    sees every dossier at once. ``asks`` says whether the function takes a
    context beside the dossier or corpus. Rules that are not ``default`` run
    only when they are selected. ``others`` marks a rule over a dossier that
    asks the context about the other files of the folder.
    """

    code: str
    name: str
    severity: Severity
    remedy: str
    manual: str
    over: Literal["dossier", "corpus"]
    check: Callable[..., Iterable[Any]]
    asks: bool
    default: bool = True
    others: bool = False

    @property
    def asks_about_others(self) -> bool:
        """Whether what it finds in a dossier depends on the other files of the folder."""
        return self.others or self.over == "corpus"

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]

    @property
    def explanation(self) -> str:
        """The manual page between its first line and its examples, line breaks within paragraphs taken out."""
        body = self.manual.partition("\n\nBad::")[0].partition("\n\n")[2]
        return "\n\n".join(" ".join(paragraph.split()) for paragraph in body.split("\n\n"))

    @property
    def examples(self) -> tuple[str, str]:
        """The bad and the good example of the manual page."""
        bad, _, good = self.manual.partition("Bad::\n")[2].partition("Good::\n")
        return _flush(bad), _flush(good)

    def faults(self, subject: Dossier | Corpus, context: Context | Folder) -> Iterable[Any]:
        """What the rule finds in a dossier (or, for a rule over a corpus, in all of them)."""
        return self.check(subject, context) if self.asks else self.check(subject)


def rule(
    code: str, *, remedy: str, severity: Severity = "warning", default: bool = True, others: bool = False
) -> Callable[[DossierCheck], Rule]:
    """Make a rule of a function that yields the faults of one dossier."""
    return lambda check: _rule(check, code, severity, remedy, "dossier", default, others)


def corpus_rule(
    code: str, *, remedy: str, severity: Severity = "warning", default: bool = True
) -> Callable[[CorpusCheck], Rule]:
    """Make a rule of a function that yields the faults of a whole folder, each with its dossier."""
    return lambda check: _rule(check, code, severity, remedy, "corpus", default)


def _rule(
    check: Callable[..., Iterable[Any]],
    code: str,
    severity: Severity,
    remedy: str,
    over: Literal["dossier", "corpus"],
    default: bool,
    others: bool = False,
) -> Rule:
    return Rule(
        code=code,
        name=check.__name__.replace("_", "-"),
        severity=severity,
        remedy=remedy,
        manual=inspect.cleandoc(check.__doc__ or ""),
        over=over,
        check=check,
        asks=len(inspect.signature(check).parameters) == 2,
        default=default,
        others=others,
    )


def _flush(example: str) -> str:
    return inspect.cleandoc("\n" + example)


def met_while_reading(dossier: Dossier, code: str) -> Iterable[Fault]:
    """The faults of that code which the reader met; a rule that returns them looks for nothing itself."""
    return ((finding.span, finding.message) for finding in dossier.findings if finding.code == code)
