from itertools import combinations

import igraph
import numpy as np
import pandas as pd
import pytest

from socluster.measures.groups.partition_agreement import partition_agreement


def agree(cluster_of, first, second):
    labels = [f"a{place:02}" for place in range(len(first))]
    cluster = cluster_of([], actors=labels)
    return partition_agreement(cluster, group=pd.Series(first, index=labels), other=pd.Series(second, index=labels))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_equals_igraph(cluster_of, seed):
    rng = np.random.default_rng(seed)
    first, second = rng.integers(0, 4, 30), rng.integers(0, 3, 30)
    found = agree(cluster_of, first, second)
    for measure, value in {
        "adjusted_rand": found.adjusted_rand,
        "nmi": found.normalized_mutual_information,
        "vi": found.variation_of_information,
    }.items():
        expected = igraph.compare_communities(first.tolist(), second.tolist(), method=measure)
        assert value == pytest.approx(expected, abs=1e-12)


def test_adjusted_rand_equals_its_formula_over_pairs(cluster_of):
    first, second = list("xxxyyyzz"), list("ababbbcc")
    pairs = list(combinations(range(8), 2))
    together = [[parts[i] == parts[j] for i, j in pairs] for parts in (first, second)]
    one, other = (sum(marks) for marks in together)
    both = sum(a and b for a, b in zip(*together, strict=True))
    by_chance = one * other / len(pairs)
    expected = (both - by_chance) / ((one + other) / 2 - by_chance)
    assert agree(cluster_of, first, second).adjusted_rand == pytest.approx(expected)


def test_the_example_of_hubert_and_arabie_by_scikit_learn(cluster_of):
    # scikit-learn's documentation: adjusted_rand_score([0, 0, 1, 2], [0, 0, 1, 1]) = 0.57...
    assert agree(cluster_of, [0, 0, 1, 2], [0, 0, 1, 1]).adjusted_rand == pytest.approx(0.5714, abs=5e-5)


def test_the_same_under_other_names(cluster_of):
    found = agree(cluster_of, list("xxyyz"), [3, 3, 1, 1, 2])
    assert (found.adjusted_rand, found.normalized_mutual_information) == (1, pytest.approx(1))
    assert found.variation_of_information == pytest.approx(0, abs=1e-12)
    assert found.table.to_numpy().sum() == 5


def test_groupings_that_say_nothing(cluster_of):
    together = agree(cluster_of, list("xxx"), list("yyy"))
    assert np.isnan([together.adjusted_rand, together.normalized_mutual_information]).all()
    assert together.variation_of_information == 0
    apart = agree(cluster_of, list("xyz"), list("abc"))
    assert np.isnan(apart.adjusted_rand)
    assert apart.normalized_mutual_information == pytest.approx(1)
    independent = agree(cluster_of, list("xxyy"), list("abab"))
    assert independent.normalized_mutual_information == pytest.approx(0, abs=1e-12)
    assert independent.variation_of_information == pytest.approx(2 * np.log(2))
    nobody = agree(cluster_of, [], [])
    assert np.isnan(nobody.to_frame()["value"]).all()


def test_columns_frame_and_sentence(knoke):
    found = partition_agreement(knoke, group="sector", other="code")
    assert found.adjusted_rand == 1
    assert found.table.index.name == "sector"
    assert found.table.columns.name == "code"
    assert found.to_frame().index.tolist() == [
        "adjusted_rand",
        "normalized_mutual_information",
        "variation_of_information",
    ]
    assert str(found).startswith("sector and code, 10 actors: adjusted Rand index 1 (1 if identical, 0 by chance)")
