"""What network programs know of a cluster: numbered nodes and named relations between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socluster.core.coerce import clean_text
from socluster.core.columns import TEXT
from socluster.core.errors import InputError, LossWarning, Problem
from socluster.core.schema import AFFILIATION, TIE
from socluster.core.tables import Origin, Tables
from socluster.core.warn import warn
from socluster.words import counted, marked

__all__ = [
    "FileNetwork",
    "Labels",
    "Relation",
    "default_layer",
    "label_problems",
    "matrix_names",
    "tables_of_network",
    "warn_of_unknown_affiliations",
]


@dataclass(frozen=True)
class Labels:
    """Names of nodes in their order, and the line of the file on which each is, where that is known."""

    names: Sequence[str]
    lines: Sequence[int] | None = None

    @classmethod
    def numbered(cls, names: Sequence[str], lines: Sequence[int] | None = None, prefix: str = "") -> Labels:
        """Clean the names and call a node without one by its number from 1."""
        filled = [clean_text(name) or f"{prefix}{number}" for number, name in enumerate(names, start=1)]
        return cls(filled, lines)

    def part(self, start: int, stop: int) -> Labels:
        """Return some of the labels."""
        return Labels(self.names[start:stop], self.lines[start:stop] if self.lines is not None else None)

    def line(self, position: int) -> int | None:
        """Return the line of the file on which the name is."""
        return self.lines[position] if self.lines is not None else None


@dataclass(frozen=True)
class Relation:
    """One layer: which node is tied to which, and how strongly; a weight of NaN means unknown.

    In a network of two modes the sources count actors and the targets count groups, both from 0. A pair of an
    undirected relation is listed here once.
    """

    name: str
    directed: bool
    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    weights: NDArray[np.float64]
    lines: NDArray[np.int64] | None = None


@dataclass(frozen=True)
class FileNetwork:
    """Nodes and relations; with `groups`, the relations go from actors to groups."""

    actors: Labels
    relations: Sequence[Relation]
    groups: Labels | None = None
    columns: Mapping[str, Sequence[object]] = field(default_factory=dict)


_SAME_NAME = {
    "node": marked("node {this} has the same name as node {other}"),
    "matrix": marked("matrix {this} has the same name as matrix {other}"),
}


def default_layer(two_mode: bool) -> str:
    """Return the name of the layer where the file gives none."""
    return AFFILIATION if two_mode else TIE


def matrix_names(number: int, two_mode: bool) -> Labels:
    """Return names for matrices that have none."""
    default = default_layer(two_mode)
    return Labels([default if number == 1 else f"relation {position}" for position in range(1, number + 1)])


def label_problems(labels: Labels, *, table: str, file: str, what: str = "node") -> list[Problem]:
    """Return a problem for each duplicate name, as ties to it could mean either node."""
    first: dict[str, int] = {}
    problems = []
    for position, name in enumerate(labels.names):
        if name in first:
            places = {"this": position + 1, "other": first[name] + 1}
            row = labels.line(position)
            problems.append(Problem(_SAME_NAME[what], table=table, row=row, value=name, file=file, values=places))
        first.setdefault(name, position)
    return problems


def warn_of_unknown_affiliations(network: FileNetwork, path: Path) -> None:
    """Warn where a two-mode file says that something is unknown: a cluster can say so of ties only."""
    if network.groups is None:
        return
    unknown = sum(int(np.isnan(relation.weights).sum()) for relation in network.relations)
    if unknown:
        message = counted(
            "{file}: {n} unknown affiliation was left out, as a cluster knows unknown ties only",
            "{file}: {n} unknown affiliations were left out, as a cluster knows unknown ties only",
            unknown,
            file=path,
        )
        warn(message, LossWarning)


def tables_of_network(
    network: FileNetwork, path: Path, *, name: str | None = None, info: Mapping[str, str] | None = None
) -> Tables:
    """Return the network as plain tables; duplicate names are an InputError."""
    file = str(path)
    problems = label_problems(network.actors, table="actors", file=file)
    if network.groups is not None:
        problems += label_problems(network.groups, table="groups", file=file)
    if problems:
        raise InputError(problems)
    links = _links(network)
    known = links["weight"].notna()
    main = "ties" if network.groups is None else "affiliations"
    frames = {main: links.loc[known].drop(columns="line").reset_index(drop=True)}
    if network.groups is not None:
        frames["groups"] = pd.DataFrame({"group": pd.array(list(network.groups.names), dtype=TEXT)})
    elif not known.all():
        frames["unknown"] = links.loc[~known].drop(columns=["line", "weight"]).reset_index(drop=True)
    return Tables(
        actors=pd.DataFrame({"actor": pd.array(list(network.actors.names), dtype=TEXT), **network.columns}),
        **frames,
        layers={relation.name: {"directed": relation.directed} for relation in network.relations},
        name=name,
        info=dict(info or {}),
        origins=_origins(network, links, known, file),
    )


def _links(network: FileNetwork) -> pd.DataFrame:
    ends = ("source", "target") if network.groups is None else ("actor", "group")
    actors = np.array(network.actors.names, dtype=object)
    targets = actors if network.groups is None else np.array(network.groups.names, dtype=object)
    parts = network.relations
    empty = [np.empty(0, dtype=np.int64)]
    rows = np.concatenate([part.sources for part in parts] or empty)
    columns = np.concatenate([part.targets for part in parts] or empty)
    layers = np.repeat(np.array([part.name for part in parts], dtype=object), [len(part.sources) for part in parts])
    lines = [part.lines if part.lines is not None else np.zeros(len(part.sources), np.int64) for part in parts]
    return pd.DataFrame(
        {
            ends[0]: pd.array(actors[rows], dtype=TEXT),
            ends[1]: pd.array(targets[columns], dtype=TEXT),
            "layer": pd.array(layers, dtype=TEXT),
            "weight": np.concatenate([part.weights for part in parts] or [np.empty(0)]).astype(np.float64),
            "line": np.concatenate(lines or empty),
        }
    )


def _origins(network: FileNetwork, links: pd.DataFrame, known: pd.Series, file: str) -> dict[str, Origin]:
    """Return where the rows came from, for the tables whose line numbers are known."""
    origins = {}
    if network.actors.lines is not None:
        origins["actors"] = Origin(file, rows=list(network.actors.lines))
    if network.groups is not None and network.groups.lines is not None:
        origins["groups"] = Origin(file, rows=list(network.groups.lines))
    if all(relation.lines is not None for relation in network.relations):
        main = "ties" if network.groups is None else "affiliations"
        origins[main] = Origin(file, rows=links.loc[known, "line"].tolist())
        if network.groups is None and not known.all():
            origins["unknown"] = Origin(file, rows=links.loc[~known, "line"].tolist())
    return origins
