"""Messages of the library as somebody needs them who types commands: options of the command line, not Python's."""

from __future__ import annotations

import re

__all__ = ["as_typed"]

# What a message says in Python, and what is typed instead.
_TYPED = (
    (re.compile(r"\bbetter='(higher|lower)'"), r"--better \1"),
    (
        re.compile(r"\bmeasure\(\.\.\., draws=, rng=\) (\w+) compare\(\.\.\., draws=, rng=\)"),
        r"socluster compare \1 rank",
    ),
    (re.compile(r"\bdraws=(\d+)"), r"--draws \1"),
    (re.compile(r"\brng=(\d+)"), r"--seed \1"),
)


def as_typed(message: str) -> str:
    """Return a message with the options that are typed in place of the arguments of Python.

    Examples
    --------
    >>> as_typed("state better='lower' or better='higher'")
    'state --better lower or --better higher'
    """
    for pattern, typed in _TYPED:
        message = pattern.sub(typed, message)
    return message
