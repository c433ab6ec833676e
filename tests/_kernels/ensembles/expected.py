"""What is true of a stack of networks, by networkx and the formulas."""

import networkx as nx
import numpy as np
import pytest

from socluster._kernels.ensembles import families

__all__ = [
    "check_distances",
    "check_holes",
    "check_parts",
    "check_paths",
    "check_reached",
    "check_roles",
    "check_triangles",
]


def graphs(sample):
    kind = nx.DiGraph if sample.directed else nx.Graph
    return [nx.from_numpy_array(table, create_using=kind) for table in sample.tables]


def steps_in(graph):
    steps = np.zeros((len(graph),) * 2, dtype=int)
    for near, lengths in nx.all_pairs_shortest_path_length(graph):
        for far, length in lengths.items():
            steps[near, far] = length
    return steps


def check_distances(sample, *, compiled):
    found = families.distances(sample.back, compiled=compiled)
    for row, graph in zip(found, graphs(sample), strict=True):
        steps = steps_in(graph)
        assert row[1:].tolist() == np.bincount(steps[steps > 0], minlength=sample.n + 1)[1:].tolist()


def check_reached(sample, *, compiled):
    counts, inverse = families.reached_from(sample.back, compiled=compiled)
    for draw, graph in enumerate(graphs(sample)):
        steps = steps_in(graph)
        assert counts[draw].tolist() == [(steps > 0).sum(axis=0).tolist(), steps.sum(axis=0).tolist()]
        per_step = np.divide(1.0, steps, out=np.zeros(steps.shape), where=steps > 0)
        assert inverse[draw] == pytest.approx(per_step.sum(axis=0), abs=1e-12)


def check_paths(sample, *, compiled):
    carried, by_distance = families.betweenness(sample.rows, sample.back, compiled=compiled)
    np.testing.assert_array_equal(families.distances(sample.back, compiled=compiled), by_distance)
    orders = 1 if sample.directed else 2
    for row, graph in zip(carried, graphs(sample), strict=True):
        expected = nx.betweenness_centrality(graph, normalized=False)
        assert row == pytest.approx([orders * expected[node] for node in range(sample.n)], abs=1e-9)


def check_holes(sample, *, compiled):
    either = sample.rows | sample.back
    found = families.egos(either, sample.between, with_hierarchy=True, compiled=compiled)
    for draw, between in enumerate(sample.strengths):
        tied = between > 0
        share = between / np.maximum(between.sum(axis=1), 1e-300)[:, None]
        marginal = between / np.maximum(between.max(axis=1, initial=0.0), 1e-300)[:, None]
        constrained = np.where(tied, share + share @ share, 0.0) ** 2
        size = tied.sum(axis=1) - (tied * (share @ marginal.T)).sum(axis=1)
        logs = (constrained * np.log(np.where(tied, constrained, 1.0))).sum(axis=1)
        expected = np.where(tied.any(axis=1), [constrained.sum(axis=1), size, logs], np.nan)
        np.testing.assert_allclose(found[draw], expected, rtol=1e-10, atol=1e-10)


def check_triangles(sample, *, compiled):
    found = families.closed(sample.rows, sample.back, compiled=compiled)
    assert found.tolist() == [((tied @ tied) * tied).sum() for tied in sample.tables]


def check_parts(sample, *, compiled):
    found = families.parts(sample.rows | sample.back, compiled=compiled)
    for row, tied in zip(found, sample.tables, strict=True):
        pieces = nx.connected_components(nx.from_numpy_array(tied + tied.T))
        sizes = np.array([len(each) for each in pieces])
        assert row.tolist() == [len(sizes), (sizes * (sizes - 1)).sum()]


def check_roles(sample, *, compiled):
    group = np.arange(sample.n) % 3
    found = families.roles(sample.rows, sample.back, group, compiled=compiled)
    same = group[:, None] == group
    first, second, ends = same.T[None].transpose(2, 1, 0), same[:, None, :], same[None]  # of a and v, v and b, a and b
    kinds = [first & second, ~first & ~second & ends, first & ~second, ~first & second, ~first & ~second & ~ends]
    for row, tied in zip(found, sample.tables, strict=True):
        opened = np.einsum("av,vb,ab->vab", tied, tied, (1 - tied) * (1 - np.eye(sample.n)))
        assert row.tolist() == [(opened * kind).sum(axis=(1, 2)).tolist() for kind in kinds]
