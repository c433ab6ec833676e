"""Conditional uniform graph tests, under their usual name."""

from __future__ import annotations

from typing import Any, Literal

from numpy.random import Generator

from socluster.core.arguments import choice
from socluster.core.checked import checked
from socluster.draws.settings import Draws, as_draws
from socluster.inference.nulls.base import NullModel
from socluster.inference.nulls.bernoulli import Bernoulli
from socluster.inference.nulls.compare import compared
from socluster.inference.nulls.comparison import NullComparison
from socluster.inference.nulls.dyad_census import DyadCensus
from socluster.inference.nulls.fixed_ties import FixedTies
from socluster.measures.shared.answers import Measures

__all__ = ["cug_test"]

NULLS: dict[str, NullModel] = {"size": Bernoulli(0.5), "edges": FixedTies(), "dyad census": DyadCensus()}


@checked
def cug_test(
    cluster: Any,
    measure: Measures,
    /,
    *,
    condition: Literal["size", "edges", "dyad census"] = "edges",
    layer: str | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
) -> NullComparison:
    """Is a number of the cluster unusual among all networks of its size, density or dyad census?

    The conditional uniform graph (CUG) test: all networks that share the condition are equally likely. It is
    `compare_to_null` with the null that the condition stands for.

    ============= ============================= ==========================================
    condition     null                          R's sna
    ============= ============================= ==========================================
    "size"        ``sc.nulls.Bernoulli(0.5)``   ``cug.test(..., cmode="size")``
    "edges"       ``sc.nulls.FixedTies()``      ``cug.test(..., cmode="edges")``
    "dyad census" ``sc.nulls.DyadCensus()``     ``cug.test(..., cmode="dyad.census")``
    ============= ============================= ==========================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable, list of callables, or mapping of str to callable
        Measures, of the whole cluster or by actor.
    condition : {"size", "edges", "dyad census"}, default "edges"
        What all networks share with the cluster.
    layer : str, optional
        One layer, which is then the only one that the measure sees; without it, every layer is drawn by itself.
    draws : int or Draws, default 1000
        Number of draws; see `compare_to_null`.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.

    Returns
    -------
    NullComparison
        `p_higher` and `p_lower` are sna's Pr(X>=Obs) and Pr(X<=Obs), but for the observed network, which counts as one
        of the draws here.

    Raises
    ------
    InputError
        If the condition is none of these, or a measure gives no numbers.

    References
    ----------
    Anderson, B. S., Butts, C. & Carley, K. (1999). The interaction of size and density with graph-level indices. Social
    Networks, 21, 239-267. doi:10.1016/S0378-8733(99)00011-8

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> test = cug_test(knoke, sc.reciprocity, condition="size", layer="information", draws=500, rng=7)
    >>> test.to_frame()["p"].round(2)
    measure
    reciprocity    0.04
    Name: p, dtype: float64
    """
    null = NULLS[choice("condition", condition, tuple(NULLS))]
    return compared(null.seen(cluster, layer), measure, null, as_draws(draws), rng)
