"""What changed, on a screen: texts are cut to what differs, and nothing in them is obeyed."""

from __future__ import annotations

import pytest

from regimekit.analysis.changes_folder import dossier_change
from regimekit.model import Dossier, Person, Span
from regimekit.rendering.changes import changes_screen, excerpts
from regimekit.rendering.screen import Terminal, to_text


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b", "a c", ("a b", "a c")),
        ("one two three four five six old", "one two three four five six new", ("… three four five six old", "… three four five six new")),
        ("old b c d e f g", "new b c d e f g", ("old b c d e …", "new b c d e …")),
        ("a b c d e f g h i j k", "a b c d e f X g h i j k", ("… c d e f g h i j k", "… c d e f X g h i j k")),
        ("same", "same", ("same", "same")),
        ("a a a a", "a a", ("a a a a", "a a")),
        ("", "a", ("", "a")),
    ],
)  # fmt: skip
def test_of_long_texts_what_differs_is_shown_with_some_words_around(
    before: str, after: str, shown: tuple[str, str]
) -> None:
    assert excerpts(before, after) == shown


def test_nothing_in_a_dossier_or_its_path_is_obeyed() -> None:
    bad = "[bold]x[/bold] \x1b[31m:warning: [mann2005]"
    before = Dossier(f"{bad}.md", "a", bad, "", people=(Person(Span(1, 1), bad, fate="fled"),))
    after = Dossier(f"{bad}.md", "a", bad, "", people=(Person(Span(1, 1), bad, fate=bad),))
    found = dossier_change(before, after, (f"{bad}.md", f"{bad}.md"), False)
    assert found is not None
    for width in (60, 120, None):
        screen = to_text(changes_screen([found], collapsed=True), Terminal(width))
        assert "\x1b" not in screen
        assert "[bold]x[/bold]" in screen
        assert "[mann2005]" in screen
