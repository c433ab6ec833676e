"""A graph of networkx as arrays, made once for each graph and kept by networkx's own cache."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from socluster._kernels.ego.holes import two_way_strength
from socluster._kernels.products import Matrix, Vector, row_sums

__all__ = ["Converted", "converted", "restored"]


class Converted:
    """The ties of a networkx graph; rows are its nodes in their order.

    Parameters
    ----------
    nodes : list
    starts : array of int64 of shape (n + 1,)
        Where the neighbours of every node begin in `columns`.
    columns : array of int32
        Neighbours (of directed graphs: successors) in the order of the graph, by place.
    values : mapping from attribute to list
        What the ties hold, in the order of `columns`, as it stands in the graph.
    directed : bool
    """

    __networkx_backend__ = "socluster"

    def __init__(
        self,
        nodes: list[Hashable],
        starts: Vector,
        columns: Vector,
        values: Mapping[Hashable, list[Any]],
        *,
        directed: bool,
    ) -> None:
        self.nodes = nodes
        self.starts = starts
        self.columns = columns
        self.values = values
        self.directed = directed
        self._weighted: dict[Hashable, Matrix] = {}
        self._two_way: dict[Hashable, tuple[Matrix, Vector]] = {}

    def __len__(self) -> int:
        return len(self.nodes)

    def is_directed(self) -> bool:
        """Return whether ties have a direction, as networkx asks it."""
        return self.directed

    def is_multigraph(self) -> bool:
        """Return False: parallel ties are left to networkx."""
        return False

    @cached_property
    def index(self) -> dict[Hashable, int]:
        """The place of every node."""
        return dict(zip(self.nodes, range(len(self.nodes)), strict=True))

    @cached_property
    def rows(self) -> Vector:
        """The node at which every tie begins, by place, in the order of `columns`."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    @cached_property
    def has_loops(self) -> bool:
        """Whether a node is tied to itself."""
        return bool((self.rows == self.columns).any())

    @cached_property
    def ties(self) -> Matrix:
        """One for every tie but loops; undirected ties stand both ways."""
        return self._matrix(np.ones(len(self.columns)))

    @cached_property
    def places(self) -> Matrix:
        """Instead of ones: one more than the place of the tie in `columns`."""
        return self._matrix(np.arange(1, len(self.columns) + 1))

    def numbers(self, weight: Hashable) -> Vector:
        """Return what all ties hold, loops included, in the order of `columns`.

        Raises
        ------
        NotImplementedError
            If that is not a finite number everywhere.
        """
        found = np.array(self.values[weight]) if self.values[weight] else np.zeros(0)
        if found.dtype.kind not in "biuf" or not np.isfinite(found).all():
            raise NotImplementedError(f"socluster takes finite numbers as {weight!r} only")
        return found.astype(np.float64)

    def positive(self, weight: Hashable | None) -> Matrix:
        """Return the ties with what they hold, or ones if no weight is asked for; loops left out.

        Raises
        ------
        NotImplementedError
            If that is not a positive, finite number everywhere.
        """
        if weight is None:
            return self.ties
        if weight not in self._weighted:
            numbers = self.numbers(weight)
            if not (numbers > 0).all():
                raise NotImplementedError(f"socluster takes positive numbers as {weight!r} only")
            self._weighted[weight] = self._matrix(numbers)
        return self._weighted[weight]

    def two_way(self, weight: Hashable | None) -> tuple[Matrix, Vector]:
        """Return what runs between two nodes, whichever way, and its sum for every node."""
        if weight not in self._two_way:
            between = two_way_strength(self.positive(weight))
            between.sort_indices()
            self._two_way[weight] = between, row_sums(between)
        return self._two_way[weight]

    def by_node(self, values: Vector, nodes: Any = None) -> Any:
        """Return the values as networkx does: by node, those of some nodes, or the one of a single node."""
        numbers = values.tolist()
        if nodes is None:
            return dict(zip(self.nodes, numbers, strict=True))
        if _is_node(nodes, self.index):
            return numbers[self.index[nodes]]
        return {node: numbers[self.index[node]] for node in nodes if node in self.index}

    def without_loops(self) -> Converted:
        """Return the graph itself if no node is tied to itself.

        Raises
        ------
        NotImplementedError
            If there is such a node.
        """
        if self.has_loops:
            raise NotImplementedError("socluster takes graphs without self-loops here")
        return self

    def _matrix(self, values: Vector) -> Matrix:
        """Return a matrix with sorted columns and without loops, which kernels never see."""
        kept = self.rows != self.columns if self.has_loops else slice(None)
        shape = (len(self), len(self))
        cells = values[kept], (self.rows[kept], self.columns[kept])
        return sparse.csr_array(sparse.coo_array(cells, shape=shape))


def converted(graph: Any, attributes: Mapping[Hashable, Any]) -> Converted:
    """Return a networkx graph without parallel ties as arrays.

    Parameters
    ----------
    graph : networkx.Graph or networkx.DiGraph
    attributes : mapping
        The attributes of ties to take along, and what is meant where a tie has none.
    """
    neighbours: Mapping[Hashable, Mapping[Hashable, dict[Hashable, Any]]] = graph._adj
    nodes = list(neighbours)
    index = dict(zip(nodes, range(len(nodes)), strict=True))
    starts = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(len, neighbours.values()), np.int64, len(nodes)), out=starts[1:])
    ends: Iterable[int] = map(index.__getitem__, chain.from_iterable(neighbours.values()))
    columns = np.fromiter(ends, np.int32, int(starts[-1]))
    values = {
        name: [data.get(name, default) for near in neighbours.values() for data in near.values()]
        for name, default in attributes.items()
    }
    return Converted(nodes, starts, columns, values, directed=graph.is_directed())


def restored(graph: Converted) -> Any:
    """Return a networkx graph of the nodes, the ties and what was taken along of these."""
    result = nx.DiGraph() if graph.directed else nx.Graph()
    result.add_nodes_from(graph.nodes)
    data = zip(*graph.values.values(), strict=True) if graph.values else ((),) * len(graph.columns)
    result.add_edges_from(
        (graph.nodes[row], graph.nodes[column], dict(zip(graph.values, held, strict=True)))
        for row, column, held in zip(graph.rows.tolist(), graph.columns.tolist(), data, strict=True)
    )
    return result


def _is_node(node: Any, index: Mapping[Hashable, int]) -> bool:
    """Return whether this is a node, and not a list of nodes."""
    try:
        return node in index
    except TypeError:
        return False
