"""Pages in Lithuanian say so; what the theme says around them is translated by lithuanian.js."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

LITHUANIAN = re.compile(r"(^|/)(lt/|lietuviskai$)")


def mark_language(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Give what a Lithuanian page says its language."""
    if LITHUANIAN.search(page) and "body" in context:
        context["body"] = f'<div lang="lt">{context["body"]}</div>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to the build."""
    app.connect("html-page-context", mark_language)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
