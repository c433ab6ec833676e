"""The picture of a change."""

import networkx as nx
import pandas as pd
import plotly.io
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot import before_after, positions
from socluster.plot.saving import for_paper, pixels
from tests.plot.clusters.town import cluster_of, entries, labels_of, lines_of, names_in, the_change


@pytest.fixture
def before():
    return the_change()[0]


@pytest.fixture
def after():
    return the_change()[1]


def shown(figure, label):
    visible = next(button for button in figure.layout.updatemenus[0].buttons if button.label == label).args[0][
        "visible"
    ]
    assert len(visible) == len(figure.data)
    return [trace for trace, there in zip(figure.data, visible, strict=True) if there]


def actors_in(traces):
    return {label for trace in traces if trace.legend == "legend" for label in (trace.customdata or ())}


def lines_in(traces):
    groups = {trace.legendgroup for trace in traces if trace.legend == "legend2"}
    return {trace.name.partition(" (")[0] for trace in traces if trace.name and trace.legendgroup in groups}


def test_the_legends_tell_sectors_movers_and_ties(before, after):
    figure = before_after(before, after)
    assert entries(figure, "legend") == ["public (3)", "private (1)", "civic (1)", "joining (1)", "leaving (1)"]
    assert entries(figure, "legend2") == [
        "new, ≥\u00a090% (1)",
        "new, 50–90% (1)",
        "new, &lt;\u00a010% (1)",
        "ending (2)",
        "remaining (2)",
    ]
    assert figure.layout.legend2.itemsizing == "trace"
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
    assert lines_in(was) == {"remaining", "ending"}
    assert lines_in(is_now) == {"remaining", "new, ≥\u00a090%", "new, 50–90%", "new, &lt;\u00a010%"}


def test_names_for_wide_screens_come_last():
    graph = nx.powerlaw_cluster_graph(60, 2, 0.3, seed=2)
    crowd = cluster_of(graph)
    figure = before_after(crowd, crowd.with_actor("hub").with_ties("hub", labels_of(graph)[:3]), color=None)
    kinds = [trace.meta for trace in figure.data]
    assert "labels for wide screens" in kinds
    assert all(kind == "labels for wide screens" for kind in kinds[kinds.index("labels for wide screens") :])


def test_nobody_moves(before, after):
    both = positions(before, after)
    drawn = {
        label: (x, y)
        for trace in before_after(before, after).data
        if trace.legend == "legend" and trace.customdata
        for label, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }
    assert drawn == {label: tuple(row) for label, row in both[["x", "y"]].iterrows()}


def test_the_change_in_words(before, after):
    figure = before_after(before, after)
    assert figure.layout.title.text == "Town: before and after"
    notes = figure.layout.title.subtitle.text
    assert "Joining: &lt;b&gt;hub" in notes
    assert "3 new ties (1.5 expected)" in notes
    assert figure.layout.meta["alt"] == (
        "Town: before and after. Joining: <b>hub. Leaving: firm. 2 remaining ties. 3 new ties (1.5 expected). "
        "2 ending ties. New: school – <b>hub 95%, clinic – <b>hub 50% and ngo – <b>hub 4%. "
        "Ending: school – clinic and ngo – firm."
    )
    texts = [text for trace in figure.data if trace.hovertext is not None for text in trace.hovertext]
    assert "<b>school – &lt;b&gt;hub</b><br>layer: tie<br>evidence: simulated<br>confidence: 0.95" in texts


def test_lithuanian(before, after):
    figure = before_after(before, after, language="lt")
    assert figure.layout.title.text == "Town: prieš ir po"
    assert [button.label for button in figure.layout.updatemenus[0].buttons] == ["pokytis", "prieš", "po"]
    assert entries(figure, "legend2")[0] == "nauji, ≥\u00a090\u00a0% (1)"
    assert entries(figure, "legend")[-2:] == ["prisijungia (1)", "pasitraukia (1)"]
    assert "Pasitraukia: Įmonė" in figure.layout.title.subtitle.text
    assert "3 nauji ryšiai (tikėtinas skaičius – 1,5)" in figure.layout.meta["alt"]


def test_a_cluster_without_a_name_has_a_title_all_the_same():
    nameless = cluster_of(nx.path_graph(2))
    assert before_after(nameless, nameless).layout.title.text == "Before and after"
    assert before_after(nameless, nameless, language="lt").layout.title.text == "Prieš ir po"
    assert before_after(nameless, nameless, title="Mine").layout.title.text == "Mine"


def test_probabilities_may_be_stated(before, after):
    stated = pd.Series({("<b>hub", "ngo"): 0.7, ("clinic", "<b>hub"): 0.2})
    figure = before_after(before, after, probability=stated)
    assert entries(figure, "legend2")[:3] == ["new, ≥\u00a090% (1)", "new, 50–90% (1)", "new, 10–50% (1)"]
    assert "ngo – <b>hub 70%" in figure.layout.meta["alt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"probability": pd.Series({("school", "ngo"): 0.7})}, "is not a new tie .here: 'school – ngo'"),
        ({"color": "sectr"}, "did you mean 'sector'"),
        ({"language": "lv"}, "'lv'"),
    ],
)
def test_bad_arguments_are_named(before, after, arguments, message):
    with pytest.raises(InputError, match=message):
        before_after(before, after, **arguments)


def test_a_column_that_only_one_of_the_two_has_colours_the_other_as_not_stated(before, after):
    newer = Cluster.from_tables(after.actors.assign(staff="many"), after.ties)
    assert entries(before_after(before, newer, color="staff"), "legend")[:2] == ["many (4)", "not stated (1)"]


def test_direction_and_layer_tell_ties_apart():
    actors = pd.DataFrame({"actor": ["A", "B"]})
    there = pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["referral"]})
    directed = Cluster.from_tables(actors, there, layers={"referral": {"directed": True}})
    figure = before_after(directed, directed.with_ties("B", "A", layer="referral"), color=None)
    assert entries(figure, "legend2") == ["new, ≥\u00a090% (1)", "remaining (1)"]
    assert "New: B → A 100%" in figure.layout.meta["alt"]
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
    assert entries(figure, "legend") == ["public (1)", "civic (2)", "groups (2)", "joining (1)"]
    assert entries(figure, "legend2") == ["new, ≥\u00a090% (1)", "new, 10–50% (1)", "remaining (2)"]
    assert "groups (2)" not in entries(before_after(town, joined, groups=False), "legend")


def test_nothing_changes_and_nobody_is_there(before):
    same = before_after(before, before)
    assert entries(same, "legend2") == ["remaining (4)"]
    assert same.layout.meta["alt"] == "Town: before and after. 4 remaining ties."
    nobody = Cluster.from_tables(pd.DataFrame({"actor": []}))
    assert before_after(nobody, nobody).layout.meta["alt"] == "Before and after. There is nothing to show."
    from_nothing = before_after(nobody, before)
    assert entries(from_nothing, "legend")[-1] == "joining (4)"
    assert plotly.io.from_json(same.to_json()).layout.height == same.layout.height


def test_a_large_cluster_is_drawn_on_the_graphics_card():
    labels = [f"a{place}" for place in range(601)]
    ties = pd.DataFrame({"source": labels[1:], "target": [labels[place // 2] for place in range(600)]})
    town = Cluster.from_tables(pd.DataFrame({"actor": labels}), ties)
    figure = before_after(town, town.without_actor("a600").with_actor("hub").with_ties("hub", "a1"), color=None)
    assert {line.type for line in lines_of(figure, "ending")} == {"scattergl"}
    assert "hub" in [note.text for note in figure.layout.annotations]


@pytest.mark.parametrize("mm", [85, 170])
def test_on_paper_whoever_joins_is_named_however_long_the_name(mm):
    town = sc.load_dataset("siauliai").project()
    name = "Regional centre for psychological services"
    after = town.with_actor(name).with_ties(name, list(town.labels), confidence=0.3, evidence="simulated")
    printed = for_paper(sc.plot.before_after(town, after), pixels(mm), None)
    written = [note.text.replace("<br>", " ") for note in printed.layout.annotations if note.font.weight == "bold"]
    assert any(each.startswith("Regional centre") for each in written)


def test_where_no_sector_is_stated_nothing_is_said_of_sectors():
    kite = sc.load_dataset("kite")
    figure = before_after(kite, kite.without_actor(3))
    assert not any("not stated" in str(trace.name) for trace in figure.data)
    assert not figure.layout.legend.title.text
