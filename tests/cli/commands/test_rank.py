"""`socluster rank`."""

import json

import pandas as pd

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


def test_a_goal_of_needs_is_told_with_its_unit(tmp_path, capsys):
    town = sc.load_dataset("kite").with_group("day", kind="service", service="day care", place="Kelmė", unit="places")
    sc.write(town, tmp_path / "town.json")
    needs = pd.DataFrame({"place": ["Kelmė"], "service": ["day care"], "amount": [9], "unit": ["places"]})
    needs.to_excel(tmp_path / "needs.xlsx", sheet_name="needs", index=False)
    hubs = [
        sc.Scenario(name).with_actor(name).with_affiliation(name, "day", layer="provides", weight=offered)
        for name, offered in (("hub", 5), ("club", 2))
    ]
    sc.write_scenarios(hubs, tmp_path / "hubs.json")
    told = ["--goal", "coverage", "--needs", str(tmp_path / "needs.xlsx"), "--draws", "20"]
    assert main(["rank", str(tmp_path / "town.json"), str(tmp_path / "hubs.json"), *told]) == 0
    assert "hub comes first for coverage (places)" in capsys.readouterr().out
    assert (
        main(
            [
                "--language",
                "lt",
                "plan",
                str(tmp_path / "town.json"),
                str(tmp_path / "hubs.json"),
                *told[:4],
                "--partners",
                "2",
            ]
        )
        == 0
    )
    assert "pagal rodiklį „aprėptis (vietų) (geriau daugiau)“: 7" in capsys.readouterr().out
