"""The picture of what scenarios would change."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.plot import outcomes
from socluster.plot.saving import for_paper, pixels
from socluster.plot.style import PAPER, WHAT_IF
from tests.plot.boxes import faults
from tests.plot.frame import signless

CANDIDATES, MEASURES = ["Clinic", "NGO"], ["density", "betweenness"]


@pytest.fixture
def frame():
    rows = pd.MultiIndex.from_product([CANDIDATES, MEASURES], names=["scenario", "measure"])
    return pd.DataFrame(
        {
            "before": [0.2, 8.0, 0.2, 8.0],
            "delta": [0.02, -3.0, 0.01, 5.0],
            "low": [0.01, -9.0, -0.01, 1.0],
            "high": [0.04, 2.0, 0.02, 9.0],
            "null": [0.015, np.nan, 0.01, 4.0],
            "p_improvement": [0.97, np.nan, np.nan, np.nan],
            "p_increase": [0.99, 0.2, 0.7, 0.98],
        },
        index=rows,
    )


def test_rows_by_measure_and_one_scale_for_all_candidates(frame):
    figure = outcomes(frame)
    dots = [trace for trace in figure.data if trace.mode == "markers" and trace.marker.symbol != "diamond"]
    assert [trace.xaxis for trace in dots] == ["x", "x", "x2", "x2"]
    assert [trace.x[0] for trace in dots] == [0.02, 0.01, -3.0, 5.0]
    assert [trace.marker.color for trace in dots] == [WHAT_IF, PAPER, PAPER, WHAT_IF]
    for axis, low, high in ((figure.layout.xaxis, -0.01, 0.04), (figure.layout.xaxis2, -9.0, 9.0)):
        assert axis.range[0] < min(low, 0) <= max(high, 0) < axis.range[1]
    said = [note.text for note in figure.layout.annotations]
    assert sum(text.startswith("<b>density</b>") for text in said) == 1
    assert any("now 0.2" in text for text in said)
    assert "<b>Clinic</b><br>+0.02 [+0.01; +0.04], P(improves) 97%" in said


def test_the_random_partner_is_drawn_where_it_is_known(frame):
    figure = outcomes(frame)
    assert sum(trace.marker.symbol == "diamond" for trace in figure.data) == 3
    assert "◇ random partner" in signless(figure)
    assert "◇" not in outcomes(frame.drop(columns="null")).layout.title.subtitle.text


def test_one_candidate_needs_no_name(frame):
    figure = outcomes(frame.loc[["Clinic"]])
    said = [note.text for note in figure.layout.annotations]
    assert "+0.02 [+0.01; +0.04], P(improves) 97%" in said
    assert not any("Clinic" in text for text in said)
    assert figure.layout.height < outcomes(frame).layout.height
    assert outcomes(frame.loc["Clinic"]).layout.meta["alt"].startswith("density: +0.02")


def test_what_is_certain_has_no_interval():
    certain = pd.DataFrame({"median": [2.0], "low": [2.0], "high": [2.0]}, index=["number of ties"])
    assert outcomes(certain).layout.meta["alt"] == "number of ties: +2."


def test_it_speaks_lithuanian_and_says_what_is_wrong(frame):
    assert "tankis" in outcomes(frame, language="lt").layout.meta["alt"]
    with pytest.raises(InputError, match="ends before it begins"):
        outcomes(frame.assign(low=1e9))
    with pytest.raises(InputError, match="no such column"):
        outcomes(frame.drop(columns="high"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Knoke · 10 actors · 90% intervals · 40 draws"),
        ("lt", "Knoke · 10 veikėjų · 90\u00a0% intervalai · 40 bandymų"),
    ],
)
def test_an_outcome_says_its_cluster_its_level_and_its_draws(language, said):
    knoke = sc.load_dataset("knoke").layer("information")
    hub = sc.Scenario("hub").with_actor("hub").with_ties("hub", sc.ties.Stated({"MAYR": 0.5, "NEWS": 0.5}))
    figure = sc.compare(knoke, hub, measures=[sc.density], draws=40, rng=1).plot(language=language)
    assert said in figure.layout.title.subtitle.text.replace(" <br>", " ")
    assert "hub" in figure.layout.title.text
    caption = next(note.text for note in figure.layout.annotations if note.name == "caption")
    assert "Knoke" in caption


def test_a_scale_says_that_it_shows_a_change_and_the_random_partner_stands_beside_the_mark():
    frame = pd.DataFrame(
        {"median": [0.12], "low": [0.0002], "high": [0.15], "null": [0.12]}, index=pd.Index(["density"], name="measure")
    )
    figure = sc.plot.outcomes(frame)
    assert figure.layout.xaxis.title.text == "change in density"
    assert "[+0.0002; +0.15" in figure.layout.meta["alt"]
    ring, dot = (trace for trace in figure.data if trace.mode == "markers")
    assert abs(ring.y[0] - dot.y[0]) >= (ring.marker.size + dot.marker.size) / 2


def test_the_line_of_no_change_runs_through_no_words(frame):
    figure = outcomes(frame)
    line = next(trace for trace in figure.data if trace.mode == "lines" and set(np.asarray(trace.x)[:2]) == {0.0})
    tops = [note.y for note in figure.layout.annotations if note.yref == "y" and note.text.startswith("<b>")]
    heights = np.asarray(line.y, dtype=float)
    for top in tops:
        words = (heights > top) & (heights < top + 30)
        assert not words.any()


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize(
    "name", ["Clinic", "Social-assistance centre of the district", "NGO of parents and of teachers"]
)
def test_three_candidates_and_four_measures_fit_on_a_page(name, language):
    names = [name, f"{name} B", f"{name} C"]
    measures = ["density", "global_efficiency", "transitivity", "centralization"]
    index = pd.MultiIndex.from_product([names, measures], names=["scenario", "measure"])
    numbers = {"before": 0.2077, "delta": 0.00015, "low": -0.0066, "high": 0.00959, "null": 0.001, "p_increase": 0.54}
    about = "Šiauliai · 38 actors · 90% intervals · 200 draws"
    question = f"What would change with {', '.join(names)}?"
    figure = outcomes(
        pd.DataFrame(numbers, index=index), title=question, subtitle=about, caption=about, language=language
    )
    printed = for_paper(figure, pixels(85), None)
    assert printed.layout.height <= pixels(240)
    assert faults(printed) == []


def test_where_rows_are_many_each_scale_says_that_it_is_of_a_change():
    index = pd.MultiIndex.from_product(
        [list("ABCDEF"), ["effective_network_size", "density"]], names=["scenario", "measure"]
    )
    frame = pd.DataFrame({"before": 12345.678, "delta": 0.1, "low": 0.0, "high": 0.2}, index=index)
    words = [note.text.replace("<br>", " ") for note in outcomes(frame, language="lt").layout.annotations]
    heads = [each for each in words if "dabar" in each]
    assert len(heads) == 2
    assert all("pokytis" in each for each in heads)
