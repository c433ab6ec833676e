"""A small town for the tests of its pictures, and how they read a figure."""

import networkx as nx
import pandas as pd

from socluster.core.cluster import Cluster

__all__ = ["cluster_of", "entries", "labels_of", "lines_of", "names_in", "the_change", "town", "trace_named"]


def town():
    """Four organisations that work together, by layers and evidence, and one alone."""
    actors = pd.DataFrame(
        {
            "actor": ["school", "clinic", "ngo", "firm", "lone"],
            "name": ["Mokykla Šiauliuose", "Clinic", "NGO", "Firm", "Lone"],
            "name_lt": ["Mokykla", None, "NVO", "Įmonė", "Vieniša"],
            "sector": ["public", "public", "civic", "private", None],
            "budget": [1.5, float("nan"), 3.0, 4.0, 0.5],
            "rank": [1, 2, 3, 4, 5],
            "open": [True, False, True, True, False],
        }
    )
    ties = pd.DataFrame(
        [
            ("school", "clinic", "referral", 1.0, "documented", 1.0),
            ("clinic", "school", "referral", 3.0, "documented", 1.0),
            ("clinic", "ngo", "referral", 2.0, "assumed", 0.3),
            ("ngo", "firm", "information", 1.0, "simulated", 1.0),
            ("school", "clinic", "information", 1.0, "reported", 1.0),
        ],
        columns=["source", "target", "layer", "weight", "evidence", "confidence"],
    )
    layers = {"referral": {"directed": True}, "information": {"directed": False}}
    return Cluster.from_tables(actors, ties.assign(ref="Minutes <1>"), layers=layers, name="Town <b> & co")


def the_change():
    """A town before and after: the firm leaves, a hub joins with ties that are more and less probable."""
    actors = pd.DataFrame(
        {
            "actor": ["school", "clinic", "ngo", "firm"],
            "name_lt": ["Mokykla", None, "NVO", "Įmonė"],
            "sector": ["public", "public", "civic", "private"],
        }
    )
    pairs = [("school", "clinic"), ("clinic", "ngo"), ("ngo", "firm"), ("school", "ngo")]
    before = Cluster.from_tables(actors, pd.DataFrame(pairs, columns=["source", "target"]), name="Town")
    after = before.without_actor("firm").without_ties("school", "clinic").with_actor("<b>hub", sector="public")
    for actor, chance in (("school", 0.95), ("clinic", 0.5), ("ngo", 0.04)):
        after = after.with_ties("<b>hub", actor, confidence=chance, evidence="simulated")
    return before, after


def labels_of(graph):
    """The actors of `cluster_of`."""
    return [f"a{node}" for node in graph.nodes]


def cluster_of(graph: nx.Graph, extra=(), **tables):
    """Its nodes as actors; further ones without ties."""
    ties = pd.DataFrame([(f"a{one}", f"a{other}") for one, other in graph.edges], columns=["source", "target"])
    return Cluster.from_tables(pd.DataFrame({"actor": [*labels_of(graph), *extra]}), ties, **tables)


def entries(figure, legend):
    """What a legend says, in its order."""
    named = [trace for trace in figure.data if trace.legend == legend and trace.name and trace.showlegend is not False]
    return [trace.name for trace in sorted(named, key=lambda trace: trace.legendrank or 1000)]


def trace_named(figure, start):
    """The trace whose entry in the legend starts so."""
    return next(trace for trace in figure.data if trace.name and trace.name.startswith(start))


def lines_of(figure, start):
    """The lines that belong to the entry of the legend that starts so."""
    group = trace_named(figure, start).legendgroup
    return [
        trace
        for trace in figure.data
        if trace.legendgroup == group and "lines" in trace.mode and trace.x[0] is not None
    ]


def names_in(traces):
    """The names that are written."""
    return {text for trace in traces if trace.text is not None for text in trace.text}
