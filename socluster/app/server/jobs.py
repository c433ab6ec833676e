"""The line of questions: bounded, one question for each visitor, and equal questions are calculated once.

An `Inquiry` is what a visitor asked, a `Run` what is calculated for it. Visitors who ask the same share a run, and
whoever asks it later gets the answer that was kept. Nothing here calculates: `Calculators` take runs from the line.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from socluster.app.server.messages import Said, in_both
from socluster.app.server.settings import ServerLimits
from socluster.words import counted, phrase

__all__ = ["Inquiry", "LineFullError", "MadeFile", "Reply", "Run", "State", "WaitingLine"]

State: TypeAlias = Literal["waiting", "working", "done", "stopped", "failed", "lost"]
_OPEN = ("waiting", "working")


@dataclass(frozen=True)
class MadeFile:
    """A file that a calculation made."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True)
class Reply:
    """What a calculation answered: JSON as it goes to the page, and files to take."""

    text: str
    files: tuple[MadeFile, ...] = ()


@dataclass(eq=False)
class Run:
    """One calculation.

    Parameters
    ----------
    task : mapping
        What the worker is to do, in plain values.
    shared : str, optional
        By what equal questions are known; None if the answer is for one visitor only.
    """

    task: Mapping[str, Any]
    shared: str | None = None
    state: State = "waiting"
    share: float = 0.0
    reply: Reply | None = None
    said: Said | None = None
    began: float = 0.0
    tries: int = 0
    jobs: set[str] = field(default_factory=set)

    @property
    def is_wanted(self) -> bool:
        """Whether anybody waits for it."""
        return bool(self.jobs)


@dataclass(eq=False)
class Inquiry:
    """One question of one visitor.

    Parameters
    ----------
    session : str
        Who asks.
    run : Run
        What is calculated for it.
    born, asked : float
        When it was asked, and when somebody last wanted to know how far it is.
    key : str
        By which it is known; it cannot be guessed.
    stopped : dict, optional
        What is said of why it was stopped.
    finished : str, optional
        The answer as it goes to this visitor.
    """

    session: str
    run: Run
    born: float
    asked: float
    key: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    stopped: Said | None = None
    finished: str | None = None

    @property
    def state(self) -> State:
        """How far it is."""
        return "stopped" if self.stopped is not None else self.run.state


class LineFullError(Exception):
    """Too many questions wait already."""


class WaitingLine:
    """Questions in the order in which they came.

    Parameters
    ----------
    limits : ServerLimits
        How many may wait, and for how long they are kept.
    clock : callable
        Tells the time in seconds.
    """

    def __init__(self, limits: ServerLimits, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self.unready: Said | None = None
        self._clock = clock
        self._jobs: dict[str, Inquiry] = {}
        self._waiting: list[Run] = []
        self._shared: dict[str, Run] = {}
        self._answers: OrderedDict[str, Reply] = OrderedDict()
        self._changed = threading.Condition()

    def ask(self, session: str, task: Mapping[str, Any], shared: str | None = None) -> Inquiry:
        """Put a question into the line; an older one of the same visitor is stopped, unless it asks the same.

        Raises
        ------
        LineFullError
            If too many wait.
        """
        with self._changed:
            self._forget()
            run = self._run(task, shared)
            if run.state == "waiting" and not run.is_wanted and len(self._waiting) >= self.limits.waiting:
                raise LineFullError
            job = Inquiry(session, run, self._clock(), self._clock())
            if run.state in _OPEN:
                for other in self._jobs.values():
                    if other.session == session and other.state in _OPEN and other.run is not run:
                        self._leave(other, in_both(phrase("Stopped, as you asked something else.")))
                if run.state == "waiting" and run not in self._waiting:
                    self._waiting.append(run)
                run.jobs.add(job.key)
                if shared is not None:
                    self._shared[shared] = run
            self._jobs[job.key] = job
            self._changed.notify_all()
            return job

    def _run(self, task: Mapping[str, Any], shared: str | None) -> Run:
        """Return a run that has the answer, or will have it, or a new one."""
        if shared is not None and shared in self._answers:
            self._answers.move_to_end(shared)
            return Run(task, shared, "done", 1.0, self._answers[shared])
        if shared is not None and shared in self._shared:
            return self._shared[shared]
        return Run(task, shared)

    def job(self, session: str, key: object) -> Inquiry | None:
        """Return a question of this visitor; None if there is none of this key, or it is another's."""
        with self._changed:
            self._forget()
            job = self._jobs.get(key) if isinstance(key, str) else None
            if job is None or not secrets.compare_digest(job.session, session):
                return None
            job.asked = self._clock()
            return job

    def before(self, job: Inquiry) -> int:
        """Return how many calculations come before this one."""
        with self._changed:
            return self._waiting.index(job.run) if job.run in self._waiting else 0

    def said(self, job: Inquiry) -> Said | None:
        """Return what there is to say about how far it is."""
        state = job.state
        if state == "stopped":
            return job.stopped
        if state == "waiting":
            ahead = self.before(job)
            if self.unready is not None and not ahead:
                return self.unready
            return in_both(counted("{n} question before yours", "{n} questions before yours", ahead)) if ahead else None
        return job.run.said

    def stop(self, job: Inquiry) -> None:
        """Stop a question; its calculation goes on if another visitor waits for it."""
        with self._changed:
            if job.state in _OPEN:
                self._leave(job, in_both(phrase("Stopped. Your choices are still here.")))
                self._changed.notify_all()

    def _leave(self, job: Inquiry, said: Said) -> None:
        job.stopped = said
        job.run.jobs.discard(job.key)
        if not job.run.is_wanted:
            self._end(job.run)

    def _end(self, run: Run) -> None:
        """Let nobody join the run any more."""
        if run in self._waiting:
            self._waiting.remove(run)
        if run.shared is not None and self._shared.get(run.shared) is run:
            del self._shared[run.shared]

    def take(self, seconds: float) -> Run | None:
        """Return the next run to calculate, waiting for one up to so many seconds."""
        with self._changed:
            if not self._waiting:
                self._changed.wait(seconds)
            self._forget()
            if not self._waiting:
                return None
            run = self._waiting.pop(0)
            run.state, run.began = "working", self._clock()
            run.tries += 1
            return run

    def again(self, run: Run) -> bool:
        """Put a run to the front of the line that no worker has begun; return whether it may be tried once more."""
        with self._changed:
            if run.tries > 1 or not run.is_wanted:
                return False
            run.state = "waiting"
            self._waiting.insert(0, run)
            self._changed.notify_all()
            return True

    def progress(self, run: Run, done: int, total: int) -> None:
        """Tell how far a run is; it never goes back where several parts follow each other."""
        with self._changed:
            run.share = max(run.share, done / total if total else 0.0)

    def is_over(self, run: Run) -> bool:
        """Whether a run is to be stopped: nobody waits for it any more, or it takes too long."""
        with self._changed:
            self._forget()
            if run.is_wanted and self._clock() - run.began > self.limits.longest:
                minutes = round(self.limits.longest / 60)
                said = in_both(counted("Stopped after {n} minute.", "Stopped after {n} minutes.", minutes))
                for key in list(run.jobs):
                    self._leave(self._jobs[key], said)
            return not run.is_wanted

    def finish(self, run: Run, state: State, reply: Reply | None = None, said: Said | None = None) -> None:
        """End a run: with an answer, or with a sentence on why there is none."""
        with self._changed:
            run.state, run.reply, run.said, run.share = state, reply, said, 1.0
            self._end(run)
            run.jobs.clear()
            if state == "done" and reply is not None and run.shared is not None and not reply.files:
                self._answers[run.shared] = reply
                while sum(len(each.text) for each in self._answers.values()) > self.limits.answers:
                    self._answers.popitem(last=False)

    def _forget(self) -> None:
        """Forget old questions, and stop those about which nobody asks any more."""
        now = self._clock()
        for job in list(self._jobs.values()):
            if job.state in _OPEN and now - job.asked > self.limits.unasked:
                self._leave(job, in_both(phrase("Stopped, as the page no longer asked for the answer.")))
            if now - job.born > self.limits.jobs_kept and job.state not in _OPEN:
                del self._jobs[job.key]
