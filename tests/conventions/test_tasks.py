"""Every task of the package gives the same numbers in any order, in any pieces, by threads, and sent elsewhere.

A new task needs an example in `EXAMPLES`; a test says which one is missing.
"""

import importlib
import inspect
import pickle
import pkgutil
from concurrent.futures import ThreadPoolExecutor

import cloudpickle
import numpy as np
import pandas as pd
import pytest

import socluster
from socluster.core.cluster import Cluster
from socluster.development.chains.simulated import Histories
from socluster.development.incubation.incubations import Incubations
from socluster.draws.task import Task
from socluster.draws.worlds import EachWorld, Worlds
from socluster.inference.ergm.features import Features
from socluster.inference.ergm.goodness_of_fit import SimulatedFeatures
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.prediction import SimulatedOdds, SimulatedTies
from socluster.inference.ergm.simulation import SimulatedStatistics
from socluster.inference.ergm.terms import edges, gwesp
from socluster.inference.nulls import Bernoulli, DegreeSequence, LabelPermutation
from socluster.inference.nulls.null_draws import NullDraws
from socluster.inference.qap.comparison import MatrixPair, pair_of
from socluster.inference.qap.design import design_of
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.orders import orders_of
from socluster.inference.qap.predictors.given import as_predictor
from socluster.inference.qap.schemes import PermutedRegression, permuted_regression
from socluster.inference.resampling.bootstrap import Resampled
from socluster.inference.shared.asked import AskedMeasures
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.measures.ensembles.measured_worlds import MeasuredWorlds
from socluster.whatif.attribution.edit_game import EditGame
from socluster.whatif.attribution.games import Game
from socluster.whatif.attribution.step_game import StepGame
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.engine.study import Study
from socluster.whatif.leaving import survival_counts
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated
from tests.development.chains.test_simulated import histories
from tests.development.incubation.test_incubations import task as incubations

DRAWS = 15


def town(*, certain=False):
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": list("xxyyyx")})
    confidence = [1, 1, 1, 1, 1] if certain else [1, 0.5, 0.8, 0.3, 1]
    ties = pd.DataFrame({"source": list("abcda"), "target": list("bcdef"), "weight": [1, 2.5, 3, 0.1, 0.7]})
    return Cluster.from_tables(actors, ties.assign(confidence=confidence, evidence="assumed"))


def hubs():
    first = Scenario("first").with_actor("hub", sector="x").with_ties("hub", Rates())
    second = Scenario("second").with_actor("hub", sector="y").with_ties("hub", Stated({"a": 0.4, "d": 0.6}))
    return [first, second]


def study(*, certain=False, **options):
    cluster = town(certain=certain)
    prepared = (Prepared("before", cluster), *(each.prepare(cluster) for each in hubs()))
    return Study(prepared, tuple(named_raw([density, betweenness, global_efficiency])), 5, **options)


def measured_worlds(*, compiled):
    def ask(cluster, listed):
        return {name: np.atleast_1d(measure(cluster)) for name, measure in listed}

    measures, places = (("density", density), ("ties", mean_degree)), {"density": slice(0, 1), "ties": slice(1, 3)}
    return MeasuredWorlds(Worlds(town(), 5, keep=0.9), measures, ask, places, compiled)


def mean_degree(cluster):
    return np.array([cluster.n_ties / cluster.n_actors, float(cluster.n_ties)])


def game(scenario, orders=20):
    cluster = town()
    return Game(
        Prepared("before", cluster), scenario.prepare(cluster), tuple(named_raw([global_efficiency])), 5, DRAWS, orders
    )


def crowd():
    """More edits than have all orders looked at."""
    scenario = Scenario("crowd").with_actor("hub", sector="x").without_ties("a", "b")
    return scenario.with_ties("hub", Stated(dict.fromkeys("abcdef", 0.7))).with_ties("f", Stated({"d": 0.5, "e": 0.5}))


def steps():
    """More steps in one phase than have all orders looked at."""
    scenario = Scenario("steps").with_actor("hub", sector="x")
    for one, other in ("ac", "ad", "bd", "be", "ce", "cf", "df", "bf"):
        scenario = scenario.with_ties(one, Stated({other: 0.5}))
    return scenario.with_ties("hub", Rates()).with_strength("a", "b", by=0.5)


def matrices(*, unknown):
    """Two matrices of eight actors, and the dyads."""
    values = np.random.default_rng(3).integers(0, 2, (2, 8, 8)).astype(float)
    if unknown:
        values[:, 0, 1] = np.nan
    space = DyadSpace(Cluster.from_tables(pd.DataFrame({"actor": list("abcdefgh")})), directed=True)
    return *values, space, orders_of([space], [np.zeros(8, dtype=int)], 5)


def compared(statistic, *, unknown):
    x, y, space, orders = matrices(unknown=unknown)
    return pair_of(x, y, space, statistic, orders)


def regressed(scheme, family, *, unknown):
    x, y, space, orders = matrices(unknown=unknown)
    return permuted_regression(design_of((space,), as_predictor(y), [x]), scheme, family, orders)


def random_graphs():
    return model_of(town(certain=True), [edges(), gwesp(0.5)]), np.array([-0.5, 0.2])


def asked_density():
    return AskedMeasures.of([("density", density)], town(certain=True))[0]


def null_draws(null):
    cluster = town(certain=True)
    asked, _ = AskedMeasures.of([("betweenness", betweenness)], cluster)
    return NullDraws(cluster, null, null.fitted(cluster), asked, 5)


EXAMPLES = {
    SimulatedFeatures: {
        "networks": lambda: SimulatedFeatures(Features(random_graphs()[0]), random_graphs()[1], 200, 5),
    },
    SimulatedStatistics: {"statistics": lambda: SimulatedStatistics(*random_graphs(), 200, 5)},
    SimulatedOdds: {"odds": lambda: SimulatedOdds(*random_graphs(), 200, 5)},
    SimulatedTies: {"networks": lambda: SimulatedTies(*random_graphs(), 200, 5)},
    Incubations: {
        "drawn": incubations,
        "stated": lambda: incubations(events=[{"kind": "seminar", "actors": "a0; a1; a7"}], periods=1),
    },
    Histories: {"empty": histories, "waiting": lambda: histories(start=np.array([9]), cv2=0.5, loyal=0.1)},
    Study: {
        "measured anew": lambda: study(anew=True),
        "together, by numpy": lambda: study(compiled=False),
        "together, by loops": lambda: study(compiled=True),
        "together, certain before": lambda: study(compiled=True, certain=True),
        "certain": lambda: Study((Prepared("", town(certain=True)),), tuple(named_raw([density])), 1),
    },
    EachWorld: {
        "uncertain": lambda: EachWorld(Worlds(town(), 5, keep=0.9), mean_degree, 2, ()),
        "certain": lambda: EachWorld(Worlds(town(certain=True), 5), mean_degree, 2, ()),
    },
    MeasuredWorlds: {
        "by numpy": lambda: measured_worlds(compiled=False),
        "by loops": lambda: measured_worlds(compiled=True),
    },
    EditGame: {
        "all orders": lambda: EditGame(game(hubs()[1])),
        "some orders": lambda: EditGame(game(crowd())),
    },
    StepGame: {
        "all orders": lambda: StepGame(game(hubs()[0]), town(), (), hubs()[0].steps),
        "some orders": lambda: StepGame(game(steps()), town(), (), steps().steps),
    },
    MatrixPair: {
        "complete": lambda: compared("pearson", unknown=False),
        "with unknown dyads": lambda: compared("jaccard", unknown=True),
    },
    PermutedRegression: {
        "least squares": lambda: regressed("dsp", "linear", unknown=False),
        "with unknown dyads": lambda: regressed("freedman-lane", "linear", unknown=True),
        "logit": lambda: regressed("dsp", "logit", unknown=True),
        "of the outcome": lambda: regressed("y", "poisson", unknown=False),
    },
    NullDraws: {
        "one by one": lambda: null_draws(Bernoulli()),
        "chains": lambda: null_draws(DegreeSequence()),
        "labels": lambda: null_draws(LabelPermutation()),
    },
    Resampled: {"actors": lambda: Resampled(town(certain=True), asked_density(), 5)},
    survival_counts._Counted: {
        "uncertain": lambda: survival_counts._Counted(
            survival_counts.Survived(town(), np.array([True, False, True, True, False])), Worlds(town(), 5)
        )
    },
}
CASES = [
    pytest.param(make, id=f"{kind.__name__}, {name}") for kind, of in EXAMPLES.items() for name, make in of.items()
]


def tasks_of_the_package():
    """Every class that has all that a task has."""
    wanted = [name for name in vars(Task) if not name.startswith("_")]
    found = set()
    for module in pkgutil.walk_packages(socluster.__path__, "socluster."):
        if module.name.rpartition(".")[2].startswith("loops_"):
            continue  # compiled when imported; kernels know no task
        for kind in vars(importlib.import_module(module.name)).values():
            is_task = inspect.isclass(kind) and all(hasattr(kind, name) for name in wanted)
            if is_task and kind.__module__.startswith("socluster.") and not getattr(kind, "_is_protocol", False):
                found.add(kind)
    return found


def test_every_task_has_an_example():
    assert {kind.__qualname__ for kind in tasks_of_the_package() - set(EXAMPLES)} == set()
    assert set(EXAMPLES) <= tasks_of_the_package()


def gathered(pieces):
    """The pieces in the order of their draws, as one."""
    in_order = [rows for _, rows in sorted(pieces, key=lambda each: each[0])]
    return [np.concatenate(part) for part in zip(*in_order, strict=True)]


def cut(size):
    return [(first, min(first + size, DRAWS)) for first in range(0, DRAWS, size)]


def assert_same(found, expected):
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.one_of(2)
@pytest.mark.parametrize("make", CASES)
def test_the_order_and_the_size_of_pieces_do_not_matter(make):
    whole = make().run(0, DRAWS)
    for size in (1, 7):
        task = make()
        assert_same(gathered([(piece, task.run(*piece)) for piece in cut(size)]), whole)
        assert_same(gathered([(piece, task.run(*piece)) for piece in reversed(cut(size))]), whole)


@pytest.mark.one_of(2)
@pytest.mark.parametrize("make", CASES)
def test_nor_do_threads_nor_where_it_is_computed(make):
    task = make()
    whole = make().run(0, DRAWS)
    with ThreadPoolExecutor(2) as pool:
        assert_same(gathered(zip(cut(2), pool.map(lambda piece: task.run(*piece), cut(2)), strict=True)), whole)
    elsewhere = pickle.loads(cloudpickle.dumps(task))
    assert_same(elsewhere.run(0, DRAWS), whole)
    assert elsewhere.fingerprint == task.fingerprint == make().fingerprint


@pytest.mark.parametrize("make", CASES)
def test_its_numbers_have_the_shape_that_is_promised(make):
    task = make()
    assert isinstance(task, Task)
    rows = task.run(3, 8)
    assert len(rows) == task.parts
    assert all(each.ndim == 2 and len(each) == 5 and each.dtype == float for each in rows)
    assert [each.shape[1] for each in rows] == [each.shape[1] for each in task.run(0, 1)]
    assert task.draws_at_a_time >= 1
