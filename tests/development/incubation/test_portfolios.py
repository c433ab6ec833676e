import numpy as np
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
