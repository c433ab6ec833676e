"""The picture of a waiting time: what share of the clients waits longer than each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import shown_number, shown_percent
from socluster.plot.style import RISE, rgba
from socluster.plot.tables.chart import dress_chart, padded
from socluster.plot.tables.outcome import check, read_numbers
from socluster.plot.text import under_pointer
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["waits"]

_TOLD = (0.5, 0.25, 0.1, 0.05)  # shares of which the description says the time


@for_any_width
@checked
def waits(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How likely is it to wait longer than that?

    The curve begins at the share of clients who have to wait at all and falls to those who wait very long.

    Parameters
    ----------
    frame : DataFrame
        One row per time; columns time and longer (from 0 to 1): the share of the clients who wait longer.
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
        If a column is missing or has no numbers, or a share is outside 0 to 1.

    Examples
    --------
    >>> import pandas as pd
    >>> waits(pd.DataFrame({"time": [0.0, 0.5, 1.0], "longer": [0.6, 0.3, 0.1]})).layout.meta["alt"]
    'Longer than 0: 60%. Longer than 0.5: 30%. Longer than 1: 10%.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("time", "longer"), ()).dropna()
    check(table, shares=("longer",))
    table = table.sort_values("time", kind="stable")
    figure = blank(spoken)
    lines = [(each, _line(time, share, spoken)) for each, (time, share) in enumerate(_pairs(table))]
    hovers = [under_pointer(line, []) for _, line in lines]
    figure.add_scatter(
        x=table["time"],
        y=table["longer"],
        mode="lines",
        line={"color": RISE, "width": 2.5},
        fill="tozeroy",
        fillcolor=rgba(RISE, 0.12),
        hoverinfo="text",
        hovertext=hovers,
    )
    told = [lines[place][1] for place in _told(table)]
    notes = [say("share of the clients who wait longer", spoken)] if len(table) else []
    figure.update_layout(
        title=titled(title or "", notes, spoken, subtitle=subtitle), meta={"alt": described(title or "", told, spoken)}
    )
    dress_chart(figure, label or say("time waited", spoken), say("waits longer", spoken), [])
    figure.update_layout(
        xaxis={"range": padded(table["time"], zero=True), "fixedrange": True},
        yaxis={"range": [0, 1.02], "fixedrange": True, "tickformat": ".0%"},
    )
    add_caption(figure, caption)
    return figure


def _pairs(table: pd.DataFrame) -> list[tuple[float, float]]:
    return [(float(time), float(share)) for time, share in table[["time", "longer"]].to_numpy()]


def _line(time: float, share: float, language: Language) -> str:
    told = {"time": shown_number(time, language), "share": shown_percent(share, language)}
    return say("Longer than {time}: {share}", language, **told)


def _told(table: pd.DataFrame) -> list[int]:
    """Return the rows that the description tells: all if they are few, else the first and where the share halves."""
    if len(table) <= 5:
        return list(range(len(table)))
    shares = table["longer"].to_numpy()
    places = [0] + [int(np.argmax(shares <= share)) for share in _TOLD if (shares <= share).any()]
    return sorted(set(places))
