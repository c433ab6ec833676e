"""The picture of an uncertain ranking: for each actor its rank, and the ranks that it has in the draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number, shown_percent
from socluster.plot.signs import sign
from socluster.plot.style import GREY, INK, PAPER, RISE, rgba
from socluster.plot.tables.outcome import check, not_shown, read_numbers, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import fitted, plain
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["ranks"]

_MOST = 40
_COLUMNS = ("rank", "rank_median", "rank_low", "rank_high", "on_top")


@for_any_width
@checked
def ranks(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Who is first, and how certain is that?

    For every actor, in the order of the table, the interval of its rank in the draws as a bar, the median as a dot, and
    the rank in the data as a line across. Who is first is on the left.

    Parameters
    ----------
    frame : DataFrame
        One row per actor (index), as `rank_stability(...).to_frame()` gives it; columns rank, rank_median, rank_low,
        rank_high, and on_top (share of the draws among the first, from 0 to 1). A row without ranks has no marks.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        Of more than 40 rows the first 40, and a line that says how many are left out.

    Raises
    ------
    InputError
        If a column is missing or has no numbers, a share is outside 0 to 1, or an interval ends before it begins.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame(
    ...     {"rank": [1.0], "rank_median": [1.0], "rank_low": [1.0], "rank_high": [3.0], "on_top": [0.9]}, ["Clinic"]
    ... )
    >>> ranks(frame).layout.meta["alt"]
    'Clinic: rank 1, in the draws 1 [1; 3], on top in 90%.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, _COLUMNS, ())
    check(table, intervals=(("rank_low", "rank_high"),), shares=("on_top",))
    told = [_told(table.iloc[row], spoken) for row in range(len(table))]
    named = list(zip(row_names(table, spoken), told, strict=True))[:_MOST]
    said = [f"{name}: {text}" for name, text in named]
    hidden = max(len(table) - _MOST, 0)
    rows = FigureRows(tuple(lines_of_text(name, text) for name, text in named))
    figure = blank(spoken)
    _draw(figure, table.head(_MOST), rows, [plain(each) for each in said])
    notes = [
        sign("●", RISE, say("median", spoken)),
        sign("▬", RISE, say("interval", spoken), strength=0.4),
        sign("│", INK, say("in the data", spoken)),
    ]
    foot = not_shown(hidden, spoken) if hidden else ""
    figure.update_layout(
        showlegend=False,
        title=titled(title or "", notes if said else [], spoken, subtitle=subtitle),
        xaxis=scale(fitted(say("rank", spoken, context="axis"), lines=1), **_span(table)),
        meta={"alt": described(title or "", [*said, *([foot] if foot else [])], spoken)},
    )
    rows.dress(figure, 1, foot)
    add_caption(figure, caption)
    return figure


def _draw(figure: go.Figure, shown: pd.DataFrame, rows: FigureRows, hovers: list[str]) -> None:
    """Draw the bars, the lines across and the dots."""
    gap = np.full(len(shown), np.nan)
    figure.add_scatter(
        x=np.column_stack([shown["rank_low"], shown["rank_high"], gap]).ravel(),
        y=np.column_stack([rows.strips, rows.strips, gap]).ravel(),
        mode="lines",
        line={"color": rgba(RISE, 0.4), "width": 7},
        hoverinfo="skip",
    )
    across = {"symbol": "line-ns", "size": rows.reach, "line": {"color": INK, "width": 2}}
    dots = {"size": 11, "color": RISE, "line": {"color": PAPER, "width": 1.5}}
    for column, marker in (("rank", across), ("rank_median", dots)):
        figure.add_scatter(
            x=shown[column], y=rows.strips, mode="markers", marker=marker, hoverinfo="text", hovertext=hovers
        )


def _span(table: pd.DataFrame) -> dict[str, object]:
    """Return how far the scale goes, from the first rank on; its lines are at whole ranks."""
    ends = table[["rank", "rank_high"]].to_numpy()
    last = max(float(np.nanmax(ends, initial=1.0)), 2.0)
    step = max(1, int(np.ceil(last / 10)))
    ticks = sorted({1, *range(step, int(last) + 1, step)} - ({step} if 1 < step < 3 else set()))
    return {"range": [0.5, last + 0.5], "tickvals": ticks, "showgrid": True, "linecolor": GREY}


def _told(row: pd.Series[float], language: Language) -> str:
    """Return the rank in the data, those in the draws, and how often among the first."""
    if np.isnan(row["rank_median"]):
        return say("no rank", language)
    shown = {
        key.removeprefix("rank_"): shown_number(row[key], language, decimals=decimals_for([round(row[key], 1)]))
        for key in _COLUMNS[:4]
    }
    return say(
        "rank {rank}, in the draws {median} [{low}; {high}], on top in {share}",
        language,
        **shown,
        share=shown_percent(row["on_top"], language),
    )
