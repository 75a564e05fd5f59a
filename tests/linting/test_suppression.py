from textwrap import dedent

from regimekit.linting.runner import check
from regimekit.linting.settings import Settings
from regimekit.linting.suppression import read_suppressions
from regimekit.model import Corpus
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema


def covered(text):
    dossier = read_dossier(dedent(text).lstrip("\n"), "aldova.md", load_schema())
    return [(one.covers.first, one.covers.last, one.codes) for one in read_suppressions(dossier)]


def found(text, *select):
    schema = load_schema()
    corpus = Corpus("", (read_dossier(dedent(text).lstrip("\n"), "aldova.md", schema),))
    return [(one.code, one.span.first) for one in check(corpus, schema, Settings(select=select))]


def test_on_a_line_it_covers_the_line():
    assert covered(
        """
        # Aldova
        - one <!-- regimekit: ignore[RK404, RK7] counted twice -->
        - two
        """
    ) == [(2, 2, ("RK404", "RK7"))]


def test_on_a_heading_or_below_it_it_covers_the_section_with_all_below():
    text = """
        # Aldova
        ## Key Events <!-- regimekit: ignore[RK404] -->
        ### The strike
        - one
        ## Aftermath

        <!-- regimekit: ignore[RK1] -->

        - two
        ## Sources
        """
    assert covered(text) == [(2, 4, ("RK404",)), (5, 9, ("RK1",))]


def test_alone_elsewhere_it_covers_the_next_line():
    text = """
        # Aldova
        ## Key Events
        - one
        <!-- regimekit: ignore[RK404] -->

        - two
        """
    assert covered(text) == [(6, 6, ("RK404",))]


def test_for_a_file_it_covers_the_file_wherever_it_stands():
    text = """
        # Aldova
        text <!-- regimekit: ignore-file[RK4] a stub --> text
        """
    assert covered(text) == [(1, 3, ("RK4",))]


def test_without_codes_it_means_all():
    assert covered("# Aldova <!-- regimekit: ignore -->\n") == [(1, 2, ("ALL",))]


def test_other_comments_and_code_are_none():
    text = """
        # Aldova
        <!-- ignore[RK404] -->
        <!-- regimekit is fine -->
        ```
        <!-- regimekit: ignore[RK404] -->
        ```
        """
    assert covered(text) == []


def test_what_it_covers_is_not_found():
    text = """
        # Aldova
        ## 1. Overview <!-- regimekit: ignore[RK108] as in the book -->
        ## 2. Sources
        """
    assert found(text, "RK108", "RK908") == [("RK108", 3)]


def test_a_part_that_is_of_no_use_is_told():
    text = """
        # Aldova
        ## 1. Overview <!-- regimekit: ignore[RK108, RK105] -->
        """
    assert found(text, "RK108", "RK105", "RK908") == [("RK908", 2)]
    assert found(text, "RK108", "RK908") == []  # nobody has looked for RK105
