"""An attribution in words: parts, and a table of them, in both languages."""

import numpy as np
import pandas as pd
import pytest

from socluster.whatif.attribution.between import Edit
from socluster.whatif.attribution.games import TakenStep
from socluster.whatif.attribution.sentences import _KINDS, kind_of, of_attribution, told
from socluster.whatif.scenarios.scenario import Scenario


def names_of(what):
    return ("referral", "A", "B") if what in ("tie", "affiliation") else ("A",)


@pytest.mark.parametrize(("what", "how"), _KINDS)
def test_every_edit_is_told_in_both_languages(what, how):
    edit = Edit(what, names_of(what), how)
    english, lithuanian = told(edit), told(edit, "lt")
    assert english != lithuanian
    assert all(name in english and name in lithuanian for name in ("A", "B") if name in edit.names)
    assert kind_of(edit) == _KINDS[what, how]


def test_a_tie_is_told_with_its_direction_layer_and_wave():
    assert told(Edit("tie", ("tie", "A", "B"), "gone")) == "tie A – B ends"
    assert told(Edit("tie", ("money", "A", "B", "2016"), "new", directed=True)) == "tie A → B forms (money, 2016)"


def test_a_step_that_is_not_taken_is_told_as_such():
    step = Scenario("s").with_actor("hub").steps[0]
    assert kind_of(TakenStep(step, "gone", 0)) == "not with_actor"
    assert told(TakenStep(step, "gone", 0)) == f"not: {told(TakenStep(step, 'new', 0))}"


def sentences_of(table, **changes):
    about = {"measure": "density", "names": ("hub", None), "ends": (0.25, 0.5), "interval": 0.9, "draws": 1}
    about |= {"orders": 0, "defined": 1.0, "assumptions": []}
    columns = ["mean_contribution", "low", "high", "share", "happens", "error"]
    return of_attribution(
        pd.DataFrame(table, columns=columns, index=["A joins", "B joins"][: len(table)]), **about | changes
    )


def test_shares_are_told_only_where_they_are_shares_of_a_whole():
    whole = sentences_of([(0.2, 0.2, 0.2, 0.8, 1.0, 0.0), (0.05, 0.05, 0.05, 0.2, 1.0, 0.0)])
    assert whole[1:3] == ["A joins: 0.2, 80% of the change.", "B joins: 0.05, 20% of the change."]
    lost = sentences_of([(0.5, 0.5, 0.5, 2.0, 1.0, 0.0), (-0.25, -0.25, -0.25, -1.0, 1.0, 0.0)])
    assert lost[1:3] == ["A joins: 0.5.", "B joins: −0.25."]


def test_chance_is_told_where_there_is_any():
    found = sentences_of([(0.25, 0.1, 0.3, 1.0, 0.4, 0.0)], draws=50, defined=0.75)
    assert found[1] == "A joins: 0.25 (0.1 to 0.3), 100% of the change; it happens in 40% of the draws."
    assert "50 draws, 90% intervals" in found[0]
    assert any("defined in 75% of the draws" in line for line in found)


def test_nothing_is_attributed_of_what_is_undefined():
    found = sentences_of([(np.nan,) * 6], ends=(np.nan, np.nan), defined=0.0)
    assert found[1:] == ["The measure is undefined, so there is nothing to attribute."]
