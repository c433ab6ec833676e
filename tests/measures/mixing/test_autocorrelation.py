import shutil
import subprocess
from itertools import permutations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.measures.mixing.autocorrelation import autocorrelation
from tests.measures.small_graphs import LABELS, cluster_from, graphs

VARIANTS = ("moran", "geary")
SCRIPT = """
suppressMessages(library(sna))
numbers <- scan("stdin", quiet = TRUE)
n <- numbers[1]
values <- numbers[2:(n + 1)]
ties <- matrix(numbers[(n + 2):length(numbers)], n, n, byrow = TRUE)
for (kind in c("moran", "geary")) cat(format(nacf(ties, values, lag.max = 1, type = kind)[2], digits = 15), "\\n")
"""


def by_definition(weights, values, variant):
    """The double sums, as Moran and Geary write them."""
    n, total, mean = len(values), weights.sum(), np.mean(values)
    spread = sum((v - mean) ** 2 for v in values)
    if not total or len(set(values)) < 2:
        return np.nan
    cells = [(i, j, weights[i, j]) for i in range(n) for j in range(n)]
    if variant == "moran":
        return n / total * sum(w * (values[i] - mean) * (values[j] - mean) for i, j, w in cells) / spread
    return (n - 1) / (2 * total) * sum(w * (values[i] - values[j]) ** 2 for i, j, w in cells) / spread


@st.composite
def numbered(draw):
    graph = draw(graphs())
    return graph, draw(st.lists(st.integers(0, 9), min_size=len(graph), max_size=len(graph)))


@pytest.mark.parametrize("variant", VARIANTS)
@given(both=numbered())
def test_by_definition(variant, both):
    graph, values = both
    series = pd.Series(values, list(LABELS[: len(graph)]))
    found = autocorrelation(cluster_from(graph, weight="weight"), values=series, variant=variant, draws=1, rng=1)
    expected = by_definition(nx.to_numpy_array(graph), values, variant)
    assert found.observed == pytest.approx(expected, nan_ok=True, abs=1e-9)


@pytest.mark.parametrize("variant", VARIANTS)
@given(both=numbered())
def test_unit_and_sign_of_the_numbers_and_unit_of_the_strengths_do_not_matter(variant, both):
    graph, values = both
    cluster, index = cluster_from(graph, weight="weight"), list(LABELS[: len(graph)])
    one = autocorrelation(cluster, values=pd.Series(values, index), variant=variant, draws=3, rng=1)
    other = autocorrelation(cluster, values=7 - 2.0 * pd.Series(values, index), variant=variant, draws=3, rng=1)
    assert one.observed == pytest.approx(other.observed, nan_ok=True, abs=1e-9)
    assert [one.p_value, one.p_lower, one.p_higher] == pytest.approx(
        [other.p_value, other.p_lower, other.p_higher], nan_ok=True
    )


@pytest.mark.parametrize("variant", VARIANTS)
def test_expected_value_and_p_are_those_of_all_permutations(variant, cluster_of):
    cluster = cluster_of([("A", "B", 2), ("B", "C", 1), ("C", "D", 1), ("D", "B", 3), ("E", "A", 1)], directed=True)
    values = [1.0, 2.0, 2.5, 7.0, 4.0]
    weights = cluster.matrix().toarray()
    every = np.array([by_definition(weights, chosen, variant) for chosen in permutations(values)])
    found = autocorrelation(cluster, values=pd.Series(values, list("ABCDE")), variant=variant, draws=20_000, rng=7)
    assert found.expected == pytest.approx(every.mean())
    observed = by_definition(weights, values, variant)
    exact = np.mean(abs(every - every.mean()) >= abs(observed - every.mean()) - 1e-12)
    assert found.p_value == pytest.approx(exact, abs=0.015)
    assert found.p_lower == pytest.approx(np.mean(every <= observed + 1e-12), abs=0.015)
    assert found.p_higher == pytest.approx(np.mean(every >= observed - 1e-12), abs=0.015)


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed here")
@pytest.mark.parametrize("layer", ["information", "money"])
def test_it_equals_nacf_of_sna(layer, knoke):
    one = knoke.layer(layer)
    values, ties = one.actors["rating"].to_numpy(dtype=float), one.matrix(None, "binary").toarray()
    numbers = " ".join(map(str, [len(values), *values, *ties.astype(int).ravel()]))
    done = subprocess.run(["Rscript", "-e", SCRIPT], input=numbers, capture_output=True, text=True, check=False)
    if "no package called" in done.stderr:
        pytest.skip("R has no package sna")
    found = [
        autocorrelation(one, values="rating", variant=variant, weighted=False, draws=1, rng=1).observed
        for variant in VARIANTS
    ]
    assert found == pytest.approx([float(line) for line in done.stdout.split()])


def test_two_cliques_with_a_number_each_are_as_alike_as_can_be(cluster_of):
    values = pd.Series([1, 1, 1, 9, 9, 9], list("ABCDEF"))
    cluster = cluster_of("AB AC BC DE DF EF")
    assert autocorrelation(cluster, values=values, draws=9, rng=1).observed == pytest.approx(1)
    assert autocorrelation(cluster, values=values, variant="geary", draws=9, rng=1).observed == 0


def test_the_same_seed_gives_the_same_answer(knoke):
    one, other = (autocorrelation(knoke, values="rating", layer="money", draws=50, rng=3) for _ in range(2))
    assert one == other
    assert one.made_of.seed == 3


def test_options_of_draws_that_have_no_meaning_are_refused(knoke):
    with pytest.raises(sc.InputError, match="interval"):
        autocorrelation(knoke, values="rating", draws=sc.Draws(9, interval=0.5), rng=1)


@pytest.mark.parametrize("variant", VARIANTS)
def test_where_all_are_tied_every_permutation_is_as_high_and_as_low(variant):
    """Sums in another order differ by rounding, which makes no arrangement rarer."""
    ties = pd.DataFrame([(a, b) for a in "ABCDE" for b in "ABCDE" if a < b], columns=["source", "target"])
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCDE"), "size": [0.1, 0.7, 1.3, 2.9, 3.1]}), ties)
    found = autocorrelation(cluster, values="size", variant=variant, draws=99, rng=1)
    assert (found.p_value, found.p_lower, found.p_higher) == (1.0, 1.0, 1.0)
