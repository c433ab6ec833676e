"""Compiled loops: when they are worth it, how they are loaded, and how threads share their work.

The loops are in the modules `loops_*`, plain Python that numba compiles when such a module is imported. Nothing else
may import these modules, so that neither `import socluster` nor a small cluster ever loads numba. What is compiled is
kept on disk, so that the next process loads it instead (numba's `NUMBA_CACHE_DIR` says where, if not beside the code).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from threading import Timer
from typing import Any, TypeVar, cast

__all__ = ["COMPILED_FROM", "Watch", "compiled", "in_chunks", "load", "number_of_chunks", "threads", "waits_explained"]

Function = TypeVar("Function", bound=Callable[..., Any])
Part = TypeVar("Part")
Watch = Callable[[Iterable[Any], int], Iterable[Any]]  # shows progress over so many parts

# Number of actors from which loops are compiled; smaller networks are measured with numpy and scipy. Loading numba
# costs a process about 0.6 s, once (compiling costs a computer 2 to 5 s, once). Below 200 actors numpy answers in 0.1
# to 3 ms, so that hundreds of calls would not earn that back; above, its cost grows with n^2 or n^3. Nothing but the
# size decides, so that no value depends, in its last digit, on what was measured before or in which process.
COMPILED_FROM = 200

CHUNKS = 16  # most parts that work is cut into, whatever the number of threads, on which sums must not depend
SHARED_FROM = 4  # parts; starting threads for less than that costs more than they save
PATIENCE = 1.0  # seconds after which a wait is explained

_notice = ["socluster: preparing fast routines for this computer; this takes some seconds, once"]


@contextmanager
def waits_explained(text: str) -> Iterator[None]:
    """Meanwhile, say this to whoever waits for compiling: who knows the reader's language gives it."""
    before, _notice[0] = _notice[0], text
    try:
        yield
    finally:
        _notice[0] = before


@cache
def load(name: str) -> Any:
    """Return a module of compiled loops ("paths.loops_paths"); if it has to be compiled now, say so on stderr."""
    notice = Timer(PATIENCE, sys.stderr.write, (f"{_notice[0]}\n",))
    notice.daemon = True
    notice.start()
    try:
        return import_module(f"socluster._kernels.{name}")
    finally:
        notice.cancel()


def compiled(signature: str, *, lean: bool = False) -> Callable[[Function], Function]:
    """Compile a function for exactly these types when its module is imported, and keep the result on disk.

    The loop runs without Python's lock, so that threads can share the work. numba notices changes in the file of the
    function, not in files that it calls: loops that call each other are in one file, but for a few that hardly
    ever change, whose files say so. Whoever does change these empties the folder `__pycache__` beside them.

    Parameters
    ----------
    signature : str
        The types.
    lean : bool, default False
        For a loop that allocates nothing: leave out what numba adds for other uses, which halves the time of compiling
        and, where small functions call each other millions of times, takes four fifths off that of running, since
        nobody counts who holds an array. Divisions by zero are infinite or NaN then, as in numpy.
    """
    from numba import njit

    options: dict[str, Any] = {"nogil": True}
    if lean:
        options |= {"error_model": "numpy", "no_cfunc_wrapper": True, "_nrt": False, "no_rewrites": True}

    def compile_now(function: Function) -> Function:
        try:
            return cast(Function, njit(signature, cache=True, **options)(function))
        except RuntimeError as error:  # no folder can be written to
            if "cannot cache" not in str(error):
                raise
            return cast(Function, njit(signature, **options)(function))

    return compile_now


def threads() -> int:
    """Return how many threads may work: as many as there are cores for us, or as OMP_NUM_THREADS says.

    That is the variable which numpy's linear algebra heeds, and which schedulers of clusters set to 1 for workers.
    """
    asked = os.environ.get("OMP_NUM_THREADS", "")
    if asked.isdigit() and int(asked) > 0:
        return int(asked)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def number_of_chunks(total: int, least: int) -> int:
    """Return how many runs `in_chunks` makes."""
    return len(range(0, total, _chunk(total, least)))


def _chunk(total: int, least: int) -> int:
    return max(1, -(-total // (least * CHUNKS))) * least


def in_chunks(run: Callable[[int, int], Part], total: int, least: int) -> Iterator[Part]:
    """Yield run(first, last) for runs of 0..total, in order, computed by several threads.

    Parameters
    ----------
    run : callable
        A compiled loop over first, ..., last - 1.
    total : int
        Number of items.
    least : int
        Smallest number of items in a run; every run but the last is a multiple of it.
    """
    size = _chunk(total, least)
    firsts = range(0, total, size)
    if len(firsts) < SHARED_FROM or threads() < 2:
        yield from (run(first, min(first + size, total)) for first in firsts)
        return
    with ThreadPoolExecutor(threads()) as pool:
        yield from pool.map(lambda first: run(first, min(first + size, total)), firsts)
