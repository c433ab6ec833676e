"""Anything that holds a network, as a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from scipy import sparse

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.objects.edge_lists import from_edge_list
from socluster.io.objects.frames import from_frame
from socluster.io.objects.igraph_graphs import from_igraph
from socluster.io.objects.matrices import from_array, from_sparse
from socluster.io.objects.networkx_graphs import from_networkx
from socluster.io.objects.settling import described
from socluster.io.options import ReadingOptions, refuse_unusable
from socluster.io.signs import signs_passed_over
from socluster.io.ways_out import with_ways_out
from socluster.words import Phrase, itemised, later, marked

__all__ = ["as_cluster", "cluster_of"]

ObjectReader = Callable[[Any, ReadingOptions], tuple[Tables, list[Phrase]]]


@checked
def as_cluster(
    data: Any,
    /,
    *,
    name: str | None = None,
    directed: bool | None = None,
    labels: Sequence[Any] | None = None,
    two_mode: bool | None = None,
    self_ties: str = "refuse",
    source: str | None = None,
    target: str | None = None,
    weight: str | None = "weight",
    layer: str | None = "layer",
    layers: Mapping[str, Any] | None = None,
    duplicates: str | None = None,
    missing: Sequence[str] | None = None,
    zero_weight: str = "refuse",
    **others: object,
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
    source, target : str, optional
        Columns of a DataFrame that hold the two ends of a tie, if they are called otherwise; with ``two_mode=True``,
        the columns of actors and of groups.
    weight : str or None, default "weight"
        Edge attribute or column with the strength of the tie; a tie without it has the strength 1. None: all have.
    layer : str or None, default "layer"
        The edge attribute or column that tells the layer. None: all ties are in one layer.
    layers : mapping, optional
        What the layers are, as in ``{"referral": {"directed": True}}``; it comes before `directed`.
    duplicates : {"refuse", "sum", "count", "mean", "max", "min", "first"}, optional
        What to do about ties that stand several times: refuse them, or make one tie that has the sum, mean, largest
        or smallest of their weights, the weight of the first, or their number. Without it a list is refused, and
        parallel edges of a graph are added up with a `LossWarning`.
    missing : sequence of str, optional
        Texts in a DataFrame that mean "not known", such as ``["NA"]``.
    zero_weight : {"refuse", "drop"}, default "refuse"
        What to do about ties of weight 0.
    **others
        Refused, with the options that there are.

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
    The nodes of a graph and the ids in a table stay what they are in every answer: 3 stays a number, (0, 1) a tuple.
    Inside, and in files, each has an id, which is its text; arguments take either. Two nodes with one text, such as 1
    and "1", are refused. The rows of a plain matrix have no names; they are called by the texts `1` to `n`. What
    `to_networkx` and `to_igraph` make comes back as the same cluster.

    Examples
    --------
    >>> as_cluster([("School", "Clinic"), ("Clinic", "NGO", 3)], name="Small town")
    <Cluster 'Small town': 3 actors, 2 ties (2 tie, undirected), 2 reported, fingerprint ...>
    """
    options = ReadingOptions(
        name=name,
        directed=directed,
        labels=labels,
        two_mode=two_mode,
        self_ties=self_ties,
        weight=weight,
        source=source,
        target=target,
        layer=layer,
        layers=layers or {},
        duplicates=duplicates,
        missing=missing,
        zero_weight=zero_weight,
        caller="as_cluster",
    )
    if isinstance(data, Cluster):
        return data
    read = _reader(data)
    refuse_unusable([*options.given, *others], _USES[read], type(data).__name__)
    tables, losses = read(data, options)
    try:
        cluster = Cluster._from(described(tables, options))
    except InputError as error:
        raise with_ways_out(error, options, _USES[read]) from None
    losses += signs_passed_over(cluster)
    if losses:
        warn("as_cluster left out {lost}", LossWarning, lost=later(itemised, losses))
    return cluster


def cluster_of(data: Any) -> Cluster:
    """Return a cluster as it is, and anything else as `as_cluster` makes it: for measures, asked in every draw."""
    return data if isinstance(data, Cluster) else as_cluster(data)


_OF_ANY = ("name", "directed", "labels", "two_mode", "self_ties", "weight", "layers", "duplicates")
_OF_TIES = (*_OF_ANY, "layer", "zero_weight")
_USES: dict[ObjectReader, tuple[str, ...]] = {
    from_networkx: _OF_TIES,
    from_igraph: _OF_TIES,
    from_edge_list: _OF_TIES,
    from_frame: (*_OF_TIES, "source", "target", "missing"),
    from_sparse: _OF_ANY,
    from_array: _OF_ANY,
}


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
