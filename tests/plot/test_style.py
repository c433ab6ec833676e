"""How all pictures look."""

import re

import pytest

import socluster as sc
from socluster.plot.style import (
    FALL,
    GREY,
    GROUP_LOOK,
    INK,
    LAYER_COLORS,
    MISSING_LOOK,
    MOST_CATEGORIES,
    OTHER_LOOK,
    PAPER,
    RISE,
    WHAT_IF,
    category_looks,
    config,
    rgba,
    template,
)
from tests.plot.colors import apart, contrast


def test_sectors_keep_their_looks_whatever_else_is_there():
    few, many = category_looks(["civic"]), category_looks(["other", "civic", "public", "apple"])
    assert few["civic"] == many["civic"] == ("#00795a", "triangle-up")
    assert list(many) == ["public", "civic", "apple", "other"]
    assert len(set(many.values())) == 4


def test_every_category_has_a_colour_and_a_symbol_of_its_own():
    looks = category_looks([f"k{number}" for number in range(MOST_CATEGORIES)])
    assert len(looks) == len({color for color, _ in looks.values()}) == len({symbol for _, symbol in looks.values()})
    assert not {symbol for _, symbol in looks.values()} & {GROUP_LOOK[1], OTHER_LOOK[1]}
    assert not {color for color, _ in looks.values()} & {*LAYER_COLORS, MISSING_LOOK[0]}


def test_of_more_categories_than_looks_the_most_frequent_are_kept():
    looks = category_looks([f"k{number}" for number in range(MOST_CATEGORIES + 1)])
    assert sorted(looks) == [f"k{number}" for number in range(MOST_CATEGORIES - 1)]
    assert category_looks([]) == {}


def test_a_colour_gets_an_opacity():
    assert rgba("#FF8000", 0.12345) == "rgba(255, 128, 0, 0.123)"


@pytest.mark.parametrize(("language", "separators"), [("en", ".\u00a0"), ("lt", ",\u00a0")])
def test_the_template_writes_numbers_in_the_language_and_has_no_button_to_upload(language, separators):
    layout = template(language).layout
    assert layout.separators == separators
    assert "sendChartToCloud" in layout.modebar.remove


def test_the_configuration_has_no_upload_and_names_its_buttons_in_lithuanian():
    english, lithuanian = config(), config("lt")
    for each in (english, lithuanian):
        assert each["showSendToCloud"] is False
        assert each["displaylogo"] is False
    assert "locale" not in english
    assert lithuanian["locale"] == "lt"
    buttons = lithuanian["locales"]["lt"]["dictionary"]
    assert buttons["Download plot as a PNG"] == "Atsisiųsti paveikslą (PNG)"
    assert all(name != said for name, said in buttons.items())
    with pytest.raises(sc.InputError, match="'de'"):
        config("de")


def test_the_buttons_are_called_as_plotly_asks_for_them():
    from socluster.plot.script import plotly_script

    known = plotly_script()
    for name in config("lt")["locales"]["lt"]["dictionary"]:
        assert re.search(rf'"{re.escape(name)}"', known), name


EVERY_LOOK = list(category_looks([f"k{number}" for number in range(MOST_CATEGORIES)]).values())


@pytest.mark.parametrize(
    "color", [*(color for color, _ in EVERY_LOOK), *LAYER_COLORS, OTHER_LOOK[0], RISE, FALL, WHAT_IF]
)
def test_marks_and_lines_stand_out_from_paper(color):
    """WCAG 2.2, 1.4.11: 3 to 1 for what is needed to understand a picture."""
    assert contrast(color, PAPER) >= 3


def test_text_stands_out_from_paper():
    assert contrast(INK, PAPER) >= 7
    assert contrast(GREY, PAPER) >= 4.5


@pytest.mark.parametrize("blindness", [None, "protan", "deutan"])
def test_the_colours_of_few_categories_and_of_what_if_can_be_told_apart_by_everybody(blindness):
    """Beyond four the symbols must do it."""
    few = [color for color, _ in EVERY_LOOK[:3]] + [WHAT_IF]
    pairs = [(one, other) for place, one in enumerate(few) for other in few[:place]]
    assert min(apart(*pair, blindness) for pair in pairs) >= 10
    assert apart(RISE, FALL, blindness) >= 10


def test_levels_look_as_in_a_report():
    assert category_looks(["local", "national", "regional"]) == {
        "national": ("#0b4f8a", "circle"),
        "regional": ("#c77d00", "diamond"),
        "local": ("#00795a", "triangle-up"),
    }


def test_only_what_if_is_vermilion():
    others = {color for color, _ in EVERY_LOOK} | set(LAYER_COLORS) | {RISE, FALL, OTHER_LOOK[0]}
    assert min(apart(WHAT_IF, color) for color in others) >= 15
