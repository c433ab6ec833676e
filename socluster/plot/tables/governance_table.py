"""Forms by conditions: what each requires, what was measured, and whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.signs import sign
from socluster.plot.style import FALL, GREY, INK, LINE, RISE, rgba
from socluster.plot.tables.words_in_cells import needed_columns, refuse_other_words
from socluster.plot.text import fitted, line_room, plain, text_width
from socluster.words import Language, marked, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["governance_table"]

_LABEL, _LINE, _CELL, _HEAD = 30, 14, 74, 52  # pixels
_SMALL = 10.5  # pixels: 7 points on paper
_MOST = 6  # forms, and twice as many conditions
VERDICTS = {
    "holds": ("\N{CHECK MARK}", rgba(RISE, 0.2), marked("holds", context="verdict")),
    "fails": ("\N{MULTIPLICATION X}", rgba(FALL, 0.22), marked("fails", context="verdict")),
    "unknown": ("?", "white", marked("unknown", context="verdict")),
}
_COLUMNS = ("form", "condition", "required", "measured", "verdict")


@for_any_width
@checked
def governance_table(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Which condition of which form holds, fails, or is not known?

    A column per form, a row per condition. Every cell shows what is required and the verdict, as a sign and a colour;
    above the row stands what was measured.

    Parameters
    ----------
    frame : DataFrame
        One row per form and condition; columns form, condition, required, measured (texts, as they are to be shown) and
        verdict ("holds", "fails" or "unknown").
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on, and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 6 forms and 12 conditions.

    Raises
    ------
    InputError
        If a column is missing or a verdict is none.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"form": "shared", "condition": "participants", "required": "few", "measured": "13", "verdict": "fails"}
    >>> governance_table(pd.DataFrame([row])).layout.meta["alt"]
    'shared: participants few (13): fails.'
    """
    spoken = check_language(language)
    table = _read(frame)
    forms = list(dict.fromkeys(table["form"]))[:_MOST]
    conditions = list(dict.fromkeys(table["condition"]))[: 2 * _MOST]
    table = table[table["form"].isin(forms) & table["condition"].isin(conditions)]
    figure = blank(spoken)
    wide = line_room() / max(len(forms), 1) - 8
    labels = {
        condition: _label(condition, next(iter(table.loc[table["condition"] == condition, "measured"])))
        for condition in conditions
    }
    above = _LABEL + _LINE * max((label.count("<br>") for label in labels.values()), default=0)
    tops = {condition: _HEAD + (above + _CELL) * place for place, condition in enumerate(conditions)}
    for place, form in enumerate(forms):
        # a long word in small letters rather than in two pieces
        size = 12 if all(text_width(word, bold=True) <= wide for word in form.split()) else _SMALL
        _write(figure, place + 0.5, _HEAD / 2, f"<b>{fitted(form, wide, size=size, bold=True)}</b>", size)
    for condition, top in tops.items():
        _write(figure, 0.02, top + above / 2, labels[condition], 12, "left")
    for cell in table.to_dict("records"):
        _add_cell(figure, forms.index(cell["form"]), tops[cell["condition"]] + above, cell, wide, spoken)
    notes = [
        sign(mark, _ink(each), say(name, spoken, context="verdict"))
        for each, (mark, _, name) in VERDICTS.items()
        if (table["verdict"] == each).any()
    ]
    heading = titled(title or "", notes if len(table) else [], spoken, subtitle=subtitle)
    head = head_height(heading) + 4
    total = _HEAD + (above + _CELL) * len(conditions)
    figure.update_layout(
        title=heading,
        meta={"alt": described(title or "", _told(table, forms, spoken), spoken)},
        height=head + total + 12,
        margin={"l": 8, "r": 8, "t": head, "b": 12},
        xaxis={"visible": False, "fixedrange": True, "range": [0, max(len(forms), 1)]},
        yaxis={"visible": False, "fixedrange": True, "range": [total, 0]},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
    )
    add_caption(figure, caption)
    return figure


def _label(condition: str, measured: str) -> str:
    """Return a condition and what was measured of it, in one line if there is room for both, else in two."""
    if text_width(plain(condition), bold=True) + text_width(plain(f": {measured}")) <= line_room() - 12:
        return f"<b>{plain(condition)}</b>: {plain(measured)}"
    return f"<b>{fitted(condition, bold=True, lines=1)}</b><br>{fitted(measured, lines=1)}"


def _read(frame: pd.DataFrame) -> pd.DataFrame:
    table = needed_columns(frame, _COLUMNS)
    for column in ("form", "condition", "required", "measured"):
        table[column] = table[column].map(str)
    refuse_other_words(table, "verdict", VERDICTS, marked("is no verdict; these are {verdicts}"), "verdicts")
    return table


def _add_cell(figure: go.Figure, place: int, top: float, cell: dict[str, Any], wide: float, language: Language) -> None:
    mark, color, name = VERDICTS[cell["verdict"]]
    verdict = say(name, language, context="verdict")
    figure.add_shape(
        type="rect",
        x0=place + 0.02,
        x1=place + 0.98,
        y0=top,
        y1=top + _CELL - 6,
        fillcolor=color,
        line={"color": LINE},
        layer="below",
    )
    text = f"{mark} {plain(verdict)}<br>{fitted(cell['required'], wide, lines=2)}"
    figure.add_scatter(
        x=[place + 0.5],
        y=[top + (_CELL - 6) / 2],
        mode="text",
        text=[text],
        textfont={"size": 12, "color": _ink(cell["verdict"])},
        hoverinfo="text",
        hovertext=[plain(_sentence(cell, language))],
    )


def _ink(verdict: str) -> str:
    return GREY if verdict == "unknown" else INK


def _write(figure: go.Figure, x: float, y: float, text: str, size: float, anchor: str = "center") -> None:
    look = {"showarrow": False, "xanchor": anchor, "align": anchor, "yanchor": "middle", "font": {"size": size}}
    figure.add_annotation(x=x, y=y, text=text, **look)


def _sentence(cell: dict[str, Any], language: Language) -> str:
    values = {each: cell[each] for each in ("condition", "required", "measured")}
    verdict = say(VERDICTS[cell["verdict"]][2], language, context="verdict")
    return f"{values['condition']} {values['required']} ({values['measured']}): {verdict}"


def _told(table: pd.DataFrame, forms: list[str], language: Language) -> list[str]:
    return [
        f"{form}: " + "; ".join(_sentence(cell, language) for cell in table[table["form"] == form].to_dict("records"))
        for form in forms
    ]
