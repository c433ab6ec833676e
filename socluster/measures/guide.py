"""Which function answers which question: the measures, grouped as people ask."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import pandas as pd

__all__ = ["GUIDE", "guide"]

# Question -> public names, in the order of reading.
GUIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Who has many partners, and strong ties?": (
            "degree",
            "strength",
        ),
        "Who is near to the others?": (
            "closeness",
            "harmonic",
            "reach",
            "decay",
            "eccentricity",
        ),
        "What runs over whom?": (
            "betweenness",
            "edge_betweenness",
            "stress",
            "load",
            "k_path_centrality",
            "flow_betweenness",
            "current_flow_betweenness",
            "information",
        ),
        "Who counts because those around count?": (
            "eigenvector",
            "hits",
            "pagerank",
            "katz",
            "bonacich_power",
            "subgraph_centrality",
            "laplacian_centrality",
        ),
        "Does the cluster turn around one, and is the ranking sure?": (
            "centralization",
            "degree_distribution",
            "rank_stability",
        ),
        "How tightly does the cluster hang together?": (
            "density",
            "block_density",
            "components",
            "connectedness",
            "wholeness",
            "fragmentation",
            "compactness",
            "global_efficiency",
        ),
        "How far apart are the actors?": (
            "average_path_length",
            "diameter",
            "distance_distribution",
            "local_efficiency",
        ),
        "Are ties returned, and circles closed?": (
            "reciprocity",
            "transitivity",
            "local_clustering",
            "dyad_census",
            "triad_census",
        ),
        "Is it a chain of command?": (
            "krackhardt_hierarchy",
            "krackhardt_efficiency",
            "least_upper_boundedness",
        ),
        "What breaks it, and how robust is it?": (
            "cutpoints",
            "bridges",
            "biconnected_components",
            "node_connectivity",
            "edge_connectivity",
            "algebraic_connectivity",
            "natural_connectivity",
        ),
        "Which circles are inside?": (
            "core_number",
            "cliques",
            "clique_comembership",
            "k_plexes",
            "cohesive_blocks",
            "nestedness",
            "lambda_sets",
        ),
        "Who spans structural holes?": (
            "constraint",
            "dyadic_constraint",
            "effective_size",
            "burt_efficiency",
            "burt_hierarchy",
            "ego_betweenness",
        ),
        "Which ties are bridges?": (
            "local_bridges",
            "tie_span",
            "bridging",
            "everett_valente_brokerage",
        ),
        "Between whom does somebody broker?": (
            "brokerage_roles",
            "brokerage_test",
            "brokerage_strength",
            "crossed_brokerage",
            "honest_brokers",
            "exclusivity",
            "broker_load",
        ),
        "Which few actors matter most together?": ("key_players",),
        "Do ties stay inside groups or cross them?": (
            "mixing_table",
            "ei_index",
            "ei_test",
            "ei_by_group",
            "ei_by_actor",
            "assortativity",
            "numeric_assortativity",
            "coleman_homophily",
            "freeman_segregation",
        ),
        "How open are sectors, levels, places?": (
            "openness",
            "openness_by_group",
            "cross_sector_share",
        ),
        "How mixed are an actor's partners?": (
            "partner_composition",
            "partner_diversity",
        ),
        "Into which parts does the cluster fall?": (
            "communities",
            "modularity",
            "partition_agreement",
        ),
        "Is there a core?": (
            "core_periphery",
            "continuous_coreness",
        ),
        "Who holds the same position or role?": (
            "equivalence_distances",
            "equivalence_groups",
            "concor",
            "rege",
            "blockmodel",
        ),
        "Who is central among actors and groups, without a projection?": (
            "twomode_density",
            "twomode_degree",
            "twomode_closeness",
            "twomode_betweenness",
            "twomode_eigenvector",
        ),
        "Do those who meet, meet again, and what do they share?": (
            "twomode_clustering",
            "twomode_local_clustering",
            "affiliation_overlap",
        ),
        "What is in a projection beyond chance?": (
            "projection_backbone",
            "disparity_backbone",
            "swap_modes",
            "dual_projection",
        ),
        "Do the layers run between the same actors?": (
            "layer_overlap",
            "layer_correlation",
            "multiplexity",
        ),
        "Where is an actor at home?": (
            "multiplex_degree",
            "multiplex_neighbourhood",
            "layer_relevance",
            "layer_exclusivity",
            "layer_participation",
        ),
        "What if somebody leaves?": (
            "removal",
            "attack_curve",
        ),
        "What do the partners think of each other?": (
            "rating_table",
            "rating_scores",
            "rater_disagreement",
            "relative_connectivity",
            "non_redundant_ties",
        ),
        "Can the data be trusted?": (
            "report_agreement",
            "ladder_profile",
            "response_rate",
            "bounds",
        ),
    }
)


def guide() -> pd.DataFrame:
    """Return all measures by the question they answer.

    Returns
    -------
    DataFrame
        Index (question, function); column answer, the function's own question in a line.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.guide().loc["Between whom does somebody broker?"]
                                                answer
    function
    brokerage_roles  ...
    """
    public = import_module("socluster")
    rows = [
        (question, name, (getattr(public, name).__doc__ or "").strip().partition("\n")[0])
        for question, names in GUIDE.items()
        for name in names
    ]
    frame = pd.DataFrame(rows, columns=["question", "function", "answer"])
    return frame.set_index(["question", "function"])
