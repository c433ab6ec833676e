import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError


def test_whom_one_meets_is_known_for_three_kinds_and_stated_for_others():
    usual = sc.Incubation()
    assert [usual.met_by_each(kind) for kind in ("conference", "Seminars", "round table", "visit")] == [14, 8, 10, None]
    assert [usual.present_at(kind) for kind in ("conferences", "seminar", "round tables", "visit")] == [
        100,
        40,
        34,
        None,
    ]
    mine = sc.Incubation(meetings={"visits": 3, "Seminar": 5}, participants=pd.Series({"visit": 6}))
    assert [mine.met_by_each(kind) for kind in ("seminar", "conference", "round table")] == [5, 14, 10]
    assert mine.present_at("visit") == 6
    assert sc.Incubation(meetings=7).met_by_each("visit") == 7


def test_half_is_left_after_a_half_life():
    assert sc.Incubation(half_life=2, period=2).keep == 0.5
    assert sc.Incubation(half_life=2, period=1).keep == pytest.approx(0.707107, abs=1e-6)
    assert sc.Incubation(half_life=float("inf")).keep == 1


def test_every_assumption_lies_in_its_range():
    table = sc.Incubation.assumptions()
    assert ((table["low"] <= table["default"]) & (table["default"] <= table["high"])).all()
    usual, usual_barriers = sc.Incubation(), sc.Barriers()
    for name in table.index:
        subject = usual if hasattr(usual, name) else usual_barriers
        if hasattr(subject, name):
            assert getattr(subject, name) == table.loc[name, "default"]
        else:
            what, kind = name.split(", ")
            found = usual.met_by_each(kind) if what == "meetings" else usual.present_at(kind)
            assert found == table.loc[name, "default"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"half_life": 0},
        {"half_life": -2},
        {"period": float("inf")},
        {"formation": 1.2},
        {"meetings": -3},
        {"meetings": {"seminar": "many"}},
        {"meetings": {5: 1}},
        {"participants": 1},
        {"participants": {"seminar": 2.5}},
        {"meet": 0.5, "meetings": 3},
    ],
)
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(InputError):
        sc.Incubation(**wrong)


def test_the_same_with_other_values():
    assert sc.Incubation(meetings={"visit": 3}).changed(formation=0.2).meetings == {"visit": 3.0}
