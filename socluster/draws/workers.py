"""Who computes the pieces of a study: this process, several processes of this computer, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Protocol

from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, SoclusterError
from socluster.draws.task import Task
from socluster.words import marked

__all__ = ["Crew", "workers"]

_DIED = marked(
    "workers died {times} times in a row on the same pieces, most likely for want of memory; what was finished before "
    "is in the checkpoint, if you gave one. Use fewer workers, or measures of the whole cluster"
)
DEATHS = 3  # losses of workers in a row, without a finished piece between them, after which it is not by accident

_of_this_worker: list[Any] = []  # the study that a process was started for


class Crew(Protocol):
    """The workers that compute pieces."""

    def run(self, study: Task, pieces: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], list[Array]]]:
        """Yield every piece with its numbers, in the order in which they become ready."""


@contextmanager
def workers(executor: Any) -> Iterator[Crew]:
    """Yield the crew that an executor stands for.

    Parameters
    ----------
    executor : None, int or dask.distributed.Client
        None or 1: this process. A larger number: that many processes. A client: the workers of its cluster.

    Raises
    ------
    InputError
        If it is none of these, or a library that it needs is not installed.
    """
    if executor is None or (executor is not True and executor == 1):
        yield _ThisProcess()
    elif isinstance(executor, int) and not isinstance(executor, bool) and executor > 1:
        yield _Processes(executor)
    elif hasattr(executor, "scatter") and hasattr(executor, "submit"):
        yield _Dask(executor)
    else:
        message = marked("executor must be None, a number of processes (1 or more), or a dask.distributed.Client")
        raise InputError(Problem(message, value=executor))


class _ThisProcess:
    """One piece after the other."""

    def run(self, study: Task, pieces: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], list[Array]]]:
        for piece in pieces:
            yield piece, study.run(*piece)


class _Processes:
    """Processes of this computer. One that dies is replaced, and what it had in hand is computed again."""

    def __init__(self, number: int) -> None:
        self.number = number

    def run(self, study: Task, pieces: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], list[Array]]]:
        loky = _library("loky")
        missing, deaths = list(pieces), 0
        while missing:
            pool = loky.ProcessPoolExecutor(
                min(self.number, len(missing)),
                initializer=_start,
                initargs=(study,),
                env={"OMP_NUM_THREADS": "1"},  # the processes share the cores already
            )
            try:
                waiting = {pool.submit(_run_here, piece): piece for piece in missing}
                for done in import_module("concurrent.futures").as_completed(waiting):
                    rows = done.result()
                    missing.remove(waiting[done])
                    deaths = 0
                    yield waiting[done], rows
            except loky.process_executor.BrokenProcessPool as error:
                deaths += 1
                if deaths >= DEATHS:
                    raise SoclusterError(_DIED, {"times": deaths}) from error
            finally:
                pool.shutdown(wait=True, kill_workers=bool(missing))


class _Dask:
    """The workers of a Dask cluster, which replaces those that die and computes again what they had in hand."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def run(self, study: Task, pieces: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], list[Array]]]:
        distributed = _library("distributed")
        sent = self.client.scatter(study, broadcast=True, hash=False)
        waiting = {self.client.submit(_run_there, sent, piece, pure=False): piece for piece in pieces}
        try:
            for done in distributed.as_completed(list(waiting)):
                yield waiting[done], done.result()
                done.release()
        except distributed.KilledWorker as error:
            times = int(distributed.scheduler.DEFAULT_ALLOWED_FAILURES)
            raise SoclusterError(_DIED, {"times": times}) from error
        finally:
            self.client.cancel(list(waiting))


def _start(study: Task) -> None:
    """Keep the study in a process that has just been started, so that it is sent only once."""
    _of_this_worker[:] = [study]


def _run_here(piece: tuple[int, int]) -> list[Array]:
    rows: list[Array] = _of_this_worker[0].run(*piece)
    return rows


def _run_there(study: Task, piece: tuple[int, int]) -> list[Array]:
    return study.run(*piece)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        message = marked('this executor needs {library}: pip install "socluster[parallel]"')
        raise InputError(message, {"library": name}) from error
