"""What a measure answers, ours or a user's own: a number, or numbers by actor, under a telling name."""

from __future__ import annotations

import inspect
import numbers
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeAlias

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Note, Problem
from socluster.core.labels import by_label, ids_of
from socluster.core.result import Result
from socluster.words import marked, phrase

__all__ = ["Answer", "Measure", "Measures", "answer", "gives_groups", "named"]

Measure: TypeAlias = Callable[[Cluster], Any]
Measures: TypeAlias = Measure | Iterable[Measure] | Mapping[str, Measure]
"""One measure, several, or several under names of one's own."""

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
        lacking = _lacking(function) if isinstance(error, TypeError) else []
        if lacking:
            options, example = ", ".join(f"{option}=" for option in lacking), _example(name, lacking)
            message = marked("the measure '{name}' needs {options}; functools.partial gives it: {example}")
            raise InputError(message, {"name": name, "options": options, "example": example}) from None
        error.add_note(Note(phrase("this came from the measure '{name}'", name=name)))
        raise
    if isinstance(result, numbers.Real) or (isinstance(result, Result) and hasattr(result, "__float__")):
        return float(result)  # an answer that has one number to be judged by is a measure, too
    return _by_actor(result, name, cluster, may_lack=_leaves_out(function))


def _leaves_out(function: Any) -> bool:
    """Whether a measure was told to leave actors out who state no group; they have no value then."""
    return isinstance(function, partial) and function.keywords.get("missing") == "drop"


def gives_groups(function: Measure, cluster: Cluster) -> bool:
    """Whether a measure that refused an answer, maybe for want of a seed, says in which group every actor is."""
    seed = {"rng": 0} if "rng" in _options(function) else {}
    with_seed: Callable[..., Any] = function
    try:
        result = with_seed(cluster, **seed)
    except Exception:  # whatever else is wrong has been said already
        return False
    return isinstance(result, pd.Series) and isinstance(result.dtype, pd.CategoricalDtype)


def _options(function: Any) -> Mapping[str, inspect.Parameter]:
    try:
        return inspect.signature(function).parameters
    except (TypeError, ValueError):  # some built-in callables do not tell their parameters
        return {}


def _lacking(function: Any) -> list[str]:
    """Return the options that a measure cannot do without and has not been given."""
    return [
        name
        for name, option in _options(function).items()
        if option.kind is option.KEYWORD_ONLY and option.default is option.empty
    ]


def _example(name: str, options: list[str]) -> str:
    values = {"group": "'sector'", "rng": "1", "k": "2"}
    said = ", ".join(f"{option}={values.get(option, '...')}" for option in options)
    return f"partial({name}, {said})"


def _by_actor(result: Any, name: str, cluster: Cluster, *, may_lack: bool = False) -> dict[str, pd.Series[Any]]:
    """Return the columns of a result with one row per actor, in the order of the actors; who may be lacking has NaN."""
    if not isinstance(result, pd.Series | pd.DataFrame):
        raise InputError(
            Problem(
                "the measure '{name}' must return a number, or a Series or DataFrame with a row per actor",
                value=result,
                values={"name": name},
            )
        )
    if not result.index.equals(cluster.index):
        result = _in_order(result, name, cluster, may_lack=may_lack)
    if isinstance(result, pd.DataFrame):
        return {str(column): values for column, values in result.items()}
    is_nameless = name == "<lambda>" and result.name is not None
    return {str(result.name) if is_nameless else name: result}


def named(measures: Measures) -> list[tuple[str, Measure]]:
    """Return every measure with its name: its own, or that under which it stands in a mapping.

    Raises
    ------
    InputError
        If there is none, or something is no function.
    """
    if isinstance(measures, Mapping):
        return _called(measures)
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


def _in_order(result: Any, name: str, cluster: Cluster, *, may_lack: bool) -> Any:
    """Return the rows of a result in the order of the actors, whom it may name by id or by label."""
    is_unlabelled = isinstance(result.index, pd.RangeIndex) and all(isinstance(each, str) for each in cluster.labels)
    there, everybody = set(ids_of(result.index)), set(cluster.ids)
    fits = there <= everybody if may_lack else there == everybody
    if is_unlabelled or len(result) != len(there) or not fits:
        raise InputError(
            "the measure '{name}' must return a row for every actor, indexed by actor, and no other row",
            {"name": name},
        )
    return by_label(result, cluster.labels)


def _called(measures: Mapping[Any, Any]) -> list[tuple[str, Measure]]:
    problems = [
        Problem(
            "a mapping gives measures names, as in {'in': partial(degree, direction='in')}", row=str(name), value=each
        )
        for name, each in measures.items()
        if not (isinstance(name, str) and name.strip() and callable(each))
    ]
    if problems:
        raise InputError(problems)
    if not measures:
        raise InputError("name at least one measure, as in [degree, betweenness]")
    return list(measures.items())


def _name(function: Any) -> str:
    if not isinstance(function, partial):
        return str(getattr(function, "__name__", type(function).__name__))
    options = [
        f"{option}={_short(value)}"
        for option, value in function.keywords.items()
        if not isinstance(value, pd.DataFrame)
    ]  # a table has no name to tell
    return f"{_name(function.func)}({', '.join(options)})" if options or not function.keywords else _name(function.func)


def _short(value: Any) -> str:
    """Return an option as a person would say it."""
    if isinstance(value, list | tuple):
        return "+".join(map(_short, value))
    if isinstance(value, str | bool | numbers.Number) or value is None:
        return str(value)
    return str(getattr(value, "__name__", None) or getattr(value, "name", None) or type(value).__name__)
