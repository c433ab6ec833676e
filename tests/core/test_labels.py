"""Ids inside, labels outside: what comes from another library is called as it is there."""

import copy
import datetime as dt
import pickle
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.core.labels import Originals, by_id, by_label, id_of, label_array, label_index, listed_ids

GRID = nx.grid_2d_graph(2, 3)
PATH = nx.path_graph(4)


class TestIds:
    @pytest.mark.parametrize(
        ("label", "expected"),
        [
            ("Kelmė", "Kelmė"),
            (" Kelme\u0307 ", "Kelmė"),
            (3, "3"),
            (np.int64(3), "3"),
            (3.0, "3"),
            (1.5, "1.5"),
            ((0, 1), "(0, 1)"),
            ((np.int64(0), (1, "a")), "(0, (1, 'a'))"),
            (True, "true"),
            (np.bool_(False), "false"),
            (dt.date(2016, 11, 3), "2016-11-03"),
            (pd.Timestamp("2016-11-03"), "2016-11-03"),
        ],
    )
    def test_follow_from_the_label(self, label, expected):
        assert id_of(label) == expected
        assert id_of(expected) == expected

    @pytest.mark.parametrize(
        "equal",
        [
            (1, 1.0, np.float64(1), Decimal("1.0"), Fraction(1)),
            (2**70, 2.0**70, Decimal(2**70)),
            (2**60 + 1, Decimal(2**60 + 1)),
            ((1, 2), (1.0, 2), (True, np.int64(2)), (Decimal("1.0"), Fraction(2))),
            ((0, (1, 2)), (0.0, (np.bool_(True), 2.0))),
            (frozenset({1, (2, 3)}), frozenset({(2.0, 3), True})),
            ((frozenset("ab"), 1), (frozenset("ba"), 1.0)),
            (((1,),), ((1.0,),)),
        ],
    )
    def test_equal_labels_have_one_id(self, equal):
        assert {id_of(label) for label in equal} == {id_of(equal[0])}
        assert len(set(equal)) == 1

    def test_a_set_is_written_in_the_same_order_in_every_run(self):
        program = "from socluster.core.labels import id_of; print(id_of((frozenset(['c', 'a', 'b', 'd']), 1)))"
        written = {
            subprocess.run(
                [sys.executable, "-c", program],
                env={"PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout.strip()
            for seed in ("1", "2")
        }
        assert written == {"(frozenset({'a', 'b', 'c', 'd'}), 1)"}
        assert id_of(frozenset()) == "frozenset()"

    @pytest.mark.parametrize("within", [lambda x: x, lambda x: (x, 1), lambda x: frozenset({(x, 2)})])
    def test_an_address_in_memory_is_no_id(self, within):
        for node in (within(object()), within(lambda: None)):
            assert id_of(node) is node
            with pytest.raises(InputError, match=r"has no text that stays the same.*networkx\.relabel_nodes"):
                sc.as_cluster(nx.Graph([(node, 1)]))
            with pytest.raises(InputError):
                sc.as_cluster(nx.path_graph(2)).with_actor(node)

    @pytest.mark.parametrize("node", [float("nan"), np.float64("nan"), Decimal("nan"), pd.NaT])
    def test_a_missing_value_is_no_node(self, node):
        with pytest.raises(InputError, match="is a missing value, which is no actor"):
            sc.as_cluster(nx.Graph([(node, 1)]))
        with pytest.raises(InputError):
            sc.as_cluster(nx.Graph([((node, 2), 1)]))

    @pytest.mark.parametrize("nothing", [None, [1], {"a": 1}, pd.NA, pd.NaT])
    def test_what_is_no_label_is_left_to_be_refused(self, nothing):
        assert id_of(nothing) is nothing

    def test_one_label_or_several(self):
        assert listed_ids("ab") == ["ab"]
        assert listed_ids(3) == ["3"]
        assert listed_ids([3, (0, 1)]) == ["3", "(0, 1)"]
        assert listed_ids((0, 1)) == ["0", "1"]
        assert listed_ids((0, 1), {"(0, 1)": (0, 1)}) == ["(0, 1)"]

    def test_two_labels_with_one_id_are_refused(self):
        assert by_id({3: 0.5, "a": 1.0}) == {"3": 0.5, "a": 1.0}
        with pytest.raises(InputError, match="same actor"):
            by_id({3: 0.5, "3": 1.0})


class TestIndex:
    def test_whole_numbers_stay_whole_numbers(self):
        assert label_index([3, np.int64(5)]).dtype == np.int64
        assert label_array([2**70, 1]).tolist() == [2**70, 1]

    def test_tuples_stay_one_label_each(self):
        index = label_index([(0, 1), (0, 2)])
        assert index.nlevels == 1
        assert index.tolist() == [(0, 1), (0, 2)]

    def test_texts_are_texts_and_a_mixture_is_kept(self):
        assert isinstance(label_index(["a"]).dtype, pd.StringDtype)
        assert label_index([3, "hub", True]).tolist() == [3, "hub", True]

    def test_rows_are_found_by_either_form(self):
        rows = pd.Series([1.0, 2.0, 9.0], index=["2", "1", "7"])
        assert by_label(rows, [1, 2, 3]).to_dict() == pytest.approx({1: 2.0, 2: 1.0, 3: np.nan}, nan_ok=True)


class TestWhatIsRemembered:
    @pytest.mark.parametrize("graph", [GRID, PATH], ids=["tuples", "numbers"])
    def test_answers_and_tables_are_in_the_words_of_the_graph(self, graph):
        cluster = sc.as_cluster(graph)
        assert set(sc.degree(graph).index) == set(graph)
        assert list(cluster.labels) == list(cluster.actors.index) == list(cluster.index) == list(graph)
        assert {frozenset(ends) for ends in zip(cluster.ties["source"], cluster.ties["target"], strict=True)} == {
            frozenset(edge) for edge in graph.edges
        }
        assert list(cluster.ids) == [str(node) for node in graph]

    def test_pandas_and_networkx_take_them_without_a_conversion(self):
        frame = pd.DataFrame({"staff": [5, 6, 7, 8]}, index=[0, 1, 2, 3])
        assert frame.join(sc.degree(PATH, normalized=False))["degree"].tolist() == [1, 2, 2, 1]
        graph = GRID.copy()
        nx.set_node_attributes(graph, sc.degree(graph).to_dict(), "degree")
        assert len(nx.get_node_attributes(graph, "degree")) == 6

    @pytest.mark.parametrize("graph", [GRID, PATH, PATH.to_directed()], ids=["tuples", "numbers", "directed"])
    def test_exports_give_them_back(self, graph):
        assert set(sc.to_networkx(graph)) == set(graph)
        assert {frozenset(edge) for edge in sc.to_networkx(graph).edges} == {frozenset(edge) for edge in graph.edges}
        assert set(sc.to_igraph(graph).vs["name"]) == set(graph)
        assert set(sc.to_tables(graph).actors["actor"]) == set(graph)
        for back in (sc.to_networkx(graph), sc.to_igraph(graph)):
            assert sc.as_cluster(back) == sc.as_cluster(graph)
            assert sc.as_cluster(back).labels == sc.as_cluster(graph).labels

    def test_from_igraph_and_tables(self):
        assert sc.degree(igraph.Graph.Ring(3)).index.tolist() == [0, 1, 2]
        ties = pd.DataFrame({"source": [10, 20], "target": [20, 30]})
        assert sc.degree(ties).index.tolist() == [10, 20, 30]
        assert sc.degree([(10, 20), (20, 30)]).index.tolist() == [10, 20, 30]
        square = pd.DataFrame([[0, 1], [1, 0]], index=[10, 20], columns=[20, 10])
        assert sc.as_cluster(square, self_ties="drop").labels == (10, 20)
        assert sc.as_cluster(np.array([[0, 1], [1, 0]]), labels=[10, 20]).labels == (10, 20)
        assert sc.as_cluster(np.array([[0, 1], [1, 0]])).labels == ("1", "2")

    def test_text_of_a_graph_is_kept_text_of_a_table_is_cleaned(self):
        assert sc.as_cluster(nx.Graph([(" a", "b")])).labels == (" a", "b")
        assert sc.as_cluster(pd.DataFrame({"source": [" a"], "target": ["b"]})).labels == ("a", "b")

    @pytest.mark.filterwarnings("ignore::socluster.core.errors.SingleEventWarning")
    def test_groups_too(self):
        graph = nx.Graph([(0, (7, 7)), (1, (7, 7)), (1, (8, 8))])
        nx.set_node_attributes(graph, {node: int(isinstance(node, tuple)) for node in graph}, "bipartite")
        cluster = sc.as_cluster(graph)
        assert set(cluster.groups.index) == {(7, 7), (8, 8)}
        assert set(cluster.affiliations["group"]) == {(7, 7), (8, 8)}
        assert set(sc.to_networkx(cluster)) == set(graph)
        assert set(sc.swap_modes(cluster).labels) == {(7, 7), (8, 8)}
        assert cluster.project().labels == (0, 1)

    def test_copies_pickles_and_fingerprints(self):
        cluster = sc.as_cluster(GRID)
        for same in (copy.copy(cluster), copy.deepcopy(cluster), pickle.loads(pickle.dumps(cluster))):
            assert same == cluster
            assert same.labels == cluster.labels
        text = sc.as_cluster(nx.relabel_nodes(GRID, str))
        assert text == cluster
        assert text.fingerprint == cluster.fingerprint
        assert text.labels != cluster.labels

    def test_a_checkpoint_is_that_of_the_content_and_labelled_anew(self, tmp_path):
        cluster = sc.as_cluster(PATH).with_ties(0, [3], evidence="assumed", confidence=0.5)
        text = sc.Cluster(cluster.parts.by_id())
        settings = sc.Draws(20, checkpoint=tmp_path / "draws")
        first = sc.measure(cluster, [sc.degree], draws=settings, rng=1)
        again = sc.measure(text, [sc.degree], draws=settings, rng=1)
        assert first.index.tolist() == [0, 1, 2, 3]
        assert again.index.tolist() == ["0", "1", "2", "3"]
        assert (first.to_numpy() == again.to_numpy()).all()

    def test_files_hold_ids(self, tmp_path):
        back = sc.read(sc.write(sc.as_cluster(GRID), tmp_path / "grid.json"))
        assert back == sc.as_cluster(GRID)
        assert back.labels == back.ids

    def test_tables_round(self):
        tables = sc.to_tables(GRID)
        assert sc.Cluster.from_tables(tables.actors, tables.ties).labels == sc.as_cluster(GRID).labels

    def test_originals_are_frozen(self):
        labels = {"3": 3}
        kept = Originals(labels)
        labels["4"] = 4
        assert dict(kept.actors) == {"3": 3}
        with pytest.raises(TypeError):
            kept.actors["4"] = 4


class TestVerbs:
    """Whoever names an actor may say 3 or "3"; who stays keeps the label."""

    cluster = sc.as_cluster(nx.path_graph(4))

    @pytest.mark.parametrize("middle", [1, "1", np.int64(1), 1.0])
    def test_either_form_names_an_actor(self, middle):
        assert self.cluster.ego(middle).labels == (0, 1, 2)
        assert self.cluster.without_actor(middle).labels == (0, 2, 3)
        assert self.cluster.select(actors=[middle, 3]).labels == (1, 3)
        assert self.cluster.with_ties(middle, [3]).n_ties == 4
        assert self.cluster.without_ties(middle).n_ties == 1
        assert self.cluster.with_strength(middle, 2, weight=5).ties["weight"].tolist() == [1, 5, 1]
        assert self.cluster.with_attributes(middle, sector="civic").actors.loc[1, "sector"] == "civic"
        assert self.cluster.with_merger([middle, 2], into=middle).labels == (0, 1, 3)
        assert self.cluster.with_split(middle, {middle: [0], "new": [2]}).labels == (0, 1, "new", 2, 3)
        assert self.cluster.with_event("forum", [middle, "3"]).affiliations["actor"].tolist() == [1, 3]

    def test_who_joins_is_called_as_said(self):
        assert self.cluster.with_actor(9).labels == (0, 1, 2, 3, 9)
        assert self.cluster.with_actor("hub").labels == (0, 1, 2, 3, "hub")
        assert self.cluster.with_actor((9, 9)).with_ties((9, 9), [0, "2"]).labels[-1] == (9, 9)
        with pytest.raises(InputError):
            self.cluster.with_actor("3")

    def test_a_tuple_is_one_actor_if_one_is_called_so(self):
        grid = sc.as_cluster(GRID)
        assert grid.ego((0, 0)).n_actors == 3
        assert grid.without_actor((0, 0)).n_actors == grid.without_actor([(0, 0)]).n_actors == 5
        assert self.cluster.without_actor((0, 1)).labels == (2, 3)

    def test_a_mark_or_a_series_of_either_form(self):
        mark = pd.Series([True, False, True, False], index=["0", "1", "2", "3"])
        assert self.cluster.select(actors=mark).labels == (0, 2)
        assert self.cluster.select(actors=mark.set_axis([0, 1, 2, 3])).labels == (0, 2)

    def test_tables_of_ties_name_them_too(self):
        more = pd.DataFrame({"source": [0, "1"], "target": ["2", 3]})
        assert self.cluster.with_ties(more).n_ties == 5
        grid = sc.as_cluster(GRID)
        assert grid.with_ties(pd.DataFrame({"source": [(0, 0)], "target": [(1, 1)]})).n_ties == 8

    @pytest.mark.parametrize(
        "same", [lambda c: c.flatten(), lambda c: c.symmetrise(), lambda c: c.sample(1), lambda c: c.renamed("x")]
    )
    def test_they_survive_what_leaves_the_actors(self, same):
        assert same(self.cluster).labels == (0, 1, 2, 3)

    def test_nobody_of_that_name(self):
        for wrong in (7, "7", None, (1, 2)):
            with pytest.raises(InputError, match="is no actor of this cluster"):
                self.cluster.ego(wrong)


class TestArguments:
    """Series by actor, and single actors, are understood in either form."""

    graph = nx.karate_club_graph()

    def test_group(self):
        club = pd.Series(nx.get_node_attributes(self.graph, "club"))
        expected = sc.ei_index(self.graph, group="club")
        assert sc.ei_index(self.graph, group=club) == expected
        assert sc.ei_index(self.graph, group=club.set_axis(club.index.astype(str))) == expected
        with pytest.raises(InputError, match="occurs more than once"):
            sc.ei_index(self.graph, group=pd.concat([club, club.set_axis(club.index.astype(str))]))

    def test_pictures(self):
        degree = sc.degree(self.graph)
        figure = sc.plot.network(self.graph, color=degree, size=degree, layout=sc.plot.positions(self.graph))
        assert figure.layout.meta["alt"]
        assert sc.plot.positions(GRID).index.tolist() == list(GRID)
        assert sc.plot.network(GRID, size=sc.degree(GRID)).layout.meta["alt"]
        assert sc.plot.before_after(GRID, sc.as_cluster(GRID).with_ties((0, 0), [(1, 1)])).layout.meta["alt"]

    def test_a_measure_of_ones_own_may_answer_in_ids(self):
        def mine(cluster):
            return pd.Series(1.0, index=list(cluster.ids))

        assert sc.measure(PATH, [mine])["mine"].to_dict() == {0: 1.0, 1: 1.0, 2: 1.0, 3: 1.0}

    def test_losses(self):
        found = sc.losses(GRID)
        assert set(found.to_frame().index) == set(GRID)
        found.what_breaks((0, 0))
        assert sc.losses(GRID, order=2).sentences("lt")
        assert sc.worst_case(PATH, size=1).actors in ((1,), (2,))

    def test_scenarios(self):
        hub = sc.Scenario("hub").with_actor("hub").with_ties("hub", sc.ties.Stated({0: 0.5, "3": 0.9}))
        outcome = sc.compare(PATH, [hub, sc.Scenario("less").without_actor(1)], measures=[sc.degree], draws=5, rng=1)
        assert set(outcome.by_actor().index) == {0, 1, 2, 3, "hub"}
        assert outcome.sentences("lt")
        like = sc.Scenario("like").with_actor("x").with_ties("x", sc.ties.LikeActor(1))
        assert like.apply(sc.as_cluster(PATH)).n_ties == 5
        assert sc.Scenario.from_json(hub.to_json()) == hub
        merged = sc.Scenario("one").with_merger([0, 1], into="01").with_strength(2, 3, weight=2)
        assert merged.apply(sc.as_cluster(PATH)).labels == ("01", 2, 3)

    def test_sweeps_and_calibration(self):
        sweep = sc.sweep_partners(PATH, {"hub": [0, 3]}, measures=[sc.degree, sc.density])
        assert list(sweep.by_actor["degree"].columns) == [0, 1, 2, 3, "(new partner)"]


def test_a_mapping_is_no_list_of_names():
    """Its values would be dropped: a probability of one half would become a certain tie."""
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}))
    for verb in (lambda: cluster.with_ties("a", {"b": 0.5}), lambda: cluster.without_actor({"a": 1})):
        with pytest.raises(InputError, match="must be names"):
            verb()


BOTH = pd.Series([1, True], dtype=object)


@pytest.mark.parametrize(
    "door",
    [
        lambda: sc.as_cluster([(1, "a"), (True, "b")]),
        lambda: sc.as_cluster([("a", 1), (1, True)]),
        lambda: sc.as_cluster(pd.DataFrame({"source": BOTH, "target": ["a", "b"]})),
        lambda: sc.as_cluster(np.array([[0, 1], [1, 0]]), labels=[1, True]),
        lambda: sc.Cluster.from_tables(pd.DataFrame({"actor": BOTH})),
        lambda: sc.as_cluster(nx.path_graph(2)).with_actor(True),
        lambda: sc.as_cluster(nx.path_graph(3)).with_split(2, {True: [1], "x": []}),
    ],
)
def test_two_actors_that_are_equal_for_python_are_refused(door):
    """No Series and no dictionary could tell them apart; graphs of networkx cannot hold both."""
    with pytest.raises(InputError, match=r"equals 1 for Python.*'true' and '1'.*here: True"):
        door()


def test_removal_of_one_carries_its_label():
    assert sc.removal(nx.Graph([(True, 2), (2, 3)]), actors=[True]).index.tolist() == [True]
    assert sc.removal(PATH, actors=["1"]).index.tolist() == [1]
    assert sc.removal(GRID, actors=[(0, 1)]).index.tolist() == [(0, 1)]
    assert sc.removal(PATH, actors=[1, 2]).index.tolist() == ["1, 2"]
    assert sc.removal(sc.load_dataset("kite"), actors=["7"]).index.dtype == sc.load_dataset("kite").index.dtype
