"""The picture of values before and after: a line per actor or measure, from a hollow mark to a filled one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import FALL, GREY, GRID, INK, RISE, rgba
from socluster.plot.tables.outcome import read_numbers, row_names
from socluster.plot.text import fitted, line_room, plain, text_width, wrap
from socluster.words import Language, number, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["dumbbell"]

_ROW, _FOOT = 36, 56  # pixels: a row, and the scale below the drawing
_LETTERS = 22  # of a line of a name


@for_any_width
@checked
def dumbbell(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
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
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        A row whose value is undefined on one side shows the other side only, below all others.

    Raises
    ------
    InputError
        If a column is missing or has no numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"before": [1.0, 4.0], "after": [3.0, 3.5]}, index=["School", "Clinic"])
    >>> dumbbell(frame).layout.meta["alt"]
    'School: 1 → 3 (+2). Clinic: 4.0 → 3.5 (−0.5).'
    """

    spoken = check_language(language)
    optional = ("before_low", "before_high", "after_low", "after_high")
    table = read_numbers(frame, ("before", "after"), optional)
    change = table["after"] - table["before"]
    table = table.assign(change=change).iloc[np.argsort(-change.to_numpy(), kind="stable")]
    table["row"] = -np.arange(len(table), dtype=float)
    figure = blank(spoken)
    for side, colored in (("before", False), ("after", True)):
        if {f"{side}_low", f"{side}_high"} <= set(table.columns):
            figure.add_trace(_pale_bars(table, side, colored))
    for direction, entry in _entries(table["change"], spoken).items():
        rows = table[_direction(table["change"]) == direction]
        figure.add_traces(_dumbbells(rows, direction, entry, spoken))
    notes = _notes(table["change"], spoken)
    figure.update_layout(
        title=titled(title or "", notes if len(table) else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", _sentences(table, spoken), spoken)},
    )
    _dress_dumbbell(figure, table, label, spoken)
    add_caption(figure, caption)
    return figure


_SIGNS = {"rise": "▶", "fall": "◀", "same": "●", "one side": "◆"}
_LOOKS = {
    "rise": (RISE, "triangle-right"),
    "fall": (FALL, "triangle-left"),
    "same": (GREY, "circle"),
    "one side": (GREY, "diamond"),
}


def _direction(change: pd.Series[Any]) -> pd.Series[Any]:
    names = np.select([change > 0, change < 0, change == 0], ["rise", "fall", "same"], "one side")
    return pd.Series(names, index=change.index)


def _entries(change: pd.Series[Any], language: Language) -> dict[str, str]:
    """What the legend says, for each direction that is there."""
    found = _direction(change).value_counts()
    n = {direction: number(int(found.get(direction, 0)), language) for direction in _LOOKS}
    entries = {
        "rise": say("rise ({n})", language, n=n["rise"]),
        "fall": say("fall ({n})", language, n=n["fall"]),
        "same": say("no change ({n})", language, n=n["same"]),
        "one side": say("defined on one side only ({n})", language, n=n["one side"]),
    }
    return {direction: entry for direction, entry in entries.items() if direction in found}


def _notes(change: pd.Series[Any], language: Language) -> list[str]:
    """What the marks are, each sign in the colour of the marks; grey where these have several."""
    entries = _entries(change, language)
    colors = {_LOOKS[direction][0] for direction in entries}
    before = sign("○", colors.pop() if len(colors) == 1 else GREY, say("before", language))
    turned = [sign(_SIGNS[each], _LOOKS[each][0], "").strip() for each in ("rise", "fall") if each in entries]
    after = [" ".join([*turned, say("after", language)])] if turned else []
    order = [say("sorted by change, from the largest rise to the largest fall", language)] if len(change) > 1 else []
    return [before, *after, *(sign(_SIGNS[each], _LOOKS[each][0], entry) for each, entry in entries.items()), *order]


def _dumbbells(rows: pd.DataFrame, direction: str, entry: str, language: Language) -> list[Any]:
    import plotly.graph_objects as go

    color, symbol = _LOOKS[direction]
    gap = np.full(len(rows), np.nan)
    shared = {
        "legendgroup": direction,
        "mode": "markers",
        "hoverinfo": "text",
        "hovertext": [plain(each) for each in _sentences(rows, language)],
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
    after = go.Scatter(x=rows["after"], y=rows["row"], marker=filled, name=entry, **shared)
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


def _sentences(rows: pd.DataFrame, language: Language) -> list[str]:
    """Each row with its values and its change."""
    sentences = []
    for name, row in zip(row_names(rows, language), rows.to_dict("records"), strict=True):
        places = decimals_for([row["before"], row["after"]])
        before, after = (shown_number(row[side], language, decimals=places) for side in ("before", "after"))
        change = shown_number(row["change"], language, decimals=places, sign=True)
        sentences.append(f"{name}: {before} → {after} ({change})")
    return sentences


def _dress_dumbbell(figure: go.Figure, table: pd.DataFrame, label: str | None, language: Language) -> None:
    places = decimals_for(table["change"])
    changes = [shown_number(value, language, decimals=places, sign=True) for value in table["change"]]
    names = [wrap(name, _LETTERS) for name in row_names(table, language)]
    ticks = [f"{name}  <span style='color:{GREY}'>{change}</span>" for name, change in zip(names, changes, strict=True)]
    widths = [
        text_width(line) + (text_width(f"  {change}") if last else 0)
        for name, change in zip(names, changes, strict=True)
        for lines in [name.split("<br>")]
        for line, last in zip(lines, [*[False] * (len(lines) - 1), True], strict=True)
    ]
    left = 14 + max(widths, default=0)
    room = _ROW * max(len(table), 1)
    head = head_height(figure.layout.title.to_plotly_json()) + 16
    figure.update_layout(
        height=head + _FOOT + room,
        margin={"l": left, "r": 16, "t": head, "b": _FOOT},
        yaxis={
            "tickvals": table["row"].tolist(),
            "ticktext": ticks,
            "range": [-len(table) + 0.4, 0.6],
            "automargin": False,
            "tickfont": {"size": 12},
        },
        xaxis={
            "title": {
                "text": fitted(label or "", max(line_room() - left, 90)),
                "standoff": 8,
                "font": {"size": 12},
            },
            "automargin": False,
            "showgrid": True,
            "gridcolor": GRID,
            "nticks": 6,
        },
        showlegend=False,
        hovermode="closest",
        dragmode="pan",
    )
