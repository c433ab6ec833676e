"""What a cluster offers."""

import networkx as nx
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import UnknownCapacityWarning
from socluster.measures.services.offers import cell_name, offers_of
from tests.measures.services.offering import offering


def test_a_service_is_where_its_provider_is_unless_it_says_so():
    town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"], "place": ["Kelmė"]}))
    town = town.with_group("x", kind="service", service="care").with_group("y", kind="service", service="care")
    town = town.with_affiliation("A", "x", layer="provides", weight=2)
    assert offers_of(town).table["place"].tolist() == ["Kelmė"]
    assert offers_of(town).vacant == ("y",)


def test_other_affiliations_are_no_offers():
    town = offering(("A", "K", "care", 2.0)).with_group("fair", kind="event").with_affiliation("A", "fair")
    assert len(offers_of(town).table) == 1
    wrong = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"]})).with_group("x", kind="service", service="care")
    with pytest.raises(sc.InputError, match="provided in the layer 'provides', and the cluster has only offers"):
        offers_of(wrong.with_affiliation("A", "x", layer="offers"))


def test_answers_speak_of_the_nodes_of_a_graph():
    graph = nx.Graph()
    graph.add_node((0, 1), bipartite=0)
    graph.add_node(7, bipartite=0)
    for node in ("x", "y"):
        graph.add_node(node, bipartite=1, kind="service", service=node)
    graph.add_edge((0, 1), "x", layer="provides", weight=2.0)
    graph.add_edge(7, "x", layer="provides", weight=3.0)
    found = sc.service_overlap(graph)
    assert found.pairs.index.tolist() == [((0, 1), 7)]
    assert sc.service_matrix(graph).capacity.index.tolist() == [(0, 1), 7]
    assert found.sentences("lt")


def test_names_of_cells_and_the_warning():
    assert cell_name(("Kelmė", "care", "")) == "Kelmė, care"
    with pytest.warns(UnknownCapacityWarning):
        offers_of(offering(("A", "K", "care", 1.0))).warn_of_capacity()
    offers_of(offering(("A", "K", "care", 1.0), ("B", "K", "care", 2.0))).warn_of_capacity()
