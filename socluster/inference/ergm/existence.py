"""Why a model has no estimate: terms at the end of their range, terms that separate, terms that follow from others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError, Note, Problem
from socluster.inference.ergm.estimation.newton import Maximum
from socluster.inference.ergm.estimation.outcomes import Outcomes
from socluster.inference.ergm.estimation.separation import endless_direction, follows_from
from socluster.words import counted, later, listed, marked, number, phrase

__all__ = [
    "FAR",
    "FLAT",
    "SHOWN",
    "CollinearTermsError",
    "NoMaximumError",
    "no_maximum",
    "refuse_collinear",
    "refuse_endless",
    "runs_away",
    "what_is_left",
    "why_endless",
]

FLAT = 1e-4  # information left of what there was without any coefficient, below which a maximum is doubted
FAR = 10.0  # standard deviations without any coefficient, over which a likelihood with a maximum must fall
FALL = 1e-7  # by how much, at least
SHOWN = 1e-3  # share of the largest entry of a direction, below which a term has no part in it


_SEPARATED = marked(
    "{terms} together tell ties from absent ties without a mistake (separation), so that their coefficients would be "
    "infinite; leave one of them out, join categories, or hold the dyads that they decide with fixed="
)
_SEPARATES = marked(
    "'{term}' tells ties from absent ties without a mistake (separation), so that its coefficient would be infinite; "
    "leave the term out, join categories, or hold the dyads that it decides with fixed="
)
_AT_EDGE = marked(
    "{terms} together are at the edge of what a network can have: given the others, one of them could not be smaller, "
    "or not larger, so that their coefficients would be infinite; leave one of them out"
)
_SMALLEST = marked(
    "'{term}' has the smallest value that it can have ({value}), so that its coefficient would be minus infinity; "
    "leave the term out, or hold the dyads that it forbids with fixed="
)
_LARGEST = marked(
    "'{term}' has the largest value that it can have ({value}), so that its coefficient would be infinite; leave the "
    "term out, or hold the dyads that it demands with fixed="
)
_RUNS_AWAY = marked(
    "with the unknown dyads left open, the likelihood does not fall however far the coefficients move in one direction "
    "({moves}), so that there is no finite estimate; leave out a term that is named here, or find out about the "
    "unknown dyads"
)

_SEEMS_TO_RUN_AWAY = marked(
    "with the unknown dyads left open, the likelihood does not fall, as far as simulated networks tell, however far "
    "the coefficients move in one direction ({moves}), so that there is no finite estimate; leave out a term that is "
    "named here, or find out about the unknown dyads"
)


class NoMaximumError(InputError):
    """The likelihood of a model has no maximum: some coefficient would have to be infinite."""


class CollinearTermsError(InputError):
    """Terms of a model say the same, so that no data can tell their coefficients apart."""


def refuse_collinear(rows: Array, names: Sequence[str]) -> None:
    """Refuse terms of which one follows from others.

    Parameters
    ----------
    rows : ndarray of shape (rows, p)
        How networks of the model differ in their statistics.
    names : sequence of str
        What the coefficients are called.

    Raises
    ------
    CollinearTermsError
        If there are such; the message names them.
    """
    together = [names[term] for term in follows_from(rows)]
    if len(together) == 1:
        message = marked(
            "'{term}' is the same in all networks that the model allows, so that it has no coefficient; leave it out"
        )
        raise CollinearTermsError(Problem(message, values={"term": together[0]}))
    if together:
        message = marked(
            "{terms} follow from each other, so that their coefficients cannot be told apart; leave one of them out"
        )
        raise CollinearTermsError(Problem(message, values={"terms": later(listed, [f"'{each}'" for each in together])}))


def refuse_endless(
    likelihood: Outcomes, found: Maximum, names: Sequence[str], observed: Array, *, of_dyads: bool = False
) -> None:
    """Refuse coefficients of a likelihood that rises for ever in some direction.

    The directions are looked for only where so little information is left that there may be one.

    Raises
    ------
    NoMaximumError
        If there is such a direction; the message names the terms.
    """
    direction = why_endless(likelihood, found)
    if direction is not None:
        raise no_maximum(direction, names, observed, of_dyads=of_dyads)
    direction = _runs_away(likelihood, found)
    if direction is not None:
        raise runs_away(direction, names)


def runs_away(direction: Array, names: Sequence[str], *, simulated: bool = False) -> NoMaximumError:
    """Return the error of a likelihood that does not fall in a direction, known exactly or as simulation tells."""
    moves = [
        phrase("'{term}' up", term=name) if entry > 0 else phrase("'{term}' down", term=name)
        for name, entry in zip(names, direction.tolist(), strict=True)
        if entry
    ]
    message = _SEEMS_TO_RUN_AWAY if simulated else _RUNS_AWAY
    return NoMaximumError(Problem(message, values={"moves": later(listed, moves)}))


def why_endless(likelihood: Outcomes, found: Maximum) -> Array | None:
    """Return the direction in which a likelihood rises for ever; None if it has a maximum."""
    if found.settled and _information_left(likelihood, found) > FLAT:
        return None
    return endless_direction(likelihood.differences())


def no_maximum(
    direction: Array, names: Sequence[str], observed: Array, *, draws: int | None = None, of_dyads: bool = False
) -> NoMaximumError:
    """Return the error that says which terms have no finite coefficient, and what to do.

    Parameters
    ----------
    direction : ndarray of shape (p,)
        In which the likelihood rises.
    names : sequence of str
        What the coefficients are called.
    observed : ndarray of shape (p,)
        Statistics observed.
    draws : int, optional
        How many networks were simulated to find out; without it, it is certain.
    of_dyads : bool, default False
        Whether the likelihood is of dyads that are independent of each other, or taken so.
    """
    terms = np.flatnonzero(direction).tolist()
    values: dict[str, object] = {"term": names[terms[0]], "value": later(number, float(observed[terms[0]]))}
    if len(terms) > 1:
        values = {"terms": later(listed, [f"'{names[each]}'" for each in terms])}
        message = _SEPARATED if of_dyads else _AT_EDGE
    elif of_dyads:
        message = _SEPARATES
    else:
        message = _SMALLEST if direction[terms[0]] < 0 else _LARGEST
    error = NoMaximumError(Problem(message, values=values))
    if draws is not None:
        error.add_note(
            Note(
                counted(
                    "Judged by {n} simulated network, which does not go beyond it.",
                    "Judged by {n} simulated networks, none of which goes beyond it.",
                    draws,
                )
            )
        )
    return error


def _runs_away(likelihood: Outcomes, found: Maximum) -> Array | None:
    """Return a direction in which the likelihood of what is partly unknown does not fall; None if there is none.

    Several outcomes that may have been the case have no hull to look at: such a likelihood may have its highest value
    at infinity though none of them is at an edge. So it is asked itself, where the search ended and as far again.
    """
    if (likelihood.observed.sum(axis=1) == 1).all():
        return None
    left, directions = _what_is_left(likelihood, found)
    flat = directions[:, left <= FLAT] if found.settled else directions
    along = np.linalg.lstsq(directions, found.coefficients, rcond=None)[0]
    on_the_way = directions @ np.where((left <= FLAT) | (not found.settled), along, 0.0)
    lowest = found.log_likelihood - FALL
    for each in (on_the_way, *flat.T, *-flat.T):
        length = float(np.linalg.norm(np.linalg.lstsq(directions, each, rcond=None)[0]))
        if length == 0:
            continue
        step = each * max(1.0, FAR / length)
        if likelihood.evaluated(found.coefficients + step)[0] >= lowest:
            part = np.abs(step) * np.sqrt(np.maximum(np.diag(likelihood.covariance(np.zeros(likelihood.p))), 1e-300))
            return np.where(part > SHOWN * part.max(), step, 0.0)
    return None


def _information_left(likelihood: Outcomes, found: Maximum) -> float:
    """Return the smallest share of the information that there is left, compared with coefficients of zero."""
    return float(_what_is_left(likelihood, found)[0].min(initial=1.0))


def _what_is_left(likelihood: Outcomes, found: Maximum) -> tuple[Array, Array]:
    """Return shares of the information that are left, and the directions of the coefficients that they are of."""
    return what_is_left(likelihood.covariance(np.zeros(likelihood.p)), found.information)


def what_is_left(whole: Array, information: Array) -> tuple[Array, Array]:
    """Return shares of the information that are left of a whole, and the directions of length 1 that they are of.

    Parameters
    ----------
    whole, information : ndarray of shape (p, p)
        What there is at coefficients that are not in doubt, and at those that are.

    Returns
    -------
    left : ndarray of shape (p,)
        The least first.
    directions : ndarray of shape (p, p)
        A column for each; a move by one of them is one standard deviation of the statistics there.
    """
    size = np.sqrt(np.maximum(np.diag(whole), 1e-300))
    values, vectors = np.linalg.eigh(whole / np.outer(size, size))
    if values.min(initial=1.0) <= 1e-12:
        return np.zeros(len(whole)), np.diag(1 / size)
    root = vectors / np.sqrt(values)
    left, turned = np.linalg.eigh(root.T @ (information / np.outer(size, size)) @ root)
    return np.asarray(left), np.asarray(root @ turned / size[:, None])
