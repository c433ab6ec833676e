"""From the words after `socluster` to an exit code."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from functools import partial

from socluster.cli.commands import convert, demo, info, new, validate
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.words import Language

__all__ = ["main"]

_COMMANDS = (demo, new, info, validate, convert)  # in the order of the help


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 = done, 1 = the input is wrong, 2 = the command is.

    Parameters
    ----------
    arguments : sequence of str, optional
        As typed after `socluster`; without it, those of the process.
    """
    options = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = partial(_show_warning, options.language)  # a plainer line than Python's
            warnings.simplefilter("always", SoclusterWarning)
            code: int = options.run(options)
    except SoclusterError as error:
        print(f"socluster: {error.in_language(options.language)}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # somebody closed the pager
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="socluster", description="Network science for social clusters.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in _COMMANDS:
        command.add(commands)
    return parser


def _show_warning(language: Language, message: Warning | str, category: type[Warning], *place: object) -> None:
    del place  # where in our code it was raised does not help
    if isinstance(message, SoclusterWarning):
        message = message.in_language(language)
    print(f"socluster: {category.__name__}: {message}", file=sys.stderr)
