"""Scenarios as a question gets them: one or several, each of its own name, and no member joins again."""

import pytest

from socluster.core.errors import InputError
from socluster.whatif.scenarios.checked import checked_scenarios
from socluster.whatif.scenarios.scenario import Scenario

ONE, OTHER = Scenario("one").with_actor("hub"), Scenario("other").with_actor("shelter").without_actor("Firm")


def test_one_or_several_in_the_order_given():
    assert checked_scenarios(ONE) == [ONE]
    assert checked_scenarios(each for each in (OTHER, ONE)) == [OTHER, ONE]
    assert checked_scenarios([OTHER], members=["Firm"]) == [OTHER]  # who leaves is there, and need not join


def test_all_that_is_wrong_with_names_and_members_is_named():
    with pytest.raises(InputError) as error:
        checked_scenarios([ONE, OTHER, ONE], what="candidates", members=["shelter", "hub"])
    assert [(each.table, each.row, each.column, each.value) for each in error.value.problems] == [
        (None, None, "candidates", "one"),
        ("candidates", "one", None, "hub"),
        ("candidates", "other", None, "shelter"),
        ("candidates", "one", None, "hub"),
    ]


@pytest.mark.parametrize("what", ["scenarios", "candidates"])
@pytest.mark.parametrize("given", ["one", 3, None])
def test_what_is_no_list_is_refused(given, what):
    with pytest.raises(InputError, match=f"{what} must be a list of scenarios") as error:
        checked_scenarios(given, what=what)
    assert [each.value for each in error.value.problems] == [given]


@pytest.mark.parametrize("what", ["scenario", "candidate"])
def test_none_is_too_few(what):
    with pytest.raises(InputError, match=f"give at least one {what}"):
        checked_scenarios([], what=f"{what}s")


def test_all_strangers_are_named():
    with pytest.raises(InputError, match="is not a Scenario") as error:
        checked_scenarios([ONE, "other", 3])
    assert [each.value for each in error.value.problems] == ["other", 3]
