"""Telling groups from actors among the nodes of a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["are_groups"]


def _is_zero_or_one(values: set[Any]) -> bool:
    return values <= {0, 1}


def _is_flag(values: set[Any]) -> bool:
    return all(isinstance(value, bool) for value in values)


def _is_our_word(values: set[Any]) -> bool:
    return values <= {"actor", "group"}


# Who writes it: networkx (0 = first set), igraph (False = first set), our own files.
_CONVENTIONS: tuple[tuple[str, Callable[[set[Any]], bool], object], ...] = (
    ("bipartite", _is_zero_or_one, 1),
    ("type", _is_flag, True),
    ("mode", _is_our_word, "group"),
)


def are_groups(
    ids: Sequence[str], attributes: Sequence[Mapping[Any, Any]], ends: Sequence[tuple[str, str]], two_mode: bool | None
) -> tuple[list[bool], str | None]:
    """Return which nodes are groups, and which attribute says so (None = there are no groups).

    A graph has two modes if every node has the attribute `bipartite` (0 or 1), `type` (false or true) or `mode` (actor
    or group), both values occur, and no edge runs between two nodes of the same value. The first value means actors.

    Parameters
    ----------
    ids : sequence of str
        Ids of the nodes.
    attributes : sequence of mapping
        Their attributes.
    ends : sequence of pairs of str
        The edges.
    two_mode : bool, optional
        Whether the user says that there are two modes; None leaves it to the attributes.

    Raises
    ------
    InputError
        If there must be two modes and no attribute says which node is in which.
    """
    nobody = [False] * len(ids)
    if two_mode is False:
        return nobody, None
    for name, fits, group_value in _CONVENTIONS:
        values = [row.get(name) for row in attributes]
        if any(value is None or isinstance(value, list | dict | set) for value in values):
            continue
        if len(set(values)) == 2 and fits(set(values)):
            marks = [value == group_value for value in values]
            of = dict(zip(ids, marks, strict=True))
            if all(of.get(source) != of.get(target) for source, target in ends):
                return marks, name
    if two_mode:
        message = marked(
            "a two-mode graph needs a node attribute `bipartite` that is 0 for every actor and 1 for every group, "
            "and edges only between an actor and a group"
        )
        raise InputError(Problem(message, is_argument=True, column="two_mode", value=True))
    return nobody, None
