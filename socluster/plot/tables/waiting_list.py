"""The picture of a waiting list over time: how many wait, with the interval, and when fewer or nobody comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE, rgba
from socluster.plot.tables.chart import dress_chart, padded
from socluster.plot.tables.outcome import check, read_numbers
from socluster.plot.text import under_pointer
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["waiting_list"]

_MOST_TOLD = 12


@for_any_width
@checked
def waiting_list(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How long is the waiting list over the year?

    The line is how many wait, the coloured band its interval; grey bands are the times in which fewer clients come than
    at most, such as the summer of a school year.

    Parameters
    ----------
    frame : DataFrame
        One row per time; columns time, median (clients who wait) and, optionally, low, high (the interval) and arrivals
        (at which rate clients came until then).
    label : str, optional
        What the time is counted in, for the axis.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    InputError
        If a column is missing or has no numbers, or an interval ends before it begins.

    Examples
    --------
    >>> import pandas as pd
    >>> waiting_list(pd.DataFrame({"time": [0.0, 0.5, 1.0], "median": [0.0, 9.0, 4.0]})).layout.meta["alt"]
    'At 0: 0 wait. At 0.5: 9 wait. At 1: 4 wait.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("time", "median"), ("low", "high", "arrivals"))
    check(table, intervals=(("low", "high"),))
    table = table.sort_values("time", kind="stable")
    figure = blank(spoken)
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    notes = [sign("—", RISE, say("clients who wait", spoken))]
    if {"low", "high"} <= set(table.columns):
        figure.add_scatter(x=table["time"], y=table["low"], **edge)
        figure.add_scatter(x=table["time"], y=table["high"], fill="tonexty", fillcolor=rgba(RISE, 0.18), **edge)
        notes.append(sign("▒", RISE, say("interval", spoken), strength=0.18))
    lines = _lines(table, spoken)
    figure.add_scatter(
        x=table["time"],
        y=table["median"],
        mode="lines",
        line={"color": RISE, "width": 2.5},
        hoverinfo="text",
        hovertext=[under_pointer(line, []) for line in lines],
    )
    quiet = _quiet(table)
    for start, end in quiet:
        figure.add_vrect(x0=start, x1=end, fillcolor=rgba(GREY, 0.14), line_width=0, layer="below")
    if quiet:
        notes.append(sign("▓", GREY, say("fewer clients come", spoken), strength=0.14))
    told = [lines[place] for place in _told(len(lines))]
    figure.update_layout(
        title=titled(title or "", notes if lines else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", told, spoken)},
    )
    dress_chart(figure, label or say("time", spoken), say("clients who wait", spoken), [])
    figure.update_layout(
        xaxis={"range": padded(table["time"]), "fixedrange": True},
        yaxis={
            "range": padded(table.drop(columns=["time", "arrivals"], errors="ignore"), zero=True),
            "fixedrange": True,
        },
    )
    add_caption(figure, caption)
    return figure


def _lines(table: pd.DataFrame, language: Language) -> list[str]:
    places = decimals_for(table["median"].to_numpy())
    return [
        say(
            "At {time}: {n} wait",
            language,
            time=shown_number(float(time), language),
            n=shown_number(float(n), language, decimals=places),
        )
        for time, n in table[["time", "median"]].to_numpy()
    ]


def _quiet(table: pd.DataFrame) -> list[tuple[float, float]]:
    """Return the times in which fewer clients come than at most."""
    if "arrivals" not in table or len(table) < 2:
        return []
    times, arrivals = table["time"].to_numpy(), table["arrivals"].to_numpy()
    fewer = arrivals[1:] < np.nanmax(arrivals) - 1e-12
    found: list[tuple[float, float]] = []
    for start, end in zip(times[:-1][fewer].tolist(), times[1:][fewer].tolist(), strict=True):
        if found and abs(found[-1][1] - start) < 1e-12:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _told(n: int) -> list[int]:
    return (
        list(range(n)) if n <= _MOST_TOLD else np.unique(np.linspace(0, n - 1, _MOST_TOLD).round()).astype(int).tolist()
    )
