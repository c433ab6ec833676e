"""Writes docs/measures.md: every public measure under the question that it answers.

Run it after a measure was added or renamed: python docs/reference.py
"""

from __future__ import annotations

import inspect
from pathlib import Path

import socluster as sc
from socluster.measures.guide import GUIDE

PAGE = Path(__file__).with_name("measures.md")

HEAD = """# Measures by question

`sc.guide()` shows the same in a notebook. `help(sc.NAME)` gives the definition, its variants, the undefined cases, the
source, and an example. The first argument is the cluster (the table of answers for `cronbach_alpha` and `icc`), and
everything else is given by name:
`layer=` one layer of ties (without it, all together), `direction=` in, out or all, `group=` a column of the actors,
`missing=` what becomes of those without a value, or of a distance where there is no path, `normalized=` shares (the
default) or raw values, `variant=` which of several definitions.
"""


def page() -> str:
    """Return the page as text."""
    parts = [HEAD]
    for question, names in GUIDE.items():
        rows = [f"| `{name}` | {_question(name)} | {_options(name)} |" for name in names]
        parts.append("\n".join([f"## {question}\n", "| function | answers | options |", "|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def _question(name: str) -> str:
    return (inspect.getdoc(getattr(sc, name)) or "").partition("\n")[0].replace("|", "\\|")


def _options(name: str) -> str:
    options = [p.name for p in inspect.signature(getattr(sc, name)).parameters.values() if p.kind is p.KEYWORD_ONLY]
    return ", ".join(f"`{option}`" for option in options) or "-"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
