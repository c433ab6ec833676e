"""The picture of values before and after: a line per actor or measure, from a hollow mark to a filled one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.plot.caption import head_height
from socluster.plot.caption import title as titled
from socluster.plot.style import FALL, GREY, INK, RISE, rgba, template
from socluster.plot.tables.outcome import read_numbers, row_names
from socluster.plot.words import Language, decimals_for, number, plain, read_language, say, wrap

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["dumbbell"]

_ROW, _FOOT = 36, 110


def dumbbell(
    frame: pd.DataFrame, /, *, label: str | None = None, title: str | None = None, language: str = "en"
) -> go.Figure:
    """Who gains and who loses?

    Every row is a line from the value before (hollow) to the value after (filled): blue and pointing right where it
    rises, orange and pointing left where it falls. Rows are sorted by the change, the largest rise on top.

    Parameters
    ----------
    frame : DataFrame
        One row per actor or measure (index); columns before and after and, optionally, before_low, before_high,
        after_low and after_high (intervals, drawn as pale bars).
    label : str, optional
        What the numbers are, for the axis.
    title : str, optional
        Default: none.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        A row whose value is undefined on one side shows the other side only, below all others.

    Raises
    ------
    InputError
        If a column is missing or holds no numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"before": [1.0, 4.0], "after": [3.0, 3.5]}, index=["School", "Clinic"])
    >>> dumbbell(frame).layout.meta["alt"]
    'School: 1 → 3 (+2). Clinic: 4.0 → 3.5 (−0.5).'
    """
    import plotly.graph_objects as go

    spoken = read_language(language)
    optional = ("before_low", "before_high", "after_low", "after_high")
    table = read_numbers(frame, ("before", "after"), optional)
    change = table["after"] - table["before"]
    table = table.assign(change=change).iloc[np.argsort(-change.to_numpy(), kind="stable")]
    table["row"] = -np.arange(len(table), dtype=float)
    figure = go.Figure(layout={"template": template(spoken)})
    for side, colored in (("before", False), ("after", True)):
        if {f"{side}_low", f"{side}_high"} <= set(table.columns):
            figure.add_trace(_pale_bars(table, side, colored))
    for direction, look in _DIRECTIONS.items():
        rows = table[_direction(table["change"]) == direction]
        if len(rows):
            figure.add_traces(_dumbbells(rows, direction, look, spoken))
    sentences = [
        _change_sentence(name, row, spoken)
        for name, row in zip(row_names(table), table.to_dict("records"), strict=True)
    ]
    notes = [f"○ {say('before', spoken)}", f"▶ ◀ {say('after', spoken)}"]
    alt = " ".join([f"{title}.", *sentences] if title else sentences)
    figure.update_layout(title=titled(title or "", notes), meta={"alt": alt})
    _dress_dumbbell(figure, table, label, spoken)
    return figure


_DIRECTIONS = {
    "rise": (RISE, "triangle-right"),
    "fall": (FALL, "triangle-left"),
    "no change": (GREY, "circle"),
    "on one side only": (GREY, "diamond"),
}


def _direction(change: pd.Series[Any]) -> pd.Series[Any]:
    words = np.select([change > 0, change < 0, change == 0], ["rise", "fall", "no change"], "on one side only")
    return pd.Series(words, index=change.index)


def _dumbbells(rows: pd.DataFrame, direction: str, look: tuple[str, str], language: Language) -> list[Any]:
    import plotly.graph_objects as go

    color, symbol = look
    sentences = [
        _change_sentence(name, row, language)
        for name, row in zip(row_names(rows), rows.to_dict("records"), strict=True)
    ]
    gap = np.full(len(rows), np.nan)
    shared = {
        "legendgroup": direction,
        "mode": "markers",
        "hoverinfo": "text",
        "hovertext": [plain(each) for each in sentences],
    }
    line = go.Scatter(
        x=np.column_stack([rows["before"], rows["after"], gap]).ravel(),
        y=np.column_stack([rows["row"], rows["row"], gap]).ravel(),
        mode="lines",
        line={"color": rgba(color, 0.55), "width": 3},
        hoverinfo="skip",
        legendgroup=direction,
        showlegend=False,
    )
    hollow = {"color": "white", "size": 9, "line": {"color": color, "width": 2}}
    before = go.Scatter(x=rows["before"], y=rows["row"], marker=hollow, showlegend=False, **shared)
    filled = {"color": color, "size": 12, "symbol": symbol, "line": {"color": "white", "width": 1}}
    name = f"{say(direction, language)} ({len(rows)})"
    after = go.Scatter(x=rows["after"], y=rows["row"], marker=filled, name=name, **shared)
    return [line, before, after]


def _pale_bars(table: pd.DataFrame, side: str, colored: bool) -> Any:
    """The interval of one side, a little above or below the line."""
    import plotly.graph_objects as go

    gap = np.full(len(table), np.nan)
    row = table["row"] + (-0.18 if colored else 0.18)
    return go.Scatter(
        x=np.column_stack([table[f"{side}_low"], table[f"{side}_high"], gap]).ravel(),
        y=np.column_stack([row, row, gap]).ravel(),
        mode="lines",
        line={"color": rgba(INK, 0.35 if colored else 0.18), "width": 3},
        hoverinfo="skip",
        showlegend=False,
    )


def _change_sentence(name: str, row: dict[str, Any], language: Language) -> str:
    places = decimals_for([row["before"], row["after"]])
    before, after = (number(row[side], language, decimals=places) for side in ("before", "after"))
    change = number(row["change"], language, decimals=places, sign=True)
    return f"{name}: {before} → {after} ({change})."


def _dress_dumbbell(figure: go.Figure, table: pd.DataFrame, label: str | None, language: Language) -> None:
    places = decimals_for(table["change"])
    changes = [number(value, language, decimals=places, sign=True) for value in table["change"]]
    ticks = [
        f"{wrap(name, 24)}  <span style='color:{GREY}'>{change}</span>"
        for name, change in zip(row_names(table), changes, strict=True)
    ]
    head = head_height(figure.layout.title.to_plotly_json()) + 16
    figure.update_layout(
        height=head + _FOOT + _ROW * max(len(table), 1),
        margin={"l": 10, "r": 16, "t": head, "b": _FOOT},
        yaxis={"tickvals": table["row"].tolist(), "ticktext": ticks, "range": [-len(table) + 0.4, 0.6]},
        xaxis={
            "title": {"text": plain(label or ""), "standoff": 8},
            "showgrid": True,
            "gridcolor": "#eaeef2",
            "nticks": 6,
        },
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom", "x": 0, "xref": "container"},
        hovermode="closest",
        dragmode="pan",
    )
