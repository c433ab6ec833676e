"""A figure that was changed by hand, saved for another width: nothing that was changed is lost without a word."""

import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.plot.saving import for_paper, pixels

KITE, KNOKE = sc.load_dataset("kite"), sc.load_dataset("knoke")
SIAULIAI = sc.load_dataset("siauliai")
DRAWN = {
    "network": lambda: sc.plot.network(KITE),
    "facets": lambda: sc.plot.network(KNOKE, facet="layer"),
    "areas": lambda: sc.plot.network(SIAULIAI, by="place"),
    "events": lambda: sc.plot.network(SIAULIAI, layout="events"),
    "change": lambda: sc.plot.before_after(KITE, KITE.with_actor("Hub").with_ties("Hub", ["0", "1"], confidence=0.7)),
    "table": lambda: sc.plot.bars(pd.Series([2.0, 1.0], ["A", "B"])),
    "rows": lambda: sc.plot.dumbbell(pd.DataFrame({"before": [1.0, 2.0], "after": [2.0, 1.5]}, index=["A", "B"])),
}
as_it_is = pytest.mark.parametrize("dark", [False, True])
everywhere = pytest.mark.parametrize("name", DRAWN)


def drawn(name, dark=False):
    figure = DRAWN[name]()
    return figure.dark() if dark else figure


def mark_of(figure):
    """Return the first mark of somebody: who it is, and where."""
    trace = next(each for each in figure.data if getattr(each, "mode", "") == "markers" and each.customdata is not None)
    return trace.customdata[0], (trace.x[0], trace.y[0]), {"xref": trace.xaxis or "x", "yref": trace.yaxis or "y"}


@everywhere
@as_it_is
@pytest.mark.parametrize("mm", [85, 170])
def test_what_was_changed_is_saved(name, dark, mm):
    figure = drawn(name, dark)
    figure.update_layout(title="Mine", legend_font_size=9)
    figure.add_annotation(x=0.5, y=0.5, xref="paper", yref="paper", text="Here", showarrow=False)
    figure.update_traces(opacity=0.5)
    printed = for_paper(figure, pixels(mm), None)
    assert printed.layout.title.text == "Mine"
    assert printed.layout.legend.font.size == 9
    assert [note.text for note in printed.layout.annotations].count("Here") == 1
    assert {trace.opacity for trace in printed.data if trace.type == "bar" or trace.mode == "markers"} <= {0.5}
    again = for_paper(drawn(name, dark), pixels(mm), None)
    assert "Here" not in [note.text for note in again.layout.annotations]


@everywhere
def test_a_change_before_the_figure_became_dark_is_saved_and_one_of_the_light_figure_thereafter_is_not(name):
    light = drawn(name)
    light.update_layout(title="Mine")
    dark = light.dark()
    light.update_layout(title="Changed")
    assert for_paper(dark, pixels(85), None).layout.title.text == "Mine"


@pytest.mark.parametrize("name", ["network", "facets", "areas", "change"])
@pytest.mark.parametrize("mm", [85, 170])
def test_what_was_put_at_a_mark_is_at_that_mark(name, mm):
    figure = drawn(name)
    who, (x, y), refs = mark_of(figure)
    figure.add_annotation(x=x, y=y, text="Here", **refs)
    figure.add_shape(type="circle", x0=x - 0.01, x1=x + 0.01, y0=y - 0.01, y1=y + 0.01, **refs)
    figure.add_scatter(x=[x], y=[y], name="ring", xaxis=refs["xref"], yaxis=refs["yref"])
    printed = for_paper(figure, pixels(mm), None)
    same, place, _ = mark_of(printed)
    note = next(each for each in printed.layout.annotations if each.text == "Here")
    ring = next(each for each in printed.data if each.name == "ring")
    circle = printed.layout.shapes[-1]
    assert same == who
    assert (note.x, note.y) == pytest.approx(place)
    assert (ring.x[0], ring.y[0]) == pytest.approx(place)
    assert ((circle.x0 + circle.x1) / 2, (circle.y0 + circle.y1) / 2) == pytest.approx(place)


def names(figure):
    return {note.text: note for note in figure.layout.annotations if note.bgcolor}


def test_names_that_were_changed_are_changed_where_they_stand_now():
    figure = sc.plot.network(KNOKE)
    figure.update_traces(textfont_size=15, textfont_family="Georgia", selector=lambda each: each.mode == "markers+text")
    printed = names(for_paper(figure, pixels(170), None))
    assert len(printed) == 10
    assert {(note.font.size, note.font.family) for note in printed.values()} == {(15, "Georgia")}
    figure.for_each_trace(lambda each: each.update(visible=False) if each.mode == "markers+text" else None)
    assert not names(for_paper(figure, pixels(170), None))


def test_names_that_were_written_otherwise_are():
    figure = sc.plot.network(KITE)
    for trace in figure.data:
        if trace.text is not None:
            trace.text = [{"3": "Diane"}.get(text, text) for text in trace.text]
    printed = names(for_paper(figure, pixels(85), None))
    assert "Diane" in printed
    assert "3" not in printed
    assert len(printed) == 10


def test_what_was_taken_away_is_not_there():
    figure = sc.plot.network(KITE)
    figure.layout.annotations = ()
    figure.data = [trace for trace in figure.data if trace.mode != "lines"]
    printed = for_paper(figure, pixels(85), None)
    assert len(printed.layout.annotations) == len(names(printed)) == 10
    assert "lines" not in {trace.mode for trace in printed.data}


def test_marks_that_were_changed_one_by_one_are():
    figure = sc.plot.network(KITE)
    marks = figure.data[-2] if figure.data[-2].mode == "markers" else next(t for t in figure.data if t.name)
    colors = ["#00ff00" if who == "7" else "#000000" for who in marks.customdata]
    marks.marker.color = colors
    printed = for_paper(figure, pixels(85), None)
    assert list(next(t for t in printed.data if t.name == marks.name).marker.color) == colors


def test_a_height_that_was_given_is_kept():
    figure = sc.plot.network(KITE)
    figure.update_layout(height=700)
    assert for_paper(figure, pixels(85), None).layout.height == pytest.approx(700, abs=25)
    assert for_paper(figure, pixels(85), 500).layout.height == 500


def test_a_part_that_is_shown_is_shown():
    figure = sc.plot.network(KITE)
    x = mark_of(figure)[1][0]
    figure.update_xaxes(range=[x - 0.1, x + 0.1])
    shown = for_paper(figure, pixels(85), None).layout.xaxis.range
    assert shown[0] < mark_of(for_paper(figure, pixels(85), None))[1][0] < shown[1]


def moved_by_hand(width=None):
    figure = sc.plot.network(KITE, width=width)
    marks = next(trace for trace in figure.data if trace.customdata is not None and trace.mode == "markers")
    marks.x = np.array(marks.x) + 0.01
    return figure, marks.x


def test_what_cannot_be_carried_over_is_kept_and_it_is_said_how_to_have_it_all():
    figure, places = moved_by_hand()
    with pytest.warns(sc.SoclusterWarning, match=r"width=361\.4"):
        printed = for_paper(figure, pixels(85), None)
    assert any(trace.x is not None and list(trace.x) == list(places) for trace in printed.data)
    figure, places = moved_by_hand(round(pixels(85), 1))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        printed = for_paper(figure, pixels(85), None)
    assert any(trace.x is not None and list(trace.x) == list(places) for trace in printed.data)
