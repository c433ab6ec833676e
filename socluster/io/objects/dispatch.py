"""Anything that holds a network, as a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from scipy import sparse

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.objects.edge_lists import from_edge_list
from socluster.io.objects.frames import from_frame
from socluster.io.objects.igraph_graphs import from_igraph
from socluster.io.objects.matrices import from_array, from_sparse
from socluster.io.objects.networkx_graphs import from_networkx
from socluster.io.objects.options import Options
from socluster.words import Phrase, itemised, later, marked

__all__ = ["as_cluster"]

ObjectReader = Callable[[Any, Options], tuple[Tables, list[Phrase]]]


def as_cluster(
    data: Any,
    /,
    *,
    name: str | None = None,
    directed: bool | None = None,
    labels: Sequence[Any] | None = None,
    two_mode: bool | None = None,
    self_ties: str = "refuse",
    weight: str | None = "weight",
) -> Cluster:
    """Which cluster is this? Turn a network of another library into a cluster.

    Parameters
    ----------
    data : Cluster, networkx graph, igraph.Graph, scipy sparse or numpy matrix, DataFrame, or iterable of tuples
        A cluster is returned unchanged. A graph's attributes become columns: those of nodes of the actors, those of
        edges of the ties; the edge attribute `layer`, or a key that is a word, tells the layer. A square matrix holds
        ties from row to column, NaN where unknown; any other holds which actor (row) belongs to which group
        (column). A DataFrame is a list of ties (columns source and target, or synonyms), a list of affiliations (actor
        and group) or a matrix. Tuples are (source, target), (source, target, weight) or
        (source, target, {attributes}).
    name : str, optional
        Name of the cluster.
    directed : bool, optional
        Whether ties have a direction. Without it the object decides: a graph says so itself, a symmetric matrix is
        undirected and any other directed, a list of ties is undirected.
    labels : sequence, optional
        Ids of the actors, for arrays and sparse matrices, else `1` to `n`; with groups `(actors, groups)`.
    two_mode : bool, optional
        Whether there are actors and groups. Without it the object decides: a graph in which every node has
        `bipartite` 0 (actor) or 1 (group), or igraph's `type` false or true, and no edge within either set; a
        matrix that is not square. False makes actors of all nodes.
    self_ties : {"refuse", "drop"}, default "refuse"
        What to do about ties of an actor with itself, such as a diagonal.
    weight : str or None, default "weight"
        Edge attribute or column with the strength of the tie; a tie without it has the strength 1. None: all have.

    Returns
    -------
    Cluster

    Raises
    ------
    InputError
        If the object is no network, or holds what a cluster cannot hold; all such places are named.

    Warns
    -----
    LossWarning
        If something is left behind: attributes that are lists, parallel edges that nothing tells apart.

    Notes
    -----
    Ids become text. What `to_networkx` and `to_igraph` make comes back as the same cluster.

    Examples
    --------
    >>> as_cluster([("School", "Clinic"), ("Clinic", "NGO", 3)], name="Small town")
    <Cluster 'Small town': 3 actors, 2 ties (2 tie, undirected), 2 reported, fingerprint ...>
    """
    if isinstance(data, Cluster):
        return data
    options = Options(name, directed, labels, two_mode, self_ties, weight)
    tables, losses = _reader(data)(data, options)
    cluster = Cluster._from(tables)
    if losses:
        warn("as_cluster left out {lost}", LossWarning, lost=later(itemised, losses))
    return cluster


def _reader(data: Any) -> ObjectReader:
    """Return who reads such an object; goes by the name of its library, so that none is imported for that."""
    libraries = {base.__module__.partition(".")[0] for base in type(data).__mro__}
    if "networkx" in libraries and hasattr(data, "is_multigraph"):
        return from_networkx
    if "igraph" in libraries and hasattr(data, "get_edgelist"):
        return from_igraph
    if sparse.issparse(data):
        return from_sparse
    if isinstance(data, pd.DataFrame):
        return from_frame
    if "numpy" in libraries and hasattr(data, "__array__"):
        return from_array
    if isinstance(data, Iterable) and not isinstance(data, str | bytes | Mapping | pd.Series):
        return from_edge_list
    message = marked(
        "cannot make a cluster of {kind}; as_cluster takes a Cluster, a graph of networkx or igraph, a numpy or scipy "
        "matrix, a DataFrame, or (source, target) tuples"
    )
    if isinstance(data, str | bytes):
        message = marked("cannot make a cluster of {kind}; socluster.read(path) reads files")
    raise InputError(message, {"kind": type(data).__name__})
