"""Which calls are ours: what we cannot answer as networkx does, and what networkx answers as quickly itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import networkx as nx

from socluster.backend.strangers import names_strangers

__all__ = ["reason_not_to", "reason_to_leave"]

_OLDEST = (3, 6)  # of networkx whose scales for sampled betweenness are ours

_SYMMETRIC = {"square_clustering", "transitivity"}
_METHODS = (None, "unweighted", "dijkstra")
_WORTH_IT = 40  # nodes, below which making arrays costs as much as the answer
_WORTH_MORE = {"core_number": 200, "square_clustering": 200, "triangles": 200}  # what networkx is quick at


def reason_not_to(name: str, function: Callable[..., Any], args: Any, kwargs: Mapping[str, Any]) -> str:
    """Return why a call is not ours, or nothing if it is.

    Parameters
    ----------
    name : str
        Of the function, in networkx.
    function : callable
        Our function of that name.
    args, kwargs
        As networkx was called.
    """
    if _version() < _OLDEST:
        return "socluster answers as networkx 3.6 does; this networkx is older"
    try:
        given = _signature(function).bind(*args, **kwargs).arguments
    except TypeError:
        return ""  # networkx says what is wrong with the arguments
    graph = given["G"]
    if graph.is_multigraph():
        return "socluster takes graphs without parallel edges"
    if name in _SYMMETRIC and graph.is_directed():
        return "socluster takes undirected graphs here"
    if any(callable(given.get(argument)) for argument in ("weight", "distance")):
        return "socluster takes names of edge attributes as weights, not functions"
    if names_strangers(function, graph, args, kwargs):
        return ""  # networkx says what is wrong with them
    return _reason_in_arguments(graph, given)


def reason_to_leave(name: str, function: Callable[..., Any], args: Any, kwargs: Mapping[str, Any]) -> str:
    """Return why networkx, unless it is told otherwise, had better answer itself; nothing if it had not."""
    given = _signature(function).bind(*args, **kwargs).arguments
    if names_strangers(function, given["G"], args, kwargs):
        return "networkx says itself what is wrong with nodes that are not in the graph"
    if len(given["G"]) < _WORTH_MORE.get(name, _WORTH_IT):
        return "a graph of so few nodes is answered as quickly by networkx"
    if given.get("u") is not None and "v" not in given:
        return "one search is as quick in networkx"
    return ""


def _reason_in_arguments(graph: Any, given: Mapping[str, Any]) -> str:
    if given.get("nbunch") is not None or given.get("sources") is not None:
        return "socluster answers for all nodes, from all nodes"
    if given.get("method") not in _METHODS:
        return "socluster knows the methods 'unweighted' and 'dijkstra'"
    if isinstance(given.get("nodes"), Iterator):
        return "socluster takes a node of the graph or a collection of such nodes"
    sampled = given.get("k") is not None and given["k"] != len(graph)
    if sampled and not (isinstance(given["k"], int) and 0 < given["k"] <= len(graph)):
        return "socluster samples from 1 to all nodes"
    if sampled and given.get("endpoints") and graph.is_directed():
        return "socluster counts endpoints of sampled paths in undirected graphs"
    return ""


@cache
def _signature(function: Callable[..., Any]) -> inspect.Signature:
    return inspect.signature(function)


@cache
def _version() -> tuple[int, int]:
    major, minor = nx.__version__.split(".")[:2]
    return int(major), int(minor.rstrip("abcdefghijklmnopqrstuvwxyz"))
