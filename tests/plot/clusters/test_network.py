"""The picture of a cluster."""

import json
import subprocess
import sys

import networkx as nx
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot import network, positions

EVIDENCE = ["documented", "reported", "confirmed", "assumed", "simulated"]


@pytest.fixture
def cluster():
    actors = pd.DataFrame(
        {
            "actor": ["school", "clinic", "ngo", "firm", "lone"],
            "name": ["Mokykla Šiauliuose", "Clinic", "NGO", "Firm", "Lone"],
            "name_lt": ["Mokykla", None, "NVO", "Įmonė", "Vieniša"],
            "sector": ["public", "public", "civic", "private", None],
            "budget": [1.5, np.nan, 3.0, 4.0, 0.5],
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


def entries(figure, legend):
    return [
        trace.name for trace in figure.data if trace.legend == legend and trace.name and trace.showlegend is not False
    ]


def trace_named(figure, start):
    return next(trace for trace in figure.data if trace.name and trace.name.startswith(start))


def lines_of(figure, entry):
    group = trace_named(figure, entry).legendgroup
    return [
        trace
        for trace in figure.data
        if trace.legendgroup == group and "lines" in trace.mode and trace.x[0] is not None
    ]


def test_every_sector_has_a_colour_and_a_symbol_of_its_own(cluster):
    figure = network(cluster)
    assert entries(figure, "legend") == ["public (2)", "private (1)", "civic (1)", "not stated (1)"]
    looks = [trace_named(figure, name).marker for name in entries(figure, "legend")]
    assert len({look.color for look in looks}) == 4
    assert [look.symbol for look in looks] == ["circle", "diamond", "triangle-up", "circle"]
    assert looks[3].color == "#FFFFFF"


def test_layers_and_evidence_are_told_apart_and_named(cluster):
    figure = network(cluster)
    assert entries(figure, "legend2") == [
        "referral →, documented (2)",
        "referral →, assumed (1)",
        "information, reported (1)",
        "information, simulated (1)",
    ]
    dashes = {name: lines_of(figure, name)[0].line.dash for name in entries(figure, "legend2")}
    assert dashes["referral →, documented (2)"] == "solid"
    assert len(set(dashes.values())) == 3
    colors = {lines_of(figure, name)[0].line.color[:17] for name in ("information, reported", "referral →, documented")}
    assert len(colors) == 2


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


def test_each_entry_of_the_legend_switches_its_lines_and_their_texts(cluster):
    figure = network(cluster)
    for legend in (figure.layout.legend, figure.layout.legend2):
        assert legend.groupclick == "togglegroup"
    for name in entries(figure, "legend2"):
        mates = [trace for trace in figure.data if trace.legendgroup == trace_named(figure, name).legendgroup]
        assert sum(trace.showlegend is not False for trace in mates) == 1
        assert any(trace.hovertext is not None for trace in mates)


def test_directed_ties_end_in_arrows_and_both_ways_can_be_seen(cluster):
    figure = network(cluster)
    arrows = lines_of(figure, "referral →, documented")
    assert {trace.marker.symbol for trace in arrows} == {"arrow"}
    assert all((np.asarray(trace.marker.size) > 0).sum() == 1 for trace in arrows)
    middles = [(trace.x[4], trace.y[4]) for trace in arrows]
    assert np.hypot(*np.subtract(*middles)) > 0.02
    assert lines_of(figure, "information, reported")[0].mode == "lines"


def test_texts_under_the_pointer(cluster):
    figure = network(cluster)
    school = trace_named(figure, "public").hovertext[0]
    assert school.split("<br>") == [
        "<b>Mokykla Šiauliuose</b>",
        "id: school",
        "sector: public",
        "kind: not stated",
        "level: not stated",
        "place: not stated",
        "neighbours: 1",
    ]
    texts = [
        text
        for trace in figure.data
        if trace.legend == "legend2" and trace.hovertext is not None
        for text in trace.hovertext
    ]
    assert len(texts) == cluster.n_ties
    assumed = next(text for text in texts if "assumed" in text)
    assert assumed.split("<br>") == [
        "<b>Clinic → NGO</b>",
        "layer: referral",
        "evidence: assumed",
        "confidence: 0.3",
        "strength: 2",
        "ref: Minutes &lt;1&gt;",
    ]


def test_lithuanian(cluster):
    figure = network(cluster, language="lt")
    assert entries(figure, "legend")[0] == "viešasis (2)"
    assert "referral →, dokumentuota (2)" in entries(figure, "legend2")
    assert figure.layout.template.layout.separators == ",\u00a0"
    assert "Įmonė" in trace_named(figure, "privatusis").hovertext[0]
    assert "Clinic" in trace_named(figure, "viešasis").hovertext[1]
    assert "tikrumas: 0,3" in json.dumps(figure.to_plotly_json()["data"], default=str, ensure_ascii=False)
    with pytest.raises(InputError, match="'lv'"):
        network(cluster, language="lv")


def test_names_are_text_not_tags(cluster):
    evil = Cluster.from_tables(pd.DataFrame({"actor": ["<a href='x'>", "b"], "sector": ["<b>bold</b>", None]}))
    figure = network(evil, title="<i>Title</i>")
    assert figure.layout.title.text == "&lt;i&gt;Title&lt;/i&gt;"
    assert entries(figure, "legend")[0] == "&lt;b&gt;bold&lt;/b&gt; (1)"
    assert figure.data[0].hovertext[0].startswith("<b>&lt;a href='x'&gt;</b><br>")
    assert network(cluster).layout.title.text == "Town &lt;b&gt; &amp; co"


def test_size_follows_the_area_and_nan_is_called_undefined(cluster):
    size = pd.Series([4.0, 1.0, np.nan, 0.0], index=["school", "clinic", "ngo", "firm"], name="betweenness")
    figure = network(cluster, size=size)
    public, private, civic = (trace_named(figure, name) for name in ("public", "private", "civic"))
    largest, quarter, nothing = public.marker.size[0], public.marker.size[1], private.marker.size[0]
    assert (quarter**2 - nothing**2) / (largest**2 - nothing**2) == pytest.approx(0.25)
    assert civic.marker.size[0] == nothing
    assert civic.hovertext[0].endswith("betweenness: undefined")
    assert public.hovertext[0].endswith("betweenness: 4")
    assert "area: betweenness" in figure.layout.title.subtitle.text
    by_name = network(cluster, size="budget")
    assert trace_named(by_name, "private").marker.size[0] > trace_named(by_name, "civic").marker.size[0]


def test_numbers_get_a_scale_flags_and_few_whole_numbers_get_categories(cluster):
    scaled = next(trace for trace in network(cluster, color="budget").data if trace.marker.showscale)
    assert list(scaled.marker.color) == [1.5, 3.0, 4.0, 0.5]
    assert list(scaled.marker.colorbar.ticktext) == ["0.50", "2.25", "4.00"]
    assert entries(network(cluster, color="budget"), "legend") == ["not stated (1)"]
    assert entries(network(cluster, color="rank"), "legend") == [f"{rank} (1)" for rank in range(1, 6)]
    assert entries(network(cluster, color="open"), "legend") == ["yes (3)", "no (2)"]
    assert entries(network(cluster, color=None), "legend") == ["actors (5)"]
    unnamed = network(cluster, color=pd.Series([0.5] * 5, index=list(cluster.labels)))
    assert next(trace for trace in unnamed.data if trace.marker.showscale).marker.colorbar.title.text == "colour"


def test_colour_by_a_membership(cluster):
    found = pd.Series(pd.Categorical(["1", "1", "2", "2", "2"]), index=list(cluster.labels), name="community")
    figure = network(cluster, color=found)
    assert entries(figure, "legend") == ["1 (2)", "2 (3)"]
    assert figure.layout.legend.title.text == "community"
    assert "community: 2" in trace_named(figure, "2").hovertext[0]


def test_more_categories_than_colours():
    labels = [f"k{number:02d}" for number in range(12)]
    figure = network(Cluster.from_tables(pd.DataFrame({"actor": labels, "kind": labels})), color="kind")
    looks = [(trace.marker.color, trace.marker.symbol) for trace in figure.data if trace.legend == "legend"]
    assert len(looks) == len(set(looks)) == 8
    assert entries(figure, "legend")[-1] == "other (5)"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"color": "sectr"}, "did you mean 'sector'"),
        ({"size": "sector"}, "size needs numbers"),
        ({"size": 3}, "must be the name of a column"),
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


def test_a_two_mode_cluster_shows_groups_as_squares():
    two_mode = Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B", "C"], "sector": ["public", "civic", "civic"]}),
        groups=pd.DataFrame({"group": ["E1"], "name": ["Apskritasis stalas"], "date": ["2016-11"]}),
        affiliations=pd.DataFrame({"actor": ["A", "B"], "group": ["E1", "E1"], "layer": "attends"}),
    )
    figure = network(two_mode)
    squares = trace_named(figure, "groups")
    assert squares.marker.symbol == "square"
    assert "Apskritasis stalas" in squares.hovertext[0]
    assert "2016-11" in squares.hovertext[0]
    assert entries(figure, "legend2") == ["attends, reported (2)"]
    names = [text for trace in figure.data if trace.text is not None for text in trace.text]
    assert "Apskritasis stalas" in names
    plain = network(two_mode, groups=False)
    assert entries(plain, "legend") == ["public (1)", "civic (2)"]
    assert entries(plain, "legend2") == []
    placed_by_members = network(two_mode, layout=positions(two_mode, groups=False))
    assert np.isfinite(trace_named(placed_by_members, "groups").x).all()


def test_a_large_cluster_is_drawn_on_the_graphics_card():
    graph = nx.barabasi_albert_graph(601, 1, seed=1)
    labels = [f"a{node}" for node in graph.nodes]
    ties = pd.DataFrame([(labels[one], labels[other]) for one, other in graph.edges], columns=["source", "target"])
    ties = ties.assign(evidence=[EVIDENCE[row % 5] for row in range(len(ties))], confidence=0.9)
    big = Cluster.from_tables(pd.DataFrame({"actor": labels}), ties, layers={"tie": {"directed": True}})
    figure = network(big)
    drawn = [trace for trace in figure.data if trace.x is not None and len(trace.x) > 1]
    assert {type(trace) for trace in drawn} == {go.Scattergl}
    assert "direction on hover only" in figure.layout.title.subtitle.text
    assert 1 <= len(figure.layout.annotations) <= 10


def test_few_names_stand_in_a_crowded_picture():
    graph = nx.powerlaw_cluster_graph(150, 3, 0.3, seed=2)
    labels = [f"Organisation {node}" for node in graph.nodes]
    ties = pd.DataFrame([(labels[one], labels[other]) for one, other in graph.edges], columns=["source", "target"])
    figure = network(Cluster.from_tables(pd.DataFrame({"actor": labels}), ties))
    texts = [text for trace in figure.data if trace.text is not None for text in trace.text]
    assert 5 <= len(texts) <= 20
    busiest = max(graph.nodes, key=graph.degree)
    assert f"Organisation {busiest}" in texts


def test_no_upload_button_and_a_description(cluster):
    figure = network(cluster)
    assert "sendChartToCloud" in figure.layout.template.layout.modebar.remove
    assert figure.layout.meta["alt"] == (
        "Town <b> & co. actors: 5, ties: 5. sector: public 2, civic 1, private 1, not stated 1. "
        "most ties: Clinic (2), NGO (2), Mokykla Šiauliuose (1). without ties: 1."
    )
    assert "without ties (1)" in [note.text for note in figure.layout.annotations]


@pytest.mark.parametrize("n", [0, 1, 2])
def test_the_smallest_clusters(n):
    actors = pd.DataFrame({"actor": [f"a{place}" for place in range(n)]})
    figure = network(Cluster.from_tables(actors))
    assert figure.layout.meta["alt"].startswith(f"Network. actors: {n}")
    assert figure.to_json()


def test_the_same_cluster_gives_the_same_figure(cluster):
    again = Cluster.from_tables(cluster.actors, cluster.ties.iloc[::-1], layers=cluster.layers, name=cluster.name)
    assert network(cluster).to_json() == network(again).to_json()


def test_importing_the_package_loads_no_drawing_library():
    code = "import sys, socluster.plot; print([m for m in ('plotly', 'igraph', 'networkx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
