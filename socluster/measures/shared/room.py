"""Which measures make tables of all pairs of actors, and a refusal, before the work, of those that would not fit.

The one table of such needs. A measure that makes tables of all pairs stands in it and calls `refuse_without_room`;
`tests/measures/shared/test_room.py` finds those that do and do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socluster.core.errors import InputError, Problem
from socluster.core.options import options
from socluster.words import counted, either, later, number

__all__ = ["TABLES", "refuse_without_room"]

# Measure -> how many tables of all pairs (or of actors and groups, or of ties and groups) it holds at once, and what
# measures say something alike without any.
TABLES: Mapping[str, tuple[int, tuple[str, ...]]] = MappingProxyType(
    {
        "affiliation_overlap": (8, ("twomode_degree", "twomode_clustering")),
        "attack_curve": (3, ("cutpoints", "core_number")),
        "autocorrelation": (2, ("ego_alter_similarity", "assortativity")),
        "clique_comembership": (3, ("cliques", "core_number")),
        "concor": (10, ("communities", "core_periphery")),
        "correspondence": (3, ("twomode_degree", "twomode_eigenvector")),
        "current_flow_betweenness": (8, ("betweenness",)),
        "distances": (3, ("distance_distribution", "average_path_length")),
        "equivalence_distances": (6, ("communities", "core_number")),
        "equivalence_groups": (7, ("communities", "core_periphery")),
        "flow_betweenness": (2, ("betweenness",)),
        "information": (6, ("closeness", "harmonic")),
        "key_players": (3, ("betweenness", "cutpoints")),
        "lambda_sets": (2, ("core_number", "biconnected_components")),
        "least_upper_boundedness": (2, ("krackhardt_hierarchy",)),
        "mds": (9, ("communities", "core_periphery")),
        "mrqap": (15, ("layer_correlation", "layer_overlap")),  # for each column
        "natural_connectivity": (3, ("global_efficiency", "transitivity")),
        "projection_backbone": (3, ("disparity_backbone", "twomode_degree")),
        "qap": (12, ("layer_correlation", "layer_overlap")),
        "rege": (10, ("communities", "core_periphery")),
        "removal": (3, ("cutpoints", "betweenness")),
        "subgraph_centrality": (4, ("eigenvector", "katz")),
    }
)


def refuse_without_room(measure: str, n: int, *, rows: int | None = None, columns: int | None = None) -> None:
    """Refuse a measure whose tables of n x n numbers, or of rows x columns, would take more memory than they may.

    Parameters
    ----------
    measure : str
        Its name, as in `TABLES`.
    n : int
        Number of actors.
    rows, columns : int, optional
        The size of its tables, where these are not of all pairs of actors.

    Raises
    ------
    InputError
        If they would; it says how much, how much there may be, and what to measure instead.
    """
    tables, cheaper = TABLES[measure]
    need = 8.0 * tables * (n if rows is None else rows) * (n if columns is None else columns)
    if need > options.allowed_memory:
        raise InputError(
            Problem(
                "{measure} {of_actors} would take about {need} GB of memory, and {allowed} GB may be taken "
                "(sc.options.memory); take {cheaper} instead, or measure a part of the cluster, as "
                "cluster.ego(actor, 2) gives one",
                values={
                    "measure": measure,
                    "of_actors": counted("of {n} actor", "of {n} actors", n),
                    "need": later(number, need / 1e9),
                    "allowed": later(number, options.allowed_memory / 1e9),
                    "cheaper": later(either, list(cheaper)),
                },
            )
        )
