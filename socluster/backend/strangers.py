"""Nodes that are not in the graph: what networkx answers of them, or which error it raises, comes out as it is."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, wraps
from typing import Any

import networkx as nx

from socluster.backend.graph import restored

__all__ = ["names_strangers", "or_as_networkx"]

_ARGUMENTS = ("u", "v", "nodes", "nbunch", "sources")  # that name nodes


def names_strangers(function: Callable[..., Any], graph: Any, args: Any, kwargs: Mapping[str, Any]) -> bool:
    """Return whether a call names a node that is not in the graph.

    Parameters
    ----------
    function : callable
        Our function.
    graph
        A networkx graph, or the nodes of one.
    args, kwargs
        As it was called.
    """
    given = _signature(function).bind(*args, **kwargs).arguments
    return any(_is_strange(given.get(argument), graph) for argument in _ARGUMENTS)


def or_as_networkx(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of ours that leaves calls with unknown nodes to that of networkx."""

    @wraps(function)
    def asked(*args: Any, **kwargs: Any) -> Any:
        graph = args[0] if args else kwargs["G"]
        if not names_strangers(function, graph.index, args, kwargs):
            return function(*args, **kwargs)
        rest = args[1:], {name: value for name, value in kwargs.items() if name != "G"}
        return getattr(nx, function.__name__).orig_func(restored(graph), *rest[0], **rest[1])

    return asked


def _is_strange(nodes: Any, graph: Any) -> bool:
    if nodes is None or isinstance(nodes, Iterator) or _is_among(nodes, graph):
        return False
    return not isinstance(nodes, Collection) or isinstance(nodes, str) or not all(_is_among(n, graph) for n in nodes)


def _is_among(node: Any, graph: Any) -> bool:
    try:
        return node in graph
    except TypeError:  # a list of nodes
        return False


@cache
def _signature(function: Callable[..., Any]) -> inspect.Signature:
    return inspect.signature(function)
