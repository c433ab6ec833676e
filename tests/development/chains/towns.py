"""Small chains of referral with numbers that were computed in two ways (linear programme and maximum flow)."""

import pandas as pd

import socluster as sc

STEPS = ["school", "case manager", "psychologist", "service"]
DEMAND = {"S1": 50, "S2": 40}
_KIND = {"S": "school", "C": "case manager", "P": "psychologist", "V": "service"}
_CAPACITY = {"C1": 30, "C2": 40, "P1": 25, "P2": 20, "V1": 60, "V2": 30}
_TIES = ["S1 C1", "S1 C2", "S2 C2", "C1 P1", "C2 P1", "C2 P2", "P1 V1", "P2 V1", "P2 V2"]


def chain(capacity, ties, *, directed=True, **columns):
    """Actors whose kind is their first letter, and ties such as "S1 C1"."""
    kinds = [_KIND[name[0]] for name in capacity]
    actors = pd.DataFrame({"actor": list(capacity), "kind": kinds, "capacity": list(capacity.values()), **columns})
    ends = [tie.split() for tie in ties]
    frame = pd.DataFrame(ends, columns=["source", "target"]).assign(layer="referral")
    return sc.Cluster.from_tables(actors, frame, layers={"referral": {"directed": directed}}, name="Town")


def town(**capacity):
    """Example A of the tests: two schools, case managers, psychologists and services."""
    return chain({"S1": None, "S2": None, **_CAPACITY, **capacity}, _TIES)


def staffed(**servers):
    """The same, with servers who serve ten clients a year each as their capacity says."""
    told = {"C1": 3, "C2": 4, "P1": 2, "P2": 2, "V1": 6, "V2": 3, **servers}
    return town().with_columns(servers=told, partial=True)


SIMULATED = {"steps": STEPS, "demand": DEMAND, "service_rate": 10, "patience_rate": 2, "horizon": 1}
