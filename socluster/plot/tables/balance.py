"""The picture of a balance: from a number before to a number after, by what was added and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign
from socluster.plot.style import FALL, GREY, GRID, LINE, RISE
from socluster.plot.tables.outcome import not_shown, read_numbers, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import fitted, plain
from socluster.words import say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["balance"]

_MOST = 40
_HALF = 8  # pixels: half the height of a bar


@for_any_width
@checked
def balance(
    frame: pd.DataFrame,
    /,
    *,
    end_label: str | None = None,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """From a number before to a number after: what was added, and what was taken away?

    A grey bar is a number, before or after; between them blue bars add and orange bars take away, each from where the
    one above it ended.

    Parameters
    ----------
    frame : DataFrame
        One row per part (index: its name); column amount: the number before in the first row, then what each part adds
        (or takes away, below 0). The number after follows.
    end_label : str, optional
        What the number after is called (default: after).
    label : str, optional
        What is counted, for the scale.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on, and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 40 rows, and the number after.

    Raises
    ------
    InputError
        If the column is missing or holds no numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"amount": [6, 3, -2]}, index=["before", "with who came", "with who left"])
    >>> balance(frame).layout.meta["alt"]
    'before: 6. with who came: +3. with who left: −2. after: 7.'
    """
    spoken = check_language(language)
    amounts = read_numbers(frame, ("amount",), ())["amount"]
    hidden = max(len(amounts) - _MOST, 0)
    names = row_names(amounts.head(_MOST).to_frame(), spoken)
    sums = amounts.cumsum().to_numpy()
    shown = amounts.head(_MOST).to_numpy()
    places = decimals_for(amounts)
    texts = [shown_number(each, spoken, decimals=places, sign=place > 0) for place, each in enumerate(shown.tolist())]
    starts, lengths = np.concatenate([[0.0], sums[: len(shown) - 1]]) if len(shown) else shown, shown
    colors = [GREY if place == 0 else (RISE if each >= 0 else FALL) for place, each in enumerate(shown.tolist())]
    if len(shown):
        names = [*names, end_label or say("after", spoken)]
        texts.append(shown_number(float(sums[-1]), spoken, decimals=places))
        starts, lengths, colors = np.append(starts, 0.0), np.append(lengths, sums[-1]), [*colors, GREY]
    told = [f"{name}: {text}" for name, text in zip(names, texts, strict=True)]
    axis_title = fitted(label or "")
    rows = FigureRows(tuple(lines_of_text(name, text) for name, text in zip(names, texts, strict=True)))
    figure = blank(spoken)
    figure.add_bar(
        x=lengths,
        base=starts,
        y=rows.strips,
        width=2 * _HALF,
        orientation="h",
        marker={"color": colors},
        hoverinfo="text",
        hovertext=[plain(each) for each in told],
    )
    for place in range(len(names) - 1):  # each bar begins where the one above it ended
        line = {"color": LINE, "width": 1}
        figure.add_shape(
            type="line", x0=sums[min(place, len(sums) - 1)], x1=sums[min(place, len(sums) - 1)],
            y0=rows.strips[place] + _HALF, y1=rows.strips[place + 1] - _HALF, line=line, layer="below",
        )  # fmt: skip
    notes = [sign("▬", GREY, say("before and after", spoken))]
    notes += [sign("▬", RISE, say("added", spoken, context="part"))] * bool((shown[1:] > 0).any())
    notes += [sign("▬", FALL, say("taken away", spoken, context="part"))] * (FALL in colors)
    more = [not_shown(hidden, spoken)] if hidden else []
    figure.update_layout(
        title=titled(title or "", notes if told else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [*told, *more], spoken)},
        xaxis={**scale(axis_title, rangemode="tozero"), "showgrid": True, "gridcolor": GRID},
        showlegend=False,
    )
    rows.dress(figure, axis_title.count("<br>") + 1 if label else 0, " ".join(plain(each) for each in more))
    add_caption(figure, caption)
    return figure
