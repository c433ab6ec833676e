"""The predictor of distance: how far apart two actors are, by a table of places or by coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import id_of, ids_of, occurring_twice
from socluster.inference.qap.dyad_space import DyadEnd, DyadSpace
from socluster.inference.qap.predictors.base import DyadColumn, Predictor
from socluster.words import Phrase, marked, phrase

__all__ = ["distance"]

_EARTH = 6_371.0088  # mean radius, km (International Union of Geodesy and Geophysics)
_ON_EARTH, _ON_PLANE = ("latitude", "longitude"), ("x", "y")


@dataclass(frozen=True, eq=False)
class DistanceBetween(Predictor):
    """How far apart the places of both ends are."""

    table: Any
    by: str | None = "place"
    log: bool = False

    @property
    def name(self) -> Phrase:
        """What it is called."""
        return phrase("log of distance") if self.log else phrase("distance")

    def columns(self, spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
        """Return the distance of every two actors, NaN where the place of one is not stated."""
        places, lengths = self._read()
        found = []
        for space in spaces:
            rows, columns = (self._codes(space, end, places) for end in ("row", "column"))
            padded = np.pad(lengths, (0, 1), constant_values=np.nan)  # the last place is "not stated"
            apart = padded[rows[:, None], columns[None, :]]
            found.append(np.log1p(apart) if self.log else apart)
        return [DyadColumn(self.name, found)]

    def _codes(self, space: DyadSpace, end: DyadEnd, places: Sequence[str]) -> Array:
        """Return the number of every actor's place, -1 where it states none."""
        number = {place: code for code, place in enumerate(places)}
        own = list(space.ids(end)) if self.by is None else space.attribute(end, self.by).tolist()
        stated = [None if pd.isna(each) else id_of(each) for each in own]
        strange = sorted({each for each in stated if each is not None and each not in number})
        if strange:
            message = marked("is not in the table of distances")
            raise InputError(
                [
                    Problem(message, is_argument=True, column="table", value=each, nearest=nearest(each, places))
                    for each in strange
                ]
            )
        return np.array([-1 if each is None else number[each] for each in stated], dtype=np.intp)

    def _read(self) -> tuple[list[str], Array]:
        """Return the places, and the distance between every two of them."""
        table = self.table
        if isinstance(table, Mapping):
            table = pd.DataFrame(
                {place: pd.Series(dict(row)) for place, row in table.items() if isinstance(row, Mapping)}
            ).T
        if not isinstance(table, pd.DataFrame) or table.empty:
            message = marked(
                "must be a table of distances between places, or of their coordinates, in columns latitude and "
                "longitude, or x and y"
            )
            raise InputError(Problem(message, is_argument=True, column="table", value=self.table))
        for axis in table.axes:
            _refuse_twice(axis)
        columns = {str(column).casefold(): column for column in table.columns}
        for names, apart in ((_ON_EARTH, _great_circle), (_ON_PLANE, _straight)):
            if set(names) <= set(columns):
                one, two = (_numbers(table[columns[each]], each) for each in names)
                return ids_of(table.index), apart(one, two)
        return _between_places(table)


@checked
def distance(table: Any, /, *, by: str | None = "place", log: bool = False) -> Predictor:
    """Are ties more frequent between actors who are near each other?

    Parameters
    ----------
    table : DataFrame or mapping
        Distances between places (rows and columns, or place -> place -> distance; one of two directions is enough, and
        within a place it is 0 unless stated), or the coordinates of places (a row each): columns latitude and longitude
        in degrees, which give great-circle distances in km, or x and y, which give straight lines in their own unit.
    by : str or None, default "place"
        The column of the actors that says where they are; None: the table is of the actors themselves.
    log : bool, default False
        Whether to take log(1 + distance): a kilometre matters more nearby than far away.

    Returns
    -------
    Predictor

    Raises
    ------
    InputError
        When it is used: if a place is not in the table, or has no distance from another.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> towns = pd.DataFrame({"x": [0, 3, 0], "y": [0, 0, 4]}, index=["A", "B", "C"])
    >>> ties = pd.DataFrame({"source": ["a", "b", "c"], "target": ["b", "c", "d"]})
    >>> actors = pd.DataFrame({"actor": list("abcd"), "place": list("ABCA")})
    >>> cluster = sc.Cluster.from_tables(actors, ties)
    >>> round(sc.qap(cluster, "tie", sc.predictors.distance(towns), draws=99, rng=7).observed, 4)
    0.53
    """
    return DistanceBetween(table, by, log)


def _refuse_twice(labels: pd.Index) -> None:
    twice = occurring_twice(ids_of(labels))
    if twice:
        message = marked("stands more than once in the table of distances")
        raise InputError([Problem(message, is_argument=True, column="table", value=each) for each in twice])


def _between_places(table: pd.DataFrame) -> tuple[list[str], Array]:
    """Return a table of distances as a square matrix of all places that it names."""
    rows, columns = ids_of(table.index), ids_of(table.columns)
    places = list(dict.fromkeys([*rows, *columns]))
    number = {place: code for code, place in enumerate(places)}
    known = np.full((len(places), len(places)), np.nan)
    stated = np.column_stack([_numbers(table.iloc[:, place], str(name)) for place, name in enumerate(table.columns)])
    known[np.ix_([number[each] for each in rows], [number[each] for each in columns])] = stated
    both = ~np.isnan(known) & ~np.isnan(known.T) & (known != known.T)
    if both.any():
        one, other = np.argwhere(both)[0].tolist()
        message = marked("the two directions differ")
        raise InputError(Problem(message, row=places[one], column=places[other], value=float(known[one, other])))
    full = np.where(np.isnan(known), known.T, known)
    diagonal = np.diagonal(full).copy()
    np.fill_diagonal(full, np.where(np.isnan(diagonal), 0.0, diagonal))
    if np.isnan(full).any():
        one, other = np.argwhere(np.isnan(full))[0].tolist()
        message = marked("has no distance from '{other}' in the table")
        raise InputError(
            Problem(message, is_argument=True, column="table", value=places[one], values={"other": places[other]})
        )
    return places, full


def _numbers(column: pd.Series[Any], name: str) -> Array:
    try:
        values = column.to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as error:
        message = marked("must hold numbers")
        raise InputError(Problem(message, column=name, value=column.iloc[0])) from error
    wrong = np.isinf(values) | ((values < 0) & (name not in (*_ON_EARTH, *_ON_PLANE)))
    if wrong.any():
        message = marked("a distance is a finite number from 0")
        raise InputError(Problem(message, column=name, value=float(values[wrong][0])))
    return np.asarray(values)


def _great_circle(latitude: Array, longitude: Array) -> Array:
    """Return distances in km on a sphere, by the haversine formula, which is exact for near places too."""
    wrong = (np.abs(latitude) > 90) | (np.abs(longitude) > 360)
    if wrong.any():
        message = marked("latitudes lie between -90 and 90, longitudes between -180 and 180")
        raise InputError(Problem(message, value=float(latitude[wrong][0])))
    up, along = np.radians(latitude), np.radians(longitude)
    half = np.sin((up[:, None] - up) / 2) ** 2
    half = half + np.cos(up)[:, None] * np.cos(up) * np.sin((along[:, None] - along) / 2) ** 2
    return np.asarray(2 * _EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def _straight(x: Array, y: Array) -> Array:
    return np.asarray(np.hypot(x[:, None] - x, y[:, None] - y))
