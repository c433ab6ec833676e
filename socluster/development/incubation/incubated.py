"""What incubation brings: the ties over time, the four benefits, and on which assumptions they rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.arguments import whole_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.labels import Label
from socluster.core.result import Result
from socluster.development.incubation.assumed import KINDS
from socluster.development.incubation.assumed_text import told_assumptions
from socluster.development.incubation.barriers import BARRIERS, Barriers
from socluster.development.incubation.benefits import QUANTITIES
from socluster.development.incubation.dyads import ends
from socluster.development.incubation.events import Event
from socluster.development.incubation.incubated_text import Told, quantity_said
from socluster.development.incubation.incubations import Incubations
from socluster.development.incubation.parameters import Incubation
from socluster.draws.spread import INTERVAL, spread
from socluster.words import Language, Phrase, marked, say

__all__ = ["Incubated", "Quantity"]

Quantity: TypeAlias = Literal[
    "ties",
    "staying_ties",
    "building_ties",
    "across_sectors",
    "sharing_knowledge",
    "ensuring_cooperation",
    "coordinated_activity",
]


@dataclass(frozen=True, eq=False, repr=False)
class Incubated(Result):
    """What `incubate` found. Its text says what became of the ties, each of the four benefits, and what is assumed.

    Parameters
    ----------
    cluster : Cluster
        Who was at the events.
    parameters : Incubation
        What a meeting does.
    barriers : Barriers
        What is in the way.
    periods : int
        Number of periods.
    events : mapping from (int, str) to int
        Number of events by period (from 1) and kind.
    history : array of float of shape (draws, periods + 1, 7)
        In the beginning and after every period: ties; those among who stays; new ties that are alive, and those of them
        across sectors; the mean share of the others whom one reaches in two steps; ties with enough trust among who
        stays; offers of several providers two of whom are tied (NaN if nobody's services are known).
    blocks : array of float of shape (draws, pairs)
        New ties at the end, by pairs of values.
    pairs : mapping from str to tuple of (str, str)
        For each column of the actors the pairs of values; empty text where none is stated.
    offers : int or None
        Number of offers of several providers; None if nobody's services are known.
    gone : tuple
        Who leaves when the project ends.
    interval : float
        Share of the draws between low and high.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    task : Incubations, optional
        What was drawn, for single histories.
    """

    cluster: Cluster
    parameters: Incubation = field(compare=False)
    barriers: Barriers = field(compare=False)
    periods: int
    events: Mapping[tuple[int, str], int] = field(compare=False)
    history: Array = field(compare=False)
    blocks: Array = field(compare=False)
    pairs: Mapping[str, tuple[tuple[str, str], ...]] = field(compare=False)
    offers: int | None = None
    gone: tuple[Label, ...] = ()
    interval: float = INTERVAL
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    task: Incubations | None = field(default=None, compare=False)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.history)

    @property
    def values(self) -> pd.DataFrame:
        """The quantities at the end, a row per draw: the columns of `history`."""
        return pd.DataFrame(self.history[:, -1], columns=list(QUANTITIES)).rename_axis("draw")

    @property
    def mean_ties(self) -> float:
        """Ties at the end: the mean over the draws."""
        return self._mean("ties")

    @property
    def mean_new_ties(self) -> float:
        """New ties that are alive at the end: the mean over the draws."""
        return self._mean("building_ties")

    @property
    def sharing_knowledge(self) -> float:
        """Share of the others whom an actor reaches in one or two steps at the end, the mean over actors and draws."""
        return self._mean("sharing_knowledge")

    @property
    def building_ties(self) -> float:
        """New ties that are alive at the end: the mean over the draws (as `mean_new_ties`)."""
        return self._mean("building_ties")

    @property
    def ensuring_cooperation(self) -> float:
        """Ties with enough trust at the end, among those who stay: the mean over the draws."""
        return self._mean("ensuring_cooperation")

    @property
    def coordinated_activity(self) -> float:
        """Offers of several providers two of whom are tied at the end: the mean over the draws.

        An offer is a place, service and target group. NaN if nobody's services are known.
        """
        return self._mean("coordinated_activity")

    def _mean(self, name: str) -> float:
        return np.float64(self.history[:, -1, QUANTITIES.index(name)].mean())

    def to_frame(self) -> pd.DataFrame:
        """Return one row per quantity, at the end of the last period.

        Returns
        -------
        DataFrame
            Index `quantity`; columns before (in the beginning, the mean over the draws), median, mean, low, high,
            error, error_of_mean, defined.
        """
        table = spread(self.values, self.interval).rename_axis("quantity")
        table.insert(0, "before", self.history[:, 0].mean(axis=0))
        return table

    def over_time(self, *, what: Quantity = "ties") -> pd.DataFrame:
        """Return one quantity in the beginning and after every period.

        Parameters
        ----------
        what : str, default "ties"
            Which: a row of `to_frame`.

        Returns
        -------
        DataFrame
            Index `period`, 0 is the beginning; columns time (in years), median, mean, low, high, events (held in it).
        """
        rows = spread(self.history[:, :, QUANTITIES.index(what)], self.interval)[["median", "mean", "low", "high"]]
        rows.insert(0, "time", np.arange(self.periods + 1) * float(self.parameters.period))
        rows["events"] = [sum(self._events_of(period).values()) for period in range(self.periods + 1)]
        return rows.set_axis(pd.RangeIndex(self.periods + 1, name="period"), axis="index")

    def by_pairs(self, *, column: str = "sector") -> pd.DataFrame:
        """Return the new ties at the end by pairs of values of the actors, such as public and civic.

        Parameters
        ----------
        column : str, default "sector"
            One of those by which they were counted (`by`).

        Returns
        -------
        DataFrame
            Index (one, other), empty text where no value is stated; columns is_across, median, mean, low, high.

        Raises
        ------
        InputError
            If they were not counted by this column.
        """
        if column not in self.pairs:
            message = marked("is not among the columns by which new ties were counted; ask for it with by=")
            raise InputError(Problem(message, column="column", is_argument=True, value=column))
        names = list(self.pairs)
        first = sum(len(self.pairs[each]) for each in names[: names.index(column)])
        pairs = self.pairs[column]
        rows = spread(self.blocks[:, first : first + len(pairs)], self.interval)[["median", "mean", "low", "high"]]
        rows.insert(0, "is_across", [one != other for one, other in pairs])
        levels = [[pair[end] for pair in pairs] for end in (0, 1)]
        return rows.set_axis(pd.MultiIndex.from_arrays(levels, names=["one", "other"]), axis="index")

    def minus(self, other: Incubated) -> pd.DataFrame:
        """Return what is different from another incubation, draw by draw.

        With one seed the same meetings take place in both (common random numbers), so that the difference is due to
        what was changed.

        Parameters
        ----------
        other : Incubated
            The other one, with the same draws.

        Returns
        -------
        DataFrame
            Index `quantity`; columns median, mean, low, high, error, error_of_mean, defined: of the differences.

        Raises
        ------
        InputError
            If the other one has other draws, or another cluster.
        """
        mine, theirs = ((each.seed, each.draws, each.cluster.ids) for each in (self, other))
        if mine != theirs or self.seed is None:
            raise InputError(
                "only incubations of the same actors with one seed (an integer) and the same number of draws can be "
                "compared draw by draw"
            )
        return spread(self.values - other.values, self.interval).rename_axis("quantity")

    def network(self, *, draw: int = 0) -> Cluster:
        """Return the cluster at the end of one history: one of many that are possible.

        Parameters
        ----------
        draw : int, default 0
            Which.

        Returns
        -------
        Cluster
            Its ties are simulated (layer `cooperation`).

        Raises
        ------
        InputError
            If there is no such draw.
        """
        if whole_number("draw", draw) >= self.draws:
            raise InputError(Problem("is no draw of this answer", column="draw", is_argument=True, value=draw))
        return self._with_ties(self._task().states(draw)[0][-1].astype(float))

    def after(self) -> Cluster:
        """Return the cluster at the end, each tie with the share of the histories in which it is there as confidence.

        Returns
        -------
        Cluster
            Its ties are simulated (layer `cooperation`). Drawn from it, ties are independent of each other.
        """
        task = self._task()
        there = sum(task.states(draw)[0][-1].astype(float) for draw in range(self.draws))
        return self._with_ties(np.asarray(there) / self.draws)

    def _task(self) -> Incubations:
        if self.task is None:
            raise InputError("an answer that was put together by hand has no histories; ask incubate for them")
        return self.task

    def _with_ties(self, share: Array) -> Cluster:
        one, other = ends(self.cluster.n_actors)
        there = share > 0
        labels = list(self.cluster.labels)
        ties = pd.DataFrame(
            {
                "source": [labels[place] for place in one[there].tolist()],
                "target": [labels[place] for place in other[there].tolist()],
                "layer": "cooperation",
                "confidence": share[there],
                "evidence": "simulated",
            }
        )
        actors = self.cluster.actors.reset_index()
        return Cluster.from_tables(actors, ties, layers={"cooperation": {"directed": False}}, name=self.cluster.name)

    @property
    def assumptions(self) -> pd.DataFrame:
        """What the answer assumes, with the range in which it may lie.

        Returns
        -------
        DataFrame
            Index `quantity`; columns value (NaN where it differs from actor to actor), default, low, high, unit, mark,
            source.
        """
        table = Incubation.assumptions()
        told = {name: getattr(self.parameters, name) for name in ("formation", "repeat", "trust_gain", "half_life")}
        told["trust"] = self.parameters.trust if isinstance(self.parameters.trust, int | float) else float("nan")
        told |= {name: getattr(self.barriers, name) for name in BARRIERS}
        for kind in dict.fromkeys(kind for _, kind in self.events):
            told[f"meetings, {kind}"] = self.parameters.met_by_each(kind)
            told[f"participants, {kind}"] = self.parameters.present_at(kind)
        used = [name for name in table.index if name in told]
        table = table.loc[used]
        table.insert(0, "value", [float(told[name]) for name in used])
        return table

    def plot(self, *, what: Quantity = "ties", title: str | None = None, language: Language = "en") -> Any:
        """Draw a quantity over the periods with its interval, and below it the events that were held.

        Parameters
        ----------
        what : str, default "ties"
            Which: a row of `to_frame`.
        title : str, optional
            Default: the question.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.events_and_ties import events_and_ties

        length = float(self.parameters.period)
        held = [(period * length, kind, number) for (period, kind), number in self.events.items()]
        simulated = say("Simulated under stated assumptions, not observed.", language)
        return events_and_ties(
            self.over_time(what=what)[["time", "median", "low", "high"]],
            events=pd.DataFrame(held, columns=["time", "kind", "number"]).astype({"time": float, "number": float}),
            label=quantity_said(what, language),
            title=say("What do the events bring over time?", language) if title is None else title,
            subtitle=about(language, cluster=self.cluster.name, level=self.interval, draws=self.draws),
            caption=f"{simulated} {source_of(self.cluster, language)}",
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what became of the ties, each of the four benefits, and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        told = Told(
            cluster=self.cluster,
            table=self.to_frame(),
            draws=self.draws,
            interval=self.interval,
            years=self.periods * float(self.parameters.period),
            kinds=self._kinds(),
            gone=self.gone,
            offers=self.offers,
            enough=float(self.parameters.enough_trust),
        )
        assumed = told_assumptions(
            self.cluster, self.parameters, self.barriers, self._kinds(), self.drawn_events, language
        )
        return [*told.sentences(language), *assumed, *self.about_data(language)]

    def _kinds(self) -> dict[str, int]:
        kinds: dict[str, int] = {}
        for (_, kind), number in self.events.items():
            kinds[kind] = kinds.get(kind, 0) + number
        known = [kind for kind in KINDS if kind in kinds]
        return {kind: kinds[kind] for kind in [*known, *sorted(set(kinds) - set(known))]}

    def _events_of(self, period: int) -> dict[str, int]:
        return {kind: number for (when, kind), number in self.events.items() if when == period}

    @property
    def drawn_events(self) -> tuple[Event, ...]:
        """The events whose participants are drawn."""
        return () if self.task is None else tuple(event for event in self.task.events if not event.is_stated)
