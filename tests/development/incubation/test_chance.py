import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("events", "formation", "repeat", "meet", "factor", "expected"),
    [  # by the recursion, in another program
        (5, 0.1, 1, 1, 1, 0.409510),
        (5, 0.1, 0.5, 1, 1, 0.181940),
        (4, 0.2, 0.7, 1, 1, 0.421996),
        (1, 0.1, 0.7, 8 / 33, 1, 0.024242),
        (3, 0.1, 0.5, 0.25, 1, 0.065178),
        (3, 0.1, 0.5, 0.25, 0.36, 0.023657),
        (2_000, 0.1, 0.7, 1, 1, 0.290844),
        (2_000, 0.1, 0.5, 1, 1, 0.187043),
        (0, 0.5, 0.5, 1, 1, 0.0),
    ],
)
def test_known_values(events, formation, repeat, meet, factor, expected):
    found = sc.tie_chance(events, formation=formation, repeat=repeat, meet=meet, factor=factor)
    assert found == pytest.approx(expected, abs=5e-7)


@given(st.lists(SHARES, max_size=6), SHARES, SHARES, SHARES)
def test_it_is_the_sum_over_all_ways_to_meet(meet, formation, repeat, factor):
    untied = 0.0
    for way in itertools.product([False, True], repeat=len(meet)):
        chance, met = 1.0, 0
        for q, meets in zip(meet, way, strict=True):
            chance *= q if meets else 1 - q
            if meets:
                chance *= 1 - formation * factor * repeat**met
                met += 1
        untied += chance
    found = sc.tie_chance(len(meet), formation=formation, repeat=repeat, meet=meet, factor=factor)
    assert found == pytest.approx(1 - untied, abs=1e-9)


@given(st.integers(0, 30), SHARES, SHARES, SHARES)
def test_more_events_never_make_it_less_likely_and_with_repeat_1_every_event_counts_alike(
    events, formation, repeat, meet
):
    one, more = (sc.tie_chance(n, formation=formation, repeat=repeat, meet=meet) for n in (events, events + 1))
    assert 0 <= one <= more + 1e-12
    alike = sc.tie_chance(events, formation=formation, repeat=1, meet=meet)
    assert alike == pytest.approx(1 - (1 - formation * meet) ** events, abs=1e-9)


def test_as_many_chances_to_meet_as_events():
    with pytest.raises(InputError, match="as many as there are events \\(3\\)"):
        sc.tie_chance(3, formation=0.1, repeat=1, meet=[0.1, 0.2])


@pytest.mark.parametrize("wrong", [{"events": -1}, {"events": 10**9}, {"formation": 2}, {"meet": [0.5, 3]}])
def test_nonsense_is_refused(wrong):
    given = {"events": 2, "formation": 0.1, "repeat": 1, "meet": 0.5} | wrong
    with pytest.raises(InputError):
        sc.tie_chance(given.pop("events"), **given)
