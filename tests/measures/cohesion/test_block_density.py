import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from socluster import Cluster, InputError, density, mixing_table
from socluster.measures.cohesion.block_density import block_density
from tests.measures.small_graphs import cluster_from, graphs


def test_knoke_by_sector(knoke):
    """From the mixing table of Knoke's information network: 7 6 8 / 3 2 2 / 12 6 3 arcs, among 4, 2 and 4 actors."""
    found = block_density(knoke, group="code", layer="information")
    index = pd.Index(["GOV", "PVT", "VOL"], name="code", dtype=found.index.dtype)
    values = [[7 / 12, 6 / 8, 8 / 16], [3 / 8, 2 / 2, 2 / 8], [12 / 16, 6 / 8, 3 / 12]]
    pd.testing.assert_frame_equal(found, pd.DataFrame(values, index=index, columns=index))


def test_unknown_dyads_are_left_out_and_nothing_is_said():
    actors = pd.DataFrame({"actor": list("ABCD"), "sector": ["public", "public", "civic", "private"]})
    ties = pd.DataFrame({"source": ["A"], "target": ["C"]})
    unknown = pd.DataFrame({"source": ["B", "C"], "target": ["C", "D"], "layer": "tie"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = block_density(Cluster.from_tables(actors, ties, unknown=unknown), group="sector")
    assert found.loc["civic", "public"] == 1
    assert np.isnan(found.loc["civic", "private"])
    assert np.isnan(found.loc["civic", "civic"])
    assert found.loc["public", "public"] == 0


def test_groups_in_their_own_order_and_of_nobody(cluster_of):
    group = pd.Series(pd.Categorical(["b", "b", "a"], categories=["b", "a", "c"]), index=list("ABC"), name="part")
    found = block_density(cluster_of("AB BC"), group=group)
    assert found.index.tolist() == ["b", "a", "c"]
    assert found.index.name == found.columns.name == "part"
    assert found.loc["b"].tolist() == pytest.approx([1, 0.5, np.nan], nan_ok=True)
    assert block_density(cluster_of([], actors=""), group=pd.Series([], dtype=object)).empty
    with pytest.raises(InputError, match="is not a column"):
        block_density(cluster_of("AB"), group="sektor")


@given(graphs())
def test_blocks_add_up_to_the_density(graph):
    cluster = cluster_from(graph)
    group = pd.Series([number % 3 for number in range(len(graph))], index=cluster.index)
    found = block_density(cluster, group=group).to_numpy()
    sizes = np.bincount(np.arange(len(graph)) % 3)
    pairs = np.outer(sizes, sizes) - np.diag(sizes)
    assert np.isnan(found).tolist() == (pairs == 0).tolist()
    arcs = np.nan_to_num(found) * pairs
    assert arcs.sum() == pytest.approx(cluster.matrix().nnz)
    if len(graph) > 1:
        assert arcs.sum() / pairs.sum() == pytest.approx(density(cluster))
    counted = mixing_table(cluster, group=group).to_numpy()
    if not graph.is_directed():
        counted = counted + np.diag(np.diag(counted))
    assert arcs.ravel().tolist() == pytest.approx(counted.ravel().tolist())
