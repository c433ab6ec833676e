"""What sets of candidates gain in each draw: scales, undefined draws, common draws."""

import numpy as np
import pandas as pd
import pytest

from socluster.measures.cohesion.density import global_efficiency
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates
from tests.whatif.choice.choice_samples import joins, ties_in


def test_a_weighted_goal_is_scored_on_the_scale_of_the_single_candidates(chain, four):
    goal = Goal({global_efficiency: 1, ties_in: 2}, better={ties_in: "lower"})
    plan = plan_partners(chain, four, goals=goal, k=1, draws=50, rng=4)
    outcome = compare(chain, four, measures=[global_efficiency, ties_in], draws=50, rng=4)
    gains = np.array([(after[0] - outcome.values[0][0]).to_numpy().T for after in outcome.values[1:]])
    spread = gains.transpose(1, 0, 2).reshape(2, -1).std(axis=1)
    scores = (gains[:, 0] / spread[0] - 2 * gains[:, 1] / spread[1]).mean(axis=1)
    assert plan.pareto.loc[[each.name for each in four], "score"].tolist() == pytest.approx(scores.tolist())


def test_undefined_draws_count_as_the_worst_and_are_told(chain):
    def sometimes(cluster):
        return float("nan") if cluster.n_ties == 4 else float(cluster.n_ties)

    candidates = [joins("x", a=0.5), joins("y", a=1.0, b=1.0)]
    plan = plan_partners(chain, candidates, goals=sometimes, k=1, draws=200, rng=1)
    table = plan.pareto
    assert plan.chosen == ("y",)
    assert table.loc["x", "defined"] == pytest.approx(0.5, abs=0.1)
    assert table.loc["x", "sometimes"] == 0  # no gain where it is defined, and nobody loses
    assert "undefined for a set" in repr(plan)


def test_partners_with_rates_are_planned_on_common_draws(chain):
    def hub(name, sector):
        return Scenario(name).with_actor(name, sector=sector).with_ties(name, Rates(by="sector"))

    hubs = [hub("p", "public"), hub("q", "civic"), hub("r", "civic")]
    plans = [plan_partners(chain, order, goals=ties_in, k=2, draws=30, rng=4) for order in (hubs, hubs[::-1])]
    assert plans[0].chosen == plans[1].chosen
    pd.testing.assert_frame_equal(plans[0].pareto, plans[1].pareto)
    assert plans[0].draws == 30


def test_an_undefined_draw_counts_as_the_largest_loss_of_anybody(chain):
    def sometimes(cluster):
        return float("nan") if cluster.n_ties == 4 else -float(cluster.n_ties)

    candidates = [joins("x", a=0.5), joins("y", a=1.0, b=1.0)]
    table = plan_partners(chain, candidates, goals=sometimes, k=1, draws=200, rng=1).pareto
    share = table.loc["x", "defined"]
    assert 0 < share < 1
    assert table.loc["y", "sometimes"] == -2
    assert table.loc["x", "sometimes"] == pytest.approx(-2 * (1 - share))
