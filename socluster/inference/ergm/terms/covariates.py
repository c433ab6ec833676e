"""Terms of what is known about dyads: distances, earlier ties, ties of another layer.

Ties of another layer are conditioned on: the model asks what this layer's ties are like given the other's, and says
nothing of how those came about.

References
----------
Lazega, E. & Pattison, P. E. (1999). Multiplexity, generalized exchange and cooperation in organizations: a case study.
Social Networks, 21, 67-90. doi:10.1016/S0378-8733(99)00002-7
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.sampling.toggles import Statistic
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.labels import ids_of
from socluster.inference.ergm.observed import Observed
from socluster.inference.ergm.term import Coefficient, ErgmTerm, one_mode_only, term
from socluster.words import marked, phrase

__all__ = ["cross_reciprocity", "cross_twopath", "edgecov", "entrainment"]


@checked
def edgecov(values: Any, *, name: str | None = None) -> ErgmTerm:
    r"""Return the term :math:`\sum y_{ij} w_{ij}` of something known about every dyad.

    Parameters
    ----------
    values : str, DataFrame or array
        A layer of ties, whose strengths are taken; or a table with a row and a column for every actor (in two modes a
        row for every actor and a column for every group). In undirected networks it must be symmetric.
    name : str, optional
        What to call it in the name of the coefficient; the layer's name, or "w".

    Returns
    -------
    ErgmTerm
    """
    if not isinstance(values, str | pd.DataFrame | np.ndarray):
        message = marked("must be a layer of ties, or a table with a row and a column for every actor")
        raise InputError(Problem(message, is_argument=True, column="values", value=values))
    what = name or (values if isinstance(values, str) else "w")
    return term(
        "edgecov", _edgecov, phrase("ties, by {covariate} of their dyads", covariate=what), values=values, name=what
    )


@checked
def entrainment(layer: str) -> ErgmTerm:
    """Return the term that counts ties where there is one of another layer, which is taken as given.

    Parameters
    ----------
    layer : str
        The other layer.

    Returns
    -------
    ErgmTerm
    """
    return _cross("entrainment", phrase("ties where there is one of the layer '{layer}'", layer=layer), layer)


@checked
def cross_reciprocity(layer: str) -> ErgmTerm:
    """Return the term that counts ties i -> j where there is a tie j -> i of another layer, which is taken as given.

    Parameters
    ----------
    layer : str
        The other layer, directed.

    Returns
    -------
    ErgmTerm
    """
    meaning = phrase("ties where there is one of the layer '{layer}' the other way round", layer=layer)
    return _cross("cross_reciprocity", meaning, layer)


@checked
def cross_twopath(layer: str) -> ErgmTerm:
    """Return the term of ties i -> j by the paths i -> k -> j of another layer that they close; it is taken as given.

    Parameters
    ----------
    layer : str
        The other layer.

    Returns
    -------
    ErgmTerm
    """
    meaning = phrase("paths of two ties of the layer '{layer}' that ties close", layer=layer)
    return _cross("cross_twopath", meaning, layer)


def _cross(name: str, meaning: Any, layer: str) -> ErgmTerm:
    return term(name, _of_layer, meaning, layer=layer, name=name)


def _edgecov(observed: Observed, values: Any, name: str) -> list[Coefficient]:
    if isinstance(values, str):
        one_mode_only(observed, "edgecov")
        table = observed.cluster.shared_matrix(values).toarray()
    else:
        table = _table(observed, values)
    return [(f"edgecov.{name}", of_dyads(observed, np.asarray(table, dtype=float)))]


def _of_layer(observed: Observed, layer: str, name: str) -> list[Coefficient]:
    one_mode_only(observed, name)
    if layer == observed.layer:
        message = marked("is the layer of the model itself; name another one")
        raise InputError(Problem(message, is_argument=True, column="layer", value=layer))
    other = (observed.cluster.shared_matrix(layer).toarray() != 0).astype(float)
    np.fill_diagonal(other, 0.0)
    if name == "cross_reciprocity":
        if not (observed.frame.directed and observed.cluster.is_directed(layer)):
            raise InputError(
                "the term {term} is about directions, and one of the two layers is undirected; use entrainment",
                {"term": name},
            )
        other = other.T
    elif name == "cross_twopath":
        other = other @ other
        np.fill_diagonal(other, 0.0)
    return [(f"{name}.{layer}", of_dyads(observed, other))]


def of_dyads(observed: Observed, table: Array) -> Statistic:
    """Return the sum of a table over ties.

    Raises
    ------
    InputError
        If the network is undirected and the table is not symmetric.
    """
    frame = observed.frame
    if not frame.two_mode and not frame.directed and not np.allclose(table, table.T, rtol=1e-12, atol=0):
        i, j = np.argwhere(~np.isclose(table, table.T, rtol=1e-12, atol=0))[0]
        raise InputError(
            "the network is undirected, and from '{one}' to '{other}' something else is stated than back; use "
            "(w + w.T) / 2, or the larger of the two",
            {"one": observed.rows[i], "other": observed.rows[j]},
        )
    return Statistic("matrix", table.shape[1], frame.rows if frame.two_mode else 0, values=table)


def _table(observed: Observed, values: Any) -> Array:
    """Return a table in the order of the network; the diagonal does not matter."""
    shape = observed.matrix.shape
    if isinstance(values, pd.DataFrame):
        values = _ordered(observed, values)
    found = np.asarray(values)
    if found.shape != shape or found.dtype.kind not in "biuf":
        message = marked("must be a table of numbers, {rows} × {columns}")
        told = {"rows": shape[0], "columns": shape[1]}
        given = f"{' × '.join(map(str, found.shape))}, {found.dtype}"
        raise InputError(Problem(message, is_argument=True, column="values", value=given, values=told))
    table: Array = found.astype(float)
    if not observed.frame.two_mode:
        np.fill_diagonal(table, 0.0)
    missing = np.argwhere(~np.isfinite(table))
    if len(missing):
        ends = [f"{observed.rows[i]}, {observed.columns[j]}" for i, j in missing]
        message = marked("has no finite number for this dyad")
        raise InputError([Problem(message, is_argument=True, column="values", value=each) for each in ends])
    return table


def _ordered(observed: Observed, table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of actors by actors with its rows and columns in the order of the network."""
    for given, known in ((table.index, observed.rows), (table.columns, observed.columns)):
        stated = set(ids_of(given))
        lacking = [each for each, own in zip(known, ids_of(known), strict=True) if own not in stated]
        if lacking or len(stated) < len(given):
            message = marked("must name everybody of the network once")
            raise InputError(
                [Problem(message, is_argument=True, column="values", value=each) for each in lacking or [list(given)]]
            )
    by_id = table.set_axis(ids_of(table.index), axis=0).set_axis(ids_of(table.columns), axis=1)
    return by_id.loc[ids_of(observed.rows), ids_of(observed.columns)]
