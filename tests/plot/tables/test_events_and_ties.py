import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.plot.tables.events_and_ties import events_and_ties

FRAME = pd.DataFrame(
    {"time": [0.0, 1.0, 2.0], "median": [3.0, 14.0, 20.0], "low": [3.0, 9.0, 12.0], "high": [3.0, 19.0, 28.0]}
)
HELD = pd.DataFrame({"time": [1.0, 1.0, 2.0], "kind": ["seminar", "visit", "seminar"], "number": [3, 1, 2]})


def test_the_line_the_band_and_bars_of_a_colour_for_each_kind():
    figure = events_and_ties(FRAME, events=HELD)
    lines = [trace for trace in figure.data if trace.type == "scatter"]
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [list(trace.y) for trace in lines] == [[3, 9, 12], [3, 19, 28], [3, 14, 20]]
    assert [(list(bar.x), list(bar.y)) for bar in bars] == [([1, 2], [3, 2]), ([1], [1])]
    assert len({bar.marker.color for bar in bars}) == 2
    assert all(bar.yaxis == "y2" for bar in bars)


def test_it_is_told_time_by_time():
    alt = events_and_ties(FRAME, events=HELD, label="new ties").layout.meta["alt"]
    assert "At 1: 14 (new ties); events held: seminar 3, visit 1." in alt


def test_known_kinds_are_called_so_in_lithuanian_and_names_of_ones_own_are_left():
    alt = events_and_ties(FRAME, events=HELD, language="lt").layout.meta["alt"]
    assert "seminaras 3, visit 1" in alt


def test_without_events_and_without_an_interval_only_the_line():
    assert [trace.type for trace in events_and_ties(FRAME[["time", "median"]]).data] == ["scatter"]


def test_of_many_times_the_description_tells_some():
    many = pd.DataFrame({"time": range(100), "median": range(100)})
    assert events_and_ties(many).layout.meta["alt"].count("At ") == 12


@pytest.mark.parametrize("wrong", [HELD.drop(columns="kind"), HELD.assign(number="x")])
def test_events_without_what_is_needed_are_refused(wrong):
    with pytest.raises(InputError):
        sc.plot.events_and_ties(FRAME, events=wrong)
