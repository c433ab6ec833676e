import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.measures.brokerage.holes import constraint
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.outcome_text import _change, _then, of_comparison
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Stated


def test_a_fall_is_told_with_positive_amounts():
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    )
    outcome = compare(cluster, Scenario("cut").without_ties("a", "b"), measures=[density], draws=2, rng=1)
    assert outcome.sentences()[1] == ("cut: density falls by 0.167, from 0.5 to 0.333.")


def test_the_three_numbers_of_a_sentence_add_up_where_the_median_after_is_another():
    row = pd.Series({"before": 3.0, "after": 4.0, "delta": 2.0, "low": 1.0, "high": 3.0})
    assert _change("x", "ties", row, "so", "en") == "x: ties rises by 2 (1 to 3), from 3 to 5; so."
    gone = pd.Series({"before": 0.3, "after": 0.0, "delta": -0.3 + 1e-17, "low": -0.4, "high": -0.1})
    assert "from 0.3 to 0;" in _change("x", "density", gone, "so", "en")


@pytest.mark.parametrize(
    ("cut", "added", "verb"),
    [
        (0, {"a": 0.9, "b": 0.9}, "rises"),
        (1, {"a": 0.4, "b": 0.4, "c": 0.4, "d": 0.4}, "changes"),
        (2, {"a": 0.5}, "falls"),
        (3, {"a": 0.6, "b": 0.6, "c": 0.6, "d": 0.6}, "changes"),
    ],
)
def test_only_an_interval_on_one_side_of_zero_is_a_rise_or_a_fall(cut, added, verb):
    def ties_in(cluster):
        return cluster.n_ties

    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    )
    scenario = Scenario("new").with_actor("new").with_ties("new", Stated(added))
    for source, target in ["ab", "bc", "cd"][:cut]:
        scenario = scenario.without_ties(source, target)
    outcome = compare(cluster, scenario, measures=[ties_in], draws=200, rng=1)
    row = outcome.to_frame().iloc[0]
    assert (row["low"] < 0 < row["high"]) == (verb == "changes")
    assert row["delta"] != 0
    assert f"new: ties in {verb} by" in outcome.sentences()[1]
    lithuanian = {"rises": "padidėja", "falls": "sumažėja", "changes": "pasikeičia"}[verb]
    assert f" {lithuanian} " in outcome.sentences("lt")[1].partition(";")[0]


ROW = {"of": "cluster", "before": 2.0, "after": 2.0, "delta": 0.0, "low": 0.0, "high": 0.0, "p_improvement": np.nan}


def said_of(draws=100, better=None, language="en", **row):
    row = {**ROW, "p_increase": 0.0, "p_decrease": 0.0, "defined": 1.0, "error_of_mean": 0.1, **row}
    table = pd.DataFrame([row], index=pd.MultiIndex.from_tuples([("s", "parts")], names=["scenario", "measure"]))
    stated = {} if better is None else {"parts": better}
    return of_comparison(table, draws=draws, interval=0.9, better=stated, assumptions=(), language=language)


def test_what_changes_in_few_draws_is_not_said_to_stay():
    assert said_of(p_decrease=0.041)[1] == (
        "s: parts does not change in 96% of the draws (2); it falls in 4% of the draws."
    )
    assert said_of(p_decrease=0.041, language="lt")[1] == (
        "s: parts nepasikeičia 96\xa0% bandymų (2); sumažėja 4\xa0% bandymų."
    )
    assert said_of(error_of_mean=0.0)[1] == "s: parts does not change (2)."


@pytest.mark.parametrize(("above", "said"), [(0.49, "so it makes no clear difference"), (0.96, "rises more in 96%")])
def test_what_a_random_partner_does_too_is_said(above, said):
    row = {"delta": 1.0, "low": 0.5, "high": 1.5, "p_increase": 1.0, "null": 1.0, "p_above_null": above}
    assert said in said_of(**row)[1]
    assert ("no clear difference" in said_of(**row)[1]) == (above < 0.95)


@pytest.mark.parametrize(
    ("better", "said"), [("higher", "That is no improvement"), ("lower", "That is an improvement")]
)
def test_what_all_draws_agree_on_has_neither_interval_nor_chance(better, said):
    row = {"delta": -1.0, "low": -1.0, "high": -1.0, "after": 1.0, "p_decrease": 1.0, "error_of_mean": 0.0}
    row["p_improvement"] = float(better == "lower")
    lines = said_of(better=better, **row)
    assert lines[0] == "What if: s (100 draws, all agree)"
    assert lines[1].startswith(f"s: parts falls by 1, from 2 to 1. {said} ")
    assert lines[1].endswith(f"improvement ({better} was stated to be better).")


def test_a_mean_by_actor_is_over_the_same_actors_before_and_after():
    """The newcomer gives the isolate a value; nobody else's changes, and so the mean does not."""
    triad = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcx")}), pd.DataFrame({"source": list("abc"), "target": list("bca")})
    )
    joins = Scenario("n").with_actor("n").with_ties("n", ["x"])
    outcome = compare(triad, joins, measures=[constraint], draws=2, rng=1)
    assert outcome.to_frame().iloc[0][["of", "delta"]].tolist() == ["mean of 3 of 4 actors", 0]
    assert outcome.sentences()[1].startswith(
        "n: constraint, on average over the 3 actors for whom it is defined before and after, does not change"
    )


def test_what_is_off_by_rounding_is_told_as_it_is():
    row = pd.Series({"before": 1e6, "after": 1e6 + 0.1, "delta": 0.1 + 1e-10})
    assert _then(row) == row["after"]
