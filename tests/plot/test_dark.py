"""A figure for a dark page."""

import pandas as pd
import pytest

import socluster as sc
from socluster.plot import style
from socluster.plot.dark import DARK_PAPER, dark_color, darkened
from socluster.plot.saving import for_paper, pixels
from tests.plot.colors import contrast

LOOKS = style.category_looks([f"k{number}" for number in range(style.MOST_CATEGORIES)])
MARKS = [*(color for color, _ in LOOKS.values()), *style.LAYER_COLORS, style.WHAT_IF, style.RISE, style.FALL]


@pytest.mark.parametrize("color", [*MARKS, style.OTHER_LOOK[0], "#00ff00", "#000000"])
def test_what_stands_out_from_white_stands_out_from_dark(color):
    assert contrast(dark_color(color), DARK_PAPER) >= 3


def test_text_can_be_read():
    assert contrast(dark_color(style.INK), DARK_PAPER) >= 7
    assert contrast(dark_color(style.GREY), DARK_PAPER) >= 4.5


def test_more_is_farther_from_the_ground_on_paper_and_in_the_dark():
    light = [contrast(color, style.PAPER) for _, color in style.CONTINUOUS]
    dark = [contrast(dark_color(color), DARK_PAPER) for _, color in style.CONTINUOUS]
    assert light == sorted(light)
    assert dark == sorted(dark)


def test_colours_of_different_categories_stay_different():
    assert len({dark_color(color) for color in MARKS}) == len(set(MARKS))


def test_a_colour_keeps_its_opacity_and_what_is_none_stays():
    assert dark_color("rgba(255, 255, 255, 0.25)") == "rgba(18, 24, 31, 0.25)"
    assert dark_color("white") == DARK_PAPER
    assert dark_color("transparent") == "transparent"


def test_the_figure_is_a_new_one_and_a_name_that_is_a_colour_stays():
    actors = pd.DataFrame({"actor": ["white", "#ffffff"], "sector": ["civic", "public"]})
    cluster = sc.Cluster.from_tables(actors, pd.DataFrame({"source": ["white"], "target": ["#ffffff"]}))
    light = sc.plot.network(cluster, language="lt")
    before = light.to_json()
    dark = darkened(light)
    assert light.to_json() == before
    assert type(dark) is type(light)
    assert dark.layout.template.layout.paper_bgcolor == DARK_PAPER
    assert dark.layout.template.layout.font.color == dark_color(style.INK)
    assert {text for trace in dark.data for text in trace.text or ()} == {"white", "#ffffff"}
    colors = {trace.marker.color for trace in dark.data if trace.name and trace.mode == "markers"}
    assert colors == {dark_color(color) for color, _ in style.category_looks(["public", "civic"]).values()}
    assert light.dark()._language == "lt"


def test_a_dark_figure_can_be_drawn_for_paper_and_its_names_lie_on_a_dark_ground():
    kite = sc.load_dataset("kite")
    for figure in (sc.plot.network(kite), sc.plot.network(kite, size=sc.degree(kite))):
        printed = for_paper(figure.dark(), pixels(85), None)
        grounds = {note.bgcolor for note in printed.layout.annotations if note.bgcolor}
        assert grounds == {style.rgba(DARK_PAPER, 0.7)}


def test_what_is_dark_stays_as_dark_as_it_is():
    dark = sc.plot.network(sc.load_dataset("kite")).dark()
    assert dark.dark().to_json() == dark.to_json()


def test_words_beside_the_ticks_of_a_scale_have_dark_colours_too():
    frame = pd.DataFrame({"before": [1.0, 2.0], "after": [2.0, 1.5]}, index=["A", "B"])
    figure = sc.plot.dumbbell(frame)
    light, dark = (" ".join(each.layout.yaxis.ticktext) for each in (figure, figure.dark()))
    assert style.GREY in light
    assert style.GREY not in dark
    assert dark_color(style.GREY) in dark
