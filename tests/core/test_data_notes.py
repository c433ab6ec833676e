import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes


def cluster(n=4, ties=(), silent=0, confidence=1.0, unknown=()):
    names = list("ABCD")[:n]
    actors = pd.DataFrame({"actor": names, "responded": [place >= silent for place in range(n)]})
    frame = pd.DataFrame([tuple(tie) for tie in ties], columns=["source", "target"]).assign(layer="tie")
    frame = frame.assign(confidence=confidence, evidence="reported" if confidence == 1 else "assumed")
    dyads = pd.DataFrame([tuple(dyad) for dyad in unknown], columns=["source", "target"]).assign(layer="tie")
    return Cluster.from_tables(actors, frame, unknown=dyads)


def said(*given, language="en", **options):
    return [note.said(language) for note in data_notes(*given, **options)]


def test_of_data_without_gaps_nothing_is_said():
    assert said(cluster(ties=["AB"])) == []


@pytest.mark.parametrize(
    ("made", "notes"),
    [
        ({"n": 0}, ["The cluster has no actors."]),
        ({"n": 1}, ["The cluster has only one actor, who cannot be tied to anybody."]),
        ({}, ["There are no ties between the actors: nothing here shows how they work together."]),
        (
            {"ties": ["AB"], "silent": 1},
            ["1 of 4 actors did not answer: what only it could tell is missing."],
        ),
        (
            {"ties": ["AB"], "silent": 3},
            [
                "3 of 4 actors did not answer: what only they could tell is missing.",
                "2 unknown dyads were counted as if they held no tie.",
            ],
        ),
        ({"ties": ["AB"], "unknown": ["CD"]}, ["1 unknown dyad was counted as if it held no tie."]),
        ({"ties": ["AB"], "confidence": 0.5}, ["1 uncertain tie was counted as if it existed."]),
    ],
)
def test_every_gap_is_said(made, notes):
    assert said(cluster(**made)) == notes
    assert len(said(cluster(**made), language="lt")) == len(notes)
    assert not set(said(cluster(**made), language="lt")) & set(notes)


def test_nobody_who_answered_is_said_to_be_nobody():
    notes = said(cluster(ties=["AB"], silent=4), language="lt")
    assert notes[0] == "Neatsakė nė vienas veikėjas: niekas čia nepagrįsta jų pačių atsakymais."


def test_what_is_drawn_or_left_out_is_not_said_to_be_counted():
    assert said(cluster(ties=["AB"], confidence=0.5), drawn=True) == []
    assert said(cluster(ties=["AB"], unknown=["CD"]), unknown=False) == []


def test_a_layer_without_ties_beside_one_with_ties():
    two = cluster(ties=["AB"]).with_layer("referral")
    assert said(two, "tie") == []
    assert said(two, "referral") == ["There are no ties in the layer 'referral': nothing here shows how it works."]


def test_of_several_waves_what_is_unknown_is_left_to_who_needs_it():
    ties = pd.DataFrame({"source": ["A", "A"], "target": ["B", "B"], "wave": ["2016", "2018"], "evidence": "reported"})
    actors = pd.DataFrame({"actor": list("ABC"), "responded": [True, False, False]})
    notes = said(Cluster.from_tables(actors, ties))
    assert notes == ["2 of 3 actors did not answer: what only they could tell is missing."]


def test_of_any_measure_it_is_said_that_densities_leave_unknown_dyads_out():
    gap = cluster(ties=["AB"], unknown=["CD"])
    assert "except by densities" in said(gap, any_measure=True)[-1]
    assert "except" not in said(gap)[-1]
