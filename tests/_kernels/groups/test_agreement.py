"""How far two partitions agree, against the definitions."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from socluster._kernels.groups.agreement import agreement

LABELS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12)


def table_of(pairs):
    table = np.zeros((4, 4), dtype=int)
    np.add.at(table, tuple(np.array(pairs).T), 1)
    return table


def entropy(*labels):
    _, counts = np.unique(np.array(labels), axis=1, return_counts=True)
    shares = counts / counts.sum()
    return -(shares * np.log(shares)).sum()


@given(LABELS)
def test_information_is_that_of_the_entropies(pairs):
    one, other = zip(*pairs, strict=True)
    alone, joint = entropy(one) + entropy(other), entropy(one, other)
    found = agreement(table_of(pairs))
    assert found.variation_of_information == pytest.approx(2 * joint - alone, abs=1e-12)
    if alone > 0:
        assert found.normalized_mutual_information == pytest.approx(2 * (alone - joint) / alone, abs=1e-12)
    else:
        assert np.isnan(found.normalized_mutual_information)


@given(LABELS)
def test_the_rand_index_is_adjusted_to_what_chance_would_give(pairs):
    """Hubert and Arabie (1985), counted pair by pair."""
    in_one, in_other, in_both, every = 0, 0, 0, 0
    for (a, x), (b, y) in itertools.combinations(pairs, 2):
        every += 1
        in_one += a == b
        in_other += x == y
        in_both += a == b and x == y
    expected, most = in_one * in_other / every, (in_one + in_other) / 2
    found = agreement(table_of(pairs)).adjusted_rand
    if most == expected:
        assert np.isnan(found)
    else:
        assert found == pytest.approx((in_both - expected) / (most - expected), abs=1e-12)


@given(LABELS)
def test_whoever_is_named_first_does_not_matter(pairs):
    table = table_of(pairs)
    assert agreement(table.T) == pytest.approx(agreement(table), nan_ok=True)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12))
def test_a_partition_agrees_with_itself(labels):
    assume(1 < len(set(labels)) < len(labels))
    assert agreement(table_of([(each, each) for each in labels])) == pytest.approx((1, 1, 0))


def test_nothing_agrees_with_nothing():
    assert np.isnan(agreement(np.zeros((0, 0), dtype=int))).all()
    assert agreement(np.array([[1, 1], [1, 1]])) == pytest.approx((-0.5, 0, 2 * np.log(2)))
