"""Which rules run, how grave their findings are, and the thresholds that they measure against."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase

import msgspec

from regimekit.model import Severity
from regimekit.schema import LintSettings

#: The thresholds that regimekit.yaml may set: what each measures, and its value where it is not set.
THRESHOLDS: dict[str, tuple[float, str]] = {
    "sources": (3, "how many sources a dossier lists at least (RK701)"),
    "access-age": (5, "years after which an access date is old (RK708)"),
    "life": (110, "years that a person lives at most (RK507)"),
}
EVERYTHING = "ALL"


class Settings(msgspec.Struct, frozen=True):
    """Codes and beginnings of codes, as the user gave them.

    The longest beginning that fits a rule decides; where a selection and an
    exclusion are equally long the exclusion does. An empty ``select`` is every
    rule that is on by default. ``today`` is the day against which dates are
    the future.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    per_path_ignores: dict[str, tuple[str, ...]] = {}
    thresholds: dict[str, float] = {}
    today: datetime.date = msgspec.field(default_factory=datetime.date.today)

    def selects(self, code: str, by_default: bool) -> bool:
        """Whether the rule of that code runs; ``by_default`` is whether it does when nobody says anything of it."""
        wanted = _longest(code, self.extend_select)
        if self.select:
            wanted = max(wanted, _longest(code, self.select))
        elif by_default:
            wanted = max(wanted, 0)
        return wanted > _longest(code, self.ignore)

    def ignores(self, code: str, path: str) -> bool:
        """Whether findings of that code are unwanted in that file."""
        return any(
            _longest(code, codes) >= 0 for pattern, codes in self.per_path_ignores.items() if fnmatchcase(path, pattern)
        )

    def severity_of(self, code: str, own: Severity) -> Severity:
        """The user's severity for the rule of that code (the longest beginning decides), else its own."""
        fitting = [beginning for beginning in self.severity if _fits(code, beginning)]
        return self.severity[max(fitting, key=len)] if fitting else own

    def threshold(self, name: str) -> float:
        """The threshold of that name."""
        return self.thresholds.get(name, THRESHOLDS[name][0])


def settings_from(
    lint: LintSettings, select: Iterable[str] = (), ignore: Iterable[str] = (), extend_select: Iterable[str] = ()
) -> Settings:
    """The schema's settings with those of one run on top; a selection for the run takes the place of the schema's."""
    return Settings(
        select=tuple(select) or lint.select,
        extend_select=tuple(extend_select),
        ignore=(*lint.ignore, *ignore),
        severity=lint.severity,
        per_path_ignores=lint.per_path_ignores,
        thresholds=lint.thresholds,
    )


def unknown_names(settings: Settings, codes: Collection[str]) -> tuple[str, ...]:
    """What the user wrote that fits none of the rules' codes, and thresholds that no rule reads."""
    given = [*settings.select, *settings.extend_select, *settings.ignore, *settings.severity]
    given += [code for ignored in settings.per_path_ignores.values() for code in ignored]
    unknown = [code for code in given if not any(_fits(known, code) for known in codes)]
    unknown += [name for name in settings.thresholds if name not in THRESHOLDS]
    return tuple(dict.fromkeys(unknown))


def _fits(code: str, beginning: str) -> bool:
    return beginning == EVERYTHING or code.startswith(beginning)


def _longest(code: str, beginnings: Iterable[str]) -> int:
    """The length of the longest beginning that fits the code (0 for ALL), -1 where none does."""
    return max(
        (0 if beginning == EVERYTHING else len(beginning) for beginning in beginnings if _fits(code, beginning)),
        default=-1,
    )
