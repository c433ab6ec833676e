import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.draws.settings import Draws
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.comparison.compare import compare
from tests.whatif.choice.choice_samples import joins, ties_in


@pytest.fixture
def five():
    return [
        joins("v", a=0.2),
        joins("w", a=0.9, c=0.4),
        joins("x", a=0.6, d=0.7),
        joins("y", b=0.5),
        joins("z", c=0.9, d=0.8),
    ]


NEEDS = Coverage({"n": 10, "m": 6}, {"v": ["n", "m"], "w": {"n": 2}, "y": {"m": 3, "n": 4}})


def beaten(row, table, goals):
    others = table[goals]
    return ((others >= row[goals]).all(axis=1) & (others > row[goals]).any(axis=1)).any()


def test_the_front_of_all_sets_is_its_definition_and_no_plan_is_picked(chain, five):
    goals = {"served": NEEDS, "cohesion": Goal({global_efficiency: 2, density: 1})}
    plan = plan_partners(chain, five, goals=goals, k=2, draws=40, rng=3)
    table = plan.pareto
    assert plan.chosen == ()
    assert len(table) == 10
    for _, row in table.iterrows():
        assert row["on_front"] == (not beaten(row, table, ["served", "cohesion"]))
    assert table["p_front"].notna().tolist() == table["on_front"].tolist()
    assert table["p_front"].dropna().between(0, 1).all()
    assert plan.certificate.exact
    for goal in goals:
        end = " + ".join(sorted(plan.options[f"best for {goal}"]))
        assert table.loc[end, goal] == table[goal].max()
        assert table.loc[end, "on_front"]
    assert table.loc[table.index[0], "on_front"]


def test_coverage_is_not_random_and_its_columns_say_so(chain, five):
    plan = plan_partners(chain, five, goals={"served": NEEDS, "ties": ties_in}, k=1, draws=40, rng=3)
    table = plan.pareto
    assert table["served"].to_dict() == {"v": 16, "w": 2, "x": 0, "y": 7, "z": 0}
    assert (table["served_low"] == table["served_high"]).all()
    assert (table["ties_low"] < table["ties_high"]).any()


def test_a_search_finds_the_ends_and_says_that_points_may_be_missing(chain, five):
    goals = {"served": NEEDS, "ties": ties_in}
    exact = plan_partners(chain, five, goals=goals, k=2, draws=40, rng=3)
    found = plan_partners(chain, five, goals=goals, k=2, draws=40, rng=3, exact_up_to=1)
    assert not found.certificate.exact
    assert "Points of the front may be missing" in repr(found)
    for goal in goals:
        assert found.pareto[goal].max() == pytest.approx(exact.pareto[goal].max())
    shared = found.pareto.index
    pd.testing.assert_frame_equal(
        found.pareto[["served", "ties"]], exact.pareto.loc[shared, ["served", "ties"]], check_like=True
    )


def test_to_frame_tells_every_option_and_goal(chain, five):
    goals = {"served": NEEDS, "ties": ties_in}
    plan = plan_partners(chain, five, goals=goals, k=2, draws=20, rng=3, cost=dict.fromkeys("vwxyz", 2))
    frame = plan.to_frame()
    assert frame.index.names == ["plan", "goal", "candidate"]
    assert set(frame.index.get_level_values("plan")) == set(plan.options)
    for option, chosen in plan.options.items():
        for goal in goals:
            part = frame.loc[(option, goal)]
            assert part.index.tolist() == list(chosen)
            total = plan.pareto.loc[" + ".join(sorted(chosen)), goal]
            assert part["mean_total"].iloc[-1] == pytest.approx(total)
            assert part["total_cost"].iloc[-1] == 4


def test_sentences_give_the_ends_the_knee_and_reasons(chain, five):
    needs = Coverage({"n": 10}, {"v": ["n"], "w": {"n": 9}})
    plan = plan_partners(chain, five, goals={"coverage": needs, "ties": ties_in}, k=1, draws=60, rng=3)
    assert plan.options == {"best for coverage": ("v",), "best for ties": ("z",), "knee": ("w",)}
    english, lithuanian = plan.sentences(), plan.sentences("lt")
    assert english[0].startswith(
        "2 goals (coverage, ties (higher is better)), 1 of 5 candidates: no plan is best in all of them"
    )
    assert english[1].startswith("3 of 5 sets are on the Pareto front: ")
    assert "The knee: w: 9 in coverage and " in english[4]
    assert "Of the range between the ends of the front it keeps 90% in coverage and" in english[4]
    assert lithuanian[0].startswith(
        "2 tikslai (aprėptis, ties (geriau daugiau)), renkamasi 1 iš 5 kandidatų: nė vienas planas"
    )
    assert lithuanian[1].startswith("Pareto riboje yra 3 iš 5 rinkinių: ")
    assert lithuanian[2].startswith("Geriausias pagal rodiklį „aprėptis“: v: 10 pagal rodiklį „aprėptis“ ir ")
    assert len(english) == len(lithuanian)
    assert "Coverage: of 10 needed, 0 are served now and 9 with w." in english
    assert "z" in str(plan.plot(language="lt").to_dict())


def test_one_set_may_be_best_in_everything(chain):
    needs = Coverage({"n": 1}, {"z": ["n"]})
    candidates = [joins("z", a=1.0, b=1.0), joins("y", a=1.0)]
    plan = plan_partners(chain, candidates, goals={"coverage": needs, "ties": ties_in}, k=1, draws=2, rng=3)
    assert plan.options == {"best for coverage": ("z",), "best for ties": ("z",)}
    assert plan.sentences()[0].startswith("One set (1 of 2 candidates) is best in both goals (coverage, ")
    assert "ties (higher is better)" in plan.sentences()[0]
    assert (
        plan.sentences("lt")[0] == "Vienas rinkinys (1 iš 2 kandidatų) geriausias pagal abu tikslus (aprėptis, "
        "ties (geriau daugiau))."
    )


def test_three_goals_are_drawn_two_at_a_time(chain, five):
    goals = {"served": NEEDS, "ties": ties_in, "density": density}
    plan = plan_partners(chain, five, goals=goals, k=1, draws=10, rng=3)
    alone = plan.plot().to_dict()
    other = plan.plot(x="density", y="served").to_dict()
    assert alone["layout"]["xaxis"] != other["layout"]["xaxis"]


@pytest.mark.parametrize("interval", [0.9, 0.5])
def test_means_and_intervals_are_those_of_a_comparison_with_the_same_seed(chain, five, interval):
    draws = Draws(150, interval=interval)
    goals = {"efficiency": global_efficiency, "density": density}
    table = plan_partners(chain, five, goals=goals, k=1, draws=draws, rng=3).pareto
    frame = compare(chain, five, measures=[global_efficiency, density], draws=draws, rng=3).to_frame()
    for goal, measure in (("efficiency", "global_efficiency"), ("density", "density")):
        alone = frame.xs(measure, level="measure")
        for column, source in ((goal, "mean"), (f"{goal}_low", "low"), (f"{goal}_high", "high")):
            assert table[column].to_dict() == pytest.approx(alone[source].to_dict(), abs=1e-9), column
    assert (table["efficiency_low"] < table["efficiency_high"]).sum() >= 4
    plan = plan_partners(chain, five, goals=global_efficiency, k=1, draws=draws, rng=3)
    step, chosen = plan.to_frame().loc[plan.chosen[0]], frame.loc[(plan.chosen[0], "global_efficiency")]
    assert step[["mean_gain", "low", "high"]].tolist() == pytest.approx(chosen[["mean", "low", "high"]].tolist())
    assert step[["mean_total", "total_low", "total_high"]].tolist() == step[["mean_gain", "low", "high"]].tolist()


def test_a_tolerance_of_single_candidates_says_how_often_all_sets_are_drawn(chain, five):
    goals = {"efficiency": global_efficiency, "density": density}
    loose = plan_partners(chain, five, goals=goals, k=2, draws=Draws(1000, tolerance=0.006), rng=3)
    named = plan_partners(chain, five, goals=goals, k=2, draws=Draws(1000, tolerance={"efficiency": 0.02}), rng=3)
    assert 100 < loose.draws < 1000
    assert named.draws == 100
    same = plan_partners(chain, five, goals=goals, k=2, draws=loose.draws, rng=3)
    pd.testing.assert_frame_equal(loose.pareto, same.pareto)
    with pytest.raises(InputError, match="did you mean 'density'"):
        plan_partners(chain, five, goals=goals, k=2, draws=Draws(10, tolerance={"densty": 1}), rng=3)
