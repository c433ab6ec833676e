"""One client or many, in both languages; when a queue settles, and how exact its wait is."""

import socluster as sc
from socluster.development.chains.queues.told import (
    approximated,
    clients,
    come,
    given_up,
    on_list,
    room,
    settles_slowly,
    turned_away,
)


def test_one_is_told_from_many():
    assert [clients(n, "en") for n in (0.5, 1, 1.04, 2)] == ["0.5 clients", "1 client", "1.04 clients", "2 clients"]
    assert [room(n, "en") for n in (1, 57.1)] == ["1 place", "57.1 places"]
    assert [come(n, "en") for n in (1, 45)] == ["1 comes", "45 come"]
    assert [on_list(n, "en") for n in (1, 3.87)] == ["1 is on the list", "3.87 are on the list"]
    assert turned_away(2, 0.5, "year", "en").startswith("2 clients a year (50.0%) find")
    assert given_up(2, 0.5, "year", "en").startswith("2 clients a year (50.0%) give up")


def test_a_queue_of_one_speaks_of_one():
    assert "(1 client for 1 place a year)" in sc.queues.delay(1, 1, 1).sentences()[0]
    assert "klientų 1, vietų 1" in sc.queues.delay(1, 1, 1).sentences("lt")[0]


def test_a_steady_state_that_is_years_away_is_told():
    assert settles_slowly(0.25, 0.5, "year", "en")[0].startswith(  # 1 / (0.5 * 0.25) years
        "That is a steady state, which a list approaches over about 8 years"
    )
    assert settles_slowly(0.25, 0.5, "year", "lt") != settles_slowly(0.25, 0.5, "year", "en")
    assert settles_slowly(0.25, 0.5, "month", "en") == []  # 8 months
    assert settles_slowly(1.2, 0.5, "year", "en") == []


def test_how_exact_the_wait_is_is_told_where_service_times_vary_otherwise():
    assert approximated(1.0, 0.1, "en") == []
    assert approximated(2.0, float("inf"), "en") == []
    assert "about 10% off" in approximated(2.0, 0.1, "en")[0]
