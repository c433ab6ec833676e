"""Layers, directions and reports laid together."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.combine import laid_together
from tests.core.samples import frame


def test_flatten_adds_weights_and_keeps_the_weakest_ground(town):
    flat = town.flatten()
    assert flat.tie_layers == ("tie",)
    assert flat.is_directed()
    assert (flat.matrix() - town.matrix()).nnz == 0
    rows = flat.ties.set_index(["source", "target"])
    assert rows.loc[("Clinic", "NGO"), "evidence"] == "assumed"
    assert rows.loc[("Clinic", "NGO"), "confidence"] == 0.5


def test_large_whole_numbers_stay_whole_beside_a_gap():
    actors = pd.DataFrame({"actor": ["A", "B", "C"]})
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "layer": ["x", "y"]})
    ties["beds"] = pd.array([2**63 - 1, None], dtype="Int64")
    flat = Cluster.from_tables(actors, ties).flatten().ties.set_index("source")["beds"]
    assert flat["A"] == 2**63 - 1
    assert flat.isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("rule", "weights", "evidence"),
    [
        ("any", {("School", "Clinic"): 2, ("Clinic", "NGO"): 3}, "derived"),
        ("all", {("School", "Clinic"): 1}, "confirmed"),
        ("mean", {("School", "Clinic"): 1.5, ("Clinic", "NGO"): 1.5}, "derived"),
        ("sum", {("School", "Clinic"): 3, ("Clinic", "NGO"): 3}, "derived"),
        ("max", {("School", "Clinic"): 2, ("Clinic", "NGO"): 3}, "derived"),
        ("min", {("School", "Clinic"): 1}, "confirmed"),
    ],
)
def test_symmetrise(town, rule, weights, evidence):
    result = town.layer("referral").symmetrise(rule)
    assert not result.is_directed()
    rows = result.ties.set_index(["source", "target"])
    assert rows["weight"].to_dict() == weights
    assert rows.loc[("School", "Clinic"), "evidence"] == evidence


def test_sample_keeps_sure_ties_and_draws_the_uncertain_one(town):
    kept = [town.sample(seed).n_ties for seed in range(400)]
    assert set(kept) == {3, 4}
    assert 0.4 < np.mean(np.array(kept) == 4) < 0.6
    assert town.sample(5) == town.sample(5)
    assert town.sample(5).n_uncertain == 0


def test_two_reports_of_which_neither_is_sure_are_both_right_less_often():
    ties = frame("source target confidence", ("a", "b", 0.5), ("b", "a", 0.8))
    cluster = Cluster.from_tables(frame("actor", ("a",), ("b",)), ties, layers={"tie": {"directed": True}})
    for rule, confidence in (("all", 0.5 * 0.8), ("any", 1 - 0.5 * 0.2)):
        assert cluster.symmetrise(rule).ties["confidence"].tolist() == pytest.approx([confidence])


def test_what_several_rows_of_a_dyad_say_together():
    rows = frame(
        "source target layer weight confidence evidence ref wave place",
        ("a", "b", "x", 2.0, 0.5, "reported", "p. 1", None, "hall"),
        ("b", "a", "x", 3.0, 0.8, "reported", "p. 2", None, "hall"),
        ("a", "b", "y", 1.0, 0.5, "reported", "p. 1", None, "yard"),
    )
    said = {rule: laid_together(rows, rule) for rule in ("any", "all", "mean", "sum")}
    assert {rule: each["weight"] for rule, each in said.items()} == {"any": 3, "all": 1, "mean": 3, "sum": 6}
    assert said["all"]["confidence"] == pytest.approx(0.5 * 0.8 * 0.5)
    assert said["sum"]["confidence"] == pytest.approx(1 - 0.5 * 0.2 * 0.5)
    assert {rule: each["evidence"] for rule, each in said.items()} == {
        "any": "derived",
        "all": "confirmed",
        "mean": "derived",
        "sum": "derived",
    }
    assert said["all"]["ref"] == "p. 1; p. 2"
    assert {said[rule]["ref"] for rule in ("any", "mean", "sum")} == {
        "derived from ties: x (reported), y (reported); p. 1; p. 2"
    }
    assert said["sum"]["place"] is None
    assert laid_together(rows[:2], "sum")["place"] == "hall"


def test_a_dyad_is_unknown_in_the_flat_layer_unless_some_layer_shows_a_tie(town):
    tables = town.to_tables()
    unknown = frame("source target layer", ("NGO", "School", "referral"), ("NGO", "Firm", "contact"))
    unsure = Cluster.from_tables(tables.actors, tables.ties, unknown=unknown, layers=tables.layers)
    # Contact has no direction: it ties the NGO to the school, and leaves open both arcs between the NGO and the firm.
    arcs = unsure.flatten().unknown[["source", "target"]].values.tolist()
    assert sorted(arcs) == [["Firm", "NGO"], ["NGO", "Firm"]]
    assert (unsure.flatten().unknown_matrix() != unsure.unknown_matrix()).nnz == 0
    assert len(unsure.layer("contact").flatten().unknown) == 1


def test_a_tie_that_a_verb_made_is_derived_and_names_its_rows():
    actors = frame("actor", ("a",), ("b",), ("c",))
    ties = frame(
        "source target layer evidence ref",
        ("a", "b", "contract", "documented", "p. 7"),
        ("a", "b", "contact", "reported", None),
        ("b", "c", "contact", "documented", "p. 9"),
    )
    flat = Cluster.from_tables(actors, ties).flatten().ties.set_index(["source", "target"])
    assert flat["evidence"].tolist() == ["derived", "derived"]
    assert flat["ref"].tolist() == [
        "derived from ties: contact (reported), contract (documented); p. 7",
        "derived from ties: contact (documented); p. 9",
    ]


def test_what_nobody_laid_together_stays_what_it_was():
    ties = frame("source target evidence ref", ("a", "b", "documented", "p. 7"))
    cluster = Cluster.from_tables(frame("actor", ("a",), ("b",)), ties)
    for same in (cluster.flatten(), cluster.symmetrise()):
        assert same.ties[["evidence", "ref"]].values.tolist() == [["documented", "p. 7"]]


def test_the_sum_of_two_steps_is_no_step_of_the_ladder():
    ties = frame("source target weight", ("a", "b", 2), ("b", "a", 3))
    layers = {"tie": {"directed": True, "scale": "frey"}}
    both = Cluster.from_tables(frame("actor", ("a",), ("b",)), ties, layers=layers).symmetrise("sum")
    assert both.ties["weight"].tolist() == [5]
    assert both.layers["tie"].scale is None
