"""The same by numpy alone, in stacks of tables of n x n: for few networks of few actors, to compile nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from socluster._kernels.ensembles.strengths import Strengths
from socluster._kernels.products import Vector

__all__ = ["betweenness", "closed", "distances", "egos", "parts", "reached_from", "roles", "tables"]

CHUNK = 2**15  # numbers in a stack of tables, so that a few of them stay in the processor's cache


def tables(rows: Vector) -> Vector:
    """Return rows of bits as tables of zeros and ones: array of float of shape (draws, n, n)."""
    draws, n, words = rows.shape
    octets = np.ascontiguousarray(rows).view(np.uint8).reshape(draws, n, 8 * words)
    return np.unpackbits(octets, axis=2, bitorder="little")[:, :, :n].astype(np.float64)


def in_chunks(rows: Vector, run: Callable[[slice], Any]) -> list[Any]:
    """Return what `run` gives for one part of the draws after the other."""
    draws, n, _ = rows.shape
    size = max(1, CHUNK // max(n * n, 1))
    return [run(slice(first, first + size)) for first in range(0, max(draws, 1), size)]


def egos(rows: Vector, strengths: Strengths, *, with_hierarchy: bool) -> Vector:
    """See `families.egos`."""

    def run(part: slice) -> Vector:
        tied = tables(rows[part]) > 0
        between = np.where(tied, strengths.tables(part), 0.0)
        share = _divided(between, between.sum(axis=2))
        marginal = _divided(between, between.max(axis=2, initial=0.0))
        constrained = np.where(tied, share + share @ share, 0.0) ** 2
        contacts = tied.sum(axis=2)
        size = contacts - (tied * (share @ marginal.transpose(0, 2, 1))).sum(axis=2)
        logs = np.log(constrained, out=np.zeros_like(constrained), where=tied) if with_hierarchy else 0.0
        result = np.stack([constrained.sum(axis=2), size, (constrained * logs).sum(axis=2)], axis=1)
        return np.where((contacts > 0)[:, None, :], result, np.nan)

    return np.concatenate(in_chunks(rows, run))


def closed(rows: Vector) -> Vector:
    """See `families.closed`."""

    def run(part: slice) -> Vector:
        tied = tables(rows[part])
        found: Vector = ((tied @ tied) * tied).sum(axis=(1, 2)).astype(np.int64)
        return found

    return np.concatenate(in_chunks(rows, run))


def distances(back: Vector) -> Vector:
    """See `families.distances`."""
    n = back.shape[1]

    def run(part: slice) -> Vector:
        result = np.zeros((len(back[part]), n + 1), np.int64)
        for step, new in enumerate(_steps(tables(back[part])), start=1):
            result[:, step] = new.sum(axis=(1, 2))
        return result

    return np.concatenate(in_chunks(back, run))


def reached_from(back: Vector) -> tuple[Vector, Vector]:
    """See `families.reached_from`."""
    n = back.shape[1]

    def run(part: slice) -> tuple[Vector, Vector]:
        draws = len(back[part])
        counts, inverse = np.zeros((draws, 2, n), np.int64), np.zeros((draws, n))
        for step, new in enumerate(_steps(tables(back[part])), start=1):
            several = new.sum(axis=2)
            counts[:, 0] += several
            counts[:, 1] += step * several
            inverse += several / step
        return counts, inverse

    counts, inverse = zip(*in_chunks(back, run), strict=True)
    return np.concatenate(counts), np.concatenate(inverse)


def betweenness(rows: Vector) -> tuple[Vector, Vector]:
    """See `families.betweenness`."""
    carried, by_distance = zip(*in_chunks(rows, lambda part: _carried(tables(rows[part]))), strict=True)
    return np.concatenate(carried), np.concatenate(by_distance)


def roles(rows: Vector, group: Vector) -> Vector:
    """See `families.roles`: of every kind of pair (a, b), the paths a -> v -> b without a -> b."""
    same = group[:, None] == group

    def run(part: slice) -> Vector:
        tied = tables(rows[part])
        is_open = (1.0 - tied) * (1.0 - np.eye(len(group)))
        first, second, pairs = ((each * same, each * ~same) for each in (tied, tied, is_open))
        kinds = ((0, 0, 0), (1, 1, 0), (0, 1, 1), (1, 0, 1), (1, 1, 1))  # of a and v, of v and b, of a and b
        counted = [_through(first[one], second[two], pairs[ends]) for one, two, ends in kinds]
        return np.stack(counted, axis=1).astype(np.int64)

    return np.concatenate(in_chunks(rows, run))


def parts(rows: Vector) -> Vector:
    """See `families.parts`: a component of k actors is where each of these reaches k - 1 others."""
    reached = reached_from(rows)[0][:, 0]
    number = np.rint((1.0 / (1 + reached)).sum(axis=1)).astype(np.int64)
    return np.stack([number, reached.sum(axis=1)], axis=1)


def _through(first: Vector, second: Vector, pairs: Vector) -> Vector:
    """Return the sum over a and b of first[a, v] pairs[a, b] second[v, b], by v."""
    found: Vector = (first.transpose(0, 2, 1) @ pairs * second).sum(axis=2)
    return found


def _steps(tied: Vector) -> Any:
    """Yield, step by step, whom everybody reaches for the first time: arrays of bool of shape (draws, n, n)."""
    seen = np.broadcast_to(np.eye(tied.shape[1], dtype=bool), tied.shape).copy()
    front = tied
    while True:
        new = (front > 0) & ~seen
        if not new.any():
            return
        yield new
        seen |= new
        front = new @ tied


def _carried(tied: Vector) -> tuple[Vector, Vector]:
    """Return what everybody carries, and the number of pairs at every distance (Brandes, from all at once)."""
    draws, n, _ = tied.shape
    by_distance = np.zeros((draws, n + 1), np.int64)
    seen = np.broadcast_to(np.eye(n, dtype=bool), tied.shape).copy()
    paths = np.broadcast_to(np.eye(n), tied.shape).copy()
    front, steps = paths, []
    while True:
        front = front @ tied
        new = (front > 0) & ~seen
        counted = new.sum(axis=(1, 2))
        if not counted.any():
            break
        steps.append(new)
        by_distance[:, len(steps)] = counted
        seen |= new
        front = np.where(new, front, 0.0)
        paths += front
    carried, back = np.zeros_like(tied), tied.transpose(0, 2, 1)
    per_path = 1.0 / np.where(paths > 0, paths, 1.0)
    for step in range(len(steps) - 1, 0, -1):
        owed = np.where(steps[step], (1.0 + carried) * per_path, 0.0)
        carried = np.where(steps[step - 1], (owed @ back) * paths, carried)
    return carried.sum(axis=1), by_distance


def _divided(rows: Vector, divisors: Vector) -> Vector:
    """Divide every row; rows of nothing stay so."""
    return rows / np.where(divisors > 0, divisors, 1.0)[:, :, None]
