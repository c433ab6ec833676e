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
    from socluster import report as report
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
    from socluster.measures.brokerage.bridges import bridging as bridging
    from socluster.measures.brokerage.bridges import everett_valente_brokerage as everett_valente_brokerage
    from socluster.measures.brokerage.bridges import local_bridges as local_bridges
    from socluster.measures.brokerage.bridges import tie_span as tie_span
    from socluster.measures.brokerage.brokers import broker_load as broker_load
    from socluster.measures.brokerage.brokers import exclusivity as exclusivity
    from socluster.measures.brokerage.brokers import honest_brokers as honest_brokers
    from socluster.measures.brokerage.holes import burt_efficiency as burt_efficiency
    from socluster.measures.brokerage.holes import burt_hierarchy as burt_hierarchy
    from socluster.measures.brokerage.holes import constraint as constraint
    from socluster.measures.brokerage.holes import dyadic_constraint as dyadic_constraint
    from socluster.measures.brokerage.holes import effective_size as effective_size
    from socluster.measures.brokerage.holes import ego_betweenness as ego_betweenness
    from socluster.measures.brokerage.key_players import key_players as key_players
    from socluster.measures.brokerage.paths import brokerage_strength as brokerage_strength
    from socluster.measures.brokerage.paths import crossed_brokerage as crossed_brokerage
    from socluster.measures.brokerage.roles import brokerage_roles as brokerage_roles
    from socluster.measures.brokerage.significance import brokerage_test as brokerage_test
    from socluster.measures.centrality.betweenness import betweenness as betweenness
    from socluster.measures.centrality.centralization import centralization as centralization
    from socluster.measures.centrality.centralization import degree_distribution as degree_distribution
    from socluster.measures.centrality.closeness import closeness as closeness
    from socluster.measures.centrality.degree import degree as degree
    from socluster.measures.centrality.degree import strength as strength
    from socluster.measures.centrality.distance import decay as decay
    from socluster.measures.centrality.distance import eccentricity as eccentricity
    from socluster.measures.centrality.distance import harmonic as harmonic
    from socluster.measures.centrality.distance import reach as reach
    from socluster.measures.centrality.flow import current_flow_betweenness as current_flow_betweenness
    from socluster.measures.centrality.flow import flow_betweenness as flow_betweenness
    from socluster.measures.centrality.flow import information as information
    from socluster.measures.centrality.paths import edge_betweenness as edge_betweenness
    from socluster.measures.centrality.paths import k_path_centrality as k_path_centrality
    from socluster.measures.centrality.paths import load as load
    from socluster.measures.centrality.paths import stress as stress
    from socluster.measures.centrality.rank_stability import rank_stability as rank_stability
    from socluster.measures.centrality.spectral import eigenvector as eigenvector
    from socluster.measures.centrality.spectral import hits as hits
    from socluster.measures.centrality.spectral import pagerank as pagerank
    from socluster.measures.centrality.walks import bonacich_power as bonacich_power
    from socluster.measures.centrality.walks import katz as katz
    from socluster.measures.centrality.walks import laplacian_centrality as laplacian_centrality
    from socluster.measures.centrality.walks import subgraph_centrality as subgraph_centrality
    from socluster.measures.cohesion.block_density import block_density as block_density
    from socluster.measures.cohesion.census import dyad_census as dyad_census
    from socluster.measures.cohesion.census import triad_census as triad_census
    from socluster.measures.cohesion.closure import local_clustering as local_clustering
    from socluster.measures.cohesion.closure import reciprocity as reciprocity
    from socluster.measures.cohesion.closure import transitivity as transitivity
    from socluster.measures.cohesion.connectivity import algebraic_connectivity as algebraic_connectivity
    from socluster.measures.cohesion.connectivity import edge_connectivity as edge_connectivity
    from socluster.measures.cohesion.connectivity import natural_connectivity as natural_connectivity
    from socluster.measures.cohesion.connectivity import node_connectivity as node_connectivity
    from socluster.measures.cohesion.cutpoints import biconnected_components as biconnected_components
    from socluster.measures.cohesion.cutpoints import bridges as bridges
    from socluster.measures.cohesion.cutpoints import cutpoints as cutpoints
    from socluster.measures.cohesion.density import components as components
    from socluster.measures.cohesion.density import density as density
    from socluster.measures.cohesion.density import global_efficiency as global_efficiency
    from socluster.measures.cohesion.distance import average_path_length as average_path_length
    from socluster.measures.cohesion.distance import compactness as compactness
    from socluster.measures.cohesion.distance import diameter as diameter
    from socluster.measures.cohesion.distance import distance_distribution as distance_distribution
    from socluster.measures.cohesion.distance import fragmentation as fragmentation
    from socluster.measures.cohesion.distance import local_efficiency as local_efficiency
    from socluster.measures.cohesion.distance import wholeness as wholeness
    from socluster.measures.cohesion.hierarchy import connectedness as connectedness
    from socluster.measures.cohesion.hierarchy import krackhardt_efficiency as krackhardt_efficiency
    from socluster.measures.cohesion.hierarchy import krackhardt_hierarchy as krackhardt_hierarchy
    from socluster.measures.cohesion.hierarchy import least_upper_boundedness as least_upper_boundedness
    from socluster.measures.groups.cliques import clique_comembership as clique_comembership
    from socluster.measures.groups.cliques import cliques as cliques
    from socluster.measures.groups.cliques import core_number as core_number
    from socluster.measures.groups.cliques import k_plexes as k_plexes
    from socluster.measures.groups.cohesive_blocks import cohesive_blocks as cohesive_blocks
    from socluster.measures.groups.cohesive_blocks import nestedness as nestedness
    from socluster.measures.groups.communities import communities as communities
    from socluster.measures.groups.communities import modularity as modularity
    from socluster.measures.groups.core_periphery import continuous_coreness as continuous_coreness
    from socluster.measures.groups.core_periphery import core_periphery as core_periphery
    from socluster.measures.groups.lambda_sets import lambda_sets as lambda_sets
    from socluster.measures.groups.partition_agreement import partition_agreement as partition_agreement
    from socluster.measures.guide import guide as guide
    from socluster.measures.mixing.diversity import partner_composition as partner_composition
    from socluster.measures.mixing.diversity import partner_diversity as partner_diversity
    from socluster.measures.mixing.mixing import ei_index as ei_index
    from socluster.measures.mixing.mixing import mixing_table as mixing_table
    from socluster.measures.mixing.openness import cross_sector_share as cross_sector_share
    from socluster.measures.mixing.openness import openness as openness
    from socluster.measures.mixing.openness import openness_by_group as openness_by_group
    from socluster.measures.mixing.segregation import assortativity as assortativity
    from socluster.measures.mixing.segregation import coleman_homophily as coleman_homophily
    from socluster.measures.mixing.segregation import freeman_segregation as freeman_segregation
    from socluster.measures.mixing.segregation import numeric_assortativity as numeric_assortativity
    from socluster.measures.mixing.significance import ei_by_actor as ei_by_actor
    from socluster.measures.mixing.significance import ei_by_group as ei_by_group
    from socluster.measures.mixing.significance import ei_test as ei_test
    from socluster.measures.multiplex.actors import layer_exclusivity as layer_exclusivity
    from socluster.measures.multiplex.actors import layer_participation as layer_participation
    from socluster.measures.multiplex.actors import layer_relevance as layer_relevance
    from socluster.measures.multiplex.actors import multiplex_degree as multiplex_degree
    from socluster.measures.multiplex.actors import multiplex_neighbourhood as multiplex_neighbourhood
    from socluster.measures.multiplex.overlap import layer_correlation as layer_correlation
    from socluster.measures.multiplex.overlap import layer_overlap as layer_overlap
    from socluster.measures.multiplex.overlap import multiplexity as multiplexity
    from socluster.measures.resilience.attack import attack_curve as attack_curve
    from socluster.measures.resilience.removal import removal as removal
    from socluster.measures.roles.blockmodel import blockmodel as blockmodel
    from socluster.measures.roles.equivalence import concor as concor
    from socluster.measures.roles.equivalence import equivalence_distances as equivalence_distances
    from socluster.measures.roles.equivalence import equivalence_groups as equivalence_groups
    from socluster.measures.roles.regular_equivalence import rege as rege
    from socluster.measures.survey.agreement import ladder_profile as ladder_profile
    from socluster.measures.survey.agreement import report_agreement as report_agreement
    from socluster.measures.survey.collaboration import non_redundant_ties as non_redundant_ties
    from socluster.measures.survey.collaboration import rater_disagreement as rater_disagreement
    from socluster.measures.survey.collaboration import rating_scores as rating_scores
    from socluster.measures.survey.collaboration import relative_connectivity as relative_connectivity
    from socluster.measures.survey.nonresponse import bounds as bounds
    from socluster.measures.survey.nonresponse import response_rate as response_rate
    from socluster.measures.survey.ratings import rating_table as rating_table
    from socluster.measures.table import measure as measure
    from socluster.measures.twomode.backbone import disparity_backbone as disparity_backbone
    from socluster.measures.twomode.backbone import projection_backbone as projection_backbone
    from socluster.measures.twomode.centrality import twomode_betweenness as twomode_betweenness
    from socluster.measures.twomode.centrality import twomode_closeness as twomode_closeness
    from socluster.measures.twomode.centrality import twomode_degree as twomode_degree
    from socluster.measures.twomode.centrality import twomode_density as twomode_density
    from socluster.measures.twomode.centrality import twomode_eigenvector as twomode_eigenvector
    from socluster.measures.twomode.clustering import affiliation_overlap as affiliation_overlap
    from socluster.measures.twomode.clustering import twomode_clustering as twomode_clustering
    from socluster.measures.twomode.clustering import twomode_local_clustering as twomode_local_clustering
    from socluster.measures.twomode.projection import dual_projection as dual_projection
    from socluster.measures.twomode.projection import swap_modes as swap_modes
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
    from socluster.whatif.comparison.compare import compare as compare
    from socluster.whatif.comparison.outcome import Outcome as Outcome
    from socluster.whatif.comparison.sweep import Sweep as Sweep
    from socluster.whatif.comparison.sweep import sweep_partners as sweep_partners
    from socluster.whatif.leaving.losses import Losses as Losses
    from socluster.whatif.leaving.losses import losses as losses
    from socluster.whatif.leaving.survival import Survival as Survival
    from socluster.whatif.leaving.survival import surviving_ties as surviving_ties
    from socluster.whatif.leaving.worst_case import WorstCase as WorstCase
    from socluster.whatif.leaving.worst_case import worst_case as worst_case
    from socluster.whatif.scenarios.files import read_scenarios as read_scenarios
    from socluster.whatif.scenarios.files import write_scenarios as write_scenarios
    from socluster.whatif.scenarios.scenario import Scenario as Scenario

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
    "degree": "socluster.measures.centrality.degree",
    "strength": "socluster.measures.centrality.degree",
    # Who is near to the others?
    "closeness": "socluster.measures.centrality.closeness",
    "harmonic": "socluster.measures.centrality.distance",
    "reach": "socluster.measures.centrality.distance",
    "decay": "socluster.measures.centrality.distance",
    "eccentricity": "socluster.measures.centrality.distance",
    # What runs over whom?
    "betweenness": "socluster.measures.centrality.betweenness",
    "edge_betweenness": "socluster.measures.centrality.paths",
    "stress": "socluster.measures.centrality.paths",
    "load": "socluster.measures.centrality.paths",
    "k_path_centrality": "socluster.measures.centrality.paths",
    "flow_betweenness": "socluster.measures.centrality.flow",
    "current_flow_betweenness": "socluster.measures.centrality.flow",
    "information": "socluster.measures.centrality.flow",
    # Who counts because those around count?
    "eigenvector": "socluster.measures.centrality.spectral",
    "hits": "socluster.measures.centrality.spectral",
    "pagerank": "socluster.measures.centrality.spectral",
    "katz": "socluster.measures.centrality.walks",
    "bonacich_power": "socluster.measures.centrality.walks",
    "subgraph_centrality": "socluster.measures.centrality.walks",
    "laplacian_centrality": "socluster.measures.centrality.walks",
    # Does the cluster turn around one, and is the ranking sure?
    "centralization": "socluster.measures.centrality.centralization",
    "degree_distribution": "socluster.measures.centrality.centralization",
    "rank_stability": "socluster.measures.centrality.rank_stability",
    # How tightly does the cluster hang together?
    "density": "socluster.measures.cohesion.density",
    "block_density": "socluster.measures.cohesion.block_density",
    "components": "socluster.measures.cohesion.density",
    "connectedness": "socluster.measures.cohesion.hierarchy",
    "wholeness": "socluster.measures.cohesion.distance",
    "fragmentation": "socluster.measures.cohesion.distance",
    "compactness": "socluster.measures.cohesion.distance",
    "global_efficiency": "socluster.measures.cohesion.density",
    # How far apart are the actors?
    "average_path_length": "socluster.measures.cohesion.distance",
    "diameter": "socluster.measures.cohesion.distance",
    "distance_distribution": "socluster.measures.cohesion.distance",
    "local_efficiency": "socluster.measures.cohesion.distance",
    # Are ties returned, and circles closed?
    "reciprocity": "socluster.measures.cohesion.closure",
    "transitivity": "socluster.measures.cohesion.closure",
    "local_clustering": "socluster.measures.cohesion.closure",
    "dyad_census": "socluster.measures.cohesion.census",
    "triad_census": "socluster.measures.cohesion.census",
    # Is it a chain of command?
    "krackhardt_hierarchy": "socluster.measures.cohesion.hierarchy",
    "krackhardt_efficiency": "socluster.measures.cohesion.hierarchy",
    "least_upper_boundedness": "socluster.measures.cohesion.hierarchy",
    # What breaks it, and how robust is it?
    "cutpoints": "socluster.measures.cohesion.cutpoints",
    "bridges": "socluster.measures.cohesion.cutpoints",
    "biconnected_components": "socluster.measures.cohesion.cutpoints",
    "node_connectivity": "socluster.measures.cohesion.connectivity",
    "edge_connectivity": "socluster.measures.cohesion.connectivity",
    "algebraic_connectivity": "socluster.measures.cohesion.connectivity",
    "natural_connectivity": "socluster.measures.cohesion.connectivity",
    # Which circles are inside?
    "core_number": "socluster.measures.groups.cliques",
    "cliques": "socluster.measures.groups.cliques",
    "clique_comembership": "socluster.measures.groups.cliques",
    "k_plexes": "socluster.measures.groups.cliques",
    "cohesive_blocks": "socluster.measures.groups.cohesive_blocks",
    "nestedness": "socluster.measures.groups.cohesive_blocks",
    "lambda_sets": "socluster.measures.groups.lambda_sets",
    # Who spans structural holes?
    "constraint": "socluster.measures.brokerage.holes",
    "dyadic_constraint": "socluster.measures.brokerage.holes",
    "effective_size": "socluster.measures.brokerage.holes",
    "burt_efficiency": "socluster.measures.brokerage.holes",
    "burt_hierarchy": "socluster.measures.brokerage.holes",
    "ego_betweenness": "socluster.measures.brokerage.holes",
    # Which ties are bridges?
    "local_bridges": "socluster.measures.brokerage.bridges",
    "tie_span": "socluster.measures.brokerage.bridges",
    "bridging": "socluster.measures.brokerage.bridges",
    "everett_valente_brokerage": "socluster.measures.brokerage.bridges",
    # Between whom does somebody broker?
    "brokerage_roles": "socluster.measures.brokerage.roles",
    "brokerage_test": "socluster.measures.brokerage.significance",
    "brokerage_strength": "socluster.measures.brokerage.paths",
    "crossed_brokerage": "socluster.measures.brokerage.paths",
    "honest_brokers": "socluster.measures.brokerage.brokers",
    "exclusivity": "socluster.measures.brokerage.brokers",
    "broker_load": "socluster.measures.brokerage.brokers",
    # Which few actors matter most together?
    "key_players": "socluster.measures.brokerage.key_players",
    # Do ties stay inside groups or cross them?
    "mixing_table": "socluster.measures.mixing.mixing",
    "ei_index": "socluster.measures.mixing.mixing",
    "ei_test": "socluster.measures.mixing.significance",
    "ei_by_group": "socluster.measures.mixing.significance",
    "ei_by_actor": "socluster.measures.mixing.significance",
    "assortativity": "socluster.measures.mixing.segregation",
    "numeric_assortativity": "socluster.measures.mixing.segregation",
    "coleman_homophily": "socluster.measures.mixing.segregation",
    "freeman_segregation": "socluster.measures.mixing.segregation",
    # How open are sectors, levels, places?
    "openness": "socluster.measures.mixing.openness",
    "openness_by_group": "socluster.measures.mixing.openness",
    "cross_sector_share": "socluster.measures.mixing.openness",
    # How mixed are an actor's partners?
    "partner_composition": "socluster.measures.mixing.diversity",
    "partner_diversity": "socluster.measures.mixing.diversity",
    # Into which parts does the cluster fall?
    "communities": "socluster.measures.groups.communities",
    "modularity": "socluster.measures.groups.communities",
    "partition_agreement": "socluster.measures.groups.partition_agreement",
    # Is there a core?
    "core_periphery": "socluster.measures.groups.core_periphery",
    "continuous_coreness": "socluster.measures.groups.core_periphery",
    # Who holds the same position or role?
    "equivalence_distances": "socluster.measures.roles.equivalence",
    "equivalence_groups": "socluster.measures.roles.equivalence",
    "concor": "socluster.measures.roles.equivalence",
    "rege": "socluster.measures.roles.regular_equivalence",
    "blockmodel": "socluster.measures.roles.blockmodel",
    # Who is central among actors and groups, without a projection?
    "twomode_density": "socluster.measures.twomode.centrality",
    "twomode_degree": "socluster.measures.twomode.centrality",
    "twomode_closeness": "socluster.measures.twomode.centrality",
    "twomode_betweenness": "socluster.measures.twomode.centrality",
    "twomode_eigenvector": "socluster.measures.twomode.centrality",
    # Do those who meet, meet again, and what do they share?
    "twomode_clustering": "socluster.measures.twomode.clustering",
    "twomode_local_clustering": "socluster.measures.twomode.clustering",
    "affiliation_overlap": "socluster.measures.twomode.clustering",
    # What is in a projection beyond chance?
    "projection_backbone": "socluster.measures.twomode.backbone",
    "disparity_backbone": "socluster.measures.twomode.backbone",
    "swap_modes": "socluster.measures.twomode.projection",
    "dual_projection": "socluster.measures.twomode.projection",
    # Do the layers run between the same actors?
    "layer_overlap": "socluster.measures.multiplex.overlap",
    "layer_correlation": "socluster.measures.multiplex.overlap",
    "multiplexity": "socluster.measures.multiplex.overlap",
    # Where is an actor at home?
    "multiplex_degree": "socluster.measures.multiplex.actors",
    "multiplex_neighbourhood": "socluster.measures.multiplex.actors",
    "layer_relevance": "socluster.measures.multiplex.actors",
    "layer_exclusivity": "socluster.measures.multiplex.actors",
    "layer_participation": "socluster.measures.multiplex.actors",
    # What if somebody leaves?
    "removal": "socluster.measures.resilience.removal",
    "attack_curve": "socluster.measures.resilience.attack",
    # What do the partners think of each other?
    "rating_table": "socluster.measures.survey.ratings",
    "rating_scores": "socluster.measures.survey.collaboration",
    "rater_disagreement": "socluster.measures.survey.collaboration",
    "relative_connectivity": "socluster.measures.survey.collaboration",
    "non_redundant_ties": "socluster.measures.survey.collaboration",
    # Can the data be trusted?
    "report_agreement": "socluster.measures.survey.agreement",
    "ladder_profile": "socluster.measures.survey.agreement",
    "response_rate": "socluster.measures.survey.nonresponse",
    "bounds": "socluster.measures.survey.nonresponse",
    # what if: scenarios, and models of ties that are not known
    "Scenario": "socluster.whatif.scenarios.scenario",
    "read_scenarios": "socluster.whatif.scenarios.files",
    "write_scenarios": "socluster.whatif.scenarios.files",
    "ties": "socluster.whatif.ties",
    # what if: what would change, and why
    "compare": "socluster.whatif.comparison.compare",
    "Outcome": "socluster.whatif.comparison.outcome",
    "sweep_partners": "socluster.whatif.comparison.sweep",
    "Sweep": "socluster.whatif.comparison.sweep",
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
    # pages
    "report": "socluster.report",
    # exercises of the course
    "learn": "socluster.learn",
}

_MODULES = ("ties", "plot", "report", "learn")  # these names stand for the module itself

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
