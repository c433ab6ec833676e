"""Small pictures side by side."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from tests.plot.clusters.town import entries

KNOKE = sc.load_dataset("knoke")


def panel_names(figure):
    return [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]


def test_each_layer_has_a_panel_with_its_ties_and_everybody_at_one_place():
    figure = sc.plot.network(KNOKE, facet="layer")
    assert panel_names(figure) == ["<b>information</b> 49", "<b>money</b> 22"]
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    places = [{}, {}]
    for trace in figure.data:
        if trace.mode == "markers" and trace.customdata is not None:
            panel = 0 if trace.xaxis == "x" else 1
            places[panel] |= dict(zip(trace.customdata, zip(trace.x, trace.y, strict=True), strict=True))
    shared = set(places[0]) & set(places[1])
    assert len(shared) >= 8
    assert all(places[0][actor] == places[1][actor] for actor in shared)
    assert figure.layout.meta["alt"].endswith("information: 49 ties. money: 22 ties.")


def test_layers_that_are_ours_are_named_in_the_language_and_a_user_s_own_as_they_are():
    figure = sc.plot.network(KNOKE, facet="layer", language="lt")
    assert panel_names(figure) == ["<b>informacija</b> 49", "<b>pinigai</b> 22"]
    assert "informacija: 49 ryšiai. pinigai: 22 ryšiai." in figure.layout.meta["alt"]
    labels = pd.DataFrame({"actor": ["a", "b"]})
    own = sc.Cluster.from_tables(labels, pd.DataFrame({"source": ["a"], "target": ["b"], "layer": ["EU money"]}))
    assert panel_names(sc.plot.network(own, facet="layer", language="lt")) == ["<b>EU money</b> 1"]


def test_an_entry_of_the_legend_stands_there_once_and_switches_all_panels():
    figure = sc.plot.network(KNOKE, facet="sector")
    assert entries(figure, "legend") == ["public", "private", "civic"]
    assert len(entries(figure, "legend2")) == len(set(entries(figure, "legend2"))) == 2
    public = [trace for trace in figure.data if trace.name == "public"]
    assert len({trace.legendgroup for trace in public}) == 1
    assert len({trace.xaxis for trace in public}) == 3


def test_a_sector_has_the_ties_that_touch_it():
    figure = sc.plot.network(KNOKE, facet="sector")
    sector = KNOKE.actors["sector"].astype(str)
    ties = KNOKE.ties
    for name in ("public", "private", "civic"):
        touched = (ties["source"].map(sector) == name) | (ties["target"].map(sector) == name)
        assert f"<b>{name}</b> {int(touched.sum())}" in panel_names(figure)


def test_waves_stand_in_their_order_and_narrow_pictures_put_panels_below_each_other():
    ties = pd.DataFrame({"source": list("AABB"), "target": list("BCCA"), "wave": ["2", "1", "1", "1"]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties)
    figure = sc.plot.network(cluster, facet="wave", language="lt")
    assert panel_names(figure) == ["<b>banga 1</b> 3", "<b>banga 2</b> 1"]
    narrow = sc.plot.network(cluster, facet="wave", width=374)
    assert narrow.layout.xaxis.domain[1] > 0.99
    assert narrow.layout.yaxis2.domain[1] < narrow.layout.yaxis.domain[0]
    assert narrow.layout.height > figure.layout.height


def test_the_names_of_a_panel_are_those_with_most_ties_in_it():
    figure = sc.plot.network(KNOKE, facet="layer")
    named = [trace for trace in figure.data if trace.meta == "labels"]
    assert all(1 <= len(trace.text) <= 5 for trace in named)
    assert not [trace for trace in sc.plot.network(KNOKE, facet="layer", labels=None).data if trace.meta == "labels"]
    one = sc.plot.network(KNOKE, facet="layer", labels=["MAYR"])
    assert {text for trace in one.data if trace.meta == "labels" for text in trace.text} == {"Mayor"}


def test_a_layout_may_be_given():
    places = sc.plot.positions(KNOKE)
    figure = sc.plot.network(KNOKE, facet="layer", layout=places)
    x = np.concatenate([trace.x for trace in figure.data if trace.mode == "markers" and trace.customdata is not None])
    assert set(np.round(x, 9)) <= set(np.round(places["x"], 9))


def test_there_may_be_nothing_to_put_side_by_side():
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"]}))
    for facet in ("layer", "sector", "wave"):
        with pytest.raises(sc.InputError, match=facet):
            sc.plot.network(nobody, facet=facet)


def test_a_colour_and_a_symbol_mean_the_same_in_every_panel_and_on_every_scale():
    """Four sectors of falling size; a panel that lacks the largest gives none of the others its look."""
    sectors = {"a": "public", "b": "public", "c": "public", "d": "civic", "e": "civic", "f": "science", "g": "private"}
    actors = pd.DataFrame({"actor": list(sectors), "sector": list(sectors.values()), "staff": np.arange(7) / 4})
    ties = pd.DataFrame({"source": list("abddfe"), "target": list("bcefgg"), "layer": list("xxxyyy")})
    town = sc.Cluster.from_tables(actors, ties)
    figure = sc.plot.network(town, facet="layer", color="sector")
    looks = {
        (trace.name, trace.marker.color, trace.marker.symbol)
        for trace in figure.data
        if trace.name in set(sectors.values())
    }
    assert len(looks) == len({name for name, *_ in looks}) == 4
    scales = [
        trace.marker for trace in sc.plot.network(town, facet="layer", color="staff").data if trace.marker.showscale
    ]
    assert [(each.cmin, each.cmax) for each in scales] == [(0, 1.5), (0, 1.5)]


@pytest.mark.parametrize("language", ["en", "lt"])
def test_an_entry_whose_line_is_broken_in_one_panel_only_stands_there_once(language):
    """Of 10 and more ties the number is longer, and the line of the legend is broken."""
    ties = pd.DataFrame({"source": ["a"] * 12, "target": [f"b{n}" for n in range(12)], "layer": "information"})
    actors = pd.DataFrame({"actor": ["a", *ties["target"]], "sector": ["public", *["civic"] * 9, *["private"] * 3]})
    cluster = sc.Cluster.from_tables(actors, ties, layers={"information": {"directed": True}})
    figure = sc.plot.network(cluster, facet="sector", language=language)
    assert len(entries(figure, "legend2")) == 1
