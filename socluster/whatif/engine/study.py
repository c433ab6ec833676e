"""The values of measures over the draws of several scenarios: what every what-if question rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.core.identity import CannotTellError, identity
from socluster.draws.pieces import Pieces, collected
from socluster.measures.shared.answers import Measure
from socluster.whatif.engine import updates
from socluster.whatif.engine.evaluate import evaluate
from socluster.whatif.engine.layout import Layout, Values
from socluster.whatif.scenarios.prepared import Prepared
from socluster.words import number

__all__ = ["Study"]

MOST_VALUES = 2**29  # numbers in an answer (4 GB), of which more would not fit into an ordinary computer
PIECE, MOST_DRAWS = 2**22, 50  # numbers (32 MB) and draws in a piece of work
WORTH_UPDATING = 5_000  # evaluations of a cluster of up to 200 actors; fewer do not earn the loading of compiled loops


@dataclass(frozen=True, eq=False)
class Study:
    """Scenarios, measures and a seed: all that is needed to compute any draw, anywhere.

    A draw depends on nothing but the study and its own number. So draws can be computed in any order, by any number of
    workers, and again after a failure: the values are the same.

    Parameters
    ----------
    scenarios : tuple of Prepared
        The scenarios; the first is what the others are compared with.
    measures : tuple of (str, Measure)
        Measures with their names (`evaluate.named_raw`).
    seed : int
        Seed of the random numbers, which belong to ties and draws (`core.streams`).
    with_first : bool, default True
        Whether the first scenario is to be measured too; if its values are known already, they are left undefined.
    by_updates : bool, optional
        Whether scenarios in which one partner joins are computed by updating the first scenario instead of measuring
        anew (`updates`), where measures allow. Without it, where there is enough to compute; the values are the same
        but for rounding.
    """

    scenarios: tuple[Prepared, ...]
    measures: tuple[tuple[str, Measure], ...]
    seed: int
    by_updates: bool | None = None
    with_first: bool = True

    def values(
        self, draws: int, *, executor: Any = None, checkpoint: Any = None, kept: Pieces | None = None
    ) -> list[Values]:
        """Return the values of every scenario over draws 0, 1, ..., draws - 1.

        Parameters
        ----------
        draws : int
            How many draws.
        executor : None, int or dask.distributed.Client
            Who computes: this process, several processes, or a cluster of computers; see `draws.pieces.collected`.
        checkpoint : path, optional
            Folder in which finished draws are kept, so that a later call resumes from there.
        kept : dict, optional
            Pieces of an earlier call with fewer draws; filled with those of this one.
        """
        self._refuse_too_much(draws)
        study = self.decided(draws)
        rows = collected(study, draws, executor=executor, checkpoint=checkpoint, kept=kept)
        return [study.layout.values(each, s.cluster.index) for each, s in zip(rows, self.scenarios, strict=True)]

    def run(self, first: int, last: int) -> list[Array]:
        """Return the numbers of draws first..last-1: for each scenario, an array of shape (draws, width)."""
        widths = [self.layout.width(each.cluster.n_actors) for each in self.scenarios]
        rows = [np.full((last - first, width), np.nan) for width in widths]
        done = updates.fill(self, rows, first, last) if self.by_updates else set()
        for place, (scenario, numbers) in enumerate(zip(self.scenarios, rows, strict=True)):
            rest = [each for each in self.measures if (place, each[0]) not in done]
            if rest and (place or self.with_first):
                self._measure(scenario, rest, numbers, first)
        return rows

    @cached_property
    def layout(self) -> Layout:
        """The names of all values, as the first draw of the first scenario gives them."""
        numbers, by_actor = evaluate(list(self.measures), self.scenarios[0].draw(self.seed, 0))
        return Layout(tuple(numbers), tuple(by_actor))

    @cached_property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change with anything on which the values depend.

        Raises
        ------
        InputError
            If a measure or a tie model depends on something that cannot be told from another of its kind.
        """
        told = [f"seed {self.seed}", repr(self.layout)]
        told += [f"{each.name}: {each.cluster.fingerprint} {each.said}" for each in self.scenarios]
        told += [f"{each.name}: {_told('the tie models', each.name, each.modelled)}" for each in self.scenarios]
        told += [f"{name}: {_told('the measure', name, measure)}" for name, measure in self.measures]
        return hashlib.blake2b("\n".join(told).encode(), digest_size=16).hexdigest()

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work: few enough for memory, many enough to be worth sending."""
        width = sum(self.layout.width(each.cluster.n_actors) for each in self.scenarios)
        return int(np.clip(PIECE // max(width, 1), 1, MOST_DRAWS))

    def _measure(self, scenario: Prepared, measures: list[tuple[str, Measure]], rows: Array, first: int) -> None:
        """Draw and measure; where nothing is uncertain, the first draw holds for all."""
        n = scenario.cluster.n_actors
        for row in range(len(rows)):
            if row and scenario.is_certain:
                rows[row] = rows[0]
                continue
            numbers, by_actor = evaluate(measures, scenario.draw(self.seed, first + row))
            self.layout.write(rows[row], numbers, by_actor, n)

    def decided(self, draws: int) -> Study:
        """Return the study with the way of computing chosen, by nothing but its size and that of the whole task."""
        if self.by_updates is not None:
            return self
        size = max(1.0, self.scenarios[0].cluster.n_actors / 200) ** 2
        is_worth_it = (len(self.scenarios) - 1) * draws * size >= WORTH_UPDATING
        return replace(self, by_updates=is_worth_it)

    def _refuse_too_much(self, draws: int) -> None:
        total = draws * sum(self.layout.width(each.cluster.n_actors) for each in self.scenarios)
        if total > MOST_VALUES:
            raise InputError(
                f"{number(float(draws), 'en')} draws of {len(self.scenarios) - 1} scenarios would be "
                f"{total * 8 / 2**30:.0f} GB of values; ask for fewer draws, fewer scenarios, or measures of the whole "
                "cluster instead of measures by actor"
            )


def _told(what: str, name: str, value: object) -> str:
    try:
        return identity(value)
    except CannotTellError as error:
        raise InputError(
            f"no checkpoint can be kept for {what} {name!r}: a later call could not tell whether the {error} that it "
            "depends on is still the same; leave the checkpoint out, or give plain values in its place"
        ) from error
