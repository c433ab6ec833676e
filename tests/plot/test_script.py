"""The text of plotly's drawing code."""

from socluster.plot.script import plotly_script


def test_the_code_is_there_whole_and_cannot_close_the_element_that_holds_it():
    code = plotly_script()
    assert "plotly.js v" in code
    assert "newPlot" in code
    assert len(code) > 1_000_000
    assert "</script" not in code
