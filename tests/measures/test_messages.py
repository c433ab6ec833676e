"""What measures say is wrong, and what they warn of: in both languages, with one, several and many, nothing mixed."""

import re
import warnings
from functools import partial

import pandas as pd
import pytest

import socluster as sc
from socluster import Cluster, InputError
from socluster.core.errors import ProjectionWarning, SoclusterWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.measures.survey.reliability import cronbach_alpha, icc

KNOKE = sc.load_dataset("knoke")
KITE = sc.load_dataset("kite")
DAVIS = sc.load_dataset("davis")

WEIGHED = Cluster.from_tables(
    pd.DataFrame({"actor": list("ABC")}),
    pd.DataFrame({"source": list("AB"), "target": list("BC"), "weight": [1.0, 1e13]}),
)


def waves():
    ties = pd.DataFrame({"source": list("AB"), "target": list("BC"), "wave": ["2016", None], "trust": [-1.0, 2.0]})
    return Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties, layers={"tie": {"directed": True}})


def lacking():
    """C has no sector."""
    ties = pd.DataFrame({"source": list("AB"), "target": list("BC")})
    return Cluster.from_tables(pd.DataFrame({"actor": list("ABC"), "sector": ["public", "civic", None]}), ties)


def rated(layers=("tie",), directed=True):
    ends = [
        pd.DataFrame({"source": list("AB"), "target": list("BC"), "layer": name, "trust": [-1.0, 9.0]})
        for name in layers
    ]
    cluster = pd.DataFrame({"actor": list("ABC")})
    return Cluster.from_tables(cluster, pd.concat(ends), layers={name: {"directed": directed} for name in layers})


def raters(items, **options):
    return sc.rating_scores(rated(), scores={"trust": items}, **options)


WRONG = {
    "shared.direction": lambda: sc.information(KNOKE.layer("money")),
    "shared.direction laplacian": lambda: sc.laplacian_centrality(KNOKE.layer("money")),
    "shared.answers text": lambda: sc.measure(KITE, lambda cluster: "much"),
    "shared.answers rows": lambda: sc.measure(KITE, lambda cluster: sc.degree(cluster).head(3)),
    "shared.answers none": lambda: sc.measure(KITE, []),
    "shared.answers name": lambda: sc.measure(KITE, ["degree"]),
    "shared.one_value several": lambda: sc.centralization(KITE, [sc.degree, sc.strength]),
    "shared.one_value whole": lambda: sc.centralization(KITE, sc.density),
    "shared.one_value columns": lambda: sc.rank_stability(KNOKE, sc.hits, draws=2, rng=1, drop=0.5),
    "shared.one_value parts": lambda: sc.rank_stability(KITE, sc.components, draws=2, rng=1, drop=0.5),
    "shared.lengths": lambda: sc.closeness(KITE, cost=lambda strengths: strengths * 0),
    "shared.network no column": lambda: sc.ei_index(KITE, group=[]),
    "shared.network column": lambda: sc.ei_index(KNOKE, group="sectors"),
    "shared.network twice": lambda: sc.ei_index(KITE, group=pd.Series([1, 2], index=["1", "1"])),
    "shared.network value": lambda: sc.ei_index(lacking(), group="sector"),
    "shared.grouping numbers": lambda: sc.numeric_assortativity(KNOKE, values="sector"),
    "shared.grouping missing": lambda: sc.numeric_assortativity(KITE, values=pd.Series([1.0], index=["1"])),
    "shared.grouping endless": lambda: sc.numeric_assortativity(KITE, values=pd.Series(float("inf"), index=KITE.index)),
    "shared.incidence": lambda: sc.twomode_density(KITE),
    "brokers column": lambda: sc.broker_load(KNOKE, capacity="staff"),
    "brokers number": lambda: sc.broker_load(KNOKE, capacity="sector"),
    "brokers negative": lambda: sc.broker_load(KITE, capacity=pd.Series(-1.0, index=KITE.index)),
    "key players": lambda: sc.key_players(KITE, k=10),
    "significance closed": lambda: sc.brokerage_test(KNOKE, group="sector", rng=1),
    "significance sna": lambda: sc.brokerage_test(KNOKE, group="sector", null="fixed", variant="sna", rng=1),
    "distance": lambda: sc.decay(KITE, delta=1.5),
    "flow": lambda: sc.information(WEIGHED),
    "paths": lambda: sc.k_path_centrality(sc.load_dataset("karate"), steps=12),
    "rank stability": lambda: sc.rank_stability(KITE, sc.degree, draws=2, rng=1),
    "spectral": lambda: sc.pagerank(KITE, damping=1),
    "walks katz": lambda: sc.katz(KITE, alpha=2.5),
    "walks bonacich": lambda: sc.bonacich_power(KITE, beta=2.5),
    "cliques minimum": lambda: sc.k_plexes(KITE, k=3, minimum=3),
    "communities": lambda: sc.communities(KITE, variant="walktrap", resolution=2.5),
    "communities resolution": lambda: sc.modularity(KITE, group=sc.components(KITE), resolution=-1),
    "core": lambda: sc.core_periphery(KITE, restarts=-1),
    "multiplex": lambda: sc.multiplex_neighbourhood(KNOKE, layers=["trade"]),
    "multiplex without layers": lambda: sc.multiplex_neighbourhood(
        Cluster.from_tables(pd.DataFrame({"actor": list("AB")})), layers=["trade"]
    ),
    "attack rng": lambda: sc.attack_curve(KITE, order=sc.degree, rng=1),
    "attack order": lambda: sc.attack_curve(KITE, order=sc.density),
    "attack service": lambda: sc.attack_curve(KITE, order=sc.degree, service=sc.degree),
    "blockmodel": lambda: sc.blockmodel(KNOKE, group="sector", alpha=2),
    "equivalence k": lambda: sc.equivalence_groups(KITE, k=11),
    "equivalence third": lambda: sc.equivalence_groups(
        Cluster.from_tables(pd.DataFrame({"actor": list("AB")})), k=1, variant="correlation"
    ),
    "equivalence same": lambda: sc.equivalence_groups(
        Cluster.from_tables(pd.DataFrame({"actor": list("ABC")})), k=1, variant="correlation"
    ),
    "agreement which": lambda: sc.report_agreement(KNOKE),
    "agreement none": lambda: sc.report_agreement(KITE),
    "agreement undirected": lambda: sc.report_agreement(KITE, layer="tie"),
    "ladder which": lambda: sc.ladder_profile(KNOKE),
    "scores none": lambda: sc.rating_scores(rated(), scores={}),
    "scores scale": lambda: raters("trust", scale=(4, 1)),
    "scores outside": lambda: raters("trust", scale=(0.5, 4.5)),
    "ratings negative": lambda: sc.relative_connectivity(rated(), items="trust"),
    "ratings wave": lambda: sc.rating_table(waves(), items="trust"),
    "ratings layer": lambda: sc.rating_table(KNOKE, items="information", layer="information"),
    "ratings none": lambda: sc.rating_table(rated(), items=[]),
    "ratings item": lambda: sc.rating_table(rated(), items="trusts"),
    "ratings layers": lambda: sc.rating_table(rated(("a", "b")), items="trust"),
    "ratings undirected": lambda: sc.rating_table(rated(directed=False), items="trust"),
    "bounds": lambda: sc.bounds(KITE, lambda cluster: cluster.actors["name"].astype(str).rename("words")),
    "reliability table": lambda: cronbach_alpha("text"),
    "reliability number": lambda: cronbach_alpha(pd.DataFrame({"item": [1, "two"]})),
    "reliability gaps": lambda: icc(pd.DataFrame({"a": [1.0, None, 3.0], "b": [1.0, 2.0, 2.0]}), variant="2,1"),
    "table rng": lambda: sc.measure(KITE, sc.degree, rng=1),
    "table kinds": lambda: sc.measure(KITE, [sc.degree, sc.density]),
    "table twice": lambda: sc.measure(KITE, [sc.degree, partial(sc.degree), sc.degree]),
    "table median": lambda: sc.measure(KITE, sc.components, draws=2, rng=1),
    "backbone": lambda: sc.disparity_backbone(KITE, alpha=0),
    "projection": lambda: sc.swap_modes(KITE),
}

# Data, and names of functions, arguments and their values.
# fmt: off
SHARED = {
    "DataFrame", "Krackhardt", "Series", "all", "alpha", "any", "bernoulli", "beta", "betweenness", "capacity",
    "category", "components", "cost", "damping", "degree", "delta", "density", "direction",
    "distance_fragmentation", "draws", "drop", "euclidean", "fixed", "goal", "group", "hits", "information", "item",
    "kite", "lambda", "layer", "leiden", "level", "louvain", "mean", "measure", "minimum", "missing", "money",
    "much", "not", "null", "open", "order", "partial", "public", "reliable", "resolution", "restarts", "rng",
    "rule", "scale", "scores", "sector", "sectors", "select", "service", "sna", "staff", "stated", "str",
    "symmetrise", "tie", "trade", "trust", "trusts", "two", "variant", "walktrap", "wave", "words",
}
# fmt: on


def told(error, language):
    return str(error.in_language(language))


def words(text):
    return set(re.findall(r"[^\W\d_]\w{2,}", text)) - SHARED


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_in_lithuanian(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        with pytest.raises(InputError) as caught:
            WRONG[name]()
    english, lithuanian = told(caught.value, "en"), told(caught.value, "lt")
    assert english == str(caught.value)
    assert words(english) & words(lithuanian) == set()
    assert not re.search(r"\d\.\d", re.sub(r"\(įrašyta: .*?\)|drop=0.1", "", lithuanian))  # values stand as in code
    assert not re.search(r"\{\w+\}", english + lithuanian)


def warned(category, function, *arguments, **options):
    with pytest.warns(category) as caught:
        function(*arguments, **options)
    (warning,) = (each.message for each in caught if issubclass(each.category, category))
    return warning


def uncertain(n):
    ends = [f"a{place}" for place in range(n)]
    ties = pd.DataFrame({"source": "hub", "target": ends, "confidence": 0.5})
    return Cluster.from_tables(pd.DataFrame({"actor": ["hub", *ends]}), ties)


@pytest.mark.parametrize(
    ("n", "english", "lithuanian"),
    [
        (1, "1 uncertain tie existed", "1 neapibrėžtas ryšys tikrai yra"),
        (2, "2 uncertain ties existed", "2 neapibrėžti ryšiai tikrai yra"),
        (5, "5 uncertain ties existed", "5 neapibrėžti ryšiai tikrai yra"),
        (10, "10 uncertain ties existed", "10 neapibrėžtų ryšių tikrai yra"),
        (21, "21 uncertain ties existed", "21 neapibrėžtas ryšys tikrai yra"),
    ],
)
def test_uncertain_ties(n, english, lithuanian):
    warning = warned(UncertainTiesWarning, sc.density, uncertain(n))
    assert f"measured as if {english}; " in str(warning)
    assert f"laikyta, kad {lithuanian}; " in told(warning, "lt")


@pytest.mark.parametrize(
    ("n", "english", "lithuanian"),
    [
        (1, "1 uncertain affiliation existed", "1 neapibrėžtas dalyvavimas tikrai yra"),
        (5, "5 uncertain affiliations existed", "5 neapibrėžti dalyvavimai tikrai yra"),
        (10, "10 uncertain affiliations existed", "10 neapibrėžtų dalyvavimų tikrai yra"),
    ],
)
def test_uncertain_affiliations(n, english, lithuanian):
    actors = [f"a{place}" for place in range(n)]
    rows = pd.DataFrame({"actor": actors, "group": "g", "confidence": 0.5})
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": actors}), groups=pd.DataFrame({"group": ["g"]}), affiliations=rows
    )
    warning = warned(UncertainTiesWarning, sc.twomode_density, cluster)
    assert str(warning) == f"measured as if {english}"
    assert told(warning, "lt") == f"matuojant laikyta, kad {lithuanian}"


@pytest.mark.parametrize(
    ("silent", "english", "lithuanian"),
    [
        (2, "2 unknown cells of the matrix held", "2 nežinomi matricos langeliai reiškia"),
        (3, "6 unknown cells of the matrix held", "6 nežinomi matricos langeliai reiškia"),
        (4, "12 unknown cells of the matrix held", "12 nežinomų matricos langelių reiškia"),
    ],
)
def test_unknown_cells(silent, english, lithuanian):
    actors = pd.DataFrame({"actor": list("ABCDE"), "responded": [True] * (5 - silent) + [False] * silent})
    cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["A"], "target": ["B"]}))
    warning = warned(UnknownTiesWarning, sc.degree, cluster)
    assert f"measured as if {english} no tie" in str(warning)
    assert f"laikyta, kad {lithuanian}, jog ryšio nėra" in told(warning, "lt")


def test_a_projection():
    warning = warned(ProjectionWarning, sc.density, DAVIS)
    assert str(warning).startswith(f"{DAVIS.name} holds no ties between actors, only 89 affiliations; it was ")
    assert told(warning, "lt").startswith(f"{DAVIS.name} neturi ryšių tarp veikėjų, tik 89 dalyvavimus; matuota ")
    nameless = Cluster.from_tables(DAVIS.actors, groups=DAVIS.groups, affiliations=DAVIS.affiliations.head(1))
    warning = warned(ProjectionWarning, sc.density, nameless)
    assert str(warning).startswith("the cluster holds no ties between actors, only 1 affiliation; ")
    assert told(warning, "lt").startswith("klasteris neturi ryšių tarp veikėjų, tik 1 dalyvavimą; ")
