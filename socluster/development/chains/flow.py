"""Flow of clients: how many get through a chain of referrals, who is the bottleneck, and what one place more does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.labels import label_index
from socluster.development.chains.amounts import amounts_of
from socluster.development.chains.chain import Chain, chain_of
from socluster.development.chains.flow_problem import FlowProblem
from socluster.development.chains.flow_result import ReferralFlow
from socluster.development.chains.paths import path_lengths
from socluster.development.chains.requests import Requests, requests_of
from socluster.development.chains.units import Unit

__all__ = ["flow_problem", "referral_flow"]


@checked
def referral_flow(
    cluster: Any,
    /,
    *,
    steps: Sequence[str],
    demand: Any,
    capacity: Any = "capacity",
    serves: Any = None,
    layer: str | None = None,
    fair: Literal["max-min"] | None = None,
    unit: Unit = "year",
) -> ReferralFlow:
    r"""How many clients get through, and who is the bottleneck?

    Clients enter at actors of the first step and are passed on, along the ties, to an actor of every following step.
    Every actor has places for so many clients a year. The most who can get through is a linear programme,

    .. math:: \max \sum_p x_p, \quad \sum_{p \ni v} x_p \le c_v, \quad \sum_{p \in g} x_p \le d_g

    over the paths p of each group g, with the capacity c of an actor and the demand d; it is solved over the ties, of
    which there are fewer than paths.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Its actors state their `kind`.
    steps : sequence of str
        Kinds of actors, in the order in which a client meets them. One that ends in "?" may be skipped.
    demand : mapping, Series, DataFrame, str or number
        Clients by actor of the first step: by name, or the name of a column of the actors; a number if there is only
        one. With target groups: from group to clients, who may enter anywhere, or to clients by actor; or a DataFrame
        with a row per actor and a column per group.
    capacity : str, mapping or Series, default "capacity"
        Places of each actor in the same time: the name of a column of the actors, or by actor. Actors of the first
        step may go without, and then have no limit; all others have to state it (0 where a post is vacant).
    serves : mapping or str, optional
        From actor to the target groups that it serves (who is not named serves all); or from group to the actors
        through whom alone it goes, at their steps; or a column of the actors that holds groups, with semicolons between
        them.
    layer : str, optional
        One layer of ties; without it all. Undirected ties lead from the earlier step to the later one.
    fair : {"max-min"}, optional
        A rule for what the capacities alone do not determine: of all plans that serve most clients, take the one in
        which the smallest share of a request that is served is largest, then the next smallest, and so on.
    unit : {"year", "month", "week", "day"}, default "year"
        The time in which so many clients come and so many places are there, for both.

    Returns
    -------
    ReferralFlow
        `served`, `whole_served`, `unserved`, `share`, `cut`, `cut_services`, `prices`, `plus1`; `.to_frame()`: a row
        per actor; `.requests()`: what is determined of who is served; `.loads()`; `.plot()`: who passes on to whom.

    Raises
    ------
    InputError
        If a step is no kind of any actor, demand stands where nobody enters, a capacity is missing (all who lack one
        are named) or negative, or a group is unknown.

    Notes
    -----
    If all may use everything, a smallest cut proves the answer: its actors together let so many through, whatever the
    plan (Ford & Fulkerson). Where groups may use different actors there is no such cut; prices prove it then: what one
    place more at an actor is worth at most. A price is an upper bound, `plus1` solves anew with one place more.
    Clients are assumed to be passed on wherever there is room, at once and without waiting: `simulate_clients` and
    `queues` say how long they wait. So it is the most that a structure allows, not what it does.

    References
    ----------
    Ford, L. R. & Fulkerson, D. R. (1956). Maximal flow through a network. Canadian Journal of Mathematics, 8, 399-404.
    doi:10.4153/CJM-1956-045-5

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> actors = pd.DataFrame(
    ...     {"actor": ["S", "P1", "P2"], "kind": ["school", "psychologist", "psychologist"], "capacity": [None, 25, 20]}
    ... )
    >>> ties = pd.DataFrame({"source": ["S", "S"], "target": ["P1", "P2"]})
    >>> town = sc.Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    >>> flow = sc.referral_flow(town, steps=["school", "psychologist"], demand={"S": 90})
    >>> print(flow.sentences()[0])
    45 of 90 clients a year get through; P1 and P2 together are the bottleneck: one place more at either lets one more
    through.
    >>> flow.cut, float(flow.plus1["P1"])
    (('P1', 'P2'), 1.0)
    """
    chain = chain_of(cluster, steps, layer)
    requests = requests_of(chain, demand, serves)
    problem = flow_problem(chain, requests, capacity)
    return _answer(chain, requests, problem, fair, unit)


def flow_problem(chain: Chain, requests: Requests, capacity: Any, *, lenient: bool = False) -> FlowProblem:
    """Return the numbers of a chain: its actors are those of the cluster that belong to a step, in their order."""
    members = chain.members
    local = np.full(chain.cluster.n_actors, -1)
    local[members] = np.arange(len(members))
    return FlowProblem(
        step_of=chain.step_of[members],
        sources=local[chain.sources],
        targets=local[chain.targets],
        capacity=amounts_of(chain.cluster, capacity, "capacity", members, optional=chain.entries, lenient=lenient),
        amounts=requests.amounts,
        totals=requests.totals,
        serves=requests.serves[:, members],
    )


def _answer(
    chain: Chain, requests: Requests, problem: FlowProblem, fair: Literal["max-min"] | None, unit: Unit
) -> ReferralFlow:
    early, late = problem.cuts() if requests.is_plain else (np.zeros(len(chain.members), dtype=bool),) * 2
    prices = early.astype(float) if requests.is_plain else problem.prices
    plus1 = [problem.with_one_more(place) if price > 0 else 0.0 for place, price in enumerate(prices.tolist())]
    index = label_index(chain.labels(chain.members.tolist()))
    whole = problem.whole()
    return ReferralFlow(
        cluster=chain.cluster,
        steps=chain.steps,
        demand=requests.total,
        served=problem.served,
        whole_served=whole.served,
        cut=tuple(index[early & np.isfinite(problem.capacity)]),
        cut_services=tuple(index[late & np.isfinite(problem.capacity)]),
        prices=pd.Series(prices, index=index, name="price"),
        plus1=pd.Series(plus1, index=index, name="plus1"),
        with_path=_with_path(chain, requests),
        fair=fair,
        unit=unit,
        whole_is_proven=whole.is_proven,
        data_notes=chain.notes,
        chain=chain,
        asked=requests,
        problem=problem,
    )


def _with_path(chain: Chain, requests: Requests) -> float:
    """Return what share of the clients enters where there is a path to a service, whatever room it has."""
    reaches = np.isfinite(path_lengths(chain))
    anywhere = requests.anywhere
    clients = float(requests.amounts[~anywhere][:, reaches].sum())
    clients += float(requests.totals[anywhere].sum()) * bool(reaches.any())
    return clients / requests.total if requests.total else float("nan")
