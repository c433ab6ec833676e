"""Every term with options, and the same written out as it is defined (`slow_terms`), by kind of network."""

from __future__ import annotations

import math

import numpy as np

import socluster.inference.ergm.terms as terms
from tests.inference.ergm import slow_terms as slow
from tests.inference.ergm.networks import LETTERS, NUMBERS

__all__ = ["KINDS", "SAMPLES", "samples_of"]

KINDS = ("undirected", "directed", "two-mode")
U, D, B = KINDS
WEIGHTS = np.array(
    [[round(math.sin(3 * i + j) + math.sin(3 * j + i), 3) * (i != j) for j in range(8)] for i in range(8)]
)
ONE_WAY = np.array([[round(math.cos(2 * i - j), 3) for j in range(8)] for i in range(8)])


def x(i):
    return NUMBERS[i]


def g(i):
    return LETTERS[i]


def same(i, j):
    return g(i) == g(j)


def weighted(tau):
    return lambda k: slow.w(k, tau)


def at(value):
    return lambda k: float(k == value)


def covariate(table, net):
    n, m = net.Y.shape
    return terms.edgecov(table[:n, :m])


def levels(net, side="first"):
    size = net.Y.shape[1] if side == "second" else net.n
    return sorted(set(LETTERS[:size]))


def made(name, *options, **more):
    """Return what makes this term, whatever the network."""
    return lambda net: getattr(terms, name)(*options, **more)


def of_levels(end, side):
    """Return how many ties have an end in each category but the first."""

    def counted(net):
        kept = levels(net, side)[1:]
        return [slow.over_ties(lambda i, j, c=c: g((i, j)[end]) == c)(net) for c in kept]

    return counted


def both_triples(net):
    return slow.transitive_triples(net) + slow.cyclic_triples(net)


def ends_of_levels(net):
    return [slow.over_ties(lambda i, j, c=c: (g(i) == c) + (g(j) == c))(net) for c in levels(net)[1:]]


def partner_samples():
    for over, name in (("ties", "esp"), ("dyads", "dsp"), ("untied", "nsp")):
        for kind in ("OTP", "ITP", "OSP", "ISP", "RTP"):
            make = made(f"gw{name}", 0.7, kind=kind)
            yield f"gw{name}", D, make, slow.over_partners(weighted(0.7), over, kind)
            make = made(name, [0, 1, 2], kind=kind)
            yield name, D, make, [slow.over_partners(at(k), over, kind) for k in (0, 1, 2)]
        for network in (U, B) if name == "dsp" else (U,):
            make = made(f"gw{name}", 0.7)
            yield f"gw{name}", network, make, slow.over_partners(weighted(0.7), over)
            make = made(name, [0, 1, 2])
            yield name, network, make, [slow.over_partners(at(k), over) for k in (0, 1, 2)]


def degree_samples():
    for name, which, network in (
        ("degree", "all", U),
        ("degree", "all", B),
        ("idegree", "in", D),
        ("odegree", "out", D),
        ("b1degree", "first", B),
        ("b2degree", "second", B),
    ):
        make = made(name, [0, 1, 2])
        yield name, network, make, [slow.over_degrees(at(k), which) for k in (0, 1, 2)]
        make = made(f"gw{name}", 0.4)
        yield f"gw{name}", network, make, slow.over_degrees(weighted(0.4), which)
    for name, which, network in (
        ("degrange", "all", U),
        ("degrange", "all", B),
        ("idegrange", "in", D),
        ("odegrange", "out", D),
    ):
        make = made(name, 1, 3)
        yield name, network, make, slow.over_degrees(lambda d: float(1 <= d < 3), which)
        make = made(name, 2)
        yield name, network, make, slow.over_degrees(lambda d: float(d >= 2), which)
    for name, which, network in (
        ("concurrent", "all", U),
        ("concurrent", "all", B),
        ("b1concurrent", "first", B),
        ("b2concurrent", "second", B),
    ):
        make = made(name)
        yield name, network, make, slow.over_degrees(lambda d: float(d >= 2), which)
    for name, which, network in (
        ("kstar", "all", U),
        ("kstar", "all", B),
        ("istar", "in", D),
        ("ostar", "out", D),
        ("b1star", "first", B),
        ("b2star", "second", B),
    ):
        make = made(name, [1, 2, 3])
        yield name, network, make, [slow.over_degrees(lambda d, k=k: float(math.comb(d, k)), which) for k in (1, 2, 3)]
    for network in (U, B):
        yield "degree_1_5", network, lambda net: terms.degree_1_5(), slow.over_degrees(lambda d: d**1.5, "all")


def simple_samples():
    for network in KINDS:
        yield "edges", network, lambda net: terms.edges(), slow.over_ties(lambda i, j: 1.0)
        yield (
            "density",
            network,
            lambda net: terms.density(),
            lambda net: len(list(net.ties())) / len(list(net.dyads())),
        )
        yield "isolates", network, lambda net: terms.isolates(), slow.isolates
    yield "meandeg", U, lambda net: terms.meandeg(), lambda net: 2 * len(list(net.ties())) / net.n
    yield "meandeg", D, lambda net: terms.meandeg(), lambda net: len(list(net.ties())) / net.n
    yield "mutual", D, lambda net: terms.mutual(), slow.over_pairs(lambda Y, i, j: Y[i, j] * Y[j, i])
    make = slow.over_pairs(lambda Y, i, j: Y[i, j] * Y[j, i] * same(i, j))
    yield "mutual", D, lambda net: terms.mutual(same="g"), make
    yield "asymmetric", D, lambda net: terms.asymmetric(), slow.over_pairs(lambda Y, i, j: Y[i, j] != Y[j, i])
    for network in KINDS:
        yield "twopath", network, lambda net: terms.twopath(), slow.two_paths
    for network in (U, D):
        yield "transitiveties", network, lambda net: terms.transitiveties(), slow.over_partners(lambda k: k > 0, "ties")
        kind = "ITP" if network == D else "OTP"
        test = slow.over_partners(lambda k: k > 0, "ties", kind)
        yield "cyclicalties", network, lambda net: terms.cyclicalties(), test
    yield "m2star", D, lambda net: terms.m2star(), slow.two_paths
    yield "triangle", U, lambda net: terms.triangle(), slow.triangles
    yield "triangle", U, lambda net: terms.triangle("g"), lambda net: slow.triangles(net, LETTERS)
    yield "triangle", D, lambda net: terms.triangle(), both_triples
    yield "ttriple", D, lambda net: terms.ttriple(), slow.transitive_triples
    yield "ctriple", D, lambda net: terms.ctriple(), slow.cyclic_triples
    for network in (U, B):
        yield "cycle", network, lambda net: terms.cycle(4), slow.four_cycles
        yield "threetrail", network, lambda net: terms.threetrail(), slow.three_trails


def attribute_samples():
    for network in (U, D):
        yield "nodecov", network, lambda net: terms.nodecov("x"), slow.over_ties(lambda i, j: x(i) + x(j))
        yield "absdiff", network, lambda net: terms.absdiff("x"), slow.over_ties(lambda i, j: abs(x(i) - x(j)))
        distance = slow.over_ties(lambda i, j: abs(x(i) - x(j)) ** 1.5)
        yield "absdiff", network, lambda net: terms.absdiff("x", pow=1.5), distance
        near = slow.over_ties(lambda i, j: float(abs(x(i) - x(j)) <= 1))
        yield "smalldiff", network, lambda net: terms.smalldiff("x", 1), near
        yield "nodematch", network, lambda net: terms.nodematch("g"), slow.over_ties(same)
        yield (
            "nodematch",
            network,
            lambda net: terms.nodematch("g", diff=True),
            lambda net: [slow.over_ties(lambda i, j, c=c: g(i) == g(j) == c)(net) for c in levels(net)],
        )
        yield "nodefactor", network, lambda net: terms.nodefactor("g"), ends_of_levels
        yield "edgecov", network, lambda net: covariate(WEIGHTS, net), slow.over_ties(lambda i, j: WEIGHTS[i, j])
    yield "nodeicov", D, lambda net: terms.nodeicov("x"), slow.over_ties(lambda i, j: x(j))
    yield "nodeocov", D, lambda net: terms.nodeocov("x"), slow.over_ties(lambda i, j: x(i))
    yield "diff", D, lambda net: terms.diff("x"), slow.over_ties(lambda i, j: x(i) - x(j))
    for name, end in (("nodeofactor", 0), ("nodeifactor", 1)):
        yield name, D, made(name, "g"), of_levels(end, "first")
    yield "nodemix", D, lambda net: terms.nodemix("g"), mixed_directed
    yield "nodemix", U, lambda net: terms.nodemix("g"), mixed_undirected
    yield "edgecov", D, lambda net: covariate(ONE_WAY, net), slow.over_ties(lambda i, j: ONE_WAY[i, j])
    yield "edgecov", B, lambda net: covariate(ONE_WAY, net), slow.over_ties(lambda i, j: ONE_WAY[i, j])


def mixed_directed(net):
    cells = [(a, b) for b in levels(net) for a in levels(net)]
    return [slow.over_ties(lambda i, j, a=a, b=b: (g(i), g(j)) == (a, b))(net) for a, b in cells]


def mixed_undirected(net):
    cells = [(a, b) for b in levels(net) for a in levels(net) if a <= b]
    return [slow.over_ties(lambda i, j, a=a, b=b: {g(i), g(j)} == {a, b})(net) for a, b in cells]


def two_mode_samples():
    yield "b1cov", B, lambda net: terms.b1cov("x"), slow.over_ties(lambda i, j: x(i))
    yield "b2cov", B, lambda net: terms.b2cov("x"), slow.over_ties(lambda i, j: x(j))
    for name, end, side in (("b1factor", 0, "first"), ("b2factor", 1, "second")):
        column = "g" if end == 0 else "kind"
        make = made(name, column)
        yield name, B, make, of_levels(end, side)
    for second in (False, True):
        mode = "2" if second else "1"
        column = "kind" if second else "g"
        make = made(f"b{mode}nodematch", column)
        yield f"b{mode}nodematch", B, make, slow.matched_paths(LETTERS, second)
        make = made(f"b{mode}dsp", [0, 1, 2])
        yield f"b{mode}dsp", B, make, [slow.of_one_mode(at(k), second) for k in (0, 1, 2)]
        make = made(f"gwb{mode}dsp", 0.6)
        yield f"gwb{mode}dsp", B, make, slow.of_one_mode(weighted(0.6), second)


SAMPLES = [
    *simple_samples(),
    *degree_samples(),
    *partner_samples(),
    *attribute_samples(),
    *two_mode_samples(),
]
"""(name of the term, kind of network, term of a network, what it counts: a function, or one for each coefficient)"""


def samples_of(names):
    """Return the samples of these terms."""
    return [each for each in SAMPLES if each[0] in names]
