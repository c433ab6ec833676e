"""How to read what another library holds: the options of `as_cluster`, checked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from socluster.core.errors import InputError, Problem, nearest
from socluster.words import marked

__all__ = ["Options"]

_SELF_TIES = ("refuse", "drop")


@dataclass(frozen=True)
class Options:
    """What `as_cluster` was asked for; see there for the meaning of each.

    Parameters
    ----------
    caller : str
        The function that the user called, for the hints in errors.
    merges_parallel : bool
        Whether edges that nothing tells apart are merged: in a graph they are meant, in a list of ties a slip.
    """

    name: str | None = None
    directed: bool | None = None
    labels: Sequence[Any] | None = None
    two_mode: bool | None = None
    self_ties: str = "refuse"
    weight: str | None = "weight"
    caller: str = "as_cluster"
    merges_parallel: bool = True

    def __post_init__(self) -> None:
        """Refuse words that mean nothing."""
        problems = []
        if self.self_ties not in _SELF_TIES:
            close = nearest(self.self_ties, _SELF_TIES)
            problems.append(
                Problem("must be 'refuse' or 'drop'", column="self_ties", value=self.self_ties, nearest=close)
            )
        expected = (
            ("directed", bool, marked("must be True, False or None")),
            ("two_mode", bool, marked("must be True, False or None")),
            ("name", str, marked("must be text, or None")),
            ("weight", str, marked("must be the name of an attribute, or None")),
        )
        for option, kind, message in expected:
            value = getattr(self, option)
            if value is not None and not isinstance(value, kind):
                problems.append(Problem(message, column=option, value=value))
        if problems:
            raise InputError(problems)

    @property
    def drops_self_ties(self) -> bool:
        """Whether ties of an actor with itself are left out rather than refused."""
        return self.self_ties == "drop"

    def refuse_labels(self, message: str) -> None:
        """Refuse labels for something that brings its own; the message says where."""
        if self.labels is not None:
            raise InputError(Problem(message, column="labels"))
