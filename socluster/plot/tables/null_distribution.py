"""The picture of a null: what chance gives, as bars, and where the observed value lies, as a line."""

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
from socluster.plot.style import FALL, GREY, rgba
from socluster.plot.tables.outcome import check, read_numbers, row_names
from socluster.plot.text import fitted, plain, with_p
from socluster.words import Language, marked, number, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["null_distribution"]

_ROW, _STRIP = 176, 0.5  # pixels of a row, and the part of it that the bars take


@for_any_width
@checked
def null_distribution(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """What does chance give, and where does the observed value lie?

    Every quantity has a row: grey bars say how often the null gives values of each size, the orange line is the
    observed value. Each row has its own scale.

    Parameters
    ----------
    frame : DataFrame
        One row per bar; index: the quantity, whose bars follow each other. Columns low and high (ends of the bar),
        probability (how often the null gives such a value, from 0 to 1), observed (the same in all bars of a
        quantity; NaN: no line) and, optionally, p (from 0 to 1, the same in all bars of a quantity).
    label : str, optional
        What the bars say (default: how often the null gives each value).
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
        If a column is missing, holds no numbers, or a bar ends before it begins.

    Examples
    --------
    >>> import pandas as pd
    >>> bars = pd.DataFrame({"low": [0.1, 0.2], "high": [0.2, 0.3], "probability": [0.9, 0.1], "observed": 0.28})
    >>> null_distribution(bars.set_axis(["density", "density"])).layout.meta["alt"]
    'density: observed 0.28; the bars of the null reach from 0.10 to 0.30.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("low", "high", "probability", "observed"), ("p",))
    check(table, intervals=(("low", "high"),), shares=("probability", "p"))
    names = row_names(table, spoken)
    quantities = list(dict.fromkeys(names))
    figure = blank(spoken)
    texts = []
    for row, name in enumerate(quantities):
        bars = table[[each == name for each in names]]
        texts.append(_text(bars, spoken, of_null=label is None))
        _add_panel(figure, row, len(quantities))
        figure.add_trace(_bars(bars, row, spoken))
        observed = float(bars["observed"].iloc[0])
        if np.isfinite(observed):
            _add_line(figure, row, observed)
        _add_text(figure, row, fitted(name, bold=True, lines=2), fitted(texts[-1]))
    notes = (
        [
            sign("■", GREY, plain(label or say("how often the null gives it", spoken)), strength=0.35),
            sign("┃", FALL, say("observed", spoken)),
        ]
        if quantities
        else []
    )
    heading = titled(title or "", notes, spoken, subtitle=subtitle)
    head = head_height(heading) + 26
    told = [f"{name}: {text}" for name, text in zip(quantities, texts, strict=True)]
    figure.update_layout(
        height=head + 32 + _ROW * max(len(quantities), 1),
        margin={"l": 12, "r": 12, "t": head, "b": 32},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        bargap=0,
        title=heading,
        meta={"alt": described(title or "", told, spoken)},
    )
    add_caption(figure, caption)
    return figure


def _text(bars: pd.DataFrame, language: Language, *, of_null: bool) -> str:
    some = bars[bars["probability"] > 0]
    ends = [some["low"].min(), some["high"].max()] if len(some) else [np.nan, np.nan]
    values = [float(bars["observed"].iloc[0]), *ends]
    places = decimals_for(values)
    observed, low, high = (shown_number(each, language, decimals=places) for each in values)
    told = {"observed": observed, "low": low, "high": high}
    if not of_null:
        return say("observed {observed}; the bars reach from {low} to {high}", language, **told)
    p = float(bars["p"].iloc[0]) if "p" in bars else np.nan
    if np.isfinite(p):
        told["p"] = number(p, language, digits=2)
        message = marked("observed {observed}, p = {p}; the bars of the null reach from {low} to {high}")
        return with_p(say(message, language, **told))
    return say("observed {observed}; the bars of the null reach from {low} to {high}", language, **told)


def _axis(row: int) -> str:
    return "" if row == 0 else str(row + 1)


def _add_panel(figure: go.Figure, row: int, n: int) -> None:
    """One row: two lines of text above, the bars in the middle, their scale below."""
    axis, bottom = _axis(row), 1 - (row + 0.875) / n
    figure.update_layout(
        {
            f"xaxis{axis}": {
                "anchor": f"y{axis}",
                "nticks": 6,
                "showline": True,
                "ticks": "outside",
                "tickfont": {"size": 11, "color": GREY},
                "fixedrange": True,
            },
            f"yaxis{axis}": {
                "domain": [max(bottom, 0), max(bottom, 0) + _STRIP / n],
                "rangemode": "tozero",
                "anchor": f"x{axis}",
                "visible": False,
                "fixedrange": True,
            },
        }
    )


def _bars(bars: pd.DataFrame, row: int, language: Language) -> Any:
    import plotly.graph_objects as go

    widths = (bars["high"] - bars["low"]).to_numpy()
    places = decimals_for(bars[["low", "high"]].to_numpy().ravel())
    ends = bars[["low", "high"]].to_numpy()
    shares = bars["probability"].fillna(0.0)
    hovers = [
        "{} – {}: {}".format(
            *(shown_number(each, language, decimals=places) for each in pair), shown_number(share, language)
        )
        for pair, share in zip(ends, shares, strict=True)
    ]
    return go.Bar(
        x=bars["low"] + widths / 2,
        y=shares / np.where(widths > 0, widths, 1.0),
        width=np.where(widths > 0, widths, 1.0),
        marker={"color": rgba(GREY, 0.35), "line": {"color": "white", "width": 0.5}},
        hoverinfo="text",
        hovertext=[plain(each) for each in hovers],
        xaxis=f"x{_axis(row)}",
        yaxis=f"y{_axis(row)}",
    )


def _add_line(figure: go.Figure, row: int, observed: float) -> None:
    import plotly.graph_objects as go

    axis = _axis(row)
    figure.add_shape(
        type="line",
        x0=observed,
        x1=observed,
        y0=0,
        y1=1,
        xref=f"x{axis}",
        yref=f"y{axis} domain",
        line={"color": FALL, "width": 3},
    )
    figure.add_trace(  # so that the scale reaches it
        go.Scatter(
            x=[observed],
            y=[0],
            mode="markers",
            marker={"size": 7, "color": FALL},
            hoverinfo="skip",
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
            cliponaxis=False,
        )
    )


def _add_text(figure: go.Figure, row: int, name: str, text: str) -> None:
    axis = _axis(row)
    where = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": f"y{axis} domain", "yanchor": "bottom"}
    figure.add_annotation(text=f"<b>{name}</b><br>{text}", align="left", showarrow=False, font={"size": 12}, **where)
