"""Paths that share nobody: published theorem, networkx, and whose absence cuts the way."""

from itertools import combinations

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import UncertainTiesWarning
from tests.development.chains.towns import STEPS, chain, town
from tests.examples import examples


def test_example():
    found = sc.referral_paths(town(), steps=STEPS)
    assert found["steps"].tolist() == [3, 3]
    assert found["disjoint"].to_dict() == {"S1": 2, "S2": 1}
    assert found.loc["S2", "cut"] == ("C2",)
    assert set(found.loc["S1", "cut"]) == {"C1", "C2"}  # the one nearest the entry


def test_who_reaches_no_service_has_no_path():
    found = sc.referral_paths(
        chain({"S1": 1, "S2": 1, "C1": 1, "V1": 1}, ["S1 C1", "C1 V1"]), steps=STEPS[:2] + STEPS[3:]
    )
    assert found.loc["S2", "disjoint"] == 0
    assert found.loc["S2", "cut"] == ()
    assert pd.isna(found.loc["S2", "steps"])


def test_several_layers_are_one_network():
    more = town().with_ties("S2", "C1", layer="advice", directed=True)
    assert sc.referral_paths(more, steps=STEPS, layer=["referral", "advice"]).loc["S2", "disjoint"] == 2
    assert sc.referral_paths(more, steps=STEPS, layer=["referral"]).loc["S2", "disjoint"] == 1


def test_uncertain_ties_are_told():
    unsure = town().with_ties("S2", "C1", layer="referral", confidence=0.5, evidence="assumed")
    with pytest.warns(UncertainTiesWarning):
        found = sc.referral_paths(unsure, steps=STEPS)
    assert found.loc["S2", "disjoint"] == 2


def drawn(bits):
    names = [f"{kind}{n}" for kind in "SCPV" for n in range(3)]
    pairs = [f"{one} {other}" for k, kind in enumerate("SCP") for one in names if one[0] == kind for other in names
             if other[0] == "SCPV"[k + 1]]  # fmt: skip
    return chain(dict.fromkeys(names, 1), [pair for pair, bit in zip(pairs, bits, strict=True) if bit])


def reaches(cluster, entry, without=()):
    graph = sc.to_networkx(cluster)
    graph.remove_nodes_from(without)
    return any(nx.has_path(graph, entry, f"V{n}") for n in range(3) if f"V{n}" in graph)


@given(st.lists(st.booleans(), min_size=27, max_size=27))
@settings(max_examples=examples(12, 100), deadline=None)
def test_as_many_as_networkx_finds_and_its_cut_cuts(bits):
    cluster = drawn(bits)
    graph = nx.DiGraph(sc.to_networkx(cluster))
    graph.add_edges_from((f"V{n}", "out") for n in range(3))
    found = sc.referral_paths(cluster, steps=STEPS)
    for entry, row in found.iterrows():
        assert row["disjoint"] == len(row["cut"]) == nx.node_connectivity(graph, entry, "out")
        assert not reaches(cluster, entry, row["cut"])
        assert all(reaches(cluster, entry, fewer) for fewer in combinations(row["cut"], max(len(row["cut"]) - 1, 0))
                   if row["cut"])  # fmt: skip
        assert pd.isna(row["steps"]) if not reaches(cluster, entry) else row["steps"] == 3
