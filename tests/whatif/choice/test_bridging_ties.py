import warnings

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, UnknownTiesWarning
from socluster.io.datasets import load_dataset
from socluster.measures.cohesion.density import components
from socluster.whatif.choice.bridging_ties import bridging_ties


def cluster(ties, sectors="xxxyyyz", **more):
    actors = pd.DataFrame({"actor": list("abcdefg"), "sector": list(sectors)})
    return Cluster.from_tables(actors, pd.DataFrame(ties, columns=["source", "target"]), **more)


@pytest.fixture
def apart():
    """Two chains with b and e in the middle, and an isolate."""
    return cluster([("a", "b"), ("b", "c"), ("d", "e"), ("e", "f")])


def names(scenarios):
    return [each.name for each in scenarios]


def test_all_absent_pairs_across_parts_and_no_other(apart):
    found = names(bridging_ties(apart, limit=None))
    part = components(apart)
    labels = apart.labels
    expected = {f"{a} – {b}" for a in labels for b in labels if a < b and part[a] != part[b]}
    assert set(found) == expected
    assert len(found) == len(expected) == 9 + 6


def test_the_best_connected_of_the_largest_parts_come_first(apart):
    found = names(bridging_ties(apart, limit=None))
    assert found[:3] == ["b – e", "b – g", "e – g"]
    assert found[3:5] == ["a – e", "b – d"]
    assert names(bridging_ties(apart, limit=4)) == found[:4]


def test_a_bridge_joins_what_is_apart_and_is_marked_as_simulated(apart):
    (bridge,) = bridging_ties(apart, limit=1, confidence=0.7)
    after = bridge.apply(apart)
    new = after.ties.iloc[[i for i, row in after.ties.iterrows() if row["confidence"] < 1]]
    assert new[["source", "target", "confidence", "evidence"]].to_numpy().tolist() == [["b", "e", 0.7, "simulated"]]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert components(after).nunique() == components(apart).nunique() - 1


def test_across_a_column_tied_pairs_are_left_out():
    joined = cluster([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "g")])
    found = names(bridging_ties(joined, across="sector", limit=None))
    assert "c – d" not in found
    assert "a – b" not in found
    assert len(found) == 9 + 3 + 3 - 2
    own = names(bridging_ties(joined, across=pd.Series(list("xxxyyyz"), index=list("abcdefg")), limit=None))
    assert own == found


def test_an_unknown_dyad_is_no_absent_tie(apart):
    tables = apart.to_tables()
    unknown = pd.DataFrame({"source": ["b"], "target": ["e"]})
    asked = Cluster.from_tables(tables.actors, tables.ties, unknown=unknown)
    with pytest.warns(UnknownTiesWarning):
        found = names(bridging_ties(asked, limit=None))
    assert "b – e" not in found
    assert len(found) == 14
    assert names(bridging_ties(asked, across="sector", limit=None)) == found


def test_in_a_directed_layer_the_tie_runs_both_ways():
    directed = cluster([("a", "b"), ("b", "c"), ("d", "e"), ("e", "f")], layers={"tie": {"directed": True}})
    (bridge,) = bridging_ties(directed, limit=1)
    assert bridge.apply(directed).n_ties == 6
    one_way = cluster([("a", "d"), ("b", "c")], layers={"tie": {"directed": True}})
    assert "a – d" not in names(bridging_ties(one_way, across="sector", limit=None))


def test_a_new_layer_holds_the_ties_that_are_in_no_layer(apart):
    (bridge,) = bridging_ties(apart, layer="cooperation", limit=1)
    assert bridge.apply(apart).ties["layer"].tolist().count("cooperation") == 1
    several = apart.with_ties("b", ["e"], layer="trust")
    with pytest.raises(InputError, match="name the layer"):
        bridging_ties(several)
    assert "b – e" in names(bridging_ties(several, layer="tie", limit=None))
    assert "b – e" not in names(bridging_ties(several, across="sector", layer="new", limit=None))


def test_the_region_of_siauliai_has_two_parts():
    region = load_dataset("siauliai").project()
    found = bridging_ties(region, layer="cooperation", limit=5)
    part = components(region)
    assert len(found) == 5
    for name in names(found):
        first, second = name.split(" – ")
        assert part[first] != part[second]


def test_order_of_actors_does_not_matter(apart):
    tables = apart.to_tables()
    turned = Cluster.from_tables(tables.actors[::-1], tables.ties)
    pairs = [{frozenset(name.split(" – ")) for name in names(bridging_ties(c, limit=6))} for c in (apart, turned)]
    assert pairs[0] == pairs[1]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"across": "sektor"}, "did you mean 'sector'"),
        ({"across": "all"}, "is not a column"),
        ({"limit": 0}, "at least 1"),
        ({"confidence": 0}, "above 0"),
        ({"confidence": 1.5}, "above 0"),
    ],
)
def test_bad_input_is_named(apart, more, said):
    with pytest.raises(InputError, match=said):
        bridging_ties(apart, **more)


def test_one_part_has_nothing_to_bridge():
    whole = cluster([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "g")], sectors="xxxxxxx")
    with pytest.raises(InputError, match="is already connected"):
        bridging_ties(whole)
    with pytest.raises(InputError, match="all actors are in one part"):
        bridging_ties(whole, across="sector")
