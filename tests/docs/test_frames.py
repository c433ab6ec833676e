"""Tables of pandas on the site: one row of heads, numbers to the right."""

import pandas as pd
import pytest


@pytest.fixture
def shown(docs_module):
    """Return a table of pandas as the site shows it, without blanks."""
    return lambda frame: "".join(docs_module("frames").tidy(frame.to_html(border=1)).split())


def test_names_of_the_index_stand_over_it_and_numbers_are_marked(shown):
    page = shown(pd.DataFrame({"name": ["A"], "degree": [2.5]}, index=pd.Index(["a"], name="actor")))
    assert '<thead><tr><th>actor</th><th>name</th><thclass="number">degree</th></tr></thead>' in page
    assert '<tr><th>a</th><td>A</td><tdclass="number">2.5</td></tr>' in page


def test_heads_that_say_something_stay(shown):
    columns = pd.MultiIndex.from_tuples([("x", "low"), ("x", "high")])
    frame = pd.DataFrame([[1, 2]], index=["a"], columns=columns)
    page = shown(frame)
    assert page.count("<tr>") == _plain(frame).count("<tr>")
    assert "low" in page
    assert "high" in page
    named = pd.DataFrame({"x": [1]}, index=["a"])
    assert '<thclass="number">x</th>' in shown(named)


def _plain(frame):
    return "".join(frame.to_html(border=1).split())


def test_long_names_of_columns_may_break_at_their_underscores(shown):
    page = shown(pd.DataFrame({"broken_pairs": [2]}, index=["a_b"]))
    assert "broken_<wbr>pairs" in page
    assert "a_b" in page
