"""What networkx asks of a backend: to make its graphs, to say which calls are its own, and the functions themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socluster.backend import limits
from socluster.backend.betweenness import betweenness_centrality, edge_betweenness_centrality
from socluster.backend.cores import core_number
from socluster.backend.distances import (
    average_shortest_path_length,
    closeness_centrality,
    global_efficiency,
    harmonic_centrality,
    local_efficiency,
)
from socluster.backend.graph import Converted, converted, restored
from socluster.backend.holes import constraint, effective_size, local_constraint
from socluster.backend.triangles import average_clustering, clustering, square_clustering, transitivity, triangles

__all__ = [
    "average_clustering",
    "average_shortest_path_length",
    "betweenness_centrality",
    "can_run",
    "closeness_centrality",
    "clustering",
    "constraint",
    "convert_from_nx",
    "convert_to_nx",
    "core_number",
    "edge_betweenness_centrality",
    "effective_size",
    "global_efficiency",
    "harmonic_centrality",
    "local_constraint",
    "local_efficiency",
    "should_run",
    "square_clustering",
    "transitivity",
    "triangles",
]


def convert_from_nx(
    graph: Any, *, edge_attrs: Mapping[Any, Any] | None = None, preserve_edge_attrs: bool = False, **others: Any
) -> Converted:
    """Return a networkx graph as arrays, with the attributes of ties that are asked for.

    Parameters
    ----------
    graph : networkx.Graph or networkx.DiGraph
    edge_attrs : mapping, optional
        Attributes, and what is meant where a tie has none.
    preserve_edge_attrs : bool, default False
        Whether to take all attributes; a tie that has none of a name counts 1, as in networkx.
    **others
        What else networkx would let us keep, of which no function of ours asks anything.

    Notes
    -----
    A view follows its graph, but networkx does not tell it of a change there. So what was made of a view is not kept:
    it loses its cache, as networkx lets one switch off caching for a graph.
    """
    if _is_view(graph):
        graph.__networkx_cache__ = None
    if preserve_edge_attrs:
        edge_attrs = dict.fromkeys({name for *_, data in graph.edges(data=True) for name in data}, 1)
    return converted(graph, edge_attrs or {})


def convert_to_nx(result: Any, *, name: str | None = None) -> Any:
    """Return an answer as networkx has it; ours are all numbers and dicts already, but for a graph that was made."""
    return restored(result) if isinstance(result, Converted) else result


def can_run(name: str, args: Any, kwargs: Mapping[str, Any]) -> bool | str:
    """Return True if a call is ours, or why it is not."""
    return limits.reason_not_to(name, globals()[name], args, kwargs) or True


def should_run(name: str, args: Any, kwargs: Mapping[str, Any]) -> bool | str:
    """Return True if a call that is ours is answered more quickly here, or why it is not."""
    return limits.reason_to_leave(name, globals()[name], args, kwargs) or True


def _is_view(graph: Any) -> bool:
    """Return whether a graph shows another one: a subgraph, the reverse, or as (un)directed, without a copy."""
    return hasattr(graph, "_graph")
