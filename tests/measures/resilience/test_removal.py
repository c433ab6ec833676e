"""What is left when actors leave, against published values and slow literal recomputation."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError
from socluster.measures.resilience.removal import removal
from tests.measures.resilience.resilience_samples import LABELS, all_distances, few, graph_of, small_clusters

INTEGERS = ["components", "broken_pairs", "longer_pairs"]


def literal_removal(cluster, gone, weight=None):
    graph, left = graph_of(cluster), graph_of(cluster, gone)
    n, r = len(graph), len(left)
    before = {pair: d for pair, d in all_distances(graph, weight).items() if not set(pair) & set(gone)}
    after = all_distances(left, weight)
    cells = 1 if cluster.is_directed() else 2
    undirected = left.to_undirected() if cluster.is_directed() else left
    arcs, kept = (g.number_of_edges() for g in (graph, left))

    def part(number, whole):
        return number / whole if whole else np.nan

    efficiency = part(sum(1 / d for d in after.values()), r * (r - 1))
    return {
        "components": nx.number_connected_components(undirected),
        "fragmentation": 1 - part(len(after), r * (r - 1)),
        "fragmentation_original": 1 - part(len(after), n * (n - 1)),
        "broken_pairs": (len(before) - len(after)) / cells,
        "longer_pairs": sum(d > before[pair] + 1e-9 for pair, d in after.items()) / cells,
        "efficiency": efficiency,
        "efficiency_change": efficiency - part(sum(1 / d for d in before.values()), r * (r - 1)),
        "ties_lost": 1 - part(kept, arcs),
    }


def test_the_cut_node_of_the_kite(kite):
    """Without its cut node, 7 and 2 remain: 14 of 36 pairs are apart, or 23 of the original 45."""
    frame = removal(kite)
    assert frame.loc["7", "fragmentation"] == pytest.approx(14 / 36)
    assert frame.loc["7", "fragmentation_original"] == pytest.approx(23 / 45)
    assert frame.loc["7", INTEGERS].tolist() == [2, 14, 0]
    assert frame["components"].tolist() == [1] * 7 + [2, 2, 1]
    assert frame.loc["9", "broken_pairs"] == 0  # an end of the tail breaks nothing for the others
    assert frame.index.equals(kite.index)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items() if name in INTEGERS} == dict.fromkeys(
        INTEGERS, "int64"
    )


def test_the_pair_that_fragments_the_kite_most(kite):
    """Borgatti (2006): {5, 6} by distance; over the remaining actors 1 - efficiency is .6071."""
    frame = removal(kite, actors=["5", "6"])
    assert frame.index.tolist() == ["5, 6"]
    assert frame.index.name == "removed"
    assert 1 - frame["efficiency"].iloc[0] == pytest.approx(0.6071, abs=5e-5)


def test_the_lead_organisation_of_the_norway_project():
    frame = removal(sc.load_dataset("norway_project"))
    assert frame.loc["LEU", "components"] == 8
    assert 1 - frame.loc["LEU", "fragmentation"] == pytest.approx(4 / 66)
    assert frame.loc["LEU", "ties_lost"] == pytest.approx(12 / 16)


@few
@given(small_clusters(), st.sampled_from([None, "inverse"]))
def test_each_removal_equals_literal_recomputation(cluster, cost):
    frame = removal(cluster, cost=cost)
    assert frame.index.equals(cluster.index)
    for actor, row in frame.iterrows():
        expected = literal_removal(cluster, [actor], "cost" if cost else None)
        assert row.to_dict() == pytest.approx(expected, nan_ok=True)


@few
@given(small_clusters(), st.sets(st.sampled_from(LABELS)))
def test_sets_equal_literal_recomputation(cluster, gone):
    gone = [label for label in cluster.labels if label in gone]
    frame = removal(cluster, actors={"these": gone, "nobody": []})
    assert frame.loc["these"].to_dict() == pytest.approx(literal_removal(cluster, gone), nan_ok=True)
    assert frame.loc["nobody", ["broken_pairs", "longer_pairs"]].tolist() == [0, 0]
    if cluster.n_actors > 1:
        assert frame.loc["nobody", "efficiency"] == pytest.approx(sc.global_efficiency(cluster))
        assert frame.loc["nobody", "efficiency_change"] == 0


def test_an_actor_alone_is_the_same_as_a_set_of_one(knoke):
    each = removal(knoke, layer="money")
    alone = removal(knoke, actors={label: [label] for label in knoke.labels}, layer="money")
    pd.testing.assert_frame_equal(each, alone.rename_axis("actor"))
    assert (each["efficiency_change"] <= 1e-12).all()
    pd.testing.assert_frame_equal(each, removal(knoke.layer("money")))


def test_sets_by_mark_and_by_attribute(knoke):
    marked = removal(knoke, actors=sc.degree(knoke, direction="in") == 1)
    named = removal(knoke, actors={"voluntary": {"code": "VOL"}, "mayor": ["MAYR"]})
    assert named.index.tolist() == ["voluntary", "mayor"]
    assert marked.index.tolist() == [", ".join(knoke.index[sc.degree(knoke, direction="in") == 1])]
    assert named.loc["mayor", "ties_lost"] == removal(knoke).loc["MAYR", "ties_lost"]


def test_strangers_are_refused_all_at_once(knoke):
    with pytest.raises(InputError) as error:
        removal(knoke, actors={"a": ["MAYOR"], "b": ["COUN", "UWAI"]})
    assert [problem.value for problem in error.value.problems] == ["MAYOR", "UWAI"]
    assert "did you mean 'UWAY'" in str(error.value)


@pytest.mark.parametrize(("labels", "rows"), [("", 0), ("A", 1), ("AB", 2)])
def test_removal_of_small_clusters(cluster_of, labels, rows):
    frame = removal(cluster_of([], actors=labels))
    assert frame.shape == (rows, 8)
    assert (frame["components"] == max(len(labels) - 1, 0)).all()
    assert frame["efficiency"].isna().all()
    assert frame["ties_lost"].isna().all()
