"""`socluster rank`."""

import json

import socluster as sc
from socluster.cli import main
from tests.cli.scenario import scenario_file


def test_the_ranking_is_that_of_the_library(tmp_path, capsys):
    path = scenario_file(tmp_path)
    command = ["rank", "florentine", path, "--goal", "global_efficiency", "--draws", "40", "--format", "json"]
    assert main(command) == 0
    read = json.loads(capsys.readouterr().out)
    network = sc.load_dataset("florentine")
    ranking = sc.rank_partners(network, sc.read_scenarios(path), goal=sc.global_efficiency, draws=40, rng=7)
    assert [row["candidate"] for row in read["rows"]] == ranking.to_frame().index.tolist()
    assert read["sentences"] == ranking.sentences()


def test_a_goal_without_direction_asks_for_it(tmp_path, capsys):
    path = scenario_file(tmp_path)
    assert main(["rank", "florentine", path, "--goal", "fragmentation", "--draws", "10"]) == 1
    assert main(["rank", "florentine", path, "--goal", "fragmentation", "--better", "lower", "--draws", "10"]) == 0
