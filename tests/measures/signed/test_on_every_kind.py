"""What must not matter to measures of signed ties does not."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster import Cluster
from socluster.measures.signed.balance import signed_triangles, structural_balance
from socluster.measures.signed.degree import signed_degree
from socluster.measures.signed.frustration import frustration
from socluster.measures.signed.pn import pn_centrality
from tests.measures.signed.signed_samples import LAYERS, sign_matrices, signed_cluster

BY_ACTOR = [signed_degree, pn_centrality]
OF_THE_WHOLE = [signed_triangles, structural_balance, frustration]


def changed(cluster, order, strengths):
    """The actors and ties in another order, and ties of other strengths."""
    tables = cluster.to_tables()
    ties = tables.ties.sample(frac=1.0, random_state=1).assign(weight=strengths)
    actors = tables.actors.iloc[order]
    return Cluster.from_tables(actors, ties, layers=tables.layers)


@pytest.mark.parametrize("measure", [*BY_ACTOR, *OF_THE_WHOLE], ids=lambda each: each.__name__)
@given(signs=sign_matrices(directed=False), seed=st.integers(0, 9))
def test_order_and_strength_do_not_count(measure, signs, seed):
    cluster = signed_cluster(signs)
    other = changed(cluster, np.random.default_rng(seed).permutation(len(signs)), 2.5)
    before, after = measure(cluster, **LAYERS), measure(other, **LAYERS)
    if isinstance(before, float):
        assert after == pytest.approx(before, nan_ok=True)
    elif measure in BY_ACTOR:
        pd.testing.assert_frame_equal(pd.DataFrame(after).loc[list(cluster.labels)], pd.DataFrame(before))
    else:
        pd.testing.assert_frame_equal(after, before)


@given(sign_matrices(directed=False))
def test_an_isolate_more_changes_no_count(signs):
    with_isolate = np.pad(signs, ((0, 1), (0, 1)))
    few, more = signed_cluster(signs), signed_cluster(with_isolate)
    assert frustration(few, **LAYERS, normalized=False) == frustration(more, **LAYERS, normalized=False)
    assert signed_triangles(few, **LAYERS).equals(signed_triangles(more, **LAYERS))
    found = signed_degree(more, **LAYERS, normalized=False)
    assert found.iloc[:-1].equals(signed_degree(few, **LAYERS, normalized=False))
