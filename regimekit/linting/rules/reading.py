"""9xx: what kept a file from being read as it was meant, and comments that switch rules off."""

from __future__ import annotations

from collections.abc import Iterable

from regimekit.linting.rule import Fault, met_while_reading, rule
from regimekit.model import Dossier


@rule("RK901", severity="error", remedy="Save the file as UTF-8.")
def not_utf_8(dossier: Dossier) -> Iterable[Fault]:
    """The file is not encoded in UTF-8.

    It was read under another encoding, which is a guess: accents and dashes
    may have become other characters.

    Bad::

        (a file saved as Windows-1252)

    Good::

        (the same file saved as UTF-8)
    """
    return met_while_reading(dossier, "RK901")


@rule("RK902", severity="error", remedy="Mend the YAML between the two '---' lines, or remove it.")
def header_is_not_yaml(dossier: Dossier) -> Iterable[Fault]:
    """The front matter is not YAML.

    Nothing in it is read: tags, dates and figures that stand only there are lost.

    Bad::

        ---
        tags: [regime, cold-war
        ---

    Good::

        ---
        tags: [regime, cold-war]
        ---
    """
    return met_while_reading(dossier, "RK902")


@rule("RK903", severity="error", remedy="Keep one of the two lines.")
def key_twice_in_header(dossier: Dossier) -> Iterable[Fault]:
    """A key stands twice in the front matter.

    Most YAML readers silently keep the last of the two and drop the other.

    Bad::

        ---
        updated: 2024-05-01
        updated: 2024-06-01
        ---

    Good::

        ---
        updated: 2024-06-01
        ---
    """
    return met_while_reading(dossier, "RK903")


@rule("RK904", remedy="Give the row as many cells as the table's head has.")
def wrong_number_of_cells(dossier: Dossier) -> Iterable[Fault]:
    """A table row has more or fewer cells than the head of its table.

    Cells behind the last column are not shown; a missing one moves everything
    behind it under the wrong heading.

    Bad::

        | Source | Estimate |
        |--------|----------|
        | Truth Commission | 3,000 | 4,000 |

    Good::

        | Source | Estimate |
        |--------|----------|
        | Truth Commission | 3,000-4,000 |
    """
    return met_while_reading(dossier, "RK904")


@rule("RK905", severity="error", remedy="Close the element or the comment.")
def html_left_open(dossier: Dossier) -> Iterable[Fault]:
    """An HTML element or comment is opened and never closed.

    All that stands below it may be swallowed: it is there in the file, and
    missing from what is shown.

    Bad::

        <!-- to be checked

        ## Aftermath

    Good::

        <!-- to be checked -->

        ## Aftermath
    """
    return met_while_reading(dossier, "RK905")


@rule("RK906", remedy="Remove the character: it is not shown, and a terminal may obey it.")
def control_character(dossier: Dossier) -> Iterable[Fault]:
    """A line holds a character that is not shown.

    Control characters and marks of writing direction come in by copying; they
    make words differ that look alike, and can change what a terminal shows.

    Bad::

        Ion\\u202eadraV

    Good::

        Ion Varda
    """
    return met_while_reading(dossier, "RK906")


@rule("RK907", severity="error", remedy="Check that the file is there and may be read.")
def unreadable_file(dossier: Dossier) -> Iterable[Fault]:
    """A file of the folder cannot be opened.

    Bad::

        (a file without permission to read it)

    Good::

        (a file that its owner may read)
    """
    return met_while_reading(dossier, "RK907")


@rule("RK908", remedy="Take the code out of the comment, or the comment out of the file.")
def unused_suppression(dossier: Dossier) -> Iterable[Fault]:
    """A comment switches a rule off where the rule finds nothing.

    The fault is mended, or has moved; what stays behind would hide the next
    one. Codes of rules that do not run are not judged.

    Bad::

        - [The Decade](https://example.org/d) | type: academic | accessed: 2024-05-02 <!-- regimekit: ignore[RK705] -->

    Good::

        - [The Decade](https://example.org/d) | type: academic | accessed: 2024-05-02
    """
    return ()  # the runner knows which comments were of use


@rule("RK909", remedy="Correct the code; 'regimekit rule --all' lists them.")
def unknown_code_in_suppression(dossier: Dossier) -> Iterable[Fault]:
    """A comment names a rule that there is not.

    Bad::

        <!-- regimekit: ignore[RK04] counted twice on purpose -->

    Good::

        <!-- regimekit: ignore[RK404] counted twice on purpose -->
    """
    return ()  # the runner knows which codes there are
