"""The public names, in the order of reading: the one list, for type checkers, editors and the package.

A line makes a name public. `# ==` begins a chapter of the reference, `# --` a question; a measure stands under the
question that it answers, and `sc.guide()`, the reference and the tests follow.
"""

# == The model

# -- What is a cluster?
from socluster.core.cluster import Cluster as Cluster
from socluster.core.layers import Layer as Layer
from socluster.core.scales import Scale as Scale
from socluster.core.scales import SCALES as SCALES

# -- How do I bring data in and out?
from socluster.io.files import read as read
from socluster.io.files import write as write
from socluster.io.objects.dispatch import as_cluster as as_cluster
from socluster.io.objects.conversions import to_networkx as to_networkx
from socluster.io.objects.conversions import to_igraph as to_igraph
from socluster.io.objects.conversions import to_tables as to_tables
from socluster.io.needs import read_needs as read_needs

# -- How does a questionnaire become a cluster, and what of it may be published?
from socluster.io.survey.roster import read_roster as read_roster
from socluster.io.survey.disclosure import disclosure_risk as disclosure_risk
from socluster.io.survey.pseudonyms import pseudonymise as pseudonymise

# -- Which clusters come with the library?
from socluster.io.datasets import list_datasets as list_datasets
from socluster.io.datasets import load_dataset as load_dataset
from socluster.io.datasets import dataset_tables as dataset_tables
from socluster.io.datasets import dataset_card as dataset_card

# -- How do I find and combine measures?
from socluster.measures.guide import guide as guide
from socluster.measures.table import measure as measure

# -- What can go wrong?
from socluster.core.errors import InputError as InputError
from socluster.core.errors import SoclusterError as SoclusterError
from socluster.core.errors import SoclusterWarning as SoclusterWarning

# -- How much memory may an answer take?
from socluster.core.options import options as options

# == Measures

# -- Which numbers describe the whole, or everybody's surroundings?
from socluster.measures.profiles.whole import profile as profile
from socluster.measures.profiles.ego import ego_profile as ego_profile

# -- Who has many partners, and strong ties?
from socluster.measures.centrality.degree import degree as degree
from socluster.measures.centrality.degree import strength as strength

# -- Who is close to the others?
from socluster.measures.centrality.closeness import closeness as closeness
from socluster.measures.centrality.farness import farness as farness
from socluster.measures.centrality.distance import harmonic as harmonic
from socluster.measures.centrality.distance import reach as reach
from socluster.measures.centrality.distance import decay as decay
from socluster.measures.centrality.distance import eccentricity as eccentricity

# -- Who lies on the paths between others?
from socluster.measures.centrality.betweenness import betweenness as betweenness
from socluster.measures.centrality.paths import edge_betweenness as edge_betweenness
from socluster.measures.centrality.paths import stress as stress
from socluster.measures.centrality.paths import load as load
from socluster.measures.centrality.paths import k_path_centrality as k_path_centrality
from socluster.measures.centrality.flow import flow_betweenness as flow_betweenness
from socluster.measures.centrality.flow import current_flow_betweenness as current_flow_betweenness
from socluster.measures.centrality.flow import information as information

# -- Who has central partners?
from socluster.measures.centrality.spectral import eigenvector as eigenvector
from socluster.measures.centrality.degree import two_local as two_local
from socluster.measures.centrality.spectral import hits as hits
from socluster.measures.centrality.spectral import pagerank as pagerank
from socluster.measures.centrality.walks import katz as katz
from socluster.measures.centrality.walks import bonacich_power as bonacich_power
from socluster.measures.centrality.walks import subgraph_centrality as subgraph_centrality
from socluster.measures.centrality.walks import laplacian_centrality as laplacian_centrality

# -- How centralised is the cluster, and how certain is the ranking?
from socluster.measures.centrality.centralization import centralization as centralization
from socluster.measures.centrality.centralization import degree_distribution as degree_distribution
from socluster.measures.cohesion.degrees import h_index as h_index
from socluster.measures.cohesion.degrees import degree_correlation as degree_correlation
from socluster.measures.centrality.rank_stability import rank_stability as rank_stability

# -- How cohesive is the cluster?
from socluster.measures.cohesion.density import density as density
from socluster.measures.cohesion.block_density import block_density as block_density
from socluster.measures.cohesion.density import components as components
from socluster.measures.cohesion.hierarchy import connectedness as connectedness
from socluster.measures.cohesion.distance import wholeness as wholeness
from socluster.measures.cohesion.distance import fragmentation as fragmentation
from socluster.measures.cohesion.distance import compactness as compactness
from socluster.measures.cohesion.density import global_efficiency as global_efficiency

# -- How far apart are the actors?
from socluster.measures.cohesion.distances import distances as distances
from socluster.measures.cohesion.distance import average_path_length as average_path_length
from socluster.measures.cohesion.distance import diameter as diameter
from socluster.measures.cohesion.distance import distance_distribution as distance_distribution
from socluster.measures.cohesion.distances import wiener_index as wiener_index
from socluster.measures.cohesion.distance import local_efficiency as local_efficiency

# -- Are ties reciprocated, and triads closed?
from socluster.measures.cohesion.closure import reciprocity as reciprocity
from socluster.measures.cohesion.closure import transitivity as transitivity
from socluster.measures.cohesion.closure import local_clustering as local_clustering
from socluster.measures.cohesion.small_world import small_worldness as small_worldness
from socluster.measures.cohesion.census import dyad_census as dyad_census
from socluster.measures.cohesion.census import triad_census as triad_census

# -- How hierarchical is the cluster?
from socluster.measures.cohesion.hierarchy import krackhardt_hierarchy as krackhardt_hierarchy
from socluster.measures.cohesion.hierarchy import krackhardt_efficiency as krackhardt_efficiency
from socluster.measures.cohesion.hierarchy import least_upper_boundedness as least_upper_boundedness

# -- What breaks it, and how robust is it?
from socluster.measures.cohesion.cutpoints import cutpoints as cutpoints
from socluster.measures.cohesion.cutpoints import bridges as bridges
from socluster.measures.cohesion.cutpoints import biconnected_components as biconnected_components
from socluster.measures.cohesion.connectivity import node_connectivity as node_connectivity
from socluster.measures.cohesion.connectivity import edge_connectivity as edge_connectivity
from socluster.measures.cohesion.connectivity import algebraic_connectivity as algebraic_connectivity
from socluster.measures.cohesion.connectivity import natural_connectivity as natural_connectivity

# -- Which cohesive subgroups does it contain?
from socluster.measures.groups.cliques import core_number as core_number
from socluster.measures.groups.cliques import cliques as cliques
from socluster.measures.groups.cliques import clique_comembership as clique_comembership
from socluster.measures.groups.divisions import clique_groups as clique_groups
from socluster.measures.groups.cliques import k_plexes as k_plexes
from socluster.measures.groups.cohesive_blocks import cohesive_blocks as cohesive_blocks
from socluster.measures.groups.cohesive_blocks import nestedness as nestedness
from socluster.measures.groups.lambda_sets import lambda_sets as lambda_sets

# -- Who spans structural holes?
from socluster.measures.brokerage.holes import constraint as constraint
from socluster.measures.brokerage.holes import dyadic_constraint as dyadic_constraint
from socluster.measures.brokerage.holes import effective_size as effective_size
from socluster.measures.brokerage.holes import burt_efficiency as burt_efficiency
from socluster.measures.brokerage.holes import burt_hierarchy as burt_hierarchy
from socluster.measures.brokerage.ego_betweenness import ego_betweenness as ego_betweenness

# -- Which ties are bridges?
from socluster.measures.brokerage.bridges import local_bridges as local_bridges
from socluster.measures.brokerage.bridges import tie_span as tie_span
from socluster.measures.brokerage.bridges import bridging as bridging
from socluster.measures.brokerage.bridges import everett_valente_brokerage as everett_valente_brokerage

# -- Between whom does somebody broker?
from socluster.measures.brokerage.roles import brokerage_roles as brokerage_roles
from socluster.measures.brokerage.significance import brokerage_test as brokerage_test
from socluster.measures.brokerage.paths import brokerage_strength as brokerage_strength
from socluster.measures.brokerage.paths import crossed_brokerage as crossed_brokerage
from socluster.measures.brokerage.brokers import honest_brokers as honest_brokers
from socluster.measures.brokerage.brokers import exclusivity as exclusivity
from socluster.measures.brokerage.brokers import broker_load as broker_load

# -- Which few actors matter most together?
from socluster.measures.brokerage.key_players import key_players as key_players

# -- Do ties stay inside groups or cross them?
from socluster.measures.mixing.mixing import mixing_table as mixing_table
from socluster.measures.mixing.mixing import ei_index as ei_index
from socluster.measures.mixing.significance import ei_test as ei_test
from socluster.measures.mixing.significance import ei_by_group as ei_by_group
from socluster.measures.mixing.significance import ei_by_actor as ei_by_actor
from socluster.measures.mixing.segregation import assortativity as assortativity
from socluster.measures.mixing.segregation import numeric_assortativity as numeric_assortativity
from socluster.measures.mixing.segregation import coleman_homophily as coleman_homophily
from socluster.measures.mixing.segregation import freeman_segregation as freeman_segregation
from socluster.measures.mixing.homophily import homophily as homophily
from socluster.measures.mixing.similarity import ego_alter_similarity as ego_alter_similarity
from socluster.measures.mixing.autocorrelation import autocorrelation as autocorrelation

# -- How open are sectors, levels, places?
from socluster.measures.mixing.openness import openness as openness
from socluster.measures.mixing.openness import openness_by_group as openness_by_group
from socluster.measures.mixing.openness import cross_sector_share as cross_sector_share

# -- How diverse are an actor's partners?
from socluster.measures.mixing.diversity import partner_composition as partner_composition
from socluster.measures.mixing.diversity import partner_diversity as partner_diversity

# -- Which communities does the cluster have?
from socluster.measures.groups.communities import communities as communities
from socluster.measures.groups.divisions import girvan_newman as girvan_newman
from socluster.measures.groups.factions import factions as factions
from socluster.measures.groups.communities import modularity as modularity
from socluster.measures.groups.partition_agreement import partition_agreement as partition_agreement

# -- Is there a core?
from socluster.measures.groups.core_periphery import core_periphery as core_periphery
from socluster.measures.groups.core_periphery import continuous_coreness as continuous_coreness

# -- Who holds the same position or role?
from socluster.measures.roles.equivalence import equivalence_distances as equivalence_distances
from socluster.measures.roles.equivalence import equivalence_groups as equivalence_groups
from socluster.measures.roles.equivalence import concor as concor
from socluster.measures.roles.regular_equivalence import rege as rege
from socluster.measures.roles.blockmodel import blockmodel as blockmodel

# -- Where does everybody stand on a map?
from socluster.measures.roles.maps import mds as mds
from socluster.measures.twomode.correspondence import correspondence as correspondence

# -- Who is central among actors and groups, without a projection?
from socluster.measures.twomode.centrality import twomode_density as twomode_density
from socluster.measures.twomode.centrality import twomode_degree as twomode_degree
from socluster.measures.twomode.centrality import twomode_closeness as twomode_closeness
from socluster.measures.twomode.centrality import twomode_betweenness as twomode_betweenness
from socluster.measures.twomode.centrality import twomode_eigenvector as twomode_eigenvector

# -- How clustered are affiliations, and how far do they overlap?
from socluster.measures.twomode.clustering import twomode_clustering as twomode_clustering
from socluster.measures.twomode.clustering import twomode_local_clustering as twomode_local_clustering
from socluster.measures.twomode.clustering import affiliation_overlap as affiliation_overlap

# -- Which ties of a projection exceed chance?
from socluster.measures.twomode.backbone import projection_backbone as projection_backbone
from socluster.measures.twomode.backbone import disparity_backbone as disparity_backbone
from socluster.measures.twomode.projection import swap_modes as swap_modes
from socluster.measures.twomode.projection import dual_projection as dual_projection

# -- Do the layers connect the same actors?
from socluster.measures.multiplex.overlap import layer_overlap as layer_overlap
from socluster.measures.multiplex.overlap import layer_correlation as layer_correlation
from socluster.measures.multiplex.overlap import multiplexity as multiplexity

# -- Who has positive and negative ties, and are these balanced?
from socluster.measures.signed.degree import signed_degree as signed_degree
from socluster.measures.signed.pn import pn_centrality as pn_centrality
from socluster.measures.signed.balance import signed_triangles as signed_triangles
from socluster.measures.signed.balance import structural_balance as structural_balance
from socluster.measures.signed.frustration import frustration as frustration

# -- In which layers is an actor active?
from socluster.measures.multiplex.actors import multiplex_degree as multiplex_degree
from socluster.measures.multiplex.actors import multiplex_neighbourhood as multiplex_neighbourhood
from socluster.measures.multiplex.actors import layer_relevance as layer_relevance
from socluster.measures.multiplex.actors import layer_exclusivity as layer_exclusivity
from socluster.measures.multiplex.actors import layer_participation as layer_participation

# -- What if somebody leaves?
from socluster.measures.resilience.removal import removal as removal
from socluster.measures.resilience.induced import induced_centrality as induced_centrality
from socluster.measures.resilience.attack import attack_curve as attack_curve

# -- How do partners rate each other?
from socluster.measures.survey.ratings import rating_table as rating_table
from socluster.measures.survey.collaboration import rating_scores as rating_scores
from socluster.measures.survey.collaboration import rater_disagreement as rater_disagreement
from socluster.measures.survey.collaboration import relative_connectivity as relative_connectivity
from socluster.measures.survey.collaboration import non_redundant_ties as non_redundant_ties

# -- How much of what is needed is offered, and how evenly is it spread?
from socluster.measures.services.coverage import coverage as coverage
from socluster.measures.services.rate import service_rate as service_rate
from socluster.measures.services.inequality import inequality as inequality
from socluster.measures.services.concentration import concentration as concentration
from socluster.measures.services.access import access as access

# -- Who offers what, and who the same?
from socluster.measures.services.matrix import service_matrix as service_matrix
from socluster.measures.services.overlap import service_overlap as service_overlap
from socluster.measures.services.composition import composition_ranges as composition_ranges

# -- Can the data be trusted?
from socluster.measures.survey.agreement import report_agreement as report_agreement
from socluster.measures.survey.agreement import ladder_profile as ladder_profile
from socluster.measures.survey.nonresponse import response_rate as response_rate
from socluster.measures.survey.nonresponse import bounds as bounds
from socluster.measures.survey.reliability import cronbach_alpha as cronbach_alpha
from socluster.measures.survey.reliability import icc as icc

# == Inference

# -- Is it more than chance?
from socluster.inference import nulls as nulls
from socluster.inference.nulls.compare import compare_to_null as compare_to_null
from socluster.inference.nulls.cug import cug_test as cug_test
from socluster.inference.nulls.comparison import NullComparison as NullComparison

# -- How sure is a number, and on whom does it hang?
from socluster.inference.resampling.bootstrap import vertex_bootstrap as vertex_bootstrap
from socluster.inference.resampling.bootstrap import VertexBootstrap as VertexBootstrap
from socluster.inference.resampling.jackknife import jackknife as jackknife
from socluster.inference.resampling.jackknife import Jackknife as Jackknife
from socluster.inference.resampling.influence import influence as influence
from socluster.inference.resampling.influence import Influence as Influence

# -- Do two networks go together, and what goes with ties?
from socluster.inference.qap.correlation import qap as qap
from socluster.inference.qap.correlation_result import QAPTest as QAPTest
from socluster.inference.qap.regression import mrqap as mrqap
from socluster.inference.qap.regression_result import MRQAP as MRQAP
from socluster.inference.qap import predictors as predictors

# -- What can a random graph model count?
from socluster.inference.ergm import terms as terms

# -- How much of that is there, and what would each tie add?
from socluster.inference.ergm.statistics import ergm_changes as ergm_changes
from socluster.inference.ergm.statistics import ergm_statistics as ergm_statistics

# -- Which networks follow from stated tendencies?
from socluster.inference.ergm.simulation import ergm_simulate as ergm_simulate
from socluster.inference.ergm.simulated import ErgmSimulation as ErgmSimulation

# -- Which tendencies make such ties likely?
from socluster.inference.ergm.fitting import ergm as ergm
from socluster.inference.ergm.fit import ErgmFit as ErgmFit
from socluster.inference.ergm.goodness_of_fit import ErgmGoodnessOfFit as ErgmGoodnessOfFit

# == What if

# -- What if ...?
from socluster.whatif.scenarios.scenario import Scenario as Scenario
from socluster.whatif.scenarios.files import read_scenarios as read_scenarios
from socluster.whatif.scenarios.files import write_scenarios as write_scenarios
from socluster.whatif.comparison.compare import compare as compare
from socluster.draws.settings import Draws as Draws
from socluster.whatif.comparison.outcome import Outcome as Outcome

# -- What changed between two observations?
from socluster.whatif.comparison.observed import observed_changes as observed_changes
from socluster.whatif.comparison.observed import ObservedChanges as ObservedChanges

# -- Which partner?
from socluster.whatif.choice.rank import rank_partners as rank_partners
from socluster.whatif.choice.ranking import Ranking as Ranking
from socluster.whatif.comparison.sweep import sweep_partners as sweep_partners
from socluster.whatif.comparison.sweep import Sweep as Sweep
from socluster.whatif.choice.plan import plan_partners as plan_partners
from socluster.whatif.choice.plan_result import Plan as Plan
from socluster.whatif.choice.goals import Goal as Goal
from socluster.whatif.choice.coverage import Coverage as Coverage
from socluster.whatif.choice.reach import Reach as Reach

# -- Which assumptions does the answer depend on?
from socluster.whatif.choice.sensitivity import sensitivity as sensitivity
from socluster.whatif.choice.sensitivity_result import Sensitivity as Sensitivity
from socluster.whatif.choice.threshold import threshold as threshold
from socluster.whatif.choice.threshold import Threshold as Threshold
from socluster.whatif.attribution.attribution import attribute as attribute
from socluster.whatif.attribution.attribution import Attribution as Attribution

# -- Which losses would be worst?
from socluster.whatif.leaving.losses import losses as losses
from socluster.whatif.leaving.losses import Losses as Losses
from socluster.whatif.leaving.worst_case import worst_case as worst_case
from socluster.whatif.leaving.worst_case import WorstCase as WorstCase
from socluster.whatif.leaving.survival import surviving_ties as surviving_ties
from socluster.whatif.leaving.survival import Survival as Survival
from socluster.whatif.choice.bridging_ties import bridging_ties as bridging_ties

# -- Which ties will a newcomer form?
from socluster.whatif import ties as ties

# == From structure to service

# -- From where does a path to a service exist?
from socluster.development.chains.paths import referral_paths as referral_paths

# -- How many clients get through, and who is the bottleneck?
from socluster.development.chains.flow import referral_flow as referral_flow
from socluster.development.chains.flow_result import ReferralFlow as ReferralFlow

# -- How long do clients wait?
from socluster.development.chains import queues as queues

# -- And over a school year, from the list that there is now?
from socluster.development.chains.simulate import simulate_clients as simulate_clients
from socluster.development.chains.simulation import ClientSimulation as ClientSimulation

# -- Which change of the chain brings most?
from socluster.development.chains.goals import Flow as Flow
from socluster.development.chains.goals import Wait as Wait

# -- What would events bring, with barriers in the way?
from socluster.development.incubation.incubate import incubate as incubate
from socluster.development.incubation.chance import tie_chance as tie_chance
from socluster.development.incubation.parameters import Incubation as Incubation
from socluster.development.incubation.barriers import Barriers as Barriers
from socluster.development.incubation.incubated import Incubated as Incubated

# -- Which mix of events for the same money?
from socluster.development.incubation.portfolios import compare_portfolios as compare_portfolios
from socluster.development.incubation.portfolio_result import PortfolioComparison as PortfolioComparison

# -- On which assumptions does that depend most?
from socluster.development.incubation.sensitivity import incubation_sensitivity as incubation_sensitivity
from socluster.development.incubation.sensitivity_result import IncubationSensitivity as IncubationSensitivity

# -- What do two surveys say about what a meeting does?
from socluster.development.incubation.calibrate import calibrate_incubation as calibrate_incubation
from socluster.development.incubation.calibration_result import IncubationCalibration as IncubationCalibration

# -- What changed since the last wave, and because of whom?
from socluster.development.monitoring.waves import compare_waves as compare_waves
from socluster.development.monitoring.wave_change import WaveChange as WaveChange

# -- Is the indicator moving, or is it noise, and how far is the plan?
from socluster.development.monitoring.chart import run_chart as run_chart
from socluster.development.monitoring.chart import RunChart as RunChart
from socluster.development.monitoring.limits import run_chart_limits as run_chart_limits
from socluster.development.monitoring.limits import RunChartLimits as RunChartLimits
from socluster.development.monitoring.plan import plan_and_outcome as plan_and_outcome
from socluster.development.monitoring.plan import PlanOutcome as PlanOutcome

# -- How far are we in the five steps, and do the partners agree?
from socluster.development.steps.steps import development_steps as development_steps
from socluster.development.steps.steps import Steps as Steps
from socluster.development.steps.consensus import consensus as consensus
from socluster.development.steps.alpha import krippendorff_alpha as krippendorff_alpha
from socluster.development.steps.choice import collective_choice as collective_choice
from socluster.development.steps.choice import CollectiveChoice as CollectiveChoice

# -- Which form of governance fits, and what is known of effectiveness?
from socluster.development.governance.fit import governance_fit as governance_fit
from socluster.development.governance.fit import GovernanceFit as GovernanceFit
from socluster.development.governance.levels import effectiveness_levels as effectiveness_levels
from socluster.development.governance.levels import EffectivenessLevels as EffectivenessLevels

# == Pictures and course

# -- How do I draw it?
from socluster import plot as plot

# -- How do I put it on a page?
from socluster.report.namespace import report as report
from socluster.app.single_page import whatif_page as whatif_page

# -- How do I check an exercise?
from socluster import learn as learn

__version__: str
__all__: list[str]
