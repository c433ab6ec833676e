"""Python blocks of the documentation's pages, and how they are run."""

import contextlib
import io
import re
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(
    r"^```(?:\{code-cell\} )?python(?P<note>[^\n]*)\n(?P<code>.*?)^```\n(?:\n^```text\n(?P<shown>.*?)^```)?",
    re.M | re.S,
)


class Block(NamedTuple):
    """One block: its code, what the page says it prints (None if it shows nothing), and why it is not run, if so."""

    code: str
    shown: str | None
    reason: str | None


def blocks(text):
    """Return the Python blocks of a page in order."""
    found = []
    for match in BLOCK.finditer(text):
        note = match["note"].strip()
        reason = note.removeprefix("no-run:").strip() if note.startswith("no-run") else None
        found.append(Block(match["code"], match["shown"], reason))
    return found


def outputs(page_blocks, name):
    """Run the blocks of a page in one namespace and return what each prints (None for those that are not run)."""
    namespace = {"__name__": "page"}
    printed = []
    for number, block in enumerate(page_blocks, start=1):
        if block.reason is not None:
            printed.append(None)
            continue
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            exec(compile(block.code, f"{name}, block {number}", "exec"), namespace)
        printed.append(text.getvalue())
    return printed
