"""A made-up network of 60 actors with known fits of random graph models, drawn from such a model.

Fits by two other programs (R ergm 4.4.0 and ergmx 0.5.0): edges -3.7316, nodematch .4432, gwesp(.5) .3088, with
standard errors .1969, .2808, .2556 and a Monte-Carlo error of at most .0008.
"""

import pandas as pd

import socluster as sc

__all__ = ["own60"]

GROUPS = "aaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbbbbcccccccccccccccccccc"
X = """
0.72 0.5 -0.58 -0.15 -1.73 -1.72 1.08 0.32 -0.91 0.44 -0.2 -0.01 1.36 -0.59 -0.39 1.54 -0.2 0.59 -0.33 0.44
-0.29 -0.49 0.68 0.69 0.3 0.44 -0.23 -1.74 2.17 1.63 -0.28 1.63 -0.12 -0.54 0.37 -1.5 -0.78 -0.92 0.39 -0.18
1.83 1.2 0.41 0.4 0.57 1.03 -2.15 0.07 2.16 0.9 1.71 1.62 1.08 -0.06 0.47 -1.39 -0.3 -0.02 -0.6 0.06
"""
TIES = """
0-24 0-54 1-19 1-52 1-56 2-31 4-39 4-59 5-35 6-12 6-13 6-28 6-36 6-38 7-12 9-55 9-59 11-32 13-28 13-35 13-47
13-53 15-41 15-45 16-43 17-45 19-43 21-30 21-32 23-27 23-30 23-31 23-44 24-27 24-36 24-40 24-49 25-26 26-31
27-52 28-29 28-34 29-39 30-31 31-35 31-47 33-43 38-45 40-52 41-51 41-56 49-55
"""


def own60() -> sc.Cluster:
    """Return the network."""
    names = [f"a{place}" for place in range(len(GROUPS))]
    actors = pd.DataFrame({"actor": names, "group": list(GROUPS), "x": [float(each) for each in X.split()]})
    ends = [pair.split("-") for pair in TIES.split()]
    ties = pd.DataFrame([(names[int(one)], names[int(other)]) for one, other in ends], columns=["source", "target"])
    return sc.Cluster.from_tables(actors, ties)
