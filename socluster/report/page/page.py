"""One self-contained HTML page: it needs no other file, makes no request, and can be sent by e-mail."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.paths import path_of
from socluster.core.whole import write_text
from socluster.plot.script import plotly_script
from socluster.plot.style import config
from socluster.report.page.parts import data_script, hash_of, list_html, paragraph_html, table_html, text_html
from socluster.report.page.style import CSS
from socluster.words import Language, marked, say

__all__ = ["Section", "page"]

_CONTENTS_FROM = 4  # sections
_DRAWN_AS_SVG = frozenset({"bar", "box", "heatmap", "histogram", "pie", "sankey", "scatter", "table", "violin"})

# On a phone, names that would lie on each other are left out (see `label_traces`); paper gets the width of paper.
_DRAW = """
"use strict";
(function () {
  const config = JSON.parse(document.getElementById("config").textContent);
  const drawings = Array.from(document.querySelectorAll(".drawing"));
  const wanted = function (trace) { return trace.meta !== "labels for wide screens" || window.innerWidth > 640; };
  drawings.forEach(function (drawing) {
    const figure = JSON.parse(document.getElementById(drawing.dataset.figure).textContent);
    Plotly.newPlot(drawing, figure.data.filter(wanted), figure.layout, config);
  });
  const resize = function () { drawings.forEach(function (drawing) { Plotly.Plots.resize(drawing); }); };
  window.addEventListener("beforeprint", resize);
  window.addEventListener("afterprint", resize);
})();
"""


@dataclass(frozen=True)
class Section:
    """A part of a page.

    Parameters
    ----------
    heading : str
        Plain text.
    content : sequence
        In the order of reading: text (paragraphs, plain text), a list of texts (bullets), a DataFrame or Series (a
        table), a plotly figure; or a pair of a table or figure and its caption.
    level : int, default 2
        Level of the heading; at most one deeper than that of the section before.
    """

    heading: str
    content: Sequence[Any] = ()
    level: int = 2


@checked
def page(path: str | os.PathLike[str], sections: Iterable[Section], title: str, language: str = "en") -> Path:
    """Write a page of text, tables and figures that works from disk and without the internet.

    Parameters
    ----------
    path : str or Path
        The file to write. It is replaced in one step, or not at all.
    sections : iterable of Section
        The content of the page. All texts are plain text: tags in them are shown, not obeyed.
    title : str
        Title of the page.
    language : {"en", "lt"}, default "en"
        Language of the page, for its readers, for screen readers and for the numbers.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    InputError
        If a section contains something that a page cannot show, a level of headings is skipped, or the file cannot be
        written.

    Notes
    -----
    The drawing code of plotly is in the page once (about 5 MB), if there is a figure. A content security policy
    lets the browser run this code only and forbids every request.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> table = pd.DataFrame({"degree": [2, 1]}, index=pd.Index(["School", "Clinic"], name="actor"))
    >>> written = page(folder / "town.html", [Section("Who is central?", ["The school.", table])], "A small town")
    >>> written.name, "<h2" in written.read_text(encoding="utf-8")
    ('town.html', True)
    """
    spoken = check_language(language)
    parts = _checked(list(sections))
    figures: list[Any] = []
    body = "\n".join(_section_html(place, part, figures, spoken) for place, part in enumerate(parts, start=1))
    target = path_of(path)
    write_text(target, _document(title, parts, body, figures, spoken))
    return target


def _checked(sections: list[Any]) -> list[Section]:
    problems = []
    before = 1
    for place, section in enumerate(sections, start=1):
        if not isinstance(section, Section):
            problems.append(Problem("is not a Section(heading, content)", row=place, value=type(section).__name__))
            continue
        deepest = min(before + 1, 6)
        if not (isinstance(section.level, int) and 2 <= section.level <= deepest):
            message = marked("the level must be from 2 to {deepest}, at most one deeper than the section before")
            values = {"deepest": deepest}
            problems.append(Problem(message, row=place, column="level", value=section.level, values=values))
        before = max(section.level, 1) if isinstance(section.level, int) else before
        for block in section.content:
            inner = block[0] if _is_captioned(block) else block
            if not _is_showable(inner, captioned=inner is not block):
                message = marked("a page shows text, lists of text, tables and plotly figures")
                problems.append(Problem(message, row=place, column=section.heading, value=type(inner).__name__))
    if problems:
        raise InputError(problems)
    return sections


def _is_captioned(block: Any) -> bool:
    return isinstance(block, tuple) and len(block) == 2 and isinstance(block[1], str)


def _is_showable(block: Any, captioned: bool) -> bool:
    if isinstance(block, pd.DataFrame | pd.Series) or _is_figure(block):
        return True
    texts = isinstance(block, str) or (isinstance(block, list) and all(isinstance(item, str) for item in block))
    return texts and not captioned


def _is_figure(block: Any) -> bool:
    return hasattr(block, "to_plotly_json") and hasattr(block, "layout")


def _section_html(place: int, section: Section, figures: list[Any], language: Language) -> str:
    pieces = [f'<h{section.level} id="section-{place}">{text_html(section.heading)}</h{section.level}>']
    for block in section.content:
        inner, caption = block if _is_captioned(block) else (block, None)
        if isinstance(inner, str):
            pieces.append(paragraph_html(inner))
        elif isinstance(inner, list):
            pieces.append(list_html(inner))
        elif isinstance(inner, pd.DataFrame | pd.Series):
            frame = inner.to_frame() if isinstance(inner, pd.Series) else inner
            pieces.append(table_html(frame, caption, section.heading, language))
        else:
            figures.append(inner)
            pieces.append(_figure_html(inner, caption, len(figures), section.heading, language))
    return "\n".join(pieces)


def _figure_html(figure: Any, caption: str | None, place: int, heading: str, language: Language) -> str:
    """The room for a drawing, with its description for those who do not see it."""
    meta = figure.layout.meta
    described = meta.get("alt") if isinstance(meta, dict) else None
    alt = text_html(described or figure.layout.title.text or caption or heading)
    below = ""
    if caption:
        numbered = say("Figure {place}. {caption}", language, place=place, caption=caption)
        below = f"\n<figcaption>{text_html(numbered)}</figcaption>"
    height = int(figure.layout.height or 450)
    return (
        f'<figure class="drawn">\n<div class="drawing" id="drawing-{place}" data-figure="figure-{place}" role="img" '
        f'aria-label="{alt}" style="height: {height}px"></div>{below}\n</figure>'
    )


def _document(title: str, sections: list[Section], body: str, figures: list[Any], language: Language) -> str:
    scripts = list(_scripts(figures, language))
    running = " ".join(hash_of(script) for script in scripts) or "'none'"
    # the graphics-card drawing of large clusters compiles its own code
    compiling = (
        "" if _DRAWN_AS_SVG.issuperset(trace.type for each in figures for trace in each.data) else " 'unsafe-eval'"
    )
    policy = (
        f"default-src 'none'; script-src {running}{compiling}; style-src 'unsafe-inline'; img-src data: blob:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
    data = [data_script(f"figure-{place}", figure.to_json()) for place, figure in enumerate(figures, start=1)]
    if figures:
        data.append(data_script("config", config(language)))
    without = say("Figures need JavaScript, which is switched off here; captions and tables say the same.", language)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<link rel="icon" href="data:,">',
        f"<title>{text_html(title)}</title>",
        f"<style>{CSS}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#content">{say("Skip to the content", language)}</a>',
        f"<header><h1>{text_html(title)}</h1></header>",
        _contents(sections, language),
        f'<main id="content" tabindex="-1">\n{body}\n</main>',
        f"<noscript><p>{without}</p></noscript>" if figures else "",
        *data,
        *(f"<script>{script}</script>" for script in scripts),
        "</body>",
        "</html>",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _scripts(figures: list[Any], language: Language) -> Iterator[str]:
    if figures:
        yield plotly_script()
        yield _DRAW


def _contents(sections: list[Section], language: Language) -> str:
    entries = [(place, part.heading) for place, part in enumerate(sections, start=1) if part.level == 2]
    if len(entries) < _CONTENTS_FROM:
        return ""
    items = "\n".join(f'<li><a href="#section-{place}">{text_html(heading)}</a></li>' for place, heading in entries)
    name = say("Contents", language)
    return f'<nav aria-label="{name}">\n<p><strong>{name}</strong></p>\n<ol>\n{items}\n</ol>\n</nav>'
