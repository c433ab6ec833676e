"""The plain values that a tie model holds: frozen, hashable, and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from socluster.core.arguments import choice, positive_integer
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.ties.protocol import is_number, is_probability

__all__ = [
    "FrozenMapping",
    "frozen",
    "given",
    "known_columns",
    "not_choice",
    "not_count",
    "not_positive",
    "not_probability",
    "not_text",
    "stated_value",
]


class FrozenMapping(Mapping[str, Any]):
    """A mapping that never changes, so that a model that holds one can be hashed, compared and sent elsewhere.

    Examples
    --------
    >>> FrozenMapping({"School": 0.9}) == {"School": 0.9}
    True
    >>> len({FrozenMapping({"a": [1], "b": [2]}), FrozenMapping({"b": [2], "a": [1]})})
    1
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[Any, Any]) -> None:
        self._items = MappingProxyType({str(key): frozen(value) for key, value in items.items()})

    def __getitem__(self, key: str) -> Any:
        """Return the value of the key."""
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys, in the order in which they were given."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._items)

    def __hash__(self) -> int:
        """Return a number made of the content, whatever its order."""
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        """Return the content as it would be written."""
        return repr(dict(self._items))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as a plain dictionary."""
        return FrozenMapping, (dict(self._items),)


def frozen(value: Any) -> Any:
    """Return the value with lists as tuples, mappings frozen, and numpy's numbers as Python's; all else as it is."""
    if isinstance(value, Mapping):
        return value if isinstance(value, FrozenMapping) else FrozenMapping(value)
    if isinstance(value, list | tuple):
        return tuple(frozen(each) for each in value)
    if isinstance(value, set | frozenset):
        return tuple(sorted(value))
    return value.item() if isinstance(value, np.generic) else value


def given(**values: Any) -> dict[str, Any]:
    """Return those of the values that are not None."""
    return {name: value for name, value in values.items() if value is not None}


def not_probability(**values: Any) -> list[Problem]:
    """Return a problem for each of the values that is no number between 0 and 1."""
    wrong = {name: value for name, value in values.items() if not is_probability(value)}
    return [
        Problem("{option} must be a probability, between 0 and 1", value=value, values={"option": name})
        for name, value in wrong.items()
    ]


def not_positive(**values: Any) -> list[Problem]:
    """Return a problem for each of the values that is no finite number above 0."""
    wrong = {name: value for name, value in values.items() if not (is_number(value) and 0 < value < np.inf)}
    return [
        Problem("{option} must be a number greater than 0", value=value, values={"option": name})
        for name, value in wrong.items()
    ]


def not_text(**values: Any) -> list[Problem]:
    """Return a problem for each of the values that is no text."""
    wrong = {name: value for name, value in values.items() if not (isinstance(value, str) and value)}
    return [Problem("{option} must be a text", value=value, values={"option": name}) for name, value in wrong.items()]


def not_count(**values: Any) -> list[Problem]:
    """Return a problem for each of the values that is no whole number of at least 1."""
    return _problems_of(positive_integer, values)


def not_choice(options: tuple[str, ...], **values: Any) -> list[Problem]:
    """Return a problem for each of the values that is none of the options."""
    return _problems_of(lambda name, value: choice(name, value, options), values)


def known_columns(cluster: Cluster, columns: Iterable[str], option: str) -> None:
    """Refuse columns that the actors do not have.

    Raises
    ------
    InputError
        If there are such columns; all of them are named.
    """
    have = [str(column) for column in cluster.parts.actors]
    wrong = [each for each in columns if each not in have]
    if wrong:
        raise InputError(
            [
                Problem(
                    "is not a column of the actors",
                    column=option,
                    is_argument=True,
                    value=each,
                    nearest=nearest(each, have),
                )
                for each in wrong
            ]
        )


def stated_value(cluster: Cluster, actor: str, column: str, message: str) -> str:
    """Return the text of a column for this actor.

    Raises
    ------
    InputError
        If there is nothing; the message, which has a place for the column, says what it is needed for.
    """
    value = cluster.parts.actors[column].objects()[cluster.parts.position[actor]]
    if value is None:
        raise InputError(Problem(message, "actors", actor, column, values={"column": column}))
    return str(value)


def _problems_of(check: Callable[[str, Any], object], values: Mapping[str, Any]) -> list[Problem]:
    """Return what a check of single arguments says about all of them."""
    problems: list[Problem] = []
    for name, value in values.items():
        try:
            check(name, value)
        except InputError as error:
            problems += error.problems
    return problems
