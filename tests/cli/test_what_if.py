"""What the commands about what might happen have in common."""

import argparse

import pytest

from socluster.cli.what_if import add_goal, add_scenarios


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
