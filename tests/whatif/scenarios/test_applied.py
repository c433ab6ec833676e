"""Steps taken one after the other: who says what about a pair, and which random numbers a model has."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.measures.cohesion.density import density
from socluster.whatif.choice.candidates import Together
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.random_partner import random_partner
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import AtMost, Committee, Mixture, Rates, Stated

STATED = Stated({"School": 0.125, "NGO": 0.875})


def hub(*models):
    scenario = Scenario("hub").with_actor("Hub", sector="public")
    for model in models:
        scenario = scenario.with_ties("Hub", model)
    return scenario


@pytest.mark.parametrize("models", [(STATED, Rates()), (Rates(), STATED)], ids=["stated first", "stated last"])
def test_a_stated_tie_goes_before_a_model(village, models):
    prepared = hub(*models).prepare(village)
    ties = prepared.cluster.ties
    said = ties[ties["target"] == "Hub"].set_index("source")["confidence"]
    assert len(said) == 5
    assert said[["School", "NGO"]].tolist() == [0.125, 0.875]
    there = np.mean([prepared.present(3, draw) for draw in range(800)], axis=0)
    shares = pd.Series(there, index=ties["source"].where(ties["target"] == "Hub"))
    assert shares["School"] == pytest.approx(0.125, abs=0.05)
    assert shares["NGO"] == pytest.approx(0.875, abs=0.05)


def test_a_certain_tie_goes_before_a_model(village):
    for models in ((["School"], Rates()), (Rates(), ["School"])):
        prepared = hub(*models).prepare(village)
        ties = prepared.cluster.ties
        row = ties.index[(ties["source"] == "School") & (ties["target"] == "Hub")]
        assert len(row) == 1
        assert all(prepared.draw(3, draw).matrix().toarray()[0, -1] for draw in range(40))


def test_updates_know_whose_a_tie_is(village):
    scenario = hub(Rates(), STATED)
    found = compare(village, scenario, measures=[density], draws=100, rng=1).values[1][0]["density"]
    prepared = scenario.prepare(village)
    start = Together(None, Prepared("", village)).joined_by(scenario).prepared
    seed = int(np.random.default_rng(1).integers(2**63))
    for each in (prepared, start):
        assert [density(each.draw(seed, draw)) for draw in range(100)] == pytest.approx(found.tolist())


@pytest.mark.parametrize(
    "model",
    [Rates(), Mixture((Rates(), Stated({"School": 0.9, "NGO": 0.2}))), AtMost(Rates(prior_rate=0.6), 2)],
    ids=["Rates", "Mixture", "AtMost"],
)
def test_a_random_partner_has_as_many_ties_in_every_draw(village, model):
    scenario = hub(model)
    own, random = scenario.prepare(village), random_partner(scenario, village).prepare(village)
    counts = [(own.draw(3, d).n_ties, random.draw(3, d).n_ties) for d in range(100)]
    assert all(mine == theirs for mine, theirs in counts)
    assert len(set(counts)) > 1


@pytest.fixture
def meetings():
    """Ten, each at one of two events, and two tied."""
    names = [f"m{n}" for n in range(10)]
    rows = [(name, "E" if place < 5 else "F") for place, name in enumerate(names)]
    return Cluster.from_tables(
        pd.DataFrame({"actor": names, "sector": "x"}),
        pd.DataFrame({"source": ["m0"], "target": ["m1"]}),
        groups=pd.DataFrame({"group": ["E", "F"]}),
        affiliations=pd.DataFrame(rows, columns=["actor", "group"]).assign(layer="attends"),
    )


def test_partners_attend_each_on_their_own(meetings):
    model = Committee(events={"E": 0.5}, probability=1.0)

    def attends(name):
        prepared = Scenario(name).with_actor(name).with_ties(name, model, layer="tie").prepare(meetings)
        return np.array([prepared.draw(5, draw).n_ties > 1 for draw in range(300)])

    one, other = attends("one"), attends("other")
    assert one.mean() == pytest.approx(0.5, abs=0.1)
    assert (one == other).mean() == pytest.approx(0.5, abs=0.1)
    assert np.array_equal(one, attends("one"))


@pytest.mark.filterwarnings("ignore::socluster.core.errors.NearNameWarning")  # nobody is of its sector, as is meant
def test_what_a_model_does_not_know_is_drawn_for_each_layer(meetings):
    """The rates of two kinds of ties have nothing to do with each other."""
    vague = Rates(prior_rate=0.5, prior_dyads=0.02, layer="none yet")
    cluster = meetings.with_layer("none yet")

    def numbers(layer):
        joins = Scenario("n").with_actor("n", sector="new").with_ties("n", vague, layer=layer, directed=False)
        prepared = joins.prepare(cluster)
        return np.array([prepared.draw(3, draw).n_ties for draw in range(300)])

    assert abs(np.corrcoef(numbers("letters"), numbers("money"))[0, 1]) < 0.2


def test_a_wrong_name_is_told_with_scenario_and_step():
    network = sc.load_dataset("siauliai").project()
    scenario = sc.Scenario("more").with_actor("New").with_ties("New", ["MSL"])
    with pytest.raises(InputError, match=r"^more: steps\[1\] with_ties, column 'target': .*'MSL'") as caught:
        scenario.prepare(network)
    assert "row" not in str(caught.value)
