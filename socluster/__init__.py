"""socluster: network science for social clusters.

Who holds the cluster together, and what would a new partner change? Describe the organisations and their ties as a
`Cluster`, measure it, and compare it with what might be.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socluster import plot as plot
    from socluster.core.cluster import Cluster as Cluster
    from socluster.core.errors import InputError as InputError
    from socluster.core.errors import SoclusterError as SoclusterError
    from socluster.core.errors import SoclusterWarning as SoclusterWarning
    from socluster.core.layers import Layer as Layer
    from socluster.core.scales import SCALES as SCALES
    from socluster.core.scales import Scale as Scale
    from socluster.io.datasets import dataset_card as dataset_card
    from socluster.io.datasets import dataset_tables as dataset_tables
    from socluster.io.datasets import list_datasets as list_datasets
    from socluster.io.datasets import load_dataset as load_dataset
    from socluster.io.files import read as read
    from socluster.io.files import write as write
    from socluster.io.objects import as_cluster as as_cluster
    from socluster.io.objects import to_igraph as to_igraph
    from socluster.io.objects import to_networkx as to_networkx
    from socluster.io.objects import to_tables as to_tables
    from socluster.measures.block_density import block_density as block_density
    from socluster.measures.bridges import bridging as bridging
    from socluster.measures.bridges import everett_valente_brokerage as everett_valente_brokerage
    from socluster.measures.bridges import local_bridges as local_bridges
    from socluster.measures.bridges import tie_span as tie_span
    from socluster.measures.brokerage import brokerage_roles as brokerage_roles
    from socluster.measures.brokerage import constraint as constraint
    from socluster.measures.brokerage import effective_size as effective_size
    from socluster.measures.brokerage_paths import brokerage_strength as brokerage_strength
    from socluster.measures.brokerage_paths import crossed_brokerage as crossed_brokerage
    from socluster.measures.brokerage_test import brokerage_test as brokerage_test
    from socluster.measures.brokers import broker_load as broker_load
    from socluster.measures.brokers import exclusivity as exclusivity
    from socluster.measures.brokers import honest_brokers as honest_brokers
    from socluster.measures.census import dyad_census as dyad_census
    from socluster.measures.census import triad_census as triad_census
    from socluster.measures.centrality import betweenness as betweenness
    from socluster.measures.centrality import closeness as closeness
    from socluster.measures.centrality import degree as degree
    from socluster.measures.centrality import strength as strength
    from socluster.measures.closure import local_clustering as local_clustering
    from socluster.measures.closure import reciprocity as reciprocity
    from socluster.measures.closure import transitivity as transitivity
    from socluster.measures.cohesion import components as components
    from socluster.measures.cohesion import density as density
    from socluster.measures.cohesion import global_efficiency as global_efficiency
    from socluster.measures.cohesion_distance import average_path_length as average_path_length
    from socluster.measures.cohesion_distance import compactness as compactness
    from socluster.measures.cohesion_distance import diameter as diameter
    from socluster.measures.cohesion_distance import distance_distribution as distance_distribution
    from socluster.measures.cohesion_distance import fragmentation as fragmentation
    from socluster.measures.cohesion_distance import local_efficiency as local_efficiency
    from socluster.measures.cohesion_distance import wholeness as wholeness
    from socluster.measures.cohesive_blocks import cohesive_blocks as cohesive_blocks
    from socluster.measures.cohesive_blocks import nestedness as nestedness
    from socluster.measures.connectivity import algebraic_connectivity as algebraic_connectivity
    from socluster.measures.connectivity import edge_connectivity as edge_connectivity
    from socluster.measures.connectivity import natural_connectivity as natural_connectivity
    from socluster.measures.connectivity import node_connectivity as node_connectivity
    from socluster.measures.cutpoints import biconnected_components as biconnected_components
    from socluster.measures.cutpoints import bridges as bridges
    from socluster.measures.cutpoints import cutpoints as cutpoints
    from socluster.measures.guide import guide as guide
    from socluster.measures.hierarchy_dimensions import connectedness as connectedness
    from socluster.measures.hierarchy_dimensions import krackhardt_efficiency as krackhardt_efficiency
    from socluster.measures.hierarchy_dimensions import krackhardt_hierarchy as krackhardt_hierarchy
    from socluster.measures.hierarchy_dimensions import least_upper_boundedness as least_upper_boundedness
    from socluster.measures.key_players import key_players as key_players
    from socluster.measures.lambda_sets import lambda_sets as lambda_sets
    from socluster.measures.mixing import ei_index as ei_index
    from socluster.measures.mixing import mixing_table as mixing_table
    from socluster.measures.structural_holes import burt_efficiency as burt_efficiency
    from socluster.measures.structural_holes import burt_hierarchy as burt_hierarchy
    from socluster.measures.structural_holes import dyadic_constraint as dyadic_constraint
    from socluster.measures.structural_holes import ego_betweenness as ego_betweenness
    from socluster.measures.subgroups import clique_comembership as clique_comembership
    from socluster.measures.subgroups import cliques as cliques
    from socluster.measures.subgroups import core_number as core_number
    from socluster.measures.subgroups import k_plexes as k_plexes
    from socluster.measures.table import measure as measure
    from socluster.whatif import ties as ties
    from socluster.whatif.compare import compare as compare
    from socluster.whatif.outcome import Outcome as Outcome
    from socluster.whatif.scenario import Scenario as Scenario

__version__ = "0.1.0"

# Public name -> module that holds it; loaded on first use, so that importing socluster loads none of its libraries.
_HOME = {
    # the model
    "Cluster": "socluster.core.cluster",
    "Layer": "socluster.core.layers",
    "Scale": "socluster.core.scales",
    "SCALES": "socluster.core.scales",
    "SoclusterError": "socluster.core.errors",
    "InputError": "socluster.core.errors",
    "SoclusterWarning": "socluster.core.errors",
    # doors in and out
    "list_datasets": "socluster.io.datasets",
    "load_dataset": "socluster.io.datasets",
    "dataset_tables": "socluster.io.datasets",
    "dataset_card": "socluster.io.datasets",
    "read": "socluster.io.files",
    "write": "socluster.io.files",
    "as_cluster": "socluster.io.objects",
    "to_networkx": "socluster.io.objects",
    "to_igraph": "socluster.io.objects",
    "to_tables": "socluster.io.objects",
    # measures
    "guide": "socluster.measures.guide",
    "measure": "socluster.measures.table",
    # Who has many partners, and strong ties?
    "degree": "socluster.measures.centrality",
    "strength": "socluster.measures.centrality",
    # Who stands between others, and who reaches all quickly?
    "betweenness": "socluster.measures.centrality",
    "closeness": "socluster.measures.centrality",
    # How tightly does the cluster hang together?
    "density": "socluster.measures.cohesion",
    "block_density": "socluster.measures.block_density",
    "components": "socluster.measures.cohesion",
    "connectedness": "socluster.measures.hierarchy_dimensions",
    "wholeness": "socluster.measures.cohesion_distance",
    "fragmentation": "socluster.measures.cohesion_distance",
    "compactness": "socluster.measures.cohesion_distance",
    "global_efficiency": "socluster.measures.cohesion",
    # How far apart are the actors?
    "average_path_length": "socluster.measures.cohesion_distance",
    "diameter": "socluster.measures.cohesion_distance",
    "distance_distribution": "socluster.measures.cohesion_distance",
    "local_efficiency": "socluster.measures.cohesion_distance",
    # Are ties returned, and circles closed?
    "reciprocity": "socluster.measures.closure",
    "transitivity": "socluster.measures.closure",
    "local_clustering": "socluster.measures.closure",
    "dyad_census": "socluster.measures.census",
    "triad_census": "socluster.measures.census",
    # Is it a chain of command?
    "krackhardt_hierarchy": "socluster.measures.hierarchy_dimensions",
    "krackhardt_efficiency": "socluster.measures.hierarchy_dimensions",
    "least_upper_boundedness": "socluster.measures.hierarchy_dimensions",
    # What breaks it, and how robust is it?
    "cutpoints": "socluster.measures.cutpoints",
    "bridges": "socluster.measures.cutpoints",
    "biconnected_components": "socluster.measures.cutpoints",
    "node_connectivity": "socluster.measures.connectivity",
    "edge_connectivity": "socluster.measures.connectivity",
    "algebraic_connectivity": "socluster.measures.connectivity",
    "natural_connectivity": "socluster.measures.connectivity",
    # Which circles are inside?
    "core_number": "socluster.measures.subgroups",
    "cliques": "socluster.measures.subgroups",
    "clique_comembership": "socluster.measures.subgroups",
    "k_plexes": "socluster.measures.subgroups",
    "cohesive_blocks": "socluster.measures.cohesive_blocks",
    "nestedness": "socluster.measures.cohesive_blocks",
    "lambda_sets": "socluster.measures.lambda_sets",
    # Who spans structural holes?
    "constraint": "socluster.measures.brokerage",
    "dyadic_constraint": "socluster.measures.structural_holes",
    "effective_size": "socluster.measures.brokerage",
    "burt_efficiency": "socluster.measures.structural_holes",
    "burt_hierarchy": "socluster.measures.structural_holes",
    "ego_betweenness": "socluster.measures.structural_holes",
    # Which ties are bridges?
    "local_bridges": "socluster.measures.bridges",
    "tie_span": "socluster.measures.bridges",
    "bridging": "socluster.measures.bridges",
    "everett_valente_brokerage": "socluster.measures.bridges",
    # Between whom does somebody broker?
    "brokerage_roles": "socluster.measures.brokerage",
    "brokerage_test": "socluster.measures.brokerage_test",
    "brokerage_strength": "socluster.measures.brokerage_paths",
    "crossed_brokerage": "socluster.measures.brokerage_paths",
    "honest_brokers": "socluster.measures.brokers",
    "exclusivity": "socluster.measures.brokers",
    "broker_load": "socluster.measures.brokers",
    # Which few actors matter most together?
    "key_players": "socluster.measures.key_players",
    # Do the sectors mix?
    "ei_index": "socluster.measures.mixing",
    "mixing_table": "socluster.measures.mixing",
    # what if
    "Scenario": "socluster.whatif.scenario",
    "compare": "socluster.whatif.compare",
    "Outcome": "socluster.whatif.outcome",
    "ties": "socluster.whatif.ties",
    # pictures
    "plot": "socluster.plot",
}

_MODULES = ("ties", "plot")  # these names stand for the module itself

__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'socluster' has no attribute {name!r}")
    module = import_module(_HOME[name])
    value = module if name in _MODULES else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
