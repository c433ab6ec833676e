"""`socluster completion`: what a shell needs to complete commands, options and names of files at the key Tab."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Any

from socluster.cli.language import add_language
from socluster.core.errors import InputError
from socluster.core.terminal import tell
from socluster.words import marked

__all__ = ["add", "run"]

_SHELLS = ("bash", "zsh", "fish")
_FILES = frozenset({"path", "file", "written_to", "scenarios", "needs", "output", "tables", "docx"})
_FOLDERS = frozenset({"folder"})


def add(commands: Any, whole: argparse.ArgumentParser) -> None:
    """Declare the command and its options; what it completes is the parser of all commands."""
    completion = commands.add_parser(
        "completion",
        help=marked("let the key Tab complete commands, options and files in your shell", context="help"),
        examples=[
            "completion bash > ~/.local/share/bash-completion/completions/socluster",
            'completion zsh > "${fpath[1]}/_socluster"',
            "completion fish > ~/.config/fish/completions/socluster.fish",
        ],
    )
    completion.add_argument("shell", choices=_SHELLS, help=marked("the shell in which you type", context="help"))
    add_language(completion)
    completion.set_defaults(run=partial(run, whole))


def run(whole: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """Print the script."""
    try:
        import shtab
    except ImportError as error:
        raise InputError(
            "completion needs shtab, which is not installed; install it with: pip install 'socluster[completion]'"
        ) from error
    for action in _actions(whole):
        if action.dest in _FILES | _FOLDERS:
            place: Any = action
            place.complete = shtab.FILE if action.dest in _FILES else shtab.DIRECTORY
    tell(*shtab.complete(whole, shell=options.shell).splitlines())
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the options and places of a parser and of its commands; argparse has no public list of them."""
    for action in parser._actions:
        yield action
        for command in (action.choices or {}).values() if isinstance(action, argparse._SubParsersAction) else ():
            yield from _actions(command)
