"""The picture of a change."""

import networkx as nx
import numpy as np
import pandas as pd
import plotly.io
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot import before_after, positions


@pytest.fixture
def before():
    actors = pd.DataFrame(
        {
            "actor": ["school", "clinic", "ngo", "firm"],
            "name_lt": ["Mokykla", None, "NVO", "Įmonė"],
            "sector": ["public", "public", "civic", "private"],
        }
    )
    pairs = [("school", "clinic"), ("clinic", "ngo"), ("ngo", "firm"), ("school", "ngo")]
    return Cluster.from_tables(actors, pd.DataFrame(pairs, columns=["source", "target"]), name="Town")


@pytest.fixture
def after(before):
    hub = before.without_actor("firm").without_ties("school", "clinic").with_actor("<b>hub", sector="public")
    for actor, chance in (("school", 0.95), ("clinic", 0.5), ("ngo", 0.04)):
        hub = hub.with_ties("<b>hub", actor, confidence=chance, evidence="simulated")
    return hub


def entries(figure, legend):
    named = [trace for trace in figure.data if trace.legend == legend and trace.name and trace.showlegend is not False]
    return [trace.name for trace in sorted(named, key=lambda trace: trace.legendrank or 1000)]


def lines_of(figure, start):
    entry = next(trace.name for trace in figure.data if trace.name and trace.name.startswith(start))
    group = next(trace.legendgroup for trace in figure.data if trace.name == entry)
    return next(trace for trace in figure.data if trace.legendgroup == group and trace.x[0] is not None)


def shown(figure, label):
    visible = next(button for button in figure.layout.updatemenus[0].buttons if button.label == label).args[0][
        "visible"
    ]
    assert len(visible) == len(figure.data)
    return [trace for trace, there in zip(figure.data, visible, strict=True) if there]


def actors_in(traces):
    return {label for trace in traces if trace.legend == "legend" for label in (trace.customdata or ())}


def names_in(traces):
    return {text for trace in traces if trace.text is not None for text in trace.text}


def test_new_ties_are_drawn_in_steps_of_their_probability(before, after):
    figure = before_after(before, after)
    assert entries(figure, "legend2") == [
        "new, ≥\u00a090% (1)",
        "new, 50–90% (1)",
        "new, &lt;\u00a010% (1)",
        "ends (2)",
        "stays (2)",
    ]
    lines = [lines_of(figure, start).line for start in ("new, ≥", "new, 50", "new, &lt;")]
    assert [line.width for line in lines] == sorted((line.width for line in lines), reverse=True)
    opacities = [float(line.color.split(",")[-1].rstrip(") ")) for line in lines]
    assert opacities == sorted(opacities, reverse=True)
    assert len(set(opacities)) == 3
    assert lines_of(figure, "ends").line.dash is not None
    assert lines_of(figure, "stays").line.dash is None
    assert figure.layout.legend2.itemsizing == "trace"


def test_who_joins_has_a_ring_and_who_leaves_a_cross(before, after):
    figure = before_after(before, after)
    assert entries(figure, "legend") == ["public (3)", "private (1)", "civic (1)", "joins (1)", "leaves (1)"]
    layout = positions(before, after)
    ring, cross = (next(trace for trace in figure.data if trace.name == name) for name in ("joins (1)", "leaves (1)"))
    assert (ring.marker.symbol, cross.marker.symbol) == ("circle-open", "x-thin-open")
    assert (ring.x[0], ring.y[0]) == tuple(layout.loc["<b>hub"])
    assert (cross.x[0], cross.y[0]) == tuple(layout.loc["firm"])
    assert {"&lt;b&gt;hub", "firm"} <= names_in(figure.data)


def test_the_buttons_show_the_change_before_and_after(before, after):
    figure = before_after(before, after)
    assert [button.label for button in figure.layout.updatemenus[0].buttons] == ["the change", "before", "after"]
    assert actors_in(shown(figure, "the change")) == {"school", "clinic", "ngo", "firm", "<b>hub"}
    was, is_now = shown(figure, "before"), shown(figure, "after")
    assert actors_in(was) == {"school", "clinic", "ngo", "firm"}
    assert actors_in(is_now) == {"school", "clinic", "ngo", "<b>hub"}
    assert "&lt;b&gt;hub" not in names_in(was)
    assert "firm" not in names_in(is_now)
    groups = [{trace.legendgroup for trace in part if trace.legend == "legend2"} for part in (was, is_now)]
    assert groups[0] == {"stays", "ends"}
    assert "ends" not in groups[1]
    assert len(groups[1]) == 4


def test_names_for_wide_screens_come_last():
    graph = nx.powerlaw_cluster_graph(60, 2, 0.3, seed=2)
    labels = [f"Organisation {node}" for node in graph.nodes]
    ties = pd.DataFrame([(labels[one], labels[other]) for one, other in graph.edges], columns=["source", "target"])
    town = Cluster.from_tables(pd.DataFrame({"actor": labels}), ties)
    figure = before_after(town, town.with_actor("hub").with_ties("hub", labels[:3]), color=None)
    kinds = [trace.meta for trace in figure.data]
    assert "labels for wide screens" in kinds
    assert all(kind == "labels for wide screens" for kind in kinds[kinds.index("labels for wide screens") :])


def test_nobody_moves(before, after):
    both = positions(before, after)
    figure = before_after(before, after)
    drawn = {
        label: (x, y)
        for trace in figure.data
        if trace.legend == "legend" and trace.customdata
        for label, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }
    assert drawn == {label: tuple(row) for label, row in both[["x", "y"]].iterrows()}


def test_the_change_in_words(before, after):
    figure = before_after(before, after)
    assert figure.layout.title.text == "Town: before and after"
    notes = figure.layout.title.subtitle.text
    assert "joins: &lt;b&gt;hub" in notes
    assert "leaves: firm" in notes
    assert "new ties: 3 (expected 1.5)" in notes
    assert figure.layout.meta["alt"] == (
        "Town: before and after. joins: <b>hub. leaves: firm. ties that stay: 2. new ties: 3 (expected 1.5): "
        "school – <b>hub 95%, clinic – <b>hub 50%, ngo – <b>hub 4%. "
        "ties that end: 2: school – clinic, ngo – firm."
    )
    texts = [text for trace in figure.data if trace.hovertext is not None for text in trace.hovertext]
    assert "<b>school – &lt;b&gt;hub</b><br>layer: tie<br>evidence: simulated<br>confidence: 0.95" in texts


def test_lithuanian(before, after):
    figure = before_after(before, after, language="lt")
    assert [button.label for button in figure.layout.updatemenus[0].buttons] == ["pokytis", "prieš", "po"]
    assert entries(figure, "legend2")[0] == "nauji, ≥\u00a090\u00a0% (1)"
    assert entries(figure, "legend")[-2:] == ["prisijungia (1)", "pasitraukia (1)"]
    assert "pasitraukia: Įmonė" in figure.layout.title.subtitle.text
    assert "naujų ryšių: 3 (vidutiniškai 1,5)" in figure.layout.meta["alt"]


def test_probabilities_may_be_stated(before, after):
    stated = pd.Series({("<b>hub", "ngo"): 0.7, ("clinic", "<b>hub"): 0.2})
    figure = before_after(before, after, probability=stated)
    assert entries(figure, "legend2")[:3] == [
        "new, ≥\u00a090% (1)",
        "new, 50–90% (1)",
        "new, 10–50% (1)",
    ]
    assert "ngo – <b>hub 70" in figure.layout.meta["alt"]
    by_layer = pd.Series({("tie", "<b>hub", "ngo"): 0.7, ("tie", "clinic", "<b>hub"): 0.2})
    assert before_after(before, after, probability=by_layer) == figure


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"probability": pd.Series({("school", "ngo"): 0.7})}, "is no new tie .here: 'school – ngo'"),
        ({"probability": pd.Series({("<b>hub", "ngo"): 70.0})}, "from 0 to 1"),
        ({"probability": pd.Series({("<b>hub", "ngo"): np.nan})}, "from 0 to 1"),
        ({"probability": 0.7}, "must be a Series of numbers"),
        ({"probability": pd.Series({"ngo": 0.7})}, "must be a Series of numbers"),
        ({"color": "sectr"}, "did you mean 'sector'"),
        ({"language": "lv"}, "'lv'"),
    ],
)
def test_bad_arguments_are_named(before, after, arguments, message):
    with pytest.raises(InputError, match=message):
        before_after(before, after, **arguments)


def test_direction_and_layer_tell_ties_apart():
    actors = pd.DataFrame({"actor": ["A", "B"]})
    there = pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["referral"]})
    directed = Cluster.from_tables(actors, there, layers={"referral": {"directed": True}})
    figure = before_after(directed, directed.with_ties("B", "A", layer="referral"), color=None)
    assert entries(figure, "legend2") == ["new, ≥\u00a090% (1)", "stays (1)"]
    assert "new ties: 1: B → A 100" in figure.layout.meta["alt"]
    undirected = Cluster.from_tables(actors, there)
    other_layer = undirected.with_ties("B", "A", layer="money")
    assert entries(before_after(undirected, other_layer, color=None), "legend2")[0] == "new, ≥\u00a090% (1)"


def test_groups_are_drawn_where_the_cluster_lives_on_affiliations():
    town = Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"], "sector": ["public", "civic"]}),
        groups=pd.DataFrame({"group": ["E1", "A"]}),  # a group may be called as an actor is
        affiliations=pd.DataFrame({"actor": ["A", "B"], "group": ["E1", "A"]}),
    )
    joined = town.with_actor("C", sector="civic").with_affiliation("C", "E1").with_ties("C", "B", confidence=0.3)
    figure = before_after(town, joined)
    assert entries(figure, "legend") == ["public (1)", "civic (2)", "groups (2)", "joins (1)"]
    assert entries(figure, "legend2") == ["new, ≥\u00a090% (1)", "new, 10–50% (1)", "stays (2)"]
    assert "groups (2)" not in entries(before_after(town, joined, groups=False), "legend")


def test_nothing_changes_and_nobody_is_there(before):
    same = before_after(before, before)
    assert entries(same, "legend2") == ["stays (4)"]
    assert same.layout.meta["alt"] == "Town: before and after. ties that stay: 4."
    nobody = Cluster.from_tables(pd.DataFrame({"actor": []}))
    assert before_after(nobody, nobody).to_json()
    from_nothing = before_after(nobody, before)
    assert entries(from_nothing, "legend")[-1] == "joins (4)"
    assert plotly.io.from_json(same.to_json()).layout.height == same.layout.height


def test_a_large_cluster_is_drawn_on_the_graphics_card():
    labels = [f"a{place}" for place in range(601)]
    ties = pd.DataFrame({"source": labels[1:], "target": [labels[place // 2] for place in range(600)]})
    town = Cluster.from_tables(pd.DataFrame({"actor": labels}), ties)
    figure = before_after(town, town.without_actor("a600").with_actor("hub").with_ties("hub", "a1"), color=None)
    assert lines_of(figure, "ends").type == "scattergl"
    assert "hub" in [note.text for note in figure.layout.annotations]
