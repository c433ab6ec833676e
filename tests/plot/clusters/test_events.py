"""Where everybody stands in a picture of attendances."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.plot.clusters.events import EventShape, event_places, folded

attended = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("1234")), min_size=1, max_size=25)


USUAL = EventShape()


def places(pairs, width=760, shape=USUAL):
    return event_places(pairs, {actor: (actor,) for actor, _ in pairs}, width, shape)


SHAPES = {
    "as in a report": EventShape(),
    "as on paper": EventShape(spreads=False),
    "one margin": EventShape(gap=9.0, one_margin=True, spreads=False),
}
in_every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


@in_every_shape
@given(attended)
def test_who_is_at_one_event_stands_in_a_margin_and_who_connects_in_the_middle(shape, pairs):
    found = places(pairs, shape=shape)
    events = pd.DataFrame(sorted(set(pairs)), columns=["actor", "event"]).groupby("actor")["event"].nunique()
    for actor, (_, _, side) in found.actors.items():
        assert (side == "middle") == (events[actor] > 1)


@in_every_shape
@given(attended)
def test_nobody_stands_on_somebody_else_and_all_within_their_band(shape, pairs):
    found = places(pairs, shape=shape)
    spots = [(round(x), round(y)) for x, y, _ in found.actors.values()] + [
        (round(x), round(y)) for x, y in found.groups.values()
    ]
    assert len(set(spots)) == len(spots)
    assert all(0 <= y <= found.height for _, y in spots)


@in_every_shape
@given(attended, st.randoms())
def test_the_order_of_attendances_does_not_matter(shape, pairs, chance):
    mixed = list(pairs)
    chance.shuffle(mixed)
    assert places(pairs, shape=shape) == places(mixed, shape=shape)


@in_every_shape
def test_every_connected_part_is_a_band_the_largest_first(shape):
    found = places([("a", "1"), ("b", "2"), ("c", "2")], shape=shape)
    assert [band.n_actors for band in found.bands] == [2, 1]
    assert found.bands[0].bottom < found.bands[1].top


@pytest.mark.parametrize("pairs", [[]])
def test_nothing_takes_no_room(pairs):
    assert places(pairs).height <= 20


def test_of_very_many_the_rest_of_a_margin_is_one_and_who_connects_stays_whole():
    alone = [(f"a{at:03}", f"event {at % 4}") for at in range(150)]
    both = [(f"b{at}", f"event {event}") for at in range(30) for event in (at % 4, (at + 1) % 4)]
    names = {actor: actor for actor, _ in [*alone, *both]}
    drawn, rest = folded([*alone, *both], names)
    assert {actor for actor, _ in drawn} >= {actor for actor, _ in both}
    assert len(drawn) - len(both) - len(rest) + sum(map(len, rest.values())) == len(alone)
    assert {actor for actors in rest.values() for actor in actors}.isdisjoint(actor for actor, _ in drawn)
    found = event_places(drawn, {actor: (actor,) for actor in names}, 760, rest=rest)
    assert [band.n_actors for band in found.bands] == [180]
    for each in rest:  # the rest stands last at its event
        x, y, _ = found.actors[each]
        at_event = [a for a, group in drawn if group == dict(drawn)[each] and found.actors[a][0] == x]
        assert y == max(found.actors[a][1] for a in at_event)


def test_up_to_120_everybody_is_drawn():
    pairs = [(f"a{at}", "event") for at in range(120)]
    assert folded(pairs, {actor: actor for actor, _ in pairs}) == (pairs, {})


def test_where_very_many_connect_events_stand_as_far_apart_as_they_do():
    pairs = [(f"b{at}", f"event {event}") for at in range(60) for event in (at % 4, (at + 1) % 4)]
    found = places(pairs)
    heights = [y for _, y in found.groups.values()]
    assert max(heights) - min(heights) > 0.4 * found.height
