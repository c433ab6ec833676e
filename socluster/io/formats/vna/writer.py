"""Writing files of NetDraw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.schema import KEYS, canonical_columns
from socluster.core.tables import Tables
from socluster.io.formats.matrix_losses import directions_that_do_not_show
from socluster.io.formats.plain_text import format_number, parse_number
from socluster.io.formats.relation_export import filled, is_two_mode, network_of
from socluster.io.formats.relation_losses import common_losses
from socluster.io.formats.relations import FileNetwork
from socluster.io.formats.vna.reader import NOTHING
from socluster.words import Phrase, counted, later, listed, marked, phrase

__all__ = ["losses", "write"]

_ODD = ("\n", "\r")


def write(tables: Tables, path: Path) -> None:
    """Write the ties, and the columns of actors that hold texts or numbers, as NetDraw reads them.

    A relation has a column of its own, in which 0 is no tie; a tie without a direction stands there both ways. A double
    quote inside of a name is doubled.

    References
    ----------
    S. Borgatti (2002): NetDraw, Graph Visualization Software, Analytic Technologies.
    """
    with path.open("w", encoding="utf-8", newline="\r\n") as stream:
        stream.writelines(f"{line}\n" for line in _lines(tables))


def losses(tables: Tables) -> list[Phrase]:
    """Return what of these tables a file of NetDraw cannot carry; empty if it carries all."""
    kept, whole = _carried(tables)
    actors = tables.actors.drop(columns=kept)
    found = common_losses(replace(_of_ties(tables), actors=actors), keeps_name=False, keeps_unknown=False)
    if is_two_mode(tables):
        message = marked("{groups} and {affiliations} (it holds ties between actors: write .dl, or the projection)")
        groups = counted("{n} group", "{n} groups", len(filled(tables.groups)))
        affiliations = counted("{n} affiliation", "{n} affiliations", len(filled(tables.affiliations)))
        found.append(phrase(message, groups=groups, affiliations=affiliations))
    if whole:
        found.append(phrase("that the numbers in {columns} are whole ones", columns=later(listed, whole)))
    return [*found, *directions_that_do_not_show(network_of(_of_ties(tables)))]


def _of_ties(tables: Tables) -> Tables:
    """Return the tables as a file of ties between actors can hold them."""
    return replace(tables, groups=None, affiliations=None) if is_two_mode(tables) else tables


def _carried(tables: Tables) -> tuple[list[str], list[str]]:
    """Return the columns of the actors that come back as they are, and those of them that are whole numbers."""
    kept, whole = [], []
    for name, values in tables.actors.items():
        column, given = str(name), values.dropna()
        if canonical_columns("actors", [column])[column] in KEYS["actors"] or any(odd in column for odd in _ODD):
            continue
        if pd.api.types.is_bool_dtype(given.dtype) or given.empty:
            continue
        if pd.api.types.is_numeric_dtype(given.dtype):
            if np.isfinite(given.to_numpy(dtype=float)).all():
                kept.append(column)
                whole += [column] if pd.api.types.is_integer_dtype(given.dtype) else []
        elif _are_texts(given.tolist()):
            kept.append(column)
    return kept, whole


def _are_texts(values: list[Any]) -> bool:
    """Whether texts come back as such: not all of them numbers, and none a word for nothing."""
    is_told = all(isinstance(each, str) and each not in NOTHING and each == each.strip() for each in values)
    one_line = is_told and not any(odd in each for each in values for odd in _ODD)
    return one_line and any(parse_number(each) is None for each in values)


def _lines(tables: Tables) -> Iterator[str]:
    network, columns = network_of(_of_ties(tables)), _carried(tables)[0]
    yield "*node data"
    yield " ".join(["ID", *map(_quoted, columns)])
    cells = [tables.actors[column].tolist() for column in columns]
    for name, *row in zip(network.actors.names, *cells, strict=True):
        yield " ".join([_quoted(name), *map(_cell, row)])
    if network.relations:
        yield "*tie data"
        yield " ".join(["from", "to", *(_quoted(relation.name) for relation in network.relations)])
        for (source, target), strengths in _strengths(network).items():
            ends = (_quoted(network.actors.names[source]), _quoted(network.actors.names[target]))
            yield " ".join([*ends, *map(format_number, strengths)])


def _strengths(network: FileNetwork) -> dict[tuple[int, int], list[float]]:
    """Return the strengths of each pair of actors, one for each relation."""
    found: dict[tuple[int, int], list[float]] = {}
    for place, relation in enumerate(network.relations):
        rows = zip(relation.sources.tolist(), relation.targets.tolist(), relation.weights.tolist(), strict=True)
        for source, target, weight in rows:
            if np.isnan(weight):  # not known, which has no place here
                continue
            for pair in ((source, target),) if relation.directed else ((source, target), (target, source)):
                found.setdefault(pair, [0.0] * len(network.relations))[place] = weight
    return found


def _cell(value: Any) -> str:
    if pd.isna(value):
        return "."
    return _quoted(value) if isinstance(value, str) else format_number(float(value))


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
