"""What is timed: the workloads, who takes part at which size, and what we aim at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import socluster as sc
from benchmarks.peers import Peers, has
from benchmarks.timing import Contestant
from socluster.measures.brokerage import holes as structural_holes
from socluster.measures.brokerage import significance as gould_fernandez
from socluster.measures.centrality import distance as centrality_distance
from socluster.measures.centrality import spectral as centrality_spectral
from socluster.measures.cohesion import distance as cohesion_distance
from socluster.measures.groups.cliques import core_number
from socluster.measures.groups.communities import communities
from socluster.measures.groups.core_periphery import core_periphery

__all__ = ["ENGINES", "SINGLE", "WORKLOADS", "Workload", "single_measures"]

# What cannot be done in the time that a benchmark may take (15 minutes in all), by workload and library: the largest
# size, and why.
LIMITS = {
    ("distances", "networkx"): (1_000, "10,000 actors take about 2 minutes"),
    ("distances", "networkit"): (10_000, "100,000 actors take some minutes"),
    ("distances", "rustworkx"): (10_000, "100,000 actors take about 20 minutes"),
    ("betweenness", "networkx"): (1_000, "10,000 actors take about 8 minutes"),
    ("betweenness", "networkit"): (10_000, "100,000 actors take more than an hour"),
    ("betweenness", "rustworkx"): (1_000, "10,000 actors take about half a minute, 100,000 an hour"),
    ("holes", "networkx"): (10_000, "100,000 actors take some minutes"),
    ("core-periphery", "cpnet BE"): (200, "1,000 actors take about a minute, 10,000 days"),
    ("brokerage", "R sna"): (10_000, "its loop over rows takes hours"),
}

ESTIMATE_FROM = 200  # sources, where igraph would take an hour from all of them


@dataclass(frozen=True)
class Workload:
    """A question, ours and the others' way to answer it.

    Parameters
    ----------
    key, title : str
        What it is called in the code and in the tables.
    sizes : tuple of int
    contestants : callable
        From a network to those who take part; the first is ours.
    rival : str
        With whom the targets compare.
    targets : dict
        From size to how many times faster than the rival we want to be.
    floors : dict
        From size to what stands in the way where a target is missed, and what was tried.
    remark : str
        What else the table should say.
    """

    key: str
    title: str
    sizes: tuple[int, ...]
    contestants: Callable[[Peers], Iterator[Contestant]]
    rival: str
    targets: dict[int, float] = field(default_factory=dict)
    floors: dict[int, str] = field(default_factory=dict)
    remark: str = ""


def _ours(peers: Peers, run: Callable[[Any], Any], *, threads: int = 1, directed: bool = False) -> Contestant:
    name = "socluster" if threads == 1 else f"socluster, {threads} threads"
    return Contestant(name, run, lambda: peers.fresh(directed=directed), threads)


def _fits(workload: str, library: str, peers: Peers) -> bool:
    return peers.n <= LIMITS.get((workload, library), (10**9, ""))[0]


def _holes(peers: Peers) -> Iterator[Contestant]:
    yield _ours(peers, lambda c: (sc.constraint(c), sc.effective_size(c), structural_holes.burt_hierarchy(c)))
    graph = peers.igraph
    yield Contestant("igraph", lambda _: graph.constraint())
    if _fits("holes", "networkx", peers):
        import networkx as nx

        ours = peers.networkx
        yield Contestant("networkx", lambda _: (nx.constraint(ours), nx.effective_size(ours)))


def _distances(peers: Peers) -> Iterator[Contestant]:
    def run(cluster: Any) -> Any:
        return (
            sc.closeness(cluster),
            centrality_distance.harmonic(cluster),
            sc.global_efficiency(cluster),
            cohesion_distance.average_path_length(cluster),
            cohesion_distance.distance_distribution(cluster),
        )

    yield _ours(peers, run)
    if peers.n >= 10_000:
        yield _ours(peers, run, threads=2)
    graph = peers.igraph
    if peers.n > 10_000:
        some = list(range(ESTIMATE_FROM))
        yield Contestant("igraph", lambda _: graph.harmonic_centrality(some), share=ESTIMATE_FROM / peers.n)
    else:
        yield Contestant("igraph", lambda _: graph.harmonic_centrality())
    if has("networkit") and _fits("distances", "networkit", peers):
        import networkit as nk

        theirs = peers.networkit
        kind = nk.centrality.ClosenessVariant.GENERALIZED
        yield Contestant("networkit, 2 threads", lambda _: nk.centrality.Closeness(theirs, False, kind).run().scores())
    if has("rustworkx") and _fits("distances", "rustworkx", peers):
        import rustworkx as rx

        rust = peers.rustworkx
        yield Contestant("rustworkx, 2 threads", lambda _: rx.closeness_centrality(rust, parallel_threshold=1))
    if _fits("distances", "networkx", peers):
        import networkx as nx

        plain = peers.networkx
        yield Contestant("networkx", lambda _: nx.harmonic_centrality(plain))


def _betweenness(peers: Peers) -> Iterator[Contestant]:
    yield _ours(peers, sc.betweenness)
    if peers.n >= 1_000:
        yield _ours(peers, sc.betweenness, threads=2)
    graph = peers.igraph
    yield Contestant("igraph", lambda _: graph.betweenness())
    if has("networkit") and _fits("betweenness", "networkit", peers):
        import networkit as nk

        theirs = peers.networkit
        yield Contestant("networkit, 2 threads", lambda _: nk.centrality.Betweenness(theirs).run().scores())
    if has("rustworkx") and _fits("betweenness", "rustworkx", peers):
        import rustworkx as rx

        rust = peers.rustworkx
        yield Contestant("rustworkx, 2 threads", lambda _: rx.betweenness_centrality(rust, parallel_threshold=1))
    if _fits("betweenness", "networkx", peers):
        import networkx as nx

        plain = peers.networkx
        yield Contestant("networkx", lambda _: nx.betweenness_centrality(plain))


def _weighted_betweenness(peers: Peers) -> Iterator[Contestant]:
    def ours(cluster: Any) -> Any:
        return sc.betweenness(cluster, cost="inverse")

    def fresh() -> Any:
        return peers.fresh(weighted=True)

    yield Contestant("socluster", ours, fresh)
    if peers.n >= 1_000:
        yield Contestant("socluster, 2 threads", ours, fresh, 2)
    graph, lengths = peers.igraph, (1 / peers.strengths).tolist()
    yield Contestant("igraph", lambda _: graph.betweenness(weights=lengths))


def _brokerage(peers: Peers) -> Iterator[Contestant]:
    """R's sna is timed by itself, see `peers.sna_seconds`."""
    yield _ours(peers, lambda c: gould_fernandez.brokerage_test(c, group="sector", variant="sna"), directed=True)
    yield Contestant(
        "socluster, counts only",
        lambda c: sc.brokerage_roles(c, group="sector"),
        lambda: peers.fresh(directed=True),
    )


def _core(peers: Peers) -> Iterator[Contestant]:
    yield _ours(peers, lambda c: core_periphery(c, variant="or"))
    if has("cpnet") and _fits("core-periphery", "cpnet BE", peers):
        import cpnet

        graph = peers.networkx
        yield Contestant("cpnet BE", lambda _: cpnet.BE().detect(graph))


WORKLOADS = (
    Workload(
        "holes",
        "Constraint, effective size and hierarchy of all actors, labels included (igraph: constraint only)",
        (60, 200, 1_000, 10_000, 100_000),
        _holes,
        "igraph",
        {1_000: 4, 10_000: 8, 100_000: 18},
        {
            1_000: "Three labelled Series cost 60 to 100 us of the total.",
            10_000: "The floor is one look at every pair of better-connected partners (200,000 here), at about 6 ns: "
            "which of them close a triangle (14 %) cannot be predicted. Tried without gain: sorted rows, the mirrored "
            "enumeration with half as many pairs, unsigned indices. Won: order by degree, one logarithm per tie.",
            100_000: "As for 10,000; the marks (400 KB) and rows leave the second cache (1 MB), 20 ns a look.",
        },
    ),
    Workload(
        "distances",
        "Closeness, harmonic, efficiency, average path and distance distribution, labels included "
        "(others: one of the five; igraph and networkx: harmonic)",
        (60, 200, 1_000, 10_000, 100_000),
        _distances,
        "igraph",
        {1_000: 45, 10_000: 45},
        {1_000: "Two labelled Series, a DataFrame and the checks of five calls cost 0.3 ms, as much as the search."},
    ),
    Workload(
        "betweenness",
        "Betweenness, exact",
        (60, 200, 1_000, 10_000),
        _betweenness,
        "igraph",
        {1_000: 2.2, 10_000: 2.2},
        remark="100,000 actors are left out: socluster took 181 s with two threads (once, one core busy with something "
        "else), igraph would take more than half an hour (estimated from 200 sources).",
    ),
    Workload(
        "weighted betweenness",
        "Betweenness by paths of which strong ties are short, exact",
        (60, 200, 1_000),
        _weighted_betweenness,
        "igraph",
        {200: 1, 1_000: 1},
        {60: "Below 200 actors nothing is compiled."},
    ),
    Workload(
        "brokerage",
        "Gould-Fernandez brokerage with expectations, of actors and of the whole",
        (60, 200, 1_000, 10_000, 100_000),
        _brokerage,
        "R sna",
        {1_000: 12, 10_000: 80},
        {
            1_000: "Counting takes 0.5 ms of it, and the tables of six columns for counts, means, deviations and z the "
            "rest (pandas).",
            10_000: "As for 1,000: counting takes 4 ms.",
        },
    ),
    Workload(
        "core-periphery",
        'Core and periphery (Borgatti-Everett, "or")',
        (60, 200, 1_000, 10_000),
        _core,
        "cpnet BE",
        {1_000: 1_000},
    ),
)

# Measures for which a library is asked: ours, and the call of the engine alone on a graph that it has already.
ENGINES: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "pagerank": (centrality_spectral.pagerank, lambda graph: graph.pagerank()),
    "eigenvector": (centrality_spectral.eigenvector, lambda graph: graph.eigenvector_centrality()),
    "core_number": (core_number, lambda graph: graph.coreness()),
    "components": (sc.components, lambda graph: graph.connected_components().membership),
    "communities": (
        lambda cluster: communities(cluster, rng=7),
        lambda graph: graph.community_leiden("modularity", n_iterations=-1).membership,
    ),
}

# Measures of a small cluster, one at a time.
SINGLE: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "degree": (sc.degree, lambda graph: graph.degree()),
    "density": (sc.density, lambda graph: graph.density()),
    "constraint": (sc.constraint, lambda graph: graph.constraint()),
    "closeness": (sc.closeness, lambda graph: graph.closeness()),
    "harmonic": (centrality_distance.harmonic, lambda graph: graph.harmonic_centrality()),
    "global_efficiency": (sc.global_efficiency, lambda graph: graph.harmonic_centrality()),
    "betweenness": (sc.betweenness, lambda graph: graph.betweenness()),
    **ENGINES,
}


def single_measures(peers: Peers, measures: dict[str, Any], *, built: bool) -> Iterator[tuple[str, list[Contestant]]]:
    """Yield ours and igraph's contestant for every measure.

    `built`: whether ours may find what an earlier call kept, the engine's graph above all, as igraph finds its graph.
    """
    graph = peers.igraph
    for name, (ours, theirs) in measures.items():
        cluster = peers.fresh()
        prepare = (lambda kept=cluster: kept) if built else peers.fresh
        yield (
            name,
            [
                Contestant("socluster", ours, prepare),
                Contestant("igraph", lambda _, call=theirs: call(graph)),
            ],
        )
