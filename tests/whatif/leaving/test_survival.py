"""Which ties survive a project: by hand, against the cluster without those who go, and with uncertain ties."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, ProjectionWarning, UncertainTiesWarning
from socluster.draws.settings import Draws
from socluster.draws.worlds import Worlds
from socluster.whatif.leaving.survival import surviving_ties
from tests.examples import examples
from tests.strategies import clusters

CERTAIN = ["ties", "surviving", "share", "strength", "surviving_strength", "strength_share"]


def small(confidence=1.0):
    """A lead tied to three, of whom two are tied to each other by a strong tie of their own, and by a contract."""
    ties = pd.DataFrame(
        [
            ("Lead", "School", "contract", 1.0, "documented"),
            ("Lead", "Clinic", "contract", 1.0, "documented"),
            ("Lead", "Shelter", "contract", 2.0, "documented"),
            ("School", "Clinic", "contract", 1.0, "assumed"),
            ("School", "Clinic", "referral", 5.0, "reported"),
        ],
        columns=["source", "target", "layer", "weight", "evidence"],
    )
    actors = {"actor": ["Lead", "School", "Clinic", "Shelter"], "kind": ["project", "public", "public", "civic"]}
    return sc.Cluster.from_tables(
        pd.DataFrame(actors).assign(paid=[True, False, False, False]), ties.assign(confidence=confidence)
    )


def test_shares_by_number_and_by_strength():
    frame = surviving_ties(small(), without=["Lead"]).to_frame()
    assert frame.index.tolist() == ["contract", "referral", "all layers"]
    assert frame.index.name == "layer"
    assert list(frame) == CERTAIN
    assert frame.loc["contract"].tolist() == [4, 1, 0.25, 5, 1, 0.2]
    assert frame.loc["referral"].tolist() == [1, 1, 1, 5, 5, 1]
    assert frame.loc["all layers"].tolist() == [5, 2, 0.4, 10, 6, 0.6]
    assert frame.dtypes[["ties", "surviving"]].tolist() == [np.dtype("int64")] * 2


@pytest.mark.parametrize(
    "without",
    [
        ["Lead"],
        "Lead",
        {"kind": "project"},
        {"kind": ["project", "nobody"]},
        {"paid": True},
        pd.Series([True, False, False, False], index=["Lead", "School", "Clinic", "Shelter"]),
        lambda cluster: cluster.actors["paid"],
        lambda cluster: sc.cutpoints(cluster),
    ],
    ids=["ids", "id", "value", "values", "flag", "mark", "function", "measure"],
)
def test_every_way_to_say_who_goes(without):
    found = surviving_ties(small(), without=without)
    assert found.gone == ("Lead",)
    assert found.share == 0.4
    assert found.remaining == small().without_actor("Lead")


def test_ties_that_end_although_both_ends_stay():
    found = surviving_ties(small(), ties={"layer": "contract"})
    assert (found.gone, found.ended, found.share) == ((), 4, 0.2)
    both = surviving_ties(small(), without=["Lead"], ties={"evidence": ["assumed", "documented"]})
    assert (both.gone, both.ended, both.share) == (("Lead",), 1, 0.2)
    assert both.remaining.labels == ("School", "Clinic", "Shelter")
    assert both.remaining.ties["layer"].tolist() == ["referral"]
    assert surviving_ties(small(), ties={"layer": "contract", "evidence": "assumed"}).ended == 1


@settings(max_examples=examples(20, 120), deadline=None)
@given(clusters(two_mode=False), st.data())
def test_what_survives_is_what_the_cluster_without_them_holds(cluster, data):
    gone = data.draw(st.lists(st.sampled_from(cluster.labels), unique=True)) if cluster.n_actors else []
    sure = sc.Cluster.from_tables(
        cluster.actors, cluster.ties.assign(confidence=1.0), layers=cluster.to_tables().layers
    )
    found = surviving_ties(sure, without=gone)
    left = sure.without_actor(gone)
    assert found.remaining == left
    assert found.to_frame()["surviving"].iloc[-1] == left.n_ties
    for layer in sure.tie_layers:
        row = found.to_frame().loc[layer] if layer != "all layers" else found.to_frame().iloc[0]
        assert row["ties"] == (sure.ties["layer"] == layer).sum()
        assert row["surviving"] == (left.ties["layer"] == layer).sum()
    if not sure.n_ties:
        assert np.isnan(found.share)


# -- draws ------------------------------------------------------------------------------------------------------------


def uncertain():
    return small(confidence=[1.0, 0.5, 1.0, 0.5, 1.0])


def test_draws_of_uncertain_ties_by_hand():
    found = surviving_ties(uncertain(), without=["Lead"], draws=400, rng=3)
    frame = found.to_frame()
    assert list(frame) == [
        *["ties", "surviving", "share", "low", "high"],
        *["strength", "surviving_strength", "strength_share", "strength_low", "strength_high", "defined"],
    ]
    # 3 ties are sure, of which 1 survives; one that does not and one that does may be there
    possible = {1 / 3, 1 / 4, 2 / 4, 2 / 5}
    assert {frame.loc["all layers", name] for name in ("low", "high")} == {1 / 4, 2 / 4}
    assert any(frame.loc["all layers", "share"] == pytest.approx(each) for each in possible)
    assert frame.loc["referral", ["share", "low", "high", "defined"]].tolist() == [1, 1, 1, 1]
    assert found.draws == 400


def test_the_same_seed_gives_the_same_answer_whatever_the_order_of_the_actors():
    first = surviving_ties(uncertain(), without=["Lead"], draws=50, rng=3).to_frame()
    assert surviving_ties(uncertain(), without=["Lead"], draws=50, rng=3).to_frame().equals(first)
    tables = uncertain().to_tables()
    turned = sc.Cluster.from_tables(tables.actors[::-1], tables.ties[::-1], layers=tables.layers)
    assert surviving_ties(turned, without=["Lead"], draws=50, rng=3).to_frame().equals(first)


def test_draws_without_a_single_tie_are_left_out():
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "confidence": [0.5]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties)
    row = surviving_ties(cluster, without=["C"], draws=300, rng=1).to_frame().loc["tie"]
    assert row["share"] == row["low"] == row["high"] == 1
    assert row["defined"] == pytest.approx(0.5, abs=0.1)


def test_without_draws_uncertain_ties_count_with_a_warning():
    with pytest.warns(UncertainTiesWarning):
        assert surviving_ties(uncertain(), without=["Lead"]).share == 0.4


def test_affiliations_alone_are_projected_with_a_warning():
    siauliai = sc.load_dataset("siauliai")
    with pytest.warns(ProjectionWarning):
        found = surviving_ties(siauliai, without={"kind": ["project team", "expert"]})
    left = siauliai.project().without_actor(found.gone)
    assert found.share == left.n_ties / siauliai.project().n_ties


# -- words and bad input ----------------------------------------------------------------------------------------------


def test_sentences():
    assert surviving_ties(small(), without=["Lead"], ties={"evidence": "assumed"}).sentences() == [
        "What survives of the 5 ties if 1 of 4 actors leaves (Lead) and 1 tie between others ends?",
        "In contract, 0 of 4 ties survive (0%).",
        "In referral, 1 of 1 tie survives (100%).",
        "Over all layers, 1 of 5 ties survives (20%). Counted by strength: 50%.",
        "A tie that survives on paper may still fade: its ends were not asked whether they will continue.",
    ]


def test_sentences_of_draws_and_in_lithuanian():
    found = surviving_ties(uncertain(), without=["Lead"], draws=400, rng=3)
    assert "(25% to 50% in 90% of 400 draws)" in repr(found)
    lithuanian = found.sentences("lt")
    assert lithuanian[0] == "Kas išlieka iš 5 ryšių, jeigu pasitraukia 1 iš 4 veikėjų (Lead)?"
    assert lithuanian[3].startswith("Visuose sluoksniuose kartu išlieka ")
    assert len(lithuanian) == len(found.sentences())


def test_one_layer_is_told_once_and_none_is_told():
    ties = surviving_ties(small().layer("referral"), without=[])
    assert ties.sentences()[:2] == [
        "What survives of the 1 tie if nobody leaves and nothing ends?",
        "In referral, 1 of 1 tie survives (100%).",
    ]
    assert ties.sentences("lt")[:2] == [
        "Kas išlieka iš 1 ryšio, jeigu niekas nepasitraukia ir nė vienas ryšys nenutrūksta?",
        "Sluoksnyje „nukreipimas“ išlieka 1 iš 1 ryšio (100\xa0%).",
    ]
    nothing = surviving_ties(sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"]})), without=["A"])
    assert nothing.sentences()[1] == "Over all layers there are no ties."


def test_ties_that_end_are_between_others_only_if_somebody_leaves():
    ended = surviving_ties(small(), ties={"layer": "contract"})
    assert ended.sentences()[0] == "What survives of the 5 ties if 4 ties end?"
    assert ended.sentences("lt")[0] == "Kas išlieka iš 5 ryšių, jeigu nutrūksta 4 ryšiai?"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "state who leaves"),
        ({"without": ["Led"]}, "did you mean 'Lead'"),
        ({"without": {"kid": "project"}}, "did you mean 'kind'"),
        ({"without": {"kind": "projects"}}, "no actor has this value .* did you mean 'project'"),
        ({"without": {"kind": "civic", "paid": True}}, "no actor meets all of these conditions"),
        ({"without": lambda cluster: cluster.n_actors}, "must return a bool Series"),
        ({"ties": {"layr": "contract"}}, "did you mean 'layer'"),
        ({"ties": {"layer": "contracts"}}, "no tie has this value .* did you mean 'contract'"),
        ({"without": ["Lead"], "rng": 1}, "rng does nothing without draws"),
        ({"without": ["Lead"], "draws": 10}, "rng must be a seed"),
        ({"without": ["Lead"], "draws": 0, "rng": 1}, "draws must be a whole number"),
        ({"without": ["Lead"], "interval": 0.5}, r"draws=sc\.Draws\(1000, interval=\.\.\.\)"),
    ],
)
def test_bad_input_is_named(options, message):
    with pytest.raises(InputError, match=message):
        surviving_ties(small(), **options)


def test_shares_over_draws_follow_from_the_worlds_of_the_seed():
    """Ten uncertain ties, half of them with somebody who goes."""
    pairs = [(a, b) for a in "ABCDE" for b in "ABCDE" if a < b]
    ties = pd.DataFrame(pairs, columns=["source", "target"]).assign(confidence=0.6, evidence="assumed")
    ties["weight"] = np.arange(1.0, 11.0)
    town = Cluster.from_tables(pd.DataFrame({"actor": list("ABCDE")}), ties)
    seed = int(np.random.default_rng(5).integers(2**63))
    there = Worlds(town, seed).present_in(0, 200)
    frame = town.ties
    stays = ~frame[["source", "target"]].isin(["A"]).any(axis=1).to_numpy()
    shares = pd.Series((there & stays).sum(axis=1) / there.sum(axis=1))
    weight = frame["weight"].to_numpy()
    strengths = pd.Series((there * stays) @ weight / (there @ weight))
    for interval in (0.9, 0.5):
        found = surviving_ties(town, without=["A"], draws=Draws(200, interval=interval), rng=5)
        row = found.to_frame().loc["all layers"]
        ends = [(1 - interval) / 2, (1 + interval) / 2]
        assert row[["low", "high"]].tolist() == pytest.approx(shares.quantile(ends).tolist())
        assert row[["strength_low", "strength_high"]].tolist() == pytest.approx(strengths.quantile(ends).tolist())
        assert row[["share", "strength_share"]].tolist() == pytest.approx([shares.median(), strengths.median()])
        assert row["ties"] == np.median(there.sum(axis=1))
        assert (found.draws, found.interval) == (200, interval)


def test_another_seed_is_another_answer():
    town = Cluster.from_tables(
        pd.DataFrame({"actor": list("ABC")}),
        pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "confidence": [0.5, 0.5], "evidence": "assumed"}),
    )
    one, same, other = (surviving_ties(town, without=["A"], draws=50, rng=seed).to_frame() for seed in (1, 1, 2))
    assert one.equals(same)
    assert not one.equals(other)


def test_the_seed_is_kept_for_whoever_draws_again():
    one, other = (surviving_ties(small(confidence=0.5), without=["Lead"], draws=50, rng=seed) for seed in (5, 6))
    assert (one.seed, other.seed) == (5, 6)
    again = surviving_ties(small(confidence=0.5), without=["Lead"], draws=50, rng=one.seed)
    assert again.to_frame().equals(one.to_frame())
