"""The five steps: who says what is done."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError

DAY_CENTRES = sc.load_dataset("day_centres")
ALL_OF_1 = ["1.1", "1.2", "1.3", "1.4"]


def test_of_the_day_centres_nothing_is_done():
    found = sc.development_steps(DAY_CENTRES)
    assert found.steps.to_dict() == dict.fromkeys("12345", "not started")
    assert len(found.open) == 13 == len(found.to_frame())
    assert not found.to_frame()["proposed"].any()
    assert found.sentences()[0] == "0 of 5 steps are complete; 13 of 13 items are open."
    assert found.sentences("lt")[0] == "Užbaigta 0 iš 5 žingsnių; neatlikta 13 iš 13 dalių."


def test_a_step_is_complete_when_all_of_its_items_are_done_and_not_before():
    for some in range(4):
        found = sc.development_steps(DAY_CENTRES, done=ALL_OF_1[:some])
        assert found.steps["1"] == ("under way" if some else "not started")
    assert sc.development_steps(DAY_CENTRES, done=ALL_OF_1).steps.tolist() == ["complete", *["not started"] * 4]
    with pytest.raises(sc.InputError, match="a step is not declared"):
        sc.development_steps(DAY_CENTRES, done=["step 1"])


def test_evidence_proposes_and_a_person_confirms():
    table = pd.DataFrame({"problem": ["uneven distribution", "less discussed"]})
    proposed = sc.development_steps(DAY_CENTRES, evidence={"1.3": table})
    row = proposed.to_frame().loc["1.3"]
    assert (row["status"], row["by"], row["proposed"], row["shown"]) == ("under way", "data", True, "2 problems")
    assert proposed.proposed == ("1.3",)
    assert "The data propose as done, and somebody has to confirm: 1.3." in proposed.sentences()
    confirmed = sc.development_steps(DAY_CENTRES, done={"1.3": "minutes of 3 May"}, evidence={"1.3": table})
    row = confirmed.to_frame().loc["1.3"]
    assert (row["status"], row["by"], row["ref"]) == ("done", "statement", "minutes of 3 May")
    assert confirmed.proposed == ()


def test_what_is_only_stated_is_said_to_be():
    found = sc.development_steps(DAY_CENTRES, done=["1.2"])
    assert "Done by statement alone, which no data here show: 1.2." in found.sentences()


def test_reopening_reopens_the_step_and_marks_where_feedback_leads():
    found = sc.development_steps(
        DAY_CENTRES, done=[*ALL_OF_1, "5.1"], reopened=["5.2"], feedback=[("5", "1"), ("1", "2")]
    )
    assert found.steps["5"] == "under way"
    assert found.steps["1"] == "complete"  # marked, not changed
    assert found.marked == ("1",)  # and 2 is not: 1 itself was not reopened
    assert "By the stated feedback these steps are to be looked at again: 1." in found.sentences()
    assert sc.development_steps(DAY_CENTRES, reopened=["5.2"]).marked == ()
    assert sc.development_steps(DAY_CENTRES, done=ALL_OF_1[:3], reopened=["1.4"]).steps["1"] == "under way"


def test_an_item_has_one_status():
    with pytest.raises(sc.InputError, match="is stated twice"):
        sc.development_steps(DAY_CENTRES, done=["1.1"], reopened=["1.1"])


def test_all_five_steps():
    items = [*ALL_OF_1, "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "5.1", "5.2"]
    found = sc.development_steps(DAY_CENTRES, done=items)
    assert (found.steps == "complete").all()
    assert found.open == ()
    assert "not that they worked" in repr(found)


def test_cuts_are_shown_with_what_they_judge():
    found = sc.development_steps(DAY_CENTRES, evidence={"1.1": ["MSSL"]})
    assert found.to_frame().loc["1.1", ["status", "proposed"]].tolist() == ["under way", False]
    assert found.to_frame().loc["1.1", "cut"] == "at least 2 initiators of 2 sectors"
    assert "with the assumed cut in brackets: 1.1: 1 initiator of 1 sector" in repr(found)


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_board(language):
    found = sc.development_steps(DAY_CENTRES, done=["1.1"], reopened=["5.2"], feedback=[("5", "1")])
    alt = found.plot(language=language).layout.meta["alt"]
    assert {"en": "1.1 Rally the initiative group: done", "lt": "1.1 Sutelkti iniciatyvinę grupę: atlikta"}[
        language
    ] in alt
    assert {"en": "Step 5 acts back on step 1", "lt": "5 žingsnis veikia 1 žingsnį"}[language] in alt


def test_a_scale_goes_from_the_lowest_to_the_highest():
    with pytest.raises(InputError, match="scale must be two numbers, the lowest and the highest rating"):
        sc.development_steps(sc.load_dataset("norway_project"), scale=(5, 1))
