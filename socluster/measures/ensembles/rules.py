"""How a measure follows from what many networks answer (`Networks`): a rule for each measure that they cover.

A rule gives exactly what its measure gives for each of the networks (tests hold it to 1e-9). A measure that has no
rule, or is asked with options that its rule does not know, is asked of one cluster after the other.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, TypeAlias

import numpy as np

from socluster._kernels.ego.brokerage import ROLES
from socluster.core.columns import Array
from socluster.measures.brokerage.holes import burt_efficiency, burt_hierarchy, constraint, effective_size
from socluster.measures.brokerage.roles import brokerage_roles
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.centrality.closeness import VARIANTS, closeness, of_distances
from socluster.measures.centrality.degree import degree, strength
from socluster.measures.centrality.distance import harmonic
from socluster.measures.cohesion.closure import reciprocity, transitivity
from socluster.measures.cohesion.connectivity import algebraic_connectivity, natural_connectivity
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.measures.cohesion.distance import average_path_length, compactness, diameter, fragmentation, wholeness
from socluster.measures.cohesion.hierarchy import connectedness
from socluster.measures.ensembles.network_of_draws import LayerNames
from socluster.measures.ensembles.networks import Networks
from socluster.measures.mixing.mixing import ei_index
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.direction import Direction
from socluster.measures.shared.shares import divided

__all__ = ["Rule", "rule_of"]

Answers: TypeAlias = "Array | dict[str, Array]"
Compute: TypeAlias = Callable[..., Answers]


@dataclass(frozen=True)
class Rule:
    """How to compute a measure of many networks at once.

    Parameters
    ----------
    layer : str, tuple of str or None
        The layer that is measured, or several as one network; None = all.
    compute : callable
        From `Networks` to numbers by network, numbers by network and actor, or several of these by name.
    without_direction_only : bool
        Whether it holds only where ties have no direction.
    heeds_unknown : bool
        Whether its measure takes unknown dyads out, which networks do not know; the others count them as absent.
    group : str, optional
        The column of the actors that makes the groups.
    with_paths : bool
        Whether it follows all shortest paths, of which the distances are known then, too.
    """

    layer: LayerNames
    compute: Callable[[Networks], Answers]
    without_direction_only: bool = False
    heeds_unknown: bool = False
    group: str | None = None
    with_paths: bool = False


def rule_of(measure: Measure) -> Rule | None:
    """Return the rule of a measure with its options, or None if there is none."""
    function = measure.func if isinstance(measure, partial) else measure
    if not _is_known(function) or (isinstance(measure, partial) and measure.args):
        return None
    compute, accepted = _RULES[function]
    options = _defaults(function) | (measure.keywords if isinstance(measure, partial) else {})
    layer = options.pop("layer")
    if isinstance(layer, list | tuple):
        if not layer or not all(isinstance(each, str) for each in layer):
            return None  # the measure will say what is wrong
        layer = tuple(dict.fromkeys(layer))
    if not all(_accepts(accepted.get(option, ()), value) for option, value in options.items()):
        return None
    used = {option: value for option, value in options.items() if option in _parameters(compute)}
    return Rule(
        layer,
        partial(compute, **used),
        without_direction_only=function is wholeness and options["variant"] == "strong",
        heeds_unknown=function is density,
        group=options.get("group"),
        with_paths=function is betweenness,
    )


def _is_known(function: Any) -> bool:
    try:
        return function in _RULES
    except TypeError:  # a callable that cannot be hashed
        return False


def _defaults(function: Any) -> dict[str, Any]:
    return {each.name: each.default for each in _parameters(function).values() if each.kind is each.KEYWORD_ONLY}


@cache
def _parameters(function: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(function).parameters


def _accepts(accepted: Any, value: Any) -> bool:
    """Whether a value is among those that are accepted, or of the type that is."""
    if isinstance(accepted, type):
        return isinstance(value, accepted)
    return any(value is each or (isinstance(value, str | bool) and value == each) for each in accepted)


# -- the whole cluster ------------------------------------------------------------------------------------------------


def _density(many: Networks) -> Array:
    return _per_pair(many.arcs, many.n)


def _efficiency(many: Networks) -> Array:
    return _per_pair(_inverse(many), many.n)


def _average_path_length(many: Networks) -> Array:
    pairs = many.by_distance[:, 1:]
    total = pairs @ np.arange(1, pairs.shape[1] + 1)
    return _share(total.astype(float), pairs.sum(axis=1))


def _diameter(many: Networks) -> Array:
    is_there = many.by_distance > 0
    longest = is_there.shape[1] - 1 - np.argmax(is_there[:, ::-1], axis=1)
    return np.where(is_there.any(axis=1), longest, np.nan)


def _fragmentation(many: Networks, variant: str) -> Array:
    whole = many.by_distance[:, 1:].sum(axis=1) if variant == "reach" else _inverse(many)
    return 1.0 - _per_pair(whole, many.n)


def _wholeness(many: Networks) -> Array:
    if many.n < 2:
        return np.full(len(many), np.nan)
    return 1 - (many.pieces[0] - 1) / (many.n - 1)


def _connectedness(many: Networks, variant: str) -> Array:
    reaches = variant == "reach" and many.directed
    return _per_pair(many.by_distance[:, 1:].sum(axis=1) if reaches else many.pieces[1], many.n)


def _transitivity(many: Networks, variant: str) -> Array:
    closed, two_paths = many.triples(either_way=variant == "undirected")
    if variant != "strong":
        return _share(closed.astype(float), two_paths)
    triples = many.n * (many.n - 1) * (many.n - 2)
    broken = (two_paths - closed) + (many.arcs * (many.n - 2) - closed)
    return 1 - broken / triples if triples else np.full(len(many), np.nan)


def _reciprocity(many: Networks, variant: str) -> Array:
    mutual, arcs = many.mutual // 2, many.arcs
    asymmetric = arcs - 2 * mutual
    pairs = many.n * (many.n - 1) // 2
    if variant == "edgewise":
        return _share(2.0 * mutual, arcs)
    if variant == "dyadic":
        return _share(mutual.astype(float), mutual + asymmetric)
    return _share((pairs - asymmetric).astype(float), np.full(len(many), pairs))


def _ei_index(many: Networks, group: str, variant: str) -> Array:
    external, whole = many.across(group, either_way=variant == "pairs")
    return _share(2.0 * external - whole, whole)


def _natural(many: Networks) -> Array:
    return many.natural


def _algebraic(many: Networks) -> Array:
    return many.algebraic


# -- by actor ---------------------------------------------------------------------------------------------------------


def _degree(many: Networks, direction: Direction, normalized: bool) -> Array:
    contacts = many.contacts(direction).astype(float)
    return divided(contacts, many.n - 1) if normalized else contacts


def _strength(many: Networks, direction: Direction) -> Array:
    return many.strengths(direction)


def _betweenness(many: Networks, normalized: bool) -> Array:
    orders = 1 if many.directed else 2  # in which a pair counts
    pairs = many.carried / orders
    return divided(pairs, (many.n - 1) * (many.n - 2) / orders) if normalized else pairs


def _harmonic(many: Networks, direction: Direction, normalized: bool) -> Array:
    inverse = many.reach(direction)[2]
    return divided(inverse, many.n - 1) if normalized else inverse


def _closeness(many: Networks, direction: Direction, normalized: bool, variant: str) -> Array:
    rows = zip(*many.reach(direction), strict=True)
    values = [
        of_distances(reached.astype(float), total.astype(float), inverse, variant, normalized=normalized)
        for reached, total, inverse in rows
    ]
    return np.array(values).reshape(len(many), many.n)


def _constraint(many: Networks, weighted: bool) -> Array:
    return many.constraint(weighted=weighted)


def _effective_size(many: Networks, weighted: bool) -> Array:
    return many.effective_size(weighted=weighted)


def _burt_efficiency(many: Networks, weighted: bool) -> Array:
    return many.effective_size(weighted=weighted) / np.maximum(many.contacts("all"), 1)


def _burt_hierarchy(many: Networks, weighted: bool) -> Array:
    return many.hierarchy(weighted=weighted)


def _roles(many: Networks, group: str) -> dict[str, Array]:
    roles = many.roles(group)
    if many.directed:
        total = roles.sum(axis=2)
    else:  # every pair was counted in both orders, and what is representative one way is gatekeeper the other way
        both_orders = [ROLES.index(role) for role in ("coordinator", "itinerant", "liaison")]
        roles[:, :, both_orders] //= 2
        total = roles.sum(axis=2) - roles[:, :, ROLES.index("gatekeeper")]
    return {**{role: roles[:, :, place] for place, role in enumerate(ROLES)}, "total": total}


# -- arithmetic -------------------------------------------------------------------------------------------------------


def _inverse(many: Networks) -> Array:
    pairs = many.by_distance[:, 1:]
    inverse: Array = (pairs * (1.0 / np.arange(1, pairs.shape[1] + 1))).sum(axis=1)  # in the same order in every row
    return inverse


def _per_pair(total: Array, n: int) -> Array:
    return total / (n * (n - 1)) if n > 1 else np.full(len(total), np.nan)


def _share(part: Array, whole: Array) -> Array:
    share: Array = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
    return share


_BOTH = (True, False)
_STEPS = {"cost": (None,)}  # every tie is one step
_WHOLE = {"weighted": _BOTH, "variant": ("whole",)}  # structural holes by all ties of the partners
_ALL_STATED = {"group": str, "missing": ("refuse",)}
_EITHER_WAY = {"direction": ("all", "out", "in")}

_RULES: Mapping[Any, tuple[Compute, Mapping[str, Any]]] = {
    density: (_density, {}),
    global_efficiency: (_efficiency, _STEPS),
    compactness: (_efficiency, {}),
    average_path_length: (_average_path_length, _STEPS),
    diameter: (_diameter, _STEPS),
    fragmentation: (_fragmentation, {"variant": ("reach", "distance")}),
    wholeness: (_wholeness, {"variant": ("weak", "strong")}),
    connectedness: (_connectedness, {"variant": ("weak", "reach")}),
    reciprocity: (_reciprocity, {"variant": ("edgewise", "dyadic", "all")}),
    transitivity: (_transitivity, {"variant": ("weak", "strong", "undirected")}),
    ei_index: (_ei_index, {**_ALL_STATED, "variant": ("pairs", "arcs")}),
    natural_connectivity: (_natural, {}),
    algebraic_connectivity: (_algebraic, {}),
    degree: (_degree, {**_EITHER_WAY, "normalized": _BOTH}),
    strength: (_strength, _EITHER_WAY),
    betweenness: (_betweenness, {**_STEPS, "steps": (None,), "normalized": _BOTH}),
    closeness: (
        _closeness,
        {**_STEPS, **_EITHER_WAY, "normalized": _BOTH, "variant": VARIANTS, "missing": (None,)},
    ),
    harmonic: (_harmonic, {**_STEPS, **_EITHER_WAY, "normalized": _BOTH}),
    constraint: (_constraint, _WHOLE),
    effective_size: (_effective_size, _WHOLE),
    burt_efficiency: (_burt_efficiency, _WHOLE),
    burt_hierarchy: (_burt_hierarchy, _WHOLE),
    brokerage_roles: (_roles, {**_ALL_STATED, "credit": ("full",), "variant": ("once",)}),
}
