"""Random stacks of networks, with the tables that they stand for."""

import numpy as np

from socluster._kernels.ensembles.stack import Pairs, Stack
from socluster._kernels.ensembles.strengths import Strengths

__all__ = ["SIZES", "Sample"]

SIZES = [1, 2, 12, 63, 64, 65, 130]


class Sample:
    """A stack of three networks of n actors."""

    def __init__(self, n, *, directed, seed=1):
        rng = np.random.default_rng([n, directed, seed])
        tied = (rng.random((n, n)) < min(0.8, 4 / n)) & ~np.eye(n, dtype=bool)
        near, far = np.nonzero(tied if directed else np.triu(tied))
        order = rng.permutation(len(near))
        sure, maybe = np.split(order, [len(order) // 2])
        self.there = rng.random((3, len(maybe))) < 0.6
        weight = rng.choice([1.0, 2.0, 0.5], len(near))
        self.n, self.directed = n, directed
        self.tables, self.strengths = np.zeros((3, n, n)), np.zeros((3, n, n))
        for draw, there in enumerate(self.there):
            kept = np.concatenate([sure, maybe[there]])
            self.tables[draw, near[kept], far[kept]] = 1.0
            self.strengths[draw, near[kept], far[kept]] = weight[kept]
        self.strengths += self.strengths.transpose(0, 2, 1)
        if not directed:
            self.tables += self.tables.transpose(0, 2, 1)

        def both(which):
            ends = (near[which], far[which])
            return Pairs(*ends) if directed else Pairs(*np.concatenate([ends, ends[::-1]], axis=1))

        column = np.arange(len(maybe)) if directed else np.tile(np.arange(len(maybe)), 2)
        self.rows = Stack(n, both(sure), both(maybe), column).rows(self.there)
        self.back = Stack(n, both(sure).turned, both(maybe).turned, column).rows(self.there)
        base = np.zeros((n, n))
        base[near[sure], far[sure]] = weight[sure]
        more = near[maybe], far[maybe], weight[maybe]
        self.between = Strengths(base + base.T, *more, self.there.astype(np.uint8))
