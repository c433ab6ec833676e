"""The picture of a cluster."""

import json

import networkx as nx
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot import network, positions
from tests.plot.clusters.town import cluster_of, entries, lines_of, names_in, town, trace_named

EVIDENCE = ["documented", "reported", "confirmed", "assumed", "simulated"]


@pytest.fixture
def cluster():
    return town()


def test_marks_and_lines_have_a_legend_each(cluster):
    figure = network(cluster)
    assert entries(figure, "legend") == ["public (2)", "private (1)", "civic (1)", "not stated (1)"]
    assert figure.layout.legend.title.text == "sector"
    assert figure.layout.legend2.title.text == "ties"
    for legend in (figure.layout.legend, figure.layout.legend2):
        assert legend.groupclick == "togglegroup"


def test_each_entry_of_the_legend_switches_its_lines_and_their_texts(cluster):
    figure = network(cluster)
    for name in entries(figure, "legend2"):
        mates = [trace for trace in figure.data if trace.legendgroup == trace_named(figure, name).legendgroup]
        assert sum(trace.showlegend is not False for trace in mates) == 1
        assert any(trace.hovertext is not None for trace in mates)


def test_lithuanian(cluster):
    figure = network(cluster, language="lt")
    assert entries(figure, "legend")[0] == "viešasis (2)"
    assert entries(figure, "legend2")[1] == "nukreipimas →, numanoma (1)"
    assert figure.layout.legend.title.text == "sektorius"
    assert figure.layout.legend2.title.text == "ryšiai"
    assert "Įmonė" in names_in(figure.data)
    assert "1 veikėjas be ryšių" in [note.text for note in figure.layout.annotations]
    assert figure.layout.title.subtitle.text == "5 veikėjai · 5 ryšiai"
    assert "tikrumas: 0,3" in json.dumps(figure.to_plotly_json()["data"], default=str, ensure_ascii=False)
    with pytest.raises(InputError, match="'lv'"):
        network(cluster, language="lv")


def test_what_a_column_and_a_measure_are_called(cluster):
    size = pd.Series(1.0, index=list(cluster.labels), name="betweenness")
    by_measure = network(cluster, color=size, size=size, language="lt")
    assert "Plotas: tarpiškumas" in by_measure.layout.title.subtitle.text
    scaled = next(trace for trace in by_measure.data if trace.marker.showscale)
    assert scaled.marker.colorbar.title.text == "tarpiškumas"
    by_level = network(cluster, color="level", language="lt")
    assert by_level.layout.legend.title.text == "lygmuo"


def test_title_is_text_not_tags(cluster):
    assert network(cluster, title="<i>Title</i>").layout.title.text == "&lt;i&gt;Title&lt;/i&gt;"
    assert network(cluster).layout.title.text == "Town &lt;b&gt; &amp; co"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"color": "sectr"}, "did you mean 'sector'"),
        ({"size": "sector"}, "size needs numbers; this contains"),
        ({"size": 3}, "size must be a text, Series or None"),
        ({"size": pd.Series([1.0], index=["scool"])}, "did you mean 'school'"),
        ({"size": pd.Series([1.0, 2.0], index=["ngo", "ngo"])}, "more than once"),
        ({"layout": pd.DataFrame({"x": [1.0]}, index=["ngo"])}, "columns x and y"),
        ({"layout": pd.DataFrame({"x": [1.0], "y": [1.0]}, index=["ngo"])}, "4 problems"),
    ],
)
def test_bad_arguments_are_named(cluster, arguments, message):
    with pytest.raises(InputError, match=message):
        network(cluster, **arguments)


def test_before_and_after_show_the_same_area_and_places(cluster):
    after = cluster.with_actor("hub", sector="public").with_ties("hub", ["school", "lone"], layer="information")
    layout = positions(cluster, after)
    one, two = network(cluster, layout=layout), network(after, layout=layout)
    assert one.layout.xaxis.range == two.layout.xaxis.range
    assert one.layout.yaxis.range == two.layout.yaxis.range
    place = [(trace_named(each, "civic").x[0], trace_named(each, "civic").y[0]) for each in (one, two)]
    assert place[0] == place[1] == tuple(layout.loc["ngo", ["x", "y"]])


@pytest.fixture
def two_mode():
    return Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B", "C"], "sector": ["public", "civic", "civic"]}),
        groups=pd.DataFrame({"group": ["E1"], "name": ["Round table"], "date": ["2016-11"]}),
        affiliations=pd.DataFrame({"actor": ["A", "B"], "group": ["E1", "E1"], "layer": "attends"}),
    )


def test_a_two_mode_cluster_shows_groups_as_squares(two_mode):
    figure = network(two_mode)
    squares = trace_named(figure, "groups")
    assert squares.marker.symbol == "square"
    assert squares.hovertext[0].split("<br>") == [
        "<b>Round table</b>",
        "kind: not stated",
        "date: 2016-11",
        "level: not stated",
        "actors: 2",
    ]
    assert entries(figure, "legend2") == ["attends, reported (2)"]
    assert figure.layout.legend2.title.text == "affiliations"
    assert "Round table" in names_in(figure.data)
    plain = network(two_mode, groups=False)
    assert entries(plain, "legend") == ["public (1)", "civic (2)"]
    assert entries(plain, "legend2") == []
    placed_by_members = network(two_mode, layout=positions(two_mode, groups=False))
    assert np.isfinite(trace_named(placed_by_members, "groups").x).all()


def test_ties_and_affiliations_may_be_in_one_picture(two_mode):
    figure = network(two_mode.with_ties("A", "C"), groups=True)
    assert figure.layout.legend2.title.text == "ties, affiliations"
    assert len(entries(figure, "legend2")) == 2


def test_a_large_cluster_is_drawn_on_the_graphics_card():
    graph = nx.barabasi_albert_graph(601, 1, seed=1)
    ties = cluster_of(graph).ties[["source", "target"]]
    ties = ties.assign(evidence=[EVIDENCE[row % 5] for row in range(len(ties))], confidence=0.9)
    actors = pd.DataFrame({"actor": cluster_of(graph).labels})
    figure = network(Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}}))
    drawn = [trace for trace in figure.data if trace.x is not None and len(trace.x) > 1]
    assert {type(trace) for trace in drawn} == {go.Scattergl}
    assert "Direction: under the pointer only" in figure.layout.title.subtitle.text
    assert 1 <= len(figure.layout.annotations) <= 10


def test_few_names_stand_in_a_crowded_picture():
    graph = nx.powerlaw_cluster_graph(150, 3, 0.3, seed=2)
    names = names_in(network(cluster_of(graph)).data)
    assert 5 <= len(names) <= 20
    assert f"a{max(graph.nodes, key=graph.degree)}" in names


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "Network. There is nothing to show."),
        (1, "Network. 1 actor. Colour shows sector: not stated 1. 1 actor without ties."),
        (2, "Network. 2 actors. Colour shows sector: not stated 2. 2 actors without ties."),
    ],
)
def test_the_smallest_clusters(n, said):
    figure = network(Cluster.from_tables(pd.DataFrame({"actor": [f"a{place}" for place in range(n)]})))
    assert figure.layout.meta["alt"] == said
    assert figure.to_json()


def test_the_same_cluster_gives_the_same_figure(cluster):
    again = Cluster.from_tables(cluster.actors, cluster.ties.iloc[::-1], layers=cluster.layers, name=cluster.name)
    assert network(cluster).to_json() == network(again).to_json()


def test_lines_of_a_layer_that_nobody_drew_are_not_in_the_legend(cluster):
    figure = network(cluster.layer("information"))
    assert all(name.startswith("information") for name in entries(figure, "legend2"))
    assert lines_of(figure, "information, reported")
