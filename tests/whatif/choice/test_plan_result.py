"""The answer to a plan: whom it names, its tables, and its picture."""

import pytest

from socluster.measures.cohesion.density import density
from socluster.whatif.choice.plan import plan_partners
from tests.whatif.choice.choice_samples import ties_in


def test_whom_to_choose_is_named_where_there_is_one_goal(chain, four):
    plan = plan_partners(chain, four, goals=ties_in, k=2, draws=20, rng=1)
    assert plan.chosen == tuple(plan.to_frame().index)
    several = {"ties": ties_in, "density": density}
    assert plan_partners(chain, four, goals=several, better="higher", k=2, draws=20, rng=1).chosen == ()


def test_tables_are_the_callers_own(chain, four):
    plan = plan_partners(chain, four, goals=ties_in, k=1, draws=20, rng=1)
    for table in (plan.pareto, plan.to_frame()):
        table.iloc[:, 0] = -1.0
    assert (plan.pareto["ties_in"] >= 0).all()
    assert (plan.to_frame()["mean_gain"] >= 0).all()


def test_the_axes_of_a_front_are_the_goals(chain, four):
    goals = {"ties": ties_in, "density": density}
    plan = plan_partners(chain, four, goals=goals, better="higher", k=2, draws=20, rng=1)
    titles = plan.plot().layout.xaxis.title.text, plan.plot(x="density", y="ties").layout.xaxis.title.text
    assert titles[0] != titles[1]
    with pytest.raises(ValueError, match="ti"):
        plan.plot(x="tis")
