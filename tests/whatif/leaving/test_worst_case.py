"""The worst loss of several at the same time, against trying all sets."""

import itertools

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError
from socluster.whatif.leaving import worst_case as worst_module
from socluster.whatif.leaving.losses import losses
from socluster.whatif.leaving.worst_case import CRITERIA, worst_case
from tests.whatif.leaving.leaving_samples import REFERRALS, broken, cluster_of, few, graph_of, small_clusters


def literal_damage(cluster, gone, by):
    without = cluster.without_actor(gone)
    graph = graph_of(without)
    if by == "largest_component":
        parts = nx.weakly_connected_components(graph) if graph.is_directed() else nx.connected_components(graph)
        return cluster.n_actors - max(map(len, parts))
    if by == "fragmentation":
        pairs = len(graph) * (len(graph) - 1)
        return 1 - sum(len(nx.descendants(graph, actor)) for actor in graph) / pairs
    return len(broken(cluster, gone)[by])


@few
@given(small_clusters().filter(lambda each: each.n_actors > 3), st.integers(1, 2), st.sampled_from(list(CRITERIA)))
def test_the_worst_case_is_the_worst_of_all_sets(cluster, size, by):
    if by in ("chains", "services") and not cluster.n_affiliations:
        cluster = cluster.with_group("z").with_affiliation("A", "z", layer="provides")
    damage = {gone: literal_damage(cluster, list(gone), by) for gone in itertools.combinations(cluster.labels, size)}
    found = worst_case(cluster, size=size, by=by)
    assert found.exact
    assert found.tried == len(damage)
    assert found.value == pytest.approx(max(damage.values()))
    assert set(found.sets) == {gone for gone, value in damage.items() if value == pytest.approx(found.value)}
    assert found.to_frame()["value"].tolist() == pytest.approx([found.value] * len(found.sets))


@pytest.mark.parametrize("by", CRITERIA)
def test_a_search_says_that_it_is_one(monkeypatch, by):
    siauliai = sc.load_dataset("siauliai").project()
    exact = worst_case(siauliai, size=3, by=by)
    monkeypatch.setattr(worst_module, "ENUMERATED", 10)
    found = worst_case(siauliai, size=3, by=by)
    assert (exact.exact, found.exact) == (True, False)
    assert found.value == pytest.approx(literal_damage(siauliai, list(found.actors), by))
    assert 0.5 * exact.value <= found.value <= exact.value + 1e-12
    assert "there may be a worse one" in repr(found)


def test_fragmentation_is_that_of_key_players():
    kite = sc.load_dataset("kite")
    found, players = worst_case(kite, size=2, by="fragmentation"), sc.key_players(kite, k=2, goal="fragmentation")
    assert (found.actors, found.value) == (players.players, players.value)


def test_words_and_names_of_the_worst_case():
    found = worst_case(REFERRALS, size=2, by="chains")
    assert found.sets == (("Office", "Shelter"), ("Clinic", "Bureau"))
    assert found.sentences()[:2] == [
        "Which 2 actors would it hurt most to lose? (5 actors, 5 ties; paths run over all layers.)",
        "Chains to a group that break: 4; worst without Office and Shelter.",
    ]
    assert "All 10 sets of this size were tried: none is worse. Equally bad: Clinic + Bureau." in found.sentences()
    assert len(found.sentences("lt")) == len(found.sentences())
    assert found.what_breaks().equals(losses(REFERRALS).what_breaks("Office", "Shelter"))


def test_bad_input_to_the_worst_case_is_named():
    with pytest.raises(InputError, match="size must leave at least 2 of 5 actors"):
        worst_case(REFERRALS, size=4)
    with pytest.raises(InputError, match="size must be a whole number"):
        worst_case(REFERRALS, size=0)
    with pytest.raises(InputError, match=r"did you mean 'chains'"):
        worst_case(REFERRALS, size=1, by="chain")
    with pytest.raises(InputError, match="no affiliations"):
        worst_case(cluster_of("ABCD", ["AB"]), size=1, by="services")
