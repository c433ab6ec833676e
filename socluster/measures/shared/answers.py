"""What a measure answers, ours or a user's own: a number, or numbers by actor, under a telling name."""

from __future__ import annotations

import numbers
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeAlias

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.core.labels import by_label, ids_of

__all__ = ["Answer", "Measure", "answer", "named"]

Measure: TypeAlias = Callable[[Cluster], Any]
Answer: TypeAlias = "float | dict[str, pd.Series[Any]]"


def answer(function: Measure, name: str, cluster: Cluster) -> Answer:
    """Ask a measure and return its number, or its columns by actor.

    Raises
    ------
    InputError
        If it returns anything else. Errors of the measure itself come through with its name as a note.
    """
    try:
        result = function(cluster)
    except Exception as error:
        error.add_note(f"this came from the measure {name!r}")
        raise
    if isinstance(result, numbers.Real):
        return float(result)
    return _by_actor(result, name, cluster)


def _by_actor(result: Any, name: str, cluster: Cluster) -> dict[str, pd.Series[Any]]:
    """Return the columns of a result with one row per actor, in the order of the actors."""
    if not isinstance(result, pd.Series | pd.DataFrame):
        raise InputError(
            Problem(
                "the measure '{name}' must return a number, or a Series or DataFrame with a row per actor",
                value=result,
                values={"name": name},
            )
        )
    is_unlabelled = isinstance(result.index, pd.RangeIndex) and all(isinstance(each, str) for each in cluster.labels)
    if is_unlabelled or len(result) != cluster.n_actors or set(ids_of(result.index)) != set(cluster.ids):
        raise InputError(
            "the measure '{name}' must return a row for every actor, indexed by actor, and no other row",
            {"name": name},
        )
    result = by_label(result, cluster.labels)
    if isinstance(result, pd.DataFrame):
        return {str(column): values for column, values in result.items()}
    is_nameless = name == "<lambda>" and result.name is not None
    return {str(result.name) if is_nameless else name: result}


def named(measures: Measure | Iterable[Measure]) -> list[tuple[str, Measure]]:
    """Return every measure with its name.

    Raises
    ------
    InputError
        If there is none, or something is no function.
    """
    is_list = isinstance(measures, Iterable) and not isinstance(measures, str)
    listed: list[Any] = list(measures) if is_list else [measures]  # type: ignore[arg-type]
    if not listed:
        raise InputError("name at least one measure, as in [degree, betweenness]")
    strangers = [each for each in listed if not callable(each)]
    if strangers:
        raise InputError(
            [
                Problem("a measure is a function, such as degree or partial(degree, direction='in')", value=each)
                for each in strangers
            ]
        )
    return [(_name(each), each) for each in listed]


def _name(function: Any) -> str:
    if not isinstance(function, partial):
        return str(getattr(function, "__name__", type(function).__name__))
    options = ", ".join(f"{option}={_short(value)}" for option, value in function.keywords.items())
    return f"{_name(function.func)}({options})"


def _short(value: Any) -> str:
    """Return an option as a person would say it."""
    if isinstance(value, str | bool | numbers.Number) or value is None:
        return str(value)
    return str(getattr(value, "__name__", None) or getattr(value, "name", None) or type(value).__name__)
