"""More than chance? Any measure of the cluster against a null model."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import ProjectionWarning
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.task import Rows
from socluster.inference.nulls.base import NullModel, no_null
from socluster.inference.nulls.comparison import NullComparison
from socluster.inference.nulls.null_draws import NullDraws, values_of
from socluster.inference.nulls.two_mode import TwoModeNull
from socluster.inference.shared.asked import AskedMeasures
from socluster.measures.shared.answers import Measures, named

__all__ = ["compare_to_null", "compared"]


@checked
def compare_to_null(
    cluster: Any,
    measure: Measures,
    /,
    *,
    null: Any,
    layer: str | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
) -> NullComparison:
    r"""Is a number of the cluster more, or less, than chance would give?

    A transitivity of 0.4 is much in a sparse cluster and little in a dense one. So the cluster is compared with
    networks that are alike in what the null model keeps, and otherwise drawn at random:

    =============================== =====================================================================
    null                            what stays as observed
    =============================== =====================================================================
    ``sc.nulls.Bernoulli()``        density, on average (``Bernoulli(0.5)``: nothing but the size)
    ``sc.nulls.FixedTies()``        number of ties
    ``sc.nulls.DyadCensus()``       numbers of mutual, one-way and empty pairs
    ``sc.nulls.DegreeSequence()``   how many ties each actor has
    ``sc.nulls.Blocks("sector")``   numbers of ties within and between groups
    ``sc.nulls.Distance(...)``      how ties depend on distance
    ``sc.nulls.LabelPermutation()`` all ties; who has which attributes is drawn
    ``sc.nulls.TwoModeTies()``      number of affiliations
    ``sc.nulls.TwoModeDegrees()``   degrees of actors and groups (FDSM)
    ``TwoModeExpectedDegrees()``    degrees of actors and groups, on average (SDSM)
    =============================== =====================================================================

    .. math:: p_{higher} = \frac{1 + \#\{x_{null} \ge x\}}{1 + N}, \qquad
        p_{lower} = \frac{1 + \#\{x_{null} \le x\}}{1 + N}, \qquad
        p = \min(1, 2 \min(p_{higher}, p_{lower}))

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measure : callable, list of callables, or mapping of str to callable
        Measures, ours or your own, of the whole cluster or by actor; `functools.partial` sets their options. They get
        to see the cluster with the layer that is drawn.
    null : null model of `sc.nulls`
        What chance means, as in null=sc.nulls.FixedTies(): Bernoulli, FixedTies, DyadCensus, DegreeSequence, Blocks,
        Distance, LabelPermutation, TwoModeTies, TwoModeDegrees or TwoModeExpectedDegrees.
    layer : str, optional
        One layer, which is then the only one that the measure sees; without it, every layer is drawn by itself.
    draws : int or Draws, default 1000
        Number of draws; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept. Its
        tolerance holds for the Monte-Carlo standard error of p. A null that has no more networks than this is listed
        instead of drawn, and the answer is exact.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer, whoever computes.

    Returns
    -------
    NullComparison
        Prints as sentences; `.to_frame()` has observed, mean, sd, low, high, z and p; `.plot()` shows the null and
        where the cluster lies in it.

    Raises
    ------
    InputError
        If the null cannot be drawn for this cluster, or a measure gives no numbers.

    Notes
    -----
    The observed network counts as one of the draws (Phipson & Smyth 2010), so that p is never 0; of a listed null p is
    the probability itself. z is a distance and no probability: nulls of small networks are far from normal.

    Where the null gives nothing but the observed value there is no p: a density under `FixedTies`, a degree
    centralization under `DegreeSequence` cannot come out otherwise.

    Weights: drawn ties get the observed weights in random order (drawn from these, with replacement, if the null gives
    another number of ties). Uncertain ties count as if they existed; unknown dyads stay unknown, only known ones are
    drawn. With many measures or actors, some p fall below 0.05 by chance.

    References
    ----------
    Anderson, B. S., Butts, C. & Carley, K. (1999). The interaction of size and density with graph-level indices. Social
    Networks, 21, 239-267. doi:10.1016/S0378-8733(99)00011-8
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology, 9, article 39. doi:10.2202/1544-6115.1585

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> found = sc.compare_to_null(
    ...     knoke, sc.reciprocity, null=sc.nulls.FixedTies(), layer="information", draws=500, rng=7
    ... )
    >>> found.to_frame()[["observed", "mean", "p"]].round(3)
                 observed  mean     p
    measure
    reciprocity     0.694  0.54  0.06
    """
    if not isinstance(null, NullModel):
        raise no_null(null)
    return compared(null.seen(cluster, layer), measure, null, as_draws(draws), rng)


def compared(
    seen: Cluster, measure: Measures, null: NullModel, settings: Draws, rng: Generator | int
) -> NullComparison:
    """Return the comparison of a cluster, with the layers that are drawn, with a null."""
    seed = int(generator(rng).integers(2**63))
    with warnings.catch_warnings():
        if isinstance(null, TwoModeNull):
            warnings.simplefilter("ignore", ProjectionWarning)  # which is what such a null is for, and says below
        asked, observed = AskedMeasures.of(named(measure), seen)
    limits = settings.limits(asked.names)
    fitted = null.fitted(seen)
    told = pd.Series(observed, index=asked.index, name="observed")

    def answer(rows: Rows, probability: Any = None, notes: Any = fitted.notes) -> NullComparison:
        values = pd.DataFrame(rows[0], columns=asked.index)
        about = data_notes(seen, two_mode=isinstance(null, TwoModeNull), any_measure=True)
        return NullComparison(seen, null, told, values, probability, settings.interval, seed_of(rng), notes, about)

    everything = fitted.everything(settings.most)
    if everything is not None:
        everything = [(each, share) for each, share in everything if share > 0]
        values = values_of([each for each, _ in everything], asked).reshape(len(everything), len(observed))
        return answer([values], np.array([share for _, share in everything]), fitted.notes_of_all)
    task = NullDraws(seen, null, fitted, asked, seed)
    with Drawing(settings, "drawing networks") as drawing:
        return drawing.until(task, answer, lambda found: found.largest_errors, limits)
