"""The picture of differences: the median of each as a point, its interval as a bar around zero, both in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number, shown_percent
from socluster.plot.signs import signs_drawn
from socluster.plot.style import GREY, RISE, rgba
from socluster.plot.tables.outcome import check, read_numbers, row_names
from socluster.plot.text import fitted, plain, with_p
from socluster.words import Language, marked, number, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["intervals"]

_ROW = 92
_STUB = 0.04  # of the side of zero on which nothing is, where all rows share one scale
# What the point of a row may be, by its column; the picture says it.
_POINTS = {
    "median": marked("median"),
    "delta": marked("median"),
    "mean": marked("mean"),
    "estimate": marked("estimate"),
    "difference": marked("difference"),
}


@for_any_width
@checked
def intervals(
    frame: pd.DataFrame,
    /,
    *,
    same_scale: bool = False,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How large is each difference, and how sure is it?

    Every row shows the median (or the mean, an estimate, a difference) as a point and the interval as a bar around the
    zero line, both in numbers. Points are filled where the interval excludes zero. Each row has its own scale, because
    differences of a density and of a betweenness have nothing in common; zero is at the same place in all.

    Parameters
    ----------
    frame : DataFrame
        One row per measure or candidate (index; several levels are joined); columns median (or delta, mean, estimate or
        difference: the picture says which), low, high and, optionally, probability (or p_improvement): of improvement,
        from 0 to 1. Where that is undefined p_increase is shown, if there is such a column; otherwise p (a p-value,
        from 0 to 1).
    same_scale : bool, default False
        Whether all rows are in one unit and share one scale, as candidates for one goal do.
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
    >>> frame = pd.DataFrame({"median": 0.02, "low": 0.01, "high": 0.04, "probability": 0.99}, index=["density"])
    >>> intervals(frame).layout.meta["alt"]
    'density: +0.02 [+0.01; +0.04], P(improves) 99...%.'
    """

    spoken = check_language(language)
    point = next((column for column in _POINTS if column in frame), "median")
    same = {point: "median"} | ({} if "probability" in frame else {"p_improvement": "probability"})
    others = [column for column in _POINTS if column != point]
    given = frame.drop(columns=others, errors="ignore").rename(columns=same)
    table = read_numbers(given, ("median", "low", "high"), ("probability", "p_increase", "p"))
    check(table, intervals=(("low", "high"),), shares=("probability", "p"))
    figure = blank(spoken)
    texts = _interval_texts(table, same_scale, spoken)
    reach = _reach(table, same_scale)
    signs = np.sign(np.nan_to_num(table[["median", "low", "high"]].to_numpy(float)))
    one_sided = same_scale and (signs >= 0).all() != (signs <= 0).all()
    ends = (_STUB if one_sided and (signs >= 0).all() else 1.0, _STUB if one_sided and (signs <= 0).all() else 1.0)
    names = row_names(table, spoken)
    for row, name in enumerate(names):
        values = table.iloc[row]
        last = row == len(table) - 1
        scale = (-reach[row] * ends[0], reach[row] * ends[1])
        _add_panel(figure, row, len(table), scale, show_ticks=last or not same_scale)
        figure.add_traces(_interval_traces(values, f"{name}: {texts[row]}", row))
        _add_row_text(figure, row, fitted(name, bold=True, lines=2), fitted(texts[row], lines=1))
    low_high = table[["low", "high"]].to_dict("records")
    notes = [
        say("point: {what}", spoken, what=say(_POINTS[point], spoken)),
        *signs_drawn("●", (RISE,), map(_color, low_high), say("interval excludes zero", spoken)),
        *signs_drawn("○", (GREY,), map(_color, low_high), say("interval contains zero", spoken)),
    ]
    heading = titled(title or "", notes if names else [], spoken, subtitle=subtitle)
    head, foot = head_height(heading) + 26, 32
    if label is not None and names:
        foot += _add_label(figure, len(names) - 1, label)
    figure.update_layout(
        height=head + foot + _ROW * max(len(table), 1),
        margin={"l": 12, "r": 12, "t": head, "b": foot},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        title=heading,
        meta={
            "alt": described(title or "", [f"{name}: {text}" for name, text in zip(names, texts, strict=True)], spoken)
        },
    )
    add_caption(figure, caption)
    return figure


def _add_label(figure: go.Figure, last: int, label: str) -> int:
    """Write below the last row what the values are; return the pixels that it takes."""
    written = fitted(label, size=11)
    title = {"text": written, "standoff": 4, "font": {"size": 11, "color": GREY}}
    figure.update_layout({f"xaxis{_axis(last)}": {"title": title}})
    return 6 + 15 * (written.count("<br>") + 1)


def _interval_texts(table: pd.DataFrame, same_scale: bool, language: Language) -> list[str]:
    shared = decimals_for(table[["median", "low", "high"]].to_numpy().ravel()) if same_scale else None
    texts = []
    for row in table.to_dict("records"):
        places = decimals_for([row["median"], row["low"], row["high"]]) if shared is None else shared
        middle, low, high = (
            shown_number(row[key], language, decimals=places, sign=True) for key in ("median", "low", "high")
        )
        text = f"{middle} [{low}; {high}]"
        if pd.notna(row.get("probability")):
            text += f", {say('P(improves) {share}', language, share=shown_percent(row['probability'], language))}"
        elif pd.notna(row.get("p_increase")):
            text += f", {say('P(increases) {share}', language, share=shown_percent(row['p_increase'], language))}"
        elif pd.notna(row.get("p")):
            text += f", {with_p(say('p = {p}', language, p=number(row['p'], language, digits=2)))}"
        texts.append(text)
    return texts


def _reach(table: pd.DataFrame, same_scale: bool) -> list[float]:
    """How far the axis of each row goes on both sides of zero."""
    sizes = table[["median", "low", "high"]].abs().to_numpy()
    farthest = np.where(np.isfinite(sizes), sizes, 0).max(axis=1, initial=0)
    if same_scale:
        farthest = np.full(len(table), farthest.max(initial=0))
    return [float(size) * 1.12 if size > 0 else 1.0 for size in farthest]


def _axis(row: int) -> str:
    return "" if row == 0 else str(row + 1)


def _add_panel(figure: go.Figure, row: int, n: int, scale: tuple[float, float], show_ticks: bool) -> None:
    """One row: two lines of text above, the interval in the middle, its scale below."""
    top, bottom = 1 - (row + 0.5) / n, 1 - (row + 0.78) / n
    axis = _axis(row)
    figure.update_layout(
        {
            f"xaxis{axis}": {
                "range": list(scale),
                "anchor": f"y{axis}",
                "nticks": 5,
                "showline": True,
                "ticks": "outside" if show_ticks else "",
                "showticklabels": show_ticks,
                "tickfont": {"size": 11, "color": GREY},
                "fixedrange": True,
            },
            f"yaxis{axis}": {
                "domain": [max(bottom, 0), top],
                "range": [-1, 1],
                "anchor": f"x{axis}",
                "visible": False,
                "fixedrange": True,
            },
        }
    )
    figure.add_shape(
        type="line",
        x0=0,
        x1=0,
        y0=-1,
        y1=1,
        xref=f"x{axis}",
        yref=f"y{axis}",
        line={"color": GREY, "width": 1, "dash": "dot"},
        layer="below",
    )


def _color(values: Mapping[Any, float] | pd.Series[Any]) -> str:
    return RISE if values["low"] > 0 or values["high"] < 0 else GREY


def _interval_traces(values: pd.Series[Any], text: str, row: int) -> list[Any]:
    import plotly.graph_objects as go

    color = _color(values)
    axes = {"xaxis": f"x{_axis(row)}", "yaxis": f"y{_axis(row)}", "hoverinfo": "text", "hovertext": plain(text)}
    bar = go.Scatter(
        x=[values["low"], values["high"]], y=[0, 0], mode="lines", line={"color": rgba(color, 0.55), "width": 7}, **axes
    )
    marker = {"size": 13, "color": "white" if color == GREY else color, "line": {"color": color, "width": 2.5}}
    point = go.Scatter(x=[values["median"]], y=[0], mode="markers", marker=marker, **axes)
    return [bar, point]


def _add_row_text(figure: go.Figure, row: int, name: str, text: str) -> None:
    axis = _axis(row)
    where = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": f"y{axis} domain", "yanchor": "bottom"}
    figure.add_annotation(text=f"<b>{name}</b><br>{text}", align="left", showarrow=False, font={"size": 12}, **where)
