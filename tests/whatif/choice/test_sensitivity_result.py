"""What a sensitivity analysis says, for gains that are written down by hand."""

import numpy as np
import pytest

from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.sensitivity_result import Sensitivity, Settled
from tests.whatif.choice.choice_samples import ties_in


def gains(hub, school=(1.0, 1.0, 1.0, 1.0)):
    return {"hub": np.array(hub, dtype=float), "school": np.array(school, dtype=float)}


SHARE = Settled({"en": "share", "lt": "dalis"}, gains([1, 1, 0, 1], [2, 2, 2, 2]), gains([2, 2, 2, 2]))
ODDS = Settled({"en": "odds", "lt": "šansai"}, gains([0, 0, 0, 0]), gains([4, 4, 4, 0]))


def found(*settled, skipped=()):
    return Sensitivity(Goal({ties_in: 1}, per="unit"), gains([2, 2, 0, 2]), settled, skipped, draws=4)


def test_what_moves_the_gain_of_the_best_most_comes_first():
    """As assumed hub wins three draws of four, with 1.5 on average."""
    result = found(SHARE, ODDS)
    assert result.best == "hub"
    table = result.to_frame()
    assert table.index.tolist() == ["odds", "share"]
    assert table.loc["odds"].tolist() == [0, 1.5, 3, "school", "hub", True]
    assert table.loc["share"].tolist() == [0.75, 1.5, 2, "school", "hub", True]
    assert result.to_frame("lt").index.tolist() == ["šansai", "dalis"]


def test_an_assumption_that_changes_nothing_stays():
    same = Settled({"en": "prior", "lt": "prielaida"}, gains([2, 2, 2, 0]), gains([2, 2, 2, 2]))
    table = found(same).to_frame()
    assert table["changes"].tolist() == [False]
    assert "Prior: the choice stays; the gain of hub ranges from 1.5 to 2." in found(same).sentences()


def test_the_sentences_say_at_which_end_another_wins():
    said = found(ODDS).sentences()
    assert (
        said[0]
        == "As assumed, hub comes first for ties in (higher is better) in 75% of 4 draws, with a mean gain of 1.5."
    )
    assert said[1] == "Odds: the choice changes: school if it is low; the gain of hub ranges from 0 to 3."
    both = Settled({"en": "odds", "lt": "šansai"}, gains([0] * 4), gains([0.5] * 4))
    assert "school if it is low, school if it is high" in found(both).sentences()[1]


def test_what_was_not_varied_is_said():
    nothing = found(skipped=("Half", "Own"))
    assert nothing.to_frame().empty
    assert "No assumption was varied." in nothing.sentences()
    assert "Not varied, since the model does not say how: Half, Own." in nothing.sentences()
    assert not any("varied alone" in sentence for sentence in nothing.sentences())


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_picture_has_a_bar_for_every_assumption(language):
    alt = found(SHARE, ODDS).plot(language=language).layout.meta["alt"]
    for name in found(SHARE, ODDS).to_frame(language).index:
        assert name in alt
