"""Columns of the actors from anywhere: a measure, a table of another library, a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace as with_changes
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import IS_NONE
from socluster.core.build import build
from socluster.core.coerce import unfit
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import ids_of, occurring_twice
from socluster.core.parts import Parts
from socluster.words import counted, later, listed, marked

__all__ = ["put_columns"]

_NAMED = 5  # of those of whom nothing is said


def put_columns(parts: Parts, columns: Mapping[str, object], *, replace: bool, partial: bool) -> Parts:
    """Return the parts with these columns of the actors; see `Cluster.with_columns`."""
    if not columns:
        raise InputError("say which columns, as in with_columns(community=communities(cluster, rng=1))")
    problems: list[Problem] = []
    for name in columns:
        if fault := unfit(str(name), is_key=True):
            message = marked("the name of the column {fault}")
            problems.append(Problem(message, "actors", column=str(name), values={"fault": fault}))
    cells = {str(name): _cells(parts, str(name), given, partial, problems) for name, given in columns.items()}
    taken = [name for name in cells if name in parts.actors and not parts.actors[name].missing.all()]
    if not replace:
        message = marked("is a column of the actors already; replace=True puts the new one in its place")
        problems += [Problem(message, "actors", column=name) for name in taken]
    if problems:
        raise InputError(problems)
    tables = parts.to_tables()
    actors = tables.actors.astype(object).assign(
        **{name: pd.Series(each, dtype=object) for name, each in cells.items()}
    )
    old = tables.kinds.get("actors", {})
    kinds = {**tables.kinds, "actors": {name: kind for name, kind in old.items() if name not in cells}}
    return build(with_changes(tables, actors=actors, kinds=kinds))


def _cells(parts: Parts, name: str, given: object, partial: bool, problems: list[Problem]) -> list[Any]:
    """Return the values in the order of the actors; what does not fit is added to the problems."""
    if isinstance(given, pd.Series):
        return _by_actor(parts, name, list(given.index), given.astype(object).tolist(), partial, problems)
    if isinstance(given, Mapping):
        return _by_actor(parts, name, list(given), list(given.values()), partial, problems)
    if isinstance(given, Sequence | np.ndarray | pd.Index) and not isinstance(given, str):
        cells = list(given)
        if len(cells) == len(parts.labels):
            return cells
        message = marked("a list has a value for each actor, in the order of cluster.labels ({n} in all)")
        problems.append(Problem(message, "actors", column=name, value=len(cells), values={"n": len(parts.labels)}))
    else:
        message = marked("a column is a Series or dict by actor, or a list with a value for each actor")
        problems.append(Problem(message, "actors", column=name, value=given))
    return [None] * len(parts.labels)


def _by_actor(
    parts: Parts, name: str, labels: list[Any], values: list[Any], partial: bool, problems: list[Problem]
) -> list[Any]:
    ids = ids_of(labels)
    strangers = [each for each in dict.fromkeys(ids) if each not in parts.position]
    problems += [
        Problem(IS_NONE["actor"], "actors", column=name, value=each, nearest=nearest(each, parts.labels))
        for each in strangers
    ]
    problems += [Problem("has two values", "actors", column=name, value=each) for each in occurring_twice(ids)]
    known = dict(zip(ids, values, strict=True))
    without = [each for each in parts.labels if each not in known]
    if without and not partial:
        message = counted(
            "says nothing about {n} actor ({who}); give it None, or say partial=True",
            "says nothing about {n} actors ({who}); give them None, or say partial=True",
            len(without),
            who=later(listed, without, most=_NAMED),
        )
        problems.append(Problem(message, "actors", column=name))
    was = parts.actors[name].objects() if name in parts.actors else [None] * len(parts.labels)
    return [known.get(each, value) for each, value in zip(parts.labels, was, strict=True)]
