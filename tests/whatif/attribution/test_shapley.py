"""The Shapley value: by its definition over all orders, and within its own error where orders are drawn."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.whatif.attribution.shapley import in_phases, shapley


def games(n):
    """Any game of n players: a value for every coalition, by draw."""
    values = st.lists(st.floats(-100, 100), min_size=2**n, max_size=2**n)
    return values.map(lambda listed: lambda sets: np.array([[listed[sum(1 << i for i in s)]] for s in sets]))


@given(st.integers(1, 4).flatmap(lambda n: st.tuples(st.just(n), games(n))))
def test_the_exact_value_is_the_mean_over_all_orders(given_game):
    n, value = given_game
    gains = np.zeros(n)
    for order in itertools.permutations(range(n)):
        for place, player in enumerate(order):
            gains[player] += (value([set(order[: place + 1])]) - value([set(order[:place])]))[0, 0]
    shares = shapley(n, value, orders=0, rng=np.random.default_rng(1))
    np.testing.assert_allclose(shares.contributions[:, 0], gains / math.factorial(n), atol=1e-9)
    assert shares.orders == 0
    assert not shares.error.any()


def crowd(sets):
    """Ten players: 0 and 1 are alike, 2 is idle, and all others are worth more the more of them there are."""

    def worth(players):
        others = players - {2}
        return sum(others - {0, 1}) * len(others) ** 2 + len(players & {0, 1}) ** 2

    return np.array([[worth(players), 5.0] for players in sets], dtype=float)


def test_sampled_values_add_up_and_agree_with_exact_ones():
    exact = _exact_of_crowd()
    shares = shapley(10, crowd, orders=400, rng=np.random.default_rng(7))
    assert shares.orders == 400
    full = crowd([frozenset(range(10))]) - crowd([frozenset()])
    np.testing.assert_allclose(shares.contributions.sum(axis=0), full[0])
    assert not shares.contributions[:, 1].any()  # the second draw is worth the same whoever is there
    assert shares.contributions[2, 0] == 0
    assert (np.abs(shares.contributions[:, 0] - exact) <= 4 * shares.error + 1e-9).all()
    assert (shares.error[3:] > 0).all()


def test_players_who_work_together_in_pairs_need_few_orders():
    """An order and its reverse hold every pair both ways, so that with them the values of such games are exact."""
    shares = shapley(10, lambda sets: np.array([[float(sum(s) * len(s))] for s in sets]), orders=2, rng=_rng())
    expected = [(10 * player + 45) / 2 for player in range(10)]
    np.testing.assert_allclose(shares.contributions[:, 0], expected)


def _rng():
    return np.random.default_rng(7)


def _exact_of_crowd():
    members = [frozenset(p for p in range(10) if mask >> p & 1) for mask in range(2**10)]
    values = crowd(members)[:, 0]
    weight = [math.factorial(s) * math.factorial(9 - s) / math.factorial(10) for s in range(10)]
    masks = range(2**10)
    return np.array(
        [
            sum(weight[len(members[m])] * (values[m | 1 << p] - values[m]) for m in masks if not m >> p & 1)
            for p in range(10)
        ]
    )


def test_one_pair_of_orders_has_no_error_to_tell():
    shares = shapley(9, lambda sets: np.array([[float(len(s))] for s in sets]), orders=1, rng=np.random.default_rng(1))
    assert shares.orders == 2
    assert np.isnan(shares.error).all()
    np.testing.assert_allclose(shares.contributions, 1)


def test_a_phase_is_played_with_all_earlier_phases_present():
    def value(sets):  # 1 is worth something only where 0 is not yet
        return np.array([[1.0 * (0 in s) + 10.0 * (1 in s) * (0 not in s) + 100.0 * ({0, 2} <= s)] for s in sets])

    first, second = in_phases([[0], [], [1, 2]], value, orders=0, rng=np.random.default_rng(1))
    assert first.contributions[:, 0].tolist() == [1]
    assert second.contributions[:, 0].tolist() == [0, 100]


def test_the_error_is_what_answers_from_other_seeds_differ_by():
    many = [shapley(10, crowd, orders=20, rng=np.random.default_rng(seed)) for seed in range(300)]
    contributions = np.array([shares.contributions.mean(axis=1) for shares in many])
    error = np.array([shares.error for shares in many])
    varies = contributions.std(axis=0, ddof=1)
    assert np.sqrt((error**2).mean(axis=0)) == pytest.approx(varies, rel=0.15, abs=1e-9)
