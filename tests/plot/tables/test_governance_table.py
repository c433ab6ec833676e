"""The table of forms and conditions."""

import pandas as pd
import pytest

import socluster as sc

FRAME = pd.DataFrame(
    {
        "form": ["shared", "lead", "shared", "lead"],
        "condition": ["number", "number", "trust", "trust"],
        "required": ["few", "moderate", "high", "low"],
        "measured": ["13", "13", "not known", "not known"],
        "verdict": ["fails", "holds", "unknown", "unknown"],
    }
)


def test_a_cell_for_every_condition_of_every_form():
    figure = sc.plot.governance_table(FRAME)
    assert [trace.text[0] for trace in figure.data] == [
        "✕ fails<br>few",
        "✓ holds<br>moderate",
        "? unknown<br>high",
        "? unknown<br>low",
    ]
    assert len(figure.layout.shapes) == 4
    assert len({shape.fillcolor for shape in figure.layout.shapes}) == 3
    assert all(shape.layer == "below" for shape in figure.layout.shapes)
    texts = [annotation.text for annotation in figure.layout.annotations]
    assert texts == ["<b>shared</b>", "<b>lead</b>", "<b>number</b>: 13", "<b>trust</b>: not known"]


def test_errors():
    with pytest.raises(sc.InputError, match="this column is needed"):
        sc.plot.governance_table(FRAME.drop(columns="verdict"))
    with pytest.raises(sc.InputError, match="is no verdict"):
        sc.plot.governance_table(FRAME.assign(verdict="maybe"))
