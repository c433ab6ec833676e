"""What differs between two clusters: who joins, stays and leaves, and which ties are new, stay or end."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.labels import ids_of
from socluster.words import marked

__all__ = ["STEPS", "statuses", "tie_changes"]

STEPS = (0.9, 0.5, 0.1, 0.0)  # a new tie is drawn by the first of these that its probability reaches


def statuses(before: pd.Index[Any], after: pd.Index[Any]) -> pd.Series[Any]:
    """Return joins, stays or leaves by label: those of after in their order, then those who leave."""
    gone = [label for label in before if label not in after]
    words = ["stays" if label in before else "joins" for label in after] + ["leaves"] * len(gone)
    return pd.Series(words, index=[*after, *gone], dtype=object)


def tie_changes(before: pd.DataFrame, after: pd.DataFrame, probability: pd.Series[Any] | None) -> pd.DataFrame:
    """Return the lines of both pictures, each once.

    Parameters
    ----------
    before, after : DataFrame
        From `link_table`, in the same positions.
    probability : Series or None
        Of new ties, by (source, target) or (layer, source, target); the confidence of the tie where it says nothing.

    Returns
    -------
    DataFrame
        The columns of `link_table` and status (stays, ends, new), probability, step (place in `STEPS`).

    Raises
    ------
    InputError
        If a probability is none, or belongs to no new tie.
    """
    old, now = set(_keys(before)), _keys(after)
    is_new = np.array([key not in old for key in now], dtype=bool)
    kept = set(now)
    ended = before[[key not in kept for key in _keys(before)]].assign(status="ends")
    links = after.assign(status=np.where(is_new, "new", "stays"))
    chances = links["confidence"].to_numpy(float).copy()
    if probability is not None:
        chances[is_new] = _stated(links[is_new], probability)
    parts = [part for part in (links.assign(probability=chances), ended.assign(probability=np.nan)) if len(part)]
    together = pd.concat(parts, ignore_index=True) if parts else links.assign(probability=chances)
    together["step"] = [
        next((place for place, step in enumerate(STEPS) if p >= step), 0) for p in together["probability"]
    ]
    return together


def _keys(links: pd.DataFrame) -> list[tuple[Any, ...]]:
    """One key per tie; without direction the ends have no order."""
    columns = zip(links["layer"], links["one"], links["other"], links["directed"], links["wave"], strict=True)
    return [
        (layer, *((one, other) if directed else sorted((one, other))), None if pd.isna(wave) else wave)
        for layer, one, other, directed, wave in columns
    ]


def _stated(new: pd.DataFrame, probability: Any) -> Array:
    """Return the stated probability of each new tie, else its confidence."""
    depth = probability.index.nlevels if isinstance(probability, pd.Series) else 0
    if depth not in (2, 3) or not pd.api.types.is_numeric_dtype(probability.dtype):
        message = marked(
            "probability must be a Series of numbers with the index (source, target) or (layer, source, target)"
        )
        raise InputError(Problem(message, value=type(probability).__name__))
    probability = probability.set_axis(_by_id(probability.index), axis="index")
    wrong = probability[~probability.between(0, 1)]
    problems = [Problem("must be from 0 to 1", row=_written(key), value=value) for key, value in wrong.items()]
    rows: dict[tuple[Any, ...], list[int]] = {}
    for row, tie in enumerate(new.to_dict("records")):
        layer, ends = tie["layer"], (tie["one"], tie["other"])
        for pair in {ends} if tie["directed"] else {ends, ends[::-1]}:
            rows.setdefault(pair if depth == 2 else (layer, *pair), []).append(row)
    strangers = [key for key in probability.index if key not in rows]
    problems += [
        Problem("is not a new tie", is_argument=True, column="probability", value=_written(key)) for key in strangers
    ]
    if problems:
        raise InputError(problems)
    chances: Array = new["confidence"].to_numpy(float).copy()
    for key, value in probability.items():
        chances[rows[key]] = value
    return chances


def _by_id(index: pd.Index[Any]) -> pd.MultiIndex:
    """Return the keys of ties with the actors under their ids."""
    return pd.MultiIndex.from_tuples([(*key[:-2], *ids_of(key[-2:])) for key in index], names=index.names)


def _written(key: Any) -> str:
    return " – ".join(map(str, key))
