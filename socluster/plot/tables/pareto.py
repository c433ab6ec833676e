"""The picture of a trade-off: every plan a point, and the plans that no other beats in both respects as a front."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language, choice
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.clusters.curves import segments
from socluster.plot.clusters.nodes import label_traces
from socluster.plot.figure import blank, for_any_width
from socluster.plot.names import quantity_name
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import GREY, INK, RISE, rgba
from socluster.plot.tables.chart import HEIGHT, dress_chart, numbered, padded
from socluster.plot.tables.outcome import check, not_shown, read_flags, read_numbers, row_names
from socluster.plot.text import under_pointer
from socluster.words import Language, count, marked, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["pareto"]

_MOST_LISTED = 20


@for_any_width
@checked
def pareto(
    frame: pd.DataFrame,
    /,
    *,
    x: str,
    y: str,
    better: Mapping[str, str],
    x_label: str | None = None,
    y_label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Which plans are worth a thought, where two goals pull in different directions?

    Every plan is a point. Those on the front, which no other plan beats in both respects, are blue and numbered from
    left to right; a step line bounds what can be had, thin bars are intervals, and a list below the drawing says which
    plan has which number. All others are small hollow points.

    Parameters
    ----------
    frame : DataFrame
        One row per plan (index: its name, as "A + B"); the two columns, on_front (bool) and, optionally, the intervals
        x_low, x_high, y_low, y_high.
    x, y : str
        The columns to show across and up.
    better : mapping
        Which direction is better: ``{"x": "lower", "y": "higher"}``.
    x_label, y_label : str, optional
        What the columns are, and their units, for the axes (default: the names of the columns).
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        The list has the first 20 plans of the front; all appear under the pointer.

    Raises
    ------
    InputError
        If a column is missing or has no numbers, on_front contains anything but True and False, an interval ends before
        it begins, or better does not state a direction for x and y.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"cost": [1.0, 2], "gain": [0.1, 0.3], "on_front": True}, index=["Clinic", "Clinic + NGO"])
    >>> pareto(frame, x="cost", y="gain", better={"x": "lower", "y": "higher"}).layout.meta["alt"]
    'cost, gain. 2 plans on the Pareto front. 0 other plans. Clinic: 1 · 0.1. Clinic + NGO: 2 · 0.3.'
    """

    spoken = check_language(language)
    directions = _directions(better)
    table = _read(frame, x, y, spoken)
    front = table[table["on_front"]].sort_values(["x", "y"], kind="stable")
    front = front[front[["x", "y"]].notna().all(axis=1)]
    labels = (x_label or quantity_name(x, spoken), y_label or quantity_name(y, spoken))
    ranges = padded(table.filter(regex="^x")), padded(table.filter(regex="^y"))
    figure = blank(spoken)
    figure.add_traces([*_others(table, labels, spoken), *_front(front, labels, directions, spoken)])
    figure.add_traces(_front_numbers(front, ranges) if len(front) else [])
    entries = _entries(front, table, spoken)
    listed = numbered(entries[:_MOST_LISTED])
    if len(entries) > _MOST_LISTED:
        listed.append(not_shown(len(entries) - _MOST_LISTED, spoken))
    counts = [
        count("{n} plan on the Pareto front", "{n} plans on the Pareto front", len(front), spoken),
        count("{n} other plan", "{n} other plans", len(table) - len(front), spoken),
    ]
    notes = [sign("●", RISE, counts[0]), sign("○", GREY, counts[1])] if len(table) else []
    told = [", ".join(labels), *counts, *(f"{name}: {values}" for name, values in entries)] if len(table) else []
    figure.update_layout(
        title=titled(title or "", notes, spoken, subtitle=subtitle), meta={"alt": described(title or "", told, spoken)}
    )
    dress_chart(figure, *_axis_titles(labels, directions, spoken), listed)
    figure.update_layout(xaxis={"range": ranges[0]}, yaxis={"range": ranges[1]}, dragmode="pan")
    add_caption(figure, caption)
    return figure


def _directions(better: Mapping[str, str]) -> dict[str, str]:
    if not isinstance(better, Mapping) or set(better) != {"x", "y"}:
        message = marked('better must state a direction for both, as in {"x": "lower", "y": "higher"}')
        raise InputError(Problem(message, value=better))
    return {axis: choice(f"better[{axis!r}]", better[axis], ("higher", "lower")) for axis in ("x", "y")}


def _read(frame: pd.DataFrame, x: str, y: str, language: Language) -> pd.DataFrame:
    """Columns x, y, their intervals as far as there are any, on_front; index: names of the plans."""
    bounds = ("x_low", "x_high", "y_low", "y_high")
    if x == y:
        raise InputError(Problem("x and y must be two columns", value=x))
    table = read_numbers(frame, (x, y), bounds)
    check(table, intervals=(("x_low", "x_high"), ("y_low", "y_high")))
    given = {column: table[column] for column in bounds if column in table}
    plain_table = pd.DataFrame({"x": table[x], "y": table[y], **given, "on_front": read_flags(frame, "on_front")})
    return plain_table.set_axis(row_names(frame, language))


def _others(table: pd.DataFrame, labels: tuple[str, str], language: Language) -> list[Any]:
    rest = table[~table["on_front"]]
    if rest.empty:
        return []
    marker = {"size": 8, "color": "white", "line": {"color": rgba(GREY, 0.8), "width": 1.5}}
    return [_points(rest, marker, labels, language)]


def _points(rows: pd.DataFrame, marker: dict[str, Any], labels: tuple[str, str], language: Language) -> Any:
    import plotly.graph_objects as go

    hovers = []
    for name, row in zip(rows.index, rows.to_dict("records"), strict=True):
        lines = [f"{label}: {_with_interval(row, axis, language)}" for label, axis in zip(labels, "xy", strict=True)]
        place = say("on the Pareto front", language) if row["on_front"] else say("another plan is better", language)
        hovers.append(under_pointer(name, [*lines, place]))
    shared = {"mode": "markers", "hoverinfo": "text", "hovertext": hovers}
    return go.Scatter(x=rows["x"].to_numpy(), y=rows["y"].to_numpy(), marker=marker, **shared)


def _with_interval(row: dict[str, Any], axis: str, language: Language, decimals: int | None = None) -> str:
    text = shown_number(row[axis], language, decimals=decimals)
    low, high = (row.get(f"{axis}_{end}", np.nan) for end in ("low", "high"))
    if np.isnan(low) or np.isnan(high) or low == high:
        return text
    return (
        f"{text} [{shown_number(low, language, decimals=decimals)}; {shown_number(high, language, decimals=decimals)}]"
    )


def _front(front: pd.DataFrame, labels: tuple[str, str], directions: dict[str, str], language: Language) -> list[Any]:
    """The step line, the intervals, and the points."""
    import plotly.graph_objects as go

    if front.empty:
        return []
    # what lies beyond a plan, seen from the better side, is beaten by it: the line runs along that corner
    shape = "hv" if directions["x"] == "lower" else "vh"
    line = {"color": rgba(RISE, 0.7), "width": 2, "shape": shape}
    across, up = front["x"].to_numpy(), front["y"].to_numpy()
    traces = [go.Scatter(x=across, y=up, mode="lines", line=line, hoverinfo="skip")]
    thin = {"mode": "lines", "line": {"color": rgba(RISE, 0.45), "width": 1.5}, "hoverinfo": "skip"}
    if {"x_low", "x_high"} <= set(front.columns):
        traces.append(go.Scatter(x=segments(front["x_low"], front["x_high"]), y=segments(up, up), **thin))
    if {"y_low", "y_high"} <= set(front.columns):
        traces.append(go.Scatter(x=segments(across, across), y=segments(front["y_low"], front["y_high"]), **thin))
    marker = {"size": 11, "color": RISE, "line": {"color": "white", "width": 1}}
    return [*traces, _points(front, marker, labels, language)]


def _front_numbers(front: pd.DataFrame, ranges: tuple[list[float], list[float]]) -> list[Any]:
    """The numbers of the plans on the front, each beside its point, none on another."""
    numbers = range(1, len(front) + 1)
    marks = front[["x", "y"]].assign(name=numbers, short=numbers, size=11, importance=0.0, weight="bold", ink=INK)
    low, high = np.array(ranges).T
    unit = (front[["x", "y"]].to_numpy() - low) / (high - low)
    return label_traces(marks, lambda width: unit * [width, HEIGHT], HEIGHT, wanted=range(len(front)))


def _entries(front: pd.DataFrame, table: pd.DataFrame, language: Language) -> list[tuple[str, str]]:
    """The plans of the front with their values."""
    places = {axis: decimals_for(table.filter(regex=f"^{axis}").to_numpy().ravel()) for axis in "xy"}
    return [
        (str(name), " · ".join(_with_interval(row, axis, language, places[axis]) for axis in "xy"))
        for name, row in zip(front.index, front.to_dict("records"), strict=True)
    ]


def _axis_titles(labels: tuple[str, str], directions: dict[str, str], language: Language) -> tuple[str, str]:
    """The two labels with the direction that is better, and an arrow to it."""
    arrows = {"x": {"higher": "→", "lower": "←"}, "y": {"higher": "↑", "lower": "↓"}}
    titles = []
    for label, axis in zip(labels, "xy", strict=True):
        values = {"label": label, "arrow": arrows[axis][directions[axis]]}
        if directions[axis] == "higher":
            titles.append(say("{label} ({arrow} higher is better)", language, **values))
        else:
            titles.append(say("{label} ({arrow} lower is better)", language, **values))
    across, up = titles
    return across, up
