"""Small made-up networks whose profiles UCINET 6.849 prints, in part."""

import pandas as pd

from socluster import Cluster

NAMES = [f"n{i}" for i in range(1, 13)]


def made_of(text, n):
    """Return an undirected cluster of n actors n1, n2, ... with ties given as "1-2 1-3"."""
    pairs = [tie.split("-") for tie in text.split()]
    ties = pd.DataFrame([(f"n{a}", f"n{b}") for a, b in pairs], columns=["source", "target"])
    return Cluster.from_tables(pd.DataFrame({"actor": NAMES[:n]}), ties)


STAR_PATH_TRIANGLE = made_of("1-2 1-3 1-4 1-5 6-7 7-8 8-9 10-11 10-12 11-12", 12)
WITH_ISOLATES = made_of("1-2 2-3 2-4 3-4 4-5 5-6 6-7", 10)
