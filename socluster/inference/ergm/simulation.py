"""Which networks does a model give? Networks drawn from terms with stated coefficients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import is_number, positive_integer, seed_of
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of
from socluster.inference.ergm.given import model_notes
from socluster.inference.ergm.model import ErgmModel, model_of
from socluster.inference.ergm.networks import start_of, thinning_for
from socluster.inference.ergm.prediction import model_identity
from socluster.inference.ergm.simulated import ErgmSimulation
from socluster.words import marked, phrase

__all__ = ["SimulatedStatistics", "coefficients_of", "ergm_simulate", "simulated"]

ROUNDS = 64  # times as many proposals as change a network once, before it is taken
MOST_STEPS = 10**9


@dataclass(frozen=True, eq=False)
class SimulatedStatistics:
    """A task: the statistics of networks of a model, each from a chain of its own; and of the same chains half-way.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    steps : int
        Proposals from the observed network to the simulated one.
    seed : int
        Seed.
    """

    model: ErgmModel
    theta: Array
    steps: int
    seed: int

    @property
    def parts(self) -> int:
        """Two arrays: at the end, and half-way."""
        return 2

    @cached_property
    def fingerprint(self) -> str:
        """What the numbers depend on."""
        return fingerprint_of([*model_identity(self.model, self.theta), ("the draws", (self.steps, self.seed))])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(2 * self.model.p)

    def run(self, first: int, last: int) -> Rows:
        """Return the statistics of networks first..last-1: arrays of shape (draws, p)."""
        at_end, half_way = (np.empty((last - first, self.model.p)) for _ in range(2))
        for draw in range(first, last):
            chain = self.model.chain([self.seed, 50, draw])
            for found, steps in ((half_way, self.steps - self.steps // 2), (at_end, self.steps // 2)):
                chain.run(self.theta, 1, thinning=steps)
                found[draw - first] = self.model.statistics(chain.matrix)  # sums of changes are rounded
        return [at_end, half_way]

    def state(self, draw: int) -> Array:
        """Return one of the networks, as a matrix of 0 and 1."""
        chain = self.model.chain([self.seed, 50, draw])
        chain.run(self.theta, 1, thinning=self.steps)
        return chain.matrix


@checked
def ergm_simulate(
    cluster: Any,
    terms: Any,
    coefficients: Any,
    /,
    *,
    layer: str | None = None,
    fixed: Any = None,
    constraint: Literal["edges", "degrees"] | None = None,
    steps: int | None = None,
    draws: int | Draws = 100,
    rng: Generator | int,
) -> ErgmSimulation:
    r"""Which networks would these actors have if such tendencies were all there is?

    Networks are drawn from the exponential random graph model

    .. math:: P(Y = y) = \frac{\exp(\theta^T g(y))}{\kappa(\theta)}

    with the statistics g that the terms count and stated coefficients :math:`\theta`. Each network comes from a Markov
    chain of its own, which begins with the network of the cluster and proposes to change it so many times.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The actors, their attributes, and the network to begin with. One with affiliations only is taken in two modes.
    terms : list of ErgmTerm
        What the model counts, from `socluster.terms`.
    coefficients : Series, mapping or list of float
        A number for each coefficient: by name (those of `ergm_statistics`), or in order. Minus infinity forbids.
    layer : str, optional
        One layer of ties or affiliations; without it, a tie in any layer counts.
    fixed : list of pairs or DataFrame of bool, optional
        Dyads that stay as they are: pairs of actors, or a table of actors by actors that marks them.
    constraint : {"edges", "degrees"}, optional
        Draw only networks with as many ties, or with the same degrees, as that of the cluster.
    steps : int, optional
        Proposals for each network. Default: 64 times as many as the network has ties (at least 1,024).
    draws : int or Draws, default 100
        How many networks, with which interval, computed by whom.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same networks.

    Returns
    -------
    ErgmSimulation
        Prints as sentences. `.to_frame()` compares the statistics of the networks with those of the cluster,
        `.statistics` has those of every network, `.network(draw)` is one of them as a cluster, `.plot()` shows them.

    Raises
    ------
    InputError
        If a term does not fit the cluster, or a coefficient is missing, none of the model, or no number.

    Warns
    -----
    UncertainTiesWarning
        If some ties are uncertain; in the network to begin with they are ties.

    Notes
    -----
    Half of the proposals concern a tie, half any dyad (tie-no-tie); with `constraint="edges"` they swap a tie and a
    dyad without one, with "degrees" two ties change partners, or, in a directed network, a cycle of three turns round.
    Unknown dyads vary as all others do. Whether the networks have forgotten where they began is looked at by comparing
    them with the same chains half-way.

    References
    ----------
    Morris, M., Handcock, M. S. & Hunter, D. R. (2008). Specification of exponential-family random graph models. Journal
    of Statistical Software, 24(4). doi:10.18637/jss.v024.i04
    Snijders, T. A. B. (2002). Markov chain Monte Carlo estimation of exponential random graph models. Journal of Social
    Structure, 3(2).

    Examples
    --------
    >>> import socluster as sc
    >>> florentine = sc.load_dataset("florentine")
    >>> terms = [sc.terms.edges(), sc.terms.gwesp(0.5)]
    >>> drawn = sc.ergm_simulate(florentine, terms, [-1.8, 0.2], layer="marriage", draws=200, rng=7)
    >>> drawn.to_frame()[["observed", "median"]]
                     observed  median
    term
    edges           20.000000  ...
    gwesp.fixed.0.5  8.393469  ...
    >>> drawn.network(0)
    <Cluster 'Florentine families': 16 actors, ... simulated, ...>
    """
    settings = as_draws(draws).only("interval", "executor", "checkpoint", why=phrase("these are so many networks"))
    model = model_of(cluster, terms, layer=layer, fixed=fixed, constraint=constraint)
    theta = coefficients_of(model, coefficients)
    return simulated(model, theta, settings, start_of(rng), steps=steps, seed=seed_of(rng))


def simulated(
    model: ErgmModel,
    theta: Array,
    settings: Draws,
    start: int,
    *,
    steps: int | None = None,
    seed: int | None = None,
    estimated: bool = False,
) -> ErgmSimulation:
    """Return networks drawn from a model.

    Parameters
    ----------
    model : ErgmModel
        The model.
    theta : ndarray of shape (p,)
        Coefficients.
    settings : Draws
        How many networks, with which interval, and who computes.
    start : int
        What the random numbers start from.
    steps : int, optional
        Proposals for each network.
    seed : int, optional
        The seed, if it is known.
    estimated : bool, default False
        Whether the coefficients were estimated from the network; otherwise they are stated.
    """
    if steps is None:
        rounds = max(ROUNDS * thinning_for(model), 2)
    else:
        rounds = max(positive_integer("steps", steps, most=MOST_STEPS), 2)
    task = SimulatedStatistics(model, theta, rounds, start)
    with Drawing(settings, "simulating networks") as drawing:
        at_end, half_way = drawing.rows(task)
    return ErgmSimulation(
        task=task,
        drawn=at_end,
        half_way=half_way,
        interval=settings.interval,
        draws=settings.most,
        seed=seed,
        fingerprint=model.network.cluster.fingerprint,
        estimated=estimated,
        data_notes=model_notes(model, unknown=False),  # which vary as all others do
    )


def coefficients_of(model: ErgmModel, given: Any) -> Array:
    """Return coefficients in the order of the model.

    Raises
    ------
    InputError
        If one is missing, none of the model, or no number; all problems are listed.
    """
    if isinstance(given, pd.Series | Mapping):
        values = _by_name(model, given)
    elif isinstance(given, list | tuple | np.ndarray):
        values = list(given)
        if len(values) != model.p:
            message = marked("must be as many as the model has: {names}")
            told = {"names": ", ".join(model.names)}
            raise InputError(Problem(message, is_argument=True, column="coefficients", value=len(values), values=told))
    else:
        message = marked("coefficients must be a Series or a mapping by name, or a list in order")
        raise InputError(Problem(message, value=given))
    wrong = [
        Problem("must be a number", row=name, is_argument=True, column="coefficients", value=value)
        for name, value in zip(model.names, values, strict=True)
        if not is_number(value) or np.isnan(value) or value == np.inf
    ]
    if wrong:
        raise InputError(wrong)
    return np.array(values, dtype=float)


def _by_name(model: ErgmModel, given: Any) -> list[Any]:
    stated = dict(given.items())
    problems = [
        Problem("is no coefficient of the model", is_argument=True, column="coefficients", value=name, nearest=near)
        for name, near in ((name, nearest(name, list(model.names))) for name in stated)
        if name not in model.names
    ]
    problems += [
        Problem("is missing", is_argument=True, column="coefficients", value=name)
        for name in model.names
        if name not in stated
    ]
    if problems:
        raise InputError(problems)
    return [stated[name] for name in model.names]
