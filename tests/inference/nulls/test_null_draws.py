"""The task of a null (its order, pieces and workers: tests/conventions/test_tasks.py)."""

import pytest

import socluster as sc
from socluster.core.errors import UnknownTiesWarning
from socluster.inference.nulls.null_draws import NullDraws, values_of
from socluster.inference.shared.asked import AskedMeasures
from tests.inference.nulls.uniformity import small


def test_what_was_said_of_the_observed_cluster_is_not_said_of_every_draw():
    cluster = small(directed=True, ties=["ab"], unknown=["bc"])
    with pytest.warns(UnknownTiesWarning) as heard:
        sc.compare_to_null(cluster, sc.transitivity, null=sc.nulls.FixedTies(), draws=5, rng=1)
    assert len(heard) == 1


def test_its_fingerprint_changes_with_null_measure_and_seed():
    kite = sc.load_dataset("kite")

    def task(null, measure, seed):
        asked, _ = AskedMeasures.of([("m", measure)], kite)
        return NullDraws(kite, null, null.fitted(kite), asked, seed).fingerprint

    found = {
        task(sc.nulls.FixedTies(), sc.density, 1),
        task(sc.nulls.FixedTies(), sc.density, 2),
        task(sc.nulls.FixedTies(), sc.transitivity, 1),
        task(sc.nulls.Bernoulli(0.4), sc.density, 1),
        task(sc.nulls.Bernoulli(0.3), sc.density, 1),
    }
    assert len(found) == 5


def test_values_of_listed_clusters():
    kite = sc.load_dataset("kite")
    asked, observed = AskedMeasures.of([("density", sc.density)], kite)
    assert values_of([kite, kite], asked).tolist() == [observed.tolist()] * 2
