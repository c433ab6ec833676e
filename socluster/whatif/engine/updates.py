"""A study's scenarios in which one partner joins, computed by updating the first scenario instead of recomputing.

What a partner changes depends on nothing but the network before and the partners it has. So in each draw the network of
the first scenario is looked at once, whatever the number of candidates; and where that network is the same in all
draws, a set of partners that comes up in several draws is computed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.combine import drawn
from socluster.core.groupings import partition
from socluster.core.matrix import tie_matrix
from socluster.measures.ensembles.rules import Rule
from socluster.measures.ensembles.size import MOST_ACTORS
from socluster.whatif.engine.joined import Base, Joined
from socluster.whatif.engine.joins import Join, join_of
from socluster.whatif.engine.layout import Layout
from socluster.whatif.engine.partner_sets import PartnerSets, chained, distinct, partner_sets, side_by_side
from socluster.whatif.scenarios.prepared import Prepared

__all__ = ["Updates"]

Update: TypeAlias = tuple[str, int, Array]

SMALL = 64  # actors
OFTEN = 16  # partners from which an uncertain network is updated: looking at one costs as much as measuring so many
BLOCK = 2**22  # numbers by candidate and actor that are held at a time (32 MB)


class Updates:
    """What can be had by updates of several scenarios and measures, and what has to be known for that, made once.

    Parameters
    ----------
    scenarios : sequence of Prepared
        The scenarios; the first is what the others are updates of.
    rules : mapping of str to Rule
        How to compute the measures that have one.
    seed : int
        Seed of the draws.
    layout : Layout
        Where the values of a draw stand in a row.
    """

    def __init__(self, scenarios: Sequence[Prepared], rules: Mapping[str, Rule], seed: int, layout: Layout) -> None:
        self.reference = scenarios[0]
        self.seed = seed
        self.layout = layout
        is_small = self.reference.cluster.n_actors <= SMALL
        others = [] if is_small else list(enumerate(scenarios))[1:]
        found = {place: join_of(self.reference, each) for place, each in others}
        self.joins: dict[int, Join] = {place: join for place, join in found.items() if join is not None}
        self.rules = {name: rule for name, rule in rules.items() if not isinstance(rule.layer, tuple)}
        if not (self.joins and self._is_worth_it):
            self.joins, self.rules = {}, {}
        self._bases: dict[str | None, Base] = {}
        self._groups: dict[str, tuple[Array, dict[int, int]]] = {}

    @property
    def _is_worth_it(self) -> bool:
        """Whether the first scenario is so large, and looked at so often, that updating it costs less than measuring.

        Up to 64 actors a draw is a word of bits for each, which no update can beat. Where the first scenario is another
        network in every draw, each of them has to be looked at before anything can be updated.
        """
        n = self.reference.cluster.n_actors
        is_often = self.reference.is_certain or len(self.joins) >= OFTEN or n > MOST_ACTORS
        return n > SMALL and is_often and Base.fits(n)

    def fill(self, rows: Sequence[Array], first: int, last: int) -> set[tuple[int, str]]:
        """Put the values of draws first..last-1 into `rows`, so far as they can be had by updates.

        Parameters
        ----------
        rows : sequence of ndarray of shape (draws, width)
            For each scenario, room for its values.
        first, last : int
            The draws.

        Returns
        -------
        set of (int, str)
            Place of the scenario and name of the measure, for all that was filled.
        """
        done: set[tuple[int, str]] = set()
        if not (self.joins and self.rules):
            return done
        there = {place: join.present(self.seed, first, last) for place, join in self.joins.items()}
        usable = {place: present for place, present in there.items() if present is not None}
        n_actors = self.reference.cluster.n_actors
        for layer in dict.fromkeys(rule.layer for rule in self.rules.values()):
            if layer is not None and layer not in self.reference.cluster.tie_layers:
                continue  # measuring the first scenario will say what is wrong
            rules = {name: rule for name, rule in self.rules.items() if rule.layer == layer}
            for places in _blocks(list(usable), n_actors, last - first):
                for name, place, values in self._updated(layer, rules, {each: usable[each] for each in places}, first):
                    where = self.layout.place(name, n_actors + 1)
                    rows[place][:, where] = values.reshape(last - first, -1)
            done |= {(place, name) for place in usable for name in rules}
        return done

    def _updated(
        self, layer: str | None, rules: Mapping[str, Rule], present: Mapping[int, Array], first: int
    ) -> Iterator[Update]:
        """Yield the values of all draws from the first on.

        Parameters
        ----------
        layer : str or None
            The layer that is measured.
        rules : mapping of str to Rule
            How to compute every measure.
        present : mapping of int to ndarray of bool of shape (draws, ties)
            For the place of every scenario, which ties of the newcomer are there.
        first : int
            The first of the draws.

        Yields
        ------
        str, int, ndarray
            Name of the measure (or of a column of it), place of the scenario, values of all draws.
        """
        if self.reference.is_certain:
            return self._over_draws(layer, rules, present)
        return self._draw_by_draw(layer, rules, present, first)

    def _sets(self, place: int, present: Array, layer: str | None) -> PartnerSets:
        """Return the partners of a scenario in every draw, in a layer or in all."""
        join = self.joins[place]
        chosen = np.array([layer is None or each == layer for each in join.layers], dtype=bool)
        return partner_sets(present[:, chosen], join.partners[chosen], join.weights[chosen])

    def _over_draws(
        self, layer: str | None, rules: Mapping[str, Rule], present: Mapping[int, Array]
    ) -> Iterator[Update]:
        """Yield the values where the network before is the same in all draws.

        Partners that come up again need not be looked at again, and neither does the network.
        """
        if layer not in self._bases:
            self._bases[layer] = Base(self.reference.cluster.matrix(layer))
        sets, which = [], []
        for place, there in present.items():
            rows, number = distinct(there)
            sets.append(self._sets(place, rows, layer))
            which.append(number)
        offsets = np.cumsum([0, *map(len, sets)])
        joined = self._joined(self._bases[layer], chained(sets), np.repeat(list(present), np.diff(offsets)))
        for name, table in _answers(joined, rules):
            for place, offset, number in zip(present, offsets[:-1], which, strict=True):
                yield name, place, table[offset + number]

    def _draw_by_draw(
        self, layer: str | None, rules: Mapping[str, Rule], present: Mapping[int, Array], first: int
    ) -> Iterator[Update]:
        """Yield the values where the network before is another one in every draw."""
        sets = [self._sets(place, there, layer) for place, there in present.items()]
        places = np.array(list(present))
        tables: dict[str, list[Array]] = {}
        for draw, together in enumerate(side_by_side(sets), start=first):
            parts = drawn(self.reference.cluster.parts, self.reference.present(self.seed, draw))
            for name, table in _answers(self._joined(Base(tie_matrix(parts, layer)), together, places), rules):
                tables.setdefault(name, []).append(table)
        for name, by_draw in tables.items():
            values = np.array(by_draw)
            for number, place in enumerate(present):
                yield name, place, values[:, number]

    def _joined(self, base: Base, sets: PartnerSets, owners: Array) -> Joined:
        return Joined(base, sets.starts, sets.partners, sets.strengths, lambda column: self._grouped(column, owners))

    def _grouped(self, column: str, owners: Array) -> tuple[Array, Array]:
        """Return the group of every member of the reference, and of the newcomer in these scenarios, as codes."""
        if column not in self._groups:
            members = partition(self.reference.cluster, column)
            newcomers = [partition(join.prepared.cluster, column).iloc[-1] for join in self.joins.values()]
            codes = pd.factorize(np.array([*members, *newcomers], dtype=object))[0]
            own = dict(zip(self.joins, codes[len(members) :].tolist(), strict=True))
            self._groups[column] = codes[: len(members)], own
        codes, own = self._groups[column]
        return codes, np.array([own[place] for place in owners.tolist()], dtype=np.int64)


def _answers(joined: Joined, rules: Mapping[str, Rule]) -> Iterator[tuple[str, Array]]:
    """Yield the values of every measure by candidate; a measure that has several columns gives several."""
    for name, rule in rules.items():
        answers = rule.compute(joined)
        yield from answers.items() if isinstance(answers, dict) else [(name, answers)]


def _blocks(places: list[int], n_actors: int, draws: int) -> Iterator[list[int]]:
    """Cut scenarios into blocks whose values by actor fit into memory."""
    size = max(1, BLOCK // ((n_actors + 1) * draws))
    yield from (places[start : start + size] for start in range(0, len(places), size))
