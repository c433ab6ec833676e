"""What is lost with each actor or tie, by loops and by tables, against taking it out and searching anew."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from socluster._kernels.losing import each
from socluster._kernels.losing.each import lost_with_each_actor, lost_with_each_tie
from socluster._kernels.losing.insertion import distances
from tests._kernels.networks import random_network
from tests.examples import examples


def distances_apart(lengths, stays):
    table = distances(lengths, stays)
    np.fill_diagonal(table, np.inf)
    return table


def slowly(lengths):
    """By actor: change of the sum of 1 / distance, pairs without a path, pairs with a longer one."""
    n = lengths.shape[0]
    whole = distances_apart(lengths, np.ones(n, dtype=bool))
    rows = []
    for actor in range(n):
        stays = np.arange(n) != actor
        before, after = (table[np.ix_(stays, stays)] for table in (whole, distances_apart(lengths, stays)))
        longer = np.isfinite(after) & (after > before * (1 + 1e-10))
        rows.append(((1 / after).sum() - (1 / before).sum(), (np.isfinite(before) & ~np.isfinite(after)).sum(),
                     longer.sum()))  # fmt: skip
    return np.array(rows).reshape(n, 3).T


@st.composite
def networks(draw):
    """Directed or not, in steps, whole lengths or thirds; in pieces and with isolates, or dense."""
    n = draw(st.integers(0, 12))
    share = draw(st.sampled_from([0.08, 0.15, 0.3, 0.8]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    ties = (rng.random((n, n)) < share) * {
        "steps": np.ones((n, n)),
        "whole": rng.integers(1, 4, (n, n)),
        "thirds": 1 / rng.integers(1, 7, (n, n)),
    }[draw(st.sampled_from(["steps", "whole", "thirds"]))]
    np.fill_diagonal(ties, 0)
    return sparse.csr_array(np.maximum(ties, ties.T) if draw(st.booleans()) else ties)


@settings(max_examples=examples(40, 200), deadline=None)
@given(networks(), st.booleans())
def test_loss_of_each_actor(lengths, by_loops):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(each, "COMPILED_FROM", 0 if by_loops else 1000)
        lost = lost_with_each_actor(lengths)
    inverse, broken, longer = slowly(lengths)
    assert lost.inverse == pytest.approx(inverse, abs=1e-12)
    assert lost.broken.tolist() == broken.tolist()
    assert lost.longer.tolist() == longer.tolist()


@settings(max_examples=examples(25, 250), deadline=None)
@given(networks())
def test_loss_of_each_tie(lengths):
    n = lengths.shape[0]
    whole = (1 / distances_apart(lengths, np.ones(n, dtype=bool))).sum()
    lost = lost_with_each_tie(lengths).tocoo()
    cells = lengths.tocoo()
    found = dict(zip(zip(lost.row.tolist(), lost.col.tolist(), strict=True), lost.data.tolist(), strict=True))
    assert set(found) == set(zip(cells.row.tolist(), cells.col.tolist(), strict=True))
    for row, col in found:
        stay = (cells.row != row) | (cells.col != col)
        without = sparse.csr_array((cells.data[stay], (cells.row[stay], cells.col[stay])), shape=(n, n))
        change = (1 / distances_apart(without, np.ones(n, dtype=bool))).sum() - whole
        assert found[row, col] == pytest.approx(change, abs=1e-12)


@pytest.mark.parametrize("n", [63, 64, 65])
@pytest.mark.parametrize("directed", [True, False])
def test_loops_equal_tables(n, directed, monkeypatch):
    lengths = random_network(n, 2 * n, directed=directed, isolates=2)
    by_tables = lost_with_each_actor(lengths)
    monkeypatch.setattr(each, "COMPILED_FROM", 0)
    watched = []
    by_loops = lost_with_each_actor(lengths, lambda parts, total: watched.append(total) or parts)
    assert by_loops.inverse == pytest.approx(by_tables.inverse, abs=1e-11)
    assert (by_loops.broken == by_tables.broken).all()
    assert (by_loops.longer == by_tables.longer).all()
    assert watched == [5 if n > 64 else 4]
