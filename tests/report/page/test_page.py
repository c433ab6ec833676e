"""The self-contained page, as a file."""

import json
import os
import re
from html.parser import HTMLParser

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


@pytest.mark.parametrize(
    ("sections", "message"),
    [
        ([Section("x", [3])], "text, lists of text, tables"),
        ([Section("x", [("text", "caption")])], "text, lists of text, tables"),
        ([Section("x", level=3)], "level must be from 2 to 2"),
        ([Section("x"), Section("y", level=4)], "level must be from 2 to 3"),
        (["x"], "is not a Section"),
        ([Section("x"), Section("y", level=9)], "level must be from 2 to 3, at most one deeper"),
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


def spoken(text):
    """What a page says to those who read it, and to those who have it read to them."""
    outline = Outline(text)
    return " ".join([*outline.texts, *(attrs.get("aria-label", "") for _, attrs in outline.elements)])


def test_words_of_the_page_are_in_its_language(tmp_path, figure):
    sections = [Section(f"Part {n}", [(figure, "<i>"), (pd.DataFrame({"n": [1]}), "Numbers")]) for n in range(4)]
    english, lithuanian = (spoken(written(tmp_path, sections, "t", language)) for language in ("en", "lt"))
    for text in ("Skip to the content", "Contents", "Figure 2. <i>", "Table: Numbers", "Figures need JavaScript"):
        assert text in english, text
        assert text not in lithuanian, text
    for text in ("Pereiti prie turinio", "Turinys", "Paveikslas 2. <i>", "Lentelė: Numbers"):
        assert text in lithuanian, text
    with pytest.raises(InputError, match="'de'"):
        written(tmp_path, sections, "t", "de")


def test_without_a_caption_a_figure_has_none(tmp_path, figure):
    assert "<figcaption>" not in written(tmp_path, [Section("x", [figure])])


def test_a_figure_without_a_description_is_called_by_its_title_caption_or_heading(tmp_path, figure):
    bare = go.Figure(layout={"meta": None})
    for content, name in ((figure.update_layout(meta=None), "Bars"), ((bare, "Caption"), "Caption"), (bare, "Part")):
        drawing = next(
            attrs
            for attrs in Outline(written(tmp_path, [Section("Part", [content])])).all("div")
            if attrs.get("class") == "drawing"
        )
        assert drawing["aria-label"] == name


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        page(tmp_path / "nowhere" / "page.html", [], "t")


def test_a_page_that_others_may_not_read_stays_so(tmp_path):
    path = tmp_path / "page.html"
    for _ in range(2):
        page(path, [Section("One", ["Text."])], "A page")
        path.chmod(0o600)
    page(path, [Section("One", ["Text."])], "A page")
    assert path.stat().st_mode & 0o777 == 0o600
