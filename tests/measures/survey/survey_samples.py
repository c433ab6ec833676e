"""Clusters in which actors rate each other."""

import pandas as pd

import socluster as sc

TRUST = ["reliable", "mission", "open"]


def survey(rows, actors="ABCD", columns=("reliable", "mission", "open"), directed=True, **more):
    ties = pd.DataFrame(rows, columns=["source", "target", *columns]).assign(**more)
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list(actors)}), ties, layers={"tie": {"directed": directed}})
