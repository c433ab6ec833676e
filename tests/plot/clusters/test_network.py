"""The picture of a cluster."""

import json

import networkx as nx
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

import socluster as sc
from socluster import betweenness, degree, density
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.plot import network, positions
from socluster.plot.saving import PRINTED, for_paper, pixels
from socluster.plot.style import INK, WHAT_IF, rgba
from tests.plot.clusters.label_overlaps import boxes, covered, overlaps
from tests.plot.clusters.town import cluster_of, entries, lines_of, names_in, town, trace_named

SMALL = 10.5  # pixels of the letters where not all find room
EVIDENCE = ["documented", "reported", "confirmed", "assumed", "simulated"]


def label_parts(figure):
    return [trace for trace in figure.data if str(trace.meta).startswith("labels")]


@pytest.fixture
def cluster():
    return town()


def test_marks_and_lines_have_a_legend_each(cluster):
    figure = network(cluster)
    assert entries(figure, "legend") == [
        "public (2)",
        "private (1)",
        "civic (1)",
        "not stated (1)",
        "simulated ties only (1)",
    ]
    assert figure.layout.legend.title.text == "sector"
    assert figure.layout.legend2.title.text == "ties"
    for legend in (figure.layout.legend, figure.layout.legend2):
        assert legend.groupclick == "togglegroup"


def test_each_entry_of_the_legend_switches_its_lines_and_their_texts(cluster):
    figure = network(cluster)
    for name in [each for each in entries(figure, "legend2") if not each.startswith("weight")]:
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
    assert figure.layout.title.subtitle.text == "Town &lt;b&gt; &amp; co · 5 veikėjai · 5 ryšiai"
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
    assert network(cluster).layout.title.text == "Who is tied to whom?"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"color": "sectr"}, "did you mean 'sector'"),
        ({"size": "sector"}, "size needs numbers; this contains"),
        ({"size": 3}, "size must be the name of a column"),
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
    assert {type(trace) for trace in drawn if not str(trace.marker.symbol).endswith("-open")} == {go.Scattergl}
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
        (0, "Who is tied to whom? There is nothing to show."),
        (1, "Who is tied to whom? 1 actor. 1 actor without ties."),
        (2, "Who is tied to whom? 2 actors. 2 actors without ties."),
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


SIAULIAI = load_dataset("siauliai")
REAL = {
    "siauliai": SIAULIAI.project(),
    "siauliai, two modes": SIAULIAI,
    "knoke": load_dataset("knoke"),
    "davis": load_dataset("davis"),
    "karate": load_dataset("karate"),
    "norway": load_dataset("norway_project"),
}


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize("name", REAL)
def test_no_two_names_lie_on_each_other_at_any_usual_width(name, language):
    figure = network(REAL[name], language=language)
    assert overlaps(figure, 390, narrow_only=True) == (0, 0)  # what a page shows on a phone
    for width in (576, 620, 736, 800, 916, 1100):
        assert overlaps(figure, width) == (0, 0), width
    assert len(boxes(figure, 800)[0]) >= min(6, REAL[name].n_actors)


@pytest.mark.parametrize("width", [250, 361, 500, 1000])
@pytest.mark.parametrize("name", REAL)
def test_at_a_width_that_is_given_no_two_names_lie_on_each_other_either(name, width):
    figure = network(REAL[name], width=width)
    assert figure.layout.width == width
    assert overlaps(figure, width) == (0, 0)


def test_a_wide_picture_has_more_names_than_a_narrow_one():
    n = [len(boxes(network(REAL["siauliai"], width=width), width)[0]) for width in (250, 500, 1000)]
    assert n == sorted(n)
    assert n[0] < n[2]


def test_a_height_is_that_of_the_whole_figure():
    figure = network(REAL["knoke"], width=600, height=700)
    assert figure.layout.height == pytest.approx(700, abs=1)
    assert overlaps(figure, 600) == (0, 0)


def test_names_are_those_that_are_wanted():
    knoke = REAL["knoke"]
    everybody = {text.replace("<br>", " ") for text in names_in(network(knoke, labels="all").data)}
    assert everybody == set(knoke.actors["name"])
    assert names_in(network(knoke, labels=None).data) == set()
    assert len(names_in(network(knoke, labels=3).data)) == 3
    assert names_in(network(knoke, labels=0).data) == set()
    assert overlaps(network(REAL["siauliai"], labels=12, width=380), 380) == (0, 0)
    chosen = {text.replace("<br>", " ") for text in names_in(network(knoke, labels=["MAYR", "NEWS"]).data)}
    assert chosen == set(knoke.actors.loc[["MAYR", "NEWS"], "name"])
    for wrong in (["MAYOR"], "everybody", -1):
        with pytest.raises(InputError, match=r"label|MAYOR"):
            network(knoke, labels=wrong)


@pytest.mark.parametrize("mm", [85, 170])
@pytest.mark.parametrize("size", [None, betweenness])
def test_a_number_of_names_is_that_of_the_foremost_and_whoever_has_none_has_a_number(mm, size):
    siauliai = REAL["siauliai"]
    figure = network(siauliai, size=size, labels=5, width=pixels(mm))
    rank = (degree if size is None else size)(siauliai).nlargest(5).index
    told = [(trace.meta, siauliai.labels[row]) for trace in label_parts(figure) for row in trace.customdata]
    assert {label for _, label in told} == set(rank)
    assert ("labels", rank[0]) in told


def test_the_numbers_of_a_crowd_lie_on_no_mark():
    rng = np.random.default_rng(1)
    weights = np.arange(60, 0, -1) / 1830
    pairs = {tuple(sorted(rng.choice(60, 2, replace=False, p=weights).tolist())) for _ in range(180)}
    ties = pd.DataFrame(sorted(pairs), columns=["source", "target"])
    crowd = sc.Cluster.from_tables(pd.DataFrame({"actor": range(60)}), ties, name="Crowd")
    assert covered(network(crowd, size=degree, labels=10, width=pixels(85)), pixels(85)) == []


def test_a_measure_may_be_given_as_it_is_and_has_a_key():
    by_hand = network(REAL["siauliai"], size=betweenness(REAL["siauliai"]))
    figure = network(REAL["siauliai"], size=betweenness)
    assert figure.to_json() == by_hand.to_json()
    circles = [shape for shape in figure.layout.shapes if shape.type == "circle"]
    assert len(circles) == 3
    said = [note.text for note in figure.layout.annotations]
    assert "betweenness" in said
    assert "0" in said
    with pytest.raises(InputError, match="gives float"):
        network(REAL["siauliai"], size=density)


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize("mm", [85, 170])
def test_who_is_asked_for_and_finds_no_room_has_a_number_whose_name_stands_below(mm, language):
    siauliai = REAL["siauliai"]
    figure = for_paper(network(siauliai, labels="all", language=language), pixels(mm), None)
    written = [note.text for note in figure.layout.annotations if note.font.size == SMALL]
    (caption,) = (note.text for note in figure.layout.annotations if note.name == "caption")
    below = caption.replace(" <br>", " ").partition("<br>")[0]
    key = dict(each.split("\xa0", 1) for each in below.split("; "))
    numbers = [each for each in written if each.isdigit()]
    assert sorted(numbers, key=int) == list(key) == [str(n) for n in range(1, len(key) + 1)]
    assert len(written) == siauliai.n_actors
    column = "name" if language == "en" else "name_lt"
    assert set(key.values()) < set(siauliai.actors[column])
    assert round(SMALL * PRINTED * 0.75, 3) == 7  # points


def test_of_many_who_are_asked_for_those_without_room_are_counted():
    labels = [f"organisation {n}" for n in range(100)]
    ring = pd.DataFrame({"source": labels, "target": labels[1:] + labels[:1]})
    figure = network(sc.Cluster.from_tables(pd.DataFrame({"actor": labels}), ring), labels="all", width=380)
    written = len(names_in(figure.data))
    assert f"no room for {100 - written} names" in figure.layout.title.subtitle.text.replace(" <br>", " ")
    assert "no room" not in network(REAL["siauliai"], width=380).layout.title.subtitle.text


def test_ties_of_a_what_if_are_told_as_possible():
    partner = sc.Scenario("hub").with_actor("hub", sector="public")
    joined = partner.with_ties("hub", sc.ties.Rates(by="sector"), layer="cooperation").apply(REAL["siauliai"])
    n = int((joined.ties["evidence"] == "simulated").sum())
    alt = network(joined).layout.meta["alt"]
    assert f"{n} of them simulated (" in alt
    assert "Most partners, simulated ties counted like all others: hub" in alt


def test_a_layer_alone():
    figure = network(REAL["knoke"], layer="money")
    assert [entry.split(" ")[0] for entry in entries(figure, "legend2")] == ["money"]
    with pytest.raises(InputError, match="money"):
        network(REAL["knoke"], layer="moneys")


def test_what_is_simulated_is_vermilion_and_its_newcomer_in_a_ring_and_named():
    knoke = REAL["knoke"]
    certain = network(knoke)
    hub = knoke.with_actor("Hub").with_ties("Hub", ["MAYR"], layer="money", confidence=0.4, evidence="simulated")
    figure = network(hub)
    ring = trace_named(figure, "simulated ties only")
    assert (ring.marker.color, ring.marker.symbol) == (WHAT_IF, "circle-open")
    (entry,) = [name for name in entries(figure, "legend2") if "simulated" in name]
    assert {line.line.color for line in lines_of(figure, entry)} <= {
        rgba(WHAT_IF, opacity / 1000) for opacity in range(1001)
    }
    assert {line.line.dash for line in lines_of(figure, entry)} == {"6px,3px"}
    labels = [trace for trace in figure.data if trace.meta == "labels"]
    inks = {text: ink for trace in labels for text, ink in zip(trace.text, trace.textfont.color, strict=True)}
    assert inks["Hub"] == WHAT_IF
    assert set(inks.values()) - {WHAT_IF} == {INK}
    assert not any(trace.name and "simulated" in trace.name for trace in certain.data)


def test_in_a_dense_network_the_backbone_is_firm_and_the_rest_pale():
    dense, plain = network(REAL["siauliai"]), network(REAL["siauliai"], backbone=False)
    assert "Firm: the backbone (87)" in dense.layout.title.subtitle.text
    assert "backbone" not in plain.layout.title.subtitle.text
    opacity = sorted(float(line.line.color.split(", ")[-1][:-1]) for line in lines_of(dense, "co-attends"))
    assert opacity[-1] > 1.5 * opacity[0]
    assert "backbone" not in network(REAL["karate"]).layout.title.subtitle.text


def test_the_source_stands_below_unless_it_is_not_wanted():
    notes = {note.name: note.text for note in network(REAL["siauliai"]).layout.annotations}
    assert notes["caption"].startswith("Source: Public reports")
    assert all(note.name != "caption" for note in network(REAL["siauliai"], caption="").layout.annotations)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"width": 50}, "width.*from 200 to 10000"),
        ({"width": "600"}, "width.*from 200 to 10000"),
        ({"labels": 2.5}, "labels is 'auto'"),
        ({"labels": True}, "labels is 'auto'"),
        ({"height": float("nan")}, "height.*from 160"),
        ({"by": "place", "facet": "layer"}, "one of by and facet only"),
        ({"layout": "events", "by": "place"}, "one of layout and by only"),
        ({"layout": "events"}, "has no affiliations"),
        ({"by": "palce"}, "did you mean 'place'"),
        ({"facet": "wave"}, "no tie has a wave"),
    ],
)
def test_what_cannot_be_drawn_is_refused(options, told):
    with pytest.raises(InputError, match=told):
        network(REAL["knoke"], **options)


def test_where_all_is_simulated_layers_keep_their_colours_and_nobody_is_new():
    knoke = REAL["knoke"]
    cluster = Cluster.from_tables(knoke.actors, knoke.ties.assign(evidence="simulated"), layers=knoke.layers)
    figure = network(cluster)
    colors = {lines_of(figure, layer)[0].line.color.rpartition(", ")[0] for layer in ("information", "money")}
    assert len(colors) == 2
    assert not any(color.startswith(rgba(WHAT_IF, 0.5).rpartition(", ")[0]) for color in colors)
    assert not any(name.startswith("simulated ties only") for name in entries(figure, "legend"))
