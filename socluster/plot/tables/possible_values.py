"""The picture of what a number may be where something is unknown: in every row a bar from the least to the most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import PAPER, RISE, rgba
from socluster.plot.tables.outcome import check, not_shown, read_numbers, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import fitted, under_pointer
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["possible_values"]

_MOST = 40
_COLUMNS = ("minimum", "maximum", "low", "high", "all_absent", "all_present")


@for_any_width
@checked
def possible_values(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Between which values does each number lie, whatever is true of what is unknown?

    A pale bar reaches from the least to the most, a dark one over the middle of the completions; an empty circle is the
    value if no unknown dyad is tied, a filled one if all of them are.

    Parameters
    ----------
    frame : DataFrame
        One row per number (index), as `bounds(...).to_frame()` gives it; columns minimum, maximum, low, high,
        all_absent and all_present.
    label : str, optional
        What the numbers are, for the axis.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, unknown dyads, completions), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        Of more than 40 rows the first 40, and a line that says how many are left out.

    Raises
    ------
    InputError
        If a column is missing, holds no numbers, or a bar ends before it begins.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"minimum": 0.2, "maximum": 0.5, "low": 0.3, "high": 0.4, "all_absent": 0.2, "all_present": 0.5}
    >>> possible_values(pd.DataFrame([row], index=["density"])).layout.meta["alt"]
    'density: from 0.2 to 0.5.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, _COLUMNS, ())
    check(table, intervals=(("minimum", "maximum"), ("low", "high")))
    hidden = max(len(table) - _MOST, 0)
    names, shown = row_names(table, spoken)[:_MOST], table.head(_MOST)
    ends = shown[["minimum", "maximum"]].to_numpy()
    places = decimals_for(ends.ravel())
    texts = [_told(row, places, spoken) for row in ends]
    rows = FigureRows(tuple(lines_of_text(name, text) for name, text in zip(names, texts, strict=True)))
    figure = blank(spoken)
    hovers = [under_pointer(name, [text]) for name, text in zip(names, texts, strict=True)]
    for low, high, look in (("minimum", "maximum", 0.25), ("low", "high", 0.6)):
        figure.add_trace(_bars(shown[[low, high]].to_numpy(), rows, look))
    for column, color in (("all_absent", PAPER), ("all_present", RISE)):
        marker = {"size": 10, "color": color, "line": {"color": RISE, "width": 2}}
        figure.add_scatter(
            x=shown[column], y=rows.strips, mode="markers", marker=marker, hoverinfo="text", hovertext=hovers
        )
    notes = [
        sign("▬", RISE, say("from the least to the most", spoken), strength=0.4),
        sign("○", RISE, say("no unknown dyad is tied", spoken)),
        sign("●", RISE, say("all unknown dyads are tied", spoken)),
    ]
    foot = not_shown(hidden, spoken) if hidden else ""
    told = [f"{name}: {text}" for name, text in zip(names, texts, strict=True)]
    axis = fitted(label or say("value", spoken, context="axis"), lines=2)
    figure.update_layout(
        showlegend=False,
        title=titled(title or "", notes if told else [], spoken, subtitle=subtitle),
        xaxis=scale(axis, nticks=6),
        meta={"alt": described(title or "", [*told, *([foot] if foot else [])], spoken)},
    )
    rows.dress(figure, axis.count("<br>") + 1, foot)
    add_caption(figure, caption)
    return figure


def _told(ends: Any, places: int, language: Language) -> str:
    if not np.isfinite(ends).any():
        return say("undefined", language)
    low, high = (shown_number(each, language, decimals=places) for each in ends)
    if low == high:
        return low
    return say("from {low} to {high}", language, low=low, high=high)


def _bars(ends: Any, rows: FigureRows, strength: float) -> Any:
    import plotly.graph_objects as go

    gap = np.full((len(ends), 1), np.nan)
    return go.Scatter(
        x=np.hstack([ends, gap]).ravel(),
        y=np.column_stack([rows.strips, rows.strips, gap]).ravel(),
        mode="lines",
        line={"color": rgba(RISE, strength), "width": 8},
        hoverinfo="skip",
    )
