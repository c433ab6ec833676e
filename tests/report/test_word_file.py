"""The report as a document."""

import builtins
import importlib.util
import io

import docx
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, LossWarning
from socluster.plot.svg.bars import bars
from socluster.report import word_file as module
from socluster.report.blocks import Aside, Bullets, Cell, Definitions, Figure, Paragraph, Part, ShownTable
from socluster.report.content import Content, content_of
from socluster.report.word_file import word_file

# Where resvg is not installed, as here it need not be.
pytestmark = pytest.mark.filterwarnings("ignore:the document holds no pictures")

EVIL = "</w:t><script>\u202e\x00\x0b\ud800&"


def content(*blocks, text="x", language="en"):
    part = Part(text, text, blocks, (text, text))
    return Content(text, text, text, [(text, text)], [text], [part], text, language)


def opened(given):
    return docx.Document(io.BytesIO(word_file(given)))


def texts(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


@pytest.mark.parametrize("language", ["en", "lt"])
def test_sections_tables_and_sentences_are_those_of_the_page(facts, language):
    given = content_of(facts(sc.load_dataset("siauliai"), language=language))
    document = opened(given)
    said = texts(document)
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings[1:] == [f"{place} {part.heading}" for place, part in enumerate(given.parts, start=1)]
    for part in given.parts:
        assert part.finding in said
        for block in part.blocks:
            if isinstance(block, ShownTable):
                assert block.caption in said
                assert all(cell.text in said for row in block.rows for cell in row)
            elif isinstance(block, Bullets):
                assert set(block.items) <= set(said)
    assert all(sentence in said for sentence in given.carries)


def test_every_kind_of_block_is_written_and_no_text_is_markup():
    cell = Cell(EVIL)
    blocks = [Paragraph(EVIL), Bullets([EVIL]), Aside(EVIL, [EVIL]), Definitions([(EVIL, EVIL)])]
    blocks += [Figure(EVIL, [bars([(EVIL, 1, EVIL)], EVIL)], EVIL), ShownTable(EVIL, [cell], [[cell]], EVIL)]
    said = texts(opened(content(*blocks, text=EVIL)))
    assert said.count("</w:t><script>&") > 12
    assert not any("\u202e" in each for each in said)


@pytest.mark.skipif(importlib.util.find_spec("resvg_py") is None, reason="the extra report is not installed")
def test_pictures_have_words_for_those_who_do_not_see_them_and_fit_the_page():
    document = opened(content(Figure("head", [bars([("A", 2, "2")], "By kind")] * 2)))
    assert len(document.inline_shapes) == 2
    for shape in document.inline_shapes:
        assert "By kind" in shape._inline.docPr.get("descr")
        assert 60 < shape.width.mm < 88


def test_where_a_picture_cannot_be_drawn_its_words_stand_with_the_way_to_have_it(monkeypatch):
    monkeypatch.setattr(module, "png", lambda picture: None)
    with pytest.warns(LossWarning, match="holds no pictures"):
        said = texts(opened(content(Figure("head", [bars([("A", 2, "2")], "By <kind>")], "below"))))
    assert any("By <kind>" in each for each in said)
    assert any("install the extra report" in each for each in said)
    assert "below" in said


def test_heads_of_tables_stand_again_on_each_page_and_numbers_at_the_right():
    table = ShownTable("c", [Cell("n"), Cell("v", True)], [[Cell("A"), Cell("1", True)]])
    written = opened(content(table)).tables[-1]
    assert "w:tblHeader" in written.rows[0]._tr.xml
    assert "w:tblHeader" not in written.rows[1]._tr.xml
    assert written.rows[1].cells[1].paragraphs[0].alignment == 2


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("lt", "lt-LT")])
def test_spelling_is_checked_in_the_language_of_the_report(language, tag):
    document = opened(content(language=language))
    assert document.core_properties.language == tag
    assert f'w:lang w:val="{tag}"' in document.styles.element.xml
    assert round(document.sections[0].page_width.mm) == 210


def test_a_cluster_of_next_to_nothing_has_a_document(facts):
    assert texts(opened(content_of(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": []}))))))


def test_without_python_docx_the_way_to_get_it_is_named(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "docx":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"socluster\[report\]"):
        word_file(content())
