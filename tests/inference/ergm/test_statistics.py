"""What the terms count, as Series and tables."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, UnknownTiesWarning
from tests.inference.ergm.networks import cluster_of_matrix

FLORENTINE = sc.load_dataset("florentine")
TERMS = [sc.terms.edges(), sc.terms.triangle(), sc.terms.kstar(2)]


def test_statistics_of_the_florentine_families():
    found = sc.ergm_statistics(FLORENTINE, TERMS, layer="marriage")
    assert found.to_dict() == {
        "edges": 20,
        "triangle": 3,
        "kstar2": 47,
    }  # Hunter et al. 2008, doi:10.18637/jss.v024.i03
    assert found.name == "statistic"


def test_a_dyad_changes_what_it_closes():
    changes = sc.ergm_changes(FLORENTINE, TERMS, layer="marriage")
    assert len(changes) == 120
    assert changes["tied"].sum() == 20
    closed = changes[changes["tied"].astype(bool)]
    assert closed["triangle"].sum() == 3 * 3
    with_tie = FLORENTINE.with_ties("Albizzi", "Tornabuoni", layer="marriage")
    more = sc.ergm_statistics(with_tie, TERMS, layer="marriage") - sc.ergm_statistics(
        FLORENTINE, TERMS, layer="marriage"
    )
    assert more.to_list() == changes.loc[("Albizzi", "Tornabuoni"), list(more.index)].to_list()


def test_unknown_dyads_are_neither_tied_nor_not():
    cluster = cluster_of_matrix([[0, 1, 0], [1, 0, 0], [0, 0, 0]], directed=False, unknown=[(0, 2)])
    with pytest.warns(UnknownTiesWarning):
        tied = sc.ergm_changes(cluster, [sc.terms.edges()])["tied"]
    assert tied.to_list() == [True, pd.NA, False]
    with pytest.warns(UnknownTiesWarning):
        assert sc.ergm_statistics(cluster, [sc.terms.edges()])["edges"] == 1


def test_nodes_keep_their_labels():
    networkx = pytest.importorskip("networkx")
    graph = networkx.Graph([(1, (0, 1)), (1, "x")])
    found = sc.ergm_changes(graph, [sc.terms.edges()]).index
    assert found.tolist() == [(1, (0, 1)), (1, "x"), ((0, 1), "x")]


def test_terms_are_terms():
    with pytest.raises(InputError, match="terms must be a list of terms"):
        sc.ergm_statistics(FLORENTINE, "edges", layer="marriage")


def test_several_layers_are_one_network():
    knoke = sc.load_dataset("knoke")
    one = sc.ergm_statistics(knoke, [sc.terms.edges(), sc.terms.mutual()], layer=["information", "money"])
    assert one.equals(sc.ergm_statistics(knoke, [sc.terms.edges(), sc.terms.mutual()]))
    assert sc.ergm_statistics(knoke, [sc.terms.edges()], layer=["money"])["edges"] == 22


def test_categories_that_are_numbers_are_written_as_such():
    actors = pd.DataFrame({"actor": list("abc"), "year": [2010.0, 2011.5, 2010.0]})
    cluster = sc.Cluster.from_tables(actors, pd.DataFrame({"source": ["a"], "target": ["c"]}))
    found = sc.ergm_statistics(cluster, [sc.terms.nodematch("year", diff=True)])
    assert found.to_dict() == {"nodematch.year.2010": 1, "nodematch.year.2011.5": 0}
