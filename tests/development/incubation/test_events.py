from collections import Counter

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.events import events_of
from tests.development.incubation.circles import circle

PLAN = {"conferences": 3, "seminars": 24, "round tables": 34}


def made(events, n=120, periods=1, **parameters):
    return events_of(circle(n), events, sc.Incubation(**parameters), periods)


def test_numbers_by_kind_are_spread_evenly():
    events = made(PLAN, periods=3)
    assert Counter(event.kind for event in events) == {"conference": 3, "seminar": 24, "round table": 34}
    assert Counter((event.period, event.kind) for event in events)[1, "seminar"] == 8
    assert [event.period for event in events] == sorted(event.period for event in events)
    assert len({event.name for event in events}) == 61
    assert {(event.kind, event.number) for event in events} == {
        ("conference", 100),
        ("seminar", 40),
        ("round table", 34),
    }
    assert {event.meet for event in events} == {14 / 99, 8 / 39, 10 / 33}


def test_sixty_four_events_that_were_held_are_as_good_as_sixty_one_planned_ones():
    assert len(made(pd.Series({"conference": 3, "seminar": 25, "round table": 36}))) == 64


def test_no_more_are_there_than_there_are():
    assert {event.number for event in made(PLAN, n=20)} == {20}


def test_a_row_for_each():
    rows = [
        {"kind": "visit", "actors": ["a1", "a0", "a5"], "meetings": 1, "period": 2},
        {"kind": "visit", "actors": "a3; a4", "meetings": 5, "period": 1, "event": "second"},
        {"kind": "seminar", "participants": 7, "period": 1},
        {"kind": "seminar", "actors": ["a0", "a1", "a2", "a3"], "participants": 3, "period": 2},
    ]
    events = made(rows, periods=2)
    assert [event.name for event in events] == ["second", "seminar 1", "visit 1", "seminar 2"]
    assert [(event.who.tolist()[:4], event.number) for event in events] == [
        ([3, 4], 2),
        ([0, 1, 2, 3], 7),
        ([0, 1, 5], 3),
        ([0, 1, 2, 3], 3),
    ]
    assert [event.meet for event in events] == [1.0, 1.0, 0.5, 1.0]
    assert [event.is_stated for event in events] == [True, False, True, False]
    assert [event.name for event in made(pd.DataFrame(rows).set_index("event"), periods=2)] == [
        event.name for event in events
    ]


def test_attendances_in_the_data():
    region = sc.load_dataset("siauliai")
    events = events_of(region, "attends", sc.Incubation(meetings=10), 1)
    assert len(events) == 7  # at the eighth only one organisation is named
    assert sum(len(event.who) for event in events) == region.n_affiliations - 1
    with pytest.raises(InputError, match="did you mean 'attends'"):
        events_of(region, "attend", sc.Incubation(), 1)
    with pytest.raises(InputError, match="presentation"):
        events_of(region, "attends", sc.Incubation(), 1)


def test_no_events_at_all():
    assert made({}) == made([]) == made(pd.DataFrame()) == made({"seminar": 0}) == []


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ({"picnic": 2}, "nobody says whom each meets.*|nobody says who is at an event"),
        ({"seminar": -1}, "whole number of at least 0"),
        ({"seminar": 1.5}, "whole number of at least 0"),
        ({"seminar": 10**7}, "more events than can be simulated"),
        ({3: 1}, "is no kind of event"),
        (7, "must be numbers by kind of event, a table"),
        ([1, 2], "must be numbers by kind of event, a table"),
        ([{"event": "x"}], "needs a column 'kind'"),
        ([{"kind": None}], "row 1, column 'kind': has no kind"),
        ([{"kind": "seminar", "actors": ["a1"]}], "fewer than two participants"),
        ([{"kind": "seminar", "actors": ["a1", "a999"]}], "is no actor of this cluster"),
        ([{"kind": "seminar", "participants": 200}], "head counts are persons"),
        ([{"kind": "seminar", "event": "x"}, {"kind": "seminar", "event": "x"}], "row 2.*name of another event"),
        ([{"kind": "seminar", "meetings": -2}], "how many each who is there meets"),
    ],
)
def test_what_is_wrong_is_told(events, said):
    with pytest.raises(InputError, match=said):
        made(events)


def test_all_bad_rows_are_told_at_once():
    with pytest.raises(InputError) as error:
        made([{"kind": "seminar", "actors": ["a1"]}, {"kind": "seminar"}, {"kind": "seminar", "actors": ["zz", "a1"]}])
    assert [problem.row for problem in error.value.problems] == [1, 3]


@pytest.mark.parametrize(
    ("column", "meant"),
    [
        ("place", "places"), ("sector", "sectors"), ("Sectors", "sectors"), ("actor", "actors"),
        ("participant", "participants"), ("price", "cost"), ("year", "period"), ("Date", "date"),
        ("meeting", "meetings"),
    ],
)  # fmt: skip
def test_a_column_that_would_not_be_read_is_refused_with_the_nearest(column, meant):
    rows = [{"kind": "seminar"}, {"kind": "seminar", column: "public"}]
    for events in (rows, pd.DataFrame(rows), pd.DataFrame(rows).set_index(column)):
        with pytest.raises(InputError) as caught:
            made(events)
        (problem,) = caught.value.problems
        assert (problem.column, problem.nearest) == (column, meant)
        assert problem.row == 2
        assert f"did you mean '{meant}'?" in str(problem)
        assert "tokio stulpelio renginių lentelėje nėra" in str(problem.in_language("lt"))


def test_all_strange_columns_are_told_at_once_with_what_else_is_wrong_of_the_columns():
    with pytest.raises(InputError) as caught:
        made([{"Kind": "seminar", "place": "x"}])
    assert [problem.column for problem in caught.value.problems] == ["events", "Kind", "place"]
    with pytest.raises(InputError, match="column 'places': occurs more than once"):
        made(pd.DataFrame([["seminar", "a", "b"]], columns=["kind", "places", "places"]))


def test_the_table_of_the_groups_of_a_cluster_is_a_table_of_events():
    region = sc.load_dataset("siauliai")
    groups = region.groups[region.groups["kind"] == "round table"]
    for table in (groups, groups.reset_index(), groups.reset_index().set_index("group", drop=False)):
        assert len(events_of(region, table, sc.Incubation(), 1)) == len(groups)
    with pytest.raises(InputError, match="column 'sector': is no column of a table of events"):
        events_of(region, groups.assign(sector="public"), sc.Incubation(), 1)
    with pytest.raises(InputError, match="column 'group': is no column of a table of events"):
        events_of(region, [{"kind": "seminar", "group": "nobody's"}], sc.Incubation(), 1)


def test_what_an_event_costs_may_stand_in_its_row():
    assert len(made([{"kind": "seminar", "cost": 4_000}])) == 1
