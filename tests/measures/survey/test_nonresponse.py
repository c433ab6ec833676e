"""Response rates, and bounds over unknown dyads against every completion made by hand."""

import itertools
from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.survey.nonresponse import bounds, response_rate
from tests.examples import examples

few = settings(max_examples=examples(8, 45), deadline=None)
LABELS = "ABCDE"


def make(ties, unknown=(), actors=LABELS, directed=False, **more):
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": list(actors), **more}),
        pd.DataFrame([tuple(tie) for tie in ties], columns=["source", "target"], dtype=object),
        unknown=pd.DataFrame([tuple(dyad) for dyad in unknown], columns=["source", "target"], dtype=object),
        layers={"tie": {"directed": directed}},
    )


# -- response ---------------------------------------------------------------------------------------------------------


def test_response_rate_is_of_those_of_whom_it_is_known():
    assert response_rate(make([], responded=[True, True, False, None, None])) == pytest.approx(2 / 3)
    assert response_rate(make([], responded=[True] * 5)) == 1
    assert np.isnan(response_rate(make([])))
    assert np.isnan(response_rate(make([], actors="")))
    with pytest.raises(InputError):
        response_rate(3)


# -- bounds -----------------------------------------------------------------------------------------------------------


@few
@given(st.data())
def test_bounds_equal_every_completion_made_by_hand(data):
    directed = data.draw(st.booleans())
    pairs = list(itertools.permutations(LABELS[:4], 2) if directed else itertools.combinations(LABELS[:4], 2))
    states = data.draw(st.lists(st.sampled_from("tn?"), min_size=len(pairs), max_size=len(pairs)))
    states = [state if states[:place].count("?") < 3 else "n" for place, state in enumerate(states)]
    tied, unknown = ([pair for pair, state in zip(pairs, states, strict=True) if state == sign] for sign in "t?")
    cluster = make(tied, unknown, LABELS[:4], directed)
    chance = len(tied) / (len(pairs) - len(unknown))
    measure = sc.global_efficiency
    worth = {}
    for present in itertools.product((False, True), repeat=len(unknown)):
        added = [dyad for dyad, there in zip(unknown, present, strict=True) if there]
        value = measure(make([*tied, *added], actors=LABELS[:4], directed=directed))
        probability = np.prod([chance if there else 1 - chance for there in present])
        worth[round(value, 12)] = worth.get(round(value, 12), 0) + probability
    found = bounds(cluster, measure)
    row = found.to_frame().iloc[0]
    assert found.unknown == len(unknown)
    assert found.method == ("every completion" if unknown else "nothing unknown")
    assert found.completions == 2 ** len(unknown)
    assert row["minimum"] == pytest.approx(min(worth))
    assert row["maximum"] == pytest.approx(max(worth))
    assert row["all_absent"] == pytest.approx(measure(make(tied, actors=LABELS[:4], directed=directed)))
    assert row["all_present"] == pytest.approx(measure(make([*tied, *unknown], actors=LABELS[:4], directed=directed)))
    cumulated = np.cumsum([worth[value] for value in sorted(worth)])
    for quantile, column in ((0.05, "low"), (0.95, "high")):
        place = np.searchsorted(cumulated, quantile - 1e-9)
        assert row[column] == pytest.approx(sorted(worth)[min(place, len(worth) - 1)])
    assert row["defined"] == pytest.approx(1)


def test_silent_actors_leave_dyads_open():
    """In an undirected layer a dyad is unknown if neither of the two answered: C-D, C-E, D-E."""
    cluster = make(["AB", "BC"], responded=[True, True, False, False, False])
    found = bounds(cluster, sc.density)
    assert found.unknown == 3
    row = found.to_frame().loc["density"]
    assert row[["minimum", "maximum"]].tolist() == pytest.approx([2 / 10, 5 / 10])
    assert sc.density(cluster) == pytest.approx(2 / 7)  # of the known ones, in between
    assert "exactly from 0.2 to 0.5" in repr(found)


def test_measures_of_actors_have_a_row_each():
    cluster = make(["AB"], ["BC"], "ABC")
    frame = bounds(cluster, partial(sc.degree, normalized=False)).to_frame()
    assert frame.index.equals(cluster.index)
    assert frame["minimum"].tolist() == [1, 1, 0]
    assert frame["maximum"].tolist() == [1, 2, 1]
    assert frame["all_absent"].tolist() == [1, 1, 0]
    several = bounds(cluster, lambda c: pd.DataFrame({"in": sc.degree(c), "cut": sc.degree(c) > 0.5})).to_frame()
    assert several.index.names == ["measure", "actor"]
    assert several.loc[("cut", "B"), ["minimum", "maximum"]].tolist() == [0, 1]
    assert "6 values, see to_frame()" in repr(bounds(cluster, lambda c: pd.DataFrame({"a": sc.degree(c), "b": 1.0})))


def test_undefined_values_are_left_out_and_counted():
    """Without its unknown dyad, C is an isolate, whose constraint is undefined; the chance of a tie is 1/2."""
    frame = bounds(make(["AB"], ["BC"], "ABC"), sc.constraint).to_frame()
    assert np.isnan(frame.loc["C", "all_absent"])
    assert frame.loc["C", ["minimum", "maximum", "low", "high"]].tolist() == [1] * 4
    assert frame["defined"].tolist() == [1, 1, 0.5]
    nowhere = bounds(make([], [], "A"), sc.density).to_frame().iloc[0]
    assert nowhere.drop("defined").isna().all()
    assert nowhere["defined"] == 0


def test_many_unknown_dyads_are_drawn():
    labels = [f"a{place:02}" for place in range(12)]
    pairs = list(itertools.combinations(labels, 2))
    cluster = make(pairs[::3], pairs[1::3], labels)  # 22 tied, 22 unknown, 22 known as not tied
    found = bounds(cluster, sc.density, draws=2000, rng=3)
    row = found.to_frame().iloc[0]
    assert found.method == "extremes and draws"
    assert found.completions == 2002
    assert row[["minimum", "maximum"]].tolist() == pytest.approx([22 / 66, 44 / 66])
    assert row[["all_absent", "all_present"]].tolist() == pytest.approx([22 / 66, 44 / 66])
    # 22 dyads, each tied with probability 22/44: 5 % and 95 % quantiles of a binomial are 7 and 15
    assert row[["low", "high"]].tolist() == pytest.approx([29 / 66, 37 / 66])
    assert row["defined"] == pytest.approx(1)
    assert found.to_frame().equals(bounds(cluster, sc.density, draws=2000, rng=3).to_frame())
    assert "as far as tried" in repr(found)
    with pytest.raises(InputError, match="rng must be a seed"):
        bounds(cluster, sc.density)
    with pytest.raises(InputError, match="draws must be a whole number"):
        bounds(cluster, sc.density, draws=0, rng=1)


def test_layers_have_their_own_dyads_strengths_and_waves():
    ties = pd.DataFrame(
        [("A", "B", "x", 2.0, "2016"), ("B", "C", "x", 4.0, "2016"), ("A", "B", "y", 9.0, None)],
        columns=["source", "target", "layer", "weight", "wave"],
    )
    unknown = pd.DataFrame({"source": ["C", "C"], "target": ["A", "A"], "layer": ["x", "y"], "wave": ["2016", None]})
    layers = {"x": {"directed": False}, "y": {"directed": True}}
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties, unknown=unknown, layers=layers)
    strength_of = {name: partial(sc.strength, layer=name, direction="in") for name in ("x", "y")}
    of_x = bounds(cluster, strength_of["x"]).to_frame()
    assert bounds(cluster, strength_of["x"]).unknown == 2
    assert (of_x["maximum"] - of_x["minimum"]).tolist() == [2, 0, 2]  # the lower of the two medians
    of_y = bounds(cluster, strength_of["y"], layer="y").to_frame()
    assert bounds(cluster, strength_of["y"], layer="y").unknown == 1
    assert (of_y["maximum"] - of_y["minimum"]).tolist() == [9, 0, 0]
    with pytest.raises(InputError, match="is no layer"):
        bounds(cluster, sc.density, layer="z")


def test_a_ladder_keeps_its_steps():
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "weight": [1.0, 4.0]})
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"]})
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("ABC")}), ties, unknown=unknown, layers={"tie": {"scale": "frey"}}
    )
    assert bounds(cluster, sc.strength).to_frame()["maximum"].tolist() == [2, 5, 5]


def test_further_columns_survive():
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "since": [2001], "formal": [True], "note": ["x"]})
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("ABC")}), ties, unknown=pd.DataFrame({"source": ["A"], "target": ["C"]})
    )

    def since(completed):
        assert completed.ties["since"].dropna().tolist() == [2001]
        assert not completed.may_hold_unknown
        return completed.n_ties

    assert bounds(cluster, since).to_frame()["maximum"].tolist() == [2]


def test_what_is_no_number_is_refused():
    cluster = make(["AB"], ["BC"], "ABC")
    with pytest.raises(InputError, match="is not numeric"):
        bounds(cluster, sc.components)
    with pytest.raises(InputError, match="is a function"):
        bounds(cluster, "density")
    with pytest.raises(InputError, match="must return a number"):
        bounds(cluster, lambda _: "much")


def test_uncertain_ties_are_said_once():
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "confidence": [0.5]})
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("ABC")}), ties, unknown=pd.DataFrame({"source": ["A"], "target": ["C"]})
    )
    with pytest.warns(UncertainTiesWarning) as caught:
        found = bounds(cluster, sc.density)
    assert [warning.filename for warning in caught] == [__file__]
    assert found.to_frame()["maximum"].tolist() == pytest.approx([2 / 3])


def test_bounds_of_nobody():
    assert bounds(make([], actors=""), sc.degree).to_frame().shape == (0, 7)
    assert "no dyad is unknown" in repr(bounds(make(["AB"]), sc.density))


@pytest.mark.parametrize("seed", range(5))
def test_the_response_rate_is_counted_actor_by_actor(seed):
    answers = np.random.default_rng(seed).choice([True, False, None], 9).tolist()
    known = [each for each in answers if each is not None]
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abcdefghi"), "responded": answers}))
    assert response_rate(cluster) == pytest.approx(known.count(True) / len(known))
