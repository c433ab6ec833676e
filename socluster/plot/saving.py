"""A figure as a file for a paper: PDF, SVG or PNG, as wide as it will be printed, with text that stays text."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path
from typing import Any

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.whole import whole
from socluster.plot.beside import beside
from socluster.plot.caption import head_height, refit
from socluster.plot.cropping import cropped
from socluster.plot.dark import DARK_PAPER, is_dark
from socluster.plot.style import PAPER, rgba
from socluster.words import marked

__all__ = ["PRINTED", "name_of", "pixels", "save_picture"]

_KINDS = ("pdf", "svg", "png")
_MM_PER_INCH, _CSS_DPI, _PNG_DPI = 25.4, 96, 300
# On paper everything is a little smaller than on a screen, so that names of 12 pixels have 8 points.
PRINTED = 8 / 9
_NARROWEST, _WIDEST = 40.0, 1000.0  # mm
_OF_LETTERS = ("size", "color", "weight", "style", "family")
_PAGE_MM = 240  # of a page of A4 without its margins


def pixels(mm: float) -> float:
    """Return how many pixels of a drawing fill a length on paper.

    Examples
    --------
    >>> round(pixels(85), 1)
    361.4
    """
    return mm / _MM_PER_INCH * _CSS_DPI / PRINTED


def save_picture(
    figure: Any, path: str | os.PathLike[str], width_mm: float, height_mm: float | None, theme: str
) -> Path:
    """Write a figure as PDF, SVG or PNG; see `OfflineFigure.save`."""
    kind = Path(path).suffix.lower().removeprefix(".")
    if kind not in _KINDS:
        message = marked("a picture is saved as .pdf, .svg or .png")
        raise InputError(
            Problem(message, is_argument=True, column="path", value=str(path), nearest=nearest(kind, _KINDS))
        )
    for name, length in (("width_mm", width_mm), ("height_mm", height_mm)):
        if length is not None and not (is_number(length) and _NARROWEST <= length <= _WIDEST):
            message = marked("must be from 40 to 1000 millimetres")
            raise InputError(Problem(message, is_argument=True, column=name, value=length))
    if theme not in ("light", "dark"):
        raise InputError(Problem("must be 'light' or 'dark'", is_argument=True, column="theme", value=theme))
    width, height = pixels(width_mm), None if height_mm is None else pixels(height_mm)
    printed = for_paper(figure, width, height)
    if theme == "dark":
        printed = printed.dark()
    drawn = _drawn(printed, kind, width)
    with whole(path) as scratch:
        scratch.write_bytes(_told(_in_mm(drawn), printed) if kind == "svg" else drawn)
    return Path(path)


def name_of(figure: Any) -> str:
    """Return the title of a figure in one line of plain text; of one without a title, how its description begins."""
    text = re.sub(r"<[^>]*>", "", re.sub(r"\s*<br>", " ", str(figure.layout.title.text or ""))).strip()
    return html.unescape(text) or _description(figure).partition(". ")[0]


def _description(figure: Any) -> str:
    meta = figure.layout.meta
    return str(meta.get("alt", "")) if isinstance(meta, dict) else ""


def for_paper(figure: Any, width: float, height: float | None) -> Any:
    """Return the figure drawn anew for a width and a height in pixels, without buttons, its names placed for them."""
    printed = figure.drawn_anew(width, height)
    if printed.layout.updatemenus:
        above = printed.layout.margin.t - head_height(printed.layout.title.to_plotly_json())
        printed.update_layout(height=printed.layout.height - above, margin={"t": printed.layout.margin.t - above})
        printed.layout.updatemenus = ()
    printed.update_layout(width=width)
    refit(printed, width)
    cropped(printed, pixels(_PAGE_MM) if height is None else height, getattr(figure, "_language", "en"))
    _write_names_as_notes(printed)
    if height is not None:
        printed.update_layout(height=height)
    return printed


def _write_names_as_notes(figure: Any) -> None:
    """Put names on a pale ground of their own: a shadow, which they have on a screen, would be an image in a PDF."""
    traces, notes = [], []
    ground = DARK_PAPER if is_dark(figure) else PAPER
    for trace in figure.data:
        if not str(trace.meta or "").startswith("labels"):
            traces.append(trace)
            continue
        if trace.visible not in (None, True):
            continue
        font, n = trace.textfont, len(trace.x)
        sides, reaches, looks = (
            _for_each(trace.textposition, n),
            _for_each(trace.marker.size, n),
            {key: _for_each(font[key], n) for key in _OF_LETTERS},
        )
        for place, text in enumerate(_for_each(trace.text, n)):
            reach = float(reaches[place] or 0) / 2 + 2
            notes.append(
                {
                    "x": trace.x[place],
                    "y": trace.y[place],
                    "xref": trace.xaxis or "x",
                    "yref": trace.yaxis or "y",
                    "text": text,
                    "font": {key: each[place] for key, each in looks.items()},
                    "bgcolor": rgba(ground, 0.7),
                    **beside(sides[place], reach),
                }
            )
    figure.data = traces
    for note in notes:
        figure.add_annotation(showarrow=False, borderpad=0, **note)


def _for_each(value: Any, n: int) -> list[Any]:
    return [value] * n if value is None or isinstance(value, str | int | float) else list(value)


def _drawn(figure: Any, kind: str, width: float) -> bytes:
    """Let a browser draw the figure; what is missing for that is said in words."""
    try:
        import kaleido
        from choreographer.errors import BrowserFailedError, ChromeNotFoundError
    except ImportError as error:
        message = marked('saving a picture needs kaleido, which is not installed: pip install "socluster[images]"')
        raise InputError(message) from error
    scale = PRINTED * (_PNG_DPI / _CSS_DPI if kind == "png" else 1)
    options = {"format": kind, "width": width, "height": float(figure.layout.height), "scale": scale}
    try:
        # mathjax would be fetched from another computer
        page = kaleido.PageGenerator(mathjax=False)
        # the title of the page becomes that of the PDF
        page.header = re.sub(r"(?<=<title>).*?(?=</title>)", lambda _: html.escape(name_of(figure)), page.header)
        page.header = page.header.replace("<head>", '<head><meta charset="utf-8">')
        drawn: bytes = kaleido.calc_fig_sync(figure.to_plotly_json(), opts=options, kopts={"page_generator": page})
    except (ChromeNotFoundError, BrowserFailedError) as error:
        message = marked(
            "saving a picture needs a browser, and no Chrome or Chromium was found: install one, say where it is in "
            "the environment variable BROWSER_PATH, or write a page instead: figure.write_html(...)"
        )
        raise InputError(message) from error
    return drawn


def _told(svg: bytes, figure: Any) -> bytes:
    """Return an SVG with its title and its description in words, for readers who do not see it."""
    head, mark, rest = svg.decode().partition(">")
    language = getattr(figure, "_language", "en")
    head = f'{head} role="img" lang="{language}"'
    title, told = html.escape(name_of(figure), quote=False), html.escape(_description(figure), quote=False)
    return f"{head}{mark}<title>{title}</title><desc>{told}</desc>{rest}".encode()


def _in_mm(svg: bytes) -> bytes:
    """Return an SVG that says its size in millimetres; its own units are pixels."""

    def in_mm(seen: re.Match[str]) -> str:
        return f'{seen[1]}="{float(seen[2]) / _CSS_DPI * _MM_PER_INCH:.2f}mm"'

    head, mark, rest = svg.decode().partition(">")
    return (re.sub(r'\b(width|height)="([\d.]+)"', in_mm, head) + mark + rest).encode()
