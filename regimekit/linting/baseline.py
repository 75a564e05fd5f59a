"""Findings that are known: a folder adopts the rules today and mends what is old when there is time."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from regimekit.model import Finding

FORM = 1  # of the file; raised when its shape or the fingerprint changes
_LINE_NUMBER = re.compile(r"\blines? \d[\d,]*(?:(?:, | and )\d[\d,]*)*")

# file, rule and fingerprint of the content, with how many such findings there are
Baseline = Counter[tuple[str, str, str]]
Lines = Mapping[str, Sequence[str]]  # of each file, by the path that findings name


class BaselineError(Exception):
    """A baseline file that cannot be read; the message says why."""


class _Known(msgspec.Struct):
    path: str
    code: str
    fingerprint: str
    message: str = ""


class _File(msgspec.Struct):
    form: int
    findings: list[_Known]


def fingerprint(finding: Finding, lines: Sequence[str]) -> str:
    """What a finding is about, free of where it stands.

    The rule, the lines of the file with their white space evened out, and the
    message without the numbers of lines in it: moving a paragraph changes
    nothing, changing it does.
    """
    said = _LINE_NUMBER.sub("", finding.message)
    about = " ".join(" ".join(lines[finding.span.first - 1 : finding.span.last]).split())
    return hashlib.sha256("\0".join((finding.code, about, said)).encode("utf-8", "replace")).hexdigest()[:20]


def write_baseline(findings: Iterable[Finding], lines: Lines, named: Callable[[str], str]) -> str:
    """The text of a baseline file that knows these findings; ``named`` is how it is to name their files."""
    entries = sorted(
        (
            {"path": path, "code": code, "fingerprint": mark, "message": finding.message}
            for finding in findings
            for path, code, mark in [_key(finding, lines, named)]
        ),
        key=lambda entry: tuple(entry.values()),
    )
    return json.dumps({"form": FORM, "findings": entries}, indent=1, ensure_ascii=False) + "\n"


def _key(finding: Finding, lines: Lines, named: Callable[[str], str]) -> tuple[str, str, str]:
    return named(finding.path), finding.code, fingerprint(finding, lines.get(finding.path, ()))


def read_baseline(data: bytes) -> Baseline:
    """The findings of a baseline file. Raises BaselineError where it is none."""
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise BaselineError(f"is no baseline: {problem}") from None
    if file.form != FORM:
        raise BaselineError(f"is a baseline of form {file.form}, this version writes form {FORM}; write it anew")
    return Counter((known.path, known.code, known.fingerprint) for known in file.findings)


def split_known(
    findings: Iterable[Finding], lines: Lines, named: Callable[[str], str], baseline: Baseline
) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those that the baseline knows; of more alike than it knows the last are new."""
    left = Counter(baseline)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        key = _key(finding, lines, named)
        if left[key] > 0:
            left[key] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return new, known
