"""Time several contestants side by side, so that whatever slows the machine slows all of them."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

__all__ = ["Contestant", "Timed", "peak_memory", "race", "threads"]

REPEATS = 15  # at most
LONG = 4.0  # seconds; a run that takes longer is not repeated
FOREVER = 30.0  # seconds; what takes longer is no compiling, and is not run again
SHORT = 0.002  # seconds; a shorter run is timed several times in a row


@dataclass(frozen=True)
class Contestant:
    """Somebody who does the work.

    Parameters
    ----------
    name : str
        As the tables call it.
    run : callable
        Does the work on what `prepare` returns.
    prepare : callable
        Called before every run, outside of the clock.
    threads : int, default 1
        With how many threads.
    share : float, default 1
        Part of the work that is done; the time is divided by it and marked as an estimate.
    """

    name: str
    run: Callable[[Any], Any]
    prepare: Callable[[], Any] = lambda: None
    threads: int = 1
    share: float = 1.0


@dataclass
class Timed:
    """What a contestant needed, in seconds."""

    contestant: Contestant
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the runs."""
        return median(self.seconds)


@contextmanager
def threads(number: int) -> Iterator[None]:
    """Let socluster work with so many threads."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = str(number)
    try:
        yield
    finally:
        del os.environ["OMP_NUM_THREADS"]
        if before is not None:
            os.environ["OMP_NUM_THREADS"] = before


def race(contestants: list[Contestant], budget: float = 4.0) -> list[Timed]:
    """Run everybody in turn, again and again, for at most `budget` seconds each.

    The first round, which may compile, is thrown away; the second says how long a round takes.
    """
    runners = [Timed(contestant) for contestant in contestants]
    first = {runner.contestant.name: _once(runner.contestant, 1) for runner in runners}
    for name, runner in zip(first, runners, strict=True):
        if first[name] <= FOREVER:
            first[name] = _once(runner.contestant, 1)
    for _ in range(REPEATS):
        for runner in runners:
            expected = first[runner.contestant.name]
            if expected > LONG or sum(runner.seconds) * runner.contestant.share + expected > budget:
                continue
            loops = max(1, min(20, int(SHORT / max(expected, 1e-6))))
            runner.seconds.append(_once(runner.contestant, loops) / runner.contestant.share)
    for runner in runners:
        if not runner.seconds:  # there was time for the first round only
            runner.seconds.append(first[runner.contestant.name] / runner.contestant.share)
    return runners


def _once(contestant: Contestant, loops: int) -> float:
    """Return the seconds of one run, the mean of several in a row."""
    total = 0.0
    with threads(contestant.threads):
        for _ in range(loops):
            given = contestant.prepare()
            start = time.perf_counter()
            contestant.run(given)
            total += time.perf_counter() - start
    return total / loops


def peak_memory(contestant: Contestant) -> float:
    """Return by how many MB the memory of a process grows at most in one run (measured in a child process)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            text = pipe.read()
        os.waitpid(child, 0)
        return float(text or "nan")
    try:
        with threads(contestant.threads):
            given = contestant.prepare()
            before = _resident()
            contestant.run(given)
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
        os.write(writing, f"{max(grown, 0.0):.1f}".encode())
    finally:
        os._exit(0)


def _resident() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
