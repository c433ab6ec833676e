"""The picture of a cluster that falls apart: what is left of it with 0, 1, 2, ... actors gone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import shown_number, shown_percent
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE, rgba
from socluster.plot.tables.chart import padded
from socluster.plot.tables.outcome import check, read_numbers
from socluster.plot.tables.panels import axis_of, stack_panels
from socluster.plot.text import under_pointer
from socluster.words import Language, count, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["attack_curves"]

_ALWAYS, _IF_ASKED = ("largest", "efficiency"), "service"
_DECIMALS = 2
_BAND = 0.18  # how firm the band is
_TOLD = (0, 0.1, 0.25, 0.5)  # parts of the actors gone at which the description says the heights


@for_any_width
@checked
def attack_curves(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """What is left of the cluster as its actors leave one after the other?

    A drawing for each curve, one below the other: its mean over the draws as a line, the interval as a band. The dashed
    line is the most that the largest component can hold: all who remain.

    Parameters
    ----------
    frame : DataFrame
        One row per number of actors gone, from 0 to all of them, as `attack_curve(...).to_frame()` gives it; columns
        mean_largest (from 0 to 1) and mean_efficiency, optionally mean_service, and for each its interval, as in
        largest_low, largest_high.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (who leaves first, n, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    InputError
        If a column is missing or has no numbers, a share is outside 0 to 1, or an interval ends before it begins.

    Examples
    --------
    >>> import socluster as sc
    >>> kite = sc.attack_curve(sc.load_dataset("kite"), order=sc.betweenness)
    >>> attack_curves(kite.to_frame()).layout.meta["alt"][:60]
    '0 of 10 actors gone: largest component 100%, efficiency 0.65'
    """
    spoken = check_language(language)
    curves = (*_ALWAYS, *([_IF_ASKED] if f"mean_{_IF_ASKED}" in frame else []))
    edges = tuple((f"{curve}_low", f"{curve}_high") for curve in curves)
    table = read_numbers(frame, tuple(f"mean_{curve}" for curve in curves), sum(edges, ()))
    check(table, intervals=edges, shares=("mean_largest", "largest_low", "largest_high"))
    told = [_told(table, curves, gone, spoken) for gone in range(len(table))]
    figure = blank(spoken)
    for panel, curve in enumerate(curves):
        _add_curve(figure, table, curve, panel, told)
    figure.update_layout(
        title=titled(title or "", _notes(table, edges, spoken) if told else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [": ".join(told[gone]) for gone in _places_told(len(table))], spoken)},
    )
    names = [say("largest component, part of all", spoken), say("efficiency", spoken)]
    names += [say("service", spoken, context="curve")] * (len(curves) > len(_ALWAYS))
    stack_panels(figure, names, [say("actors gone", spoken)] * len(curves))
    for panel, curve in enumerate(curves):
        scale: dict[str, Any] = {"range": padded(_heights(table, curve), zero=True)}
        if curve == "largest":
            ticks = [0, 0.5, 1]
            scale = {"range": [-0.04, 1.06], "tickvals": ticks}
            scale["ticktext"] = [shown_percent(each, spoken) for each in ticks]
        figure.update_layout({f"yaxis{axis_of(panel)}": {"showgrid": True, **scale}})
        figure.update_layout({f"xaxis{axis_of(panel)}": {"range": padded(range(len(table))), "nticks": 8}})
    add_caption(figure, caption)
    return figure


def _add_curve(figure: go.Figure, table: pd.DataFrame, curve: str, panel: int, told: list[tuple[str, str]]) -> None:
    """Draw the band, the line and, where it is known, the most that is possible."""
    gone = np.arange(len(table))
    axes = {"x": gone, "xaxis": f"x{axis_of(panel)}", "yaxis": f"y{axis_of(panel)}"}
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", **axes}
    if _has_band(table, curve):
        figure.add_scatter(y=table[f"{curve}_low"], **edge)
        figure.add_scatter(y=table[f"{curve}_high"], fill="tonexty", fillcolor=rgba(RISE, _BAND), **edge)
    if curve == "largest" and len(table) > 1:
        line = {"color": GREY, "dash": "dash", "width": 1.5}
        figure.add_scatter(y=1 - gone / gone[-1], mode="lines", line=line, hoverinfo="skip", **axes)
    figure.add_scatter(
        y=table[f"mean_{curve}"],
        mode="lines+markers",
        line={"color": RISE, "width": 2.5},
        marker={"size": 5, "color": RISE},
        hoverinfo="text",
        hovertext=[under_pointer(each[0], [each[1]]) for each in told],
        **axes,
    )


def _has_band(table: pd.DataFrame, curve: str) -> bool:
    """Whether there is an interval, and not only one order in which the actors left."""
    low, high = f"{curve}_low", f"{curve}_high"
    return {low, high} <= set(table.columns) and bool((table[low] < table[high]).any())


def _heights(table: pd.DataFrame, curve: str) -> Array:
    shown = [f"mean_{curve}", f"{curve}_low", f"{curve}_high"]
    heights: Array = table[[column for column in shown if column in table]].to_numpy()
    return heights


def _notes(table: pd.DataFrame, edges: tuple[tuple[str, str], ...], language: Language) -> list[str]:
    """Return what the marks are."""
    several = any(_has_band(table, low.removesuffix("_low")) for low, _ in edges)
    band = [sign("●", RISE, say("mean", language)), sign("▒", RISE, say("interval", language), strength=_BAND)]
    return [*(band if several else []), sign("╌", GREY, say("all who remain hang together", language))]


def _told(table: pd.DataFrame, curves: tuple[str, ...], gone: int, language: Language) -> tuple[str, str]:
    """Return how many are gone, and how high every curve then is."""
    row = table.iloc[gone]
    actors = count("{n} actor", "{n} actors", len(table) - 1, language, context="of")
    said = {curve: _height(row, curve, with_band=_has_band(table, curve), language=language) for curve in curves}
    heights = [
        say("largest component {share}", language, share=said["largest"]),
        say("efficiency {height}", language, height=said["efficiency"]),
    ]
    if _IF_ASKED in curves:
        heights.append(say("service {height}", language, height=said[_IF_ASKED]))
    return count("{n} of {actors} gone", "{n} of {actors} gone", gone, language, actors=actors), ", ".join(heights)


def _height(row: pd.Series[Any], curve: str, *, with_band: bool, language: Language) -> str:
    """Return how high a curve is, with its interval where there is one."""
    shown = shown_percent if curve == "largest" else partial(shown_number, decimals=_DECIMALS)
    middle, *edges = (
        shown(float(row[column]), language)
        for column in (f"mean_{curve}", *([f"{curve}_low", f"{curve}_high"] if with_band else []))
    )
    return f"{middle} [{edges[0]}; {edges[1]}]" if edges else middle


def _places_told(rows: int) -> list[int]:
    return sorted({round(part * (rows - 1)) for part in _TOLD}) if rows else []
