"""What stands in the rows of a cluster, and in which rows something is wrong."""

from __future__ import annotations


def ties(cluster) -> list[tuple]:
    return list(cluster.ties[["source", "target", "layer", "weight"]].itertuples(index=False, name=None))


def problems(caught) -> list[tuple]:
    return [(problem.row, problem.value) for problem in caught.value.problems]
