"""Ties that stand several times: merged, laid together, or refused."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.objects.dispatch import as_cluster
from socluster.io.objects.edge_rows import EdgeRows
from socluster.io.objects.repeats import laid_together, refuse_repeats, without_zero
from socluster.io.options import ReadingOptions
from tests.io.objects.rows import ties


class TestParallelEdges:
    def test_are_merged_with_a_warning(self):
        graph = nx.MultiGraph([("a", "b", {"weight": 2, "ref": "x"}), ("b", "a", {"ref": "y"}), ("b", "c")])
        with pytest.warns(LossWarning, match="1 parallel edge that nothing tells from another"):
            cluster = as_cluster(graph)
        assert ties(cluster) == [("a", "b", "tie", 3.0), ("b", "c", "tie", 1.0)]
        assert cluster.ties["ref"].tolist()[0] == "x"

    def test_both_directions_are_no_parallels(self):
        graph = nx.MultiDiGraph([("a", "b"), ("b", "a"), ("a", "b")])
        with pytest.warns(LossWarning, match="1 parallel edge"):
            cluster = as_cluster(graph)
        assert ties(cluster) == [("a", "b", "tie", 2.0), ("b", "a", "tie", 1.0)]


def rows(*ties, directed=False):
    """Ties given as source, target, weight and what is said of them."""
    frame = pd.DataFrame(ties, columns=["source", "target", "weight", "ref"])
    return EdgeRows(frame, np.full(len(ties), directed))


TWICE = [("a", "b", 2.0, "p. 1"), ("b", "a", 4.0, "p. 2"), ("b", "c", 1.0, "p. 3"), ("a", "b", 0.0, "p. 4")]


@pytest.mark.parametrize(
    ("rule", "weight"), [("sum", 6.0), ("count", 2.0), ("mean", 3.0), ("max", 4.0), ("min", 2.0), ("first", 2.0)]
)
def test_a_rule_makes_one_tie_of_several(rule, weight):
    losses = []
    found = laid_together(rows(*TWICE), rule, losses).frame
    # A weight of zero is no tie of any number; the core names it.
    assert found.values.tolist() == [["a", "b", weight, "p. 1"], ["b", "c", 1.0, "p. 3"], ["a", "b", 0.0, "p. 4"]]
    assert [str(loss) for loss in losses] == [
        "the columns ref of all but the first row of ties that stand several times"
    ]


def test_arcs_both_ways_are_two_ties():
    losses = []
    assert laid_together(rows(*TWICE, directed=True), "sum", losses).frame["weight"].tolist() == [2.0, 4.0, 1.0, 0.0]
    assert losses == []


def test_repeats_are_refused_each_with_its_way_out():
    edges = rows(*TWICE[:3], ("b", "c", 1.0, None))
    with pytest.raises(InputError) as caught:
        refuse_repeats(edges, ReadingOptions(merges_parallel=False))
    assert [problem.row for problem in caught.value.problems] == ["1", "3"]
    other_way, once_more = (problem.message for problem in caught.value.problems)
    assert "the other way round" in other_way
    assert "directed=True" in other_way
    assert "the other way round" not in once_more
    with pytest.raises(InputError) as caught:  # an edge of a graph without a direction stays one
        refuse_repeats(edges, ReadingOptions())
    assert not any("directed" in problem.message for problem in caught.value.problems)
    assert refuse_repeats(rows(*TWICE[:3], directed=True), ReadingOptions()).frame.equals(rows(*TWICE[:3]).frame)


def test_zeros_are_left_out_if_that_is_asked_for():
    assert len(without_zero(rows(*TWICE), ReadingOptions(zero_weight="drop")).frame) == 3
    assert len(without_zero(rows(*TWICE), ReadingOptions()).frame) == 4
