from itertools import combinations

import numpy as np
import pytest
from hypothesis import given

from socluster import InputError
from socluster.measures.signed.balance import signed_triangles, structural_balance
from tests.measures.signed.signed_samples import LAYERS, TEN, sign_matrices, signed_cluster

KINDS = {3: "+++", 1: "++-", -1: "+--", -3: "---"}


def counted(signs):
    found = dict.fromkeys(KINDS.values(), 0)
    for i, j, k in combinations(range(len(signs)), 3):
        three = [signs[i, j], signs[i, k], signs[j, k]]
        if all(three):
            found[KINDS[sum(three)]] += 1
    return found


@given(sign_matrices(directed=False))
def test_every_triangle_is_counted_once(signs):
    found = signed_triangles(signed_cluster(signs), **LAYERS)
    assert found["count"].to_dict() == counted(signs)
    assert found["share"].sum() == pytest.approx(1 if sum(counted(signs).values()) else 0)


def test_the_share_in_balance():
    """Ten actors of signnet: as many as the literal count says, weakly also those of three enemies."""
    cluster, kinds = signed_cluster(TEN), counted(TEN)
    whole = sum(kinds.values())
    assert structural_balance(cluster, **LAYERS) == pytest.approx((kinds["+++"] + kinds["+--"]) / whole)
    weak = structural_balance(cluster, **LAYERS, variant="weak")
    assert weak == pytest.approx((whole - kinds["++-"]) / whole)


@given(sign_matrices(directed=False, least=3))
def test_switching_sides_leaves_balance_as_it_is(signs):
    """Everybody's ties with one actor change their sign: no product of three signs does."""
    switched = signs.copy()
    switched[0], switched[:, 0] = -switched[0], -switched[:, 0]
    before, after = (structural_balance(signed_cluster(each), **LAYERS) for each in (signs, switched))
    assert before == pytest.approx(after, nan_ok=True)


def test_every_ambivalent_pair_is_named_or_left_out():
    signs = np.array([[0, 1, 1], [-1, 0, 1], [-1, 1, 0]])
    cluster = signed_cluster(signs, directed=True)
    with pytest.raises(InputError) as caught:
        signed_triangles(cluster, **LAYERS)
    assert len(caught.value.problems) == 2
    assert "A and C are tied in both layers, 'trust' and 'distrust'" in str(caught.value)
    assert signed_triangles(cluster, **LAYERS, ambivalent="leave out")["count"].sum() == 0
    assert np.isnan(structural_balance(cluster, **LAYERS, ambivalent="leave out"))


def test_wrong_options_are_refused():
    with pytest.raises(InputError, match="ambivalent must be one of"):
        signed_triangles(signed_cluster(TEN), **LAYERS, ambivalent="ignore")
    with pytest.raises(InputError, match="variant must be one of"):
        structural_balance(signed_cluster(TEN), **LAYERS, variant="walks")
