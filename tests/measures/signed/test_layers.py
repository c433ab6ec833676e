import pytest

from socluster import InputError
from socluster.core.errors import UncertainTiesWarning
from socluster.measures.signed.layers import signed
from tests.measures.signed.signed_samples import TEN, signed_cluster


def test_ones_for_each_sign_whichever_way_is_looked():
    net = signed(signed_cluster(TEN), "trust", "distrust")
    for direction in ("out", "in", "all"):
        liked, disliked = net.seen(direction)
        assert (liked.toarray() - disliked.toarray() == TEN).all()


def test_both_wrong_layers_are_named_at_once():
    with pytest.raises(InputError) as caught:
        signed(signed_cluster(TEN), "trst", "foes")
    assert "column positive" in str(caught.value) or "positive" in str(caught.value)
    assert len(caught.value.problems) == 2
    assert "did you mean 'trust'" in str(caught.value)


def test_one_layer_cannot_be_both():
    with pytest.raises(InputError, match="must name two layers"):
        signed(signed_cluster(TEN), "trust", "trust")


def test_uncertain_ties_of_other_layers_are_no_matter():
    cluster = signed_cluster(TEN)
    first = cluster.ties.iloc[[0]][["source", "target"]].assign(layer="gossip", confidence=0.5, evidence="assumed")
    signed(cluster.with_ties(first), "trust", "distrust")
    with pytest.warns(UncertainTiesWarning):
        signed(cluster.with_ties(first), "gossip", "distrust")
