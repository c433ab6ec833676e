"""What would change."""

from functools import partial

import pytest

import socluster as sc
from socluster.report.sections.change import change


@pytest.fixture(scope="module")
def network():
    return sc.load_dataset("florentine")


def joined(p):
    return sc.Scenario("X joins").with_actor("X").with_ties("X", sc.ties.Stated({"Medici": p}), layer="marriage")


def compared(network, p, **options):
    return sc.compare(network, [joined(p)], measures=[sc.density], draws=60, rng=3, **options)


def test_without_outcomes_there_is_no_section(facts, network):
    assert change(facts(network)) is None


def test_a_change_is_told_with_its_interval(facts, network):
    outcome = compared(network, 1.0)
    row = outcome.to_frame().iloc[0]
    part = change(facts(network, outcome))
    assert part.finding.startswith("X joins: density would change by \u2212")
    assert f"{abs(row['delta']):.3f}" in part.finding
    assert "No random partner was drawn" in part.blocks[0].text


def test_an_interval_that_holds_no_change_is_no_change(facts, network):
    outcome = sc.compare(network, [joined(0.5)], measures=[sc.transitivity], draws=60, rng=3)
    assert change(facts(network, outcome)).finding.startswith("No change is clear")


def test_the_table_holds_what_the_outcome_holds(facts, network):
    outcome = compared(network, 0.5, null=True)
    (table,) = (block for block in change(facts(network, outcome)).blocks if block.kind == "table")
    assert len(table.rows) == len(outcome.to_frame())
    assert table.heads[-1].text == "above a random partner"


def test_what_it_rests_on_stands_beside_it(facts, network):
    (note,) = (block for block in change(facts(network, compared(network, 0.5))).blocks if block.kind == "note")
    assert any("stated by the analyst" in item for item in note.items)
    assert any("Structure is not effectiveness" in item for item in note.items)


def test_a_random_partner_who_does_just_the_same_is_not_called_half_below(facts, network):
    """Whoever it is tied to, density rises by as much: no share says more than that."""
    (table,) = (
        block for block in change(facts(network, compared(network, 1.0, null=True))).blocks if block.kind == "table"
    )
    assert table.rows[0][-1].text == "–"
    assert table.in_full.rows[0][-1].text == "–"


def test_now_then_and_change_agree_as_they_are_written(facts, network):
    """Medians of draws need not add up: then is now, moved by the change, as on the page of the app."""
    scenario = joined(0.5).with_ties("X", {"Strozzi": 0.4, "Pucci": 0.6}, layer="marriage")
    measures = [sc.density, sc.global_efficiency, sc.fragmentation]
    unsure = network.layer("marriage").with_ties("Pucci", ["Strozzi"], confidence=0.5, layer="marriage")
    outcome = sc.compare(unsure, [scenario], measures=measures, draws=61, rng=3)
    table = outcome.to_frame()
    assert ((table["before"] + table["delta"] - table["after"]).abs() > 1e-3).any()
    (shown,) = (block for block in change(facts(unsure, outcome)).blocks if block.kind == "table")
    for row in shown.rows:
        before, after = (float(each.replace("\u2212", "-")) for each in row[2].text.split(" → "))
        delta = float(row[3].text.split(" ")[0].replace("\u2212", "-"))
        assert after == pytest.approx(before + delta, abs=1e-9)
    for row in shown.in_full.rows:
        assert row[3].value == pytest.approx(row[2].value + row[4].value, abs=0.01)
    assert "Then is now, moved by the median change." in shown.note


def test_no_chart_is_drawn_of_what_does_not_change(facts, network):
    def ties(cluster):
        return cluster.n_ties

    marriage = network.layer("marriage")
    alone = sc.Scenario("alone").with_actor("alone")  # who has no ties changes no number of ties
    outcome = sc.compare(marriage, [alone], measures={"ties": ties, "density": sc.density}, draws=5, rng=1)
    blocks = change(facts(marriage, outcome)).blocks
    assert [block.heading for block in blocks if block.kind == "figure"] == ["Change of density"]
    (table,) = (block for block in blocks if block.kind == "table")
    assert len(table.rows) == 2


def test_where_nothing_is_drawn_no_share_of_draws_is_told(facts, network):
    needs = {("Kelmė", "day care"): 12}
    town = network.with_group("A", kind="service", service="day care", place="Kelmė")
    town = town.with_affiliation("Medici", "A", layer="provides", weight=8)
    new = joined(0.5).with_affiliation("X", "A", layer="provides", weight=3)
    outcome = sc.compare(town, [new], measures={"met": partial(sc.coverage, needs=needs)}, draws=20, rng=1)
    (shown,) = (block for block in change(facts(town, outcome)).blocks if block.kind == "table")
    assert shown.caption == "The same in numbers: exact, nothing is drawn."
    assert shown.rows[0][4].text == "–"
    assert "%" not in "".join(cell.text for cell in shown.rows[0])
