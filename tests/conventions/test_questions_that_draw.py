"""Every question that draws: stopped and gone on with, computed elsewhere, with fewer draws if these are enough."""

import pickle
import warnings

import cloudpickle
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.draws import pieces
from socluster.draws.checkpoint import Checkpoint
from tests.development.chains import towns

MOST = 120


@pytest.fixture(scope="module")
def town():
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": list("xxyyyx")})
    ties = pd.DataFrame({"source": list("abcda"), "target": list("bcdef"), "confidence": [1, 0.5, 0.8, 0.3, 1]})
    return sc.Cluster.from_tables(actors, ties.assign(evidence="assumed"))


def hub(name, **ties):
    return sc.Scenario(name).with_actor(name, sector="x").with_ties(name, sc.ties.Stated(ties))


HUBS = [hub("one", a=0.4, d=0.6), hub("two", b=0.7), hub("three", c=0.5, e=0.5)]


def compare(town, measure, draws, rng):
    return sc.compare(town, HUBS, measures=[measure], draws=draws, rng=rng).to_frame()


def rank(town, measure, draws, rng):
    return sc.rank_partners(town, HUBS, goal=measure, draws=draws, rng=rng).to_frame()


def plan(town, measure, draws, rng):
    found = sc.plan_partners(town, HUBS, goals={"a": measure, "b": sc.density}, k=2, draws=draws, rng=rng)
    return found.pareto


def sensitivity(town, measure, draws, rng):
    vary = {"ties of one": ([hub("one", a=0.1)], [hub("one", a=0.9, d=0.9)])}
    return sc.sensitivity(town, HUBS, goal=measure, draws=draws, rng=rng, vary=vary).to_frame()


def attribute_ties(town, measure, draws, rng):
    return sc.attribute(town, HUBS[0], measure=measure, draws=draws, rng=rng).to_frame()


def attribute_steps(town, measure, draws, rng):
    scenario = HUBS[0].with_ties("one", "c").with_actor("new", sector="y").with_ties("new", sc.ties.Rates())
    return sc.attribute(town, scenario, measure=measure, parts="steps", draws=draws, rng=rng).to_frame()


def measured(town, measure, draws, rng):
    return sc.measure(town, [measure], draws=draws, rng=rng)


def stability(town, measure, draws, rng):
    def by_actor(cluster):
        return sc.betweenness(cluster) + measure(cluster)

    return sc.rank_stability(town, by_actor, draws=draws, rng=rng).to_frame()


def simulated(town, measure, draws, rng):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sc.SoclusterWarning)
        how = {**towns.SIMULATED, "demand": {"S1": town.n_ties + measure(town), "S2": 3}}
    return sc.simulate_clients(towns.staffed(), **how, draws=draws, rng=rng).to_frame()


def incubated(town, measure, draws, rng):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sc.SoclusterWarning)
        parameters = sc.Incubation(formation=float(measure(town)))
    return sc.incubate(town, events={"seminar": 3}, parameters=parameters, draws=draws, rng=rng).to_frame()


def survival(town, measure, draws, rng):
    return sc.surviving_ties(town, without=["a"], draws=draws, rng=rng).to_frame()


def against_null(town, measure, draws, rng):
    return sc.compare_to_null(town.sample(1), measure, null=sc.nulls.Bernoulli(), draws=draws, rng=rng).to_frame()


QUESTIONS = [
    compare,
    rank,
    plan,
    sensitivity,
    attribute_ties,
    attribute_steps,
    measured,
    stability,
    simulated,
    incubated,
    survival,
    against_null,
]
EACH = pytest.mark.parametrize("ask", QUESTIONS, ids=lambda ask: ask.__name__)


def same(one, other):
    pd.testing.assert_frame_equal(one, other, check_exact=True)


@EACH
def test_stopped_between_two_pieces_it_goes_on_with_the_same_numbers(ask, town, tmp_path, monkeypatch):
    expected = ask(town, sc.global_efficiency, MOST, 7)
    cut = pieces._pieces
    monkeypatch.setattr(pieces, "_pieces", lambda draws, size: cut(draws, min(size, MOST // 4)))
    kept, write = [], Checkpoint.write

    def write_two(store, piece, rows):
        write(store, piece, rows)
        kept.append(piece)
        if len(kept) == 2:
            raise KeyboardInterrupt

    draws = sc.Draws(MOST, checkpoint=tmp_path)
    with monkeypatch.context() as stopping:
        stopping.setattr(Checkpoint, "write", write_two)
        with pytest.raises(KeyboardInterrupt) as stopped:
            ask(town, sc.global_efficiency, draws, 7)
    assert f"kept in {tmp_path}; the same call resumes from there" in stopped.value.__notes__[0]
    written = []
    monkeypatch.setattr(Checkpoint, "write", lambda store, piece, rows: written.append(piece))
    same(ask(town, sc.global_efficiency, draws, 7), expected)
    assert len(written) >= 1
    assert not set(kept) & set(written[:1])  # it did not begin at the beginning


@EACH
def test_what_is_kept_is_not_taken_for_another_question(ask, town, tmp_path):
    draws = sc.Draws(60, checkpoint=tmp_path)
    ask(town, sc.global_efficiency, draws, 7)
    others = [(town, sc.global_efficiency, 8), (town.without_ties("a", "b"), sc.global_efficiency, 7)]
    if ask is not survival:  # which measures nothing
        others.append((town, sc.density, 7))
    for cluster, measure, seed in others:
        with pytest.raises(InputError, match="belongs to another question"):
            ask(cluster, measure, draws, seed)


class Elsewhere:
    """A crew that is sent every task, and computes its last piece first."""

    def run(self, task, pieces):
        sent = pickle.loads(cloudpickle.dumps(task))
        for piece in reversed(pieces):
            yield piece, sent.run(*piece)


@EACH
def test_who_computes_changes_nothing(ask, town, monkeypatch):
    expected = ask(town, sc.global_efficiency, MOST, 7)

    class Sent(pieces.Drawing):
        def __enter__(self):
            super().__enter__()
            self._crew = Elsewhere()
            return self

    for module in (sc.compare, sc.plan_partners, sc.sensitivity, sc.attribute, sc.measure, sc.rank_stability):
        monkeypatch.setitem(module.__globals__, "Drawing", Sent)
    monkeypatch.setitem(sc.compare_to_null.__globals__, "Drawing", Sent)
    monkeypatch.setitem(sc.surviving_ties.__globals__["Survived"].drawn.__globals__, "Drawing", Sent)
    same(ask(town, sc.global_efficiency, MOST, 7), expected)


@EACH
def test_a_tolerance_is_met_with_fewer_draws_and_gives_the_answer_of_so_many(ask, town):
    enough = ask(town, sc.global_efficiency, sc.Draws(300, tolerance=0.5), 7)
    same(enough, ask(town, sc.global_efficiency, 100, 7))
    never = ask(town, sc.global_efficiency, sc.Draws(MOST, tolerance=1e-12), 7)
    same(never, ask(town, sc.global_efficiency, MOST, 7))


@EACH
def test_an_interval_that_is_asked_for_is_given_or_refused(ask, town):
    narrow = sc.Draws(60, interval=0.2)
    if ask is sensitivity:
        with pytest.raises(InputError, match=r"draws\.interval.*no intervals"):
            ask(town, sc.global_efficiency, narrow, 7)
        return
    found, usual = (ask(town, sc.global_efficiency, draws, 7) for draws in (narrow, 60))
    ends = [column for column in found if "low" in str(column) or "high" in str(column)]
    assert ends
    assert not found[ends].equals(usual[ends])
    assert found.drop(columns=ends).equals(usual.drop(columns=ends))


# -- questions that draw a fixed number of times, in this process ------------------------------------------------------


def brokerage(town, draws):
    return sc.brokerage_test(town, group="sector", null="fixed", draws=draws, rng=7).to_frame()


def attack(town, draws):
    return sc.attack_curve(town, draws=draws, rng=7).to_frame()


def bounds(town, draws):
    silent = town.actors.assign(responded=[True, False, False, False, False, False]).reset_index()
    ties = town.ties[["source", "target"]]
    return sc.bounds(sc.Cluster.from_tables(silent, ties), sc.betweenness, draws=draws, rng=7).to_frame()


def ei(town, draws):
    return sc.ei_test(town, group="sector", draws=draws, rng=7).to_frame()


PLAIN = pytest.mark.parametrize("ask", [brokerage, attack, bounds, ei], ids=lambda ask: ask.__name__)


@PLAIN
@pytest.mark.parametrize("option", [{"tolerance": 0.1}, {"executor": 2}, {"checkpoint": "kept"}])
def test_an_option_without_an_effect_is_refused(ask, option, town):
    with pytest.raises(InputError, match=rf"draws\.{next(iter(option))}.*a fixed number of times"):
        ask(town, sc.Draws(60, **option))


@PLAIN
@pytest.mark.filterwarnings("ignore::socluster.core.errors.UncertainTiesWarning")
def test_it_takes_as_many_draws_as_a_number_says_and_the_interval(ask, town):
    usual = ask(town, 60)
    same(ask(town, sc.Draws(60)), usual)
    if ask is ei:
        with pytest.raises(InputError, match=r"draws\.interval.*no intervals"):
            ask(town, sc.Draws(60, interval=0.2))
        return
    narrow = ask(town, sc.Draws(60, interval=0.2))
    ends = [column for column in narrow if column.endswith(("low", "high"))]
    same(narrow.drop(columns=ends), usual.drop(columns=ends))
    lows, highs = (narrow[[c for c in ends if c.endswith(end)]] for end in ("low", "high"))
    usual_lows, usual_highs = (usual[[c for c in ends if c.endswith(end)]] for end in ("low", "high"))
    assert (lows >= usual_lows).where(lows.notna(), True).all(axis=None)
    assert (highs <= usual_highs).where(highs.notna(), True).all(axis=None)
    assert not narrow[ends].equals(usual[ends])
