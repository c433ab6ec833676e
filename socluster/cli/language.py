"""The option that all commands have, before or behind their name: the language in which they speak."""

from __future__ import annotations

import argparse
from typing import Any

from socluster.words import LANGUAGES, marked

__all__ = ["add_language"]


def add_language(parser: argparse.ArgumentParser, *, default: str = argparse.SUPPRESS) -> None:
    """Declare the option; without a default, what was said before the name of the command stays."""
    parser.add_argument(
        "--language", action=_Said, choices=LANGUAGES, default=default, help=marked("en or lt (en)", context="help")
    )
    if default is not argparse.SUPPRESS:
        parser.set_defaults(is_language_said=False)


class _Said(argparse.Action):
    """Keeps, beside the language, that it was said: what was not said, others may decide, as the browser does."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        """Take the language."""
        namespace.language = values
        namespace.is_language_said = True
