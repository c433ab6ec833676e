"""What the data say about themselves: nobody there, no ties, silent actors, unknown and uncertain ties.

An answer repeats it in its sentences (`Result.about_data`), so that nobody reads a number without what it rests on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from socluster.core.errors import InputError
from socluster.words import Phrase, counted, phrase, value_phrase

if TYPE_CHECKING:
    from socluster.core.cluster import Cluster

__all__ = ["ONE_DRAW", "data_notes", "left_out"]

# What the only draw of something random cannot show.
ONE_DRAW = phrase("One draw shows one possibility, and nothing of how sure it is.")


def data_notes(
    cluster: Cluster,
    layer: str | None = None,
    *,
    drawn: bool = False,
    unknown: bool = True,
    two_mode: bool = False,
    any_measure: bool = False,
) -> tuple[Phrase, ...]:
    """Return what to keep in mind of the data that an answer rests on; nothing if nothing is missing.

    Parameters
    ----------
    cluster : Cluster
        What was measured.
    layer : str, optional
        The layer of ties that was measured; without it, all.
    drawn : bool, default False
        Whether uncertain ties were drawn; otherwise they counted as if they existed.
    unknown : bool, default True
        Whether unknown dyads counted as if they held no tie; otherwise they were left out.
    two_mode : bool, default False
        Whether affiliations were measured, of which it says nothing that the actors have no ties among themselves.
    any_measure : bool, default False
        Whether a measure of the user's choice was asked for: densities leave unknown dyads out.

    Returns
    -------
    tuple of Phrase
        A sentence each.
    """
    if not cluster.n_actors:
        return (phrase("The cluster has no actors."),)
    notes = [*([] if two_mode else _of_ties(cluster, layer, drawn=drawn)), *_of_answers(cluster)]
    return (
        (*notes, *_of_unknown(cluster, layer, any_measure=any_measure))
        if unknown and cluster.may_hold_unknown
        else tuple(notes)
    )


def left_out(given: Cluster, kept: Cluster, layer: str | None = None) -> tuple[Phrase, ...]:
    """Return how many actors, and ties of theirs, an answer by group leaves out because they have no group.

    Parameters
    ----------
    given, kept : Cluster
        All actors, and those that have a group.
    layer : str, optional
        The layer of ties that was measured; without it, all.

    Returns
    -------
    tuple of Phrase
        A sentence; none if nobody is left out.
    """
    gone = given.n_actors - kept.n_actors
    if not gone:
        return ()
    return (
        counted(
            "{n} {of_all} has no group and was left out; ties left out with it: {ties}.",
            "{n} {of_all} have no group and were left out; ties left out with them: {ties}.",
            gone,
            of_all=counted("of {n} actor", "of {n} actors", given.n_actors),
            ties=float(_n_ties(given, layer) - _n_ties(kept, layer)),
        ),
    )


def _n_ties(cluster: Cluster, layer: str | None) -> int:
    if layer is None or layer not in cluster.tie_layers:
        return cluster.n_ties
    return int(np.count_nonzero(cluster.parts.ties.layer == cluster.parts.layer_names.index(layer)))


def _of_ties(cluster: Cluster, layer: str | None, *, drawn: bool) -> list[Phrase]:
    ties = cluster.parts.ties
    if layer is not None and layer in cluster.tie_layers:
        ties = ties.take(ties.layer == cluster.parts.layer_names.index(layer))
    if cluster.n_actors == 1:
        return [phrase("The cluster has only one actor, who cannot be tied to anybody.")]
    if not len(ties) and (layer is None or not cluster.n_ties):
        return [phrase("There are no ties between the actors: nothing here shows how they work together.")]
    if not len(ties):
        shown = value_phrase("layer", str(layer))
        return [phrase("There are no ties in the layer '{layer}': nothing here shows how it works.", layer=shown)]
    uncertain = int(np.count_nonzero(ties.rest["confidence"].values < 1))
    if not uncertain or drawn:
        return []
    return [
        counted(
            "{n} uncertain tie was counted as if it existed.",
            "{n} uncertain ties were counted as if they existed.",
            uncertain,
        )
    ]


def _of_answers(cluster: Cluster) -> list[Phrase]:
    silent = int(np.count_nonzero(cluster.parts.actors["responded"].values == 0))
    if not silent:
        return []
    if silent == cluster.n_actors:
        return [phrase("None of the actors answered: nothing here rests on answers of their own.")]
    actors = counted("of {n} actor", "of {n} actors", cluster.n_actors)
    return [
        counted(
            "{n} {of_all} did not answer: what only it could tell is missing.",
            "{n} {of_all} did not answer: what only they could tell is missing.",
            silent,
            of_all=actors,
        )
    ]


def _of_unknown(cluster: Cluster, layer: str | None, *, any_measure: bool) -> list[Phrase]:
    try:
        cells = int(cluster.unknown_matrix(layer).nnz)
    except InputError:  # several waves have no matrix in common; who needs one says so
        return []
    pairs = cells if cluster.is_directed(layer) else cells // 2
    if not pairs:
        return []
    if any_measure:
        return [
            counted(
                "{n} unknown dyad was counted as if it held no tie, except by densities, which leave it out.",
                "{n} unknown dyads were counted as if they held no tie, except by densities, which leave them out.",
                pairs,
            )
        ]
    return [
        counted(
            "{n} unknown dyad was counted as if it held no tie.",
            "{n} unknown dyads were counted as if they held no tie.",
            pairs,
        )
    ]
