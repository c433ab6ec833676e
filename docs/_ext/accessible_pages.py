"""Pages in Lithuanian say so, and what scrolls can be reached with the keyboard."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

LITHUANIAN = re.compile(r"(^|/)(lt/|lietuviskai$)")
SCROLLS = re.compile(r'<div class="highlight"><pre>')


def mark_language(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Give what a Lithuanian page says its language; menus and buttons around it stay English."""
    if LITHUANIAN.search(page) and "body" in context:
        context["body"] = f'<div lang="lt">{context["body"]}</div>'
    if "body" in context:
        context["body"] = SCROLLS.sub('<div class="highlight"><pre tabindex="0">', context["body"])


def let_tables_scroll(_app: Sphinx, doctree: nodes.document) -> None:
    """Put every table into a box that scrolls on a narrow screen instead of widening the page."""
    for table in list(doctree.findall(nodes.table)):
        if "wide" in table.get("classes", ()):
            continue
        table["classes"].append("wide")
        box = nodes.container(classes=["table-scroll"])
        table.replace_self(box)
        box += table


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect both to the build."""
    app.connect("html-page-context", mark_language)
    app.connect("doctree-read", let_tables_scroll)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
