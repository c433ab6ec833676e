"""A worker: a process of its own that takes a task, tells how far it is, and sends the answer.

It is spawned, never forked, so that it is the same on every system, and it reads the whole library once, before it says
that it is ready. Only plain values go through the pipe: the server would have to load numpy to understand others.
"""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from socluster.app.server.tasks import Answered, Tell

__all__ = ["Work", "serve_questions", "work"]


class Work(Protocol):
    """What a worker can do: be made ready, and answer."""

    def ready(self) -> str:
        """Return what the server is to know, as JSON, after everything that takes long for the first time."""

    def answer(self, task: Mapping[str, Any], tell: Tell) -> Answered:
        """Return the answer as JSON and the files that go with it."""


def work(pipe: Connection, dask: str | None, given: str | None) -> None:
    """Run in the worker until the server ends it.

    Parameters
    ----------
    pipe : Connection
        To the server.
    dask : str or None
        Address of a Dask scheduler that draws are handed to.
    given : str or None
        The file, folder or dataset that the server was started with.
    """
    from socluster.app.server.tasks import Tasks  # here the worker, and it alone, loads the library

    serve_questions(pipe, lambda: Tasks(dask, given))


def serve_questions(pipe: Connection, make: Callable[[], Work]) -> None:
    """Make ready, say so, and answer one question after the other.

    Sent are ``("ready", json)`` or ``("broken", said)`` once, then for each question any number of ``("progress", done,
    total)`` and one ``("answer", json, files)`` or ``("failed", said)``.
    """
    from socluster.app.server.messages import in_both, told
    from socluster.core.errors import SoclusterError
    from socluster.core.progress import listening
    from socluster.words import phrase

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends its workers
    try:
        with listening(lambda done, total: None):  # a bar would hold a lock that a killed worker leaves behind
            hands = make()
            about = hands.ready()
        pipe.send(("ready", about))
    except SoclusterError as error:
        pipe.send(("broken", told(error)))
        return
    while True:
        try:
            task = pipe.recv()
        except EOFError:  # the server is gone
            return
        try:
            text, files = hands.answer(task, lambda done, total: pipe.send(("progress", done, total)))
            pipe.send(("answer", text, files))
        except SoclusterError as error:
            pipe.send(("failed", told(error)))
        except Exception:  # a fault of ours must not end the worker; the person sees a sentence, the log all of it
            logging.getLogger("socluster.app").exception("a question could not be answered")
            pipe.send(("failed", in_both(phrase("This did not work. Your choices are still here."))))
