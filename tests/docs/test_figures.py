"""Figures of notebooks stand on the page with a description, and cannot break out of their script."""

import json
import re

import socluster as sc


def test_a_figure_is_described_and_loads_nothing(docs_module):
    figure = sc.plot.network(sc.load_dataset("kite"))
    text = docs_module("plotly_figures").figure_html(json.loads(figure.to_json()))
    assert f'aria-label="{figure.layout.meta["alt"]}"' in text
    assert 'role="figure"' in text
    assert "https://" not in text
    assert '"showSendToCloud": false' in text


def test_text_in_a_figure_stays_text(docs_module):
    evil = '</script><script>alert(1)</script>"'
    text = docs_module("plotly_figures").figure_html({"data": [], "layout": {"title": {"text": evil}}})
    assert len(re.findall("</script>", text)) == 1
    assert "<script>alert" not in text
