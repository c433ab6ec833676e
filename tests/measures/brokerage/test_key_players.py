from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster import InputError, global_efficiency
from socluster.measures.brokerage import key_players as module
from socluster.measures.brokerage.key_players import GOALS, KeyPlayers, key_players
from tests.examples import examples
from tests.measures.brokerage.brokerage_samples import renamed, small_clusters

OVER = ["remaining", "original"]
some = settings(max_examples=examples(12, 75), deadline=None)


# -- the definition ---------------------------------------------------------------------------------------------------


def literal_value(cluster, players, goal, over, direction, steps):
    """The value of a set from Borgatti's formulas, on networkx's distances."""
    graph = nx.DiGraph()
    graph.add_nodes_from(cluster.labels)
    rows, columns = cluster.matrix().nonzero()
    graph.add_edges_from((cluster.labels[a], cluster.labels[b]) for a, b in zip(rows, columns, strict=True))
    if direction == "in":
        graph = graph.reverse()
    if direction == "all":
        graph = graph.to_undirected().to_directed()
    n, k = cluster.n_actors, len(players)
    if "fragmentation" in goal:
        graph.remove_nodes_from(players)
        size = n - k if over == "remaining" else n
        distances = [d for _, reached in nx.all_pairs_shortest_path_length(graph) for d in reached.values() if d]
        return 1 - sum(1 / d if goal.startswith("distance") else 1 for d in distances) / (size * (size - 1))
    nearest = nx.multi_source_dijkstra_path_length(graph, set(players))
    worth = [1 / d if goal == "distance_reach" else float(d <= steps) for d in nearest.values() if d]
    return sum(worth) / (n - k) if over == "remaining" else (sum(worth) + k) / n


@some
@given(
    small_clusters().filter(lambda cluster: cluster.n_actors > 3),
    st.integers(1, 2),
    st.sampled_from(list(GOALS)),
    st.sampled_from(OVER),
    st.sampled_from(["out", "in", "all"]),
    st.integers(1, 2),
)
def test_the_answer_is_the_best_of_all_sets(cluster, k, goal, over, direction, steps):
    values = {
        chosen: literal_value(cluster, chosen, goal, over, direction, steps)
        for chosen in combinations(cluster.labels, k)
    }
    best = max(values.values())
    found = key_players(cluster, k=k, goal=goal, over=over, direction=direction, steps=steps)
    assert found.value == pytest.approx(best)
    assert found.sets == tuple(chosen for chosen, value in values.items() if value == pytest.approx(best, abs=1e-12))
    assert found.players == found.sets[0]
    assert (found.proven, found.enumerated, found.gap, found.tried) == (True, True, 0, len(values))


# -- published values -------------------------------------------------------------------------------------------------


def test_pairs_of_the_kite(kite):
    """Borgatti 2006 on Krackhardt's kite."""
    lost = key_players(kite, k=2)
    assert isinstance(lost, KeyPlayers)
    assert lost.goal == "distance_fragmentation"
    assert lost.players == ("5", "6")
    assert lost.value == pytest.approx(0.6071, abs=5e-5)
    assert lost.sets == (("5", "6"),)
    near = key_players(kite, k=2, goal="distance_reach")
    assert (near.players, near.value) == (("3", "8"), 1.0)
    assert key_players(kite, k=2, goal="reach").players == ("3", "8")


@pytest.mark.parametrize(("over", "value"), [("remaining", 0.3889), ("original", 0.5111)])
def test_the_cut_point_of_the_kite(kite, over, value):
    found = key_players(kite, k=1, goal="fragmentation", over=over)
    assert found.players == ("7",)
    assert found.value == pytest.approx(value, abs=5e-5)
    assert found.before == 0


def test_before_is_the_cluster_as_it_is(knoke):
    found = key_players(knoke, k=2, layer="information")
    assert found.before == pytest.approx(1 - global_efficiency(knoke, layer="information"))
    assert key_players(knoke, k=2, goal="reach", over="original").before == 0


def test_steps_widen_the_reach(cluster_of):
    path = cluster_of("AB BC CD DE")
    assert key_players(path, k=1, goal="reach").sets == (("B",), ("C",), ("D",))
    assert key_players(path, k=1, goal="reach", steps=2).sets == (("C",),)


def test_all_equally_good_sets_are_named(cluster_of):
    ring = cluster_of("AB BC CD DA")
    found = key_players(ring, k=2, goal="fragmentation")
    assert found.sets == (("A", "C"), ("B", "D"))
    assert found.value == 1


# -- search -----------------------------------------------------------------------------------------------------------


def test_a_search_states_what_no_set_can_exceed(knoke, monkeypatch):
    exact = {goal: key_players(knoke, k=3, goal=goal) for goal in GOALS}
    monkeypatch.setattr(module, "ENUMERATED", 10)
    for goal in GOALS:
        found = key_players(knoke, k=3, goal=goal)
        assert not found.enumerated
        assert found.value <= exact[goal].value + 1e-12 <= found.bound + 2e-12
        assert found.gap == pytest.approx(found.bound - found.value)
        assert len(found.sets) == 1
        assert found.proven == (found.gap == 0)
        assert repr(found) == repr(key_players(knoke, k=3, goal=goal))


def test_a_search_that_meets_its_bound_is_proven(cluster_of, monkeypatch):
    star = cluster_of("va vb vc vd ve")
    monkeypatch.setattr(module, "ENUMERATED", 1)
    found = key_players(star, k=2, goal="distance_reach")
    assert (found.enumerated, found.proven, found.value, found.gap) == (False, True, 1, 0)
    assert "v" in found.players
    assert "proven to be best" in repr(found)


def test_costly_sets_are_searched_too(monkeypatch, knoke):
    monkeypatch.setattr(module, "WORK", 1)
    assert not key_players(knoke, k=2).enumerated


@some
@given(small_clusters().filter(lambda cluster: cluster.n_actors > 3), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(cluster, random):
    names = random.sample([f"n{number}" for number in range(cluster.n_actors)], cluster.n_actors)
    other = renamed(cluster, names)
    new_name = dict(zip(cluster.labels, names, strict=True))
    for goal in GOALS:
        here, there = key_players(cluster, k=2, goal=goal), key_players(other, k=2, goal=goal)
        assert there.value == pytest.approx(here.value)
        expected = {frozenset(new_name[actor] for actor in chosen) for chosen in here.sets}
        assert set(map(frozenset, there.sets)) == expected


# -- what it hands out ------------------------------------------------------------------------------------------------


def test_frame_mark_and_sentence(kite):
    found = key_players(kite, k=2)
    frame = found.to_frame()
    assert frame.columns.tolist() == ["player 1", "player 2", "value", "bound", "proven"]
    assert frame.index.tolist() == [1]
    assert frame.index.name == "set"
    assert frame.loc[1, ["player 1", "player 2"]].tolist() == ["5", "6"]
    mark = found.mark()
    assert mark.dtype == bool
    assert mark.name == "key_players"
    assert mark[mark].index.tolist() == ["5", "6"]
    assert mark.index.equals(kite.index)
    assert repr(found).startswith("Key players: 5 and 6.\n0.607 in distance-weighted fragmentation (")
    assert repr(found).endswith("All 45 sets were tried.\nNo other is as good.")


def test_the_sentence_names_a_few_of_the_equally_good_sets(cluster_of):
    isolates = cluster_of([], actors="ABCDE")
    text = repr(key_players(isolates, k=2, goal="reach"))
    assert "All 10 sets were tried.\nEqually good: A + C, A + D, A + E and 6 more.\n" in text
    assert "with everybody there" not in text
    assert "0 with everybody there" in repr(key_players(cluster_of("AB BC CA"), k=1))


def test_the_picture_is_that_of_the_cluster(knoke, kite):
    assert "Knoke" in key_players(knoke, k=2).plot().layout.meta["alt"]
    assert "kite" in key_players(kite, k=2).plot().layout.meta["alt"]


def test_too_few_actors_are_refused(cluster_of):
    pair = cluster_of("AB")
    assert key_players(pair, k=1, goal="reach").value == 1
    with pytest.raises(InputError, match="k must leave at least 1 of 2 actors"):
        key_players(pair, k=2, goal="reach")
    with pytest.raises(InputError, match="k must leave at least 2 of 2 actors"):
        key_players(pair, k=1)
    with pytest.raises(InputError, match="of 0 actors"):
        key_players(cluster_of([], actors=""), k=1)


def test_bad_options_are_refused(kite):
    with pytest.raises(InputError, match="did you mean 'fragmentation'"):
        key_players(kite, k=2, goal="fragmention")
    with pytest.raises(InputError, match="k must be a whole number"):
        key_players(kite, k=0)
    with pytest.raises(InputError, match="steps must be a whole number"):
        key_players(kite, k=1, steps=1.5)
    with pytest.raises(InputError, match="over must be one of"):
        key_players(kite, k=1, over="all")
    with pytest.raises(InputError, match="direction must be one of"):
        key_players(kite, k=1, direction="both")


def test_isolates_only(cluster_of):
    isolates = cluster_of([], actors="ABC")
    values = {goal: key_players(isolates, k=1, goal=goal).value for goal in GOALS}
    assert values == {"fragmentation": 1, "distance_fragmentation": 1, "reach": 0, "distance_reach": 0}
    assert np.isclose(key_players(isolates, k=1, goal="reach", over="original").value, 1 / 3)
