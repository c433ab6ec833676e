"""socluster: network science for social clusters.

Who holds the cluster together, and what would a new partner change? Describe the organisations and their ties as a
`Cluster`, measure it, and compare it with what might be.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from socluster.core.version import VERSION

if TYPE_CHECKING:
    from socluster import learn as learn
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
    from socluster.io.needs import read_needs as read_needs
    from socluster.io.objects import as_cluster as as_cluster
    from socluster.io.objects import to_igraph as to_igraph
    from socluster.io.objects import to_networkx as to_networkx
    from socluster.io.objects import to_tables as to_tables
    from socluster.measures.agreement import ladder_profile as ladder_profile
    from socluster.measures.agreement import report_agreement as report_agreement
    from socluster.measures.attack import attack_curve as attack_curve
    from socluster.measures.backbone import disparity_backbone as disparity_backbone
    from socluster.measures.backbone import projection_backbone as projection_backbone
    from socluster.measures.block_density import block_density as block_density
    from socluster.measures.blockmodel import blockmodel as blockmodel
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
    from socluster.measures.centrality_distance import decay as decay
    from socluster.measures.centrality_distance import eccentricity as eccentricity
    from socluster.measures.centrality_distance import harmonic as harmonic
    from socluster.measures.centrality_distance import reach as reach
    from socluster.measures.centrality_flow import current_flow_betweenness as current_flow_betweenness
    from socluster.measures.centrality_flow import flow_betweenness as flow_betweenness
    from socluster.measures.centrality_flow import information as information
    from socluster.measures.centrality_paths import edge_betweenness as edge_betweenness
    from socluster.measures.centrality_paths import k_path_centrality as k_path_centrality
    from socluster.measures.centrality_paths import load as load
    from socluster.measures.centrality_paths import stress as stress
    from socluster.measures.centrality_spectral import eigenvector as eigenvector
    from socluster.measures.centrality_spectral import hits as hits
    from socluster.measures.centrality_spectral import pagerank as pagerank
    from socluster.measures.centrality_walks import bonacich_power as bonacich_power
    from socluster.measures.centrality_walks import katz as katz
    from socluster.measures.centrality_walks import laplacian_centrality as laplacian_centrality
    from socluster.measures.centrality_walks import subgraph_centrality as subgraph_centrality
    from socluster.measures.centralization import centralization as centralization
    from socluster.measures.centralization import degree_distribution as degree_distribution
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
    from socluster.measures.collaboration import non_redundant_ties as non_redundant_ties
    from socluster.measures.collaboration import rater_disagreement as rater_disagreement
    from socluster.measures.collaboration import rating_scores as rating_scores
    from socluster.measures.collaboration import relative_connectivity as relative_connectivity
    from socluster.measures.communities import communities as communities
    from socluster.measures.communities import modularity as modularity
    from socluster.measures.connectivity import algebraic_connectivity as algebraic_connectivity
    from socluster.measures.connectivity import edge_connectivity as edge_connectivity
    from socluster.measures.connectivity import natural_connectivity as natural_connectivity
    from socluster.measures.connectivity import node_connectivity as node_connectivity
    from socluster.measures.core_periphery import continuous_coreness as continuous_coreness
    from socluster.measures.core_periphery import core_periphery as core_periphery
    from socluster.measures.cutpoints import biconnected_components as biconnected_components
    from socluster.measures.cutpoints import bridges as bridges
    from socluster.measures.cutpoints import cutpoints as cutpoints
    from socluster.measures.diversity import partner_composition as partner_composition
    from socluster.measures.diversity import partner_diversity as partner_diversity
    from socluster.measures.equivalence import concor as concor
    from socluster.measures.equivalence import equivalence_distances as equivalence_distances
    from socluster.measures.equivalence import equivalence_groups as equivalence_groups
    from socluster.measures.guide import guide as guide
    from socluster.measures.hierarchy_dimensions import connectedness as connectedness
    from socluster.measures.hierarchy_dimensions import krackhardt_efficiency as krackhardt_efficiency
    from socluster.measures.hierarchy_dimensions import krackhardt_hierarchy as krackhardt_hierarchy
    from socluster.measures.hierarchy_dimensions import least_upper_boundedness as least_upper_boundedness
    from socluster.measures.key_players import key_players as key_players
    from socluster.measures.lambda_sets import lambda_sets as lambda_sets
    from socluster.measures.mixing import ei_index as ei_index
    from socluster.measures.mixing import mixing_table as mixing_table
    from socluster.measures.mixing_tests import ei_by_actor as ei_by_actor
    from socluster.measures.mixing_tests import ei_by_group as ei_by_group
    from socluster.measures.mixing_tests import ei_test as ei_test
    from socluster.measures.multiplex import layer_correlation as layer_correlation
    from socluster.measures.multiplex import layer_overlap as layer_overlap
    from socluster.measures.multiplex import multiplexity as multiplexity
    from socluster.measures.multiplex_actors import layer_exclusivity as layer_exclusivity
    from socluster.measures.multiplex_actors import layer_participation as layer_participation
    from socluster.measures.multiplex_actors import layer_relevance as layer_relevance
    from socluster.measures.multiplex_actors import multiplex_degree as multiplex_degree
    from socluster.measures.multiplex_actors import multiplex_neighbourhood as multiplex_neighbourhood
    from socluster.measures.nonresponse import bounds as bounds
    from socluster.measures.nonresponse import response_rate as response_rate
    from socluster.measures.openness import cross_sector_share as cross_sector_share
    from socluster.measures.openness import openness as openness
    from socluster.measures.openness import openness_by_group as openness_by_group
    from socluster.measures.partition_agreement import partition_agreement as partition_agreement
    from socluster.measures.rank_stability import rank_stability as rank_stability
    from socluster.measures.ratings import rating_table as rating_table
    from socluster.measures.regular_equivalence import rege as rege
    from socluster.measures.resilience import removal as removal
    from socluster.measures.segregation import assortativity as assortativity
    from socluster.measures.segregation import coleman_homophily as coleman_homophily
    from socluster.measures.segregation import freeman_segregation as freeman_segregation
    from socluster.measures.segregation import numeric_assortativity as numeric_assortativity
    from socluster.measures.structural_holes import burt_efficiency as burt_efficiency
    from socluster.measures.structural_holes import burt_hierarchy as burt_hierarchy
    from socluster.measures.structural_holes import dyadic_constraint as dyadic_constraint
    from socluster.measures.structural_holes import ego_betweenness as ego_betweenness
    from socluster.measures.subgroups import clique_comembership as clique_comembership
    from socluster.measures.subgroups import cliques as cliques
    from socluster.measures.subgroups import core_number as core_number
    from socluster.measures.subgroups import k_plexes as k_plexes
    from socluster.measures.table import measure as measure
    from socluster.measures.twomode import twomode_betweenness as twomode_betweenness
    from socluster.measures.twomode import twomode_closeness as twomode_closeness
    from socluster.measures.twomode import twomode_degree as twomode_degree
    from socluster.measures.twomode import twomode_density as twomode_density
    from socluster.measures.twomode import twomode_eigenvector as twomode_eigenvector
    from socluster.measures.twomode_clustering import affiliation_overlap as affiliation_overlap
    from socluster.measures.twomode_clustering import twomode_clustering as twomode_clustering
    from socluster.measures.twomode_clustering import twomode_local_clustering as twomode_local_clustering
    from socluster.measures.twomode_projection import dual_projection as dual_projection
    from socluster.measures.twomode_projection import swap_modes as swap_modes
    from socluster.whatif import ties as ties
    from socluster.whatif.attribution.attribution import Attribution as Attribution
    from socluster.whatif.attribution.attribution import attribute as attribute
    from socluster.whatif.choice.bridging_ties import bridging_ties as bridging_ties
    from socluster.whatif.choice.coverage import Coverage as Coverage
    from socluster.whatif.choice.goals import Goal as Goal
    from socluster.whatif.choice.plan import plan_partners as plan_partners
    from socluster.whatif.choice.plan_result import Plan as Plan
    from socluster.whatif.choice.rank import rank_partners as rank_partners
    from socluster.whatif.choice.ranking import Ranking as Ranking
    from socluster.whatif.choice.sensitivity import sensitivity as sensitivity
    from socluster.whatif.choice.sensitivity_result import Sensitivity as Sensitivity
    from socluster.whatif.compare import compare as compare
    from socluster.whatif.leaving.losses import Losses as Losses
    from socluster.whatif.leaving.losses import losses as losses
    from socluster.whatif.leaving.survival import Survival as Survival
    from socluster.whatif.leaving.survival import surviving_ties as surviving_ties
    from socluster.whatif.leaving.worst_case import WorstCase as WorstCase
    from socluster.whatif.leaving.worst_case import worst_case as worst_case
    from socluster.whatif.outcome import Outcome as Outcome
    from socluster.whatif.scenarios.files import read_scenarios as read_scenarios
    from socluster.whatif.scenarios.files import write_scenarios as write_scenarios
    from socluster.whatif.scenarios.scenario import Scenario as Scenario
    from socluster.whatif.sweep import Sweep as Sweep
    from socluster.whatif.sweep import sweep_partners as sweep_partners

__version__ = VERSION

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
    "read_needs": "socluster.io.needs",
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
    # Who is near to the others?
    "closeness": "socluster.measures.centrality",
    "harmonic": "socluster.measures.centrality_distance",
    "reach": "socluster.measures.centrality_distance",
    "decay": "socluster.measures.centrality_distance",
    "eccentricity": "socluster.measures.centrality_distance",
    # What runs over whom?
    "betweenness": "socluster.measures.centrality",
    "edge_betweenness": "socluster.measures.centrality_paths",
    "stress": "socluster.measures.centrality_paths",
    "load": "socluster.measures.centrality_paths",
    "k_path_centrality": "socluster.measures.centrality_paths",
    "flow_betweenness": "socluster.measures.centrality_flow",
    "current_flow_betweenness": "socluster.measures.centrality_flow",
    "information": "socluster.measures.centrality_flow",
    # Who counts because those around count?
    "eigenvector": "socluster.measures.centrality_spectral",
    "hits": "socluster.measures.centrality_spectral",
    "pagerank": "socluster.measures.centrality_spectral",
    "katz": "socluster.measures.centrality_walks",
    "bonacich_power": "socluster.measures.centrality_walks",
    "subgraph_centrality": "socluster.measures.centrality_walks",
    "laplacian_centrality": "socluster.measures.centrality_walks",
    # Does the cluster turn around one, and is the ranking sure?
    "centralization": "socluster.measures.centralization",
    "degree_distribution": "socluster.measures.centralization",
    "rank_stability": "socluster.measures.rank_stability",
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
    # Do ties stay inside groups or cross them?
    "mixing_table": "socluster.measures.mixing",
    "ei_index": "socluster.measures.mixing",
    "ei_test": "socluster.measures.mixing_tests",
    "ei_by_group": "socluster.measures.mixing_tests",
    "ei_by_actor": "socluster.measures.mixing_tests",
    "assortativity": "socluster.measures.segregation",
    "numeric_assortativity": "socluster.measures.segregation",
    "coleman_homophily": "socluster.measures.segregation",
    "freeman_segregation": "socluster.measures.segregation",
    # How open are sectors, levels, places?
    "openness": "socluster.measures.openness",
    "openness_by_group": "socluster.measures.openness",
    "cross_sector_share": "socluster.measures.openness",
    # How mixed are an actor's partners?
    "partner_composition": "socluster.measures.diversity",
    "partner_diversity": "socluster.measures.diversity",
    # Into which parts does the cluster fall?
    "communities": "socluster.measures.communities",
    "modularity": "socluster.measures.communities",
    "partition_agreement": "socluster.measures.partition_agreement",
    # Is there a core?
    "core_periphery": "socluster.measures.core_periphery",
    "continuous_coreness": "socluster.measures.core_periphery",
    # Who holds the same position or role?
    "equivalence_distances": "socluster.measures.equivalence",
    "equivalence_groups": "socluster.measures.equivalence",
    "concor": "socluster.measures.equivalence",
    "rege": "socluster.measures.regular_equivalence",
    "blockmodel": "socluster.measures.blockmodel",
    # Who is central among actors and groups, without a projection?
    "twomode_density": "socluster.measures.twomode",
    "twomode_degree": "socluster.measures.twomode",
    "twomode_closeness": "socluster.measures.twomode",
    "twomode_betweenness": "socluster.measures.twomode",
    "twomode_eigenvector": "socluster.measures.twomode",
    # Do those who meet, meet again, and what do they share?
    "twomode_clustering": "socluster.measures.twomode_clustering",
    "twomode_local_clustering": "socluster.measures.twomode_clustering",
    "affiliation_overlap": "socluster.measures.twomode_clustering",
    # What is in a projection beyond chance?
    "projection_backbone": "socluster.measures.backbone",
    "disparity_backbone": "socluster.measures.backbone",
    "swap_modes": "socluster.measures.twomode_projection",
    "dual_projection": "socluster.measures.twomode_projection",
    # Do the layers run between the same actors?
    "layer_overlap": "socluster.measures.multiplex",
    "layer_correlation": "socluster.measures.multiplex",
    "multiplexity": "socluster.measures.multiplex",
    # Where is an actor at home?
    "multiplex_degree": "socluster.measures.multiplex_actors",
    "multiplex_neighbourhood": "socluster.measures.multiplex_actors",
    "layer_relevance": "socluster.measures.multiplex_actors",
    "layer_exclusivity": "socluster.measures.multiplex_actors",
    "layer_participation": "socluster.measures.multiplex_actors",
    # What if somebody leaves?
    "removal": "socluster.measures.resilience",
    "attack_curve": "socluster.measures.attack",
    # What do the partners think of each other?
    "rating_table": "socluster.measures.ratings",
    "rating_scores": "socluster.measures.collaboration",
    "rater_disagreement": "socluster.measures.collaboration",
    "relative_connectivity": "socluster.measures.collaboration",
    "non_redundant_ties": "socluster.measures.collaboration",
    # Can the data be trusted?
    "report_agreement": "socluster.measures.agreement",
    "ladder_profile": "socluster.measures.agreement",
    "response_rate": "socluster.measures.nonresponse",
    "bounds": "socluster.measures.nonresponse",
    # what if: scenarios, and models of ties that are not known
    "Scenario": "socluster.whatif.scenarios.scenario",
    "read_scenarios": "socluster.whatif.scenarios.files",
    "write_scenarios": "socluster.whatif.scenarios.files",
    "ties": "socluster.whatif.ties",
    # what if: what would change, and why
    "compare": "socluster.whatif.compare",
    "Outcome": "socluster.whatif.outcome",
    "sweep_partners": "socluster.whatif.sweep",
    "Sweep": "socluster.whatif.sweep",
    "attribute": "socluster.whatif.attribution.attribution",
    "Attribution": "socluster.whatif.attribution.attribution",
    # what if: whom to choose
    "Goal": "socluster.whatif.choice.goals",
    "Coverage": "socluster.whatif.choice.coverage",
    "bridging_ties": "socluster.whatif.choice.bridging_ties",
    "rank_partners": "socluster.whatif.choice.rank",
    "Ranking": "socluster.whatif.choice.ranking",
    "plan_partners": "socluster.whatif.choice.plan",
    "Plan": "socluster.whatif.choice.plan_result",
    "sensitivity": "socluster.whatif.choice.sensitivity",
    "Sensitivity": "socluster.whatif.choice.sensitivity_result",
    # what if: leaving and failing
    "losses": "socluster.whatif.leaving.losses",
    "Losses": "socluster.whatif.leaving.losses",
    "worst_case": "socluster.whatif.leaving.worst_case",
    "WorstCase": "socluster.whatif.leaving.worst_case",
    "surviving_ties": "socluster.whatif.leaving.survival",
    "Survival": "socluster.whatif.leaving.survival",
    # pictures
    "plot": "socluster.plot",
    # exercises of the course
    "learn": "socluster.learn",
}

_MODULES = ("ties", "plot", "learn")  # these names stand for the module itself

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
