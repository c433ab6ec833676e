"""Where everybody stands in a picture of attendances whose names are measured."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.plot.clusters.event_shapes import shaped_places

attended = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("1234")), min_size=1, max_size=25)


def places(pairs, width=760):
    return shaped_places(pairs, {actor: (actor,) for actor, _ in pairs}, width)


@given(attended)
def test_who_is_at_one_event_stands_in_a_margin_and_who_connects_in_the_middle(pairs):
    found = places(pairs)
    events = pd.DataFrame(sorted(set(pairs)), columns=["actor", "event"]).groupby("actor")["event"].nunique()
    for actor, (_, _, side) in found.actors.items():
        assert (side == "middle") == (events[actor] > 1)


@given(attended)
def test_nobody_stands_on_somebody_else_and_all_within_their_band(pairs):
    found = places(pairs)
    spots = [(round(x), round(y)) for x, y, _ in found.actors.values()] + [
        (round(x), round(y)) for x, y in found.groups.values()
    ]
    assert len(set(spots)) == len(spots)
    assert all(0 <= y <= found.height for _, y in spots)


@given(attended, st.randoms())
def test_the_order_of_attendances_does_not_matter(pairs, chance):
    mixed = list(pairs)
    chance.shuffle(mixed)
    assert places(pairs) == places(mixed)


def test_every_connected_part_is_a_band_the_largest_first():
    found = places([("a", "1"), ("b", "2"), ("c", "2")])
    assert [band.n_actors for band in found.bands] == [2, 1]
    assert found.bands[0].bottom < found.bands[1].top


@pytest.mark.parametrize("pairs", [[]])
def test_nothing_takes_no_room(pairs):
    assert places(pairs).height <= 20
