"""Verdicts, margins, and the ranges of cuts over which a verdict is the same."""

import math

import numpy as np
import pytest

from socluster.development.governance.conditions import CUTS, REQUIRED, ends_of
from socluster.development.governance.verdicts import conditions_table

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
            assert same == (row["low"] <= value <= row["high"]), (form, condition, cut, value)


def test_interdependence_has_cuts_and_ends_of_its_own():
    table, limits = conditions_table({**NOTHING, "competencies": 0.9}, CUTS, interdependence=True)
    assert table.xs("competencies", level="condition")["verdict"].tolist() == ["fails", "fails", "holds"]
    assert limits.loc[(NAO, "competencies", "interdependence_high"), ["low", "high"]].tolist() == [0, 0.9]
