"""The page of a report as HTML."""

import base64
import builtins
import hashlib
import re
from itertools import pairwise

import pytest

from socluster.core.errors import InputError
from socluster.report.blocks import Aside, Bullets, Cell, Definitions, Figure, Paragraph, Part, ShownTable
from socluster.report.content import Content
from socluster.report.document import document

EVIL = '<script>alert(1)</script>"\u202e\x00'


def page(*blocks, text="x"):
    part = Part(text, text, blocks, (text, text))
    return document(Content(text, text, text, [(text, text)], [text], [part], text, "en"))


def test_every_kind_of_block_escapes_what_it_shows():
    cell = Cell(EVIL)
    written = page(
        Paragraph(EVIL),
        Bullets([EVIL]),
        Aside(EVIL, [EVIL]),
        Definitions([(EVIL, EVIL)]),
        Figure(EVIL, ["<svg></svg>"], EVIL),
        ShownTable(EVIL, [cell], [[cell]], EVIL),
        text=EVIL,
    )
    assert "<script" not in written
    assert "\u202e" not in written
    assert "\x00" not in written
    assert "<svg></svg>" in written


def test_the_policy_names_the_style_that_is_there():
    written = page()
    (style,) = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in written


def test_headings_never_skip_a_level():
    levels = [int(level) for level in re.findall(r"<h(\d)", page(Aside("n", ["m"])))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_without_jinja_the_way_to_get_it_is_named(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "jinja2":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"socluster\[report\]"):
        page()


def test_the_title_stands_at_the_foot_of_each_printed_page_and_cannot_end_the_style():
    style = re.search(r"<style>(.*?)</style>", page(text='A"}</style>\\ ž'), re.DOTALL)[1]
    assert r'@bottom-left { content: "A\22 \7d \3c \2f style\3e \5c  ž"' in style


@pytest.mark.parametrize(("n", "stays"), [(12, True), (13, False)])
def test_a_long_table_may_go_on_on_the_next_page_and_a_short_one_stays_whole(n, stays):
    rows = [(Cell(str(place)), Cell("x")) for place in range(n)]
    table = ShownTable("Numbers", (Cell("who"), Cell("what")), rows)
    written = page(table)
    assert ('class="table keep"' in written) is stays
    printed = written.split("@media print")[1]
    assert "thead { display: table-header-group; break-after: avoid; }" in printed
    assert "figure, tr," in printed
