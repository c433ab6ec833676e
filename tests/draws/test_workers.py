"""Who computes does not matter: processes, a Dask cluster, workers that die; the numbers are the same."""

import gc
import os
import signal
from importlib import import_module

import pytest

from socluster.core.errors import SoclusterError
from socluster.draws import workers
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws
from tests.draws.tasks import Dice, assert_same

DRAWS = 120

# A worker that is killed leaves sockets behind; they are closed when they are collected, at the end of this file.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")


def rows(task, executor=None, draws=DRAWS):
    with Drawing(Draws(draws, executor=executor), "test") as drawing:
        return drawing.rows(task)


@pytest.fixture
def at_once(monkeypatch):
    """Processes are started whatever the work is worth."""
    for rule in ("WORTH", "SENDING", "LOOKS"):
        monkeypatch.setattr(workers, rule, 0)


@pytest.fixture(scope="module")
def client():
    """Two processes that stand for two computers."""
    from distributed import Client, LocalCluster

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0", "host": "127.0.0.1"}
    with LocalCluster(**options) as cluster, Client(cluster) as connected:
        yield connected
    gc.collect()


def signing(folder):
    """Let every process that computes a draw leave a file with its number."""

    def sign(draw):
        open(os.path.join(folder, str(os.getpid())), "a").close()

    return sign


def processes(folder):
    return {int(name) for name in os.listdir(folder)}


def deadly(flag=None):
    """Kill the worker: the first one that is asked, or without a flag every one."""
    main = os.getpid()

    def die(draw):
        if os.getpid() == main:
            return
        if flag is not None:
            try:
                os.close(os.open(flag, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return
        os.kill(os.getpid(), signal.SIGKILL)

    return die


def broken(error):
    main = os.getpid()

    def fail(draw):
        if os.getpid() != main:
            raise error("my own mistake")

    return fail


def test_the_number_of_processes_does_not_matter(at_once, tmp_path):
    expected = rows(Dice())
    assert_same(rows(Dice(before_draw=signing(str(tmp_path))), executor=2), expected)
    assert os.getpid() not in processes(tmp_path)


def test_one_process_is_this_one(tmp_path):
    assert_same(rows(Dice(before_draw=signing(str(tmp_path))), executor=1), rows(Dice()))
    assert processes(tmp_path) == {os.getpid()}


def test_the_same_processes_compute_all_tasks_of_a_question(at_once, tmp_path):
    with Drawing(Draws(DRAWS, executor=2), "test") as drawing:
        for seed in range(3):
            task = Dice(seed, before_draw=signing(str(tmp_path)))
            assert_same(drawing.rows(task), rows(Dice(seed)))
    assert 1 <= len(processes(tmp_path)) <= 2
    assert os.getpid() not in processes(tmp_path)


def test_nor_does_a_cluster_of_computers_matter(client, tmp_path):
    assert_same(rows(Dice(before_draw=signing(str(tmp_path))), executor=client), rows(Dice()))
    assert processes(tmp_path) <= set(client.run(os.getpid).values())


def test_a_worker_killed_in_the_middle_costs_nothing_but_time(client, tmp_path):
    flag = str(tmp_path / "killed")
    before = set(client.run(os.getpid).values())
    assert_same(rows(Dice(before_draw=deadly(flag)), executor=client), rows(Dice()))
    assert os.path.exists(flag)
    client.wait_for_workers(2, timeout=600)
    assert before != set(client.run(os.getpid).values())  # one of them is dead indeed


class Fatal:
    """Kills the first worker that is handed it: the worker is lost while it is sent the task."""

    def __init__(self, flag):
        self.flag = flag

    def __reduce__(self):
        return _received, (self.flag, os.getpid())

    def __call__(self, draw):
        return None


def _received(flag, sender):
    if os.getpid() != sender and not os.path.exists(flag):
        open(flag, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return Fatal(flag)


def test_nor_does_one_that_is_killed_while_it_is_sent_the_task(client, tmp_path):
    flag = str(tmp_path / "killed")
    assert_same(rows(Dice(before_draw=Fatal(flag)), executor=client), rows(Dice()))
    assert os.path.exists(flag)


@pytest.mark.parametrize("request_number", [1, 2, 5, 13])
def test_nor_one_that_is_killed_at_any_of_our_requests(client, monkeypatch, request_number):
    client.wait_for_workers(2, timeout=600)
    submit, requests = client.submit, []

    def submit_and_kill(*arguments, **options):
        requests.append(arguments)
        if len(requests) == request_number:
            os.kill(next(iter(client.run(os.getpid, on_error="ignore").values())), signal.SIGKILL)
        return submit(*arguments, **options)

    monkeypatch.setattr(client, "submit", submit_and_kill)
    assert_same(rows(Dice(), executor=client), rows(Dice()))
    assert len(requests) >= 13  # the task, and twelve pieces


class Futures:
    """A cluster of which every answer gets lost in one way, so many times, before it comes."""

    def __init__(self, times, way):
        self.times, self.way, self.status = times, way, "running"

    def submit(self, function, *arguments, pure):
        return Future(self, function, arguments)

    def scatter(self):
        raise AssertionError("what the workers hold is lost with them")

    def cancel(self, futures):
        if self.way == "closed":
            raise OSError("nobody listens")

    def is_lost(self):
        self.times -= 1
        return self.times >= 0


class Future:
    def __init__(self, cluster, function, arguments):
        self.cluster, self.function, self.arguments = cluster, function, arguments
        self.lost = function is workers._run_piece and cluster.is_lost()

    @property
    def status(self):
        return "cancelled" if self.lost and self.cluster.way == "cancelled" else "finished"

    def result(self):
        if self.lost and self.cluster.way == "worker":
            raise KeyError("tcp://127.0.0.1:1")
        if self.lost and self.cluster.way == "closed":
            self.cluster.status = "closed"
            raise OSError("in <TCP>: Stream is closed")
        return self.function(*(each.result() if isinstance(each, Future) else each for each in self.arguments))

    def release(self):
        pass


@pytest.fixture
def in_order(monkeypatch):
    """Answers come in the order of the questions; the cluster is none."""
    monkeypatch.setattr(import_module("distributed"), "as_completed", iter)


@pytest.mark.parametrize("way", ["cancelled", "worker"])
def test_what_the_cluster_loses_is_asked_for_again(in_order, way):
    assert_same(rows(Dice(), executor=Futures(30, way)), rows(Dice()))
    with pytest.raises(SoclusterError, match="workers died 3 times in a row"):
        rows(Dice(), executor=Futures(10**6, way))


def test_a_lost_connection_is_said_in_words(in_order):
    with pytest.raises(SoclusterError, match="the connection to the Dask cluster is lost"):
        rows(Dice(), executor=Futures(1, "closed"))


def test_so_with_processes_of_this_computer(at_once, tmp_path):
    flag = str(tmp_path / "killed")
    assert_same(rows(Dice(before_draw=deadly(flag)), executor=2), rows(Dice()))
    assert os.path.exists(flag)


def test_workers_that_die_again_and_again_are_given_up(at_once):
    with pytest.raises(SoclusterError, match="workers died 3 times in a row"):
        rows(Dice(before_draw=deadly()), executor=2)


@pytest.mark.parametrize("error", [ZeroDivisionError, OSError])
def test_an_error_of_the_users_own_comes_through(at_once, client, error):
    for executor in (2, client):
        with pytest.raises(error, match="my own mistake"):
            rows(Dice(before_draw=broken(error)), executor=executor)


# -- when processes are started ---------------------------------------------------------------------------------------


class Clock:
    """Time that passes only while draws are computed, so many seconds each."""

    def __init__(self, monkeypatch):
        self.now = 0.0
        monkeypatch.setattr(workers, "perf_counter", lambda: self.now)

    def taking(self, *seconds):
        """A task whose first draws take these, all others the last of them."""

        def work(draw):
            self.now += seconds[min(draw, len(seconds) - 1)]

        return Dice(before_draw=work)


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def shared(monkeypatch):
    """The pieces that would have gone to processes."""
    sent = []

    def run_there(crew, task, missing):
        crew.pool = "started"
        sent.append(list(missing))
        for piece in missing:
            yield piece, task.run(*piece)

    monkeypatch.setattr(workers._Processes, "_run_there", run_there)
    monkeypatch.setattr(workers._Processes, "_stop", lambda crew: None)
    return sent


def test_small_work_starts_no_process(clock, shared):
    rows(clock.taking(0.03), executor=2, draws=100)
    assert shared == []
    assert clock.now == pytest.approx(3)


def test_large_work_does_once_its_cost_is_known(clock, shared):
    rows(clock.taking(0.1), executor=2, draws=100)
    assert shared == [[(first, first + 10) for first in range(20, 100, 10)]]


def test_what_the_first_piece_loads_or_compiles_is_not_taken_for_the_cost(clock, shared):
    rows(clock.taking(*[2.0] * 10, 0.001), executor=2, draws=100)
    assert shared == []


def test_the_work_of_many_small_tasks_adds_up(clock, shared):
    with Drawing(Draws(100, executor=2), "test") as drawing:
        for _ in range(6):
            drawing.rows(clock.taking(0.0125))  # 1.25 seconds each
    assert len(shared) == 3  # with the fourth task, what was done and what is left are worth it
    assert all(len(pieces) == 10 for pieces in shared)


def test_a_task_too_small_to_be_sent_is_not(clock, shared):
    with Drawing(Draws(100, executor=2), "test") as drawing:
        drawing.rows(clock.taking(0.1))
        drawing.rows(clock.taking(0.1))
        assert len(shared) == 2
        drawing.rows(clock.taking(0.1), 10)  # one piece
        assert len(shared) == 2
