"""What every term counts, written out as it is defined: loops over pairs and triples, for small networks only.

A network is `Net(Y, directed, two_mode)`; in two modes Y has a row per first-mode actor. Nothing here is shared with
the package.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np


@dataclass
class Net:
    Y: np.ndarray
    directed: bool = False
    two_mode: bool = False

    @property
    def n(self):
        return len(self.Y)

    def ties(self):
        """Ties as (i, j), undirected ones once."""
        for i, j in self.dyads():
            if self.Y[i, j]:
                yield i, j

    def dyads(self):
        rows, columns = self.Y.shape
        for i in range(rows):
            for j in range(columns):
                if self.two_mode or (i != j and (self.directed or i < j)):
                    yield i, j

    def whole(self):
        """The network of both modes as one symmetric matrix."""
        if not self.two_mode:
            return self.Y
        p, q = self.Y.shape
        return np.block([[np.zeros((p, p), int), self.Y], [self.Y.T, np.zeros((q, q), int)]])


def w(k, tau):
    return math.exp(tau) * (1 - (1 - math.exp(-tau)) ** k)


def degrees(net):
    return net.whole().sum(axis=1)


def over_degrees(f, which):
    def statistic(net):
        found = {
            "all": lambda: degrees(net),
            "out": lambda: net.Y.sum(axis=1),
            "in": lambda: net.Y.sum(axis=0),
            "first": lambda: net.Y.sum(axis=1),
            "second": lambda: net.Y.sum(axis=0),
        }[which]()
        return float(sum(f(int(d)) for d in found))

    return statistic


def shared(net, i, j, kind):
    Y = net.whole()
    others = [k for k in range(len(Y)) if k not in (i, j)]
    test = {
        "OTP": lambda k: Y[i, k] and Y[k, j],
        "ITP": lambda k: Y[j, k] and Y[k, i],
        "OSP": lambda k: Y[i, k] and Y[j, k],
        "ISP": lambda k: Y[k, i] and Y[k, j],
        "RTP": lambda k: Y[i, k] and Y[k, i] and Y[k, j] and Y[j, k],
    }[kind]
    return sum(bool(test(k)) for k in others)


def over_partners(f, over, kind="OTP"):
    def statistic(net):
        total = 0.0
        Y = net.whole()
        pairs = itertools.permutations(range(len(Y)), 2) if net.directed else itertools.combinations(range(len(Y)), 2)
        for i, j in pairs:
            if net.two_mode and (i < net.n) != (j < net.n):
                continue
            if over == "dyads" or bool(Y[i, j]) == (over == "ties"):
                total += f(shared(net, i, j, kind))
        return total

    return statistic


def of_one_mode(f, second):
    def statistic(net):
        B = net.Y.T if second else net.Y
        return float(sum(f(int(B[i] @ B[j])) for i, j in itertools.combinations(range(len(B)), 2)))

    return statistic


def matched_paths(c, second):
    def statistic(net):
        B = net.Y.T if second else net.Y
        return float(sum(int(B[i] @ B[j]) for i, j in itertools.combinations(range(len(B)), 2) if c[i] == c[j]))

    return statistic


def over_ties(f):
    return lambda net: float(sum(f(i, j) for i, j in net.ties()))


def over_pairs(f):
    return lambda net: float(sum(f(net.Y, i, j) for i, j in itertools.combinations(range(net.n), 2)))


def triangles(net, c=None):
    Y = net.Y
    return float(
        sum(
            bool(Y[i, j] and Y[j, k] and Y[i, k]) and (c is None or c[i] == c[j] == c[k])
            for i, j, k in itertools.combinations(range(net.n), 3)
        )
    )


def transitive_triples(net):
    Y = net.Y
    return float(sum(Y[i, j] * Y[j, k] * Y[i, k] for i, j, k in itertools.permutations(range(net.n), 3)))


def cyclic_triples(net):
    Y = net.Y
    return float(sum(Y[i, j] * Y[j, k] * Y[k, i] for i, j, k in itertools.permutations(range(net.n), 3)) / 3)


def two_paths(net):
    Y = net.Y
    if net.directed:
        return float(sum(Y[i, j] * Y[j, k] for i, j, k in itertools.permutations(range(net.n), 3)))
    return float(sum(math.comb(int(d), 2) for d in degrees(net)))


def four_cycles(net):
    Y = net.whole()
    return float(sum(math.comb(int(Y[i] @ Y[j]), 2) for i, j in itertools.combinations(range(len(Y)), 2)) / 2)


def three_trails(net):
    Y, d = net.whole(), degrees(net)
    return float(sum((d[i] - 1) * (d[j] - 1) for i, j in itertools.combinations(range(len(Y)), 2) if Y[i, j]))


def isolates(net):
    Y = net.whole()
    return float(sum(not (Y[i].any() or Y[:, i].any()) for i in range(len(Y))))
