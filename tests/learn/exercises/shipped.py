"""The files of the datasets with pandas and networkx, without a measure of ours."""

from itertools import combinations
from pathlib import Path

import networkx
import pandas as pd
import pytest

from socluster.learn import check
from socluster.learn.exercises import find

DATASETS = Path(__file__).resolve().parents[3] / "datasets"


def table(dataset, name):
    return pd.read_csv(DATASETS / dataset / f"{name}.csv")


def knoke(layer):
    ties = table("knoke", "ties")
    graph = networkx.from_pandas_edgelist(ties[ties["layer"] == layer], create_using=networkx.DiGraph)
    graph.add_nodes_from(table("knoke", "actors")["actor"])
    return graph


def norway():
    return networkx.from_pandas_edgelist(table("norway_project", "ties"))


def siauliai(events=None):
    """Who was at an event together."""
    rows = table("siauliai", "affiliations")
    graph = networkx.Graph()
    graph.add_nodes_from(table("siauliai", "actors")["actor"])
    for event, members in rows.groupby("group")["actor"]:
        if events is None or event in events:
            graph.add_edges_from(combinations(members, 2))
    return graph


def connected_pairs(graph):
    return sum(len(part) * (len(part) - 1) // 2 for part in networkx.connected_components(graph))


def column(dataset, name):
    return table(dataset, "actors").set_index("actor")[name]


def across(ends, group):
    return sum(group[source] != group[target] for source, target in ends)


def assert_right(key, answer):
    """The answer, computed another way, is that of the exercise."""
    expected = find(key).expected
    wanted = expected() if callable(expected) else expected
    if isinstance(answer, dict):
        answer = pd.Series(answer)
    assert check(key, answer), (key, answer, wanted)
    if isinstance(answer, float | int):
        assert answer == pytest.approx(wanted, rel=1e-12)
