"""The picture of inequality: the Lorenz curve of places, from the one with least to the one with most, or by rank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language, choice
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import shown_percent
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE, rgba
from socluster.plot.tables.chart import dress_chart
from socluster.plot.tables.outcome import as_table, check, not_shown, read_numbers, refuse_negative, row_names
from socluster.plot.text import fitted, plain
from socluster.words import Language, marked, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["lorenz"]

_MOST_TOLD, _MOST_LISTED = 20, 8  # read aloud, and written below the drawing

Counted: TypeAlias = Literal["people", "actors", "places"]
_SHARES = {
    "people": marked("share of the people"),
    "actors": marked("share of the actors"),
    "places": marked("share of the places, each counted alike"),
}
_ORDERS = {
    "people": marked("places, those with least first"),
    "actors": marked("actors, those with least first"),
    "places": marked("places, those with least first"),
}
_HAVE = {
    "people": marked("{place}: the first {people} of the people have {amount}"),
    "actors": marked("{place}: the first {people} of the actors have {amount}"),
    "places": marked("{place}: the first {people} of the places have {amount}"),
}


@for_any_width
@checked
def lorenz(
    frame: pd.DataFrame | pd.Series[Any],
    /,
    *,
    by_rank: bool = False,
    counted: Counted | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How unevenly is something spread: what part of it do those people have who have least?

    The curve runs over the places, from the one with least per person to the one with most; the diagonal is where all
    have alike. The larger the grey area between the two, the more uneven (twice the area is the Gini index). By rank it
    is the concentration curve: below the diagonal those of low rank have less than their share, above it more.

    Parameters
    ----------
    frame : DataFrame or Series
        One row per place in the order of the curve (index: its name); columns people and amount, cumulated shares from
        0 to 1, as `inequality(...).lorenz` or `concentration(...).curve`. Or how much each has, from 0, as a measure of
        actors gives it: each then counts alike, those with least first (by rank: in the order given).
    by_rank : bool, default False
        Whether the rows follow a rank, such as income, lowest first, instead of what they have.
    counted : {"people", "actors", "places"}, optional
        Of what the column people is a share: of people (the default), or of the rows, each counted alike (the default
        of a Series: actors if its index is called `actor`, else places).
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
        If a column is missing, holds no numbers, a share lies outside 0 to 1, or something else is counted.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"people": [0.6, 1.0], "amount": [0.1, 1.0]}, index=["Šilutė", "Kupiškis"])
    >>> lorenz(frame).layout.meta["alt"]
    'Šilutė: the first 60% of the people have 10%. Kupiškis: the first 100% of the people have 100%.'
    """
    spoken = check_language(language)
    counted = _counted(frame, counted)
    if isinstance(frame, pd.Series):
        frame = _curve(frame, sort=not by_rank)
    table = read_numbers(frame, ("people", "amount"), ())
    rounded = table.clip(upper=1.0).where(table < 1 + 1e-9, table)
    check(rounded, shares=("people", "amount"))
    told = _told(rounded, counted, spoken)
    figure = blank(spoken)
    people, amount = (np.append(0.0, rounded[column]) for column in ("people", "amount"))
    figure.add_scatter(x=[0, 1], y=[0, 1], mode="lines", line={"color": GREY, "dash": "dash"}, hoverinfo="skip")
    figure.add_scatter(
        x=people,
        y=amount,
        mode="lines+markers",
        fill="tonexty",
        fillcolor=rgba(GREY, 0.15),
        line={"color": RISE, "width": 2.5},
        marker={"size": 9, "color": RISE, "line": {"color": "white", "width": 1.5}},
        hoverinfo="text",
        hovertext=["", *map(plain, told)],
    )
    order = say(_ORDERS[counted], spoken)
    if by_rank:
        order = say("places, those of lowest rank first", spoken)
    notes = [sign("●", RISE, order), sign("╌", GREY, say("all have alike", spoken))]
    shown = told[:_MOST_TOLD] + ([not_shown(len(told) - _MOST_TOLD, spoken)] if len(told) > _MOST_TOLD else [])
    figure.update_layout(
        title=titled(title or "", notes if told else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", shown, spoken)},
    )
    dress_chart(figure, say(_SHARES[counted], spoken), say("share of what there is", spoken), _listed(told, spoken))
    ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
    written = [shown_percent(each, spoken) for each in ticks]
    scale = {"range": [-0.02, 1.02], "tickvals": ticks, "ticktext": written, "fixedrange": True}
    figure.update_layout(xaxis=scale, yaxis=scale)
    add_caption(figure, caption)
    return figure


def _counted(frame: pd.DataFrame | pd.Series[Any], stated: Counted | None) -> Counted:
    """Return what is counted, as stated or as follows from what is given."""
    if stated is not None:
        choice("counted", stated, tuple(_SHARES))
        return stated
    if not isinstance(frame, pd.Series):
        return "people"
    return "actors" if frame.index.name == "actor" else "places"


def _curve(amounts: pd.Series[Any], *, sort: bool) -> pd.DataFrame:
    """Return the cumulated shares of rows that count alike; no rows where there is nothing to be spread."""
    table = read_numbers(as_table(amounts, "amount"), ("amount",), ())
    refuse_negative(table)
    unknown = table.index[~np.isfinite(table["amount"].to_numpy())]
    if len(unknown):
        raise InputError(Problem("must be a number", row=str(unknown[0]), column="amount"))
    table = table.sort_values("amount", kind="stable") if sort else table
    shares = table["amount"].cumsum() / table["amount"].sum()
    people = np.arange(1, len(table) + 1) / max(len(table), 1)
    return pd.DataFrame({"people": people, "amount": shares}).dropna()


def _told(table: pd.DataFrame, counted: Counted, language: Language) -> list[str]:
    return [
        say(
            _HAVE[counted],
            language,
            place=name,
            people=shown_percent(row["people"], language),
            amount=shown_percent(row["amount"], language),
        )
        for name, row in zip(row_names(table, language), table.to_dict("records"), strict=True)
    ]


def _listed(told: list[str], language: Language) -> list[str]:
    """Return the places below the drawing, as far as there is room, and how many are not shown."""
    hidden = len(told) - _MOST_LISTED
    more = [plain(not_shown(hidden, language))] if hidden > 0 else []
    return [*(fitted(each) for each in told[:_MOST_LISTED]), *more]
