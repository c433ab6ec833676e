import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from socluster.inference.ergm.estimation.outcomes import of_dyads
from socluster.inference.ergm.estimation.separation import endless_direction, follows_from, one_sided
from tests.examples import examples


def test_a_term_at_its_smallest_value_is_found_alone():
    differences = np.array([[1.0, 0.0], [-1.0, 0.0], [-2.0, -1.0], [3.0, -2.0]])  # the second never was smaller
    np.testing.assert_array_equal(endless_direction(differences), [0.0, -1.0])
    assert one_sided(differences) == {1: -1}


def test_a_combination_is_found_where_no_term_is_at_an_end():
    differences = np.array([[1.0, -0.5], [-1.0, 1.5], [2.0, -1.5], [-0.5, 0.8]])
    assert one_sided(differences) == {}
    direction = endless_direction(differences)
    assert (differences @ direction >= -1e-9).all()
    assert (differences @ direction > 1e-6).any()


def test_no_direction_where_there_is_a_maximum():
    assert endless_direction(np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])) is None
    assert endless_direction(np.zeros((0, 2))) is None


@given(
    arrays(float, (12, 2), elements=st.integers(-2, 2).map(float)),
    arrays(bool, 12),
    st.sampled_from([1.0, 1e6]),
)
@settings(max_examples=examples(40, 200), deadline=None)
def test_it_is_found_exactly_if_coefficients_run_away(rows, ties, size):
    changes = np.column_stack([np.ones(12), rows * [1.0, size]])
    if follows_from(changes):
        return
    likelihood = of_dyads(changes, ties)
    found = likelihood.maximum()
    energy = np.abs(changes @ found.coefficients).max()
    assert (endless_direction(likelihood.differences()) is not None) == (energy > 15)


def test_terms_that_follow_from_others_are_named():
    ones, x = np.ones(5), np.arange(5.0) * 1e5
    assert follows_from(np.column_stack([ones, x, 3 * ones])) == [0, 2]
    assert follows_from(np.column_stack([ones, np.zeros(5)])) == [1]
    assert follows_from(np.column_stack([ones, x])) == []
    assert follows_from(np.zeros((3, 0))) == []
