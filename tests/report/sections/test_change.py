"""What would change."""

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
    assert "No random partner was drawn" in part.finding


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
