"""An empty figure in our look."""

from socluster.plot.figure import blank
from socluster.plot.style import template


def test_it_is_empty_and_looks_as_all_do():
    figure = blank("en")
    assert len(figure.data) == 0
    assert figure.layout.template == template("en")


def test_its_buttons_speak_the_language():
    assert '"locale": "lt"' in blank("lt").to_html(include_plotlyjs=False)
    assert '"locale"' not in blank("en").to_html(include_plotlyjs=False)
