"""The lines of a picture: one entry of the legend per layer and kind of evidence, each with its own look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.derivation import told_ref
from socluster.core.layers import Layer
from socluster.core.link_rules import scale_of
from socluster.plot.clusters.backbone import backbone
from socluster.plot.clusters.curves import curve_points, curved_lines, end_marks
from socluster.plot.numbers import shown_number
from socluster.plot.style import GREY, LAYER_COLORS, WHAT_IF, rgba
from socluster.plot.text import plain, wrap
from socluster.words import Language, column_name, marked, number, say, value_name

__all__ = ["SIMULATED_DASH", "line_shape", "link_table", "pointer_marks", "tie_traces", "width_entries"]

_BEND = 0.05
SIMULATED_DASH = "6px,3px"
_ARROW = 9.0
_ENTRY_WIDTH = 28


@dataclass(frozen=True)
class _Ground:
    """How a kind of evidence looks: the firmer the ground, the firmer the line."""

    words: tuple[str, ...]
    dash: str
    strength: float
    strength_without_dash: float

    def opacity(self, fast: bool) -> float:
        """How firm the line is, 0 to 1; the graphics card knows no dashes, so there it says all."""
        return self.strength_without_dash if fast else self.strength


_GROUNDS = (
    _Ground(("documented",), "solid", 1.0, 1.0),
    _Ground(("confirmed", "reported", "derived"), "solid", 0.65, 0.7),
    _Ground(("assumed",), "7px,4px", 0.75, 0.45),
    _Ground(("simulated",), SIMULATED_DASH, 1.0, 0.9),
)
_SIMULATED = 3
_GROUND_OF = {word: place for place, ground in enumerate(_GROUNDS) for word in ground.words}


def link_table(
    cluster: Cluster, actors: pd.DataFrame, groups: pd.DataFrame | None, backbone_only: bool = False
) -> pd.DataFrame:
    """Return one row per line to draw.

    Parameters
    ----------
    cluster : Cluster
        Whose ties.
    actors, groups : DataFrame
        Marks with x, y, name and size; without groups no affiliation is drawn.
    backbone_only : bool
        Whether only the ties of the backbone are firm (see `backbone`); else all are.

    Returns
    -------
    DataFrame
        one, other (ids), near, far (names), x0, y0, x1, y1, reach (radius of the mark at the end), layer, place (of the
        layer), directed, bend, ground, weight, rung (of a ladder, in its words), width (class 0 to 2), firm,
        confidence, evidence, ref, wave.
    """
    parts = [_drawn(cluster.ties, actors, actors, ("source", "target"))]
    if groups is not None:
        parts.append(_drawn(cluster.affiliations, actors, groups, ("actor", "group")))
    links = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    layers = [name for name in cluster.layers if (links["layer"] == name).any()]
    directed = {name: cluster.layers[name].directed for name in layers}
    # ties that run both ways in a directed layer bend to opposite sides, so such a layer is never straight
    first = 1 if any(directed.values()) else 0
    bends = {name: _BEND * (place + first) for place, name in enumerate(layers)}
    links["place"] = links["layer"].map({name: place for place, name in enumerate(layers)}).astype("int64")
    links["directed"] = links["layer"].map(directed).astype(bool)
    calm = 0.6 if len(links) > 200 else 1.0  # many strong bends would look like a ball of wool
    links["bend"] = calm * np.minimum(links["layer"].map(bends).astype(float), 0.35)
    links["ground"] = links["evidence"].map(_GROUND_OF).astype("int64")
    rungs = {name: _rungs_of(cluster.layers[name]) for name in layers}
    links["rung"] = [rungs[layer].get(weight) for layer, weight in zip(links["layer"], links["weight"], strict=True)]
    part = links["weight"] / links.groupby("layer")["weight"].transform("max")
    links["firm"] = _firm(links, actors) if backbone_only else True
    alike = links.groupby("layer")["weight"].transform("nunique") <= 1
    links["width"] = np.where(alike, 0, np.digitize(part, [1 / 3 + 1e-9, 2 / 3 + 1e-9]))
    return links


def _firm(links: pd.DataFrame, actors: pd.DataFrame) -> Array:
    """Which lines are of the backbone, or simulated: what might be is never pale."""
    place = {label: row for row, label in enumerate(actors.index)}
    ends = np.column_stack([links["one"].map(place), links["other"].map(place)])
    within = np.isfinite(ends.astype(float)).all(axis=1)
    pairs, which = np.unique(np.sort(ends[within].astype(np.int64), axis=1), axis=0, return_inverse=True)
    firm = np.ones(len(links), dtype=bool)
    firm[within] = backbone(len(actors), pairs)[which.ravel()]
    kept: Array = firm | (links["ground"] == _SIMULATED).to_numpy()
    return kept


def _rungs_of(layer: Layer) -> dict[float, str]:
    """The words of the layer's ladder by strength; none for plain strength."""
    ladder = scale_of(layer)
    return dict(zip(ladder.strengths, ladder.levels, strict=True))


def _drawn(frame: pd.DataFrame, near: pd.DataFrame, far: pd.DataFrame, ends: tuple[str, str]) -> pd.DataFrame:
    one, other = near.loc[frame[ends[0]]], far.loc[frame[ends[1]]]
    columns = ["layer", "weight", "confidence", "evidence", "ref", "wave"]
    return frame[columns].assign(
        one=frame[ends[0]].to_numpy(),
        other=frame[ends[1]].to_numpy(),
        x0=one["x"].to_numpy(),
        y0=one["y"].to_numpy(),
        x1=other["x"].to_numpy(),
        y1=other["y"].to_numpy(),
        near=one["name"].to_numpy(),
        far=other["name"].to_numpy(),
        reach=other["size"].to_numpy() / 2,
    )


def tie_traces(links: pd.DataFrame, language: Language, fast: bool) -> Iterator[Any]:
    """Yield the traces of all lines: what the legend shows, the lines, and what appears under the pointer.

    Parameters
    ----------
    links : DataFrame
        From `link_table`.
    language : {"en", "lt"}
        Of the legend and the hover texts.
    fast : bool
        Whether to draw on the graphics card (no dashes, no arrowheads).
    """
    import plotly.graph_objects as go

    fade = float(np.clip(np.sqrt(70 / max(int(links["firm"].sum()), 1)), 0.28, 1.0))
    # what is simulated beside what is there is a what-if; where all is simulated, layers keep their colours
    what_if = _SIMULATED if (links["ground"] != _SIMULATED).any() else None
    faintest = 0.32 if len(links) <= 1500 else 0.16  # so pale that it is still seen
    scatter = go.Scattergl if fast else go.Scatter
    for (place, ground), rows in links.groupby(["place", "ground"], sort=True):
        look = _GROUNDS[ground]
        color = WHAT_IF if ground == what_if else LAYER_COLORS[place % len(LAYER_COLORS)]
        group = f"ties {place} {ground}"
        shared = {"legendgroup": group, "legend": "legend2", "hoverinfo": "skip"}
        dash = {} if fast else {"dash": look.dash}
        sample = {"color": rgba(color, 0.95 * look.opacity(fast)), "width": 2.5, **dash}
        yield go.Scatter(x=[None], y=[None], mode="lines", line=sample, name=_entry(rows, language), **shared)
        dim = 1.0 if ground == what_if else fade
        for (firm, width, unsure), drawn in rows.groupby(["firm", "width", rows["confidence"] < 0.5], sort=True):
            opacity = 0.85 * look.opacity(fast) * (dim if firm else 0.5 * fade) * (0.6 if unsure else 1.0)
            wide = (2.0 if ground == what_if else 1.0) * _width(int(width), len(links)) * (1.0 if firm else 0.7)
            line = {"color": rgba(color, max(opacity, faintest * (1.0 if firm else 0.5))), "width": wide, **dash}
            yield scatter(**line_shape(drawn, line, fast), **shared, showlegend=False)
        yield pointer_marks(rows, scatter, language, group)


def width_entries(links: pd.DataFrame, language: Language) -> list[Any]:
    """Return entries of the legend that say which strengths the lines of each width have; none where all are alike.

    Widths are parts of the largest strength of a layer, so that of several layers they say parts.
    """
    import plotly.graph_objects as go

    varied = links[links.groupby("layer")["width"].transform("nunique") > 1]
    found = []
    for width, rows in varied.groupby("width", sort=True):
        line = {"color": GREY, "width": _width(int(width), len(links))}
        name = _strengths(int(width), rows, varied["layer"].nunique(), language)
        shared = {"legend": "legend2", "legendgroup": f"width {width}", "legendrank": 2000, "hoverinfo": "skip"}
        found.append(go.Scatter(x=[None], y=[None], mode="lines", line=line, name=name, **shared))
    return found


def _strengths(width: int, rows: pd.DataFrame, layers: int, language: Language) -> str:
    heading = column_name("weight", language)
    if layers > 1:
        parts = (marked("up to a third of the largest"), marked("up to two thirds"), marked("more than two thirds"))
        return f"{heading}: {say(parts[width], language)}"
    ends = [
        value_name("ladder", rung, language) if rung is not None else shown_number(weight, language)
        for weight, rung in rows.sort_values("weight")[["weight", "rung"]].itertuples(index=False)
    ]
    return plain(f"{heading}: {ends[0]}" if ends[0] == ends[-1] else f"{heading}: {ends[0]}–{ends[-1]}")


def _width(width_class: int, n_links: int) -> float:
    return (1.2, 2.3, 3.6)[width_class] * (0.7 if n_links > 400 else 1.0)


def line_shape(drawn: pd.DataFrame, line: dict[str, Any], fast: bool) -> dict[str, Any]:
    """Return the arguments of a trace that draws links as curves, with arrowheads where they have a direction."""
    ends, bend = drawn[["x0", "y0", "x1", "y1"]].to_numpy(), drawn["bend"].to_numpy()
    x, y = curved_lines(ends, bend)
    if fast or not drawn["directed"].any():
        return {"x": x, "y": y, "mode": "lines", "line": line}
    arrow = _ARROW * (0.7 if len(drawn) > 200 else 1.0) + line["width"]
    marker = {
        "symbol": "arrow",
        "angleref": "previous",
        "size": end_marks(bend, np.full(len(drawn), arrow)),
        "standoff": end_marks(bend, drawn["reach"].to_numpy()),
        "color": line["color"],
        "line": {"width": 0},
        "opacity": 1,
    }
    return {"x": x, "y": y, "mode": "lines+markers", "line": line, "marker": marker}


def pointer_marks(rows: pd.DataFrame, scatter: Any, language: Language, group: str) -> Any:
    """Return invisible marks at the middle of the ties, which hold their texts; each wave of a tie gets its own."""
    pair = ["x0", "y0", "x1", "y1"]
    again = rows.groupby(pair).cumcount().to_numpy()
    middle = np.clip(0.5 + 0.07 * again, 0, 0.9)[:, None]
    points = curve_points(rows[pair].to_numpy(), rows["bend"].to_numpy(), middle)[:, 0]
    return scatter(
        x=points[:, 0],
        y=points[:, 1],
        mode="markers",
        marker={"size": 12, "opacity": 0, "color": "#ffffff"},
        hoverinfo="text",
        hovertext=[_hover(row, language) for row in rows.to_dict("records")],
        legendgroup=group,
        legend="legend2",
        showlegend=False,
    )


def _hover(row: dict[str, Any], language: Language) -> str:
    arrow = "→" if row["directed"] else "–"
    values = {"layer": value_name("layer", row["layer"], language)}
    values["evidence"] = value_name("evidence", row["evidence"], language)
    if row["confidence"] < 1:
        values["confidence"] = shown_number(row["confidence"], language)
    if row["rung"] is not None:
        values["weight"] = f"{shown_number(row['weight'], language)} ({value_name('ladder', row['rung'], language)})"
    elif row["weight"] != 1:
        values["weight"] = shown_number(row["weight"], language)
    lines = [f"{plain(column_name(column, language))}: {plain(value)}" for column, value in values.items()]
    known = [column for column in ("wave", "ref") if pd.notna(row[column])]
    told = {column: told_ref(row[column], language) if column == "ref" else row[column] for column in known}
    lines += [f"{plain(column_name(column, language))}: {wrap(text, 60, 4)}" for column, text in told.items()]
    return "<br>".join([f"<b>{plain(row['near'])} {arrow} {plain(row['far'])}</b>", *lines])


def _entry(rows: pd.DataFrame, language: Language) -> str:
    """The text in the legend: layer, evidence, number of ties."""
    known = [word for word in _GROUND_OF if (rows["evidence"] == word).any()]
    evidence = ", ".join(value_name("evidence", word, language) for word in known)
    layer = value_name("layer", str(rows["layer"].iloc[0]), language)
    arrow = " →" if rows["directed"].iloc[0] else ""
    text = f"{wrap(layer, _ENTRY_WIDTH)}{arrow}, {evidence} ({number(len(rows), language)})"
    return text if len(text) <= _ENTRY_WIDTH else text.replace(", ", ",<br>", 1)
