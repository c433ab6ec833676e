"""Amounts that cannot be added up are refused in words, wherever they are given."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.measures.services.amounts import too_large
from tests.measures.services.offering import offering

HUGE = 1e308
SAID = "add up to too large a number"


def test_large_amounts_are_told_from_those_that_can_be_added_up():
    assert too_large([1e149, 1, float("nan")], "values") == too_large([], "values") == []
    (problem,) = too_large([HUGE, HUGE, 1], "amount", "needs")
    assert (problem.column, problem.table, problem.is_argument) == ("amount", "needs", False)
    assert "nurodykite juos stambesniais vienetais" in str(problem.in_language("lt"))


@pytest.mark.parametrize("weights", [None, [1, 2, 3]])
def test_of_values(weights):
    for asked in (sc.inequality, lambda values, **more: sc.concentration(values, rank=[1, 2, 3], **more)):
        with pytest.raises(InputError, match=f"argument 'values': {SAID}"):
            asked([HUGE, HUGE, 1], weights=weights)
        with pytest.raises(InputError, match=f"argument 'weights': {SAID}"):
            asked([1, 2, 3], weights=[HUGE, HUGE, 1])


def test_of_needs_people_and_capacities():
    town = offering(("NGO", "Kelmė", "psy", 12))
    with pytest.raises(InputError, match=f"needs, column 'amount': {SAID}"):
        sc.coverage(town, needs={("X", "psy"): HUGE, ("Y", "psy"): HUGE})
    near = {"distances": {}, "bands": {10: 1}}
    with pytest.raises(InputError, match=f"column 'population': {SAID}"):
        sc.access(town, population={"Kelmė": HUGE}, **near)
    with pytest.raises(InputError, match=f"column 'weight': {SAID}"):
        sc.access(offering(("NGO", "Kelmė", "psy", HUGE)), population={"Kelmė": 5}, **near)
