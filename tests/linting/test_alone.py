"""Rules that look at one dossier alone find in it what they find in its folder."""

from pathlib import Path

import pytest

from regimekit import bundled, load
from regimekit.linting.context import Context, Folder
from regimekit.linting.rules import RULES
from regimekit.linting.runner import check
from regimekit.linting.settings import Settings
from regimekit.model import Corpus
from regimekit.schema import load_schema

DATA = Path(__file__).parent.parent / "data"
FOLDERS = [bundled(), *(folder for folder in sorted(DATA.iterdir()) if folder.is_dir())]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_dossier_alone_is_told_what_it_is_told_in_its_folder(folder):
    schema, settings = load_schema(), Settings(select=("ALL",))
    corpus = load(folder)
    together = check(corpus, schema, settings, alone=True)
    one_by_one = [
        finding
        for dossier in corpus.dossiers
        for finding in check(Corpus("", (dossier,)), schema, settings, alone=True)
    ]
    assert one_by_one == [finding for finding in together if finding.path in {one.path for one in corpus.dossiers}]


def test_what_is_left_out_alone_are_the_rules_that_ask_about_others():
    schema = load_schema()
    corpus = load(DATA / "folder")
    beyond = {rule.code for rule in RULES if rule.asks_about_others}
    whole = check(corpus, schema, Settings(select=("ALL",)))
    alone = check(corpus, schema, Settings(select=("ALL",)), alone=True)
    assert {finding.code for finding in whole} & beyond
    # a comment that silences a rule which does not run is not called needless
    assert [finding for finding in whole if finding.code not in beyond] == alone


def test_no_rule_asks_about_others_without_saying_so():
    class Silent:
        """A folder that answers nothing about its other files."""

        def __init__(self, schema, settings):
            self.schema, self.settings = schema, settings

    schema, settings = load_schema(), Settings(select=("ALL",))
    for dossier in load(DATA / "folder").dossiers + load(DATA / "related").dossiers:
        folder = Silent(schema, settings)
        folder.totals = Folder(Corpus("", (dossier,)), schema, settings).totals
        for rule in RULES:
            if not rule.asks_about_others:
                list(rule.faults(dossier, Context(folder, dossier)))
