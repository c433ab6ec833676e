"""What people hand in beside a cluster: needs, inhabitants and distances, as tables or mappings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.coerce import Reader
from socluster.core.errors import InputError, Problem, nearest
from socluster.measures.services.amounts import too_large
from socluster.measures.services.offers import CELL, NOT_STATED
from socluster.words import Phrase, marked, phrase

__all__ = ["Distances", "Needs", "Population", "distances_of", "needs_of", "needs_unknown", "population_of"]


@dataclass(frozen=True, eq=False)
class Needs:
    """What is needed: a row per cell of place, service and target group.

    Parameters
    ----------
    table : DataFrame
        place, service, target_group, unit (text, empty where not stated), amount (number), row (as in the table given).
    unknown : int
        Needs whose amount nobody knows; they are left out of the table.
    """

    table: pd.DataFrame
    unknown: int


@dataclass(frozen=True, eq=False)
class Population:
    """How many people live where.

    Parameters
    ----------
    people : Series of float
        By place.
    rows : Series
        The row of each place in the table given.
    years : tuple of str
        The years of the numbers, as far as they are stated.
    """

    people: pd.Series[Any]
    rows: pd.Series[Any]
    years: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Distances:
    """How far it is from home to a provider; asymmetric distances are kept so.

    Parameters
    ----------
    known : mapping
        From (home, place of the provider) to the distance.
    """

    known: Mapping[tuple[str, str], float]

    def between(self, homes: list[str], places: list[str]) -> np.ndarray[Any, Any]:
        """Return the distances from every home (row) to every place (column).

        A place is at distance 0 from itself unless something else is stated.

        Raises
        ------
        InputError
            If a distance is not stated; all pairs are listed.
        """
        found = np.zeros((len(homes), len(places)))
        problems = []
        for row, home in enumerate(homes):
            for column, place in enumerate(places):
                distance = self.known.get((home, place), 0.0 if home == place else None)
                if distance is None:
                    problems.append(self._missing(home, place))
                else:
                    found[row, column] = distance
        if problems:
            raise InputError(problems)
        return found

    def unstated_within(self, homes: list[str], places: list[str]) -> int:
        """Return of how many places the distance to themselves counts as 0 because none is stated."""
        return sum((each, each) not in self.known for each in set(homes) & set(places))

    def _missing(self, home: str, place: str) -> Problem:
        homes = list(dict.fromkeys(source for source, _ in self.known))
        places = list(dict.fromkeys(target for _, target in self.known))
        stranger, options = (home, homes) if home not in homes else (place, places)
        near = nearest(stranger, options) if stranger not in options else None
        message = marked("no distance from {home} to {place}; add a row, with a large distance if nobody goes there")
        return Problem(message, "distances", values={"home": home, "place": place}, nearest=near)


def needs_of(given: Any) -> Needs:
    """Return needs, from a table such as `read_needs` gives or a mapping from (place, service) to amount.

    Raises
    ------
    InputError
        If a column is missing, a need has no place or service, an amount is no number or negative, or a need is there
        twice; all such rows are listed.
    """
    frame = _framed("needs", given, ("place", "service", "target_group"), "amount")
    reader = _reader("needs", frame, ("place", "service", "amount"))
    table = pd.DataFrame({name: _key(reader, name) for name in ("place", "service")})
    table["target_group"] = _optional(reader, "target_group")
    table["unit"] = _optional(reader, "unit")
    table["amount"] = reader.number("amount").values if len(frame) else pd.Series(dtype=float)
    table["row"] = [_row(label) for label in frame.index]
    _refuse_negative(reader, "amount", table["amount"])
    _refuse_repeated(reader, list(zip(*(table[name] for name in CELL), strict=True)), "service")
    _settle(reader, too_large(table["amount"], "amount", "needs"))
    known = table["amount"].notna()
    return Needs(table[known].reset_index(drop=True), int((~known).sum()))


def population_of(given: Any) -> Population:
    """Return how many people live where, from a table (place, population) or a mapping.

    Raises
    ------
    InputError
        If a column is missing, a number is none or negative, or a place is there twice (in several years, say).
    """
    frame = _framed("population", given, ("place",), "population")
    reader = _reader("population", frame, ("place", "population"))
    places = _key(reader, "place")
    people = np.asarray(reader.number("population").values, dtype=float)
    for position in np.flatnonzero(np.isnan(people)).tolist():
        reader.note("is empty; leave the place out if nobody knows how many live there", position, "population")
    _refuse_negative(reader, "population", people)
    twice = _second(places)
    for position, first in twice.items():
        reader.note(
            "is already in row {row}; keep one year and one age group",
            position,
            "place",
            places[position],
            values={"row": _row(frame.index[first])},
        )
    years = tuple(sorted({each for each in _optional(reader, "year") if each != NOT_STATED}))
    _settle(reader, too_large(people, "population", "population"))
    index = pd.Index(places, name="place", dtype=object)
    rows = pd.Series([_row(label) for label in frame.index], index=index)
    return Population(pd.Series(people, index=index, name="population"), rows, years)


def distances_of(given: Any) -> Distances:
    """Return distances, from a table (source: home, target: place of the provider, distance) or a mapping.

    Raises
    ------
    InputError
        If a column is missing, a distance is no number or negative, or a pair is there twice; all such rows are listed.
    """
    frame = _framed("distances", given, ("source", "target"), "distance")
    reader = _reader("distances", frame, ("source", "target", "distance"))
    pairs = list(zip(_key(reader, "source"), _key(reader, "target"), strict=True))
    values = np.asarray(reader.number("distance").values, dtype=float)
    for position in np.flatnonzero(np.isnan(values)):
        reader.note("is empty; every row needs it", int(position), "distance")
    _refuse_negative(reader, "distance", values)
    _refuse_repeated(reader, pairs, "target")
    _settle(reader)
    return Distances(dict(zip(pairs, values.tolist(), strict=True)))


def _framed(name: str, given: Any, keys: tuple[str, ...], value: str) -> pd.DataFrame:
    """Return a table of what may be a table already, or a mapping from keys to numbers."""
    if isinstance(given, pd.DataFrame):
        levels = [each for each in given.index.names if each in keys and each not in given]
        return given.reset_index(levels) if levels else given
    if isinstance(given, pd.Series):
        given = given.to_dict()
    if not isinstance(given, Mapping):
        message = marked("must be a table with columns {columns}, or a mapping")
        raise InputError(
            Problem(message, column=name, is_argument=True, value=given, values={"columns": ", ".join([*keys, value])})
        )
    rows = [(*(key if isinstance(key, tuple) else (key,)), amount) for key, amount in given.items()]
    odd = [row for row in rows if not 1 <= len(row) - 1 <= len(keys) or (len(keys) > 1 and len(row) < 3)]
    if odd:
        message = marked("a key names {columns}")
        raise InputError(
            [
                Problem(message, column=name, is_argument=True, value=row[:-1], values={"columns": ", ".join(keys)})
                for row in odd
            ]
        )
    filled = [(*row[:-1], *[None] * (len(keys) + 1 - len(row)), row[-1]) for row in rows]
    return pd.DataFrame(filled, columns=[*keys, value], index=[", ".join(map(str, row[:-1])) for row in rows])


def _reader(name: str, frame: pd.DataFrame, needed: tuple[str, ...]) -> Reader:
    columns = [str(column) for column in frame.columns]
    missing = [each for each in needed if each not in columns]
    if missing or len(set(columns)) < len(columns):
        twice = sorted({each for each in columns if columns.count(each) > 1})
        problems = [
            Problem("this column is needed", name, column=each, nearest=nearest(each, columns)) for each in missing
        ]
        raise InputError([*problems, *(Problem("occurs more than once", name, column=each) for each in twice)])
    return Reader(name, frame.set_axis(columns, axis="columns"))


def _key(reader: Reader, column: str) -> list[str]:
    return [str(each) for each in reader.key(column).objects()]


def _optional(reader: Reader, column: str) -> list[str]:
    if column not in reader.frame:
        return [NOT_STATED] * len(reader.frame)
    return [NOT_STATED if each is None else str(each) for each in reader.text(column).objects()]


def _refuse_negative(reader: Reader, column: str, values: Any) -> None:
    for position in np.flatnonzero(np.asarray(values, dtype=float) < 0):
        reader.note("must be 0 or a positive number", int(position), column, float(np.asarray(values)[position]))


def _second(keys: list[Any]) -> dict[int, int]:
    """Return the positions of what is there again, and where it stood first."""
    first: dict[Any, int] = {}
    return {place: first[key] for place, key in enumerate(keys) if first.setdefault(key, place) != place}


def _refuse_repeated(reader: Reader, keys: list[Any], column: str) -> None:
    for position, first in _second(keys).items():
        shown = ", ".join(part for part in keys[position] if part != NOT_STATED)
        row: str | int | Phrase = _row(reader.frame.index[first])
        reader.note("is already in row {row}", position, column, shown, values={"row": row})


def _settle(reader: Reader, more: list[Problem] | None = None) -> None:
    problems = [*reader.problems] or more
    if problems:
        raise InputError(problems)


def _row(label: Any) -> int | str:
    return int(label) if isinstance(label, int | np.integer) else str(label)


def needs_unknown(needs: Needs) -> Phrase | None:
    """Return how many needs were left out because nobody knows their amount."""
    return phrase("Needs without an amount, which were left out: {n}.", n=needs.unknown) if needs.unknown else None
