"""The picture of a run chart: numbers in the order of time, their centre, and the longest run on one side of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language, is_number
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import FALL, GREY, RISE
from socluster.plot.tables.chart import dress_chart, padded
from socluster.plot.tables.outcome import as_table, read_flags, read_numbers, row_labels
from socluster.plot.text import under_pointer, wrap
from socluster.words import Language, count, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["run_chart"]

_MOST_TOLD = 12
_LETTERS = 44  # of all ticks together, on a phone


@for_any_width
@checked
def run_chart(
    frame: pd.DataFrame | pd.Series[Any],
    /,
    *,
    centre: float | None = None,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Is the indicator moving?

    The line connects the values in the order of time; the dashed line is the centre. The points of the longest run are
    orange diamonds, all others blue circles.

    Parameters
    ----------
    frame : DataFrame or Series
        One row per time, in its order (index: what it is called); column value, and in_longest (whether it is in the
        longest run; optional). Or the values alone.
    centre : float, optional
        What the values are compared with; default: their median.
    label : str, optional
        What the numbers are, for the axis.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on, and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    InputError
        If the column is missing or holds no numbers, or the centre is none.

    Examples
    --------
    >>> import pandas as pd
    >>> run_chart(pd.DataFrame({"value": [3.0, 5.0, 4.0]}, index=["2019", "2020", "2021"])).layout.meta["alt"]
    'Centre: 4. 2019: 3. 2020: 5. 2021: 4.'
    """
    spoken = check_language(language)
    frame = as_table(frame, "value")
    values = read_numbers(frame, ("value",), ())["value"].to_numpy()
    in_run = read_flags(frame, "in_longest", default=False).to_numpy()
    if centre is not None and not (is_number(centre) and math.isfinite(centre)):
        raise InputError(Problem("must be a number", is_argument=True, column="centre", value=centre))
    known = values[np.isfinite(values)]
    middle = centre if centre is not None else (float(np.median(known)) if len(known) else float("nan"))
    times, places = row_labels(frame), np.arange(len(values))
    decimals = decimals_for(known)
    lines = [
        f"{name}: {shown_number(each, spoken, decimals=decimals)}"
        for name, each in zip(times, values.tolist(), strict=True)
    ]
    figure = blank(spoken)
    figure.add_scatter(x=places, y=values, mode="lines", line={"color": GREY, "width": 1}, hoverinfo="skip")
    for chosen, color, symbol in ((~in_run, RISE, "circle"), (in_run, FALL, "diamond")):
        figure.add_scatter(
            x=places[chosen],
            y=values[chosen],
            mode="markers",
            marker={"color": color, "symbol": symbol, "size": 9},
            hoverinfo="text",
            hovertext=[under_pointer(line, []) for line, each in zip(lines, chosen.tolist(), strict=True) if each],
        )
    if np.isfinite(middle) and len(values):
        figure.add_hline(y=middle, line={"color": GREY, "dash": "dash", "width": 1.5}, layer="below")
    notes = [sign("┄", GREY, f"{say('centre', spoken)}: {shown_number(middle, spoken)}")]
    if in_run.any():
        notes.append(sign("◆", FALL, say("longest run on one side", spoken)))
    told = [f"{say('Centre', spoken)}: {shown_number(middle, spoken)}", *_some(lines, spoken)] if lines else []
    figure.update_layout(
        title=titled(title or "", notes if lines else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", told, spoken)},
        showlegend=False,
    )
    dress_chart(figure, say("time", spoken), label or say("value", spoken), [])
    n_ticks = max(2, min(6, _LETTERS // max((len(each) + 2 for each in times), default=1)))
    ticks = np.arange(0, len(values), max(1, -(-(len(values) - 1) // (n_ticks - 1))))  # all as far apart
    ticked = {"tickvals": ticks, "ticktext": [wrap(times[each], 12) for each in ticks.tolist()], "tickangle": 0}
    figure.update_layout(
        xaxis={"range": padded(places), "fixedrange": True, **ticked},
        yaxis={
            "range": padded([*known, middle]),
            "fixedrange": True,
        },
    )
    add_caption(figure, caption)
    return figure


def _some(lines: list[str], language: Language) -> list[str]:
    """Return at most so many lines as are read aloud, spread over all, and how many are not among them."""
    if len(lines) <= _MOST_TOLD:
        return lines
    told = np.unique(np.linspace(0, len(lines) - 1, _MOST_TOLD).round()).astype(int)
    left_out = count(
        "{n} time between these is not told", "{n} times between these are not told", len(lines) - len(told), language
    )
    return [*(lines[each] for each in told), left_out]
