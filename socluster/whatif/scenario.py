"""A what-if as a value: a named list of a cluster's own verbs, applied in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.edit import as_list
from socluster.core.errors import InputError
from socluster.core.schema import AFFILIATION, TIE
from socluster.core.wording import Language
from socluster.whatif.tie_models import FittedTies, TieModel

__all__ = ["Prepared", "Scenario", "Step"]


@dataclass(frozen=True)
class Step:
    """One verb of a cluster with its arguments.

    Parameters
    ----------
    verb : str
        Name of a method of `Cluster`.
    subject : tuple
        Its positional arguments.
    columns : tuple of (str, object)
        Its keyword arguments.
    """

    verb: str
    subject: tuple[Any, ...]
    columns: tuple[tuple[str, Any], ...] = ()

    @property
    def model(self) -> TieModel | None:
        """The tie model, if the ties of this step come from one."""
        found = [part for part in self.subject if isinstance(part, TieModel)]
        return found[0] if found else None

    def __str__(self) -> str:
        """Return the step as it was written."""
        subject = [repr(list(part)) if isinstance(part, tuple) else repr(part) for part in self.subject]
        return f"{self.verb}({', '.join([*subject, *(f'{key}={value!r}' for key, value in self.columns)])})"


@dataclass(frozen=True)
class Scenario:
    """A named what-if: partners who join or leave, ties that form or end. A frozen, hashable value.

    Each method returns a new scenario with one more step, and is named and used as the verb of `Cluster` that it
    stands for; only `with_ties` also takes a model of ties that are not known yet.

    Parameters
    ----------
    name : str
        What the scenario is called in every answer.

    Examples
    --------
    >>> from socluster.whatif.ties import Stated
    >>> hub = (Scenario("psychologist hub")
    ...     .with_actor("hub", sector="public", kind="psychological service")
    ...     .with_ties("hub", Stated({"School": 0.9, "Clinic": 0.5}), layer="referral"))
    >>> print(hub)
    Scenario 'psychologist hub':
      with_actor('hub', sector='public', kind='psychological service')
      with_ties('hub', Stated({'School': 0.9, 'Clinic': 0.5}), layer='referral')
    """

    name: str
    steps: tuple[Step, ...] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        """Check the name, which every answer needs."""
        if not isinstance(self.name, str) or not self.name.strip():
            raise InputError("a scenario needs a name, as in Scenario('psychologist hub in Kelmė')")

    def with_actor(self, actor: str, **columns: Any) -> Scenario:
        """Return the scenario in which also this actor joins; attributes by column."""
        return self._and("with_actor", (actor,), columns)

    def with_group(self, group: str, **columns: Any) -> Scenario:
        """Return the scenario with one more group (an event, a service); attributes by column."""
        return self._and("with_group", (group,), columns)

    def with_ties(
        self,
        source: str,
        targets: str | Iterable[str] | TieModel,
        *,
        layer: str = TIE,
        directed: bool | None = None,
        **columns: Any,
    ) -> Scenario:
        """Return the scenario in which also ties form.

        Parameters
        ----------
        source : str
            The actor from whom they run.
        targets : str, iterable of str, or TieModel
            The actors to whom they run (then the ties are as sure as `confidence` says), or a model of ties that are
            not known (`socluster.ties`), which are drawn.
        layer : str, default "tie"
            Their layer.
        directed : bool, optional
            Direction of a layer that is new; undirected unless it says True.
        **columns
            Values for all of the new ties: weight, confidence, evidence (default: simulated), ref.

        Returns
        -------
        Scenario
        """
        who = targets if isinstance(targets, TieModel) else tuple(as_list(targets))
        given = {"layer": layer} | ({} if directed is None else {"directed": directed}) | columns
        return self._and("with_ties", (source, who), given)

    def with_affiliation(
        self, actor: str, groups: str | Iterable[str], *, layer: str = AFFILIATION, **columns: Any
    ) -> Scenario:
        """Return the scenario in which the actor also belongs to these groups."""
        return self._and("with_affiliation", (actor, tuple(as_list(groups))), {"layer": layer, **columns})

    def without_actor(self, actors: str | Iterable[str]) -> Scenario:
        """Return the scenario in which these actors leave."""
        return self._and("without_actor", (tuple(as_list(actors)),), {})

    def without_ties(
        self, source: str | None = None, target: str | None = None, *, layer: str | None = None
    ) -> Scenario:
        """Return the scenario in which the ties of this source, target and layer end."""
        return self._and("without_ties", (source, target), {"layer": layer})

    def apply(self, cluster: Cluster) -> Cluster:
        """Return the cluster after the scenario.

        Ties from a model are there with the confidence that the model gives them on average, and with
        ``evidence="simulated"``; `Cluster.sample` draws them.
        """
        return self.prepare(cluster).cluster

    def prepare(self, cluster: Cluster) -> Prepared:
        """Return the cluster after the scenario together with what is needed to draw it."""
        modelled = []
        for step in self.steps:
            if step.model is None:
                cluster = _plain(cluster, step)
            else:
                cluster, ties = _with_modelled_ties(cluster, step)
                modelled.append(ties)
        return Prepared(self, cluster, tuple(modelled))

    def assumptions(self, language: Language = "en") -> list[str]:
        """Return a sentence for every tie model in the scenario."""
        return [step.model.assumption(language) for step in self.steps if step.model is not None]

    def _and(self, verb: str, subject: tuple[Any, ...], columns: Mapping[str, Any]) -> Scenario:
        return replace(self, steps=(*self.steps, Step(verb, subject, tuple(columns.items()))))

    def __str__(self) -> str:
        """Return the name and the steps, a line each."""
        return "\n".join([f"Scenario {self.name!r}:", *(f"  {step}" for step in self.steps)])


@dataclass(frozen=True, eq=False)
class _Modelled:
    """Ties of one step that come from a model: the ties, and their layer."""

    ties: FittedTies
    layer: str


@dataclass(frozen=True, eq=False)
class Prepared:
    """A scenario applied to a cluster, ready to be drawn.

    Parameters
    ----------
    scenario : Scenario
        The scenario.
    cluster : Cluster
        The cluster with all ties that the scenario makes possible.
    modelled : tuple
        The ties that come from models.
    """

    scenario: Scenario
    cluster: Cluster
    modelled: tuple[_Modelled, ...]

    def confidence(self, rng: Generator) -> Array:
        """Return how sure every tie of the cluster is in one draw of what the models do not know about themselves."""
        sure = self.cluster._parts.ties.rest["confidence"].values.copy()
        for each, rows in zip(self.modelled, self._rows, strict=True):
            there = rows >= 0  # a later step may have taken a tie away again
            sure[rows[there]] = each.ties.probabilities(rng)[there]
        return sure

    @cached_property
    def _rows(self) -> list[Array]:
        """For the ties of every model, their rows in the cluster, -1 where they are not there any more."""
        parts = self.cluster._parts
        ends = zip(parts.ties.layer.tolist(), parts.ties.source.tolist(), parts.ties.target.tolist(), strict=True)
        place = {key: row for row, key in enumerate(ends)}
        found = []
        for each in self.modelled:
            if each.layer not in parts.layer_names:
                found.append(np.full(len(each.ties.sources), -1))
                continue
            code = parts.layer_names.index(each.layer)
            rows = []
            for source, target in zip(each.ties.sources, each.ties.targets, strict=True):
                pair = (parts.position.get(source, -1), parts.position.get(target, -1))
                key = pair if parts.layers[code].directed else (min(pair), max(pair))
                rows.append(place.get((code, *key), -1))
            found.append(np.array(rows, dtype=np.int64))
        return found


def _plain(cluster: Cluster, step: Step) -> Cluster:
    columns = dict(step.columns)
    subject = [list(part) if isinstance(part, tuple) else part for part in step.subject]
    if step.verb == "with_ties":
        columns = {"evidence": "simulated", "confidence": 1.0, **columns}
    result: Cluster = getattr(cluster, step.verb)(*subject, **columns)
    return result


def _with_modelled_ties(cluster: Cluster, step: Step) -> tuple[Cluster, _Modelled]:
    """Return the cluster with all ties that the model makes possible, as sure as it makes them on average."""
    columns = {"evidence": "simulated", **dict(step.columns)}
    layer, directed = columns.pop("layer"), columns.pop("directed", None)
    actor, model = step.subject
    if actor not in cluster.labels:
        message = f"{actor!r} is no actor of the cluster yet; let it join first: .with_actor({actor!r}, sector=...)"
        raise InputError(message)
    if layer not in cluster.layers:
        cluster = cluster.with_layer(layer, directed=bool(directed))
    ties = model.fit(cluster, actor, layer)
    expected = ties.probabilities(None)
    if not (expected > 0).any():
        raise InputError(f"the tie model of {actor!r} yields no ties: {model.assumption()}")
    rows = pd.DataFrame({"source": ties.sources, "target": ties.targets, "layer": layer, "confidence": expected})
    return cluster.with_ties(rows.assign(**columns)), _Modelled(ties, layer)
