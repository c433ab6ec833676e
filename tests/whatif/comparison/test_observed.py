"""Two observations of a cluster: what came, stayed and went, and how measures differ."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from tests.strategies import clusters

BEFORE = pd.DataFrame({"source": ["School", "Clinic"], "target": ["Clinic", "Home"]})
AFTER = pd.DataFrame({"source": ["School", "Home"], "target": ["Clinic", "Club"]})


def n_ties(cluster):
    return float(cluster.n_ties)


@pytest.fixture
def found():
    return sc.compare(sc.as_cluster(BEFORE), sc.as_cluster(AFTER))


def test_compare_answers_two_clusters(found):
    assert isinstance(found, sc.ObservedChanges)
    assert found.actors.to_dict() == {"School": "stayed", "Clinic": "stayed", "Home": "stayed", "Club": "came"}
    text = repr(found)
    assert "1 stayed, 1 came, 1 went" in text
    assert "1 actor came: Club." in text
    assert "Nothing was drawn" in text
    assert "A difference is not an effect" in text
    assert "Bandymų nedaryta" in "\n".join(found.sentences("lt"))


def test_numbers_by_hand(found):
    density = found.to_frame().loc["density"]
    assert density["of"] == "cluster"
    assert density[["before", "after", "difference"]].tolist() == pytest.approx([2 / 3, 2 / 6, -1 / 3])
    assert density["in_both"] == 3
    assert density[["before_in_both", "after_in_both"]].tolist() == pytest.approx([2 / 3, 1 / 3])
    degree = found.to_frame().loc["degree"]
    assert degree[["before", "after"]].tolist() == pytest.approx([4 / 3, 4 / 4])
    assert degree[["before_in_both", "after_in_both"]].tolist() == pytest.approx([4 / 3, 3 / 3])
    by_actor = found.by_actor("degree")
    assert by_actor.loc["Clinic", ["status", "before", "after", "difference"]].tolist() == ["stayed", 2, 1, -1]
    assert by_actor.loc["Club", "status"] == "came"
    assert np.isnan(by_actor.loc["Club", "difference"])
    assert found.by_actor("no such").empty


def test_it_is_drawn_in_both_languages_and_says_what_it_is_made_of(found):
    for language in ("en", "lt"):
        assert "Club" in found.plot(language=language).layout.meta["alt"]
    assert found.made_of.draws is None
    assert found.made_of.seed is None
    assert found.made_of.fingerprint == f"{found.before.fingerprint} {found.after.fingerprint}"


@pytest.mark.parametrize("option", [{"better": {"density": "higher"}}, {"null": True}])
def test_what_is_said_of_scenarios_is_refused(option):
    with pytest.raises(InputError, match="nothing is drawn, so leave it out"):
        sc.compare(sc.as_cluster(BEFORE), sc.as_cluster(AFTER), **option)


def test_a_scenario_still_needs_measures_and_a_seed():
    cluster, joins = sc.as_cluster(BEFORE), sc.Scenario("x").with_actor("x").with_ties("x", "School")
    with pytest.raises(InputError, match="say what to compare"):
        sc.compare(cluster, joins, rng=1)
    with pytest.raises(InputError, match="rng must be a seed"):
        sc.compare(cluster, joins, measures=[sc.density])


def test_a_frame_and_a_graph_of_another_library_are_second_clusters():
    assert sc.compare(BEFORE, AFTER).to_frame().equals(sc.observed_changes(BEFORE, AFTER).to_frame())
    graph = sc.to_networkx(sc.as_cluster(AFTER))
    assert sc.compare(BEFORE, graph, measures=[sc.density]).ties["status"].tolist() == ["went", "stayed", "came"]


def test_a_dyad_that_one_observation_leaves_open_neither_came_nor_went():
    actors = pd.DataFrame({"actor": ["a", "b", "c"]})
    before = Cluster.from_tables(
        actors,
        pd.DataFrame({"source": ["a"], "target": ["b"]}),
        unknown=pd.DataFrame({"source": ["c"], "target": ["b"]}),
    )
    after = Cluster.from_tables(actors, pd.DataFrame({"source": ["b"], "target": ["c"]}))
    changes = sc.observed_changes(before, after, measures=[n_ties])
    assert changes.ties[["source", "target", "status"]].values.tolist() == [
        ["a", "b", "went"],
        ["b", "c", "not known before"],
    ]
    assert "1 tie is known in one observation" in repr(changes)


def test_layers_are_compared_each_and_strengths_too():
    actors = pd.DataFrame({"actor": ["a", "b"]})
    ties = pd.DataFrame({"source": ["a", "a"], "target": ["b", "b"], "layer": ["money", "help"], "weight": [1.0, 2.0]})
    before = Cluster.from_tables(actors, ties)
    after = Cluster.from_tables(actors, ties.assign(weight=[1.0, 5.0]).iloc[1:])
    changes = sc.compare(before, after, measures=[sc.density])
    assert changes.ties.set_index("layer")["status"].to_dict() == {"help": "stayed", "money": "went"}
    assert "Of those that stayed, 1 has another strength." in repr(changes)


def test_a_layer_that_lost_or_won_its_direction_is_refused():
    other = sc.as_cluster(AFTER, directed=True)
    with pytest.raises(InputError, match="direction in one of the two clusters only"):
        sc.compare(sc.as_cluster(BEFORE), other)


def test_affiliations_are_compared_too():
    region = sc.load_dataset("siauliai")
    with pytest.warns(sc.SoclusterWarning):
        changes = sc.compare(region, region.without_actor("MSSL"), measures=[sc.degree])
    assert changes.affiliations["status"].value_counts().to_dict() == {"stayed": 43, "went": 3}
    assert "43 stayed, 0 came, 3 went" in repr(changes)


@pytest.mark.parametrize("graph", [nx.path_graph(12), nx.grid_2d_graph(2, 3)], ids=["numbers", "tuples"])
def test_a_graph_and_the_file_of_it_hold_the_same_actors(graph, tmp_path):
    """A graph calls its nodes 3 or (0, 1), the file holds them as text: they are joined by id."""
    cluster = sc.as_cluster(graph)
    plain = sc.read(sc.write(cluster, tmp_path / "graph.json"))
    assert plain == cluster
    for before, after in ((cluster, plain), (plain, cluster)):
        changes = sc.compare(before, after)
        assert changes.actors.to_list() == ["stayed"] * graph.number_of_nodes()
        assert changes.actors.index.to_list() == list(after.labels)
        assert set(changes.ties["status"]) == {"stayed"}
        assert changes.ties["with_both"].all()
        assert {*changes.ties["source"], *changes.ties["target"]} == {*after.labels}
        assert changes.by_actor()["difference"].tolist() == [0.0] * 2 * len(graph)
        assert changes.by_actor("degree").index.to_list() == list(after.labels)
        assert changes.to_frame()["in_both"].eq(len(graph)).all()


def test_who_left_is_called_as_before():
    before = sc.as_cluster(nx.path_graph(3))
    after = sc.as_cluster(nx.relabel_nodes(nx.path_graph([1, 2, 3]), str))
    changes = sc.compare(before, after)
    assert list(changes.actors.items()) == [(0, "went"), ("1", "stayed"), ("2", "stayed"), ("3", "came")]
    assert changes.ties[["source", "target", "status"]].values.tolist() == [
        [0, "1", "went"],
        ["1", "2", "stayed"],
        ["2", "3", "came"],
    ]
    assert changes.by_actor("degree")["status"].to_list() == changes.actors.to_list()


def test_labels_that_cannot_be_sorted_keep_their_order():
    graph = nx.Graph([(1, "a"), ("a", (0, 1)), ((0, 1), 2.5)])
    changes = sc.compare(graph, nx.Graph([("b", "a"), ("a", 1)]))
    assert changes.actors.index.to_list() == [1, "a", (0, 1), 2.5, "b"]
    table = changes.by_actor()
    assert table.index.get_level_values("measure").unique().to_list() == ["degree", "betweenness"]
    assert table.loc["degree"].index.to_list() == [1, "a", (0, 1), 2.5, "b"]
    assert changes.sentences("lt")


def test_nobody_and_no_measure():
    nobody = Cluster.from_tables(pd.DataFrame({"actor": []}))
    changes = sc.compare(nobody, nobody)
    assert changes.to_frame()["difference"].isna().all()
    assert "undefined in at least one" in repr(changes)
    with pytest.raises(InputError, match="at least one measure"):
        sc.compare(nobody, nobody, measures=[])


@given(clusters(), clusters())
def test_the_way_back_mirrors_the_way_there(one, other):
    try:
        there, back = (sc.observed_changes(*pair, measures=[n_ties]) for pair in ((one, other), (other, one)))
    except InputError:  # a layer with a direction in one only, or several waves
        return
    mirrored = {"came": "went", "went": "came", "not known before": "not known after"}
    mirrored |= {"not known after": "not known before"}
    assert back.ties["status"].tolist() == [mirrored.get(each, each) for each in there.ties["status"]]
    same = sc.observed_changes(one, one, measures=[n_ties])
    assert set(same.ties["status"]) <= {"stayed"}
    assert same.to_frame()["difference"].fillna(0).eq(0).all()
