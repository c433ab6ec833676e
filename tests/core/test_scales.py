"""Ladders of strength."""

import pytest

from socluster.core.errors import InputError
from socluster.core.scales import EMON, FREY, SCALES, scale_named


def test_ladders():
    assert FREY.strength(["Collaboration", 1, "3"]) == [5.0, 1.0, 3.0]
    assert FREY.has_zero
    assert EMON.reversed
    assert EMON.strength([1, 2, 3, 4]) == [4.0, 3.0, 2.0, 1.0]
    assert not SCALES["frequency"].has_zero
    with pytest.raises(InputError) as caught:
        FREY.strength([1, 9, "colaboration"])
    assert [problem.row for problem in caught.value.problems] == [1, 2]
    assert caught.value.problems[1].nearest == "collaboration"
    with pytest.raises(InputError, match="did you mean 'luke'"):
        scale_named("lukke")
