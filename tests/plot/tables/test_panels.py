from socluster.plot.caption import title
from socluster.plot.figure import blank
from socluster.plot.tables.panels import axis_of, stack_panels


def test_panels_stand_below_each_other_and_do_not_overlap():
    figure = blank("en")
    figure.update_layout(title=title("", ["note"], "en"))
    stack_panels(figure, ["first", "<b>second</b>"], ["draw", ""])
    upper, lower = figure.layout.yaxis.domain, figure.layout.yaxis2.domain
    assert 1 > upper[1] > upper[0] > lower[1] > lower[0] >= 0
    assert figure.layout.annotations[1].text == "<b>&lt;b&gt;second&lt;/b&gt;</b>"
    assert [axis_of(panel) for panel in range(3)] == ["", "2", "3"]


def test_more_panels_take_more_room():
    heights = []
    for number in (0, 1, 5):
        figure = blank("lt")
        figure.update_layout(title=title("", [], "lt"))
        stack_panels(figure, ["x"] * number, [""] * number)
        heights.append(figure.layout.height)
    assert heights == sorted(set(heights))
