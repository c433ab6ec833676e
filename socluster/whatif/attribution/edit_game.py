"""The game whose players are single edits: actors, ties and affiliations that come, go or change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import get_args

import numpy as np

from socluster.core.columns import Array
from socluster.core.streams import key_of, stream
from socluster.draws.task import Rows
from socluster.whatif.attribution.between import BetweenStates, Edit, Happening
from socluster.whatif.attribution.coalitions import values_together
from socluster.whatif.attribution.games import Game, Played, Remembered
from socluster.whatif.attribution.shapley import Coalition, in_phases
from socluster.whatif.scenarios.prepared import Prepared

__all__ = ["EditGame"]

_HOWS: tuple[Happening, ...] = get_args(Happening)
_KEY = key_of("orders of edits")
_EDITS_AT_A_TIME = 50


@dataclass(frozen=True, eq=False)
class EditGame:
    """A task: in every draw, those edits play that stand between the two clusters of the draw.

    Its one part has for every draw the measure before and after, the number of random orders, and then for every edit
    that is possible what it adds, how it happens (0: not at all; else the place in `Happening`, from 1) and its error.
    """

    game: Game

    @property
    def parts(self) -> int:
        """One array."""
        return 1

    @cached_property
    def fingerprint(self) -> str:
        """What the contributions depend on."""
        return self.game.fingerprint("edits")

    @property
    def draws_at_a_time(self) -> int:
        """A draw is a game of its own, the longer the more edits there are."""
        return max(1, _EDITS_AT_A_TIME // max(self._n_edits, 1))

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1."""
        return [np.array([self._draw(draw) for draw in range(first, last)])]

    def played(self, rows: Rows) -> Played:
        """Return what the numbers of all draws say of each edit."""
        numbers = rows[0]
        n_draws, n_edits = len(numbers), len(self._possible)
        contributions, how, error = numbers[:, 3:].reshape(n_draws, 3, n_edits).transpose(1, 0, 2)
        happens = how > 0
        since = np.where(happens.any(axis=0), happens.argmax(axis=0), n_draws)
        others = [place for place in range(self._n_edits, n_edits) if since[place] < n_draws]
        kept = [*range(self._n_edits), *sorted(others, key=lambda place: since[place])]
        edits = [self._possible[place] for place in kept[: self._n_edits]]
        edits += [
            replace(self._possible[place], how=_HOWS[int(how[since[place], place]) - 1])
            for place in kept[self._n_edits :]
        ]
        known = error[0, kept] if n_draws == 1 else np.zeros(len(kept))
        before, after, orders = numbers[:, :3].T
        return Played(tuple(edits), contributions[:, kept], happens[:, kept], known, int(orders.sum()), (before, after))

    def _draw(self, draw: int) -> Array:
        game = self.game
        between = BetweenStates(game.before.draw(game.seed, draw), game.after.draw(game.seed, draw))
        value = Remembered(partial(_values, game, between, draw))
        everybody = range(len(between.edits))
        phases = [[place for place in everybody if between.edits[place].phase == phase] for phase in range(3)]
        random, orders = stream(_KEY, game.seed, draw), max(2, game.orders // game.draws)
        shares = in_phases(phases, value, orders=orders, rng=random)
        row = np.zeros((3, len(self._possible)))
        for players, each in zip(filter(None, phases), shares, strict=True):
            places = [self._places[between.edits[player].key] for player in players]
            row[0, places], row[2, places] = each.contributions[:, 0], each.error
            row[1, places] = [1 + _HOWS.index(between.edits[player].how) for player in players]
        ends = value([frozenset(), frozenset(everybody)])[:, 0]
        return np.concatenate([ends, [max((each.orders for each in shares), default=0)], row.ravel()])

    @cached_property
    def _between(self) -> BetweenStates:
        return BetweenStates(self.game.before.cluster, self.game.after.cluster)

    @cached_property
    def _possible(self) -> tuple[Edit, ...]:
        return self._between.possible

    @property
    def _n_edits(self) -> int:
        """How many of the possible edits stand between the clusters with all their ties; they come first."""
        return len(self._between.edits)

    @cached_property
    def _places(self) -> dict[tuple[str, ...], int]:
        return {edit.key: place for place, edit in enumerate(self._possible)}


def _values(game: Game, between: BetweenStates, draw: int, chosen: Sequence[Coalition]) -> Array:
    ((_, measure),) = game.measures
    together = values_together(between, measure, chosen)
    if together is not None:
        return together[:, None]
    clusters = [between.cluster([between.edits[place] for place in each]) for each in chosen]
    return game.values([Prepared("", cluster) for cluster in clusters], draw, draw + 1, draws=1)
