"""One draw of clients on their way through stations with servers, lists, patience and a calendar."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster._kernels.compiling.compiled import load
from socluster._kernels.products import Vector

__all__ = ["Clients", "Stations", "Trace", "simulate"]


@dataclass(frozen=True, eq=False)
class Clients:
    """Who comes when, and what is random about them.

    Parameters
    ----------
    arrive : array of float of shape (clients,)
        When each client comes, sorted.
    origin : array of int of shape (clients,)
        Who passes it on: a node (stations first, then entries); -1 - station for who is there from the beginning.
    rank : array of int of shape (clients,)
        0 goes first.
    service, patience, route : array of float of shape (clients, steps)
        By step: how long the service takes and how long it is ready to wait, in means of the station, and a number in
        [0, 1) that says where it goes to get there.
    """

    arrive: Vector
    origin: Vector
    rank: Vector
    service: Vector
    patience: Vector
    route: Vector


@dataclass(frozen=True, eq=False)
class Stations:
    """Where they are served, and to whom they are passed on.

    Parameters
    ----------
    step : array of int of shape (stations,)
        Step of every station, from 0.
    pace, bears : array of float of shape (stations,)
        Mean time of a service, and mean time for which clients are ready to wait; infinite if nobody leaves.
    crew : array of int of shape (stations, phases)
        Servers in every phase.
    ends : array of float of shape (phases,)
        When every phase ends, the last at the horizon.
    first, target, upto : arrays
        Of node v, the stations target[first[v]:first[v + 1]], and up to which number in [0, 1) a client goes to each;
        -1 stands for nobody.
    """

    step: Vector
    pace: Vector
    bears: Vector
    crew: Vector
    ends: Vector
    first: Vector
    target: Vector
    upto: Vector


@dataclass(frozen=True, eq=False)
class Trace:
    """What happened in a draw.

    Parameters
    ----------
    counts : array of float of shape (stations, 5)
        Arrived, served, lost, waiting and in service at the end.
    sums : array of float of shape (stations, 3)
        Times waited (until the end, by those who still wait), and the integrals of those waiting and of the
        servers who are there and busy.
    waiting : array of float of shape (times, stations)
        Those waiting at each time of the grid.
    nowhere : int
        Clients who found nobody to be passed on to.
    """

    counts: Vector
    sums: Vector
    waiting: Vector
    nowhere: int


def simulate(clients: Clients, stations: Stations, ranks: int, grid: Vector) -> Trace:
    """Go through a draw in the order of time.

    Who waits is served by rank, then first come, first served. A service that has begun is ended, but pauses while
    nobody of its station works.

    Parameters
    ----------
    clients : Clients
        Who comes.
    stations : Stations
        Where they go.
    ranks : int
        Number of ranks.
    grid : array of float
        Times at which those waiting are counted, sorted, up to the horizon.
    """
    n = len(stations.step)
    stations = Stations(*(np.require(each, requirements=["C", "W"]) for each in vars(stations).values()))
    counts, sums, waiting = np.zeros((n, 5)), np.zeros((n, 3)), np.zeros((len(grid), n))
    nowhere = load("waiting.loops_clients").run(
        clients.arrive,
        clients.origin,
        clients.rank,
        clients.service,
        clients.patience,
        clients.route,
        stations.first,
        stations.target,
        stations.upto,
        stations.step,
        stations.pace,
        stations.bears,
        stations.crew,
        stations.ends,
        ranks,
        grid,
        counts,
        sums,
        waiting,
    )
    return Trace(counts, sums, waiting, int(nowhere))
