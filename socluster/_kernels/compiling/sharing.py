"""Jobs that hold no lock, shared among threads once there is enough to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from socluster._kernels.compiling.compiled import threads

__all__ = ["WORTH", "shared"]

WORTH = 0.05  # seconds of work that is left, from which threads are started


def shared(jobs: Sequence[Callable[[], None]]) -> None:
    """Do all jobs, each of which writes into room of its own; so it does not matter who does which.

    The first is done at once. It loads or compiles what the others need, and tells how long they take.
    """
    for number, job in enumerate(jobs):
        begun = perf_counter()
        job()
        left = jobs[number + 1 :]
        if len(left) > 1 and (perf_counter() - begun) * len(left) >= WORTH and threads() > 1:
            with ThreadPoolExecutor(threads()) as pool:
                for done in [pool.submit(each) for each in left]:
                    done.result()
            return
