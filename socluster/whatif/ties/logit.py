"""A tie model: which properties of two actors make a tie likelier is learnt from the cluster by logistic regression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.ties.active import StatedActivity, not_activity, told_active, varied_activity
from socluster.whatif.ties.base import Model, Variants
from socluster.whatif.ties.fitted import is_directed, possible_ties
from socluster.whatif.ties.logit_fit import LogitFit, LogitTies, Term
from socluster.whatif.ties.members import as_members
from socluster.whatif.ties.observed import Dyads, learning_layer, memberships, observed
from socluster.whatif.ties.protocol import FittedTies
from socluster.whatif.ties.regression import dependent_columns, expit, regression, separates
from socluster.whatif.ties.scaled import varied_number_of_ties
from socluster.whatif.ties.values import given, known_columns, not_text, stated_value
from socluster.words import Language, counted, marked, say

__all__ = ["Logit"]


@dataclass(frozen=True, repr=False)
class Logit(Model):
    """New ties whose log odds are a weighted sum of properties of the two actors, learnt from the cluster's own dyads.

    .. math:: \\log \\frac{p_{ij}}{1 - p_{ij}} = \\beta_0 + \\sum_t \\beta_t x^{(t)}_{ij}

    Each dyad of the cluster is one observation; the coefficients are those of maximum likelihood. They are not known
    exactly: each draw takes coefficients from the normal distribution around the estimate with its covariance.

    Parameters
    ----------
    match : sequence of str, default ("sector",)
        Columns; x is 1 where the two actors have the same text, else 0. A missing text matches nothing.
    difference : sequence of str, optional
        Columns of numbers; x is the absolute difference.
    level : sequence of str, optional
        Columns of numbers; x is the sum of the two values. In a directed layer sender and receiver have a term each.
    shared : sequence of str, optional
        Layers of affiliations; x is the number of shared groups.
    firth : bool, default False
        Penalise the likelihood (Firth), which gives finite coefficients also where a property tells all ties from all
        absent ones (separation), and less bias where there are few ties.
    layer : str, optional
        The layer to learn from; without it, the layer of the new ties if that holds ties, else all.
    activity : bool or float, default True
        Whether partners differ in activity (`ActiveTies`): True estimates from the members' degrees how much, which is
        not at all where these differ no more than their kinds explain; a number states the standard deviation of the
        log odds of a tie; False leaves it out.

    Notes
    -----
    Dyads are taken as independent. They are not: those of one actor are correlated, ties come in triangles. So standard
    errors are too small, and closure is credited to what goes with it. How active actors are beyond the terms is added
    to the estimated log odds (`activity`); there is no term for shared partners, because a newcomer has none; `Closure`
    is about that. Uncertain ties count with their
    confidence, unknown dyads not at all. In a directed layer, ties are returned as often as those of the members, given
    their probabilities (`Reciprocity`). Average probabilities are the mean over the normal distribution (Gauss-Hermite
    quadrature with 40 nodes), not the probability at the estimate.

    References
    ----------
    Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression analysis of dyadic data. Social
    Networks 10(4), 359-381 (on what dependence between dyads does). doi:10.1016/0378-8733(88)90004-4

    Firth, D. (1993). Bias reduction of maximum likelihood estimates. Biometrika 80(1), 27-38.
    doi:10.1093/biomet/80.1.27

    Heinze, G. and Schemper, M. (2002). A solution to the problem of separation in logistic regression. Statistics in
    Medicine 21(16), 2409-2419. doi:10.1002/sim.1047

    Examples
    --------
    >>> import socluster as sc
    >>> families = sc.load_dataset("florentine").layer("marriage")
    >>> Logit(match=(), level=["wealth"]).fitted(families).to_frame().round(4)[["estimate", "error"]]
                    estimate   error
    term
    (intercept)      -2.5949  0.5361
    level of wealth   0.0105  0.0047
    """

    match: Sequence[str] = ("sector",)
    difference: Sequence[str] = ()
    level: Sequence[str] = ()
    shared: Sequence[str] = ()
    firth: bool = False
    layer: str | None = field(default=None, kw_only=True)
    activity: StatedActivity = field(default=True, kw_only=True)

    def __post_init__(self) -> None:
        """Take one name as a list of one, then freeze and check."""
        for name in ("match", "difference", "level", "shared"):
            if isinstance(getattr(self, name), str):
                object.__setattr__(self, name, (getattr(self, name),))
        super().__post_init__()

    def _problems(self) -> list[Problem]:
        problems = not_text(**given(layer=self.layer)) + not_activity(self.activity)
        firth: object = self.firth
        if not isinstance(firth, bool):
            problems.append(Problem("firth must be True or False", value=firth))
        for name in ("match", "difference", "level", "shared"):
            values: object = getattr(self, name)
            if not isinstance(values, tuple) or not all(isinstance(each, str) and each for each in values):
                problems.append(Problem("{option} must be names", value=values, values={"option": name}))
            elif len(set(values)) < len(values):
                problems.append(Problem("{option} names something twice", value=values, values={"option": name}))
        return problems

    @property
    def learns(self) -> bool:
        """The coefficients are fitted to the ties of the cluster."""
        return True

    @property
    def returns(self) -> bool:
        """In a directed layer, ties are returned as often as those of the cluster."""
        return True

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return a possible tie with every other actor; see `TieModel`."""
        possible = possible_ties(cluster, actor, layer)
        known_columns(cluster, (*self.match, *self.difference, *self.level), "terms")
        for column in (*self.match, *self.difference, *self.level):
            stated_value(cluster, actor, column, marked("needs a value of '{column}', for its ties follow from it"))
        others = cluster.without_actor(actor)
        fit = self.fitted(others, layer)
        terms = self._terms(cluster, directed=fit.directed)
        rows = np.column_stack([values[possible.rows, possible.columns] for values in terms.values()])
        ties = LogitTies(possible.sources, possible.targets, rows, fit)
        dyads, rates = self._among_members(others, fit, layer)
        return as_members(ties, possible, cluster, actor, dyads, rates, self.activity)

    def grounded(self, cluster: Cluster, attributes: Mapping[str, Any], layer: str | None = None) -> Model:
        """Return the model, which says so if members differ in activity; see `Model`."""
        del attributes
        if self.activity is False or not cluster.n_actors:
            return self
        with suppress(InputError):  # what does not fit is told where the model is fitted
            fit = self.fitted(cluster, layer)
            return told_active(self, *self._among_members(cluster, fit, layer), self.activity)
        return self

    def _among_members(self, others: Cluster, fit: LogitFit, layer: str | None) -> tuple[Dyads, Array]:
        """Return the dyads of the members, and the probability of each at the estimated coefficients."""
        dyads = observed(others, learning_layer(others, self.layer, layer), directed=fit.directed)
        between = np.stack(list(self._terms(others, directed=fit.directed).values()), axis=-1)
        return dyads, expit(between @ fit.regression.coefficients)

    def fitted(self, cluster: Cluster, layer: str | None = None) -> LogitFit:
        """Return the regression on the dyads of a cluster.

        Parameters
        ----------
        cluster : Cluster
            The cluster before the partner joins.
        layer : str, optional
            The layer of the new ties.

        Raises
        ------
        InputError
            If a term is not there, does not vary or follows from the others; or if there is no maximum of the
            likelihood (separation; ``firth=True`` helps).
        """
        source = learning_layer(cluster, self.layer, layer)
        dyads = observed(cluster, source, directed=layer not in cluster.layers or is_directed(cluster, str(layer)))
        terms = self._terms(cluster, directed=dyads.directed)
        X = np.column_stack([values[dyads.once] for values in terms.values()])
        y = dyads.expected[dyads.once]
        self._refuse(X, y, list(terms))
        fit, notes = regression(X, y, firth=self.firth), data_notes(cluster, source, drawn=True, unknown=False)
        return LogitFit(tuple(terms), fit, len(y), float(y.sum()), dyads.directed, notes)

    def _refuse(self, X: Array, y: Array, terms: list[Term]) -> None:
        if len(y) <= len(terms):
            sizes = {"dyads": counted("{n} dyad", "{n} dyads", len(y))}
            sizes["coefficients"] = counted("{n} coefficient", "{n} coefficients", len(terms))
            raise InputError("too few dyads for so many coefficients: {dyads}, {coefficients}", sizes)
        useless = dependent_columns(X)
        if useless:
            raise InputError(
                [
                    Problem(
                        "does not vary between dyads, or follows from the terms before it; leave it out",
                        is_argument=True,
                        column="terms",
                        value=str(terms[place]),
                    )
                    for place in useless
                ]
            )
        if not self.firth and separates(X, y):
            raise InputError(
                "the terms ({terms}) tell some ties from absent ones without a mistake, so their coefficients have no "
                "finite estimate; use firth=True, or fewer terms",
                {"terms": [term.phrase for term in terms[1:]]},
            )

    def _terms(self, cluster: Cluster, *, directed: bool) -> dict[Term, Array]:
        """The value of every term for every dyad (n x n)."""
        known_columns(cluster, (*self.match, *self.difference, *self.level), "terms")
        numbers = {column: _numbers(cluster, column) for column in dict.fromkeys((*self.difference, *self.level))}
        terms = {Term("intercept"): np.ones((cluster.n_actors, cluster.n_actors))}
        for column in self.match:
            texts = np.array([np.nan if v is None else str(v) for v in cluster.parts.actors[column].objects()], object)
            terms[Term("same", column)] = (texts[:, None] == texts).astype(float)  # what is missing differs from itself
        for column in self.difference:
            terms[Term("difference", column)] = np.abs(numbers[column][:, None] - numbers[column])
        for column in self.level:
            sender, receiver = np.broadcast_arrays(numbers[column][:, None], numbers[column])
            if directed:
                terms[Term("sender", column)], terms[Term("receiver", column)] = sender, receiver
            else:
                terms[Term("level", column)] = sender + receiver
        for layer in self.shared:
            belongs = memberships(cluster, layer)
            terms[Term("shared", layer)] = belongs @ belongs.T
        return terms

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        terms = [
            *(Term("same", each) for each in self.match),
            *(Term("difference", each) for each in self.difference),
            *(Term("level", each) for each in self.level),
            *(Term("shared", each) for each in self.shared),
        ]
        if not terms:
            return say(
                "all ties have the same probability, as estimated from the cluster by logistic regression with "
                "independent dyads",
                language,
            )
        return say(
            "ties depend on {terms}, as estimated from the cluster by logistic regression with independent dyads",
            language,
            terms=", ".join(term.phrase.said(language) for term in terms),
        )

    def varied(self, language: Language = "en") -> Variants:
        """Return the model with fewer and with more ties; coefficients are drawn anyway. See `Model`."""
        return varied_activity(self, language) | varied_number_of_ties(self, language)


def _numbers(cluster: Cluster, column: str) -> Array:
    """Return a column of numbers.

    Raises
    ------
    InputError
        If it holds something else, or nothing for some of the actors; all of them are named.
    """
    held = cluster.parts.actors[column]
    if held.kind == "text":
        numeric = [name for name, each in cluster.parts.actors.items() if each.kind in ("number", "integer")]
        raise InputError(
            Problem(
                "contains no numbers (columns that do: {columns})",
                "actors",
                column=column,
                nearest=nearest(column, numeric),
                values={"columns": numeric},
            )
        )
    gaps = [label for label, value in zip(cluster.ids, held.objects(), strict=True) if value is None]
    if gaps:
        raise InputError([Problem("is missing; the regression needs it", "actors", each, column) for each in gaps])
    return np.array(held.objects(), dtype=float)
