"""The picture of a growing plan: the joint gain of the partners chosen so far, one more at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.names import quantity_name
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE, rgba
from socluster.plot.tables.chart import dress_chart, numbered, padded
from socluster.plot.tables.outcome import check, read_numbers, row_names
from socluster.plot.text import under_pointer
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["cumulative"]

_MOST_TICKS = 12


@for_any_width
@checked
def cumulative(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How much does each further partner add?

    The line runs from nobody (gain 0) over the partners in the order in which they were chosen; the band is the
    interval. Where it flattens, a further partner adds little. A list below the drawing says who came when.

    Parameters
    ----------
    frame : DataFrame
        One row per partner in the order chosen (index: the partner added); columns gain, low, high: of all partners so
        far together.
    label : str, optional
        What the gain is a gain in, and its unit, for the axis.
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
    >>> steps = pd.DataFrame({"gain": [0.2, 0.3], "low": [0.1, 0.2], "high": [0.3, 0.5]}, index=["Clinic", "NGO"])
    >>> cumulative(steps).layout.meta["alt"]
    'Clinic: +0.2 [+0.1; +0.3]. NGO: +0.3 [+0.2; +0.5].'
    """

    spoken = check_language(language)
    table = read_numbers(frame, ("gain", "low", "high"), ())
    check(table, intervals=(("low", "high"),))
    entries = _entries(table, spoken)
    steps = np.arange(len(table) + 1)
    with_start = {column: np.append(0.0, table[column]) for column in table}
    figure = blank(spoken)
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    figure.add_scatter(x=steps, y=with_start["low"], **edge)
    figure.add_scatter(x=steps, y=with_start["high"], fill="tonexty", fillcolor=rgba(RISE, 0.18), **edge)
    figure.add_scatter(
        x=steps,
        y=with_start["gain"],
        mode="lines+markers",
        line={"color": RISE, "width": 2.5},
        marker={"size": 10, "color": RISE, "line": {"color": "white", "width": 1.5}},
        hoverinfo="text",
        hovertext=_hovers(table, spoken),
    )
    notes = [sign("●", RISE, say("median", spoken)), sign("▒", RISE, say("interval", spoken), strength=0.18)]
    figure.update_layout(
        title=titled(title or "", notes if entries else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [f"{name}: {values}" for name, values in entries], spoken)},
    )
    dress_chart(
        figure, say("number of partners chosen", spoken), label or quantity_name("gain", spoken), numbered(entries)
    )
    ticks = {"dtick": 1} if len(table) <= _MOST_TICKS else {"nticks": 8}
    figure.update_layout(
        xaxis={"range": [-0.3, len(table) + 0.3], "showgrid": False, "fixedrange": True, **ticks},
        yaxis={"range": padded(table, zero=True), "fixedrange": True, "zeroline": True, "zerolinecolor": GREY},
    )
    add_caption(figure, caption)
    return figure


def _entries(table: pd.DataFrame, language: Language) -> list[tuple[str, str]]:
    places = decimals_for(table.to_numpy().ravel())
    entries = []
    for name, row in zip(row_names(table, language), table.to_dict("records"), strict=True):
        gain, low, high = (
            shown_number(row[key], language, decimals=places, sign=True) for key in ("gain", "low", "high")
        )
        entries.append((name, f"{gain} [{low}; {high}]"))
    return entries


def _hovers(table: pd.DataFrame, language: Language) -> list[str]:
    texts = [under_pointer(say("none chosen yet", language), [say("gain: {gain}", language, gain="0")])]
    before = 0.0
    for name, row in zip(row_names(table, language), table.to_dict("records"), strict=True):
        gain, low, high, more = (
            shown_number(value, language, sign=True)
            for value in (row["gain"], row["low"], row["high"], row["gain"] - before)
        )
        before = row["gain"]
        lines = [
            say("median gain of all so far: {gain}", language, gain=gain),
            say("interval: {low} … {high}", language, low=low, high=high),
            say("added by this step: {gain}", language, gain=more),
        ]
        texts.append(under_pointer(f"+ {name}", lines))
    return texts
