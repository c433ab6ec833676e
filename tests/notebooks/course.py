"""The notebooks of the course: where they are, what is in them, and how they are run."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.examples import FULL

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.relative_to(ROOT) for path in (ROOT / "notebooks").rglob("*.ipynb"))
ENGLISH = [path for path in NOTEBOOKS if path.parent.name == "en"]
TUTORIALS = [path for path in NOTEBOOKS if path.parts[1] == "tutorials"]
CASE_STUDIES = [path for path in NOTEBOOKS if path.parts[1] == "case_studies"]


def in_turns(paths):
    """Every second notebook in one language, in turns: the two share their code. With SOCLUSTER_TESTS=full all."""
    left_out = pytest.mark.skipif(not FULL, reason="one of four runs; SOCLUSTER_TESTS=full runs all")
    stems = sorted({path.stem for path in paths})
    tried = {(stem, ("en", "lt")[turn // 2 % 2]) for turn, stem in enumerate(stems) if turn % 2 == 0}
    return [pytest.param(path, marks=() if (path.stem, path.parent.name) in tried else left_out) for path in paths]


def read(path):
    return nbformat.read(ROOT / path, as_version=4)


def code_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tagged(notebook, tag):
    return [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]


def run(notebook, folder):
    """Run all cells; the verdict that ends a solution has to be a good one."""
    for cell in tagged(notebook, "solution"):
        *before, last = cell.source.rstrip().split("\n")
        cell.source = "\n".join([*before, f"assert {last}"])
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=None, kernel_name="python3", resources=resources).execute()
