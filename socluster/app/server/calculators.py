"""Those who calculate: so many workers at a time, and one more that is ready when one of them has to be stopped.

To stop a calculation is to kill its worker: that takes as long as the operating system needs, whatever the worker does,
and leaves nothing half done, as a worker holds nothing but copies.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from socluster.app.server.jobs import MadeFile, Reply, Run, WaitingLine
from socluster.app.server.messages import Said, in_both
from socluster.words import phrase

__all__ = ["Calculators", "Worker"]

_SPAWN = multiprocessing.get_context("spawn")  # the same on every system and for every version of Python
_LOOK = 0.05  # seconds between two looks whether a calculation is still wanted
_PAUSES = (1.0, 5.0, 30.0)  # seconds before a worker that did not get ready is tried again


@dataclass(eq=False)
class Worker:
    """A process that calculates, and the pipe to it."""

    process: BaseProcess
    pipe: Connection

    def end(self) -> None:
        """Kill it."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Calculators:
    """Workers that take runs from a line.

    Parameters
    ----------
    line : WaitingLine
        Where the questions wait.
    count : int
        How many are calculated at the same time.
    work : callable
        What a worker process runs: ``work(pipe, *arguments)``.
    arguments : tuple
        Its further arguments.
    """

    def __init__(
        self, line: WaitingLine, count: int, work: Callable[..., None], arguments: tuple[Any, ...] = ()
    ) -> None:
        self.line = line
        self.ready = threading.Event()
        self.broken: Said | None = None
        self.about: str = "{}"
        self._work, self._arguments = work, arguments
        self._closed = threading.Event()
        self._spares: list[Worker] = []
        self._change = threading.Condition()
        self._workers: set[Worker] = set()
        self._threads = [threading.Thread(target=self._calculate, daemon=True) for _ in range(count)]
        self._threads.append(threading.Thread(target=self._prepare, daemon=True))

    def start(self) -> None:
        """Begin."""
        self.line.unready = in_both(phrase("The calculator is getting ready; for the first time this takes a minute."))
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """End all workers."""
        self._closed.set()
        with self._change:
            self._change.notify_all()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()
        for worker in list(self._workers):
            worker.process.kill()
            worker.process.join()

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes."""
        return [worker.process.pid or 0 for worker in list(self._workers)]

    def _prepare(self) -> None:
        """Have one worker ready beside those who calculate."""
        failures = 0
        while not self._closed.is_set():
            with self._change:
                self._change.wait_for(lambda: not self._spares or self._closed.is_set())
            if self._closed.is_set():
                return
            worker = self._started()
            if worker is None:
                self._closed.wait(_PAUSES[min(failures, len(_PAUSES) - 1)])
                failures += 1
                continue
            failures = 0
            with self._change:
                self._spares.append(worker)
                self._change.notify_all()

    def _started(self) -> Worker | None:
        """Return a worker that is ready, or None if it did not get so."""
        mine, its = _SPAWN.Pipe()
        process = _SPAWN.Process(target=self._work, args=(its, *self._arguments), daemon=True)
        try:
            process.start()
        except OSError:  # no process or memory is left just now
            mine.close()
            return None
        finally:
            its.close()
        worker = Worker(process, mine)
        self._workers.add(worker)
        kind, value = self._first_word(worker)
        if kind == "ready":
            self.about, self.broken, self.line.unready = value, None, None
            self.ready.set()
            return worker
        self._end(worker)
        if not self._closed.is_set():
            self.broken = self.line.unready = value
            self.ready.set()
        return None

    def _first_word(self, worker: Worker) -> tuple[str, Any]:
        while not self._closed.is_set():
            try:
                if worker.pipe.poll(_LOOK):
                    first: tuple[str, Any] = worker.pipe.recv()
                    return first
            except (EOFError, OSError):
                break
        return "broken", in_both(phrase("The calculator does not start; perhaps there is too little memory."))

    def _calculate(self) -> None:
        """Take one run after the other, each with a worker that is ready."""
        worker: Worker | None = None
        while not self._closed.is_set():
            if worker is None:
                worker = self._spare()
                continue
            run = self.line.take(_LOOK * 4)
            is_usable = worker.process.is_alive() if run is None else self._tried(run, worker)
            if not is_usable:
                self._end(worker)
                worker = None

    def _spare(self) -> Worker | None:
        with self._change:
            self._change.wait_for(lambda: bool(self._spares) or self._closed.is_set())
            spare = self._spares.pop() if self._spares else None
            self._change.notify_all()
        if spare is not None and not spare.process.is_alive():
            self._end(spare)
            return None
        return spare

    def _tried(self, run: Run, worker: Worker) -> bool:
        """Calculate one run; whatever goes wrong with it, the next one is taken."""
        try:
            return self._done(run, worker)
        except Exception:  # such as a task that does not go through the pipe
            logging.getLogger("socluster.app").exception("a question could not be asked")
            self.line.finish(run, "failed", said=in_both(phrase("This did not work. Your choices are still here.")))
            return False

    def _done(self, run: Run, worker: Worker) -> bool:
        """Calculate one run; return whether the worker can take the next one."""
        has_begun = False
        try:
            worker.pipe.send(run.task)
            while not self._closed.is_set():
                if self.line.is_over(run):
                    self.line.finish(run, "stopped")
                    return False
                if not worker.pipe.poll(_LOOK):
                    continue
                message = worker.pipe.recv()
                has_begun = True
                if self._heard(run, message):
                    return True
        except (EOFError, OSError):
            if not has_begun and self.line.again(run):  # the worker died before, of something else
                return False
            said = phrase(
                "The calculation broke off, perhaps for want of memory. Your choices are still here; ask again."
            )
            self.line.finish(run, "lost", said=in_both(said))
        return False

    def _heard(self, run: Run, message: tuple[Any, ...]) -> bool:
        """Take a message of a worker; return whether it was the last one of the run."""
        kind, *values = message
        if kind == "progress":
            self.line.progress(run, *values)
            return False
        if kind == "answer":
            text, files = values
            self.line.finish(run, "done", Reply(text, tuple(MadeFile(*each) for each in files)))
        else:
            self.line.finish(run, "failed", said=values[0])
        return True

    def _end(self, worker: Worker) -> None:
        worker.end()
        self._workers.discard(worker)
