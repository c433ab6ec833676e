"""Ties placed at random among the dyads: each by itself, a fixed number of them, or fixed numbers of kinds of pairs."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from socluster._kernels.products import Vector
from socluster._kernels.sampling.cells import Arcs, TieCells

__all__ = ["by_block", "by_probability", "evenly_likely", "fixed_number", "fixed_pairs", "joined"]


def fixed_number(dyads: TieCells, ties: int, rng: Generator) -> Arcs:
    """Return that many ties; every choice is equally likely."""
    return dyads.ends(rng.choice(len(dyads), ties, replace=False, shuffle=False))


def evenly_likely(dyads: TieCells, probability: float, rng: Generator) -> Arcs:
    """Return ties, each of which is there with the same probability, independently of the others."""
    return fixed_number(dyads, int(rng.binomial(len(dyads), probability)), rng)


def by_probability(dyads: TieCells, probability: Vector, rng: Generator) -> Arcs:
    """Return ties, each of which is there with a probability of its own, independently of the others."""
    return dyads.ends(np.flatnonzero(rng.random(len(dyads)) < probability))


def by_block(dyads: TieCells, members: list[Vector], ties: list[int], rng: Generator) -> Arcs:
    """Return a fixed number of ties in each block of dyads; every choice is equally likely.

    Parameters
    ----------
    dyads : TieCells
        Where ties may be.
    members : list of ndarray of int
        Numbers of the dyads of each block.
    ties : list of int
        How many ties each block gets.
    rng : Generator
        What is drawn with.
    """
    chosen = [
        block[rng.choice(len(block), number, replace=False, shuffle=False)]
        for block, number in zip(members, ties, strict=True)
    ]
    return dyads.ends(np.concatenate(chosen) if chosen else np.empty(0, dtype=np.int64))


def fixed_pairs(pairs: TieCells, mutual: int, one_way: int, rng: Generator) -> Arcs:
    """Return a network with so many mutual and one-way pairs (Holland and Leinhardt's U|MAN); `pairs` is undirected."""
    row, column = pairs.ends(rng.choice(len(pairs), mutual + one_way, replace=False))
    turned = np.r_[np.zeros(mutual, dtype=bool), rng.random(one_way) < 0.5]
    source, target = np.where(turned, column, row), np.where(turned, row, column)
    return np.r_[source, target[:mutual]], np.r_[target, source[:mutual]]


def joined(arcs: Arcs, more: Arcs) -> Arcs:
    """Return the ties of both."""
    return np.concatenate([arcs[0], more[0]]), np.concatenate([arcs[1], more[1]])
