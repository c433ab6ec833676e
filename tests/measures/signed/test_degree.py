import numpy as np
import pytest
from hypothesis import given

from socluster import degree
from socluster.measures.signed.degree import signed_degree
from tests.measures.signed.signed_samples import LAYERS, TEN, sign_matrices, signed_cluster


def test_the_ten_of_everett_and_borgatti():
    found = signed_degree(signed_cluster(TEN), **LAYERS, normalized=False)
    assert found["positive"].tolist() == (TEN > 0).sum(axis=1).tolist()
    assert found["negative"].tolist() == (TEN < 0).sum(axis=1).tolist()
    assert found["net"].tolist() == TEN.sum(axis=1).tolist()
    assert found["positive_share"].tolist() == pytest.approx((TEN > 0).sum(axis=1) / (TEN != 0).sum(axis=1))


@pytest.mark.parametrize("direction", ["out", "in", "all"])
@given(signs=sign_matrices(directed=True))
def test_each_sign_is_the_degree_in_its_layer(direction, signs):
    cluster = signed_cluster(signs, directed=True)
    found = signed_degree(cluster, **LAYERS, direction=direction)
    for column, layer in LAYERS.items():
        alone = degree(cluster, layer=layer, direction=direction)
        assert found[column].tolist() == pytest.approx(alone.tolist(), nan_ok=True)


def test_a_partner_of_both_signs_counts_in_both():
    signs = np.array([[0, 1], [-1, 0]])
    found = signed_degree(signed_cluster(signs, directed=True), **LAYERS, normalized=False)
    assert found.loc["A"].tolist() == [1, 1, 0, 0.5]


def test_nobody_to_be_for_or_against():
    alone = signed_degree(signed_cluster(np.zeros((1, 1), dtype=int)), **LAYERS)
    assert alone.isna().all().all()
