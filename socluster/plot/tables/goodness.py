"""The picture of a model's fit: what simulated networks are like, and the observed one among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language, fraction
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.finding import RARE
from socluster.plot.numbers import shown_number
from socluster.plot.signs import sign, signs_drawn
from socluster.plot.style import FALL, INK, RISE, rgba
from socluster.plot.tables.outcome import check, read_numbers
from socluster.plot.tables.panels import axis_of, stack_panels
from socluster.plot.text import ROOM, fitted, line_room, plain, text_width, under_pointer, wrap
from socluster.words import Language, marked, number, percent, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["goodness"]

_TOLD = 12  # values of a panel that the description names
_TICKS = 16
_LONGEST = 30  # letters of a name that stands upright
_WIDTH = 285.0  # pixels of the narrowest drawing: a column of 85 mm without its margins
_HALF = 0.31  # of a bar, in parts of the room of a value


@for_any_width
@checked
def goodness(
    frame: pd.DataFrame,
    /,
    *,
    interval: float | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Are the networks of a fitted model like the observed one?

    Each kind of number (degrees, shared partners, distances, ...) has a drawing. Bars show the interval and the median
    of the simulated networks, points the observed one, orange where it is unusual: where p is at most 0.05, or, without
    p, where it lies outside the interval.

    Parameters
    ----------
    frame : DataFrame
        Index (statistic, value), or value alone; columns observed, median, low, high and, optionally, p (how likely
        the model gives a value at least as far out; NaN: never marked).
    interval : float, optional
        Share of the simulated networks between low and high (0 to 1), for the legend. Default: the legend names none.
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
    >>> index = pd.MultiIndex.from_tuples([("degree", "0"), ("degree", "1")])
    >>> frame = pd.DataFrame({"observed": [3, 1], "median": [2, 4], "low": [0, 2], "high": [4, 6]}, index=index)
    >>> goodness(frame).layout.meta["alt"]
    'degree: 0: 3 observed, 0 to 4 simulated; 1: 1 observed, 2 to 6 simulated (outside).'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("observed", "median", "low", "high"), ("p",))
    check(table, intervals=(("low", "high"),), shares=("p",))
    share = None if interval is None else fraction("interval", interval)
    panels = _panels(table)
    figure = blank(spoken)
    colors = [FALL if each else INK for each in _is_marked(table)]
    notes = [
        sign("▒", RISE, _interval_named(share, spoken)),
        sign("–", RISE, say("their median", spoken)),
        *signs_drawn("●", (INK,), colors, say("observed", spoken)),
        *signs_drawn("◆", (FALL,), colors, _mark_named(by_p="p" in table, language=spoken)),
    ]
    for panel, (_, rows) in enumerate(panels):
        _draw(figure, panel, rows, spoken)
    figure.update_layout(
        title=titled(title or "", notes if panels else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [_told(name, rows, spoken) for name, rows in panels], spoken)},
    )
    names = [name or say("numbers compared", spoken) for name, _ in panels]
    stack_panels(figure, names, [""] * len(panels), below=[_room_of_ticks(rows) for _, rows in panels])
    add_caption(figure, caption)
    return figure


def _interval_named(share: float | None, language: Language) -> str:
    if share is None:
        return say("interval of simulated networks", language)
    return say("{share} interval of simulated networks", language, share=percent(share, language))


def _mark_named(*, by_p: bool, language: Language) -> str:
    if by_p:
        return say("observed, unusual (p of at most {p})", language, p=number(RARE, language))
    return say("observed, outside the interval", language)


def _wide() -> float:
    """Return how many pixels all names under a drawing have together."""
    return _WIDTH + line_room() - ROOM


def _ticks(rows: pd.DataFrame) -> list[str]:
    """Return the names under a drawing: side by side, in some lines, where that fits, else one line each, upright."""
    names = list(map(str, rows.index[:: -(-len(rows) // _TICKS)]))
    room = _wide() / max(len(names), 1) - 2
    spaced = [name.replace(".", ". ") for name in names]  # a name of a term may be broken after a dot
    beside = [fitted(name, room, size=11) for name in spaced]
    if all(each.replace("<br>", " ") == plain(name) for each, name in zip(beside, spaced, strict=True)):
        return [each.replace(". ", ".") for each in beside]
    return [wrap(name, _LONGEST, 1) for name in names]


def _stand_upright(rows: pd.DataFrame) -> bool:
    """Whether the names under a drawing would run into each other side by side."""
    return any(text_width(line, 11) > _wide() / len(ticks) for ticks in [_ticks(rows)] for line in _lines(ticks))


def _room_of_ticks(rows: pd.DataFrame) -> int:
    """Return the pixels that the names under a drawing need."""
    ticks = _ticks(rows)
    if _stand_upright(rows):
        return round(max(text_width(each, 11) for each in ticks)) + 14
    return 20 + 14 * max((each.count("<br>") + 1 for each in ticks), default=1)


def _lines(ticks: list[str]) -> list[str]:
    return [line for each in ticks for line in each.split("<br>")]


def _panels(table: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows of each drawing, by the name of the drawing, which index a value."""
    if not isinstance(table.index, pd.MultiIndex):
        rows = table.set_axis(pd.Index([str(each) for each in table.index]))
        return [("", rows)] if len(table) else []
    kinds = table.index.get_level_values(0)
    found = []
    for kind in kinds.unique():
        rows = table[kinds == kind]
        values = [" – ".join(map(str, key[1:])) for key in rows.index]
        found.append((str(kind), rows.set_axis(pd.Index(values))))
    return found


def _is_marked(rows: pd.DataFrame) -> pd.Series[bool]:
    """Where the observed network is unusual: by its p-value, as the sentences say it; without one, by the interval."""
    if "p" in rows:
        return rows["p"] <= RARE
    return (rows["observed"] < rows["low"]) | (rows["observed"] > rows["high"])


def _draw(figure: go.Figure, panel: int, rows: pd.DataFrame, language: Language) -> None:
    axis, places = axis_of(panel), list(range(len(rows)))
    axes = {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}
    texts = _rows_told(rows, language)
    hover = {"hoverinfo": "text", "hovertext": [under_pointer(value, [text]) for value, text in texts]}
    figure.add_bar(
        x=places, y=rows["high"] - rows["low"], base=rows["low"], width=2 * _HALF, marker={"color": rgba(RISE, 0.28)},
        **axes, **hover,
    )  # fmt: skip
    gap = np.full(len(rows), np.nan)
    ends = np.column_stack([np.array(places) - _HALF, np.array(places) + _HALF, gap]).ravel()
    level = np.column_stack([rows["median"], rows["median"], gap]).ravel()
    figure.add_scatter(x=ends, y=level, mode="lines", line={"color": RISE, "width": 2}, hoverinfo="skip", **axes)
    unusual = _is_marked(rows).to_numpy()
    points = {
        "size": 8,
        "color": [FALL if each else INK for each in unusual],
        "symbol": ["diamond" if each else "circle" for each in unusual],
    }
    figure.add_scatter(x=places, y=rows["observed"], mode="markers", marker=points, **axes, **hover)
    figure.update_layout(
        {
            f"xaxis{axis}": {
                "tickvals": places[:: -(-len(rows) // _TICKS)],
                "ticktext": _ticks(rows),
                "tickangle": -90 if _stand_upright(rows) else 0,
                "range": [-0.6, max(len(rows) - 0.4, 0.6)],
                "showgrid": False,
            }
        }
    )


def _rows_told(rows: pd.DataFrame, language: Language) -> list[tuple[str, str]]:
    """Return each value, and what is said of it."""
    mark = marked("{told} (unusual)") if "p" in rows else marked("{told} (outside)")
    found = []
    for (value, row), is_marked in zip(rows.iterrows(), _is_marked(rows), strict=True):
        values = {key: shown_number(row[key], language) for key in ("observed", "low", "high")}
        told = say("{observed} observed, {low} to {high} simulated", language, **values)
        found.append((str(value), say(mark, language, told=told) if is_marked else told))
    return found


def _told(name: str, rows: pd.DataFrame, language: Language) -> str:
    shown = [": ".join(each) for each in _rows_told(rows.iloc[:_TOLD], language)]
    rest = ["…"] if len(rows) > _TOLD else []
    told = "; ".join([*shown, *rest])
    return f"{name}: {told}" if name else told
