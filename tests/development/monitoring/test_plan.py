import numpy as np
import pandas as pd
import pytest

import socluster as sc


def reform():
    return sc.plan_and_outcome(sc.dataset_tables("care_reform")["indicators"])


def test_what_is_not_known_is_not_nothing():
    table = reform().to_frame()
    assert table.loc["4.1.1", "share"] == pytest.approx(1.04918, abs=5e-6)  # 64 of 61
    assert (table["status"] == "unknown").sum() == 7
    assert table["share"].isna().sum() == 7
    assert "0%" not in repr(reform())
    assert "8 targets: 1 reached, 0 not reached, 7 not known." in repr(reform())
    assert "not the same as nothing" in repr(reform())


def children(target=500.0, value=1065.0, direction="lower"):
    """Children in institutions in Lithuania: 3,562 in 2014, 1,065 in April 2025; the target is made up."""
    row = {"indicator": "children", "baseline": 3562, "planned": target, "done": value, "direction": direction}
    return sc.plan_and_outcome(pd.DataFrame([row]))


def test_the_share_of_the_way():
    table = children().to_frame()
    assert table.loc["children", "share_of_way"] == pytest.approx((1065 - 3562) / (500 - 3562))
    assert table.loc["children", "status"] == "not reached"
    assert np.isnan(table.loc["children", "share"])
    assert "81.5% of the way" in repr(children())


def test_a_target_that_is_the_baseline_has_no_way():
    found = children(target=3562, value=3562)
    assert np.isnan(found.to_frame().loc["children", "share_of_way"])
    assert "no way between" in repr(found)


def test_away_from_the_target():
    found = children(value=3600)
    assert found.to_frame().loc["children", "share_of_way"] < 0
    assert "moved away" in repr(found)


def test_fewer_may_be_better_without_a_baseline():
    row = {"planned": [20, 20], "done": [15, 25], "direction": "lower"}
    found = sc.plan_and_outcome(pd.DataFrame(row, index=["waiting", "leaving"]))
    assert found.to_frame()["status"].tolist() == ["reached", "not reached"]
    assert found.to_frame()["share"].isna().all()
    assert "waiting: 15, target 20." in found.sentences()


def test_a_target_of_nothing():
    found = sc.plan_and_outcome(pd.DataFrame({"planned": [0], "done": [3]}))
    assert np.isnan(found.to_frame()["share"].iloc[0])
    assert found.to_frame()["status"].tolist() == ["reached"]


def test_nobody_planned_anything():
    found = sc.plan_and_outcome(pd.DataFrame({"planned": [], "done": []}))
    assert found.sentences() == ["Nothing was planned."]
    assert found.sentences("lt") == ["Nieko nebuvo suplanuota."]


def test_the_picture_tells_unknown_from_none():
    alt = reform().plot().layout.meta["alt"]
    assert "4.1.1 (events): 64 of 61 (105%)" in alt
    assert "4.2.1 (models): target 1, outcome not known" in alt
