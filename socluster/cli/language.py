"""The option that all commands have, before or behind their name: the language in which they speak."""

from __future__ import annotations

import argparse

from socluster.words import LANGUAGES, marked

__all__ = ["add_language"]


def add_language(parser: argparse.ArgumentParser, *, default: str = argparse.SUPPRESS) -> None:
    """Declare the option; without a default, what was said before the name of the command stays."""
    parser.add_argument("--language", choices=LANGUAGES, default=default, help=marked("en or lt (en)", context="help"))
