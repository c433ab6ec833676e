import numpy as np
import pytest

from socluster.whatif.choice.wins import forgone, most_wins, shared_wins


def test_equal_but_for_rounding_is_equal():
    gains = np.array([[0.3, 0.1 + 0.2]])
    assert shared_wins(gains).tolist() == [[0.5, 0.5]]
    assert forgone(gains).tolist() == [[0.0, 0.0]]


def test_who_is_undefined_loses_and_forgoes_nothing_known():
    gains = np.array([[np.nan, -1.0], [np.nan, np.nan]])
    assert shared_wins(gains).tolist() == [[0.0, 1.0], [0.0, 0.0]]
    lost = forgone(gains)
    assert lost[0, 1] == 0
    assert np.isnan(lost).tolist() == [[True, False], [True, True]]


def test_wins_decide_and_then_regret():
    assert most_wins(np.array([[1.0, 0.0], [0.0, 5.0], [1.0, 0.0]])) == 0
    assert most_wins(np.array([[1.0, 0.0], [0.0, 5.0]])) == 1
    assert most_wins(np.array([[np.nan, 0.0]])) == 1


def test_of_all_undefined_the_first_is_named():
    assert most_wins(np.full((2, 3), np.nan)) == 0
    assert shared_wins(np.full((2, 3), np.nan)).sum() == pytest.approx(0)
