from itertools import combinations, pairwise, product

import pytest

import socluster as sc
from socluster.development.monitoring.limits import alarms_beside_median, limits_of

# Exact false-alarm rates by enumeration of all charts of n points beside a fixed centre.
TABLE = {
    10: (6, 2, 0.039063, 0.019531, 0.044922),
    12: (7, 3, 0.023438, 0.032715, 0.042969),
    16: (7, 4, 0.039032, 0.017578, 0.046722),
    20: (7, 6, 0.054382, 0.031784, 0.070583),
    24: (8, 8, 0.033070, 0.046570, 0.066240),
    30: (8, 10, 0.044525, 0.030714, 0.063974),
}


def runs(sides):
    """The longest run and the number of crossings of a chart."""
    lengths = [1]
    for one, other in pairwise(sides):
        lengths = [*lengths[:-1], lengths[-1] + 1] if one == other else [*lengths, 1]
    return max(lengths), len(lengths) - 1


@pytest.mark.parametrize("n", TABLE)
def test_the_table_of_exact_rates(n):
    found = sc.run_chart_limits(n)
    assert (found.longest, found.crossings) == TABLE[n][:2]
    rates = (found.false_alarm_longest, found.false_alarm_crossings, found.false_alarm)
    assert rates == pytest.approx(TABLE[n][2:], abs=6e-7)


@pytest.mark.parametrize("n", [10, 13])
def test_the_rates_are_those_of_all_charts_counted_one_by_one(n):
    limits = limits_of(n)
    charts = [runs(sides) for sides in product((0, 1), repeat=n)]
    alarms = sum(longest > limits.longest or crossings < limits.crossings for longest, crossings in charts)
    assert limits.false_alarm == pytest.approx(alarms / 2**n, abs=1e-12)


@pytest.mark.parametrize("above", [0, 1, 4, 6, 11])
def test_beside_the_median_all_orders_are_counted(above):
    limits = limits_of(12)
    orders = [runs([place in up for place in range(12)]) for up in combinations(range(12), above)]
    alarms = sum(longest > limits.longest or crossings < limits.crossings for longest, crossings in orders)
    assert alarms_beside_median(above, 12 - above, limits) == pytest.approx(alarms / len(orders), abs=1e-12)


@pytest.mark.parametrize(("n", "rate"), [(20, 0.106313), (24, 0.157298)])
def test_runs_of_six_beside_the_median(n, rate):
    class Six:
        longest, crossings = 5, 0

    assert alarms_beside_median(n // 2, n // 2, Six) == pytest.approx(rate, abs=6e-7)


@pytest.mark.parametrize("n", [0, 9, -3, 10_001, 12.5])
def test_there_is_no_rule_for_few_points_or_endless_charts(n):
    with pytest.raises(sc.InputError):
        sc.run_chart_limits(n)


def test_it_is_said():
    assert "more than 7 points" in repr(sc.run_chart_limits(20))
    assert "7.1%" in repr(sc.run_chart_limits(20))
    assert sc.run_chart_limits(20).to_frame().loc[20, "crossings"] == 6


def test_the_rule_in_lithuanian_needs_no_ending_that_depends_on_the_number():
    assert "iš eilės yra daugiau taškų nei 7" in run_limits_said(20)


def run_limits_said(n):
    return " ".join(sc.run_chart_limits(n).sentences("lt"))
