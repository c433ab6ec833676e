"""Candidates as they are stated: in which layer their ties are, to whom, and how strong; or all that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import Label, by_id, listed_ids
from socluster.whatif.engine.partner_sets import PartnerSets
from socluster.whatif.ties.protocol import is_number

__all__ = ["layer_of_ties", "partner_sets"]


def layer_of_ties(base: Cluster, layer: str | None) -> str:
    """Return the layer of the new ties: the one that is named, or the only one that there is.

    Raises
    ------
    InputError
        If there is no such layer of ties, or it is not clear which is meant.
    """
    layers = base.tie_layers
    if layer is None:
        if len(layers) > 1:
            raise InputError("state the layer of the new ties (layer=): {layers}", {"layers": list(layers)})
        return layers[0] if layers else "tie"
    if layer not in layers:
        raise InputError(
            Problem(
                "is not a layer of ties (there are: {layers})",
                value=layer,
                nearest=nearest(layer, layers),
                values={"layers": list(layers)},
            )
        )
    return layer


def partner_sets(base: Cluster, partners: Mapping[str, str | Iterable[Label] | Mapping[Any, float]]) -> PartnerSets:
    """Return the partners of every candidate as places among the actors.

    Parameters
    ----------
    base : Cluster
        Whose members they are.
    partners : mapping
        As in `sweep_partners`.

    Raises
    ------
    InputError
        If there is no candidate, one is a member already, or a partner is none; all that is wrong at once.
    """
    if not isinstance(partners, Mapping) or not partners:
        raise InputError("name at least one candidate, as in {'hub': ['School', 'Clinic']}")
    position = base.parts.position
    called = base.parts.originals.actors
    given = {candidate: _as_stated(stated, called) for candidate, stated in partners.items()}
    places = [[position.get(name, -1) for name in stated] for stated in given.values()]
    is_clear = not any(candidate in position for candidate in given)
    is_clear &= all(-1 not in own and len(set(own)) == len(own) for own in places)
    if not is_clear or any(not isinstance(stated, list) for stated in given.values()):
        _check(given, base)
    strengths: list[float] = []
    for stated in given.values():
        strengths += [1.0] * len(stated) if isinstance(stated, list) else stated.values()
    together = np.array([place for own in places for place in own], dtype=np.int64)
    return PartnerSets(np.array([len(own) for own in places]), together, np.array(strengths, dtype=float))


def _as_stated(
    stated: Iterable[Any] | Mapping[Any, float], called: Mapping[str, Any]
) -> list[str] | Mapping[str, float]:
    return by_id(stated) if isinstance(stated, Mapping) else listed_ids(stated, called)


def _check(given: Mapping[str, list[str] | Mapping[str, float]], base: Cluster) -> None:
    """Say all that is wrong with the candidates, if anything is."""
    problems = []
    for candidate, stated in given.items():
        names = list(stated)
        if candidate in base.parts.position:
            problems.append(
                Problem("is a member of the cluster already", value=candidate, column="partners", is_argument=True)
            )
        for name in dict.fromkeys(names):
            if name not in base.parts.position:
                problems.append(_stranger(candidate, name, base))
            elif names.count(name) > 1:
                problems.append(
                    Problem("is named more than once", row=candidate, value=name, column="partners", is_argument=True)
                )
        pairs = stated.items() if isinstance(stated, Mapping) else ()
        wrong = [(name, value) for name, value in pairs if not (is_number(value) and 0 < value < np.inf)]
        problems += [
            Problem(
                "the strength of the tie to '{name}' must be a number above 0",
                row=candidate,
                value=value,
                values={"name": name},
                column="partners",
                is_argument=True,
            )
            for name, value in wrong
        ]
    if problems:
        raise InputError(problems)


def _stranger(candidate: str, name: object, base: Cluster) -> Problem:
    near = nearest(name, base.ids)
    return Problem(
        "is not an actor of this cluster", row=candidate, value=name, nearest=near, column="partners", is_argument=True
    )
