import pytest

import socluster as sc
from tests.development.incubation.circles import circle


@pytest.fixture(scope="module")
def found():
    vary = {"trust_gain": (0, 0.3), "formation": (0.02, 0.3), "half_life": (0.3, 5)}
    events = [{"kind": "seminar", "period": 1}, {"kind": "seminar", "period": 2}]
    return sc.incubation_sensitivity(
        circle(12), events=events, vary=vary, periods=2, trajectories=4, samples=8, draws=4, rng=7
    )


def test_what_moves_the_answer_most_comes_first(found):
    table = found.to_frame()
    assert table["mu_star"].is_monotonic_decreasing
    assert table.index[0] == "formation"


def test_it_says_so_and_that_ranges_are_assumed(found):
    said = repr(found)
    assert "What moves the answer (new ties that are alive) most over its range, on average: chance of a tie" in said
    assert "Largest share of the variance" in said
    assert "The ranges are assumptions themselves" in said


def test_it_is_drawn_in_both_languages(found):
    for language in ("en", "lt"):
        assert found.plot(language=language).layout.meta["alt"]
