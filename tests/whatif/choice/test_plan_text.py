"""What a plan says: who to choose in which order, what each adds, and how sure that is."""

import pytest

from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.choice.plan_text import step_told
from tests.whatif.choice.choice_samples import joins, ties_in


def test_steps_add_up_and_come_in_the_order_of_what_they_add(chain, four):
    plan = plan_partners(chain, four, goals=ties_in, k=3, draws=60, rng=5, cost={"w": 1, "x": 2, "y": 3, "z": 4})
    frame = plan.to_frame()
    assert frame.index.tolist() == list(plan.chosen)
    assert frame.index.name == "candidate"
    assert frame["mean_gain"].is_monotonic_decreasing
    assert frame["mean_gain"].cumsum().tolist() == pytest.approx(frame["mean_total"].tolist())
    assert frame["total_cost"].iloc[-1] == sum({"w": 1, "x": 2, "y": 3, "z": 4}[name] for name in plan.chosen)
    assert (frame["low"] <= frame["mean_gain"]).all()
    assert (frame["mean_gain"] <= frame["high"]).all()


def test_how_sure_follows_from_the_draws(chain):
    """Gains are 0 or 1 with p = .6 and .3: the plan is as good as the other unless only the other has its tie."""
    plan = plan_partners(chain, [joins("x", a=0.6), joins("y", a=0.3)], goals=ties_in, k=1, draws=2000, rng=3)
    assert plan.chosen == ("x",)
    assert plan.p_best == pytest.approx(1 - 0.4 * 0.3, abs=0.04)
    assert plan.regret == pytest.approx(0.4 * 0.3, abs=0.04)


def test_an_amount_that_is_lost_is_positive_and_one_that_may_be_won_has_the_signs_of_the_table(chain, four):
    plan = plan_partners(chain, four, goals=ties_in, k=1, draws=20, rng=1)
    row = {"mean_gain": -0.2, "low": -0.5, "high": 0.1}
    assert step_told("x", row, plan, "en") == "x adds −0.2 (−0.5 to 0.1 in 90% of the draws)."
    assert step_told("x", {**row, "high": -0.1}, plan, "en") == "x takes away 0.2 (0.1 to 0.5 in 90% of the draws)."


def test_sentences_in_both_languages(chain, four):
    plan = plan_partners(chain, four, goals=ties_in, k=2, draws=20, rng=1, cost=dict.fromkeys("wxyz", 3))
    english, lithuanian = plan.sentences(), plan.sentences("lt")
    assert english[0] == "Choose z, then w (2 of 4 candidates, at a cost of 6)."
    assert lithuanian[0] == "Rinktis: z, paskui w (2 iš 4 kandidatų, kaina 6)."
    assert len(english) == len(lithuanian)
    assert english[-1].startswith("Structure is not effectiveness")
    assert "Exact: all 6 sets that are allowed were computed, with the same draws." in english
    assert "z" in plan.plot(language="lt").layout.meta["alt"]


def test_of_one_draw_is_spoken_only_where_there_is_one_and_something_is_drawn(chain, four):
    def told(**more):
        return " ".join(plan_partners(chain, four, goals=ties_in, k=1, rng=1, **more).sentences())

    assert "One draw" in told(draws=1)
    assert "One draw" not in told(draws=20)
    sure = [joins("x", a=1.0), joins("y", a=1.0, b=1.0)]
    assert "One draw" not in " ".join(plan_partners(chain, sure, goals=ties_in, k=1, draws=1, rng=1).sentences())
