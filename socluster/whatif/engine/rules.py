"""How a measure follows from what the kernels update: a rule for each measure that they cover.

A rule gives exactly what its measure gives for the cluster with the newcomer (tests hold it to 1e-9). A measure that
has no rule, or is asked with options that its rule does not know, is computed by applying the scenario and measuring
anew.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
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
from socluster.measures.cohesion.closure import transitivity
from socluster.measures.cohesion.connectivity import algebraic_connectivity, natural_connectivity
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.measures.cohesion.distance import average_path_length, compactness, diameter, fragmentation, wholeness
from socluster.measures.cohesion.hierarchy import connectedness
from socluster.measures.mixing.mixing import ei_index
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.shares import divided
from socluster.whatif.engine.joined import Joined

__all__ = ["Rule", "rule_of"]

Answers: TypeAlias = "Array | dict[str, Array]"
Compute: TypeAlias = Callable[..., Answers]


@dataclass(frozen=True)
class Rule:
    """How to compute a measure for many candidates at once.

    Parameters
    ----------
    layer : str or None
        The layer that is measured.
    compute : callable
        From `Joined` to numbers by candidate, numbers by candidate and actor, or several of these by name.
    """

    layer: str | None
    compute: Callable[[Joined], Answers]


def rule_of(measure: Measure) -> Rule | None:
    """Return the rule of a measure with its options, or None if there is none."""
    function = measure.func if isinstance(measure, partial) else measure
    if not _is_known(function) or (isinstance(measure, partial) and measure.args):
        return None
    compute, accepted = _RULES[function]
    options = _defaults(function) | (measure.keywords if isinstance(measure, partial) else {})
    layer = options.pop("layer")
    if isinstance(layer, list | tuple):  # several layers are measured anew
        return None
    if not all(_accepts(accepted.get(option, ()), value) for option, value in options.items()):
        return None
    used = {option: value for option, value in options.items() if option in inspect.signature(compute).parameters}
    return Rule(layer, partial(compute, **used))


def _is_known(function: Any) -> bool:
    try:
        return function in _RULES
    except TypeError:  # a callable that cannot be hashed
        return False


def _defaults(function: Any) -> dict[str, Any]:
    parameters = inspect.signature(function).parameters.values()
    return {each.name: each.default for each in parameters if each.kind is each.KEYWORD_ONLY}


def _accepts(accepted: Any, value: Any) -> bool:
    """Whether a value is among those that are accepted, or of the type that is."""
    if isinstance(accepted, type):
        return isinstance(value, accepted)
    return any(value is each or (isinstance(value, str | bool) and value == each) for each in accepted)


# -- the whole cluster ------------------------------------------------------------------------------------------------


def _density(joined: Joined) -> Array:
    ties = joined.base.ties.nnz + 2 * np.diff(joined.starts)
    return _per_pair(ties, joined.n)


def _efficiency(joined: Joined) -> Array:
    return _per_pair(_inverse(joined), joined.n)


def _average_path_length(joined: Joined) -> Array:
    pairs = joined.by_distance[:, 1:]
    total = pairs @ np.arange(1, pairs.shape[1] + 1)
    return _share(total.astype(float), pairs.sum(axis=1))


def _diameter(joined: Joined) -> Array:
    is_there = joined.by_distance > 0
    longest = is_there.shape[1] - 1 - np.argmax(is_there[:, ::-1], axis=1)
    return np.where(is_there.any(axis=1), longest, np.nan)


def _fragmentation(joined: Joined, variant: str) -> Array:
    whole = joined.by_distance[:, 1:].sum(axis=1) if variant == "reach" else _inverse(joined)
    return 1.0 - _per_pair(whole, joined.n)


def _wholeness(joined: Joined) -> Array:
    if joined.n < 2:
        return np.full(len(joined), np.nan)
    return 1 - (joined.parts.number - 1) / (joined.n - 1)


def _connectedness(joined: Joined) -> Array:
    return _per_pair(joined.by_distance[:, 1:].sum(axis=1), joined.n)


def _transitivity(joined: Joined) -> Array:
    triangles, two_paths = joined.triangles
    return _share(3.0 * triangles, two_paths)


def _ei_index(joined: Joined, group: str) -> Array:
    members, newcomers = joined.grouped(group)
    ties = joined.base.ties.tocoo()
    external = int((members[ties.row] != members[ties.col]).sum()) // 2
    owner = np.repeat(np.arange(len(joined)), np.diff(joined.starts))
    across = np.bincount(owner, members[joined.partners] != newcomers[owner], minlength=len(joined))
    whole = joined.base.ties.nnz // 2 + np.diff(joined.starts)
    return _share(2.0 * (external + across) - whole, whole)


def _natural(joined: Joined) -> Array:
    return joined.natural


def _algebraic(joined: Joined) -> Array:
    return joined.algebraic


# -- by actor ---------------------------------------------------------------------------------------------------------


def _degree(joined: Joined, normalized: bool) -> Array:
    return divided(joined.contacts.astype(float), joined.n - 1) if normalized else joined.contacts.astype(float)


def _strength(joined: Joined) -> Array:
    return joined.total_strengths


def _betweenness(joined: Joined, normalized: bool) -> Array:
    pairs = joined.carried / 2
    return divided(pairs, (joined.n - 1) * (joined.n - 2) / 2) if normalized else pairs


def _harmonic(joined: Joined, normalized: bool) -> Array:
    inverse = joined.reach[2]
    return divided(inverse, joined.n - 1) if normalized else inverse


def _closeness(joined: Joined, normalized: bool, variant: str) -> Array:
    rows = zip(*joined.reach, strict=True)
    values = [
        of_distances(reached.astype(float), total.astype(float), inverse, variant, normalized=normalized)
        for reached, total, inverse in rows
    ]
    return np.array(values).reshape(len(joined), joined.n)


def _constraint(joined: Joined, weighted: bool) -> Array:
    return joined.constraint(weighted=weighted)


def _effective_size(joined: Joined, weighted: bool) -> Array:
    return joined.effective_size(weighted=weighted)


def _burt_efficiency(joined: Joined, weighted: bool) -> Array:
    return joined.effective_size(weighted=weighted) / np.maximum(joined.contacts, 1)


def _burt_hierarchy(joined: Joined, weighted: bool) -> Array:
    return joined.hierarchy(weighted=weighted)


def _roles(joined: Joined, group: str) -> dict[str, Array]:
    roles = joined.roles(group)
    both_orders = [ROLES.index(role) for role in ("coordinator", "itinerant", "liaison")]
    roles[:, :, both_orders] //= 2  # undirected pairs count once
    total = roles.sum(axis=2) - roles[:, :, ROLES.index("gatekeeper")]
    return {**{role: roles[:, :, place] for place, role in enumerate(ROLES)}, "total": total}


# -- arithmetic -------------------------------------------------------------------------------------------------------


def _inverse(joined: Joined) -> Array:
    pairs = joined.by_distance[:, 1:]
    inverse: Array = pairs @ (1.0 / np.arange(1, pairs.shape[1] + 1))
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
_EITHER_WAY = {"direction": ("all", "out", "in")}  # which is the same where ties have no direction

_RULES: Mapping[Any, tuple[Compute, Mapping[str, Any]]] = {
    density: (_density, {}),
    global_efficiency: (_efficiency, _STEPS),
    compactness: (_efficiency, {}),
    average_path_length: (_average_path_length, _STEPS),
    diameter: (_diameter, _STEPS),
    fragmentation: (_fragmentation, {"variant": ("reach", "distance")}),
    wholeness: (_wholeness, {"variant": ("weak", "strong")}),
    connectedness: (_connectedness, {"variant": ("weak", "reach")}),
    transitivity: (_transitivity, {"variant": ("weak", "undirected")}),
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
