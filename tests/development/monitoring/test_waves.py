import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import NearNameWarning, ProjectionWarning, UncertainTiesWarning
from tests.development.monitoring.wave_samples import ties, waves
from tests.examples import examples


def test_numbers_by_hand():
    change = waves()
    assert (change.dyads.n11, change.dyads.n10, change.dyads.n01, change.dyads.n00) == (3, 1, 1, 1)
    assert (change.jaccard, change.hamming, change.persistence, change.creation) == (0.6, 2, 0.75, 0.5)
    assert change.matching == pytest.approx(2 / 3)
    assert (change.ties_before, change.ties_after) == (6, 7)
    assert (change.rewiring, change.entry, change.exit, change.left_open) == (0, 3, 2, 0)
    table = change.to_frame()["value"]
    assert table["density_before"] == pytest.approx(0.4)
    assert table["density_after"] == pytest.approx(7 / 15)
    assert table["density_in_both_before"] == table["density_in_both_after"] == pytest.approx(2 / 3)


def pairs_of(actors):
    return st.sets(st.tuples(st.sampled_from(actors), st.sampled_from(actors)).filter(lambda pair: pair[0] != pair[1]))


@st.composite
def two_waves(draw):
    directed = draw(st.booleans())
    found = []
    for _ in range(2):
        actors = draw(st.lists(st.sampled_from("abcdefg"), unique=True, min_size=2))
        pairs = draw(pairs_of(actors))
        if not directed:
            pairs = {tuple(sorted(pair)) for pair in pairs}
        open_ = draw(pairs_of(actors))
        open_ = ({tuple(sorted(pair)) for pair in open_} if not directed else open_) - pairs
        found.append((actors, sorted(pairs), sorted(open_)))
    return directed, found


def cluster_of(directed, wave):
    actors, pairs, unknown = wave
    frames = [pd.DataFrame(each, columns=["source", "target"]).assign(layer="t") for each in (pairs, unknown)]
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": actors}), frames[0], layers={"t": {"directed": directed}}, unknown=frames[1]
    )


@settings(max_examples=examples(20, 120), deadline=None)
@given(two_waves())
def test_it_equals_sets_of_pairs_and_adds_up(given_waves):
    directed, both = given_waves
    first, second = (cluster_of(directed, each) for each in both)
    change = sc.compare_waves(first, second, layer="t")
    stayers = set(both[0][0]) & set(both[1][0])
    inside = [{pair for pair in pairs if set(pair) <= stayers} for _, pairs, _ in both]
    unknown = {pair for _, _, open_ in both for pair in open_}
    known = [pairs - unknown for pairs in inside]
    d = change.dyads
    assert d.n11 == len(known[0] & known[1])
    assert (d.n10, d.n01) == (len(known[0] - known[1]), len(known[1] - known[0]))
    possible = len(stayers) * (len(stayers) - 1) // (1 if directed else 2)
    assert change.known_dyads == possible - len({pair for pair in unknown if set(pair) <= stayers})
    assert (change.ties_before, change.ties_after) == (len(both[0][1]), len(both[1][1]))
    parts = change.rewiring + change.entry - change.exit + change.left_open
    assert change.ties_after - change.ties_before == parts
    for language in ("en", "lt"):
        assert change.sentences(language)


def test_the_other_way_round_ties_that_came_went():
    one = sc.compare_waves(ties("ab ac bc cd de ef"), ties("ab bc ad cd dg ag gh"))
    other = sc.compare_waves(ties("ab bc ad cd dg ag gh"), ties("ab ac bc cd de ef"))
    assert (one.jaccard, one.hamming, one.entry, one.exit) == (other.jaccard, other.hamming, other.exit, other.entry)
    assert one.rewiring == -other.rewiring


def test_half_life():
    change = waves("ab bc cd de", "ab bc cd ea", years=2)  # three of four last
    assert change.half_life == pytest.approx(-2 * np.log(2) / np.log(0.75))
    assert "every year" in repr(change)
    assert waves("ab", "ab ac").half_life == np.inf
    assert waves("ab cd", "ac bd").half_life == 0
    assert np.isnan(waves("ab", "cd").half_life)
    for years in (0, -1, float("nan"), float("inf")):
        with pytest.raises(sc.InputError):
            waves(years=years)


def test_waves_without_ties_have_no_jaccard():
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}))
    change = sc.compare_waves(nobody, nobody)
    assert np.isnan(change.jaccard)
    assert "Neither wave holds ties." in repr(change)
    grown = sc.compare_waves(nobody, ties("ab"))
    assert (grown.jaccard, grown.ties_after, grown.creation) == (0.0, 1, 1.0)


def layered(**pairs):
    frame = pd.concat([ties(each).assign(layer=name) for name, each in pairs.items()])
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list("abcdefgh")}), frame)


def test_layers():
    first, second = layered(trust="ab bc", money="cd"), layered(trust="ab", money="cd de")
    assert sc.compare_waves(first, second, layer="trust").ties_after == 1
    assert sc.compare_waves(first, second, layer="money").ties_after == 2
    with pytest.raises(sc.InputError, match="layer='trust'"):
        sc.compare_waves(layered(trust="ab"), layered(trust="ab", money="cd"))
    with pytest.raises(sc.InputError, match="several layers"):
        sc.compare_waves(layered(trust="ab"), layered(money="ab"))
    with pytest.raises(sc.InputError, match="did you mean 'trust'"):
        sc.compare_waves(first, second, layer="trst")
    with pytest.raises(sc.InputError, match="'after' holds no such layer"):
        sc.compare_waves(first, layered(money="ab"), layer="trust")


def test_a_direction_in_one_wave_only_is_refused():
    arcs = sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}), ties("ab"), layers={"tie": {"directed": True}})
    with pytest.raises(sc.InputError, match="direction in one"):
        sc.compare_waves(arcs, ties("ab"))


def test_names_that_are_nearly_the_same_are_told():
    frames = [pd.DataFrame({"source": ["School"], "target": [name]}) for name in ("Kelmė centre", "Kelme  Centre")]
    with pytest.warns(NearNameWarning, match="Kelmė centre / Kelme"):
        change = sc.compare_waves(*frames)
    assert change.renamed.to_numpy().tolist() == [["Kelmė centre", "Kelme  Centre"]]
    assert "change of name" in repr(change)


def test_uncertain_ties_and_affiliations_are_warned_of():
    unsure = sc.as_cluster(ties("ab bc")).with_ties("a", "c", layer="tie", confidence=0.5, evidence="assumed")
    with pytest.warns(UncertainTiesWarning):
        sc.compare_waves(unsure, unsure)
    events = sc.load_dataset("siauliai")
    with pytest.warns(ProjectionWarning):
        change = sc.compare_waves(events, events.without_actor("MSSL"))
    assert change.exit == sc.degree(events.project(), normalized=False)["MSSL"]
