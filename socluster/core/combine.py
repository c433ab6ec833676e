"""Ties laid together: several layers into one, two directions into one, and one draw of the uncertain ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import choice
from socluster.core.build import build
from socluster.core.columns import Array, Column
from socluster.core.derivation import derived_evidence, from_links, weakest
from socluster.core.parts import Parts

__all__ = ["RULES", "drawn", "flatten", "laid_together", "symmetrise"]

RULES = ("any", "all", "mean", "sum")
_SAME_RULE = {"max": "any", "min": "all"}  # where an absent tie weighs 0, as in UCINET


def drawn(parts: Parts, present: Array) -> Parts:
    """Return the parts with only the ties that are present, and these for sure."""
    ties = parts.ties.take(present)
    sure = Column("number", np.ones(len(ties)))
    return replace(parts, ties=replace(ties, rest=ties.rest.replace(confidence=sure)))


def flatten(parts: Parts, name: str) -> Parts:
    """Return the parts with all layers of ties as one of that name."""
    tables = parts.to_tables()
    names = set(parts.tie_layers)
    directed = any(parts.layers[parts.layer_names.index(each)].directed for each in names)
    frame, unknown = parts.tie_frame(), parts.unknown_frame()
    if directed:
        frame, unknown = _as_arcs(parts, frame), _as_arcs(parts, unknown)
    layers: dict[str, Any] = {each: value for each, value in tables.layers.items() if each not in names}
    layers[name] = {
        "directed": directed,
        "meaning": "sum over the layers " + ", ".join(parts.tie_layers) if names else None,
    }
    unknown = unknown.assign(layer=name).drop_duplicates()
    ties = _merged(frame.assign(layer=name, origin=frame["layer"]), "sum")
    known = set(zip(ties["source"], ties["target"], strict=True))
    pairs = zip(unknown["source"], unknown["target"], strict=True)
    unknown = unknown[np.array([pair not in known for pair in pairs], dtype=bool)]
    return build(replace(tables, ties=ties, layers=layers, unknown=unknown))


def symmetrise(parts: Parts, rule: str) -> Parts:
    """Return the parts with undirected layers only; see `Cluster.symmetrise`."""
    rule = choice("rule", _SAME_RULE.get(rule, rule) if isinstance(rule, str) else rule, RULES)
    tables = parts.to_tables()
    frame = parts.tie_frame()
    directed = _is_directed(parts, frame)
    arcs = frame[directed].copy()
    swap = (arcs["source"] > arcs["target"]).to_numpy(dtype=bool)
    arcs.loc[swap, ["source", "target"]] = arcs.loc[swap, ["target", "source"]].to_numpy()
    merged = _merged(arcs.assign(origin=""), rule)
    layers = {each.name: replace(each, directed=False).to_dict() for each in parts.layers}
    if rule in ("mean", "sum"):  # the mean or the sum of two steps of a ladder need not be a step of it
        for each in parts.layers:
            if each.directed and each.scale is not None:
                layers[each.name]["scale"] = None
    unknown = _open_pairs(parts, merged)
    return build(replace(tables, ties=pd.concat([frame[~directed], merged]), layers=layers, unknown=unknown))


def _open_pairs(parts: Parts, merged: pd.DataFrame) -> pd.DataFrame:
    """Unknown dyads as pairs, without those for which a tie is known now."""
    unknown = parts.unknown_frame()
    ends = np.sort(unknown[["source", "target"]].to_numpy(dtype=object), axis=1)
    unknown = unknown.assign(source=ends[:, 0], target=ends[:, 1]).drop_duplicates()
    keys = ["layer", "source", "target"]
    known = set(merged[keys].itertuples(index=False, name=None))
    rows = unknown[keys].itertuples(index=False, name=None)
    return unknown[np.array([row not in known for row in rows], dtype=bool)]


def _as_arcs(parts: Parts, frame: pd.DataFrame) -> pd.DataFrame:
    """In a directed layer, an undirected tie (or unknown dyad) is two arcs."""
    back = frame[~_is_directed(parts, frame)]
    return pd.concat([frame, back.rename(columns={"source": "target", "target": "source"})], ignore_index=True)


def _is_directed(parts: Parts, frame: pd.DataFrame) -> Array:
    directed = {layer.name: layer.directed for layer in parts.layers}
    return np.array([directed[name] for name in frame["layer"]], dtype=bool)


def _merged(frame: pd.DataFrame, rule: str) -> pd.DataFrame:
    """Lay rows of the same dyad, layer and wave together; a row whose `origin` is its layer stays if it is alone."""
    keys = ["layer", "source", "target", "wave"]
    columns = frame.columns.drop("origin")
    rows: list[dict[str, Any]] = []
    for key, together in frame.groupby(keys, sort=False, dropna=False):
        if rule == "all" and len(together) < 2:
            continue
        if len(together) == 1 and (together["origin"] == together["layer"]).all():
            rows += together[columns].to_dict("records")
            continue
        layers = together["origin"].where(together["origin"] != "", together["layer"])
        said = laid_together(together[columns].assign(layer=layers), rule)
        rows.append({**dict(zip(keys, key, strict=True)), **said})
    if not rows:
        return frame[columns].iloc[:0]
    return pd.DataFrame(rows, columns=columns, dtype=object)  # so that whole numbers stay whole beside a gap


def laid_together(rows: pd.DataFrame, rule: str, what: str = "ties") -> dict[str, Any]:
    """Return what several rows of one dyad (or of one actor and group) say together; see `flatten` and `symmetrise`.

    Two reports of one tie confirm it (`all`); anything else that is made of rows is derived from them.
    """
    weight, sure = rows["weight"], rows["confidence"]
    weights = {"any": weight.max(), "all": weight.min(), "mean": weight.sum() / 2, "sum": weight.sum()}
    both = rule == "all"
    ground = weakest(rows["evidence"])
    if both and ground in ("reported", "confirmed"):
        evidence, ref = "confirmed", "; ".join(dict.fromkeys(rows["ref"].dropna())) or None
    else:
        evidence, ref = derived_evidence(ground), from_links(rows, what)
    result: dict[str, Any] = {
        "weight": weights[rule],
        "confidence": sure.prod() if both or len(sure) == 1 else 1 - (1 - sure).prod(),
        "evidence": evidence,
        "ref": ref,
    }
    for column in rows.columns.difference(["layer", "source", "target", "wave", *result]):
        values = rows[column].dropna().unique()
        result[column] = values[0] if len(values) == 1 else None  # two different values have no joint one
    return result
