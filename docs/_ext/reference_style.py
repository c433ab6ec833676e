"""References of docstrings become lists, a DOI becomes a link, and a sentence with a colon stays a sentence."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

NEW_ENTRY = re.compile(r"^[^\W\d_][\w'’\- ]*, (?:[^\W\d_]\.|[A-Z]\w+ \()|^[A-Z]\. [A-Z]\w+")
DOI = re.compile(r"\bdoi:(10\.\d{4,9}/[^\s,;]*[^\s,;.)])")
TYPE = ":type: "
UNDERLINE = re.compile(r"^\s*-{3,}\s*$")


def entries(lines: list[str]) -> list[str]:
    """Return the references, each as one line; one ends with its DOI, or where the next author begins."""
    found: list[str] = []
    for line in (line.strip() for line in lines):
        if not line:
            continue
        begins = not found or bool(NEW_ENTRY.match(line)) or bool(re.search(r"doi:\S+\.?$", found[-1]))
        if begins:
            found.append(line)
        else:
            found[-1] += f" {line}"
    return found


def reference_span(lines: list[str]) -> tuple[int, int] | None:
    """Return where the entries under "References" begin and end."""
    for place in range(len(lines) - 1):
        if lines[place].strip() == "References" and UNDERLINE.match(lines[place + 1]):
            start = place + 2
            ends = (end for end in range(start, len(lines) - 1) if UNDERLINE.match(lines[end + 1]))
            return start, next(ends, len(lines))
    return None


def make_list(_app: Sphinx, _what: str, _name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Rewrite a docstring in place, before napoleon reads it."""
    span = reference_span(lines)
    if span is not None:
        bullets = [f"* {linked(entry)}" for entry in entries(lines[slice(*span)])]
        lines[slice(*span)] = [*bullets, ""]


def keep_sentence(_app: Sphinx, what: str, _name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Give a property its beginning back ("Ties: ..."): napoleon takes what stands before a colon for its type."""
    kind = next((line for line in lines if line.startswith(TYPE)), None)
    if what in ("property", "attribute") and kind is not None:
        lines.remove(kind)
        lines[0] = f"{kind.removeprefix(TYPE)}: {lines[0]}"


def linked(text: str) -> str:
    """Return a reference whose DOI is a link."""
    return DOI.sub(lambda match: f"`doi:{match[1]} <https://doi.org/{match[1].replace('<', '%3C')}>`__", text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Go before napoleon, and after it."""
    app.connect("autodoc-process-docstring", make_list, priority=400)
    app.connect("autodoc-process-docstring", keep_sentence, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
