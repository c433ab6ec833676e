"""Small clusters that offer services, for the tests of this folder."""

import pandas as pd

import socluster as sc


def offering(*rows, actors=()):
    """A cluster from rows (provider, place, service, capacity[, target group[, unit]]); None: a vacant post."""
    names = list(dict.fromkeys([*actors, *(row[0] for row in rows if row[0] is not None)]))
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": names}))
    for number, row in enumerate(rows):
        provider, place, service, capacity, target, unit = (*row, *[None] * (6 - len(row)))
        group = f"{provider}: {service} {number}"
        cluster = cluster.with_group(
            group, kind="service", service=service, place=place, target_group=target, unit=unit
        )
        if provider is not None:
            cluster = cluster.with_affiliation(provider, group, layer="provides", weight=capacity)
    return cluster
