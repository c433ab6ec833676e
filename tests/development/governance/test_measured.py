"""What governance is judged by."""

import math
from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.governance.measured import (
    competencies_needed,
    goal_consensus,
    number_of_organisations,
    trust_of,
)


def trusting(*ties, actors="ABCD", directed=True, unknown=(), meaning="Trust"):
    frame = pd.DataFrame(ties, columns=["source", "target", "weight"]).assign(layer="t")
    open_dyads = pd.DataFrame(list(unknown), columns=["source", "target"]).assign(layer="t")
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": list(actors)}),
        frame,
        unknown=open_dyads,
        layers={"t": {"directed": directed, "meaning": meaning}},
    )


TRUST = trusting(("A", "B", 4), ("C", "B", 3), ("D", "B", 3), ("B", "A", 1))


@pytest.mark.parametrize("directed", [True, False])
def test_density_and_centralisation_are_those_of_the_trusting_ties(directed):
    given = TRUST if directed else trusting(("A", "B", 4), ("B", "C", 3), ("B", "D", 3), directed=False)
    found = trust_of(given, "t", 3)
    kept = given.ties[given.ties["weight"] >= 3]
    plain = sc.Cluster.from_tables(
        given.actors.reset_index(), kept[["source", "target"]], layers={"tie": {"directed": directed}}
    )
    assert found.density == pytest.approx(sc.density(plain))
    assert found.centralization == pytest.approx(sc.centralization(plain, partial(sc.degree, direction="in")))


def test_unknown_dyads_are_left_out_and_that_is_said():
    found = trust_of(trusting(("A", "B", 1), unknown=[("B", "C"), ("C", "D")]), "t", None)
    assert found.density == 1 / 10
    assert str(found.note) == "2 unknown dyads are left out of trust."


def test_a_scale_has_to_be_known():
    with pytest.raises(
        InputError, match=r"weights from 1 to 4; say from which on there is trust, as in cutoffs=\{'trust': 4\}"
    ):
        trust_of(TRUST, "t", None)
    assert trust_of(trusting(("A", "B", 1)), "t", None).density == 1 / 12  # yes or no needs none
    with pytest.raises(InputError, match="no tie is as strong as 9; weights here are from 1 to 4"):
        trust_of(TRUST, "t", 9)


def test_a_contract_is_no_trust():
    with pytest.raises(InputError, match="who signed a contract or met somebody need not trust"):
        trust_of(sc.load_dataset("norway_project"), "contract", None)
    with pytest.raises(InputError, match="no meaning is stated"):
        trust_of(trusting(("A", "B", 1), meaning=None), "t", None)
    with pytest.raises(InputError, match="is no layer"):
        trust_of(TRUST, "trust", None)


def test_numbers_may_be_handed_in():
    found = trust_of(TRUST, {"density": 0.4}, None)
    assert found.density == 0.4
    assert math.isnan(found.centralization)
    for wrong in ({"density": 2}, {"densit": 0.2}, 3, ["t"]):
        with pytest.raises(InputError):
            trust_of(TRUST, wrong, None)


def test_organisations_are_counted_and_nothing_else():
    assert number_of_organisations(sc.load_dataset("norway_project"), None) == (13, None)
    n, why = number_of_organisations(sc.load_dataset("care_reform"), None)
    assert math.isnan(n)
    assert str(why).startswith("9 actors stand for kinds of organisations")
    assert number_of_organisations(sc.load_dataset("care_reform"), 30)[0] == 30
    assert math.isnan(number_of_organisations(trusting(actors="AB"), None)[0])
    persons = trusting().with_columns(kind=["person", "school", "Person", None])
    with pytest.raises(InputError, match="A and C: participants of a network are organisations"):
        number_of_organisations(persons, None)
    assert number_of_organisations(persons, 2)[0] == 2


def test_consensus_is_the_mean_over_goals():
    assert goal_consensus(pd.Series({"a": 0.4, "b": 0.8, "c": np.nan})) == pytest.approx(0.6)
    assert goal_consensus(0.3) == 0.3
    assert math.isnan(goal_consensus(None))
    assert math.isnan(goal_consensus(pd.Series([np.nan])))
    for wrong in (1.2, "x", pd.Series([2.0]), pd.DataFrame({"a": [5]}), [], True):
        with pytest.raises(InputError):
            goal_consensus(wrong)


def test_competencies_are_stated_or_follow_from_paths():
    assert competencies_needed([1, 4]) == (2.5, False)
    paths = pd.DataFrame({"steps": pd.array([1, 2, 3, None], dtype="Int64")})
    assert competencies_needed(paths) == (pytest.approx(2 / 3), True)
    assert math.isnan(competencies_needed(None)[0])
    for wrong in (0.4, 6, "x", pd.DataFrame({"x": [1]})):
        with pytest.raises(InputError):
            competencies_needed(wrong)
