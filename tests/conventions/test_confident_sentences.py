"""Try to get a confident sentence out of nothing: no ties, nobody who answered, one actor, one draw, a sure scenario.

Every result is asked about every such cluster, in both languages. It refuses, or its sentences say what is missing.
"""

import dataclasses
import re
import warnings
from functools import cache

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.result import Result
from socluster.whatif.choice.certificate import Certificate
from socluster.whatif.leaving.survival import surviving_ties
from socluster.words.plain import plain
from tests.conventions.test_results import QUEUES, SERIES, all_results

LANGUAGES = ("en", "lt")


def town(names, ties=(), silent=(), confidence=1.0, unknown=()):
    """Actors, of which some did not answer, and their ties."""
    names = list(names)
    actors = pd.DataFrame(
        {
            "actor": names,
            "sector": [("public", "civic")[place % 2] for place in range(len(names))],
            "responded": [name not in silent for name in names],
        }
    )
    frame = pd.DataFrame([tuple(tie) for tie in ties], columns=["source", "target"]).assign(
        layer="tie", confidence=confidence
    )
    frame["evidence"] = "reported" if confidence == 1 else "assumed"
    open_dyads = pd.DataFrame(list(unknown), columns=["source", "target"]).assign(layer="tie")
    return sc.Cluster.from_tables(actors, frame, unknown=open_dyads)


RING = ["AB", "BC", "CD", "DA", "AC"]
TURNING = {name: f"{name}\u202e{name}\u200b" for name in "ABCD"}  # names that turn round what follows
ALL_PAIRS = [(one, other) for one in "ABCD" for other in "ABCD" if one < other]
CLUSTERS = {
    "nobody": town(""),
    "one actor": town("A"),
    "two actors": town("AB", ["AB"]),
    "isolates": town("ABCD"),
    "all unknown": town("ABCD", unknown=ALL_PAIRS),
    "nobody answered": town("ABCD", silent="ABCD"),
    "some answered": town("ABCD", RING, silent="CD"),
    "uncertain": town(TURNING.values(), [[TURNING[end] for end in tie] for tie in RING], confidence=0.5),
    "sure": town("ABCD", RING),
}

# What the sentences have to say of such a cluster, whatever is asked.
MISSING = {
    "nobody": {"en": "no actors", "lt": "nėra veikėjų"},
    "one actor": {"en": "only one actor", "lt": "tik vienas veikėjas"},
    "isolates": {"en": "no ties", "lt": "ryšių"},
    "all unknown": {"en": "unknown", "lt": "nežinom"},
    "nobody answered": {"en": "None of the actors answered", "lt": "Neatsakė nė vienas"},
    "some answered": {"en": "2 of 4 actors did not answer", "lt": "2 iš 4 veikėjų neatsakė"},
}
ABOUT_ATTRIBUTES = {
    "Access",
    "CollectiveChoice",
    "CompositionRanges",
    "Concentration",
    "Correspondence",
    "Inequality",
    "PartitionAgreement",
    "ServiceCoverage",
    "ServiceMatrix",
    "ServiceOverlap",
    *QUEUES,
    *SERIES,
}  # ties and answers do not matter to them
LEAVES_OUT_UNKNOWN = {
    "Bounds",
    "Calibration",
    "ModelCheck",
    "ErgmFit",
    "ErgmSimulation",
    "LogitFit",
    "Posterior",
    "ReportAgreement",
    "Suggestion",
}


def joining(name, model=None):
    new = sc.Scenario(name).with_actor(name, sector="public")
    return new.with_ties(name, model or sc.ties.Rates(), layer="tie")


def sure(cluster, *names):
    return [sc.Scenario(each).with_actor(each, sector="civic").with_ties(each, cluster.labels[:1]) for each in names]


def candidates(cluster):
    return [joining("X"), joining("Y", sc.ties.Stated(dict.fromkeys(cluster.labels, 0.5)))]


def directed(cluster):
    tables = cluster.to_tables()
    layers = {"tie": {"directed": True}}
    return sc.Cluster.from_tables(
        tables.actors, tables.ties[["source", "target", "layer", "evidence"]], layers=layers, unknown=tables.unknown
    )


def sized(cluster):
    return pd.Series(np.arange(float(cluster.n_actors)), cluster.index, name="size")


def sized_difference(cluster):
    return sc.predictors.difference(sized(cluster))


def with_events(cluster):
    """The same actors, all of them at one event, and without ties."""
    tables = cluster.to_tables()
    groups = pd.DataFrame({"group": ["event"]})
    meets = pd.DataFrame({"actor": list(cluster.labels), "group": "event", "layer": "attends"})
    return sc.Cluster.from_tables(tables.actors, None, groups=groups, affiliations=meets)


def in_two_steps(cluster):
    """The same actors, of whom the first passes clients on to the others."""
    places = pd.Series(5.0, cluster.index)
    return cluster.with_columns(kind=["school"] + ["service"] * (cluster.n_actors - 1), capacity=places)


def with_services(cluster):
    """The same actors, all of whom offer one service."""
    given = cluster.with_group("offer", kind="service", service="care", place="K")
    for actor in cluster.labels:
        given = given.with_affiliation(actor, "offer", layer="provides", weight=3)
    return given


# How every result is asked of any cluster, in so many draws; a new result needs a line here.
ASKED = {
    "AttackCurve": lambda c, n: sc.attack_curve(c, draws=n, rng=1),
    "Attribution": lambda c, n: sc.attribute(c, joining("X"), measure=sc.density, draws=n, rng=1),
    "Blockmodel": lambda c, n: sc.blockmodel(c, group="sector"),
    "Bounds": lambda c, n: sc.bounds(c, sc.density, draws=n, rng=1),
    "Autocorrelation": lambda c, n: sc.autocorrelation(c, values=sized(c), draws=n, rng=1),
    "BrokerageTest": lambda c, n: sc.brokerage_test(c, group="sector", null="fixed", draws=n, rng=1),
    "ModelCheck": lambda c, n: sc.ties.check(c, sc.ties.Rates(), members=5, draws=5),
    "Suggestion": lambda c, n: sc.ties.suggest(c, models=[sc.ties.Rates()], members=5, draws=5),
    "Calibration": lambda c, n: sc.ties.calibrate(c, sc.ties.Rates(), rng=1),
    "ClientSimulation": lambda c, n: sc.simulate_clients(
        in_two_steps(c), steps=["school", "service"], demand=9, service_rate=9, servers=1, horizon=1, draws=n, rng=1
    ),
    "Incubated": lambda c, n: sc.incubate(
        c, events={"seminar": 2} if c.n_actors > 1 else {}, barriers=sc.Barriers(), draws=n, rng=1
    ),
    "IncubationCalibration": lambda c, n: sc.calibrate_incubation(c, c, events=[]),
    "IncubationSensitivity": lambda c, n: sc.incubation_sensitivity(
        c,
        events={"seminar": 2} if c.n_actors > 1 else {},
        vary={"formation": (0.1, 0.2)},
        trajectories=2,
        samples=2,
        draws=2,
        rng=1,
    ),
    "PortfolioComparison": lambda c, n: sc.compare_portfolios(
        c,
        portfolios={"one": {"seminar": 1}, "two": {"conference": 1}},
        prices={"seminar": 1, "conference": 2},
        draws=n,
        rng=1,
    ),
    "CorePeriphery": lambda c, n: sc.core_periphery(c),
    "Correspondence": lambda c, n: sc.correspondence(with_events(c)),
    "DistanceMap": lambda c, n: sc.mds(c),
    "DualProjection": lambda c, n: sc.dual_projection(with_events(c), [sc.density]),
    "EITest": lambda c, n: sc.ei_test(c, group="sector", draws=n, rng=1),
    "MRQAP": lambda c, n: sc.mrqap(c, "tie", [sized_difference(c)], draws=n, rng=1),
    "QAPTest": lambda c, n: sc.qap(c, "tie", sc.predictors.same("sector"), draws=n, rng=1),
    "ErgmFit": lambda c, n: sc.ergm(c, [sc.terms.edges()], method="mcmle", rng=1),
    "ErgmGoodnessOfFit": lambda c, n: sc.ergm(c, [sc.terms.edges()]).goodness_of_fit(draws=n, rng=1),
    "ErgmSimulation": lambda c, n: sc.ergm_simulate(c, [sc.terms.edges()], [-1.0], draws=n, rng=1),
    "Factions": lambda c, n: sc.factions(c, k=2, rng=1),
    "Homophily": lambda c, n: sc.homophily(c, group="sector"),
    "Influence": lambda c, n: sc.influence(c, sc.transitivity),
    "Jackknife": lambda c, n: sc.jackknife(c, sc.transitivity),
    "KeyPlayers": lambda c, n: sc.key_players(c, k=1, goal="reach"),
    "LogitFit": lambda c, n: sc.ties.Logit(match=["sector"], firth=True).fitted(c),
    "Losses": lambda c, n: sc.losses(c),
    "NullComparison": lambda c, n: sc.compare_to_null(c, sc.degree, null=sc.nulls.FixedTies(), draws=n, rng=1),
    "ObservedChanges": lambda c, n: sc.compare(c, c),
    "Outcome": lambda c, n: sc.compare(c, [joining("X")], measures=[sc.density, sc.constraint], draws=n, rng=1),
    "PartitionAgreement": lambda c, n: sc.partition_agreement(c, group="sector", other="sector"),
    "Plan": lambda c, n: sc.plan_partners(c, candidates(c), goals=sc.density, k=1, draws=n, rng=1),
    "Posterior": lambda c, n: sc.ties.Rates().posterior(c),
    "PriorityQueue": lambda c, n: sc.queues.priorities([1, 1], 10, 1),
    "Queue": lambda c, n: sc.queues.delay(1, 1, 1),
    "QueueNetwork": lambda c, n: sc.queues.network([1], [[0]], 1, 1),
    "QueueOverTime": lambda c, n: sc.queues.transient(1, 1, 1, horizon=1, start=1),
    "RankStability": lambda c, n: sc.rank_stability(c, sc.degree, draws=n, rng=1, drop=0.5),
    "Profile": lambda c, n: sc.profile(c),
    "Ranking": lambda c, n: sc.rank_partners(c, candidates(c), goal=sc.density, draws=n, rng=1),
    "ReferralFlow": lambda c, n: sc.referral_flow(in_two_steps(c), steps=["school", "service"], demand=9),
    "ReportAgreement": lambda c, n: sc.report_agreement(directed(c), layer="tie"),
    "Sensitivity": lambda c, n: sc.sensitivity(c, candidates(c), goal=sc.density, draws=n, rng=1),
    "Threshold": lambda c, n: sc.threshold(
        c, candidates(c)[0], over=[1, 2], measure=sc.density, better="higher", draws=n, rng=1
    ),
    "Survival": lambda c, n: surviving_ties(c, without=list(c.labels[:1]), draws=n, rng=1),
    "Sweep": lambda c, n: sc.sweep_partners(c, {"X": list(c.labels[:1])}, measures=sc.density, layer=None),
    "VertexBootstrap": lambda c, n: sc.vertex_bootstrap(c, sc.transitivity, draws=n, rng=1),
    "WorstCase": lambda c, n: sc.worst_case(c, size=1),
    "Access": lambda c, n: sc.access(
        with_services(c), population={"K": 9}, distances={("K", "K"): 1}, bands={9: 1, 5: 2}
    ),
    "CompositionRanges": lambda c, n: sc.composition_ranges(total=c.n_actors, categories=2, at_least=0),
    "Concentration": lambda c, n: sc.concentration(sized(c), rank=sized(c)),
    "DisclosureRisk": lambda c, n: sc.disclosure_risk(c, by="sector", k=2),
    "Inequality": lambda c, n: sc.inequality(sized(c)),
    "ServiceCoverage": lambda c, n: sc.coverage(with_services(c), needs={("K", "care"): 9, ("V", "care"): None}),
    "ServiceMatrix": lambda c, n: sc.service_matrix(with_services(c)),
    "ServiceOverlap": lambda c, n: sc.service_overlap(with_services(c)),
    "WaveChange": lambda c, n: sc.compare_waves(c, c),
    "RunChart": lambda c, n: sc.run_chart([*range(c.n_actors), None]),
    "RunChartLimits": lambda c, n: sc.run_chart_limits(10 + c.n_actors),
    "PlanOutcome": lambda c, n: sc.plan_and_outcome(pd.DataFrame({"planned": [4.0, 0.0], "done": [c.n_actors, None]})),
    "CollectiveChoice": lambda c, n: sc.collective_choice([list(c.labels), list(c.labels)[::-1]]),
    "EffectivenessLevels": lambda c, n: sc.effectiveness_levels(c, consensus=0.7, before=CLUSTERS["sure"]),
    "GovernanceFit": lambda c, n: sc.governance_fit(c, consensus=0.7, competencies=2),
    "Steps": lambda c, n: sc.development_steps(c, done=["1.1"], evidence={"1.1": list(c.labels[:1]), "1.3": ["a"]}),
}
# What draws what may be there; others draw nothing, or a test against chance.
DRAWS = [
    "AttackCurve",
    "Attribution",
    "ClientSimulation",
    "Incubated",
    "Outcome",
    "Plan",
    "PortfolioComparison",
    "RankStability",
    "Ranking",
    "Sensitivity",
    "Survival",
    "Threshold",
]

NOUNS = (
    "actors|ties|draws|dyads|sets|pairs|candidates|goals|groups|components|permutations|layers|values|losses|isolates"
)
WRONG_NUMBER = {
    "en": re.compile(rf"(?<![\d.,\N{{NO-BREAK SPACE}}])1 (\w+ )?({NOUNS})\b"),
    "lt": re.compile(
        r"(?<![\d,])1 (veikėjai|veikėjų|ryšiai|ryšių|bandymai|bandymų|porų|rinkiniai|rinkinių|kandidatai)\b"
        r"|(?<![\d,])\d*1[1-9] (veikėjas|ryšys|bandymas|pora|rinkinys|kandidatas)\b"
    ),
}


@cache
def answer(name, cluster, draws=9):
    """Return the result, or nothing where it is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            return ASKED[name](CLUSTERS[cluster], draws)
        except InputError:
            return None


def test_every_result_is_asked():
    assert set(ASKED) == set(all_results())


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_result_can_be_asked_of_what_is_there(name):
    assert answer(name, "sure") is not None


@pytest.mark.parametrize("cls", [pytest.param(cls, id=name) for name, cls in sorted(all_results().items())])
def test_every_result_keeps_what_the_data_say(cls):
    assert issubclass(cls, Result)
    fields = {each.name for each in dataclasses.fields(cls)}
    assert fields & {"data_notes", "cluster", "before"} or cls.__name__ == "Ranking", (
        "a Ranking says those of its comparison"
    )


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_result_refuses_a_language_that_is_none(name):
    with pytest.raises(InputError, match="language must be one of 'en', 'lt'"):
        answer(name, "sure").sentences("fr")


def test_so_do_scenarios_goals_and_what_was_proven():
    scenario, goal = sure(CLUSTERS["sure"], "X")[0], sc.Goal({sc.density: 1})
    coverage, certificate = sc.Coverage(["n"], {"X": ["n"]}), Certificate("all sets", True, 1)
    for told in (scenario.sentences, scenario.assumptions, goal.sentences, coverage.sentences, certificate.sentences):
        assert told("lt") == told(language="lt")
        with pytest.raises(InputError, match="language must be one of"):
            told("fr")


@pytest.mark.one_of(5)
@pytest.mark.parametrize("cluster", sorted(MISSING))
@pytest.mark.parametrize("name", sorted(set(ASKED) - ABOUT_ATTRIBUTES))
def test_what_is_missing_is_said_or_nothing_is(name, cluster):
    result = answer(name, cluster)
    if result is None or (cluster == "all unknown" and name in LEAVES_OUT_UNKNOWN | {"DualProjection"}):
        return
    if name == "DualProjection" and cluster in ("isolates", "nobody"):
        return  # they all attend, so that its actors are tied; of nobody it is refused
    for language in LANGUAGES:
        said = " ".join(result.sentences(language))
        assert MISSING[cluster][language].casefold() in said.casefold(), said


@pytest.mark.one_of(4)
@pytest.mark.parametrize("cluster", sorted(CLUSTERS))
@pytest.mark.parametrize("name", sorted(ASKED))
def test_no_sentence_holds_what_is_no_word_or_a_wrong_number(name, cluster):
    for draws in (9, 1):
        result = answer(name, cluster, draws)
        if result is None:
            continue
        for language in LANGUAGES:
            for said in result.sentences(language):
                assert not re.search(r"\bnan\b|\bNone\b(?! of)|\binf\b|\{", said), said
                assert not WRONG_NUMBER[language].search(said), said


@pytest.mark.parametrize("name", sorted(ASKED))
def test_no_name_turns_or_hides_what_is_said(name):
    result = answer(name, "uncertain")
    for language in LANGUAGES if result is not None else ():
        for said in result.sentences(language):
            assert said == plain(said)
    assert repr(result) == plain(repr(result))


@pytest.mark.parametrize("name", DRAWS)
def test_one_draw_is_no_distribution(name):
    result = answer(name, "uncertain", 1)
    said = {language: " ".join(result.sentences(language)) for language in LANGUAGES}
    assert "nothing of how sure it is" in said["en"]
    assert "nieko nesako apie rezultato patikimumą" in said["lt"]
    assert not re.search(r"\d% of (the|1) draw|interval", said["en"]), said["en"]
    assert not re.search(r"\d\s% (atvejų|bandymų)|intervalai", said["lt"]), said["lt"]


SURE_SCENARIOS = {
    "Outcome": lambda c, n: sc.compare(c, sure(c, "X"), measures=[sc.density], draws=n, rng=1),
    "Ranking": lambda c, n: sc.rank_partners(c, sure(c, "X", "Y"), goal=sc.density, draws=n, rng=1),
    "Plan": lambda c, n: sc.plan_partners(c, sure(c, "X", "Y"), goals=sc.density, k=1, draws=n, rng=1),
    "Sensitivity": lambda c, n: sc.sensitivity(c, sure(c, "X", "Y"), goal=sc.density, draws=n, rng=1),
    "Attribution": lambda c, n: sc.attribute(c, *sure(c, "X"), measure=sc.density, draws=n, rng=1),
}


@pytest.mark.parametrize("name", sorted(SURE_SCENARIOS))
def test_one_draw_of_what_is_sure_is_all_that_can_happen(name):
    result = SURE_SCENARIOS[name](CLUSTERS["sure"], 1)
    assert not any("nothing of how sure" in said for said in result.sentences())
    assert not any("interval" in said for said in result.sentences())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["Outcome", "Ranking", "Plan", "Sweep", "Losses", "Sensitivity", "Attribution"])
def test_structure_is_said_once_not_to_be_effectiveness(name, language):
    caveat = {"en": "Structure is not effectiveness", "lt": "Struktūra dar nėra veiksmingumas"}[language]
    for cluster in ("uncertain", "sure"):
        assert " ".join(answer(name, cluster).sentences(language)).count(caveat) == 1


def test_several_goals_say_it_once():
    goals = {"tied": sc.density, "near": sc.Goal({sc.global_efficiency: 1, sc.density: 2})}
    cluster = CLUSTERS["sure"]
    plan = sc.plan_partners(cluster, candidates(cluster), goals=goals, k=1, draws=9, rng=1)
    assert repr(plan).count("Structure is not effectiveness") == 1


def test_a_sweep_does_not_call_a_loss_a_gain():
    sweep = sc.sweep_partners(CLUSTERS["sure"], {"X": ["A"], "Y": ["B"]}, measures=sc.density)
    assert (sweep.gains()["density"] < 0).all()
    assert "adds" not in repr(sweep)
    assert "changes alike with every candidate (\N{MINUS SIGN}" in repr(sweep)


def test_what_the_current_cluster_is_and_what_ties_were_learnt_from():
    base = CLUSTERS["sure"]
    new = sc.Scenario("hub").with_actor("hub", sector="public").with_ties("hub", sc.ties.Rates(), layer="referral")
    said = repr(sc.compare(base, [new], measures=[sc.density], draws=9, rng=1))
    assert "Current cluster: 4 actors, 5 ties (tie), evidence: reported." in said
    assert (
        "No tie of the layer 'referral' is known: how likely its new ties are follows from ties of another kind" in said
    )
    of_nothing = repr(sc.compare(CLUSTERS["isolates"], [new], measures=[sc.density], draws=9, rng=1))
    assert "There are no ties to learn from: how likely the new ones are is an assumption alone." in of_nothing
    stated = sc.Scenario("hub").with_actor("hub", sector="public")
    stated = stated.with_ties("hub", sc.ties.Rates(layer="tie"), layer="referral")
    assert "follows from those of the layer 'tie', as stated" in repr(
        sc.compare(base, [stated], measures=[sc.density], draws=9, rng=1)
    )


def test_numbers_of_draws_take_their_form():
    for n, form in {1: "bandymas", 2: "bandymai", 10: "bandymų", 11: "bandymų", 21: "bandymas"}.items():
        outcome = answer("Outcome", "uncertain", n)
        assert f"({n} {form}" in outcome.sentences("lt")[0]
        assert np.isfinite(outcome.to_frame().loc[("X", "density"), "delta"])
