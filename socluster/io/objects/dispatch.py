"""Anything that holds a network, as a cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import LossWarning
from socluster.core.warn import warn
from socluster.io.options import ReadingOptions
from socluster.words import itemised, later

__all__ = ["as_cluster", "cluster_of"]


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
    from socluster.io.objects.readers import (
        cluster_from,  # most data are clusters, and who reads others takes long to load
    )

    cluster, losses = cluster_from(data, options, others)
    if losses:
        warn("as_cluster left out {lost}", LossWarning, lost=later(itemised, losses))
    return cluster


def cluster_of(data: Any) -> Cluster:
    """Return a cluster as it is, and anything else as `as_cluster` makes it: for measures, asked in every draw."""
    return data if isinstance(data, Cluster) else as_cluster(data)
