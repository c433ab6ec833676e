"""Edges on their way to being ties: self-ties, parallel edges, and one direction for each layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socluster.core.errors import InputError, Problem
from socluster.core.schema import TIE
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, as_phrase, marked, phrase

__all__ = ["EdgeRows", "Mask", "settled", "without_self_ties"]

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class EdgeRows:
    """Edges as rows of a table, each with its own direction.

    Parameters
    ----------
    frame : DataFrame
        Two columns with the ends, then weight and whatever is known; the index says where each edge is.
    directed : ndarray of bool
        For each row, whether it runs from its source to its target only.
    file : str, optional
        The file that the index counts the lines of.
    """

    frame: pd.DataFrame
    directed: Mask
    file: str | None = None

    def __getitem__(self, rows: Mask) -> EdgeRows:
        """Return the edges under the mask."""
        return EdgeRows(self.frame.loc[rows], self.directed[rows], self.file)

    @property
    def layer(self) -> pd.Series[Any]:
        """The layer of each edge."""
        if "layer" not in self.frame:
            return pd.Series(TIE, self.frame.index, dtype=object)
        return self.frame["layer"].where(self.frame["layer"].notna(), TIE).map(str)

    def problem(self, message: str | Phrase, position: int, value: object = None) -> Problem:
        """Return a problem with the edge at this position."""
        source, target = self.frame.iloc[position, :2]
        row = self.frame.index[position]
        if self.file:
            fault = as_phrase(message, {})
            message = phrase("'{source}' to '{target}': {fault}", source=source, target=target, fault=fault)
        return Problem(message, "ties", int(row) if self.file else str(row), value=value, file=self.file)

    def keys(self, directed: Mask) -> pd.DataFrame:
        """Return what tells edges apart: layer, wave and ends, the ends in either order where not directed."""
        ends = self.frame.iloc[:, :2].to_numpy(dtype=object)
        codes = pd.factorize(ends.ravel())[0].reshape(ends.shape)
        swapped = ~directed & (codes[:, 0] > codes[:, 1])
        codes[swapped] = codes[swapped, ::-1]
        wave = pd.factorize(self.frame["wave"])[0] if "wave" in self.frame else np.full(len(codes), -1)
        layer = pd.factorize(self.layer)[0]
        return pd.DataFrame({"layer": layer, "wave": wave, "source": codes[:, 0], "target": codes[:, 1]})


def without_self_ties(edges: EdgeRows, options: ReadingOptions) -> EdgeRows:
    """Leave out the ties of an actor with itself, if that was asked for.

    Raises
    ------
    InputError
        If it was not; names them all.
    """
    own = (edges.frame.iloc[:, 0] == edges.frame.iloc[:, 1]).to_numpy(dtype=bool)
    if own.any() and not options.drops_self_ties:
        message = phrase("is a tie of an actor with itself; {way} leaves it out", way=options.way(self_ties="drop"))
        raise InputError([edges.problem(message, position) for position in np.flatnonzero(own).tolist()])
    return edges[~own]


def settled(
    edges: EdgeRows, known: Mapping[str, bool], options: ReadingOptions
) -> tuple[EdgeRows, dict[str, dict[str, object]]]:
    """Give every layer one direction.

    Two arcs of a layer that is known to be undirected are one tie. A layer with any directed edge is directed, and its
    other edges become two arcs.

    Parameters
    ----------
    edges : EdgeRows
        Ties, no two of them parallel.
    known : mapping
        Layers that are known to be directed or not.
    options : ReadingOptions
        `directed` and `layers` overrule what is known.

    Returns
    -------
    edges : EdgeRows
    layers : dict
        From layer to whether it is directed.

    Raises
    ------
    InputError
        If two arcs shall be one tie, but differ in weight, or (where the user asks for it) one of them is not there.
    """
    layer = edges.layer.to_numpy(dtype=object)
    wanted = {name: options.direction_of(name) for name in dict.fromkeys(layer.tolist())}
    must = np.array([wanted[name] is False for name in layer], dtype=bool)
    may = np.array([wanted[name] is None and known.get(name) is False for name in layer], dtype=bool)
    way = options.way(directed=False, duplicates="mean")
    edges, layer = _folded(edges, edges.directed & (must | may), edges.directed & must, way)
    directed_layers = {name for name in set(layer) if wanted[name]} | set(layer[edges.directed])
    present: dict[str, dict[str, object]] = {}
    for name in dict.fromkeys(layer.tolist()):
        present[name] = {"directed": name in directed_layers}
    twofold = ~edges.directed & np.isin(layer, list(directed_layers))
    if twofold.any():
        back = edges.frame.loc[twofold]
        near, far = back.columns[:2]
        back = back.assign(**{near: back[far], far: back[near]})
        directed = np.concatenate([edges.directed | twofold, np.ones(len(back), dtype=bool)])
        edges = EdgeRows(pd.concat([edges.frame, back]), directed, edges.file)
    return edges, present


def _folded(edges: EdgeRows, folds: Mask, strict: Mask, way: str) -> tuple[EdgeRows, NDArray[Any]]:
    """Make one undirected tie of two opposite arcs, among those under the mask; where strict, both must be there."""
    keys = edges.keys(edges.directed & ~folds).loc[folds]
    positions = np.flatnonzero(folds)
    pairs = keys.assign(position=positions).groupby(list(keys.columns), sort=False)["position"]
    first = pairs.transform("min").to_numpy()
    weight = edges.frame["weight"].to_numpy() if "weight" in edges.frame else np.ones(len(folds))
    problems = [
        edges.problem(phrase(_DIFFERS, weight=repr(weight[position]), other=repr(weight[other]), way=way), position)
        for position, other in zip(positions.tolist(), first.tolist(), strict=True)
        if position != other and weight[position] != weight[other]
    ]
    alone = (pairs.transform("size").to_numpy() == 1) & strict[positions]
    problems += [edges.problem(phrase(_ONE_WAY, way=way), position) for position in positions[alone].tolist()]
    if problems:
        raise InputError(problems)
    kept = np.ones(len(folds), dtype=bool)
    kept[positions[positions != first]] = False
    edges = EdgeRows(edges.frame, edges.directed & ~folds, edges.file)[kept]
    return edges, edges.layer.to_numpy(dtype=object)


_DIFFERS = marked(
    "weighs {weight}, but the other way {other}; {way} takes their mean (or max, min, sum, first), or read it as "
    "directed and choose with symmetrise(rule='any', 'all' or 'mean')"
)
_ONE_WAY = marked(
    "runs one way only; {way} takes it for an undirected tie, or read it as directed and choose with "
    "symmetrise(rule='any', 'all' or 'mean')"
)
