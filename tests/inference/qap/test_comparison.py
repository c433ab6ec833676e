"""A matrix permuted against another, against doing so literally."""

import numpy as np
import pytest

import socluster as sc
from socluster.inference.qap.association import STATISTICS, Sums, as_statistic, prepared
from socluster.inference.qap.comparison import pair_of, step_of
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.orders import orders_of

RNG = np.random.default_rng(8)


def drawn(n=9, *, symmetric, unknown=0.0):
    found = []
    for _ in range(2):
        values = (RNG.random((n, n)) < 0.3) * RNG.integers(1, 4, (n, n)).astype(float)
        values[RNG.random((n, n)) < unknown] = np.nan
        found.append(np.triu(values, 1) + np.triu(values, 1).T if symmetric else values)
    return found


def literally(x, y, cells, statistic):
    one, other = x[cells], y[cells]
    known = ~np.isnan(one) & ~np.isnan(other)
    one, other = one[known], other[known]
    moments = (known.sum(), one.sum(), other.sum(), one @ one, other @ other, one @ other)
    return float(as_statistic(statistic, Sums(*(np.asarray(each, dtype=float) for each in moments))))


def ready(values, statistic):
    """The values as the statistic takes them; ranks are of all known cells off the diagonal."""
    found = np.full(values.shape, np.nan)
    known = ~np.isnan(values) & ~np.eye(len(values), dtype=bool)
    found[known] = prepared(values[known], statistic)
    return found


@pytest.mark.parametrize("unknown", [0.0, 0.25])
@pytest.mark.parametrize("symmetric", [True, False])
@pytest.mark.parametrize("statistic", STATISTICS)
def test_it_is_what_moving_the_matrix_gives(statistic, symmetric, unknown):
    x, y = drawn(symmetric=symmetric, unknown=unknown)
    space = DyadSpace(sc.load_dataset("kite").select(actors=list("012345678")), directed=not symmetric)
    orders = orders_of([space], [np.zeros(9, dtype=int)], 4)
    pair = pair_of(x, y, space, statistic, orders)
    assert pair.is_complete == (not unknown)
    one, other = ready(x, statistic), ready(y, statistic)
    assert pair.observed == pytest.approx(literally(one, other, space.cells, statistic), nan_ok=True)
    found = pair.run(0, 25)[0][:, 0]
    ((rows, _),) = orders.drawn(0, 25)
    for draw in range(25):
        moved = one[rows[:, draw]][:, rows[:, draw]]
        assert found[draw] == pytest.approx(literally(moved, other, space.cells, statistic), nan_ok=True)


def test_unknown_dyads_are_never_taken_for_no_tie():
    x, y = drawn(symmetric=False)
    x[0, 1] = np.nan
    space = DyadSpace(sc.load_dataset("kite").select(actors=list("012345678")), directed=True)
    orders = orders_of([space], [np.zeros(9, dtype=int)], 4)
    open_dyad = pair_of(x, y, space, "pearson", orders)
    assert open_dyad.n_dyads == 71
    no_tie = pair_of(np.nan_to_num(x), y, space, "pearson", orders)
    assert (open_dyad.run(0, 40)[0] != no_tie.run(0, 40)[0]).all()


def test_large_networks_are_permuted_one_at_a_time():
    assert step_of(10**7, 2**16) == 1
    assert step_of(0, 2**16) > 1
