"""The picture of what scenarios would change: a scale for each measure, and all candidates on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number, shown_percent
from socluster.plot.signs import sign
from socluster.plot.style import GREY, INK, LINE, PAPER, WHAT_IF, rgba
from socluster.plot.tables.outcome import check, read_numbers, row_names
from socluster.plot.tables.panels import axis_of
from socluster.plot.text import fitted, line_room, plain, text_width, under_pointer
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["outcomes"]

_NUMBERS = ("median", "low", "high")
_FURTHER = ("before", "null", "probability", "p_increase")
_SAME = {"delta": "median", "p_improvement": "probability"}
_LINE, _NAME_LINE = 16.0, 18.0  # pixels


@dataclass(frozen=True)
class _Look:
    """How much room there is, in pixels: of many rows less, so that they fit on a page.

    Parameters
    ----------
    name, strip, ticks, gap : float
        Above a panel for its name, below the words of a row for its marks, below a panel for its scale, between two.
    mark : float
        From the words of a row to its marks.
    above, below : float
        The line of no change above the marks; from a mark to that of the random partner, which would hide behind it.
    bar, dot, ring : float
        How thick and how large the marks are.
    is_slim : bool
        Whether a name and its numbers stand in one line where they have room, and the scale needs no name of its own.
    """

    name: float = 26.0
    strip: float = 30.0
    ticks: float = 44.0
    gap: float = 14.0
    mark: float = 13.0
    above: float = 11.0
    below: float = 11.0
    bar: float = 7.0
    dot: float = 12.0
    ring: float = 8.0
    is_slim: bool = False


_USUAL = _Look()
_SLIM = _Look(21.0, 16.0, 22.0, 4.0, 6.0, 5.0, 7.0, 5.0, 8.0, 5.5, is_slim=True)
_MANY = 10  # rows of all measures together


@for_any_width
@checked
def outcomes(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """What would change, and with which candidate most?

    Every measure has a scale of its own, on which all candidates stand below each other, so that they can be compared:
    the dot is the median of the change, the bar its interval, the hollow diamond below it the median with a random
    partner of the same type and as many ties, the line no change. The dot is filled where the interval excludes no
    change.

    Parameters
    ----------
    frame : DataFrame
        One row per candidate and measure (index: candidate, measure; or measure alone); columns median (or delta), low,
        high and, optionally, before (the value now), null (median with a random partner), probability (or
        p_improvement) and p_increase.
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
    >>> rows = pd.MultiIndex.from_tuples([("Clinic", "density"), ("NGO", "density")], names=["scenario", "measure"])
    >>> frame = pd.DataFrame({"median": [0.02, 0.01], "low": [0.01, -0.01], "high": [0.04, 0.02]}, index=rows)
    >>> outcomes(frame).layout.meta["alt"]
    'density, Clinic: +0.02 [+0.01; +0.04]. density, NGO: +0.01 [−0.01; +0.02].'
    """
    spoken = check_language(language)
    measures, candidates = _names(frame, spoken)
    renamed = {old: new for old, new in _SAME.items() if old in frame and new not in frame}
    table = read_numbers(frame.rename(columns=renamed), _NUMBERS, _FURTHER)
    check(table, intervals=(("low", "high"),), shares=("probability", "p_increase"))
    table = table.assign(measure=measures, candidate=candidates).reset_index(drop=True)
    groups = [(str(name), rows) for name, rows in table.groupby("measure", sort=False)]
    figure = blank(spoken)
    told, heights = [], []
    look = _SLIM if len(table) > _MANY else _USUAL
    for place, (name, rows) in enumerate(groups):
        texts = _texts(rows, spoken)
        told += [
            f"{name}, {each}: {text}" if each else f"{name}: {text}"
            for each, text in zip(rows["candidate"], texts, strict=True)
        ]
        heights.append(_panel(figure, place, rows, texts, look))
    figure.update_layout(
        title=titled(title or "", _notes(table, spoken) if len(table) else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", told, spoken)},
    )
    _stack(figure, groups, heights, look, spoken)
    add_caption(figure, caption)
    return figure


def _names(frame: Any, language: Language) -> tuple[list[str], list[str]]:
    """Return the measure of each row, and its candidate; empty where there is only one."""
    index = getattr(frame, "index", pd.Index([]))
    if not isinstance(index, pd.MultiIndex):
        return row_names(frame, language) if isinstance(frame, pd.DataFrame) else [], [""] * len(index)
    level = index.names.index("measure") if "measure" in index.names else index.nlevels - 1
    of_measure = row_names(pd.DataFrame(index=index.get_level_values(level)), language)
    rest = index.droplevel(level)
    of_candidate = row_names(pd.DataFrame(index=rest), language)
    return of_measure, of_candidate if len(set(of_candidate)) > 1 else [""] * len(index)


def _texts(rows: pd.DataFrame, language: Language) -> list[str]:
    """Return the change, its interval, and how often it is one for the better, or a rise."""
    places = decimals_for(rows[list(_NUMBERS)].to_numpy().ravel())
    places -= places > 2  # three digits of the largest are enough, and a phone has room for them
    texts = []
    for row in rows.to_dict("records"):
        middle, low, high = (shown_number(row[key], language, decimals=places, sign=True) for key in _NUMBERS)
        text = middle if row["low"] == row["high"] else f"{middle} [{low}; {high}]"
        if pd.notna(row.get("probability")):
            text += f", {say('P(improves) {share}', language, share=shown_percent(row['probability'], language))}"
        elif pd.notna(row.get("p_increase")):
            text += f", {say('P(increases) {share}', language, share=shown_percent(row['p_increase'], language))}"
        texts.append(text)
    return texts


def _notes(table: pd.DataFrame, language: Language) -> list[str]:
    notes = [
        sign("●", WHAT_IF, say("interval excludes no change", language)),
        sign("○", WHAT_IF, say("contains it", language)),
    ]
    if "null" in table and table["null"].notna().any():
        notes.append(sign("◇", GREY, say("random partner", language)))
    return notes


def _written(name: str, text: str, look: _Look) -> str:
    """Return the words of a row: its name above its numbers, or beside them."""
    shown = fitted(text, lines=1)
    if not name:
        return shown
    if look.is_slim and text_width(plain(name), bold=True) + text_width(f"  {plain(text)}") <= line_room():
        return f"<b>{plain(name)}</b>  {shown}"
    return f"<b>{fitted(name, bold=True, lines=1)}</b><br>{shown}"


def _panel(figure: go.Figure, place: int, rows: pd.DataFrame, texts: list[str], look: _Look) -> float:
    """Draw the rows of one measure, a unit of its y axis being a pixel from the top; return how high it is."""
    import plotly.graph_objects as go

    axes = {"xaxis": f"x{axis_of(place)}", "yaxis": f"y{axis_of(place)}"}
    words = [_written(name, text, look) for name, text in zip(rows["candidate"], texts, strict=True)]
    lines = np.array([each.count("<br>") + 1 for each in words])
    ends = np.cumsum(lines * _LINE + look.strip)
    tops, height = ends - lines * _LINE - look.strip, float(ends[-1])
    marks = tops + lines * _LINE + look.mark
    gap = np.full(len(rows), np.nan)
    strips = np.column_stack([marks - look.above, ends, gap]).ravel()  # off the words
    nothing = np.where(np.isnan(strips), np.nan, 0.0)
    figure.add_trace(
        go.Scatter(x=nothing, y=strips, mode="lines", line={"color": GREY, "width": 1}, hoverinfo="skip", **axes)
    )
    for row, text, y in zip(rows.to_dict("records"), texts, marks, strict=True):
        name = row["candidate"] or row["measure"]
        hover = {"hoverinfo": "text", "hovertext": under_pointer(name, text.split(", "))}
        bar = {"color": rgba(WHAT_IF, 0.35), "width": look.bar}
        figure.add_trace(go.Scatter(x=[row["low"], row["high"]], y=[y, y], mode="lines", line=bar, **hover, **axes))
        if pd.notna(row.get("null")):
            ring = {"symbol": "diamond", "size": look.ring, "color": PAPER, "line": {"color": GREY, "width": 1.8}}
            figure.add_trace(
                go.Scatter(x=[row["null"]], y=[y + look.below], mode="markers", marker=ring, hoverinfo="skip", **axes)
            )
        sure = row["low"] > 0 or row["high"] < 0
        dot = {"size": look.dot, "color": WHAT_IF if sure else PAPER, "line": {"color": WHAT_IF, "width": 2.5}}
        figure.add_trace(go.Scatter(x=[row["median"]], y=[y], mode="markers", marker=dot, **hover, **axes))
    left = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False}
    for text, top in zip(words, tops, strict=True):
        figure.add_annotation(
            text=text, y=top, yref=f"y{axis_of(place)}", font={"size": 12, "color": INK}, borderpad=0, **left
        )
    return height


def _range(rows: pd.DataFrame) -> list[float]:
    """What the scale of a measure shows: everything that is drawn, and no change."""
    shown = [column for column in (*_NUMBERS, "null") if column in rows]
    values = np.append(rows[shown].to_numpy(float).ravel(), 0.0)
    values = values[np.isfinite(values)]
    air = 0.07 * (float(np.ptp(values)) or 1.0)
    return [float(values.min()) - air, float(values.max()) + air]


def _heading(name: str, rows: pd.DataFrame, look: _Look, language: Language) -> str:
    """Return what stands above a panel: the measure, or its change where the scale has no name, and the value now."""
    known = rows["before"].dropna().unique() if "before" in rows else []
    now = say("now {value}", language, value=shown_number(float(known[0]), language)) if len(known) == 1 else ""
    said = say("change in {quantity}", language, quantity=name) if look.is_slim else name
    room = line_room() - text_width(now, 14) - 10
    shown = fitted(said, room, size=14, bold=True, lines=2 if look.is_slim else 1)
    return f"<b>{shown}</b>" + (f"  <span style='color:{GREY}'>{plain(now)}</span>" if now else "")


def _stack(
    figure: go.Figure,
    groups: list[tuple[str, pd.DataFrame]],
    heights: list[float],
    look: _Look,
    language: Language,
) -> None:
    """Put the panels below each other, with the name of the measure and its value now above each."""
    heads = [_heading(name, rows, look, language) for name, rows in groups]
    names = [look.name + _NAME_LINE * each.count("<br>") for each in heads]
    total = max(sum(heights) + sum(names) + len(heights) * look.ticks + max(len(heights) - 1, 0) * look.gap, 40.0)
    head = head_height(figure.layout.title.to_plotly_json())
    top = 0.0
    for place, ((name, rows), height, heading) in enumerate(zip(groups, heights, heads, strict=True)):
        axis, above = axis_of(place), 1 - (top + names[place]) / total
        change = say("change in {quantity}", language, quantity=name)
        figure.add_annotation(
            text=heading, align="left",
            x=0, xref="paper", xanchor="left", y=above, yref="paper", yanchor="bottom", yshift=6, showarrow=False,
            font={"size": 14}, borderpad=0,
        )  # fmt: skip
        figure.update_layout(
            {
                f"yaxis{axis}": {
                    "domain": [max(above - height / total, 0.0), above],
                    "range": [height, 0],
                    "anchor": f"x{axis}",
                    "visible": False,
                    "fixedrange": True,
                },
                f"xaxis{axis}": {
                    "range": _range(rows),
                    "anchor": f"y{axis}",
                    "nticks": 5,
                    "title": {
                        "text": "" if look.is_slim else fitted(change, lines=1),
                        "standoff": 4,
                        "font": {"size": 12, "color": GREY},
                    },
                    "showline": True,
                    "linecolor": LINE,
                    "ticks": "outside",
                    "tickfont": {"size": 11, "color": GREY},
                    "fixedrange": True,
                    "automargin": False,
                },
            }
        )
        top += names[place] + height + look.ticks + look.gap
    figure.update_layout(
        height=head + total + 12,
        margin={"l": 12, "r": 12, "t": head, "b": 12},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
    )
