"""Servers, rates and shares of the stations."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.development.chains.chain import chain_of
from socluster.development.chains.stations import staff_of, stations_of
from tests.development.chains.towns import STEPS, chain, town

SERVERS = {"C1": 3, "C2": 4, "P1": 2, "P2": 1, "V1": 6, "V2": 3}


def made(cluster=None, steps=STEPS, servers=SERVERS, **options):
    found = chain_of(town() if cluster is None else cluster, steps)
    crew = staff_of(found, servers, 10, {"psychologist": 2})
    told = {"routing": "capacity", "needs": None, "holidays": None, "season": None, "horizon": 2.0, **options}
    return crew, stations_of(found, crew, **told)


def test_who_serves_and_for_how_long_clients_wait_there():
    crew, (stations, season) = made()
    assert crew.capacity.tolist() == [30, 40, 20, 10, 60, 30]
    assert crew.patience.tolist() == [np.inf, np.inf, 0.5, 0.5, np.inf, np.inf]
    assert stations.step.tolist() == [0, 0, 1, 1, 2, 2]
    assert season == [(2.0, 1.0)]


def test_clients_are_shared_out_by_capacity():
    _, (stations, _) = made()
    ways = {
        node: list(zip(stations.target[first:last].tolist(), stations.upto[first:last].tolist(), strict=True))
        for node, (first, last) in enumerate(zip(stations.first[:-1], stations.first[1:], strict=True))
    }
    assert ways[1] == [(2, pytest.approx(2 / 3)), (3, 1.0)]  # C2 to P1 and P2
    assert ways[6] == [(0, pytest.approx(3 / 7)), (1, 1.0)]  # S1 to C1 and C2
    assert ways[4] == []


def test_who_is_needed_and_not_there_is_nobody():
    there = chain({"S": None, "C": 0, "P": 0, "V": 0}, ["S C", "C V"])
    steps = ["school", "case manager", "psychologist?", "service"]
    _, (stations, _) = made(there, steps, servers=1, needs={"psychologist": 0.25})
    assert stations.target.tolist() == [-1, 2, -1, 0]  # of the case manager, the psychologist and the school
    assert stations.upto.tolist() == [0.25, 1.0, 1.0, 1.0]


def test_a_calendar_cuts_the_horizon():
    _, (stations, season) = made(holidays=[(0.75, 1), (0.25, 0.5)], season=[(0.5, 2), (0.5, 0)])
    assert stations.ends.tolist() == [0.5, 0.75, 1.0, 1.5, 1.75, 2.0]
    assert stations.crew[5].tolist() == [3, 3, 2, 3, 3, 2]
    assert [factor for _, factor in season] == [2, 0, 0, 2, 0, 0]


def test_all_who_have_no_number_are_named():
    with pytest.raises(InputError) as error:
        staff_of(chain_of(town(), STEPS), {"C1": 1}, 10, None)
    assert [problem.row for problem in error.value.problems] == ["C2", "P1", "P2", "V1", "V2"]
