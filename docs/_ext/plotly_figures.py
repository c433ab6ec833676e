"""Live plotly figures in executed notebooks, light or dark as the page, from one local copy of plotly.js."""

from __future__ import annotations

import hashlib
import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

import myst_nb.core.render
import plotly
import plotly.graph_objects as go
from docutils import nodes
from sphinx.application import Sphinx

from socluster.plot.dark import darkened

MIME = "application/vnd.plotly.v1+json"
SCRIPT = "plotly.min.js"
SETTINGS = {"displaylogo": False, "responsive": True, "showSendToCloud": False}


class PlotlyRenderer:
    """What MyST-NB asks for the figures of a notebook."""

    mime_priority_overrides = (("*", MIME, 1),)

    @staticmethod
    def handle_mime(_renderer: Any, data: Any, inline: bool) -> list[nodes.Node] | None:
        """Return a figure as a box and the script that fills it."""
        if data.mime_type != MIME or inline:
            return None
        return [nodes.raw(text=figure_html(data.content), format="html", classes=["output", "plotly"])]


def figure_html(figure: dict[str, Any]) -> str:
    """Return a plotly figure as HTML that waits for plotly.js; its description is for screen readers."""
    layout = figure["layout"]
    light = _specification(figure)
    dark = _specification({**figure, **json.loads(darkened(go.Figure(figure["data"], layout)).to_json())})
    box = "figure-" + hashlib.sha256(light.encode()).hexdigest()[:12]
    label = html.escape(_description(layout), quote=True)
    return (
        f'<div id="{box}" class="plotly-figure" role="figure" aria-label="{label}" '
        f'style="min-height:{layout.get("height", 450)}px"></div>'
        f'<script>document.addEventListener("DOMContentLoaded",()=>drawFigure("{box}",{light},{dark}))</script>'
    )


def _specification(figure: dict[str, Any]) -> str:
    """Return what plotly.js takes to draw a figure, as JSON that may stand in a script."""
    parts = [figure["data"], figure["layout"], {**figure.get("config", {}), **SETTINGS}]
    return json.dumps(parts, ensure_ascii=False).replace("<", "\\u003c")


def _description(layout: dict[str, Any]) -> str:
    """Return what the library says about its figure in words; of other figures, the title."""
    title = layout.get("title") or {}
    text = (layout.get("meta") or {}).get("alt") or (title if isinstance(title, str) else title.get("text")) or "figure"
    return re.sub(r"<[^>]+>", " ", text).strip()


def load_where_needed(app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: Any) -> None:
    """Let a page with figures load plotly.js."""
    if doctree is not None and any("plotly" in node.get("classes", ()) for node in doctree.findall(nodes.raw)):
        app.add_js_file(SCRIPT)
        app.add_js_file("figures.js")


def copy_script(app: Sphinx, failure: Exception | None) -> None:
    """Put plotly.js beside the other static files."""
    if failure is None and app.builder.format == "html":
        source = Path(plotly.__file__).parent / "package_data" / SCRIPT
        shutil.copyfile(source, Path(app.outdir) / "_static" / SCRIPT)


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the renderer to MyST-NB, and the script to the pages."""
    myst_nb.core.render.load_mime_renders.cache_clear()
    myst_nb.core.render.load_mime_renders = lambda: [PlotlyRenderer]
    app.connect("html-page-context", load_where_needed)
    app.connect("build-finished", copy_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
