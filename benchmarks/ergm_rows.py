"""How fast networks of a random graph model are drawn: one chain of tie-no-tie proposals, on one thread.

The model is edges, nodematch and gwesp(0.5), undirected, of mean degree about 3. The times of others were recorded on
the machine of docs/scale.md with the same model: R's ergm 4.4.0 proposes 1.0, 2.3 and 2.2 million times a second at 50,
100 and 1,000 actors.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd

import socluster as sc
from socluster.inference.ergm.model import model_of

__all__ = ["PROPOSALS", "ergm_cases"]

PROPOSALS = 2_000_000
MEAN_DEGREE, SEED = 3, 1
OFFSET = -0.55  # what closure and homophily add to the ties, taken back
MILLIONS_A_SECOND = {50: 1.0, 100: 2.3, 1_000: 2.2}  # of R's ergm
TARGETS = {50: 6.0, 100: 2.6, 1_000: 1.6}  # times as fast: 6, 6 and 3.5 million


def ergm_cases() -> list[tuple[str, Callable[[], object], str, float, float]]:
    """Return question, who answers it, the peer, its recorded seconds and the target, by number of actors."""
    return [
        (
            f"{PROPOSALS:,} proposals for edges, nodematch and gwesp(0.5), {n:,} actors",
            lambda n=n: proposals(n),
            "R ergm 4.4.0",
            PROPOSALS / 1e6 / MILLIONS_A_SECOND[n],
            TARGETS[n],
        )
        for n in MILLIONS_A_SECOND
    ]


def proposals(n: int) -> object:
    chain, theta = _chain(n)
    return chain.run(theta, 1, thinning=PROPOSALS)


@cache
def _chain(n: int) -> tuple[object, np.ndarray]:
    """Return a chain that has settled, and the coefficients."""
    rng = np.random.default_rng(SEED)
    actors = pd.DataFrame({"actor": [f"a{i}" for i in range(n)], "sector": rng.choice(list("abcd"), n)})
    places = np.argwhere(np.triu(rng.random((n, n)) < MEAN_DEGREE / (n - 1), 1))
    ties = pd.DataFrame([(f"a{i}", f"a{j}") for i, j in places], columns=["source", "target"])
    terms = [sc.terms.edges(), sc.terms.nodematch("sector"), sc.terms.gwesp(0.5)]
    model = model_of(sc.Cluster.from_tables(actors, ties), terms)
    theta = np.array([np.log(MEAN_DEGREE / (n - 1)) + OFFSET, 0.5, 0.25])
    chain = model.chain(SEED)
    chain.run(theta, 1, thinning=300 * n)
    return chain, theta
