"""Answers of exercises, computed from the files of the datasets with pandas and networkx, without a measure of ours."""

from itertools import combinations
from math import ceil
from pathlib import Path

import networkx
import pandas as pd
import pytest

from socluster.learn import check
from socluster.learn.exercises import find

DATASETS = Path(__file__).resolve().parents[2] / "datasets"


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


def alone_share():
    """Per organisation, of the untied pairs of its partners, those that have no other partner in common."""
    graph, shares = siauliai(), {}
    for actor in graph:
        pairs = [pair for pair in combinations(graph[actor], 2) if not graph.has_edge(*pair)]
        only = [pair for pair in pairs if list(networkx.common_neighbors(graph, *pair)) == [actor]]
        if pairs:
            shares[actor] = len(only) / len(pairs)
    return shares


def gatekeeper():
    graph, group = knoke("information"), column("knoke", "partition3")
    return sum(
        group[source] != group["MAYR"] == group[target]
        for source in graph.predecessors("MAYR")
        for target in graph.successors("MAYR")
        if source != target and not graph.has_edge(source, target)
    )


def across(ends, group):
    return sum(group[source] != group[target] for source, target in ends)


def ei_above_chance():
    """A tie lands on any pair alike, so that what is expected is the index of all pairs."""
    group, graph = column("norway_project", "sector"), norway()
    observed, possible = graph.edges, list(combinations(group.index, 2))
    index = [(2 * across(ends, group) - len(ends)) / len(ends) for ends in (observed, possible)]
    return index[0] - index[1]


def silent():
    """In how many cases the mayor's office is first, if one organisation at a time tells nothing."""
    firsts = []
    for actor in list(knoke("information")):
        graph = knoke("information")
        graph.remove_edges_from(list(graph.out_edges(actor)))
        between = networkx.betweenness_centrality(graph)
        firsts.append(max(between, key=between.get))
    return firsts.count("MAYR")


def in_press():
    named = column("norway_project", "named_in_press")
    return networkx.density(norway().subgraph(named.index[named]))


def tied_in_both():
    ties = table("norway_project", "ties")
    contract, parent = (
        set(ties.loc[ties["layer"] == layer, ["source", "target"]].to_numpy().ravel())
        for layer in ("contract", "parent")
    )
    return contract & parent


def first_elsewhere():
    groups = table("siauliai", "groups").set_index("group")
    events = groups.index[groups["region"].notna() & (groups["region"] != "Šiauliai")]
    rows = table("siauliai", "affiliations")
    graph = networkx.Graph()
    actors = [("actor", each) for each in rows["actor"]]
    for actor, event in zip(actors, rows["group"], strict=True):
        if event in events:
            graph.add_edge(actor, event)
    between = networkx.betweenness_centrality(graph)
    return max((node for node in graph if node in set(actors)), key=between.get)[1]


def surviving():
    graph = siauliai()
    ties = graph.number_of_edges()
    kinds = column("siauliai", "kind")
    graph.remove_nodes_from(kinds.index[kinds.isin(["expert", "project team"])])
    return graph.number_of_edges() / ties


def without_the_national_table():
    events = set(table("siauliai", "groups")["group"])
    return siauliai().number_of_edges() - siauliai(events - {"National round table"}).number_of_edges()


def worst_loss():
    whole = siauliai()

    def broken(actor):
        rest = whole.subgraph(set(whole) - {actor})
        here = len(networkx.node_connected_component(whole, actor)) - 1
        return connected_pairs(whole) - here - connected_pairs(rest)

    return max(whole, key=broken)


def centralization():
    degrees = [degree for _, degree in knoke("information").in_degree()]
    return sum(max(degrees) - degree for degree in degrees) / (9 * 8)


def money_received():
    sector = column("knoke", "sector")
    received = [(source, target) for source, target in knoke("money").edges if sector[target] == "civic"]
    return across(received, sector) / len(received)


def further_homes():
    needs, supply = table("siauliai", "tables/needs"), table("siauliai", "tables/supply")
    missing = needs["at_least"][0] - supply["places"].sum()
    return ceil(missing * supply["homes"].sum() / supply["places"].sum())


def more_events():
    events = table("care_reform", "tables/events_outcome").set_index("state")["events"]
    planned, held = events["planned"] - 3, events["held"] - 3
    return 100 * (held - planned) / planned


def only_give():
    graph = knoke("money")
    return {actor for actor in graph if graph.out_degree(actor) and not graph.in_degree(actor)}


def opposite():
    money, information = knoke("money"), knoke("information")
    return sum(information.has_edge(target, source) for source, target in money.edges) / money.number_of_edges()


def recognisable():
    rows = table("norway_project", "actors")[["sector", "kind", "place"]]
    return int((~rows.duplicated(keep=False)).sum())


def per_inhabitant():
    rows = table("day_centres", "tables/distribution").set_index("municipality")
    return (rows["centres"] / rows["inhabitants"] * 100_000).to_dict()


def at_two_events():
    events = table("siauliai", "affiliations").groupby("actor")["group"].nunique()
    return set(events.index[events >= 2])


def small_categories():
    rows = table("siauliai", "tables/telsiai_participants")
    return set(rows.loc[rows["persons"] < 3, "category"])


ANSWERS = {
    "01.1": per_inhabitant,
    "01.2": in_press,
    "01.3": tied_in_both,
    "01.4": lambda: 3 * 9,
    "02.1": lambda: networkx.betweenness_centrality(knoke("money"), normalized=False)["UWAY"],
    "02.2": gatekeeper,
    "02.4": alone_share,
    "02.5": lambda: 12 * 11 // 2 - connected_pairs(norway().subgraph(set(norway()) - {"LEU"})),
    "03.1": lambda: 2 * across(norway().edges, column("norway_project", "sector")) / norway().number_of_edges() - 1,
    "03.2": ei_above_chance,
    "03.3": money_received,
    "03.4": at_two_events,
    "03.5": without_the_national_table,
    "04.1": only_give,
    "04.3": lambda: knoke("money").number_of_edges() * knoke("information").number_of_edges() / 90,
    "04.4": opposite,
    "05.5": lambda: table("care_reform", "tables/indicators")["done"].notna().mean(),
    "06.1": worst_loss,
    "06.2": lambda: 0.4**4,
    "06.5": lambda: 0.75 / 1.75,
    "07.3": further_homes,
    "07.5": first_elsewhere,
    "08.2": more_events,
    "08.3": lambda: 10 / (10 * 10),
    "08.5": surviving,
    "09.2": centralization,
    "09.3": silent,
    "09.4": recognisable,
    "09.5": small_categories,
}


@pytest.mark.parametrize("key", ANSWERS)
def test_another_way_leads_to_the_same_answer(key):
    answer = ANSWERS[key]()
    expected = find(key).expected
    wanted = expected() if callable(expected) else expected
    if isinstance(answer, dict):
        answer = pd.Series(answer)
    assert check(key, answer), (key, answer, wanted)
    if isinstance(answer, float | int):
        assert answer == pytest.approx(wanted, rel=1e-12)
