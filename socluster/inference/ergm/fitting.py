"""Which tendencies make such a cluster likely? The estimation of an exponential random graph model."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import seed_of
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.draws.settings import Draws, as_draws
from socluster.draws.spread import INTERVAL
from socluster.inference.ergm.bootstrap import REPLICATES, pseudo_estimate
from socluster.inference.ergm.estimate import Estimate, exact_estimate
from socluster.inference.ergm.estimation.climbing import Rules
from socluster.inference.ergm.exact import how_exactly
from socluster.inference.ergm.fit import ErgmFit
from socluster.inference.ergm.given import model_notes
from socluster.inference.ergm.maximum import maximum_of
from socluster.inference.ergm.model import MOST_NETWORKS, ErgmModel, model_of
from socluster.inference.ergm.networks import start_of
from socluster.inference.ergm.tapering import RADIUS, tapered_estimate, tapered_model
from socluster.words import later, listed, marked, number, phrase

__all__ = ["Constraint", "Method", "ergm"]

Method: TypeAlias = Literal["exact", "mple", "mcmle", "tapered"]
Constraint: TypeAlias = Literal["edges", "degrees"]

SHARE = 0.05  # Monte-Carlo error of a coefficient, as a share of its standard error
LARGEST = 1e100  # what a tie may change a statistic by, and one over it the least
FIXED_PLACE = phrase("the networks of an estimate are simulated one after the other in this process")


@checked
def ergm(
    cluster: Any,
    terms: Any,
    /,
    *,
    layer: str | None = None,
    method: Method | None = None,
    fixed: Any = None,
    constraint: Constraint | None = None,
    draws: int | Draws | None = None,
    rng: Generator | int | None = None,
) -> ErgmFit:
    r"""Which tendencies, taken together, make ties such as those of the cluster likely?

    An exponential random graph model (ERGM, p*) says how likely every network of the actors is:

    .. math:: P(Y = y) = \frac{\exp(\theta^T g(y))}{\kappa(\theta)}

    with :math:`g` the statistics that the terms count (ties, mutual ties, ties within a sector, shared partners, ...).
    So a coefficient is what one more of its statistic adds to the log odds of a tie, given all other ties. The
    coefficients are those under which networks have, on average, the statistics of the cluster (maximum likelihood).

    How they are found follows from the terms, and the answer says which way it was:

    ============================================ ==============================================================
    terms                                        method
    ============================================ ==============================================================
    every dyad for itself (edges, nodematch, ..) exact: logistic regression
    these and mutual or asymmetric               exact: four outcomes for every pair of actors
    any, at most 20 free dyads                   exact: all networks, one by one
    any other                                    Monte-Carlo maximum likelihood (``method="mcmle"``)
    ============================================ ==============================================================

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster. One with affiliations only is taken in two modes.
    terms : list of ErgmTerm
        What the model counts, from `socluster.terms`: ``[sc.terms.edges(), sc.terms.gwesp(0.5)]``.
    layer : str, optional
        One layer of ties or affiliations; without it, a tie in any layer counts.
    method : {"exact", "mple", "mcmle", "tapered"}, optional
        Another way than the one in the table: "mple", pseudo-likelihood, quick and rough, with standard errors by
        bootstrap; "mcmle" also where the exact answer is known; "tapered", a model that never degenerates.
    fixed : list of pairs or DataFrame of bool, optional
        Dyads that a law or a mandate holds as they are, tied or not: pairs of actors, or a table of actors by actors
        that marks them. They say nothing about the coefficients.
    constraint : {"edges", "degrees"}, optional
        Take only networks with as many ties, or with the same degrees, as the observed one.
    draws : int or Draws, optional
        How many independent networks the last sample is worth, at least; with "mple" how many networks are refitted
        (default 200). With ``sc.Draws(n, interval=0.95)`` another interval, with ``tolerance=`` another Monte-Carlo
        error than 0.05 of each standard error.
    rng : int or numpy.random.Generator, optional
        Seed; needed where networks are simulated.

    Returns
    -------
    ErgmFit
        Prints as sentences. `.to_frame()` has the coefficients, `.goodness_of_fit()` compares simulated networks with
        the cluster, `.simulate()`, `.predict()`, `.plot()`, `.diagnostics()`; `.aic` and `.bic`.

    Raises
    ------
    InputError
        If a term does not fit the cluster, there is nothing to fit, or a seed is missing. Of these by name:
        `CollinearTermsError` (terms say the same), `NoMaximumError` (a coefficient would be infinite) and
        `DegenerateModelError` (networks of the model are almost empty or almost complete).

    Warns
    -----
    NearDegenerateWarning
        If some networks of the fitted model are almost empty or almost complete.
    NotSettledWarning
        If the Monte-Carlo error is larger than asked.
    UncertainTiesWarning
        If some ties are uncertain; they count as ties.

    Notes
    -----
    Conventions of the statistics are those of R's statnet (ergm 4). Monte-Carlo maximum likelihood starts at the
    pseudo-likelihood estimate, or with the density only where that has none, and takes partial steps (Hummel et al.
    2012) with four chains that begin with few, many and the observed ties. It ends when the observed statistics lie
    inside the simulated ones twice in a row, expected and observed statistics differ by less than a tenth of a standard
    error with 99 % confidence, and the Monte-Carlo error of every coefficient is at most 0.05 of its standard error,
    which it is part of. Statistics may have any scale, as long as a tie changes them by 1e-100 to 1e100.

    Unknown dyads are missing at random: the likelihood is that of what is known. Log-likelihood, AIC and BIC of a
    simulated fit are simulated, too, when first asked for. p-values are of the normal curve; with few actors they are
    rough, and no p says that a model is right: look at `.goodness_of_fit()`.

    A coefficient of `edges` belongs to the number of actors; it does not carry over to a larger cluster.

    References
    ----------
    Geyer, C. J. & Thompson, E. A. (1992). Constrained Monte Carlo maximum likelihood for dependent data. Journal of
    the Royal Statistical Society B, 54(3), 657-683. doi:10.1111/j.2517-6161.1992.tb01443.x
    Hummel, R. M., Hunter, D. R. & Handcock, M. S. (2012). Improving simulation-based algorithms for fitting ERGMs.
    Journal of Computational and Graphical Statistics, 21(4), 920-939. doi:10.1080/10618600.2012.679224
    Handcock, M. S. & Gile, K. J. (2010). Modeling social networks from sampled data. Annals of Applied Statistics,
    4(1), 5-25. doi:10.1214/08-AOAS221
    Snijders, T. A. B., Pattison, P. E., Robins, G. L. & Handcock, M. S. (2006). New specifications for exponential
    random graph models. Sociological Methodology, 36, 99-153. doi:10.1111/j.1467-9531.2006.00176.x

    Examples
    --------
    >>> import socluster as sc
    >>> families = sc.load_dataset("florentine")
    >>> fit = sc.ergm(families, [sc.terms.edges(), sc.terms.nodecov("wealth")], layer="marriage")
    >>> fit.to_frame()[["estimate", "se", "z", "p"]].round(4)
                    estimate      se       z       p
    term
    edges            -2.5949  0.5361 -4.8408  0.0000
    nodecov.wealth    0.0105  0.0047  2.2562  0.0241
    >>> round(fit.aic, 4)
    107.1086
    """
    model = model_of(cluster, terms, layer=layer, fixed=fixed, constraint=constraint)
    if not len(model.dyads.known):
        raise InputError("there is no dyad to learn from: all are unknown or held as they are, or there are no actors")
    _refuse_sizes(model)
    settings = None if draws is None else as_draws(draws).only("interval", "tolerance", why=FIXED_PLACE)
    how = how_exactly(model)
    if method == "exact" and how is None:
        raise _not_exact(model)
    if how is not None and method in (None, "exact"):
        return _fit(model, exact_estimate(model, how), settings)
    start = start_of(rng)
    if method == "mple":
        estimate = pseudo_estimate(model, start, REPLICATES if settings is None else settings.most)
    elif method == "tapered":
        model = tapered_model(model)
        estimate = tapered_estimate(model, start, _rules(settings))
    else:
        estimate = maximum_of(model, start, _rules(settings))
    return _fit(model, estimate, settings, start, seed_of(rng))


def _refuse_sizes(model: ErgmModel) -> None:
    """Refuse statistics whose squares are no numbers any more: whatever is computed from them would be wrong."""
    largest = np.abs(model.changes()).max(axis=0, initial=0.0)
    is_wrong = (largest > LARGEST) | ((largest > 0) & (largest < 1 / LARGEST)) | ~np.isfinite(largest)
    if is_wrong.any():
        message = marked(
            "a tie changes this statistic by {size}, with which nothing can be computed; take another unit"
        )
        raise InputError(
            [
                Problem(message, is_argument=True, column="terms", value=name, values={"size": f"{size:.1e}"})
                for name, size, wrong in zip(model.names, largest, is_wrong, strict=True)
                if wrong
            ]
        )


def _fit(
    model: ErgmModel, estimate: Estimate, settings: Draws | None, start: int | None = None, seed: int | None = None
) -> ErgmFit:
    return ErgmFit(
        model=model,
        estimate=estimate,
        interval=INTERVAL if settings is None else settings.interval,
        seed=seed,
        start=start,
        draws=_drawn(estimate),
        taper=None if model.taper is None else RADIUS,
        fingerprint=model.network.cluster.fingerprint,
        data_notes=model_notes(model, unknown=False),
    )


def _rules(settings: Draws | None) -> Rules:
    if settings is None:
        return Rules(SHARE)
    tolerance = settings.tolerance
    if tolerance is not None and not isinstance(tolerance, float | int):
        raise InputError(Problem("must be a number above 0", is_argument=True, column="tolerance", value=tolerance))
    return Rules(SHARE if tolerance is None else float(tolerance), least=float(settings.most))


def _drawn(estimate: Estimate) -> int | None:
    if estimate.how == "mple":
        return estimate.replicates
    return None if estimate.chains is None else int(np.prod(estimate.chains.shape[:2]))


def _not_exact(model: ErgmModel) -> InputError:
    dependent = [f"'{name}'" for name, kind in zip(model.names, model.dependence, strict=True) if kind == "network"]
    values: dict[str, object] = {
        "dyads": later(number, len(model.dyads.free)),
        "most": later(number, int(np.log2(MOST_NETWORKS))),
        "terms": later(listed, dependent),
        "constraint": model.constraint,
    }
    if dependent:
        message = marked(
            "there is no exact answer: {terms} make dyads depend on each other, and with {dyads} free dyads there are "
            "too many networks to go through (at most {most} dyads); leave method out, and it is simulated"
        )
    else:
        message = marked(
            "there is no exact answer: networks that keep their {constraint} make dyads depend on each other, and with "
            "{dyads} free dyads there are too many to go through (at most {most} dyads); leave method out, and it is "
            "simulated"
        )
    return InputError(Problem(message, values=values))
