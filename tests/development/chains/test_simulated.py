"""A draw depends on nothing but the task and its number; clients keep their numbers whatever else changes."""

import dataclasses

import numpy as np
import pytest

from socluster._kernels.waiting.clients import Stations
from socluster.development.chains.simulated import Histories


def histories(**changes):
    stations = Stations(
        step=np.array([0]), pace=np.array([0.05]), bears=np.array([np.inf]), crew=np.array([[2]]), ends=np.array([2.0]),
        first=np.array([0, 0, 1]), target=np.array([0]), upto=np.array([1.0]),
    )  # fmt: skip
    told = {
        "stations": stations, "names": ("P",), "kinds": ("psychologist",), "entries": ("S",), "rates": np.array([30.0]),
        "ranks": np.array([0]), "season": ((2.0, 1.0),), "start": np.array([0]), "cv2": 1.0, "loyal": 0.0,
        "grid": np.array([1.0, 2.0]), "seed": 5,
    }  # fmt: skip
    return Histories(**{**told, **changes})


def test_clients_come_as_often_as_stated_and_keep_their_numbers():
    task = histories()
    sizes = [len(task.trace(draw)[0].arrive) for draw in range(200)]
    assert np.mean(sizes) == pytest.approx(60, abs=4 * np.sqrt(60 / 200))
    few, _ = task.trace(3)
    many, _ = dataclasses.replace(task, rates=np.array([60.0])).trace(3)
    n = len(few.arrive)
    assert many.arrive[:n].tolist() == pytest.approx((few.arrive / 2).tolist())  # the same clients, twice as soon
    assert (many.service[:n] == few.service).all()


def test_nobody_comes_in_summer():
    task = histories(season=((0.5, 2.0), (0.5, 0.0), (1.0, 1.0)))
    arrive = np.concatenate([task.trace(draw)[0].arrive for draw in range(100)])
    assert not ((arrive > 0.5) & (arrive < 1.0)).any()
    assert (arrive <= 0.5).mean() == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("cv2", "spread"), [(0, 0.0), (0.5, 0.5), (1, 1.0), (2, 2.0)])
def test_service_times_have_mean_one_and_vary_as_stated(cv2, spread):
    task = histories(cv2=cv2)
    needs = np.concatenate([task.trace(draw)[0].service.ravel() for draw in range(150)])
    assert needs.mean() == pytest.approx(1, abs=0.06)
    assert needs.var() == pytest.approx(spread, abs=0.15 * max(spread, 0.1))


def test_who_is_there_in_the_beginning_is_first():
    clients, found = histories(start=np.array([4])).trace(0)
    assert (clients.origin[:4] == -1).all()
    assert (clients.arrive[:4] == 0).all()
    assert found.counts[0, 0] == len(clients.arrive)


def test_nobody_at_all():
    assert histories(rates=np.array([0.0])).run(0, 2)[0][:, 0].tolist() == [0, 0]


def test_who_never_gives_up_depends_on_the_seed_and_the_draw():
    def stays(seed, draw):
        return histories(loyal=0.5, seed=seed)._marks("S", 20, draw)[1].tolist()

    assert stays(5, 1) == stays(5, 1)
    assert stays(5, 1) != stays(6, 1)
    assert stays(5, 1) != stays(5, 2)
    assert histories()._marks("S", 3, 1)[1].tolist() == [1, 1, 1]
