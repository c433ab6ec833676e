"""A tie model: the ties of a newcomer follow an exponential random graph model that was fitted to the members."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator
from scipy.special import expit

from socluster._kernels.sampling.scans import Scan
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.inference.ergm.fit import ErgmFit
from socluster.inference.ergm.model import ErgmModel, model_of
from socluster.whatif.ties.base import Model
from socluster.whatif.ties.fitted import SIMULATED, OfPossible, Possible, is_directed, possible_ties, scrambled
from socluster.words import Language, listed, marked, number, say
from socluster.words.data import value_name

__all__ = ["Ergm", "ErgmTies"]

ROUNDS = 20  # how often each tie is drawn given the others
_NODES, _SHARES = np.polynomial.hermite_e.hermegauss(40)


@dataclass(frozen=True, repr=False)
class Ergm(Model):
    """New ties that follow an exponential random graph model (ERGM) fitted to the cluster, which `sc.ergm` returns.

    The log odds of a tie, given all other ties, are the changes of the statistics times their coefficients:

    .. math:: \\log \\frac{p_{ij}}{1 - p_{ij}} = \\theta^T \\delta_{ij} - \\log \\frac{n'}{n}

    So a newcomer is tied as members are: within its sector, in triangles, to those with many ties, as far as the model
    has such terms. The members' ties stay as they are; only the newcomer's are drawn.

    Parameters
    ----------
    fitted : ErgmFit
        The fitted model. The newcomer needs every attribute that its terms use.

    Notes
    -----
    The coefficients are not known exactly: each draw takes them from the normal distribution around the estimate with
    its covariance. A coefficient of `edges` belongs to a number of actors; the last part of the formula, with n actors
    when the model was fitted and n' with the newcomer, keeps the mean degree (Krivitsky, Handcock & Morris 2011).

    Where dyads depend on each other, the newcomer's ties are drawn 20 times one after the other, each given all others
    (Gibbs sampling), with the random numbers of the ties, scrambled for each round. Average probabilities are exact
    where dyads are independent (Gauss-Hermite quadrature over the coefficients), else shares of 2,000 draws that are
    always the same. Uncertain ties among members are drawn first, as everywhere.

    References
    ----------
    Krivitsky, P. N., Handcock, M. S. & Morris, M. (2011). Adjusting for network size and composition effects in
    exponential-family random graph models. Statistical Methodology, 8, 319-339. doi:10.1016/j.stamet.2011.01.005

    Examples
    --------
    >>> import socluster as sc
    >>> families = sc.load_dataset("florentine").layer("marriage")
    >>> model = Ergm(sc.ergm(families, [sc.terms.edges(), sc.terms.nodecov("wealth")]))
    >>> new = sc.Scenario("a rich family").with_actor("Fugger", wealth=120)
    >>> new = new.with_ties("Fugger", model, layer="marriage")
    >>> sc.compare(families, new, measures=[sc.density], draws=100, rng=7).draws
    100
    """

    fitted: ErgmFit

    def _problems(self) -> list[Problem]:
        fitted: object = self.fitted
        if not isinstance(fitted, ErgmFit):
            message = marked("Ergm needs a fitted model, as sc.ergm returns it")
            return [Problem(message, value=fitted)]
        return []

    @property
    def learns(self) -> bool:
        """The coefficients were fitted to the ties of the cluster."""
        return True

    def fit(self, cluster: Cluster, actor: str, layer: str) -> ErgmTies:
        """Return a possible tie with every other actor; see `TieModel`.

        Raises
        ------
        InputError
            If the model is of two modes, of a constraint or tapered, of ties with other directions, or knows nothing of
            a category that the newcomer has.
        """
        known = self.fitted.model
        _refuse_unfit(known, directed=is_directed(cluster, layer))
        now = model_of(cluster, known.terms, layer=layer if layer in cluster.tie_layers else known.network.layer)
        if now.names != known.names:
            new = [f"'{name}'" for name in now.names if name not in known.names]
            message = marked(
                "the fitted model has no coefficient of {terms}, which the cluster with the newcomer needs"
            )
            raise InputError(Problem(message, values={"terms": ", ".join(new) or ", ".join(known.names)}))
        possible = possible_ties(cluster, actor, layer)
        dyads = np.column_stack([possible.rows, possible.columns])
        if not now.network.frame.directed:
            dyads = np.sort(dyads, axis=1)
        offset = -float(np.log(now.network.frame.n / known.network.frame.n))
        return ErgmTies(possible, self.fitted, now, dyads, offset)

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        network = self.fitted.model.network
        layers = list(network.cluster.tie_layers) if network.layer is None else [network.layer]
        return say(
            "the newcomer is tied as the members are, by an exponential random graph model fitted to {n} actors "
            "({terms}; layer of their ties: {layers}), whatever the layer of the new ties; the ties of members stay as "
            "they are, and for more actors the log odds are lowered so that the mean degree stays",
            language,
            n=number(float(network.frame.n), language),
            layers=listed([value_name("layer", layer, language) for layer in layers], language),
            terms=listed(list(self.fitted.model.names), language),
        )

    def __repr__(self) -> str:
        """Return the model with the terms that were fitted."""
        return f"Ergm({', '.join(self.fitted.model.names)})"


@dataclass(frozen=True, eq=False)
class ErgmTies(OfPossible):
    """Possible ties whose log odds, given all others, are those of a fitted model; see `FittedTies`.

    Parameters
    ----------
    possible : Possible
        All ties that may form.
    fitted : ErgmFit
        Coefficients and their covariance.
    model : ErgmModel
        The terms over the cluster with the newcomer.
    dyads : ndarray of int of shape (ties, 2)
        The ties' places in it.
    offset : float
        What is added to all log odds.
    """

    possible: Possible
    fitted: ErgmFit
    model: ErgmModel
    dyads: Array
    offset: float

    @property
    def independent(self) -> bool:
        """Whether the ties are independent of each other, given the coefficients."""
        return all(each == "dyad" for each in self.model.dependence)

    @property
    def stages(self) -> int:
        """The last stage of random numbers that is used."""
        return 0 if self.independent else ROUNDS - 1

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws; see `IndependentTies`."""
        return np.stack([self.probabilities(rng) for _ in range(draws)])

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the average probabilities; with `rng`, of independent ties, those of drawn coefficients."""
        if not self.independent:
            return self._simulated
        if rng is not None:
            return np.asarray(expit(self._rows @ self._coefficients(rng) + self.offset))
        centre = self._rows @ self.fitted.estimate.coefficients + self.offset
        spread = np.sqrt(np.einsum("ij,jk,ik->i", self._rows, self.fitted.estimate.covariance, self._rows))
        return np.asarray(expit(centre[:, None] + spread[:, None] * _NODES) @ _SHARES / _SHARES.sum())

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there."""
        there: Array = self.realised_of_draws(uniforms[None, :], rng)[0]
        return there

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there in several draws; see `IndependentTies`."""
        theta = [self._coefficients(rng) for _ in uniforms]
        if self.independent:
            return np.asarray(uniforms < expit(np.array(theta) @ self._rows.T + self.offset))
        rounds = np.stack([scrambled(uniforms, stage) for stage in range(ROUNDS)], axis=1)
        drawn = [self._scan.draw(*each) for each in zip(theta, [self.offset] * len(theta), rounds, strict=True)]
        return np.asarray(np.array(drawn, dtype=bool).reshape(uniforms.shape))

    def _coefficients(self, rng: Generator) -> Array:
        return np.asarray(self.fitted.estimate.coefficients + self._root @ rng.standard_normal(self.model.p))

    @cached_property
    def _root(self) -> Array:
        """L with L L' = covariance, computed on the scale of standard errors."""
        covariance = self.fitted.estimate.covariance
        error = np.sqrt(np.diag(covariance))
        values, vectors = np.linalg.eigh(covariance / np.outer(error, error))
        return np.asarray(error[:, None] * vectors * np.sqrt(np.maximum(values, 0.0)))

    @cached_property
    def _rows(self) -> Array:
        return self.model.changes(dyads=self.dyads)

    @cached_property
    def _scan(self) -> Scan:
        return self.model.scan(self.model.observed, self.dyads)

    @cached_property
    def _simulated(self) -> Array:
        rng = np.random.default_rng(0)
        uniforms = rng.random((SIMULATED, len(self.dyads)))
        return np.asarray(self.realised_of_draws(uniforms, rng).mean(axis=0))


def _refuse_unfit(known: ErgmModel, *, directed: bool) -> None:
    if known.network.frame.two_mode:
        raise InputError("Ergm draws ties between actors, and this model was fitted to two modes")
    if known.constraint is not None or known.taper is not None:
        raise InputError(
            "Ergm needs a model without constraint and taper, since these are about the observed network as a whole"
        )
    if known.network.frame.directed != directed:
        raise InputError(
            "the model was fitted to ties of another kind: either both the fitted layer and the layer of the new ties "
            "are directed, or neither is"
        )
