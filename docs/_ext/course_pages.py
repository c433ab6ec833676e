"""The course: notebooks are copied from ../notebooks into the site, and listed by `{notebooks} tutorials en`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

DOCS = Path(__file__).parents[1]
NOTEBOOKS = DOCS.parent / "notebooks"
COPIES = DOCS / "course"

WORDS = {
    "en": {"download": "Download this notebook", "other": "Lietuviškai", "show": "Show", "hide": "Hide"},
    "lt": {"download": "Atsisiųsti šį užrašų failą", "other": "In English", "show": "Rodyti", "hide": "Slėpti"},
}
SOLUTION = {"en": "the solution", "lt": "sprendimą"}
CODE = {"en": "the code", "lt": "kodą"}
DOI = re.compile(r"\bdoi:(10\.\d{4,9}/[^\s,;]*[^\s,;.)])")


class Notebook(NamedTuple):
    """One notebook of the course."""

    path: Path
    title: str

    @property
    def page(self) -> str:
        """Return its place in the site."""
        return f"course/{self.path.relative_to(COPIES).with_suffix('').as_posix()}"


def notebooks(kind: str, language: str) -> list[Notebook]:
    """Return the copied notebooks of a kind ("tutorials", "case_studies") in a language."""
    found = []
    for path in sorted((COPIES / kind / language).glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        heads = (re.search(r"^# (.+)$", "".join(cell["source"]), re.MULTILINE) for cell in cells)
        found.append(Notebook(path, next((head[1] for head in heads if head), path.stem)))
    return found


def copy_notebooks(_app: Sphinx) -> None:
    """Copy what has changed, so that only changed notebooks are run again; drop what is gone."""
    wanted = {}
    for source in NOTEBOOKS.glob("*/*/*.ipynb"):
        wanted[COPIES / source.relative_to(NOTEBOOKS)] = source
    for stale in set(COPIES.rglob("*.ipynb")) - set(wanted):
        stale.unlink()
    for place, source in wanted.items():
        text = json.dumps(dressed(json.loads(source.read_text(encoding="utf-8")), source), ensure_ascii=False, indent=1)
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def dressed(notebook: dict[str, Any], source: Path) -> dict[str, Any]:
    """Return a notebook with its links under the title, and its buttons in its own language."""
    language = source.parent.name
    words = WORDS[language]
    top = "../" * (len(source.relative_to(NOTEBOOKS).parts) + 1)
    links = f"{{download}}`{words['download']} <{top}notebooks/{source.relative_to(NOTEBOOKS).as_posix()}>`"
    other = source.parents[1] / ("lt" if language == "en" else "en") / source.name
    if other.exists():
        links += f" · [{words['other']}](../{other.parent.name}/{other.name}){{.language-{other.parent.name}}}"
    cells = list(notebook["cells"])
    title, _, rest = "".join(cells[0]["source"]).partition("\n")
    cells[0] = {**cells[0], "source": f"{title}\n\n{links}\n{rest}"}
    buttons = {f"code_prompt_{verb}": f"{words[verb]} {CODE[language]}" for verb in ("show", "hide")}
    metadata = {**notebook["metadata"], "mystnb": buttons}
    return {**notebook, "cells": [_linked(_named(cell, language)) for cell in cells], "metadata": metadata}


def _linked(cell: dict[str, Any]) -> dict[str, Any]:
    """Return a cell in whose text a DOI is a link."""
    if cell["cell_type"] != "markdown":
        return cell
    return {**cell, "source": DOI.sub(r"[doi:\1](<https://doi.org/\1>)", "".join(cell["source"]))}


def _named(cell: dict[str, Any], language: str) -> dict[str, Any]:
    if "solution" not in cell["metadata"].get("tags", ()):
        return cell
    words = WORDS[language]
    buttons = {f"code_prompt_{verb}": f"{words[verb]} {SOLUTION[language]}" for verb in ("show", "hide")}
    return {**cell, "metadata": {**cell["metadata"], "mystnb": buttons}}


class Listing(SphinxDirective):
    """`{notebooks} tutorials en`: the notebooks of a kind in a language, and their place in the menu."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        """Return a hidden table of contents and a list."""
        kind, language = self.arguments
        found = notebooks(kind, language)
        tree = ["```{toctree}", ":hidden:", "", *(f"/{notebook.page}" for notebook in found), "```", ""]
        lines = [f"* {{doc}}`{notebook.title} </{notebook.page}>`" for notebook in found]
        if not found:
            tree, lines = [], ["*None yet.*"]
        box = nodes.container(classes=[f"language-{language}", "course-list"])
        self.state.nested_parse(StringList([*tree, *lines], source=self.env.docname), self.content_offset, box)
        return [box]


def setup(app: Sphinx) -> dict[str, bool]:
    """Copy before Sphinx looks for pages."""
    app.connect("builder-inited", copy_notebooks, priority=100)
    app.add_directive("notebooks", Listing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
