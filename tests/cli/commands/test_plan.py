"""`socluster plan`."""

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
