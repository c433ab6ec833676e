import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.calibrate import FoundValue, _told
from tests.development.incubation.circles import circle
from tests.examples import examples

TRUE = {"formation": 0.3, "repeat": 0.7, "half_life": 2.0}


def observed(n=60, events=30, seed=5, **barriers):
    """A first wave, events with who was there, and a second wave that the model made."""
    rng = np.random.default_rng(seed)
    names = [f"a{place}" for place in range(n)]
    pairs = [(one, other) for one in range(n) for other in range(one + 1, n) if rng.random() < 0.1]
    before = circle(n, ties=pairs)
    table = [
        {"kind": "seminar", "actors": list(rng.choice(names, 16, replace=False)), "period": place * 2 // events + 1}
        for place in range(events)
    ]
    parameters = sc.Incubation(**TRUE, trust_gain=0.0)
    told = sc.Barriers(0, 0, 0, 0, **barriers).changed(attitudes=0.6) if barriers else None
    after = sc.incubate(
        before, events=table, parameters=parameters, barriers=told, periods=2, draws=1, rng=seed
    ).network()
    return before, after, table, told


def test_it_finds_what_the_model_was_told():
    before, after, table, _ = observed()
    found = sc.calibrate_incubation(before, after, events=table, periods=2)
    frame = found.to_frame()
    for name, value in TRUE.items():
        middle = frame.loc[name, "value"]
        wide = (frame.loc[name, "high"] - frame.loc[name, "low"]) / 3.29
        assert abs(middle - value) < 4 * wide, name
        assert frame.loc[name, "low"] <= middle <= frame.loc[name, "high"]
    assert frame.loc["half_life", "high"] - frame.loc["half_life", "low"] < 1.6
    assert found.parameters.formation == frame.loc["formation", "value"]
    assert found.barriers is None


def test_over_many_data_sets_the_estimates_scatter_around_the_truth_and_the_intervals_hold_it():
    number = examples(4, 24)
    found = []
    for seed in range(number):
        before, after, table, _ = observed(n=38, events=24, seed=seed)
        found.append(sc.calibrate_incubation(before, after, events=table, periods=2).to_frame())
    for name, spread in {"formation": 0.1, "half_life": 0.5}.items():  # standard deviations, of other data sets
        values = np.array([frame.loc[name, "value"] for frame in found])
        assert abs(values.mean() - TRUE[name]) < 4 * spread / np.sqrt(number), name
        held = [frame.loc[name, "low"] <= TRUE[name] <= frame.loc[name, "high"] for frame in found]
        assert np.mean(held) >= (0.75 if number > 20 else 0.5), name


def test_a_barrier_and_one_size_for_all():
    before, after, table, told = observed(experienced=0.5, overlap=0.5)
    found = sc.calibrate_incubation(before, after, events=table, periods=2, barriers=told)
    frame = found.to_frame()
    assert frame.loc["attitudes", "low"] < 0.6 < frame.loc["attitudes", "high"] + 0.15
    assert set(found.unknown) == {"experience", "distrust", "competition"}  # alike for all
    assert found.barriers.attitudes == frame.loc["attitudes", "value"]
    one = sc.calibrate_incubation(before, after, events=table, periods=2, barriers=told, common=True)
    assert set(one.to_frame().index) == {"formation", "repeat", "half_life", "barriers"}
    assert len(set(one.barriers.sizes.values())) == 1


def test_where_only_one_pair_shares_two_events_repeat_is_not_told():
    region = sc.load_dataset("siauliai")
    rng = np.random.default_rng(7)
    pairs = [pair for pair in region.project().ties[["source", "target"]].itertuples(index=False) if rng.random() < 0.2]
    actors = region.actors.reset_index()
    after = sc.Cluster.from_tables(actors, pd.DataFrame(pairs, columns=["source", "target"]))
    usual = sc.Incubation(meetings=10)
    found = sc.calibrate_incubation(region, after, events="attends", parameters=usual)
    assert found.exposed == 146
    assert found.pairs == 703
    assert "1 untied pair shares two events; at least" in found.to_frame().loc["repeat", "why"]
    assert "half_life" in found.unknown
    assert found.parameters.repeat == 0.7
    with pytest.raises(InputError, match="cannot be told: 1 untied pair shares two events"):
        sc.calibrate_incubation(region, after, events="attends", parameters=usual, estimate=["repeat"])


def test_whom_one_meets_and_the_chance_of_a_tie_are_a_product():
    before, after, table, _ = observed(n=40, events=2)
    half, whole = (
        sc.calibrate_incubation(
            before,
            after,
            events=table,
            periods=2,
            parameters=sc.Incubation(meetings=each, repeat=1),
            estimate=["formation"],
        )
        for each in (4, 8)
    )
    assert half.to_frame().loc["formation", "value"] > 1.6 * whole.to_frame().loc["formation", "value"]


@pytest.mark.parametrize(
    "wrong", [{"estimate": ["repeats"]}, {"estimate": ["distrust"]}, {"interval": 2}, {"periods": 0}]
)
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(InputError):
        sc.calibrate_incubation(circle(30), circle(30), events=[], **wrong)


def test_a_misspelt_column_of_an_event_is_refused():
    names = list(circle(20).ids)
    with pytest.raises(InputError, match=r"row 1, column 'actor': is no column .* mean 'actors'"):
        sc.calibrate_incubation(circle(20), circle(20), events=[{"kind": "seminar", "actor": names}])


def test_ties_that_all_outlive_a_period_have_a_half_life_without_end():
    told = _told("half_life", FoundValue(0.5, 0.25, 1.0), sc.Incubation(period=2.0))
    assert (told.value, told.low, told.high) == (2.0, 1.0, np.inf)
