"""The draws of scenarios measured together: no cluster is made for a draw, and no measure asked about one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np

from socluster.core.columns import Array
from socluster.measures.ensembles.asked import Asked, Job
from socluster.measures.ensembles.rules import Rule
from socluster.whatif.engine.layout import Layout
from socluster.whatif.engine.partner_sets import distinct
from socluster.whatif.scenarios.prepared import Prepared

__all__ = ["Ensembles"]


class Ensembles:
    """Scenarios of any kind, and the measures that have a rule.

    Parameters
    ----------
    scenarios : sequence of Prepared
        The scenarios.
    rules : mapping of str to Rule
        How to compute the measures that have one.
    seed : int
        Seed of the draws.
    layout : Layout
        Where the values of a draw stand in a row.
    compiled : bool
        Whether by compiled loops; else by numpy alone.
    """

    def __init__(
        self, scenarios: Sequence[Prepared], rules: Mapping[str, Rule], seed: int, layout: Layout, *, compiled: bool
    ) -> None:
        self.scenarios = scenarios
        self.rules = rules
        self.seed = seed
        self.layout = layout
        self.compiled = compiled
        self._asked: dict[int, Asked] = {}

    def of(self, place: int) -> Asked:
        """Return what can be asked of a scenario."""
        if place not in self._asked:
            scenario = self.scenarios[place]
            self._asked[place] = Asked(scenario.cluster, scenario.drawn.rows, self.rules)
        return self._asked[place]

    def jobs(self, place: int, rows: Array, first: int, last: int) -> list[Callable[[], None]]:
        """Return the work that puts the values of draws first..last-1 of a scenario into `rows`.

        Draws in which the same ties are there are measured once.
        """
        asked = self.of(place)
        if not asked.rules:
            return []
        there, which = distinct(self.scenarios[place].drawn.present_in(self.seed, first, last))
        put = partial(self._put, rows, which, self.scenarios[place].cluster.n_actors)
        several: list[Job] = list(asked.jobs(there, put, compiled=self.compiled))
        return list(several)

    def _put(self, rows: Array, which: Array, n_actors: int, name: str, draws: slice, values: Array) -> None:
        """Write the values of some of the distinct draws into the rows of all draws that are like them."""
        here = np.flatnonzero((which >= draws.start) & (which < draws.stop))
        rows[here, self.layout.place(name, n_actors)] = values.reshape(len(values), -1)[which[here] - draws.start]
