"""All measures of one cluster, as numbers that can be compared."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.measures.shared.answers import Measure, Measures, answer, gives_groups, named

__all__ = ["Measure", "evaluate", "named_raw", "raw_names"]


def named_raw(measures: Measures) -> list[tuple[str, Measure]]:
    """Return the measures with their names, asking for raw values where a measure would normalise.

    Normalised values shift merely because the number of actors changes, so comparisons use raw ones; a
    `functools.partial` that sets ``normalized`` itself is left alone.

    Raises
    ------
    InputError
        If something is no measure, or two have the same name.
    """
    listed = named(measures)
    names = [name for name, _ in listed]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            [Problem("two measures have this name; wrap one in a function of its own", value=name) for name in twice]
        )
    return [(name, _raw(each)) for name, each in listed]


def raw_names(measures: Measures) -> tuple[str, ...]:
    """Return the names of those that are asked for raw values although they normalise otherwise."""
    pairs = zip(named(measures), named_raw(measures), strict=True)
    return tuple(name for (name, plain), (_, asked) in pairs if asked is not plain)


def evaluate(
    measures: list[tuple[str, Measure]], cluster: Cluster
) -> tuple[dict[str, float], dict[str, pd.Series[Any]]]:
    """Return the values of whole-cluster measures and those of measures by actor.

    Raises
    ------
    InputError
        If a measure returns anything but numbers.
    """
    numbers: dict[str, float] = {}
    by_actor: dict[str, pd.Series[Any]] = {}
    for name, measure in measures:
        try:
            result = answer(measure, name, cluster)
        except InputError:
            if gives_groups(measure, cluster):
                raise _no_numbers(name) from None
            raise
        if isinstance(result, float):
            numbers[name] = result
            continue
        for column, values in result.items():
            if isinstance(values.dtype, pd.CategoricalDtype):
                raise _no_numbers(name)
            if not pd.api.types.is_numeric_dtype(values.dtype):
                raise InputError(Problem("gives no numbers, so there is no difference to compare", column=column))
            if column in by_actor:
                raise InputError(Problem("two measures give a column of this name", value=column))
            by_actor[column] = values.astype(float)
    return numbers, by_actor


def _no_numbers(name: str) -> InputError:
    return InputError(
        "the measure '{name}' gives groups, not numbers, so there is no difference to compare; partition_agreement "
        "compares the groups before and after",
        {"name": name},
    )


def _raw(measure: Measure) -> Measure:
    if isinstance(measure, functools.partial) and "normalized" in measure.keywords:
        return measure
    try:
        options = inspect.signature(measure).parameters
    except (TypeError, ValueError):  # some built-in callables do not tell their parameters
        return measure
    with_options: Callable[..., Any] = measure
    return functools.partial(with_options, normalized=False) if "normalized" in options else measure
