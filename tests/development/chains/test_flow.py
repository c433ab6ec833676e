"""How many get through: computed examples, whose answers a maximum flow and a linear programme of another hand gave."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError
from tests.development.chains.towns import DEMAND, STEPS, chain, town
from tests.examples import examples


def flow(cluster, demand=DEMAND, **options):
    return sc.referral_flow(cluster, steps=STEPS, demand=demand, **options)


def test_example_a():
    found = flow(town())
    assert (found.served, found.unserved, found.share, found.whole_served) == (45, 45, 0.5, 45)
    assert set(found.cut) == set(found.cut_services) == {"P1", "P2"}
    assert found.prices[found.prices > 0].to_dict() == {"P1": 1, "P2": 1}
    assert found.plus1[found.plus1 > 0].to_dict() == {"P1": 1, "P2": 1}
    assert found.with_path == 1


@pytest.mark.parametrize(
    ("more", "served"), [({"P1": 35}, 55), ({"P2": 30}, 55), ({"C2": 50}, 45), ({"P1": 50, "P2": 50}, 70)]
)
def test_more_places(more, served):
    assert flow(town(**more)).served == served


def test_the_cut_moves():
    assert set(flow(town(P1=50, P2=50)).cut) == {"C1", "C2"}


def test_a_shared_pool_helps_only_who_is_not_full():
    assert flow(town().with_ties("C1", "P2", layer="referral")).served == 45
    apart = ["S1 C1", "S2 C2", "C1 P1", "C2 P2", "P1 V1", "P2 V1"]
    pair = chain({"S1": None, "S2": None, "C1": 99, "C2": 99, "P1": 20, "P2": 20, "V1": 99}, apart)
    demand = {"S1": 30, "S2": 10}
    assert flow(pair, demand).served == 30
    shared = pair.with_ties("C1", "P2", layer="referral").with_ties("C2", "P1", layer="referral")
    assert flow(shared, demand).served == 40


@pytest.mark.parametrize(("lost", "served"), [("P1", 20), ("P2", 25), ("C1", 40), ("C2", 25), ("V1", 20)])
def test_a_lost_provider(lost, served):
    assert flow(town().without_actor(lost)).served == served


GROUPS = {"families": 40, "disability": 30}
SERVES = {"P1": ["families"], "V1": ["families"]}


def test_example_b_groups_that_may_use_different_actors():
    found = flow(town(), GROUPS, serves=SERVES)
    assert found.served == found.whole_served == 45
    assert flow(town(P2=30), GROUPS, serves=SERVES).served == 55
    assert found.cut == ()
    table = found.requests()
    assert table.loc["families", ["low", "high"]].tolist() == pytest.approx([25, 40])
    assert table.loc["disability", ["low", "high"]].tolist() == pytest.approx([5, 20])
    assert not table["determined"].any()
    fair = flow(town(), GROUPS, serves=SERVES, fair="max-min").requests()
    assert (fair["served"] / fair["demand"]).tolist() == pytest.approx([45 / 70, 45 / 70])


def test_groups_in_a_column_are_the_same():
    told = town().with_columns(serves={"P1": "families", "V1": "families; others"}, partial=True)
    assert flow(told, GROUPS, serves="serves").served == 45
    by_school = pd.DataFrame({"families": [30, 10], "disability": [10, 20]}, index=["S1", "S2"])
    assert flow(told, by_school, serves="serves").requests().index.names == ["group", "actor"]


def test_example_c_half_clients_are_no_clients():
    """Three groups need two of three actors each: halves fill all of them, whole clients only one pair."""
    ties = ["S1 C1", "C1 P1", "P1 V1", "S2 P1", "P1 V2", "V2 V1", "S3 C1"]
    actors = pd.DataFrame(
        {
            "actor": ["S1", "S2", "S3", "a", "b", "c", "V1", "V2"],
            "kind": ["s", "s", "s", "a", "b", "c", "v", "v"],
            "capacity": [None, None, None, 1, 1, 1, 9, 9],
        }
    )
    ties = [("S1", "a"), ("a", "b"), ("b", "V1"), ("S2", "b"), ("b", "c"), ("c", "V2"), ("S3", "a"), ("a", "c")]
    ring = sc.Cluster.from_tables(
        actors, pd.DataFrame(ties, columns=["source", "target"]), layers={"tie": {"directed": True}}
    )
    found = sc.referral_flow(
        ring,
        steps=["s", "a?", "b?", "c?", "v"],
        demand={"one": {"S1": 1}, "two": {"S2": 1}, "three": {"S3": 1}},
        serves={"V1": ["one"], "V2": ["two", "three"]},
    )
    assert found.served == pytest.approx(1.5)
    assert found.whole_served == 1
    assert found.prices[["a", "b", "c"]].tolist() == pytest.approx([0.5, 0.5, 0.5])
    assert "Of whole clients with whole places, at most 1 get through." in found.sentences()


def drawn(numbers):
    names = [f"{kind}{n}" for kind in "SCPV" for n in range(2)]
    pairs = [f"{one} {two}" for k, kind in enumerate("SCP") for one in names if one[0] == kind for two in names
             if two[0] == "SCPV"[k + 1]]  # fmt: skip
    places = [None, None, *numbers[:6]]
    ties = [pair for pair, number in zip(pairs, numbers[6:], strict=True) if number % 2]
    return chain(dict(zip(names, places, strict=True)), ties), dict(zip(names[:2], numbers[-2:], strict=True))


@given(st.lists(st.integers(0, 9), min_size=18, max_size=18))
@settings(max_examples=examples(12, 100), deadline=None)
def test_as_many_as_the_maximum_flow_and_its_cuts_prove_it(numbers):
    cluster, demand = drawn(numbers)
    found = flow(cluster, demand)
    graph = nx.DiGraph()
    for name, places in cluster.actors["capacity"].items():
        graph.add_edge(f"{name} in", name, **({} if pd.isna(places) else {"capacity": places}))
    graph.add_edges_from(
        (one, f"{two} in") for one, two in zip(cluster.ties["source"], cluster.ties["target"], strict=True)
    )
    graph.add_edges_from((f"V{n}", "out") for n in range(2))
    for name, clients in demand.items():
        graph.add_edge("demand", f"{name} in", capacity=clients)
    assert found.served == nx.maximum_flow_value(graph, "demand", "out")
    for cut in (found.cut, found.cut_services):
        assert cluster.actors["capacity"].reindex(cut).sum() <= found.served
    for actor in cluster.actors.index[cluster.actors["capacity"].notna()]:
        more = cluster.with_attributes(actor, capacity=cluster.actors.loc[actor, "capacity"] + 1)
        gain = flow(more, demand).served - found.served
        assert found.plus1[actor] == gain <= found.prices[actor]


@given(st.permutations(list(range(8))))
@settings(max_examples=examples(5, 40), deadline=None)
def test_the_order_of_actors_and_the_unit_of_amounts_do_not_matter(order):
    there = town()
    mixed = sc.Cluster.from_tables(there.actors.iloc[order], there.ties, layers={"referral": {"directed": True}})
    assert flow(mixed).served == 45
    assert set(flow(mixed).cut) == {"P1", "P2"}
    tripled = there.with_columns(capacity=there.actors["capacity"] * 3, replace=True)
    assert flow(tripled, {"S1": 150, "S2": 120}).served == 135


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"demand": {"S3": 5}}, "is no actor of this cluster"),
        ({"demand": {"C1": 5}}, "is not where clients enter: that is at actors of the kind 'school'"),
        ({"demand": {"S1": -5}}, "must be a number from 0"),
        ({"demand": 5}, "one number needs one actor"),
        ({"demand": {"families": "many"}}, "is no actor"),
        ({"demand": {"families": "many"}, "serves": {}}, "must be a number from 0"),
        ({"demand": "pupils"}, "is no column of the actors"),
        ({"capacity": {"C1": 1, "C2": 1}}, "4 problems"),
        ({"capacity": "capasity"}, "did you mean 'capacity'"),
        ({"capacity": {"C1": -1}}, "must be a number from 0"),
        ({"capacity": 5}, "must be the name of a column of the actors, or a mapping"),
        ({"demand": GROUPS, "serves": {"P1": ["familes"]}}, "did you mean 'families'"),
        ({"demand": GROUPS, "serves": "serve"}, "is no column of the actors"),
    ],
)
def test_what_is_wrong_is_told(change, told):
    with pytest.raises(InputError, match=told):
        flow(town(), **{"demand": DEMAND, **change})


def test_a_capacity_that_is_missing_is_never_guessed():
    with pytest.raises(InputError, match=r"entry 'P2', argument 'capacity': has no amount; state it \(0 where a post"):
        flow(town(P2=None))


def test_demand_in_a_column_and_of_one_school():
    there = town().with_columns(pupils={"S1": 50, "S2": 40}, partial=True)
    assert flow(there, "pupils").served == 45
    assert sc.referral_flow(there.without_actor("S2"), steps=STEPS, demand=50).served == 45
    assert np.isnan(flow(there, {"S1": 0}).share)
