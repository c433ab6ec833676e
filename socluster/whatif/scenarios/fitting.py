"""The cluster that tie models learn from: who is there after the scenario, with the ties that were there before it.

What a scenario imagines is no evidence: neither the ties of partners who join earlier nor those that form, strengthen
or end. So what a model learns does not depend on who else joins, or in which order.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from socluster.core.append import append_unknown
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.layers import Layer
from socluster.whatif.layers import affiliation_layer
from socluster.whatif.scenarios.step import Step

__all__ = ["Untied", "arguments_of", "cluster_to_learn_from", "sparing"]

_ABOUT_TIES = ("with_ties", "with_strength", "without_ties")


@dataclass(frozen=True)
class Untied:
    """A cluster after the steps of a scenario, or the first of them, but with the ties that it had before.

    Parameters
    ----------
    base : Cluster
        The cluster before the scenario.
    cluster : Cluster
        That cluster after the steps that have been taken.
    n_taken : int
        How many have.
    """

    base: Cluster
    cluster: Cluster
    n_taken: int = 0

    def after(self, steps: Sequence[Step]) -> Untied:
        """Return the same after all of these steps, of which the first have been taken already."""
        if self.n_taken == len(steps):
            return self
        with warnings.catch_warnings():  # what a step warns of was said when it was taken
            warnings.simplefilter("ignore", SoclusterWarning)
            return replace(self, cluster=self._taken(steps[self.n_taken :]), n_taken=len(steps))

    def _taken(self, steps: Sequence[Step]) -> Cluster:
        cluster = self.cluster
        for step in steps:
            if step.verb not in _ABOUT_TIES:
                with suppress(InputError):  # a split names partners whom only imagined ties make
                    subject, columns = arguments_of(self.base, step)
                    kept = {name: value for name, value in columns.items() if name == "rest"}
                    cluster = getattr(cluster, step.verb)(*subject, **(kept if step.verb == "with_split" else columns))
        return cluster


def cluster_to_learn_from(untied: Cluster, steps: Sequence[Step], actor: str, layer: Layer) -> Cluster:
    """Return the cluster as a model of the actor's ties sees it.

    Dyads of others who join are unknown: nobody has seen whom they are tied to.

    Parameters
    ----------
    untied : Cluster
        The cluster after the steps until now, with the ties that were there before (`Untied`).
    steps : sequence of Step
        These steps.
    actor : str
        Whose ties are modelled.
    layer : Layer
        The layer of these ties, which may be new.
    """
    cluster = untied
    if layer.name not in cluster.layers:
        cluster = cluster.with_layer(layer.name, directed=layer.directed)
    joining = [step.subject[0] for step in steps if step.verb == "with_actor"]
    return _with_unknown_ties(cluster, [each for each in joining if each != actor and each in cluster.ids])


def sparing(steps: Sequence[Step], named: Sequence[str]) -> list[Step]:
    """Return the steps without the leaving of those who are named."""
    spared = []
    for step in steps:
        if step.verb == "without_actor":
            leaving = step.subject[0]
            left = tuple(each for each in ([leaving] if isinstance(leaving, str) else leaving) if each not in named)
            if left:
                spared.append(replace(step, subject=(left,)))
        else:
            spared.append(step)
    return spared


def arguments_of(base: Cluster, step: Step) -> tuple[list[Any], dict[str, Any]]:
    """Return what a verb of a cluster takes for a step without a model, its layer found in the cluster before."""
    columns = dict(step.columns)
    if step.verb in ("with_event", "with_affiliation"):
        columns["layer"] = affiliation_layer(base.parts, columns.get("layer"))
    return [list(part) if isinstance(part, tuple) else part for part in step.subject], columns


def _with_unknown_ties(cluster: Cluster, actors: Sequence[str]) -> Cluster:
    """Return the cluster in which nobody knows whom these actors are tied to, in any layer."""
    if not actors:
        return cluster
    parts = cluster.parts
    new = np.isin(parts.labels, actors)
    both_ways = new[:, None] | new
    np.fill_diagonal(both_ways, False)
    found = []
    for code, layer in enumerate(parts.layers):
        if layer.name in parts.tie_layers:
            near, far = np.nonzero(both_ways if layer.directed else np.triu(both_ways))
            found.append((near, far, np.full(len(near), code)))
    near, far, codes = (np.concatenate(each) for each in zip(*found, strict=True))
    return Cluster(append_unknown(parts, near, far, codes))
