"""Can a tie model reproduce what the members of a cluster already show? A posterior predictive check."""

from __future__ import annotations

from dataclasses import dataclass
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
from socluster.draws.spread import INTERVAL
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.network import one_mode
from socluster.whatif.layers import tie_layer
from socluster.whatif.ties.check_result import ModelCheck
from socluster.whatif.ties.left_out import LeftOut, left_out, names_a_partner, observed_ties, some_members
from socluster.whatif.ties.observed import learning_layer
from socluster.whatif.ties.protocol import TieModel
from socluster.whatif.ties.shared_groups import shared_groups
from socluster.whatif.ties.values import known_columns
from socluster.words import marked

__all__ = ["DRAWS", "MEMBERS", "check", "checked_model", "shown_by", "shown_by_member"]

DRAWS, MEMBERS = 100, 30
_NOBODY: Array = np.zeros(0, dtype=int)


@checked
def check(
    cluster: Any,
    model: TieModel,
    /,
    *,
    layer: str | None = None,
    by: str | None = None,
    draws: int = DRAWS,
    members: int = MEMBERS,
) -> ModelCheck:
    """Can the model reproduce what the members of the cluster already show?

    Each member in turn loses its ties and joins again, many times, as the model has it. Over all members, four
    properties of their ties are compared with what is so: how much they differ in their number of ties (standard
    deviation of the degrees), how many of their partners are tied to each other (transitivity), how many ties are
    returned (reciprocity, of directed layers), and how many stay within a group (mixing). Where what is so lies outside
    of the middle 90 % of the draws, the model cannot reproduce it, and its answers about a newcomer are to be doubted
    in that respect.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster; one that has only affiliations is projected first.
    model : TieModel
        The model.
    layer : str, optional
        The layer of new ties; without it, the only layer of ties.
    by : str, optional
        Column of the actors that makes the groups; without it, the column of the model, else "sector", else none.
    draws : int, default 100
        How often each member joins again.
    members : int, default 30
        How many members are left out at most; where there are more, a sample that is always the same.

    Returns
    -------
    ModelCheck

    Raises
    ------
    InputError
        If the model names the ties or events of one partner, so that it says nothing about members; if there are no
        ties; or if it fits none of the members.

    Notes
    -----
    This is a posterior predictive check, by leaving out one member at a time, so that no member teaches the model about
    itself. The random numbers are always the same. Uncertain ties count as there where they are likelier than not;
    unknown dyads are left out. The check is of members; a newcomer may differ from them. Where a model looks at the
    groups that the ties are derived from, the answer says that this is circular.

    References
    ----------
    Gelman, A., Meng, X.-L. and Stern, H. (1996). Posterior predictive assessment of model fitness via realized
    discrepancies. Statistica Sinica 6(4), 733-760.

    Examples
    --------
    >>> import socluster as sc
    >>> club = sc.load_dataset("karate")
    >>> found = sc.ties.check(club, sc.ties.Rates(by="faction", activity=False))
    >>> found.to_frame().loc["degree spread", ["observed", "low", "high"]].round(2).tolist()
    [3.32, 1.53, 2.52]
    """
    cluster = one_mode(as_cluster(cluster))
    if names_a_partner(model):
        message = marked("names the ties or events of one partner, so it says nothing that members could show")
        raise InputError(Problem(message, value=model))
    if not cluster.n_ties:
        raise InputError("there are no ties that the model could reproduce")
    if by is not None:
        known_columns(cluster, [by], "by")
    layer = tie_layer(cluster.parts, layer)
    sizes = positive_integer("draws", draws, most=MOST), positive_integer("members", members)
    found = checked_model(cluster, model, layer, by=by, draws=sizes[0], members=sizes[1])
    if found is None:
        model.fit(cluster, cluster.ids[0], layer)  # says why it does not fit, if that is so of the first, too
        raise InputError("the model fits none of the members")
    return found


def checked_model(
    cluster: Cluster, model: TieModel, layer: str, *, by: str | None = None, draws: int = DRAWS, members: int = MEMBERS
) -> ModelCheck | None:
    """Return the check of a model, which is kept with the cluster; None where it fits none of the members."""
    return cluster.kept(
        f"check of {model!r} in {layer!r}: {by!r}, {draws}, {members}",
        lambda: _checked(cluster, model, layer, by, draws, members),
    )


def _checked(
    cluster: Cluster, model: TieModel, layer: str, by: str | None, draws: int, members: int
) -> ModelCheck | None:
    if layer not in cluster.layers:
        cluster = cluster.with_layer(layer, directed=cluster.is_directed())
    truth = observed_ties(cluster, layer)
    found = [left_out(cluster, model, member, layer, truth) for member in some_members(cluster, members)]
    fitting = [each for each in found if each is not None]
    if not fitting or not truth.expected.any():
        return None
    groups, column = _groups(cluster, model, by)
    tied = np.maximum(truth.expected, truth.expected.T) > 0.5
    ask, key = _Shown(tied, groups), key_of(f"{model!r}\x1f{layer}")
    drawn = np.array([ask.counts(each, each.draws(key, draws), _NOBODY) for each in fitting])
    real = np.array([ask.counts(each, each.there[None], each.impossible) for each in fitting])
    source = learning_layer(cluster, None, layer)
    shared = shared_groups(cluster, source)
    return ModelCheck(
        model=model,
        layer=layer,
        by=column,
        observed=shown_by(real)[:, 0],
        values=shown_by(drawn),
        directed=truth.directed,
        members=len(fitting),
        skipped=len(found) - len(fitting),
        interval=INTERVAL,
        fingerprint=cluster.fingerprint,
        circle=shared.circle(model),
        data_notes=(*shared.note(), *data_notes(cluster, source, drawn=True, unknown=False)),
        cluster_name=cluster.name,
    )


@dataclass(frozen=True, eq=False)
class _Shown:
    """What is counted of the ties of one member."""

    tied: Array
    groups: Array | None

    def counts(self, out: LeftOut, there: Array, impossible: Array) -> Array:
        """Return, for each draw: ties, pairs of partners, tied ones, partners, returned ties, partners of its group.

        Parameters
        ----------
        out : LeftOut
            The member.
        there : ndarray of bool of shape (draws, ties)
            Which ties are there.
        impossible : ndarray of int
            Partners beside these.
        """
        kept = there & out.known
        away, back = (np.zeros((len(there), len(self.tied)), dtype=bool) for _ in range(2))
        away[:, out.others[out.outward]] = kept[:, out.outward]
        back[:, out.others[~out.outward]] = kept[:, ~out.outward]
        partners = away | back
        partners[:, impossible] = True
        k = partners.sum(axis=1)
        closed = ((partners.astype(np.float32) @ self.tied.astype(np.float32)) * partners).sum(axis=1) / 2
        within = np.zeros(len(there))
        if self.groups is not None and self.groups[out.place] >= 0:
            within = partners[:, self.groups == self.groups[out.place]].sum(axis=1)
        ties = kept.sum(axis=1) + len(impossible)
        return np.stack([ties, k * (k - 1) / 2, closed, k, (away & back).sum(axis=1), within], axis=-1)


def shown_by_member(out: LeftOut, there: Array, tied: Array, impossible: Array = _NOBODY) -> Array:
    """Return the number of ties of a member in each draw, and that of ties among its partners; shape (draws, 2)."""
    counts: Array = _Shown(tied, None).counts(out, there, impossible)[:, [0, 2]]
    return counts


def shown_by(counts: Array) -> Array:
    """Return degree spread, transitivity, reciprocity and mixing from counts of shape (members, draws, 6)."""
    total = counts.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.stack(
            [
                counts[:, :, 0].std(axis=0),
                total[:, 2] / total[:, 1],
                total[:, 4] / total[:, 3],
                total[:, 5] / total[:, 3],
            ]
        )


def _groups(cluster: Cluster, model: TieModel, by: str | None) -> tuple[Array | None, str | None]:
    """Return a number for the group of every actor (-1 without one), and the column that makes the groups."""
    columns = cluster.parts.actors
    stated = getattr(model, "by", None)
    for name in (by, stated if isinstance(stated, str) else None, "sector"):
        if name is not None and name in columns:
            values = columns[name].objects()
            codes = {value: code for code, value in enumerate(dict.fromkeys(v for v in values if v is not None))}
            if len(codes) > 1:
                return np.array([codes.get(value, -1) for value in values]), name
    return None, None
