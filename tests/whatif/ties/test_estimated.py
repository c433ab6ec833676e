"""Values that members suggest: introductions, and ties from shared events."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.whatif.ties import AnyOf, Closure, Committee, Logit
from socluster.whatif.ties.estimated import estimated_closure, estimated_committee
from socluster.whatif.ties.left_out import left_out, observed_ties

ONE_RATE = Logit(match=(), firth=True, activity=False)


def of(matrix, attends=None):
    names = [f"m{place:02}" for place in range(len(matrix))]
    near, far = np.nonzero(np.triu(matrix, 1))
    more = {}
    if attends is not None:
        rows, columns = np.nonzero(attends)
        links = pd.DataFrame(
            {"actor": [names[i] for i in rows], "group": [f"g{j}" for j in columns], "layer": "attends"}
        )
        more = {"affiliations": links, "groups": pd.DataFrame({"group": [f"g{j}" for j in range(attends.shape[1])]})}
    ties = pd.DataFrame({"source": [names[i] for i in near], "target": [names[i] for i in far]})
    return Cluster.from_tables(pd.DataFrame({"actor": names}), ties, **more)


def seen(cluster):
    truth = observed_ties(cluster, "tie")
    return [left_out(cluster, ONE_RATE, each, "tie", truth) for each in cluster.ids], truth


def closed(seed, n=40, rate=0.05, q=0.3):
    rng = np.random.default_rng(seed)
    first = np.triu(rng.random((n, n)) < rate, 1)
    first = first | first.T
    met = first.astype(int) @ first
    more = np.triu(rng.random((n, n)) < 1 - (1 - q) ** met, 1)
    matrix = first | more | more.T
    np.fill_diagonal(matrix, False)
    return matrix


def test_introductions_are_found_where_there_are_some():
    for seed in range(3):
        found = estimated_closure(ONE_RATE, *seen(of(closed(seed))), key=1)
        assert isinstance(found, Closure)
        assert 0.1 < found.probability <= 0.8
        assert found.first.by < 0.9


def test_independent_ties_need_hardly_any_introductions():
    rng = np.random.default_rng(1)
    matrix = np.triu(rng.random((40, 40)) < 0.15, 1)
    found = estimated_closure(ONE_RATE, *seen(of(matrix | matrix.T)), key=1)
    assert found is None or found.probability < 0.1


def test_ties_from_shared_events_are_found():
    rng = np.random.default_rng(4)
    attends = rng.random((40, 8)) < 0.15
    shared = attends.astype(int) @ attends.T
    chance = 1 - (1 - 0.02) * (1 - 0.5) ** shared
    matrix = np.triu(rng.random((40, 40)) < chance, 1)
    cluster = of(matrix | matrix.T, attends)
    found = estimated_committee(ONE_RATE, cluster, "attends", *seen(cluster))
    assert isinstance(found, AnyOf)
    assert isinstance(found.models[0], Committee)
    assert found.models[0].probability == pytest.approx(0.5, abs=0.12)
    nobody = of(matrix | matrix.T, np.eye(40, 8, dtype=bool))
    assert estimated_committee(ONE_RATE, nobody, "attends", *seen(nobody)) is None
