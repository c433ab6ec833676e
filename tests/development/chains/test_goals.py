"""Flow and wait of scenarios: one psychologist more, a shared pool, a lost provider; and of partners."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.development.chains.towns import DEMAND, SIMULATED, STEPS, chain, staffed, town

SERVED = sc.Flow(STEPS, demand=DEMAND)
MORE = sc.Scenario("ten places more at P1").with_attributes("P1", capacity=35)
POOL = sc.Scenario("shared pool").with_ties("C1", "P2", layer="referral")
LOST = sc.Scenario("P1 closes").without_actor("P1")


def changes(cluster, scenarios, measure, **options):
    found = sc.compare(cluster, scenarios, measures=measure, draws=1, rng=7, **options).to_frame()
    return found["delta"].droplevel("measure").to_dict()


def test_scenarios_are_solved_anew():
    assert changes(town(), [MORE, POOL, LOST], SERVED) == {
        "ten places more at P1": 10, "shared pool": 0, "P1 closes": -25
    }  # fmt: skip
    both = sc.Scenario("both").with_attributes("P1", capacity=50).with_attributes("P2", capacity=50)
    assert changes(town(), both, SERVED) == {"both": 25}  # the cut moves: less than 25 + 30


def test_what_is_asked_for():
    unserved, share = sc.Flow(STEPS, demand=DEMAND, what="unserved"), sc.Flow(STEPS, demand=DEMAND, what="share")
    assert (SERVED(town()), unserved(town()), share(town())) == (45, 45, 0.5)
    assert "clients served" in repr(sc.compare(town(), MORE, measures=SERVED, draws=1, rng=7))
    lithuanian = " ".join(sc.compare(town(), MORE, measures=unserved, draws=1, rng=7).sentences("lt"))
    assert "neaptarnauti klientai" in lithuanian


def test_clients_of_a_school_that_closes_still_need_a_service():
    unserved = sc.Flow(STEPS, demand=DEMAND, what="unserved")
    assert changes(town(), sc.Scenario("S1 closes").without_actor("S1"), unserved) == {"S1 closes": 5}


def test_uncertain_ties_make_an_interval():
    unsure = town().without_ties("S1", "C1").with_ties("S1", "C1", layer="referral", confidence=0.5, evidence="assumed")
    found = sc.compare(unsure, [MORE], measures=SERVED, draws=30, rng=7).to_frame().iloc[0]
    assert (found["low"], found["high"]) == (0, 10)  # with it P1 is the bottleneck, without it C2


def test_partners_are_ranked_and_planned_by_it():
    def place(name, kind, **options):
        new = sc.Scenario(name).with_actor(name, kind=kind, capacity=15)
        for source in ("C1", "C2"):
            new = new.with_ties(source, name, layer="referral")
        return new.with_ties(name, "V2", layer="referral")

    candidates = [place("P3", "psychologist"), place("X", "adviser")]
    ranked = sc.rank_partners(town(), candidates, goal=SERVED, draws=2, rng=7).to_frame()
    assert ranked.loc["P3", "mean_gain"] == 15
    assert ranked.loc["X", "mean_gain"] == 0
    plan = sc.plan_partners(town(), candidates, goals={"served": SERVED}, k=1, draws=2, rng=7)
    assert "P3" in repr(plan)


def test_less_waiting_is_better_only_if_it_is_said():
    unserved = sc.Flow(STEPS, demand=DEMAND, what="unserved")
    new = [sc.Scenario("P3").with_actor("P3", kind="psychologist", capacity=9).with_ties("C1", "P3", layer="referral")]
    with pytest.raises(InputError, match="more of it is not better by itself"):
        sc.rank_partners(town(), new, goal=unserved, draws=1, rng=7)
    for what in ("mean_wait", "waiting", "lost", "lost_share"):
        with pytest.raises(InputError, match="more of it is not better by itself"):
            sc.Goal({sc.Wait(**SIMULATED, rng=1, what=what): 1})


def test_a_fifth_psychologist_saves_four_clients_a_year():
    """In the long run 4.34 (`queues.abandonment`), of ten years from an empty list on somewhat less."""
    there = chain({"S": None, "P": 0}, ["S P"]).with_columns(servers={"P": 4}, partial=True)
    how = {"demand": 45, "service_rate": 10, "patience_rate": 2, "horizon": 10, "rng": 7, "histories": 60}
    lost = sc.Wait(["school", "psychologist"], **how, what="lost")
    fifth = sc.Scenario("a fifth").with_attributes("P", servers=5)
    four, five = (sc.queues.transient(45, 10, c, horizon=10, start=0, patience_rate=2).lost for c in (4, 5))
    assert (four - five) / 10 == pytest.approx(4.12, abs=0.005)
    assert changes(there, fifth, lost)["a fifth"] == pytest.approx(five - four, abs=6)
    wait = sc.Wait(["school", "psychologist"], **how)
    assert wait(there) * 52 == pytest.approx(4.47, abs=0.6)
    assert wait.__name__ == "mean_wait"


def test_it_is_what_the_simulation_says():
    found = sc.simulate_clients(staffed(), **SIMULATED, draws=40, rng=3)
    for what, expected in (
        ("waiting", found.waiting.mean()), ("lost_share", found.lost_share), ("mean_wait", found.mean_wait),
        ("served", found.served.mean()),
    ):  # fmt: skip
        assert sc.Wait(**SIMULATED, histories=40, rng=3, what=what)(staffed()) == pytest.approx(expected)


def test_a_provider_that_leaves_and_one_that_joins():
    waiting = sc.Wait(**{**SIMULATED, "demand": {"S1": 20, "S2": 20}}, histories=30, rng=3, what="lost")
    joins = sc.Scenario("P3 joins").with_actor("P3", kind="psychologist", servers=4)
    joins = joins.with_ties("C2", "P3", layer="referral").with_ties("P3", "V1", layer="referral")
    found = changes(staffed(), [sc.Scenario("P1 leaves").without_actor("P1"), joins], waiting)
    assert found["P1 leaves"] > 0 > found["P3 joins"]


def test_they_say_what_they_measure():
    assert repr(SERVED).startswith("The most clients who can get through school → case manager")
    assert "100 simulated histories" in repr(sc.Wait(**SIMULATED, rng=3))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: sc.Flow("school", demand=5), "name at least two kinds"),
        (lambda: sc.Flow(STEPS, demand=5, what="cut"), "what must be one of"),
        (lambda: sc.Wait(**SIMULATED, rng=None), "rng must be a seed"),
        (lambda: sc.Wait(**SIMULATED, rng=1, histories=0), "must be a whole number from 1"),
        (lambda: sc.Wait(**SIMULATED, rng=1, what="wait"), "what must be one of"),
        (lambda: sc.Wait(**SIMULATED, rng=1, routing="chance"), "routing must be one of"),
        (lambda: sc.Wait(**{**SIMULATED, "horizon": -1}, rng=1), "horizon"),
        (lambda: sc.Flow(STEPS, demand={"C1": 3})(town()), "is not where clients enter"),
    ],
)
def test_what_is_no_measure_is_refused(make, told):
    with pytest.raises(InputError, match=told):
        make()


LATE = sc.Wait(["school", "psychologist"], demand=45, service_rate=10, patience_rate=2, horizon=3, rng=7, what="lost")


def test_means_of_histories_are_not_called_certain():
    import pandas as pd

    actors = pd.DataFrame({"actor": ["S", "P"], "kind": ["school", "psychologist"], "servers": [None, 4]})
    ties = pd.DataFrame({"source": ["S"], "target": ["P"]})
    two = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    fifth = sc.Scenario("one more").with_attributes("P", servers=5)
    for draws in (1, 3):
        said = str(sc.compare(two, [fifth], measures=LATE, draws=draws, rng=7))
        assert "nothing is drawn" not in said
        assert "What if: one more (means over simulated histories)" in said
        assert "mean over 100 simulated histories, of all clients by the horizon of 3 units of time" in said
        assert "service_rate=10, patience_rate=2" in said
        assert "simulate_clients(...).minus(...)" in said
    candidates = [sc.Scenario(name).with_actor(name) for name in ("X", "Y")]
    assert "minus(...)" in str(sc.rank_partners(two, candidates, goal=LATE, better="lower", draws=1, rng=7))


@pytest.mark.parametrize("what", ["mean_wait", "waiting", "lost", "lost_share", "served"])
def test_every_quantity_says_its_horizon_in_both_languages(what):
    named = {"demand": 45, "service_rate": 10, "horizon": 3, "rng": 7}
    first, last = sc.Wait(["school", "psychologist"], what=what, **named).notes()
    assert "horizon of 3" in first.said("en")
    assert "minus(...)" in last.said("lt")
    assert first.said("lt") != first.said("en")


def test_flow_keeps_in_a_comparison_that_it_is_the_most():
    assert "the most that ties and places allow" in str(sc.compare(town(), MORE, measures=SERVED, draws=1, rng=7))
    unserved = sc.Flow(STEPS, demand=DEMAND, what="unserved")
    assert "the fewest that ties and places allow" in str(sc.compare(town(), MORE, measures=unserved, draws=1, rng=7))


def test_a_partner_tied_the_wrong_way_is_told():
    actors = pd.DataFrame({"actor": ["S", "P"], "kind": ["school", "psychologist"], "capacity": [None, 25]})
    ties = pd.DataFrame({"source": ["S"], "target": ["P"]})
    town = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    served = sc.Flow(["school", "psychologist"], demand={"S": 90})
    new = sc.Scenario("new").with_actor("New", kind="psychologist", capacity=10)
    wrong, right = new.with_ties("New", "S"), new.named("right").with_ties("S", "New")
    said = sc.compare(town, [wrong, right], measures=served, draws=1, rng=7).sentences()
    assert "new: 1 tie leads back to an earlier step and was left out." in said
    assert sum("left out" in line for line in said) == 1
    assert "left out" in str(sc.rank_partners(town, [wrong, right], goal=served, draws=1, rng=7))
