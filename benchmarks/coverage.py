"""How often do 90 % intervals of what-ifs hold the truth? Actors are hidden from simulated clusters and let join again.

    python -m benchmarks.coverage --n 30 --seconds 170   # goes on where it stopped, for so many seconds
    python -m benchmarks.coverage --write                # writes benchmarks/results/coverage.md

In each replication a cluster is drawn from a generator, one actor is hidden, `sc.ties.suggest` chooses a model by the
others alone, and the actor joins again with ties from this model. For six measures, the interval of the change is
compared with the change that the actor really makes. Rows "... by Ergm" take a fitted random graph model instead of the
suggestion. Every replication depends on nothing but its number.
"""

from __future__ import annotations

import argparse
import csv
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import expit

import socluster as sc
from benchmarks.report import machine

RESULTS = Path(__file__).with_name("results")
KEPT = RESULTS / "coverage.csv"
MEASURES: dict[str, Callable[..., Any]] = {
    "betweenness": sc.betweenness,
    "constraint": sc.constraint,
    "density": sc.density,
    "E-I index": partial(sc.ei_index, group="sector"),
    "efficiency": sc.global_efficiency,
    "transitivity": sc.transitivity,
}
REPLICATIONS, DRAWS, JOINING = 200, 200, 12
LOW, HIGH = 0.86, 0.94


def block(rng: np.random.Generator, n: int) -> sc.Cluster:
    """Return a cluster in which ties follow from sectors."""
    sectors = rng.integers(3, size=n)
    rates = np.array([[0.40, 0.10, 0.05], [0.10, 0.30, 0.10], [0.05, 0.10, 0.20]]) * 30 / n
    return _cluster(_ties(rng, rates[sectors][:, sectors]), sectors, rng.integers(4, size=n))


def proximity(rng: np.random.Generator, n: int) -> sc.Cluster:
    """Return a cluster in which ties follow from places."""
    places = rng.integers(4, size=n)
    rates = np.where(places[:, None] == places, 0.45, 0.07) * 30 / n
    return _cluster(_ties(rng, rates), rng.integers(3, size=n), places)


def committee(rng: np.random.Generator, n: int) -> sc.Cluster:
    """Return a cluster in which ties follow from shared events."""
    attends = rng.random((n, n // 5)) < 6 / n
    chance = 1 - (1 - 0.02 * 30 / n) * (1 - 0.5) ** (attends.astype(int) @ attends.T)
    return _cluster(_ties(rng, chance), rng.integers(3, size=n), rng.integers(4, size=n), attends)


def closure(rng: np.random.Generator, n: int) -> sc.Cluster:
    """Return a cluster in which partners have introduced partners to each other."""
    first = _ties(rng, np.full((n, n), 0.09 * 30 / n))
    met = first.astype(int) @ first
    return _cluster(first | _ties(rng, 1 - (1 - 0.25) ** met), rng.integers(3, size=n), rng.integers(4, size=n))


def degrees(rng: np.random.Generator, n: int) -> sc.Cluster:
    """Return a cluster in which some actors are far more active than others of their sector."""
    sectors, own = rng.integers(3, size=n), rng.standard_normal(n)
    odds = np.where(sectors[:, None] == sectors, -1.3, -2.6) - np.log(n / 30) + own[:, None] + own
    return _cluster(_ties(rng, expit(odds)), sectors, rng.integers(4, size=n))


def directed(rng: np.random.Generator, n: int) -> sc.Cluster:
    """Return a cluster of ties with a direction, of which a share of .1 to .9 is returned."""
    sectors, returned = rng.integers(3, size=n), rng.uniform(0.1, 0.9)
    tied = np.where(sectors[:, None] == sectors, 0.35, 0.12) * 30 / n
    pair = _ties(rng, tied)
    mutual = _ties(rng, np.full((n, n), returned / (2 - returned)))  # of pairs; as a share of ties it is `returned`
    forth = np.triu(rng.random((n, n)) < 0.5, 1)
    forth = forth | np.tril(~forth.T, -1)
    return _cluster(pair & (mutual | forth), sectors, rng.integers(4, size=n), has_direction=True)


GENERATORS = {each.__name__: each for each in (block, proximity, committee, closure, degrees, directed)}


T = sc.terms
FITTED = {
    "block by Ergm": ("block", [T.edges(), T.nodematch("sector")]),
    "closure by Ergm": ("closure", [T.edges(), T.gwesp(0.5)]),
    "directed by Ergm": ("directed", [T.edges(), T.mutual(), T.nodematch("sector")]),
}


def _ties(rng: np.random.Generator, chance: np.ndarray) -> np.ndarray:
    there = np.triu(rng.random(chance.shape) < chance, 1)
    return there | there.T


def _cluster(
    matrix: np.ndarray,
    sectors: np.ndarray,
    places: np.ndarray,
    attends: np.ndarray | None = None,
    *,
    has_direction: bool = False,
) -> sc.Cluster:
    names = [f"m{number:02}" for number in range(len(matrix))]
    near, far = np.nonzero(matrix if has_direction else np.triu(matrix))
    actors = pd.DataFrame({"actor": names})
    actors["sector"], actors["place"] = [f"s{each}" for each in sectors], [f"p{each}" for each in places]
    ties = pd.DataFrame({"source": [names[i] for i in near], "target": [names[i] for i in far], "layer": "tie"})
    more: dict[str, Any] = {}
    if attends is not None:
        rows, columns = np.nonzero(attends)
        links = {"actor": [names[i] for i in rows], "group": [f"g{j}" for j in columns]}
        more["affiliations"] = pd.DataFrame(links).assign(layer="attends")
        more["groups"] = pd.DataFrame({"group": [f"g{j}" for j in range(attends.shape[1])]})
    return sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": has_direction}}, **more)


def replicated(generator: str, n: int, number: int) -> dict[str, Any]:
    """Return for each measure whether the interval of the suggested model holds what hidden actors really change."""
    rng = np.random.default_rng([number, n, *generator.encode()])
    several = generator == "12 join 12"
    of, terms = FITTED.get(generator, (generator, None))
    whole = block(rng, 2 * JOINING) if several else GENERATORS[of](rng, n)
    hidden = list(rng.permutation(whole.ids)[:JOINING]) if several else [str(rng.choice(whole.ids))]
    base = whole.without_actor(hidden)
    if terms is None:
        model = sc.ties.suggest(base, layer="tie", members=12, draws=30).suggested
    else:
        model = sc.ties.Ergm(sc.ergm(base, terms, layer="tie", rng=number))
    scenarios = [_again("model", whole, hidden, model), _again("truth", whole, hidden, None)]
    draws = DRAWS // 2 if several else DRAWS
    table = sc.compare(base, scenarios, measures=MEASURES, draws=draws, rng=number).to_frame()
    said, so = table.loc["model"], table.loc["truth", "delta"]
    noise = 1e-9
    inside = (said["low"] - noise <= so) & (so <= said["high"] + noise)
    return {name: int(inside[name]) for name in MEASURES} | {"model": type(model).__name__}


def _again(name: str, whole: sc.Cluster, hidden: list[str], model: Any) -> sc.Scenario:
    """Return the scenario in which the hidden actors join: with the ties of a model, or with those that they had."""
    scenario, kept = sc.Scenario(name), set(whole.ids) - set(hidden)
    links = whole.affiliations
    for actor in hidden:
        scenario = scenario.with_actor(actor, **whole.actors.loc[actor, ["sector", "place"]].to_dict())
        groups = links.loc[links["actor"] == actor, "group"].tolist() if len(links) else []
        scenario = scenario.with_affiliation(actor, groups, layer="attends") if groups else scenario
    for actor in hidden:
        if model is not None:
            scenario = scenario.with_ties(actor, model, layer="tie")
            continue
        own = whole.ties
        for source, target in own.loc[
            (own["source"] == actor) | (own["target"] == actor), ["source", "target"]
        ].to_numpy():
            if {source, target} <= kept | {actor}:
                scenario = scenario.with_ties(source, target, layer="tie")
        kept.add(actor)
    return scenario


def tasks(sizes: list[int]) -> Iterator[tuple[str, int, int]]:
    """Yield all replications, so that those of all generators come on alike."""
    for number in range(REPLICATIONS):
        for n in sizes:
            yield from ((generator, n, number) for generator in (*GENERATORS, *FITTED))
        yield "12 join 12", 2 * JOINING, number


def run(sizes: list[int], seconds: float, *, part: int = 0, parts: int = 1, only: str = "") -> None:
    """Do replications that have not been done yet, for so many seconds."""
    kept = KEPT.with_name(f"coverage{part}.csv") if parts > 1 else KEPT
    done = {tuple(row) for row in read()[["generator", "n", "number"]].itertuples(index=False)}
    begun, columns = time.monotonic(), ["generator", "n", "number", "model", *MEASURES]
    with kept.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        for generator, n, number in tasks(sizes):
            if (generator, n, number) in done or number % parts != part or only not in generator:
                continue
            if time.monotonic() - begun > seconds:
                return
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = replicated(generator, n, number)
            writer.writerow({"generator": generator, "n": n, "number": number, **found})
            file.flush()


def read() -> pd.DataFrame:
    """Return all replications that were done."""
    columns = ["generator", "n", "number", "model", *MEASURES]
    files = sorted(RESULTS.glob("coverage*.csv"))
    tables = [pd.read_csv(file, names=columns) for file in files if file.stat().st_size]
    return pd.concat(tables) if tables else pd.DataFrame(columns=columns)


def text(table: pd.DataFrame) -> str:
    """Return the page of results."""
    lines = [
        "# Coverage of 90 % intervals",
        "",
        f"`python -m benchmarks.coverage`; {machine()}",
        "",
        "Share of replications in which the 90 % interval of the change holds the change that a hidden actor really",
        "makes, with the model that `sc.ties.suggest` chooses by the others alone (12 members left out; at 200",
        "replications the standard error is 2 points). In brackets: outside of "
        f"{100 * LOW:.0f} to {100 * HIGH:.0f} %. Densities and the",
        "like take few values, so that intervals that end at whole ties hold a little more than they say.",
        "",
        "| generator | n | replications | " + " | ".join(MEASURES) + " | model chosen most |",
        "|---|--:|--:|" + "--:|" * len(MEASURES) + "---|",
    ]
    for (generator, n), own in table.groupby(["generator", "n"], sort=False):
        shares = own[list(MEASURES)].mean()
        cells = [f"{100 * share:.0f}" if LOW <= round(share, 2) <= HIGH else f"({100 * share:.0f})" for share in shares]
        most = own["model"].value_counts()
        usual = ", ".join(f"{name} {100 * count / len(own):.0f} %" for name, count in most.head(2).items())
        lines.append(f"| {generator} | {n} | {len(own)} | {' | '.join(cells)} | {usual} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--n", type=int, nargs="+", default=[30, 60], help="numbers of actors")
    parser.add_argument("--seconds", type=float, default=170.0, help="how long to go on")
    parser.add_argument("--only", default="", help="only generators whose name contains this")
    parser.add_argument("--part", type=int, default=0, help="which of several processes this is")
    parser.add_argument("--parts", type=int, default=1, help="how many there are")
    parser.add_argument("--write", action="store_true", help="write the page of results")
    asked = parser.parse_args()
    if asked.write:
        (RESULTS / "coverage.md").write_text(text(read()), encoding="utf-8")
        print(text(read()))
    else:
        run(asked.n, asked.seconds, part=asked.part, parts=asked.parts, only=asked.only)


if __name__ == "__main__":
    main()
