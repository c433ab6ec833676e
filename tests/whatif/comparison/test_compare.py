import functools

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, ProjectionWarning
from socluster.draws.settings import Draws
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated
from tests.examples import examples


def ties_in(cluster):
    return cluster.n_ties


@pytest.fixture
def chain():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["x", "x", "y", "y"]})
    ties = pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    return Cluster.from_tables(actors, ties)


def test_what_is_certain_has_no_interval(chain):
    outcome = compare(chain, Scenario("shortcut").with_ties("a", "d"), measures=[density], draws=10, rng=1)
    row = outcome.to_frame().loc[("shortcut", "density")]
    assert row[["before", "after", "delta", "low", "high"]].astype(float).tolist() == pytest.approx(
        [1 / 2, 2 / 3, 1 / 6, 1 / 6, 1 / 6]
    )
    assert row["p_increase"] == 1
    assert row["error"] == 0
    assert np.isnan(row["p_improvement"])


def test_draws_have_the_stated_probability(chain):
    scenario = Scenario("hub").with_actor("hub").with_ties("hub", Stated({"a": 0.3, "b": 0.8}))
    outcome = compare(chain, scenario, measures=[ties_in], draws=2000, rng=3)
    delta = outcome.values[1][0]["ties_in"] - outcome.values[0][0]["ties_in"]
    assert delta.mean() == pytest.approx(1.1, abs=0.05)
    assert (delta == 0).mean() == pytest.approx(0.7 * 0.2, abs=0.03)


def test_a_delta_is_paired(chain):
    """Ties that both sides hold are the same in every draw, so they leave nothing in the difference."""
    unsure = chain.with_ties("a", ["c", "d"], evidence="assumed", confidence=0.5)
    scenario = Scenario("hub").with_actor("hub").with_ties("hub", ["a"])
    outcome = compare(unsure, scenario, measures=[ties_in], draws=200, rng=3)
    before, after = (frame["ties_in"] for frame, _ in outcome.values)
    assert len(set(before)) > 1
    assert (after - before).eq(1).all()


def test_equal_models_in_two_scenarios_draw_equal_ties(chain):
    base = Scenario("one").with_actor("hub", sector="x").with_ties("hub", Rates())
    same = Scenario("two", steps=base.steps)
    outcome = compare(chain, [base, same], measures=[ties_in, degree], draws=50, rng=3)
    assert outcome.values[1][0].equals(outcome.values[2][0])
    assert outcome.values[1][1]["degree"].equals(outcome.values[2][1]["degree"])


def test_same_seed_same_answer_whatever_the_row_order(chain):
    tables = chain.to_tables()
    turned = Cluster.from_tables(tables.actors, tables.ties[::-1])
    scenario = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Rates())
    frames = [compare(c, scenario, measures=[density], draws=40, rng=11).to_frame() for c in (chain, turned)]
    pd.testing.assert_frame_equal(*frames)
    other = compare(chain, scenario, measures=[density], draws=40, rng=12).to_frame()
    assert not other.equals(frames[0])


def test_comparisons_use_raw_values_unless_asked(chain):
    scenario = Scenario("more").with_actor("e")
    raw = compare(chain, scenario, measures=[degree], draws=1, rng=1).by_actor("degree")
    assert raw.loc["b", ["before", "after"]].tolist() == [2, 2]
    asked = functools.partial(degree, normalized=True)
    shares = compare(chain, scenario, measures=[asked], draws=1, rng=1).by_actor()
    assert shares.loc["b", ["before", "after"]].tolist() == pytest.approx([2 / 3, 2 / 4])


def test_by_actor_tells_who_stayed_joined_and_left(chain):
    scenario = Scenario("swap").with_actor("e").with_ties("e", "a").without_actor("d")
    frame = compare(chain, scenario, measures=[degree, density], draws=2, rng=1).by_actor()
    assert frame["status"].to_dict() == {"a": "stayed", "b": "stayed", "c": "stayed", "d": "left", "e": "joined"}
    assert frame.loc["a", "delta"] == 1
    assert np.isnan(frame.loc["d", "after"])
    assert np.isnan(frame.loc["e", "before"])


def test_mean_is_over_those_who_stay(chain):
    outcome = compare(chain, Scenario("leave").without_actor("d"), measures=[betweenness], draws=1, rng=1)
    row = outcome.to_frame().loc[("leave", "betweenness")]
    assert row["of"] == "mean of 3 actors"
    assert row["before"] == pytest.approx((0 + 2 + 2) / 3)
    assert row["after"] == pytest.approx(1 / 3)


def test_improvement_only_where_it_is_stated(chain):
    scenario = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Rates())
    outcome = compare(chain, scenario, measures=[density], draws=60, rng=1, better={"density": "lower"})
    row = outcome.to_frame().loc[("hub", "density")]
    assert row["p_improvement"] == row["p_decrease"]
    assert "an improvement in" in repr(outcome)


def test_error_shrinks_with_the_square_root_of_draws():
    scenario = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Rates(prior_rate=0.5, prior_dyads=1000))

    actors = pd.DataFrame({"actor": [f"a{n}" for n in range(30)], "sector": "x"})
    big = Cluster.from_tables(actors, pd.DataFrame({"source": ["a1"], "target": ["a2"]}))

    def noisy(cluster):  # nearly uniform on 0..1, so that order statistics differ
        return hash(cluster) % 10007 / 10007

    few = compare(big, scenario, measures=[noisy], draws=100, rng=1).to_frame()["error"].item()
    many = compare(big, scenario, measures=[noisy], draws=1600, rng=1).to_frame()["error"].item()
    assert 2 < few / many < 8


def test_a_cluster_of_affiliations_is_projected_first():
    actors = pd.DataFrame({"actor": list("abc"), "sector": ["x", "x", "y"]})
    links = pd.DataFrame({"actor": list("abbc"), "group": list("ggkk")})
    cluster = Cluster.from_tables(actors, groups=pd.DataFrame({"group": list("gk")}), affiliations=links)
    scenario = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Rates(), layer="referral")
    with pytest.warns(ProjectionWarning):
        outcome = compare(cluster, [scenario], measures=[ties_in], draws=5, rng=1)
    assert outcome.to_frame()["before"].item() == 2


def test_undefined_values_are_counted_not_hidden(chain):
    def sometimes(cluster):
        return float("nan") if cluster.n_ties % 2 else 1.0

    scenario = Scenario("hub").with_actor("hub").with_ties("hub", Stated({"a": 0.5, "b": 0.5}))
    even = chain.without_ties("a", "b")
    row = compare(even, scenario, measures=[sometimes], draws=400, rng=1).to_frame().iloc[0]
    assert row["defined"] == pytest.approx(0.5, abs=0.1)
    assert row["delta"] == 0
    odd = compare(
        chain, Scenario("same").without_actor("d").with_actor("d"), measures=[lambda c: float("nan")], draws=2, rng=1
    )
    assert "undefined in every draw" in repr(odd)


def test_a_certain_count_is_a_whole_number(chain):
    more = Scenario("more").with_ties("a", "d")
    table = compare(chain, more, measures={"partners": degree}, draws=3, rng=1).by_actor()
    assert {*table[["before", "after", "delta", "low", "high"]].dtypes} == {np.dtype(np.int64)}
    assert table.loc["a", ["before", "after", "delta"]].tolist() == [1, 2, 1]
    mixed = compare(chain, more, measures=[degree, density], draws=3, rng=1).to_frame()
    assert mixed["before"].dtype == float


def test_raw_is_said_where_a_measure_would_normalise(chain):
    more = Scenario("more").with_ties("a", "d")
    said = compare(chain, more, measures=[degree, density], draws=3, rng=1).sentences()
    assert any(line.startswith("more: degree (raw),") for line in said)
    assert any(line.startswith("Raw values are not normalised") for line in said)
    stated = compare(chain, more, measures=[functools.partial(degree, normalized=True), density], draws=3, rng=1)
    assert "(raw)" not in repr(stated)
    assert "Raw" not in repr(stated)
    assert "rises by 0.167, from 0.5 to 0.667." in stated.sentences()[2]


def test_sentences_in_both_languages(chain):
    scenario = Scenario("šaka").with_ties("a", "d")
    outcome = compare(chain, scenario, measures=[density, degree], draws=3, rng=1)
    english, lithuanian = outcome.sentences(), outcome.sentences("lt")
    assert english[0] == "What if: šaka (certain: nothing is drawn)"
    assert english[1] == "šaka: density rises by 0.167, from 0.5 to 0.667."
    assert english[2].startswith("šaka: degree (raw), on average over the 4 actors who stay, rises by 0.5")
    assert lithuanian[1] == "šaka: tankis padidėja 0,167: nuo 0,5 iki 0,667."
    assert "Structure is not effectiveness" in english[-1]
    assert len(english) == len(lithuanian)


@pytest.mark.parametrize(
    ("scenarios", "more", "said"),
    [
        ([], {}, "at least one scenario"),
        ([Scenario("x"), Scenario("x")], {}, "two scenarios"),
        (["x"], {}, "is not a Scenario"),
        ([Scenario("x")], {"draws": 0}, "whole number"),
        ([Scenario("x")], {"rng": None}, "seed"),
        ([Scenario("x")], {"interval": 0.5}, r"draws=sc\.Draws\(1000, interval=\.\.\.\)"),
        ([Scenario("x")], {"measures": []}, "at least one measure"),
        ([Scenario("x")], {"measures": ["density"]}, "measure is a function"),
        ([Scenario("x")], {"measures": [density, density]}, "two measures"),
        ([Scenario("x")], {"measures": [lambda c: "text"]}, "must return a number"),
        ([Scenario("x")], {"measures": [lambda c: pd.Series([1.0, 2.0])]}, "row for every actor"),
        ([Scenario("x")], {"better": {"densty": "higher"}}, "did you mean 'density'"),
        ([Scenario("x")], {"better": {"density": "up"}}, "must be one of"),
    ],
)
def test_bad_input_is_named(chain, scenarios, more, said):
    with pytest.raises(InputError, match=said):
        compare(chain, scenarios, **{"measures": [density], "draws": 2, "rng": 1, **more})


def test_what_rounding_leaves_is_neither_rise_nor_fall_and_what_is_small_is(chain):
    def rounded(cluster):
        return 0.3 if cluster.n_ties == 3 else 0.1 + 0.2

    def small(cluster):
        return 1.0 if cluster.n_ties == 3 else 1.0 + 1e-8

    scenario = Scenario("more").with_ties("a", "d")
    frame = compare(chain, scenario, measures=[rounded, small], draws=3, rng=1).to_frame().droplevel("scenario")
    assert 0.1 + 0.2 > 0.3
    assert frame.loc["rounded", ["delta", "p_increase", "p_decrease"]].tolist() == [0, 0, 0]
    assert frame.loc["small", ["p_increase", "p_decrease"]].tolist() == [1, 0]


def test_a_comparison_stops_once_the_errors_of_the_measures_are_small_enough(chain):
    hub = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Stated({"a": 0.5, "c": 0.5, "d": 0.3}))

    def compared(draws):
        return compare(chain, hub, measures=[density, ties_in], draws=draws, rng=3)

    loose, tight = (compared(Draws(2000, tolerance={"density": error})) for error in (0.05, 0.006))
    assert 100 == loose.draws < tight.draws < 2000
    errors = tight.to_frame().loc["hub"].loc[["density"], ["error", "error_of_mean"]]
    assert (errors <= 0.006).all(axis=None)
    pd.testing.assert_frame_equal(compared(tight.draws).to_frame(), tight.to_frame())
    assert compared(Draws(150, tolerance=1e-9)).draws == 150
    with pytest.raises(InputError, match="did you mean 'density'"):
        compared(Draws(10, tolerance={"densty": 0.1}))


def test_a_rare_change_is_waited_for():
    """With p = .005, 100 draws are mostly alike: their error of 0 would be believed, and the change be missed."""
    pair = Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), pd.DataFrame({"source": ["a"], "target": ["b"]}))
    rare = Scenario("rare").with_ties("c", Stated({"a": 0.005}))
    tables = [
        compare(pair, rare, measures=[isolates], draws=Draws(3000, tolerance=0.004), rng=seed)
        for seed in range(examples(8, 20))
    ]
    assert min(each.draws for each in tables) >= 1600
    assert -np.mean([each.to_frame()["mean"].iloc[0] for each in tables]) == pytest.approx(0.005, abs=0.0015)
    sure = Scenario("sure").with_ties("c", ["a"])
    assert compare(pair, sure, measures=[isolates], draws=Draws(3000, tolerance=0.004), rng=1).draws == 100


def isolates(cluster):
    """How many have no tie."""
    return float((cluster.matrix().toarray().sum(axis=0) == 0).sum())
