"""The chance that two who are at the same events end up tied, in closed form."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster.core.arguments import is_number, whole_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.development.incubation.checks import share
from socluster.words import marked

__all__ = ["tie_chance"]

_MOST = 10_000


@checked
def tie_chance(
    events: int, /, *, formation: float, repeat: float, meet: float | Sequence[float], factor: float = 1
) -> float:
    r"""How likely are two untied actors to be tied after some events at which both are?

    At each event the two meet with probability q. If they have met h times before and are not tied yet, a tie forms
    with probability

    .. math:: p_h = p \, \varrho^h f

    p is the chance at a first meeting (`formation`), :math:`\varrho` what a further meeting of the same two adds
    (`repeat`), and f what barriers leave of it (`factor`). No tie fades.

    Parameters
    ----------
    events : int
        At how many events both are.
    formation : float
        p, from 0 to 1.
    repeat : float
        ϱ, from 0 to 1: 1 = every meeting counts as the first.
    meet : float or sequence of float
        q: of all events, or of each in their order. Among n present of whom each meets m it is min(1, m / (n - 1)).
    factor : float, default 1
        f, from 0 to 1.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    InputError
        If events are no whole number from 0, a number is not from 0 to 1, or there are more or fewer chances to meet
        than events.

    Notes
    -----
    For ϱ < 1 there is a ceiling, however many events there are: new people bring more than more events for the same.
    It is what `incubate` gives on average if nothing fades and barriers stay as they are (without `distrust`, which
    falls with every meeting).

    Examples
    --------
    >>> import socluster as sc
    >>> round(sc.tie_chance(5, formation=0.1, repeat=1, meet=1), 6)
    0.40951
    >>> round(sc.tie_chance(3, formation=0.1, repeat=0.5, meet=0.25, factor=0.36), 6)
    0.023657
    >>> round(sc.tie_chance(1000, formation=0.1, repeat=0.7, meet=1), 6)  # the ceiling
    0.290844
    """
    number = whole_number("events", events)
    if number > _MOST:
        raise InputError(Problem("is too large a number", column="events", is_argument=True, value=events))
    first, again, left = share("formation", formation), share("repeat", repeat), share("factor", factor)
    untied = np.zeros(number + 1)  # by the number of meetings so far
    untied[0] = 1.0
    chances = first * left * again ** np.arange(number + 1)
    for q in _chances_to_meet(meet, number):
        met = untied * q
        untied = untied - met
        untied[1:] += met[:-1] * (1 - chances[:-1])
    return float(1 - untied.sum())


def _chances_to_meet(meet: float | Sequence[float], number: int) -> Array:
    if is_number(meet):
        return np.full(number, share("meet", meet))
    listed: list[object] = list(meet) if isinstance(meet, Sequence | np.ndarray) else [share("meet", meet)]
    each = [share("meet", value) for value in listed]
    if len(each) != number:
        message = marked("must be one number, or as many as there are events ({events})")
        raise InputError(
            Problem(message, column="meet", is_argument=True, value=len(each), values={"events": str(number)})
        )
    return np.array(each)
