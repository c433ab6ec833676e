"""A scenario applied to a cluster: all ties that may be there, and which of them are there in a draw."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.core.edit import add_ties
from socluster.core.errors import InputError
from socluster.core.identity import CannotTellError, identity
from socluster.core.streams import key_of, stream
from socluster.draws.worlds import Worlds
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties.protocol import FittedTies, TieModel

__all__ = ["Modelled", "Prepared", "prepare"]


@dataclass(frozen=True, eq=False)
class Modelled:
    """Ties of one step that come from a model: the ties, their layer, and the key of the model's random numbers."""

    ties: FittedTies
    layer: str
    key: int


@dataclass(frozen=True, eq=False)
class Prepared:
    """A scenario applied to a cluster, ready to be drawn.

    Parameters
    ----------
    name : str
        Name of the scenario.
    cluster : Cluster
        The cluster with all ties that the scenario makes possible.
    modelled : tuple
        The ties that come from models.
    said : str
        The steps, as they were written.
    """

    name: str
    cluster: Cluster
    modelled: tuple[Modelled, ...] = ()
    said: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether every draw is the same."""
        return not self.modelled and not self.cluster.n_uncertain

    def present(self, seed: int, draw: int) -> Array:
        """Return which ties of the cluster are there in this draw: array of bool, one per tie.

        The same tie has the same random number in every scenario, and a model that draws something about itself (its
        rates, say) gets the same stream wherever it is used, so that differences are due to the scenario alone, and
        partners of one model share what is not known about it.
        """
        worlds = Worlds(self.cluster, seed)
        uniform = worlds.numbers(draw, draw + 1)[0]
        there: Array = uniform < worlds.confidence
        for each, rows in zip(self.modelled, self._rows, strict=True):
            kept = rows >= 0  # a later step may have taken a tie away again
            own = np.ones(len(rows))
            own[kept] = uniform[rows[kept]]
            there[rows[kept]] = each.ties.realised(own, stream(each.key, seed, draw))[kept]
        return there

    def draw(self, seed: int, draw: int) -> Cluster:
        """Return the cluster of this draw, in which every tie is there for sure or not at all."""
        if self.is_certain:
            return self.cluster
        return Cluster(drawn(self.cluster.parts, self.present(seed, draw)))

    @cached_property
    def _rows(self) -> list[Array]:
        """For the ties of every model, their rows in the cluster, -1 where they are not there any more."""
        parts = self.cluster.parts
        return [parts.rows_of(each.layer, each.ties.sources, each.ties.targets) for each in self.modelled]


def prepare(name: str, steps: tuple[Step, ...], cluster: Cluster) -> Prepared:
    """Apply the steps in order and keep what is needed to draw the ties that come from models.

    Raises
    ------
    InputError
        If a step does not fit the cluster, or a tie model yields no ties.
    """
    modelled = []
    for step in steps:
        if step.model is None:
            cluster = _plain(cluster, step)
        else:
            cluster, ties = _with_modelled_ties(cluster, step, step.model)
            modelled.append(ties)
    return Prepared(name, cluster, tuple(modelled), "\n".join(map(str, steps)))


def _plain(cluster: Cluster, step: Step) -> Cluster:
    columns = dict(step.columns)
    subject = [list(part) if isinstance(part, tuple) else part for part in step.subject]
    if step.verb == "with_ties":
        columns = {"evidence": "simulated", "confidence": 1.0, **columns}
    result: Cluster = getattr(cluster, step.verb)(*subject, **columns)
    return result


def _with_modelled_ties(cluster: Cluster, step: Step, model: TieModel) -> tuple[Cluster, Modelled]:
    """Return the cluster with all ties that the model makes possible, as sure as it makes them on average."""
    columns = {"evidence": "simulated", **dict(step.columns)}
    layer, directed = columns.pop("layer"), columns.pop("directed", None)
    actor = step.subject[0]
    if actor not in cluster.ids:
        raise InputError(
            "'{actor}' is not an actor of the cluster yet; let it join first: .with_actor('{actor}', sector=...)",
            {"actor": actor},
        )
    if layer not in cluster.layers:
        cluster = cluster.with_layer(layer, directed=bool(directed))
    ties = model.fit(cluster, actor, layer)
    expected = ties.probabilities(None)
    if not (expected > 0).any():
        raise InputError("the tie model of '{actor}' yields no ties: {model}", {"actor": actor, "model": repr(model)})
    rows = {"source": list(ties.sources), "target": list(ties.targets), "layer": layer, "confidence": expected.tolist()}
    return Cluster(add_ties(cluster.parts, {**rows, **columns}, None)), Modelled(ties, layer, _key(model))


def _key(model: TieModel) -> int:
    """Return the key of a model's random numbers: its text, or what it is made of where its text is an address."""
    if type(model).__repr__ is not object.__repr__:
        return key_of(repr(model))
    try:
        return key_of(identity(model))
    except CannotTellError:
        return key_of(f"{type(model).__module__}.{type(model).__qualname__}")
