"""Who computes the pieces of a task: this process, several processes of this computer, or a Dask cluster.

There is no crew of threads. Draws that are measured together share their work among threads by themselves
(`_kernels.compiling.sharing`), and so do other compiled loops; draws that are measured in Python wait for each other's
lock: on two cores, two threads took 0.6 to 1.6 times as long as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from pickle import loads
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Protocol

from socluster.core.errors import InputError, SoclusterError
from socluster.draws.task import Piece, Rows, Task

__all__ = ["Crew", "crew_of"]

WORTH = 4.0  # seconds of work from which processes are started: two of them take about 2 s to start, and save half
SENDING = 0.2  # seconds of work from which a task is sent to processes that are there
LOOKS = 2  # pieces after which their cost is known; the first may have loaded or compiled what the others find ready
DEATHS = 3  # losses of workers in a row, without a finished piece between them, after which it is not by accident

_in_hand: dict[str, Task] = {}  # in a worker process: the task it was last asked for


class Crew(Protocol):
    """Whoever computes pieces, of one task after the other."""

    def run(self, task: Task, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Rows]]:
        """Yield every piece with its numbers, in the order in which they become ready."""


@contextmanager
def crew_of(executor: Any) -> Iterator[Crew]:
    """Yield the crew that an executor stands for, for as long as a question takes.

    Parameters
    ----------
    executor : None, int or dask.distributed.Client
        None or 1: this process. A larger number: that many processes. A client: the workers of its cluster.

    Raises
    ------
    InputError
        If a library that it needs is not installed.
    """
    if executor is None or executor == 1:
        yield _ThisProcess()
    elif hasattr(executor, "submit"):
        yield _Dask(executor)
    else:
        with _Processes(int(executor)) as processes:
            yield processes


class _ThisProcess:
    """One piece after the other."""

    def run(self, task: Task, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Rows]]:
        for piece in pieces:
            yield piece, task.run(*piece)


class _Processes:
    """Processes of this computer, started once the work of a question is worth that, and kept until it is answered.

    Until then this process computes, and it goes on to compute what is too small to be sent. A process that dies is
    replaced, and what it had in hand is computed again. A task travels as a file, which a process reads when it is
    first asked for a piece of it.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.loky = _library("loky")
        self.pool: Any = None
        self.pace, self.spent, self.looks, self.tasks_sent = 0.0, 0.0, 0, 0

    def __enter__(self) -> _Processes:
        self.folder = TemporaryDirectory(prefix="socluster-")
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()
        self.folder.cleanup()

    def run(self, task: Task, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Rows]]:
        missing = list(pieces)
        while missing:
            if len(missing) > 1 and self._is_worth_sharing(missing):
                yield from self._run_there(task, missing)
                return
            piece = missing.pop(0)
            yield piece, self._run_here(task, piece)

    def _is_worth_sharing(self, missing: Sequence[Piece]) -> bool:
        work = self.pace * sum(last - first for first, last in missing)
        is_worth_starting = self.pool is not None or self.spent + work >= WORTH
        return self.looks >= LOOKS and work >= SENDING and is_worth_starting

    def _run_here(self, task: Task, piece: Piece) -> Rows:
        """Compute a piece in this process, and learn how long a draw takes."""
        first, last = piece
        begun = perf_counter()
        rows = task.run(first, last)
        took = perf_counter() - begun
        self.pace, self.spent, self.looks = took / (last - first), self.spent + took, self.looks + 1
        return rows

    def _run_there(self, task: Task, missing: list[Piece]) -> Iterator[tuple[Piece, Rows]]:
        as_completed = import_module("concurrent.futures").as_completed
        sent = self._sent(task)
        deaths = 0
        while missing:
            try:
                pool = self._started()
                waiting = {pool.submit(_run_piece_of, sent, piece): piece for piece in missing}
                for done in as_completed(waiting):
                    rows = done.result()
                    missing.remove(waiting[done])
                    deaths = 0
                    yield waiting[done], rows
            except self.loky.process_executor.BrokenProcessPool as error:
                self._stop()
                deaths += 1
                if deaths >= DEATHS:
                    raise _lost(deaths) from error
            except BaseException:  # a measure of the user's failed, or the user lost patience
                self._stop()
                raise
        Path(sent).unlink()

    def _sent(self, task: Task) -> str:
        """Write the task to a file, with functions that the user wrote in a notebook."""
        self.tasks_sent += 1
        path = Path(self.folder.name) / str(self.tasks_sent)
        path.write_bytes(_library("cloudpickle").dumps(task))
        return str(path)

    def _started(self) -> Any:
        if self.pool is None:
            self.pool = self.loky.ProcessPoolExecutor(
                self.number,
                env={"OMP_NUM_THREADS": "1"},  # the processes share the cores already
            )
        return self.pool

    def _stop(self) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=True, kill_workers=True)
            self.pool = None


class _Dask:
    """The workers of a Dask cluster, which replaces those that die and computes again what they had in hand.

    The task travels as bytes that a worker makes a task of, and not as data that the workers hold: what is computed can
    be computed again by another worker, what is held is lost with its holders. Where the cluster loses pieces all the
    same (it was restarted, or a worker died while its numbers were fetched), they are asked for again.
    """

    def __init__(self, client: Any) -> None:
        self.client = client

    def run(self, task: Task, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Rows]]:
        data = _library("cloudpickle").dumps(task) if pieces else b""
        missing = list(pieces)
        losses = 0
        while missing:
            found = 0
            for piece, rows in self._round(data, missing):
                missing.remove(piece)
                found += 1
                yield piece, rows
            losses = 0 if found else losses + 1
            if losses >= DEATHS:
                raise _lost(losses)

    def _round(self, data: bytes, missing: Sequence[Piece]) -> Iterator[tuple[Piece, Rows]]:
        """Ask for the pieces once; those that the cluster loses are left out."""
        waiting = self._asked(data, missing)
        try:
            for done in _library("distributed").as_completed(list(waiting)):
                rows = self._numbers(done)
                if rows is not None:
                    yield waiting[done], rows
                done.release()
        finally:
            with suppress(Exception):  # there may be nobody left to tell
                self.client.cancel(list(waiting))

    def _asked(self, data: bytes, missing: Sequence[Piece]) -> dict[Any, Piece]:
        self._refuse_to_wait()
        try:
            with _library("dask").config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"}):
                sent = self.client.submit(loads, data, pure=False)
                return {self.client.submit(_run_piece, sent, piece, pure=False): piece for piece in missing}
        except OSError as error:
            self._refuse_to_wait(error)
            return {}

    def _numbers(self, done: Any) -> Rows | None:
        """Return the numbers of a piece, or None if the cluster has lost them; an error of the task comes through."""
        if done.status == "error":
            error = done.exception()
            if isinstance(error, _library("distributed").KilledWorker):
                raise _lost(int(_library("distributed").scheduler.DEFAULT_ALLOWED_FAILURES)) from error
            done.result()
        if done.status != "finished":
            return None
        try:
            rows: Rows = done.result()
        except Exception as error:  # fetched from a worker that has just died: any error of any layer of the cluster
            self._refuse_to_wait(error)
            return None
        return rows

    def _refuse_to_wait(self, error: BaseException | None = None) -> None:
        if self.client.status != "running":
            raise SoclusterError(
                "the connection to the Dask cluster is lost; what was finished before is in the checkpoint, if you "
                "gave one"
            ) from error


def _run_piece(task: Task, piece: Piece) -> Rows:
    return task.run(*piece)


def _run_piece_of(sent: str, piece: Piece) -> Rows:
    """Compute a piece of the task in a file, which is read only if it is not in hand."""
    if sent not in _in_hand:
        _in_hand.clear()
        _in_hand[sent] = loads(Path(sent).read_bytes())
    return _run_piece(_in_hand[sent], piece)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(
            'this executor needs {library}: pip install "socluster[parallel]"', {"library": name}
        ) from error


def _lost(times: int) -> SoclusterError:
    return SoclusterError(
        "workers died {times} times in a row on the same pieces, most likely for want of memory; what was finished "
        "before is in the checkpoint, if you gave one. Use fewer workers, or measures of the whole cluster",
        {"times": times},
    )
