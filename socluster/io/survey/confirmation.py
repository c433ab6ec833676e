"""From what two actors say of each other to ties, no ties, and dyads of which nobody knows; arrays only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from socluster.core.columns import Array

__all__ = ["Confirm", "SettledDyads", "Strength", "settled"]

Confirm = Literal["any", "both"]
Strength = Literal["min", "mean", "max"]


@dataclass(frozen=True, eq=False)
class SettledDyads:
    """What follows from two reports of every dyad.

    Parameters
    ----------
    strength : array of float
        Strength of the tie; 0 for none, NaN where nobody knows.
    is_confirmed : array of bool
        Whether both ends say that there is a tie.
    """

    strength: Array
    is_confirmed: Array


def settled(one: Array, other: Array, confirm: Confirm, strength: Strength) -> SettledDyads:
    """Return what two reports of the same dyads come to.

    Parameters
    ----------
    one, other : array of float
        The two reports: 0 for no, a strength for yes, NaN where that end is silent.
    confirm : {"any", "both"}
        ===========  ============  ============
        reports      any           both
        ===========  ============  ============
        yes, yes     tie           tie
        yes, no      tie           none
        no, no       none          none
        yes, silent  tie           unknown
        no, silent   unknown       none
        silent, two  unknown       unknown
        ===========  ============  ============
    strength : {"min", "mean", "max"}
        Of the strengths of those who say yes.
    """
    yes = one > 0, other > 0
    no = one == 0, other == 0
    both = yes[0] & yes[1]
    is_tie = yes[0] | yes[1] if confirm == "any" else both
    is_none = no[0] & no[1] if confirm == "any" else no[0] | no[1]
    stated = np.where(yes[0], one, np.nan), np.where(yes[1], other, np.nan)
    lower, higher = np.fmin(*stated), np.fmax(*stated)
    chosen = {"min": lower, "mean": (lower + higher) / 2, "max": higher}[strength]
    return SettledDyads(np.where(is_tie, chosen, np.where(is_none, 0.0, np.nan)), both)
