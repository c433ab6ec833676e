"""One client or many, in both languages."""

import socluster as sc
from socluster.development.chains.queues.told import clients, come, given_up, on_list, room, turned_away


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
