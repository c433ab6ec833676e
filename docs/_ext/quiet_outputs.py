"""What a reader need not see of what notebooks write to stderr: notices of the machine, and one warning many times."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

OUTPUT = re.compile(
    r'<div class="output stderr [^"]*"><div class="highlight"><pre>(.*?)</pre></div>\s*</div>', re.DOTALL
)
NOTICE = re.compile(r"(<span></span>)?socluster: preparing fast routines[^\n]*\n?")
WARNING = re.compile(r"^(?:<span></span>)?/\S*ipykernel\S*?: (\w+Warning: [^\n]+)\n(?:  [^\n]*\n)?", re.MULTILINE)


def quiet(page: str) -> str:
    """Return the HTML of a page with every warning once, without the file and line of a kernel that is gone."""
    seen: set[str] = set()

    def once(found: re.Match[str]) -> str:
        if found[1] in seen:
            return ""
        seen.add(found[1])
        return f"{found[1]}\n"

    def shorter(found: re.Match[str]) -> str:
        text = WARNING.sub(once, NOTICE.sub("", found[1]))
        return found[0].replace(found[1], text) if re.sub(r"<[^>]+>", "", text).strip() else ""

    return OUTPUT.sub(shorter, page)


def quiet_page(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Leave out on a page what its reader need not see."""
    if "body" in context:
        context["body"] = quiet(context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to the build."""
    app.connect("html-page-context", quiet_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
