"""What changed between two versions of a folder, dossier by dossier."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import msgspec

from regimekit.analysis.changes import compared
from regimekit.analysis.changes_entries import Change
from regimekit.analysis.changes_kinds import ChangeKind
from regimekit.model import Dossier

DossierStatus = Literal["added", "removed", "changed", "renamed", "rewritten"]


class DossierChange(msgspec.Struct, frozen=True):
    """A dossier that is new, gone, changed in records, has another path only, or says the same in other signs.

    Paths are as the user reaches the file on either side; ``changes`` of a
    dossier that is new or gone are all its records.
    """

    status: DossierStatus
    title: str
    old_path: str | None
    new_path: str | None
    is_renamed: bool
    changes: tuple[Change, ...]

    @property
    def path(self) -> str:
        return self.new_path or self.old_path or ""

    def count(self, status: str) -> int:
        """How many records are "added", "removed" or "changed"."""
        return sum(change.status == status for change in self.changes)


def dossier_change(
    before: Dossier | None,
    after: Dossier | None,
    paths: tuple[str | None, str | None],
    is_renamed: bool,
    kinds: Collection[ChangeKind] = (),
) -> DossierChange | None:
    """What changed of one dossier in records of these kinds (none means all); None where nothing did."""
    changes = compared(before, after).told(kinds) if before is not after else ()
    latest = after or before
    if latest is None or (kinds and not changes):
        return None
    status: DossierStatus = "rewritten"
    if before is None or after is None:
        status = "added" if before is None else "removed"
    elif changes:
        status = "changed"
    elif is_renamed:
        status = "renamed"
    elif before.text == after.text:
        return None
    return DossierChange(status, latest.title, *paths, is_renamed, changes)
