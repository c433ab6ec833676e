"""Sets of partners by draw: against one draw after another."""

import numpy as np
import pytest

from socluster.whatif.engine.partner_sets import chained, distinct, partner_sets, side_by_side


def one_by_one(present, partners, weights):
    """The sets, each as a dict from partner to strength."""
    found = []
    for row in present:
        strengths = {}
        for is_there, partner, weight in zip(row, partners, weights, strict=True):
            if is_there:
                strengths[partner] = strengths.get(partner, 0) + weight
        found.append(strengths)
    return found


def as_dicts(sets):
    edges = zip(sets.starts[:-1], sets.starts[1:], strict=True)
    return [dict(zip(sets.partners[a:b].tolist(), sets.strengths[a:b].tolist(), strict=True)) for a, b in edges]


@pytest.mark.parametrize("partners", [[4, 1, 7, 2], [4, 1, 4, 1], [3, 3, 3, 3]])
@pytest.mark.parametrize("seed", range(5))
def test_several_ties_with_one_partner_add_up(partners, seed):
    present = np.random.default_rng(seed).random((20, 4)) < 0.4
    weights = np.array([1.0, 2.0, 4.0, 8.0])
    sets = partner_sets(present, np.array(partners), weights)
    assert as_dicts(sets) == one_by_one(present, partners, weights.tolist())
    assert len(sets) == 20


def test_nobody_is_tied_to_nobody():
    sets = partner_sets(np.zeros((3, 0), dtype=bool), np.zeros(0, dtype=np.int64), np.zeros(0))
    assert sets.counts.tolist() == [0, 0, 0]
    assert sets.starts.tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("width", [0, 1, 7, 8, 9, 30])
def test_rows_that_differ_are_kept_once(width):
    present = np.random.default_rng(3).random((40, width)) < 0.1
    rows, which = distinct(present)
    assert np.array_equal(rows[which], present)
    assert len(rows) == len({row.tobytes() for row in present})


def test_sets_are_joined_one_after_the_other_or_side_by_side():
    rng = np.random.default_rng(1)
    several = [
        partner_sets(rng.random((6, 5)) < 0.5, np.arange(5) + 10 * place, np.full(5, 1.0 + place)) for place in range(3)
    ]
    dicts = [as_dicts(each) for each in several]
    assert as_dicts(chained(several)) == [row for rows in dicts for row in rows]
    assert [as_dicts(each) for each in side_by_side(several)] == [list(rows) for rows in zip(*dicts, strict=True)]
