from itertools import product

import numpy as np
import pytest
from hypothesis import given

from socluster import InputError
from socluster.measures.signed import frustration as module
from socluster.measures.signed.frustration import frustration
from tests.measures.signed.signed_samples import LAYERS, TEN, sign_matrices, signed_cluster


def fewest(liked, disliked):
    """The frustrated pairs of the best of all ways to take sides."""
    best = np.inf
    for sides in product([0, 1], repeat=len(liked)):
        same = np.equal.outer(sides, sides)
        best = min(best, (liked & ~same).sum() / 2 + (disliked & same).sum() / 2)
    return best


@given(sign_matrices(directed=False))
def test_no_way_to_take_sides_is_better(signs):
    cluster = signed_cluster(signs)
    expected = fewest(signs > 0, signs < 0)
    assert frustration(cluster, **LAYERS, normalized=False) == expected
    pairs = np.count_nonzero(signs) / 2
    share = frustration(cluster, **LAYERS)
    assert share == pytest.approx(expected / pairs if pairs else np.nan, nan_ok=True)
    assert not share > 0.5


@given(sign_matrices(directed=True))
def test_an_ambivalent_pair_is_always_frustrated_once(signs):
    cluster = signed_cluster(signs, directed=True)
    liked, disliked = (signs > 0) | (signs > 0).T, (signs < 0) | (signs < 0).T
    assert frustration(cluster, **LAYERS, normalized=False) == fewest(liked, disliked)


def test_ten_actors_by_trying_every_way():
    assert frustration(signed_cluster(TEN), **LAYERS, normalized=False) == fewest(TEN > 0, TEN < 0)


def test_two_camps_of_many_are_in_balance():
    side = np.repeat([1, -1], 30)
    signs = np.outer(side, side) - np.eye(60, dtype=int)
    labels = [f"a{place:02}" for place in range(60)]
    assert frustration(signed_cluster(signs, labels=labels), **LAYERS) == 0


def test_what_is_not_proven_is_not_said(monkeypatch):
    monkeypatch.setattr(module, "fewest_frustrated", lambda *given, **limit: None)
    with pytest.raises(InputError, match=r"among 26 pairs could not be proven in 2\D?000 steps"):
        frustration(signed_cluster(TEN), **LAYERS)
