"""Every notebook runs from top to bottom, and is stored without what running it leaves behind."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.relative_to(ROOT) for path in (ROOT / "notebooks").rglob("*.ipynb"))


def test_there_are_notebooks():
    assert Path("notebooks/case_studies/en/siauliai.ipynb") in NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=str)
def test_stored_without_outputs(path):
    notebook = nbformat.read(ROOT / path, as_version=4)
    nbformat.validate(notebook)
    assert "widgets" not in notebook.metadata
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=str)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the machinery that runs notebooks, not of ours
def test_runs_and_its_headline_numbers_hold(path, tmp_path):
    notebook = nbformat.read(ROOT / path, as_version=4)
    NotebookClient(
        notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    assert "assert" in notebook.cells[-1].source
