import pytest

from regimekit.analysis.names import fold, leaders_named, paths_named, short_names, similar, slug_of, stem

PATHS = (
    "cold/port-sarn-okoro.md",
    "cold/port-vell-amar.md",
    "interwar/north-vale-lind.md",
    "interwar/north-vale.md",
    "old/north-vale.markdown",
    "old/são-lucas.md",
    "old/tirana-osk.md",
    "old/iran-osk.md",
)


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("lind", ["interwar/north-vale-lind.md"]),
        ("LIND", ["interwar/north-vale-lind.md"]),
        ("north-vale-lind", ["interwar/north-vale-lind.md"]),
        ("okor", ["cold/port-sarn-okoro.md"]),  # part of a word
        ("Port Sarn", ["cold/port-sarn-okoro.md"]),
        ("sao lucas", ["old/são-lucas.md"]),
        ("SÃO", ["old/são-lucas.md"]),
        ("iran", ["old/iran-osk.md"]),  # a whole word rules out those that only hold it
        ("port", ["cold/port-sarn-okoro.md", "cold/port-vell-amar.md"]),
        ("north-vale", ["interwar/north-vale.md", "old/north-vale.markdown"]),  # an exact slug rules out the longer one
        ("interwar/north-vale", ["interwar/north-vale.md"]),
        ("old/north-vale.markdown", ["old/north-vale.markdown"]),
        ("cold/vell", ["cold/port-vell-amar.md"]),
        ("interwar/vale", ["interwar/north-vale-lind.md", "interwar/north-vale.md"]),
        ("war/vale", []),  # a folder is named whole
        ("lind.md", ["interwar/north-vale-lind.md"]),
        ("nowhere", []),
        ("", []),
        ("--", []),
        ("[", []),
    ],
)
def test_paths_named(wanted: str, meant: list[str]) -> None:
    assert list(paths_named(wanted, PATHS)) == meant


def test_leaders_are_found_without_case_and_accents() -> None:
    leaders = {"a.md": ["Émile Okoro"], "b.md": ["Ana Lind", "Per Osk"], "c.md": ["Łukasz Ørn"]}
    assert leaders_named("emile", leaders) == ("a.md",)
    assert leaders_named("per osk", leaders) == ("b.md",)
    assert leaders_named("lukasz orn", leaders) == ("c.md",)
    assert leaders_named("osk per", leaders) == ()


def test_a_slug_that_two_files_share_is_named_by_its_path() -> None:
    names = short_names(PATHS)
    assert names["cold/port-sarn-okoro.md"] == "port-sarn-okoro"
    assert names["interwar/north-vale.md"] == "interwar/north-vale"
    assert names["old/north-vale.markdown"] == "old/north-vale"


@pytest.mark.parametrize("path", PATHS)
def test_every_short_name_means_its_own_file(path: str) -> None:
    assert paths_named(short_names(PATHS)[path], PATHS) == (path,)


def test_misspellings() -> None:
    slugs = [slug_of(path) for path in PATHS]
    assert similar("okorro", slugs)[0] == "port-sarn-okoro"
    assert similar("lindt", slugs)[0] == "north-vale-lind"
    assert similar("xyzzy", slugs) == ()


def test_stem_keeps_dots_within_a_name() -> None:
    assert stem("a/b.c.md") == "a/b.c"
    assert stem("a.b/c") == "a.b/c"
    assert fold("  Saint--Étienne_2 ") == "saint etienne 2"
