import dataclasses

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.development.incubation.circles import circle, plain, providers

HOW = {"events": {"seminar": 4, "visit": 1}, "periods": 2, "draws": 30, "rng": 7}
PARAMETERS = sc.Incubation(meetings={"visit": 3}, participants={"visit": 5, "seminar": 8})


@pytest.fixture(scope="module")
def found():
    return sc.incubate(circle(14, ties=[(0, 1)]), **HOW, parameters=PARAMETERS)


def test_the_numbers_are_those_of_the_draws(found):
    table = found.to_frame()
    assert found.mean_ties == found.values["ties"].mean() == table.loc["ties", "mean"]
    assert found.building_ties == found.mean_new_ties == found.values["building_ties"].mean()
    assert found.sharing_knowledge == pytest.approx(found.values["sharing_knowledge"].mean())
    assert table.loc["ties", "before"] == 1
    assert (table["low"].dropna() <= table["high"].dropna()).all()
    assert pd.isna(found.coordinated_activity)


def test_over_time_and_the_events_in_it(found):
    table = found.over_time()
    assert table.index.tolist() == [0, 1, 2]
    assert table["time"].tolist() == [0, 1, 2]
    assert table["events"].sum() == 5
    assert table["events"].iloc[0] == 0
    assert table["mean"].iloc[-1] == found.mean_ties
    assert found.over_time(what="sharing_knowledge")["mean"].iloc[-1] == found.sharing_knowledge


def test_new_ties_by_pairs_add_up(found):
    table = found.by_pairs()
    assert table["mean"].sum() == pytest.approx(found.mean_new_ties)
    assert table.loc[table["is_across"], "mean"].sum() == pytest.approx(found.values["across_sectors"].mean())
    with pytest.raises(InputError, match="ask for it with by="):
        found.by_pairs(column="level")
    asked = sc.incubate(
        circle(14, level=["local", "national"] * 7), **HOW, parameters=PARAMETERS, by=["level", "sector"]
    )
    assert asked.by_pairs(column="level")["mean"].sum() == pytest.approx(asked.mean_new_ties)


def test_the_difference_draw_by_draw(found):
    blocked = sc.incubate(circle(14, ties=[(0, 1)]), **HOW, parameters=PARAMETERS, barriers=sc.Barriers())
    gone = blocked.minus(found)
    assert gone.loc["ties", "mean"] == pytest.approx(blocked.mean_ties - found.mean_ties)
    assert gone.loc["ties", "high"] <= 0
    for other in (
        sc.incubate(circle(14), **{**HOW, "rng": 8}, parameters=PARAMETERS),
        sc.incubate(circle(14), **{**HOW, "draws": 9}, parameters=PARAMETERS),
        sc.incubate(circle(15), **HOW, parameters=PARAMETERS),
    ):
        with pytest.raises(InputError, match="draw by draw"):
            found.minus(other)


def test_a_history_and_the_share_of_histories_are_clusters_of_simulated_ties(found):
    one = found.network(draw=3)
    assert one.n_ties == found.values["ties"][3]
    assert set(one.ties["evidence"]) == {"simulated"}
    assert (one.ties["confidence"] == 1).all()
    after = found.after()
    assert after.ties["confidence"].sum() == pytest.approx(found.mean_ties)
    assert after.labels == found.cluster.labels
    survival = sc.surviving_ties(after, without={"sector": "civic"}, draws=20, rng=7)
    assert 0 < survival.share < 1
    with pytest.raises(InputError, match="no draw"):
        found.network(draw=30)
    with pytest.raises(InputError, match="put together by hand"):
        dataclasses.replace(found, task=None).after()


def test_it_lists_what_it_assumes(found):
    table = found.assumptions
    assert table.loc["formation", ["value", "default"]].tolist() == [0.1, 0.1]
    assert table.loc["participants, seminar", "value"] == 8
    assert not any("conference" in name for name in table.index)
    stated = sc.incubate(circle(3), events={}, parameters=plain(trust={"a0": 0, "a1": 1, "a2": 1}), draws=2, rng=7)
    assert pd.isna(stated.assumptions.loc["trust", "value"])


def test_it_says_what_it_found_and_on_what_it_rests(found):
    said = repr(found)
    assert "After 2 years and 5 events (4 seminars, 1 × visit), the number of ties is" in said
    assert "simulated, not observed" in said
    for benefit in ("Sharing knowledge", "Building ties", "Ensuring cooperation", "Coordinated activity"):
        assert said.count(benefit) == 1
    assert "nobody's services are known" in said
    assert "Assumed: a first meeting leads to a tie with a probability of 0.1 (plausible range 0.02 to 0.3)" in said
    of_providers = sc.incubate(providers(), events={}, without=["a3"], draws=5, rng=7)
    assert "without the ties of a3: " in repr(of_providers)
    assert "number of offers with several providers: 2, with two who are tied: 1" in repr(of_providers)


def test_it_is_drawn_over_the_periods(found):
    for language in ("en", "lt"):
        figure = found.plot(title="T?", language=language)
        assert figure.layout.meta["alt"].startswith("T? ")
    assert "events held: " in found.plot().layout.meta["alt"]
    assert "share of the others" in found.plot(what="sharing_knowledge").layout.meta["alt"]
