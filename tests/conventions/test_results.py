"""What every answer promises that is more than a number or a table."""

import copy
import dataclasses
import html
import importlib
import inspect
import pkgutil
import warnings

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import SoclusterWarning
from socluster.core.result import MadeOf, Result
from socluster.whatif.leaving.survival import surviving_ties
from tests.development.chains import towns

LANGUAGES = ("en", "lt")


def all_results():
    for module in pkgutil.walk_packages(sc.__path__, "socluster."):
        if not module.name.startswith("socluster.datasets"):
            importlib.import_module(module.name)
    found, waiting = set(), [Result]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        found |= {each for each in subclasses if each.__module__.startswith("socluster.")}
        waiting += subclasses
    return {each.__name__: each for each in found}


def joining(name, **ties):
    return sc.Scenario(name).with_actor(name, sector="civic").with_ties(name, sc.ties.Stated(ties), layer="contract")


def unsure():
    club = sc.load_dataset("norway_project")
    ties = club.ties
    ties.loc[:3, ["evidence", "confidence"]] = ["assumed", 0.5]
    tables = club.to_tables()
    return sc.Cluster._from(dataclasses.replace(tables, ties=ties))


def open_dyad():
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]})
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"], "layer": ["tie"]})
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties, unknown=unknown, name="Survey")


def services():
    """Two who offer the same in one place."""
    cluster = sc.load_dataset("kite").with_group("g", kind="service", service="care", place="K")
    cluster = cluster.with_affiliation("0", "g", layer="provides", weight=2)
    return cluster.with_affiliation("1", "g", layer="provides", weight=3)


# One small answer of every class; a new class needs a line here.
MADE = {
    "AttackCurve": lambda: sc.attack_curve(sc.load_dataset("kite"), draws=3, rng=7),
    "Attribution": lambda: sc.attribute(
        sc.load_dataset("norway_project"), joining("hub", LEU=0.5), measure=sc.density, draws=5, rng=7
    ),
    "Autocorrelation": lambda: sc.autocorrelation(
        sc.load_dataset("knoke"), values="rating", layer="information", draws=9, rng=7
    ),
    "Blockmodel": lambda: sc.blockmodel(sc.load_dataset("knoke"), group="sector", layer="information"),
    "Bounds": lambda: sc.bounds(open_dyad(), sc.density),
    "BrokerageTest": lambda: sc.brokerage_test(
        sc.load_dataset("knoke"), group="sector", layer="information", null="fixed", draws=5, rng=7
    ),
    "ModelCheck": lambda: sc.ties.check(sc.load_dataset("karate"), sc.ties.Rates(by="faction"), members=6, draws=10),
    "Suggestion": lambda: sc.ties.suggest(
        sc.load_dataset("karate"), models=[sc.ties.Rates(by="faction")], members=6, draws=10
    ),
    "Calibration": lambda: sc.ties.calibrate(sc.load_dataset("karate"), sc.ties.Rates(by="faction"), rng=7),
    "ClientSimulation": lambda: sc.simulate_clients(towns.staffed(), **towns.SIMULATED, draws=5, rng=7),
    "Incubated": lambda: sc.incubate(sc.load_dataset("norway_project"), events={"seminar": 2}, draws=5, rng=7),
    "IncubationCalibration": lambda: sc.calibrate_incubation(
        sc.load_dataset("norway_project"), sc.load_dataset("norway_project"), events=[]
    ),
    "IncubationSensitivity": lambda: sc.incubation_sensitivity(
        sc.load_dataset("norway_project"),
        events={"seminar": 1},
        vary={"formation": (0.1, 0.2), "repeat": (0.5, 1)},
        trajectories=2,
        samples=0,
        draws=2,
        rng=7,
    ),
    "PortfolioComparison": lambda: sc.compare_portfolios(
        sc.load_dataset("norway_project"),
        portfolios={"one": {"seminar": 2}, "two": {"conference": 1}},
        prices={"seminar": 1, "conference": 2},
        draws=5,
        rng=7,
    ),
    "CorePeriphery": lambda: sc.core_periphery(sc.load_dataset("knoke"), layer="information"),
    "Correspondence": lambda: sc.correspondence(sc.load_dataset("davis")),
    "DistanceMap": lambda: sc.mds(sc.load_dataset("kite")),
    "DualProjection": lambda: sc.dual_projection(sc.load_dataset("davis"), [sc.density]),
    "EITest": lambda: sc.ei_test(sc.load_dataset("knoke"), group="sector", layer="information", draws=9, rng=7),
    "MRQAP": lambda: sc.mrqap(sc.load_dataset("knoke"), "information", ["money"], draws=9, rng=7),
    "QAPTest": lambda: sc.qap(sc.load_dataset("knoke"), "information", "money", draws=9, rng=7),
    "ErgmFit": lambda: sc.ergm(
        sc.load_dataset("florentine"), [sc.terms.edges(), sc.terms.triangle()], layer="marriage", rng=7
    ),
    "ErgmGoodnessOfFit": lambda: sc.ergm(
        sc.load_dataset("florentine"), [sc.terms.edges()], layer="marriage"
    ).goodness_of_fit(draws=5, rng=7),
    "ErgmSimulation": lambda: sc.ergm_simulate(
        sc.load_dataset("florentine"), [sc.terms.edges()], [-1.5], layer="marriage", steps=50, draws=5, rng=7
    ),
    "Factions": lambda: sc.factions(sc.load_dataset("kite"), rng=7),
    "Homophily": lambda: sc.homophily(sc.load_dataset("knoke"), group="sector", layer="information"),
    "Influence": lambda: sc.influence(sc.load_dataset("kite"), [sc.density, sc.transitivity]),
    "Jackknife": lambda: sc.jackknife(sc.load_dataset("kite"), sc.density),
    "KeyPlayers": lambda: sc.key_players(sc.load_dataset("kite"), k=2),
    "LogitFit": lambda: sc.ties.Logit(match=["faction"]).fitted(sc.load_dataset("karate")),
    "Losses": lambda: sc.losses(sc.load_dataset("kite")),
    "NullComparison": lambda: sc.compare_to_null(
        sc.load_dataset("knoke"), sc.reciprocity, null=sc.nulls.FixedTies(), layer="information", draws=9, rng=7
    ),
    "ObservedChanges": lambda: sc.compare(sc.load_dataset("kite"), sc.load_dataset("kite").without_actor("0")),
    "Outcome": lambda: sc.compare(
        sc.load_dataset("norway_project"), joining("hub", LEU=0.5), measures=[sc.density], draws=5, rng=7
    ),
    "PartitionAgreement": lambda: sc.partition_agreement(
        sc.load_dataset("knoke"), group="sector", other=pd.Series(list("ababababab"), sc.load_dataset("knoke").index)
    ),
    "Plan": lambda: sc.plan_partners(
        sc.load_dataset("norway_project"),
        [joining("hub", LEU=0.5), joining("edge", UTEN=0.5)],
        goals=sc.density,
        k=1,
        draws=5,
        rng=7,
    ),
    "Posterior": lambda: sc.ties.Rates(by="faction").posterior(sc.load_dataset("karate")),
    "Profile": lambda: sc.profile(sc.load_dataset("knoke"), layer="information"),
    "PriorityQueue": lambda: sc.queues.priorities([10, 20, 10], 10, 5),
    "Queue": lambda: sc.queues.abandonment(45, 10, 4, 2),
    "QueueNetwork": lambda: sc.queues.network([40, 0], [[0, 0.5], [0, 0]], 30, 2),
    "QueueOverTime": lambda: sc.queues.transient(60, 40, 2, horizon=0.5, start=3),
    "Ranking": lambda: sc.rank_partners(
        sc.load_dataset("norway_project"),
        [joining("hub", LEU=0.5), joining("edge", UTEN=0.5)],
        goal=sc.density,
        draws=5,
        rng=7,
    ),
    "RankStability": lambda: sc.rank_stability(unsure(), sc.degree, draws=5, rng=7),
    "ReferralFlow": lambda: sc.referral_flow(towns.town(), steps=towns.STEPS, demand=towns.DEMAND),
    "ReportAgreement": lambda: sc.report_agreement(sc.load_dataset("knoke"), layer="information"),
    "Sensitivity": lambda: sc.sensitivity(
        sc.load_dataset("norway_project"),
        [joining("hub", LEU=0.5), joining("edge", UTEN=0.5)],
        goal=sc.density,
        draws=5,
        rng=7,
    ),
    "Survival": lambda: surviving_ties(unsure(), without={"lead": True}, draws=5, rng=7),
    "Sweep": lambda: sc.sweep_partners(
        sc.load_dataset("norway_project"), {"hub": ["LEU"]}, measures=[sc.density], layer="contract"
    ),
    "VertexBootstrap": lambda: sc.vertex_bootstrap(sc.load_dataset("kite"), sc.density, draws=9, rng=7),
    "Threshold": lambda: sc.threshold(
        sc.load_dataset("norway_project"), joining("hub", LEU=0.5), over=[1], measure=sc.density, draws=5, rng=7
    ),
    "WorstCase": lambda: sc.worst_case(sc.load_dataset("kite"), size=1),
    "Access": lambda: sc.access(services(), population={"K": 9}, distances={("K", "K"): 1}, bands={9: 1}),
    "CompositionRanges": lambda: sc.composition_ranges(total=5, categories=2),
    "Concentration": lambda: sc.concentration([0.1, 0.5], rank=[1, 2], bounded=True),
    "DisclosureRisk": lambda: sc.disclosure_risk(sc.load_dataset("norway_project"), by=["sector", "place"]),
    "Inequality": lambda: sc.inequality([1, 2, 4], groups=["a", "a", "b"]),
    "ServiceCoverage": lambda: sc.coverage(services(), needs={("K", "care"): 9}),
    "ServiceMatrix": lambda: sc.service_matrix(services()),
    "ServiceOverlap": lambda: sc.service_overlap(services()),
    "WaveChange": lambda: sc.compare_waves(sc.load_dataset("kite"), sc.load_dataset("kite").without_actor("3")),
    "RunChart": lambda: sc.run_chart([1, 2, 3, 2, 1, 4, 5, 4, 6, 5, 6, 7]),
    "RunChartLimits": lambda: sc.run_chart_limits(12),
    "PlanOutcome": lambda: sc.plan_and_outcome(sc.dataset_tables("care_reform")["indicators"]),
    "CollectiveChoice": lambda: sc.collective_choice(["ABC", "BCA"]),
    "EffectivenessLevels": lambda: sc.effectiveness_levels(sc.load_dataset("norway_project"), consensus=0.7),
    "GovernanceFit": lambda: sc.governance_fit(sc.load_dataset("norway_project"), consensus=0.7),
    "Steps": lambda: sc.development_steps(sc.load_dataset("norway_project"), done=["1.1"], evidence={"1.3": ["a"]}),
}

QUEUES = {"PriorityQueue", "Queue", "QueueNetwork", "QueueOverTime"}  # computed from rates alone
# A step in the making of ties, which does not keep what it was learnt from; and questions about plain numbers.
SERIES = {"PlanOutcome", "RunChart", "RunChartLimits"}  # of numbers alone
OF_NO_CLUSTER = {
    "CollectiveChoice", "CompositionRanges", "Concentration", "Inequality", "LogitFit", "Posterior", *QUEUES, *SERIES,
}  # fmt: skip
ALWAYS_THE_SAME = {"ModelCheck", "Suggestion"}  # random numbers
SURE = {
    "Influence", "IncubationCalibration", "Jackknife",
    "DisclosureRisk",
    "CollectiveChoice", "EffectivenessLevels", "GovernanceFit", "Steps",
    "Access", "CompositionRanges", "Concentration", "Inequality", "ServiceCoverage", "ServiceMatrix", "ServiceOverlap",
    "Blockmodel", "Bounds", "CorePeriphery", "Correspondence", "DistanceMap", "DualProjection", "Factions", "Homophily",
    "KeyPlayers", "LogitFit", "Losses", "ObservedChanges", "PartitionAgreement", "Posterior", "Profile", "ReferralFlow",
    "ReportAgreement", "Sweep", "WaveChange", "WorstCase", *QUEUES, *SERIES,
}  # fmt: skip


@pytest.fixture(params=sorted(MADE))
def result(request):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return MADE[request.param]()


def test_every_class_of_result_is_tried():
    assert set(all_results()) == set(MADE)


@pytest.mark.parametrize("cls", [pytest.param(cls, id=name) for name, cls in sorted(all_results().items())])
def test_it_is_a_frozen_dataclass_whose_text_is_made_of_its_sentences(cls):
    assert dataclasses.is_dataclass(cls)
    assert cls.__dataclass_params__.frozen
    assert not cls.__dataclass_params__.repr
    assert cls.__repr__ is Result.__repr__
    assert cls._repr_html_ is Result._repr_html_
    for method in (cls.to_frame, cls.sentences):
        assert inspect.getdoc(method)
    assert list(inspect.signature(cls.sentences).parameters) == ["self", "language"]


def test_it_speaks_both_languages_in_whole_sentences(result):
    for language in LANGUAGES:
        said = result.sentences(language)
        assert said
        assert all(isinstance(each, str) and each.strip() == each and each for each in said)
        assert all("\n" not in each and "{" not in each for each in said), "a place without a value, or two in one"


def test_its_text_is_its_sentences(result):
    assert repr(result) == "\n".join(result.sentences())
    assert result._repr_html_() == "".join(f"<p>{html.escape(each)}</p>" for each in result.sentences())


def test_its_table_is_the_callers_own(result):
    before = result.to_frame()
    assert isinstance(before, pd.DataFrame)
    mine = result.to_frame()
    mine["of mine"] = 1
    pd.testing.assert_frame_equal(result.to_frame(), before)


def test_it_can_be_compared_and_collected(result):
    other = copy.deepcopy(result)
    assert isinstance(other == result, bool)  # tables inside would answer neither yes nor no
    assert len({result, result}) == 1


def test_it_cannot_be_changed(result):
    name = dataclasses.fields(result)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(result, name, None)


def test_it_says_what_it_was_made_of(result):
    name = type(result).__name__
    made_of = result.made_of
    assert isinstance(made_of, MadeOf)
    assert made_of.version == sc.__version__
    assert (made_of.fingerprint is None) == (name in OF_NO_CLUSTER)
    if name not in SURE:
        assert made_of.seed == (None if name in ALWAYS_THE_SAME else 7)
        assert made_of.draws in (None, 1) if name == "Calibration" else made_of.draws >= 1
    else:
        assert made_of.draws is None
