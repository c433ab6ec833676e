import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.two_waves import waves_of
from tests.development.incubation.circles import circle

USUAL = sc.Incubation(meetings=100)
TABLE = [{"kind": "seminar", "actors": "a0; a1; a2"}, {"kind": "seminar", "actors": "a1; a2; a4"}]


def read(before, after, events=TABLE, periods=1):
    return waves_of(before, after, events, USUAL, periods, None)


def test_who_is_in_both_and_at_which_events():
    before, after = circle(5, ties=[(0, 1), (3, 4)]), circle(4, ties=[(0, 2)])
    waves = read(before, after)
    assert waves.cluster.labels == ("a0", "a1", "a2", "a3")
    pairs = ["01", "02", "03", "12", "13", "23"]
    assert dict(zip(pairs, waves.joint.tolist(), strict=True)) == {"01": 1, "02": 1, "03": 0, "12": 2, "13": 0, "23": 0}
    assert [pair for pair, tied in zip(pairs, waves.shared.tied, strict=True) if tied] == ["01"]
    assert [pair for pair, tied in zip(pairs, waves.tied, strict=True) if tied] == ["02"]
    assert [pair for pair, each in zip(pairs, waves.exposed, strict=True) if each] == ["02", "12"]
    assert not waves.idle.any()  # a0 and a1 met for sure


def test_the_order_of_the_actors_does_not_matter():
    before, after = circle(5, ties=[(0, 1)]), circle(5, ties=[(0, 2)])
    turned = sc.Cluster.from_tables(after.actors.reset_index().iloc[::-1], after.ties[["source", "target", "layer"]])
    assert turned.labels[0] == "a4"
    assert read(before, turned).tied.tolist() == read(before, after).tied.tolist()


def test_unknown_dyads_are_left_out():
    unknown = pd.DataFrame({"source": ["a0"], "target": ["a2"], "layer": ["cooperation"]})
    cluster = circle(5, ties=[(0, 1)])
    tables = cluster.to_tables()
    unsure = sc.Cluster.from_tables(tables.actors, tables.ties[["source", "target", "layer"]], unknown=unknown)
    assert read(cluster, unsure).known.sum() == 9


def test_attendances_may_stand_with_either_wave():
    before = circle(4)
    after = circle(4, ties=[(0, 1)]).with_group("table", kind="seminar")
    for actor in ("a0", "a1", "a2"):
        after = after.with_affiliation(actor, "table", layer="attends")
    assert read(before, after, "attends").joint.sum() == 3


@pytest.mark.parametrize(
    ("before", "after", "events", "said"),
    [
        (circle(3), circle(5, ties=[(0, 4)]), [], "'a4'.*|has ties in the second wave and is not in the first"),
        (circle(3), circle(3), [{"kind": "seminar", "participants": 2}], "does not say who was there"),
        (circle(3), circle(3), {"seminar": 2}, "does not say who was there"),
        (circle(1), circle(1), [], "fewer than two actors are in both waves"),
        (circle(3), circle(3), [{"kind": "seminar", "actors": "a0; a9"}], "is no actor"),
    ],
)
def test_what_cannot_be_compared_is_refused(before, after, events, said):
    with pytest.raises(InputError, match=said):
        read(before, after, events)


def test_ties_that_follow_from_shared_events_tell_nothing_about_events():
    region = sc.load_dataset("siauliai")
    with pytest.raises(InputError, match="ties that follow from shared events"):
        read(region, region.project(), "attends")
