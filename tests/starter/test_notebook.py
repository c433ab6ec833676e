"""The notebook of the starter runs, in both languages."""

import json

import nbformat
import pytest
from nbclient import NotebookClient

from socluster.starter import new
from tests.starter.workbooks import LANGUAGES


def test_the_notebook_is_stored_without_outputs_and_its_code_is_the_same_in_both_languages(tmp_path):
    books = [
        json.loads((new(tmp_path / each, language=each) / "my_cluster.ipynb").read_text("utf-8")) for each in LANGUAGES
    ]
    codes = []
    for book in books:
        nbformat.validate(book)
        cells = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
        words = ("LANGUAGE =", "NEW =", "assert ")
        lines = [line for cell in cells for line in "".join(cell["source"]).splitlines()]
        codes.append([line for line in lines if not line.startswith(words)])
    assert codes[0] == codes[1]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the machinery that runs notebooks, not of ours
def test_the_notebook_runs_on_the_example(folder):
    notebook = nbformat.read(folder / "my_cluster.ipynb", as_version=4)
    client = NotebookClient(
        notebook, timeout=None, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    shown = [kind for cell in notebook.cells for output in cell.get("outputs", ()) for kind in output.get("data", ())]
    assert shown.count("application/vnd.plotly.v1+json") == 2
    said = [output["text"] for cell in notebook.cells for output in cell.get("outputs", ()) if "text" in output]
    assert not any("Warning" in text for text in said)
