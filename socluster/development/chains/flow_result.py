"""What the flow of clients says: who gets through, the certificate, and what is determined of who is served."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.labels import label_index
from socluster.core.result import Result
from socluster.development.chains.chain import Chain
from socluster.development.chains.flow_problem import FlowProblem
from socluster.development.chains.requests import Requests, asked_pairs
from socluster.development.chains.units import Unit, per
from socluster.words import Language, Phrase, listed, number, percent, say
from socluster.words.headings import as_title

__all__ = ["ReferralFlow"]

_MOST = 6  # actors that a sentence names
_FEW = 12  # requests of which a sentence says what is determined


@dataclass(frozen=True, eq=False, repr=False)
class ReferralFlow(Result):
    """What `referral_flow` found. Its text says how many get through, and who is the bottleneck.

    Parameters
    ----------
    cluster : Cluster
        What was asked about.
    steps : tuple of str
        Kinds of actors, in order.
    demand : float
        All clients who ask.
    served : float
        The most who can get through.
    whole_served : int
        The most whole clients, with whole places, who can get through.
    cut : tuple
        The smallest set of actors who together let no more through, the one nearest the demand; clients who are served
        for want of more are not in it. Empty where groups may use different actors, and no cut proves the answer.
    cut_services : tuple
        The same, the one nearest the services. If it differs, more places at one of the two sets alone help nobody.
    prices : Series of float
        By actor, what one place more is worth at most.
    plus1 : Series of float
        By actor, how many more get through with one place more, solved anew.
    with_path : float
        Share of the clients who enter where there is a path to a service at all.
    fair : str or None
        The rule by which a plan was chosen among those that serve most; None if none was asked for.
    unit : str
        The time in which so many clients come.
    whole_is_proven : bool
        Whether `whole_served` is proven to be the most.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    chain, asked, problem : object
        What it was computed from.
    """

    cluster: Cluster
    steps: tuple[str, ...]
    demand: float
    served: float
    whole_served: int
    cut: tuple[Any, ...]
    cut_services: tuple[Any, ...]
    prices: pd.Series[Any] = field(compare=False)
    plus1: pd.Series[Any] = field(compare=False)
    with_path: float
    fair: Literal["max-min"] | None
    unit: Unit
    whole_is_proven: bool
    data_notes: tuple[Phrase, ...]
    chain: Chain = field(compare=False)
    asked: Requests = field(compare=False)
    problem: FlowProblem = field(compare=False)

    @property
    def unserved(self) -> float:
        """How many do not get through."""
        return self.demand - self.served

    @property
    def share(self) -> float:
        """What share of the clients gets through; NaN if nobody asks."""
        return self.served / self.demand if self.demand else float("nan")

    @property
    def bottleneck(self) -> tuple[Any, ...]:
        """The actors where one place more is worth something, by their prices."""
        return tuple(self.prices.index[self.prices > 0])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per actor of the chain.

        Returns
        -------
        DataFrame
            Index `actor`. Columns: step (its kind), capacity (infinite where there is no limit), price, plus1, in_cut,
            in_cut_services.
        """
        index = self.prices.index
        return pd.DataFrame(
            {
                "step": [self.steps[step] for step in self.problem.step_of.tolist()],
                "capacity": self.problem.capacity,
                "price": self.prices.to_numpy(),
                "plus1": self.plus1.to_numpy(),
                "in_cut": index.isin(self.cut),
                "in_cut_services": index.isin(self.cut_services),
            },
            index=index,
        )

    def requests(self) -> pd.DataFrame:
        """Return what is determined of who is served: the least and the most over all plans that serve as many.

        Returns
        -------
        DataFrame
            One row per request. Index (group, actor), without the level that nobody stated: a group that may enter
            anywhere has no actor. Columns: demand, low, high (clients who are served), determined (whether these are
            one number), and served, if a rule of fairness was asked for.
        """
        rows, asked = self.problem.requests
        weights = rows.toarray()
        ends = np.array([self.problem.range_of(row) for row in weights]).reshape(-1, 2)
        table = pd.DataFrame({"demand": asked, "low": ends[:, 0], "high": ends[:, 1]}, index=self._asked_by())
        table["determined"] = np.isclose(table["low"], table["high"], atol=1e-5)
        if self.fair is not None:
            table["served"] = np.clip(rows @ self.plan, 0.0, None)
        return table

    def loads(self) -> pd.DataFrame:
        """Return how many clients each actor has: the least and the most over all plans that serve as many.

        Returns
        -------
        DataFrame
            Index `actor`; columns low, high.
        """
        ends = [self.problem.range_of(row) for row in self.problem.load.toarray()]
        return pd.DataFrame(ends, columns=["low", "high"], index=self.prices.index)

    @property
    def plan(self) -> Array:
        """One plan that serves most: the fair one, if it was asked for; otherwise one of maybe many."""
        return self.problem.fair() if self.fair is not None else self.problem.plan

    def flows(self) -> pd.DataFrame:
        """Return who passes how many clients on to whom in one plan that serves most (`plan`).

        Returns
        -------
        DataFrame
            Columns source, target, clients; ties without clients are left out.
        """
        ties = len(self.problem.ties_used[0])
        over = np.bincount(self.problem.ties_used[1], self.plan[:ties], len(self.problem.sources))
        used = over > 1e-6
        labels = self.prices.index
        return pd.DataFrame(
            {
                "source": labels[self.problem.sources[used]],
                "target": labels[self.problem.targets[used]],
                "clients": over[used],
            }
        )

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw who passes how many clients on to whom, in one plan that serves most.

        Parameters
        ----------
        title : str, optional
            Default: how many get through, and who is the bottleneck.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.flows import flows

        shown = self.flows()
        for column in ("source", "target"):
            shown[column] = called(self.cluster, shown[column], language)
        finding = as_title(self._headline(language)) if self.demand else ""
        heading = finding if title is None else title
        subtitle = about(language, cluster=self.cluster.name, actors=self.cluster.n_actors)
        source = source_of(self.cluster, language)
        return flows(shown, title=heading, subtitle=subtitle, caption=source, language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many get through, who is the bottleneck, what proves it and what is assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if not self.demand:
            return [say("No client asks for a service.", language), *self.about_data(language)]
        said = [self._headline(language), *self._certificate(language), *self._whole(language)]
        return [*said, *self._undetermined(language), *self._assumed(language), *self.about_data(language)]

    def _headline(self, language: Language) -> str:
        told = {
            "served": number(self.served, language),
            "demand": number(self.demand, language),
            "per": per(self.unit, language),
        }
        helpful = self.plus1[self.plus1 > 1e-6]
        if not self.served:
            return say("None of the {demand} clients {per} gets through.", language, **told)
        if np.isclose(self.served, self.demand):
            return say("All {demand} clients {per} get through.", language, **told)
        if helpful.empty:
            return say(
                "{served} of {demand} clients {per} get through; one place more at any one actor lets no more through.",
                language,
                **told,
            )
        names = called(self.cluster, helpful.index, language)
        if not np.allclose(helpful, 1):
            gains = [f"{name} ({number(gain, language)})" for name, gain in zip(names, helpful, strict=True)]
            return say(
                "{served} of {demand} clients {per} get through; one place more lets more through at {gains}.",
                language,
                gains=listed(gains, language, most=_MOST),
                **told,
            )
        told["names"] = listed(names, language, most=_MOST)
        if len(names) == 1:
            return say(
                "{served} of {demand} clients {per} get through; {names} is the bottleneck: one place more there lets "
                "one more through.",
                language,
                **told,
            )
        if len(names) == 2:
            return say(
                "{served} of {demand} clients {per} get through; {names} together are the bottleneck: one place more "
                "at either lets one more through.",
                language,
                **told,
            )
        return say(
            "{served} of {demand} clients {per} get through; {names} together are the bottleneck: one place more at "
            "any of them lets one more through.",
            language,
            **told,
        )

    def _certificate(self, language: Language) -> list[str]:
        """Return why no plan serves more."""
        if np.isclose(self.served, self.demand):
            return []
        if not self.asked.is_plain:
            priced = self.prices[self.prices > 0]
            names = called(self.cluster, priced.index, language)
            worth = [f"{name} ({number(price, language)})" for name, price in zip(names, priced, strict=True)]
            return [
                say(
                    "Groups may use different actors, so that no cut proves it; prices do: one place more lets at most "
                    "so many more through at {worth}, and none elsewhere.",
                    language,
                    worth=listed(worth, language, most=_MOST),
                )
            ] * bool(worth)
        if not self.cut:
            return []
        places = float(self.problem.capacity[self.prices.index.isin(self.cut)].sum())
        told = {
            "names": listed(called(self.cluster, self.cut, language), language, most=_MOST),
            "places": number(places, language),
        }
        said = [self._proof(self.served - places, told, language)]
        if set(self.cut_services) != set(self.cut):
            others = called(self.cluster, self.cut_services, language)
            said.append(
                say(
                    "The same holds of another set, nearer to the services: {names}.",
                    language,
                    names=listed(others, language, most=_MOST),
                )
            )
        return said

    def _proof(self, rest: float, told: dict[str, str], language: Language) -> str:
        if rest > 1e-6:
            return say(
                "No plan serves more: some clients are all served where they enter ({rest} in all), and all others "
                "have to pass {names} (places together: {places}).",
                language,
                rest=number(rest, language),
                **told,
            )
        return say("No plan serves more: everybody has to pass {names} (places together: {places}).", language, **told)

    def _whole(self, language: Language) -> list[str]:
        if abs(self.served - self.whole_served) < 1e-6:
            return []
        told = number(self.whole_served, language)
        if not self.whole_is_proven:
            return [say("Of whole clients, at least {n} get through; the search was stopped.", language, n=told)]
        return [say("Of whole clients with whole places, at most {n} get through.", language, n=told)]

    def _undetermined(self, language: Language) -> list[str]:
        """Return what capacities alone do not determine, and what the rule of fairness gives."""
        if not 1 < self.problem.requests[0].shape[0] <= _FEW or np.isclose(self.served, self.demand):
            return []
        table = self.requests()
        names = self._asked_names(language)
        if self.fair is not None:
            given = [f"{name} {number(n, language)}" for name, n in zip(names, table["served"], strict=True)]
            return [
                say(
                    "By the rule of the largest smallest share (max-min) get through: {given}.",
                    language,
                    given=listed(given, language),
                )
            ]
        is_open = ~table["determined"].to_numpy()
        ranges = [
            say(
                "{name} {low} to {high}",
                language,
                name=name,
                low=number(max(low, 0.0), language),
                high=number(high, language),
            )
            for name, low, high in zip(names, table["low"], table["high"], strict=True)
        ]
        if not is_open.any():
            return []
        return [
            say(
                "Who gets the places is not determined by capacity: {ranges}. A rule has to be asked for, as "
                "fair='max-min'.",
                language,
                ranges=listed([each for each, free in zip(ranges, is_open, strict=True) if free], language),
            )
        ]

    def _assumed(self, language: Language) -> list[str]:
        said = []
        if self.with_path < 1:
            said.append(
                say(
                    "{share} of the clients enter where no path leads to a service.",
                    language,
                    share=percent(1 - self.with_path, language),
                )
            )
        return [
            *said,
            say(
                "Assumed: clients are passed on at once wherever there is room. So this is the most that the ties and "
                "places allow, not what happens; structure is not effectiveness.",
                language,
            ),
        ]

    @property
    def _entries(self) -> pd.Index[Any]:
        return self.prices.index[self.problem.entries]

    def _asked_by(self) -> pd.Index[Any]:
        groups, entries = asked_pairs(self.asked, self.problem.enters, self._entries)
        if all(each is None for each in groups):
            return label_index(entries)
        if all(each is None for each in entries):
            return pd.Index(groups, name="group")
        return pd.MultiIndex.from_arrays([groups, entries], names=["group", "actor"])

    def _asked_names(self, language: Language) -> list[str]:
        groups, entries = asked_pairs(self.asked, self.problem.enters, self._entries)
        names = called(self.cluster, entries, language)
        return [
            ", ".join(
                part for part in (str(group) if group is not None else "", name if actor is not None else "") if part
            )
            for group, actor, name in zip(groups, entries, names, strict=True)
        ]
