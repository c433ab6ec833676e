"""Terms of numbers that actors have: do those with more of something have more ties, and ties with their like?"""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.inference.ergm.observed import Observed
from socluster.inference.ergm.term import (
    Coefficient,
    ErgmTerm,
    called,
    directed_only,
    one_mode_only,
    short,
    term,
    two_mode_only,
)
from socluster.words import column_phrase, marked, phrase

__all__ = ["absdiff", "b1cov", "b2cov", "diff", "nodecov", "nodeicov", "nodeocov", "smalldiff"]

_SUMS = {
    "nodecov": marked("ties, by the sum of {attribute} of their ends"),
    "nodeicov": marked("ties, by {attribute} of their receivers"),
    "nodeocov": marked("ties, by {attribute} of their senders"),
    "diff": marked("ties, by {attribute} of their senders minus that of their receivers"),
    "b1cov": marked("ties, by {attribute} of the first mode"),
    "b2cov": marked("ties, by {attribute} of the second mode"),
}
_FACTORS = {  # of the first end, and of the second
    "nodecov": (1, 1),
    "nodeicov": (0, 1),
    "nodeocov": (1, 0),
    "diff": (1, -1),
    "b1cov": (1, 0),
    "b2cov": (0, 1),
}


@checked
def nodecov(attribute: Any) -> ErgmTerm:
    r"""Return the term :math:`\sum y_{ij} (x_i + x_j)`: do actors with more of something have more ties?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.

    Returns
    -------
    ErgmTerm
    """
    return _of_sum("nodecov", attribute)


@checked
def nodeicov(attribute: Any) -> ErgmTerm:
    r"""Return the term :math:`\sum y_{ij} x_j`: do actors with more of something receive more ties?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.

    Returns
    -------
    ErgmTerm
    """
    return _of_sum("nodeicov", attribute)


@checked
def nodeocov(attribute: Any) -> ErgmTerm:
    r"""Return the term :math:`\sum y_{ij} x_i`: do actors with more of something send more ties?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.

    Returns
    -------
    ErgmTerm
    """
    return _of_sum("nodeocov", attribute)


@checked
def diff(attribute: Any) -> ErgmTerm:
    r"""Return the term :math:`\sum y_{ij} (x_i - x_j)`: do ties run from more of something to less?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.

    Returns
    -------
    ErgmTerm
    """
    return _of_sum("diff", attribute)


@checked
def b1cov(attribute: Any) -> ErgmTerm:
    """Return the term of ties by what their ends in the first mode have: a column of the actors.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.

    Returns
    -------
    ErgmTerm
    """
    return _of_sum("b1cov", attribute)


@checked
def b2cov(attribute: Any) -> ErgmTerm:
    """Return the term of ties by what their ends in the second mode have: a column of the groups.

    Parameters
    ----------
    attribute : str or Series
        A column of the groups that holds numbers, or a Series indexed by group.

    Returns
    -------
    ErgmTerm
    """
    return _of_sum("b2cov", attribute)


@checked
def absdiff(attribute: Any, *, pow: float = 1.0) -> ErgmTerm:
    r"""Return the term :math:`\sum y_{ij} |x_i - x_j|^p`: do ties avoid distance? (A negative coefficient says so.)

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.
    pow : float, default 1
        The power p, above 0.

    Returns
    -------
    ErgmTerm
    """
    _refuse_unless_positive("pow", pow)
    meaning = phrase(
        "ties, by the difference of {attribute} between their ends", attribute=column_phrase(called(attribute))
    )
    return term("absdiff", _absdiff, meaning, attribute=attribute, pow=float(pow))


@checked
def smalldiff(attribute: Any, most: float) -> ErgmTerm:
    r"""Return the term that counts ties between ends that differ by little, :math:`|x_i - x_j| \le s`.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.
    most : float
        The largest difference s that is little, above 0.

    Returns
    -------
    ErgmTerm
    """
    _refuse_unless_positive("most", most)
    meaning = phrase(
        "ties between ends whose {attribute} differs by at most {most}",
        attribute=column_phrase(called(attribute)),
        most=float(most),
    )
    return term("smalldiff", _smalldiff, meaning, attribute=attribute, most=float(most))


def _of_sum(name: str, attribute: Any) -> ErgmTerm:
    return term(
        name, _sum, phrase(_SUMS[name], attribute=column_phrase(called(attribute))), attribute=attribute, name=name
    )


def _sum(observed: Observed, attribute: Any, name: str) -> list[Coefficient]:
    if name in ("b1cov", "b2cov"):
        two_mode_only(observed, name)
        values = observed.numbers(attribute, "first" if name == "b1cov" else "second")
    else:
        one_mode_only(observed, name)
        if name != "nodecov":
            directed_only(observed, name)
        values = observed.numbers(attribute)
    first, second = _FACTORS[name]
    shown = f"diff.t-h.{called(attribute)}" if name == "diff" else f"{name}.{called(attribute)}"
    return [(shown, Statistic("ends", values=np.concatenate([first * values, second * values])))]


def _absdiff(observed: Observed, attribute: Any, pow: float) -> list[Coefficient]:
    one_mode_only(observed, "absdiff")
    shown = f"absdiff{'' if pow == 1 else short(pow)}.{called(attribute)}"
    return [(shown, Statistic("difference", values=_after(pow, observed.numbers(attribute))))]


def _smalldiff(observed: Observed, attribute: Any, most: float) -> list[Coefficient]:
    one_mode_only(observed, "smalldiff")
    shown = f"smalldiff.{called(attribute)}.{short(most)}"
    return [(shown, Statistic("within", values=_after(most, observed.numbers(attribute))))]


def _after(option: float, values: Array) -> Array:
    return np.concatenate([[option], values])


def _refuse_unless_positive(argument: str, value: Any) -> None:
    if not is_number(value) or not 0 < value < np.inf:
        message = marked("{argument} must be a number above 0")
        raise InputError(Problem(message, value=value, values={"argument": argument}))
