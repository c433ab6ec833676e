"""Flow and wait as measures of a cluster, so that scenarios can be compared in them, and partners chosen by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from socluster.core.arguments import choice, generator, is_number
from socluster.core.checked import checked_methods
from socluster.core.errors import InputError, Problem
from socluster.development.chains.chain import chain_of
from socluster.development.chains.flow import flow_problem
from socluster.development.chains.histories import histories_of, read
from socluster.development.chains.queues.checks import rate
from socluster.development.chains.requests import requests_of
from socluster.development.chains.stations import Routing, staff_of
from socluster.whatif.engine.measure_hooks import MeasureHooks
from socluster.words import Language, Phrase, counted, later, marked, measure_name, number, phrase, say

__all__ = ["Flow", "Wait"]


@checked_methods
@dataclass(frozen=True, repr=False, eq=False)
class Flow(MeasureHooks):
    """How many clients could get through? As a measure, for `compare`, `rank_partners` and `plan_partners`.

    Its value is that of `referral_flow`, solved anew for every cluster that it is asked about: so the effect of a
    scenario is what it is, and no price.

    Parameters
    ----------
    steps : sequence of str
        Kinds of actors, in the order in which a client meets them. One that ends in "?" may be skipped.
    demand : mapping, Series, DataFrame, str or number
        Clients, as `referral_flow` takes them.
    capacity : str, mapping or Series, default "capacity"
        Places of each actor, as `referral_flow` takes them. A column goes with the scenario: `with_actor` and
        `with_attributes` state it for those who join or grow.
    serves : mapping or str, optional
        Who serves which target group, as `referral_flow` takes it.
    what : {"served", "unserved", "share"}, default "served"
        Clients who get through, clients who do not, or the share of those who do. Fewer unserved are better: state
        better={...: "lower"} where a goal is asked for.
    layer : str, optional
        One layer of ties; without it all.

    Notes
    -----
    Names that a cluster does not hold are passed over, because scenarios differ in who is there; clients of an entry
    that has left stay, and are not served.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> actors = pd.DataFrame({"actor": ["S", "P"], "kind": ["school", "psychologist"], "capacity": [None, 25]})
    >>> ties = pd.DataFrame({"source": ["S"], "target": ["P"]})
    >>> town = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> served = sc.Flow(["school", "psychologist"], demand={"S": 90})
    >>> more = sc.Scenario("ten places more").with_attributes("P", capacity=35)
    >>> float(sc.compare(town, [more], measures=served, draws=1, rng=7).to_frame()["delta"].iloc[0])
    10.0
    """

    steps: Sequence[str]
    demand: Any = field(kw_only=True)
    capacity: Any = field(default="capacity", kw_only=True)
    serves: Any = field(default=None, kw_only=True)
    what: Literal["served", "unserved", "share"] = field(default="served", kw_only=True)
    layer: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Check what can be checked without a cluster."""
        choice("what", self.what, ("served", "unserved", "share"))
        object.__setattr__(self, "steps", _steps(self.steps))

    @property
    def __name__(self) -> str:
        """What it is called in tables and, in words, in sentences."""
        return {"served": "clients_served", "unserved": "clients_unserved", "share": "share_served"}[self.what]

    def __call__(self, cluster: Any) -> float:
        """Return the value for a cluster; infinite capacities of entries are no limit.

        Raises
        ------
        InputError
            As `referral_flow`.
        """
        chain = chain_of(cluster, self.steps, self.layer)
        requests = requests_of(chain, self.demand, self.serves, lenient=True)
        served = flow_problem(chain, requests, self.capacity, lenient=True).served
        if self.what == "served":
            return served
        unserved = requests.total - served
        return unserved if self.what == "unserved" else served / requests.total if requests.total else float("nan")

    def notes(self) -> tuple[Phrase, ...]:
        """Return what a comparison says of the values."""
        name = later(measure_name, self.__name__)
        if self.what == "unserved":
            return (
                phrase(
                    "{measure}: the fewest that ties and places allow, if clients are passed on at once wherever there "
                    "is room; in practice more may remain.",
                    measure=name,
                ),
            )
        return (
            phrase(
                "{measure}: the most that ties and places allow, if clients are passed on at once wherever there is "
                "room; in practice it may be less.",
                measure=name,
            ),
        )

    def _left_out(self, cluster: Any) -> tuple[Phrase, ...]:
        """Return which ties of a cluster lead no client on, as `referral_flow` says it."""
        return chain_of(cluster, self.steps, self.layer).left_out

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what is measured, and what it assumes.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            say(
                "The most clients who can get through {steps}, if they are passed on at once wherever there is room.",
                language,
                steps=" → ".join(self.steps),
            )
        ]

    def __repr__(self) -> str:
        """Return the sentences."""
        return " ".join(self.sentences())


@checked_methods
@dataclass(frozen=True, repr=False, eq=False)
class Wait(MeasureHooks):
    """How long do clients wait, or how many are lost? As a measure, for `compare` and `rank_partners`.

    Its value is the mean over simulated histories (`simulate_clients`), with the same clients in every scenario.

    Parameters
    ----------
    steps : sequence of str
        Kinds of actors, in the order in which a client meets them. One that ends in "?" may be skipped.
    demand, service_rate, patience_rate, servers, start, season, holidays, needs, routing
        As `simulate_clients` takes them. Columns of the actors go with the scenario. A `queues.school_year` needs rates
        a year and a horizon in years.
    horizon : float
        How far to look, in units of time.
    histories : int, default 100
        How many histories are simulated for each value.
    rng : int
        Seed of the histories; the same for all scenarios.
    what : {"mean_wait", "waiting", "lost", "lost_share", "served"}, default "mean_wait"
        Which quantity. Less of all but served is better: state better={...: "lower"} where a goal is asked for.
    layer : str, optional
        One layer of ties; without it all.

    Notes
    -----
    The interval of a comparison shows what uncertain ties make of it. How far histories differ from each other, and
    with them the effect of a change, is said by ``simulate_clients(...).minus(...)``.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> actors = pd.DataFrame({"actor": ["S", "P"], "kind": ["school", "psychologist"], "servers": [None, 4]})
    >>> ties = pd.DataFrame({"source": ["S"], "target": ["P"]})
    >>> town = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> lost = sc.Wait(
    ...     ["school", "psychologist"], demand=45, service_rate=10, patience_rate=2, horizon=3, rng=7, what="lost"
    ... )
    >>> fifth = sc.Scenario("a fifth psychologist").with_attributes("P", servers=5)
    >>> saved = sc.compare(town, [fifth], measures=lost, draws=1, rng=7).to_frame()["delta"].iloc[0]
    >>> bool(-20 < saved < -8)
    True
    """

    steps: Sequence[str]
    demand: Any = field(kw_only=True)
    service_rate: Any = field(kw_only=True)
    patience_rate: Any = field(default=None, kw_only=True)
    servers: Any = field(default="servers", kw_only=True)
    horizon: float = field(kw_only=True)
    histories: int = field(default=100, kw_only=True)
    rng: int = field(kw_only=True)
    what: Literal["mean_wait", "waiting", "lost", "lost_share", "served"] = field(default="mean_wait", kw_only=True)
    start: Any = field(default=None, kw_only=True)
    season: Any = field(default=None, kw_only=True)
    holidays: Any = field(default=None, kw_only=True)
    needs: Any = field(default=None, kw_only=True)
    routing: Routing = field(default="capacity", kw_only=True)
    layer: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Check what can be checked without a cluster."""
        choice("what", self.what, ("mean_wait", "waiting", "lost", "lost_share", "served"))
        choice("routing", self.routing, ("capacity", "weight"))
        object.__setattr__(self, "steps", _steps(self.steps))
        rate("horizon", self.horizon)
        generator(self.rng)
        if not (is_number(self.histories) and float(self.histories).is_integer() and 1 <= self.histories <= 10**6):
            message = marked("must be a whole number from 1 to 1,000,000")
            raise InputError(Problem(message, column="histories", is_argument=True, value=self.histories))

    @property
    def __name__(self) -> str:
        """What it is called in tables and, in words, in sentences."""
        names = {"waiting": "clients_waiting", "lost": "clients_lost", "served": "clients_served"}
        return {**names, "lost_share": "share_lost"}.get(self.what, self.what)

    def __call__(self, cluster: Any) -> float:
        """Return the value for a cluster.

        Raises
        ------
        InputError
            As `simulate_clients`.
        """
        chain = chain_of(cluster, self.steps, self.layer)
        crew = staff_of(chain, self.servers, self.service_rate, self.patience_rate, lenient=True)
        told = {name: getattr(self, name) for name in ("start", "season", "holidays", "needs", "routing")}
        seed = int(generator(self.rng).integers(2**63))  # as simulate_clients takes it
        task = histories_of(chain, crew, self.demand, horizon=self.horizon, seed=seed, lenient=True, **told)
        found = read(task, task.run(0, self.histories)[0])
        if self.what not in ("mean_wait", "lost_share"):
            return float(found.values[self.what].mean())
        came = float(found.values["arrived"].sum())
        part = float(found.sums[:, :, 0].sum() if self.what == "mean_wait" else found.values["lost"].sum())
        return part / came if came else float("nan")

    @property
    def is_simulated(self) -> bool:
        """True: a value is the mean over simulated histories, so that it is not certain where no tie is drawn."""
        return True

    def notes(self) -> tuple[Phrase, ...]:
        """Return what a comparison says of the values: how they come about, over what time, and with which rates."""
        told: dict[str, Any] = {
            "measure": later(measure_name, self.__name__),
            "histories": counted("{n} simulated history", "{n} simulated histories", int(self.histories)),
            "horizon": later(number, self.horizon),
            "rates": ", ".join(_as_said(self, each) for each in ("service_rate", "patience_rate", "servers")),
        }
        if self.what in ("lost", "served"):
            message = marked(
                "{measure}: mean over {histories}, of all clients by the horizon of {horizon} units of time, not of "
                "those in one unit; at assumed rates ({rates})."
            )
        elif self.what == "waiting":
            message = marked(
                "{measure}: mean over {histories}, at the horizon of {horizon} units of time; at assumed rates "
                "({rates})."
            )
        else:
            message = marked(
                "{measure}: mean over {histories}, each up to a horizon of {horizon} units of time; at assumed rates "
                "({rates})."
            )
        return (
            phrase(message, **told),
            phrase(
                "How far histories differ, and with them the change, is not said here; "
                "simulate_clients(...).minus(...) gives its interval."
            ),
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what is measured, and what it assumes.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            say(
                "The mean over {n} simulated histories of clients on their way through {steps}, at the stated rates, "
                "which are assumptions.",
                language,
                n=str(self.histories),
                steps=" → ".join(self.steps),
            )
        ]

    def __repr__(self) -> str:
        """Return the sentences."""
        return " ".join(self.sentences())


def _as_said(measure: Wait, name: str) -> str:
    """Return an argument as it was given, short where it is a table."""
    value = getattr(measure, name)
    return f"{name}={value!r}" if value is None or isinstance(value, str) or is_number(value) else f"{name}=..."


def _steps(given: Any) -> tuple[Any, ...]:
    if isinstance(given, str) or not isinstance(given, Sequence):
        example = "steps=['school', 'psychologist']"
        message = marked("name at least two kinds of actors, in the order in which a client meets them: {example}")
        raise InputError(Problem(message, is_argument=True, column="steps", value=given, values={"example": example}))
    return tuple(given)
