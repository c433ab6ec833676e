"""What a scenario does beside a random partner, said in the scenario's direction."""

import pytest

from socluster.whatif.comparison.beside_random import beside_random

RISES = {"delta": 1.0, "low": 0.5, "high": 1.5}
FALLS = {"delta": -1.0, "low": -1.5, "high": -0.5}
UNCLEAR = {"delta": 1.0, "low": -0.5, "high": 1.5}
WITH_RANDOM = "With a random partner of the same type with as many ties "
NOT_CLEAR = ", so it makes no clear difference whom the partner is tied to."


@pytest.mark.parametrize(
    ("row", "null", "above", "said"),
    [
        (RISES, 2, 0.01, "it rises by 2; here it rises less in 99% of the draws."),
        (RISES, 0.5, 0.98, "it rises by 0.5; here it rises more in 98% of the draws."),
        (FALLS, -2, 0.98, "it falls by 2; here it falls less in 98% of the draws."),
        (FALLS, -0.5, 0.04, "it falls by 0.5; here it falls more in 96% of the draws."),
        (FALLS, -1.2, 0.66, "it falls by 1.2; here it falls less in 66% of the draws" + NOT_CLEAR),
        (RISES, 0.9, 0.66, "it rises by 0.9; here it rises more in 66% of the draws" + NOT_CLEAR),
        (RISES, -1, 0.98, "it falls by 1; here it ends higher in 98% of the draws."),
        (FALLS, 1, 0.02, "it rises by 1; here it ends lower in 98% of the draws."),
        (FALLS, 0.0, 0.02, "it does not change; here it ends lower in 98% of the draws."),
        (UNCLEAR, -0.2, 0.9, "it changes by \N{MINUS SIGN}0.2; here it ends higher in 90% of the draws" + NOT_CLEAR),
        (UNCLEAR, 1.1, 0.47, "it changes by 1.1; here it ends lower in 53% of the draws" + NOT_CLEAR),
        (RISES, 1, 0.5, "it rises by 1; here it ends higher as often as lower" + NOT_CLEAR),
    ],
)
def test_more_and_less_go_with_the_direction(row, null, above, said):
    assert beside_random({**row, "null": null, "p_above_null": above}, 100, "en") == WITH_RANDOM + said


def test_one_draw_compares_nothing():
    assert beside_random({**FALLS, "null": -2, "p_above_null": 1.0}, 1, "en") == WITH_RANDOM + "it falls by 2."


def test_in_lithuanian():
    said = beside_random({**FALLS, "null": -2, "p_above_null": 0.66}, 100, "lt")
    assert "sumažėja 2; čia sumažėja mažiau 66\N{NO-BREAK SPACE}% bandymų, todėl aiškaus skirtumo" in said
