"""A layer, or all of them together, as a sparse matrix; and which of its cells are unknown."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import numpy as np
import scipy

from socluster.core.columns import Array
from socluster.core.derivation import grounds
from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.parts import Links, Parts
from socluster.words import marked

__all__ = ["Matrix", "Weights", "affiliation_matrix", "is_directed", "layer_codes", "tie_matrix", "unknown_matrix"]

Matrix: TypeAlias = "scipy.sparse.csr_array[Any]"
Weights: TypeAlias = Literal["strength", "binary"]


def layer_codes(parts: Parts, layer: str | None) -> list[int]:
    """Return the code of one layer of ties, or those of all.

    Raises
    ------
    InputError
        If there is no such layer of ties.
    """
    if layer is None:
        return [parts.layer_names.index(name) for name in parts.tie_layers]
    if layer not in parts.tie_layers:
        message = marked("is no layer of this cluster (layers of ties: {layers})")
        if layer in parts.layer_names:
            message = marked("holds affiliations, not ties; use project() (layers of ties: {layers})")
        near, values = nearest(layer, parts.tie_layers), {"layers": offered(parts.tie_layers)}
        raise InputError(Problem(message, "layers", value=layer, nearest=near, values=values))
    return [parts.layer_names.index(layer)]


def is_directed(parts: Parts, layer: str | None) -> bool:
    """Whether the layer, or any layer if none is named, is directed."""
    return any(parts.layers[code].directed for code in layer_codes(parts, layer))


def tie_matrix(parts: Parts, layer: str | None, weights: Weights = "strength") -> Matrix:
    """Return the n x n matrix of ties, row = source, column = target.

    Undirected ties are in both cells. Several layers add up.

    Raises
    ------
    InputError
        If the ties belong to several waves, which must not add up.
    """
    ties = parts.ties
    of_layer = slice(None) if layer is None else ties.layer == layer_codes(parts, layer)[0]
    wave = ties.rest["wave"].values[of_layer]
    if (wave != wave[:1]).any():
        named = [*ties.rest["wave"].labels, "(none)"]
        waves = ", ".join(sorted({named[code] for code in wave}))
        message = marked("the ties belong to several waves ({waves}); choose one with select(wave=...)")
        raise InputError(message, {"waves": waves})
    matrix = _matrix(parts, ties, of_layer, ties.rest["weight"].values)
    if weights == "binary":
        matrix.data = np.ones_like(matrix.data)
    return matrix


def unknown_matrix(parts: Parts, layer: str | None) -> Matrix:
    """Return the n x n matrix of booleans that marks the dyads whose state is unknown.

    A dyad is unknown where it is listed as such, and where it depends on actors who did not answer: in a directed
    layer the dyads that such an actor would report as the source, in an undirected layer those between two of them.
    A layer of documented ties does not depend on answers. In several layers together, a dyad is unknown where one of
    them leaves it open and none shows a tie.
    """
    n = len(parts.labels)
    if not parts.may_hold_unknown:
        return scipy.sparse.csr_array((n, n), dtype=bool)
    silent = parts.actors["responded"].values == 0
    total = scipy.sparse.csr_array((n, n), dtype=bool)
    for code in layer_codes(parts, layer):
        listed = parts.unknown
        open_dyads = _matrix(parts, listed, listed.layer == code, np.ones(len(listed))).astype(bool)
        if silent.any() and _depends_on_answers(parts, code):
            open_dyads = (open_dyads + _unanswered(silent, directed=parts.layers[code].directed)).astype(bool)
        total = (total + open_dyads).astype(bool)
    ties = tie_matrix(parts, layer).astype(bool)
    return scipy.sparse.csr_array(total > ties)


def _depends_on_answers(parts: Parts, code: int) -> bool:
    """Whether the ties of a layer rest on what actors answered, themselves or through what they are derived from."""
    rows = parts.ties.rest.take(parts.ties.layer == code)
    said = set(zip(rows["evidence"].objects(), rows["ref"].objects(), strict=True))
    found = {ground for evidence, ref in said for ground in grounds(str(evidence), ref)}
    return not found or not found.isdisjoint({"reported", "confirmed"})


def affiliation_matrix(parts: Parts, layer: str | None = None) -> Matrix:
    """Return the actors x groups matrix of affiliation weights."""
    links = parts.affiliations
    if layer is not None:
        two_mode = [name for name in parts.layer_names if name not in parts.tie_layers]
        if layer not in two_mode:
            message = marked("is no layer of affiliations (there are: {layers})")
            near, values = nearest(layer, two_mode), {"layers": offered(two_mode)}
            raise InputError(Problem(message, "layers", value=layer, nearest=near, values=values))
        links = links.take(links.layer == parts.layer_names.index(layer))
    shape = (len(parts.labels), len(parts.group_labels))
    return scipy.sparse.csr_array((links.rest["weight"].values.copy(), (links.source, links.target)), shape=shape)


def _matrix(parts: Parts, links: Links, chosen: Array | slice, values: Array) -> Matrix:
    """Return the chosen links with their values as a matrix: those of undirected layers in both cells, all added up."""
    source, target, values = links.source[chosen], links.target[chosen], values[chosen]
    both = np.array([not layer.directed for layer in parts.layers], dtype=bool)[links.layer[chosen]]
    rows, columns = np.concatenate([source, target[both]]), np.concatenate([target, source[both]])
    cells = (np.concatenate([values, values[both]]), (rows, columns))
    return scipy.sparse.csr_array(cells, shape=(len(parts.labels),) * 2, dtype=np.float64)


def _unanswered(silent: Array, *, directed: bool) -> Matrix:
    asked = np.outer(silent, np.ones_like(silent) if directed else silent)
    np.fill_diagonal(asked, False)
    return scipy.sparse.csr_array(asked)
