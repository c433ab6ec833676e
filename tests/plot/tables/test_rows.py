"""Pictures in rows."""

import plotly.graph_objects as go

from socluster.plot.caption import title
from socluster.plot.tables.rows import FigureRows, lines_of_text, scale
from socluster.plot.text import ROOM, text_width


def test_a_row_is_as_high_as_its_text_and_its_strip_is_below_it():
    rows = FigureRows(("one line", "two<br>lines", "one line"))
    assert rows.heights[1] == rows.heights[0] + 16
    assert list(rows.tops) == [0, rows.heights[0], rows.heights[0] + rows.heights[1]]
    assert rows.total == sum(rows.heights)
    for top, strip, height in zip(rows.tops, rows.strips, rows.heights, strict=True):
        assert top < strip < top + height
    assert rows.strips[1] - rows.tops[1] == rows.strips[0] - rows.tops[0] + 16


def test_without_rows_there_is_still_a_picture():
    assert FigureRows(()).total > 0
    assert len(FigureRows(()).tops) == len(FigureRows(()).strips) == 0


def dressed(texts, lines=1, foot=""):
    figure = go.Figure(layout={"title": title("Who?", ["a"], "en")})
    rows = FigureRows(texts)
    rows.dress(figure, lines, foot)
    return figure, rows


def test_texts_stand_at_the_top_of_their_rows():
    figure, rows = dressed(("<b>A</b><br>1", "<b>B</b>"))
    assert [note.text for note in figure.layout.annotations] == ["<b>A</b><br>1", "<b>B</b>"]
    assert [note.y for note in figure.layout.annotations] == list(rows.tops)
    assert figure.layout.yaxis.range == (rows.total, 0)  # downwards
    assert figure.layout.height - figure.layout.margin.t - figure.layout.margin.b == rows.total


def test_a_foot_and_longer_titles_of_scales_get_room():
    plain, with_foot, two_lines = dressed(("A",)), dressed(("A",), foot="more"), dressed(("A",), lines=2)
    assert with_foot[0].layout.annotations[-1].text == "more"
    assert with_foot[0].layout.height == plain[0].layout.height + 24
    assert two_lines[0].layout.margin.t == plain[0].layout.margin.t + 17


def test_the_text_of_a_row_is_escaped_and_empty_lines_are_left_out():
    assert lines_of_text("<b>", "1 < 2", "", "3") == "<b>&lt;b&gt;</b><br>1 &lt; 2<br>3"
    name, more = lines_of_text("organisation " * 5, "x").split("</b><br>")
    assert all(text_width(line, bold=True) <= ROOM for line in name.removeprefix("<b>").split("<br>"))
    assert more == "x"


def test_scales_are_above_the_rows():
    made = scale("gain", range=[0, 1])
    assert (made["side"], made["title"]["text"], made["range"]) == ("top", "gain", [0, 1])
