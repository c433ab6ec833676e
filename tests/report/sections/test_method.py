"""Method and definitions."""

import socluster as sc
from socluster.report.sections.method import method


def rows(part, place):
    return {row[0].text: row[1].text for row in part.blocks[place].rows}


def test_what_makes_the_report_again_is_there(facts):
    network = sc.load_dataset("florentine")
    joined = sc.Scenario("X").with_actor("X").with_ties("X", sc.ties.Stated({"Medici": 0.5}), layer="marriage")
    outcome = sc.compare(network, [joined], measures=[sc.density], draws=30, rng=11)
    made = rows(method(facts(network, outcome)), -1)
    assert made["fingerprint of the data"] == network.fingerprint
    assert made["what-if 1"] == "30 draws, seed 11"
    assert made["socluster, version"] == sc.__version__


def test_derived_ties_and_directions_are_named(facts):
    assert rows(method(facts(sc.load_dataset("siauliai"))), 0)["ties between actors"].startswith("derived")
    assert "information" in rows(method(facts(sc.load_dataset("knoke"))), 0)["direction"]
    assert rows(method(facts("AB")), 0)["what a tie is"] == "not stated"


def test_intervals_are_defined_only_where_there_are_some(facts):
    terms = [term for term, _ in method(facts("AB")).blocks[1].items]
    assert "Interval" not in terms


def test_how_exact_the_ends_of_intervals_are_stands_beside_what_they_hold(facts):
    network = sc.load_dataset("florentine")
    ties = sc.ties.Stated(dict.fromkeys(list(network.actors.index)[:8], 0.5))
    joined = sc.Scenario("X").with_actor("X").with_ties("X", ties, layer="marriage")
    outcome = sc.compare(network, [joined], measures=[sc.density], draws=60, rng=11)
    terms = dict(method(facts(network, outcome)).blocks[2].items)
    assert "that of density: another 60 draws would move its ends by about " in terms["Interval"]


def test_what_happens_in_each_what_if_stands_in_the_report(facts):
    network = sc.load_dataset("florentine")
    joined = sc.Scenario("X").with_actor("X").with_ties("X", sc.ties.Stated({"Medici": 0.5}), layer="marriage")
    scenarios = [joined, sc.Scenario("gone").without_actor("Medici")]
    outcome = sc.compare(network, scenarios, measures=[sc.density], draws=3, rng=1)
    told = rows(method(facts(network, outcome)), 1)
    assert set(told) == {"X", "gone"}
    assert told["gone"] == "Medici leaves"
    assert told["X"].startswith("X joins; ")
    assert "Medici 0.5" in told["X"]
