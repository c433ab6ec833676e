"""Every case study runs from top to bottom, and its headline numbers hold."""

import pytest

from tests.notebooks.course import CASE_STUDIES, code_of, in_turns, read, run


@pytest.mark.parametrize("path", in_turns(CASE_STUDIES), ids=str)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the machinery that runs notebooks, not of ours
def test_runs(path, tmp_path):
    notebook = read(path)
    assert any("assert" in cell.source for cell in code_of(notebook))
    run(notebook, tmp_path)
