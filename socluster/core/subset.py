"""Parts of a cluster: which actors, groups and links meet a condition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import scipy

from socluster.core.arguments import IS_NONE, is_number
from socluster.core.columns import Array, Column
from socluster.core.edit import as_list, known_actor
from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.labels import by_label, ids_of, listed_ids
from socluster.core.matrix import layer_codes
from socluster.core.parts import Links, Parts
from socluster.core.schema import EVIDENCE
from socluster.words import marked

__all__ = ["chosen", "drop_ties", "keep_actors", "keep_groups", "keep_links", "within"]

_UNCOVERED = {
    "actor": marked("the mark does not cover exactly the actors of this cluster"),
    "group": marked("the mark does not cover exactly the groups of this cluster"),
    "tie": marked("the mark does not cover exactly the ties of this cluster"),
}
_NO_COLUMN = {
    "actor": marked("is no column of the actors"),
    "group": marked("is no column of the groups"),
    "tie": marked("is no column of the ties"),
}
_IS_NOT_HERE = {
    "layer": marked("is not a layer of this cluster (its layers: {options})"),
    "kind of evidence": marked("is not a kind of evidence in this cluster (its kinds: {options})"),
    "wave": marked("is not a wave of this cluster (its waves: {options})"),
}


def chosen(frame: pd.DataFrame, wanted: Iterable[Any] | pd.Series[Any] | Mapping[str, object], what: str) -> Array:
    """Return a mask over the rows: by id or label, by a mark (bool Series), or by attributes.

    Raises
    ------
    InputError
        If an id, a column or a mark does not fit the frame.
    """
    if isinstance(wanted, pd.Series) and pd.api.types.is_bool_dtype(wanted.dtype):
        if what == "tie":
            covered = set(wanted.index) == set(frame.index)
        else:
            covered = set(ids_of(wanted.index)) == set(ids_of(frame.index))
        if not covered:
            raise InputError(_UNCOVERED[what])
        ordered = wanted.reindex(frame.index) if what == "tie" else by_label(wanted, frame.index)
        mark: Array = ordered.fillna(False).to_numpy(dtype=bool)
        return mark
    if isinstance(wanted, Mapping):
        mask = np.ones(len(frame), dtype=bool)
        for column, values in wanted.items():
            if column not in frame:
                near = nearest(column, map(str, frame.columns))
                raise InputError(Problem(_NO_COLUMN[what], value=column, nearest=near))
            options = list(values) if isinstance(values, list | tuple | set | frozenset) else [values]
            mask &= frame[column].isin(options).to_numpy(dtype=bool)
        return mask
    ids = ids_of(frame.index)
    known = set(ids)
    named = listed_ids(wanted, dict.fromkeys(known))
    unknown = [each for each in named if not isinstance(each, str) or each not in known]
    if unknown:
        message = IS_NONE[what]
        raise InputError([Problem(message, value=each, nearest=nearest(each, ids)) for each in unknown])
    goes = set(named)
    return np.array([each in goes for each in ids], dtype=bool)


def keep_actors(parts: Parts, stays: Array) -> Parts:
    """Return the parts with only the actors under this mask, and what ties them."""
    place = np.cumsum(stays) - 1

    def inside(links: Links, *, one_mode: bool) -> Links:
        both = stays[links.source] & stays[links.target] if one_mode else stays[links.source]
        kept = links.take(both)
        return replace(kept, source=place[kept.source], target=place[kept.target] if one_mode else kept.target)

    return replace(
        parts,
        labels=tuple(label for label, is_there in zip(parts.labels, stays, strict=True) if is_there),
        actors=parts.actors.take(stays),
        ties=inside(parts.ties, one_mode=True),
        affiliations=inside(parts.affiliations, one_mode=False),
        unknown=inside(parts.unknown, one_mode=True),
    )


def keep_groups(parts: Parts, wanted: Iterable[str] | pd.Series[Any] | Mapping[str, object]) -> Parts:
    """Return the parts with only these groups and the affiliations with them."""
    mask = chosen(parts.group_frame(), wanted, "group")
    new_code = np.where(mask, np.cumsum(mask) - 1, -1)
    links = parts.affiliations.take(mask[parts.affiliations.target])
    links = replace(links, target=new_code[links.target])
    labels = tuple(label for label, kept in zip(parts.group_labels, mask, strict=True) if kept)
    return replace(parts, group_labels=labels, groups=parts.groups.take(mask), affiliations=links)


def keep_links(
    parts: Parts,
    *,
    layers: str | Iterable[str] | None,
    evidence: str | Iterable[str] | None,
    wave: str | None,
    min_weight: float | None,
) -> Parts:
    """Return the parts with only the ties and affiliations that meet every condition that is given."""
    kept_layers = parts.layer_names if layers is None else _known("layer", as_list(layers), parts.layer_names)
    kept_evidence = EVIDENCE if evidence is None else _known("kind of evidence", as_list(evidence), EVIDENCE)
    if wave is not None:
        waves = {each for links in (parts.ties, parts.affiliations) for each in links.rest["wave"].labels}
        _known("wave", [wave], sorted(waves))
    if min_weight is not None and not (is_number(min_weight) and min_weight == min_weight):
        raise InputError(Problem("min_weight must be a number", value=min_weight))
    codes = [parts.layer_names.index(name) for name in kept_layers]
    recode = np.full(len(parts.layers) + 1, -1)
    recode[sorted(codes)] = np.arange(len(set(codes)))

    def kept(links: Links) -> Links:
        mask = np.isin(links.layer, codes)
        if evidence is not None and "evidence" in links.rest:
            mask &= _says(links.rest["evidence"], kept_evidence)
        if wave is not None:
            mask &= _says(links.rest["wave"], [wave])
        if min_weight is not None and "weight" in links.rest:
            mask &= links.rest["weight"].values >= min_weight
        links = links.take(mask)
        return replace(links, layer=recode[links.layer])

    return replace(
        parts,
        ties=kept(parts.ties),
        affiliations=kept(parts.affiliations),
        unknown=kept(parts.unknown),
        layers=tuple(parts.layers[code] for code in sorted(set(codes))),
    )


def _says(column: Column, options: Iterable[str]) -> Array:
    """Return the rows of a column of texts with one of the options."""
    is_option = np.array([*(label in options for label in column.labels), False])
    says: Array = is_option[column.values]
    return says


def drop_ties(parts: Parts, source: str | None, target: str | None, layer: str | None) -> Parts:
    """Return the parts without the ties of this source, target and layer; in undirected layers either end counts."""
    if source is None and target is None and layer is None:
        raise InputError("say which ties: a source, a target or a layer")
    ties = parts.ties
    gone = np.isin(ties.layer, layer_codes(parts, layer))
    directed = np.array([each.directed for each in parts.layers] + [False])[ties.layer]
    ends = [None if end is None else parts.position[known_actor(parts, end)] for end in (source, target)]
    forward, backward = np.ones(len(ties), dtype=bool), ~directed
    for end, near, far in ((ends[0], ties.source, ties.target), (ends[1], ties.target, ties.source)):
        if end is not None:
            forward &= near == end
            backward &= far == end
    gone &= forward | backward
    if not gone.any():
        named = {"source": repr(source), "target": repr(target), "layer": repr(layer)}
        raise InputError("there is no such tie (source {source}, target {target}, layer {layer})", named)
    return parts.keep_ties(~gone)


def within(parts: Parts, actor: str, radius: int) -> Array:
    """Return a mask of the actors within `radius` ties of the actor, in any direction."""
    n = len(parts.labels)
    ones = np.ones(len(parts.ties))
    ties = scipy.sparse.csr_array((ones, (parts.ties.source, parts.ties.target)), shape=(n, n))
    near = np.zeros(n, dtype=bool)
    near[parts.position[actor]] = True
    for _ in range(radius):
        reach = near.astype(float)
        wider = near | (ties @ reach > 0) | (ties.T @ reach > 0)
        if wider.sum() == near.sum():  # nobody else can be reached, in however many steps
            break
        near = wider
    return near


def _known(what: str, wanted: list[str], options: Iterable[str]) -> list[str]:
    options = list(options)
    unknown = [each for each in wanted if not isinstance(each, str) or each not in options]
    if unknown:
        message, values = _IS_NOT_HERE[what], {"options": offered(options)}
        raise InputError(
            [Problem(message, value=each, nearest=nearest(each, options), values=values) for each in unknown]
        )
    return wanted
