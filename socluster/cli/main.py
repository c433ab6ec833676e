"""From the words after `socluster` to an exit code."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from functools import partial

from socluster._kernels.compiling.compiled import waits_explained
from socluster.cli.commands import (
    app,
    compare,
    completion,
    convert,
    coverage,
    demo,
    ergm,
    info,
    losses,
    measure,
    new,
    null,
    plan,
    qap,
    rank,
    report,
    validate,
    whatif,
)
from socluster.cli.language import add_language
from socluster.cli.parser import language_typed, parser_in
from socluster.core.errors import SoclusterError, SoclusterWarning, notes_in
from socluster.core.terminal import OutputError, complain, discard_output, flush_output, legible
from socluster.core.version import VERSION
from socluster.words import Language, marked, say
from socluster.words.doors import told_at

__all__ = ["main"]

_COMMANDS = (
    *(demo, new, info, validate, convert),
    *(measure, compare, rank, plan, losses, coverage),
    *(null, qap, ergm, report, app, whatif),
)  # in the order of the help
_CODES = marked(
    "exit codes: 0 done; 1 the input is wrong, or it could not be done; 2 the command is wrong; 130 interrupted",
    context="help",
)
_INTERRUPTED = 130  # 128 and the number of the signal, as shells have it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code.

    It is 0 if it is done, 1 if the input is wrong or it could not be done, 2 if the command itself is wrong (then
    argparse ends the process), and 130 if somebody interrupted it. Who closes the output early, as `head` does, has
    seen enough: 0.

    Parameters
    ----------
    arguments : sequence of str, optional
        As typed after `socluster`; without it, those of the process.
    """
    typed = sys.argv[1:] if arguments is None else arguments
    language = language_typed(typed)
    with told_at("command"), legible():
        try:
            try:
                options = _parser(language).parse_args(typed)
                language = options.language
                code = _run(options)
            finally:
                flush_output()
        except SoclusterError as error:
            if isinstance(error, OutputError):
                discard_output()
            complain(*f"socluster: {error.in_language(language)}".split("\n"))
            return 1
        except BrokenPipeError:
            discard_output()
            return 0
        except KeyboardInterrupt as interruption:
            notes = [f"socluster: {each}" for each in notes_in(interruption, language)]
            complain(f"socluster: {say('interrupted', language)}", *notes)
            return _INTERRUPTED
    return code


def _run(options: argparse.Namespace) -> int:
    waiting = say("preparing fast routines for this computer; this takes some seconds, once", options.language)
    with warnings.catch_warnings(), waits_explained(f"socluster: {waiting}"):
        warnings.showwarning = partial(_show_warning, options.language, set())  # a plainer line than Python's
        warnings.simplefilter("always", SoclusterWarning)
        code: int = options.run(options)
    return code


def _parser(language: Language) -> argparse.ArgumentParser:
    about = marked("Network science for social clusters.", context="help")
    parser = parser_in(language, prog="socluster", description=about, epilog=_CODES)
    parser.add_argument("--version", action="version", version=f"socluster {VERSION}")
    add_language(parser, default="en")
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in _COMMANDS:
        command.add(commands)
    completion.add(commands, parser)
    return parser


def _show_warning(
    language: Language, shown: set[str], message: Warning | str, category: type[Warning], *place: object
) -> None:
    """Print a warning, once in a command; what Python calls it, and where in our code it was raised, does not help."""
    del category, place
    text = str(message.in_language(language) if isinstance(message, SoclusterWarning) else message)
    if text not in shown:
        shown.add(text)
        complain(f"socluster: {say('warning', language)}: {text}")
