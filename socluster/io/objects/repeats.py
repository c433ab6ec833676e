"""Ties that stand several times: refused, merged as parallel edges, or laid together by the rule that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socluster.core.coerce import ambiguous_numbers, as_number
from socluster.core.errors import InputError
from socluster.io.objects.edge_rows import EdgeRows, Mask, settled
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, counted, later, listed, phrase

__all__ = ["arranged", "laid_as_affiliations", "laid_together", "merged", "refuse_repeats", "without_zero"]


def arranged(
    edges: EdgeRows, known: Mapping[str, bool], options: ReadingOptions, losses: list[Phrase]
) -> tuple[EdgeRows, dict[str, dict[str, object]]]:
    """Give every layer one direction and, as the options say, every pair one tie in it; see `settled`."""
    rule = options.merges
    if rule is None:
        by_itself = options.merges_parallel and options.duplicates is None
        edges = merged(edges, losses) if by_itself else refuse_repeats(edges, options)
        return settled(edges, known, options)
    either_way = np.array([options.direction_of(name) is False for name in edges.layer], dtype=bool)
    edges = EdgeRows(edges.frame, edges.directed & ~either_way, edges.file)
    edges, layers = settled(edges, known, options)
    return laid_together(edges, rule, losses), layers


def without_zero(edges: EdgeRows, options: ReadingOptions) -> EdgeRows:
    """Leave out the rows whose weight is zero, if that was asked for."""
    if options.zero_weight != "drop" or "weight" not in edges.frame:
        return edges
    return edges[_weights(edges) != 0]


def refuse_repeats(edges: EdgeRows, options: ReadingOptions) -> EdgeRows:
    """Refuse ties that are listed more than once.

    Raises
    ------
    InputError
        With all of them, and what can be asked for.
    """
    keys = edges.keys(edges.directed)
    repeated = keys.duplicated().to_numpy()
    if not repeated.any():
        return edges
    as_written = edges.keys(np.ones(len(edges.directed), dtype=bool))
    same_way = as_written.duplicated().to_numpy()
    together = options.way(duplicates="sum")
    once_more = phrase("is listed already; {together} adds them up", together=together)
    other_way = phrase(
        "is listed already, the other way round; if direction matters, say {directed}, else {together} adds them up",
        directed=options.way(directed=True),
        together=together,
    )
    is_list = not options.merges_parallel  # in a graph, asking for a direction gives an edge both
    told = {True: once_more, False: other_way if is_list else once_more}
    places = np.flatnonzero(repeated).tolist()
    raise InputError([edges.problem(told[bool(same_way[place])], place) for place in places])


def merged(edges: EdgeRows, losses: list[Phrase]) -> EdgeRows:
    """Merge parallel edges that nothing tells apart: weights add up, the rest is that of the first.

    Edges whose weight is no positive number stay as they are, for the core to name them.
    """
    weight = _weights(edges)
    good = np.isfinite(weight) & (weight > 0)
    keys = edges.keys(edges.directed).assign(directed=edges.directed)
    repeated = keys.loc[good].duplicated().reindex(range(len(good)), fill_value=False).to_numpy()
    if not repeated.any():
        return edges
    sums = pd.Series(weight).where(good, 0.0).groupby([keys[column] for column in keys]).transform("sum").to_numpy()
    frame = edges.frame.copy()
    frame["weight"] = np.where(good, sums, frame["weight"])
    losses.append(
        counted(
            "{n} parallel edge that nothing tells from another as such (merged, weights added; give them a layer or a "
            "wave to keep them apart)",
            "{n} parallel edges that nothing tells from another as such (merged, weights added; give them a layer or a "
            "wave to keep them apart)",
            int(repeated.sum()),
        )
    )
    return EdgeRows(frame, edges.directed, edges.file)[~repeated]


def laid_together(edges: EdgeRows, rule: str, losses: list[Phrase]) -> EdgeRows:
    """Make one tie of those with the same ends, layer and wave; whatever is no weight is that of the first.

    Rows whose weight is no positive number, or whose ends are missing, stay as they are, for the core to name them.

    Parameters
    ----------
    edges : EdgeRows
        Ties, each with the direction of its layer.
    rule : {"sum", "count", "mean", "max", "min", "first"}
        What becomes of the weights; `count` is the number of rows.
    losses : list of Phrase
        Grows with the columns that differ among ties that became one.
    """
    weight = _weights(edges)
    good = np.isfinite(weight) & (weight > 0) & edges.frame.iloc[:, :2].notna().all(axis=1).to_numpy()
    keys = edges.keys(edges.directed)
    names = list(keys.columns)
    alike = keys.loc[good].assign(weight=weight[good]).groupby(names, sort=False)["weight"]
    one = (alike.transform("size") if rule == "count" else alike.transform(rule)).to_numpy(dtype=float)
    repeated = np.zeros(len(good), dtype=bool)
    repeated[good] = keys.loc[good].duplicated().to_numpy()
    if not repeated.any() and rule != "count":
        return edges
    _note_differences(edges, keys, good, losses)
    column = edges.frame["weight"].astype(object) if "weight" in edges.frame else pd.Series(1.0, edges.frame.index)
    filled = column.to_numpy(dtype=object, copy=True)
    filled[good] = one
    frame = edges.frame.assign(weight=pd.Series(filled, index=edges.frame.index, dtype=object))
    return EdgeRows(frame, edges.directed, edges.file)[~repeated]


def laid_as_affiliations(
    frame: pd.DataFrame, options: ReadingOptions, losses: list[Phrase], file: str | None = None
) -> pd.DataFrame:
    """Leave out affiliations of weight 0 and lay together those that stand several times, as the options say.

    The first two columns are actor and group; an actor may be called like a group, so that each row has a direction.
    """
    edges = without_zero(EdgeRows(frame, np.ones(len(frame), dtype=bool), file), options)
    return (laid_together(edges, options.merges, losses) if options.merges else edges).frame


def _note_differences(edges: EdgeRows, keys: pd.DataFrame, good: Mask, losses: list[Phrase]) -> None:
    shared = ("weight", "layer", "wave")
    rest = [name for name in edges.frame.columns[2:] if name not in shared]
    codes = pd.DataFrame({name: pd.factorize(edges.frame[name])[0] for name in rest}, index=keys.index).loc[good]
    if codes.empty:
        return
    groups = [keys.loc[good, name] for name in keys]
    differs = (codes.groupby(groups).transform("nunique") > 1).any()
    lost = [str(name) for name in rest if differs[name]]
    if lost:
        losses.append(
            phrase(
                "the columns {names} of all but the first row of ties that stand several times",
                names=later(listed, lost),
            )
        )


def _weights(edges: EdgeRows) -> NDArray[np.float64]:
    """Return the weights as numbers: 1 for all where none is stated, NaN where one is missing or no number."""
    n = len(edges.frame)
    column: pd.Series[Any] | None = edges.frame.get("weight")
    if column is None or column.isna().all():
        return np.ones(n)
    cells = column.tolist()
    numbers = [None if gap else as_number(cell) for cell, gap in zip(cells, column.isna(), strict=True)]
    for position in ambiguous_numbers(cells):
        numbers[position] = None  # stays as it is, for the core to name it
    return np.array([np.nan if number is None else number for number in numbers], dtype=float)
