"""Do intervals cover what they should? Networks are simulated from known coefficients and fitted again.

    python -m benchmarks.ergm_recovery        # 200 fits of each of three models, some minutes
    python -m benchmarks.ergm_recovery 40     # fewer

Prints, for each coefficient, the share of 95 % intervals that cover the truth, and the bias in standard errors.
"""

from __future__ import annotations

import sys
import warnings

import numpy as np
import pandas as pd

import socluster as sc
from socluster.core.errors import SoclusterWarning
from socluster.inference.ergm.existence import NoMaximumError

__all__ = ["MODELS", "recovered"]

ACTORS, SEED = 50, 7
MODELS = {
    "closure": (False, [sc.terms.edges(), sc.terms.nodematch("sector"), sc.terms.gwesp(0.5)], [-3.4, 0.6, 0.4]),
    "return": (True, [sc.terms.edges(), sc.terms.mutual(), sc.terms.nodeicov("size")], [-3.6, 1.5, 0.3]),
    "hubs": (False, [sc.terms.edges(), sc.terms.nodecov("size"), sc.terms.gwdegree(0.5)], [-2.9, 0.2, -0.5]),
}


def actors(directed: bool) -> sc.Cluster:
    """Return fifty actors with a sector and a size, and some ties to begin with."""
    rng = np.random.default_rng(SEED)
    names = [f"a{place}" for place in range(ACTORS)]
    table = pd.DataFrame({"actor": names, "sector": rng.choice(list("abc"), ACTORS), "size": rng.normal(size=ACTORS)})
    ties = pd.DataFrame({"source": names[:-1], "target": names[1:]}).assign(layer="tie")
    return sc.Cluster.from_tables(table, ties, layers={"tie": {"directed": directed}})


def recovered(name: str, fits: int) -> pd.DataFrame:
    """Return coverage and bias of each coefficient of a model, and in how many networks it has an estimate.

    Parameters
    ----------
    name : str
        One of `MODELS`.
    fits : int
        How many networks are fitted.
    """
    directed, terms, truth = MODELS[name]
    drawn = sc.ergm_simulate(actors(directed), terms, truth, draws=fits, rng=SEED)
    within, away = [], []
    for draw in range(fits):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)
            try:
                fit = sc.ergm(drawn.network(draw), terms, draws=sc.Draws(1, interval=0.95), rng=draw)
            except NoMaximumError:  # a network without any triangle, say
                continue
        table = fit.to_frame()
        within.append((table["low"] <= truth) & (truth <= table["high"]))
        away.append((table["estimate"] - truth) / table["se"])
    columns = {"covers": np.mean(within, axis=0), "bias": np.mean(away, axis=0), "fits": len(within)}
    return pd.DataFrame(columns, index=table.index)


def main() -> None:
    fits = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    for name in MODELS:
        print(f"{name}, {fits} fits\n{recovered(name, fits).round(3)}\n")


if __name__ == "__main__":
    main()
