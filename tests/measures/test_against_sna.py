"""The same numbers as R's sna, computed live where R and sna are installed."""

import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from socluster import betweenness, brokerage_roles, closeness, components, degree, density

SCRIPT = """
suppressMessages(library(sna))
numbers <- scan("stdin", quiet = TRUE)
n <- numbers[1]
ties <- matrix(numbers[2:(n * n + 1)], n, n, byrow = TRUE)
groups <- numbers[(n * n + 2):length(numbers)]
mode <- if (isSymmetric(ties)) "graph" else "digraph"
reciprocal <- if (mode == "graph") "suminvundir" else "suminvdir"
show <- function(name, values) cat(name, values, "\\n")
show("betweenness", betweenness(ties, gmode = mode))
show("freeman", closeness(ties, gmode = mode, cmode = if (mode == "graph") "undirected" else "directed"))
show("harmonic", closeness(ties, gmode = mode, cmode = reciprocal))
show("indegree", degree(ties, cmode = "indegree"))
show("outdegree", degree(ties, cmode = "outdegree"))
show("density", gden(ties, mode = mode))
show("strong", component.dist(ties, connected = "strong")$membership)
show("roles", t(brokerage(ties, groups)$raw.nli))
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
    return {name: [float(number) for number in numbers] for name, *numbers in lines}


@pytest.fixture(scope="module", params=["sparse digraph", "dense digraph", "graph"])
def case(request, cluster_of):
    """A random cluster, its groups, and what sna says about it."""
    seed, part = {"sparse digraph": (1, 0.1), "dense digraph": (2, 0.35), "graph": (3, 0.15)}[request.param]
    rng = np.random.default_rng(seed)
    n = 14
    ties = rng.random((n, n)) < part
    np.fill_diagonal(ties, False)
    if request.param == "graph":
        ties |= ties.T
    labels = [f"a{place:02}" for place in range(n)]
    listed = np.argwhere(np.triu(ties) if request.param == "graph" else ties)
    pairs = [(labels[a], labels[b]) for a, b in listed.tolist()]
    groups = rng.integers(1, 4, n)
    cluster = cluster_of(pairs, actors=labels, directed=request.param != "graph")
    return cluster, pd.Series(groups, index=labels), run_sna(ties, groups)


def test_centrality_equals_sna(case):
    cluster, _, sna = case
    assert betweenness(cluster, normalized=False).tolist() == pytest.approx(sna["betweenness"], abs=1e-5)
    assert closeness(cluster, variant="freeman").tolist() == pytest.approx(sna["freeman"], abs=1e-6)
    assert closeness(cluster, variant="harmonic").tolist() == pytest.approx(sna["harmonic"], abs=1e-6)
    assert degree(cluster, direction="in", normalized=False).tolist() == sna["indegree"]
    assert degree(cluster, direction="out", normalized=False).tolist() == sna["outdegree"]


def test_cohesion_equals_sna(case):
    cluster, _, sna = case
    assert density(cluster) == pytest.approx(sna["density"][0], abs=1e-6)
    ours = components(cluster, variant="strong")
    theirs = pd.Series(sna["strong"], index=ours.index)
    assert pd.crosstab(ours, theirs).astype(bool).sum().tolist() == [1] * ours.nunique()
    assert ours.nunique() == theirs.nunique()


def test_brokerage_equals_sna(case):
    cluster, groups, sna = case
    roles = brokerage_roles(cluster, group=groups, variant="sna")
    assert roles.to_numpy().ravel().tolist() == sna["roles"]
    assert roles["total"].sum() > 0
