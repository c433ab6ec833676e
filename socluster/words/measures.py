"""What measures are called in sentences and pictures; in tables and in code they keep the names of their functions.

A new public measure gets a line in `_MEASURES`, a column of numbers by actor one in `_COLUMNS`, and an option one in
`_OPTIONS`; the Lithuanian goes into the catalogue.
"""

from __future__ import annotations

import re

from socluster.words.catalogue import Language, marked, translated
from socluster.words.data import column_name, value_name
from socluster.words.numbers import number
from socluster.words.sentences import say

__all__ = ["measure_name"]

_WITHOUT_NAME = marked("your measure", context="measure")
_MEASURES = {
    "profile": marked("profile of the whole", context="measure"),
    "ego_profile": marked("profile of the surroundings", context="measure"),
    "degree": marked("degree", context="measure"),
    "strength": marked("strength", context="measure"),
    "closeness": marked("closeness", context="measure"),
    "farness": marked("farness", context="measure"),
    "harmonic": marked("harmonic closeness", context="measure"),
    "reach": marked("reach", context="measure"),
    "Reach": marked("number of sources that reach a target", context="measure"),
    "decay": marked("decay centrality", context="measure"),
    "eccentricity": marked("eccentricity", context="measure"),
    "betweenness": marked("betweenness", context="measure"),
    "edge_betweenness": marked("edge betweenness", context="measure"),
    "stress": marked("stress centrality", context="measure"),
    "load": marked("load centrality", context="measure"),
    "k_path_centrality": marked("k-path centrality", context="measure"),
    "flow_betweenness": marked("flow betweenness", context="measure"),
    "current_flow_betweenness": marked("current-flow betweenness", context="measure"),
    "information": marked("information centrality", context="measure"),
    "eigenvector": marked("eigenvector centrality", context="measure"),
    "two_local": marked("2-local centrality", context="measure"),
    "hits": marked("hubs and authorities (HITS)", context="measure"),
    "pagerank": marked("PageRank", context="measure"),
    "katz": marked("Katz centrality", context="measure"),
    "bonacich_power": marked("Bonacich power", context="measure"),
    "subgraph_centrality": marked("subgraph centrality", context="measure"),
    "laplacian_centrality": marked("Laplacian centrality", context="measure"),
    "centralization": marked("centralization", context="measure"),
    "h_index": marked("H-index of degrees", context="measure"),
    "degree_correlation": marked("correlation of ties with differences of degree", context="measure"),
    "small_worldness": marked("small-worldness", context="measure"),
    "degree_distribution": marked("degree distribution", context="measure"),
    "rank_stability": marked("rank stability", context="measure"),
    "density": marked("density", context="measure"),
    "block_density": marked("density within and between groups", context="measure"),
    "components": marked("components", context="measure"),
    "connectedness": marked("connectedness", context="measure"),
    "wholeness": marked("wholeness", context="measure"),
    "fragmentation": marked("fragmentation", context="measure"),
    "compactness": marked("compactness", context="measure"),
    "global_efficiency": marked("global efficiency", context="measure"),
    "distances": marked("distances", context="measure"),
    "average_path_length": marked("average path length", context="measure"),
    "diameter": marked("diameter", context="measure"),
    "distance_distribution": marked("distance distribution", context="measure"),
    "wiener_index": marked("Wiener index", context="measure"),
    "local_efficiency": marked("local efficiency", context="measure"),
    "reciprocity": marked("reciprocity", context="measure"),
    "transitivity": marked("transitivity", context="measure"),
    "local_clustering": marked("local clustering", context="measure"),
    "dyad_census": marked("dyad census", context="measure"),
    "triad_census": marked("triad census", context="measure"),
    "krackhardt_hierarchy": marked("Krackhardt hierarchy", context="measure"),
    "krackhardt_efficiency": marked("Krackhardt efficiency", context="measure"),
    "least_upper_boundedness": marked("least upper boundedness", context="measure"),
    "cutpoints": marked("cut-points", context="measure"),
    "bridges": marked("bridges", context="measure"),
    "biconnected_components": marked("biconnected components", context="measure"),
    "node_connectivity": marked("node connectivity", context="measure"),
    "edge_connectivity": marked("edge connectivity", context="measure"),
    "algebraic_connectivity": marked("algebraic connectivity", context="measure"),
    "natural_connectivity": marked("natural connectivity", context="measure"),
    "core_number": marked("core number", context="measure"),
    "cliques": marked("cliques", context="measure"),
    "clique_comembership": marked("clique co-membership", context="measure"),
    "clique_groups": marked("groups that share cliques", context="measure"),
    "k_plexes": marked("k-plexes", context="measure"),
    "cohesive_blocks": marked("cohesive blocks", context="measure"),
    "nestedness": marked("nestedness", context="measure"),
    "lambda_sets": marked("lambda sets", context="measure"),
    "constraint": marked("constraint", context="measure"),
    "dyadic_constraint": marked("dyadic constraint", context="measure"),
    "effective_size": marked("effective size", context="measure"),
    "burt_efficiency": marked("Burt's efficiency", context="measure"),
    "burt_hierarchy": marked("Burt's hierarchy", context="measure"),
    "ego_betweenness": marked("ego betweenness", context="measure"),
    "local_bridges": marked("local bridges", context="measure"),
    "tie_span": marked("tie span", context="measure"),
    "bridging": marked("bridging", context="measure"),
    "everett_valente_brokerage": marked("Everett-Valente brokerage", context="measure"),
    "brokerage_roles": marked("brokerage roles", context="measure"),
    "brokerage_test": marked("brokerage test", context="measure"),
    "brokerage_strength": marked("brokerage strength", context="measure"),
    "crossed_brokerage": marked("crossed brokerage", context="measure"),
    "honest_brokers": marked("honest brokers", context="measure"),
    "exclusivity": marked("exclusivity of brokerage", context="measure"),
    "broker_load": marked("broker load", context="measure"),
    "key_players": marked("key players", context="measure"),
    "mixing_table": marked("mixing table", context="measure"),
    "ei_index": marked("E-I index", context="measure"),
    "ei_test": marked("test of the E-I index", context="measure"),
    "ei_by_group": marked("E-I index of groups", context="measure"),
    "ei_by_actor": marked("E-I index of actors", context="measure"),
    "assortativity": marked("assortativity", context="measure"),
    "numeric_assortativity": marked("numeric assortativity", context="measure"),
    "coleman_homophily": marked("Coleman's homophily index", context="measure"),
    "freeman_segregation": marked("Freeman's segregation index", context="measure"),
    "homophily": marked("homophily", context="measure"),
    "ego_alter_similarity": marked("similarity to partners", context="measure"),
    "autocorrelation": marked("network autocorrelation", context="measure"),
    "openness": marked("openness", context="measure"),
    "openness_by_group": marked("openness of groups", context="measure"),
    "cross_sector_share": marked("share of cross-sector ties", context="measure"),
    "partner_composition": marked("composition of partners", context="measure"),
    "partner_diversity": marked("diversity of partners", context="measure"),
    "communities": marked("communities", context="measure"),
    "girvan_newman": marked("Girvan-Newman groups", context="measure"),
    "factions": marked("factions", context="measure"),
    "modularity": marked("modularity", context="measure"),
    "partition_agreement": marked("agreement of partitions", context="measure"),
    "core_periphery": marked("core and periphery", context="measure"),
    "continuous_coreness": marked("continuous coreness", context="measure"),
    "equivalence_distances": marked("distances of structural equivalence", context="measure"),
    "equivalence_groups": marked("structurally equivalent actors", context="measure"),
    "concor": marked("CONCOR positions", context="measure"),
    "rege": marked("regular equivalence (REGE)", context="measure"),
    "blockmodel": marked("blockmodel", context="measure"),
    "mds": marked("map of distances (MDS)", context="measure"),
    "correspondence": marked("correspondence analysis", context="measure"),
    "twomode_density": marked("two-mode density", context="measure"),
    "twomode_degree": marked("two-mode degree", context="measure"),
    "twomode_closeness": marked("two-mode closeness", context="measure"),
    "twomode_betweenness": marked("two-mode betweenness", context="measure"),
    "twomode_eigenvector": marked("two-mode eigenvector centrality", context="measure"),
    "twomode_clustering": marked("two-mode clustering", context="measure"),
    "twomode_local_clustering": marked("two-mode local clustering", context="measure"),
    "affiliation_overlap": marked("overlap of affiliations", context="measure"),
    "projection_backbone": marked("backbone of the projection", context="measure"),
    "disparity_backbone": marked("disparity backbone", context="measure"),
    "swap_modes": marked("swapped modes", context="measure"),
    "dual_projection": marked("dual projection", context="measure"),
    "layer_overlap": marked("overlap of layers", context="measure"),
    "layer_correlation": marked("correlation of layers", context="measure"),
    "multiplexity": marked("multiplexity", context="measure"),
    "signed_degree": marked("degree by sign", context="measure"),
    "pn_centrality": marked("PN centrality", context="measure"),
    "signed_triangles": marked("triangles by sign", context="measure"),
    "structural_balance": marked("structural balance", context="measure"),
    "frustration": marked("frustration", context="measure"),
    "multiplex_degree": marked("multiplex degree", context="measure"),
    "multiplex_neighbourhood": marked("multiplex neighbourhood", context="measure"),
    "layer_relevance": marked("relevance of layers", context="measure"),
    "layer_exclusivity": marked("exclusivity of layers", context="measure"),
    "layer_participation": marked("participation over layers", context="measure"),
    "removal": marked("losses after removal", context="measure"),
    "induced_centrality": marked("induced centrality", context="measure"),
    "attack_curve": marked("attack curve", context="measure"),
    "rating_table": marked("rating table", context="measure"),
    "rating_scores": marked("rating scores", context="measure"),
    "rater_disagreement": marked("disagreement of raters", context="measure"),
    "relative_connectivity": marked("relative connectivity", context="measure"),
    "non_redundant_ties": marked("non-redundant ties", context="measure"),
    "report_agreement": marked("agreement of reports", context="measure"),
    "ladder_profile": marked("profile of the ladder", context="measure"),
    "response_rate": marked("response rate", context="measure"),
    "bounds": marked("bounds of a measure", context="measure"),
    "cronbach_alpha": marked("Cronbach's alpha", context="measure"),
    "icc": marked("intraclass correlation (ICC)", context="measure"),
    "coverage": marked("coverage", context="measure"),
    "service_rate": marked("services per inhabitant", context="measure"),
    "inequality": marked("inequality", context="measure"),
    "concentration": marked("concentration", context="measure"),
    "access": marked("access to services", context="measure"),
    "service_matrix": marked("services by provider", context="measure"),
    "service_overlap": marked("overlap of services", context="measure"),
    "composition_ranges": marked("ranges of a composition", context="measure"),
}

# Columns of measures that give several numbers by actor.
_COLUMNS = {
    "hub": marked("hub", context="measure"),
    "authority": marked("authority", context="measure"),
    "coordinator": marked("coordinator", context="measure"),
    "itinerant": marked("itinerant broker", context="measure"),
    "representative": marked("representative", context="measure"),
    "gatekeeper": marked("gatekeeper", context="measure"),
    "liaison": marked("liaison", context="measure"),
    "total": marked("all roles", context="measure"),
    "partners": marked("partners", context="measure"),
    "pairs": marked("pairs of partners", context="measure"),
    "pure": marked("pure honest broker", context="measure"),
    "weak": marked("weak honest broker", context="measure"),
    "non": marked("not an honest broker", context="measure"),
    "fragmentation_original": marked("fragmentation of the original pairs", context="measure"),
    "broken_pairs": marked("broken pairs", context="measure"),
    "longer_pairs": marked("pairs farther apart", context="measure"),
    "efficiency": marked("efficiency", context="measure"),
    "efficiency_change": marked("change of efficiency", context="measure"),
    "positive": marked("positive partners", context="measure"),
    "negative": marked("negative partners", context="measure"),
    "net": marked("positive less negative partners", context="measure"),
    "positive_share": marked("share of positive partners", context="measure"),
    "ties_lost": marked("ties lost", context="measure"),
}

# What actors, candidates or plans are to be best at, besides measures.
_GOALS = {
    "distance_fragmentation": marked("distance-weighted fragmentation", context="measure"),
    "distance_reach": marked("distance-weighted reach", context="measure"),
    "score": marked("score", context="measure"),
    "clients_served": marked("clients served", context="measure"),
    "clients_unserved": marked("clients not served", context="measure"),
    "share_served": marked("share of clients served", context="measure"),
    "clients_waiting": marked("clients waiting", context="measure"),
    "clients_lost": marked("clients lost", context="measure"),
    "share_lost": marked("share of clients lost", context="measure"),
    "mean_wait": marked("mean wait", context="measure"),
    "cohesion": marked("cohesion", context="measure"),
}

_OPTIONS = {
    "actors": marked("actors", context="option"),
    "alpha": marked("alpha", context="option"),
    "bands": marked("bands of distance", context="option"),
    "ambivalent": marked("pairs of both signs", context="option"),
    "beta": marked("beta", context="option"),
    "capacity": marked("capacity", context="option"),
    "combine": marked("strengths combined by", context="option"),
    "cost": marked("cost", context="option"),
    "credit": marked("credit", context="option"),
    "damping": marked("damping", context="option"),
    "delta": marked("delta", context="option"),
    "distances": marked("distances", context="option"),
    "exclusive": marked("in one layer only", context="option"),
    "group": marked("groups", context="option"),
    "items": marked("items", context="option"),
    "layer": marked("layer", context="option"),
    "layers": marked("layers", context="option"),
    "measure": marked("measure", context="option"),
    "missing": marked("missing", context="option"),
    "minimum": marked("fewest members", context="option"),
    "mode": marked("mode", context="option"),
    "needs": marked("needs", context="option"),
    "negative": marked("layer of negative ties", context="option"),
    "positive": marked("layer of positive ties", context="option"),
    "per": marked("per", context="option"),
    "population": marked("population", context="option"),
    "reach": marked("reach", context="option"),
    "resolution": marked("resolution", context="option"),
    "scale": marked("scale", context="option"),
    "scores": marked("scores", context="option"),
    "service": marked("service", context="option"),
    "steps": marked("steps", context="option"),
    "target_group": marked("target group", context="option"),
    "values": marked("values", context="option"),
    "variant": marked("variant", context="option"),
}

_OF_NAMES = {
    "actors",
    "items",
    "layers",
    "measure",
    "scores",
    "values",
}  # a layer may be called 2024, which is no number

# Options that say more in words of their own than as "option: value".
_SETTINGS = {
    "direction=in": marked("incoming ties", context="option"),
    "direction=out": marked("outgoing ties", context="option"),
    "direction=all": marked("ties in either direction", context="option"),
    "direction=mutual": marked("mutual ties", context="option"),
    "normalized=True": marked("normalized", context="option"),
    "normalized=False": marked("not normalized", context="option"),
    "weighted=True": marked("weighted", context="option"),
    "weighted=False": marked("not weighted", context="option"),
    "missing=category": marked("'not stated' as a group", context="option"),
    "missing=drop": marked("without those of no group", context="option"),
    "missing=refuse": marked("all stated", context="option"),
    "mode=actors": marked("of actors", context="option"),
    "mode=groups": marked("of groups", context="option"),
}

_TABLES = {"DataFrame", "dict"}  # whose type says nothing that a reader wants to know

_TRUTH = {"True": marked("yes"), "False": marked("no")}

_PARTIAL = re.compile(r"(?P<function>\w+)\((?P<options>.*)\)")
_NEXT_OPTION = re.compile(r", (?=\w+=)")


def measure_name(name: str, language: Language = "en") -> str:
    """Return what people call a measure, or a column of one.

    Parameters
    ----------
    name : str
        The name of its function; with its options in brackets, if they were set by `functools.partial`. A name that is
        not ours is a user's own, and is kept except for underscores.
    language : {"en", "lt"}, default "en"
        The language.

    Returns
    -------
    str

    Examples
    --------
    >>> measure_name("ei_index"), measure_name("ei_index", "lt"), measure_name("children_served", "lt")
    ('E-I index', 'E–I indeksas', 'children served')
    >>> measure_name("closeness(direction=in, layer=money)")
    'closeness (incoming ties, layer: money)'
    """
    for table in (_MEASURES, _COLUMNS, _GOALS):
        if name in table:
            return translated(table[name], language, context="measure")
    if name == "<lambda>":
        return translated(_WITHOUT_NAME, language, context="measure")
    partial = _PARTIAL.fullmatch(name)
    if partial is None:
        return name.replace("_", " ")
    function, options = partial["function"], partial["options"]
    stated = _NEXT_OPTION.split(options) if options else []
    told = [_option(each, language) for each in stated if each.partition("=")[2] not in _TABLES]
    whole = measure_name(function, language)
    return f"{whole} ({', '.join(told)})" if told else whole


def _option(option: str, language: Language) -> str:
    """Return "option=value" in words."""
    if option in _SETTINGS:
        return translated(_SETTINGS[option], language, context="option")
    key, _, value = option.partition("=")
    if key == "group":
        value = column_name(value, language)
    elif key in ("layer", "negative", "positive"):
        value = value_name("layer", value, language)
    elif key not in _OF_NAMES:
        value = _value(value, language)
    name = translated(_OPTIONS[key], language, context="option") if key in _OPTIONS else key
    return f"{name}: {value}"


def _value(value: str, language: Language) -> str:
    if value in _TRUTH:
        return say(_TRUTH[value], language)
    try:
        return number(float(value), language, digits=6)
    except ValueError:
        return value
