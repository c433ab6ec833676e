"""The same numbers as R's sna and igraph, computed live where R has them."""

import shutil
import subprocess
from functools import partial

import numpy as np
import pytest

from socluster import betweenness, closeness, degree
from socluster.measures.centrality.centralization import centralization
from socluster.measures.centrality.distance import eccentricity, harmonic, reach
from socluster.measures.centrality.flow import flow_betweenness, information
from socluster.measures.centrality.paths import k_path_centrality, load, stress
from socluster.measures.centrality.spectral import eigenvector
from socluster.measures.centrality.walks import bonacich_power, katz, subgraph_centrality
from tests.measures.centrality.centrality_samples import sample

SCRIPT = """
suppressMessages({library(sna); library(igraph)})
numbers <- scan("stdin", quiet = TRUE)
n <- numbers[1]
ties <- matrix(numbers[-1], n, n, byrow = TRUE)
binary <- (ties > 0) * 1
is_graph <- isSymmetric(ties)
mode <- if (is_graph) "graph" else "digraph"
show <- function(name, values) cat(name, format(values, digits = 15), "\\n")
for (kind in c("rawflow", "normflow", "fracflow")) {
  show(paste0(kind, ".weighted"), sna::flowbet(ties, gmode = mode, cmode = kind))
  show(paste0(kind, ".binary"), sna::flowbet(binary, gmode = mode, cmode = kind))
}
show("stress", sna::stresscent(binary, gmode = mode))
show("load", sna::loadcent(binary, gmode = mode))
if (is_graph) show("information.binary", sna::infocent(binary, gmode = mode))
if (is_graph) show("information.weighted", sna::infocent(ties, gmode = mode))
show("power", sna::bonpow(ties, exponent = 0.02))
show("bargaining", sna::bonpow(ties, exponent = -0.03))
show("rescaled", sna::bonpow(ties, exponent = 0.02, rescale = TRUE))
show("eigenvector", abs(sna::evcent(ties, gmode = mode, use.eigen = is_graph)))
show("domain", sna::prestige(binary, gmode = mode, cmode = "domain"))
show("graphcent", sna::graphcent(binary, gmode = mode))
paths <- sna::kpath.census(binary, maxlen = 4, mode = mode, dyadic.tabulation = "sum")$paths.bydyad
show("paths", rowSums(paths))
show("centralization.degree", sna::centralization(binary, sna::degree, mode = mode, cmode = "outdegree"))
show("centralization.indegree", sna::centralization(binary, sna::degree, mode = mode, cmode = "indegree"))
show("centralization.betweenness", sna::centralization(binary, sna::betweenness, mode = mode))
show("centralization.stress", sna::centralization(binary, sna::stresscent, mode = mode))
show("centralization.flow", sna::centralization(binary, sna::flowbet, mode = mode))
if (is_graph) show("centralization.closeness", sna::centralization(binary, sna::closeness, mode = mode))
graph <- graph_from_adjacency_matrix(ties, mode = if (is_graph) "undirected" else "directed", weighted = TRUE)
show("igraph.power", igraph::power_centrality(graph, exponent = 0.1, loops = FALSE))
show("igraph.alpha", igraph::alpha_centrality(graph, alpha = 0.1, weights = NA))
if (is_graph) show("igraph.subgraph", igraph::subgraph_centrality(graph))
show("igraph.harmonic", igraph::harmonic_centrality(graph, mode = "out", weights = NA, normalized = TRUE))
show("igraph.centralization", igraph::centr_betw(graph)$centralization)
"""


def run_r(matrix):
    """Everything that the script shows, by name."""
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    numbers = " ".join(map(str, [len(matrix), *matrix.astype(int).ravel()]))
    done = subprocess.run(["Rscript", "-e", SCRIPT], input=numbers, capture_output=True, text=True)
    if "no package called" in done.stderr:
        pytest.skip("R lacks sna or igraph")
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    return {name: [float(number) for number in values] for name, *values in lines}


CASES = {
    "digraph": {"seed": 31, "directed": True, "part": 0.2},
    "connected digraph": {"seed": 32, "directed": True, "part": 0.2, "connected": True},
    "graph": {"seed": 33, "directed": False, "connected": True},
}


@pytest.fixture(scope="module", params=list(CASES))
def case(request):
    """A random cluster, what R says about it, and whether it is directed."""
    options = CASES[request.param]
    each = sample(weighted=True, n=9, **options)
    return each.cluster, run_r(each.matrix), options["directed"]


def same(series, expected):
    assert series.tolist() == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize("weighted", [True, False], ids=["weighted", "binary"])
def test_flow_betweenness(case, weighted):
    cluster, r, _ = case
    kind = "weighted" if weighted else "binary"
    same(flow_betweenness(cluster, weighted=weighted, normalized=False), r[f"rawflow.{kind}"])
    same(flow_betweenness(cluster, weighted=weighted), r[f"normflow.{kind}"])
    same(flow_betweenness(cluster, weighted=weighted, normalized=False, variant="fraction"), r[f"fracflow.{kind}"])


def test_stress_and_load(case):
    cluster, r, _ = case
    same(stress(cluster, normalized=False), r["stress"])
    reaches, is_reached = (reach(cluster, steps=9, direction=way, normalized=False) for way in ("out", "in"))
    same(load(cluster, normalized=False) + reaches + is_reached + 1, r["load"])


@pytest.mark.parametrize("case", ["graph"], indirect=True)
def test_information_and_subgraphs(case):
    cluster, r, _ = case
    same(subgraph_centrality(cluster, normalized=False), r["igraph.subgraph"])
    same(information(cluster, weighted=False, normalized=False), r["information.binary"])
    same(information(cluster, normalized=False), r["information.weighted"])


def test_bonacich_power(case):
    cluster, r, _ = case
    same(bonacich_power(cluster, beta=0.02), r["power"])
    same(bonacich_power(cluster, beta=-0.03), r["bargaining"])
    same(bonacich_power(cluster, beta=0.02, variant="sum"), r["rescaled"])
    same(bonacich_power(cluster, beta=0.1, weighted=False), r["igraph.power"])


@pytest.mark.parametrize("case", ["connected digraph", "graph"], indirect=True)
def test_eigenvector_outwards(case):
    cluster, r, _ = case
    same(eigenvector(cluster, direction="out", normalized=False), r["eigenvector"])


def test_distances(case):
    cluster, r, _ = case
    same(harmonic(cluster), r["igraph.harmonic"])
    same(reach(cluster, direction="in", steps=8, normalized=False), r["domain"])
    same((1 / eccentricity(cluster, variant="all")).fillna(0), r["graphcent"])


def test_paths_of_four_steps(case):
    cluster, r, _ = case
    same(k_path_centrality(cluster, steps=4, normalized=False), r["paths"])


def test_katz(case):
    cluster, r, _ = case
    same(katz(cluster, alpha=0.1, weighted=False, normalized=False), r["igraph.alpha"])


def test_centralization(case):
    cluster, r, directed = case
    found = {
        "degree": centralization(cluster, partial(degree, direction="out")),
        "indegree": centralization(cluster, partial(degree, direction="in")),
        "betweenness": centralization(cluster, betweenness),
        "stress": centralization(cluster, partial(stress, normalized=False)),
        "flow": centralization(cluster, partial(flow_betweenness, weighted=False, normalized=False)),
    }
    if not directed:
        found["closeness"] = centralization(cluster, closeness)
    for name, value in found.items():
        assert value == pytest.approx(r[f"centralization.{name}"][0], abs=1e-6), name
    assert found["betweenness"] == pytest.approx(r["igraph.centralization"][0])
    assert np.isfinite(list(found.values())).all()
