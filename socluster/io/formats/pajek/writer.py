"""Writing Pajek networks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from socluster.core.tables import Tables
from socluster.io.formats.plain_text import format_number
from socluster.io.formats.relation_export import network_of
from socluster.io.formats.relation_losses import common_losses
from socluster.io.formats.relations import FileNetwork, Relation, default_layer
from socluster.words import Phrase, marked, phrase

__all__ = ["losses", "write"]


def write(tables: Tables, path: Path) -> None:
    """Write the ties, or those of a cluster of affiliations only, as a Pajek network.

    Each layer is a numbered relation with its name, of arcs if it is directed and of edges if it is not. Only a single
    layer with the default name is written without number, as programs that do not know several relations want it.

    Parameters
    ----------
    tables : Tables
        What `Cluster.to_tables` gives.
    path : Path
        Where to; an existing file is replaced.

    Notes
    -----
    The text is ASCII, which every program reads, or UTF-8 with the byte order mark by which Pajek knows it (networkx
    does not: give it the lines behind the mark). Its lines end as on Windows. Pajek has no way to write a quotation
    mark inside a name, but takes a pair of any special character around it; so a name with double quotation marks is in
    single ones. Sectors, kinds and other partitions have files of their own in Pajek and are not written.
    """
    lines = "".join(f"{line}\r\n" for line in _lines(network_of(tables)))
    path.write_text(lines, encoding="ascii" if lines.isascii() else "utf-8-sig", newline="")


def losses(tables: Tables) -> list[Phrase]:
    """Return what of these tables a Pajek network cannot carry; empty if it carries all."""
    found = common_losses(tables, keeps_name=False, keeps_unknown=False)
    network = network_of(tables)
    labels = [*network.actors.names, *(network.groups.names if network.groups else ())]
    hard = [label for label in labels if "\\" in label or ('"' in label and "'" in label)]
    hard += [relation.name for relation in network.relations if "\\" in relation.name or '"' in relation.name]
    if hard:
        message = marked("for Pajek itself, some quotation marks or backslashes in names: {names}")
        found.append(phrase(message, names=", ".join(hard)))
    return found


def _lines(network: FileNetwork) -> Iterator[str]:
    n_actors = len(network.actors.names)
    if network.groups is None:
        labels = list(network.actors.names)
        yield f"*Vertices {n_actors}"
    else:
        labels = [*network.actors.names, *network.groups.names]
        yield f"*Vertices {len(labels)} {n_actors}"
    for number, label in enumerate(labels, start=1):
        yield f"{number} {_quoted(label)}"
    names = [relation.name for relation in network.relations]
    is_plain = names == [default_layer(network.groups is not None)]
    first_target = 1 if network.groups is None else n_actors + 1
    for number, relation in enumerate(network.relations, start=1):
        kind = "*Arcs" if relation.directed else "*Edges"
        yield kind if is_plain else f"{kind} :{number} {_escaped(relation.name)}"
        yield from _link_lines(relation, first_target)


def _link_lines(relation: Relation, first_target: int) -> Iterator[str]:
    known = ~np.isnan(relation.weights)
    ends = zip(relation.sources[known] + 1, relation.targets[known] + first_target, strict=True)
    for (source, target), weight in zip(ends, relation.weights[known], strict=True):
        yield f"{source} {target} {format_number(weight)}"


def _quoted(label: str) -> str:
    return f"'{label}'" if '"' in label and "'" not in label else _escaped(label)


def _escaped(label: str) -> str:
    r"""Return the label in double quotation marks, with `\` before those inside, as igraph and networkx read them."""
    return '"' + label.replace("\\", "\\\\").replace('"', '\\"') + '"'
