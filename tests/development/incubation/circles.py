"""Small clusters whose ties and attributes are easy to count."""

import pandas as pd

import socluster as sc

ENDLESS = float("inf")


def circle(n, *, sectors=("public", "civic"), ties=(), **columns):
    """So many organisations a0, a1, ..., sectors in turn, and ties such as (0, 1)."""
    names = [f"a{place}" for place in range(n)]
    actors = pd.DataFrame({"actor": names, "sector": [sectors[place % len(sectors)] for place in range(n)], **columns})
    frame = pd.DataFrame([(names[one], names[other]) for one, other in ties], columns=["source", "target"])
    return sc.Cluster.from_tables(actors, frame.assign(layer="cooperation"))


def providers(n=4):
    """Organisations, of whom the first three offer care in one place and two of them meals in another."""
    cluster = circle(n, ties=[(0, 1)])
    cluster = cluster.with_group("care", kind="service", service="care", place="K")
    cluster = cluster.with_group("meals", kind="service", service="meals", place="V")
    for actor, group, weight in (("a0", "care", 10), ("a1", "care", 5), ("a2", "care", 5), ("a1", "meals", 20)):
        cluster = cluster.with_affiliation(actor, group, layer="provides", weight=weight)
    return cluster.with_affiliation("a2", "meals", layer="provides", weight=20)


def plain(**values):
    """Parameters without fading or gaining trust."""
    return sc.Incubation(**{"half_life": ENDLESS, "trust_gain": 0.0, **values})
