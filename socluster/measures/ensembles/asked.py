"""Measures of many draws of one cluster: those that have a rule, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.measures.ensembles.draws_of_network import DrawsOfNetwork
from socluster.measures.ensembles.network_of_draws import LayerNames, NetworkOfDraws, can_be_drawn
from socluster.measures.ensembles.rules import Rule
from socluster.measures.ensembles.size import MOST_ACTORS, draws_of_a_job
from socluster.measures.shared.network import network

__all__ = ["Asked", "Job"]


class Asked:
    """What rules say of draws of a cluster.

    Parameters
    ----------
    cluster : Cluster
        With all ties that may be there.
    drawn : ndarray of int
        Which of its ties are not there in every draw.
    rules : mapping of str to Rule
        What is asked, by name; those that cannot be answered here are left out (`rules` says which are left).
    """

    def __init__(self, cluster: Cluster, drawn: Array, rules: Mapping[str, Rule]) -> None:
        self.cluster = cluster
        self.drawn = drawn
        self.rules = {name: rule for name, rule in rules.items() if self._can_answer(rule)}

    def jobs(self, there: Array, put: Callable[[str, slice, Array], None], *, compiled: bool) -> Iterator[Job]:
        """Yield the work to be done, in parts that can be done at the same time.

        Parameters
        ----------
        there : ndarray of bool of shape (draws, ties that are drawn)
            Which ties are there.
        put : callable
            Takes the name of a measure (or of a column of it), some of the draws, and their values.
        compiled : bool
            Whether by compiled loops; else by numpy alone.
        """
        size = draws_of_a_job(self.cluster.n_actors)
        for first in range(0, len(there), size):
            yield Job(self, there, slice(first, first + size), put, compiled)

    def warn_of_unknown(self, draw: Cluster) -> None:
        """Warn of unknown dyads as the measures would that count them as absent, by the cluster of some draw."""
        if self.cluster.may_hold_unknown:
            for layer in dict.fromkeys(rule.layer for rule in self.rules.values()):
                several = isinstance(layer, tuple)
                network(draw.select(layers=list(layer)) if several else draw, None if several else layer)  # type: ignore[arg-type]

    @cached_property
    def networks(self) -> dict[LayerNames, NetworkOfDraws]:
        """A network for every layer that is asked about."""
        layers = dict.fromkeys(rule.layer for rule in self.rules.values())
        return {layer: NetworkOfDraws(self.cluster, layer, self.drawn) for layer in layers}

    def _can_answer(self, rule: Rule) -> bool:
        parts = self.cluster.parts
        if not 0 < len(parts.labels) <= MOST_ACTORS or not can_be_drawn(parts, rule.layer):
            return False
        if rule.heeds_unknown and parts.may_hold_unknown:
            return False
        if rule.without_direction_only and any(each.directed for each in parts.layers):
            return False
        return rule.group is None or self._is_stated(rule.group)

    def _is_stated(self, group: str) -> bool:
        """Whether every actor has a group; else the measure says who has none."""
        column = self.cluster.parts.actors
        return group in column and not column[group].missing.any()


@dataclass(frozen=True, eq=False)
class Job:
    """Some of the draws, to be measured together; see `Asked.jobs`."""

    asked: Asked
    there: Array
    draws: slice
    put: Callable[[str, slice, Array], None]
    compiled: bool

    def __call__(self) -> None:
        """Measure them, and hand over the values."""
        there = self.there[self.draws]
        many = {
            layer: DrawsOfNetwork(network, there, compiled=self.compiled)
            for layer, network in self.asked.networks.items()
        }
        for name, rule in sorted(self.asked.rules.items(), key=lambda item: not item[1].with_paths):
            answers = rule.compute(many[rule.layer])
            for column, values in (answers if isinstance(answers, dict) else {name: answers}).items():
                self.put(column, self.draws, values)
