"""The picture of chains: what was drawn one after the other, and where it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import shown_number
from socluster.plot.signs import sign
from socluster.plot.style import FALL, LAYER_COLORS
from socluster.plot.tables.outcome import read_numbers
from socluster.plot.tables.panels import axis_of, stack_panels
from socluster.words import Language, count, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["traces"]


@for_any_width
@checked
def traces(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Have the chains of a simulation settled?

    Each quantity has a drawing, each chain a line; the dashed line is the observed value. Chains that have settled look
    alike, without a trend, and lie around the observed value.

    Parameters
    ----------
    frame : DataFrame
        One row per quantity, chain and draw (index: the quantity); columns chain, draw, value, observed.
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
        If a column is missing or has no numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> draws = {"chain": [1, 1], "draw": [1, 2], "value": [19.0, 23.0], "observed": [20.0, 20.0]}
    >>> traces(pd.DataFrame(draws, index=["edges", "edges"])).layout.meta["alt"]
    'edges: 2 draws of mean 21, observed 20.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("chain", "draw", "value", "observed"), ())
    names = [str(each) for each in table.index]
    table = table.reset_index(drop=True)
    panels = [(name, table[[each == name for each in names]]) for name in dict.fromkeys(names)]
    figure = blank(spoken)
    for panel, (_, rows) in enumerate(panels):
        _draw(figure, panel, rows, spoken)
    notes = [sign("—", LAYER_COLORS[0], say("a chain", spoken)), sign("╌", FALL, say("observed", spoken))]
    figure.update_layout(
        title=titled(title or "", notes if panels else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [_told(name, rows, spoken) for name, rows in panels], spoken)},
    )
    stack_panels(figure, [name for name, _ in panels], [say("draw", spoken, context="axis")] * len(panels))
    add_caption(figure, caption)
    return figure


def _draw(figure: go.Figure, panel: int, rows: pd.DataFrame, language: Language) -> None:
    axis = axis_of(panel)
    axes = {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}
    for at, (chain, drawn) in enumerate(rows.groupby("chain", sort=True)):
        hover = [
            say("chain {chain}, draw {draw}: {value}", language, chain=int(chain), draw=int(draw), value=value)
            for draw, value in zip(
                drawn["draw"], [shown_number(each, language) for each in drawn["value"]], strict=True
            )
        ]
        figure.add_scatter(
            x=drawn["draw"], y=drawn["value"], mode="lines", opacity=0.7, hoverinfo="text", hovertext=hover,
            line={"color": LAYER_COLORS[at % len(LAYER_COLORS)], "width": 1}, **axes,
        )  # fmt: skip
    ends = np.array([rows["draw"].min(), rows["draw"].max()])
    figure.add_scatter(
        x=ends, y=rows["observed"].iloc[[0, 0]], mode="lines", hoverinfo="skip",
        line={"color": FALL, "width": 2, "dash": "dash"}, **axes,
    )  # fmt: skip


def _told(name: str, rows: pd.DataFrame, language: Language) -> str:
    values = {
        "name": name,
        "mean": shown_number(float(rows["value"].mean()), language),
        "observed": shown_number(float(rows["observed"].iloc[0]), language),
    }
    return count(
        "{name}: {n} draw of mean {mean}, observed {observed}",
        "{name}: {n} draws of mean {mean}, observed {observed}",
        len(rows),
        language,
        **values,
    )
