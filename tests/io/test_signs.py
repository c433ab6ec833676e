"""Negative ties whose sign stands in a column of its own are never counted as positive without a word."""

from __future__ import annotations

import warnings

import networkx as nx
import pytest

import socluster as sc
from socluster.core.errors import LossWarning

_MESSAGE = r"the minus of 1 tie \(column 'sign'\), which counts as positive"


@pytest.mark.parametrize("sign", [-1, -0.5, "-", "negative"])
def test_a_negative_edge_of_a_graph(sign):
    graph = nx.Graph([("a", "b", {"sign": sign}), ("b", "c", {"sign": 1 if not isinstance(sign, str) else "+"})])
    with pytest.warns(LossWarning, match=_MESSAGE):
        sc.as_cluster(graph)


def test_a_negative_row_of_a_file(tmp_path):
    (tmp_path / "x.csv").write_text("source,target,sign\na,b,-1\nb,c,1\n")
    with pytest.warns(LossWarning, match=_MESSAGE):
        sc.read(tmp_path / "x.csv")


def test_what_is_positive_or_a_layer_of_its_own_is_left_alone():
    apart = nx.Graph([("a", "b", {"sign": -1, "layer": "conflict"}), ("b", "c", {"sign": 1, "layer": "help"})])
    with warnings.catch_warnings():
        warnings.simplefilter("error", LossWarning)
        assert sc.as_cluster(apart).n_ties == 2
        assert sc.as_cluster(nx.Graph([("a", "b", {"sign": 1})])).n_ties == 1
