"""Layers as matrices, and which dyads are unknown."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.core.matrix import affiliation_matrix, is_directed
from tests.core.samples import frame


def test_matrix_adds_layers_up_and_mirrors_undirected_ties(town):
    assert town.matrix("referral").toarray().tolist() == [[0, 2, 0, 0], [1, 0, 3, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert town.matrix("contact").toarray().tolist() == [[0, 0, 1, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    assert town.matrix().toarray().tolist() == [[0, 2, 1, 0], [1, 0, 3, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    assert set(town.matrix(weights="binary").data) == {1.0}


def test_unknown_layer_is_named_with_the_nearest(town):
    with pytest.raises(InputError, match=r"did you mean 'referral'"):
        town.matrix("referal")


def test_waves_must_not_add_up():
    actors = frame("actor", ("a",), ("b",))
    cluster = Cluster.from_tables(actors, frame("source target wave", ("a", "b", 1), ("a", "b", 2)))
    with pytest.raises(InputError, match="several waves"):
        cluster.matrix()
    assert cluster.select(wave="1").matrix().nnz == 2


def test_silent_actors_leave_dyads_unknown():
    actors = frame("actor responded", ("a", True), ("b", False), ("c", False))
    directed = Cluster.from_tables(actors, frame("source target", ("a", "b")), layers={"tie": {"directed": True}})
    assert directed.unknown_matrix().toarray().tolist() == [[0, 0, 0], [1, 0, 1], [1, 1, 0]]
    undirected = Cluster.from_tables(actors, frame("source target", ("a", "b")))
    assert undirected.unknown_matrix().toarray().tolist() == [[0, 0, 0], [0, 0, 1], [0, 1, 0]]
    documented = Cluster.from_tables(actors, frame("source target evidence", ("a", "b", "documented")))
    assert documented.unknown_matrix().nnz == 0


def test_listed_unknown_dyads():
    actors = frame("actor", ("a",), ("b",), ("c",))
    cluster = Cluster.from_tables(
        actors, frame("source target", ("a", "b")), unknown=frame("source target", ("c", "a"))
    )
    assert cluster.unknown_matrix().toarray().tolist() == [[0, 0, 1], [0, 0, 0], [1, 0, 0]]
    with pytest.raises(InputError, match="listed as unknown although"):
        Cluster.from_tables(actors, frame("source target", ("a", "b")), unknown=frame("source target", ("b", "a")))


def test_an_affiliation_is_a_cell_of_actor_and_group(served_town):
    assert affiliation_matrix(served_town.parts).toarray().tolist() == [[1, 0], [2, 0], [0, 0], [0, 9]]
    (layer,) = set(served_town.affiliations["layer"])
    assert (affiliation_matrix(served_town.parts, layer) != affiliation_matrix(served_town.parts)).nnz == 0
    with pytest.raises(InputError, match="is no layer of affiliations") as caught:
        affiliation_matrix(served_town.parts, "contact")
    assert caught.value.problems[0].value == "contact"
    with pytest.raises(InputError, match=r"holds affiliations, not ties; use project\(\)"):
        served_town.matrix(layer)


def test_all_layers_are_directed_as_soon_as_one_is(town):
    assert is_directed(town.parts, "referral")
    assert not is_directed(town.parts, "contact")
    assert is_directed(town.parts, None)
    assert not is_directed(town.symmetrise("any").parts, None)


@pytest.mark.parametrize(("ground", "is_open"), [("documented", False), ("reported", True)])
def test_a_derived_layer_depends_on_answers_where_its_rows_do(ground, is_open):
    actors = pd.DataFrame({"actor": ["a", "b", "c"], "responded": [True, False, False]})
    arcs = frame("source target evidence", ("a", "b", ground), ("a", "c", ground))
    cluster = Cluster.from_tables(actors, arcs, layers={"tie": {"directed": True}}).symmetrise()
    assert set(cluster.ties["evidence"]) == {"derived"}
    assert (cluster.unknown_matrix().nnz > 0) == is_open
