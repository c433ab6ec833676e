"""The pieces of a page as HTML."""

import base64
import hashlib
import json
import re

import numpy as np
import pandas as pd
import pytest

from socluster.report.page.parts import data_script, hash_of, list_html, paragraph_html, table_html, text_html


def cells_of(html):
    rows = re.findall("<tr>(.*?)</tr>", html)
    return [re.findall(">([^<>]*)</t[hd]>", row) for row in rows]


def test_text_is_shown_letter_by_letter():
    assert text_html("<b>\"x\" & 'y'</b>") == "&lt;b&gt;&quot;x&quot; &amp; &#x27;y&#x27;&lt;/b&gt;"
    assert text_html(3) == "3"
    assert text_html("a\x00\x0b\ud800\uffffb") == "ab"  # what HTML cannot have
    assert text_html("a\n\tb") == "a\n\tb"


def test_an_empty_line_starts_a_paragraph():
    assert paragraph_html("one\n two\n \n\n<three>\n") == "<p>one\n two</p>\n<p>&lt;three&gt;</p>"
    assert paragraph_html(" \n ") == ""


def test_a_list_has_bullets():
    assert list_html(["a", "<b>"]) == "<ul>\n<li>a</li>\n<li>&lt;b&gt;</li>\n</ul>"


def test_numbers_of_a_column_have_as_many_decimals_as_it_needs():
    table = pd.DataFrame(
        {
            "share": [0.123456789, np.nan, 0.00000001],
            "count": pd.array([1200, None, 3], dtype="Int64"),
            "flag": [True, False, True],
            "text": ["a", None, "<b>"],
        },
        index=pd.Index(["A", "B", "C"], name="actor"),
    )
    assert cells_of(table_html(table, None, "x", "lt")) == [
        ["veikėjas", "dalis", "count", "flag", "text"],
        ["A", "0,1235", "1\u00a0200", "taip", "a"],
        ["B", "–", "–", "ne", "–"],
        ["C", "&lt;0,0001", "3", "taip", "&lt;b&gt;"],
    ]
    assert cells_of(table_html(table, None, "x", "en"))[1:3] == [
        ["A", "0.1235", "1\u00a0200", "yes", "a"],
        ["B", "–", "–", "no", "–"],
    ]


def test_numbers_among_texts_are_written_too():
    table = pd.DataFrame({"mixed": ["a", 0.5, True, None, [1, 2], 7]})
    assert [row[0] for row in cells_of(table_html(table, None, "x", "lt"))[1:]] == [
        "a",
        "0,5",
        "taip",
        "–",
        "[1, 2]",
        "7",
    ]


def test_numbers_stand_to_the_right_and_the_index_heads_its_row():
    html = table_html(pd.DataFrame({"n": [1], "flag": [True]}, index=pd.Index(["A"], name="actor")), None, "x", "en")
    assert '<th scope="row">A</th><td class="number">1</td><td>yes</td>' in html
    assert '<th scope="col" class="number">n</th><th scope="col">flag</th>' in html


def test_a_mere_count_of_the_rows_is_left_out_but_a_named_one_is_not():
    table = pd.DataFrame({"n": [5]})
    assert cells_of(table_html(table, None, "x", "en")) == [["n"], ["5"]]
    assert cells_of(table_html(table.rename_axis("row"), None, "x", "en")) == [["row", "n"], ["0", "5"]]


def test_levels_of_index_and_columns():
    index = pd.MultiIndex.from_tuples([("hub", "density"), ("hub", "reach")], names=["scenario", None])
    table = pd.DataFrame([[1, 2], [3, 4]], index=index, columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")]))
    assert cells_of(table_html(table, None, "x", "en"))[:2] == [
        ["scenario", "", "a / b", "a / c"],
        ["hub", "density", "1", "2"],
    ]


@pytest.mark.parametrize(("language", "word"), [("en", "Table"), ("lt", "Lentelė")])
def test_a_table_is_named_for_those_who_do_not_see_it(language, word):
    table = pd.DataFrame({"n": [1]})
    with_caption = table_html(table, 'The "best" <b>', "Results", language)
    assert f'aria-label="{word}: The &quot;best&quot; &lt;b&gt;"' in with_caption
    assert "<figcaption>The &quot;best&quot; &lt;b&gt;</figcaption>" in with_caption
    assert f'aria-label="{word}: Results"' in table_html(table, None, "Results", language)
    assert "figcaption" not in table_html(table, None, "Results", language)


def test_an_empty_table_has_its_head():
    assert cells_of(table_html(pd.DataFrame({"a": [], "b": []}), None, "x", "en")) == [["a", "b"]]


def test_nothing_in_the_data_can_close_their_element():
    evil = {"x": "</script><!-- \u2028 & \u2029"}
    written = data_script("figure-1", evil)
    opening, _, rest = written.partition(">")
    assert opening == '<script type="application/json" id="figure-1"'
    inside = rest.removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside) == evil
    assert data_script("a", '{"b": 1}') == '<script type="application/json" id="a">{"b": 1}</script>'


def test_a_script_may_run_by_the_hash_of_its_text():
    expected = base64.b64encode(hashlib.sha256("let ė = 1;".encode()).digest()).decode()
    assert hash_of("let ė = 1;") == f"'sha256-{expected}'"
