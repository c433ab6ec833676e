"""Who could be recognised, against counts by hand."""

import warnings

import pandas as pd
import pytest

import socluster as sc


def test_siauliai():
    region = sc.load_dataset("siauliai")
    risk = sc.disclosure_risk(region, by=["sector", "place"], k=3)
    assert (risk.n_actors, risk.cells, risk.unique, risk.at_risk, risk.smallest) == (38, 25, 18, 26, 1)
    without = sc.disclosure_risk(region, by=["sector", "place"], k=3, missing="drop")
    assert (without.n_actors, without.cells, without.unique) == (35, 22, 15)
    assert risk.to_frame()["actors"].sum() == 38
    assert risk.to_frame()["actors"].is_monotonic_increasing


def test_norway():
    project = sc.load_dataset("norway_project")
    risk = sc.disclosure_risk(project, by=["sector", "place"])
    assert (risk.cells, risk.unique, risk.at_risk, risk.smallest) == (6, 0, 10, 2)
    kinds = sc.disclosure_risk(project, by=["sector", "kind"])
    assert (kinds.cells, kinds.unique) == (7, 4)
    for classes in (risk.by_degree, risk.by_neighbours):
        assert sorted(classes.value_counts().to_dict()) == [1, 4, 8]
        assert classes["LEU"] == 1, "hiding its name hides nothing"
    assert "the number of partners alone tells 1 of 13" in repr(risk)


def test_neighbours_tell_more_than_numbers():
    path = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abcdef")}), pd.DataFrame({"source": list("abcd"), "target": list("bcde")})
    )
    risk = sc.disclosure_risk(path.with_columns(x=list("aaabbb")), by="x")
    assert risk.by_degree.tolist() == [2, 3, 3, 3, 2, 1]
    assert risk.by_neighbours.tolist() == [2, 2, 1, 2, 2, 1]


def test_a_large_cell_tells_what_all_in_it_have():
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": ["public"] * 3 + ["civic"] * 3, "answer": list("yyyyny")})
    cluster = sc.Cluster.from_tables(actors)
    risk = sc.disclosure_risk(cluster, by="sector", sensitive="answer")
    assert (risk.at_risk, risk.alike) == (0, 1)
    assert "1 larger cell tells answer" in repr(risk)
    assert risk.to_frame()["alike"].to_dict() == {("civic",): False, ("public",): True}
    assert "No larger cell tells" in repr(sc.disclosure_risk(cluster, by="answer", sensitive="sector", k=6))


def test_who_has_no_name_in_a_graph():
    import networkx as nx

    graph = nx.star_graph(3)
    nx.set_node_attributes(graph, "x", "sector")
    assert sc.disclosure_risk(graph, by="sector").by_degree.to_dict() == {0: 1, 1: 3, 2: 3, 3: 3}


def test_a_dash_is_not_what_is_not_stated():
    actors = pd.DataFrame({"actor": ["a", "b"], "sector": ["-", None]})
    risk = sc.disclosure_risk(sc.Cluster.from_tables(actors), by="sector")
    assert (risk.cells, risk.unique) == (2, 2)


def test_bad_input():
    project = sc.load_dataset("norway_project")
    with pytest.raises(sc.InputError, match="k must be a whole number of at least 1"):
        sc.disclosure_risk(project, by="sector", k=0)
    with pytest.raises(sc.InputError, match=r"argument 'by': is not a column of the actors.*did you mean 'sector'"):
        sc.disclosure_risk(project, by=["sectr"])
    with pytest.raises(sc.InputError, match="name at least one column"):
        sc.disclosure_risk(project, by=[])


def test_nobody():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        risk = sc.disclosure_risk(sc.Cluster.from_tables(pd.DataFrame({"actor": []})), by="sector")
    assert (risk.cells, risk.smallest) == (0, 0)
    assert "nobody who could be recognised" in repr(risk)
