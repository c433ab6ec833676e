"""The picture of a calibration: do ties that a model calls likely turn out to be there as often as it says?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language, is_number
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.clusters.curves import segments
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import shown_number, shown_percent
from socluster.plot.signs import sign
from socluster.plot.style import GREY, RISE, rgba
from socluster.plot.tables.chart import dress_chart, padded
from socluster.plot.tables.outcome import check, read_numbers
from socluster.plot.text import plain, under_pointer
from socluster.words import Language, count, marked, number, percent_sign, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["calibration"]


@for_any_width
@checked
def calibration(
    frame: pd.DataFrame,
    /,
    *,
    auc: float | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Do ties turn out to be there as often as the model says?

    Every point is a bin of dyads of like predicted probability: how likely the model called their ties, and which share
    of them is there, with its interval; the area says how many dyads there are. A model that is right lies on the
    diagonal; below it, it overestimates. The bins are below the drawing in numbers.

    Parameters
    ----------
    frame : DataFrame
        One row per bin; columns predicted, observed, low, high (all 0..1) and n (number of dyads).
    auc : float, optional
        Area under the ROC curve (0..1): the probability that a dyad with a tie is called likelier than one without.
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
        If a column is missing or has no numbers, a probability is none, a number of dyads is negative, or an interval
        ends before it begins.

    References
    ----------
    Area under the curve: Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747.

    Examples
    --------
    >>> import pandas as pd
    >>> bins = pd.DataFrame({"predicted": [0.2], "observed": [0.25], "low": [0.1], "high": [0.4], "n": [40]})
    >>> calibration(bins, auc=0.8).layout.meta["alt"]
    'AUC 0.80. Predicted 20.0%, observed 25.0% [10.0%; 40.0%], 40 dyads.'
    """

    spoken = check_language(language)
    table = _read(frame)
    if auc is not None and not (is_number(auc) and 0 <= auc <= 1):
        raise InputError(Problem("auc must be a number from 0 to 1", value=auc))
    entries = [_entry(row, spoken) for row in table.to_dict("records")]
    figure = blank(spoken)
    shares = 100 * table.drop(columns="n")
    bottom, top = padded(shares, zero=True)
    figure.add_traces(_traces(shares, table["n"], top, [under_pointer(words, []) for words in entries]))
    told = [say("AUC {auc}", spoken, auc=shown_number(auc, spoken, decimals=2))] if auc is not None else []
    figure.update_layout(
        title=titled(title or "", [*told, *_notes(table, spoken)], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [*told, *entries], spoken)},
    )
    titles = (say("predicted probability of a tie", spoken), say("share of dyads that are tied", spoken))
    dress_chart(figure, *titles, _listed(table, spoken))
    scale = {"range": [bottom, min(top, 104.0)], "ticksuffix": percent_sign(spoken), "fixedrange": True}
    figure.update_layout(xaxis=scale, yaxis=scale)
    add_caption(figure, caption)
    return figure


def _notes(table: pd.DataFrame, language: Language) -> list[str]:
    if table.empty:
        return []
    return [sign("┄", GREY, say("as often as predicted", language)), say("Area: number of dyads", language)]


def _read(frame: pd.DataFrame) -> pd.DataFrame:
    columns = ("predicted", "observed", "low", "high")
    table = read_numbers(frame, (*columns, "n"), ())
    check(table, intervals=(("low", "high"),), shares=columns)
    wrong = table["n"].isna() | (table["n"] < 0)
    if wrong.any():
        found = table.loc[wrong.to_numpy(), "n"].items()
        message = marked("a number of dyads is 0 or more")
        raise InputError([Problem(message, row=str(row), column="n", value=value) for row, value in found])
    return table[table["n"] > 0].sort_values("predicted", kind="stable")


def _entry(row: dict[str, Any], language: Language) -> str:
    return count(
        "Predicted {predicted}, observed {observed} [{low}; {high}], {n} dyad",
        "Predicted {predicted}, observed {observed} [{low}; {high}], {n} dyads",
        int(row["n"]),
        language,
        **_percents(row, language),
    )


def _listed(table: pd.DataFrame, language: Language) -> list[str]:
    """The bins in numbers, under a line that says what they are."""
    lines = [say("predicted → observed [interval] · dyads", language)] if len(table) else []
    for row in table.to_dict("records"):
        shares, n = _percents(row, language), number(row["n"], language)
        lines.append(f"{shares['predicted']} → {shares['observed']} [{shares['low']}; {shares['high']}] · {n}")
    return [plain(line) for line in lines]


def _percents(row: dict[str, Any], language: Language) -> dict[str, str]:
    keys = ("predicted", "observed", "low", "high")
    return {key: shown_percent(row[key], language, decimals=1) for key in keys}


def _traces(shares: pd.DataFrame, n: pd.Series[Any], reach: float, hovers: list[str]) -> list[Any]:
    import plotly.graph_objects as go

    dashed = {"color": GREY, "width": 1.2, "dash": "6px,4px"}
    diagonal = go.Scatter(x=[0, reach], y=[0, reach], mode="lines", line=dashed, hoverinfo="skip")
    bars = go.Scatter(
        x=segments(shares["predicted"], shares["predicted"]),
        y=segments(shares["low"], shares["high"]),
        mode="lines",
        line={"color": rgba(RISE, 0.5), "width": 3},
        hoverinfo="skip",
    )
    sizes = np.sqrt(60 + 400 * n / max(n.max(), 1)) if len(n) else []
    points = go.Scatter(
        x=shares["predicted"],
        y=shares["observed"],
        mode="lines+markers",
        line={"color": rgba(RISE, 0.35), "width": 1.5},
        marker={"size": sizes, "color": RISE, "opacity": 0.85, "line": {"color": "white", "width": 1}},
        hoverinfo="text",
        hovertext=hovers,
        cliponaxis=False,
    )
    return [diagonal, bars, points]
