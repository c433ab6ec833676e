"""A partner of a kind that nobody has: nothing is learned about it, a warning says so, and so does the assumption."""

import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, NearNameWarning
from socluster.whatif.ties import AnyOf, AtMost, Closure, Mixture, Rates, Scaled, Stated
from socluster.whatif.ties.untaught import Untaught, worth_of_prior


@pytest.fixture
def region():
    return sc.load_dataset("siauliai").project()


def hub(model, **attributes):
    return sc.Scenario("hub").with_actor("hub", **attributes).with_ties("hub", model, layer="referral")


@pytest.mark.parametrize(("word", "near"), [("civil", "civic"), ("civik", "civic"), ("zzz", None)])
def test_an_unknown_word_is_named_with_the_nearest(region, word, near):
    said = f"did you mean '{near}'" if near else "there are: civic, private, public, science"
    with pytest.warns(NearNameWarning, match=said):
        outcome = sc.compare(region, [hub(Rates(), sector=word)], measures=[sc.density], draws=5, rng=1)
    text = repr(outcome)
    assert "at the rates of its sector" not in text
    assert f"no actor has the partner's sector ('{word}'), so its rates are learned from nobody" in text
    assert "neturi pagal ką būti įvertinti" in "\n".join(outcome.sentences("lt"))


def test_a_known_word_says_nothing_new(region):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        outcome = sc.compare(region, [hub(Rates(), sector="civic")], measures=[sc.density], draws=5, rng=1)
    assert "at the rates of its sector" in repr(outcome)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda model: AnyOf((model, Stated({"MSSL": 0.5}))),
        lambda model: Mixture({model: 0.5, Stated({"MSSL": 0.5}): 0.5}),
        lambda model: Scaled(model, 0.5),
        lambda model: AtMost(model, 3),
        lambda model: Closure(model, 0.1),
    ],
)
def test_so_it_says_inside_of_another_model(region, wrap):
    said = hub(wrap(Rates()), sector="zzz").assumptions("en", region)
    assert "learned from nobody" in said[0]
    assert "at the rates of its sector" not in said[0]
    same = hub(wrap(Rates(activity=False)), sector="civic")
    assert same.assumptions("en", region) == same.assumptions("en")


@pytest.mark.filterwarnings("ignore::socluster.core.errors.NearNameWarning")
@pytest.mark.parametrize(
    "ask",
    [
        lambda c, h: sc.rank_partners(c, [h, replace(h, name="twin")], goal=sc.density, draws=5, rng=1),
        lambda c, h: sc.plan_partners(c, [h], goals=sc.density, k=1, draws=5, rng=1),
        lambda c, h: sc.attribute(c, h, measure=sc.density, draws=5, rng=1),
    ],
    ids=["rank", "plan", "attribute"],
)
def test_every_question_says_so(region, ask):
    assert "learned from nobody" in repr(ask(region, hub(Rates(), sector="zzz")))


def test_what_is_stated_of_the_prior():
    assert "with the stated mean 0.2 (prior weight: 2 dyads)" in Untaught(("sector",), "x", 0.2, 2.0).assumption()
    assert worth_of_prior(1, "en") == "prior weight: 1 dyad"


def test_a_new_combination_of_known_words_is_no_slip_but_the_assumption_says_so():
    actors = pd.DataFrame({"actor": list("abc"), "sector": ["x", "x", "y"], "place": ["p", "q", "q"]})
    cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["a"], "target": ["b"]}))
    scenario = hub(Rates(by=["sector", "place"]), sector="y", place="p")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scenario.apply(cluster)
    assert "sector and place ('y, p')" in scenario.assumptions("en", cluster)[0]


# -- members without a value ------------------------------------------------------------------------------------------


def field():
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": ["x", "x", "y", None, None, "y"]})
    ties = pd.DataFrame([("a", "b"), ("a", "d"), ("d", "e"), ("c", "f")], columns=["source", "target"])
    return Cluster.from_tables(actors, ties)


def test_members_without_a_value_are_refused_with_the_way_out():
    with pytest.raises(InputError, match=r"missing='category'.*missing='drop'") as refused:
        Rates().posterior(field())
    assert [problem.row for problem in refused.value.problems] == ["d", "e"]
    with pytest.raises(InputError, match="missing must be one of"):
        Rates(missing="ignore")


def test_they_are_a_block_of_their_own():
    table = Rates(missing="category").posterior(field()).to_frame()
    assert table.loc[("(not stated)", "(not stated)"), ["ties", "dyads"]].tolist() == [1, 1]
    joined = hub(Rates(missing="category")).apply(field()).ties.query("layer == 'referral'")
    assert set(joined[["source", "target"]].to_numpy().ravel()) == {"hub", *"abcdef"}


def test_they_are_left_out():
    table = Rates(missing="drop").posterior(field()).to_frame()
    left = Rates().posterior(field().without_actor(["d", "e"])).to_frame()
    pd.testing.assert_frame_equal(table, left)
    joined = hub(Rates(missing="drop"), sector="x").apply(field()).ties.query("layer == 'referral'")
    alone = hub(Rates(), sector="x").apply(field().without_actor(["d", "e"])).ties.query("layer == 'referral'")
    ends = [set(each[["source", "target"]].to_numpy().ravel()) for each in (joined, alone)]
    assert ends[0] == ends[1] == {"hub", "a", "b", "c", "f"}
    assert np.allclose(sorted(joined["confidence"]), sorted(alone["confidence"]))


def test_the_rule_is_kept_in_a_file():
    scenario = hub(Rates(missing="drop"), sector="x")
    assert sc.Scenario.from_json(scenario.to_json()) == scenario
