"""Which of several what-ifs heads the section, and why."""

import pytest

import socluster as sc
from socluster.report.sections.main_change import main_finding
from socluster.words import number as written


def told(given):
    """Return all sentences of the finding as one text, and what stands in the summary."""
    said, short = main_finding(given)
    return " ".join(said), short


@pytest.fixture(scope="module")
def network():
    return sc.load_dataset("florentine").layer("marriage")


def joins(name, *ties):
    return sc.Scenario(name).with_actor("X").with_ties("X", list(ties), layer="marriage")


FEW, MANY = joins("few", "Medici"), joins("many", "Medici", "Pucci", "Strozzi")
LEAVES = sc.Scenario("the Medici leave").without_actor("Medici")


def compared(network, *scenarios, **options):
    return sc.compare(network, scenarios, measures=[sc.fragmentation], draws=30, rng=3, **options)


@pytest.mark.parametrize(
    ("options", "first", "why"),
    [
        ({}, "the Medici leave", "be it a rise or a fall: which of them is better was not stated"),
        ({"better": {"fragmentation": "lower"}}, "many", "in the direction that was stated to be better"),
        ({"better": {"fragmentation": "higher"}}, "the Medici leave", "in the direction that was stated to be better"),
    ],
)
def test_of_several_the_largest_change_in_the_wished_direction_is_told_and_why(facts, network, options, first, why):
    outcome = compared(network, FEW, MANY, LEAVES, **options)
    finding, (number, said) = told(facts(network, outcome))
    assert finding.startswith(f"{first}: fragmentation would change by {number}")
    assert "Of 3 what-ifs" in finding
    assert why in finding
    assert said == finding
    assert "Iš 3 scenarijų" in told(facts(network, outcome, language="lt"))[0]


def test_none_is_clear_in_the_wished_direction(facts, network):
    outcome = compared(
        network,
        LEAVES,
        sc.Scenario("both").without_actor("Medici").without_actor("Strozzi"),
        better={"fragmentation": "lower"},
    )
    assert "none is clear in the direction that was stated to be better" in told(facts(network, outcome))[0]


def test_one_what_if_needs_no_reason_and_who_leaves_no_random_partner(facts, network):
    finding, _ = told(facts(network, compared(network, LEAVES)))
    assert "what-ifs" not in finding
    assert "random partner" not in finding
    finding, _ = told(facts(network, compared(network, MANY)))
    assert "No random partner was drawn" in finding


def test_a_ranking_heads_the_section_with_its_first_and_how_often(facts, network):
    ranking = sc.rank_partners(network, [FEW, MANY], goal=sc.fragmentation, better="lower", draws=30, rng=3)
    finding, (number, _) = told(facts(network, compared(network, FEW, MANY), ranking=[ranking]))
    assert finding.startswith("many comes first")
    assert number == written(ranking.to_frame()["mean_gain"].iloc[0], decimals=2, sign=True)  # exact: no share of draws
    assert "draw" not in finding.replace("drawn", "")
    alike = sc.rank_partners(network, [FEW, FEW.named("same")], goal=sc.fragmentation, better="lower", draws=30, rng=3)
    assert alike.rivals == ["same"]
    finding, _ = told(facts(network, ranking=[alike]))
    assert finding.startswith("For fragmentation (lower is better), few and same gain equally much (")
    worse = sc.rank_partners(network, [FEW, MANY], goal=sc.fragmentation, better="higher", draws=30, rng=3)
    finding, (number, _) = told(facts(network, ranking=[worse]))
    assert finding.startswith("Nobody gains anything for fragmentation (higher is better); least is lost with few (")
    assert number.startswith("\u2212")


def test_a_ranking_of_what_is_drawn_says_how_often_its_first_comes_first(facts, network):
    unsure = [joins("few", "Medici"), sc.Scenario("x").with_actor("X").with_ties("X", {"Medici": 0.5, "Pucci": 0.5})]
    ranking = sc.rank_partners(network, unsure, goal=sc.fragmentation, better="lower", draws=30, rng=3)
    finding, (number, _) = told(facts(network, ranking=[ranking]))
    assert number.endswith("%")
    assert "30 draws" in finding


def test_a_range_says_its_level_and_its_draws(facts, network):
    unsure = sc.Scenario("x").with_actor("X").with_ties("X", sc.ties.Stated({"Medici": 0.9, "Pucci": 0.5}))
    outcome = sc.compare(network, [unsure], measures=[sc.density], draws=60, rng=3)
    finding, (_, short) = told(facts(network, outcome))
    assert "In brackets: 90% of 60 draws." in finding
    assert "In brackets: 90% of 60 draws." in short
    assert "Skliaustuose: 90" in told(facts(network, outcome, language="lt"))[0]
    assert "In brackets" not in told(facts(network, compared(network, LEAVES)))[0]
