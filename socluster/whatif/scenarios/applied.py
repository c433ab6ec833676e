"""Steps of a scenario, taken one after the other: plain verbs at once, models of ties as all ties that may form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.edit import add_ties
from socluster.core.errors import InputError, Problem
from socluster.core.identity import CannotTellError, identity
from socluster.core.labels import Originals
from socluster.core.streams import key_of
from socluster.whatif.layers import refuse_unclear_layer, tie_layer
from socluster.whatif.scenarios.drawn_ties import Modelled
from socluster.whatif.scenarios.fitting import Untied, arguments_of, cluster_to_learn_from, sparing
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.projected import Projection, projection_of
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.like import LikeActor
from socluster.whatif.ties.protocol import TieModel
from socluster.whatif.ties.stated import Stated

__all__ = ["applied"]


def applied(name: str, steps: Sequence[Step], before: Prepared) -> Prepared:
    """Apply the steps in order and keep what is needed to draw the ties that come from models.

    Parameters
    ----------
    name : str
        What the scenario is called.
    steps : sequence of Step
        The steps.
    before : Prepared
        What they are applied to: a cluster, or a scenario that has happened before.

    Raises
    ------
    InputError
        If a step does not fit the cluster, or a tie model yields no ties.
    """
    base = before.cluster if before.base is None else before.base
    untied = before.untied or Untied(base, base)
    taken = _Taken(base, before.cluster, list(before.modelled), list(before.steps), projection_of(base.parts), untied)
    marked = [step.marked for step in steps]
    for place, step in enumerate(marked):
        try:
            taken.take(step)
        except InputError as error:
            where = f"{name}: steps[{place}] {step.verb}"
            placed = tuple(_placed(each, where) for each in error.problems)
            if placed == error.problems:
                raise
            raise InputError(placed) from None
    said = "\n".join([*([before.said] if before.said else []), *map(str, marked)])
    return Prepared(name, taken.cluster, tuple(taken.modelled), said, base, tuple(taken.steps), taken.untied)


def _placed(problem: Problem, where: str) -> Problem:
    """Return the problem of a row as one of the step; a scenario has no rows."""
    if problem.row is None or problem.is_argument or problem.file is not None:
        return problem
    return replace(problem, table=where, row=None)


@dataclass
class _Taken:
    """How far the steps have come."""

    base: Cluster
    cluster: Cluster
    modelled: list[Modelled]
    steps: list[Step]
    projection: Projection | None
    untied: Untied

    def take(self, step: Step) -> None:
        """Take one step."""
        before = self.cluster.parts
        if step.model is not None:
            self._with_modelled_ties(step, step.model)
        elif step.verb == "with_ties":
            self._with_stated_ties(step)
        else:
            subject, columns = arguments_of(self.base, step)
            self.cluster = getattr(self.cluster, step.verb)(*subject, **columns)
        if step.labels != Originals():
            self.cluster = Cluster(self.cluster.parts.remembering(step.labels.actors, step.labels.groups))
        after = self.cluster.parts
        if self.projection is not None and after.affiliations is not before.affiliations:
            self.cluster = Cluster(self.projection.followed(before, after))
        self.steps.append(step)

    def _with_stated_ties(self, step: Step) -> None:
        """Let ties form that are named one by one."""
        columns = {"evidence": "simulated", "confidence": 1.0, **dict(step.columns)}
        source, targets = step.subject
        layer = self._layer(columns.pop("layer", None), columns.get("directed"))
        self._give_way(layer, [source] * len(targets), targets)
        self.cluster = self.cluster.with_ties(source, list(targets), layer=layer, **columns)

    def _with_modelled_ties(self, step: Step, model: TieModel) -> None:
        """Let all ties form that the model makes possible, as sure as it makes them on average."""
        columns = {"evidence": "simulated", **dict(step.columns)}
        said, directed = columns.pop("layer", None), columns.pop("directed", None)
        actor = step.subject[0]
        if actor not in self.cluster.ids:
            raise InputError(
                "'{actor}' is not an actor of the cluster yet; let it join first: .with_actor('{actor}', sector=...)",
                {"actor": actor},
            )
        layer = self._layer(said, directed)
        if layer not in self.cluster.layers:
            self.cluster = self.cluster.with_layer(layer, directed=bool(directed))
        ties = model.fit(self._to_learn_from(model, actor, layer), actor, layer)
        are_here = self._are_here(ties.sources) & self._are_here(ties.targets)
        expected = np.where(are_here, ties.probabilities(None), 0.0)
        if not (expected > 0).any():
            raise InputError(
                "the tie model of '{actor}' yields no ties: {model}", {"actor": actor, "model": repr(model)}
            )
        is_stated = isinstance(model, Stated)
        if is_stated:
            self._give_way(layer, ties.sources, ties.targets)
        owned = are_here if is_stated else are_here & ~self._is_said(layer, ties.sources, ties.targets)
        self.modelled.append(Modelled(ties, layer, _key(model, layer), owned, is_stated))
        ends = (np.array(each, dtype=object)[owned].tolist() for each in (ties.sources, ties.targets))
        rows = dict(zip(("source", "target"), ends, strict=True))
        if owned.any():
            more = {**rows, "layer": layer, "confidence": expected[owned].tolist(), **columns}
            self.cluster = Cluster(add_ties(self.cluster.parts, more, None))

    def _to_learn_from(self, model: TieModel, actor: str, layer: str) -> Cluster:
        """Return the cluster that the model sees; one that states ties looks only at who is there."""
        if isinstance(model, Stated):
            return self.cluster
        self.untied = self.untied.after(self.steps)
        untied, here = self.untied, self.cluster.parts.position
        gone = [each.actor for each in walk(model) if isinstance(each, LikeActor) and each.actor not in here]
        if gone:  # who has left is still somebody whom a partner may be like
            untied = Untied(self.base, self.base).after(sparing(self.steps, gone))
        return cluster_to_learn_from(untied.cluster, self.steps, actor, self.cluster.layers[layer])

    def _layer(self, said: str | None, directed: bool | None) -> str:
        """Return the layer of new ties; see `layers`."""
        parts = self.base.parts if self.base.tie_layers else self.cluster.parts
        layer = tie_layer(parts, said)
        refuse_unclear_layer(self.cluster.parts, layer, directed)
        return layer

    def _are_here(self, ends: Sequence[str]) -> Array:
        """Return which of these are actors now; who has left may still be named by a model."""
        position = self.cluster.parts.position
        return np.array([each in position for each in ends], dtype=bool)

    def _is_said(self, layer: str, sources: Sequence[str], targets: Sequence[str]) -> Array:
        """Return which of these ties an earlier step has said something about."""
        now, before = (each.parts.rows_of(layer, sources, targets) >= 0 for each in (self.cluster, self.base))
        is_said: Array = now & ~before
        return is_said

    def _give_way(self, layer: str, sources: Sequence[str], targets: Sequence[str]) -> None:
        """Take away the ties that models would draw where the analyst states them now."""
        parts = self.cluster.parts
        stated = parts.rows_of(layer, sources, targets)
        taken: Array = np.zeros(len(parts.ties), dtype=bool)
        for place, each in enumerate(self.modelled):
            rows = each.rows(parts)
            goes = np.isin(rows, stated[stated >= 0])
            if goes.any() and not each.is_stated:
                taken[rows[goes]] = True
                self.modelled[place] = replace(each, owned=each.owned & ~goes)
        if taken.any():
            self.cluster = Cluster(parts.keep_ties(~taken))


def _key(model: TieModel, layer: str) -> int:
    """Return the key of a model's random numbers in a layer: its text, or what it is made of where that is an address.

    A model that has as many ties as another one draws has its numbers, too (`numbers_of`).
    """
    model = getattr(model, "numbers_of", model)
    if type(model).__repr__ is not object.__repr__:
        return key_of(f"{model!r}\x1f{layer}")
    try:
        return key_of(f"{identity(model)}\x1f{layer}")
    except CannotTellError:
        return key_of(f"{type(model).__module__}.{type(model).__qualname__}\x1f{layer}")
