"""What stands beside a gain."""

import pandas as pd
import pytest

import socluster as sc
from socluster.report.sections.beside import beside_plan, beside_random, beside_ranking

CHAIN = sc.Cluster.from_tables(
    pd.DataFrame({"actor": list("abcd"), "sector": ["public", "civic"] * 2}),
    pd.DataFrame({"source": list("abc"), "target": list("bcd")}),
)
NONE_DRAWN = "No random partner was drawn beside it"


def joins(name, *partners):
    return (
        sc.Scenario(name).with_actor(name, sector="civic").with_ties(name, sc.ties.Stated(dict.fromkeys(partners, 0.8)))
    )


CANDIDATES = [joins("x", "a", "d"), joins("y", "a")]


@pytest.mark.parametrize(
    ("above", "said"),
    [
        (0.97, "above that with a random partner of the same type with as many ties in 97% of the draws"),
        (0.02, "below that with a random partner of the same type with as many ties in 98% of the draws"),
        (0.94, "do not show a difference"),
        (0.06, "do not show a difference"),
    ],
)
def test_a_difference_is_spoken_of_from_95_percent_on(above, said):
    row = {"p_above_null": above, "null": 0.1, "delta": 0.2, "low": 0.0, "high": 0.3}
    assert said in beside_random(row, "en")
    assert beside_random(row, "lt") != beside_random(row, "en")


def test_what_is_the_same_in_every_draw_and_what_nobody_was_drawn_for():
    row = {"p_above_null": 0.5, "null": 1.0, "delta": 1.0, "low": 1.0, "high": 1.0}
    assert "would change it by as much" in beside_random(row, "en")
    assert beside_random(row | {"p_above_null": float("nan")}, "en") == ""
    assert NONE_DRAWN in beside_random({}, "en")


def test_beside_a_ranking_stands_the_random_partner_of_the_first_in_a_comparison_of_the_same_measure():
    ranking = sc.rank_partners(CHAIN, CANDIDATES, goal=sc.density, draws=30, rng=1)
    alike = sc.compare(CHAIN, CANDIDATES, measures=[sc.density], draws=30, rng=1, null=True)
    other = sc.compare(CHAIN, CANDIDATES, measures=[sc.global_efficiency], draws=30, rng=1, null=True)
    row = alike.to_frame().loc[(ranking.best, "density")]
    assert beside_ranking(ranking, [other, alike], "en") == beside_random(row, "en")
    assert NONE_DRAWN in beside_ranking(ranking, [other], "en")


def test_beside_several_who_are_chosen_together_none_is_drawn_and_who_brings_no_ties_has_none():
    alike = sc.compare(CHAIN, CANDIDATES, measures=[sc.density], draws=30, rng=1, null=True)
    plan = sc.plan_partners(CHAIN, CANDIDATES, goals=sc.density, k=2, draws=30, rng=1)
    assert NONE_DRAWN in beside_plan(plan, [alike], "en")
    cuts = [sc.Scenario("one").without_ties("a", "b"), sc.Scenario("two").without_ties("b", "c")]
    ranking = sc.rank_partners(CHAIN, cuts, goal=sc.density, draws=5, rng=1)
    assert "Nobody joins with ties" in beside_ranking(ranking, [], "en")
