"""Which tie model predicts the ties of members who are left out best? Models ranked, with how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.streams import key_of
from socluster.draws.settings import MOST
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.network import one_mode
from socluster.whatif.layers import affiliation_layers, tie_layer
from socluster.whatif.ties.base import Model
from socluster.whatif.ties.checking import shown_by_member
from socluster.whatif.ties.estimated import estimated_closure, estimated_committee
from socluster.whatif.ties.left_out import LeftOut, left_out, names_a_partner, observed_ties, some_members
from socluster.whatif.ties.likelihood import log_score
from socluster.whatif.ties.logit import Logit
from socluster.whatif.ties.observed import Dyads, learning_layer
from socluster.whatif.ties.protocol import TieModel
from socluster.whatif.ties.proximity import Proximity
from socluster.whatif.ties.rates import Rates
from socluster.whatif.ties.shared_groups import shared_groups
from socluster.whatif.ties.suggestion import Suggestion
from socluster.words import Phrase, marked, phrase

__all__ = ["suggest"]

DRAWS, MEMBERS = 100, 30
MOST_COLUMNS, FEWEST_IN_GROUP = 3, 2.0
LOWEST, HIGHEST = 0.05, 0.95


@checked
def suggest(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    models: Sequence[TieModel] | None = None,
    draws: int = DRAWS,
    members: int = MEMBERS,
) -> Suggestion:
    """Which tie model predicts the ties of members who are left out best?

    Each member in turn loses its ties; every model, which learns from the others only, says how probable all of its
    ties are together (log score), and whether their number, and the number of ties among its partners, lie within the
    middle 90 % of what it draws (coverage).

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster; one that has only affiliations is projected first.
    layer : str, optional
        The layer of new ties; without it, the only layer of ties.
    models : sequence of TieModel, optional
        The models; without it: `Rates` by each of up to three columns of few values ("sector" and "place" first),
        `Logit` with all of these, one rate for all, `Proximity`; and, beside the best of these, `Closure` and
        `Committee` with values that the members' ties suggest.
    draws : int, default 100
        How often what a model does not know about itself is drawn, for each member.
    members : int, default 30
        How many members are left out at most; where there are more, a sample that is always the same.

    Returns
    -------
    Suggestion

    Raises
    ------
    InputError
        If there are no ties, or no model fits the members.

    Notes
    -----
    The log score is the logarithm of the probability of all known ties of a member together, averaged over what the
    model draws (not tie by tie, which would not notice that ties depend on each other); it is proper: no model can
    expect more than the right one (Gneiting & Raftery 2007). Differences between models are over the same members, with
    the standard error of their mean; members share ties, so that it is too small rather than too large. It is not
    defined for models like `AtMost`; these come last. The values of `Closure` and `Committee` are estimated from the
    members who are left out, which favours them a little; those of `Closure` twice, from every other member, so that a
    mixture of the two is as unsure of them as the members leave us. Random numbers are always the same.

    Where ties are derived from shared groups (`project`), a model that looks at these groups (`Committee`, or `Logit`
    with ``shared``) would predict them in a circle; it is left out, and the answer says so. It says then who shares
    groups with whom, not who cooperates.

    References
    ----------
    Gneiting, T. and Raftery, A. E. (2007). Strictly proper scoring rules, prediction, and estimation. Journal of the
    American Statistical Association 102(477), 359-378. doi:10.1198/016214506000001437

    Examples
    --------
    >>> import socluster as sc
    >>> club = sc.load_dataset("karate")
    >>> found = sc.ties.suggest(club, models=[sc.ties.Rates(by="faction"), sc.ties.Rates(by="faction", activity=False)])
    >>> found.best
    Rates('faction')
    """
    cluster = one_mode(as_cluster(cluster))
    if not cluster.n_ties:
        raise InputError("there are no ties that a model could predict")
    layer = tie_layer(cluster.parts, layer)
    sizes = positive_integer("draws", draws, most=MOST), positive_integer("members", members)
    task = _Task(cluster, layer, observed_ties(cluster, layer), *sizes)
    if models is not None:
        _refuse_others(models)
        for model in models:
            task.score(model)
    else:
        task.score_usual()
    return task.suggestion()


def _refuse_others(models: Sequence[TieModel]) -> None:
    models = list(models)
    if not models:
        raise InputError("name at least one tie model")
    message = marked("names the ties or events of one partner, so it says nothing that members could show")
    strangers = [each for each in models if not isinstance(each, TieModel)]
    wrong = [Problem("is no tie model", column="models", value=each, is_argument=True) for each in strangers]
    of_a_partner = [each for each in models if isinstance(each, TieModel) and names_a_partner(each)]
    wrong += [Problem(message, column="models", value=each, is_argument=True) for each in of_a_partner]
    if wrong:
        raise InputError(wrong)


class _Task:
    """Models that were asked about the same members."""

    def __init__(self, cluster: Cluster, layer: str, truth: Dyads, draws: int, members: int) -> None:
        self.cluster, self.layer, self.truth, self.draws = cluster, layer, truth, draws
        self.members = some_members(cluster, members)
        self.tied = np.maximum(truth.expected, truth.expected.T) > 0.5
        self.scores: dict[TieModel, Array] = {}
        self.covered: dict[TieModel, Array] = {}
        self.out: dict[TieModel, list[LeftOut]] = {}
        self.groups = shared_groups(cluster, learning_layer(cluster, None, layer))
        self.circular: list[TieModel] = []

    def score(self, model: TieModel) -> None:
        """Ask one model about all members; one that does not fit them all, or whose answer is a circle, is left out."""
        if self.groups.makes_circular(model):
            self.circular.append(model)
            return
        found = [left_out(self.cluster, model, each, self.layer, self.truth) for each in self.members]
        out = [each for each in found if each is not None]
        if len(out) < len(found) or model in self.scores:
            return
        key = key_of(f"{model!r}\x1f{self.layer}")
        self.out[model] = out
        self.scores[model] = np.array([self._score(each, key) for each in out])
        self.covered[model] = np.array([self._covers(each, key) for each in out])

    def score_usual(self) -> None:
        """Ask the usual models, and those beside the best of them that take values from the members."""
        for model in _usual(self.cluster):
            self.score(model)
        if not self.scores:
            return
        best = max(self.scores, key=lambda model: self.scores[model].mean())
        plain = _plain(best)
        self.score(plain)
        for half in (slice(0, None, 2), slice(1, None, 2)):  # two estimates: their difference shows how sure they are
            closure = self._closure(plain, half)
            if closure is not None:
                self.score(closure)
        for base in dict.fromkeys((plain, best)):
            for events in affiliation_layers(self.cluster.parts):
                committee = estimated_committee(base, self.cluster, events, self.out.get(base, []), self.truth)  # type: ignore[arg-type]
                if committee is not None:
                    self.score(committee)

    def _closure(self, base: TieModel, half: slice) -> TieModel | None:
        key = key_of(f"{base!r}\x1f{self.layer}")
        return estimated_closure(base, self.out.get(base, [])[half], self.truth, key)  # type: ignore[arg-type]

    def suggestion(self) -> Suggestion:
        """Return the models with their scores."""
        if not self.scores and self.circular:
            raise InputError([Problem(each) for model in self.circular for each in self.groups.circle(model)])
        if not self.scores:
            raise InputError("no model fits all of the members")
        source = learning_layer(self.cluster, None, self.layer)
        return Suggestion(
            models=tuple(self.scores),
            layer=self.layer,
            scores=np.array([*self.scores.values()]),
            covered=np.array([*self.covered.values()]),
            draws=self.draws,
            fingerprint=self.cluster.fingerprint,
            cluster_name=self.cluster.name,
            data_notes=(
                *self.groups.note(),
                *_left_out(self.circular),
                *data_notes(self.cluster, source, drawn=True, unknown=False),
            ),
        )

    def _score(self, out: LeftOut, key: int) -> float:
        if len(out.impossible):
            return -np.inf
        return log_score(out.ties, out.there, out.known, draws=self.draws, key=key)

    def _covers(self, out: LeftOut, key: int) -> tuple[float, float]:
        """Return whether the number of ties, and that of ties among partners, are within the middle of the draws."""
        drawn = shown_by_member(out, out.draws(key, self.draws), self.tied)
        real = shown_by_member(out, out.there[None], self.tied, out.impossible)[0]
        low, high = np.quantile(drawn, [LOWEST, HIGHEST], axis=0)
        inside = (low <= real) & (real <= high)
        return float(inside[0]), float(inside[1])


def _left_out(circular: list[TieModel]) -> tuple[Phrase, ...]:
    """Return which models were not asked because they look at the groups that the ties were made of."""
    if not circular:
        return ()
    message = marked(
        "Left out: {models}. From the same shared groups that the ties were derived from, they would predict them in a "
        "circle."
    )
    return (phrase(message, models="; ".join(dict.fromkeys(map(repr, circular)))),)


def _usual(cluster: Cluster) -> Iterator[TieModel]:
    """Yield the models that are usually worth asking, for the columns that there are."""
    columns = list(_group_columns(cluster))
    yield Logit(match=(), firth=True)
    for column in columns:
        yield Rates(by=column, missing="category")
    if "place" in columns:
        yield Proximity()
    if len(columns) > 1:
        yield Logit(match=columns, firth=True)


def _group_columns(cluster: Cluster) -> Iterator[str]:
    """Yield the columns of text with few values, those of the vocabulary first."""
    actors = cluster.parts.actors
    found = []
    for name, column in actors.items():
        values = [value for value in column.objects() if value is not None]
        kinds = len(set(values))
        if column.kind == "text" and 1 < kinds <= len(values) / FEWEST_IN_GROUP and len(values) > cluster.n_actors / 2:
            found.append(str(name))
    usual = ("sector", "place", "kind", "level")
    yield from sorted(found, key=lambda name: (usual.index(name) if name in usual else len(usual), name))[:MOST_COLUMNS]


def _plain(model: TieModel) -> TieModel:
    """Return the model without activity."""
    return replace(model, activity=False) if isinstance(model, Model) and hasattr(model, "activity") else model  # type: ignore[type-var]
