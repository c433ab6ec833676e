"""The marks of a picture: one trace per category, one for groups, and the names that find room."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.plot.beside import beside
from socluster.plot.clusters.labels import Spread, place_labels
from socluster.plot.clusters.marks import categories, is_continuous
from socluster.plot.names import quantity_name
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.style import (
    CONTINUOUS,
    GREY,
    GROUP_LOOK,
    MISSING_LOOK,
    OTHER_LOOK,
    PAPER,
    PLAIN_LOOK,
    WHAT_IF,
    category_looks,
    rgba,
)
from socluster.plot.text import plain, wrap
from socluster.words import Language, number, say, value_name

__all__ = ["RING", "group_trace", "label_notes", "label_traces", "mark_traces", "newcomer_trace"]

RING = 11  # pixels by which a ring is wider than its mark

_SCALE_LENGTH = 0.42  # of the width of the drawing; the legend of the ties is to the right of it


def mark_traces(actors: pd.DataFrame, heading: str, language: Language, fast: bool) -> list[Any]:
    """Return the marks of the actors: one trace per category, or one on a continuous scale; one for missing values.

    Parameters
    ----------
    actors : DataFrame
        From `actor_marks`, with their places.
    heading : str
        The column of the colours; empty if there are none.
    language : {"en", "lt"}
        Of the legend.
    fast : bool
        Whether to draw on the graphics card.
    """
    if heading and is_continuous(actors["value"]):
        known = actors["value"].notna()
        traces = [_scale_trace(actors[known], heading, language, fast)] if known.any() else []
        return traces + _missing(actors[~known], language, fast)
    values = categories(actors["value"], language)
    looks = category_looks([str(value) for value in values.dropna().value_counts(sort=True).index])
    traces = []
    for category, look in looks.items():
        rows = actors[(values == category).to_numpy()]
        name = f"{wrap(value_name(heading, category, language), 24)} ({number(len(rows), language)})"
        traces.append(_category_trace(rows, name, look, fast))
    others, missing = actors[values.notna() & ~values.isin(list(looks))], actors[values.isna()]
    if len(others):
        entry = say("other ({n})", language, n=number(len(others), language))
        traces.append(_category_trace(others, entry, OTHER_LOOK, fast))
    if heading or missing.empty:
        return traces + _missing(missing, language, fast)
    entry = say("actors ({n})", language, n=number(len(missing), language))
    return [*traces, _category_trace(missing, entry, PLAIN_LOOK, fast)]


def _missing(actors: pd.DataFrame, language: Language, fast: bool) -> list[Any]:
    if actors.empty:
        return []
    entry = say("not stated ({n})", language, n=number(len(actors), language))
    return [_category_trace(actors, entry, MISSING_LOOK, fast)]


def _category_trace(marks: pd.DataFrame, name: str, look: tuple[str, str], fast: bool) -> Any:
    color, symbol = look
    border = {"width": 2, "color": GREY} if look == MISSING_LOOK else {"width": 1, "color": PAPER}
    marker = {"color": color, "symbol": symbol, "size": marks["size"].to_numpy(), "line": border, "opacity": 1}
    return _marks(marks, marker, name, fast)


def _scale_trace(marks: pd.DataFrame, heading: str, language: Language, fast: bool) -> Any:
    values = marks["value"].astype(float).to_numpy()
    ticks = np.linspace(values.min(), values.max(), 3)[: 3 if np.ptp(values) else 1].tolist()
    bar = {
        "orientation": "h",
        "title": {"text": plain(quantity_name(heading, language)), "side": "top", "font": {"size": 12, "color": GREY}},
        "x": 0,
        "xanchor": "left",
        "y": -0.01,
        "yanchor": "top",
        "len": _SCALE_LENGTH,
        "thickness": 12,
        "tickvals": ticks,
        "ticktext": [shown_number(tick, language, decimals=decimals_for(ticks)) for tick in ticks],
        "outlinewidth": 0,
        "ticklabeloverflow": "allow",  # the first would be left out, for half of it is in the margin
    }
    marker = {
        "color": values,
        "colorscale": [list(step) for step in CONTINUOUS],
        "colorbar": bar,
        "showscale": True,
        "size": marks["size"].to_numpy(),
        "line": {"width": 1, "color": GREY},
        "opacity": 1,
    }
    return _marks(marks, marker, "", fast).update(showlegend=False)


def _marks(marks: pd.DataFrame, marker: dict[str, Any], name: str, fast: bool) -> Any:
    import plotly.graph_objects as go

    return (go.Scattergl if fast else go.Scatter)(
        x=marks["x"].to_numpy(),
        y=marks["y"].to_numpy(),
        mode="markers",
        marker=marker,
        name=name,
        hoverinfo="text",
        hovertext=marks["hover"].tolist(),
        legend="legend",
        customdata=[str(label) for label in marks.index],
    )


def newcomer_trace(actors: pd.DataFrame, language: Language) -> list[Any]:
    """Return a ring around those who have simulated ties only: they are there in a what-if, and not yet."""
    import plotly.graph_objects as go

    new = actors[actors["joins"]]
    if new.empty:
        return []
    marker = {"symbol": "circle-open", "size": new["size"].to_numpy() + RING, "color": WHAT_IF}
    return [
        go.Scatter(
            x=new["x"].to_numpy(),
            y=new["y"].to_numpy(),
            mode="markers",
            marker={**marker, "opacity": 1, "line": {"width": 3, "color": WHAT_IF}},
            name=say("simulated ties only ({n})", language, n=number(len(new), language)),
            hoverinfo="skip",
            legend="legend",
        )
    ]


def group_trace(squares: pd.DataFrame, language: Language) -> Any:
    """Return the squares of the groups."""
    color, symbol = GROUP_LOOK
    marker = {
        "color": color,
        "symbol": symbol,
        "size": squares["size"].to_numpy(),
        "line": {"width": 1.8, "color": GREY},
    }
    entry = say("groups ({n})", language, n=number(len(squares), language))
    return _marks(squares, marker | {"opacity": 1}, entry, False)


def _placed(marks: pd.DataFrame, spread: Spread, height: float, **options: Any) -> pd.DataFrame:
    labels = place_labels(marks, spread, height, **options)
    columns = ["x", "y", "size", "weight", "ink"]
    return pd.concat([labels, marks[columns].iloc[labels.index].set_axis(labels.index)], axis="columns")


def label_notes(
    marks: pd.DataFrame,
    spread: Spread,
    height: float,
    **options: Any,
) -> list[dict[str, Any]]:
    """Return the foremost names as annotations, which are above what the graphics card draws; see `place_labels`."""
    rows = _placed(marks, spread, height, **options).query("narrow").to_dict("records")
    look = {"showarrow": False, "bgcolor": rgba(PAPER, 0.8), "borderpad": 0}
    return [
        {
            "x": row["x"],
            "y": row["y"],
            "text": row["text"],
            "font": {"size": 12, "color": row["ink"], "weight": row["weight"]},
            **beside(row["side"], row["size"] / 2 + 2),
            **look,
        }
        for row in rows
    ]


def label_traces(
    marks: pd.DataFrame,
    spread: Spread,
    height: float,
    **options: Any,
) -> list[Any]:
    """Return the names in two traces: those a phone has room for, and those that need a wide screen (see `meta`).

    Their customdata are the places of the rows in `marks`. For the options see `place_labels`.
    """
    import plotly.graph_objects as go

    placed = _placed(marks, spread, height, **options)
    return [
        go.Scatter(
            x=rows["x"].to_numpy(),
            y=rows["y"].to_numpy(),
            # the invisible marks keep the names off the visible ones
            mode="markers+text",
            marker={"size": rows["size"].to_numpy() + 2, "color": rgba(PAPER, 0), "line": {"width": 0}},
            text=rows["text"].tolist(),
            textposition=rows["side"].tolist(),
            textfont={
                "size": 12,
                "color": rows["ink"].tolist(),
                "weight": rows["weight"].tolist(),
                "shadow": "0 0 3px white, 0 0 3px white, 0 0 2px white",
            },
            hoverinfo="skip",
            customdata=rows.index.tolist(),
            showlegend=False,
            cliponaxis=False,
            meta="labels" if narrow else "labels for wide screens",
        )
        for narrow, rows in placed.groupby("narrow", sort=True)
    ]
