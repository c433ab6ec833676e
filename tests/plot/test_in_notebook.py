"""A figure in a notebook is there for Jupyter and for an exported page; the drawing code stands there once."""

import nbformat
import pytest
from nbclient import NotebookClient

CELLS = (
    "import socluster as sc\nknoke = sc.load_dataset('knoke').layer('information')\nsc.plot.network(knoke)",
    "sc.plot.network(knoke)",
)
IN_LITHUANIAN = ('LANGUAGE = "lt"', "knoke")


@pytest.fixture(scope="module")
def outputs():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS + IN_LITHUANIAN])
    NotebookClient(notebook, kernel_name="python3", timeout=300).execute()
    return [output["data"] for cell in notebook.cells for output in cell.outputs if "data" in output]


def test_each_figure_stands_there_twice(outputs):
    assert len(outputs) == len(CELLS) + 1
    for output in outputs[: len(CELLS)]:
        assert "Westend organisation" in output["text/html"]
        assert output["application/vnd.plotly.v1+json"]["data"]


def test_the_drawing_code_stands_in_the_first_only(outputs):
    first, second, _ = (len(output["text/html"]) for output in outputs)
    assert first > 1_000_000
    assert second < 200_000


def test_a_card_is_in_the_language_that_the_notebook_says(outputs):
    assert "<b>Klasteris Knoke</b>" in outputs[-1]["text/html"]
