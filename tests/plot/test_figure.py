"""An empty figure in our look, and pictures that are drawn for any width."""

import pandas as pd

import socluster as sc
from socluster.plot.figure import blank
from socluster.plot.saving import for_paper, pixels
from socluster.plot.style import template

ASSOCIATION = "Association of providers of services in the community and of those who look after them"
LONG = [f"{ASSOCIATION}, branch {n}" for n in "AB"]


def test_it_is_empty_and_looks_as_all_do():
    figure = blank("en")
    assert len(figure.data) == 0
    assert figure.layout.template == template("en")


def test_its_buttons_speak_the_language():
    assert '"locale": "lt"' in blank("lt").to_html(include_plotlyjs=False)
    assert '"locale"' not in blank("en").to_html(include_plotlyjs=False)


def lines_of(figure):
    return max(note.text.count("<br>") for note in figure.layout.annotations)


def test_lines_are_broken_for_the_width_for_which_a_figure_is_saved():
    figure = sc.plot.bars(pd.Series([2.0, 1.0], LONG))
    narrow, wide = (for_paper(figure, pixels(mm), None) for mm in (85, 180))
    assert lines_of(wide) < lines_of(narrow) == lines_of(figure)
    assert wide.layout.height < narrow.layout.height


def test_what_somebody_changed_in_a_figure_is_saved():
    figure = sc.plot.bars(pd.Series([2.0, 1.0], LONG))
    figure.update_layout(title_text="Mine")
    assert for_paper(figure, pixels(180), None).layout.title.text == "Mine"
    assert for_paper(sc.plot.bars(pd.Series([2.0, 1.0], LONG)), pixels(180), None).layout.title.text != "Mine"


def test_what_becomes_of_a_table_later_does_not_change_its_picture():
    table = pd.DataFrame({"value": [2.0, 1.0]}, index=["A", "B"])
    figure = sc.plot.bars(table)
    table.loc["A", "value"] = 9.0
    assert list(for_paper(figure, pixels(180), None).data[0].x) == [2.0, 1.0]
