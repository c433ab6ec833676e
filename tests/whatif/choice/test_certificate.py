"""What a certificate says was proven: no more than was."""

import math

import pytest

from socluster.whatif.choice.certificate import Certificate


@pytest.mark.parametrize(
    ("value", "bound", "exact", "gap"),
    [
        (3.0, 4.0, False, 1 / 3),
        (-2.0, -1.0, False, 0.5),
        (3.0, 3.0, True, 0.0),
        (0.0, 0.0, True, 0.0),
        (0.0, 2.0, False, math.nan),
        (3.0, math.nan, False, math.nan),
    ],
)
def test_the_gap_is_a_part_of_the_gain(value, bound, exact, gap):
    found = Certificate("greedy and exchange", exact, 5, value, bound).gap
    assert found == pytest.approx(gap, nan_ok=True)


@pytest.mark.parametrize(
    ("certificate", "english"),
    [
        (Certificate("all sets", True, 1, 3.0, 3.0), "Exact: only one set is allowed."),
        (
            Certificate("all sets", True, 21, 3.0, 3.0),
            "Exact: all 21 sets that are allowed were computed, with the same draws.",
        ),
        (
            Certificate("integer programming", True, 3, 110.0, 110.0, "known"),
            "Exact: integer programming has proven that no set gains more (bound 110, gap 0%).",
        ),
        (
            Certificate("integer programming", False, 3, 100.0, 110.0, "known"),
            "Not proven: integer programming reached its time limit; no set gains more than 110 (gap 10%).",
        ),
        (
            Certificate("greedy and exchange", False, 1, 3.0, 4.5, "known"),
            "Found by greedy choice and exchange over 1 set, not proven. "
            "No set gains more than 4.5 (gap 50%), since returns diminish.",
        ),
        (
            Certificate("greedy and exchange", False, 40, 3.0, 4.5),
            "Found by greedy choice and exchange over 40 sets, not proven. If returns diminish and no candidate does "
            "harm, no set gains more than 4.5 (gap 50%). This is not known for this goal, so the bound is indicative "
            "only.",
        ),
        (
            Certificate("greedy and exchange", False, 40, 3.0, math.nan, "refuted"),
            "Found by greedy choice and exchange over 40 sets, not proven. No bound can be stated: some candidates do "
            "harm, or add more beside the others than alone.",
        ),
        (
            Certificate("greedy and exchange", False, 40),
            "Found by greedy choice and exchange over 40 sets, not proven. Points of the front may be missing.",
        ),
    ],
)
def test_it_says_what_was_proven_and_what_was_not(certificate, english):
    assert repr(certificate) == english
    assert certificate.sentences() == [english]
    [lithuanian] = certificate.sentences("lt")
    assert lithuanian != english
    assert ("Exact" in english) == certificate.exact
