"""A year in phases."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.chains.queues.calendar import Phase, cycle, phases


def test_phases_of_several_cycles_are_cut_where_any_changes():
    found = phases([cycle("a", [(0.5, 3), (0.5, 1)]), cycle("b", 7), cycle("c", [(0.75, 1), (0.25, 0)])], 1.25)
    assert [each.length for each in found] == [0.5, 0.25, 0.25, 0.25]
    assert [each.values for each in found] == [(3, 7, 1), (1, 7, 1), (1, 7, 0), (3, 7, 1)]
    assert phases([cycle("a", 2)], 3.0) == [Phase(3.0, (2.0,))]


def test_a_school_year_has_term_and_summer():
    term, summer = sc.queues.school_year(120, 6, months=9)
    assert term == (0.75, 120)
    assert summer == (0.25, 6)
    with pytest.raises(InputError, match="between 0 and 12"):
        sc.queues.school_year(120, months=12)


@pytest.mark.parametrize("wrong", ["evil", [], [(0, 1)], [(1, -1)], [5], None, True])
def test_what_is_no_cycle_is_refused(wrong):
    with pytest.raises(InputError, match="phases of a year"):
        cycle("arrival_rate", wrong)


def test_a_school_year_is_a_year_in_every_unit():
    in_years = sc.queues.transient(sc.queues.school_year(120), 50, 2, horizon=10 / 12, start=0)
    in_months = sc.queues.transient(
        sc.queues.school_year(10), 50 / 12, sc.queues.school_year(2, 2), horizon=10, start=0, unit="month"
    )
    assert in_months.waiting == pytest.approx(in_years.waiting)
    assert in_months.arrived == pytest.approx(100)
    assert cycle("season", sc.queues.school_year(1), "week")[0] == (pytest.approx(52 * 10 / 12), 1)
    assert cycle("season", [(10, 1), (2, 0)], "month") == [(10, 1), (2, 0)]
