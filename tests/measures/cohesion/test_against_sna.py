"""Cohesion, closure and subgroups: the same numbers as R's sna, computed live where R and sna are installed."""

import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from socluster.measures.cohesion.block_density import block_density
from socluster.measures.cohesion.census import dyad_census, triad_census
from socluster.measures.cohesion.closure import reciprocity, transitivity
from socluster.measures.cohesion.cutpoints import cutpoints
from socluster.measures.cohesion.hierarchy import (
    connectedness,
    krackhardt_efficiency,
    krackhardt_hierarchy,
    least_upper_boundedness,
)
from socluster.measures.groups.cliques import clique_comembership, cliques, core_number

SCRIPT = """
suppressMessages(library(sna))
numbers <- scan("stdin", quiet = TRUE)
n <- numbers[1]
ties <- matrix(numbers[2:(n * n + 1)], n, n, byrow = TRUE)
groups <- numbers[(n * n + 2):length(numbers)]
mode <- if (isSymmetric(ties)) "graph" else "digraph"
show <- function(name, values) cat(name, values, "\\n")
show("four", c(connectedness(ties), hierarchy(ties, measure = "krackhardt"), efficiency(ties), lubness(ties)))
show("transitivity", c(gtrans(ties, measure = "weak"), gtrans(ties, measure = "strong")))
show("reciprocity", sapply(c("edgewise", "dyadic.nonnull", "dyadic"), function(m) grecip(ties, measure = m)))
show("dyads", dyad.census(ties))
show("triads", triad.census(ties, mode = "digraph"))
show("incores", kcores(ties, mode = "digraph", cmode = "indegree"))
show("outcores", kcores(ties, mode = "digraph", cmode = "outdegree"))
show("cores", kcores(symmetrize(ties, rule = "weak"), mode = "graph", cmode = "indegree"))
marks <- 1:n %in% cutpoints(symmetrize(ties, rule = "weak"), mode = "graph")
show("cutpoints", as.integer(marks))
census <- clique.census(ties, mode = mode, clique.comembership = "sum")
show("cliquesizes", census$clique.count[, 1])
show("comembership", census$clique.comemb)
show("blocks", blockmodel(ties, groups)$block.model)
"""


def run_sna(ties, groups):
    """Everything that the script shows, by name."""
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    numbers = " ".join(map(str, [len(ties), *ties.astype(int).ravel(), *groups]))
    done = subprocess.run(["Rscript", "-e", SCRIPT], input=numbers, capture_output=True, text=True)
    if "no package called" in done.stderr:
        pytest.skip("R has no package sna")
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    return {name: [float(number) for number in numbers] for name, *numbers in lines if name.isalpha()}


@pytest.fixture(scope="module", params=["sparse digraph", "dense digraph", "graph"])
def case(request, cluster_of):
    """A random cluster, its groups, its matrix, and what sna says about it."""
    seed, part = {"sparse digraph": (4, 0.09), "dense digraph": (5, 0.4), "graph": (6, 0.2)}[request.param]
    rng = np.random.default_rng(seed)
    n = 14
    ties = rng.random((n, n)) < part
    np.fill_diagonal(ties, False)
    if request.param == "graph":
        ties |= ties.T
    labels = [f"a{place:02}" for place in range(n)]
    listed = np.argwhere(np.triu(ties) if request.param == "graph" else ties)
    pairs = [(labels[a], labels[b]) for a, b in listed.tolist()]
    cluster = cluster_of(pairs, actors=labels, directed=request.param != "graph")
    groups = np.array([1, 2, 3] * 5)[:n]
    return cluster, pd.Series(groups, index=labels), ties, run_sna(ties, groups)


def highest_bounds(ties):
    """What sna's lubness counts: pairs in components without an upper bound from whom paths run to all others."""
    n = len(ties)
    reach = np.linalg.matrix_power(np.eye(n, dtype=int) + ties, n).astype(bool)
    joined = np.linalg.matrix_power(np.eye(n, dtype=int) + (ties | ties.T), n).astype(bool)
    missing = 0
    for i in range(n):
        for j in range(i):
            bounds = np.flatnonzero(reach[:, i] & reach[:, j])
            missing += joined[i, j] and not reach[np.ix_(bounds, bounds)].all(axis=1).any()
    sizes = [row.sum() for row in np.unique(joined, axis=0)]
    return 1 - missing / sum((size - 1) * (size - 2) / 2 for size in sizes)


def test_hierarchy_equals_sna_but_for_the_least_upper_bound(case):
    cluster, _, ties, sna = case
    ours = [connectedness(cluster), krackhardt_hierarchy(cluster), krackhardt_efficiency(cluster)]
    assert ours == pytest.approx(sna["four"][:3], abs=1e-6)
    assert highest_bounds(ties.astype(int)) == pytest.approx(sna["four"][3], abs=1e-6)


def test_sna_takes_the_highest_bound_for_the_least(cluster_of):
    """A head over two equals who both command the same pair: sna finds nothing missing."""
    ties = np.zeros((5, 5), dtype=int)
    ties[[0, 0, 1, 1, 2, 2], [1, 2, 3, 4, 3, 4]] = 1
    assert run_sna(ties, [1, 1, 1, 2, 2])["four"][3] == 1
    assert least_upper_boundedness(cluster_of("HA HB AC AD BC BD", directed=True)) == pytest.approx(5 / 6)


def test_closure_equals_sna(case):
    cluster, _, _, sna = case
    ours = [transitivity(cluster, variant=variant) for variant in ("weak", "strong")]
    assert ours == pytest.approx(sna["transitivity"], abs=1e-6)
    ours = [reciprocity(cluster, variant=variant) for variant in ("edgewise", "dyadic", "all")]
    assert ours == pytest.approx(sna["reciprocity"], abs=1e-6)
    assert dyad_census(cluster)["count"].tolist() == [*sna["dyads"], 0]
    assert triad_census(cluster)["count"].tolist() == sna["triads"]


def test_subgroups_equal_sna(case):
    cluster, _, _, sna = case
    assert core_number(cluster, direction="in").tolist() == sna["incores"]
    assert core_number(cluster, direction="out").tolist() == sna["outcores"]
    assert core_number(cluster).tolist() == sna["cores"]
    assert cutpoints(cluster).astype(int).tolist() == sna["cutpoints"]
    found = cliques(cluster, minimum=1, variant="strong")
    sizes = [int((found["size"] == size).sum()) for size in range(1, found["size"].max() + 1)]
    assert sizes == sna["cliquesizes"]
    shared = clique_comembership(cluster, minimum=1, variant="strong")
    assert shared.to_numpy().ravel().tolist() == sna["comembership"]


def test_block_density_equals_sna(case):
    cluster, groups, _, sna = case
    found = block_density(cluster, group=groups)
    assert found.to_numpy().ravel(order="F").tolist() == pytest.approx(sna["blocks"], abs=1e-6)
