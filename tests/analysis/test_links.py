"""Where links stand, to the character, and which file they mean."""

import pytest

from regimekit.analysis.links import aims_at, links
from regimekit.model import Dossier
from regimekit.parsing.dossier import read_dossier
from regimekit.schema import load_schema

SCHEMA = load_schema(None)


def read(text: str) -> Dossier:
    return read_dossier(text, "cold/vale-lind.md", SCHEMA)


@pytest.mark.parametrize(
    ("line", "name", "folder"),
    [
        ("- [[vale-lind]] — relationship: causal", "vale-lind", ""),
        ("see [[cold/vale-lind|the general]]", "vale-lind", "cold/"),
        ("see [[../cold/vale-lind.md#Fall / End|its end]]", "vale-lind", "../cold/"),
        ("see [[ vale-lind ]]", "vale-lind", ""),
        ("![[vale-lind#Timeline]]", "vale-lind", ""),
        ("| [[vale-lind\\|Lind]] | x |", "vale-lind", ""),
        ("[Lind](vale-lind.md)", "vale-lind", ""),
        ("[Lind](../cold/vale-lind.md#fall 'The fall')", "vale-lind", "../cold/"),
        ("[Lind](<vale lind.md>)", "vale lind", ""),
        ("[Lind](<cold/Vale (Lind).md#Overview>)", "Vale (Lind)", "cold/"),
        ("[Lind](Vale%20(Lind).md)", "Vale (Lind)", ""),
        ("[lind]: <cold/Vale (Lind).md>", "Vale (Lind)", "cold/"),
        ("[Lind](vale%20lind.md)", "vale lind", ""),
        ("[lind]: cold/vale-lind.md", "vale-lind", "cold/"),
        ('<a href="vale-lind.md">Lind</a>', "vale-lind", ""),
    ],
)
def test_every_way_to_link(line: str, name: str, folder: str) -> None:
    text = f"# A\n\n{line}\n"
    (link,) = links(read(text))
    assert (link.name, link.folder, link.line, link.in_code) == (name, folder, 3, False)
    assert text[link.start : link.end].replace("%20", " ") == name
    assert text[link.opening :].startswith(link.written)


@pytest.mark.parametrize(
    "line",
    [
        "vale-lind is named here",
        "[vale-lind] is no link",
        "\\[[vale-lind]]",
        "[Lind](https://example.org/vale-lind.md)",
        "[Lind](vale-lind)",
        "[Lind](vale-lind.md.txt)",
        "[^lind]: vale-lind.md",
        "[mail](mailto:vale-lind.md)",
    ],
)
def test_what_is_no_link(line: str) -> None:
    assert links(read(f"# A\n\n{line}\n")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "```\n[[vale-lind]]\n```\n",
        "~~~~ text\n```\n[[vale-lind]]\n~~~~\n",
        "- item\n  ```\n  [[vale-lind]]\n  ```\n",
        "> ```\n> [[vale-lind]]\n> ```\n",
        "    [[vale-lind]]\n",
        "as `[[vale-lind]]` is written\n",
        "as ``a ` [[vale-lind]]`` is written\n",
        "```\nnever closed\n[[vale-lind]]\n",
    ],
)
def test_code_is_known(text: str) -> None:
    (link,) = links(read(f"# A\n\n{text}"))
    assert link.in_code


def test_behind_code_links_are_links_again() -> None:
    text = "# A\n\n```\nx\n```\n[[b]] `c` [[d]] ` [[e]]\n- an ` alone\n- [[f]] `\n"
    assert [(link.name, link.in_code) for link in links(read(text))] == [
        ("b", False),
        ("d", False),
        ("e", False),
        ("f", False),
    ]


def test_related_dossiers_of_the_header() -> None:
    text = (
        "---\ncountry: Vale\nrelated: [vale-lind, new-vale-lind, 'cold/vale-lind', \"[[vale-lind|Lind]]\"]\n"
        "see_also:\n  - vale-lind\n  - vale-lind-the-second\nalias: vale-lind\n---\n# A\n\nvale-lind\n"
    )
    found = [link for link in links(read(text)) if link.name == "vale-lind"]
    assert [(link.line, link.folder) for link in found] == [(3, ""), (3, "cold/"), (3, ""), (5, "")]
    assert all(text[link.start : link.end] == "vale-lind" for link in found)


PATHS = ("cold/vale-lind.md", "interwar/vale-lind.md", "cold/sarn.md", "index.md", "cold/only.md")


@pytest.mark.parametrize(
    ("line", "path", "aim"),
    [
        ("[[cold/vale-lind]]", "index.md", "it"),
        ("[[interwar/vale-lind]]", "index.md", "another"),
        ("[[vale-lind]]", "index.md", "unclear"),
        ("[[elsewhere/vale-lind]]", "index.md", "unclear"),
        ("[x](vale-lind.md)", "cold/sarn.md", "it"),
        ("[x](vale-lind.md)", "interwar/sarn.md", "another"),
        ("[x](../cold/vale-lind.md)", "interwar/sarn.md", "it"),
        ("[x](cold/vale-lind.md)", "interwar/sarn.md", "it"),
        ("[x](../../cold/vale-lind.md)", "interwar/sarn.md", "another"),
        ("[[Vale-Lind]]", "index.md", "unclear"),
        ("[[sarn]]", "index.md", "another"),
    ],
)
def test_the_folder_tells_namesakes_apart(line: str, path: str, aim: str) -> None:
    (link,) = links(read(f"# A\n\n{line}\n"))
    assert aims_at(link, path, "cold/vale-lind.md", PATHS) == aim


@pytest.mark.parametrize("line", ["[[Only]]", "[[wrong/only]]", "[[only.md]]", "[x](only.md)", "[x](cold/only.md)"])
def test_a_name_that_one_file_has_is_that_file(line: str) -> None:
    (link,) = links(read(f"# A\n\n{line}\n"))
    assert aims_at(link, "interwar/vale-lind.md", "cold/only.md", PATHS) == "it"
