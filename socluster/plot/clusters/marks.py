"""What is drawn for each actor: its category, size and name, and the text that appears under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.arguments import IS_NONE, choice
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.groupings import MISSING, WithoutGroup, with_groups
from socluster.core.labels import ids_of
from socluster.plot.names import SIZE, UNNAMED_COLOR, quantity_name
from socluster.plot.numbers import shown_number
from socluster.plot.style import INK, WHAT_IF
from socluster.plot.text import under_pointer
from socluster.words import Language, column_name, marked, number, say, value_name

__all__ = [
    "ActorValues",
    "actor_marks",
    "categories",
    "group_marks",
    "is_continuous",
    "mark_scale",
    "mark_sizes",
    "measured",
    "names_of",
    "read_values",
    "short_names",
    "shown_actors",
    "shown_value",
    "size_values",
    "stated_color",
]

ActorValues: TypeAlias = str | pd.Series | Callable[..., Any] | None  # of actors: a column, a Series, or a measure

_MOST_WHOLE_NUMBERS = 8
_SHOWN_ON_HOVER = ("sector", "kind", "level", "place")


def names_of(frame: pd.DataFrame, language: Language) -> pd.Series[Any]:
    """Return the names: in Lithuanian where a column `name_lt` has them, else `name`, else the id."""
    ids = pd.Series(frame.index.astype(str), index=frame.index)
    columns = ["name_lt", "name"] if language == "lt" else ["name"]
    names = pd.Series(pd.NA, index=frame.index, dtype="object")
    for column in (*columns, None):
        fill = ids if column is None else frame.get(column, names)
        names = names.where(names.notna(), fill)
    return names.astype(str)


def short_names(frame: pd.DataFrame, language: Language) -> pd.Series[Any]:
    """Return what is written where a name is too long: the id, but for names in Lithuanian, whose id is in English."""
    ids = pd.Series(frame.index.astype(str), index=frame.index)
    return frame["name_lt"].fillna(ids).astype(str) if language == "lt" and "name_lt" in frame else ids


def measured(cluster: Cluster, given: ActorValues, argument: str) -> str | pd.Series[Any] | None:
    """Return what a measure says of the actors; whatever else is given stays as it is.

    Raises
    ------
    InputError
        If the measure gives something else than one value per actor.
    """
    if given is None or isinstance(given, str | pd.Series):
        return given
    if not callable(given):
        message = marked(
            "{argument} must be the name of a column of the actors, a Series indexed by actor, or a measure"
        )
        raise InputError(Problem(message, value=given, values={"argument": argument}))
    values = given(cluster)
    name = str(getattr(given, "__name__", "")) or None
    if not isinstance(values, pd.Series):
        message = marked("{argument} needs a measure that gives one value per actor; {measure} gives {kind}")
        told = {"argument": argument, "measure": name or "?", "kind": type(values).__name__}
        raise InputError(message, told)
    return values if values.name is not None else values.rename(name)


def stated_color(cluster: Cluster, color: str | pd.Series[Any] | None) -> str | pd.Series[Any] | None:
    """Return the color; none where it is the sector, as nobody chose it, and no sector is stated."""
    unknown = isinstance(color, str) and color == "sector" and not cluster.actors["sector"].notna().any()
    return None if unknown else color


def shown_actors(
    cluster: Cluster, color: str | pd.Series[Any] | None, missing: WithoutGroup
) -> tuple[Cluster, str | pd.Series[Any] | None]:
    """Return the actors to draw and their color, where actors without one may be left out or refused.

    Raises
    ------
    InputError
        If `missing` is no such rule, or is "refuse" and an actor has no color.
    """
    choice("missing", missing, MISSING)
    values = read_values(cluster, color, "color")
    if missing == "category" or values is None:
        return cluster, color
    kept, (known,) = with_groups(cluster, missing, color if isinstance(color, str) else values)
    return kept, color if isinstance(color, str) else known


def read_values(cluster: Cluster, given: str | pd.Series[Any] | None, argument: str) -> pd.Series[Any] | None:
    """Return one value per actor from the name of a column or from a Series indexed by actor.

    Raises
    ------
    InputError
        If there is no such column, or the Series has actors that are not in the cluster, or one twice.
    """
    actors = cluster.actors
    if given is None:
        return None
    if isinstance(given, str):
        if given not in actors:
            columns = [str(column) for column in actors.columns]
            message = marked("is not a column of the actors")
            raise InputError(
                Problem(message, column=argument, is_argument=True, value=given, nearest=nearest(given, columns))
            )
        return actors[given]
    if not isinstance(given, pd.Series):
        message = marked("{argument} must be the name of a column of the actors, or a Series indexed by actor")
        raise InputError(Problem(message, value=given, values={"argument": argument}))
    values: pd.Series[Any] = given.set_axis(pd.Index(ids_of(given.index), dtype=object), axis="index")
    strangers = [label for label in values.index if label not in actors.index]
    problems = [
        Problem(IS_NONE["actor"], is_argument=True, column=argument, value=label, nearest=nearest(label, cluster.ids))
        for label in strangers
    ]
    twice = values.index[values.index.duplicated()].unique()
    problems += [Problem("occurs more than once", is_argument=True, column=argument, value=label) for label in twice]
    if problems:
        raise InputError(problems)
    return values.reindex(actors.index)


def is_continuous(values: pd.Series[Any]) -> bool:
    """Whether the values are quantities rather than categories."""
    if pd.api.types.is_bool_dtype(values.dtype) or not pd.api.types.is_numeric_dtype(values.dtype):
        return False
    whole = pd.api.types.is_integer_dtype(values.dtype)
    return not whole or values.nunique() > _MOST_WHOLE_NUMBERS


def categories(values: pd.Series[Any], language: Language) -> pd.Series[Any]:
    """Return the values as text, missing ones as NA; flags become yes and no."""
    if pd.api.types.is_bool_dtype(values.dtype):
        values = values.map({True: say("yes", language), False: say("no", language)}).astype(object)
    return values.astype(object).where(values.notna(), None).map(lambda value: None if value is None else str(value))


SMALLEST = 4.4  # pixels, and so a millimetre on paper: what is smaller vanishes there
_TOLD_APART = 2.0  # the largest is at least so many times as wide as the smallest, or sizes would say nothing


def mark_sizes(values: pd.Series[Any] | None, n: int, scale: float | None = None) -> Array:
    """Return diameters in pixels: areas follow the values; what is undefined gets the smallest size.

    With a scale they are those of a drawing that is smaller or larger than usual: none so small that it vanishes, and
    the largest still told apart from the smallest.
    """
    largest = float(np.clip(100 / max(n, 1) ** 0.35, 10, 36))  # of 40 actors 27: neighbours do not cover each other
    if values is None:
        return np.full(n, max((scale or 1) * float(np.clip(130 / np.sqrt(max(n, 1)), 5, 18)), SMALLEST if scale else 0))
    numbers = values.astype(float).to_numpy()
    finite = numbers[np.isfinite(numbers)]
    low = min(0.0, float(finite.min(initial=0)))
    span = float(finite.max(initial=0)) - low or 1.0
    part = np.clip(np.nan_to_num((numbers - low) / span, nan=0.0, posinf=1.0, neginf=0.0), 0, 1)
    smallest = max(4.0 if n > 500 else 5.0, largest / 5)
    if scale is not None:
        smallest = max(scale * smallest, SMALLEST)
        largest = max(scale * largest, _TOLD_APART * smallest)
    diameters: Array = np.sqrt(smallest**2 + part * (largest**2 - smallest**2))
    return diameters


def mark_scale(room: float | None, height: float) -> float:
    """Return by how much marks are smaller in a drawing that is smaller than usual."""
    return 1.0 if room is None else float(np.clip(np.sqrt(room * height / (660 * 440)), 0.5, 1.15))


def size_values(cluster: Cluster, size: str | pd.Series[Any] | None) -> pd.Series[Any] | None:
    """Return the numbers behind the sizes.

    Raises
    ------
    InputError
        If they are no numbers.
    """
    values = read_values(cluster, size, "size")
    if values is None or pd.api.types.is_numeric_dtype(values.dtype):
        return values
    message = marked("size needs numbers; this contains {dtype}")
    raise InputError(Problem(message, "actors", column=str(values.name), values={"dtype": str(values.dtype)}))


def degrees(n: int, pairs: Array) -> Array:
    """Return how many distinct others everybody is tied to, whatever layer and direction."""
    distinct = np.unique(np.sort(pairs, axis=1), axis=0) if len(pairs) else pairs
    return np.bincount(distinct.ravel().astype(np.int64), minlength=n)


def actor_marks(
    cluster: Cluster,
    color: str | pd.Series[Any] | None,
    size: pd.Series[Any] | None,
    language: Language,
    scale: float = 1.0,
) -> pd.DataFrame:
    """Return one row per actor, its mark scaled.

    Columns: name, short, value (of the colour), size (px), degree, groups, importance, weight and ink (of the name),
    joins (whether all its ties are simulated), hover.
    """
    actors = cluster.actors
    position = {label: place for place, label in enumerate(cluster.labels)}
    ties = cluster.ties
    pairs = np.column_stack([ties["source"].map(position), ties["target"].map(position)]).astype(np.int64)
    marks = pd.DataFrame({"name": names_of(actors, language), "short": short_names(actors, language)})
    marks["size"] = mark_sizes(size, len(marks), scale)
    marks["degree"] = degrees(len(marks), pairs)
    marks["groups"] = cluster.affiliations.groupby("actor")["group"].nunique().reindex(marks.index, fill_value=0)
    marks["importance"] = marks["degree"] + marks["groups"]
    if size is not None:  # of equal sizes, whoever has more ties comes first
        both = pd.DataFrame({"size": size.astype(float).fillna(-np.inf), "ties": marks["importance"]})
        marks["importance"] = both.groupby(["size", "ties"], sort=True).ngroup()
    simulated = ties["evidence"] == "simulated"
    ends = pd.concat([ties.loc[simulated, "source"], ties.loc[simulated, "target"]])
    firm = pd.concat([ties.loc[~simulated, "source"], ties.loc[~simulated, "target"]])
    marks["joins"] = marks.index.isin(ends) & ~marks.index.isin(firm) & (marks["groups"] == 0)
    marks["joins"] &= bool((~simulated).any())  # where all is simulated, nobody is new
    marks["weight"] = np.where(marks["joins"], "bold", "normal")
    marks["ink"] = np.where(marks["joins"], WHAT_IF, INK)
    marks["importance"] = marks["importance"].astype(float) + 1e15 * marks["joins"]
    values = read_values(cluster, color, "color")
    marks["value"] = pd.Series(np.nan, index=marks.index) if values is None else values
    shown = {column: actors[column] for column in _SHOWN_ON_HOVER}
    if values is not None:
        shown.setdefault(str(color if isinstance(color, str) else values.name or UNNAMED_COLOR), values)
    marks["hover"] = _hover(marks, shown, size, language, bool(cluster.n_groups))
    return marks


def _hover(
    marks: pd.DataFrame,
    shown: dict[str, pd.Series[Any]],
    size: pd.Series[Any] | None,
    language: Language,
    with_groups: bool,
) -> list[str]:
    hovers = []
    for label, mark in marks.iterrows():
        lines = [say("id: {id}", language, id=label)] if mark["name"] != label else []
        lines += [_line(column, values[label], language) for column, values in shown.items()]
        lines.append(say("partners: {n}", language, n=number(mark["degree"], language)))
        if with_groups:
            lines.append(say("groups: {n}", language, n=number(mark["groups"], language)))
        if size is not None:
            value = size[label]
            written = say("undefined", language) if pd.isna(value) else shown_number(float(value), language)
            lines.append(f"{quantity_name(str(size.name or SIZE), language)}: {written}")
        hovers.append(under_pointer(mark["name"], lines))
    return hovers


def _line(column: str, value: Any, language: Language) -> str:
    return f"{quantity_name(column, language)}: {shown_value(column, value, language)}"


def shown_value(column: str, value: Any, language: Language) -> str:
    """Return a value of a column in words, not escaped: what is missing, yes and no, numbers, and our own values."""
    if pd.isna(value):
        return say("not stated", language)
    if isinstance(value, bool | np.bool_):
        return say("yes", language) if value else say("no", language)
    if isinstance(value, int | float | np.number):
        return shown_number(float(value), language)
    return value_name(column, str(value), language)


def group_marks(cluster: Cluster, n_actors: int, language: Language, scale: float = 1.0) -> pd.DataFrame:
    """Return one row per group, its mark scaled: name, short, size (px), importance, weight (of its name), hover."""
    groups = cluster.groups
    members = cluster.affiliations.groupby("group")["actor"].nunique().reindex(groups.index, fill_value=0)
    marks = pd.DataFrame({"name": names_of(groups, language), "short": short_names(groups, language)})
    marks["size"] = float(np.clip(scale * np.clip(170 / np.sqrt(max(n_actors + len(groups), 1)), 9, 20), 9, 20))
    marks["importance"] = 1e12 + members  # their names come first
    marks["weight"], marks["ink"] = "bold", INK
    hover = []
    for label, mark in marks.iterrows():
        lines = [
            f"{column_name(column, language)}: {shown_value(column, groups.loc[label, column], language)}"
            for column in ("kind", "date", "level")
        ]
        lines.append(say("actors: {n}", language, n=number(members[label], language)))
        hover.append(under_pointer(mark["name"], lines))
    marks["hover"] = hover
    return marks
