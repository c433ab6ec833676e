"""Inequality against the published definitions, computed values and invariants."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc

CENTRES = sc.dataset_tables("day_centres")["distribution"].set_index("municipality")
RATE = CENTRES["centres"] / CENTRES["inhabitants"]


def pairwise_gini(rates, people):
    """The Gini index by its other definition: half the mean difference of all pairs over the mean."""
    rates, people = np.asarray(rates, float), np.asarray(people, float)
    differences = np.abs(rates[:, None] - rates[None, :])
    return people @ differences @ people / (2 * people.sum() * (people @ rates))


def test_three_municipalities():
    found = sc.inequality(RATE, weights=CENTRES["inhabitants"])
    assert found.lorenz["people"].tolist() == pytest.approx([0.572904, 0.828816, 1], abs=5e-7)
    assert found.lorenz["amount"].tolist() == pytest.approx([0.1, 0.2, 1])
    assert found.gini == pytest.approx(120521 / 182465)
    assert found.theil == pytest.approx(0.964979, abs=5e-7)
    assert found.mean_log_deviation == pytest.approx(0.976560, abs=5e-7)
    assert found.hoover == pytest.approx(0.628816, abs=5e-7)
    assert found.between is None
    unweighted = sc.inequality(RATE)
    assert unweighted.gini == pytest.approx(0.572513, abs=5e-7)
    assert unweighted.gini_of_sample == pytest.approx(0.858770, abs=5e-7)


def test_per_eldership():
    rate = CENTRES["centres"] / CENTRES["elderships"]
    assert rate.tolist() == pytest.approx([2, 0.166667, 0.090909], abs=5e-7)
    assert sc.inequality(rate, weights=CENTRES["elderships"]).gini == pytest.approx(0.633333, abs=5e-7)


def test_centres_that_lack():
    lacking = RATE["Kazlų Rūda"] * CENTRES["inhabitants"] - CENTRES["centres"]
    assert lacking[["Kupiškis", "Šilutė"]].tolist() == pytest.approx([10.959661, 25.773811], abs=5e-7)
    assert np.ceil(lacking[["Kupiškis", "Šilutė"]]).tolist() == [11, 26]


def test_weighted_whole_numbers_are_said_to_be_taken_as_rates():
    people = CENTRES["inhabitants"]
    for language, said in (("en", "taken as rates"), ("lt", "palaikytos")):
        assert said in " ".join(sc.inequality(CENTRES["centres"], weights=people).sentences(language))
        for found in (sc.inequality(CENTRES["centres"]), sc.inequality(RATE, weights=people)):
            assert said not in " ".join(found.sentences(language))


def test_one_plan_per_region():
    regions = sc.dataset_tables("care_reform")["region_population"].set_index("region")
    people = regions["population_2020"]
    found = sc.inequality(1 / people, weights=people)
    assert [found.gini, found.hoover, found.theil, found.mean_log_deviation] == pytest.approx(
        [0.394704, 0.309674, 0.256144, 0.267331], abs=5e-7
    )


def test_within_and_between():
    found = sc.inequality([10, 20, 30, 60], weights=[100, 300, 200, 400], groups=list("aabb"))
    assert found.gini == pytest.approx(0.283784, abs=5e-7)
    assert found.hoover == pytest.approx(0.248649, abs=5e-7)
    assert [found.theil, found.between, found.within] == pytest.approx([0.144445, 0.102490, 0.041955], abs=5e-7)
    assert found.to_frame()["value"].tolist()[-2:] == [found.between, found.within]
    assert found.by_group["places"].tolist() == [2, 2]


RATES = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 500), st.sampled_from("ab")), min_size=1, max_size=8)


@given(RATES, st.permutations(range(8)))
def test_invariants(rows, order):
    rates, people, groups = (list(each) for each in zip(*rows, strict=True))
    found = sc.inequality(rates, weights=people, groups=groups)
    if not sum(rates):
        assert np.isnan([found.gini, found.theil, found.hoover]).all()
        return
    assert found.gini == pytest.approx(pairwise_gini(rates, people), abs=1e-12)
    assert found.theil == pytest.approx(found.between + found.within, abs=1e-12)
    gaps = found.lorenz["people"] - found.lorenz["amount"]
    assert found.hoover == pytest.approx(gaps.max(), abs=1e-12)
    assert np.isinf(found.mean_log_deviation) == (0 in rates)
    turned = [each for each in order if each < len(rows)]
    other = sc.inequality([rates[i] * 7 for i in turned], weights=[people[i] * 3 for i in turned])
    assert other.gini == pytest.approx(found.gini, abs=1e-12)
    assert other.theil == pytest.approx(found.theil, abs=1e-12)


def test_all_alike_and_nothing():
    alike = sc.inequality([5, 5, 5], weights=[1, 2, 3], groups=list("aab"))
    assert alike.gini == pytest.approx(0, abs=1e-12)
    assert "no difference to split" in repr(alike) or alike.theil < 1e-12
    nothing = sc.inequality([0, 0])
    assert np.isnan(nothing.gini)
    assert "all values are 0" in repr(nothing)
    assert np.isnan(sc.inequality([]).gini)


def test_a_place_without_people_counts_for_nothing():
    assert sc.inequality([1, 2, 99], weights=[1, 1, 0]).gini == pytest.approx(sc.inequality([1, 2]).gini)


def test_sentences_name_the_places_and_what_was_weighted():
    found = sc.inequality(RATE, weights=CENTRES["inhabitants"])
    assert found.sentences()[0] == "Over these 3 places, weighted by their people: Gini index 0.661."
    assert "each counted alike: Gini index 0.573" in sc.inequality(RATE).sentences()[0]
    assert "whether they stand for others is not said" in repr(found)
    assert found.sentences("lt")[0] != found.sentences()[0]
    assert "infinite" in repr(sc.inequality([0, 1]))


@pytest.mark.parametrize(
    ("values", "options", "said"),
    [
        ([1, 2], {"weights": [1, 2, 3]}, r"argument 'weights': there must be as many as values \(2\), not 3"),
        ([1, 2], {"weights": [0, 0]}, "all weights are 0"),
        ([1, -2], {}, r"entry '1', argument 'values': must be 0 or a positive number \(here: -2.0\)"),
        ([1, None], {}, "is missing; leave it out, as in values.dropna"),
        ([1, "x"], {}, r"is not a number \(here: 'x'\)"),
        (pd.Series({"Kelmė": 1.0}), {"weights": {"Kelme": 2}}, "entry 'Kelmė'.*did you mean 'Kelme'"),
        ([1, 2], {"groups": ["a", None]}, "argument 'groups': is missing"),
        (7, {}, "must be a Series, a mapping"),
    ],
)
def test_bad_input(values, options, said):
    with pytest.raises(sc.InputError, match=said):
        sc.inequality(values, **options)


def test_every_bad_row_is_told():
    with pytest.raises(sc.InputError) as caught:
        sc.inequality({"a": -1, "b": None, "c": 2})
    assert len(caught.value.problems) >= 2


@pytest.mark.parametrize(("rate", "expected"), [([1, 2, 0], True), ([1, 1, 0], False), ([1.5, 2, 0], False)])
def test_whole_numbers_above_1_may_be_counts_and_not_rates(rate, expected):
    assert sc.inequality(rate, weights=[10, 20, 30]).may_be_counts is expected
    assert sc.inequality(rate).may_be_counts is False
