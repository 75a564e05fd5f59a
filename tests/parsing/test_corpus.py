import pytest

import regimekit
from regimekit.parsing.corpus import load_corpus
from regimekit.parsing.folder import decode, list_files
from regimekit.schema import load_schema

DOSSIER = "# T\n\n## Overview\n| Field | Value |\n|---|---|\n| Leader | Ana Doe |\n\n## Fall\n- 1974: coup\n"


def write(folder, name, text):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_a_folder_is_read_with_what_lies_below_it(tmp_path):
    write(tmp_path, "b/second.md", DOSSIER)
    write(tmp_path, "a/first.md", DOSSIER)
    write(tmp_path, "README.md", "# About\n\n## Overview\ntext\n\n## Sources\n- x\n")
    write(tmp_path, "index.md", "# Index\n- [[first]]\n")
    write(tmp_path, ".obsidian/hidden.md", DOSSIER)
    write(tmp_path, "notes.txt", DOSSIER)
    corpus = load_corpus(tmp_path, load_schema())
    assert [dossier.path for dossier in corpus.dossiers] == ["a/first.md", "b/second.md"]
    assert [(page.path, page.title) for page in corpus.pages] == [("README.md", "About"), ("index.md", "Index")]


def test_one_file_is_a_corpus_too(tmp_path):
    write(tmp_path, "one.md", DOSSIER)
    corpus = regimekit.load(tmp_path / "one.md")
    assert [dossier.slug for dossier in corpus.dossiers] == ["one"]


def test_the_bundled_folder_is_read_without_a_path():
    assert {"soviet-union-stalin", "germany-hitler", "china-mao"} <= {
        dossier.slug for dossier in regimekit.load().dossiers
    }


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        regimekit.load(tmp_path / "none")


ENCODINGS = {
    "Łódź".encode(): ("Łódź", None),
    b"\xef\xbb\xbfText": ("Text", None),
    "Łódź".encode("utf-16"): ("Łódź", "UTF-16"),
    "Café “x”".encode("cp1252"): ("Café “x”", "Windows-1252"),
    b"a\x81b\xff": ("a\x81bÿ", "Latin-1"),
}


@pytest.mark.parametrize(("data", "read"), ENCODINGS.items())
def test_what_is_not_utf_8_is_read_all_the_same(data, read):
    assert decode(data) == read


def test_a_wrong_encoding_is_a_finding(tmp_path):
    (tmp_path / "old.md").write_bytes(DOSSIER.replace("coup", "café").encode("cp1252"))
    (dossier,) = load_corpus(tmp_path, load_schema()).dossiers
    assert "café" in dossier.text
    assert dossier.findings[0].code == "RK901"


def test_a_file_that_vanishes_or_refuses_is_a_finding(tmp_path, monkeypatch):
    write(tmp_path, "one.md", DOSSIER)
    write(tmp_path, "two.md", DOSSIER)
    files = list_files(tmp_path)
    files[0].unlink()
    monkeypatch.setattr("regimekit.parsing.folder.relative_files", lambda root: [file.name for file in files])
    corpus = load_corpus(tmp_path, load_schema())
    assert [dossier.slug for dossier in corpus.dossiers] == ["two"]
    assert [(finding.code, finding.path) for finding in corpus.findings] == [("RK907", "one.md")]


def test_a_schema_beside_the_files_is_used(tmp_path):
    write(tmp_path, "one.md", "# T\n\n## Overview\ntext\n\n## Hauptereignisse\n- 1974: coup\n\n## Fall\n- end\n")
    write(tmp_path, "regimekit.yaml", "sections:\n  key_events:\n    aliases: [Hauptereignisse]\n")
    (dossier,) = regimekit.load(tmp_path).dossiers
    assert dossier.section("key_events") is not None
