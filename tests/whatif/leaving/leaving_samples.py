"""Clusters that lose actors, and what breaks when they do, recomputed from the cluster without them."""

import itertools

import networkx as nx
import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

import socluster as sc
from tests.examples import examples

KINDS = ["broken_pairs", "chains", "services", "isolated"]
LABELS = "ABCDEF"
few = settings(max_examples=examples(12, 75), deadline=None)


def cluster_of(actors, ties, provides=(), *, directed=False):
    frame = pd.DataFrame([tuple(tie) for tie in ties], columns=["source", "target"], dtype=object)
    links = pd.DataFrame(list(provides), columns=["actor", "group"], dtype=object).assign(layer="provides")
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": list(actors)}, dtype=object),
        frame.assign(layer="referral"),
        groups=pd.DataFrame({"group": sorted({group for _, group in provides})}, dtype=object),
        affiliations=links,
        layers={"referral": {"directed": directed}, "provides": {}},
    )


@st.composite
def small_clusters(draw):
    n, directed = draw(st.integers(0, len(LABELS))), draw(st.booleans())
    actors = LABELS[:n]
    pairs = [pair for pair in itertools.permutations(actors, 2) if directed or pair[0] < pair[1]]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    links = list(itertools.product(actors, "xy"))
    provides = draw(st.lists(st.sampled_from(links), unique=True, max_size=5)) if links else []
    return cluster_of(actors, tied, provides, directed=directed)


def graph_of(cluster):
    graph = nx.DiGraph() if cluster.is_directed() else nx.Graph()
    graph.add_nodes_from(cluster.labels)
    graph.add_edges_from(cluster.ties[["source", "target"]].itertuples(index=False))
    return graph


def standing(cluster):
    """What holds in a cluster, as sets of what a loss might break."""
    graph = graph_of(cluster)
    reach = {actor: nx.descendants(graph, actor) | {actor} for actor in graph}
    providers = cluster.affiliations.groupby("group")["actor"].agg(set).to_dict()
    pairs = {(a, b) for a in reach for b in reach[a] - {a}}
    return {
        "broken_pairs": pairs if graph.is_directed() else {tuple(sorted(pair)) for pair in pairs},
        "chains": {(a, group) for a in reach for group, those in providers.items() if reach[a] & those},
        "services": {(group,) for group in providers},
        "isolated": {(actor,) for actor in graph if nx.degree(graph, actor)},
    }


def broken(cluster, gone):
    """What is broken by a loss, recomputed from the cluster without the actors."""
    before, after = standing(cluster), standing(cluster.without_actor(gone))
    concerned = {kind: {each for each in held if not set(each) & set(gone)} for kind, held in before.items()}
    concerned["services"] = before["services"]
    return {kind: concerned[kind] - after[kind] for kind in KINDS}


# School -> Office -> Clinic -> Shelter, and School -> Office -> Bureau -> Shelter; "help" only in the Shelter,
# "advice" at the Clinic and at the Bureau.
REFERRALS = cluster_of(
    ["School", "Office", "Clinic", "Bureau", "Shelter"],
    [("School", "Office"), ("Office", "Clinic"), ("Office", "Bureau"), ("Clinic", "Shelter"), ("Bureau", "Shelter")],
    [("Shelter", "help"), ("Clinic", "advice"), ("Bureau", "advice")],
    directed=True,
)
