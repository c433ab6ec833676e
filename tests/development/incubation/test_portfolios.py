import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.development.incubation.circles import circle, plain

PRICES = {"conference": 12_000, "seminar": 4_000}
MIXES = {"big": {"conference": 2}, "small": {"seminar": 6}, "both": {"conference": 1, "seminar": 3}}
HOW = {"portfolios": MIXES, "prices": PRICES, "parameters": plain(participants={"seminar": 10, "conference": 30})}


def test_each_is_an_incubation_with_the_same_random_numbers():
    found = sc.compare_portfolios(circle(40), **HOW, draws=30, rng=7)
    again = sc.compare_portfolios(circle(40), **{**HOW, "portfolios": {"small": MIXES["small"]}}, draws=30, rng=7)
    np.testing.assert_array_equal(found.gains[:, 1], again.gains[:, 0])
    assert found.costs.tolist() == [24_000] * 3
    table = found.to_frame()
    assert table["mean_ties"].tolist() == [each.mean_new_ties for each in found.incubated.values()]
    assert table["ties_per_1000"].tolist() == pytest.approx((table["mean_ties"] / 24).tolist())


def test_all_draws_being_shared_events_bring_the_same():
    twice = {"one": {"seminar": 3}, "other": {"seminar": 3}}
    found = sc.compare_portfolios(circle(40), **{**HOW, "portfolios": twice}, draws=10, rng=7)
    np.testing.assert_array_equal(found.gains[:, 0], found.gains[:, 1])
    assert found.to_frame()["p_best"].tolist() == [0.5, 0.5]


def test_a_budget_is_spent():
    found = sc.compare_portfolios(circle(40), **HOW, budget=50_000, draws=5, rng=7)
    assert found.portfolios["small"] == {"seminar": 12}
    assert (found.costs <= 50_000).all()
    assert (found.costs > 37_000).all()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"prices": None}, "no source states them"),
        ({"portfolios": {}}, "must be mixes of events by name"),
        ({"budget": -5}, "argument 'budget'"),
        ({"budget": 10.0}, "buys no event"),
        ({"portfolios": {"x": {"picnic": 2}}}, "has no price"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong, said):
    with pytest.raises(InputError, match=said):
        sc.compare_portfolios(circle(40), **{**HOW, **wrong}, draws=2, rng=7)


def test_lists_of_events_with_their_own_people_and_costs():
    public = [{"kind": "seminar", "sectors": "public", "participants": 10, "cost": 2_000}] * 3
    mixed = [{"kind": "seminar", "participants": 10, "cost": 2_000}] * 3
    lists = {"public": public, "mixed": pd.DataFrame(mixed)}
    found = sc.compare_portfolios(circle(40), portfolios=lists, parameters=plain(), draws=30, rng=7)
    assert found.costs.tolist() == [6_000, 6_000]
    assert found.turning_prices().empty
    across = {name: each.to_frame().loc["across_sectors", "mean"] for name, each in found.incubated.items()}
    assert across["public"] == 0 < across["mixed"]
    said = " ".join(found.sentences())
    assert "costs " in said
    assert " EUR in all instead of 6\u00a0000" in said
    assert "do not cost the same" not in said


def test_the_same_events_as_a_list_and_as_a_mix_bring_the_same():
    both = {"mix": {"seminar": 3}, "list": [{"kind": "seminar"}] * 3}
    found = sc.compare_portfolios(circle(40), **{**HOW, "portfolios": both}, draws=10, rng=7)
    np.testing.assert_array_equal(found.gains[:, 0], found.gains[:, 1])
    assert "No portfolio brings more for the money than each other one." in found.sentences()


def test_where_they_do_not_cost_the_same_it_says_so():
    unequal = {"one": {"seminar": 1}, "ten": {"seminar": 10}}
    found = sc.compare_portfolios(circle(40), **{**HOW, "portfolios": unequal}, draws=5, rng=7)
    for language, said in (
        ("en", "do not cost the same (4\u00a0000 to 40\u00a0000 EUR)"),
        ("lt", "kainuoja nevienodai"),
    ):
        assert said in " ".join(found.sentences(language))


def test_no_claim_out_of_no_ties():
    blocked = {**HOW, "parameters": plain(formation=0, participants={"seminar": 10, "conference": 30})}
    found = sc.compare_portfolios(circle(40), **blocked, draws=5, rng=7)
    for language in ("en", "lt"):
        assert "brings most" not in " ".join(found.sentences(language))
    assert "No portfolio brings more" in " ".join(found.sentences())


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ([{"kind": "seminar", "places": "Venta", "cost": 5}], "a, row 1, column 'places': is stated of no actor"),
        ([{"kind": "seminar", "sectors": "x", "cost": 5}], "a, row 1, column 'sectors': is stated of no actor"),
        ([{"kind": "seminar", "participants": 900, "cost": 5}], "a, row 1, column 'participants': are more than"),
        ([{"kind": "seminar", "period": 9, "cost": 5}], "a, row 1, column 'period': must be a period"),
        ([{"kind": "picnic", "cost": 5}], "a, row 1, column 'kind': nobody says who"),
        ([{"kind": "seminar", "place": "x", "cost": 5}], "a, row 1, column 'place': is no column .* mean 'places'"),
        ([{"sectors": "public", "cost": 5}], "a, argument 'portfolios': a table of events needs a column 'kind'"),
        (5, "entry 'a', argument 'portfolios': must be numbers of events by kind"),
        (None, "entry 'a', argument 'portfolios': must be numbers of events by kind"),
        ("seminar", "entry 'a', argument 'portfolios': must be numbers of events by kind"),
        ({"seminar": None}, "entry 'a', argument 'portfolios': must hold numbers"),
    ],
)
def test_a_fault_of_one_portfolio_says_whose_it_is(events, said):
    fine = [{"kind": "seminar", "participants": 10, "cost": 5}]
    for prices in (None, PRICES):
        with pytest.raises(InputError, match=said):
            sc.compare_portfolios(
                circle(40), portfolios={"fine": fine, "a": events}, prices=prices, parameters=plain(), draws=2, rng=7
            )


def test_faults_of_several_portfolios_are_told_at_once():
    wrong = {name: [{"kind": "seminar", "sectors": name, "cost": 5}] for name in ("a", "b")}
    with pytest.raises(InputError) as caught:
        sc.compare_portfolios(circle(40), portfolios=wrong, draws=2, rng=7)
    assert [problem.file for problem in caught.value.problems] == ["a", "b"]


def test_the_groups_of_the_cluster_may_be_a_portfolio():
    region = sc.load_dataset("siauliai")
    groups = region.groups[region.groups["kind"] == "round table"]
    found = sc.compare_portfolios(region, portfolios={"held": groups}, prices={"round table": 100}, draws=2, rng=7)
    assert found.portfolios["held"] == {"round table": len(groups)}
