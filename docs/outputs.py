"""Writes what the code on the pages prints into the pages, beneath the code.

Run it after a change that moves numbers, and look at the difference: python docs/outputs.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent / "tests" / "docs"))

from page_code import BLOCK, blocks, outputs  # noqa: E402  # the tests run the same blocks

BUILT = {"_build", "course", "reference", "jupyter_execute"}
APART = {"scale.md"}  # calls other computers


def refreshed(text: str, name: str) -> str:
    """Return a page with its outputs as they are now."""
    with tempfile.TemporaryDirectory() as folder:
        before = Path.cwd()
        os.chdir(folder)
        try:
            printed = iter(outputs(blocks(text), name))
        finally:
            os.chdir(before)

    def replaced(block: object) -> str:
        output = next(printed)
        if block["shown"] is None or output is None:
            return block[0]
        lines = "\n".join(line.rstrip() for line in output.rstrip().splitlines())
        start, end = block.span("shown")
        return f"{block.string[block.start() : start]}{lines}\n{block.string[end : block.end()]}"

    return BLOCK.sub(replaced, text)


if __name__ == "__main__":
    for page in sorted(DOCS.rglob("*.md")):
        if page.name in APART or BUILT & set(page.relative_to(DOCS).parts):
            continue
        text = page.read_text(encoding="utf-8")
        now = refreshed(text, page.name)
        if now != text:
            page.write_text(now, encoding="utf-8")
            print(page.relative_to(DOCS))
