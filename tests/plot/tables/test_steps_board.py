"""The board of steps."""

import pandas as pd
import pytest

import socluster as sc

ITEMS = pd.DataFrame(
    {"step": ["1", "1", "2"], "name": ["Rally", "Study", "Search"], "status": ["done", "under way", "not started"]},
    index=["1.1", "1.2", "2.1"],
)


def test_headings_items_signs_and_arrows():
    figure = sc.plot.steps_board(ITEMS, feedback=[("2", "1")], revisit=["1"])
    texts = [annotation.text for annotation in figure.layout.annotations]
    assert "<b>\N{BLACK FLAG} Step 1</b>" in texts
    assert [trace.text[0] for trace in figure.data] == ["●", "◐", "○"]
    (arrow,) = [annotation for annotation in figure.layout.annotations if annotation.showarrow]
    assert (arrow.ay, arrow.y) == (3, 0)
    assert figure.layout.meta["alt"].endswith("Step 2: 2.1 Search: not started. Step 2 acts back on step 1.")


def test_what_the_data_propose_has_a_star():
    figure = sc.plot.steps_board(ITEMS.assign(proposed=[False, True, False], step_name="Begin"))
    texts = [annotation.text for annotation in figure.layout.annotations]
    assert "1.2 Study \N{BLACK STAR}" in texts
    assert "<b>Step 1: Begin</b>" in texts


@pytest.mark.parametrize(
    ("items", "options", "said"),
    [
        (ITEMS.drop(columns="status"), {}, "this column is needed"),
        (ITEMS.assign(status="finished"), {}, "is no status"),
        (ITEMS, {"feedback": [("3", "1")]}, "is no step of this table"),
        (ITEMS, {"feedback": ["21 "]}, "pairs of steps"),
        (ITEMS, {"revisit": ["9"]}, "is no step of this table"),
    ],
)
def test_errors(items, options, said):
    with pytest.raises(sc.InputError, match=said):
        sc.plot.steps_board(items, **options)
