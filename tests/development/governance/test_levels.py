"""Effectiveness at three levels, never added."""

import pandas as pd
import pytest

import socluster as sc
from tests.conventions.test_results import services

NORWAY = sc.load_dataset("norway_project")


def test_what_is_not_known_is_listed_and_not_left_out():
    found = sc.effectiveness_levels(NORWAY)
    assert len(found.unknown) == len(found.to_frame()) == 23
    assert found.to_frame()["value"].isna().all()
    assert found.sentences()[0].startswith("Community: nothing is known of cost to the community, social capital")
    assert "Structure is not effectiveness" in repr(found)
    assert not {"total", "score", "mean"} & set(dir(found))


def test_every_level_takes_what_belongs_to_it():
    cluster = services()
    found = sc.effectiveness_levels(
        cluster,
        coverage=sc.coverage(cluster, needs={("K", "care"): 10}),
        waiting=sc.queues.delay(40, 10, 5),
        inequality=sc.inequality([1, 1]),
        before=cluster.without_actor("0"),
        overlap=sc.service_overlap(cluster),
        trust={"density": 0.4},
        consensus=[0.5, 0.7],
        organisations=pd.DataFrame({"survival": [True, None]}, index=["0", "1"]),
    )
    values = found.to_frame()["value"].dropna().to_dict()
    assert values == {
        ("community", "needs met"): 0.5,
        ("community", "waiting"): pytest.approx(0.055411, abs=1e-6),
        ("community", "evenness"): 0,
        ("network", "membership"): 1,
        ("network", "range of services"): 1,
        ("network", "duplication"): 1,
        ("network", "strength"): 0.4,
        ("network", "commitment"): pytest.approx(0.6),
        ("organisation", "survival"): 1,
    }
    assert "needs met (50% of what is needed can be met)" in found.sentences()[0]
    assert "The levels are not added" in repr(found)


def test_above_capacity_there_is_no_steady_wait():
    found = sc.effectiveness_levels(NORWAY, waiting=sc.queues.delay(45, 10, 4))
    assert "above capacity, so that there is no steady wait" in found.sentences()[0]


def test_what_a_simulation_says_is_called_simulated():
    from tests.development.chains import towns

    waiting = sc.simulate_clients(towns.staffed(), **towns.SIMULATED, draws=3, rng=7)
    assert "simulated" in sc.effectiveness_levels(NORWAY, waiting=waiting).sentences()[0]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"organisations": pd.DataFrame({"survivl": [1]}, index=["LEU"])}, "did you mean 'survival'"),
        ({"organisations": pd.DataFrame({"survival": [1]}, index=["LE"])}, "is no actor"),
        ({"trust": "contract"}, "need not trust"),
        ({"consensus": 3}, "from 0 to 1"),
    ],
)
def test_errors(given, said):
    with pytest.raises(sc.InputError, match=said):
        sc.effectiveness_levels(NORWAY, **given)
