from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.choice.sensitivity import sensitivity
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated

MEANS = ["mean_gain_if_low", "mean_gain", "mean_gain_if_high"]


def ties_in(cluster):
    return cluster.n_ties


def joins(name, **probabilities):
    return Scenario(name).with_actor(name).with_ties(name, Stated(probabilities))


@dataclass(frozen=True)
class Half:
    """A model of a user: ties to a and b, each with the same probability, which may be lower or higher."""

    p: float = 0.5
    says: bool = True

    def fit(self, cluster, actor, layer):
        return Stated({"a": self.p, "b": self.p}).fit(cluster, actor, layer)

    def assumption(self, language="en"):
        return f"half {self.p}"

    def varied(self):
        return {"halves": (Half(0.1), Half(1.0))} if self.says else {}


def halves(name, model):
    return Scenario(name).with_actor(name).with_ties(name, model)


@pytest.fixture
def chain():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["x", "x", "y", "y"]})
    return Cluster.from_tables(actors, pd.DataFrame({"source": list("abc"), "target": list("bcd")}))


def test_the_choice_changes_where_another_wins(chain):
    """One has 0.8 ties; the other has 1 on average, but 0.2 or 2 if its assumption is low or high."""
    found = sensitivity(chain, [joins("one", a=0.8), halves("two", Half())], goal=ties_in, draws=800, rng=1)
    frame = found.to_frame()
    assert found.best == "two"
    assert frame.index.name == "assumption"
    assert frame.columns.tolist() == [
        "mean_gain_if_low",
        "mean_gain",
        "mean_gain_if_high",
        "best_if_low",
        "best_if_high",
        "changes",
    ]
    row = frame.loc["halves"]
    assert row[MEANS].tolist() == pytest.approx([0.2, 1.0, 2.0], abs=0.1)
    assert row[["best_if_low", "best_if_high"]].tolist() == ["one", "two"]
    assert row["changes"]


def test_what_moves_the_gain_most_comes_first_and_base_is_the_ranking(chain):
    candidates = [joins("one", a=0.8), halves("two", Half())]
    found = sensitivity(chain, candidates, goal=ties_in, draws=50, rng=1)
    swing = found.to_frame()[MEANS].agg(lambda row: row.max() - row.min(), axis=1)
    assert swing.is_monotonic_decreasing
    assert len(swing) == 2  # odds of the stated ties, and halves
    ranking = rank_partners(chain, candidates, goal=ties_in, draws=50, rng=1)
    assert ranking.best == found.best
    assert found.to_frame()["mean_gain"].iloc[0] == pytest.approx(ranking.gains[found.best].mean())


def test_one_name_is_one_assumption_in_all_candidates(chain):
    found = sensitivity(chain, [joins("one", a=0.4), joins("two", b=0.5)], goal=ties_in, draws=400, rng=1)
    frame = found.to_frame()
    assert len(frame) == 1
    (settled,) = found.settled
    assert settled.low["one"].mean() == pytest.approx(0.25, abs=0.06)  # odds 2/3, halved
    assert settled.high["two"].mean() == pytest.approx(2 / 3, abs=0.06)  # odds 1, doubled


def test_all_assumptions_of_a_model_are_varied(chain):
    def hub(name, sector):
        return Scenario(name).with_actor(name, sector=sector).with_ties(name, Rates(by="sector"))

    model = Rates(by="sector")
    found = sensitivity(chain, [hub("p", "x"), hub("q", "y")], goal=ties_in, draws=20, rng=1)
    assert sorted(found.to_frame().index) == sorted(model.varied("en"))
    assert sorted(found.to_frame("lt").index) == sorted(model.varied("lt"))
    assert found.skipped == ()


def test_what_the_user_varies_replaces_candidates_by_name(chain):
    candidates = [joins("one", a=1.0), joins("two", a=0.5, b=0.5)]
    mine = {"the second drops out": ([joins("two", a=0.01)], [joins("two", a=1.0, b=1.0)])}
    found = sensitivity(chain, candidates, goal=ties_in, draws=400, rng=1, vary=mine)
    row = found.to_frame().loc["the second drops out"]
    assert (row["best_if_low"], row["best_if_high"]) == ("one", "two")
    assert "The second drops out: the choice changes: two if it is high" in repr(found)


def test_models_that_do_not_say_what_to_vary_are_named(chain):
    silent = [halves("one", Half(0.4, says=False)), halves("two", Half(0.6, says=False))]
    found = sensitivity(chain, silent, goal=ties_in, draws=20, rng=1)
    assert found.to_frame().empty
    assert found.to_frame()["changes"].dtype == bool
    assert found.skipped == ("Half",)
    assert "No assumption was varied." in found.sentences()
    assert "Not varied, since the model does not say how: Half." in found.sentences()
    assert "Nekeista, nes modelis nesako, kaip keisti: Half." in found.sentences("lt")


def test_a_weighted_goal_keeps_the_scale_of_the_candidates_as_they_are(chain):
    goal = Goal({ties_in: 1})
    found = sensitivity(chain, [joins("one", a=0.8), halves("two", Half())], goal=goal, draws=200, rng=1)
    raw = sensitivity(chain, [joins("one", a=0.8), halves("two", Half())], goal=ties_in, draws=200, rng=1)
    scale = np.std(np.concatenate(list(raw.gains.values())))
    assert found.to_frame()["mean_gain_if_high"].tolist() == pytest.approx(
        (raw.to_frame()["mean_gain_if_high"] / scale).tolist()
    )


def test_lower_may_be_better_and_order_does_not_matter(chain):
    candidates = [joins("one", a=0.8), joins("two", a=0.9, b=0.9)]
    frames = [
        sensitivity(chain, order, goal=ties_in, better="lower", draws=30, rng=1)
        for order in (candidates, candidates[::-1])
    ]
    assert [each.best for each in frames] == ["one", "one"]
    pd.testing.assert_frame_equal(frames[0].to_frame(), frames[1].to_frame())


def test_sentences_and_picture(chain):
    found = sensitivity(chain, [joins("one", a=0.8), halves("two", Half())], goal=ties_in, draws=50, rng=1)
    english, lithuanian = found.sentences(), found.sentences("lt")
    assert english[0].startswith("As assumed, two comes first for ")
    assert english[1].startswith("Halves: the choice changes: one if it is low; the gain of two ranges from")
    assert lithuanian[1].startswith("Halves: pasirinkimas keičiasi: jei mažiau – one; nauda (two) kinta nuo")
    assert "Structure is not effectiveness" in english[-1]
    assert len(english) == len(lithuanian)
    assert "halves" in found.plot(language="lt").layout.meta["alt"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"goal": degree}, "one number for the whole cluster"),
        ({"goal": lambda c: "good"}, "must return a number"),
        ({"goal": "density"}, "a measure is a function"),
        ({"better": "more"}, "must be one of"),
        ({"rng": None}, "rng must be a seed"),
        ({"draws": 0}, "draws must be"),
        ({"vary": {"x": [joins("one", a=0.1)]}}, "must be a pair"),
        ({"vary": {"x": ([joins("oen", a=0.1)], [])}}, "give at least one candidate|is no candidate"),
        ({"vary": {"x": ([joins("oen", a=0.1)], [joins("one", a=0.1)])}}, "did you mean 'one'"),
    ],
)
def test_bad_input_is_named(chain, more, said):
    candidates = [joins("one", a=0.8), joins("two", b=0.4)]
    with pytest.raises(InputError, match=said):
        sensitivity(chain, candidates, **{"goal": density, "draws": 2, "rng": 1, **more})


def test_one_scenario_is_compared_with_nobody():
    import socluster as sc
    from socluster.whatif.choice.sensitivity_result import NOBODY

    kite = sc.load_dataset("kite")
    near = sc.Scenario("near").with_actor("new").with_ties("new", sc.ties.Stated({kite.labels[3]: 0.9}))
    found = sc.sensitivity(kite, near, goal=sc.density, draws=50, rng=7)
    assert found.best == NOBODY  # one tie more of one actor more makes a kite sparser
    assert len(found.to_frame()) == 1
    assert len(found.sentences("lt")) == len(found.sentences())
