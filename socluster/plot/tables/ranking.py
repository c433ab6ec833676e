"""The picture of a ranking: what each candidate would gain, how sure that is, and how often it is the best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.clusters.curves import segments
from socluster.plot.figure import blank, for_any_width
from socluster.plot.names import quantity_name
from socluster.plot.numbers import decimals_for, shown_number, shown_percent
from socluster.plot.signs import signs_drawn
from socluster.plot.style import FALL, GREY, INK, RISE, TRACK, rgba
from socluster.plot.tables.outcome import check, not_shown, read_numbers, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import fitted, line_room, plain, under_pointer
from socluster.words import Language, percent, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["ranking"]

_MOST = 30
_ROOM = 1.62  # of the track of a probability and the number beside it, in tracks


@for_any_width
@checked
def ranking(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Which candidate would gain most, and how sure is that?

    Every row is a candidate, in the order of the table. Left, on one scale for all: the median gain as a point and its
    interval as a bar. Blue: the interval lies above zero; orange: below; grey and hollow: it contains zero. Right: the
    probability that the candidate is the best of all, as a bar from 0 to 100 %.

    Parameters
    ----------
    frame : DataFrame
        One row per candidate (index), as `Ranking.to_frame` returns it; columns gain, low, high, p_best (0..1) and,
        optionally, regret (what choosing it forgoes), cost, and defined (share of the draws in which the gain is
        defined).
    label : str, optional
        What the gain is a gain in, and its unit, for the axis.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        Of more than 30 candidates the first 30, and a line that says how many are left out.

    Raises
    ------
    InputError
        If a column is missing or has no numbers, an interval ends before it begins, or a probability is none.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"gain": [0.02], "low": [0.01], "high": [0.04], "p_best": [0.9]}, index=["Clinic"])
    >>> ranking(frame).layout.meta["alt"]
    'Clinic: +0.02 [+0.01; +0.04], probability of being best 90%.'
    """

    spoken = check_language(language)
    table = read_numbers(frame, ("gain", "low", "high", "p_best"), ("regret", "cost", "defined"))
    check(table, intervals=(("low", "high"),), shares=("p_best", "defined"))
    shown = table.iloc[:_MOST]
    names, texts = row_names(table, spoken)[:_MOST], _numbers(shown, spoken)
    rows = FigureRows(tuple(lines_of_text(name, *lines) for name, lines in zip(names, texts, strict=True)))
    hovers = _hovers(names, shown, spoken)
    figure = blank(spoken)
    figure.add_traces([_zero(rows), *_gains(shown, rows, hovers), *_chances(shown, rows, hovers, spoken)])
    foot = not_shown(len(table) - len(shown), spoken) if len(table) > len(shown) else ""
    told = [*_sentences(names, texts, shown, spoken), *([foot] if foot else [])]
    colors = _colors(shown).tolist()
    notes = [
        *signs_drawn("●", (RISE, FALL), colors, say("interval excludes zero", spoken)),
        *signs_drawn("○", (GREY,), colors, say("interval contains zero", spoken)),
    ]
    figure.update_layout(
        title=titled(title or "", notes if names else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", told, spoken)},
        showlegend=False,
        barmode="overlay",
    )
    axis_title = fitted(label or quantity_name("gain", spoken), 0.62 * line_room())
    _add_scales(figure, shown, axis_title, spoken)
    rows.dress(figure, max(2, axis_title.count("<br>") + 1), foot)
    add_caption(figure, caption)
    return figure


def _numbers(table: pd.DataFrame, language: Language) -> list[list[str]]:
    """Per row: the gain and its interval; then regret, cost and how often the gain is defined, where that is known."""
    places = decimals_for(table[["gain", "low", "high"]].to_numpy().ravel())
    further = {column: decimals_for(table[column]) for column in ("regret", "cost") if column in table}
    texts = []
    for row in table.to_dict("records"):
        gain, low, high = (
            shown_number(row[key], language, decimals=places, sign=True) for key in ("gain", "low", "high")
        )
        known = {column: _shown(float(row[column]), further[column], language) for column in further}
        more = _more(known, row, language, always=False)
        texts.append([f"{gain} [{low}; {high}]", " · ".join(more)])
    return texts


def _shown(value: float, decimals: int, language: Language) -> str:
    """Return a number in the decimals of its column; nothing at all needs none."""
    return shown_number(value, language, decimals=decimals if value else 0)


def _more(known: dict[str, str], row: dict[str, Any], language: Language, *, always: bool) -> list[str]:
    """What else is known of a candidate; that its gain is defined in all draws only where it is wanted always."""
    more = []
    if "regret" in known:
        more.append(say("mean regret: {regret}", language, regret=known["regret"]))
    if "cost" in known:
        more.append(say("cost: {cost}", language, cost=known["cost"]))
    if "defined" in row and (always or row["defined"] < 1):
        more.append(say("defined in {share} of draws", language, share=shown_percent(row["defined"], language)))
    return more


def _sentences(names: list[str], texts: list[list[str]], table: pd.DataFrame, language: Language) -> list[str]:
    chances = [shown_percent(chance, language) for chance in table["p_best"]]
    return [
        say("{name}: {gain}, probability of being best {share}", language, name=name, gain=lines[0], share=chance)
        for name, lines, chance in zip(names, texts, chances, strict=True)
    ]


def _hovers(names: list[str], table: pd.DataFrame, language: Language) -> list[str]:
    """The same in full words."""
    texts = []
    for name, row in zip(names, table.to_dict("records"), strict=True):
        gain, low, high = (shown_number(row[key], language, sign=True) for key in ("gain", "low", "high"))
        known = {column: shown_number(row[column], language) for column in ("regret", "cost") if column in row}
        lines = [
            say("median gain: {gain}", language, gain=gain),
            say("interval: {low} … {high}", language, low=low, high=high),
            say("probability of being best: {share}", language, share=shown_percent(row["p_best"], language)),
        ]
        texts.append(under_pointer(name, [*lines, *_more(known, row, language, always=True)]))
    return texts


def _zero(rows: FigureRows) -> Any:
    import plotly.graph_objects as go

    return go.Scatter(
        x=segments(np.zeros(len(rows.texts)), np.zeros(len(rows.texts))),
        y=segments(rows.strips - 11, rows.strips + 11),
        mode="lines",
        line={"color": GREY, "width": 1, "dash": "dot"},
        hoverinfo="skip",
    )


def _colors(table: pd.DataFrame) -> Array:
    colors: Array = np.select([table["low"] > 0, table["high"] < 0], [RISE, FALL], GREY)
    return colors


def _gains(table: pd.DataFrame, rows: FigureRows, hovers: list[str]) -> list[Any]:
    """One bar and one point per row, in the colour of what is sure about it."""
    import plotly.graph_objects as go

    colors = _colors(table)
    traces: list[Any] = []
    for color in (RISE, FALL, GREY):
        of_color = colors == color
        if of_color.any():
            line = {"color": rgba(color, 0.55), "width": 7}
            x, y = segments(table["low"][of_color], table["high"][of_color]), rows.strips[of_color]
            traces.append(go.Scatter(x=x, y=segments(y, y), mode="lines", line=line, hoverinfo="skip"))
    marker = {
        "size": 13,
        "color": np.where(colors == GREY, "white", colors).tolist(),
        "line": {"color": colors.tolist(), "width": 2.5},
    }
    shared = {"hoverinfo": "text", "hovertext": hovers}
    return [*traces, go.Scatter(x=table["gain"], y=rows.strips, mode="markers", marker=marker, **shared)]


def _chances(table: pd.DataFrame, rows: FigureRows, hovers: list[str], language: Language) -> list[Any]:
    """How often each is the best: a bar on a pale track, and the number beside it."""
    import plotly.graph_objects as go

    shared = {"xaxis": "x2", "y": rows.strips, "orientation": "h", "width": 12, "hoverinfo": "text"}
    track = go.Bar(x=np.ones(len(table)), marker={"color": TRACK}, hovertext=hovers, **shared)
    bar = go.Bar(x=table["p_best"], marker={"color": INK}, hovertext=hovers, **shared)
    written = go.Scatter(
        x=np.full(len(table), 1.06),
        y=rows.strips,
        xaxis="x2",
        mode="text",
        text=[plain(shown_percent(chance, language)) for chance in table["p_best"]],
        textposition="middle right",
        textfont={"size": 12},
        hoverinfo="skip",
        cliponaxis=False,
    )
    return [track, bar, written]


def _add_scales(figure: go.Figure, table: pd.DataFrame, axis_title: str, language: Language) -> None:
    values = table[["gain", "low", "high"]].to_numpy().ravel()
    low, high = (float(f(values[np.isfinite(values)], initial=0)) for f in (np.min, np.max))
    air = 0.08 * ((high - low) or 1.0)
    ticks = {"tickvals": [0, 1], "ticktext": ["0", percent(1, language)]}
    best = fitted(say("probability of being best", language), 0.3 * line_room())
    figure.update_layout(
        xaxis=scale(axis_title, range=[low - air, high + air], domain=[0, 0.64], nticks=5),
        xaxis2=scale(best, range=[0, _ROOM], domain=[0.72, 1], anchor="y", **ticks),
    )
