"""Several actors become one: whose ties and affiliations are laid together, and what is known of the new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from socluster.core.build import build
from socluster.core.coerce import unfit
from socluster.core.combine import laid_together
from socluster.core.errors import InputError, Problem
from socluster.core.parts import Parts
from socluster.core.rewire import known
from socluster.words import marked, phrase

__all__ = ["in_order", "is_ladder", "merge", "still_unknown"]

_OF_A_TIE = ["layer", "source", "target", "wave"]
_OF_AN_AFFILIATION = ["layer", "actor", "group", "wave"]


def merge(parts: Parts, actors: Iterable[str], into: str, columns: Mapping[str, Any]) -> Parts:
    """Return the parts in which these actors are one; see `Cluster.with_merger`."""
    given = list(actors)
    known("actor", given, parts.labels, "actors")
    gone = list(dict.fromkeys(given))
    if len(gone) < 2:
        raise InputError(Problem("a merger needs at least two actors", is_argument=True, column="actors", value=gone))
    fault = unfit(into, is_key=True) if isinstance(into, str) else phrase("is no text")
    if fault:
        raise InputError(Problem(fault, "actors", column="into", value=into))
    if into in parts.labels and into not in gone:
        message = marked(
            "is an actor who takes no part in the merger; name it among those who merge, or give a new name"
        )
        raise InputError(Problem(message, column="into", is_argument=True, value=into))
    tables = parts.to_tables()
    names = dict.fromkeys(gone, into)
    ties = in_order(parts, _renamed(parts.tie_frame(), ["source", "target"], names))
    affiliations = _renamed(parts.affiliation_frame(), ["actor"], names)
    unknown = in_order(parts, _renamed(parts.unknown_frame(), ["source", "target"], names))
    own = affiliations["actor"] == into
    members = set(_keys(parts.affiliation_frame(), _OF_AN_AFFILIATION))
    is_own = (ties["source"] == into) | (ties["target"] == into)
    old = set(_keys(in_order(parts, parts.tie_frame())))
    ties = _laid_together(parts, ties, is_own, _OF_A_TIE, old)
    return build(
        replace(
            tables,
            actors=_one_row(tables.actors, gone, {**columns, "actor": into}),
            ties=ties,
            affiliations=_laid_together(parts, affiliations, own, _OF_AN_AFFILIATION, members),
            unknown=still_unknown(unknown, ties),
        )
    )


def in_order(parts: Parts, ties: pd.DataFrame) -> pd.DataFrame:
    """Return the ties without those of an actor with itself, and undirected ones always with the same end first."""
    ties = ties[ties["source"] != ties["target"]].reset_index(drop=True)
    directed = {layer.name for layer in parts.layers if layer.directed}
    turned = ~ties["layer"].isin(directed) & (ties["source"] > ties["target"])
    ends = ties[["source", "target"]]
    return ties.assign(
        source=ends["source"].where(~turned, ends["target"]), target=ends["target"].where(~turned, ends["source"])
    )


def still_unknown(unknown: pd.DataFrame, ties: pd.DataFrame) -> pd.DataFrame:
    """Return the dyads, each once, whose tie is not among the ties now; both tables are `in_order`."""
    stated = set(_keys(ties))
    kept = []
    for key in _keys(unknown):
        kept.append(key not in stated)
        stated.add(key)
    return unknown[pd.Series(kept, index=unknown.index, dtype=bool)]


def is_ladder(parts: Parts, layer: str) -> bool:
    """Whether the weights of the layer are steps of a named ladder, which can be neither added up nor divided."""
    described = {each.name: each.scale for each in parts.layers}
    return described.get(layer) not in (None, "strength")


def _renamed(links: pd.DataFrame, ends: list[str], names: Mapping[str, str]) -> pd.DataFrame:
    plain = links.astype(object)
    return plain.assign(**{end: [names.get(name, name) for name in plain[end].tolist()] for end in ends})


def _laid_together(
    parts: Parts, links: pd.DataFrame, touched: pd.Series[bool], keys: list[str], old: set[tuple[Any, ...]]
) -> pd.DataFrame:
    """Lay rows of the same ends, layer and wave together, among those that the merger touched.

    A row that is alone and was there before (`old`) stays what it was; all others are derived.
    """
    result = links[~touched].to_dict("records")
    for key, rows in links[touched].groupby(keys, sort=False, dropna=False):
        if len(rows) == 1 and tuple(None if pd.isna(each) else each for each in key) in old:
            result += rows.to_dict("records")
            continue
        rule = "any" if is_ladder(parts, str(key[0])) or len(rows) == 1 else "sum"
        what = "ties" if "source" in keys else "affiliations"
        result.append({**laid_together(rows, rule, what), **dict(zip(keys, key, strict=True))})
    return pd.DataFrame(result, columns=links.columns, dtype=object)


def _one_row(actors: pd.DataFrame, gone: list[str], said: Mapping[str, Any]) -> pd.DataFrame:
    """Put one row, with what is said and what all agree on, in the place of the first who merges."""
    merging = actors["actor"].isin(gone)
    row: dict[str, Any] = {}
    for column in actors.columns:
        values = actors.loc[merging, column].dropna().unique()
        row[column] = values[0] if len(values) == 1 else None
    rows = actors.astype(object).to_dict("records")
    first = merging.tolist().index(True)
    kept = [each for each, goes in zip(rows[first + 1 :], merging.tolist()[first + 1 :], strict=True) if not goes]
    columns = list(dict.fromkeys([*actors.columns, *said]))
    return pd.DataFrame([*rows[:first], {**row, **said}, *kept], columns=columns, dtype=object)


def _keys(links: pd.DataFrame, names: Sequence[str] = _OF_A_TIE) -> list[tuple[Any, ...]]:
    plain = links.astype(object).where(links.notna(), None)
    return list(zip(*(plain[name].tolist() if name in plain else [None] * len(plain) for name in names), strict=True))
