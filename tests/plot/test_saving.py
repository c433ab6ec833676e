"""A figure as a file for a paper."""

import re
import shutil
import sys
import zlib
from xml.etree import ElementTree

import pandas as pd
import pytest

import socluster as sc
from socluster.plot.saving import PRINTED, for_paper, name_of, pixels

KITE = sc.load_dataset("kite")
CHROMIUM = any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome")))
drawing = pytest.mark.skipif(not CHROMIUM, reason="a browser draws the file, and there is none")


def change():
    return sc.plot.before_after(KITE, KITE.with_actor("Hub").with_ties("Hub", ["0", "1"], confidence=0.7))


def table():
    frame = pd.DataFrame({"gain": 0.2, "low": 0.1, "high": 0.4, "p_best": 1.0}, index=["Clinic"])
    return sc.plot.ranking(
        frame, title="Which candidate would gain the cluster most, as it is now?", caption="Source: us."
    )


def streams(pdf):
    """Yield what is in a PDF, unpacked."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            continue


@drawing
def test_a_pdf_is_as_wide_as_it_is_printed_brings_its_fonts_and_holds_text(tmp_path):
    path = sc.plot.network(KITE).save(tmp_path / "kite.pdf", width_mm=85)
    pdf = path.read_bytes()
    (box,) = re.findall(rb"/MediaBox \[([\d. ]+)\]", pdf)
    left, bottom, right, top = map(float, box.split())
    assert (right - left) / 72 * 25.4 == pytest.approx(85, abs=0.3)
    assert top > bottom
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    assert re.search(rb"/FontFile[23]?\b", pdf), "the fonts are not in it"
    assert any(b" Tj" in each or b" TJ" in each for each in streams(pdf)), "its text is drawn, not written"
    assert b"/Subtype /Image" not in pdf


@drawing
@pytest.mark.parametrize("make", [change, table])
def test_an_svg_says_its_width_in_millimetres_and_its_names_are_text(tmp_path, make):
    svg = make().save(tmp_path / "it.svg", width_mm=170, theme="dark").read_text(encoding="utf-8")
    assert re.match(r'<svg [^>]*width="170.00mm" height="[\d.]+mm"', svg)
    assert re.findall(r"<image\b", svg) == []
    assert ">Hub<" in svg or ">Clinic<" in svg
    assert "modebar" not in svg
    assert "rgb(18, 24, 31)" in svg, "it is not for a dark ground"


ODD = "Šiauliai & <Co>: kas \\1 su „kuo“ susiję, 50 %?"


@drawing
def test_a_pdf_is_called_by_the_title_of_the_picture(tmp_path):
    pdf = sc.plot.network(KITE, title=ODD, language="lt").save(tmp_path / "kite.pdf").read_bytes()
    (found,) = re.findall(rb"/Title\s*(<[0-9A-Fa-f]+>|\((?:\\.|[^\\)])*\))", pdf)
    written = bytes.fromhex(found[1:-1].decode()) if found.startswith(b"<") else found[1:-1]
    assert written.decode("utf-16" if written.startswith(b"\xfe\xff") else "latin-1") == ODD


@drawing
def test_an_svg_says_what_it_is_and_what_it_shows(tmp_path):
    figure = sc.plot.network(KITE, title=ODD, language="lt")
    page = ElementTree.fromstring(figure.save(tmp_path / "kite.svg").read_text(encoding="utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    assert (page.get("role"), page.get("lang"), page[0].tag) == ("img", "lt", f"{space}title")
    assert page.find(f"{space}title").text == ODD
    assert page.find(f"{space}desc").text == figure.layout.meta["alt"]


def test_a_picture_without_a_title_is_called_by_what_it_shows():
    assert name_of(sc.plot.network(KITE, title="")).startswith("Krackhardt kite")


def test_buttons_and_their_room_are_left_out():
    figure = change()
    printed = for_paper(figure, pixels(85), None)
    assert len(figure.layout.updatemenus) == 1
    assert not printed.layout.updatemenus
    assert printed.layout.height < figure.layout.height
    assert printed.layout.width == pixels(85)


def test_what_is_written_does_not_shrink_with_the_width():
    sizes = [12 * PRINTED * 0.75, 11 * PRINTED * 0.75]  # points: names and notes, ticks and captions
    assert min(sizes) >= 7
    narrow, wide = (for_paper(table(), pixels(mm), None) for mm in (60, 170))
    assert narrow.layout.title.text.count("<br>") > wide.layout.title.text.count("<br>") == 0


def test_a_height_is_kept():
    assert for_paper(table(), pixels(85), 300).layout.height == 300


@pytest.mark.parametrize(
    ("path", "options", "told"),
    [
        ("x.jpg", {}, r"\.pdf, \.svg or \.png"),
        ("x", {}, r"\.pdf, \.svg or \.png"),
        ("x.pdf", {"width_mm": 3}, "width_mm.*from 40 to 1000"),
        ("x.pdf", {"width_mm": "85"}, "width_mm.*from 40 to 1000"),
        ("x.pdf", {"height_mm": float("nan")}, "height_mm.*from 40 to 1000"),
        ("x.pdf", {"theme": "blue"}, "'light' or 'dark'"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(tmp_path, path, options, told):
    with pytest.raises(sc.InputError, match=told):
        table().save(tmp_path / path, **options)
    assert list(tmp_path.iterdir()) == []


def test_without_kaleido_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(sc.InputError, match=r'pip install "socluster\[images\]"'):
        table().save(tmp_path / "x.pdf")


def test_without_a_browser_it_is_said_what_to_do(tmp_path, monkeypatch):
    import kaleido
    from choreographer.errors import ChromeNotFoundError

    def missing(*_, **__):
        raise ChromeNotFoundError

    monkeypatch.setattr(kaleido, "calc_fig_sync", missing)
    with pytest.raises(sc.InputError, match="Chrome or Chromium") as told:
        table().save(tmp_path / "x.pdf")
    assert "BROWSER_PATH" in str(told.value.in_language("lt"))
    assert list(tmp_path.iterdir()) == []


def test_names_stand_where_they_stand_on_a_screen():
    figure = sc.plot.network(sc.load_dataset("knoke"))
    on_screen = [text for trace in figure.data if str(trace.meta).startswith("labels") for text in trace.text]
    printed = for_paper(figure, pixels(170), None)
    on_paper = [note for note in printed.layout.annotations if note.bgcolor]
    assert len(on_paper) == 10 >= len(on_screen) > 0
    assert all(trace.textfont.shadow is None for trace in printed.data if "text" in (trace.mode or ""))
    # beside their marks or, where they would hide heads of arrows, farther off in the middle of their place
    assert {(note.xanchor, note.yanchor) for note in on_paper} <= {
        (across, up) for across in ("left", "center", "right") for up in ("top", "middle", "bottom")
    }
