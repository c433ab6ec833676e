"""A model: terms over one network, as that which estimates, simulates and tests them needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.sampling.chains import Kept, NetworkChain
from socluster._kernels.sampling.enumeration import all_statistics
from socluster._kernels.sampling.scans import Scan
from socluster._kernels.sampling.toggles import Packed, Statistic, all_dyads, changes, packed, statistics
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.labels import ids_of
from socluster.inference.ergm.observed import Observed, observed_network
from socluster.inference.ergm.term import ErgmTerm
from socluster.words import Language, marked

__all__ = ["MOST_NETWORKS", "Dependence", "ErgmModel", "ModelDyads", "model_of"]

Dependence: TypeAlias = Literal["dyad", "pair", "network"]
"""What the change of a statistic depends on: the dyad alone, its way back as well, or the rest of the network."""

MOST_NETWORKS = 2**20
"""Most networks that are enumerated unless asked for more: some seconds."""

_OF_DYADS = ("constant", "ends", "mixing", "difference", "within", "matrix")


@dataclass(frozen=True, eq=False)
class ModelDyads:
    """The dyads of a model, as (row, column) of its network; undirected ones with row < column.

    Parameters
    ----------
    free : array of int of shape (free, 2)
        Dyads that the model is of: all but the fixed ones, in order of row and column.
    is_known : array of bool of shape (free,)
        Which of the free dyads are observed.
    fixed : array of int of shape (fixed, 2)
        Dyads that stay as they are.
    """

    free: Array
    is_known: Array
    fixed: Array

    @property
    def known(self) -> Array:
        """The free dyads that are observed."""
        return self.free[self.is_known]

    @property
    def unknown(self) -> Array:
        """The free dyads of which nobody knows whether they are tied; the observed network has no tie there."""
        return self.free[~self.is_known]


@dataclass(frozen=True, eq=False)
class ErgmModel:
    """Terms over one network.

    A state of the model is a matrix of 0 and 1 in the shape of the observed network: n x n (symmetric if undirected),
    in two modes actors x groups.

    Parameters
    ----------
    network : Observed
        The observed network.
    terms : tuple of ErgmTerm
        The terms, as given.
    names : tuple of str
        Names of the coefficients.
    of_term : array of int of shape (p,)
        Which term each coefficient is of.
    dyads : ModelDyads
        Its dyads.
    constraint : {None, "edges", "degrees"}
        What all networks of the model have in common with the observed one.
    counted : tuple of Statistic
        What the coefficients belong to, as the loops compute it.
    taper : (array of float of shape (p,), array of float of shape (p,)) or None
        Centre and pull of a taper: pull (statistic - centre) ** 2 is taken from the logarithm of the probability.
    """

    network: Observed
    terms: tuple[ErgmTerm, ...]
    names: tuple[str, ...]
    of_term: Array
    dyads: ModelDyads
    constraint: Kept
    counted: tuple[Statistic, ...]
    taper: tuple[Array, Array] | None = None

    @property
    def p(self) -> int:
        """Number of coefficients."""
        return len(self.names)

    def called(self, language: Language) -> list[str]:
        """Return each coefficient in words, with its name in brackets."""
        named = zip(self.of_term, self.names, strict=True)
        return [f"{self.terms[term].meaning.said(language)} ({name})" for term, name in named]

    @property
    def observed(self) -> Array:
        """The observed network (a copy); unknown dyads hold no tie."""
        return self.network.matrix.copy()

    @property
    def given_layers(self) -> tuple[str, ...]:
        """The other layers whose ties the terms take as given, in the order of the terms."""
        named = (each.given_layer for each in self.terms)
        return tuple(dict.fromkeys(each for each in named if each is not None))

    @cached_property
    def dependence(self) -> tuple[Dependence, ...]:
        """What the changes of each statistic depend on."""
        return tuple(
            "dyad" if each.kind in _OF_DYADS else "pair" if each.kind == "reciprocal" else "network"
            for each in self.counted
        )

    def statistics(self, state: Array | None = None) -> Array:
        """Return the statistics of a network, the observed one unless another is given: an array of shape (p,)."""
        return statistics(self.network.frame, self._packed, self.network.matrix if state is None else state)

    def changes(self, state: Array | None = None, dyads: Array | None = None) -> Array:
        """Return the statistics with a tie minus those without it, for every dyad (all free ones unless given).

        Returns
        -------
        array of float of shape (dyads, p)
        """
        matrix = self.network.matrix if state is None else state
        return changes(self.network.frame, self._packed, matrix, self.dyads.free if dyads is None else dyads)

    def tied(self, state: Array | None = None, dyads: Array | None = None) -> Array:
        """Return whether each dyad (all free ones unless given) is tied: an array of bool."""
        matrix = self.network.matrix if state is None else state
        where = self.dyads.free if dyads is None else dyads
        there: Array = np.asarray(matrix)[where[:, 0], where[:, 1]] != 0
        return there

    def chain(self, seed: Any, start: Array | None = None, dyads: Array | None = None) -> NetworkChain:
        """Return a chain over networks, from the observed one unless another is given; it can be run on and on.

        Parameters
        ----------
        seed : int or sequence of int
            Seed of its random numbers.
        start : array of 0 and 1, optional
            The network to start from.
        dyads : array of int of shape (dyads, 2), optional
            Dyads that are toggled, all others staying as they are; all free ones unless given.
        """
        begin = self.network.matrix if start is None else start
        toggled = self.dyads.free if dyads is None else dyads
        return NetworkChain(self.network.frame, self._packed, begin, toggled, seed, self.constraint, self.taper)

    def scan(self, start: Array, dyads: Array) -> Scan:
        """Return what draws some dyads of a network from given random numbers, all others staying as they are.

        Parameters
        ----------
        start : array of 0 and 1
            The network.
        dyads : array of int of shape (dyads, 2)
            The dyads that are drawn.
        """
        return Scan(self.network.frame, self._packed, start, dyads)

    def sample(
        self,
        theta: Array,
        start: Array | None = None,
        *,
        draws: int,
        thinning: int,
        burn_in: int = 0,
        seed: Any,
        dyads: Array | None = None,
    ) -> tuple[Array, Array]:
        """Return the statistics of networks drawn under these coefficients, and the last network.

        Parameters
        ----------
        theta : array of float of shape (p,)
            The coefficients; minus infinity forbids a tie that would raise its statistic.
        start : array of 0 and 1, optional
            The network to start from; the observed one unless given.
        draws, thinning, burn_in : int
            How many networks, how many proposals from one to the next, and how many more before the first.
        seed : int or sequence of int
            Seed of the random numbers.
        dyads : array of int of shape (dyads, 2), optional
            Dyads that are toggled, all others staying as they are; all free ones unless given.

        Returns
        -------
        (array of float of shape (draws, p), array of 0 and 1)
        """
        chain = self.chain(seed, start, dyads)
        found = chain.run(theta, draws, thinning=thinning, burn_in=burn_in)
        return found, chain.matrix

    def enumerate(
        self, state: Array | None = None, dyads: Array | None = None, most: int = MOST_NETWORKS
    ) -> tuple[Array, Array]:
        """Return the statistics of all networks of the model, and how many networks have them.

        Parameters
        ----------
        state : array of 0 and 1, optional
            A network that holds what is fixed; the observed one unless given.
        dyads : array of int of shape (dyads, 2), optional
            Dyads that vary; all free ones unless given.
        most : int, default 2 ** 20
            How many networks there may be.

        Returns
        -------
        (array of float of shape (kinds, p), array of int of shape (kinds,))

        Raises
        ------
        InputError
            If there are more networks than that.
        """
        where = self.dyads.free if dyads is None else dyads
        if len(where) > 62 or 2 ** len(where) > most:
            raise InputError(
                "{dyads} free dyads make 2 ** {dyads} networks, too many to look at one by one", {"dyads": len(where)}
            )
        matrix = self.network.matrix if state is None else state
        return all_statistics(self.network.frame, self._packed, matrix, where, self.constraint)

    @cached_property
    def _packed(self) -> Packed:
        return packed(self.counted)


def model_of(
    network: Observed | Any,
    terms: Sequence[ErgmTerm],
    *,
    layer: str | None = None,
    fixed: Any = None,
    constraint: Kept = None,
) -> ErgmModel:
    """Return a model: terms over one network.

    Parameters
    ----------
    network : Observed, or Cluster or anything that `as_cluster` takes
        The network; of a cluster the one of its layer.
    terms : sequence of ErgmTerm
        What the model counts (`socluster.terms`).
    layer : str, optional
        The layer of a cluster.
    fixed : list of pairs or DataFrame of bool, optional
        Dyads that stay as they are: pairs of actors, or a table of actors by actors that marks them.
    constraint : {None, "edges", "degrees"}
        What all networks of the model have in common with the observed one.

    Raises
    ------
    InputError
        If a term does not fit the network, or a fixed dyad is none of it or is unknown; all problems are listed.
    """
    observed = network if isinstance(network, Observed) else observed_network(network, layer)
    given = _terms(terms)
    found = _coefficients(given, observed)
    names = tuple(name for _, name, _ in found)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            [
                Problem(
                    "is in the model twice; leave one out, or give tables names of their own: edgecov(..., name=...)",
                    is_argument=True,
                    column="terms",
                    value=each,
                )
                for each in twice
            ]
        )
    return ErgmModel(
        network=observed,
        terms=given,
        names=names,
        of_term=np.array([place for place, _, _ in found], dtype=np.int64),
        dyads=_dyads(observed, fixed),
        constraint=constraint,
        counted=tuple(statistic for _, _, statistic in found),
    )


def _terms(terms: Any) -> tuple[ErgmTerm, ...]:
    given = (terms,) if isinstance(terms, ErgmTerm) else terms
    if not isinstance(given, list | tuple) or not given:
        message = marked("terms must be a list of terms, as [sc.terms.edges(), sc.terms.mutual()]")
        raise InputError(Problem(message, value=terms))
    wrong = [each for each in given if not isinstance(each, ErgmTerm)]
    if wrong:
        message = marked("is no term; terms are made by socluster.terms, as sc.terms.edges()")
        raise InputError([Problem(message, is_argument=True, column="terms", value=each) for each in wrong])
    return tuple(given)


def _coefficients(terms: tuple[ErgmTerm, ...], observed: Observed) -> list[tuple[int, str, Statistic]]:
    """Return term, name and statistic of every coefficient; what is wrong with any term is said at once."""
    found: list[tuple[int, str, Statistic]] = []
    problems: list[Problem] = []
    for place, term in enumerate(terms):
        try:
            found += [(place, name, statistic) for name, statistic in term.coefficients(observed)]
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return found


def _dyads(observed: Observed, fixed: Any) -> ModelDyads:
    every = all_dyads(observed.frame)
    held = np.zeros(observed.matrix.shape, dtype=bool)
    held[tuple(_fixed(observed, fixed).T)] = True
    both = held & observed.unknown
    if both.any():
        ends = [(observed.rows[row], observed.columns[column]) for row, column in np.argwhere(both)]
        message = marked("is unknown, so that it cannot be held as it is")
        raise InputError([Problem(message, is_argument=True, column="fixed", value=each) for each in ends])
    is_held = held[tuple(every.T)]
    free = every[~is_held]
    return ModelDyads(free, ~observed.unknown[tuple(free.T)], every[is_held])


def _fixed(observed: Observed, fixed: Any) -> Array:
    """Return the dyads that stay as they are."""
    if fixed is None:
        return np.zeros((0, 2), dtype=np.int64)
    if isinstance(fixed, pd.DataFrame):
        return observed.pairs(_marked_pairs(fixed, two_mode=observed.frame.two_mode), "fixed")
    if not isinstance(fixed, list | tuple | set | frozenset):
        message = marked("fixed must be a list of pairs of actors, or a table of actors by actors of True and False")
        raise InputError(Problem(message, value=fixed))
    return observed.pairs(fixed, "fixed")


def _marked_pairs(table: pd.DataFrame, *, two_mode: bool) -> list[tuple[Any, Any]]:
    """Return the pairs that a table marks; in one mode, but for the diagonal."""
    if not all(pd.api.types.is_bool_dtype(kind) for kind in table.dtypes):
        raise InputError("fixed must hold True and False")
    marks = table.to_numpy(dtype=bool)
    rows, columns = ids_of(table.index), ids_of(table.columns)
    return [(rows[i], columns[j]) for i, j in np.argwhere(marks) if two_mode or rows[i] != columns[j]]
