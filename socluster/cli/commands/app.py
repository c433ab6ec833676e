"""`socluster app`: a page on which to bring data and to ask what would change, for one person or for a group."""

from __future__ import annotations

import argparse
import os
import signal
from pathlib import Path
from typing import Any

from socluster.cli.language import add_language
from socluster.core.errors import InputError, Problem
from socluster.core.terminal import tell
from socluster.words import marked, say

__all__ = ["add", "run"]

_TERMINATED = 143  # 128 and the number of the signal, as shells have it


def add(commands: Any) -> None:
    """Declare the command and its options."""
    app = commands.add_parser(
        "app",
        help=marked("a page to bring data and to ask what would change", context="help"),
        examples=["app", "app my-cluster/cluster.xlsx --language lt", "app --host 0.0.0.0 --workers 3"],
    )
    app.add_argument(
        "path",
        nargs="?",
        help=marked("file or folder, or the name of a shipped dataset, to begin with", context="help"),
    )
    app.add_argument(
        "--port", type=int, default=8050, help=marked("port on which it listens (%(default)s)", context="help")
    )
    app.add_argument(
        "--host",
        default="127.0.0.1",
        help=marked("who can reach it: only this computer (%(default)s), or 0.0.0.0 for the network", context="help"),
    )
    app.add_argument(
        "--public", metavar="URL", help=marked("address under which a proxy hands it on, with https://", context="help")
    )
    app.add_argument(
        "--workers", type=int, default=1, help=marked("calculations at the same time (%(default)s)", context="help")
    )
    app.add_argument("--dask", metavar="ADDRESS", help=marked("Dask scheduler to calculate on", context="help"))
    add_language(app)
    app.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve the page until somebody presses Ctrl-C."""
    from socluster.app.server.serve import serve
    from socluster.app.server.settings import Settings

    _refuse_nonsense(options)
    language = options.language
    given = str(Path(options.path).absolute()) if options.path and os.path.exists(options.path) else options.path
    settings = Settings(
        host=options.host,
        port=options.port,
        public=options.public,
        language=language,
        opens_in=language if options.is_language_said else None,
        workers=options.workers,
        dask=options.dask,
        given=given,
    )
    tell(say("Getting ready; the first time this takes a minute.", language))

    def told(address: str) -> None:
        tell(say("The app: {address} (open it in a browser; Ctrl-C stops it)", language, address=address))
        if not settings.is_local and settings.public is None:
            tell(say("Everybody who reaches this computer over the network can use it.", language))

    before = signal.signal(signal.SIGTERM, _end)
    try:
        serve(settings, told)
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0


def _end(*_: object) -> None:
    """End as after Ctrl-C, so that the workers are ended, too."""
    raise SystemExit(_TERMINATED)


def _refuse_nonsense(options: argparse.Namespace) -> None:
    if not 1 <= options.port <= 65_535:
        raise InputError("--port takes a number from 1 to 65535; here is {port}", {"port": options.port})
    if not 1 <= options.workers <= 64:
        raise InputError("--workers takes a number from 1 to 64; here is {workers}", {"workers": options.workers})
    if options.public is not None and not options.public.startswith(("http://", "https://")):
        message = marked("--public takes an address such as https://cluster.example.org; here is {address}")
        raise InputError(message, {"address": options.public})
    is_file = options.path and (Path(options.path).suffix or os.sep in options.path)  # else the name of a dataset
    if is_file and not os.path.exists(options.path):
        raise InputError(Problem("there is no such file or folder", file=options.path))
