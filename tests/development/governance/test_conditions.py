"""The conditions of the forms, and their cuts."""

import pytest

from socluster.core.errors import InputError
from socluster.development.governance.conditions import (
    CONDITIONS,
    CUTS,
    FORMS,
    LEVEL_NAMES,
    REQUIRED,
    Bound,
    ends_of,
    governance_cuts,
)


def test_every_condition_of_every_form_is_stated_with_cuts_that_there_are():
    assert set(REQUIRED) == {(form, condition) for form in FORMS for condition in CONDITIONS}
    for required, bounds in REQUIRED.values():
        assert required in LEVEL_NAMES
        for bound in bounds:
            low, high = ends_of(bound.cut)
            assert low <= CUTS[bound.cut] <= high


def test_levels_of_one_number_do_not_overlap():
    """Few, moderate and many follow each other: at most one of the shared form and the lead organisation holds."""
    for condition, values in (("participants", range(50)), ("consensus", [each / 40 for each in range(41)])):
        for value in values:
            holding = [form for form in FORMS if all(b.holds(value, CUTS[b.cut]) for b in REQUIRED[form, condition][1])]
            assert not {"shared", "lead organisation"} <= set(holding)


def test_a_bound_may_take_the_cut_itself():
    assert Bound("x", "few", "below", True).holds(8, 8)
    assert not Bound("x", "few", "above", False).holds(8, 8)
    assert Bound("x", "consensus_middle", "above", True).holds(0.1 + 0.2 + 0.3, 0.6)  # .6 but for rounding
    assert Bound("x", "consensus_middle", "above", True).holds((0.1 + 0.7) * 0.75, 0.6)


def test_cuts():
    assert governance_cuts(None) == CUTS
    assert governance_cuts({"few": 6, "trust": 3}) == {**CUTS, "few": 6, "trust": 3}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"feww": 6}, "did you mean 'few'"),
        ({"few": 30}, "cuts must rise: few, many"),
        ({"trust_low": 2}, "must lie between 0 and 1"),
        ({"few": -1}, "must be at least 0"),
        ({"few": "x"}, "must be a number"),
        ([6], "must be a mapping"),
    ],
)
def test_what_is_no_cut(given, said):
    with pytest.raises(InputError, match=said):
        governance_cuts(given)
