import socluster as sc
from socluster.plot.style import RISE
from tests.plot.clusters.test_event_dates import town


def test_bows_connect_events_of_the_same_actors():
    figure = sc.plot.timeline(town({"x": ("2016", "ab"), "y": ("2017", "abc"), "z": ("2018", "a")}))
    bows = [trace for trace in figure.data if trace.mode == "lines" and len(trace.x) > 2]
    assert len(bows) == 3
    assert max(bow.line.width for bow in bows) == bows[0].line.width == 6
    assert figure.layout.title.text.replace(" <br>", " ") == "3 of 3 pairs of events share actors"


def test_time_runs_downwards_and_keeps_its_distances():
    dates = {"x": ("2016-01-01", "a"), "y": ("2016-02-01", "b"), "z": ("2020-01-01", "c")}
    marks = sc.plot.timeline(town(dates)).data[-1]
    assert list(marks.y) == sorted(marks.y)
    assert marks.y[2] - marks.y[1] > 2 * (marks.y[1] - marks.y[0])
    assert marks.y[1] - marks.y[0] >= 58


def test_what_has_no_date_is_empty_and_below():
    figure = sc.plot.timeline(sc.load_dataset("siauliai"))
    marks = figure.data[-1]
    assert list(marks.marker.color).count("white") == 6
    assert list(marks.marker.color)[:2] == [RISE, RISE]
    assert "date not stated" in figure.layout.meta["alt"]


def test_many_events_are_cut_and_told():
    figure = sc.plot.timeline(town({f"e{year}": (str(year), "a") for year in range(1950, 1995)}))
    assert len(figure.data[-1].y) == 40
    assert "5 further events are not shown" in figure.layout.meta["alt"]
