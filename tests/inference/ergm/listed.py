"""A model small enough to list all of its networks, and chains on the list, for tests of what needs numbers only."""

import itertools

import numpy as np
from scipy.special import logsumexp


def edges_and_triangles(n=5):
    """Return the statistics of all undirected networks of n actors: number of ties and of triangles."""
    dyads = list(itertools.combinations(range(n), 2))
    states = ((np.arange(2 ** len(dyads))[:, None] >> np.arange(len(dyads))) & 1).astype(float)
    place = {dyad: at for at, dyad in enumerate(dyads)}
    triangles = sum(
        states[:, place[a, b]] * states[:, place[b, c]] * states[:, place[a, c]]
        for a, b, c in itertools.combinations(range(n), 3)
    )
    return np.column_stack([states.sum(axis=1), triangles])


def collapsed(statistics):
    """Return distinct statistics and how many networks have them."""
    return np.unique(statistics, axis=0, return_counts=True)


def shares(statistics, ways, theta):
    """Return how likely each outcome is."""
    energy = statistics @ theta + np.log(ways)
    return np.exp(energy - logsumexp(energy))


class Listed:
    """Chains on a list of outcomes: each draw stays where it was with a probability, or is drawn anew."""

    def __init__(self, statistics, ways, *, stay=0.0, chains=4, seed=1):
        self.statistics, self.ways, self.stay, self.thinning = statistics, ways, stay, 1
        self.rng, self.now = np.random.default_rng(seed), np.zeros(chains, dtype=int)
        self.drawn, self.tired = 0, False

    def draw(self, theta, draws, burn_in):
        likely = shares(self.statistics, self.ways, theta)
        found = np.empty((len(self.now), draws, self.statistics.shape[1]))
        stay = self.stay**self.thinning
        fresh = self.rng.choice(len(likely), size=(len(self.now), draws), p=likely)
        moves = self.rng.random((len(self.now), draws)) >= stay
        for chain in range(len(self.now)):
            at = fresh[chain, 0] if burn_in > 1 else self.now[chain]
            for draw in range(draws):
                at = fresh[chain, draw] if moves[chain, draw] else at
                found[chain, draw] = self.statistics[at]
            self.now[chain] = at
        self.drawn += found.shape[0] * draws
        return found
