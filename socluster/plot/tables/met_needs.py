"""The picture of coverage: for every need a bar as long as the need, filled as far as it is met."""

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
from socluster.plot.style import GREY, RISE, TRACK, rgba
from socluster.plot.tables.outcome import check, not_shown, read_numbers, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import plain
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["met_needs"]

_MOST = 40
_HALF = 8  # pixels: half the height of a bar


@for_any_width
@checked
def met_needs(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How much of every need is met?

    A pale bar is as long as the need; its blue part is what is surely met, and the lighter blue part what may be met
    instead of something else. The needs with the largest gaps come first.

    Parameters
    ----------
    frame : DataFrame
        One row per need (index: its name); columns needed, met_low, met_high: the least and the most of it that is met,
        which are equal where nothing competes.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 40 needs.

    Raises
    ------
    InputError
        If a column is missing, holds no numbers, or the most that is met is less than the least.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"needed": [20.0], "met_low": [12.0], "met_high": [12.0]}, index=["Kelmė, day care"])
    >>> met_needs(frame).layout.meta["alt"]
    'Kelmė, day care: 12 of 20 are met.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("needed", "met_low", "met_high"), ())
    check(table, intervals=(("met_low", "met_high"),))
    table = table.iloc[np.argsort(-(table["needed"] - table["met_low"]).fillna(0).to_numpy(), kind="stable")]
    hidden = max(len(table) - _MOST, 0)
    table = table.head(_MOST)
    told = _told(table, spoken)
    names = row_names(table, spoken)
    rows = FigureRows(tuple(lines_of_text(name, text[len(name) + 2 :]) for name, text in zip(names, told, strict=True)))
    figure = blank(spoken)
    for column, color in (("needed", TRACK), ("met_high", rgba(RISE, 0.35)), ("met_low", RISE)):
        figure.add_bar(
            x=table[column].to_numpy(),
            y=rows.strips,
            width=2 * _HALF,
            orientation="h",
            marker={"color": color, "line": {"color": GREY, "width": 1 if column == "needed" else 0}},
            hoverinfo="text",
            hovertext=[plain(each) for each in told],
        )
    notes = [sign("■", RISE, say("met", spoken)), sign("□", GREY, say("needed", spoken))]
    if (table["met_low"] < table["met_high"]).any():
        notes.insert(1, sign("▒", RISE, say("met, or something else instead", spoken), strength=0.35))
    if len(table) > 1:
        notes.append(say("sorted by what is missing, most first", spoken))
    shown = [*told, *([not_shown(hidden, spoken)] if hidden else [])]
    figure.update_layout(
        barmode="overlay",
        showlegend=False,
        title=titled(title or "", notes if told else [], spoken, subtitle=subtitle),
        xaxis=scale(say("needed and met", spoken), rangemode="tozero"),
        meta={"alt": described(title or "", shown, spoken)},
    )
    rows.dress(figure, 1, not_shown(hidden, spoken) if hidden else "")
    add_caption(figure, caption)
    return figure


def _told(table: pd.DataFrame, language: Language) -> list[str]:
    told = []
    for name, row in zip(row_names(table, language), table.to_dict("records"), strict=True):
        places = decimals_for([row["needed"], row["met_low"], row["met_high"]])
        needed, low, high = (
            shown_number(row[column], language, decimals=places) for column in ("needed", "met_low", "met_high")
        )
        if low == high:
            told.append(say("{need}: {met} of {needed} are met", language, need=name, met=low, needed=needed))
        else:
            values = {"need": name, "low": low, "high": high, "needed": needed}
            told.append(say("{need}: {low} to {high} of {needed} are met", language, **values))
    return told
