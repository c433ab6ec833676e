"""Ties that are not there and would join what is apart: candidates for a ranking or a plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import positive_integer
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.groupings import WithoutGroup, with_groups
from socluster.core.matrix import Matrix
from socluster.measures.cohesion.density import components
from socluster.measures.shared.network import one_mode
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.protocol import is_probability

__all__ = ["bridging_ties"]


@checked
def bridging_ties(
    cluster: Any,
    /,
    *,
    across: Any = None,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    limit: int | None = 20,
    confidence: float = 1.0,
) -> list[Scenario]:
    """Which ties that are not there would join what is apart?

    Every pair of actors in different parts who are not tied is a candidate. As there are many, the list begins with the
    best connected: first the pairs of those who have most partners in their own part, one of each part (of large parts
    first), then pairs with the second of a part, and so on, until the limit is reached.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster.
    across : str, list of str, Series or None
        What the parts are: a column of the actors (sector, place), several, or a Series by actor, as
        ``across=sc.communities(cluster)``. Without it, the components of the cluster.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a part: an error names them; they make a part "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        Layer of the new ties; a new layer may be named. A pair counts as not tied if it is not tied in this layer, or,
        if that is new, in no layer. Without it, the only layer of ties.
    limit : int or None, default 20
        How many candidates at most; None for all.
    confidence : float, default 1
        How sure it is that the tie forms if it is invested in (0..1).

    Returns
    -------
    list of Scenario
        Named `A – B`; in a directed layer the tie runs both ways. Empty if all pairs across the parts are tied.

    Warns
    -----
    UncertainTiesWarning, UnknownTiesWarning
        If components are what is apart, and uncertain ties or unknown dyads may join them.

    Raises
    ------
    InputError
        If the cluster has one component only and nothing else is given, the layer has to be named, or a value is out of
        its range.

    Notes
    -----
    A dyad that is unknown is no absent tie, so it is no candidate: ask before you invest. The best connected are not
    the best to connect; the rule makes the list short, and `rank_partners` or `plan_partners` compare what is on it.

    Examples
    --------
    >>> import socluster as sc
    >>> region = sc.load_dataset("siauliai").project()
    >>> [each.name for each in bridging_ties(region, layer="cooperation", limit=2)]
    ['MSSL – Lazdijai DM', 'MSSL – Ekonominės konsultacijos ir tyrimai']
    """
    base = one_mode(cluster)
    if limit is not None:
        positive_integer("limit", limit)
    if not is_probability(confidence) or confidence == 0:
        raise InputError(Problem("confidence must lie above 0 and at most at 1", value=confidence))
    layer = _layer(base, layer)
    known = layer if layer in base.tie_layers else None
    base, parts = _parts(base, across, missing, known)
    tied, unknown = _either_way(base.matrix(known, "binary")), _either_way(base.unknown_matrix(known))
    pairs = islice(_pairs(base, parts, tied, unknown), limit)
    is_directed = known is not None and base.is_directed(known)
    return [_tie(base.ids[a], base.ids[b], layer, confidence, is_directed) for a, b in pairs]


def _either_way(matrix: Matrix) -> Array:
    cells: Array = matrix.astype(bool).toarray()
    return cells | cells.T


def _layer(cluster: Cluster, layer: str | None) -> str:
    if layer is not None:
        return layer
    if len(cluster.tie_layers) == 1:
        return cluster.tie_layers[0]
    layers = {"layers": list(cluster.tie_layers)}
    raise InputError("name the layer of the new ties (layer=...); the cluster has these: {layers}", layers)


def _parts(cluster: Cluster, across: Any, missing: WithoutGroup, layer: str | None) -> tuple[Cluster, pd.Series[Any]]:
    """Return the actors to connect, and the part of each."""
    if across is not None:
        cluster, (parts,) = with_groups(cluster, missing, across)
        if parts.nunique() < 2:
            raise InputError(
                Problem(
                    "all actors are in one part, so nothing is apart", is_argument=True, column="across", value=across
                )
            )
        return cluster, parts
    parts = components(cluster, layer=layer)
    if parts.nunique() < 2:
        raise InputError(
            "the cluster is already connected; state across what, as across='sector' or across=communities(...)"
        )
    return cluster, parts


def _pairs(cluster: Cluster, parts: pd.Series[Any], tied: Array, unknown: Array) -> Iterator[tuple[int, int]]:
    """Yield absent pairs across parts; how far down an actor stands in its part decides, then size, then names."""
    code = pd.factorize(parts.astype(str), sort=True)[0]
    partners = (tied & (code[:, None] == code)).sum(axis=1)
    members = [_best_connected(cluster, np.flatnonzero(code == part), partners) for part in range(code.max() + 1)]
    for place in range(max(map(len, members))):
        found = []
        for first, second in combinations(members, 2):
            for a, b in _new_places(place, len(first), len(second)):
                one, other = sorted((first[a], second[b]))
                if not (tied[one, other] or unknown[one, other]):
                    names = sorted((cluster.ids[one], cluster.ids[other]))
                    found.append((a + b, -len(first) * len(second), names, one, other))
        for *_, one, other in sorted(found):
            yield one, other


def _new_places(place: int, n_first: int, n_second: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places of which the lower is this one."""
    if place < n_first:
        yield from ((place, b) for b in range(min(place + 1, n_second)))
    if place < n_second:
        yield from ((a, place) for a in range(min(place, n_first)))


def _best_connected(cluster: Cluster, members: Array, partners: Array) -> list[int]:
    """Return the members of a part, those with most partners in it first."""
    return sorted(members.tolist(), key=lambda actor: (-partners[actor], cluster.ids[actor]))


def _tie(source: str, target: str, layer: str, confidence: float, is_directed: bool) -> Scenario:
    scenario = Scenario(f"{source} – {target}").with_ties(source, [target], layer=layer, confidence=confidence)
    return scenario.with_ties(target, [source], layer=layer, confidence=confidence) if is_directed else scenario
