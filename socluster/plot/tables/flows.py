"""The picture of a flow: who passes how many clients on to whom, as bands whose width is their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem, nearest
from socluster.plot.caption import add_caption, described, head_height
from socluster.plot.caption import title as titled
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.style import INK, LINE, RISE, rgba
from socluster.plot.tables.outcome import read_numbers
from socluster.plot.text import fitted, line_room, text_width, under_pointer
from socluster.words import Language, count, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["flows"]

_ROW, _LEAST = 30, 240
_MOST_TOLD = 30
_NODE = 14  # pixels
_LOWER = "<br><br>"


@for_any_width
@checked
def flows(
    frame: pd.DataFrame,
    /,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Who passes how many clients on to whom?

    Actors are bars and clients bands between them (a Sankey diagram): the wider, the more.

    Parameters
    ----------
    frame : DataFrame
        One row per tie; columns source, target (names) and clients (from 0).
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
        If a column is missing, or clients are no numbers from 0.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"source": ["School"], "target": ["Clinic"], "clients": [25.0]})
    >>> flows(table).layout.meta["alt"]
    'School → Clinic: 25.'
    """
    spoken = check_language(language)
    clients, names = _read(frame)
    places = decimals_for(clients)
    shown = [shown_number(n, spoken, decimals=places) for n in clients.tolist()]
    told = [f"{one} → {two}: {n}" for (one, two), n in zip(names, shown, strict=True)]
    actors = list(dict.fromkeys(each for pair in names for each in pair))
    number = {actor: place for place, actor in enumerate(actors)}
    figure = blank(spoken)
    heading = titled(title or "", [say("width: clients", spoken)] if names else [], spoken, subtitle=subtitle)
    left_out = len(told) - _MOST_TOLD
    more = [count("and {n} more", "and {n} more", left_out, spoken)] if left_out > 0 else []
    figure.add_sankey(
        arrangement="snap",
        node={
            "label": _labels(actors, names, clients.to_numpy(float), spoken),
            "pad": 14,
            "thickness": _NODE,
            "color": RISE,
            "line": {"color": LINE, "width": 0.5},
            "hoverinfo": "none",
        },
        link={
            "source": [number[one] for one, _ in names],
            "target": [number[two] for _, two in names],
            "value": clients.tolist(),
            "label": [under_pointer(line, []) for line in told],
            "color": rgba(RISE, 0.25),
            "hoverinfo": "none",
        },
        textfont={"color": INK, "size": 12},
    )
    head = head_height(heading) + 12
    figure.update_layout(
        title=heading,
        height=head + max(_LEAST, _ROW * len(actors)) + 20,
        margin={"l": 12, "r": 12, "t": head, "b": 20},
        meta={"alt": described(title or "", [*told[:_MOST_TOLD], *more], spoken)},
    )
    add_caption(figure, caption)
    return figure


def _labels(
    actors: list[str], pairs: list[tuple[str, str]], clients: np.ndarray[Any, Any], language: Language
) -> list[str]:
    """Return the names, escaped, and how many clients come to or leave each, whichever is more.

    One that ends a chain stands lower if it would run into that before it.
    """
    moved = dict.fromkeys(actors, 0.0)
    for end in (0, 1):
        totals = pd.Series(clients, [pair[end] for pair in pairs], dtype=float).groupby(level=0).sum()
        moved |= {actor: max(moved[actor], total) for actor, total in totals.items()}
    steps = _steps(pairs)
    room = line_room() / max(max(steps.values(), default=0), 1) - 2 * _NODE
    shown = {actor: f"{fitted(actor, room, lines=3)}<br>{shown_number(moved[actor], language)}" for actor in actors}
    before = {two: one for one, two in pairs}
    ends = {actor for actor in actors if actor not in {one for one, _ in pairs}}
    return [
        f"{_LOWER}{shown[actor]}"
        if actor in ends and actor in before and text_width(f"{before[actor]}{actor}") > room
        else shown[actor]
        for actor in actors
    ]


def _steps(pairs: list[tuple[str, str]]) -> dict[str, int]:
    """Return how many steps from a beginning everybody is at most; round a circle no farther than all are many."""
    found = dict.fromkeys((each for pair in pairs for each in pair), 0)
    for _ in found:
        longer = {two: found[one] + 1 for one, two in pairs if found[two] < found[one] + 1}
        if not longer:
            break
        found |= longer
    return found


def _read(frame: pd.DataFrame) -> tuple[pd.Series[float], list[tuple[str, str]]]:
    table = read_numbers(frame, ("clients",), ())
    known = [str(each) for each in frame.columns]
    problems = [
        Problem("there is no such column", column=column, nearest=nearest(column, known))
        for column in ("source", "target")
        if column not in frame
    ]
    wrong = table["clients"][~(table["clients"] >= 0)]
    problems += [
        Problem("must be a number from 0", row=str(row), column="clients", value=value) for row, value in wrong.items()
    ]
    if problems:
        raise InputError(problems)
    pairs = [(str(one), str(two)) for one, two in zip(frame["source"], frame["target"], strict=True)]
    return table["clients"], pairs
