"""One of the two processes of losses.py: reads a row, computes it, answers with the seconds it took.

Runs with any version of socluster, so it uses what has been there for long, and of this folder only the networks and
the clock.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import networkx as nx

import socluster as sc

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # benchmarks of here; socluster came from elsewhere
from benchmarks.graphs import sample
from benchmarks.limited import processor_seconds

Edges = list[list[int]]
LEAST = 0.1  # seconds; what takes less is run several times in a row

CALLS: dict[str, Callable[[Any], Any]] = {
    "removal": sc.removal,
    "removal, directed": sc.removal,
    "removal, by strength": lambda cluster: sc.removal(cluster, cost="inverse"),
    "bridging": sc.bridging,
    "attack_curve, 100 orders": lambda cluster: sc.attack_curve(cluster, rng=1),
    "attack_curve, by degree": lambda cluster: sc.attack_curve(cluster, order=sc.degree),
    "key_players, three": lambda cluster: sc.key_players(cluster, k=3),
    "flow_betweenness": sc.flow_betweenness,
    "flow_betweenness, directed": sc.flow_betweenness,
    "triad_census, a star": sc.triad_census,
}


def _anew_by_igraph(graph: Any) -> None:
    """Distances without each actor."""
    for actor in range(graph.vcount()):
        without = graph.copy()
        without.delete_vertices(actor)
        without.distances()


PEERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "removal": ("igraph, distances without each", _anew_by_igraph),
    "triad_census, a star": ("igraph", lambda graph: graph.triad_census()),
}


def _edges(row: str, n: int) -> Edges:
    if row.endswith("a star"):
        return [[0, other] for other in range(1, n)]
    drawn = sample(n)
    edges: Edges = (drawn.arcs if row.endswith("directed") else drawn.edges).tolist()
    return edges


def _cluster(row: str, n: int) -> Any:
    graph = nx.DiGraph() if row.endswith("directed") else nx.Graph()
    graph.add_nodes_from(f"a{actor}" for actor in range(n))
    graph.add_edges_from((f"a{one}", f"a{other}", {"weight": 1 + (one + other) % 4}) for one, other in _edges(row, n))
    return sc.as_cluster(graph)


def _answer(row: str, n: int, *, peer: bool, most: int) -> dict[str, float]:
    total, runs = 0.0, 0
    while not runs or (total < LEAST and runs < 20):
        if peer:
            graph = igraph.Graph(n, _edges(row, n), directed=row.endswith(("directed", "a star")))
            total += processor_seconds(PEERS[row][1], graph, most)
        else:
            total += processor_seconds(CALLS[row], _cluster(row, n), most)
        runs += 1
    return {"seconds": total / runs}


def main() -> None:
    warnings.simplefilter("ignore")
    known: set[tuple[str, int]] = set()
    for line in sys.stdin:
        question = json.loads(line)
        row, n = question["row"], question["n"]
        if not question["peer"] and (row, n) not in known:  # compiles
            known.add((row, n))
            answer = _answer(**question)
            if answer["seconds"] < question["most"]:
                answer = _answer(**question)
        else:
            answer = _answer(**question)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
