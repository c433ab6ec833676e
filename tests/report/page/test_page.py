"""The self-contained page, as a file."""

import json
import os
import re
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from socluster.core.errors import InputError
from socluster.report import Section, page

EVIL = "</script><script>alert(1)</script> \"&<>' \u2028"


class Outline(HTMLParser):
    """Collect elements, attributes and visible text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.scripts = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        inside = self.elements[-1][0] if self.elements else ""
        (self.scripts if inside == "script" else self.texts).append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


@pytest.fixture
def figure():
    bars = go.Figure(go.Bar(x=[EVIL, "Šiauliai"], y=[1, 2]), layout={"title": {"text": "Bars"}, "height": 300})
    return bars.update_layout(meta={"alt": 'Two "bars"'})


def written(path, sections, title="Title", language="en"):
    return page(path / "page.html", sections, title, language).read_text(encoding="utf-8")


def test_structure(tmp_path, figure):
    sections = [
        Section("One", ["First.\n\nSecond.", ["a", "b"]]),
        Section("One and a half", [(figure, "Caption")], level=3),
        Section("Two", [pd.Series([1, 2], name="n")]),
        Section("Three"),
        Section("Four"),
    ]
    text = written(tmp_path, sections, "Šiaulių klasteris", "lt")
    outline = Outline(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="lt">')
    headings = [tag for tag, _ in outline.elements if re.fullmatch("h[1-6]", tag)]
    assert headings == ["h1", "h2", "h3", "h2", "h2", "h2"]
    assert outline.all("p")[0] == {}
    assert len(outline.all("li")) == 2 + 4
    assert outline.all("a")[0] == {"class": "skip", "href": "#content"}
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in outline.all("meta")
    assert "Pereiti prie turinio" in outline.texts
    assert "Paveikslas 1. Caption" in outline.texts
    drawing = next(attrs for attrs in outline.all("div") if attrs.get("class") == "drawing")
    assert drawing["role"] == "img"
    assert drawing["aria-label"] == 'Two "bars"'


def test_everything_is_escaped(tmp_path, figure):
    table = pd.DataFrame({EVIL: [EVIL]}, index=pd.Index([EVIL], name=EVIL))
    text = written(tmp_path, [Section(EVIL, [EVIL, [EVIL], (table, EVIL), (figure, EVIL)])], EVIL)
    outline = Outline(text)
    visible = " ".join(outline.texts)
    assert visible.count("<script>alert(1)</script>") >= 8
    assert len(outline.all("script")) == 4
    data = [script for script in outline.scripts if script.startswith('{"data"')]
    assert len(data) == 1
    assert json.loads(data[0])["data"][0]["x"][0] == EVIL
    assert "<" not in data[0]


def test_control_characters_are_left_out(tmp_path):
    assert "<p>ab</p>" in written(tmp_path, [Section("x", ["a\x00\ud800b"])])


def test_no_address_outside_and_plotly_only_once(tmp_path, figure):
    text = written(tmp_path, [Section("x", [figure, figure])])
    outline = Outline(text)
    addresses = [value for _, attrs in outline.elements for key, value in attrs.items() if key in ("src", "href")]
    assert addresses
    assert all(address.startswith(("#", "data:")) for address in addresses)
    assert text.count("plotly.js v") == 1
    policy = next(attrs["content"] for attrs in outline.all("meta") if attrs.get("http-equiv"))
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy


def test_a_page_without_figures_is_small_and_runs_nothing(tmp_path):
    text = written(tmp_path, [Section("x", ["y"])])
    assert len(text) < 10_000
    assert "<script" not in text
    assert "script-src 'none'" in text


def test_numbers_of_tables_are_trimmed(tmp_path):
    table = pd.DataFrame(
        {
            "share": [0.123456789, np.nan, 0.00000001],
            "count": pd.array([1200, None, 3], dtype="Int64"),
            "flag": [True, False, True],
            "text": ["a", None, "<b>"],
        },
        index=pd.Index(["A", "B", "C"], name="actor"),
    )
    text = written(tmp_path, [Section("x", [table])], language="lt")
    rows = re.findall("<tr>(.*?)</tr>", text)
    cells = [re.findall(">([^<>]*)</t[hd]>", row) for row in rows]
    assert cells == [
        ["actor", "share", "count", "flag", "text"],
        ["A", "0,1235", "1\u00a0200", "taip", "a"],
        ["B", "–", "–", "ne", "–"],
        ["C", "&lt;0,0001", "3", "taip", "&lt;b&gt;"],
    ]
    assert '<th scope="row">A</th><td class="number">' in rows[1]


def test_tables_with_levels(tmp_path):
    index = pd.MultiIndex.from_tuples([("hub", "density"), ("hub", "reach")], names=["scenario", "measure"])
    table = pd.DataFrame([[1, 2], [3, 4]], index=index, columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")]))
    text = written(tmp_path, [Section("x", [table, table.reset_index(drop=True)])])
    assert "a / b" in text
    assert text.count('scope="row"') == 4


@pytest.mark.parametrize(
    ("sections", "message"),
    [
        ([Section("x", [3])], "text, lists of text, tables"),
        ([Section("x", [("text", "caption")])], "text, lists of text, tables"),
        ([Section("x", level=3)], "level must be from 2 to 2"),
        ([Section("x"), Section("y", level=4)], "level must be from 2 to 3"),
        (["x"], "is no Section"),
    ],
)
def test_bad_sections_are_named(tmp_path, sections, message):
    with pytest.raises(InputError, match=message):
        page(tmp_path / "page.html", sections, "t")
    assert os.listdir(tmp_path) == []


def test_writing_is_all_or_nothing(tmp_path, monkeypatch):
    target = tmp_path / "page.html"
    target.write_text("old", encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(InputError, match="No space left"):
        page(target, [], "t")
    assert target.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["page.html"]
    monkeypatch.undo()
    page(target, [], "t")
    assert "<h1>t</h1>" in target.read_text(encoding="utf-8")


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        page(tmp_path / "nowhere" / "page.html", [], "t")
