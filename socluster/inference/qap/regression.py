"""MRQAP: which of several things about two actors go with a tie, each with the others held constant?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.spread import low_high
from socluster.draws.task import Rows, fingerprint_of
from socluster.inference.qap.asked import group_codes, notes_about
from socluster.inference.qap.design import Design, design_of, refuse_unusable, spaces_of
from socluster.inference.qap.estimates import Estimates, RegressionFamily, estimates_of
from socluster.inference.qap.extremes import extremes
from socluster.inference.qap.orders import orders_of
from socluster.inference.qap.predictors.base import Predictor
from socluster.inference.qap.predictors.given import as_predictor
from socluster.inference.qap.regression_result import MRQAP
from socluster.inference.qap.schemes import Scheme, permuted_regression
from socluster.io.objects.dispatch import cluster_of
from socluster.measures.shared.room import refuse_without_room
from socluster.words import Phrase, counted, marked

__all__ = ["mrqap"]


@checked
def mrqap(
    cluster: Any,
    /,
    y: Any,
    predictors: Any,
    *,
    permute: Scheme = "dsp",
    family: RegressionFamily = "linear",
    groups: Any = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
) -> MRQAP:
    r"""Which of several things about two actors go with a tie, each with the others held constant?

    A regression over all dyads, whose p-values come from permutations of the actors: dyads that share an actor depend
    on each other, so that those of an ordinary regression are far too small.

    .. math:: y_{ij} = b_0 + b_1 x^{(1)}_{ij} + \dots + b_k x^{(k)}_{ij} + e_{ij}

    With double semi-partialling, what the other predictors leave of a predictor, e = x - (the others' prediction of x),
    is permuted, rows and columns together, and takes its place; the t of its coefficient is compared with that of the
    permutations. That keeps the right size where predictors go together and actors differ, which permuting y does not.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Whose actors. Several networks, in a mapping from name to cluster or a list of clusters, are regressed at once:
        each has a level of its own, the coefficients are those of all, and actors change places within each.
    y : str, DataFrame, array or predictor
        What is explained: the name of a layer; a matrix, row = sender, column = receiver, NaN where unknown; or one of
        `sc.predictors`.
    predictors : list or mapping of predictors
        What explains it: `sc.predictors`, names of layers, or matrices; in a mapping, by the names that they are to
        have. Categories make a column each but the first.
    permute : {"dsp", "y", "freedman-lane"}, default "dsp"
        Double semi-partialling (Dekker, Krackhardt & Snijders 2007); permuting y, a test of whether anything at all
        explains it (Krackhardt 1988); permuting what the other predictors leave of y, and adding that to what they
        predict (Freedman & Lane 1983; linear only).
    family : {"linear", "logit", "poisson"}, default "linear"
        Least squares; the log odds of a tie (y is 0 or 1); the logarithm of a count.
    groups : str or Series, optional
        A column of the actors, as "region": only actors of one group change places, as where groups were sampled.
    draws : int or Draws, default 1000
        Number of permutations; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are
        kept. Its tolerance holds for the Monte-Carlo error of the two-sided p of every predictor, or of those that are
        named.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.

    Returns
    -------
    MRQAP
        `.to_frame()`: a row per coefficient with estimate, t (or z), p_greater, p_less, p_two_sided and its Monte-Carlo
        error; `.to_text()`, `.to_latex()` and `.to_html()`: the table as it is printed.

    Raises
    ------
    InputError
        If there is no such layer or column; if a predictor is the same for all dyads, or follows from others; if y has
        other values than the family is about; or if predictors tell ties without a mistake, so that a logit has no
        answer.

    Warns
    -----
    UncertainTiesWarning
        If some ties are uncertain; they are counted as if they existed.

    Notes
    -----
    The diagonal never counts. If y is directed, all pairs are ordered, and an undirected predictor says the same of
    both; if it is not, every pair counts once, and predictors must be the same in both directions. Of a layer of
    affiliations the pairs are of an actor and a group; actors and groups change places apart.

    A dyad that is unknown in y or in a predictor (a tie that nobody knows, an attribute that an actor lacks) is left
    out, also in every permutation to which it moves; it is never taken for one without a tie.

    For a logit or Poisson regression, the predictor that is permuted is what a linear regression on the others leaves
    of it, and the regression is fitted again in every permutation, as in `netlogit` of R's sna; the statistic is its z.
    Where permuted data tell ties without a mistake, the coefficient grows without end and its z is next to 0, as there.
    Permutations in which a coefficient does not exist at all count as extreme, and the result says how many.

    The t and z come from ordinary standard errors. These are no statement of how sure a coefficient is: only the
    comparison with permutations is. The p of the intercept is of no interest as a rule. Where there are at most 5,040
    orders (seven actors), all are looked at.

    Coefficients and t equal `netlm` and `netlogit` of R's sna and UCINET's MR-QAP; sna counts p without the observed
    arrangement, which it may make 0, and permutes y without a word where there is one predictor. A regression is no
    model of a network: it has no reciprocity or closure unless you give them as predictors, and y would then be on both
    sides; for ties that depend on ties, take an exponential random graph model. For the same reason there are no
    what-ifs from a logit of dyads here: it would draw each tie by itself.

    References
    ----------
    Dekker, D., Krackhardt, D. & Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and
    autocorrelation conditions. Psychometrika, 72, 563-581. doi:10.1007/s11336-007-9016-1
    Freedman, D. & Lane, D. (1983). A nonstochastic interpretation of reported significance levels. Journal of Business
    & Economic Statistics, 1, 292-298. doi:10.1080/07350015.1983.10509354
    Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression analysis of dyadic data. Social
    Networks, 10, 359-381. doi:10.1016/0378-8733(88)90004-4

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> explained = ["information", sc.predictors.same("sector"), sc.predictors.sender("rating")]
    >>> found = sc.mrqap(knoke, "money", explained, draws=999, rng=7)
    >>> found.to_frame()[["estimate", "t"]].round(3)
                    estimate      t
    predictor
    intercept         -0.297 -1.474
    information       -0.067 -0.746
    same: sector       0.101  1.030
    sender: rating     0.109  2.857
    """
    if permute == "freedman-lane" and family != "linear":
        message = marked("permutes residuals, which only a linear regression has; take permute='dsp'")
        raise InputError(Problem(message, value=permute))
    settings, clusters = as_draws(draws), _networks(cluster)
    for each in clusters.values():
        number = len(predictors) if isinstance(predictors, Mapping | list | tuple) else 1
        refuse_without_room("mrqap", each.n_actors, rows=each.n_actors * (1 + number))
    outcome = _outcome(y)
    design = design_of(spaces_of(clusters, outcome), outcome, predictors)
    refuse_unusable(design)
    estimates = estimates_of(design, family)
    codes = [group_codes(each, groups) for each in clusters.values()]
    orders = orders_of(design.spaces, codes, int(generator(rng).integers(2**63)))
    task = permuted_regression(design, permute, family, orders)
    notes = _notes(clusters, design, outcome, predictors)

    def answer(rows: Rows) -> MRQAP:
        about: dict[str, Any] = {
            "family": family,
            "permute": permute,
            "within_groups": groups is not None,
            "is_exact": orders.are_all,
        }
        about |= {"fingerprint": _fingerprint(clusters), "seed": seed_of(rng), "data_notes": notes}
        about["cluster_name"] = ", ".join(dict.fromkeys(each.name for each in clusters.values() if each.name)) or None
        return _answer(design, estimates, rows[0], settings.interval, about)

    names = [str(each) for each in design.names]
    limits = settings.limits([names[k] for k in task.tested])
    with Drawing(settings, "permuting") as drawing:
        if orders.are_all:
            return answer(drawing.rows(task, int(orders.number)))
        return drawing.until(task, answer, lambda found: found.estimates["error"].to_dict(), limits)


def _answer(design: Design, estimates: Estimates, drawn: Array, interval: float, about: Mapping[str, Any]) -> MRQAP:
    """Return what the permutations say of a regression."""
    return MRQAP(
        y=design.outcome.name,
        names=design.names,
        estimates=_table(design, estimates, about["family"], drawn, interval, are_all=about["is_exact"]),
        r_squared=estimates.r_squared,
        adjusted_r_squared=estimates.adjusted_r_squared,
        deviance=estimates.deviance,
        null_deviance=estimates.null_deviance,
        actors=sum(space.cluster.n_actors for space in design.spaces),
        dyads=int(design.is_complete.sum()),
        networks=len(design.spaces),
        directed=design.spaces[0].directed,
        two_mode=design.spaces[0].two_mode,
        draws=len(drawn),
        interval=interval,
        drawn=drawn,
        **about,
    )


def _networks(given: Any) -> dict[str, Cluster]:
    """Return the networks by their names; of one, without any."""
    is_several = isinstance(given, list | tuple) and not any(isinstance(each, tuple | list | str) for each in given)
    if not is_several and not isinstance(given, Mapping):
        return {"": cluster_of(given)}
    if isinstance(given, Mapping):
        found = {str(name): cluster_of(each) for name, each in given.items()}
    else:  # a list of ties holds tuples
        clusters = [cluster_of(each) for each in given]
        named = [each.name or "" for each in clusters]
        if not all(named) or len(set(named)) < len(named):
            named = [str(place) for place in range(1, len(given) + 1)]
        found = dict(zip(named, clusters, strict=True))
    if not found:
        raise InputError("there is no network to regress; give a cluster, or a mapping from name to cluster")
    return {"": next(iter(found.values()))} if len(found) == 1 else found


def _outcome(y: Any) -> Predictor:
    try:
        return as_predictor(y)
    except InputError as error:
        first = error.problems[0]
        raise InputError(
            Problem(first.template, column="y", value=first.value, values=first.values, is_argument=True)
        ) from None


def _table(
    design: Design, found: Estimates, family: RegressionFamily, drawn: Array, interval: float, *, are_all: bool
) -> pd.DataFrame:
    """Return a row per coefficient."""
    chance = extremes(found.statistics, drawn, are_all=are_all)
    low, high = low_high(drawn, interval)
    untested = np.zeros(len(found.coefficients), dtype=bool)
    untested[: design.n_levels if len(design.spaces) > 1 else 0] = True
    columns = {
        "estimate": found.coefficients,
        **_sizes(design, found.coefficients, family),
        "t" if family == "linear" else "z": found.statistics,
        "p_greater": np.where(untested, np.nan, chance.greater),
        "p_less": np.where(untested, np.nan, chance.less),
        "p_two_sided": np.where(untested, np.nan, chance.two_sided),
        "error": np.where(untested, np.nan, chance.error),
        "low": low,
        "high": high,
        "undefined": np.where(untested, 0, chance.undefined),
    }
    return pd.DataFrame(columns, index=pd.Index([str(each) for each in design.names], name="predictor"))


def _sizes(design: Design, coefficients: Array, family: RegressionFamily) -> dict[str, Array]:
    """Return what people read besides the coefficient itself."""
    if family == "linear":
        X, y = design.x[design.is_complete], design.y[design.is_complete]
        standardized = coefficients * X.std(axis=0) / y.std()
        standardized[: design.n_levels] = np.nan
        return {"standardized": standardized}
    with np.errstate(over="ignore"):
        return {"odds_ratio" if family == "logit" else "rate_ratio": np.exp(coefficients)}


def _notes(clusters: Mapping[str, Cluster], design: Design, outcome: Predictor, predictors: Any) -> tuple[Phrase, ...]:
    given = list(predictors.values()) if isinstance(predictors, Mapping) else predictors
    given = list(given) if isinstance(given, list | tuple) else [given]
    read = [outcome, *(as_predictor(each) for each in given)]
    notes = {str(note): note for cluster in clusters.values() for note in notes_about(cluster, read)}
    lost = int((~design.is_complete).sum())
    if lost:
        note = counted("{n} unknown dyad was left out.", "{n} unknown dyads were left out.", lost)
        notes[str(note)] = note
    return tuple(notes.values())


def _fingerprint(clusters: Mapping[str, Cluster]) -> str:
    found = [each.fingerprint for each in clusters.values()]
    return found[0] if len(found) == 1 else fingerprint_of([("the networks", found)])
