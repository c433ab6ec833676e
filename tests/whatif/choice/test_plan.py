"""Plans against all sets computed anew, and what is refused."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.choice.candidates import Together
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates
from tests.whatif.choice.choice_samples import joins, ties_in


def mean_gain(chain, scenarios, goal, draws, rng):
    together = Scenario("all", steps=tuple(step for each in scenarios for step in each.steps))
    outcome = compare(chain, together, measures=[goal], draws=draws, rng=rng)
    before, after = (numbers[goal.__name__] for numbers, _ in outcome.values)
    return float((after - before).mean())


@pytest.mark.parametrize("goal", [ties_in, global_efficiency])
def test_exact_is_the_best_of_all_sets(chain, four, goal):
    """Every set is computed anew through compare, which draws the same ties from the same seed."""
    plan = plan_partners(chain, four, goals=goal, k=2, draws=40, rng=5)
    by_hand = {
        " + ".join(each.name for each in pair): mean_gain(chain, pair, goal, 40, 5) for pair in combinations(four, 2)
    }
    table = plan.pareto
    assert table[goal.__name__].to_dict() == pytest.approx(by_hand)
    assert sorted(plan.chosen) == max(by_hand, key=by_hand.get).split(" + ")
    assert plan.certificate.exact
    assert (plan.certificate.method, plan.certificate.evaluations, plan.certificate.gap) == ("all sets", 6, 0)


def test_order_of_candidates_changes_nothing_and_the_seed_repeats_it(chain, four):
    many = {"goals": global_efficiency, "k": 2, "draws": 8, "rng": 8}
    plans = [
        plan_partners(chain, order, exact_up_to=limit, **many)
        for limit in (500, 1)
        for order in (four, four[::-1], four)
    ]
    for one in plans[1:]:
        assert sorted(one.chosen) == sorted(plans[0].chosen)
    for one, same in (plans[:2], plans[::2][:1] * 2, plans[3:5], plans[4:]):
        assert one.chosen == same.chosen
        pd.testing.assert_frame_equal(one.pareto, same.pareto)
        pd.testing.assert_frame_equal(one.to_frame(), same.to_frame())


def test_no_bound_where_somebody_does_harm(chain):
    candidates = [joins("n", a=1.0), joins("m", b=1.0), joins("o", a=0.1)]
    plan = plan_partners(chain, candidates, goals=density, k=1, draws=20, rng=1, exact_up_to=1)
    assert plan.certificate.returns_diminish == "refuted"
    assert np.isnan(plan.certificate.bound)
    assert "No bound can be stated" in repr(plan)


def test_an_indication_is_no_certificate(chain):
    candidates = [joins("n", a=1.0), joins("m", b=1.0), joins("o", a=1.0, b=1.0)]
    plan = plan_partners(chain, candidates, goals=ties_in, k=2, draws=2, rng=1, exact_up_to=1)
    assert plan.certificate.returns_diminish == "not known"
    assert (plan.certificate.value, plan.certificate.bound) == (3, 4)
    assert plan.certificate.gap == pytest.approx(1 / 3)
    assert "so the bound is indicative only" in repr(plan.certificate)


def test_a_budget_is_kept_and_may_be_left(chain, four):
    cost = {"w": 5, "x": 4, "y": 1, "z": 4}
    exact = plan_partners(chain, four, goals=ties_in, budget=8, cost=cost, draws=30, rng=2)
    assert exact.pareto["cost"].max() <= 8
    assert len(exact.pareto) == 4 + 4  # singles; w+y, x+y, x+z, y+z are affordable, and nothing with three
    assert sorted(exact.chosen) == ["x", "z"]
    searched = plan_partners(chain, four, goals=ties_in, budget=8, cost=cost, draws=30, rng=2, exact_up_to=1)
    assert sorted(searched.chosen) == ["x", "z"]
    harmful = plan_partners(chain, four, goals=density, budget=14, cost=cost, draws=30, rng=2)
    assert len(harmful.chosen) < 4  # everybody is affordable, and everybody lowers density
    one = plan_partners(chain, four, goals=ties_in, budget=8, k=1, cost=cost, draws=30, rng=2)
    assert len(one.chosen) == 1


@pytest.mark.parametrize("exact_up_to", [500, 1])
def test_at_most_so_many_leaves_out_whoever_adds_nothing(chain, four, exact_up_to):
    options = {"goals": ties_in, "draws": 30, "rng": 2, "exact_up_to": exact_up_to}
    assert len(plan_partners(chain, four, at_most=2, **options).chosen) == 2
    idle = [joins("n", a=1.0), Scenario("idle").with_actor("idle")]
    plan = plan_partners(chain, idle, at_most=2, **options)
    assert plan.chosen == ("n",)
    assert len(plan_partners(chain, idle, k=2, **options).chosen) == 2
    assert "cost" not in plan.to_frame()
    said = plan.sentences()
    assert "Stated: at most 2 may be chosen, whatever they cost." in said
    assert "Nurodyta: " in " ".join(plan.sentences("lt"))
    priced = plan_partners(chain, idle, at_most=1, budget=5, cost={"n": 2, "idle": 1}, **options)
    assert "Stated: at most 1 may be chosen." in priced.sentences()


def test_a_candidate_made_of_others_stands_beside_none_of_its_parts(chain):
    n, m = joins("n", a=1.0), joins("m", b=1.0)
    both = (n + m).named("both")
    plan = plan_partners(chain, [n, m, both], goals=ties_in, at_most=2, draws=5, rng=1)
    assert sorted(plan.pareto.index) == ["both", "m", "m + n", "n"]
    exactly = plan_partners(chain, [n, m, both], goals=ties_in, k=2, draws=5, rng=1)
    assert len(exactly.pareto) == 3  # exactly two were asked for


def test_coverage_under_at_most_so_many_is_proven_and_leaves_out_whoever_adds_nothing():
    region = load_dataset("siauliai")
    hubs = [Scenario(name).with_actor(name) for name in ("north", "south")]
    goal = Coverage({"places": 100}, {"north": {"places": 100}, "south": {"places": 70}})
    plan = plan_partners(region, hubs, goals=goal, at_most=2)
    assert (plan.chosen, plan.certificate.exact) == (("north",), True)


def test_coverage_alone_needs_no_seed_and_is_proven():
    region = load_dataset("siauliai")
    hubs = [Scenario(name).with_actor(name) for name in ("north", "south", "west")]
    goal = Coverage({"places": 100, "help": 40}, {"north": {"places": 60}, "south": {"places": 70}, "west": ["help"]})
    plan = plan_partners(region, hubs, goals=goal, k=2)
    assert plan.chosen == ("south", "west")
    assert plan.certificate.method == "integer programming"
    assert (plan.certificate.value, plan.certificate.bound, plan.certificate.gap) == (110, 110, 0)
    assert "of 140 needed, 0 are served now and 110 with south and west" in repr(plan)
    assert "draws" not in repr(plan)
    assert "Structure" not in repr(plan)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "how many to choose"),
        ({"k": 5}, "more than there are to choose from: 4 candidates"),
        ({"k": 0}, "at least 1"),
        ({"k": True}, "at least 1"),
        ({"k": 1, "cost": {"w": 1, "x": -2, "y": 1, "z": 1}}, "must be a number from 0"),
        ({"k": 1, "cost": {"w": 1, "x": 2, "y": 1, "q": 1}}, "is no candidate"),
        ({"k": 1, "cost": {"w": 1}}, "gives no amount for"),
        ({"k": 1, "cost": 5}, "cost must be a mapping or None"),
        ({"budget": 5}, "needs costs"),
        ({"budget": -5, "cost": dict.fromkeys("wxyz", 1)}, "budget must be"),
        ({"budget": 5, "cost": dict.fromkeys("wxyz", 6)}, "is too small for any candidate; the cheapest, 'w', costs 6"),
        ({"k": 1, "goals": degree}, "one number for the whole cluster"),
        ({"k": 1, "goals": lambda c: "good"}, "must return a number"),
        ({"k": 1, "goals": "density"}, "a measure is a function"),
        ({"k": 1, "goals": {}}, "must be named"),
        ({"k": 1, "goals": lambda c: float("nan")}, "undefined for the cluster in every draw"),
        ({"k": 1, "goals": {"open": density}, "better": {"opne": "lower"}}, "did you mean 'open'"),
        ({"k": 1, "better": "sideways"}, "better must be 'higher', 'lower', a mapping or None"),
        ({"k": 1, "rng": None}, "rng must be a seed"),
        ({"k": 1, "draws": 0}, "draws must be"),
        ({"k": 1, "interval": 0.5}, r"draws=sc\.Draws\(1000, interval=\.\.\.\)"),
        ({"k": 1, "exact_up_to": 0}, "exact_up_to must be"),
        ({"k": 1, "goals": Coverage({"n": 1}, {"w": ["n"]}), "better": "lower"}, "more coverage is better"),
    ],
)
def test_bad_input_is_named(chain, four, more, said):
    with pytest.raises(InputError, match=said):
        plan_partners(chain, four, **{"goals": density, "draws": 2, "rng": 1, **more})


@pytest.mark.parametrize(
    ("candidates", "said"),
    [
        ([], "at least one candidate"),
        (["w"], "is not a Scenario"),
        ("w", "candidates must be a list"),
        ([joins("w", a=1.0), joins("w", b=1.0)], "two scenarios have this name"),
        ([joins("w", b=1.0), joins("a", b=1.0)], "is a member of the cluster already, so it cannot join"),
        ([joins("w", a=1.0), Scenario("v").with_actor("w")], "contradict each other"),
        ([joins("w", nobody=1.0)], "is not an actor"),
    ],
)
def test_bad_candidates_are_named(chain, candidates, said):
    with pytest.raises(InputError, match=said):
        plan_partners(chain, candidates, goals=density, k=1, draws=2, rng=1)


def test_candidates_may_share_a_partner_who_then_joins_once(chain):
    def hub(name, target):
        return Scenario(name).with_actor("hub", sector="public").with_ties("hub", [target])

    plan = plan_partners(
        chain, [hub("to a", "a"), hub("to d", "d"), hub("to b", "b")], goals=ties_in, k=3, draws=1, rng=1
    )
    assert plan.to_frame()["mean_total"].tolist() == [1, 2, 3]


def test_what_is_left_out_of_the_models_is_drawn_as_before(chain):
    """Stated ties are drawn by their confidence; a scenario that is prepared as usual draws the same ties."""
    pair = [joins("w", a=0.9, c=0.4), Scenario("r").with_actor("r", sector="civic").with_ties("r", Rates(by="sector"))]
    together = Together(None, Prepared("", chain)).joined_by(pair[0]).joined_by(pair[1])
    usual = (pair[0] + pair[1]).prepare(chain)
    assert len(together.prepared.modelled) == 1
    assert len(usual.modelled) == 2
    assert together.prepared.cluster == usual.cluster
    for draw in range(20):
        assert together.prepared.present(5, draw).tolist() == usual.present(5, draw).tolist()
