import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.development.incubation.spending import bought, cost_of, mix_of, prices_of, turning_price

PRICES = {"conference": 12_000.0, "seminar": 4_000.0, "round table": 2_500.0}
MIXES = st.dictionaries(st.sampled_from(sorted(PRICES)), st.integers(1, 30), min_size=1)


def test_a_budget_buys_whole_events_of_about_the_mix():
    mix = {"conference": 3.0, "seminar": 24.0, "round table": 34.0}
    assert cost_of(mix, PRICES) == 217_000
    assert bought("plan", mix, PRICES, None) == mix
    assert bought("plan", mix, PRICES, 217_000) == mix
    assert bought("half", mix, PRICES, 108_500) == {"conference": 1, "seminar": 12, "round table": 17}


@given(MIXES, st.floats(12_000, 1e6))
def test_no_more_is_spent_than_there_is_and_less_than_one_more_event_is_left(mix, budget):
    events = bought("x", mix, PRICES, budget)
    left = budget - cost_of(events, PRICES)
    assert -1e-6 <= left < max(PRICES[kind] for kind in mix) * len(mix)
    share = budget / cost_of(mix, PRICES)
    assert all(abs(events.get(kind, 0) - number * share) < 1 + 1e-9 for kind, number in mix.items())


@given(MIXES, MIXES, st.floats(1, 500), st.floats(1, 500), st.sampled_from(sorted(PRICES)))
def test_at_the_turning_price_both_bring_equally_much_for_the_money(one, other, gain, other_gain, kind):
    price = turning_price(kind, (gain, other_gain), (one, other), PRICES)
    if not math.isnan(price):
        there = PRICES | {kind: price}
        assert price > 0
        assert gain * cost_of(other, there) == pytest.approx(other_gain * cost_of(one, there), rel=1e-6, abs=1e-3)


def test_a_turning_price_by_hand():
    # 50 ties for 10 seminars, 30 for 2 conferences: alike when 30 x 10 s = 50 x 2 c
    price = turning_price("conference", (50, 30), ({"seminar": 10}, {"conference": 2}), PRICES)
    assert price == pytest.approx(30 * 10 * 4_000 / (50 * 2))
    assert math.isnan(turning_price("round table", (50, 30), ({"seminar": 10}, {"conference": 2}), PRICES))


@pytest.mark.parametrize(
    "prices", [None, {}, {"seminar": 0}, {"seminar": "dear"}, {"seminar": float("inf")}, {3: 1}, 7]
)
def test_prices_are_numbers_above_0(prices):
    with pytest.raises(InputError):
        prices_of(prices)


@pytest.mark.parametrize(
    "mix", [None, {}, {"seminar": 0}, {"seminar": -1}, {"seminar": "two"}, {3: 1}, {"visit": 1}, [1, 2]]
)
def test_a_mix_has_events_with_prices(mix):
    with pytest.raises(InputError, match="entry 'mine'"):
        mix_of("mine", mix, PRICES)


def test_kinds_in_the_plural_are_the_same_and_a_budget_has_to_buy_something():
    assert mix_of("x", {"Seminars": 2, "seminar": 1}, prices_of({"seminars": 5})) == {"seminar": 3.0}
    with pytest.raises(InputError, match="buys no event"):
        bought("x", {"conference": 1.0}, PRICES, 100.0)
    with pytest.raises(InputError, match="whole number of events, or a mix with a budget"):
        bought("x", {"conference": 1.5}, PRICES, None)
