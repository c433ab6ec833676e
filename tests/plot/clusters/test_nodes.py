"""The traces of the marks and of their names."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.plot import network
from socluster.plot.clusters.marks import actor_marks
from socluster.plot.clusters.nodes import group_trace, label_notes, label_traces, mark_traces
from socluster.plot.style import MISSING_LOOK
from socluster.plot.text import text_width
from tests.plot.clusters.town import entries, names_in, town, trace_named


@pytest.fixture
def cluster():
    return town()


def placed(cluster, color=None, language="en"):
    marks = actor_marks(cluster, color, None, language)
    return marks.assign(x=np.linspace(0, 1, len(marks)), y=0.5)


def test_every_sector_has_a_colour_and_a_symbol_of_its_own(cluster):
    traces = mark_traces(placed(cluster, "sector"), "sector", "en", False)
    assert [trace.name for trace in traces] == ["public (2)", "private (1)", "civic (1)", "not stated (1)"]
    assert len({trace.marker.color for trace in traces}) == 4
    assert [trace.marker.symbol for trace in traces] == ["circle", "diamond", "triangle-up", "circle"]
    assert traces[3].marker.color == MISSING_LOOK[0]
    assert list(traces[0].customdata) == ["school", "clinic"]


def test_entries_in_lithuanian_look_as_in_english(cluster):
    english, lithuanian = (
        mark_traces(placed(cluster, "sector"), "sector", language, False) for language in ("en", "lt")
    )
    assert [trace.name for trace in lithuanian] == ["viešasis (2)", "privatus (1)", "pilietinis (1)", "nenurodyta (1)"]
    assert [trace.marker.color for trace in english] == [trace.marker.color for trace in lithuanian]


def test_numbers_get_a_scale_flags_and_few_whole_numbers_get_categories(cluster):
    scaled = next(trace for trace in network(cluster, color="budget").data if trace.marker.showscale)
    assert list(scaled.marker.color) == [1.5, 3.0, 4.0, 0.5]
    assert list(scaled.marker.colorbar.ticktext) == ["0.50", "2.25", "4.00"]
    assert scaled.marker.colorbar.title.text == "budget"
    assert entries(network(cluster, color="budget"), "legend") == ["not stated (1)", "simulated ties only (1)"]
    assert entries(network(cluster, color="rank"), "legend")[:-1] == [f"{rank} (1)" for rank in range(1, 6)]
    assert entries(network(cluster, color="open"), "legend") == ["yes (3)", "no (2)", "simulated ties only (1)"]
    assert entries(network(cluster, color=None), "legend") == ["actors (5)", "simulated ties only (1)"]
    unnamed = network(cluster, color=pd.Series([0.5] * 5, index=list(cluster.labels)))
    assert next(trace for trace in unnamed.data if trace.marker.showscale).marker.colorbar.title.text == "colour"


def test_colour_by_a_membership(cluster):
    found = pd.Series(pd.Categorical(["1", "1", "2", "2", "2"]), index=list(cluster.labels), name="community")
    figure = network(cluster, color=found)
    assert entries(figure, "legend") == ["1 (2)", "2 (3)", "simulated ties only (1)"]
    assert figure.layout.legend.title.text == "community"
    assert "community: 2" in trace_named(figure, "2").hovertext[0]


def test_more_categories_than_colours():
    labels = [f"k{number:02d}" for number in range(12)]
    crowd = Cluster.from_tables(pd.DataFrame({"actor": labels, "kind": labels}))
    traces = mark_traces(placed(crowd, "kind"), "kind", "en", False)
    looks = [(trace.marker.color, trace.marker.symbol) for trace in traces]
    assert len(looks) == len(set(looks)) == 8
    assert traces[-1].name == "other (5)"
    assert mark_traces(placed(crowd, "kind"), "kind", "lt", False)[-1].name == "kita (5)"


def test_a_category_is_text_not_tags_and_wraps():
    evil = Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"], "kind": ["<b>bold</b>", "of the " * 5]}))
    names = {trace.name for trace in mark_traces(placed(evil, "kind"), "kind", "en", False)}
    assert names == {"&lt;b&gt;bold&lt;/b&gt; (1)", "of the of the of the of<br>the of the (1)"}


def test_groups_are_squares(cluster):
    squares = placed(cluster)
    trace = group_trace(squares, "lt")
    assert trace.name == "grupės (5)"
    assert trace.marker.symbol == "square"
    assert list(trace.hovertext) == squares["hover"].tolist()


def test_on_the_graphics_card_the_marks_are_the_same(cluster):
    fast = mark_traces(placed(cluster, "sector"), "sector", "en", True)
    assert {trace.type for trace in fast} == {"scattergl"}


def test_names_are_for_a_phone_or_for_a_wide_screen(cluster):
    marks = placed(cluster)
    traces = label_traces(marks, lambda width: marks[["x", "y"]].to_numpy() * [width, 480], 480)
    assert {trace.meta for trace in traces} <= {"labels", "labels for wide screens"}
    assert names_in(traces) <= {"Mokykla<br>Šiauliuose", "Mokykla Šiauliuose", "Clinic", "NGO", "Firm", "Lone"}
    for trace in traces:
        assert len(trace.text) == len(trace.x) == len(trace.customdata) == len(trace.textfont.weight)


def test_notes_hold_the_foremost_names(cluster):
    marks = placed(cluster)
    notes = label_notes(marks, lambda width: marks[["x", "y"]].to_numpy() * [width, 480], 480)
    assert 1 <= len(notes) <= 10
    assert all(note["showarrow"] is False for note in notes)
    assert "NGO" in [note["text"] for note in notes]


@pytest.mark.parametrize(
    ("values", "written", "title"),
    [
        ([1.2e-6, 4e-4, 4.766e-4, 0], ["0.00", "2.38", "4.77"], "budget, 10⁻⁴"),
        ([3e6, 4e6, 1.2e7, 5e6], ["0.30", "0.75", "1.20"], "budget, 10⁷"),
        ([100.1, 100.9, 100.4, 100.2], ["100.1", "100.5", "100.9"], "budget"),
    ],
)
def test_numbers_of_a_scale_are_short_and_told_apart(cluster, values, written, title):
    given = pd.Series(values, cluster.labels[:4], name="budget")
    bar = next(trace for trace in network(cluster, color=given).data if trace.marker.showscale).marker.colorbar
    assert list(bar.ticktext) == written
    assert bar.title.text == title
    assert bar.tickangle == 0  # what is turned is hard to read


def test_the_first_number_of_a_scale_is_not_cut_at_the_edge(cluster):
    given = pd.Series([250_000.0, 300_000.0, 999_000.0, 400_000.0], cluster.labels[:4], name="budget")
    bar = next(trace for trace in network(cluster, color=given).data if trace.marker.showscale).marker.colorbar
    assert bar.xpad + 8 >= text_width(bar.ticktext[0], 12) / 2
