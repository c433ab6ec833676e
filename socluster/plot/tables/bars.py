"""The picture of one number a row: bars from zero, each with its name and its number above it."""

from __future__ import annotations

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
from socluster.plot.tables.outcome import as_table, not_shown, read_numbers, refuse_negative, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import plain
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["bars"]

_MOST = 40
_HALF = 8  # pixels: half the height of a bar


@for_any_width
@checked
def bars(
    frame: pd.DataFrame | pd.Series[Any],
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How large is each of them?

    A bar for every row, in the order that is given: sort it (`.sort_values(ascending=False)`) to have the largest
    first. Where a number is infinite or not known, there is no bar, and the text says what is the case.

    Parameters
    ----------
    frame : DataFrame or Series
        One row per thing (index: its name); column value, from 0, and optionally told (how the number is said). Or the
        numbers alone, as a measure of actors gives them.
    label : str, optional
        What the numbers are, and their unit, for the scale (default: what the Series is called, a measure by its name
        in the language).
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, n), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        Of more than 40 rows the first 40, and a line that says how many are left out.

    Raises
    ------
    InputError
        If the column is missing or holds no numbers, or a number is negative.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"value": [9.0, 14.0]}, index=["open doors", "one register"])
    >>> bars(frame).layout.meta["alt"]
    'open doors: 9. one register: 14.'
    >>> import socluster as sc
    >>> degrees = sc.degree(sc.load_dataset("kite"), normalized=False).sort_values(ascending=False)
    >>> bars(degrees, title="Who has most partners?").layout.meta["alt"][:38]
    'Who has most partners? 3: 6. 5: 5. 6: '
    """
    spoken = check_language(language)
    if label is None and isinstance(frame, pd.Series) and frame.name is not None:
        label = quantity_name(str(frame.name), spoken)
    frame = as_table(frame, "value")
    table = read_numbers(frame, ("value",), ())
    refuse_negative(table)
    names, told = row_names(table, spoken), _told(frame, table, spoken)
    hidden = max(len(table) - _MOST, 0)
    shown = table["value"].head(_MOST).to_numpy()
    rows = FigureRows(tuple(lines_of_text(*each) for each in list(zip(names, told, strict=True))[:_MOST]))
    said = [f"{name}: {text}" for name, text in zip(names, told, strict=True)][:_MOST]
    figure = blank(spoken)
    figure.add_bar(
        x=np.where(np.isfinite(shown), shown, np.nan),
        y=rows.strips,
        width=2 * _HALF,
        orientation="h",
        marker={"color": RISE, "line": {"color": GREY, "width": 0}},
        hoverinfo="text",
        hovertext=[plain(each) for each in said],
    )
    foot = not_shown(hidden, spoken) if hidden else ""
    axis = label or say("value", spoken, context="axis")
    figure.update_layout(
        showlegend=False,
        title=titled(title or "", [sign("■", RISE, plain(axis))] if said else [], spoken, subtitle=subtitle),
        xaxis=scale("", rangemode="tozero", nticks=6),
        meta={"alt": described(title or "", [*said, *([foot] if foot else [])], spoken)},
    )
    rows.dress(figure, 0, foot)
    add_caption(figure, caption)
    return figure


def _told(frame: pd.DataFrame, table: pd.DataFrame, language: Language) -> list[str]:
    """Return how every number is said."""
    if "told" in frame:
        return [str(each) for each in frame["told"]]
    finite = table["value"][np.isfinite(table["value"])]
    places = decimals_for(finite.to_numpy())
    return [shown_number(each, language, decimals=places) for each in table["value"]]
