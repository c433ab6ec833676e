"""How fast random graph models are fitted: default settings, no likelihood, on one thread.

The times of others were recorded on the machine of docs/scale.md: R's ergm 4.4.0 fits marriages of Florence by edges
and triangle in .63 s, with up to .2 of a standard error of Monte-Carlo error, and 60 actors by edges, nodematch and
gwesp in 1.4 s. Ours leaves at most .05.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import socluster as sc
from benchmarks.own60 import own60

__all__ = ["fit_cases"]

SEED = 7


def fit_cases() -> list[tuple[str, Callable[[], object], str, float, float]]:
    """Return question, who answers it, the peer, its recorded seconds and the target."""
    edges = sc.terms.edges()
    triangles = [edges, sc.terms.triangle()]
    closing = [edges, sc.terms.nodematch("group"), sc.terms.gwesp(0.5)]
    return [
        (
            "fit of edges + triangle, 16 families",
            lambda: sc.ergm(families(), triangles, layer="marriage", rng=SEED),
            "R ergm 4.4.0",
            0.63,
            2.1,
        ),
        (
            "fit of edges + nodematch + gwesp(0.5), 60 actors",
            lambda: sc.ergm(sixty(), closing, rng=SEED),
            "R ergm 4.4.0",
            1.4,
            3.5,
        ),
    ]


@cache
def families() -> sc.Cluster:
    return sc.load_dataset("florentine")


@cache
def sixty() -> sc.Cluster:
    return own60()
