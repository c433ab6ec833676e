"""The board of steps: each step with its items, what is done, and which step acts back on which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem, nearest
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.signs import sign
from socluster.plot.style import FALL, GREY, INK, RISE
from socluster.plot.tables.words_in_cells import needed_columns, refuse_other_words
from socluster.plot.text import fitted, line_room, plain
from socluster.words import Language, marked, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["steps_board"]

_ROW, _SMALL = 26, 10.5  # pixels; what is written small has 7 points on paper
_MOST = 100  # items
STATUSES = {
    "not started": ("\N{WHITE CIRCLE}", GREY, marked("not started", context="status")),
    "under way": ("\N{CIRCLE WITH LEFT HALF BLACK}", "#3a8dc4", marked("under way", context="status")),
    "done": ("\N{BLACK CIRCLE}", RISE, marked("done", context="status")),
    "reopened": ("\N{ANTICLOCKWISE OPEN CIRCLE ARROW}", FALL, marked("reopened", context="status")),
}


@for_any_width
@checked
def steps_board(
    frame: pd.DataFrame,
    /,
    *,
    feedback: Any = (),
    revisit: Any = (),
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Which items of which step are done, and what is open?

    Every step is a heading with its items below it, each with a sign of its status. An arrow at the right leads from a
    step to one that it acts back on, as stated.

    Parameters
    ----------
    frame : DataFrame
        One row per item (index: its number), in order; columns step, name and status ("not started", "under way",
        "done" or "reopened"); optionally step_name, and proposed (whether the data propose that it is done).
    feedback : iterable of (str, str), optional
        Which step acts back on which.
    revisit : iterable of str, optional
        Steps that are to be looked at again.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on, and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words.

    Returns
    -------
    plotly.graph_objects.Figure
        The first 100 items.

    Raises
    ------
    InputError
        If a column is missing, a status is none, or feedback names no step.

    Examples
    --------
    >>> import pandas as pd
    >>> items = pd.DataFrame({"step": ["1"], "name": ["Rally"], "status": ["done"]}, index=["1.1"])
    >>> steps_board(items).layout.meta["alt"]
    'Step 1: 1.1 Rally: done.'
    """
    spoken = check_language(language)
    table = _read(frame).head(_MOST)
    rows = _rows(table)
    edges, again = _edges(feedback, rows), _steps("revisit", revisit, rows)
    figure = blank(spoken)
    for place, (item, row) in rows.items():
        if item is None:
            _add_heading(figure, place, _named(table, str(row), spoken), str(row) in again)
        else:
            _add_item(figure, place, item, row, spoken)
    headings = {str(row): place for place, (item, row) in rows.items() if item is None}
    for number, (one, other) in enumerate(edges):
        _add_arrow(figure, headings[one], headings[other], number)
    notes = [
        sign(mark, color, say(name, spoken, context="status"))
        for each, (mark, color, name) in STATUSES.items()
        if (table["status"] == each).any()
    ]
    if table["proposed"].any():
        notes.append(sign("\N{BLACK STAR}", INK, say("proposed by the data as done", spoken)))
    if edges:
        notes.append(sign("\N{UPWARDS ARROW}", GREY, say("acts back on, as stated", spoken)))
    if again:
        notes.append(sign("\N{BLACK FLAG}", INK, say("to be looked at again", spoken)))
    heading = titled(title or "", notes if len(table) else [], spoken, subtitle=subtitle)
    head = head_height(heading) + 8
    figure.update_layout(
        title=heading,
        meta={"alt": described(title or "", _told(table, edges, spoken), spoken)},
        height=head + _ROW * max(len(rows), 1) + 16,
        margin={"l": 8, "r": 8, "t": head, "b": 8},
        xaxis={"visible": False, "fixedrange": True, "range": [0, 1]},
        yaxis={"visible": False, "fixedrange": True, "range": [len(rows) - 0.4, -0.6]},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
    )
    add_caption(figure, caption)
    return figure


def _read(frame: pd.DataFrame) -> pd.DataFrame:
    table = needed_columns(frame, ("step", "name", "status"))
    table["step_name"] = frame["step_name"].astype(object) if "step_name" in frame else None
    table["proposed"] = frame["proposed"].fillna(False).astype(bool) if "proposed" in frame else False
    refuse_other_words(table, "status", STATUSES, marked("is no status; these are {statuses}"), "statuses")
    return table


def _rows(table: pd.DataFrame) -> dict[int, tuple[str | None, Any]]:
    """Return what stands in each row: (None, step) is a heading, (item, its cells) an item."""
    rows: list[tuple[str | None, Any]] = []
    for step, own in table.groupby("step", sort=False):
        rows.append((None, step))
        rows += [(str(item), cells) for item, cells in zip(own.index, own.to_dict("records"), strict=True)]
    return dict(enumerate(rows))


def _steps(argument: str, given: Any, rows: dict[int, tuple[str | None, Any]]) -> list[str]:
    known = [str(row) for item, row in rows.values() if item is None]
    named = (
        [str(each) for each in given] if isinstance(given, Iterable) and not isinstance(given, str) else [str(given)]
    )
    strange = [each for each in named if each not in known]
    if strange:
        message = marked("is no step of this table")
        raise InputError(
            [
                Problem(message, column=argument, is_argument=True, value=each, nearest=nearest(each, known))
                for each in strange
            ]
        )
    return named


def _edges(given: Any, rows: dict[int, tuple[str | None, Any]]) -> list[tuple[str, str]]:
    pairs = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    odd = [pair for pair in pairs if not isinstance(pair, tuple | list) or len(pair) != 2]
    if odd:
        message = marked("must be a list of pairs of steps, such as [('5', '1')]")
        raise InputError([Problem(message, column="feedback", is_argument=True, value=pair) for pair in odd])
    named = [_steps("feedback", pair, rows) for pair in pairs]
    return [(one, other) for one, other in named]


def _named(table: pd.DataFrame, step: str, language: Language) -> str:
    """Return what a step is called: its number, and its name if there is one."""
    name = table.loc[table["step"].map(str) == step, "step_name"].iloc[0]
    if not isinstance(name, str) or not name:
        return say("Step {step}", language, step=step)
    return say("Step {step}: {name}", language, step=step, name=name)


def _add_heading(figure: go.Figure, place: int, text: str, again: bool) -> None:
    if again:
        text = f"\N{BLACK FLAG} {text}"
    size, shown = _in_a_row(text, line_room(), 13, bold=True)
    font = {"size": size, "color": INK}
    figure.add_annotation(
        x=0, y=place, text=f"<b>{shown}</b>", showarrow=False, xanchor="left", align="left", font=font
    )


def _add_item(figure: go.Figure, place: int, item: str, cells: dict[str, Any], language: Language) -> None:
    mark, color, name = STATUSES[cells["status"]]
    star = " \N{BLACK STAR}" if cells["proposed"] else ""
    told = f"{item} {cells['name']}: {say(name, language, context='status')}"
    figure.add_scatter(
        x=[0.03],
        y=[place],
        mode="text",
        text=[mark],
        textfont={"size": 17, "color": color},
        hoverinfo="text",
        hovertext=[plain(told)],
    )
    size, shown = _in_a_row(f"{item} {cells['name']}", 0.85 * line_room(), 12)
    text, font = f"{shown}{star}", {"size": size}
    figure.add_annotation(x=0.07, y=place, text=text, showarrow=False, xanchor="left", align="left", font=font)


def _in_a_row(text: str, room: float, size: float, *, bold: bool = False) -> tuple[float, str]:
    """Return how large and in which lines a text has room in a row: in smaller letters rather than cut."""
    tries = [(size, 1), (11.0, 1), (_SMALL, 1), (_SMALL, 2)]
    written = [(each, fitted(text, room, size=each, bold=bold, lines=lines)) for each, lines in tries]
    return next((each for each in written if not each[1].endswith("…")), written[-1])


def _add_arrow(figure: go.Figure, start: int, end: int, number: int) -> None:
    figure.add_annotation(
        x=0.98 - 0.03 * number, y=end, ax=0.98 - 0.03 * number, ay=start, xref="x", yref="y", axref="x", ayref="y",
        text="", showarrow=True, arrowhead=2, arrowwidth=1.5, arrowcolor=GREY,
    )  # fmt: skip


def _told(table: pd.DataFrame, edges: list[tuple[str, str]], language: Language) -> list[str]:
    told = []
    for step, own in table.groupby("step", sort=False):
        items = "; ".join(
            f"{item} {cells['name']}: {say(STATUSES[cells['status']][2], language, context='status')}"
            for item, cells in zip(own.index, own.to_dict("records"), strict=True)
        )
        told.append(f"{_named(table, str(step), language)}: {items}")
    told += [say("Step {one} acts back on step {other}", language, one=one, other=other) for one, other in edges]
    return told
