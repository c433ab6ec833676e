"""A goal: how many of those who need something reach somebody who offers it, within so many steps?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from socluster.core.arguments import IS_NONE, positive_integer
from socluster.core.checked import checked_methods
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, NearNameWarning, Problem, nearest
from socluster.core.labels import id_of
from socluster.core.near_names import near_name
from socluster.core.warn import warn
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.network import one_mode
from socluster.whatif.engine.measure_hooks import MeasureHooks
from socluster.whatif.ties.values import FrozenMapping, frozen

__all__ = ["Reach"]

_SEVERAL = ";"  # a cell may hold several values, as in "psychologist; lawyer"


@checked_methods
@dataclass(frozen=True)
class Reach(MeasureHooks):
    """How many actors of one kind reach one of another kind, within so many steps along ties?

    A measure of the whole cluster, and so a goal of `rank_partners` and `plan_partners`, and a measure of `compare`:
    the number of sources from whom a path of at most `steps` ties leads to a target. A source that is a target itself
    is there already.

    Parameters
    ----------
    sources, targets : mapping of str to str, or sequence of str
        Who asks, and who is asked for: from column to the value that an actor must have in it (in all of the columns;
        of a cell like "psychologist; lawyer" either counts), or actors by name. Who joins in a scenario is a target if
        its attributes or its name say so, but never a source: those who were there before are to gain, and a partner
        who reaches itself helps nobody.
    steps : int, default 2
        The longest way, in ties.
    layer : str or sequence of str, optional
        The layers along which they ask; without it, all.

    Raises
    ------
    InputError
        When it is asked about a cluster: if there is no such column, or nobody is such a source. Nobody need be such a
        target yet.

    Warns
    -----
    NearNameWarning
        If nobody is such a target, but somebody is one of almost the same value.

    Notes
    -----
    Where ties have a direction, ways follow them from source to target. It counts who is near, not whether anybody
    is helped; in a draw, ties are there or not, so no way is uncertain.

    Examples
    --------
    >>> import socluster as sc
    >>> network = sc.load_dataset("siauliai").project()
    >>> schools = sc.Reach(sources={"place": "Kelmė"}, targets=["MSSL"], steps=2)
    >>> schools(network)
    3.0
    """

    sources: Mapping[str, str] | tuple[str, ...] = field(kw_only=True)
    targets: Mapping[str, str] | tuple[str, ...] = field(kw_only=True)
    steps: int = field(default=2, kw_only=True)
    layer: str | tuple[str, ...] | None = field(default=None, kw_only=True)

    __name__ = "Reach"

    def __post_init__(self) -> None:
        """Check what is asked for, and keep copies that nobody else can change."""
        for name in ("sources", "targets"):
            object.__setattr__(self, name, _asked(name, getattr(self, name)))
        object.__setattr__(self, "steps", positive_integer("steps", self.steps))
        object.__setattr__(self, "layer", frozen(self.layer))

    def __call__(self, cluster: Any) -> float:
        """Return how many sources reach a target."""
        cluster = one_mode(as_cluster(cluster))
        _refuse_nobody(cluster, self.sources)
        _warn_of_near_targets(cluster, self.targets)
        return self._reaching(cluster, frozenset())

    def _in_scenario(self, joined: frozenset[str]) -> Callable[[Cluster], float]:
        """Return the same measure of a cluster in which these have joined, who are no sources.

        Sources may have left there, so nobody need be one.
        """
        return partial(self._reaching, joined=joined)

    def _reaching(self, cluster: Any, joined: frozenset[str]) -> float:
        asking, there = _who(cluster, "sources", self.sources), _who(cluster, "targets", self.targets)
        asking &= np.array([each not in joined for each in cluster.ids], dtype=bool)
        layer = list(self.layer) if isinstance(self.layer, tuple) else self.layer
        ties = cluster.matrix(layer)
        for _ in range(self.steps):
            there = there | (ties @ there.astype(float) > 0)
        return float(np.count_nonzero(asking & there))


def _refuse_nobody(cluster: Cluster, sources: Mapping[str, str] | tuple[str, ...]) -> None:
    """Refuse sources of whom there are none, as after a slip of the keyboard."""
    if isinstance(sources, Mapping):
        _who(cluster, "sources", sources)  # refuses what is no column
        problems = [
            Problem(
                "nobody has this value in the column '{name}'",
                column="sources",
                is_argument=True,
                value=value,
                nearest=nearest(value, values),
                values={"name": column},
            )
            for column, value in sources.items()
            if value not in (values := _values(cluster, column))
        ]
    else:
        problems = [
            Problem(
                IS_NONE["actor"], column="sources", is_argument=True, value=each, nearest=nearest(each, cluster.ids)
            )
            for each in sources
            if each not in cluster.parts.position
        ]
    if problems:
        raise InputError(problems)


def _warn_of_near_targets(cluster: Cluster, targets: Mapping[str, str] | tuple[str, ...]) -> None:
    """Warn of a value that nobody has, if somebody has almost the same."""
    if not isinstance(targets, Mapping):
        return
    _who(cluster, "targets", targets)  # refuses what is no column
    for column, value in targets.items():
        near = near_name(value, _values(cluster, column))
        if near is not None:
            warn("nobody has '{name}'; did you mean '{meant}'?", NearNameWarning, name=value, meant=near)


def _values(cluster: Cluster, column: str) -> list[str]:
    """Return all values of a column, each once; of a cell that holds several, the cell and each of them."""
    cells = [str(cell) for cell in cluster.parts.actors[column].objects() if cell is not None]
    parts = [part.strip() for cell in cells for part in cell.split(_SEVERAL)]
    return sorted({*cells, *parts})


def _asked(name: str, given: Any) -> FrozenMapping | tuple[str, ...]:
    if isinstance(given, Mapping) and given:
        return FrozenMapping({str(column): str(value) for column, value in given.items()})
    names = (given,) if isinstance(given, str) and given.strip() else given
    if isinstance(names, list | tuple | set | frozenset) and names:
        return tuple(id_of(each) for each in (sorted(names) if isinstance(names, set | frozenset) else names))
    raise InputError(
        Problem("say who, by columns or by name: {'kind': 'school'}", column=name, is_argument=True, value=given)
    )


def _who(cluster: Cluster, name: str, asked: Mapping[str, str] | tuple[str, ...]) -> Array:
    """Return whether each actor is asked for: array of bool.

    Raises
    ------
    InputError
        If there is no such column, or no actor of that name.
    """
    if isinstance(asked, Mapping):
        columns = cluster.parts.actors
        known = [str(each) for each in columns]
        wrong = [
            Problem(
                "is not a column of the actors", column=name, is_argument=True, value=each, nearest=nearest(each, known)
            )
            for each in asked
            if each not in columns
        ]
        if wrong:
            raise InputError(wrong)
        chosen = np.ones(cluster.n_actors, dtype=bool)
        for column, value in asked.items():
            chosen &= np.array([_holds(cell, value) for cell in columns[column].objects()], dtype=bool)
        return chosen
    chosen = np.zeros(cluster.n_actors, dtype=bool)
    chosen[[cluster.parts.position[each] for each in asked if each in cluster.parts.position]] = True
    return chosen


def _holds(cell: Any, value: str) -> bool:
    """Whether a cell holds the value, alone or among others."""
    if cell is None:
        return False
    return str(cell) == value or value in [part.strip() for part in str(cell).split(_SEVERAL)]
