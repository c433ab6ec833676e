"""The attacks behind a curve: in which order actors leave, and what is left of the cluster after each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster._kernels.losing.coming import Coming
from socluster.core.arguments import choice, generator
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.subset import keep_actors
from socluster.measures.shared.answers import answer, named
from socluster.measures.shared.network import Network

__all__ = ["Curves", "Heights", "LeavingOrders", "Service", "planned"]

Curves = dict[str, Array]


def planned(order: Any, draws: int | None, rng: Any) -> tuple[str, int, Generator | None]:
    """Return the name of the order, how many there are to try, and the source of chance, if any is needed."""
    if isinstance(order, str) or not callable(order):
        choice("order", order, ("random",))
        return "random", 100 if draws is None else draws, generator(rng)
    name = named(order)[0][0]
    if draws is None:
        if rng is not None:
            raise InputError("rng has no effect without draws; state how often equal values are to be shuffled")
        return name, 1, None
    return name, draws, generator(rng)


class LeavingOrders:
    """In which order the actors leave."""

    def __init__(
        self, net: Network, layer: str | None, order: Any, recalculate: bool, source: Generator | None
    ) -> None:
        self.net, self.order, self.recalculate, self.source = net, order, recalculate, source
        self.seen = net.cluster if layer is None else net.cluster.layer(layer)

    def next(self) -> Array:
        """Return the positions of all actors, who leaves first at the front."""
        n = self.net.n
        priority = np.arange(n) if self.source is None else self.source.permutation(n)
        if isinstance(self.order, str):
            return priority
        if not self.recalculate:
            return np.lexsort((priority, -self._values(self.seen)))
        sequence, stays = [], np.ones(n, dtype=bool)
        while stays.any():
            left = np.flatnonzero(stays)
            values = self._values(Cluster(keep_actors(self.seen.parts, stays)))
            first = left[np.lexsort((priority[left], -values))[0]]
            sequence.append(first)
            stays[first] = False
        return np.array(sequence, dtype=np.int64)

    def _values(self, cluster: Cluster) -> Array:
        name = named(self.order)[0][0]
        found = answer(self.order, name, cluster)
        if isinstance(found, float) or len(found) != 1:
            raise InputError(Problem("order needs a measure that gives one number per actor", value=name))
        values = next(iter(found.values())).to_numpy(dtype=float, na_value=np.nan)
        return np.where(np.isnan(values), -np.inf, values)


class Service:
    """The user's own function, asked with care."""

    def __init__(self, cluster: Cluster, function: Callable[[Cluster], float]) -> None:
        self.cluster, self.function = cluster, function
        self.name = named(function)[0][0]
        self.known: dict[bytes, float] = {}

    def __call__(self, stays: Array) -> float:
        """Return the value with these actors left; the same set is asked about once."""
        key = stays.tobytes()
        if key not in self.known:
            found = answer(self.function, self.name, Cluster(keep_actors(self.cluster.parts, stays)))
            if not isinstance(found, float):
                raise InputError(Problem("service must be a function that returns one number", value=self.name))
            self.known[key] = found
        return self.known[key]


class Heights:
    """The heights of all curves, order by order."""

    def __init__(self, net: Network, orders: int) -> None:
        self.coming = Coming(net.strength, orders)
        self.rows: dict[str, list[Array]] = {"largest": [], "efficiency": []}

    def follow(self, sequence: Array, service: Service | None) -> None:
        """Add the curves of one order. They are reckoned from the end, as if the actors came back one by one."""
        n = len(sequence)
        back = sequence[::-1]
        self.rows["largest"].append(self.coming.largest(back)[::-1] / max(n, 1))
        inverse = self.coming.inverse_sums(back)
        pairs = n * (n - 1)
        self.rows["efficiency"].append(inverse[::-1] / pairs if pairs else np.full(n + 1, np.nan))
        if service is not None:
            place = np.argsort(sequence)
            heights = [service(place >= gone) for gone in range(n)]
            self.rows.setdefault("service", []).append(np.array([*heights, np.nan]))

    def stacked(self) -> Curves:
        """Return every curve with a row per order."""
        return {name: np.array(rows) for name, rows in self.rows.items()}
