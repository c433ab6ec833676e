"""The items, and how people refer to them."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.steps.items import (
    ITEM_NAMES,
    ITEMS,
    STEP_NAMES,
    STEPS,
    feedback_edges,
    stated_items,
    step_of,
)
from socluster.words import say


def test_they_are_those_of_the_dataset_in_both_languages():
    groups = sc.load_dataset("day_centres").groups
    steps, items = groups[groups["kind"] == "step"], groups[groups["kind"] == "sub-item"]
    assert [name.removeprefix("step ") for name in steps.index] == list(STEPS)
    assert [name.removeprefix("sub-item ") for name in items.index] == list(ITEMS)
    assert [step_of(item) for item in ITEMS] == [part.removeprefix("step ") for part in items["part_of"]]
    assert [sum(step_of(item) == step for item in ITEMS) for step in STEPS] == [4, 3, 3, 1, 2]
    for column, language in (("name", "en"), ("name_lt", "lt")):
        for name, said in zip(items[column], ITEM_NAMES.values(), strict=True):
            assert name.startswith(say(said, language)[:7])
        for name, said in zip(steps[column], STEP_NAMES.values(), strict=True):
            assert name.startswith(say(said, language)[:7])


def test_items_may_be_named_as_in_the_dataset_and_carry_a_reference():
    assert stated_items("done", ["1.1", " 2.3", "sub-item 5.2", 4.1]) == dict.fromkeys(["1.1", "2.3", "5.2", "4.1"], "")
    assert stated_items("done", {"1.1": "minutes", "1.2": None}) == {"1.1": "minutes", "1.2": ""}
    assert stated_items("done", "3.1") == {"3.1": ""}


@pytest.mark.parametrize("step", ["step 1", "1", 1, "Step 1"])
def test_a_step_is_never_declared(step):
    with pytest.raises(InputError, match=r"a step is not declared.*name 1\.1, 1\.2, 1\.3, 1\.4"):
        stated_items("done", [step])


@pytest.mark.parametrize("given", [["1.5"], ["vision"], 7, [["1.1"]], {"1.1": 3}])
def test_what_is_no_item(given):
    with pytest.raises(InputError):
        stated_items("done", given)


def test_feedback():
    assert feedback_edges([("5", "1"), ("step 5", 1), ["3", "2"]]) == (("5", "1"), ("3", "2"))
    for wrong in ("51", [("5",)], [("5", "5")], [("5", "6")], 3, [5]):
        with pytest.raises(InputError, match="pairs of steps"):
            feedback_edges(wrong)
