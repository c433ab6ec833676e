"""A town of four, three of whom rate each other."""

import pytest

from tests.measures.survey.survey_samples import survey


@pytest.fixture
def town():
    rows = [("A", "B", 4, 3, 4), ("C", "B", 2, 3, None), ("B", "A", 1, 1, 1), ("A", "C", 4, 4, 4)]
    return survey(rows)
