"""Where clients are served in a simulation: servers, rates and shares of every actor after the first step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.waiting.clients import Stations
from socluster.core.arguments import is_number
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import id_of
from socluster.development.chains.amounts import stated_amounts
from socluster.development.chains.chain import Chain
from socluster.development.chains.queues.calendar import cycle, phases
from socluster.development.chains.units import Unit
from socluster.words import marked

__all__ = ["Routing", "Staff", "staff_of", "stations_of"]

Routing: TypeAlias = Literal["capacity", "weight"]


@dataclass(frozen=True, eq=False)
class Staff:
    """Who serves, how fast, and how long clients are ready to wait there.

    Parameters
    ----------
    places : array of int
        Places in the cluster of the actors after the first step: the stations.
    servers, service_rate : array of float
        Of each station.
    patience : array of float
        Mean time that clients are ready to wait at each; infinite if nobody leaves.
    """

    places: Array
    servers: Array
    service_rate: Array
    patience: Array

    @property
    def capacity(self) -> Array:
        """Clients whom each station can serve in one unit of time."""
        return np.asarray(self.servers * self.service_rate)


def staff_of(chain: Chain, servers: Any, service_rate: Any, patience_rate: Any, *, lenient: bool = False) -> Staff:
    """Read who serves.

    Raises
    ------
    InputError
        If a number is missing, servers are none or not whole, or a rate is not above 0; all are listed.
    """
    places = np.flatnonzero(chain.step_of > 0)
    found = [
        _by_station(chain, places, given, argument, lenient)
        for argument, given in (("servers", servers), ("service_rate", service_rate))
    ]
    patience = np.full(len(places), np.inf)
    if patience_rate is not None:
        rates = _by_station(chain, places, patience_rate, "patience_rate", lenient, optional=True)
        patience = np.array([np.inf if np.isnan(each) or each == 0 else 1 / each for each in rates.tolist()])
    whole = marked("must be a whole number of at least 1; half a post is one server with half the service rate")
    above = marked("must be above 0")
    names = [str(chain.cluster.labels[place]) for place in places.tolist()]
    problems = [
        Problem(whole, row=name, column="servers", is_argument=True, value=value)
        for name, value in zip(names, found[0].tolist(), strict=True)
        if not (value >= 1 and value.is_integer() and value < 1e9)
    ]
    problems += [
        Problem(above, row=name, column="service_rate", is_argument=True, value=value)
        for name, value in zip(names, found[1].tolist(), strict=True)
        if value <= 0
    ]
    if problems:
        raise InputError(problems)
    return Staff(places, found[0], found[1], patience)


def _by_station(
    chain: Chain, places: Array, given: Any, argument: str, lenient: bool, *, optional: bool = False
) -> Array:
    """Return a number for every station: one for all, by kind, by actor, or from a column."""
    if is_number(given):
        if not 0 <= given < np.inf:
            raise InputError(Problem("must be a number from 0", column=argument, is_argument=True, value=given))
        return np.full(len(places), float(given))
    if isinstance(given, pd.Series):
        given = given.to_dict()
    by_kind = isinstance(given, Mapping) and bool(given) and all(_is_kind(chain, each) for each in given)
    if by_kind:
        return _by_kind(chain, places, given, argument, optional)
    if isinstance(given, Mapping):
        _refuse_strangers(chain, given, argument, lenient)
    found = stated_amounts(chain.cluster, given, argument, lenient=lenient)[places]
    _refuse_missing(chain, places, found, argument, optional)
    return found


def _is_kind(chain: Chain, name: Any) -> bool:
    return isinstance(name, str) and name in chain.steps and id_of(name) not in chain.cluster.parts.position


def _by_kind(chain: Chain, places: Array, given: Mapping[str, Any], argument: str, optional: bool) -> Array:
    wrong = {kind: value for kind, value in given.items() if not (is_number(value) and 0 <= value < np.inf)}
    if wrong:
        raise InputError(
            [
                Problem("must be a number from 0", row=kind, column=argument, is_argument=True, value=value)
                for kind, value in wrong.items()
            ]
        )
    found = np.array([float(given.get(chain.steps[step], np.nan)) for step in chain.step_of[places].tolist()])
    _refuse_missing(chain, places, found, argument, optional)
    return found


def _refuse_strangers(chain: Chain, given: Mapping[Any, Any], argument: str, lenient: bool) -> None:
    known = [*chain.steps, *chain.cluster.ids]
    strangers = [str(each) for each in given if id_of(each) not in chain.cluster.parts.position]
    if strangers and not lenient:
        message = marked("is neither an actor nor, with all others, a kind among the steps")
        raise InputError(
            [
                Problem(message, column=argument, is_argument=True, value=each, nearest=nearest(each, known))
                for each in strangers
            ]
        )


def _refuse_missing(chain: Chain, places: Array, found: Array, argument: str, optional: bool) -> None:
    if optional:
        return
    message = marked("has no value; give one number for all, one for each kind of the steps, or one for each actor")
    problems = [
        Problem(message, row=str(chain.cluster.labels[place]), column=argument, is_argument=True)
        for place, value in zip(places.tolist(), found.tolist(), strict=True)
        if np.isnan(value)
    ]
    if problems:
        raise InputError(problems)


def stations_of(
    chain: Chain,
    crew: Staff,
    *,
    routing: Routing,
    needs: Any,
    holidays: Any,
    season: Any,
    horizon: float,
    unit: Unit = "year",
) -> tuple[Stations, list[tuple[float, float]]]:
    """Return the stations as the kernel takes them, and the phases (length, factor) in which clients come.

    Raises
    ------
    InputError
        If a step may be skipped and nobody says how many need it, or a calendar is none.
    """
    shares = _chances(chain, needs)
    nodes = [*crew.places.tolist(), *chain.entries.tolist()]
    station = {place: number for number, place in enumerate(crew.places.tolist())}
    first, target, upto = [0], [], []
    for node in nodes:
        ways = _ways(chain, crew, node, shares, routing, station)
        target += [each for each, _ in ways]
        upto += np.cumsum([share for _, share in ways]).tolist()
        first.append(len(target))
    comes, works = (
        cycle("season", 1.0 if season is None else season, unit),
        cycle("holidays", 1.0 if holidays is None else holidays, unit),
    )
    found = phases([comes, works], horizon)
    there = np.array([phase.values[1] for phase in found])
    stations = Stations(
        step=chain.step_of[crew.places].astype(np.int64) - 1,
        pace=1 / crew.service_rate,
        bears=crew.patience,
        crew=np.ascontiguousarray(np.round(crew.servers[:, None] * there).astype(np.int64)),
        ends=np.cumsum([phase.length for phase in found]),
        first=np.array(first, dtype=np.int64),
        target=np.array(target, dtype=np.int64),
        upto=np.array(upto, dtype=float),
    )
    return stations, [(phase.length, phase.values[0]) for phase in found]


def _chances(chain: Chain, needs: Any) -> list[float]:
    """Return of every step how likely a client needs it."""
    stated = {} if needs is None else needs
    example = "needs={'psychologist': 0.6}"
    if not isinstance(stated, Mapping):
        message = marked("must say what share of clients needs a step that may be skipped: {example}")
        raise InputError(Problem(message, column="needs", is_argument=True, value=needs, values={"example": example}))
    optional = {kind for kind, skips in zip(chain.steps, chain.optional, strict=True) if skips}
    problems = [
        Problem(
            "is no step that may be skipped; the name of such a step ends in a question mark in steps",
            column="needs",
            is_argument=True,
            value=str(each),
            nearest=nearest(each, optional),
        )
        for each in stated
        if each not in optional
    ]
    problems += [
        Problem("must be a share from 0 to 1", row=kind, column="needs", is_argument=True, value=share)
        for kind, share in stated.items()
        if kind in optional and not (is_number(share) and 0 <= share <= 1)
    ]
    message = marked("may be skipped, so say what share of clients needs it: needs={'{kind}': 0.6}")
    problems += [
        Problem(message, column="needs", is_argument=True, value=kind, values={"kind": kind})
        for kind in sorted(optional)
        if kind not in stated
    ]
    if problems:
        raise InputError(problems)
    return [float(stated.get(kind, 1.0)) for kind in chain.steps]


def _ways(
    chain: Chain, crew: Staff, node: int, chances: list[float], routing: Routing, station: dict[int, int]
) -> list[tuple[int, float]]:
    """Return to which stations a node passes clients on, -1 for nobody, and the shares, which add up to 1."""
    step = int(chain.step_of[node])
    if step == chain.last:
        return []
    own = chain.sources == node
    targets, weights = chain.targets[own].tolist(), chain.weights[own].tolist()
    ways: list[tuple[int, float]] = []
    rest = 1.0
    for following in range(step + 1, chain.last + 1):
        share = rest * chances[following]
        there = [
            (station[target], weight if routing == "weight" else float(crew.capacity[station[target]]))
            for target, weight in zip(targets, weights, strict=True)
            if chain.step_of[target] == following
        ]
        total = sum(weight for _, weight in there)
        if share > 0:
            ways += [(each, share * weight / total) for each, weight in there] if total else [(-1, share)]
        rest -= share
        if chances[following] >= 1 or rest <= 0:
            break
    return ways
