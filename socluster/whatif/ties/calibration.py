"""Would a tie model have predicted the ties that members of the cluster have? Each is left out and let in again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, positive_integer, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.derivation import is_projected
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import Label, label_array, listed_ids, strangers_among
from socluster.core.matrix import layer_codes
from socluster.io.objects.dispatch import as_cluster
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.calibration_result import Calibration
from socluster.whatif.ties.fitted import Possible, is_directed, places_among, possible_ties
from socluster.whatif.ties.like import LikeActor
from socluster.whatif.ties.protocol import FittedTies, TieModel
from socluster.whatif.ties.stated import Stated
from socluster.words import counted

__all__ = ["calibrate"]

OBSERVED = ("documented", "confirmed", "reported", "derived")


@checked
def calibrate(
    cluster: Any,
    model: TieModel,
    /,
    *,
    layer: str | None = None,
    held_out: Iterable[Label] | int | None = None,
    bins: int = 10,
    rng: Generator | int | None = None,
) -> Calibration:
    """Would the model have predicted the ties that members of the cluster have?

    Each member in turn loses its ties, in all layers, and joins again: the model, which learns from the others only,
    says how probable each of its ties is, and that is compared with the ties that it really has. What else is known
    of the member (its attributes, its groups) stays, as it would be known of a partner who is about to join.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        A cluster with observed ties.
    model : TieModel
        The model.
    layer : str, optional
        The layer of ties to predict; needed if there are several.
    held_out : iterable of str, or int, optional
        The members to leave out; or how many, chosen at random. Without it, all.
    bins : int, default 10
        How many bins of the curve, with equally many dyads each where probabilities differ enough.
    rng : int or numpy.random.Generator, optional
        Seed, needed if members are chosen at random.

    Returns
    -------
    Calibration

    Raises
    ------
    InputError
        If the cluster holds no observed ties (a cluster of shared events, or its projection, does not: it says who was
        there, not who works with whom); if the model names the partner's ties (`Stated`), so that there is nothing to
        predict; or if it does not fit the cluster once a member is left out (all such members are named).

    Notes
    -----
    Only what is known for sure is compared: dyads that are unknown, uncertain, assumed, simulated or derived from
    shared groups are left out; what is derived from observed ties (`symmetrise`, `flatten`) counts as observed. In an
    undirected layer each dyad is predicted twice, once for each of its ends. A member who has been there for years
    stands in for a newcomer; that is the best there is, and favours the model.

    Examples
    --------
    >>> import socluster as sc
    >>> club = sc.load_dataset("karate")
    >>> found = sc.ties.calibrate(club, sc.ties.Rates(by="faction"))
    >>> round(found.auc, 3), round(found.auc_within, 3), round(found.brier, 3)
    (0.75, 0.854, 0.1)
    """
    cluster = as_cluster(cluster)
    if not isinstance(model, TieModel):
        raise InputError(Problem("a tie model is needed, as in socluster.ties.Rates()", value=model))
    layer = _layer(cluster, layer)
    members = _members(cluster, held_out, rng)
    _refuse_named_ties(model, members)
    truth, sure = _truth(cluster, layer)
    rows: list[pd.DataFrame] = []
    problems: list[Problem] = []
    for member in members:
        try:
            rows.append(_expected(cluster, model, member, layer, truth, sure))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(list(dict.fromkeys(problems)))
    table = _called(pd.concat(rows, ignore_index=True), cluster)
    notes = data_notes(cluster, layer, drawn=True, unknown=False)
    fine, seed = positive_integer("bins", bins), seed_of(rng)
    return Calibration(model, layer, table, fine, cluster.fingerprint, seed, notes, cluster.name)


def _layer(cluster: Cluster, layer: str | None) -> str:
    """Return the layer to predict, which holds ties that were observed."""
    if layer is None and len(cluster.tie_layers) > 1:
        layers = {"layers": list(cluster.tie_layers)}
        raise InputError("there are several layers of ties ({layers}); choose one with layer=", layers)
    if not cluster.n_ties and cluster.n_affiliations:
        raise InputError(
            "this cluster contains shared events but no observed ties: events show attendance, not cooperation, so a "
            "tie model cannot be validated on it"
        )
    if layer is None:
        layer = next(iter(cluster.tie_layers), "tie")
    cluster.matrix(layer if cluster.n_ties else None)  # refuses layers that are not there, and several waves
    if not cluster.n_ties or not _truth(cluster, layer)[0].any():
        if _observed_and_projected(cluster, layer)[1].any():
            raise InputError(
                Problem(
                    "holds ties that are derived from shared groups, and no observed ones: sharing groups is no "
                    "cooperation, so a tie model cannot be validated on it; validate it on a layer of observed ties",
                    "layers",
                    value=layer,
                )
            )
        raise InputError(
            Problem(
                "has no certain observed ties, so a model cannot be validated on it",
                "layers",
                value=layer,
            )
        )
    return layer


def _members(cluster: Cluster, held_out: Iterable[Label] | int | None, rng: Generator | int | None) -> list[str]:
    labels = list(cluster.ids)
    if held_out is None:
        return labels
    if isinstance(held_out, int | np.integer):
        several = positive_integer("held_out", held_out)
        if several > len(labels):
            members = {"members": counted("{n} member", "{n} members", len(labels))}
            raise InputError(Problem("more than there are to leave out: {members}", value=several, values=members))
        chosen = generator(rng).choice(len(labels), several, replace=False)
        return [labels[place] for place in sorted(chosen.tolist())]
    listed = listed_ids(held_out, cluster.parts.originals.actors)
    wrong = [
        Problem(
            "is not an actor of this cluster",
            is_argument=True,
            column="held_out",
            value=each,
            nearest=nearest(each, labels),
        )
        for each in strangers_among(listed, labels)
    ]
    if wrong:
        raise InputError(wrong)
    if not listed:
        raise InputError("held_out names nobody to leave out")
    return list(dict.fromkeys(listed))


def _refuse_named_ties(model: TieModel, members: list[str]) -> None:
    for part in walk(model):
        if isinstance(part, Stated):
            raise InputError(
                Problem(
                    "names the ties of one partner, so there is nothing that it could predict about others", value=part
                )
            )
        if isinstance(part, LikeActor) and part.actor in members:
            raise InputError(
                Problem(
                    "an actor cannot be like itself: leave '{actor}' in, with held_out= naming others",
                    value=part,
                    values={"actor": part.actor},
                )
            )


def _truth(cluster: Cluster, layer: str) -> tuple[Array, Array]:
    """Which ties are there (n x n, bool), and which dyads are known for sure."""
    parts = cluster.parts
    ties = parts.ties.take(np.isin(parts.ties.layer, layer_codes(parts, layer)))
    certain = _observed_and_projected(cluster, layer)[0] & (ties.rest["confidence"].values == 1)
    truth = np.zeros((cluster.n_actors, cluster.n_actors), dtype=bool)
    sure = ~cluster.unknown_matrix(layer).toarray()
    for ends in ((ties.source, ties.target), (ties.target, ties.source)):
        truth[ends[0][certain], ends[1][certain]] = True
        sure[ends[0][~certain], ends[1][~certain]] = False
        if is_directed(cluster, layer):
            break  # only from source to target
    return truth, sure | truth


def _observed_and_projected(cluster: Cluster, layer: str) -> tuple[Array, Array]:
    """Which ties of the layer somebody observed, though perhaps as arcs or in several layers; and which nobody did."""
    parts = cluster.parts
    rest = parts.ties.rest.take(np.isin(parts.ties.layer, layer_codes(parts, layer)))
    pairs = list(zip(map(str, rest["evidence"].objects()), rest["ref"].objects(), strict=True))
    projected = np.array([is_projected(*pair) for pair in pairs], dtype=bool)
    return np.array([word in OBSERVED for word, _ in pairs], dtype=bool) & ~projected, projected


def _expected(cluster: Cluster, model: TieModel, member: str, layer: str, truth: Array, sure: Array) -> pd.DataFrame:
    """Return what the model says about every dyad of one member that is known for sure, and what is so."""
    alone = _without_ties_of(cluster, member)
    possible = possible_ties(alone, member, layer)
    predicted = _predicted(model.fit(alone, member, layer), possible, directed=is_directed(cluster, layer))
    known = sure[possible.rows, possible.columns]
    frame = pd.DataFrame({"actor": member, "source": possible.sources, "target": possible.targets})
    frame["predicted"], frame["observed"] = predicted, truth[possible.rows, possible.columns]
    return frame[known]


def _called(table: pd.DataFrame, cluster: Cluster) -> pd.DataFrame:
    """Return the table with the actors under their labels."""
    if not cluster.parts.originals.actors:
        return table
    labels, position = label_array(cluster.labels), cluster.parts.position
    ends = ("actor", "source", "target")
    return table.assign(**{end: labels[[position[name] for name in table[end]]] for end in ends})


def _predicted(ties: FittedTies, possible: Possible, *, directed: bool) -> Array:
    predicted = np.zeros(len(possible.rows))
    predicted[places_among(ties, possible, directed=directed)] = ties.probabilities(None)
    return predicted


def _without_ties_of(cluster: Cluster, member: str) -> Cluster:
    parts = cluster.parts
    here = parts.position[member]
    return Cluster(parts.keep_ties((parts.ties.source != here) & (parts.ties.target != here)))
