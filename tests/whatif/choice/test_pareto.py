import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as stn

from socluster.whatif.choice.pareto import front_ends, knee, non_dominated, share_on_front

small = st.integers(0, 4).map(float)


@given(stn.arrays(float, st.tuples(st.integers(0, 12), st.integers(1, 4)), elements=small))
def test_the_front_is_its_definition(values):
    expected = [not any((other >= mine).all() and (other > mine).any() for other in values) for mine in values]
    assert non_dominated(values).tolist() == expected


@given(stn.arrays(float, st.tuples(st.integers(1, 10), st.just(2)), elements=small))
def test_ends_and_knee_are_on_the_front(values):
    on_front = non_dominated(values)
    ends = front_ends(values, on_front)
    for goal, end in enumerate(ends):
        assert on_front[end]
        assert values[end, goal] == values[:, goal].max()
    bend = knee(values, on_front)
    assert bend is None or (on_front[bend] and bend not in ends)


def test_undefined_options_are_never_on_the_front():
    values = np.array([[np.nan, 9.0], [1.0, 1.0]])
    assert non_dominated(values).tolist() == [False, True]
    assert non_dominated(values[:1]).tolist() == [False]


def test_a_straight_front_has_no_knee_and_a_bent_one_has():
    straight = np.array([[0.0, 4.0], [1.0, 3.0], [2.0, 2.0], [4.0, 0.0]])
    assert knee(straight, non_dominated(straight)) is None
    inward = np.array([[0.0, 4.0], [1.0, 1.0], [4.0, 0.0]])
    assert knee(inward, non_dominated(inward)) is None
    bent = np.array([[0.0, 4.0], [3.0, 3.5], [4.0, 0.0]])
    assert knee(bent, non_dominated(bent)) == 1


def test_share_on_front_counts_draws():
    draws = np.array([[[1.0, 1.0, 0.0, 2.0]], [[0.0, 1.0, 1.0, 1.0]]])  # two options, one goal, four draws
    assert share_on_front(draws, np.array([0, 1])) == pytest.approx([0.75, 0.5])


@given(stn.arrays(float, st.tuples(st.integers(1, 6), st.integers(1, 3), st.integers(1, 4)), elements=small))
def test_the_share_on_the_front_is_that_of_the_fronts_of_the_draws(values):
    fronts = np.array([non_dominated(values[:, :, draw]) for draw in range(values.shape[2])])
    assert share_on_front(values, np.arange(len(values))) == pytest.approx(fronts.mean(axis=0))
