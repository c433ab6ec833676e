"""The picture of a model's fit: what simulated networks are like, and the observed one among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank
from socluster.plot.numbers import shown_number
from socluster.plot.style import FALL, RISE, rgba
from socluster.plot.tables.outcome import check, read_numbers
from socluster.plot.tables.panels import axis_of, stack_panels
from socluster.plot.text import plain, under_pointer
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["goodness"]

_TOLD = 12  # values of a panel that the description names
_TICKS = 16


@checked
def goodness(frame: pd.DataFrame, /, *, title: str | None = None, language: str = "en") -> go.Figure:
    """Are the networks of a fitted model like the observed one?

    Each kind of number (degrees, shared partners, distances, ...) has a drawing. Bars show the interval and the median
    of the simulated networks, points the observed one, orange where it lies outside.

    Parameters
    ----------
    frame : DataFrame
        Index (statistic, value), or value alone; columns observed, median, low, high.
    title : str, optional
        Default: none.
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
    table = read_numbers(frame, ("observed", "median", "low", "high"), ())
    check(table, intervals=(("low", "high"),))
    panels = _panels(table)
    figure = blank(spoken)
    notes = [
        f"▒ {say('interval of simulated networks', spoken)}",
        f"– {say('their median', spoken)}",
        f"● {say('observed', spoken)}",
        f"◆ {say('observed, outside the interval', spoken)}",
    ]
    for panel, (_, rows) in enumerate(panels):
        _draw(figure, panel, rows, spoken)
    figure.update_layout(
        title=titled(title or "", notes if panels else [], spoken),
        meta={"alt": described(title or "", [_told(name, rows, spoken) for name, rows in panels], spoken)},
    )
    names = [name or say("numbers compared", spoken) for name, _ in panels]
    stack_panels(figure, names, [""] * len(panels))
    return figure


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


def _is_outside(rows: pd.DataFrame) -> pd.Series[bool]:
    return (rows["observed"] < rows["low"]) | (rows["observed"] > rows["high"])


def _draw(figure: go.Figure, panel: int, rows: pd.DataFrame, language: Language) -> None:
    axis, places = axis_of(panel), list(range(len(rows)))
    axes = {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}
    texts = [_row_told(str(value), row, language) for value, row in rows.iterrows()]
    hover = {"hoverinfo": "text", "hovertext": [under_pointer(value, [text]) for value, text in texts]}
    figure.add_bar(
        x=places, y=rows["high"] - rows["low"], base=rows["low"], width=0.62, marker={"color": rgba(RISE, 0.28)},
        **axes, **hover,
    )  # fmt: skip
    line = {"symbol": "line-ew", "size": 14, "line": {"color": RISE, "width": 2}}
    figure.add_scatter(x=places, y=rows["median"], mode="markers", marker=line, **axes, **hover)
    outside = _is_outside(rows).to_numpy()
    points = {
        "size": 8,
        "color": [FALL if each else "#1f2328" for each in outside],
        "symbol": ["diamond" if each else "circle" for each in outside],
    }
    figure.add_scatter(x=places, y=rows["observed"], mode="markers", marker=points, **axes, **hover)
    step = -(-len(rows) // _TICKS)
    figure.update_layout(
        {
            f"xaxis{axis}": {
                "tickvals": places[::step],
                "ticktext": [plain(value) for value in rows.index[::step]],
                "range": [-0.6, max(len(rows) - 0.4, 0.6)],
                "showgrid": False,
            }
        }
    )


def _row_told(value: str, row: pd.Series[float], language: Language) -> tuple[str, str]:
    values = {key: shown_number(row[key], language) for key in ("observed", "low", "high")}
    if row["observed"] < row["low"] or row["observed"] > row["high"]:
        return value, say("{observed} observed, {low} to {high} simulated (outside)", language, **values)
    return value, say("{observed} observed, {low} to {high} simulated", language, **values)


def _told(name: str, rows: pd.DataFrame, language: Language) -> str:
    shown = [": ".join(_row_told(str(value), row, language)) for value, row in rows.iloc[:_TOLD].iterrows()]
    rest = ["…"] if len(rows) > _TOLD else []
    told = "; ".join([*shown, *rest])
    return f"{name}: {told}" if name else told
