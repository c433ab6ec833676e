import numpy as np
import pytest

import socluster as sc
from socluster.inference.ergm.estimation.outcomes import of_dyads
from socluster.inference.ergm.existence import (
    CollinearTermsError,
    NoMaximumError,
    no_maximum,
    refuse_collinear,
    refuse_endless,
    why_endless,
)


def likelihood(x, ties):
    return of_dyads(np.column_stack([np.ones(len(x)), x]), np.array(ties, dtype=bool))


def test_terms_that_say_the_same_are_named():
    rows = np.array([[1.0, 2.0, 0.0], [1.0, 2.0, 1.0]])
    with pytest.raises(CollinearTermsError, match="'a' and 'b' follow from each other"):
        refuse_collinear(rows, ["a", "b", "c"])
    with pytest.raises(CollinearTermsError, match="'b' is the same in all networks"):
        refuse_collinear(np.array([[1.0, 0.0], [2.0, 0.0]]), ["a", "b"])
    refuse_collinear(np.eye(2), ["a", "b"])


def test_separation_is_told_in_both_languages():
    separated = likelihood([0, 1, 2, 3], [0, 0, 1, 1])
    with pytest.raises(NoMaximumError, match="separation") as caught:
        refuse_endless(separated, separated.maximum(), ["edges", "x"], np.array([2.0, 5.0]), of_dyads=True)
    lithuanian = caught.value.in_language("lt")
    assert "edges" in str(lithuanian)
    assert "separation" not in str(lithuanian)
    assert isinstance(caught.value, sc.InputError)


def test_a_maximum_that_is_there_is_not_doubted():
    mixed = likelihood([0, 1, 2, 3, 1, 2], [0, 0, 1, 1, 1, 0])
    assert why_endless(mixed, mixed.maximum()) is None
    refuse_endless(mixed, mixed.maximum(), ["edges", "x"], np.array([3.0, 6.0]))


def test_an_end_of_the_range_names_term_value_and_direction():
    observed = np.array([3.0, 0.0])
    assert "'x' has the smallest value that it can have (0)" in str(
        no_maximum(np.array([0.0, -1.0]), ["edges", "x"], observed)
    )
    assert "'edges' has the largest value that it can have (3)" in str(
        no_maximum(np.array([1.0, 0.0]), ["edges", "x"], observed)
    )
    assert "edge of what a network can have" in str(no_maximum(np.array([1.0, -1.0]), ["edges", "x"], observed))
    judged = no_maximum(np.array([1.0, -1.0]), ["edges", "x"], observed, draws=500)
    assert "500 simulated networks" in judged.__notes__[0]
