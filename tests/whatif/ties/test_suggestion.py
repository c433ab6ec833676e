"""What a suggestion says."""

import numpy as np
import pytest

from socluster.whatif.ties import Logit, Mixture, Proximity, Rates, Suggestion

MODELS = (Rates(), Logit(), Proximity())


def found(scores, covered=1.0):
    scores = np.array(scores, dtype=float)
    return Suggestion(MODELS[: len(scores)], "tie", scores, np.full((*scores.shape, 2), covered), draws=10)


def test_differences_are_over_the_same_members():
    table = found([[-3, -5, -4], [-1, -3, -2], [-4, -3, -5]]).to_frame()
    assert list(table.index) == ["Logit()", "Rates()", "Proximity()"]
    assert table["difference"].tolist() == [0, -2, -2]
    assert table["error"].round(6).tolist() == [0, 0, pytest.approx(np.std([-3, 0, -3], ddof=1) / np.sqrt(3), abs=1e-6)]


def test_who_is_within_two_standard_errors_is_close():
    answer = found([[-3, -5, -4], [-1, -3, -2], [-4, -3, -5]])
    assert answer.best == Logit()
    assert answer.close == (Logit(), Proximity())
    assert answer.suggested == Mixture({Logit(): 1, Proximity(): 1})
    said = str(answer)
    assert "Too close to call: Proximity()" in said
    assert "Rates() comes behind by 2 (standard error 0)" in said
    assert len(answer.sentences("lt")) == len(answer.sentences())


def test_impossible_and_unknown_scores_come_last():
    answer = found([[-np.inf, -1], [-3, -4], [np.nan, np.nan]])
    assert answer.best == Logit()
    assert "Rates() makes ties impossible" in str(answer)
    assert "Proximity(): no log score" in str(answer)
    assert answer.plot().layout.meta["alt"]


def test_one_member_has_no_error():
    answer = found([[-3.0], [-4.0]])
    assert np.isnan(answer.to_frame()["error"]).all()
    assert answer.suggested == Rates()
