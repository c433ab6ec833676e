"""The picture of access: for every place what is within reach for each inhabitant, the place with least first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.clusters.curves import segments
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import ACCENT, FALL, GREY, INK, PAPER, rgba
from socluster.plot.tables.outcome import not_shown, read_numbers, refuse_negative, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import fitted, plain
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["accessibility"]

_MOST = 40


@for_any_width
@checked
def accessibility(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Where is how much within reach?

    A row for every place, the one with least first: a point for what is within reach where near offers count more, a
    ring for the same if all within reach counted alike. A cross marks the places that nothing reaches.

    Parameters
    ----------
    frame : DataFrame
        One row per place (index: its name); columns access and unweighted, both for so many inhabitants, from 0.
    label : str, optional
        What the scale counts, and for how many inhabitants.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, how far a band goes), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        Of more than 40 places those with least, and a line that says how many are left out.

    Raises
    ------
    InputError
        If a column is missing or holds no numbers, or a number is negative.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"access": [2.5, 0.0], "unweighted": [2.1, 0.0]}, index=["Venta", "Kelmė"])
    >>> accessibility(frame).layout.meta["alt"]
    'Kelmė: nothing is within reach. Venta: 2.5; if all within reach counted alike, 2.1.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("access", "unweighted"), ())
    refuse_negative(table)
    table = table.iloc[np.argsort(table["access"].to_numpy(), kind="stable")]
    hidden = max(len(table) - _MOST, 0)
    table = table.head(_MOST)
    names, numbers = row_names(table, spoken), _numbers(table, spoken)
    nothing = say("nothing is within reach", spoken)
    marks = [f"● {each[0]}   ○ {each[1]}" if each else f"✕ {nothing}" for each in numbers]
    rows = FigureRows(tuple(lines_of_text(name, text) for name, text in zip(names, marks, strict=True)))
    told = _told(names, numbers, spoken)
    figure = blank(spoken)
    figure.add_traces(_marks(table, rows, [plain(each) for each in told]))
    foot = not_shown(hidden, spoken) if hidden else ""
    figure.update_layout(
        showlegend=False,
        title=titled(title or "", _notes(table, spoken), spoken, subtitle=subtitle),
        xaxis=scale(fitted(label or say("within reach", spoken), lines=1), range=_span(table), nticks=6),
        meta={"alt": described(title or "", [*told, *([foot] if foot else [])], spoken)},
    )
    rows.dress(figure, 1, foot)
    add_caption(figure, caption)
    return figure


def _numbers(table: pd.DataFrame, language: Language) -> list[tuple[str, str] | None]:
    """Per place what is within reach, weighted and not; None if nothing is."""
    places = decimals_for(table.to_numpy().ravel())
    written = [
        (shown_number(near, language, decimals=places), shown_number(alike, language, decimals=places))
        for near, alike in table[["access", "unweighted"]].itertuples(index=False)
    ]
    return [None if bare else each for each, bare in zip(written, _bare(table), strict=True)]


def _told(names: list[str], numbers: list[tuple[str, str] | None], language: Language) -> list[str]:
    return [
        say("{name}: nothing is within reach", language, name=name)
        if each is None
        else say(
            "{name}: {near}; if all within reach counted alike, {alike}",
            language,
            name=name,
            near=each[0],
            alike=each[1],
        )
        for name, each in zip(names, numbers, strict=True)
    ]


def _notes(table: pd.DataFrame, language: Language) -> list[str]:
    if table.empty:
        return []
    notes = [
        sign("●", ACCENT, say("near offers count more", language)),
        sign("○", INK, say("all within reach count alike", language)),
    ]
    order = [say("sorted by what is within reach, least first", language)] if len(table) > 1 else []
    return [
        *notes,
        *([sign("✕", FALL, say("nothing is within reach", language))] if _bare(table).any() else []),
        *order,
    ]


def _span(table: pd.DataFrame) -> list[float]:
    """Return the ends of the scale, with room for whole marks at 0 and at the largest value."""
    largest = float(np.nan_to_num(table.to_numpy()).max(initial=0.0)) or 1.0
    return [-0.04 * largest, 1.06 * largest]


def _bare(table: pd.DataFrame) -> Array:
    """Which places nothing reaches."""
    bare: Array = ((table["access"] == 0) & ~(table["unweighted"] > 0)).to_numpy()
    return bare


def _marks(table: pd.DataFrame, rows: FigureRows, hovers: list[str]) -> list[Any]:
    """A thin line between the ring and the point of every place; a cross where there is neither."""
    import plotly.graph_objects as go

    bare, strips = _bare(table), rows.strips
    shared = {"mode": "markers", "hoverinfo": "text"}
    between = go.Scatter(
        x=segments(table["access"], table["unweighted"]),
        y=segments(strips, strips),
        mode="lines",
        line={"color": rgba(GREY, 0.45), "width": 3},
        hoverinfo="skip",
    )
    looks: list[tuple[str, Array, dict[str, Any]]] = [
        ("unweighted", ~bare, {"size": 11, "color": PAPER, "line": {"color": INK, "width": 2}}),
        ("access", ~bare, {"size": 13, "color": ACCENT, "line": {"color": PAPER, "width": 1}}),
        ("access", bare, {"size": 12, "symbol": "x", "color": FALL, "line": {"color": FALL, "width": 1}}),
    ]
    return [
        between,
        *(
            go.Scatter(
                x=table.loc[which, column].to_numpy(),
                y=strips[which],
                marker=marker,
                hovertext=[hovers[row] for row in np.flatnonzero(which)],
                **shared,
            )
            for column, which, marker in looks
            if which.any()
        ),
    ]
