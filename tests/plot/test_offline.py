"""What is written of a figure neither asks another computer nor leads to one."""

import copy
import pickle
import re

import pandas as pd
import pytest

import socluster as sc

ADDRESS = re.compile(r"(?:https?:)?//[a-z][\w.-]*\.[a-z]{2,}", re.IGNORECASE)


@pytest.fixture(params=["network", "table"])
def figure(request):
    if request.param == "network":
        return sc.plot.network(sc.load_dataset("knoke").layer("information"))
    return sc.plot.cumulative(
        pd.DataFrame({"gain": [1.0, 2.0], "low": [0.5, 1.0], "high": [2.0, 3.0]}, index=["a", "b"])
    )


def test_the_page_of_a_figure_names_no_other_computer_and_has_no_logo(figure, tmp_path):
    figure.write_html(tmp_path / "it.html", include_plotlyjs=False)
    for page in (figure.to_html(include_plotlyjs=False), (tmp_path / "it.html").read_text(encoding="utf-8")):
        assert ADDRESS.findall(page) == []
        assert '"displaylogo": false' in page.lower()


def test_what_the_caller_wants_goes_first(figure):
    page = figure.to_html({"displaylogo": True, "scrollZoom": True}, include_plotlyjs=False)
    assert '"displaylogo": true' in page
    assert '"scrollZoom": true' in page


def test_copies_are_of_the_same_kind(figure):
    for each in (copy.deepcopy(figure), pickle.loads(pickle.dumps(figure))):
        assert '"displaylogo": false' in each.to_html(include_plotlyjs=False).lower()


def test_shown_it_is_the_same(figure, monkeypatch):
    import plotly.io

    shown = []
    monkeypatch.setattr(plotly.io, "show", lambda *_, **options: shown.append(options))
    figure.show(renderer="browser")
    assert shown[0]["config"]["displaylogo"] is False
    assert shown[0]["renderer"] == "browser"


@pytest.fixture
def renderer(monkeypatch):
    """Choose how plotly shows figures; as it was afterwards."""
    import plotly.io

    before = plotly.io.renderers.default
    yield lambda name: setattr(plotly.io.renderers, "default", name)
    plotly.io.renderers.default = before


def test_a_notebook_shows_it_without_a_link(figure, renderer, monkeypatch):
    renderer("plotly_mimetype")
    bundle = figure._repr_mimebundle_()
    assert bundle["application/vnd.plotly.v1+json"]["config"]["displaylogo"] is False
    shown = []
    monkeypatch.setattr(type(figure), "show", lambda _: shown.append("shown"))
    figure._ipython_display_()
    assert shown == ["shown"]


def test_what_shows_html_gets_the_drawing_code_with_it(figure, renderer, capsys):
    renderer("")
    page = figure._repr_html_()
    assert '"displaylogo": false' in page.lower()
    assert re.findall(r"<script[^>]+src=[^>]*>", page) == []
    assert len(page) > 1_000_000
    figure._ipython_display_()
    assert "Figure" in capsys.readouterr().out
