"""A report as a document that people edit and comment on: the same sections, tables and pictures as the page."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING, Any

from socluster.core.errors import InputError, LossWarning
from socluster.core.version import VERSION
from socluster.core.warn import warn
from socluster.plot.svg.png import png
from socluster.report.blocks import Aside, Bullets, Cell, Definitions, Figure, Paragraph, Part, Shown, ShownTable
from socluster.report.content import Content
from socluster.words import Language, marked, say
from socluster.words.plain import on_page

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["word_file"]

_A4 = (210, 297)  # mm
_MARGINS = (18, 16)  # mm, above and below, and at the sides
_TEXT_WIDTH, _MOST_HEIGHT = 176.0, 225.0  # mm
_MM_PER_UNIT = _TEXT_WIDTH / 760  # pictures over the whole width are 760 units wide
_WITHOUT_PICTURES = marked(
    "The picture is on the HTML page; to have it here as well, install the extra report and a font."
)
_TAGS = {"en": "en-GB", "lt": "lt-LT"}


def word_file(content: Content) -> bytes:
    """Return the document, for A4.

    Raises
    ------
    InputError
        If python-docx is not installed (extra `report`).

    Warns
    -----
    LossWarning
        If pictures cannot be drawn.
    """
    try:
        import docx
    except ImportError as error:
        raise InputError(
            "a document needs python-docx, which is not installed; install it with: pip install 'socluster[report]'"
        ) from error
    document = docx.Document()
    writer = _Writer(document, content.language)
    writer.write(content)
    if writer.undrawn:
        warn(
            "the document holds no pictures, only what they say: nothing on this computer can draw them; install resvg "
            "(pip install 'socluster[report]') and a font",
            LossWarning,
        )
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


class _Writer:
    """Puts a report into a document, block after block."""

    def __init__(self, document: Document, language: Language) -> None:
        self.document = document
        self.language: Language = language
        self.undrawn = 0  # pictures that could not be drawn

    def write(self, content: Content) -> None:
        """Write the whole report."""
        self._set_up(content)
        self._text(content.kicker, "Subtitle")
        self._text(content.title, "Title")
        self._text(content.lead)
        self._rows([(Cell(name), Cell(value)) for name, value in content.meta])
        if content.short:
            self._heading(say("In short", self.language), 1)
            for big, sentence, more in content.short:
                self._term(big, sentence)
                for each in more:
                    self._text(each, "List Bullet")
        self._heading(say("How far this carries", self.language), 2)
        for sentence in content.carries:
            self._text(sentence)
        for place, part in enumerate(content.parts, start=1):
            self._part(place, part)
        self._text(say("Made with socluster {version}.", self.language, version=VERSION))

    def _set_up(self, content: Content) -> None:
        """Set paper, language and properties."""
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        (section,) = self.document.sections
        section.page_width, section.page_height = (Mm(each) for each in _A4)
        section.top_margin = section.bottom_margin = Mm(_MARGINS[0])
        section.left_margin = section.right_margin = Mm(_MARGINS[1])
        section.footer.paragraphs[0].text = on_page(content.title)[:200]
        for language in self.document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), _TAGS[self.language])
        self.document.styles["Normal"].font.size = Pt(10.5)
        properties = self.document.core_properties
        properties.title, properties.author = on_page(content.title)[:255], "socluster"
        properties.language, properties.comments = _TAGS[self.language], ""

    def _part(self, place: int, part: Part) -> None:
        self._heading(f"{place} {part.heading}", 1)
        self._text(part.finding, "Intense Quote")
        for block in part.blocks:
            self._block(block)

    def _block(self, block: Shown) -> None:
        match block:
            case Paragraph(text=text):
                self._text(text)
            case Bullets(items=items):
                for item in items:
                    self._text(item, "List Bullet")
            case Aside(heading=heading, items=items):
                self._heading(heading, 2)
                for item in items:
                    self._text(item)
            case Definitions(items=pairs):
                for term, meaning in pairs:
                    self._term(term, meaning)
            case Figure():
                self._figure(block)
            case ShownTable():
                self._table(block)

    def _text(self, text: str, style: str | None = None) -> Any:
        return self.document.add_paragraph(on_page(text), style)

    def _heading(self, text: str, level: int) -> None:
        self.document.add_heading(on_page(text), level)

    def _term(self, term: str, meaning: str) -> None:
        """Write a word in bold and what there is to say of it."""
        paragraph = self.document.add_paragraph()
        paragraph.add_run(on_page(term)).bold = True
        paragraph.add_run(f"  {on_page(meaning)}")

    def _caption(self, text: str) -> None:
        self._text(text, "Caption").paragraph_format.keep_with_next = True

    def _table(self, table: ShownTable) -> None:
        self._caption(table.caption)
        self._rows(table.rows, table.heads)
        self._text(table.note)

    def _rows(self, rows: Sequence[Sequence[Cell]], heads: Sequence[Cell] = ()) -> None:
        """Write the cells of a table, whose heads stand again on every page that it reaches."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        lines = [*([heads] if heads else []), *rows]
        if not lines:
            return
        table = self.document.add_table(rows=len(lines), cols=len(lines[0]), style="Light List")
        if not heads:
            table.style = self.document.styles["Table Grid"]
        for row, line in zip(table.rows, lines, strict=True):
            _mark_row(row, is_head=line is heads)
            for cell, shown in zip(row.cells, line, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.add_run(on_page(shown.text)).bold = line is heads
                paragraph.paragraph_format.space_after = 0
                if shown.is_number:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _figure(self, figure: Figure) -> None:
        """Write pictures; where they cannot be drawn, what they say, and how to have them."""
        self._caption(figure.heading)
        drawn = [(png(picture), picture) for picture in figure.pictures]
        if all(pixels is not None for pixels, _ in drawn):
            paragraph = self.document.add_paragraph()
            for pixels, picture in drawn:
                _add_picture(paragraph.add_run(), pixels, picture)
        else:
            self.undrawn += len(figure.pictures)
            for picture in figure.pictures:
                self._text(_said(picture))
            self._text(say(_WITHOUT_PICTURES, self.language))
        if figure.caption:
            self._text(figure.caption)


def _mark_row(row: Any, *, is_head: bool) -> None:
    """Keep a row on one page; repeat the heads."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def _add_picture(run: Any, pixels: bytes | None, picture: str) -> None:
    """Put a picture into a run, as wide as in the page, with the words for those who do not see it."""
    from docx.shared import Mm

    width, height = _size(picture)
    shrunk = min(1.0, _TEXT_WIDTH / (width * _MM_PER_UNIT), _MOST_HEIGHT / (height * _MM_PER_UNIT))
    shape = run.add_picture(io.BytesIO(pixels or b""), width=Mm(width * _MM_PER_UNIT * shrunk))
    shape._inline.docPr.set("descr", on_page(_said(picture)))


def _size(picture: str) -> tuple[float, float]:
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', picture)
    return (float(found[1]), float(found[2])) if found else (760.0, 400.0)


def _said(picture: str) -> str:
    """Return what a picture says in words."""
    found = re.search(r'aria-label="([^"]*)"', picture)
    return unescape(found[1]) if found else ""
