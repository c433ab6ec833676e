import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.barriers import BARRIERS
from tests.development.incubation.circles import circle, providers


def test_the_four_multiply():
    barriers = sc.Barriers(0.3, 0.4, 0.3, 0.5, experienced=0.5, negative=1.0, overlap=0.25)
    left = barriers.factor(circle(2))[0] * (1 - barriers.distrust * (1 - 0.3))
    assert left == pytest.approx(0.85 * 0.72 * 0.7 * 0.875) == pytest.approx(0.374850)


def test_without_data_experience_is_a_tie_attitudes_are_sectors_and_competition_is_the_same_offer():
    states = sc.Barriers().states(providers())
    assert states["experience"].tolist() == [0, 0.5, 0.5, 0.5, 0.5, 1]  # a0 and a1 have a tie
    assert states["attitudes"].tolist() == [1, 0, 1, 1, 0, 1]
    # Ruzicka: a0 10 care; a1 5 care, 20 meals; a2 the same
    assert states["competition"].tolist() == pytest.approx([5 / 30, 5 / 30, 0, 1, 0, 0])


def test_a_tie_that_follows_from_a_shared_event_is_no_experience():
    named = circle(2).with_group("table").with_affiliation("a0", "table").with_affiliation("a1", "table")
    with pytest.warns(sc.SoclusterWarning, match="says who was there"):
        projected = named.project()
    assert projected.n_ties == 1
    assert sc.Barriers().states(projected)["experience"].tolist() == [1]


def test_each_can_be_taken_away():
    for name in BARRIERS:
        assert sc.Barriers().without(name).sizes == {each: 0.3 * (each != name) for each in BARRIERS}
    assert np.all(sc.Barriers.none().factor(circle(4)) == 1)
    with pytest.raises(InputError, match="no barrier fear; the barriers are experience, distrust, attitudes and"):
        sc.Barriers().without("fear")


@pytest.mark.parametrize("name", BARRIERS)
def test_a_size_is_a_share(name):
    with pytest.raises(InputError, match=f"argument '{name}'"):
        sc.Barriers(**{name: 1.5})
