"""Simulated years of clients as a task: a draw is one history; its numbers belong to the actor where clients come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.special import gammaincinv

from socluster._kernels.waiting.clients import Clients, Stations, Trace, simulate
from socluster.core.columns import Array
from socluster.core.streams import key_of, stream
from socluster.draws.task import Rows, draws_at_a_time, fingerprint_of

__all__ = ["COUNTS", "SUMS", "Histories"]

COUNTS = ("arrived", "served", "lost", "waiting", "in_service")
SUMS = ("waited", "waiting_time", "busy_time")


@dataclass(frozen=True, eq=False)
class Histories:
    """Histories of clients in a chain: each draw is one, from the beginning to the horizon.

    Whoever comes to one actor as its 7th client has the same numbers in every scenario: when it comes, how long its
    services take and for how long it is ready to wait (common random numbers). So a difference between scenarios is due
    to the scenarios.

    Parameters
    ----------
    stations : Stations
        Where clients are served.
    names : tuple of str
        Ids of the stations.
    kinds : tuple of str
        The steps after the first.
    entries : tuple of str
        Ids of the actors where clients come.
    rates : array of float of shape (entries,)
        Clients who come to each in one unit of time.
    ranks : array of int of shape (entries,)
        Whose clients go first: 0 before 1 and so on.
    season : tuple of (float, float)
        Length of every phase, and what arrivals are multiplied by in it.
    start : array of int of shape (stations,)
        Clients who are at each station in the beginning.
    cv2 : float
        Squared coefficient of variation of service times.
    loyal : float
        Share of the clients who never give up.
    grid : array of float
        Times at which those waiting are counted.
    seed : int
        Seed of the random numbers.
    """

    stations: Stations
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    entries: tuple[str, ...]
    rates: Array
    ranks: Array
    season: tuple[tuple[float, float], ...]
    start: Array
    cv2: float
    loyal: float
    grid: Array
    seed: int

    @property
    def parts(self) -> int:
        """One: all numbers of a draw stand in one row."""
        return 1

    @property
    def width(self) -> int:
        """How many numbers a draw has: who came, who found nobody, counts and sums by station, and lists by step."""
        return 2 + len(self.names) * (len(COUNTS) + len(SUMS)) + len(self.kinds) * len(self.grid)

    @cached_property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that change with anything on which the values depend."""
        return fingerprint_of([(name, value) for name, value in vars(self).items() if name != "fingerprint"])

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""
        return draws_at_a_time(self.width)

    def run(self, first: int, last: int) -> Rows:
        """Return the numbers of draws first..last-1."""
        return [np.array([self._row(draw) for draw in range(first, last)]).reshape(last - first, self.width)]

    def trace(self, draw: int) -> tuple[Clients, Trace]:
        """Return the clients of a draw, and what happened to them."""
        clients = self._clients(draw)
        return clients, simulate(clients, self.stations, int(self.ranks.max(initial=0)) + 1, self.grid)

    def _row(self, draw: int) -> Array:
        clients, found = self.trace(draw)
        told = [float(len(clients.arrive)), float(found.nowhere)]
        of_step = self.stations.step[:, None] == np.arange(len(self.kinds))
        lists = found.waiting @ of_step
        return np.concatenate([told, found.counts.ravel(), found.sums.ravel(), lists.ravel()])

    def _clients(self, draw: int) -> Clients:
        """Return who comes: those who are there in the beginning, then those of every entry, in the order of time."""
        n = len(self.names)
        there = [self._those_at(station, draw) for station in np.flatnonzero(self.start).tolist()]
        come = [self._those_of(entry, draw) for entry in range(len(self.entries))]
        groups = [*there, *come]
        if not groups:
            groups = [(np.zeros(0), np.zeros((0, len(self.kinds), 3)), np.zeros(0))]
        arrive = np.concatenate([times for times, _, _ in groups])
        origin = [-1 - station for station in np.flatnonzero(self.start).tolist()]
        origin += [n + entry for entry in range(len(self.entries))]
        ranks = [0] * len(there) + self.ranks.tolist()
        sizes = [len(times) for times, _, _ in groups]
        order = np.argsort(arrive, kind="stable")
        numbers = np.concatenate([marks for _, marks, _ in groups])[order]
        loyal = np.concatenate([stays for _, _, stays in groups])[order] < self.loyal
        patience = -np.log1p(-numbers[:, :, 1])
        patience[loyal] = np.inf
        return Clients(
            arrive=arrive[order],
            origin=np.repeat(np.array(origin[: len(sizes)], dtype=np.int64), sizes)[order],
            rank=np.repeat(np.array(ranks[: len(sizes)], dtype=np.int64), sizes)[order],
            service=np.ascontiguousarray(self._services(numbers[:, :, 0])),
            patience=np.ascontiguousarray(patience),
            route=np.ascontiguousarray(numbers[:, :, 2]),
        )

    def _services(self, numbers: Array) -> Array:
        """Return service times with mean 1: of the gamma family, among which exponential ones and equal ones are."""
        if self.cv2 == 0:
            return np.ones_like(numbers)
        if self.cv2 == 1:
            return np.asarray(-np.log1p(-numbers))
        return np.asarray(gammaincinv(1 / self.cv2, numbers) * self.cv2)

    def _those_at(self, station: int, draw: int) -> tuple[Array, Array, Array]:
        size = int(self.start[station])
        return np.zeros(size), *self._marks(f"start\x1f{self.names[station]}", size, draw)

    def _those_of(self, entry: int, draw: int) -> tuple[Array, Array, Array]:
        """Return when the clients of an entry come, and their numbers.

        They come at the times of a Poisson process, stretched where fewer come and pressed where more do.
        """
        lengths, factors = np.array(self.season).T
        passed = np.concatenate([[0.0], np.cumsum(lengths * factors)]) * self.rates[entry]
        gaps = stream(key_of(f"arrivals\x1f{self.entries[entry]}"), self.seed, draw)
        most = passed[-1]
        inner = np.cumsum(gaps.standard_exponential(int(most + 6 * np.sqrt(most) + 10)))
        while inner[-1] <= most:
            inner = np.concatenate([inner, inner[-1] + np.cumsum(gaps.standard_exponential(len(inner)))])
        inner = inner[inner <= most]
        ends = np.concatenate([[0.0], np.cumsum(lengths)])
        used = np.append(True, np.diff(passed) > 0)  # where nobody comes, time stands still for them
        phase = np.searchsorted(passed[1:], inner, side="left") if len(inner) else np.zeros(0, dtype=int)
        phase = np.minimum(phase, len(lengths) - 1)
        rate = np.where(factors > 0, factors * self.rates[entry], 1.0)
        times = ends[phase] + (inner - passed[phase]) / rate[phase] if used.any() else np.zeros(0)
        return times, *self._marks(self.entries[entry], len(times), draw)

    def _marks(self, name: str, size: int, draw: int) -> tuple[Array, Array]:
        """Return the numbers of clients: by step their service, patience and way, and whether they never give up."""
        marks = np.empty((size, len(self.kinds), 3))
        for step, kind in enumerate(self.kinds):
            marks[:, step] = stream(key_of(f"step\x1f{name}\x1f{kind}"), self.seed, draw).random((size, 3))
        stays = stream(key_of(f"stays\x1f{name}"), self.seed, draw).random(size) if self.loyal else np.ones(size)
        return marks, stays
