"""Terms of categories of actors: who has ties, and whether ties stay within a category.

Categories come in sorted order (numbers by size, everything else by the code points of its text), and what is left out
as the base is the first of them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.inference.ergm.observed import MissingCategory, Observed, Side
from socluster.inference.ergm.term import (
    Coefficient,
    ErgmTerm,
    called,
    directed_only,
    one_mode_only,
    shown,
    term,
    two_mode_only,
)
from socluster.words import column_phrase, marked, phrase

__all__ = [
    "b1factor",
    "b1nodematch",
    "b2factor",
    "b2nodematch",
    "nodefactor",
    "nodeifactor",
    "nodematch",
    "nodemix",
    "nodeofactor",
]

_FACTORS = {
    "nodefactor": marked("ends of ties in each category of {attribute}, but for the first"),
    "nodeifactor": marked("receivers of ties in each category of {attribute}, but for the first"),
    "nodeofactor": marked("senders of ties in each category of {attribute}, but for the first"),
    "b1factor": marked("ties of each category of {attribute} in the first mode, but for the first category"),
    "b2factor": marked("ties of each category of {attribute} in the second mode, but for the first category"),
}
_ENDS = {"nodefactor": (1, 1), "nodeifactor": (0, 1), "nodeofactor": (1, 0), "b1factor": (1, 0), "b2factor": (0, 1)}


@checked
def nodematch(attribute: Any, *, diff: bool = False, missing: MissingCategory = "refuse") -> ErgmTerm:
    r"""Return the term that counts ties within a category, :math:`\sum y_{ij} [c_i = c_j]`: do ties stay inside?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    diff : bool, default False
        Whether each category has a coefficient of its own.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    meaning = phrase("ties within a category of {attribute}", attribute=column_phrase(called(attribute)))
    return term("nodematch", _nodematch, meaning, attribute=attribute, diff=diff, missing=missing)


@checked
def nodemix(attribute: Any, *, base: list[Any] | None = None, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts ties by the categories of both ends, a coefficient for each pair of categories.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    base : list of pairs, optional
        Pairs of categories that have no coefficient, as ``[("civic", "civic")]``: directed, (sender, receiver). Without
        any, all have one, and then the term cannot stand beside `edges`.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    meaning = phrase("ties between each pair of categories of {attribute}", attribute=column_phrase(called(attribute)))
    pairs = None if base is None else [tuple(each) if isinstance(each, list) else each for each in base]
    return term("nodemix", _nodemix, meaning, attribute=attribute, base=pairs, missing=missing)


@checked
def nodefactor(attribute: Any, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts the ends of ties in each category but the first: does a category have more ties?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    return _of_ends("nodefactor", attribute, missing)


@checked
def nodeifactor(attribute: Any, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts the receivers of ties in each category but the first.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    return _of_ends("nodeifactor", attribute, missing)


@checked
def nodeofactor(attribute: Any, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts the senders of ties in each category but the first.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    return _of_ends("nodeofactor", attribute, missing)


@checked
def b1factor(attribute: Any, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts the ties of each category of the first mode, but for the first category.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    return _of_ends("b1factor", attribute, missing)


@checked
def b2factor(attribute: Any, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts the ties of each category of the second mode, but for the first category.

    Parameters
    ----------
    attribute : str or Series
        A column of the groups, or a Series indexed by group.
    missing : {"refuse", "own category"}, default "refuse"
        Whether groups without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    return _of_ends("b2factor", attribute, missing)


@checked
def b1nodematch(attribute: Any, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts paths of two ties between actors of one category: do they go to the same groups?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    missing : {"refuse", "own category"}, default "refuse"
        Whether actors without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    meaning = phrase(
        "paths of two ties within a category of {attribute} in the first mode",
        attribute=column_phrase(called(attribute)),
    )
    return term("b1nodematch", _matched_paths, meaning, attribute=attribute, missing=missing, name="b1nodematch")


@checked
def b2nodematch(attribute: Any, *, missing: MissingCategory = "refuse") -> ErgmTerm:
    """Return the term that counts paths of two ties between groups of one category: do they share actors?

    Parameters
    ----------
    attribute : str or Series
        A column of the groups, or a Series indexed by group.
    missing : {"refuse", "own category"}, default "refuse"
        Whether groups without a category are an error, or a category "not stated".

    Returns
    -------
    ErgmTerm
    """
    meaning = phrase(
        "paths of two ties within a category of {attribute} in the second mode",
        attribute=column_phrase(called(attribute)),
    )
    return term("b2nodematch", _matched_paths, meaning, attribute=attribute, missing=missing, name="b2nodematch")


def _of_ends(name: str, attribute: Any, missing: MissingCategory) -> ErgmTerm:
    meaning = phrase(_FACTORS[name], attribute=column_phrase(called(attribute)))
    return term(name, _factor, meaning, attribute=attribute, missing=missing, name=name)


def _nodematch(observed: Observed, attribute: Any, diff: bool, missing: MissingCategory) -> list[Coefficient]:
    one_mode_only(observed, "nodematch")
    codes, levels = observed.categories(attribute, missing=missing)
    table, name = np.eye(len(levels)), f"nodematch.{called(attribute)}"
    if not diff:
        return [(name, mixing(codes, table))]
    each = [np.outer(row, row) for row in table]
    return [(f"{name}.{shown(level)}", mixing(codes, cell)) for level, cell in zip(levels, each, strict=True)]


def _nodemix(
    observed: Observed, attribute: Any, base: tuple[Any, ...] | None, missing: MissingCategory
) -> list[Coefficient]:
    one_mode_only(observed, "nodemix")
    codes, levels = observed.categories(attribute, missing=missing)
    places = range(len(levels))
    cells = [(i, j) for j in places for i in places if observed.frame.directed or i <= j]
    left_out = _cells(base or (), levels, directed=observed.frame.directed)
    return [
        (
            f"mix.{called(attribute)}.{shown(levels[i])}.{shown(levels[j])}",
            mixing(codes, _cell(len(levels), i, j, both=not observed.frame.directed)),
        )
        for i, j in cells
        if (i, j) not in left_out
    ]


def _cells(pairs: tuple[Any, ...], levels: list[Any], *, directed: bool) -> set[tuple[int, int]]:
    """Return the places of pairs of categories."""
    found, problems, known = set(), [], [str(each) for each in levels]
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2 or any(each not in levels for each in pair):
            message = marked("is no pair of categories (there are: {options})")
            near = nearest(pair[0], known) if isinstance(pair, tuple) and pair else None
            values = {"options": offered(known)}
            problems.append(Problem(message, is_argument=True, column="base", value=pair, nearest=near, values=values))
            continue
        i, j = levels.index(pair[0]), levels.index(pair[1])
        found.add((i, j) if directed else (min(i, j), max(i, j)))
    if problems:
        raise InputError(problems)
    return found


def _cell(size: int, i: int, j: int, *, both: bool) -> Array:
    table = np.zeros((size, size))
    table[i, j] = 1.0
    return np.maximum(table, table.T) if both else table


def _factor(observed: Observed, attribute: Any, missing: MissingCategory, name: str) -> list[Coefficient]:
    side: Side = "all"
    if name in ("b1factor", "b2factor"):
        two_mode_only(observed, name)
        side = "first" if name == "b1factor" else "second"
    else:
        one_mode_only(observed, name)
        if name != "nodefactor":
            directed_only(observed, name)
    codes, levels = observed.categories(attribute, side, missing)
    first, second = _ENDS[name]
    found = []
    for place, level in list(enumerate(levels))[1:]:
        is_of_level = (codes == place).astype(float)
        values = np.concatenate([first * is_of_level, second * is_of_level])
        found.append((f"{name}.{called(attribute)}.{shown(level)}", Statistic("ends", values=values)))
    return found


def _matched_paths(observed: Observed, attribute: Any, missing: MissingCategory, name: str) -> list[Coefficient]:
    two_mode_only(observed, name)
    is_second = name == "b2nodematch"
    codes, _ = observed.categories(attribute, "second" if is_second else "first", missing)
    return [(f"{name}.{called(attribute)}", Statistic("matched paths", int(is_second), marks=codes))]


def mixing(codes: Array, table: Array) -> Statistic:
    """Return the statistic of ties by the categories of sender and receiver."""
    return Statistic("mixing", table.shape[1], values=table, marks=np.concatenate([codes, codes]))
