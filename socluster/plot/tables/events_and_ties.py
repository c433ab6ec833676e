"""The picture of a programme of events: what becomes of the ties over time, and below it which events were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE, category_looks, rgba
from socluster.plot.tables.chart import padded
from socluster.plot.tables.outcome import check, read_numbers
from socluster.plot.tables.panels import stack_panels
from socluster.plot.text import plain, under_pointer
from socluster.words import Language, marked, say
from socluster.words.data import value_name

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["events_and_ties"]

_MOST_TOLD = 12
_COLUMNS = ("time", "kind", "number")


@for_any_width
@checked
def events_and_ties(
    frame: pd.DataFrame,
    /,
    *,
    events: pd.DataFrame | None = None,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """What becomes of the ties over time, and which events were held when?

    The line above is the number of ties (or whatever the label says), the coloured band its interval; the bars below
    are the events that were held until each time, by kind.

    Parameters
    ----------
    frame : DataFrame
        One row per time; columns time, median and, optionally, low, high (the interval).
    events : DataFrame, optional
        Columns time, kind and number: how many events of a kind were held until that time, since the time before.
    label : str, optional
        What the line is; without it "ties".
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
        If a column is missing or has no numbers, or an interval ends before it begins.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"time": [0.0, 1.0], "median": [0.0, 14.0]})
    >>> held = pd.DataFrame({"time": [1.0], "kind": ["seminar"], "number": [3]})
    >>> events_and_ties(frame, events=held).layout.meta["alt"]
    'At 0: 0 (ties). At 1: 14 (ties); events held: seminar 3.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("time", "median"), ("low", "high"))
    check(table, intervals=(("low", "high"),))
    table = table.sort_values("time", kind="stable")
    held = _held(events)
    figure = blank(spoken)
    name = label or say("ties", spoken, context="axis")
    notes = [sign("—", RISE, plain(name))]
    if _draw_band(figure, table):
        notes.append(sign("▒", RISE, say("interval", spoken), strength=0.18))
    lines = _lines(table, held, name, spoken)
    figure.add_scatter(
        x=table["time"],
        y=table["median"],
        mode="lines+markers",
        line={"color": RISE, "width": 2.5},
        marker={"size": 7},
        hoverinfo="text",
        hovertext=[under_pointer(line, []) for line in lines],
    )
    notes += _draw_bars(figure, held, spoken)
    told = [lines[place] for place in _told(len(lines))]
    figure.update_layout(
        barmode="stack",
        title=titled(title or "", notes if lines else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", told, spoken)},
    )
    years = say("time in years", spoken, context="axis")
    panels = [name, say("events held", spoken)] if len(held) else [name]
    stack_panels(figure, panels, [years] * len(panels))
    for panel in range(len(panels)):
        axis = "" if panel == 0 else str(panel + 1)
        figure.update_layout({f"xaxis{axis}": {"range": _wide(table, held)}})
    figure.update_layout(yaxis={"range": padded(table.drop(columns="time"), zero=True)})
    add_caption(figure, caption)
    return figure


def _held(events: pd.DataFrame | None) -> pd.DataFrame:
    """Return the events that are drawn."""
    if events is None:
        return pd.DataFrame(columns=list(_COLUMNS))
    missing = [column for column in _COLUMNS if column not in events]
    if missing:
        message = marked("is missing among the columns of the events")
        raise InputError([Problem(message, column="events", is_argument=True, value=column) for column in missing])
    numbers = read_numbers(events, ("time", "number"), ())
    return numbers.assign(kind=[str(kind) for kind in events["kind"]])


def _draw_band(figure: go.Figure, table: pd.DataFrame) -> bool:
    if not {"low", "high"} <= set(table.columns):
        return False
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    figure.add_scatter(x=table["time"], y=table["low"], **edge)
    figure.add_scatter(x=table["time"], y=table["high"], fill="tonexty", fillcolor=rgba(RISE, 0.18), **edge)
    return True


def _draw_bars(figure: go.Figure, held: pd.DataFrame, language: Language) -> list[str]:
    """Draw the events as stacked bars, and return what their colours are."""
    totals = held.groupby("kind", sort=False)["number"].sum().sort_values(ascending=False, kind="stable")
    looks = category_looks([str(kind) for kind in totals.index])
    notes = []
    for kind in totals.index:
        color = looks.get(str(kind), (GREY, ""))[0]
        rows = held[held["kind"] == kind]
        name = value_name("kind", str(kind), language)
        figure.add_bar(
            x=rows["time"],
            y=rows["number"],
            width=_width(held["time"].to_numpy(dtype=float)),
            marker={"color": color},
            hoverinfo="text",
            hovertext=[under_pointer(f"{name}: {shown_number(float(each), language)}", []) for each in rows["number"]],
            xaxis="x2",
            yaxis="y2",
        )
        notes.append(sign("■", color, plain(name)))
    return notes


def _wide(table: pd.DataFrame, held: pd.DataFrame) -> list[float]:
    """Return a range of time in which the bars are whole, too."""
    low, high = padded(table["time"])
    half = _width(held["time"].to_numpy(dtype=float)) * 0.6 if len(held) else 0.0
    return [min([low, *(held["time"] - half)]), max([high, *(held["time"] + half)])]


def _width(times: np.ndarray) -> float:
    gaps = np.diff(np.unique(times))
    return 0.5 * float(gaps.min()) if len(gaps) else 0.5


def _lines(table: pd.DataFrame, held: pd.DataFrame, name: str, language: Language) -> list[str]:
    places = decimals_for(table["median"].to_numpy())
    lines = []
    for time, middle in table[["time", "median"]].to_numpy():
        told = {
            "time": shown_number(float(time), language),
            "n": shown_number(float(middle), language, decimals=places),
        }
        now = held[(held["time"] - time).abs() < 1e-9]
        if not len(now):
            lines.append(say("At {time}: {n} ({what})", language, what=name, **told))
            continue
        kinds = [
            f"{value_name('kind', str(kind), language)} {shown_number(float(number), language)}"
            for kind, number in now[["kind", "number"]].to_numpy()
        ]
        lines.append(
            say("At {time}: {n} ({what}); events held: {events}", language, what=name, events=", ".join(kinds), **told)
        )
    return lines


def _told(n: int) -> list[int]:
    return (
        list(range(n)) if n <= _MOST_TOLD else np.unique(np.linspace(0, n - 1, _MOST_TOLD).round().astype(int)).tolist()
    )
