"""How many actors of one kind reach one of another kind."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, NearNameWarning
from tests.examples import examples


def chain(*, directed=False):
    """a - b - c - d - e, and f alone; a and f are schools, e and d offer something."""
    kinds = {"actor": list("abcdef"), "kind": ["school", "x", "x", "x", "x", "school"]}
    actors = pd.DataFrame({**kinds, "offers": [None, None, None, "lawyer; psychologist", "psychologist", None]})
    ties = pd.DataFrame({"source": list("abcd"), "target": list("bcde")})
    return sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}})


def reach(steps, **more):
    return sc.Reach(sources={"kind": "school"}, targets={"offers": "psychologist"}, steps=steps, **more)


def test_it_counts_sources_within_so_many_steps():
    assert [reach(steps)(chain()) for steps in (1, 2, 3, 9)] == [0, 0, 1, 1]
    assert sc.Reach(sources=["a", "e"], targets="e", steps=1)(chain()) == 1  # e is there already


def test_ways_follow_directions():
    assert reach(3)(chain(directed=True)) == 1
    back = sc.Reach(sources={"offers": "psychologist"}, targets={"kind": "school"}, steps=9)
    assert back(chain(directed=True)) == 0
    assert back(chain()) == 2


@settings(max_examples=examples(10, 60), deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.booleans())
def test_it_equals_shortest_paths(seed, steps, directed):
    rng = np.random.default_rng(seed)
    kind = nx.DiGraph if directed else nx.Graph
    graph = nx.gnp_random_graph(9, 0.2, seed=seed, directed=directed)
    graph = kind(nx.relabel_nodes(graph, str))
    sources, targets = ([str(each) for each in rng.choice(9, 3, replace=False)] for _ in range(2))
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    expected = sum(any(lengths[s].get(t, 99) <= steps for t in targets) for s in sources)
    assert sc.Reach(sources=sources, targets=targets, steps=steps)(graph) == expected


def test_it_is_a_goal_that_a_partner_serves_by_what_it_offers():
    def joins(name, tied, offers="psychologist"):
        return sc.Scenario(name).with_actor(name, offers=offers).with_ties(name, sc.ties.Stated(tied))

    candidates = [joins("near", {"f": 0.9, "a": 0.5}), joins("far", {"e": 0.9}), joins("other", {"f": 0.9}, "lawyer")]
    ranking = sc.rank_partners(chain(), candidates, goal=reach(2), draws=100, rng=7)
    assert ranking.best == "near"
    assert "number of sources that reach a target" in str(ranking)
    assert "tikslą" in "\n".join(ranking.sentences("lt"))
    table = ranking.to_frame()
    assert table.loc["other", "mean_gain"] == 0
    plan = sc.plan_partners(chain(), candidates, goals=reach(2), k=2, draws=50, rng=7)
    assert "near" in plan.chosen


def test_two_that_ask_the_same_are_equal_and_others_are_told_apart(tmp_path):
    assert reach(2) == reach(2)
    assert hash(reach(2)) == hash(reach(2))
    hub = sc.Scenario("hub").with_actor("hub", offers="psychologist").with_ties("hub", sc.ties.Stated({"f": 0.5}))
    settings = sc.Draws(20, checkpoint=str(tmp_path / "kept"))
    sc.compare(chain(), hub, measures=[reach(2)], draws=settings, rng=1)
    with pytest.raises(InputError, match="another"):
        sc.compare(chain(), hub, measures=[reach(3)], draws=settings, rng=1)


def test_what_is_wrong_is_told():
    with pytest.raises(InputError, match="kind"):
        sc.Reach(sources={"knd": "school"}, targets="e")(chain())
    for wrong in ({}, [], "", 5):
        with pytest.raises(InputError, match="sources"):
            sc.Reach(sources=wrong, targets="e")
    with pytest.raises(InputError, match="steps"):
        sc.Reach(sources="a", targets="e", steps=0)


def joins_school(*tied):
    scenario = sc.Scenario("hub").with_actor("hub", kind="school", offers="psychologist")
    return scenario.with_ties("hub", list(tied)) if tied else scenario


def test_who_joins_is_no_source():
    def delta(scenario):
        return sc.compare(chain(), scenario, measures=[reach(2)], draws=5, rng=7).to_frame()["delta"].item()

    assert delta(joins_school()) == 0
    assert delta(joins_school("f")) == 1  # f, which was there before; and not the hub itself
    by_name = sc.Reach(sources=["a", "f"], targets={"offers": "psychologist"}, steps=2)
    assert sc.compare(chain(), joins_school("f"), measures=[by_name], draws=5, rng=7).to_frame()["delta"].item() == 1
    found = sc.threshold(chain(), joins_school("c"), measure=reach(1), over=[1, 2], draws=20, rng=7)
    assert found.to_frame()["gain"].max() <= 2
    assert sc.threshold(chain(), joins_school("c"), measure=reach(1), over=[1], draws=20, rng=7).ties is None


def test_sources_may_leave():
    scenario = sc.Scenario("closed").without_actor(["a", "f"])
    table = sc.compare(chain(), scenario, measures=[reach(3)], draws=2, rng=1).to_frame()
    assert table["delta"].item() == -1


def test_values_that_nobody_has_are_told():
    for wrong, value in (({"kind": "schol"}, "school"), (["A"], "a")):
        with pytest.raises(InputError, match=f"sources.*did you mean '{value}'"):
            sc.Reach(sources=wrong, targets="e")(chain())
    with pytest.raises(InputError, match="nobody has this value in the column 'kind'"):
        sc.compare(chain(), joins_school("f"), measures=[sc.Reach(sources={"kind": "y"}, targets="e")], draws=2, rng=1)
    with pytest.warns(NearNameWarning, match="did you mean 'psychologist'"):
        sc.Reach(sources={"kind": "school"}, targets={"offers": "psychologyst"})(chain())
    assert sc.Reach(sources={"kind": "school"}, targets={"offers": "doctor"})(chain()) == 0  # nobody offers one yet


def test_steps_are_named_since_a_third_name_could_be_anything():
    with pytest.raises(TypeError):
        sc.Reach({"kind": "school"}, {"offers": "psychologist"}, 2)
