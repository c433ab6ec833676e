"""From two modes to one: actors are tied where they share groups."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

import numpy as np
import scipy

from socluster.core.arguments import choice
from socluster.core.columns import Array, Column, Table, text_column
from socluster.core.derivation import derived_evidence, from_affiliations
from socluster.core.errors import InputError, SingleEventWarning
from socluster.core.layers import Layer
from socluster.core.matrix import Matrix, affiliation_matrix
from socluster.core.parts import Links, Parts
from socluster.core.schema import AFFILIATION, EVIDENCE
from socluster.core.subset import keep_links
from socluster.core.warn import warn
from socluster.words import later, marked, percent, phrase

__all__ = ["MEANINGS", "ProjectionWeights", "project", "without_groups"]

ProjectionWeights: TypeAlias = Literal["count", "sum", "min", "cross-product", "newman", "jaccard"]

MEANINGS: dict[ProjectionWeights, str] = {
    "count": marked("number of groups that both belong to"),
    "sum": marked("sum over shared groups of the mean of both affiliation weights"),
    "min": marked("sum over shared groups of the smaller affiliation weight"),
    "cross-product": marked("sum over shared groups of the product of both affiliation weights"),
    "newman": marked("sum over shared groups of 1 / (size - 1)"),
    "jaccard": marked("shared groups as a part of all groups of the two"),
}


def project(parts: Parts, layer: str | None, weights: ProjectionWeights) -> Parts:
    """Return the parts with one undirected layer of ties between actors who share groups.

    The new layer is named after the affiliations (`co-attends` from `attends`); groups and affiliations stay.
    """
    choice("weights", weights, tuple(MEANINGS))
    if not parts.group_labels:
        raise InputError(
            "{cluster} has no groups, so there is nothing to project; its ties are between actors already",
            {"cluster": parts.name or phrase("the cluster")},
        )
    weighted = affiliation_matrix(parts, layer)
    incidence = weighted.copy()
    incidence.data = np.ones_like(incidence.data)
    _warn_of_cliques(incidence, parts.group_labels)
    shared = scipy.sparse.triu(_shared(incidence, weighted, weights), k=1).tocoo()
    used = layer or _only_layer(parts)
    name = f"co-{used}"
    meaning = MEANINGS[weights]
    ties = _projected(parts, shared, layer)
    kept = [each for each in parts.layers if each.name not in parts.tie_layers]
    code_of = {each.name: code for code, each in enumerate(kept)}
    recode = np.array([code_of.get(each.name, -1) for each in parts.layers] + [-1])
    affiliations = replace(parts.affiliations, layer=recode[parts.affiliations.layer])
    ties = replace(ties, layer=np.full(len(ties), len(kept)))
    layers = (*kept, Layer(name, directed=False, meaning=meaning))
    return replace(
        parts, ties=ties, affiliations=affiliations, unknown=parts.unknown.take(np.array([], int)), layers=layers
    )


def _only_layer(parts: Parts) -> str:
    used = np.unique(parts.affiliations.layer)
    return parts.layer_names[used[0]] if len(used) == 1 else AFFILIATION


def without_groups(parts: Parts) -> Parts:
    """Return the parts of one mode only: without groups, affiliations and the layers of these."""
    kept = keep_links(parts, layers=parts.tie_layers, evidence=None, wave=None, min_weight=None)
    none = np.array([], dtype=int)
    return replace(kept, group_labels=(), groups=kept.groups.take(none), affiliations=kept.affiliations.take(none))


def _shared(incidence: Matrix, weighted: Matrix, weights: ProjectionWeights) -> Matrix:
    if weights == "cross-product":
        return scipy.sparse.csr_array(weighted @ weighted.T)
    if weights == "sum":
        one_way = scipy.sparse.csr_array(weighted @ incidence.T)
        return scipy.sparse.csr_array((one_way + one_way.T) / 2)
    if weights == "min":
        return _sum_of_minima(weighted)
    if weights == "newman":
        sizes = np.asarray(incidence.sum(axis=0)).ravel()
        scale = np.divide(1.0, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)
        return scipy.sparse.csr_array((incidence * scale) @ incidence.T)
    shared = scipy.sparse.csr_array(incidence @ incidence.T)
    if weights == "jaccard":
        degree = np.asarray(incidence.sum(axis=1)).ravel()
        cells = shared.tocoo()
        union = degree[cells.row] + degree[cells.col] - cells.data
        return scipy.sparse.csr_array((cells.data / union, (cells.row, cells.col)), shape=shared.shape)
    return shared


def _sum_of_minima(weighted: Matrix) -> Matrix:
    """Return the sum over shared groups of the smaller weight: over thresholds, how far both reach above the last."""
    total = scipy.sparse.csr_array((weighted.shape[0], weighted.shape[0]))
    below = 0.0
    for threshold in np.unique(weighted.data).tolist():
        reaches = scipy.sparse.csr_array(weighted >= threshold, dtype=float)
        total = scipy.sparse.csr_array(total + (threshold - below) * (reaches @ reaches.T))
        below = threshold
    return total


def _projected(parts: Parts, shared: scipy.sparse.coo_array, layer: str | None) -> Links:
    """Tie rows of the projection: as sure as both affiliations, derived unless these are less firm."""
    order = np.lexsort((shared.col, shared.row))
    rows, columns, weights = shared.row[order], shared.col[order], shared.data[order]
    links = parts.affiliations
    if layer is not None:
        links = links.take(links.layer == parts.layer_names.index(layer))
    certain, weakest = _grounds(links, rows, columns, (len(parts.labels), len(parts.group_labels)))
    n_ties = len(rows)
    used = [parts.layer_names[code] for code in np.unique(links.layer).tolist()]
    ground = weakest.astype(np.int64)
    rest = Table(
        {
            "weight": Column("number", weights),
            "confidence": Column("number", certain),
            "evidence": text_column(np.array([derived_evidence(word) for word in EVIDENCE], dtype=object)[ground]),
            "ref": text_column(np.array([from_affiliations(used, word) for word in EVIDENCE], dtype=object)[ground]),
            "wave": Column.empty("text", n_ties),
        },
        n_ties,
    )
    return Links(rows, columns, np.zeros(n_ties), rest)


def _grounds(links: Links, rows: Array, columns: Array, shape: tuple[int, int]) -> tuple[Array, Array]:
    """Probability that at least one shared group is shared in fact, and the weakest evidence among the shared."""
    evidence = links.rest["evidence"]
    rank = np.array([EVIDENCE.index(word) for word in evidence.labels] or [0])[evidence.values]
    if (links.rest["confidence"].values == 1).all() and len(evidence.labels) <= 1:
        return np.ones(len(rows)), np.full(len(rows), rank.max(initial=0))
    confidence, ground = np.zeros(shape), np.full(shape, -1)
    np.maximum.at(confidence, (links.source, links.target), links.rest["confidence"].values)
    np.maximum.at(ground, (links.source, links.target), rank)
    certain, weakest = np.empty(len(rows)), np.empty(len(rows))
    for pair, (one, other) in enumerate(zip(rows, columns, strict=True)):
        both = (ground[one] >= 0) & (ground[other] >= 0)
        certain[pair] = 1 - np.prod(1 - confidence[one, both] * confidence[other, both])
        weakest[pair] = max(ground[one, both].max(), ground[other, both].max())
    return certain, weakest


def _warn_of_cliques(incidence: Matrix, groups: tuple[str, ...]) -> None:
    sizes = np.asarray(incidence.sum(axis=0)).ravel()
    pairs = sizes * (sizes - 1) / 2
    if not pairs.any():
        return
    largest = int(pairs.argmax())
    share = pairs[largest] / pairs.sum()
    if share <= 0.5:
        return
    said = phrase("{percent} of all projected pairs come from it", percent=later(percent, share))
    if np.count_nonzero(pairs) == 1:
        said = phrase("the only one with several members")
    warn(
        "'{group}' ties each of its {n} members to all others ({said}): such a clique says who was there, not who "
        "works with whom; density and centrality inside it mean little",
        SingleEventWarning,
        group=groups[largest],
        n=int(sizes[largest]),
        said=said,
    )
