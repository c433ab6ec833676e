"""Every kind of cluster that a measure has to answer for, small enough for every measure."""

from __future__ import annotations

from functools import cache

import pandas as pd

from socluster.core.cluster import Cluster

__all__ = ["KINDS", "kind_of_cluster"]


def _cluster(names: str, ties: str = "", *, directed: bool = False, layers: int = 1, **more: object) -> Cluster:
    """Actors are letters; ties are pairs of letters; the second layer holds every other pair turned round."""
    sectors = ["public", "civic", "private"]
    actors = pd.DataFrame(
        {"actor": list(names), "sector": [sectors[place % 3] for place in range(len(names))], "staff": 2.0}
    )
    pairs = ties.split()
    rows = [(pair[0], pair[1], "a", 1.0 + place % 3) for place, pair in enumerate(pairs)]
    if layers == 2:
        rows += [(pair[1], pair[0], "b", 1.0) for pair in pairs[::2]]
    frame = pd.DataFrame(rows, columns=["source", "target", "layer", "weight"])
    described = {name: {"directed": directed} for name in "ab"[:layers]}
    return Cluster.from_tables(actors, frame, layers=described, **more)


def _two_mode() -> Cluster:
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": ["public", "civic"] * 3, "staff": 2.0})
    attended = pd.DataFrame([pair.split(":") for pair in ["a:x", "b:x", "c:x", "c:y", "d:y", "e:z", "f:z", "b:z"]])
    return Cluster.from_tables(
        actors,
        groups=pd.DataFrame({"group": list("xyz")}),
        affiliations=attended.set_axis(["actor", "group"], axis="columns"),
    )


def _uncertain() -> Cluster:
    ties = pd.DataFrame({"source": ["a"], "target": ["f"], "layer": "a", "confidence": 0.5, "evidence": "assumed"})
    return _cluster("abcdef", "ab bc cd de").with_ties(ties.assign(weight=1.0))


def _unknown() -> Cluster:
    unknown = pd.DataFrame({"source": ["a"], "target": ["f"], "layer": ["a"]})
    return _cluster("abcdef", "ab bc cd de", unknown=unknown)


_MAKERS = {
    "nobody": lambda: _cluster(""),
    "one actor": lambda: _cluster("a"),
    "isolates only": lambda: _cluster("abc"),
    "a pair": lambda: _cluster("ab", "ab"),
    "undirected": lambda: _cluster("abcdef", "ab bc cd de ac bd ef"),
    "directed": lambda: _cluster("abcdef", "ab bc cd de ac bd ef fa cb", directed=True),
    "multiplex": lambda: _cluster("abcdef", "ab bc cd de ac bd ef", directed=True, layers=2),
    "disconnected": lambda: _cluster("abcdefg", "ab bc ac de ef"),
    "complete": lambda: _cluster("abcd", "ab ac ad bc bd cd"),
    "two-mode": _two_mode,
    "uncertain": _uncertain,
    "unknown dyads": _unknown,
}
KINDS = tuple(_MAKERS)


@cache
def kind_of_cluster(kind: str) -> Cluster:
    """Return the cluster of that kind."""
    return _MAKERS[kind]()
