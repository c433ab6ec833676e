"""U|MAN: the dyad census stays, and triads are as expected of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.inference.nulls.base import streams_of
from tests.inference.nulls.uniformity import small

CELLS = [one + other for one in "abcde" for other in "abcde" if one != other]


@given(st.sets(st.sampled_from(CELLS)), st.integers(0, 1000))
def test_the_census_stays(ties, seed):
    cluster = small(directed=True, ties=sorted(ties), n=5)
    drawn = sc.nulls.DyadCensus().draw(cluster, rng=seed)
    assert sc.dyad_census(drawn).equals(sc.dyad_census(cluster))


def test_complete_triads_are_as_many_as_holland_and_leinhardt_expect():
    """E(300) = C(n,3) M(M-1)(M-2) / (D(D-1)(D-2)), with D pairs (Holland & Leinhardt 1976)."""
    knoke = sc.load_dataset("knoke").layer("information")
    drawn = sc.nulls.DyadCensus().fitted(knoke).clusters(streams_of(2, 0, 150))
    found = [sc.triad_census(each).loc["300", "count"] for each in drawn]
    expected = 120 * 17 * 16 * 15 / (45 * 44 * 43)
    assert np.mean(found) == pytest.approx(expected, abs=4 * np.std(found) / np.sqrt(150))
