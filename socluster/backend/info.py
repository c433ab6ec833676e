"""What networkx is told about the backend when it is imported, which must cost next to nothing."""

from __future__ import annotations

from typing import Any

__all__ = ["FUNCTIONS", "get_info"]

_POSITIVE = "Weights are positive numbers; lengths that differ by rounding only are equal lengths."
_NO_LOOPS = "Not for graphs with self-loops."

FUNCTIONS = {
    "average_clustering": "",
    "average_shortest_path_length": f"For `method` 'unweighted' and 'dijkstra'. {_POSITIVE}",
    "betweenness_centrality": _POSITIVE,
    "closeness_centrality": _POSITIVE,
    "clustering": "",
    "constraint": f"{_POSITIVE} {_NO_LOOPS}",
    "core_number": _NO_LOOPS,
    "edge_betweenness_centrality": _POSITIVE,
    "effective_size": f"As defined, also of all nodes where ties are weighted or directed. {_POSITIVE} {_NO_LOOPS}",
    "global_efficiency": "",
    "harmonic_centrality": f"For all nodes: without `nbunch` and `sources`. {_POSITIVE}",
    "local_constraint": f"{_POSITIVE} {_NO_LOOPS}",
    "local_efficiency": _NO_LOOPS,
    "square_clustering": "For undirected graphs.",
    "transitivity": "For undirected graphs.",
    "triangles": "",
}


def get_info() -> dict[str, Any]:
    """Return what networkx shows of the backend in its help: a sentence, and a note for each function."""
    return {
        "backend_name": "socluster",
        "project": "socluster",
        "package": "socluster",
        "short_summary": "Compiled loops for graphs of people and organisations; not for multigraphs.",
        "functions": {name: {"additional_docs": notes} if notes else {} for name, notes in FUNCTIONS.items()},
    }
