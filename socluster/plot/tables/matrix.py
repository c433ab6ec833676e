"""The picture of a table: rows by columns, the darker a cell the more stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.style import INK, RISE
from socluster.plot.tables.outcome import not_shown, row_names
from socluster.plot.text import plain, wrap
from socluster.words import Language, count, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["matrix"]

_MOST = 60  # rows or columns
_MOST_WRITTEN = 400  # cells with their numbers in them
_ROW, _FOOT = 30, 110


@for_any_width
@checked
def matrix(
    cells: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """What stands where in a table of rows and columns?

    Every cell is a square, the darker the more; cells of 0 are white. In a small table the numbers stand in the cells.

    Parameters
    ----------
    cells : DataFrame of numbers
        Rows by columns, such as providers by services; both names are shown.
    label : str, optional
        What the numbers are, and their unit.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 60 rows and columns.

    Raises
    ------
    InputError
        If a column holds no numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> cells = pd.DataFrame({"day care": [20, 0], "advice": [5, 8]}, index=["Centre", "School"])
    >>> matrix(cells, label="places").layout.meta["alt"]
    'places. 2 rows, 2 columns. Centre: day care 20, advice 5. School: advice 8.'
    """
    spoken = check_language(language)
    odd = [
        str(column)
        for place, column in enumerate(cells.columns)
        if not pd.api.types.is_numeric_dtype(cells.dtypes.iloc[place])
        or pd.api.types.is_bool_dtype(cells.dtypes.iloc[place])
    ]
    if odd:
        raise InputError([Problem("must contain numbers", column=column) for column in odd])
    shown = cells.iloc[:_MOST, :_MOST]
    hidden = max(len(cells) - _MOST, 0)
    values = shown.to_numpy(dtype=float)
    rows, columns = (row_names(pd.DataFrame(index=names), spoken) for names in (shown.index, shown.columns))
    figure = blank(spoken)
    if values.size:
        _add_cells(figure, values, rows, columns, spoken)
    told = _told(values, rows, columns, label, spoken) if values.size else []
    notes = [plain(label), say("the darker, the more", spoken)] if label else [say("the darker, the more", spoken)]
    heading = titled(title or "", notes if values.size else [], spoken, subtitle=subtitle)
    left = 18 + 7 * min(max((len(name) for name in rows), default=0), 24)
    head = head_height(heading) + 16
    names = {"automargin": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    figure.update_layout(
        title=heading,
        meta={"alt": described(title or "", [*told, *([not_shown(hidden, spoken)] if hidden else [])], spoken)},
        height=head + _FOOT + _ROW * max(len(rows), 1),
        margin={"l": left, "r": 12, "t": head, "b": _FOOT},
        xaxis={"tickvals": list(range(len(columns))), "ticktext": [wrap(name, 18) for name in columns], **names},
        yaxis={
            "tickvals": list(range(len(rows))),
            "ticktext": [wrap(name, 24) for name in rows],
            "autorange": "reversed",
            **names,
        },
        hovermode="closest",
        dragmode=False,
    )
    add_caption(figure, caption)
    return figure


def _add_cells(figure: go.Figure, values: np.ndarray, rows: list[str], columns: list[str], language: Language) -> None:
    places = decimals_for(values[np.isfinite(values)].ravel().tolist() or [0.0])
    numbers = [[shown_number(value, language, decimals=places) for value in row] for row in values]
    hovers = [
        [plain(f"{row}, {column}: {text}") for column, text in zip(columns, texts, strict=True)]
        for row, texts in zip(rows, numbers, strict=True)
    ]
    figure.add_heatmap(
        z=values,
        zmin=0,  # which plotly minds only beside zmax
        zmax=float(np.nanmax(values, initial=0.0)) or 1.0,
        colorscale=[[0, "white"], [1, RISE]],
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="text",
        hovertext=hovers,
    )
    if values.size > _MOST_WRITTEN:
        return
    largest = float(np.nanmax(values, initial=0.0))
    for place, row in enumerate(values):
        for column, value in enumerate(row):
            if value > 0:
                dark = value > 0.6 * largest
                font = {"size": 11, "color": "white" if dark else INK}
                figure.add_annotation(x=column, y=place, text=numbers[place][column], showarrow=False, font=font)


def _told(values: np.ndarray, rows: list[str], columns: list[str], label: str | None, language: Language) -> list[str]:
    places = decimals_for(values[np.isfinite(values)].ravel().tolist() or [0.0])
    size = ", ".join(
        (
            count("{n} row", "{n} rows", len(rows), language),
            count("{n} column", "{n} columns", len(columns), language),
        )
    )
    told = [label, size] if label else [size]
    for name, row in zip(rows[:20], values, strict=False):
        held = [
            f"{column} {shown_number(value, language, decimals=places)}"
            for column, value in zip(columns, row, strict=True)
            if value > 0
        ]
        if held:
            told.append(f"{name}: {', '.join(held[:20])}")
    return told
