import pytest

from regimekit.linting.rules import RULES
from regimekit.linting.settings import Settings, settings_from, unknown_names
from regimekit.schema import LintSettings


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "code", "by_default", "runs"),
    [
        ((), (), (), "RK404", True, True),
        ((), (), (), "RK110", False, False),
        ((), ("RK110",), (), "RK110", False, True),
        ((), ("RK1",), (), "RK110", False, True),
        (("RK1",), (), (), "RK404", True, False),
        (("RK1",), (), (), "RK110", False, True),
        (("RK4",), (), ("RK404",), "RK404", True, False),
        (("RK404",), (), ("RK4",), "RK404", True, True),
        (("RK404",), (), ("RK404",), "RK404", True, False),
        (("ALL",), (), (), "RK110", False, True),
        (("ALL",), (), ("RK1",), "RK110", False, False),
        ((), (), ("ALL",), "RK404", True, False),
        (("RK404",), (), ("ALL",), "RK404", True, True),
    ],
)
def test_the_longest_beginning_decides(select, extend, ignore, code, by_default, runs):
    assert Settings(select=select, extend_select=extend, ignore=ignore).selects(code, by_default) is runs


def test_a_selection_for_one_run_takes_the_place_of_the_folders_own_and_ignores_add_up():
    lint = LintSettings(select=("RK1",), ignore=("RK101",))
    settings = settings_from(lint, select=("RK2",), ignore=("RK201",))
    assert [settings.selects(code, True) for code in ("RK102", "RK201", "RK202")] == [False, False, True]
    assert settings_from(lint).selects("RK102", True)
    assert not settings_from(lint).selects("RK101", True)


def test_the_severity_of_the_longest_beginning_counts():
    settings = Settings(severity={"RK4": "info", "RK404": "error"})
    assert [settings.severity_of(code, "warning") for code in ("RK404", "RK401", "RK101")] == [
        "error",
        "info",
        "warning",
    ]


@pytest.mark.parametrize(
    ("pattern", "path", "ignored"),
    [
        ("archive/*", "archive/aldova.md", True),
        ("archive/*", "archive/old/aldova.md", True),
        ("archive/*", "cold-war/aldova.md", False),
        ("*/aldova.md", "cold-war/aldova.md", True),
        ("aldova.md", "aldova.md", True),
    ],
)
def test_files_may_be_spared_by_their_path(pattern, path, ignored):
    assert Settings(per_path_ignores={pattern: ("RK4",)}).ignores("RK404", path) is ignored
    assert not Settings(per_path_ignores={pattern: ("RK4",)}).ignores("RK504", path)


def test_what_names_no_rule_and_no_threshold_is_told():
    settings = Settings(
        select=("RK1", "RX"),
        ignore=("ALL", "RK999"),
        severity={"RK2": "info", "QQ": "info"},
        per_path_ignores={"a": ("RK3", "ZZ")},
        thresholds={"sources": 3, "sauces": 1},
    )
    assert unknown_names(settings, [rule.code for rule in RULES]) == ("RX", "RK999", "QQ", "ZZ", "sauces")
