"""Starts the app and keeps it until somebody stops it."""

from __future__ import annotations

import logging
import multiprocessing
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from socluster.app.server.calculators import Calculators
from socluster.app.server.jobs import WaitingLine
from socluster.app.server.keeping import Keeping
from socluster.app.server.settings import Settings
from socluster.app.server.worker import work
from socluster.core.errors import InputError, SoclusterError
from socluster.words import Phrase, marked

if TYPE_CHECKING:
    from flask import Flask

__all__ = ["Running", "running", "serve"]

_THREADS = 8
_MOST_CONNECTIONS = 200
_TAKEN_TO_REFUSE = 8  # times too large is still taken, to be refused with a sentence; waitress has none
_SLOWEST = 60  # seconds after which a connection is closed on which nothing happens


@dataclass(frozen=True)
class Running:
    """The app with everything that it needs."""

    app: Flask
    line: WaitingLine
    calculators: Calculators
    keeping: Keeping


@contextmanager
def running(settings: Settings, work: Callable[..., None] = work) -> Iterator[Running]:
    """Have the app with its workers, and end them afterwards.

    Parameters
    ----------
    settings : Settings
        How it is set up.
    work : callable
        What a worker process runs.

    Raises
    ------
    InputError
        If Flask or waitress is not installed, or this is a worker itself: a program that starts the app must do so
        under ``if __name__ == "__main__"``, as every worker reads it.
    """
    if multiprocessing.parent_process() is not None:
        raise InputError('start the app under `if __name__ == "__main__":`, as every worker reads your program')
    site = _library("socluster.app.server.site").site
    line = WaitingLine(settings.limits)
    calculators = Calculators(line, settings.workers, work, (settings.dask, settings.given))
    limits = settings.limits
    keeping = Keeping(limits.files, limits.bytes_kept, limits.data_kept)
    try:
        calculators.start()
        yield Running(site(settings, line, calculators, keeping), line, calculators, keeping)
    finally:
        calculators.close()
        keeping.close()


def serve(settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve the app until it is interrupted.

    Parameters
    ----------
    settings : Settings
        How it is set up.
    tell : callable
        Told the address once the app can answer.

    Raises
    ------
    SoclusterError
        If the port is taken, something is not installed, or what it was started with cannot be read.
    """
    waitress = _library("waitress")
    with closing(_listening(settings)) as listening, running(settings) as app:
        while not app.calculators.ready.wait(0.2):
            pass  # short waits, so that Ctrl-C is heard on every system
        if app.calculators.broken is not None:
            why = Phrase(app.calculators.broken[settings.language])  # told already, in the language of the reader
            raise SoclusterError(why)
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # many requests at once are nothing to warn of
        server = waitress.create_server(
            app.app,
            sockets=[listening],
            threads=_THREADS,
            connection_limit=_MOST_CONNECTIONS,
            channel_timeout=_SLOWEST,
            max_request_body_size=settings.limits.upload * _TAKEN_TO_REFUSE,
            ident=None,
            clear_untrusted_proxy_headers=True,
        )
        tell(settings.address)
        server.run()


def _listening(settings: Settings) -> socket.socket:
    """Return a socket that listens, or say why there cannot be one."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_REUSEADDR") and not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            found.setsockopt(
                socket.SOL_SOCKET, socket.SO_REUSEADDR, 1
            )  # after a restart; means another thing on Windows
        found.bind((settings.host, settings.port))
        found.listen(1024)
    except (OSError, OverflowError) as error:
        found.close()
        message = marked("cannot listen at {host}, port {port}: {reason}; choose another one, such as --port {other}")
        reason = getattr(error, "strerror", None) or error
        values = {"host": settings.host, "port": settings.port, "reason": reason, "other": settings.port % 60000 + 1}
        raise InputError(message, values) from None
    return found


def _library(name: str) -> Any:
    """Return a module that needs the libraries of the extra, or say what to install."""
    import importlib

    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] in ("flask", "werkzeug", "waitress", "jinja2"):
            message = marked("the app needs {library}; install it: pip install 'socluster[app]'")
            raise InputError(message, {"library": error.name}) from None
        raise
