"""The picture of what was observed against what chance gives: in every row a point for the one, a bar for the other."""

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
from socluster.plot.signs import sign, signs_drawn
from socluster.plot.style import GREY, INK, RISE, rgba
from socluster.plot.tables.outcome import check, read_numbers, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import fitted, under_pointer, with_p
from socluster.words import Language, number, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["against_chance"]


@for_any_width
@checked
def against_chance(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Does what was observed lie where chance puts it?

    Every row shows the observed value as a point, and as a grey bar where the middle part of the draws by chance lies.
    Points are filled where they are outside of the bar. All rows share one scale.

    Parameters
    ----------
    frame : DataFrame
        One row per value (index); columns observed, low, high (the interval of the draws by chance) and, optionally, p
        (from 0 to 1).
    label : str, optional
        What the values are, for the axis.
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
        If a column is missing, holds no numbers, or an interval ends before it begins.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"observed": [4.61], "low": [-1.6], "high": [1.7], "p": [0.001]}, index=["business"])
    >>> against_chance(frame).layout.meta["alt"]
    'business: observed 4.61, by chance −1.60 to 1.70, p\xa0=\xa00.001.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("observed", "low", "high"), ("p",))
    check(table, intervals=(("low", "high"),), shares=("p",))
    names, texts = row_names(table, spoken), _texts(table, spoken)
    rows = FigureRows(tuple(lines_of_text(name, text) for name, text in zip(names, texts, strict=True)))
    figure = blank(spoken)
    hovers = [under_pointer(name, [text]) for name, text in zip(names, texts, strict=True)]
    figure.add_traces([_bars(table, rows), _points(table, rows, hovers)])
    notes = [
        sign("▬", INK, say("by chance", spoken), strength=0.4),
        *signs_drawn("●", (RISE,), _colors(table), say("observed, outside of it", spoken)),
        *signs_drawn("○", (GREY,), _colors(table), say("observed, inside of it", spoken)),
    ]
    told = [f"{name}: {text}" for name, text in zip(names, texts, strict=True)]
    figure.update_layout(
        title=titled(title or "", notes if names else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", told, spoken)},
        showlegend=False,
    )
    axis_title = fitted(label or say("value", spoken))
    figure.update_layout(xaxis=scale(axis_title, range=_range(table), nticks=6))
    rows.dress(figure, axis_title.count("<br>") + 1)
    add_caption(figure, caption)
    return figure


def _texts(table: pd.DataFrame, language: Language) -> list[str]:
    """Each row in words."""
    found = []
    for row in table.to_dict("records"):
        places = decimals_for([row["observed"], row["low"], row["high"]])
        shown = {key: shown_number(row[key], language, decimals=places) for key in ("observed", "low", "high")}
        p = row.get("p")
        if p is None or np.isnan(p):
            found.append(say("observed {observed}, by chance {low} to {high}", language, **shown))
        else:
            shown["p"] = number(p, language, digits=2)
            found.append(with_p(say("observed {observed}, by chance {low} to {high}, p = {p}", language, **shown)))
    return found


def _bars(table: pd.DataFrame, rows: FigureRows) -> Any:
    import plotly.graph_objects as go

    gap = np.full(len(table), np.nan)
    return go.Scatter(
        x=np.column_stack([table["low"], table["high"], gap]).ravel(),
        y=np.column_stack([rows.strips, rows.strips, gap]).ravel(),
        mode="lines",
        line={"color": rgba(INK, 0.25), "width": 9},
        hoverinfo="skip",
    )


def _colors(table: pd.DataFrame) -> list[str]:
    is_outside = (table["observed"] < table["low"]) | (table["observed"] > table["high"])
    colors: list[str] = np.where(is_outside, RISE, GREY).tolist()
    return colors


def _points(table: pd.DataFrame, rows: FigureRows, hovers: list[str]) -> Any:
    import plotly.graph_objects as go

    colors = _colors(table)
    filled = ["white" if each == GREY else each for each in colors]
    return go.Scatter(
        x=table["observed"],
        y=rows.strips,
        mode="markers",
        marker={"size": 12, "color": filled, "line": {"color": colors, "width": 2.5}},
        hoverinfo="text",
        hovertext=hovers,
    )


def _range(table: pd.DataFrame) -> list[float]:
    """From the least to the largest value, 0 among them, with room for the marks."""
    values = table[["observed", "low", "high"]].to_numpy(dtype=float).ravel()
    values = np.append(values[np.isfinite(values)], 0.0)
    low, high = float(values.min()), float(values.max())
    room = 0.06 * (high - low) or 1.0
    return [low - room, high + room]
