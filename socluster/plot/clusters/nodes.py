"""The marks of a picture: one trace per category, one for groups, and the names that find room."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from socluster.plot.beside import beside
from socluster.plot.clusters.curves import segments
from socluster.plot.clusters.labels import Spread, is_cut, place_labels
from socluster.plot.clusters.marks import categories, is_continuous
from socluster.plot.names import quantity_name
from socluster.plot.numbers import ticks_of
from socluster.plot.style import (
    CONTINUOUS,
    GREY,
    GROUP_LOOK,
    INK,
    MISSING_LOOK,
    OTHER_LOOK,
    PAPER,
    PLAIN_LOOK,
    WHAT_IF,
    category_looks,
    rgba,
)
from socluster.plot.text import plain, text_width, wrap
from socluster.words import Language, count, number, say, value_name

__all__ = [
    "RING",
    "cut_names",
    "group_trace",
    "key_of_numbers",
    "label_notes",
    "label_traces",
    "mark_traces",
    "n_named",
    "newcomer_trace",
    "without_room",
]

_LETTERS = 12  # pixels
_NUMBERS = "labels: numbers"  # of a trace
RING = 11  # pixels by which a ring is wider than its mark

_EDGE = 8  # pixels of the margin at the left
_SCALE_LENGTH = 0.42  # of the width of the drawing; the legend of the ties is to the right of it


def mark_traces(
    actors: pd.DataFrame, heading: str, language: Language, fast: bool, *, everybody: pd.DataFrame | None = None
) -> list[Any]:
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
    everybody : DataFrame, optional
        All actors of all panels, if these are those of one: a colour and a symbol mean the same in every panel.
    """
    whole = actors if everybody is None else everybody
    if heading and is_continuous(whole["value"]):
        known = actors["value"].notna()
        ends = whole["value"].dropna().astype(float)
        traces = [_scale_trace(actors[known], (ends.min(), ends.max()), heading, language, fast)] if known.any() else []
        return traces + _missing(actors[~known], language, fast)
    all_values = categories(whole["value"], language)
    values = all_values.reindex(actors.index)
    looks = category_looks([str(value) for value in all_values.dropna().value_counts(sort=True).index])
    traces = []
    for category, look in looks.items():
        rows = actors[(values == category).to_numpy()]
        if rows.empty:
            continue
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


def _scale_trace(marks: pd.DataFrame, ends: tuple[float, float], heading: str, language: Language, fast: bool) -> Any:
    values = marks["value"].astype(float).to_numpy()
    ticks = np.linspace(*ends, 3)[: 3 if ends[1] > ends[0] else 1].tolist()
    written, unit = ticks_of(ticks, language)
    name = ", ".join([quantity_name(heading, language), *([unit] if unit else [])])
    bar = {
        "orientation": "h",
        "title": {"text": plain(name), "side": "top", "font": {"size": 12, "color": GREY}},
        "x": 0,
        "xanchor": "left",
        "y": -0.01,
        "yanchor": "top",
        "len": _SCALE_LENGTH,
        "thickness": 12,
        "tickvals": ticks,
        "ticktext": written,
        "tickangle": 0,
        "xpad": max(10, text_width(written[0], _LETTERS) / 2 - _EDGE),  # half of the first is left of the bar
        "outlinewidth": 0,
        "ticklabeloverflow": "allow",  # the first would be left out, for half of it is in the margin
    }
    marker = {
        "color": values,
        "cmin": ends[0],
        "cmax": ends[1],
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
    placed = pd.concat([labels, marks[columns].iloc[labels.index].set_axis(labels.index)], axis="columns")
    extent = np.ptp(marks[["x", "y"]].to_numpy(float), axis=0) if len(marks) else np.ones(2)
    led = [place.middle is not None for place in placed["place"]]
    for end in ("middle", "start", "end"):
        offsets = np.array([np.zeros(2) if (at := getattr(each, end)) is None else at for each in placed["place"]])
        points = placed[["x", "y"]].to_numpy(float) + offsets.reshape(-1, 2) * extent
        placed[[f"{end}_x", f"{end}_y"]] = points
    placed["led"] = np.array(led, dtype=bool)
    placed["size"] = placed["size"].where(~placed["led"], 0.0)
    return placed


def label_notes(
    marks: pd.DataFrame,
    spread: Spread,
    height: float,
    **options: Any,
) -> list[dict[str, Any]]:
    """Return the foremost names as annotations, which are above what the graphics card draws; see `place_labels`."""
    placed = _placed(marks, spread, height, **options)
    return [_note(row) for row in placed[placed["narrow"]].to_dict("records")]


def _note(row: dict[str, Any]) -> dict[str, Any]:
    """Return a name as an annotation; one that stands farther off has an arrow without a head to its mark."""
    look = {
        "text": row["text"],
        "font": {"size": row["font"], "color": row["ink"], "weight": row["weight"]},
        "bgcolor": rgba(PAPER, 0.8),
        "borderpad": 0,
    }
    if not row["led"]:
        return {"x": row["x"], "y": row["y"], "showarrow": False, **look, **beside(row["side"], row["size"] / 2 + 2)}
    line = {"showarrow": True, "arrowhead": 0, "arrowwidth": 0.8, "arrowcolor": INK, "axref": "x", "ayref": "y"}
    return {"x": row["start_x"], "y": row["start_y"], "ax": row["middle_x"], "ay": row["middle_y"], **line, **look}


def label_traces(
    marks: pd.DataFrame,
    spread: Spread,
    height: float,
    **options: Any,
) -> list[Any]:
    """Return the names in two traces: those a phone has room for, and those that need a wide screen (see `meta`).

    Before them stand the lines of names that are farther off. Their customdata are the places of the rows in `marks`.
    For the options see `place_labels`.
    """
    import plotly.graph_objects as go

    placed = _placed(marks, spread, height, **options)
    return [
        *_lines_of_names(placed[placed["led"]]),
        *(
            go.Scatter(
                x=rows["middle_x"].to_numpy(),
                y=rows["middle_y"].to_numpy(),
                # the invisible marks keep the names off the visible ones
                mode="markers+text",
                marker={"size": rows["size"].to_numpy() + 2, "color": rgba(PAPER, 0), "line": {"width": 0}},
                text=rows["text"].tolist(),
                textposition=rows["side"].tolist(),
                textfont={
                    "size": _LETTERS if rows.empty else float(rows["font"].iloc[0]),
                    "color": rows["ink"].tolist(),
                    "weight": rows["weight"].tolist(),
                    "shadow": "0 0 3px white, 0 0 3px white, 0 0 2px white",
                },
                hoverinfo="skip",
                customdata=rows.index.tolist(),
                showlegend=False,
                cliponaxis=False,
                meta=_NUMBERS if numbers else "labels" if narrow else "labels for wide screens",
            )
            for (narrow, numbers), rows in placed.groupby(["narrow", placed["number"] > 0], sort=True)
        ),
    ]


def n_named(traces: list[Any]) -> int:
    """Return how many names traces of `label_traces` hold."""
    return sum(len(trace.text) for trace in traces if str(trace.meta).startswith("labels"))


def key_of_numbers(traces: list[Any], marks: pd.DataFrame) -> list[tuple[int, str]]:
    """Return the numbers that stand in place of names, in their order, each with its name."""
    return sorted(
        (int(text), str(marks["name"].iloc[row]))
        for trace in traces
        if trace.meta == _NUMBERS
        for text, row in zip(trace.text, trace.customdata, strict=True)
    )


def cut_names(traces: Iterable[Any], marks: pd.DataFrame) -> list[str]:
    """Return the whole names of those whose name is written without its end, with what is written."""
    written = [
        (str(text).replace("<br>", " "), row)
        for trace in traces
        if str(trace.meta).startswith("labels")
        for text, row in zip(trace.text, trace.customdata, strict=True)
    ]
    return [f"{html.unescape(text)}\u00a0= {marks['name'].iloc[row]}" for text, row in written if is_cut(text)]


def without_room(n: int, language: Language) -> list[str]:
    """Return how many names are not written because there is no room for them; nothing where there are none."""
    return [count("no room for {n} name", "no room for {n} names", n, language)] if n > 0 else []


def _lines_of_names(led: pd.DataFrame) -> list[Any]:
    """Return the lines from marks to names that are farther off, as one trace."""
    import plotly.graph_objects as go

    if led.empty:
        return []
    return [
        go.Scatter(
            x=segments(led["start_x"], led["end_x"]),
            y=segments(led["start_y"], led["end_y"]),
            mode="lines",
            line={"color": INK, "width": 0.8},
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
            customdata=np.repeat(led.index.to_numpy(), 3).tolist(),
            meta="lines of names",
        )
    ]
