"""What every answer to a what-if says, in English and in Lithuanian: nothing of the other language but names."""

import re
import warnings
from functools import cache, partial

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.result import Result
from socluster.whatif import ties
from socluster.whatif.choice.bridging_ties import bridging_ties
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.plan_limits import read_limits
from socluster.whatif.comparison.random_partner import AsMany
from socluster.whatif.leaving.losses import losses
from socluster.whatif.leaving.survival import surviving_ties
from socluster.whatif.leaving.worst_case import CRITERIA, worst_case
from socluster.words import Phrase
from tools import words as tool

# Names that are no words of either language, some of them hostile.
A, B, C, D, E, F = "Qa", "{n}", "%s", "<b>Qd</b>", "Qe; Qe", "Qf"
ACTORS = pd.DataFrame(
    {
        "actor": [A, B, C, D, E, F],
        "sector": ["public", "public", "civic", "civic", "private", "public"],
        "place": ["Q1", "Q1", "Q2", "Q2", "Q3", "Q3"],
    }
)
TIES = pd.DataFrame(
    [(A, B, "referral", 1.0), (B, C, "referral", 1.0), (C, D, "referral", 0.5), (D, E, "contract", 1.0)],
    columns=["source", "target", "layer", "confidence"],
)
ATTENDS = pd.DataFrame([(A, "Qg"), (B, "Qg"), (E, "Qh")], columns=["actor", "group"]).assign(layer="attends")
NAMES = {"Qa", "Qb", "Qd", "Qe", "Qf", "Qg", "Qh", "Qx", "Qy", "Qz"}


def cluster(ties=TIES):
    groups = pd.DataFrame({"group": ["Qg", "Qh"]})
    return sc.Cluster.from_tables(ACTORS, ties, groups=groups, affiliations=ATTENDS)


def sure():
    return cluster(TIES.assign(confidence=1.0))


def joins(name, model=None, **more):
    new = sc.Scenario(name).with_actor(name, sector="public", place="Q1")
    return new.with_ties(name, model or ties.Stated({A: 0.5, E: 0.5}), layer="referral", **more)


def qu(of):
    return float("nan")


def qv(of):
    return float("nan") if of.n_ties % 2 else float(of.n_ties)


CANDIDATES = [joins("Qx"), joins("Qy", ties.Rates()), joins("Qz", ties.Stated({B: 1.0}))]
TWO = {"coverage": Coverage({"Q1": 3, "Q2": 1}, {"Qx": {"Q1": 2}, "Qz": ["Q2"]}), "cohesion": sc.density}
COSTS = {"Qx": 1, "Qy": 2, "Qz": 3}
SCENARIO = (
    joins("Qx")
    .with_ties("Qx", [A, B], layer="referral", weight=2.5, evidence="assumed", confidence=0.5, directed=False)
    .with_strength(A, B, by=2, layer="referral")
    .with_strength(B, C, weight="coalition", layer="referral")
    .with_event("Qg2", [A, B])
    .with_affiliation(A, "Qh", layer="attends")
    .with_capacity(A, "Qg", 5)
    .with_attributes(A, places=12, level="local", responded=True)
    .with_group("Qh2", kind="round table")
    .with_merger([E, F], "Qy")
    .with_split(D, {"Qd": [C], "Qz": {E: 0.5}}, rest="Qd", tie="contract")
    .without_ties(A, B, layer="referral")
    .without_ties(C)
    .without_ties(layer="contract")
    .without_actor(A)
    .without_actor([B, C])
)
MODELS = [
    ties.Stated({A: 0.5}),
    ties.LikeActor(A, share=0.5),
    ties.LikeActor(B, itself=0.5),
    ties.Rates(by=["sector", "place"], prior_rate=0.2, prior_dyads=1),
    ties.Rates(prior_dyads=2.5),
    ties.Logit(match=["sector"], level=["places"], difference=["weight"], shared=["attends"]),
    ties.Logit(match=[]),
    ties.Proximity(),
    ties.Proximity(neighbours={"Q1": ["Q2"]}, same=0.5, near=0.2, elsewhere=0.1),
    ties.DistanceDecay({"Q1": {"Q2": 1.0}}),
    ties.DistanceDecay({"Q1": {"Q2": 1.0}}, p0=0.5, scale=3, shape="hyperbolic"),
    ties.Complement({A: ["Qg"]}, {B: ["Qg"]}, 0.5),
    ties.Complement({A: ["Qg"]}, {B: ["Qg"]}, 0.5, otherwise=0.1),
    ties.Committee(probability=0.5),
    ties.Committee(["Qg", "Qh"], probability=0.5, elsewhere=0.5),
    ties.Committee({"Qg": 0.5}, probability=0.5),
    ties.Committee(0.5, probability=0.5),
    ties.Preferential(1),
    ties.Preferential(2.5),
    ties.Closure(ties.Rates(), 0.5),
    ties.Closure(ties.Rates(), 0.5, rounds=2),
    ties.Rates() | ties.Stated({A: 0.5}),
    ties.Mixture({ties.Rates(): 3, ties.LikeActor(A): 1}),
    ties.Scaled(ties.Rates(), 0.5),
    ties.AtMost(ties.Rates(), 1),
    AsMany(ties.Rates()),
]


def test_there_is_a_sample_of_every_model():
    assert {type(model) for model in MODELS} >= set(ties.MODELS)


ANSWERS = {
    "check of a model": lambda: sc.ties.check(sure(), sc.ties.Rates(by="sector"), layer="referral"),
    "suggested model": lambda: sc.ties.suggest(sure(), layer="referral"),
    "threshold": lambda: sc.threshold(sure(), joins("Qx"), over=[1, 2], measure=sc.density, draws=20, rng=1),
    "losses": lambda: losses(cluster()),
    "losses of pairs": lambda: losses(sure(), order=2, layer="referral"),
    "losses that break nothing": lambda: losses(sc.Cluster.from_tables(ACTORS)),
    **{f"worst case by {by}": partial(lambda by: worst_case(cluster(), size=2, by=by), by) for by in CRITERIA},
    "worst case of one": lambda: worst_case(sure(), size=1),
    "survival": lambda: surviving_ties(cluster(), without=[A], ties={"layer": "contract"}),
    "survival in draws": lambda: surviving_ties(cluster(), ties={"layer": "contract"}, draws=5, rng=1),
    "survival of everything": lambda: surviving_ties(sure(), without=[]),
    "observed changes": lambda: sc.compare(cluster(), cluster().without_actor(cluster().labels[0])),
    "outcome": lambda: sc.compare(
        cluster(), CANDIDATES, measures=[sc.density, sc.betweenness, qu, qv], draws=20, rng=1
    ),
    "outcome with a random partner": lambda: sc.compare(
        sure(),
        [joins("Qx"), sc.Scenario("Qy").with_actor("Qy", sector="civic").with_ties("Qy", [A], layer="referral")],
        measures=[sc.density, sc.fragmentation],
        better={"density": "higher", "fragmentation": "lower"},
        draws=20,
        rng=1,
        null=True,
    ),
    "sweep": lambda: sc.sweep_partners(
        sure(), {"Qx": [A], "Qy": [B, C]}, measures=[sc.density], layer="referral", attributes={"sector": "public"}
    ),
    "ranking": lambda: sc.rank_partners(
        cluster(), CANDIDATES, goal=sc.density, draws=20, rng=1, cost=COSTS, capacity=COSTS, budget=2
    ),
    "ranking by a score": lambda: sc.rank_partners(
        cluster(),
        CANDIDATES,
        goal=Goal({sc.density: 2, sc.fragmentation: 1}, better={sc.fragmentation: "lower"}),
        draws=20,
        rng=1,
    ),
    "plan": lambda: sc.plan_partners(cluster(), CANDIDATES, goals=sc.density, k=2, draws=20, rng=1, cost=COSTS),
    "plan within a budget": lambda: sc.plan_partners(
        cluster(), CANDIDATES, goals=Goal({sc.density: 1}, per="unit"), budget=4, draws=20, rng=1, cost=COSTS
    ),
    "plan by search": lambda: sc.plan_partners(
        cluster(), CANDIDATES, goals=sc.density, k=1, draws=20, rng=1, exact_up_to=1
    ),
    "plan of coverage": lambda: sc.plan_partners(sure(), CANDIDATES, goals=TWO["coverage"], k=1),
    "plan of two goals": lambda: sc.plan_partners(cluster(), CANDIDATES, goals=TWO, k=1, draws=20, rng=1),
    "plan of two goals within a budget": lambda: sc.plan_partners(
        cluster(), CANDIDATES, goals=TWO, budget=3, cost=COSTS, draws=20, rng=1
    ),
    "sensitivity": lambda: sc.sensitivity(cluster(), CANDIDATES, goal=sc.density, draws=20, rng=1),
    "sensitivity to nothing": lambda: sc.sensitivity(
        sure(),
        [joins("Qx", ties.Stated({A: 1.0})), joins("Qy", ties.Stated({B: 1.0}))],
        goal=sc.density,
        draws=2,
        rng=1,
    ),
    "attribution": lambda: sc.attribute(cluster(), joins("Qx"), measure=sc.density, draws=20, rng=1),
    "attribution to many": lambda: sc.attribute(
        sure(),
        sc.Scenario("Qx")
        .without_actor([A, B, E])
        .with_actor("Qx")
        .with_group("Qh2")
        .with_ties("Qx", [C, D, F], layer="referral"),
        measure=sc.density,
        samples=20,
        rng=1,
    ),
    "attribution to steps": lambda: sc.attribute(
        sure(),
        joins("Qx", ties.Stated({A: 1.0})),
        baseline=joins("Qy", ties.Stated({B: 1.0})),
        measure=sc.density,
        parts="steps",
        rng=1,
    ),
    "calibration": lambda: ties.calibrate(sure(), ties.Rates(), layer="referral"),
    "check": lambda: ties.check(cluster(), ties.Rates(), layer="referral", draws=5),
    "suggestion": lambda: ties.suggest(
        cluster(), models=[ties.Rates(), ties.Logit(match=(), firth=True)], layer="referral", draws=5
    ),
    "rates": lambda: ties.Rates().posterior(sure(), "referral"),
    "regression": lambda: ties.Logit().fitted(sure(), "referral"),
}

# What is wrong, of every kind; each is told in either language.
MISTAKES = {
    "limit of losses": lambda: losses(cluster(), order=2, limit=3),
    "no such value": lambda: surviving_ties(cluster(), without={"sector": "Qx"}),
    "size": lambda: worst_case(cluster(), size=5),
    "budget": lambda: read_limits(["Qx"], None, {"Qx": 3}, 2),
    "k": lambda: sc.plan_partners(cluster(), CANDIDATES, goals=sc.density, k=9, rng=1),
    "coverage": lambda: Coverage({"Q1": -1}, {"Qx": ["Q9"]}),
    "a layer to name": lambda: bridging_ties(cluster()),
    "sweep": lambda: sc.sweep_partners(
        sure(), {"Qx": [A, A, "Qw"], A: {B: 0}}, measures=[sc.density], layer="referral"
    ),
    "ties of a model": lambda: sc.compare(
        cluster(), joins("Qx", ties.Preferential(99)), measures=[sc.density], draws=2, rng=1
    ),
    "a model of nothing": lambda: joins("Qx", ties.Complement({A: ["Qg"]}, {B: ["Qh"]}, 0.5)).apply(cluster()),
    "values of a model": lambda: ties.Closure(ties.Rates(), 3, rounds=0, layer=5),
    "a model of no models": lambda: ties.AnyOf((3,)),
    "a step": lambda: sc.Scenario("Qx").with_ties(3, [], layer=[]),
    "contradiction": lambda: joins("Qx") + sc.Scenario("Qy").with_actor("Qx"),
    "document": lambda: sc.Scenario.from_json(
        '{"socluster_scenarios": 1, "name": "", "steps": [{"verb": "Q"}], "Q": 1}'
    ),
    "no scenario": lambda: sc.compare(cluster(), [], measures=[sc.density], rng=1),
    "candidates": lambda: sc.rank_partners(cluster(), [joins("Qx")], goal=sc.density, rng=1),
    "costs": lambda: sc.rank_partners(cluster(), CANDIDATES, goal=sc.density, rng=1, cost={"Qx": -1, "Qw": 3}),
    "goals": lambda: sc.plan_partners(cluster(), CANDIDATES, goals=qu, k=1, draws=2, rng=1),
    "attribution": lambda: sc.attribute(cluster(), sc.Scenario("Qx"), measure=sc.density, rng=1),
    "calibration": lambda: ties.calibrate(cluster(), ties.Stated({A: 0.5}), layer="referral"),
}


WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def words_of_only_one_language():
    """Return the words that the catalogue has in English only, and those that it has in Lithuanian only."""
    english, lithuanian = set(), set()
    for message in tool.catalogue():
        if message.id:
            for texts, found in ((message.id, english), (message.string, lithuanian)):
                for text in (texts,) if isinstance(texts, str) else texts:
                    found |= words_in(re.sub(r"\{\w+\}", " ", text))
    return english - lithuanian, lithuanian - english


def words_in(text):
    """Return the words of a text, without code such as `limit=3` and `Scenario('hub')`, and without what is quoted."""
    plain = re.sub(r"\w+\([^)]*\)|\w+=\S*|'[^']*'", " ", text)
    return {word.casefold() for word in WORD.findall(plain)}


def said_by(answer, language):
    return answer.sentences(language) if hasattr(answer, "sentences") else [answer.assumption(language)]


def assert_only_one_language(english, lithuanian, more=frozenset()):
    only_english, only_lithuanian = words_of_only_one_language()
    names = {name.casefold() for name in NAMES} | {model.__name__.casefold() for model in ties.MODELS} | more
    assert {word for text in lithuanian for word in words_in(text)} & only_english - names == set()
    assert {word for text in english for word in words_in(text)} & only_lithuanian - names == set()


@pytest.fixture(params=ANSWERS)
def answer(request):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return ANSWERS[request.param]()


def test_every_kind_of_answer_is_tried():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        tried = {type(make()) for make in ANSWERS.values()}
    assert {each for each in Result.__subclasses__() if each.__module__.startswith("socluster.whatif")} == tried


def test_an_answer_is_told_in_one_language_at_a_time(answer):
    english, lithuanian = (said_by(answer, language) for language in ("en", "lt"))
    assert len(english) == len(lithuanian)
    assert_only_one_language(english, lithuanian)


@pytest.mark.parametrize("model", MODELS, ids=repr)
def test_a_model_is_told_in_one_language_at_a_time(model):
    assert_only_one_language([model.assumption("en")], [model.assumption("lt")])
    if hasattr(model, "varied"):
        assert_only_one_language(list(model.varied("en")), list(model.varied("lt")))


def test_a_scenario_is_told_in_one_language_at_a_time():
    assert_only_one_language(SCENARIO.sentences("en"), SCENARIO.sentences("lt"))


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_in_one_language_at_a_time(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        with pytest.raises(InputError) as caught:
            MISTAKES[name]()
    for problem in caught.value.problems:
        english, lithuanian = problem.message, problem.in_language("lt").message
        assert english != lithuanian
        values = problem.template.values if isinstance(problem.template, Phrase) else problem.values
        given = WORD.findall(" ".join(str(each) for each in values.values() if not isinstance(each, Phrase)))
        assert_only_one_language([english], [lithuanian], {word.casefold() for word in given})


@pytest.mark.parametrize("language", ["en", "lt"])
def test_names_stay_as_they_are_whatever_they_hold(language):
    scenario = " ".join(SCENARIO.sentences(language))
    assert all(name in scenario for name in (A, B, C, D, E, F))
    assert f"{B}{', ' if language == 'en' else ': '}" in " ".join(losses(sure()).sentences(language))
