"""Scores of predictions, by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.whatif.ties import Rates
from socluster.whatif.ties.calibration_result import Calibration, auc, wilson


def test_scores_by_hand():
    columns = {"actor": list("aabb"), "predicted": [0.8, 0.2, 0.5, 0.0], "observed": [True, False, True, True]}
    table = pd.DataFrame(columns)
    found = Calibration(Rates(), "tie", table, bins=2)
    assert found.brier == pytest.approx((0.04 + 0.04 + 0.25 + 1) / 4)
    assert found.brier_of_rate == pytest.approx(3 / 16)
    assert found.log_loss == np.inf
    assert found.auc == pytest.approx(2 / 3)
    curve = found.to_frame()
    assert curve["predicted"].tolist() == pytest.approx([0.1, 0.65])
    assert curve["observed"].tolist() == [0.5, 1.0]
    assert curve["n"].tolist() == [2, 2]
    assert "1 existing tie has probability 0 in the model." in found.sentences()


def test_wilsons_interval_solves_its_equation():
    share, n = np.array([0.3]), np.array([20])
    for end in np.concatenate(wilson(share, n)):
        assert (share[0] - end) ** 2 == pytest.approx(1.959964**2 * end * (1 - end) / 20)


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=12))
def test_auc_is_the_share_of_pairs_in_the_right_order(scores):
    tied = [score for score, is_tied in scores if is_tied]
    absent = [score for score, is_tied in scores if not is_tied]
    found = auc([score for score, _ in scores], [is_tied for _, is_tied in scores])
    if not tied or not absent:
        assert np.isnan(found)
        return
    right = sum((high > low) + (high == low) / 2 for high in tied for low in absent)
    assert found == pytest.approx(right / (len(tied) * len(absent)))


def test_scores_by_actor_by_hand():
    """A knows whom to expect, B has every tie, C none; within actors only A counts."""
    table = pd.DataFrame(
        {
            "actor": list("AABBC"),
            "predicted": [0.75, 0.25, 0.5, 0.25, 0.5],
            "observed": [True, False, True, True, False],
        }
    )
    found = Calibration(Rates(), "tie", table)
    by_actor = found.by_actor()
    assert by_actor["dyads"].tolist() == [2, 2, 1]
    assert by_actor["ties"].tolist() == [1, 2, 0]
    assert by_actor["expected"].tolist() == [1, 0.75, 0.5]
    assert by_actor["auc"].tolist() == pytest.approx([1, np.nan, np.nan], nan_ok=True)
    assert found.auc_within == 1
    assert found.log_loss == pytest.approx(-np.log(0.75 * 0.75 * 0.5 * 0.25 * 0.5) / 5)
    assert found.sentences()[-1].startswith("Members represent newcomers")
    assert not any("probability 0 in the model" in sentence for sentence in found.sentences())


def test_wilsons_interval_holds_its_share_whatever_rounding_does():
    n = np.arange(1, 400)
    for share in (0.0, 1.0):
        low, high = wilson(np.full(len(n), share), n)
        assert ((low <= share) & (share <= high)).all()


def test_wilson_stays_between_nothing_and_everything():
    low, high = wilson(np.array([0.0, 1.0]), np.array([1, 1]))
    assert low.tolist() == pytest.approx([0, 1 / (1 + 1.959964**2)])
    assert high.tolist() == pytest.approx([1.959964**2 / (1 + 1.959964**2), 1])
