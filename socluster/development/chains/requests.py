"""Who asks for a service: clients by the actor where they enter, by target group, or both, and who may serve them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import id_of
from socluster.development.chains.amounts import by_name, stated_amounts
from socluster.development.chains.chain import Chain
from socluster.words import marked

__all__ = ["Requests", "asked_pairs", "requests_of"]


@dataclass(frozen=True, eq=False)
class Requests:
    """How many clients ask, where, and who may serve them.

    Parameters
    ----------
    groups : tuple of str or None
        Target groups; (None,) if nobody tells them apart.
    amounts : array of float of shape (groups, entries)
        Clients by group and entry; infinite where a group may enter anywhere.
    totals : array of float of shape (groups,)
        Clients of each group.
    serves : array of bool of shape (groups, actors of the cluster)
        Who may serve which group.
    gone : float
        Clients of an entry that the cluster does not hold: nobody can serve them.
    """

    groups: tuple[str | None, ...]
    amounts: Array
    totals: Array
    serves: Array
    gone: float = 0.0

    @property
    def total(self) -> float:
        """All clients."""
        return float(self.totals.sum()) + self.gone

    @property
    def anywhere(self) -> Array:
        """Which groups may enter at any entry: array of bool."""
        return np.asarray(np.isinf(self.amounts).any(axis=1))

    @property
    def is_plain(self) -> bool:
        """Whether everybody may use everything, so that a cut proves how many get through."""
        return bool(self.serves.all())


def requests_of(chain: Chain, demand: Any, serves: Any = None, *, lenient: bool = False) -> Requests:
    """Read who asks for a service.

    Raises
    ------
    InputError
        If demand stands at an actor where nobody enters, an amount is none, or a group or actor is unknown.
    """
    if isinstance(demand, pd.DataFrame):
        demand = {str(group): demand[group].to_dict() for group in demand}
    if serves is None and not _is_by_group(demand):
        amounts, gone = _by_entry(chain, demand, lenient)
        everybody = np.ones((1, chain.cluster.n_actors), dtype=bool)
        return Requests((None,), amounts[None, :], np.array([amounts.sum()]), everybody, gone)
    groups, amounts, totals, gone = _by_group(chain, demand, lenient)
    return Requests(groups, amounts, totals, _serves(chain, serves, groups, lenient), gone)


def _is_by_group(demand: Any) -> bool:
    return isinstance(demand, Mapping) and any(isinstance(each, Mapping | pd.Series) for each in demand.values())


def _by_entry(chain: Chain, demand: Any, lenient: bool) -> tuple[Array, float]:
    """Return the clients of every entry, and those of entries that are not there."""
    if is_number(demand):
        return _spread_over_one(chain, demand), 0.0
    if isinstance(demand, pd.Series):
        demand = demand.to_dict()  # in which a gap is no amount
    found = stated_amounts(chain.cluster, demand, "demand", lenient=lenient)
    if isinstance(demand, str):
        _refuse_missing(chain, demand, np.isnan(found[chain.entries]))
    else:
        _refuse_elsewhere(chain, np.flatnonzero(~np.isnan(found)).tolist())
    gone = 0.0
    if lenient and isinstance(demand, Mapping | pd.Series):
        gone = sum(float(n) for name, n in demand.items() if id_of(name) not in chain.cluster.parts.position)
    return np.nan_to_num(found[chain.entries]), gone


def _spread_over_one(chain: Chain, demand: float) -> Array:
    """Return a single number as the clients of the only entry."""
    if not 0 <= demand < np.inf:
        wrong = marked("must be a finite number of clients, from 0")
        raise InputError(Problem(wrong, column="demand", is_argument=True, value=demand))
    if len(chain.entries) != 1:
        message = marked("one number needs one actor where clients enter; give clients by actor, as in {'School': 50}")
        raise InputError(Problem(message, column="demand", is_argument=True, value=demand))
    return np.array([float(demand)])


def _refuse_missing(chain: Chain, column: str, missing: Array) -> None:
    message = marked("states no clients; write 0 where nobody asks")
    if missing.any():
        raise InputError(
            [
                Problem(message, row=str(chain.cluster.labels[place]), column=column)
                for place in chain.entries[missing].tolist()
            ]
        )


def _refuse_elsewhere(chain: Chain, places: Iterable[int]) -> None:
    elsewhere = [place for place in places if chain.step_of[place] != 0]
    if elsewhere:
        message = marked("is not where clients enter: that is at actors of the kind '{kind}'")
        raise InputError(
            [
                Problem(
                    message,
                    column="demand",
                    is_argument=True,
                    value=str(chain.cluster.labels[place]),
                    values={"kind": chain.steps[0]},
                )
                for place in elsewhere
            ]
        )


def _by_group(chain: Chain, demand: Any, lenient: bool) -> tuple[tuple[str | None, ...], Array, Array, float]:
    if not isinstance(demand, Mapping) or not demand or not all(isinstance(each, str) for each in demand):
        message = marked(
            "with target groups, give clients by group, at any entry or by entry: {'families': 40} or "
            "{'families': {'School': 40}}"
        )
        raise InputError(Problem(message, column="demand", is_argument=True, value=demand))
    amounts, totals, gone, problems = [], [], 0.0, []
    for group, asked in demand.items():
        if isinstance(asked, Mapping | pd.Series):
            of_group, away = _by_entry(chain, asked, lenient)
            gone += away
            amounts.append(of_group)
            totals.append(float(of_group.sum()))
        elif is_number(asked) and 0 <= asked < np.inf:
            amounts.append(np.full(len(chain.entries), np.inf))
            totals.append(float(asked))
        else:
            problems.append(
                Problem("must be a number from 0", row=group, column="demand", is_argument=True, value=asked)
            )
    if problems:
        raise InputError(problems)
    return tuple(demand), np.array(amounts), np.array(totals), gone


def _serves(chain: Chain, serves: Any, groups: tuple[str | None, ...], lenient: bool) -> Array:
    """Return who may serve which group; who is not named serves all."""
    may = np.ones((len(groups), chain.cluster.n_actors), dtype=bool)
    if serves is None:
        return may
    known = [str(group) for group in groups]
    if isinstance(serves, Mapping) and serves and set(serves) <= set(known) - set(chain.cluster.ids):
        return _only_through(chain, serves, known, lenient)
    problems: list[Problem] = []
    for place, told in _told(chain, serves, lenient).items():
        listed = [told] if isinstance(told, str) else list(told) if isinstance(told, Iterable) else [told]
        problems += [
            Problem(
                "is no group that asks for a service",
                row=str(chain.cluster.labels[place]),
                column="serves",
                is_argument=True,
                value=each,
                nearest=nearest(each, known),
            )
            for each in listed
            if each not in known and not (isinstance(serves, str) and isinstance(each, str))
        ]
        may[:, place] = [group in listed for group in known]
    if problems:
        raise InputError(problems)
    return may


def _only_through(chain: Chain, serves: Mapping[Any, Any], groups: list[str], lenient: bool) -> Array:
    """Return who may serve which group, if groups name those through whom they go: others of their steps may not."""
    may = np.ones((len(groups), chain.cluster.n_actors), dtype=bool)
    for group, actors in serves.items():
        listed = [actors] if isinstance(actors, str) or not isinstance(actors, Iterable) else list(actors)
        named = list(by_name(chain.cluster, dict.fromkeys(listed, True), "serves", lenient=lenient))
        own = may[groups.index(group)]
        own[np.isin(chain.step_of, chain.step_of[named])] = False
        own[named] = True
    return may


def _told(chain: Chain, serves: Any, lenient: bool) -> dict[int, Any]:
    """Return the groups that actors are said to serve, by place."""
    if not isinstance(serves, str):
        return by_name(chain.cluster, serves, "serves", lenient=lenient)
    actors = chain.cluster.parts.actors
    if serves not in actors:
        near = nearest(serves, list(actors))
        message = marked("is no column of the actors; name one that holds groups with semicolons between them")
        raise InputError(Problem(message, column="serves", is_argument=True, value=serves, nearest=near))
    cells = actors[serves].objects()
    return {
        place: [part.strip() for part in str(cell).split(";")] for place, cell in enumerate(cells) if cell is not None
    }


def asked_pairs(requests: Requests, enters: tuple[Array, Array], labels: Any) -> tuple[list[Any], list[Any]]:
    """Return group and actor of every request, as the flow problem has them; None where nobody states it.

    Parameters
    ----------
    requests : Requests
        Who asks.
    enters : tuple of array
        Group and number of the entry of every way in (`FlowProblem.enters`).
    labels : sequence
        What the entries are called.
    """
    anywhere = requests.anywhere
    stated = [
        (requests.groups[own], labels[place])
        for own, place in zip(enters[0].tolist(), enters[1].tolist(), strict=True)
        if not anywhere[own]
    ]
    stated += [(requests.groups[own], None) for own in np.flatnonzero(anywhere & (requests.totals > 0)).tolist()]
    return [group for group, _ in stated], [actor for _, actor in stated]
