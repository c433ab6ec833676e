"""The lines of a picture."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.schema import EVIDENCE
from socluster.plot import network
from socluster.plot.clusters.layout import positions
from socluster.plot.clusters.marks import actor_marks
from socluster.plot.clusters.ties import line_shape, link_table, pointer_marks, tie_traces
from tests.plot.clusters.town import cluster_of, entries, lines_of, town, trace_named


@pytest.fixture
def cluster():
    return town()


def links_of(cluster):
    return link_table(cluster, actor_marks(cluster, None, None, "en").join(positions(cluster, groups=False)), None)


def texts_of(cluster, language="en"):
    return [
        text
        for trace in network(cluster, language=language).data
        if trace.legend == "legend2" and trace.hovertext is not None
        for text in trace.hovertext
    ]


def test_layers_and_evidence_are_told_apart_and_named(cluster):
    figure = network(cluster)
    assert entries(figure, "legend2") == [
        "referral →, documented (2)",
        "referral →, assumed (1)",
        "information, reported (1)",
        "information, simulated (1)",
        "weight: 1",
        "weight: 2",
        "weight: 3",
    ]
    dashes = {name: lines_of(figure, name)[0].line.dash for name in entries(figure, "legend2")[:4]}
    assert dashes["referral →, documented (2)"] == "solid"
    assert len(set(dashes.values())) == 3
    colors = {lines_of(figure, name)[0].line.color[:17] for name in ("information, reported", "referral →, documented")}
    assert len(colors) == 2


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_every_kind_of_evidence_has_a_look_and_a_name(evidence):
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "evidence": evidence, "confidence": 0.9})
    cluster = Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties)
    assert entries(network(cluster, color=None), "legend2") == [f"tie, {evidence} (1)"]
    (lithuanian,) = entries(network(cluster, color=None, language="lt"), "legend2")
    assert lithuanian.startswith("ryšys, ")
    assert evidence not in lithuanian


def test_a_long_entry_gets_a_line_for_the_layer_and_one_for_the_evidence():
    layer = "exchange of <b> information"
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "layer": layer, "evidence": "documented"})
    cluster = Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties)
    assert entries(network(cluster), "legend2") == ["exchange of &lt;b&gt; information,<br>documented (1)"]


def test_strength_is_width_and_doubt_is_pale(cluster):
    figure = network(cluster)
    widths = sorted(trace.line.width for trace in lines_of(figure, "referral →, documented"))
    assert len(widths) == 2
    assert widths[1] > 2 * widths[0]
    opacity = [
        float(lines_of(figure, name)[0].line.color.split(",")[-1].rstrip(") "))
        for name in ("referral →, documented", "referral →, assumed")
    ]
    assert opacity[1] < 0.6 * opacity[0]


def test_widths_compare_ties_of_one_layer():
    ties = pd.DataFrame(
        {"source": list("AAAA"), "target": list("BCDB"), "layer": list("xxxy"), "weight": [1.0, 2.0, 3.0, 100.0]}
    )
    links = links_of(Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties))
    assert dict(zip(zip(links["layer"], links["weight"], strict=True), links["width"], strict=True)) == {
        ("x", 1.0): 0,
        ("x", 2.0): 1,
        ("x", 3.0): 2,
        ("y", 100.0): 0,
    }


def test_layers_bend_to_different_sides_and_directed_ones_always(cluster):
    links = links_of(cluster)
    assert len(links.groupby("layer")["bend"].first().unique()) == 2
    assert (links["bend"] > 0).all()  # ties that run both ways would lie on each other
    undirected = links_of(cluster_of(nx.path_graph(3)))
    assert (undirected["bend"] == 0).all()
    assert list(undirected["rung"]) == [None, None]


def test_directed_ties_end_in_arrows_and_both_ways_can_be_seen(cluster):
    figure = network(cluster)
    arrows = lines_of(figure, "referral →, documented")
    assert {trace.marker.symbol for trace in arrows} == {"arrow"}
    assert all((np.asarray(trace.marker.size) > 0).sum() == 1 for trace in arrows)
    middles = [(trace.x[4], trace.y[4]) for trace in arrows]
    assert np.hypot(*np.subtract(*middles)) > 0.02
    assert lines_of(figure, "information, reported")[0].mode == "lines"


def test_the_graphics_card_draws_no_arrows_and_no_dashes(cluster):
    links = links_of(cluster)
    assert line_shape(links, {"width": 1, "color": "red"}, True)["mode"] == "lines"
    drawn = [trace for trace in tie_traces(links, "en", True) if trace.line.width]
    assert all(trace.line.dash is None for trace in drawn)
    opacities = [float(trace.line.color.split(",")[-1].rstrip(") ")) for trace in drawn if trace.x[0] is None]
    assert len(set(opacities)) == 4  # so evidence shows by how pale a line is


def test_texts_under_the_pointer(cluster):
    texts = texts_of(cluster)
    assert len(texts) == cluster.n_ties
    assert (
        "<b>Clinic → NGO</b><br>layer: referral<br>evidence: assumed<br>confidence: 0.3<br>weight: 2"
        "<br>ref: Minutes &lt;1&gt;"
    ) in texts
    assert "<b>NGO – Firm</b><br>layer: information<br>evidence: simulated<br>ref: Minutes &lt;1&gt;" in texts


def test_texts_under_the_pointer_in_lithuanian(cluster):
    assert (
        "<b>Clinic → NVO</b><br>sluoksnis: nukreipimas<br>pagrindas: numanoma<br>tikrumas: 0,3<br>svoris: 2"
        "<br>šaltinis: Minutes &lt;1&gt;"
    ) in texts_of(cluster, "lt")


def test_a_step_of_a_ladder_is_told_in_its_words():
    ties = pd.DataFrame({"source": ["A", "A"], "target": ["B", "C"], "layer": ["frey", "often"], "weight": [3.0, 1.0]})
    layers = {"frey": {"scale": "frey"}, "often": {"scale": "frequency"}}
    cluster = Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties, layers=layers)
    assert [text.split("<br>")[-1] for text in texts_of(cluster)] == ["weight: 3 (coordination)", "weight: 1 (yearly)"]
    assert [text.split("<br>")[-1] for text in texts_of(cluster, "lt")] == [
        "svoris: 3 (koordinavimas)",
        "svoris: 1 (kartą per metus)",
    ]


def test_each_wave_of_a_tie_has_a_place_of_its_own_under_the_pointer():
    ties = pd.DataFrame({"source": ["A"] * 3, "target": ["B"] * 3, "wave": ["2015", "2016", "2017"]})
    cluster = Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties)
    import plotly.graph_objects as go

    marks = pointer_marks(links_of(cluster), go.Scatter, "en", "group")
    assert len(set(zip(marks.x, marks.y, strict=True))) == 3
    assert [text.split("<br>")[-1] for text in marks.hovertext] == ["wave: 2015", "wave: 2016", "wave: 2017"]


def test_no_ties_no_lines():
    isolates = Cluster.from_tables(pd.DataFrame({"actor": ["A"]}))
    assert links_of(isolates).empty
    assert list(tie_traces(links_of(isolates), "en", False)) == []
    assert trace_named(network(isolates, color=None), "actors")


def test_where_widths_mean_strength_the_legend_says_which():
    karate = sc.load_dataset("karate")
    figure = sc.plot.network(karate)
    said = [name for name in entries(figure, "legend2") if name.startswith("weight")]
    assert len(said) >= 2
    assert figure.layout.legend2.itemsizing == "trace", "else all samples are of one width"
    assert not [name for name in entries(sc.plot.network(sc.load_dataset("kite")), "legend2") if "weight" in name]
    assert [
        name for name in entries(sc.plot.network(karate, facet="layer", language="lt"), "legend2") if "svoris" in name
    ]
