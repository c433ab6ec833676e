"""The marks and lines of a change: each comes with its status, by which the buttons show or hide it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from socluster.plot.clusters.changes import STEPS
from socluster.plot.clusters.nodes import RING
from socluster.plot.clusters.ties import SIMULATED_DASH, line_shape, pointer_marks
from socluster.plot.style import GREY, INK, OBSERVED, WHAT_IF, rgba
from socluster.plot.text import plain
from socluster.words import Language, number, percent, percent_sign, say

__all__ = ["LegendPart", "change_lines", "rings", "split"]

LegendPart: TypeAlias = tuple[str, Any]  # status and trace
_WIDTHS, _OPACITIES = (4.5, 3.0, 1.9, 1.1), (1.0, 0.8, 0.6, 0.45)


def change_lines(
    changes: pd.DataFrame, language: Language, fast: bool, *, observed: bool = False
) -> Iterator[LegendPart]:
    """Yield status and trace of all lines: those that stay below, the most probable new ones on top.

    Of two observations none of the new ones is more probable than another: all are lines of one kind.
    """
    stays, ends = changes[changes["status"] == "stays"], changes[changes["status"] == "ends"]
    firm = float(np.clip(np.sqrt(40 / max(len(stays), 1)), 0.3, 0.6))
    thin = {"color": rgba(GREY, firm), "width": 1.2}
    n = number(len(stays), language)
    entry = say("stayed ({n})", language, n=n) if observed else say("remaining ({n})", language, n=n)
    yield from _drawn("stays", entry, 20, stays, thin, language, fast)
    dotted = {"color": rgba(INK, 0.75), "width": 1.6, **({} if fast else {"dash": "1.5px,3px"})}
    n = number(len(ends), language)
    entry = say("ended ({n})", language, n=n) if observed else say("ending ({n})", language, n=n)
    yield from _drawn("ends", entry, 10, ends, dotted, language, fast)
    new = changes[changes["status"] == "new"].assign(confidence=lambda rows: rows["probability"])
    if observed:
        entry = say("new ({n})", language, n=number(len(new), language))
        yield from _drawn("new", entry, 1, new, {"color": OBSERVED, "width": _WIDTHS[1]}, language, fast)
        return
    for step in reversed(range(len(STEPS))):
        rows = new[new["step"] == step]
        dash = {} if fast else {"dash": SIMULATED_DASH}
        line = {"color": rgba(WHAT_IF, _OPACITIES[step]), "width": _WIDTHS[step], **dash}
        chance, n = _step_name(step, language), number(len(rows), language)
        entry = say("new, {probability} ({n})", language, probability=chance, n=n)
        yield from _drawn("new", entry, step + 1, rows, line, language, fast)


def _step_name(step: int, language: Language) -> str:
    """Return a step of probability in signs: from 90 %, 50–90 %, ..."""
    low = percent(STEPS[step], language)
    if step == 0:
        return f"≥\u00a0{low}"
    high = percent(STEPS[step - 1], language)
    return f"<\u00a0{high}" if STEPS[step] == 0 else f"{low.removesuffix(percent_sign(language))}–{high}"


def _drawn(
    status: str, entry: str, rank: int, rows: pd.DataFrame, line: dict[str, Any], language: Language, fast: bool
) -> Iterator[LegendPart]:
    """Yield an entry of the legend (in the order of the ranks), the lines, and what appears under the pointer."""
    import plotly.graph_objects as go

    if rows.empty:
        return
    scatter = go.Scattergl if fast else go.Scatter
    group = f"{status} {rank}"
    shared = {"legendgroup": group, "legend": "legend2", "hoverinfo": "skip"}
    yield status, go.Scatter(x=[None], y=[None], mode="lines", line=line, name=plain(entry), legendrank=rank, **shared)
    yield status, scatter(**line_shape(rows, line, fast), **shared, showlegend=False)
    yield status, pointer_marks(rows, scatter, language, group)


def rings(
    actors: pd.DataFrame, groups: pd.DataFrame | None, language: Language, *, observed: bool = False
) -> Iterator[LegendPart]:
    """Yield status and trace of the signs for those who join (a ring) and those who leave (a cross)."""
    columns = ["x", "y", "size", "status"]
    marks = pd.concat([each[columns] for each in (actors, groups) if each is not None])
    joining, leaving = (marks[marks["status"] == status] for status in ("joins", "leaves"))
    if len(joining):
        n = number(len(joining), language)
        entry = say("came ({n})", language, n=n) if observed else say("joining ({n})", language, n=n)
        yield "joins", _signs(joining, entry, "circle-open", OBSERVED if observed else WHAT_IF, RING)
    if len(leaving):
        n = number(len(leaving), language)
        entry = say("left ({n})", language, n=n) if observed else say("leaving ({n})", language, n=n)
        yield "leaves", _signs(leaving, entry, "x-thin-open", INK, 4)


def _signs(marks: pd.DataFrame, entry: str, symbol: str, color: str, more: int) -> Any:
    import plotly.graph_objects as go

    return go.Scatter(
        x=marks["x"].to_numpy(),
        y=marks["y"].to_numpy(),
        mode="markers",
        marker={
            "symbol": symbol,
            "size": marks["size"].to_numpy() + more,
            "color": color,
            "opacity": 1,
            "line": {"width": 3, "color": color},
        },
        name=entry,
        hoverinfo="skip",
        legend="legend",
    )


def split(trace: Any, status: pd.Series[Any]) -> Iterator[LegendPart]:
    """Yield status and a trace of its own for the marks of each status; only the first is in the legend.

    Parameters
    ----------
    trace : Scatter
        Marks with the labels of their status as customdata.
    status : Series
        By label.
    """
    own = status.loc[list(trace.customdata)].to_numpy()
    named = False
    for word in ("stays", "joins", "leaves"):
        rows = np.flatnonzero(own == word)
        if not len(rows):
            continue
        part = _rows_of(trace, rows)
        if trace.name:
            # the marks of one entry of the legend are switched together
            part.update(legendgroup=f"marks {trace.name}", showlegend=not named and trace.showlegend is not False)
        named = True
        yield word, part


def _rows_of(trace: Any, rows: Any) -> Any:
    """A copy of the trace that holds some of its marks only."""
    n = len(trace.x)

    def chosen(values: Any) -> Any:
        is_by_mark = isinstance(values, list | tuple | np.ndarray) and len(values) == n
        if not is_by_mark:
            return values
        return values[rows] if isinstance(values, np.ndarray) else [values[row] for row in rows]

    part = type(trace)(trace)
    for key in ("x", "y", "hovertext", "customdata", "text", "textposition"):
        if part[key] is not None:
            part[key] = chosen(part[key])
    for key in ("size", "color"):
        if part.marker[key] is not None:
            part.marker[key] = chosen(part.marker[key])
    for key in ("weight", "color"):
        if part.textfont[key] is not None:
            part.textfont[key] = chosen(part.textfont[key])
    return part
