"""`regimekit estimates --compare`: what is not defensible is refused with the reason."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from regimekit.cli.refusals import REFUSED

COMPARED = str(Path(__file__).parent.parent / "data" / "compared")
Command = Callable[..., Any]


@pytest.mark.parametrize("option", sorted(REFUSED))
def test_what_would_mislead_is_refused_with_the_reason(option: str, regimekit: Command) -> None:
    run = regimekit("estimates", "lind", option)
    assert (run.status, run.out) == (2, "")
    assert REFUSED[option] in run.err
    assert run.err.count("\n") == 1


def test_an_option_that_is_merely_unknown_is_told_as_such(regimekit: Command) -> None:
    run = regimekit("estimates", "lind", "--colour")
    assert run.status == 2
    assert "No such option" in run.err


@pytest.mark.parametrize(("option", "why"), [("--per-year", "not exact enough"), ("--per-capita", "has no source")])
def test_what_cannot_be_divided_is_refused_with_the_reason(option: str, why: str, regimekit: Command) -> None:
    run = regimekit("estimates", "selm", option, REGIMEKIT_DATA=COMPARED)
    assert run.status == 0
    run = regimekit("estimates", "roth", option, REGIMEKIT_DATA=COMPARED)
    assert (run.status, run.out) == (2, "")
    assert "roth" in run.err


def test_several_dossiers_give_their_headline_tolls_and_all_strata_when_asked(regimekit: Command) -> None:
    def strata(*more: str) -> list[str]:
        run = regimekit("estimates", "--compare", "--format", "json", *more, REGIMEKIT_DATA=COMPARED)
        return [stratum["stratum"] for stratum in json.loads(run.out)]

    assert strata() == [
        "deaths: the regime as a whole; shot",
        "deaths: the regime as a whole; dead in the camps",
        "deaths: the regime as a whole",
    ]
    assert len(strata("--all-strata")) > 6
    assert strata("--section", "key_events")[0] == "deaths: The Hunger Winter (1947-1948)"


@pytest.mark.parametrize("option", [("--split", "1991"), ("--pairs",), ("--per-year",), ("--all-strata",)])
def test_these_imply_compare(option: tuple[str, ...], regimekit: Command) -> None:
    run = regimekit("estimates", "selm", *option, REGIMEKIT_DATA=COMPARED)
    assert run.status == 0
    assert "Envelope" in run.out


@pytest.mark.parametrize("width", [60, 80, 100, 120, 160, 200])
def test_every_width_shows_every_figure_and_no_line_is_longer(width: int, regimekit: Command) -> None:
    run = regimekit("estimates", "selm", "--compare", REGIMEKIT_DATA=COMPARED, COLUMNS=str(width))
    assert max(map(len, run.out.split("\n"))) <= width
    listed = regimekit("estimates", "selm", "--format", "json", REGIMEKIT_DATA=COMPARED)
    for estimate in json.loads(listed.out):
        assert any(line.strip().startswith(f"{estimate['line']}  ") for line in run.out.split("\n"))


def test_ascii_draws_with_plain_signs(regimekit: Command) -> None:
    run = regimekit("estimates", "selm", "--compare", "--ascii", REGIMEKIT_DATA=COMPARED)
    assert not set(run.out) & set("├┤─╌►◄●○┬╞═╡◆")
