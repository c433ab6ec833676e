"""Simulated clients: as the formulas say, nobody is lost from the books, and the same clients in every scenario.

Other simulations of M/M/5 (40 clients, 10 a server a year; 10^5 clients) were reported to wait .0556 (SimPy 4.1.2) and
.0549 (Ciw 3.2.7) where the formula gives .0554, and with priorities .01426, .03520, .14145 (Ciw; formula .01385,
.03463, .13853). The benchmark of services runs both beside ours.
"""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.development.chains.towns import DEMAND, STEPS, chain, staffed


def desk(servers=2):
    """A school that sends clients to one psychologist."""
    return chain({"S": None, "P": 0}, ["S P"]).with_columns(servers={"P": servers}, partial=True)


def at_the_desk(cluster=None, **options):
    how = {"steps": ["school", "psychologist"], "demand": 100, "service_rate": 40, "horizon": 1, "draws": 300, "rng": 7}
    return sc.simulate_clients(desk() if cluster is None else cluster, **{**how, **options})


def in_town(cluster=None, **options):
    how = {"steps": STEPS, "demand": DEMAND, "service_rate": 10, "patience_rate": 2, "horizon": 3, "draws": 60}
    return sc.simulate_clients(staffed() if cluster is None else cluster, **{**how, "rng": 7, **options})


def near(values, expected):
    return abs(values.mean() - expected) < 4 * values.std() / np.sqrt(len(values))


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"patience_rate": 1.0},
        {"demand": 60, "start": {"P": 32}},
        {"demand": 76, "horizon": 2.0, "draws": 200},
    ],
)
def test_it_agrees_with_the_formula_at_the_horizon(options):
    found = at_the_desk(**options)
    start = sum(options.get("start", {}).values())
    expected = sc.queues.transient(
        options.get("demand", 100), 40, 2, horizon=options.get("horizon", 1), start=start,
        patience_rate=options.get("patience_rate"),
    )  # fmt: skip
    assert near(found.waiting, expected.waiting)
    assert near(found.lost, expected.lost) or not expected.lost
    assert near(found.served, expected.served)


def test_it_agrees_with_the_formula_over_a_school_year():
    found = at_the_desk(service_rate=50, season=sc.queues.school_year(1.2), horizon=2)
    expected = sc.queues.transient(sc.queues.school_year(120), 50, 2, horizon=2, start=0)
    lists = found.lists.sum(axis=2)
    for time in (10 / 12, 1.0, 22 / 12, 2.0):
        place = int(np.argmin(np.abs(found.times - time)))
        assert near(lists[:, place], expected.at(time))


def test_a_school_year_is_a_year_in_every_unit():
    calendar = {"season": sc.queues.school_year(1), "holidays": sc.queues.school_year(1)}
    in_years = at_the_desk(horizon=2, draws=20, **calendar)
    in_months = at_the_desk(demand=100 / 12, service_rate=40 / 12, horizon=24, unit="month", draws=20, **calendar)
    assert in_months.values["waiting"].tolist() == in_years.values["waiting"].tolist()
    assert in_months.mean_wait == pytest.approx(12 * in_years.mean_wait)


def test_it_agrees_with_a_steady_queue_whose_clients_give_up():
    found = at_the_desk(desk(5), demand=40, service_rate=10, patience_rate=2, horizon=60, draws=40)
    values = found.values
    assert near(values["lost_share"], 0.049206)
    assert near(values["mean_wait"], 0.024603)
    assert found.lost_share == pytest.approx(values["lost"].sum() / values["arrived"].sum())


def test_other_service_times_and_priorities():
    assert at_the_desk(cv2=0).waiting.mean() < at_the_desk().waiting.mean()
    two = chain({"S1": None, "S2": None, "P": 0}, ["S1 P", "S2 P"]).with_columns(servers={"P": 5}, partial=True)
    how = {"demand": {"S1": 10, "S2": 30}, "service_rate": 10, "horizon": 60, "draws": 30}
    plain, ranked = at_the_desk(two, **how), at_the_desk(two, priority={"S1": 0}, **how)
    assert ranked.mean_wait == pytest.approx(plain.mean_wait, rel=0.1)  # what some gain others lose
    assert not np.array_equal(ranked.sums, plain.sums)


def test_nobody_is_lost_from_the_books_in_any_draw():
    values = in_town(draws=40, start={"C1": 9, "P2": 5}).values
    assert (values["arrived"] == values[["served", "lost", "waiting", "in_service"]].sum(axis=1)).all()
    found = in_town(draws=40)
    assert found.sums[:, :, 0] == pytest.approx(found.sums[:, :, 1])  # Little's law
    kinds = found.by_station()["step"]
    passed_on = found.counts[:, kinds == "case manager", 1].sum(axis=1)
    assert (passed_on == found.counts[:, kinds == "psychologist", 0].sum(axis=1)).all()


def test_the_same_clients_come_whatever_is_changed():
    before, after = in_town(), in_town(staffed(P1=3))
    assert (before.arrived == after.arrived).all()
    saved = after.minus(before)
    assert saved.loc["lost", "high"] < 0
    assert saved.loc["lost", "error_of_mean"] < 0.5 * after.to_frame().loc["lost", "error_of_mean"]


def test_one_server_more_lengthens_nobodys_wait_if_nobody_leaves():
    few, more = at_the_desk(), at_the_desk(desk(3))
    assert (more.sums[:, :, 0] <= few.sums[:, :, 0] + 1e-9).all()


def test_same_seed_same_numbers_whoever_computes():
    one = in_town(draws=60).values
    pd.testing.assert_frame_equal(one, in_town(draws=sc.Draws(60, executor=2)).values)
    pd.testing.assert_frame_equal(one.iloc[:20], in_town(draws=20).values)
    assert not one.equals(in_town(rng=8).values)


def test_the_order_of_the_actors_does_not_matter():
    there = staffed()
    turned = sc.Cluster.from_tables(there.actors.iloc[::-1], there.ties, layers={"referral": {"directed": True}})
    by_name = {"demand": DEMAND, "draws": 10}
    mine, other = (in_town(each, **by_name) for each in (there, turned))
    assert mine.arrived.tolist() == other.arrived.tolist()


def test_steps_that_some_need():
    ties = ["S C", "C P", "C V", "P V"]
    there = chain({"S": None, "C": 0, "P": 0, "V": 0}, ties).with_columns(
        servers={"C": 9, "P": 9, "V": 9}, partial=True
    )
    how = {"steps": ["school", "case manager", "psychologist?", "service"], "demand": 50, "service_rate": 99}
    how |= {"horizon": 4, "draws": 20, "rng": 1}
    found = sc.simulate_clients(there, needs={"psychologist": 0.6}, **how).by_station()["arrived"]
    assert 0.5 < found["P"] / found["C"] < 0.7
    with pytest.raises(
        InputError, match=r"may be skipped, so say what share of clients needs it: needs={'psychologist'"
    ):
        sc.simulate_clients(there, **how)
    cut = there.without_ties("C", "P")
    lost = sc.simulate_clients(cut, needs={"psychologist": 0.6}, **how).values
    assert (lost["without_path"] / lost["arrived"]).mean() == pytest.approx(0.6, abs=0.1)


def test_those_who_never_leave():
    assert at_the_desk(patience_rate=2, never_leave=1.0).lost.sum() == 0
    some, all_ = (at_the_desk(patience_rate=2, never_leave=share).lost.sum() for share in (0.5, 0.0))
    assert 0 < some < all_


def test_shares_by_the_strength_of_ties():
    even = staffed()
    strong = even.with_strength("C2", "P2", weight=9)
    by_weight = [in_town(each, routing="weight").by_station().loc["P2", "arrived"] for each in (even, strong)]
    assert by_weight[0] < by_weight[1]
    assert in_town(strong).by_station().loc["P2", "arrived"] == in_town(even).by_station().loc["P2", "arrived"]


def test_staff_that_is_away():
    away = at_the_desk(holidays=sc.queues.school_year(1), season=sc.queues.school_year(1.2), service_rate=50)
    at_work = at_the_desk(season=sc.queues.school_year(1.2), service_rate=50)
    assert (away.served <= at_work.served).all()


def test_numbers_by_kind_by_actor_and_in_columns_are_the_same():
    by_kind = in_town(service_rate={"case manager": 10, "psychologist": 10, "service": 10})
    in_column = in_town(staffed().with_columns(rate=[10.0] * 8), service_rate="rate")
    for other in (by_kind, in_column):
        pd.testing.assert_frame_equal(in_town().values, other.values)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"servers": {"C1": 2}}, "5 problems"),
        ({"servers": 0}, "6 problems"),
        ({"servers": 1.5}, "half a post is one server with half the service rate"),
        ({"service_rate": {"psychologst": 2, "P1": 2}}, "did you mean 'psychologist'"),
        ({"service_rate": {"psychologist": 2}}, "one for each kind of the steps"),
        ({"service_rate": -1}, "must be a number from 0"),
        ({"service_rate": 0}, "must be above 0"),
        ({"demand": {"C1": 5}}, "is not where clients enter"),
        ({"demand": {"families": {"S1": 5}, "others": {"S1": 2}}}, "tells no target groups apart"),
        ({"horizon": 0}, "horizon"),
        ({"horizon": 1e9}, "look at a shorter horizon"),
        ({"start": {"S1": 5}}, "is not where clients wait"),
        ({"start": {"P1": 1.5}}, "must be a whole number of clients"),
        ({"priority": {"P1": 1}}, "is not where clients enter"),
        ({"priority": {"S1": 0.5}}, "must be a whole number from 0 to 99"),
        ({"needs": {"psychologist": 0.5}}, "is no step that may be skipped"),
        ({"needs": 0.5}, "must say what share"),
        ({"never_leave": 2.0}, "must be a share from 0 to 1"),
        ({"season": [(0, 1)]}, "phases of a year"),
        ({"steps": STEPS[::-1]}, "is the layer reversed"),
    ],
)
def test_what_is_wrong_is_told(change, told):
    with pytest.raises(InputError, match=told):
        in_town(**{"draws": 2, **change})
