"""Who reads which object, and what it can be asked; they are loaded when something is no cluster yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd
import scipy

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.objects.edge_lists import from_edge_list
from socluster.io.objects.frames import from_frame
from socluster.io.objects.igraph_graphs import from_igraph
from socluster.io.objects.matrices import from_array, from_sparse
from socluster.io.objects.networkx_graphs import from_networkx
from socluster.io.objects.settling import described
from socluster.io.options import ReadingOptions, refuse_unusable
from socluster.io.signs import signs_passed_over
from socluster.io.ways_out import with_ways_out
from socluster.words import Phrase, marked

__all__ = ["cluster_from"]

ObjectReader = Callable[[Any, ReadingOptions], tuple[Tables, list[Phrase]]]

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


def cluster_from(data: Any, options: ReadingOptions, others: Iterable[str]) -> tuple[Cluster, list[Phrase]]:
    """Return the cluster that an object holds, and what was left behind.

    Parameters
    ----------
    data : object
        No cluster.
    options : ReadingOptions
        What the caller said.
    others : iterable of str
        Options that there are not.
    """
    read = _reader(data)
    refuse_unusable([*options.given, *others], _USES[read], type(data).__name__)
    tables, losses = read(data, options)
    try:
        cluster = Cluster._from(described(tables, options))
    except InputError as error:
        raise with_ways_out(error, options, _USES[read]) from None
    return cluster, losses + signs_passed_over(cluster)


def _reader(data: Any) -> ObjectReader:
    """Return who reads such an object; goes by the name of its library, so that none is imported for that."""
    libraries = {base.__module__.partition(".")[0] for base in type(data).__mro__}
    if "networkx" in libraries and hasattr(data, "is_multigraph"):
        return from_networkx
    if "igraph" in libraries and hasattr(data, "get_edgelist"):
        return from_igraph
    if scipy.sparse.issparse(data):
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
