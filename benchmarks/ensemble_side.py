"""Questions about uncertain futures of the Šiauliai region, in a process of their own; this or an earlier checkout.

Run by `benchmarks.ensembles`; prints the seconds of the processor that every question needs, warm, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np

import socluster as sc

__all__ = ["KINDS", "MEASURES", "kind_of", "questions", "region"]

MEASURES = [sc.density, sc.global_efficiency, sc.constraint, sc.betweenness]
DRAWS, ROUNDS = 1_000, 5
LONG = 1.0  # seconds of the processor; what takes longer is asked once more only
KINDS = ("one joins", "directed", "two join", "one leaves", "all ties uncertain")


def region() -> sc.Cluster:
    """The organisations of the region, tied by events that they attend."""
    return sc.load_dataset("siauliai").project()


def kind_of(kind: str) -> tuple[sc.Cluster, sc.Scenario]:
    """Return a cluster and a scenario of a kind."""
    cluster, joins = region(), _joins("hub")
    tables = cluster.to_tables()
    layer = tables.ties["layer"].iloc[0]
    if kind == "directed":
        ties = tables.ties[["source", "target", "layer"]].copy()
        turned = np.random.default_rng(1).random(len(ties)) < 0.5
        ties.loc[turned, ["source", "target"]] = ties.loc[turned, ["target", "source"]].to_numpy()
        cluster = sc.Cluster.from_tables(tables.actors, ties, layers={layer: {"directed": True}})
        joins = _joins("hub", layer=layer)
    if kind == "two join":
        joins = sc.Scenario("two", steps=(*_joins("hub").steps, *_joins("other").steps))
    if kind == "one leaves":
        joins = joins.without_actor(cluster.labels[0])
    if kind == "all ties uncertain":
        ties = tables.ties.assign(confidence=0.8, evidence="assumed")
        cluster = sc.Cluster.from_tables(tables.actors, ties, layers=tables.layers)
    return cluster, joins


def questions() -> dict[str, Callable[[], Any]]:
    """Return what is asked, by name."""
    found: dict[str, Callable[[], Any]] = {}
    for kind in KINDS:
        cluster, scenario = kind_of(kind)
        found[f"compare, {kind}"] = lambda c=cluster, s=scenario: sc.compare(
            c, [s], measures=MEASURES, draws=DRAWS, rng=1
        )
    unsure = kind_of("all ties uncertain")[0]
    found["measure(draws=1000), three measures"] = lambda: sc.measure(
        unsure, [sc.constraint, sc.betweenness, sc.degree], draws=DRAWS, rng=1
    )
    base = region()
    for number in (12, 13, 24, 25, 26, 100, 101):
        found[f"rank {number} x 200"] = lambda number=number: sc.rank_partners(
            base, _candidates(base, number), goal=sc.global_efficiency, draws=200, rng=1
        )
    for number in (12, 13):
        found[f"plan 3 of {number}"] = lambda number=number: sc.plan_partners(  # type: ignore[misc]
            base, _candidates(base, number), goals=sc.global_efficiency, k=3, draws=200, rng=1
        )
    hubs = [_joins(f"hub {number}") for number in range(4)]
    for name, some in (("sensitivity", hubs[:3]), ("sensitivity of four", hubs)):
        found[name] = lambda some=some: sc.sensitivity(  # type: ignore[misc]
            base, some, goal=sc.global_efficiency, draws=200, rng=1
        )
    sure = (
        sc.Scenario("hub").with_actor("hub", sector="public").with_ties("hub", list(base.labels[:14]), layer="referral")
    )
    found["attribute"] = lambda: sc.attribute(base, sure, measure=sc.global_efficiency, rng=1)
    return found


def _joins(name: str, layer: str = "referral") -> sc.Scenario:
    rates = sc.ties.Rates(by="sector")
    return sc.Scenario(name).with_actor(name, sector="public", place="Kelmė").with_ties(name, rates, layer=layer)


def _candidates(base: sc.Cluster, number: int) -> list[sc.Scenario]:
    rng = np.random.default_rng(1)
    found = []
    for place in range(number):
        partners = {base.labels[each]: 0.5 for each in rng.choice(base.n_actors, 5, replace=False)}
        joins = sc.Scenario(f"c{place}").with_actor(f"c{place}", sector="public")
        found.append(joins.with_ties(f"c{place}", sc.ties.Stated(partners), layer="referral"))
    return found


def seconds_of(run: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Return the median seconds of the processor; the first round, which may compile, is thrown away."""
    run()
    taken: list[float] = []
    while len(taken) < rounds and not (taken and taken[0] > LONG):
        begun = time.process_time()
        run()
        taken.append(time.process_time() - begun)
    return median(taken)


def main() -> None:
    warnings.simplefilter("ignore")
    wanted = questions()
    print(json.dumps({name: seconds_of(wanted[name]) for name in wanted if name in sys.argv[1:] or len(sys.argv) < 2}))


if __name__ == "__main__":
    main()
