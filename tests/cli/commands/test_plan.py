"""`socluster plan`."""

import pytest

import socluster as sc
from socluster.cli import main
from tests.cli.scenario import scenario_file


def test_the_plan_says_what_the_library_says(tmp_path, capsys):
    path = scenario_file(tmp_path)
    command = ["plan", "florentine", path, "--goal", "global_efficiency", "--partners", "1", "--draws", "20"]
    assert main(command) == 0
    network = sc.load_dataset("florentine")
    plan = sc.plan_partners(network, sc.read_scenarios(path), goal=sc.global_efficiency, k=1, draws=20, rng=7)
    assert capsys.readouterr().out.startswith("\n".join(plan.sentences()))


def test_with_a_budget_there_are_at_most_so_many(tmp_path, capsys):
    path = scenario_file(tmp_path)
    scenarios = sc.read_scenarios(path)
    cost = {each.name: 10.0 for each in scenarios}
    typed = [f"{name}=10,0" for name in cost]
    command = ["plan", "florentine", path, "--goal", "global_efficiency", "--budget", "15", "--draws", "20"]
    assert main([*command, "--cost", *typed]) == 0
    network = sc.load_dataset("florentine")
    plan = sc.plan_partners(network, scenarios, goal=sc.global_efficiency, budget=15, cost=cost, draws=20, rng=7)
    assert capsys.readouterr().out.startswith("\n".join(plan.sentences()))
    assert main([*command, "--cost", "hub", "=3"]) == 1
    said = capsys.readouterr().err
    assert said.count("must be a name and an amount") == 2


@pytest.mark.parametrize("n", ["0", "-1", "3"])
def test_how_many_partners_is_refused_by_the_name_of_its_option(tmp_path, n, capsys):
    command = ["plan", "florentine", scenario_file(tmp_path), "--goal", "density", "--partners", n]
    assert main(command) == 1
    assert f"--partners takes a whole number from 1 to 2, of how many there are scenarios; here is {n}" in (
        capsys.readouterr().err
    )


def test_at_most_so_many_needs_no_budget(tmp_path, capsys):
    path = scenario_file(tmp_path)
    command = ["plan", "florentine", path, "--goal", "global_efficiency", "--draws", "20"]
    assert main([*command, "--at-most", "2"]) == 0
    network = sc.load_dataset("florentine")
    plan = sc.plan_partners(network, sc.read_scenarios(path), goal=sc.global_efficiency, at_most=2, draws=20, rng=7)
    assert capsys.readouterr().out.startswith("\n".join(plan.sentences()))
    assert main([*command, "--at-most", "2", "--partners", "1"]) == 1
    assert "--partners" in (said := capsys.readouterr().err)
    assert "--at-most" in said
    assert main(command) == 1
    assert "--at-most" in capsys.readouterr().err
