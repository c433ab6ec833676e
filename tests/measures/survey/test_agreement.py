"""Agreement of two reports, and ladders, against published numbers and literal counting."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.survey.agreement import ladder_profile, report_agreement
from tests.examples import examples

few = settings(max_examples=examples(20, 120), deadline=None)
LABELS = "ABCDE"


def make(ties, layers, actors=LABELS, silent="", **tables):
    frame = pd.DataFrame(ties, columns=["source", "target", "layer", "weight"])
    people = pd.DataFrame({"actor": list(actors), "responded": [label not in silent for label in actors]})
    return sc.Cluster.from_tables(people, frame, layers=layers, **tables)


def arcs_of(*pairs, layer="x", weight=1.0):
    return [(pair[0], pair[1], layer, weight) for pair in pairs]


DIRECTED = {"x": {"directed": True}}
BOTH = {"x": {"directed": True}, "y": {"directed": True}}


# -- two reports ------------------------------------------------------------------------------------------------------


def test_knoke(knoke):
    """Published dyads: 17 mutual, 15 asymmetric, 13 null; 17/32 = .5313."""
    found = report_agreement(knoke, layer="information")
    assert (found.pairs, found.both, found.one, found.neither) == (45, 17, 15, 13)
    assert found.jaccard == pytest.approx(0.5313, abs=5e-5)
    density = 49 / 90
    chance = density**2 + (1 - density) ** 2
    assert found.kappa == pytest.approx((30 / 45 - chance) / (1 - chance))
    frame = found.to_frame()
    assert frame.index.equals(knoke.index)
    reports = frame["both"] + frame["only_own"]
    assert reports.tolist() == [4, 7, 6, 4, 8, 3, 3, 6, 3, 5]  # published out-degrees
    assert (frame["both"] + frame["only_other"]).tolist() == [5, 8, 4, 5, 8, 1, 9, 2, 5, 2]
    assert "both sides report 17 of 32 reported ties" in repr(found)


@few
@given(st.sets(st.sampled_from(list(itertools.permutations(LABELS, 2)))))
def test_one_question_equals_literal_counting(arcs):
    cluster = make(arcs_of(*arcs), DIRECTED)
    found = report_agreement(cluster)
    pairs = list(itertools.combinations(LABELS, 2))
    said = [((a, b) in arcs) + ((b, a) in arcs) for a, b in pairs]
    assert (found.both, found.one, found.neither) == (said.count(2), said.count(1), said.count(0))
    tied = said.count(2) + said.count(1)
    assert found.jaccard == pytest.approx(said.count(2) / tied if tied else np.nan, nan_ok=True)
    for actor, row in found.to_frame().iterrows():
        own = np.array([(actor, other) in arcs for other in LABELS if other != actor])
        other = np.array([(other, actor) in arcs for other in LABELS if other != actor])
        assert row["both"] == (own & other).sum()
        assert row["only_own"] == (own & ~other).sum()
        assert row["only_other"] == (~own & other).sum()
        assert row["neither"] == (~own & ~other).sum()
        chance = own.mean() * other.mean() + (1 - own.mean()) * (1 - other.mean())
        expected = ((own == other).mean() - chance) / (1 - chance) if chance < 1 else np.nan
        assert row["kappa"] == pytest.approx(expected, nan_ok=True)


def test_two_questions_by_hand():
    """A says it sends to B and C. B says it receives from A, D says so of A too; C says nothing."""
    ties = arcs_of("AB", "AC") + arcs_of("BA", "DA", layer="y")
    found = report_agreement(make(ties, BOTH, "ABCD"), layer="x", received="y")
    assert (found.pairs, found.both, found.one, found.neither) == (12, 1, 2, 9)
    assert found.jaccard == pytest.approx(1 / 3)
    assert found.kappa == pytest.approx((10 / 12 - 26 / 36) / (1 - 26 / 36))
    frame = found.to_frame()
    assert frame.loc["A", ["both", "only_own", "only_other", "neither"]].tolist() == [1, 1, 1, 3]
    assert frame.loc["D", ["both", "only_own", "only_other", "neither"]].tolist() == [0, 1, 0, 5]
    assert "'x' against 'y'" in repr(found)


def test_strengths_that_both_report():
    ties = arcs_of("AB", "BA", weight=2.0) + arcs_of("AC", weight=1.0) + arcs_of("CA", weight=3.0) + arcs_of("BC")
    assert report_agreement(make(ties, DIRECTED, "ABC")).same_strength == 0.5
    assert np.isnan(report_agreement(make(arcs_of("AB"), DIRECTED)).same_strength)


def test_who_did_not_answer_is_left_out():
    cluster = make(arcs_of("AB", "BA", "AC", "BC"), DIRECTED, "ABC", silent="C")
    found = report_agreement(cluster)
    assert (found.pairs, found.both, found.one) == (1, 1, 0)
    assert found.to_frame().loc["C", ["both", "only_own", "only_other", "neither"]].tolist() == [0, 0, 0, 0]
    assert np.isnan(found.to_frame().loc["C", "jaccard"])
    listed = pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["x"]})
    assert report_agreement(make(arcs_of("BA"), DIRECTED, "ABC", unknown=listed)).pairs == 2


def test_the_layer_must_be_clear(knoke, florentine):
    with pytest.raises(InputError, match="name the layer; directed layers here: information and money"):
        report_agreement(knoke)
    with pytest.raises(InputError, match="is not directed"):
        report_agreement(florentine, layer="marriage")
    with pytest.raises(InputError, match="directed layers here: none"):
        report_agreement(florentine)
    with pytest.raises(InputError, match="did you mean 'money'"):
        report_agreement(knoke, layer="information", received="monies")


@pytest.mark.parametrize("actors", ["", "A", "AB"])
def test_agreement_on_nothing(actors):
    found = report_agreement(make([], DIRECTED, actors))
    assert (found.both, found.one) == (0, 0)
    assert np.isnan([found.jaccard, found.kappa, found.same_strength]).all()
    assert found.to_frame().index.tolist() == list(actors)
    assert found.to_frame().dtypes.tolist() == [np.dtype("int64")] * 4 + [np.dtype(float)] * 2


# -- the ladder -------------------------------------------------------------------------------------------------------


def test_a_named_ladder_shows_all_its_steps():
    ties = arcs_of("AB", "BC", weight=1.0) + arcs_of("AC", weight=4.0) + arcs_of("AD", weight=5.0)
    frame = ladder_profile(make(ties, {"x": {"scale": "frey"}}, "ABCD"))
    assert frame.index.tolist() == [1, 2, 3, 4, 5]  # 0 is no interaction
    assert frame.index.name == "step"
    assert frame["meaning"].tolist() == ["networking", "cooperation", "coordination", "coalition", "collaboration"]
    assert frame["ties"].tolist() == [2, 0, 0, 1, 1]
    assert frame["at_least"].tolist() == [4, 2, 2, 2, 1]
    assert frame["density"].tolist() == pytest.approx([4 / 6, 2 / 6, 2 / 6, 2 / 6, 1 / 6])


def test_a_reversed_ladder_is_read_as_strength():
    """Four is the strongest strength of this ladder, whose own code for it is 1."""
    frame = ladder_profile(make(arcs_of("AB", weight=4.0), {"x": {"scale": "emon"}}, "AB"))
    assert frame.index.tolist() == [1, 2, 3, 4]
    assert frame.loc[4, "meaning"] == "continuously"
    assert frame["at_least"].tolist() == [1, 1, 1, 1]


def test_plain_strengths_show_what_occurs():
    ties = arcs_of("AB", "BA", weight=0.5) + arcs_of("AC", weight=7.0)
    frame = ladder_profile(make(ties, DIRECTED, "ABC"))
    assert frame.index.tolist() == [0.5, 7]
    assert frame["meaning"].isna().all()
    assert frame["ties"].tolist() == [2, 1]
    assert frame["density"].tolist() == pytest.approx([3 / 6, 1 / 6])


def test_densities_are_those_of_the_cut_networks():
    karate = sc.load_dataset("karate")
    for step, row in ladder_profile(karate).iterrows():
        assert row["density"] == pytest.approx(sc.density(karate.select(min_weight=step)))


def test_unknown_pairs_leave_the_divisor():
    unknown = pd.DataFrame({"source": ["B"], "target": ["C"], "layer": ["x"]})
    frame = ladder_profile(make(arcs_of("AB"), {"x": {}}, "ABC", unknown=unknown))
    assert frame["density"].tolist() == [0.5]


def test_ladders_of_nothing(knoke):
    assert ladder_profile(make([], {"x": {}}, "")).shape == (0, 4)
    assert ladder_profile(make([], {"x": {"scale": "frequency"}}, "A"))["density"].isna().all()
    assert ladder_profile(make([], {"x": {"scale": "frequency"}}, "AB"))["density"].tolist() == [0] * 5
    with pytest.raises(InputError, match="name the layer"):
        ladder_profile(knoke)
    with pytest.raises(InputError, match="did you mean 'money'"):
        ladder_profile(knoke, layer="moneys")


def test_uncertain_reports_are_said():
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["x"], "confidence": [0.5]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties, layers=DIRECTED)
    for measure in (report_agreement, ladder_profile):
        with pytest.warns(UncertainTiesWarning) as caught:
            measure(cluster)
        assert [warning.filename for warning in caught] == [__file__]


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_a_ladder_profile_is_counted_tie_by_tie(seed, directed):
    rng = np.random.default_rng(seed)
    pairs = list(itertools.permutations("abcdef", 2) if directed else itertools.combinations("abcdef", 2))
    chosen = [pair for pair in pairs if rng.random() < 0.5]
    weights = rng.integers(1, 5, len(chosen)).tolist()
    ties = pd.DataFrame(chosen, columns=["source", "target"]).assign(weight=weights)
    actors = pd.DataFrame({"actor": list("abcdef")})
    cluster = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": directed}})
    found = ladder_profile(cluster, layer="tie")
    for step, row in found.iterrows():
        assert row["ties"] == weights.count(int(step))
        assert row["at_least"] == sum(weight >= step for weight in weights)
        assert row["density"] == pytest.approx(row["at_least"] / len(pairs))
    assert found["ties"].sum() == len(chosen)
