"""What a null gives for each role: sums over actors, closed forms beside draws, and counts that never vary."""

import numpy as np
import pandas as pd
import pytest

from socluster._kernels.ego import brokerage as kernel
from socluster._kernels.ego.brokerage_draws import with_total
from socluster.measures.brokerage.roles_by_chance import ROLES, closed_form, draws_of_null, from_draws
from socluster.measures.shared.partition import grouped


@pytest.fixture
def asked(knoke):
    """The network, the group of every actor, and the roles that were counted."""
    net, groups = grouped(knoke, "information", "sector", "refuse")
    codes = pd.factorize(groups)[0]
    return net, codes, with_total(kernel.brokered_pairs(net.ties, codes), once=False)


def test_what_is_expected_of_the_whole_is_the_sum_over_actors(asked):
    whole, actors = closed_form(*asked, directed=True, like_sna=False)
    assert len(ROLES) == whole["expected"].size == 6
    assert actors["expected"].sum(axis=0) == pytest.approx(whole["expected"])
    assert whole["expected"][:-1].sum() == pytest.approx(whole["expected"][-1])
    assert (whole["low"] >= 0).all()


def test_draws_of_as_many_ties_lie_around_what_their_density_gives(asked):
    net, codes, raw = asked
    drawn = draws_of_null(net, codes, "fixed", 500, np.random.default_rng(1), once=False)
    assert drawn.shape == (500, net.n, 6)
    whole, _ = from_draws(drawn, raw, 0.9)
    closed, _ = closed_form(net, codes, raw, directed=True, like_sna=False)
    assert whole["expected"] == pytest.approx(closed["expected"], rel=0.1)
    assert (whole["sd"] < closed["sd"]).all()  # the number of ties does not vary


def test_where_the_null_never_varies_there_is_neither_z_nor_p(asked):
    net, codes, raw = asked
    drawn = draws_of_null(net, codes, "label_permutation", 20, np.random.default_rng(1), once=False)
    whole, _ = from_draws(drawn, raw, 0.9)
    assert whole["sd"][-1] == 0  # all ties stay, and so does the total
    assert np.isnan([whole["z"][-1], whole["p"][-1]]).all()


def test_spread_is_that_of_a_sample():
    drawn = np.arange(24.0).reshape(4, 1, 6) ** 2
    whole, _ = from_draws(drawn, np.zeros((1, 6)), 0.9)
    assert whole["sd"] == pytest.approx(drawn[:, 0].std(axis=0, ddof=1))
    assert np.isnan(from_draws(drawn[:1], np.zeros((1, 6)), 0.9)[0]["sd"]).all()
