"""What is repeated: a task, of which any draw can be computed anywhere."""

from __future__ import annotations

from collections.abc import Sized
from typing import Protocol

from socluster.core.columns import Array

__all__ = ["Task"]


class Task(Protocol):
    """Whatever can be computed draw by draw; a draw depends on nothing but the task and its own number."""

    @property
    def scenarios(self) -> Sized:
        """What is computed side by side in each draw."""

    @property
    def fingerprint(self) -> str:
        """Text that changes with anything on which the numbers depend."""

    @property
    def draws_at_a_time(self) -> int:
        """How many draws make a piece of work."""

    def run(self, first: int, last: int) -> list[Array]:
        """Return the numbers of draws first..last-1: for each scenario, an array of shape (draws, width)."""
