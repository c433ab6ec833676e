"""Compare the speed of what-if questions with copying the graph and measuring anew, all in one run.

    python -m benchmarks.whatif            # about 10 minutes on two cores
    python -m benchmarks.whatif --quick    # up to 1,000 actors, about two minutes
    python -m benchmarks.whatif --ensembles --earlier /path/to/earlier/checkout    # draws of a region, beside before

Prints the tables and writes them to benchmarks/results/whatif.md (with --ensembles to benchmarks/results/ensembles.md).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import networkx
import numpy as np
from scipy.linalg import eigvalsh

import socluster as sc
from benchmarks.ensembles import ensembles
from benchmarks.graphs import SECTORS, Sample
from benchmarks.peers import Peers, has
from benchmarks.report import machine, times
from benchmarks.timing import Contestant, Timed, race, threads
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared

RESULTS = Path(__file__).with_name("results")
CANDIDATES, PARTNERS = 1_000, 5
MEASURES = [sc.global_efficiency, sc.average_path_length, sc.betweenness, sc.constraint, sc.transitivity]
TARGETS = {100: 120, 1_000: 400, 5_000: 700}  # times igraph
SPECTRAL_TARGET = 80  # times a dense decomposition of every network
FLOORS = {
    100: "About half is betweenness of all actors, a tenth constraint, a twentieth distances, and the rest names and "
    "labelled tables, which no kernel can save.",
    1_000: "Betweenness of all actors is four fifths of the time: about 500 of 500,000 pairs get other shortest paths, "
    "but which ones takes a look at the distances from everybody.",
    5_000: "Betweenness of all actors is nine tenths of the time, bound by memory: 250 MB of distances and numbers of "
    "paths do not fit into the caches.",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="up to 1,000 actors")
    parser.add_argument("--ensembles", action="store_true", help="only the draws of a region")
    parser.add_argument("--earlier", type=Path, help="an earlier checkout, with its environment in .venv")
    asked = parser.parse_args()
    sizes = (100, 1_000) if asked.quick else (100, 1_000, 5_000)
    earlier = (asked.earlier, str(asked.earlier / ".venv/bin/python")) if asked.earlier else None
    if asked.ensembles:
        text = "\n".join(["# Speed of draws of small networks", "", machine(), *ensembles(earlier)]) + "\n"
        (RESULTS / "ensembles.md").write_text(text, encoding="utf-8")
        print(text)
        return
    begun, started = time.perf_counter(), machine()
    sections = [_head(started), *_sweeps(sizes), *_spectra(), *_ranked(), *ensembles(earlier)]
    sections.append(f"Measured in {(time.perf_counter() - begun) / 60:.0f} minutes.")
    text = "\n".join(sections) + "\n"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "whatif.md").write_text(text, encoding="utf-8")
    print(text)


def _head(started: str) -> str:
    return f"""# Speed of what-if questions

{started}

Ratios are of medians taken in one process, in turns. `~` marks an estimate from a few candidates. The networks are
connected, heavy-tailed and clustered (Holme and Kim 2002: 5 ties per newcomer, triangles with probability 0.6)."""


# -- one partner with five ties, many candidates ----------------------------------------------------------------------


@dataclass(frozen=True)
class Question:
    """A network, and sets of partners whom a newcomer might have."""

    peers: Peers
    sets: Any

    @property
    def named(self) -> dict[str, list[str]]:
        labels = self.peers.cluster.labels
        return {f"candidate {number}": [labels[each] for each in own] for number, own in enumerate(self.sets.tolist())}


def _question(n: int) -> Question:
    rng = np.random.default_rng(1)
    return Question(_peers(n), np.array([rng.choice(n, PARTNERS, replace=False) for _ in range(CANDIDATES)]))


def _sweeps(sizes: tuple[int, ...]) -> Iterator[str]:
    yield f"""## {CANDIDATES:,} candidates, one new actor with {PARTNERS} ties each

Efficiency, average path length, transitivity, and betweenness and constraint of all actors. Microseconds per candidate;
in brackets how many times faster socluster (one thread) is. The others copy the graph, add the actor and measure; "each
measure by its fastest library" picks the fastest of them for every measure, socluster's own recomputation included.
A socluster time is that of `sweep_partners`, from names to labelled tables, all that it prepares included.

| actors | socluster | socluster, 2 threads | igraph | networkx | each measure by its fastest library | target |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
    notes = []
    for n in sizes:
        question = _question(n)
        sc.sweep_partners(question.peers.cluster, question.named, measures=MEASURES)  # compile first
        timed = {each.contestant.name: each for each in race(list(_contestants(question)), budget=6.0)}
        ours = timed["socluster"]
        ratio = timed["igraph"].median / ours.median
        missed = "" if ratio >= TARGETS[n] else ", missed"
        cells = [f"{n:,}", _micro(ours), _micro(timed["socluster, 2 threads"])]
        for name in ("igraph", "networkx", "fastest"):
            if name in timed:
                cells.append(f"~{_micro(timed[name])} ({times(timed[name].median / ours.median)})")
            else:
                cells.append("")
        yield "| " + " | ".join([*cells, f"{TARGETS[n]} x igraph: {times(ratio)}{missed}"]) + " |"
        if missed:
            notes.append(f"- {n:,} actors: {FLOORS[n]}")
    yield "\n" + "\n".join(notes)


@cache
def _peers(n: int) -> Peers:
    """Return a network on which the targets were set, in every library."""
    graph = networkx.powerlaw_cluster_graph(n, 5, 0.6, seed=1)
    order = np.random.default_rng(1).permutation(n)
    edges = np.sort(order[np.array(graph.edges)], axis=1)
    peers = Peers(n)
    peers.sample = Sample(n, edges, edges, np.arange(n) % len(SECTORS))
    return peers


def _contestants(question: Question) -> Iterator[Contestant]:
    n, named = question.peers.n, question.named
    cluster = question.peers.cluster
    for number in (1, 2):
        name = "socluster" if number == 1 else "socluster, 2 threads"
        yield Contestant(name, lambda _: sc.sweep_partners(cluster, named, measures=MEASURES), threads=number)
    few = {100: 50, 1_000: 5, 5_000: 1}[n]
    yield Contestant("igraph", lambda _: _each(question, few, _igraph_joined, _IGRAPH), share=few / CANDIDATES)
    if n <= 1_000:
        fewer = {100: 3, 1_000: 1}[n]
        run = partial(_each, question, fewer, _networkx_joined, _NETWORKX)
        yield Contestant("networkx", lambda _: run(), share=fewer / CANDIDATES)
    fastest = _fastest(question)
    yield Contestant("fastest", lambda _: [run(few) for run in fastest], share=few / CANDIDATES)


def _each(question: Question, number: int, join: Callable[..., Any], measures: dict[str, Callable[..., Any]]) -> None:
    for partners in question.sets[:number].tolist():
        graph = join(question, partners)
        for measure in measures.values():
            measure(graph)


def _igraph_joined(question: Question, partners: list[int]) -> Any:
    graph = question.peers.igraph.copy()
    graph.add_vertices(1)
    graph.add_edges([(question.peers.n, each) for each in partners])
    return graph


def _networkx_joined(question: Question, partners: list[int]) -> Any:
    graph = question.peers.networkx.copy()
    graph.add_edges_from((question.peers.n, each) for each in partners)
    return graph


def _cluster_joined(question: Question, partners: list[int]) -> Any:
    cluster = question.peers.cluster
    return cluster.with_actor("newcomer").with_ties("newcomer", [cluster.labels[each] for each in partners])


_IGRAPH: dict[str, Callable[..., Any]] = {
    "efficiency": lambda graph: sum(graph.harmonic_centrality(normalized=False)),
    "average path length": lambda graph: graph.average_path_length(),
    "betweenness": lambda graph: graph.betweenness(),
    "constraint": lambda graph: graph.constraint(),
    "transitivity": lambda graph: graph.transitivity_undirected(),
}


_NETWORKX: dict[str, Callable[..., Any]] = {
    "efficiency": networkx.global_efficiency,
    "average path length": networkx.average_shortest_path_length,
    "betweenness": networkx.betweenness_centrality,
    "constraint": networkx.constraint,
    "transitivity": networkx.transitivity,
}
_SOCLUSTER: dict[str, Callable[..., Any]] = {
    "efficiency": sc.global_efficiency,
    "average path length": sc.average_path_length,
    "betweenness": sc.betweenness,
    "constraint": sc.constraint,
    "transitivity": sc.transitivity,
}


def _networkit_measures() -> dict[str, Callable[..., Any]]:
    import networkit as nk

    return {"betweenness": lambda graph: nk.centrality.Betweenness(graph).run().scores()}


def _networkit_joined(question: Question, partners: list[int]) -> Any:
    import networkit as nk

    graph = nk.Graph(question.peers.networkit)
    graph.addNode()
    for each in partners:
        graph.addEdge(question.peers.n, each)
    return graph


def _fastest(question: Question) -> list[Callable[[int], None]]:
    """Return, for every measure, the fastest way to copy, add and measure that we know of."""
    libraries = [(_igraph_joined, _IGRAPH), (_cluster_joined, _SOCLUSTER)]
    if has("networkit"):
        libraries.append((_networkit_joined, _networkit_measures()))
    chosen = []
    for measure in _IGRAPH:
        ways = [(join, {measure: known[measure]}) for join, known in libraries if measure in known]
        seconds = []
        for join, known in ways:
            _each(question, 1, join, known)
            begun = time.perf_counter()
            _each(question, 1, join, known)
            seconds.append(time.perf_counter() - begun)
        join, known = ways[int(np.argmin(seconds))]
        chosen.append(lambda number, join=join, known=known: _each(question, number, join, known))
    return chosen


def _micro(each: Timed) -> str:
    value = each.median / CANDIDATES * 1e6
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


# -- spectra ----------------------------------------------------------------------------------------------------------


def _spectra() -> Iterator[str]:
    yield f"""## Natural and algebraic connectivity of {CANDIDATES:,} candidates at 1,000 actors

Microseconds per candidate, against a dense decomposition (LAPACK) of every network.

| measure | socluster | dense | target |
| --- | ---: | ---: | ---: |"""
    question = _question(1_000)
    cluster, named = question.peers.cluster, question.named
    dense = cluster.matrix(weights="binary").toarray()

    def joined(partners: list[int]) -> Any:
        n = len(dense)
        matrix = np.zeros((n + 1, n + 1))
        matrix[:n, :n] = dense
        matrix[n, partners] = matrix[partners, n] = 1
        return matrix

    def natural(_: Any) -> None:
        for partners in question.sets[:3].tolist():
            eigvalsh(joined(partners))

    def algebraic(_: Any) -> None:
        for partners in question.sets[:3].tolist():
            matrix = joined(partners)
            eigvalsh(np.diag(matrix.sum(axis=1)) - matrix, subset_by_index=[1, 1])

    for measure, anew in ((sc.natural_connectivity, natural), (sc.algebraic_connectivity, algebraic)):
        ours, rival = race(
            [
                Contestant("socluster", lambda _, m=measure: sc.sweep_partners(cluster, named, measures=m)),
                Contestant("dense", anew, share=3 / CANDIDATES),
            ],
            budget=8.0,
        )
        ratio = rival.median / ours.median
        missed = "" if ratio >= SPECTRAL_TARGET else ", missed"
        name = measure.__name__.replace("_", " ")
        yield f"| {name} | {_micro(ours)} | ~{_micro(rival)} | {SPECTRAL_TARGET} x: {times(ratio)}{missed} |"


# -- draws ------------------------------------------------------------------------------------------------------------


def _ranked() -> Iterator[str]:
    yield """
## Candidates x draws, end to end

`rank_partners` for global efficiency, 5 possible ties per candidate (probability 0.7), seconds, preparation of the
scenarios included. "Uncertain": every tie of the cluster has a confidence of 0.8, so that each draw is a network of its
own. Evaluations = candidates x draws.

| actors | candidates | draws | network | workers | seconds | microseconds per evaluation |
| ---: | ---: | ---: | --- | ---: | ---: | ---: |"""
    rows = [
        (100, 200, 1_000, "certain", None),
        (100, 200, 1_000, "uncertain", None),
        (100, 200, 1_000, "uncertain", 2),
        (100, 50, 1_000, "certain", None),
        (100, 800, 1_000, "certain", None),
        (100, 200, 250, "certain", None),
        (100, 200, 4_000, "certain", None),
        (300, 200, 1_000, "certain", None),
        (1_000, 200, 1_000, "certain", None),
    ]
    for n, candidates, draws, network, executor in rows:
        cluster, scenarios = _candidates(n, candidates, certain=network == "certain")
        begun = time.perf_counter()
        asked = sc.Draws(draws, executor=executor)
        sc.rank_partners(cluster, scenarios, goal=sc.global_efficiency, draws=asked, rng=1)
        seconds = time.perf_counter() - begun
        each = seconds / candidates / draws * 1e6
        workers = executor or 1
        yield f"| {n:,} | {candidates} | {draws:,} | {network} | {workers} | {seconds:.1f} | {each:.1f} |"
    yield "\nThe same answers by measuring anew (a tenth of the draws, for the ratio):\n"
    cluster, scenarios = _candidates(100, 20, certain=True)
    prepared = (Prepared("before", cluster), *(each.prepare(cluster) for each in scenarios))
    named = tuple(named_raw([sc.global_efficiency]))
    seconds = []
    with threads(1):
        for way in (True, False):
            study = Study(prepared, named, 1, anew=not way)
            study.run(0, 5)
            begun = time.perf_counter()
            study.run(0, 100)
            seconds.append(time.perf_counter() - begun)
    ratio = times(seconds[1] / seconds[0])
    yield f"updating is {ratio} faster than measuring anew (100 actors, 20 candidates, 100 draws)."


def _candidates(n: int, number: int, *, certain: bool) -> tuple[sc.Cluster, list[sc.Scenario]]:
    question = _question(n)
    cluster = question.peers.cluster
    if not certain:
        tables = cluster.to_tables()
        ties = tables.ties.assign(confidence=0.8, evidence="assumed")
        cluster = sc.Cluster.from_tables(tables.actors, ties, layers=tables.layers)
    scenarios = []
    for place, partners in enumerate(question.sets[:number].tolist()):
        stated = sc.ties.Stated({cluster.labels[each]: 0.7 for each in partners})
        joins = sc.Scenario(f"candidate {place}").with_actor("newcomer", sector="civic")
        scenarios.append(joins.with_ties("newcomer", stated))
    return cluster, scenarios


if __name__ == "__main__":
    main()
