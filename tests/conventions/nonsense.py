"""Everything public that is called, each with a call that is right, and what may stand in its arguments instead."""

from __future__ import annotations

import dataclasses
import inspect
import warnings
from functools import cache
from types import FunctionType, ModuleType

import numpy as np
import pandas as pd

import socluster as sc
from socluster.core.errors import SoclusterWarning
from tests.conventions import test_pictures as pictures
from tests.conventions import test_results as results
from tests.conventions.kinds import kind_of_cluster
from tests.development.chains import towns
from tests.whatif.ties import tie_samples

__all__ = ["NONSENSE", "calls"]

NONSENSE = {
    "an object": lambda: object(),
    "None": lambda: None,
    "True": lambda: True,
    "a word": lambda: "evil",
    "no": lambda: "no",
    "no word": lambda: "",
    "half a character": lambda: "\ud800",
    "a long word": lambda: "long " * 20_000,
    "a negative number": lambda: -1,
    "0": lambda: 0,
    "half": lambda: 0.5,
    "a large number": lambda: 10**12,
    "an endless number": lambda: 10**30,
    "a number that fits no float": lambda: 10**400,
    "NaN": lambda: float("nan"),
    "infinity": lambda: float("inf"),
    "an empty list": list,
    "whole numbers": lambda: [1, 2, 3],
    "nested lists": lambda: [["a"], ["b", ["c"]]],
    "a mapping": lambda: {"evil": 1},
    "a mapping of nonsense": lambda: {1: object()},
    "a table": lambda: pd.DataFrame({"x": [1.0, 2.0]}),
    "an empty table": lambda: pd.DataFrame(),
    "a Series of nobody": lambda: pd.Series([1.0, 2.0], index=["nobody", "else"]),
    "an array": lambda: np.zeros((2, 3)),
    "an array of whole numbers": lambda: np.array([1, 2]),
    "a list in a list": lambda: [[1]],
    "two kinds in a list": lambda: [[1], 0],
    "pd.NA": lambda: pd.NA,
    "pd.NA in a list": lambda: [pd.NA, "a"],
    "a function": lambda: lambda *given, **named: None,
    "bytes": lambda: b"evil",
}

SCENARIO = sc.Scenario("hub").with_actor("hub", sector="civic").with_ties("hub", "a", layer="a")
CANDIDATES = [SCENARIO, sc.Scenario("edge").with_actor("edge", sector="civic").with_ties("edge", "b", layer="a")]
SIGNED = kind_of_cluster("undirected").with_ties("a", ["e", "f"], layer="b")
GRADES = pd.DataFrame({"one": [1.0, 2.0, 4.0], "two": [2.0, 2.0, 3.0]})

# What an argument is given in a call that is right, by function or by the name of the argument.
OF_FUNCTIONS = {
    "Cluster.from_tables": {"actors": pd.DataFrame({"actor": ["a", "b"]})},
    "Cluster.kept": {"what": "nothing", "make": list},
    "Cluster.layer": {"name": "a"},
    "Cluster.project": {"self": kind_of_cluster("two-mode")},
    "Cluster.affiliation_matrix": {"self": kind_of_cluster("two-mode")},
    "Cluster.with_affiliation": {"self": kind_of_cluster("two-mode"), "groups": "y"},
    "Cluster.with_capacity": {"self": kind_of_cluster("two-mode"), "group": "x", "layer": "affiliation"},
    "Cluster.with_event": {"group": "evening"},
    "Cluster.with_group": {"group": "evening"},
    "Cluster.with_layer": {"name": "c"},
    "Cluster.with_merger": {"actors": ["a", "b"]},
    "Cluster.with_split": {"into": {"x": ["b"], "y": ["c"]}, "rest": "x"},
    "Cluster.with_strength": {"weight": 2.0, "layer": "a"},
    "Cluster.with_ties": {"source": "a", "targets": "e", "layer": "a"},
    "Cluster.with_actor": {"actor": "newcomer"},
    "Cluster.without_ties": {"source": "a"},
    "Cluster.without_actor": {"actors": "a"},
    "Scenario.from_json": {"text": SCENARIO.to_json()},
    "Scenario.from_yaml": {"text": SCENARIO.to_yaml()},
    "Scenario.with_split": {"into": {"x": ["b"], "y": ["c"]}, "rest": "x"},
    "Coverage.problem": {"candidates": {"hub": SCENARIO}},
    "Coverage": {"needs": {"Kelmė": 2.0}, "serves": {"hub": ["Kelmė"]}},
    "Draws": {"most": 5},
    "Goal": {"weights": {sc.density: 1.0}},
    "Scenario": {"name": "hub"},
    "whatif_page": {"scenarios": [SCENARIO], "path": None, "measures": [sc.density], "draws": 2},
    "report.Section": {"heading": "Results"},
    "Draws.limits": {"names": ["density"]},
    "Draws.only": None,  # of the package itself
    "Goal.scales": None,
    "Outcome.unsettled": {"scenarios": [0]},
    "Goal.score": None,
    "Scale.strength": {"answers": [1]},
    "Losses.what_breaks": {"actors": "0"},
    "blockmodel": {"group": "sector"},
    "access": {"cluster": results.services(), "population": {"K": 9.0}, "distances": {("K", "K"): 1.0}},
    "composition_ranges": {"total": 5, "categories": 2},
    "concentration": {"values": [1.0, 2.0], "rank": [1, 2]},
    "coverage": {"cluster": results.services(), "needs": {("K", "care"): 9.0}},
    "disclosure_risk": {"by": ["sector"]},
    "pseudonymise": None,  # writes a file
    "read_roster": None,
    "collective_choice": {"rankings": ["ABC", "BCA"]},
    "consensus": {"ratings": [1.0, 5.0]},
    "krippendorff_alpha": {"ratings": GRADES},
    "inequality": {"values": [1.0, 2.0]},
    "service_matrix": {"cluster": results.services()},
    "service_overlap": {"cluster": results.services()},
    "service_rate": {"cluster": results.services(), "population": {"K": 9.0}},
    "CompositionRanges.quantile": {"share": 0.5},
    "bounds": {"cluster": kind_of_cluster("unknown dyads")},
    "vertex_bootstrap": {"measure": sc.density},
    "jackknife": {"measure": sc.density},
    "influence": {"measure": sc.density},
    "compare_to_null": {"null": sc.nulls.FixedTies()},
    "compare": {"scenarios": CANDIDATES, "measures": [sc.density]},
    "cronbach_alpha": {"table": GRADES},
    "dataset_card": {"name": "kite"},
    "dataset_tables": {"name": "kite"},
    "dual_projection": {"measures": [sc.density]},
    "icc": {"table": GRADES},
    "learn.check": {"key": "01.1", "answer": 1},
    "learn.exercises.find": {"key": "01.1"},
    "learn.text_in": {"language": "lt"},
    "attribute": {"measure": sc.density},
    "bridging_ties": {"layer": "a", "across": "sector"},
    "brokerage_test": {"null": "fixed"},
    "Cluster.with_attributes": {"columns": {"sector": "civic"}},
    "current_flow_betweenness": {"cluster": kind_of_cluster("undirected")},
    "information": {"cluster": kind_of_cluster("undirected")},
    "laplacian_centrality": {"cluster": kind_of_cluster("undirected")},
    "ladder_profile": {"cluster": sc.load_dataset("norway_project"), "layer": "contract"},
    "Plan.plot": {"x": None, "y": None},
    "plan_partners": {"k": 1, "goal": sc.density},
    "rank_partners": {"goal": sc.density},
    "plot.pareto": {"x": "cost", "y": "median", "better": {"x": "lower", "y": "higher"}},
    "Posterior.rates": {"rng": np.random.default_rng(7)},
    "Posterior.rates_of_draws": {"rng": np.random.default_rng(7), "draws": 3},
    "rank_stability": {"cluster": kind_of_cluster("uncertain")},
    "report_agreement": {"layer": "a"},
    "load_dataset": {"name": "kite"},
    "numeric_assortativity": {"values": "staff"},
    "partition_agreement": {"other": "sector"},
    "plot.before_after": {
        "before": kind_of_cluster("multiplex"),
        "after": SCENARIO.apply(kind_of_cluster("multiplex")),
    },
    "observed_changes": {"before": kind_of_cluster("multiplex"), "after": kind_of_cluster("directed")},
    "compare_waves": {"before": kind_of_cluster("directed"), "after": kind_of_cluster("directed"), "layer": "a"},
    "run_chart": {"values": [1.0, 2.0, 4.0]},
    "run_chart_limits": {"n": 12},
    "plan_and_outcome": {"table": pd.DataFrame({"planned": [61], "done": [64]})},
    "WaveChange.through": {"actor": "3"},
    "plot.positions": {"clusters": kind_of_cluster("multiplex")},
    "plot.calibration": {"auc": 0.5},
    "mrqap": {"y": "a", "predictors": ["b"]},
    "predictors.difference": {"attribute": "staff"},
    "predictors.distance": {"table": {"Kelmė": {"Šiauliai": 1.0}}},
    "predictors.layer": {"name": "b"},
    "predictors.matrix": {"values": np.ones((6, 6))},
    "qap": {"x": "a", "y": "b"},
    "read": None,  # of a file: the formats have conventions of their own
    "read_needs": None,
    "read_scenarios": None,
    "write": None,
    "write_scenarios": None,
    "report.page": None,  # writes a file
    "Queue.exceeds": {"time": 0.5},
    "QueueOverTime.at": {"time": 0.25},
    "queues.abandonment": {"arrival_rate": 45, "service_rate": 10, "servers": 4, "patience_rate": 2},
    "queues.delay": {"arrival_rate": 45, "service_rate": 10, "servers": 5},
    "queues.loss": {"arrival_rate": 45, "service_rate": 10, "servers": 5},
    "queues.network": {"arrival_rate": [40, 0], "routing": [[0, 0.5], [0, 0]], "service_rate": 30, "servers": 2},
    "queues.priorities": {"arrival_rates": [10, 20], "service_rate": 10, "servers": 5},
    "queues.school_year": {"in_term": 120},
    "queues.transient": {"arrival_rate": 60, "service_rate": 40, "servers": 2, "horizon": 0.5, "start": 3},
    "referral_flow": {"cluster": towns.town(), "steps": towns.STEPS, "demand": towns.DEMAND, "capacity": "capacity"},
    "Barriers": {"negative": 0.5, "experienced": 0.5, "overlap": 0.5},
    "Barriers.without": {"names": "distrust"},
    "Barriers.states": {"cluster": kind_of_cluster("undirected")},
    "Barriers.factor": {"cluster": kind_of_cluster("undirected")},
    "Incubation": {"meetings": 5, "trust": 0.5},
    "Incubation.met_by_each": {"kind": "seminar"},
    "Incubation.present_at": {"kind": "seminar"},
    "Incubated.by_pairs": {"column": "sector"},
    "Incubated.minus": {"other": results.MADE["Incubated"]()},
    "calibrate_incubation": {
        "before": kind_of_cluster("undirected"),
        "after": kind_of_cluster("undirected"),
        "events": [{"kind": "seminar", "actors": ["a", "b"]}],
    },
    "compare_portfolios": {
        "portfolios": {"one": {"seminar": 1}, "two": {"conference": 1}},
        "prices": {"seminar": 1, "conference": 2},
    },
    "incubation_sensitivity": {
        "events": {"seminar": 1},
        "vary": {"formation": (0.1, 0.2)},
        "trajectories": 2,
        "samples": 0,
        "draws": 2,
    },
    "incubate": {"events": {"seminar": 2}, "without": ["a"]},
    "tie_chance": {"events": 3, "formation": 0.1, "repeat": 0.7, "meet": 0.5},
    "ClientSimulation.minus": {"before": sc.simulate_clients(towns.staffed(), **towns.SIMULATED, draws=5, rng=7)},
    "Flow": {"steps": towns.STEPS, "demand": towns.DEMAND},
    "Wait": {**towns.SIMULATED, "rng": 7, "histories": 5},
    "simulate_clients": {"cluster": towns.staffed(), **towns.SIMULATED, "servers": "servers"},
    "referral_paths": {"cluster": towns.town(), "steps": towns.STEPS},
    "removal": {"actors": ["a"]},
    "rating_scores": {"cluster": kind_of_cluster("directed"), "scores": {"trust": ["weight"]}},
    "rating_table": {"cluster": kind_of_cluster("directed")},
    "rater_disagreement": {"cluster": kind_of_cluster("directed")},
    "relative_connectivity": {"cluster": kind_of_cluster("directed")},
    "sensitivity": {"candidates": CANDIDATES},
    "threshold": {"scenario": CANDIDATES[0], "measure": sc.density, "over": [1]},
    "signed_triangles": {"cluster": SIGNED},
    "structural_balance": {"cluster": SIGNED},
    "surviving_ties": {"without": ["a"]},
    "sweep_partners": {"partners": {"hub": ["a"]}, "layer": "a"},
    "ErgmSimulation.network": {"draw": 0},
    "terms.cross_reciprocity": {"layer": "b"},
    "terms.cross_twopath": {"layer": "b"},
    "terms.entrainment": {"layer": "b"},
    "terms.smalldiff": {"most": 1.0},
    "ties.check": {"cluster": sc.load_dataset("karate"), "model": sc.ties.Rates(by="faction"), "by": "faction"},
    "ties.suggest": {"cluster": sc.load_dataset("karate"), "models": [sc.ties.Rates(by="faction")], "members": 3},
    "ties.calibrate": {"cluster": sc.load_dataset("karate"), "model": sc.ties.Rates(by="faction")},
    "to_networkx": {},
}
OF_ARGUMENTS = {
    "bands": {10: 1.0},
    "cells": pictures.CELLS,
    "actor": "a",
    "actors": ["b"],
    "attribute": "sector",
    "across": "sector",
    "answer": 1,
    "by": "sector",
    "candidates": CANDIDATES,
    "capacity": "staff",
    "cluster": kind_of_cluster("multiplex"),
    "coefficients": [-1.0],
    "data": kind_of_cluster("multiplex"),
    "decay": 0.5,
    "draws": 5,
    "goal": sc.density,
    "goals": sc.density,
    "group": "sector",
    "groups": ["x"],
    "into": "both",
    "items": ["weight"],
    "k": 1,
    "length": 4,
    "low": 1,
    "measure": sc.degree,
    "measures": [sc.density],
    "name": "other",
    "partners": {"hub": ["a"]},
    "rng": 7,
    "scenario": SCENARIO,
    "self": kind_of_cluster("multiplex"),
    "size": 1,
    "terms": [sc.terms.edges()],
    "source": "a",
    "target": "b",
    "targets": "b",
    "positive": "a",
    "negative": "b",
    "values": "staff",
    "weight": 2.0,
    "x": "x",
    "y": "y",
}
NULLS = [
    sc.nulls.Bernoulli(), sc.nulls.FixedTies(), sc.nulls.DyadCensus(), sc.nulls.DegreeSequence(1.0),
    sc.nulls.Blocks("sector"), sc.nulls.LabelPermutation(),
    sc.nulls.Distance({"public": {"civic": 1.0, "private": 2.0}, "civic": {"private": 1.0}}, by="sector"),
    sc.nulls.TwoModeTies(), sc.nulls.TwoModeDegrees(1.0), sc.nulls.TwoModeExpectedDegrees(),
]  # fmt: skip
COVERAGE = sc.Coverage({"Kelmė": 2.0}, {"hub": ["Kelmė"]})
OF_MODELS = {
    "actor": "Hub",
    "attributes": {"sector": "civic"},
    "cluster": tie_samples.with_hub(tie_samples.town()),
    "layer": "tie",
}
TWO_MODE = {
    "affiliation_overlap", "correspondence", "dual_projection", "projection_backbone", "swap_modes",
    "twomode_betweenness", "twomode_closeness", "twomode_clustering", "twomode_degree", "twomode_density",
    "twomode_eigenvector", "twomode_local_clustering",
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Call:
    """A call that is right, or nearly: the nonsense stands in one of its arguments."""

    name: str
    function: object
    given: dict
    places: tuple[str, ...]

    def parameters(self):
        return [each for each in inspect.signature(self.function).parameters.values() if each.name != "self"]

    def __call__(self, **instead):
        given = self.given | instead
        by_place = [given.pop(name) for name in self.places if name in given]
        columns = given.pop("columns", {})
        return self.function(*by_place, **given, **columns)


@cache
def calls() -> dict[str, Call]:
    """Return a call of every public function, class and method by its name."""
    found = {}
    for name in sc.__all__:
        _collect(found, name, getattr(sc, name))
    for name, make in results.MADE.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)
            answer = make()
        _methods(found, name, type(answer), lambda answer=answer: answer)
    for model in tie_samples.models():
        _methods(found, f"ties.{type(model).__name__}", type(model), lambda model=model: model)
        _add(
            found,
            f"ties.{type(model).__name__}",
            type(model),
            {each.name: getattr(model, each.name) for each in dataclasses.fields(model)},
        )
    for null in NULLS:
        name = f"nulls.{type(null).__name__}"
        _add(found, name, type(null), {each.name: getattr(null, each.name) for each in dataclasses.fields(null)})
        two_mode = {"cluster": kind_of_cluster("two-mode")} if "TwoMode" in name else {}
        _add(found, f"{name}.draw", type(null).draw, {"self": null, **two_mode})
        _add(found, f"{name}.kept", type(null).kept, {"self": null})
    return found


def _collect(found, name, value):
    if isinstance(value, FunctionType):
        _add(found, name, value)
    elif isinstance(value, ModuleType):
        for each in value.__all__:
            if name != "ties" or each in ("calibrate", "check", "suggest"):
                _collect(found, f"{name}.{each}", getattr(value, each))
    elif value is sc.report.Section:
        _add(found, name, value)
    elif isinstance(value, type) and value in (sc.Flow, sc.Wait):
        _add(found, name, value)
        own = {key: given for key, given in OF_FUNCTIONS[name].items() if key != "steps"}
        _methods(found, name, value, lambda: value(towns.STEPS, **own))
    elif isinstance(value, type) and value in (sc.Barriers, sc.Incubation):
        _add(found, name, value)
        _methods(found, name, value, value)
    elif isinstance(value, type) and value in (sc.Cluster, sc.Scenario, sc.Draws, sc.Goal, sc.Coverage):
        if value is not sc.Cluster:
            _add(found, name, value)
        subject = {sc.Cluster: kind_of_cluster("multiplex"), sc.Scenario: SCENARIO, sc.Draws: sc.Draws(5)}
        made = subject.get(value) or (sc.Goal({sc.density: 1.0}) if value is sc.Goal else COVERAGE)
        _methods(found, name, value, lambda: made)


def _methods(found, name, cls, make):
    for each, value in inspect.getmembers(cls):
        if each.startswith("_") or not callable(value):
            continue
        if inspect.ismethod(value):
            _add(found, f"{name}.{each}", value)
        else:
            own = OF_FUNCTIONS.get(f"{name}.{each}") or {}
            if name.startswith("ties.") and each in ("fit", "grounded", "posterior"):
                own = OF_MODELS
                OF_FUNCTIONS[f"{name}.{each}"] = {"self": make(), **OF_MODELS}
            _add(found, f"{name}.{each}", value, {"self": own.get("self", make())})


def _add(found, name, function, given=None):
    own = OF_FUNCTIONS.get(name, {})
    if own is None:
        return
    given = dict(given or {})
    places = []
    for each in inspect.signature(function).parameters.values():
        if each.kind is each.VAR_POSITIONAL:
            places.append(each.name)
        elif each.kind is each.VAR_KEYWORD:
            if each.name == "columns" and function is not sc.Scenario.with_ties:
                given["columns"] = own.get("columns", {})
            continue
        usual = pictures.TABLE if name.startswith("plot.") and each.name == "frame" else OF_ARGUMENTS.get(each.name)
        if name in TWO_MODE and each.name == "cluster":
            usual = kind_of_cluster("two-mode")
        needed = each.default is each.empty or each.name == "rng" or (each.name == "draws" and each.default == 1000)
        if each.name in own or (needed and each.name not in given):
            given[each.name] = own.get(each.name, usual)
        if each.kind is each.POSITIONAL_ONLY or each.name == "self":
            places.append(each.name)
    if "draws" in inspect.signature(function).parameters and given.get("draws") is None and "rng" in given:
        given["draws"] = 5
    found[name] = Call(name, function, given, tuple(places))
