"""How a comparison of two versions is written."""

from __future__ import annotations

from collections.abc import Sequence

from regimekit.analysis.changes_folder import DossierChange
from regimekit.cli.answer import show_rows
from regimekit.cli.options import Globals, ListingFormat


def show_changes(
    found: Sequence[DossierChange], format: str, stat: bool, by_kind: bool, given: Globals, ascii: bool
) -> None:
    """Print what changed; of dossiers that are new or gone each record only where kinds were asked for."""
    from regimekit.exporting.changes import list_changes, list_counts
    from regimekit.rendering.changes import changes_screen, counts_screen

    none = "No record of these kinds changed." if by_kind else "Nothing changed."
    if stat:
        show_rows(found, none, ListingFormat(format), given, list_counts, counts_screen, ascii)
    else:
        show_rows(
            found,
            none,
            ListingFormat(format),
            given,
            lambda several: list_changes(several, not by_kind),
            lambda several: changes_screen(several, not by_kind),
            ascii,
        )
