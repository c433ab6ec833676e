"""The marks and lines of a change."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from socluster.plot.clusters.change_traces import RING, change_lines, rings, split
from socluster.plot.clusters.changes import tie_changes
from socluster.plot.clusters.layout import positions
from socluster.plot.clusters.marks import actor_marks
from socluster.plot.clusters.ties import SIMULATED_DASH, link_table
from socluster.plot.style import WHAT_IF
from tests.plot.clusters.town import the_change


@pytest.fixture
def changes():
    layout = positions(*the_change())
    links = [link_table(each, actor_marks(each, None, None, "en").join(layout), None) for each in the_change()]
    return tie_changes(*links, None)


def entries(parts):
    return [trace.name for _, trace in parts if trace.name]


def test_lines_that_stay_are_below_and_the_most_probable_new_ones_on_top(changes):
    parts = list(change_lines(changes, "en", False))
    assert entries(parts) == [
        "remaining (2)",
        "ending (2)",
        "new, &lt;\u00a010% (1)",
        "new, 50–90% (1)",
        "new, ≥\u00a090% (1)",
    ]
    ranks = [trace.legendrank for _, trace in parts if trace.name]
    assert sorted(ranks, reverse=True) == ranks  # the legend has the most probable first
    assert [status for status, trace in parts if trace.name] == ["stays", "ends", "new", "new", "new"]


def test_the_more_probable_the_wider_and_more_solid(changes):
    samples = [trace.line for _, trace in change_lines(changes, "en", False) if trace.name and "new" in trace.name]
    widths = [line.width for line in samples]
    opacities = [float(line.color.split(",")[-1].rstrip(") ")) for line in samples]
    assert widths == sorted(set(widths))
    assert opacities == sorted(set(opacities))


def test_ties_that_end_are_dotted_and_new_ones_dashed_but_not_on_the_graphics_card(changes):
    for fast, dash, of_new in ((False, "1.5px,3px", SIMULATED_DASH), (True, None, None)):
        parts = list(change_lines(changes, "en", fast))
        assert {trace.line.dash for status, trace in parts if status == "new" and trace.name} == {of_new}
        assert {trace.line.dash for status, trace in parts if status == "ends" and trace.name} == {dash}
        assert any(trace.type == "scattergl" for _, trace in parts) is fast


def test_lithuanian(changes):
    assert entries(change_lines(changes, "lt", False)) == [
        "išlieka (2)",
        "nutrūksta (2)",
        "nauji, &lt;\u00a010\u00a0% (1)",
        "nauji, 50–90\u00a0% (1)",
        "nauji, ≥\u00a090\u00a0% (1)",
    ]


def test_what_was_observed_is_not_vermilion_and_has_no_probabilities(changes):
    parts = list(change_lines(changes, "en", False, observed=True))
    assert entries(parts) == ["stayed (2)", "ended (2)", "new (3)"]
    (came, ring), (left, _) = rings(marks_of("stays", "joins", "leaves"), None, "en", observed=True)
    assert (came, ring.name, left) == ("joins", "came (1)", "leaves")
    assert WHAT_IF not in str([trace.to_plotly_json() for _, trace in [*parts, (came, ring)]])


def test_each_entry_switches_its_lines_and_texts(changes):
    groups = {}
    for _, trace in change_lines(changes, "en", False):
        groups.setdefault(trace.legendgroup, []).append(trace)
    assert len(groups) == 5
    for traces in groups.values():
        assert [trace.showlegend is not False for trace in traces] == [True, False, False]
        assert traces[-1].hovertext


def test_what_is_not_there_is_not_in_the_legend(changes):
    only = changes[changes["status"] == "stays"]
    assert entries(change_lines(only, "en", False)) == ["remaining (2)"]
    assert list(change_lines(changes.iloc[:0], "en", False)) == []


def marks_of(*status):
    return pd.DataFrame({"x": range(len(status)), "y": 0.5, "size": 10.0, "status": status})


def test_who_joins_has_a_ring_and_who_leaves_a_cross():
    (joined, ring), (left, cross) = rings(marks_of("stays", "joins", "leaves"), None, "en")
    assert (joined, left) == ("joins", "leaves")
    assert (ring.name, cross.name) == ("joining (1)", "leaving (1)")
    assert (ring.marker.symbol, cross.marker.symbol) == ("circle-open", "x-thin-open")
    assert (list(ring.x), list(cross.x)) == ([1], [2])
    assert list(ring.marker.size) == [10 + RING]


def test_groups_join_too_and_where_nobody_moves_there_is_no_sign():
    assert [trace.name for _, trace in rings(marks_of("stays"), marks_of("joins", "joins"), "lt")] == [
        "prisijungia (2)"
    ]
    assert list(rings(marks_of("stays"), None, "en")) == []


def test_a_trace_is_split_by_status_and_keeps_what_belongs_to_each_mark():
    trace = go.Scatter(
        x=np.array([0.0, 1.0, 2.0]),
        y=np.array([3.0, 4.0, 5.0]),
        name="public (3)",
        customdata=["a", "b", "c"],
        hovertext=["A", "B", "C"],
        marker={"size": np.array([1.0, 2.0, 3.0]), "color": "red"},
    )
    status = pd.Series({"a": "stays", "b": "leaves", "c": "stays"})
    (one, stays), (other, leaves) = split(trace, status)
    assert (one, other) == ("stays", "leaves")
    assert (list(stays.x), list(leaves.x)) == ([0, 2], [1])
    assert (list(stays.hovertext), list(leaves.hovertext)) == (["A", "C"], ["B"])
    assert (list(stays.marker.size), list(leaves.marker.size)) == ([1, 3], [2])
    assert stays.marker.color == leaves.marker.color == "red"
    assert stays.legendgroup == leaves.legendgroup  # switched together
    assert (stays.showlegend, leaves.showlegend) == (True, False)
    assert list(trace.x) == [0, 1, 2]
