"""A figure in a notebook is there for Jupyter and for an exported page; the drawing code stands there once."""

import nbformat
import pytest
from nbclient import NotebookClient

CELLS = (
    "import socluster as sc\nknoke = sc.load_dataset('knoke').layer('information')\nsc.plot.network(knoke)",
    "sc.plot.network(knoke)",
)


@pytest.fixture(scope="module")
def outputs():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    NotebookClient(notebook, kernel_name="python3", timeout=300).execute()
    return [output["data"] for cell in notebook.cells for output in cell.outputs if "data" in output]


def test_each_figure_stands_there_twice(outputs):
    assert len(outputs) == len(CELLS)
    for output in outputs:
        assert "Westend organisation" in output["text/html"]
        assert output["application/vnd.plotly.v1+json"]["data"]


def test_the_drawing_code_stands_in_the_first_only(outputs):
    first, second = (len(output["text/html"]) for output in outputs)
    assert first > 1_000_000
    assert second < 200_000
