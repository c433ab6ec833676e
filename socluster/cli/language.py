"""The option that all commands have: the language in which they speak."""

from __future__ import annotations

from argparse import ArgumentParser

from socluster.words import LANGUAGES

__all__ = ["add_language"]


def add_language(parser: ArgumentParser) -> None:
    """Declare the option."""
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="en or lt (%(default)s)")
