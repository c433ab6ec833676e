"""How one message is worded for those who write no Python."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Wording", "alike"]


class Wording(NamedTuple):
    """A message on a page, and on the command line."""

    page: str
    command: str


def alike(message: str) -> Wording:
    """Return what reads the same by both doors."""
    return Wording(message, message)
