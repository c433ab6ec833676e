"""QAP correlation: do two matrices of the same actors go together more than chance would have it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.spread import low_high
from socluster.draws.task import Rows
from socluster.inference.qap.asked import group_codes, is_symmetric, notes_about, space_of
from socluster.inference.qap.association import Association, centre_of
from socluster.inference.qap.comparison import MatrixPair, pair_of
from socluster.inference.qap.correlation_result import QAPTest
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.extremes import ROUNDING, extremes
from socluster.inference.qap.orders import orders_of
from socluster.inference.qap.predictors.base import Predictor
from socluster.inference.qap.predictors.given import as_predictor
from socluster.io.objects.dispatch import cluster_of
from socluster.measures.shared.room import refuse_without_room
from socluster.words import Phrase, counted, marked

__all__ = ["qap"]


@checked
def qap(
    cluster: Any,
    /,
    x: Any,
    y: Any,
    *,
    statistic: Association = "pearson",
    groups: Any = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
) -> QAPTest:
    r"""Do two networks of the same actors go together?

    The cells of two matrices are correlated. Dyads that share an actor depend on each other, so that the usual test of
    a correlation is wrong; instead, the actors of one matrix change places at random, its rows and columns together,
    and the correlation is taken each time. That keeps everything about either network, and breaks only which actor of
    one is which of the other.

    .. math:: r = \frac{\sum (x_{ij} - \bar x)(y_{ij} - \bar y)}
        {\sqrt{\sum (x_{ij} - \bar x)^2 \sum (y_{ij} - \bar y)^2}}, \qquad
        p = \frac{1 + \#\{|r_{\text{permuted}}| \ge |r|\}}{1 + \text{draws}}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Whose actors.
    x, y : str, DataFrame, array or predictor
        What is compared: the name of a layer; a matrix, row = sender, column = receiver, NaN where unknown (a DataFrame
        is matched by its labels, an array has the actors in the order of `cluster.labels`); or one of `sc.predictors`,
        as ``sc.predictors.same("sector")``.
    statistic : {"pearson", "spearman", "matching", "jaccard", "hubert"}, default "pearson"
        Pearson's correlation; that of the ranks; the share of dyads in which both or neither have a tie; of the dyads
        with a tie in either, the share with a tie in both; the sum of the products of both (Hubert's gamma). For
        "matching" and "jaccard" a tie is whatever is not 0.
    groups : str or Series, optional
        A column of the actors, as "region": only actors of one group change places.
    draws : int or Draws, default 1000
        Number of permutations; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are
        kept. Its tolerance holds for the Monte-Carlo error of the two-sided p ("p_two_sided").
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.

    Returns
    -------
    QAPTest
        observed, mean, sd, low, high, p_greater, p_less, p_two_sided, error and more; `.to_frame()` has them in a row.

    Raises
    ------
    InputError
        If there is no such layer, or a matrix has another shape or names somebody who is no actor.

    Warns
    -----
    UncertainTiesWarning
        If some ties are uncertain; they are counted as if they existed.

    Notes
    -----
    The diagonal never counts. If both matrices are the same in both directions (two undirected layers, say), every pair
    counts once; if one of them is directed, all pairs are ordered, and an undirected tie is two of them. Of a layer of
    affiliations the matrix is actors x groups, and actors and groups change places apart. Strengths count for
    "pearson", "spearman" and "hubert"; ``sc.predictors.layer("money", weighted=False)`` makes ties of them.

    A dyad that is unknown in either matrix is left out, and in every permutation those are that then are; it is never
    taken for one without a tie. Ranks are of all known dyads of a matrix.

    The two-sided p counts permutations at least as far from 0 as the observed correlation, or, for the other
    statistics, as far from the mean of the permutations. Where there are at most 5,040 orders (seven actors), all are
    looked at instead of random ones, and p is exact. NaN where a matrix is the same for all dyads.

    A small p does not say why two networks go together, nor that one causes the other: a third thing, such as place or
    sector, may stand behind both (`mrqap` takes several at once). Pearson's r equals `gcor` and `qaptest` of R's sna,
    which count p without the observed arrangement.

    References
    ----------
    Hubert, L. & Schultz, J. (1976). Quadratic assignment as a general data analysis strategy. British Journal of
    Mathematical and Statistical Psychology, 29, 190-241. doi:10.1111/j.2044-8317.1976.tb00714.x
    Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression analysis of dyadic data. Social
    Networks, 10, 359-381. doi:10.1016/0378-8733(88)90004-4
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology, 9, article 39. doi:10.2202/1544-6115.1585

    Examples
    --------
    >>> import socluster as sc
    >>> sc.qap(sc.load_dataset("florentine"), "marriage", "business", draws=999, rng=7)
    Pearson's correlation of 'marriage' and 'business': 0.372 (120 pairs of 16 actors).
    If the actors change places at random it is ... on average [... to ...]; p = 0.00..., two-sided, 999 permutations.
    """
    settings, given = as_draws(draws), cluster_of(cluster)
    refuse_without_room("qap", given.n_actors)
    pair, space, names = _pair(given, x, y, statistic, groups, int(generator(rng).integers(2**63)))
    notes = _notes(given, space, pair, [as_predictor(each) for each in (x, y)])

    def answer(rows: Rows) -> QAPTest:
        about: dict[str, Any] = {
            "x": names[0],
            "y": names[1],
            "actors": given.n_actors,
            "fingerprint": given.fingerprint,
        }
        about["cluster_name"] = given.name
        return _answer(
            pair, space, rows[0][:, 0], settings.interval, about | {"seed": seed_of(rng), "data_notes": notes}
        )

    limits = settings.limits(["p_two_sided"])
    with Drawing(settings, "permuting") as drawing:
        if pair.orders.are_all:
            return answer(drawing.rows(pair, int(pair.orders.number)))
        return drawing.until(pair, answer, lambda found: {"p_two_sided": found.error}, limits)


def _mean(known: Array) -> float:
    """Return the mean of what is known; 0, where it is 0 but for rounding."""
    if not len(known):
        return float("nan")
    mean = float(known.mean())
    return 0.0 if abs(mean) <= ROUNDING * float(np.abs(known).max()) else mean


def _answer(pair: MatrixPair, space: DyadSpace, drawn: Array, interval: float, about: Mapping[str, Any]) -> QAPTest:
    """Return what the permutations say of two matrices."""
    centre, are_all = centre_of(pair.statistic, drawn), pair.orders.are_all
    chance = extremes(np.array([pair.observed]), drawn[:, None], centre=centre, are_all=are_all)
    low, high = low_high(drawn[:, None], interval)
    known = drawn[~np.isnan(drawn)]
    return QAPTest(
        statistic=pair.statistic,
        observed=pair.observed,
        mean=_mean(known),
        sd=float(known.std(ddof=1)) if len(known) > 1 else float("nan"),
        low=float(low[0]),
        high=float(high[0]),
        p_greater=float(chance.greater[0]),
        p_less=float(chance.less[0]),
        p_two_sided=float(chance.two_sided[0]),
        error=float(chance.error[0]),
        dyads=pair.n_dyads,
        directed=space.directed,
        two_mode=space.two_mode,
        is_exact=are_all,
        draws=len(drawn),
        interval=interval,
        drawn=drawn,
        **about,
    )


def _pair(
    cluster: Cluster, x: Any, y: Any, statistic: Association, groups: Any, seed: int
) -> tuple[MatrixPair, DyadSpace, tuple[str | Phrase, str | Phrase]]:
    """Return both matrices, the dyads in which they are compared, and what they are called."""
    predictors = [_read(name, each) for name, each in (("x", x), ("y", y))]
    space = space_of(cluster, predictors)
    columns = [each.columns([space]) for each in predictors]
    for name, found in zip("xy", columns, strict=True):
        if len(found) > 1:
            message = marked("is several columns, one for each category but the first; mrqap takes such a predictor")
            raise InputError(Problem(message, is_argument=True, column=name))
    (one,), (other,) = columns
    matrices = one.values[0], other.values[0]
    if not space.two_mode:
        directed = not all(is_symmetric(each) for each in matrices) or space.directed
        space = DyadSpace(cluster, directed)
    orders = orders_of([space], [group_codes(cluster, groups)], seed)
    return pair_of(*matrices, space, statistic, orders), space, (one.name, other.name)


def _read(name: str, given: Any) -> Predictor:
    try:
        return as_predictor(given)
    except InputError as error:
        raise InputError(
            [
                Problem(each.template, column=name, value=each.value, values=each.values, is_argument=True)
                for each in error.problems
            ]
        ) from None


def _notes(cluster: Cluster, space: DyadSpace, pair: MatrixPair, predictors: list[Predictor]) -> tuple[Phrase, ...]:
    notes = notes_about(cluster, predictors)
    lost = len(space.cells[0]) - pair.n_dyads
    if not lost:
        return notes
    return (*notes, counted("{n} unknown dyad was left out.", "{n} unknown dyads were left out.", lost))
