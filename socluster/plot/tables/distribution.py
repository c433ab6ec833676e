"""The picture of a distribution: how many have each value, as columns side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count as count_from
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.names import quantity_name
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE
from socluster.plot.tables.chart import dress_chart
from socluster.plot.tables.outcome import as_table, not_shown, read_numbers, refuse_negative, row_names
from socluster.plot.text import plain, wrap
from socluster.words import Language, marked, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["distribution"]

_COUNTED = {"count": marked("number of actors"), "pairs": marked("number of pairs"), "value": marked("number")}
_MOST_TOLD, _MOST_TICKS = 20, 10
_LARGE = 1e4  # from which on numbers are written in groups of digits
_LETTERS = 44  # of all ticks together, on a phone


@for_any_width
@checked
def distribution(
    frame: pd.DataFrame | pd.Series[Any],
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How many have each value?

    A column for every row, as high as its number. Values that are numbers stand where they are on the scale, so that a
    gap is seen as a gap; pairs without a path stand apart, on the right. For values with long names take `bars`.

    Parameters
    ----------
    frame : DataFrame or Series
        One row per value (index), as `degree_distribution` and `distance_distribution` give them; column count, pairs
        or value, from 0. Or the numbers alone.
    label : str, optional
        What the values are, for the scale (default: what the index is called).
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, n), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    InputError
        If there is no such column, it holds no numbers, or a number is negative.

    Examples
    --------
    >>> import socluster as sc
    >>> kite = sc.degree_distribution(sc.load_dataset("kite"))
    >>> distribution(kite, title="How many have how many partners?").layout.meta["alt"]
    'How many have how many partners? 0: 0. 1: 1. 2: 1. 3: 3. 4: 2. 5: 2. 6: 1.'
    """
    spoken = check_language(language)
    frame = as_table(frame, "value")
    column = next((each for each in _COUNTED if each in frame), "value")
    table = read_numbers(frame, (column,), ())
    refuse_negative(table)
    numbers, places = table[column].to_numpy(), _places(table.index)
    names = _names(table, spoken)
    digits = decimals_for(numbers)
    told = [f"{name}: {shown_number(each, spoken, decimals=digits)}" for name, each in zip(names, numbers, strict=True)]
    figure = blank(spoken)
    figure.add_bar(
        x=places,
        y=numbers,
        width=0.8,
        marker={"color": RISE},
        hoverinfo="text",
        hovertext=[plain(each) for each in told],
    )
    of = label or (quantity_name(str(table.index.name), spoken) if table.index.name is not None else "")
    total = shown_number(float(np.nansum(numbers)), spoken)
    left_out = [not_shown(len(told) - _MOST_TOLD, spoken)] if len(told) > _MOST_TOLD else []
    figure.update_layout(
        title=titled(
            title or "",
            [sign("■", RISE, say("{n} in all", spoken, n=total))] if told else [],
            spoken,
            subtitle=subtitle,
        ),
        meta={"alt": described(title or "", [*told[:_MOST_TOLD], *left_out], spoken)},
    )
    dress_chart(figure, of, say(_COUNTED[column], spoken), [])
    figure.update_layout(
        xaxis={"fixedrange": True, "showgrid": False, **_ticks(table.index, places, names)},
        yaxis={"fixedrange": True, "rangemode": "tozero", "linecolor": GREY},
    )
    add_caption(figure, caption)
    return figure


def _places(values: pd.Index[Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return where the columns stand: at their numbers, infinity after all others; names one after the other."""
    if not pd.api.types.is_numeric_dtype(values.dtype) or pd.api.types.is_bool_dtype(values.dtype):
        return np.arange(len(values), dtype=float)
    places = values.to_numpy(dtype=float)
    finite = places[np.isfinite(places)]
    return np.where(np.isfinite(places), places, (finite.max() if len(finite) else 0.0) + 2)


def _names(table: pd.DataFrame, language: Language) -> list[str]:
    """Return what the values are called."""
    if not pd.api.types.is_numeric_dtype(table.index.dtype) or pd.api.types.is_bool_dtype(table.index.dtype):
        return row_names(table, language)
    return [
        shown_number(value, language) if np.isfinite(value) else say("no path", language)
        for value in table.index.to_numpy(dtype=float).tolist()
    ]


def _ticks(values: pd.Index[Any], places: np.ndarray[Any, np.dtype[np.float64]], names: list[str]) -> dict[str, Any]:
    """Return ticks at the columns, as many as have room on a phone; of numbers, all equally far apart."""
    if not names:
        return {}
    most = int(np.clip(_LETTERS // (max(map(len, names)) + 2), 2, _MOST_TICKS))
    if sum(len(each) + 2 for each in names) <= _LETTERS:
        most = len(names)
    if len(names) > most and _are_whole(values):
        step = next(each for each in _steps() if np.ptp(places) // each < most)
        at = np.arange(np.ceil(places.min() / step) * step, places.max() + 1, step)
        return {"tickvals": at, "ticktext": [f"{each:.0f}" for each in at], "tickangle": 0}
    chosen = np.unique(np.linspace(0, len(names) - 1, min(len(names), most)).round()).astype(int).tolist()
    return {"tickvals": places[chosen], "ticktext": [wrap(names[each], 12) for each in chosen], "tickangle": 0}


def _are_whole(values: pd.Index[Any]) -> bool:
    """Whether the columns are at whole numbers, none of them infinite."""
    if not pd.api.types.is_numeric_dtype(values.dtype) or pd.api.types.is_bool_dtype(values.dtype):
        return False
    numbers = values.to_numpy(dtype=float)
    return bool(np.isfinite(numbers).all() and (numbers % 1 == 0).all() and np.abs(numbers).max() < _LARGE)


def _steps() -> Iterator[float]:
    """Yield 1, 2, 5, 10, 20 and so on."""
    return (each * 10.0**power for power in count_from(0) for each in (1, 2, 5))
