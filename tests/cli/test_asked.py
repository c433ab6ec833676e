"""What a measure needs beside its name, on the command line."""

import pandas as pd
import pytest

import socluster as sc
from socluster.cli import main
from socluster.cli.asked import ready
from socluster.core.errors import InputError


@pytest.fixture
def places(tmp_path):
    """A cluster with a service, what is needed, and two candidates of whom one offers more of it."""
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["Centre", "School"], "place": ["Town", "Town"]}),
        ties=pd.DataFrame({"source": ["Centre"], "target": ["School"], "layer": ["referral"]}),
        groups=pd.DataFrame({"group": ["help"], "kind": ["service"], "service": ["help"], "place": ["Town"]}),
        affiliations=pd.DataFrame({"actor": ["Centre"], "group": ["help"], "layer": ["provides"], "weight": [20.0]}),
    )
    needs = pd.DataFrame({"place": ["Town"], "service": ["help"], "amount": [50]})
    helps = sc.Scenario("helps").with_actor("X").with_affiliation("X", "help", layer="provides", weight=10.0)
    talks = sc.Scenario("talks").with_actor("Y").with_ties("Y", ["School"], layer="referral")
    sc.write(cluster, tmp_path / "cluster.json")
    needs.to_excel(tmp_path / "needs.xlsx", sheet_name="needs", index=False)
    sc.write_scenarios([helps, talks], tmp_path / "what.json")
    return {name: str(tmp_path / name) for name in ("cluster.json", "needs.xlsx", "what.json", "out.html")}


def commands(places):
    cluster, scenarios = places["cluster.json"], places["what.json"]
    goal = ["--goal", "coverage", "--better", "higher", "--draws", "5"]
    return (
        ["report", cluster, "--scenarios", scenarios, "-o", places["out.html"], *goal],
        ["rank", cluster, scenarios, *goal],
        ["plan", cluster, scenarios, *goal, "--partners", "1"],
        ["compare", cluster, scenarios, "--measures", "coverage", "--draws", "5"],
        ["measure", cluster, "coverage"],
    )


def test_needs_are_used_wherever_coverage_can_be_asked_for(places, capsys):
    for command in commands(places):
        assert main([*command, "--needs", places["needs.xlsx"]]) == 0, command
        told = capsys.readouterr().out
        assert "DataFrame" not in told
        assert command[0] not in ("rank", "plan") or "helps" in told


@pytest.mark.parametrize("language", ["en", "lt"])
def test_without_needs_the_option_and_the_command_are_named(places, language, capsys):
    for command in commands(places):
        assert main([*command, "--language", language]) == 1
        told = capsys.readouterr().err
        assert "--needs" in told
        assert "socluster coverage" in told


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize(
    ("measure", "way_out"),
    [
        ("access", ""),
        ("key_players", "socluster losses"),
        ("attack_curve", "socluster losses"),
        ("ei_index", '"ei_index(group=sector)"'),
        ("crossed_brokerage(group=sector)", '"crossed_brokerage(group=sector, across=place)"'),
        ("communities", '"communities(rng=7)"'),
        ("service_rate", ""),
    ],
)
def test_nobody_who_types_a_measure_reads_python(measure, way_out, language, capsys):
    assert main(["measure", "siauliai", measure, "--language", language]) == 1
    told = capsys.readouterr().err
    assert way_out in told
    assert not any(word in told for word in ("partial", "rng=;", "Generator", "needs="))


def test_a_measure_keeps_its_options_and_gets_what_is_needed():
    assert ready("density", sc.density, {}, None) is sc.density
    assert ready("density", sc.density, {"layer": "marriage"}, None).keywords == {"layer": "marriage"}
    needs = pd.DataFrame({"place": ["Town"], "service": ["help"], "amount": [50]})
    assert ready("coverage", sc.coverage, {}, needs).keywords["needs"] is needs
    with pytest.raises(InputError, match="--needs FILE"):
        ready("coverage", sc.coverage, {}, None)


def test_a_goal_without_a_name_is_refused(places, capsys):
    assert main(["report", places["cluster.json"], "--scenarios", places["what.json"], "--goal", ""]) == 1
    assert "no such measure" in capsys.readouterr().err
