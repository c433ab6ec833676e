"""What the commands about what might happen have in common."""

import argparse

import pandas as pd
import pytest

from socluster.cli.what_if import add_goal, add_needs, add_scenarios, needs_in
from socluster.core.errors import InputError


def parser():
    made = argparse.ArgumentParser()
    add_scenarios(made)
    add_goal(made)
    return made


def test_scenarios_and_a_goal_are_read():
    typed = parser().parse_args(["what.json", "--goal", "density", "--better", "lower"])
    assert (typed.scenarios, typed.goal, typed.better) == ("what.json", "density", "lower")


def test_a_goal_has_to_be_named_and_its_direction_is_one_of_two(capsys):
    for wrong in (["what.json"], ["what.json", "--goal", "density", "--better", "best"]):
        with pytest.raises(SystemExit):
            parser().parse_args(wrong)
    assert "--better" in capsys.readouterr().err


def test_needs_of_one_unit_are_left_if_it_is_named(tmp_path):
    rows = {"place": ["A", "A"], "service": ["care", "talk"], "amount": [5, 8], "unit": ["places", "hours"]}
    pd.DataFrame(rows).to_excel(tmp_path / "needs.xlsx", sheet_name="needs", index=False)
    made = argparse.ArgumentParser()
    add_needs(made)

    def asked(*typed):
        options = made.parse_args(["--needs", str(tmp_path / "needs.xlsx"), *typed])
        options.language = "en"
        return needs_in(options)

    assert asked()["service"].tolist() == ["care", "talk"]
    assert asked("--unit", "Hours")["service"].tolist() == ["talk"]
    with pytest.raises(InputError, match=r"there are places and hours.*did you mean 'hours'"):
        asked("--unit", "hour")
