"""Events as they are asked for: so many of each kind, a table with a row for each, or attendances in the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number, whole_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.labels import id_of
from socluster.development.incubation.assumed import KINDS, kind_of_event
from socluster.development.incubation.attendance import Present, candidates_of, number_present
from socluster.development.incubation.parameters import Incubation
from socluster.development.incubation.periods import periods_of
from socluster.words import later, listed, marked, number

__all__ = ["Event", "event_table", "events_of"]

_MOST = 10_000
_COLUMNS = ("event", "kind", "period", "date", "participants", "actors", "places", "sectors", "meetings", "cost")
_MEANT = {"price": "cost", "year": "period", "name": "event", "type": "kind"}  # other words for them, not misspelt ones
_KEY_OF_GROUPS = "group"


@dataclass(frozen=True, eq=False)
class Event:
    """An event.

    Parameters
    ----------
    name : str
        What it is called; its random numbers belong to this name.
    kind : str
        What kind of event it is.
    period : int
        In which period it is held, from 0.
    who : array of int
        Places of those who may be there, from the smallest.
    number : int
        How many of them are.
    meet : float
        Chance that two who are there meet.
    is_stated : bool
        Whether somebody stated who is there; otherwise they are drawn.
    capped : int, optional
        How many there would be at an event of this kind, if there were as many actors; None if there are.
    """

    name: str
    kind: str
    period: int
    who: Array
    number: int
    meet: float
    is_stated: bool
    capped: int | None = None


def events_of(cluster: Cluster, events: Any, parameters: Incubation, periods: int) -> list[Event]:
    """Return the events in the order of time.

    Parameters
    ----------
    cluster : Cluster
        Whose actors are there.
    events : mapping, Series, DataFrame, sequence or str
        As `incubate` takes them.
    parameters : Incubation
        What is assumed where they do not say who is there, or whom each meets.
    periods : int
        Number of periods.

    Raises
    ------
    InputError
        If anything is wrong with them; all bad rows are listed.
    """
    if isinstance(events, str):
        table = _attended(cluster, events)
    elif isinstance(events, Mapping | pd.Series):
        table = _spread_out(dict(events.items()), periods)
    else:
        table = event_table(events, cluster.groups)
    _refuse_many(len(table))
    rows = table.to_dict("records")
    when = periods_of(table, parameters.period, periods)
    problems: list[Problem] = []
    made = [
        _event(cluster, row, line, period, parameters, problems)
        for line, (row, period) in enumerate(zip(rows, when.tolist(), strict=True))
    ]
    if problems:
        raise InputError(problems)
    order = np.argsort(when, kind="stable").tolist()
    found = [made[place] for place in order]
    return [event for event in found if event is not None]


def _event(
    cluster: Cluster, row: Mapping[str, Any], line: int, period: int, parameters: Incubation, problems: list[Problem]
) -> Event | None:
    kind = kind_of_event(str(row["kind"]))
    try:
        who = candidates_of(cluster, row, line)
        there = number_present(cluster, who, row.get("participants"), parameters.present_at(kind), kind, line)
        meet = _chance(row.get("meetings"), parameters, kind, there.number, line)
    except InputError as error:
        problems.extend(error.problems)
        return None
    return Event(str(row["event"]), kind, period, there.who, there.number, meet, _is_stated(there), there.capped)


def _is_stated(there: Present) -> bool:
    return there.is_stated and there.number == len(there.who)


def _chance(stated: Any, parameters: Incubation, kind: str, present: int, line: int) -> float:
    """Return the chance that two who are there meet, of whom each meets so many."""
    if stated is not None and not pd.isna(stated):
        if not is_number(stated) or not stated >= 0:
            message = marked("must be a number from 0: how many each who is there meets")
            raise InputError([Problem(message, row=_told(line), column="meetings", value=stated)])
        return float(min(1.0, stated / (present - 1)))
    if parameters.meet is not None:
        return parameters.meet
    each = parameters.met_by_each(kind)
    if each is None:
        message = marked(
            "nobody says whom each meets at an event of this kind (known: {options}); state it, as in "
            "Incubation(meetings={example})"
        )
        values: dict[str, object] = {"options": offered(list(KINDS)), "example": f"{{'{kind}': 10}}"}
        near = nearest(kind, KINDS)
        raise InputError([Problem(message, row=_told(line), column="kind", value=kind, nearest=near, values=values)])
    return float(min(1.0, each / (present - 1)))


def _told(line: int) -> int:
    return line + 1


def _spread_out(numbers: Mapping[Any, Any], periods: int) -> pd.DataFrame:
    """Return a row for each event of so many of each kind, evenly over the periods, the kinds mixed."""
    wrong = [kind for kind in numbers if not isinstance(kind, str) or not kind.strip()]
    if wrong:
        raise InputError([Problem("is no kind of event", column="events", is_argument=True, value=wrong[0])])
    told = {kind_of_event(kind): 0 for kind in numbers}
    for kind, each in numbers.items():
        whole = int(each) if is_number(each) and float(each).is_integer() else each
        told[kind_of_event(kind)] += whole_number(f"events[{kind!r}]", whole)
    _refuse_many(sum(told.values()))
    rows = [
        (f"{kind} {place + 1}", kind, int(place * periods / most) + 1, (place + 0.5) / most)
        for kind, most in told.items()
        for place in range(most)
    ]
    table = pd.DataFrame(rows, columns=["event", "kind", "period", "when"])
    return table.sort_values("when", kind="stable").reset_index(drop=True)


def _refuse_many(events: int) -> None:
    if events > _MOST:
        message = marked("are more events than can be simulated ({most})")
        values = {"most": later(number, _MOST)}
        raise InputError(Problem(message, column="events", is_argument=True, value=events, values=values))


def event_table(events: Any, groups: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the rows of a table of events, each with a name and a kind, and of its columns those that are read.

    Parameters
    ----------
    events : DataFrame or sequence of mappings
        A row for each event.
    groups : DataFrame, optional
        The cluster's groups: where the table is of them, it may have all their columns, and others than those of events
        are not read.

    Raises
    ------
    InputError
        If it is no table, has a column that is none of events, a row has no kind, or two events have one name.
    """
    table = _framed(events)
    if not len(table):
        return pd.DataFrame(columns=["event", "kind"])
    problems = [*_without_kinds(table), *_strange_columns(table, groups)]
    if problems:
        raise InputError(problems)
    blank = np.flatnonzero(table["kind"].isna())
    if len(blank):
        raise InputError([Problem("has no kind", row=_told(row), column="kind") for row in blank.tolist()])
    return _with_names(table[[column for column in table.columns if column in _COLUMNS]])


def _framed(events: Any) -> pd.DataFrame:
    """Return a table, with an index that has a name as a column."""
    if isinstance(events, pd.DataFrame):
        named = [name for name in events.index.names if name is not None and name not in events]
        return events.reset_index(named).reset_index(drop=True) if named else events.reset_index(drop=True)
    if isinstance(events, Iterable) and not isinstance(events, bytes | np.ndarray):
        rows = list(events)
        if all(isinstance(row, Mapping) for row in rows):
            return pd.DataFrame(rows)
    raise InputError(_no_events(events))


def _without_kinds(table: pd.DataFrame) -> list[Problem]:
    if "kind" in table:
        return []
    message = marked("a table of events needs a column 'kind'; it may have {options}")
    options = later(listed, [column for column in _COLUMNS if column != "kind"])
    return [Problem(message, column="events", is_argument=True, values={"options": options})]


def _strange_columns(table: pd.DataFrame, groups: pd.DataFrame | None) -> list[Problem]:
    """Return a problem for every column that would not be read, at the first row where it says something."""
    names = list(table.columns)
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        return [Problem("occurs more than once", column=str(name)) for name in twice]
    known = {*_COLUMNS, *_columns_of_groups(table, groups)}
    message = marked("is no column of a table of events (its columns: {options})")
    values: dict[str, object] = {"options": later(listed, list(_COLUMNS))}
    problems = []
    for name in names:
        if name not in known:
            said = np.flatnonzero(table[name].notna())
            row, value = (_told(int(said[0])), table[name].iloc[said[0]]) if len(said) else (None, None)
            near = _MEANT.get(str(name).casefold()) or nearest(name, _COLUMNS)
            problems.append(Problem(message, row=row, column=str(name), value=value, nearest=near, values=values))
    return problems


def _columns_of_groups(table: pd.DataFrame, groups: pd.DataFrame | None) -> list[Any]:
    """Return which columns are there because the rows are groups of the cluster."""
    if groups is None or _KEY_OF_GROUPS not in table or not table[_KEY_OF_GROUPS].isin(groups.index).all():
        return []
    return [_KEY_OF_GROUPS, *groups.columns]


def _with_names(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with a name in each row: as stated, or the kind and how many there were before."""
    kinds = [kind_of_event(str(kind)) for kind in table["kind"]]
    counted = pd.Series(kinds).groupby(kinds).cumcount() + 1
    names = pd.Series([f"{kind} {place}" for kind, place in zip(kinds, counted, strict=True)], index=table.index)
    if "event" in table:
        names = table["event"].where(table["event"].notna(), names).map(id_of)
    twice = np.flatnonzero(names.duplicated())
    if len(twice):
        message = marked("is the name of another event, too")
        raise InputError(
            [Problem(message, row=_told(row), column="event", value=names.iloc[row]) for row in twice.tolist()]
        )
    return table.assign(event=names)


def _no_events(events: Any) -> Problem:
    message = marked(
        "must be numbers by kind of event, a table with a row for each event, or the name of a layer of affiliations"
    )
    return Problem(message, column="events", is_argument=True, value=events)


def _attended(cluster: Cluster, layer: str) -> pd.DataFrame:
    """Return the events of a layer of affiliations: who is named at each. Where one alone is named, nobody meets."""
    links = cluster.affiliations
    known = list(dict.fromkeys(links["layer"]))
    if layer not in known:
        message = marked("is no layer of affiliations of this cluster (its layers: {options})")
        values = {"options": offered(known)}
        near = nearest(layer, known)
        raise InputError(Problem(message, column="events", is_argument=True, value=layer, nearest=near, values=values))
    there = links[links["layer"] == layer].groupby("group", sort=False)["actor"].agg(list)
    groups = cluster.groups.loc[list(there.index)]
    columns = {"event": [id_of(name) for name in there.index], "kind": groups["kind"].fillna("event").to_numpy()}
    dates = groups["date"].to_numpy() if "date" in groups else [None] * len(groups)
    table = pd.DataFrame({**columns, "date": dates, "actors": there.to_numpy()})
    return table[[len(actors) > 1 for actors in table["actors"]]].reset_index(drop=True)
