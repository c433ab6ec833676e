"""Simulated incubation: what events would do to the ties of a cluster, with barriers in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import Generator

from socluster._kernels.meeting.meetings import Chances
from socluster.core.arguments import generator, positive_integer, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW, data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.streams import tie_keys
from socluster.core.subset import chosen
from socluster.development.incubation.barriers import Barriers
from socluster.development.incubation.benefits import QUANTITIES, Benefits, cells_of, pairs_of
from socluster.development.incubation.dyads import ends, of_dyads, places
from socluster.development.incubation.events import Event, events_of
from socluster.development.incubation.incubated import Incubated
from socluster.development.incubation.incubations import Incubations, Start
from socluster.development.incubation.parameters import Incubation
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.task import Rows
from socluster.io.objects.dispatch import cluster_of
from socluster.words import marked

__all__ = ["Question", "incubate"]

_MOST_PERIODS = 1_000
_BY = ("sector", "level")


@checked
def incubate(
    cluster: Any,
    /,
    *,
    events: Any,
    parameters: Incubation | None = None,
    barriers: Barriers | None = None,
    periods: int = 1,
    draws: int | Draws = 100,
    rng: Generator | int,
    without: Any = None,
    by: str | Sequence[str] | None = None,
    layer: str | None = None,
) -> Incubated:
    r"""What would these events bring to the cluster: which ties, how much trust, which of its benefits?

    At every event some of those present meet. When two meet who are not tied, a tie forms with the probability

    .. math:: p \, \varrho^h (1 - b_E (1 - e))(1 - b_D (1 - \tau))(1 - b_A a)(1 - b_C c)

    where h is how often they met before; then their trust :math:`\tau` grows. A tie of two who did not meet in a period
    fades with a half-life, and so does trust. Every draw is one history from now to the end of the last period.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Its ties are those of the beginning, in whichever direction. Ties that follow from shared events
        (evidence `derived`) are none.
    events : mapping, Series, DataFrame, sequence of mappings, or str
        Numbers by kind, ``{"conference": 3, "seminar": 24, "round table": 34}``, which are spread evenly over the
        periods. Or a row per event: `kind`, and optionally `event` (its name), `period` (from 1) or `date`,
        `participants` (how many organisations), `actors` (who is there; with fewer participants, who may be), `places`
        and `sectors` (where those are from who may be there), `meetings` (whom each meets) and `cost` (for
        `compare_portfolios`); any other column is refused, but those of the cluster's groups where the rows are its
        groups. Or the layer of affiliations that says who was at which event.
    parameters : Incubation, optional
        What a meeting does. Without it the defaults, which are assumptions.
    barriers : Barriers, optional
        What is in the way. Without it nothing is.
    periods : int, default 1
        How many, each of ``parameters.period`` years.
    draws : int or Draws, default 100
        How many histories; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept.
        Its tolerance holds for the standard errors of the means, by quantity.
    rng : int or numpy.random.Generator
        Seed. With one seed all scenarios share the random numbers of every two actors and event: raising a barrier
        never adds a tie in any draw.
    without : actors, mapping or mark, optional
        Who leaves when the project ends, in the ways of `surviving_ties`: their ties do not count as ensured
        cooperation.
    by : str or sequence of str, optional
        Columns of the actors by which new ties are counted. Without it sector and level.
    layer : str, optional
        One layer of ties; without it all.

    Returns
    -------
    Incubated
        `mean_ties`; the four benefits `sharing_knowledge`, `building_ties`, `ensuring_cooperation`,
        `coordinated_activity`; `.to_frame()`, `.over_time()`, `.by_pairs()`, `.minus(other)`, `.after()`, `.plot()`.

    Raises
    ------
    InputError
        If an event names nobody or one alone, somebody who is no actor, or a time outside the periods; if nobody says
        whom one meets at an event of its kind; or if a number is out of its range.

    Notes
    -----
    The ties that come out are simulated, never observed. Attendances are of organisations: a head count is none. A tie
    of unknown state in the beginning counts as none. Without barriers and fading, it agrees with `tie_chance`.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": [f"organisation {place}" for place in range(34)]}))
    >>> how = {"events": {"round table": 1}, "parameters": sc.Incubation(meetings=8), "draws": 500, "rng": 7}
    >>> table = sc.incubate(town, **how)
    >>> bool(abs(table.mean_ties - 34 * 8 / 2 * 0.1) < 0.6)  # of 136 encounters one in ten makes a tie
    True
    >>> blocked = sc.incubate(town, **how, barriers=sc.Barriers(distrust=0.5))
    >>> bool(blocked.mean_ties < table.mean_ties)
    True
    """
    question = Question.of(
        cluster,
        events=events,
        parameters=parameters or Incubation(),
        barriers=barriers or Barriers.none(),
        periods=positive_integer("periods", periods, most=_MOST_PERIODS),
        settings=as_draws(draws),
        rng=rng,
        without=without,
        by=by,
        layer=layer,
    )
    return question.answered()


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked, so that it can be asked again with other assumptions."""

    cluster: Cluster
    events: Any
    parameters: Incubation
    barriers: Barriers
    periods: int
    settings: Draws
    seed: int
    told_seed: int | None
    gone: Array
    by: tuple[str, ...]
    layer: str | None

    @classmethod
    def of(cls, cluster: Any, *, rng: Generator | int, without: Any, by: Any, **given: Any) -> Question:
        """Return a question about whatever can be made a cluster."""
        whole = cluster_of(cluster)
        gone = np.zeros(whole.n_actors, dtype=bool) if without is None else chosen(whole.actors, without, "actor")
        return cls(
            cluster=whole,
            seed=int(generator(rng).integers(2**63)),
            told_seed=seed_of(rng),
            gone=gone,
            by=_columns(whole, by),
            **given,
        )

    def answered(self) -> Incubated:
        """Answer it."""
        task, pairs = self.task()

        def answer(rows: Rows) -> Incubated:
            return self._answer(task, pairs, rows[0])

        limits = self.settings.limits(QUANTITIES)
        with Drawing(self.settings, "incubation") as drawing:
            return drawing.until(task, answer, _errors, limits)

    def task(self) -> tuple[Incubations, tuple[tuple[tuple[str, str], ...], ...]]:
        """Return what is drawn, and what the pairs are by which new ties are counted."""
        cluster = self.cluster
        events = events_of(cluster, self.events, self.parameters, self.periods)
        cells, known = cells_of(cluster)
        blocks, pairs = pairs_of(cluster, self.by)
        one, other = ends(cluster.n_actors)
        benefits = Benefits(
            n=cluster.n_actors,
            across=_across(cluster),
            stays=~(self.gone[one] | self.gone[other]),
            cells=cells,
            knows_offers=known,
            blocks=blocks,
        )
        task = Incubations(
            actors=tuple(cluster.ids),
            events=tuple(events),
            periods=self.periods,
            chances=chances_of(cluster, self.parameters, self.barriers),
            start=start_of(cluster, self.layer),
            benefits=benefits,
            seed=self.seed,
        )
        return task, pairs

    def _answer(self, task: Incubations, pairs: tuple[tuple[tuple[str, str], ...], ...], rows: Array) -> Incubated:
        size = (self.periods + 1) * len(QUANTITIES)
        notes = data_notes(self.cluster, self.layer, drawn=True, any_measure=True)
        return Incubated(
            cluster=self.cluster,
            parameters=self.parameters,
            barriers=self.barriers,
            periods=self.periods,
            events=held(task.events),
            history=rows[:, :size].reshape(len(rows), self.periods + 1, len(QUANTITIES)),
            blocks=rows[:, size:],
            pairs=dict(zip(self.by, pairs, strict=True)),
            offers=len(task.benefits.cells) if task.benefits.knows_offers else None,
            gone=tuple(label for label, goes in zip(self.cluster.labels, self.gone.tolist(), strict=True) if goes),
            interval=self.settings.interval,
            seed=self.told_seed,
            data_notes=notes if len(rows) > 1 else (ONE_DRAW, *notes),
            task=task,
        )


def chances_of(cluster: Cluster, parameters: Incubation, barriers: Barriers) -> Chances:
    """Return what decides about the ties of a cluster."""
    return Chances(
        formation=float(parameters.formation),
        repeat=float(parameters.repeat),
        factor=barriers.factor(cluster),
        distrust=float(barriers.distrust),
        trust=of_dyads(cluster, parameters.trust, "trust"),
        gain=float(parameters.trust_gain),
        keep=parameters.keep,
        enough=float(parameters.enough_trust),
    )


def start_of(cluster: Cluster, layer: str | None) -> Start:
    """Return the ties in the beginning; those that follow from shared events are none."""
    ties, parts = cluster.ties, cluster.parts
    kept = (ties["evidence"] != "derived").to_numpy(dtype=bool)
    if layer is not None:
        cluster.matrix(layer)  # refuses a layer that is none
        kept = kept & (ties["layer"] == layer).to_numpy(dtype=bool)
    dyads = places(parts.ties.source, parts.ties.target, cluster.n_actors)
    return Start(dyads[kept], ties["confidence"].to_numpy(dtype=float)[kept], tie_keys(parts)[kept])


def held(events: Sequence[Event]) -> dict[tuple[int, str], int]:
    """Return how many events of each kind there are in each period, from 1."""
    counts: dict[tuple[int, str], int] = {}
    for event in events:
        counts[event.period + 1, event.kind] = counts.get((event.period + 1, event.kind), 0) + 1
    return counts


def _across(cluster: Cluster) -> Array:
    """Return which dyads are of two sectors; who has none is of no sector, and across to nobody."""
    sector = cluster.actors["sector"]
    one, other = ends(cluster.n_actors)
    known, values = sector.notna().to_numpy(), sector.to_numpy()
    differ = np.array([a != b for a, b in zip(values[one], values[other], strict=True)], dtype=bool)
    return np.asarray(differ & known[one] & known[other])


def _columns(cluster: Cluster, by: Any) -> tuple[str, ...]:
    actors = cluster.actors
    if by is None:
        return tuple(column for column in _BY if column in actors and actors[column].notna().any())
    named = [by] if isinstance(by, str) else list(by)
    unknown = [each for each in named if not isinstance(each, str) or each not in actors]
    if unknown:
        message = marked("is no column of the actors")
        options = list(map(str, actors.columns))
        raise InputError(
            [
                Problem(message, column="by", is_argument=True, value=each, nearest=nearest(each, options))
                for each in unknown
            ]
        )
    return tuple(dict.fromkeys(named))


def _errors(found: Incubated) -> dict[str, float]:
    errors = found.to_frame()["error_of_mean"].fillna(0.0)  # what is not known stays so, however many draws
    return {str(name): float(error) for name, error in errors.items()}
