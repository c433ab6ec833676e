"""Do intervals cover what they should? Networks are simulated from known coefficients and fitted again.

    python -m benchmarks.ergm_recovery        # 1,000 fits of each model, some minutes
    python -m benchmarks.ergm_recovery 40     # fewer

Writes, for each coefficient, the share of 95 % intervals that cover the truth, and the bias in standard errors.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd

import socluster as sc
from benchmarks.report import machine
from socluster.core.errors import SoclusterWarning
from socluster.inference.ergm.existence import NoMaximumError

__all__ = ["MODELS", "recovered"]

ACTORS, SEED = 50, 7
MODELS = {
    "closure": (False, [sc.terms.edges(), sc.terms.nodematch("sector"), sc.terms.gwesp(0.5)], [-2.8, 0.6, 0.4]),
    "closure, few ties": (
        False,
        [sc.terms.edges(), sc.terms.nodematch("sector"), sc.terms.gwesp(0.5)],
        [-3.4, 0.6, 0.4],
    ),
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


def text(tables: dict[str, pd.DataFrame]) -> str:
    """Return the page of results."""
    lines = [
        "# Coverage of intervals of ERGMs",
        "",
        f"`python -m benchmarks.ergm_recovery`; {machine()}",
        "",
        f"Networks of {ACTORS} actors are simulated from known coefficients and fitted again. A share of",
        "95 % intervals should cover the truth; with 1,000 fits its standard error is .7 points. Bias in standard",
        "errors. Networks in which an estimate does not exist (no triangle at all, say) are left out; the number of",
        "fits says how many remain. Where many networks hold only one or two triangles, an estimate takes few values,",
        "and its normal interval covers a little more than it says.",
        "",
        "| model | term | truth | covers | bias | fits |",
        "|---|---|--:|--:|--:|--:|",
    ]
    for name, table in tables.items():
        for (term, row), truth in zip(table.iterrows(), MODELS[name][2], strict=True):
            lines.append(f"| {name} | {term} | {truth} | {row.covers:.3f} | {row.bias:.2f} | {row.fits:.0f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    fits = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    page = text({name: recovered(name, fits) for name in MODELS})
    Path(__file__).with_name("results").joinpath("ergm_recovery.md").write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
