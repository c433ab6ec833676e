"""The picture of a plan beside its outcome: how far every indicator is on its way to the target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import shown_number, shown_percent
from socluster.plot.signs import sign
from socluster.plot.style import FALL, GREY, INK, LINE, RISE, TRACK
from socluster.plot.tables.outcome import not_shown, read_numbers, row_labels
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import plain
from socluster.words import Language, say, with_unit

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["plan_outcome"]

_MOST = 40
_HALF = 8  # pixels: half the height of a bar
_DOTTED = {
    "color": "white",
    "line": {"color": LINE, "width": 1},
    "pattern": {"shape": ".", "size": 6, "solidity": 0.15, "fgcolor": GREY},
}
_FARTHEST = 2.0  # beyond twice the target, or as far in the wrong direction, a bar ends in an arrow


@for_any_width
@checked
def plan_outcome(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """How far is the plan?

    The pale bar is the way from nothing (or from the baseline) to the target; the blue bar is what of it is covered. It
    is orange where the indicator moved away from the target. Where the outcome is not known, the pale bar is empty and
    dotted: that is not the same as 0 %.

    Parameters
    ----------
    frame : DataFrame
        One row per indicator (index: its name); columns planned and done; optional: baseline, unit (text), and share
        (how much of the way is covered, where done / planned is not it).
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on, and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 40 indicators.

    Raises
    ------
    InputError
        If a column is missing or holds no numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"planned": [61, 40], "done": [64, None]}, index=["events", "persons"])
    >>> plan_outcome(frame).layout.meta["alt"]
    'events: 64 of 61 (105%). persons: target 40, outcome not known.'
    """
    spoken = check_language(language)
    table = read_numbers(frame, ("planned", "done"), ("baseline", "share"))
    table["unit"] = _units(frame)
    hidden = max(len(table) - _MOST, 0)
    table = table.head(_MOST)
    if "share" not in table:
        table["share"] = table["done"] / table["planned"].replace(0, np.nan)
    said = [_said(row, spoken) for row in table.to_dict("records")]
    names = [with_unit(name, unit, spoken) for name, unit in zip(row_labels(table), table["unit"], strict=True)]
    told = [f"{name}: {text}" for name, text in zip(names, said, strict=True)]
    rows = FigureRows(tuple(lines_of_text(name, text) for name, text in zip(names, said, strict=True)))
    figure = blank(spoken)
    share, known = table["share"].to_numpy(), table["done"].notna().to_numpy()
    for chosen, look in ((known, {"color": TRACK}), (~known, _DOTTED)):
        figure.add_bar(
            x=np.ones(int(chosen.sum())),
            y=rows.strips[chosen],
            width=2 * _HALF,
            orientation="h",
            marker=look,
            hoverinfo="text",
            hovertext=[plain(each) for each, there in zip(told, chosen.tolist(), strict=True) if there],
        )
    drawn = np.clip(share, -_FARTHEST, _FARTHEST)
    figure.add_bar(
        x=np.nan_to_num(drawn),
        y=rows.strips,
        width=_HALF,
        orientation="h",
        marker={"color": [FALL if each < 0 else RISE for each in share.tolist()]},
        hoverinfo="skip",
    )
    for place in np.flatnonzero(np.abs(share) > _FARTHEST).tolist():
        arrow, color = ("▶", RISE) if share[place] > 0 else ("◀", FALL)
        figure.add_annotation(x=drawn[place], y=rows.strips[place], text=arrow, showarrow=False, font={"color": color})
    if len(table):
        figure.add_vline(x=1, line={"color": INK, "width": 2})
    notes = [sign("│", INK, say("target", spoken)), sign("▬", RISE, say("way covered", spoken))]
    if (share < 0).any():
        notes.append(sign("▬", FALL, say("away from the target", spoken)))
    if not known.all():
        notes.append(sign("░", GREY, say("outcome not known", spoken)))
    more = [not_shown(hidden, spoken)] if hidden else []
    figure.update_layout(
        title=titled(title or "", notes if told else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [*told, *more], spoken)},
        barmode="overlay",
        xaxis={
            **scale(say("of the way to the target", spoken)),
            "range": _range(drawn),
            **_ticks(drawn, spoken),
        },
        showlegend=False,
    )
    rows.dress(figure, 1, " ".join(plain(each) for each in more))
    add_caption(figure, caption)
    return figure


def _units(frame: pd.DataFrame) -> list[str]:
    if "unit" not in frame:
        return [""] * len(frame)
    return ["" if pd.isna(each) else str(each) for each in frame["unit"]]


def _said(row: dict[Any, Any], language: Language) -> str:
    planned, done, baseline = (shown_number(row.get(key, np.nan), language) for key in ("planned", "done", "baseline"))
    if np.isnan(row["done"]):
        return say("target {planned}, outcome not known", language, planned=planned)
    share = shown_percent(row["share"], language)
    if not np.isnan(row.get("baseline", np.nan)):
        return say(
            "from {baseline} to {done}, target {planned} ({share})",
            language,
            baseline=baseline,
            done=done,
            planned=planned,
            share=share,
        )
    if np.isnan(row["share"]):
        return say("{done}, target {planned}", language, done=done, planned=planned)
    return say("{done} of {planned} ({share})", language, done=done, planned=planned, share=share)


def _range(drawn: np.ndarray[Any, Any]) -> list[float]:
    known = drawn[np.isfinite(drawn)]
    return [min(0.0, float(known.min(initial=0.0))) - 0.03, max(1.0, float(known.max(initial=1.0))) + 0.06]


def _ticks(drawn: np.ndarray[Any, Any], language: Language) -> dict[str, Any]:
    low, high = _range(drawn)
    values = [each / 100 for each in range(-200, 201, 50) if low <= each / 100 <= high]
    return {"tickvals": values, "ticktext": [shown_percent(each, language) for each in values]}
