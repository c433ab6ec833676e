"""The picture of a sensitivity analysis: which assumption moves the answer most, and which would change the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.plot.caption import add_caption, described
from socluster.plot.caption import title as titled
from socluster.plot.clusters.curves import segments
from socluster.plot.figure import blank, for_any_width
from socluster.plot.numbers import decimals_for, shown_number
from socluster.plot.signs import sign, signs_drawn
from socluster.plot.style import FALL, INK, RISE, rgba
from socluster.plot.tables.outcome import not_shown, read_flags, read_numbers, row_labels, row_names
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import fitted, under_pointer
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["tornado"]

_MOST = 30
_ENDLESS = ("low_endless", "base_endless", "high_endless")  # 1 or -1 where an answer has no end, else 0


@for_any_width
@checked
def tornado(
    frame: pd.DataFrame,
    /,
    *,
    label: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    caption: str | None = None,
    language: str = "en",
) -> go.Figure:
    """Which assumption moves the answer most?

    Every row is an assumption, those that move the answer most on top. Its bar reaches from the answer at the low
    setting of the assumption (hollow mark) to that at the high setting (filled mark), around the line of the answer
    now. Where the choice changes, the bar is orange and hatched, and a line says who is chosen at either setting.

    Parameters
    ----------
    frame : DataFrame
        One row per assumption (index); columns low, base, high: the answer at the low setting, now, and at the high
        setting (low may lie above high); and, optionally, best_low and best_high (who is the best at the
        settings), changes (whether either is another choice than now; without it, whether best_low and best_high
        differ), and whose (text: who makes the assumption).
    label : str, optional
        What the answer is, and its unit, for the axis.
    title : str, optional
        Default: none.
    subtitle, caption : str, optional
        What the picture rests on (cluster, level of the intervals, draws), and where the data come from.
    language : {"en", "lt"}, default "en"
        Of our own words and of the numbers.

    Returns
    -------
    plotly.graph_objects.Figure
        Of more than 30 assumptions the 30 that move the answer most, and a line that says how many are left out.

    Raises
    ------
    InputError
        If a column is missing or has no numbers, or changes contains anything but True and False.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"low": [0.1], "base": [0.2], "high": [0.4], "changes": [True]}, index=["tie rate"])
    >>> tornado(frame).layout.meta["alt"]
    'tie rate: 0.1 → 0.4 (base 0.2), the choice changes.'
    """

    spoken = check_language(language)
    table = _read(frame)
    left_out = max(len(table) - _MOST, 0)
    table = table.iloc[:_MOST]
    names, texts = row_names(table, spoken), _numbers(table, spoken)
    rows = FigureRows(tuple(lines_of_text(name, *lines) for name, lines in zip(names, texts, strict=True)))
    figure = blank(spoken)
    hovers = [under_pointer(name, lines) for name, lines in zip(names, _full_words(table, spoken), strict=True)]
    figure.add_traces([*_bars(table, rows, hovers), *_endless_bars(table, rows, hovers)])
    figure.add_traces([_base_line(table, rows), *_ends(table, rows, hovers)])
    foot = not_shown(left_out, spoken) if left_out else ""
    told = [f"{name}: {', '.join(line for line in lines if line)}" for name, lines in zip(names, texts, strict=True)]
    notes = [
        *signs_drawn("○", (RISE, FALL), _edges(table), say("low setting", spoken)),
        *signs_drawn("●", (RISE, FALL), _edges(table), say("high setting", spoken)),
        sign("┊", INK, say("base", spoken)),
    ]
    if len(table) > 1:
        notes.append(say("sorted by how far the answer moves, farthest first", spoken))
    if table["changes"].any():
        notes.append(sign("▨", FALL, say("the choice changes", spoken)))
    figure.update_layout(
        title=titled(title or "", notes if names else [], spoken, subtitle=subtitle),
        meta={"alt": described(title or "", [*told, *([foot] if foot else [])], spoken)},
        showlegend=False,
        barmode="overlay",
    )
    axis_title = fitted(label or say("answer", spoken))
    has_ends = np.isfinite(table[["low", "base", "high"]].to_numpy(dtype=float)).any()
    figure.update_layout(xaxis=scale(axis_title, range=_range(table), nticks=6, showticklabels=bool(has_ends)))
    rows.dress(figure, axis_title.count("<br>") + 1, foot)
    add_caption(figure, caption)
    return figure


def _read(frame: pd.DataFrame) -> pd.DataFrame:
    """The columns as they are needed, sorted by how far the answer moves."""
    table = read_numbers(frame, ("low", "base", "high"), ())
    for side in ("best_low", "best_high", "whose"):
        table[side] = frame[side].astype(object).where(frame[side].notna(), None) if side in frame else None
    known = table["best_low"].notna() & table["best_high"].notna()
    table["changes"] = read_flags(frame, "changes", known & (table["best_low"] != table["best_high"]))
    problems = [
        Problem("an answer at a setting needs the answer at the base", row=name, column="base")
        for name in np.array(row_labels(table), dtype=object)[(table["base"].isna() & table["low"].notna()).to_numpy()]
    ]
    if problems:
        raise InputError(problems)
    answers = table[["low", "base", "high"]]
    for column in ("low", "base", "high"):
        given = frame[column].to_numpy(dtype=float, na_value=np.nan)
        table[f"{column}_endless"] = np.where(np.isinf(given), np.sign(given), 0.0)
    endless = table[list(_ENDLESS)] != 0
    swing = (answers.max(axis=1) - answers.min(axis=1)).fillna(-np.inf)
    swing[endless.any(axis=1) & ~endless.all(axis=1)] = np.inf  # nothing moves the answer more than to where it ends
    return table.iloc[np.argsort(-swing.to_numpy(), kind="stable")]


def _numbers(table: pd.DataFrame, language: Language) -> list[list[str]]:
    """Per row: the answers; then whether, and to whom, the choice changes."""
    places = decimals_for(table[["low", "base", "high"]].to_numpy().ravel())
    texts = []
    for row in table.to_dict("records"):
        low, base, high = (_answer(row, key, language, places) for key in ("low", "base", "high"))
        text = [say("{low} → {high} (base {base})", language, low=low, high=high, base=base), ""]
        if row["whose"] is not None:
            text[0] += f" · {row['whose']}"
        if row["changes"] and row["best_low"] is not None and row["best_high"] is not None:
            who = {"low": f"○\u00a0{row['best_low']}", "high": f"●\u00a0{row['best_high']}"}
            text[1] = say("the choice changes: {low} · {high}", language, **who)
        elif row["changes"]:
            text[1] = say("the choice changes", language)
        texts.append([*text, _without_bound(row, language)])
    return texts


def _answer(row: dict[Any, Any], key: str, language: Language, places: int | None = None) -> str:
    """Return an answer as it is written; one without end has no mark, and must not look unknown."""
    end = row[f"{key}_endless"]
    return ("∞" if end > 0 else "−∞") if end else shown_number(row[key], language, decimals=places)


def _without_bound(row: dict[Any, Any], language: Language) -> str:
    """Return at which settings an answer has no end, by their signs; nothing where all have one."""
    at = [mark for mark, key in zip("○┊●", _ENDLESS, strict=True) if row[key]]
    if not at:
        return ""
    if any(row[key] < 0 for key in _ENDLESS):
        return say("{settings} falls without bound", language, settings=" ".join(at))
    return say("{settings} grows without bound", language, settings=" ".join(at))


def _full_words(table: pd.DataFrame, language: Language) -> list[list[str]]:
    texts = []
    for row in table.to_dict("records"):
        low, now, high = (_answer(row, key, language) for key in ("low", "base", "high"))
        lines = [
            say("answer at the low setting: {answer}", language, answer=_with_best(low, row["best_low"], language)),
            say("answer now: {answer}", language, answer=now),
            say("answer at the high setting: {answer}", language, answer=_with_best(high, row["best_high"], language)),
        ]
        changes = row["changes"]
        lines.append(say("the choice changes", language) if changes else say("the choice stays the same", language))
        texts.append(lines)
    return texts


def _with_best(answer: str, best: str | None, language: Language) -> str:
    return answer if best is None else say("{answer}; best: {best}", language, answer=answer, best=best)


def _bars(table: pd.DataFrame, rows: FigureRows, hovers: list[str]) -> list[Any]:
    import plotly.graph_objects as go

    hatched = {"shape": "/", "fgcolor": FALL, "bgcolor": rgba(FALL, 0.25), "solidity": 0.35, "size": 8}
    looks: dict[bool, dict[str, Any]] = {False: {"color": rgba(RISE, 0.55)}, True: {"color": FALL, "pattern": hatched}}
    traces = []
    for changes, look in looks.items():
        drawn = (table["changes"] == changes).to_numpy()
        if drawn.any():
            traces.append(
                go.Bar(
                    base=table["low"][drawn],
                    x=(table["high"] - table["low"])[drawn],
                    y=rows.strips[drawn],
                    orientation="h",
                    width=14,
                    marker={**look, "line": {"width": 0}},
                    hoverinfo="text",
                    hovertext=np.array(hovers, dtype=object)[drawn].tolist(),
                )
            )
    return traces


def _endless_bars(table: pd.DataFrame, rows: FigureRows, hovers: list[str]) -> list[Any]:
    """Bars of answers that have no end: from the nearest that has one to the edge, where an arrow says on."""
    import plotly.graph_objects as go

    side = table[list(_ENDLESS)].sum(axis=1).to_numpy()
    drawn = side != 0
    if not drawn.any():
        return []
    left, right = _range(table)
    edge = np.where(side > 0, right, left)
    answers = table[["low", "base", "high"]]
    nearest = np.where(side > 0, answers.min(axis=1), answers.max(axis=1))
    nearest = np.where(np.isnan(nearest), edge, nearest)
    colors, hover = np.array(_edges(table))[drawn].tolist(), np.array(hovers, dtype=object)[drawn].tolist()
    shared = {"y": rows.strips[drawn], "hoverinfo": "text", "hovertext": hover}
    bar = {"color": [rgba(color, 0.3) for color in colors], "line": {"width": 0}}
    arrow = {"size": 14, "color": colors, "symbol": np.where(side > 0, "triangle-right", "triangle-left")[drawn]}
    return [
        go.Bar(base=nearest[drawn], x=(edge - nearest)[drawn], orientation="h", width=14, marker=bar, **shared),
        go.Scatter(x=edge[drawn], mode="markers", marker=arrow, cliponaxis=False, **shared),
    ]


def _base_line(table: pd.DataFrame, rows: FigureRows) -> Any:
    import plotly.graph_objects as go

    return go.Scatter(
        x=segments(table["base"], table["base"]),
        y=segments(rows.strips - 12, rows.strips + 12),
        mode="lines",
        line={"color": INK, "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
    )


def _edges(table: pd.DataFrame) -> list[str]:
    colors: list[str] = np.where(table["changes"], FALL, RISE).tolist()
    return colors


def _ends(table: pd.DataFrame, rows: FigureRows, hovers: list[str]) -> list[Any]:
    import plotly.graph_objects as go

    edge = _edges(table)
    looks = {"low": "white", "high": edge}
    shared = {"y": rows.strips, "mode": "markers", "hoverinfo": "text", "hovertext": hovers}
    return [
        go.Scatter(x=table[end], marker={"size": 11, "color": fill, "line": {"color": edge, "width": 2.5}}, **shared)
        for end, fill in looks.items()
    ]


def _range(table: pd.DataFrame) -> list[float]:
    values = table[["low", "base", "high"]].to_numpy().ravel()
    values = values[np.isfinite(values)]
    if not values.size:
        return [-1.0, 1.0]
    air = 0.06 * (float(np.ptp(values)) or abs(float(values[0])) or 1.0)
    return [float(values.min()) - air, float(values.max()) + air]
