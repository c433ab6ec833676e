"""What a meeting does: the parameters of incubation, each with a default that is assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.checked import checked_methods
from socluster.core.errors import InputError, Problem
from socluster.development.incubation.assumed import OF_KINDS, kind_of_event, table_of_assumptions
from socluster.development.incubation.checks import positive, share
from socluster.words import marked

__all__ = ["Incubation"]


@checked_methods
@dataclass(frozen=True)
class Incubation:
    """What a meeting at an event does to the tie and the trust of two actors, and how both fade.

    Every default is an assumption, with a range (`assumptions`); answers name those on which they rest.

    Parameters
    ----------
    formation : float, default 0.1
        Chance of a tie at a first meeting without barriers (range 0.02 to 0.3).
    repeat : float, default 0.7
        What this chance is multiplied by at each further meeting of the same two (0.4 to 1).
    meetings : float or mapping, optional
        Whom each who is there meets: so many, or by kind of event. Conferences 14, seminars 8, round tables 10 (4 to
        20); other kinds have to be stated.
    meet : float, optional
        Instead of `meetings`: the chance that two who are there meet, at every event.
    participants : int or mapping, optional
        How many organisations are at an event whose participants nobody states, or by kind. Conferences 100, seminars
        40, round tables 34, or all actors if there are fewer. Head counts are persons.
    trust : float, mapping, Series, DataFrame or str, default 0.3
        Trust in the beginning, from 0 to 1: of all, by actor, by two actors (a square table), or the name of a column
        of the actors or of a layer of ties.
    trust_gain : float, default 0.1
        Share of the missing trust that a meeting brings (0 to 0.3).
    half_life : float, default 2.0
        Years in which half of the ties that are not used fade, and half of the trust gained (0.3 to 5); ``inf`` = none.
    period : float, default 1.0
        Years in a period: a tie is used if the two met in it.
    enough_trust : float, default 0.5
        Trust from which a tie counts as cooperation.

    Raises
    ------
    InputError
        If a share is not from 0 to 1, a time not above 0, or both `meetings` and `meet` are stated.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.Incubation(half_life=3).half_life
    3
    >>> sc.Incubation.assumptions().loc["half_life", ["default", "low", "high"]].tolist()
    [2.0, 0.3, 5.0]
    """

    _: KW_ONLY
    formation: float = 0.1
    repeat: float = 0.7
    meetings: Any = None
    meet: float | None = None
    participants: Any = None
    trust: Any = 0.3
    trust_gain: float = 0.1
    half_life: float = 2.0
    period: float = 1.0
    enough_trust: float = 0.5

    def __post_init__(self) -> None:
        for name in ("formation", "repeat", "trust_gain", "enough_trust"):
            share(name, getattr(self, name))
        positive("half_life", self.half_life, may_be_endless=True)
        positive("period", self.period)
        if self.meet is not None:
            share("meet", self.meet)
            if self.meetings is not None:
                raise InputError(
                    "state either 'meetings' (how many each meets) or 'meet' (the chance of two), not both"
                )
        for name in ("meetings", "participants"):
            object.__setattr__(self, name, _by_kind(name, getattr(self, name)))

    @classmethod
    def assumptions(cls) -> pd.DataFrame:
        """Return what is assumed where no source gives a number.

        Returns
        -------
        DataFrame
            Index `quantity`; columns default, low, high, unit, mark (found: a source says so; assumed: ours), source.
            English words, as in other tables of data.
        """
        return table_of_assumptions()

    @property
    def keep(self) -> float:
        """Share of unused ties that outlives a period."""
        return float(2.0 ** (-self.period / self.half_life))

    def met_by_each(self, kind: str) -> float | None:
        """Return whom each meets at an event of a kind; None if neither the user nor a table here says it.

        Parameters
        ----------
        kind : str
            A kind of event.
        """
        return _of_kind(self.meetings, kind, 0)

    def present_at(self, kind: str) -> float | None:
        """Return how many organisations are at an event of a kind; None if neither the user nor a table here says it.

        Parameters
        ----------
        kind : str
            A kind of event.
        """
        return _of_kind(self.participants, kind, 1)

    def changed(self, **values: Any) -> Incubation:
        """Return the same with other values."""
        return replace(self, **values)


def _of_kind(stated: Any, kind: str, column: int) -> float | None:
    known = kind_of_event(kind)
    if isinstance(stated, Mapping):
        if known in stated:
            return float(stated[known])
    elif stated is not None:
        return float(stated)
    return float(OF_KINDS[known][column]) if known in OF_KINDS else None


def _by_kind(name: str, value: Any) -> Any:
    """Return a number, or numbers by kind, as they are kept; None stays None."""
    if value is None:
        return None
    if isinstance(value, pd.Series):
        value = value.to_dict()
    least = 1 if name == "meetings" else 2
    if isinstance(value, Mapping):
        wrong = [kind for kind in value if not isinstance(kind, str)]
        if wrong:
            raise InputError([Problem("is no kind of event", is_argument=True, column=name, value=wrong[0])])
        return {kind_of_event(kind): _number(name, each, least) for kind, each in value.items()}
    return _number(name, value, least)


def _number(name: str, value: Any, least: int) -> float:
    is_whole = name == "meetings" or (is_number(value) and float(value).is_integer())
    if is_number(value) and (least if name != "meetings" else 0) <= value < 1e9 and is_whole:
        return float(value)
    if name == "meetings":
        message = marked("must be a number from 0: how many each who is there meets")
    else:
        message = marked("must be a whole number from 2: how many organisations are there")
    raise InputError(Problem(message, is_argument=True, column=name, value=value))
