"""Every tutorial runs from top to bottom, and its solutions are right."""

import pytest

from tests.notebooks.course import TUTORIALS, in_turns, read, run


@pytest.mark.parametrize("path", in_turns(TUTORIALS), ids=str)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the machinery that runs notebooks, not of ours
def test_runs(path, tmp_path):
    notebook = read(path)
    run(notebook, tmp_path)
