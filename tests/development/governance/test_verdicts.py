"""Verdicts, margins, and the ranges of cuts over which a verdict is the same."""

import math

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.development.governance.conditions import CUTS, REQUIRED, ends_of, governance_cuts, neighbours_of
from socluster.development.governance.verdicts import _verdict, conditions_table

NOTHING = {
    "density": math.nan,
    "centralization": math.nan,
    "participants": math.nan,
    "consensus": math.nan,
    "competencies": math.nan,
}
LEAD, NAO = "lead organisation", "network administrative organisation"


def verdicts(cuts=CUTS, **measured):
    return conditions_table({**NOTHING, **measured}, cuts)


def test_where_nothing_is_known_everything_is_unknown():
    table, cuts = verdicts()
    assert (table["verdict"] == "unknown").all()
    assert table[["margin", "low", "high"]].isna().all(axis=None)
    assert cuts["low"].isna().all()


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (3, ("holds", "fails", "fails")),
        (8, ("holds", "fails", "fails")),
        (9, ("fails", "holds", "holds")),
        (20, ("fails", "holds", "holds")),
        (21, ("fails", "fails", "holds")),
    ],
)
def test_participants(n, expected):
    table, _ = verdicts(participants=float(n))
    assert tuple(table.xs("participants", level="condition")["verdict"]) == expected


def test_margins_of_whole_numbers():
    table, _ = verdicts(participants=13.0)
    assert table.xs("participants", level="condition")["margin"].tolist() == [-5, 4, 4]


def test_a_lead_needs_low_trust_and_a_centre():
    for density, middle, expected in (
        (0.2, 0.6, "holds"),
        (0.2, 0.4, "fails"),
        (0.4, 0.6, "fails"),
        (0.4, math.nan, "fails"),
        (0.2, math.nan, "unknown"),
    ):
        table, _ = verdicts(density=density, centralization=middle)
        assert table.loc[(LEAD, "trust"), "verdict"] == expected


def test_ranges_by_trying_all_cuts():
    """The printed range is the one over which the verdict is the same, one cut moved at a time."""
    measured = {"density": 0.42, "centralization": 0.55, "participants": 13.0, "consensus": 0.71, "competencies": 3.1}
    table, limits = verdicts(**measured)
    for (form, condition, cut), row in limits.iterrows():
        low, high = ends_of(cut)
        grid = np.arange(0, 60) if high == np.inf else np.linspace(low, high, 102)[1:-1]
        for value in grid.tolist():
            moved = {**CUTS, cut: value}
            holds = all(b.holds(measured[b.measured], moved[b.cut]) for b in REQUIRED[form, condition][1])
            same = ("holds" if holds else "fails") == table.loc[(form, condition), "verdict"]
            below, above = neighbours_of(cut)
            may_be = (below is None or CUTS[below] <= value) and (above is None or value <= CUTS[above])
            assert (same and may_be) == in_range(row, value), (form, condition, cut, value)


def in_range(row, value):
    over = row["low"] < value if row["low_open"] else row["low"] <= value
    return over and (value < row["high"] if row["high_open"] else value <= row["high"])


@pytest.mark.parametrize(
    "measured",
    [
        {"density": 0.25, "centralization": 0.6, "consensus": 0.57, "competencies": 3.0, "participants": 8.0},
        {"density": 0.3, "centralization": 0.5, "consensus": 0.6, "competencies": 3.5, "participants": 9.0},
        {"density": 0.2, "centralization": math.nan, "consensus": 0.4, "competencies": 1.0, "participants": 3.0},
    ],
)
def test_a_cut_at_an_end_of_its_range_and_beyond_gives_what_the_range_says(measured):
    """Every end is tried as a cut, and what lies just beyond: the verdicts, or the refusal, are as stated."""
    table, limits = verdicts(**measured)
    for (form, condition, cut), row in limits.dropna(subset="low").iterrows():
        step = 1.0 if condition == "participants" else 1e-6
        for end in (row["low"], row["high"]):
            for value in (end - step, end, end + step) if math.isfinite(end) else ():
                assert gives_the_same(table, form, condition, cut, value, measured) == in_range(row, value), (
                    cut,
                    value,
                )


def gives_the_same(table, form, condition, cut, value, measured):
    low, high = ends_of(cut)
    if not low <= value <= high:
        return False
    try:
        cuts = governance_cuts({cut: value})
    except InputError:
        return False
    bounds = REQUIRED[form, condition][1]
    return _verdict(bounds, {**NOTHING, **measured}, cuts) == table.loc[(form, condition), "verdict"]


def test_interdependence_has_cuts_and_ends_of_its_own():
    table, limits = conditions_table({**NOTHING, "competencies": 0.9}, CUTS, interdependence=True)
    assert table.xs("competencies", level="condition")["verdict"].tolist() == ["fails", "fails", "holds"]
    assert limits.loc[(NAO, "competencies", "interdependence_high"), ["low", "high"]].tolist() == [1 / 3, 0.9]
