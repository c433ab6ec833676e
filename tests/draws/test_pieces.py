"""Draws that others compute, that get lost, that are stopped and gone on with: the numbers are the same."""

import gc
import os
import signal
import subprocess
import sys
import textwrap
import threading
import warnings

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, SoclusterError
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated

pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # of workers that are killed


@pytest.fixture
def town():
    actors = pd.DataFrame({"actor": list("abcde"), "sector": ["x", "x", "y", "y", "y"]})
    ties = pd.DataFrame({"source": list("abcd"), "target": list("bcde"), "confidence": [1, 0.5, 0.8, 1]})
    return Cluster.from_tables(actors, ties.assign(evidence="assumed"))


def hub(name="hub", model=None):
    return Scenario(name).with_actor(name, sector="x").with_ties(name, model or Rates())


def study(cluster, measures=(density, betweenness), by_updates=False):
    prepared = (Prepared("before", cluster), hub().prepare(cluster), hub("other").prepare(cluster))
    return Study(prepared, tuple(named_raw(list(measures))), 5, by_updates=by_updates)


def assert_same(found, expected):
    for one, other in zip(found, expected, strict=True):
        pd.testing.assert_frame_equal(one.numbers, other.numbers, check_exact=True)
        assert one.by_actor.keys() == other.by_actor.keys()
        for name, frame in one.by_actor.items():
            pd.testing.assert_frame_equal(frame, other.by_actor[name], check_exact=True)


@pytest.fixture(scope="module")
def client():
    """Two processes that stand for two computers; a worker that dies leaves its sockets to be collected."""
    from distributed import Client, LocalCluster

    with (
        warnings.catch_warnings(),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1") as cluster,
        Client(cluster) as connected,
    ):
        yield connected
    gc.collect()


def counting_ties(main=None, flag=None):
    """A measure of one's own that counts ties; the first worker that is asked dies."""
    main = os.getpid()

    def ties(cluster):
        if flag is not None and os.getpid() != main:
            try:
                os.close(os.open(flag, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return cluster.n_ties
            os.kill(os.getpid(), signal.SIGKILL)
        return cluster.n_ties

    return ties


@pytest.mark.parametrize("by_updates", [False, True])
def test_the_number_of_processes_does_not_matter(town, by_updates):
    expected = study(town, by_updates=by_updates).values(120)
    assert_same(study(town, by_updates=by_updates).values(120, executor=2), expected)


@pytest.mark.parametrize("by_updates", [False, True])
def test_nor_does_a_cluster_of_computers(town, client, by_updates):
    expected = study(town, by_updates=by_updates).values(120)
    assert_same(study(town, by_updates=by_updates).values(120, executor=client), expected)


def test_a_worker_killed_in_the_middle_costs_nothing_but_time(town, client, tmp_path):
    expected = study(town, [counting_ties()]).values(300)
    flag = str(tmp_path / "killed")
    before = set(client.run(os.getpid).values())
    found = study(town, [counting_ties(flag=flag)]).values(300, executor=client)
    assert os.path.exists(flag)
    for one, other in zip(found, expected, strict=True):
        assert np.array_equal(one.numbers["ties"], other.numbers["ties"])
    client.wait_for_workers(2)
    assert before != set(client.run(os.getpid).values())  # one of them is dead indeed


def test_so_with_processes_of_this_computer(town, tmp_path):
    expected = study(town, [counting_ties()]).values(300)
    flag = str(tmp_path / "killed")
    found = study(town, [counting_ties(flag=flag)]).values(300, executor=2)
    assert os.path.exists(flag)
    for one, other in zip(found, expected, strict=True):
        assert np.array_equal(one.numbers["ties"], other.numbers["ties"])


def test_workers_that_die_again_and_again_are_given_up(town):
    main = os.getpid()

    def deadly(cluster):
        if os.getpid() != main:
            os.kill(os.getpid(), signal.SIGKILL)
        return 1.0

    with pytest.raises(SoclusterError, match="workers died 3 times in a row"):
        study(town, [deadly]).values(60, executor=2)


def test_an_error_of_a_measure_comes_through(town, client):
    main = os.getpid()

    def broken(cluster):
        if os.getpid() != main:
            raise ZeroDivisionError("my own mistake")
        return 1.0

    for executor in (2, client):
        with pytest.raises(ZeroDivisionError, match="my own mistake"):
            study(town, [broken]).values(60, executor=executor)


@pytest.mark.parametrize("executor", [0, -1, True, "two", 1.5])
def test_who_computes_must_be_clear(town, executor):
    with pytest.raises(InputError, match="executor must be None, a number of processes"):
        study(town).values(3, executor=executor)


def test_finished_draws_are_kept_and_not_computed_again(town, tmp_path):
    tally = tmp_path / "tally"  # on disk: a list that grows would be another measure each time

    def counted(cluster):
        with tally.open("a") as file:
            file.write(".")
        return cluster.n_ties

    folder = tmp_path / "draws"
    whole = study(town, [counted]).values(200)
    first = study(town, [counted])
    first.values(100, checkpoint=folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "draws-000000000-000000050.parquet",
        "draws-000000050-000000100.parquet",
        "study.json",
    ]
    tally.write_text("")
    again = study(town, [counted]).values(200, checkpoint=folder)
    assert len(tally.read_text()) == 1 + 3 * 100  # a look at the names, then the draws that were missing
    assert_same(again, whole)


def scaled(k):
    def value(cluster):
        return k * cluster.n_ties

    return value


def test_a_checkpoint_of_a_measure_that_differs_only_in_what_it_closes_over_is_refused(town, tmp_path):
    first = study(town, [scaled(1)]).values(50, checkpoint=tmp_path)
    assert_same(study(town, [scaled(1)]).values(50, checkpoint=tmp_path), first)
    with pytest.raises(InputError, match="another study"):
        study(town, [scaled(100)]).values(50, checkpoint=tmp_path)


def test_a_checkpoint_is_refused_for_a_measure_that_cannot_be_told(town, tmp_path):
    lock = threading.Lock()

    def guarded(cluster):
        with lock:
            return float(cluster.n_ties)

    with pytest.raises(InputError, match=r"'guarded'.*lock"):
        study(town, [guarded]).values(50, checkpoint=tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
    assert len(study(town, [guarded]).values(50)) == 3


def test_a_checkpoint_of_another_study_is_refused(town, tmp_path):
    study(town).values(50, checkpoint=tmp_path)
    for other in (study(town, [density]), study(town.without_ties("a", "b"))):
        with pytest.raises(InputError, match="belongs to another study"):
            other.values(50, checkpoint=tmp_path)
    (tmp_path / "study.json").write_text("{")
    with pytest.raises(InputError, match="no checkpoint of socluster"):
        study(town).values(50, checkpoint=tmp_path)
    (tmp_path / "study.json").unlink()
    with pytest.raises(InputError, match=r"no study\.json"):
        study(town).values(50, checkpoint=tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be used"):
        study(town).values(50, checkpoint=tmp_path / "file")


def test_a_damaged_piece_is_named(town, tmp_path):
    study(town).values(50, checkpoint=tmp_path)
    piece = next(tmp_path.glob("*.parquet"))
    piece.write_bytes(b"PAR1 no more")
    with pytest.raises(InputError, match=piece.name):
        study(town).values(50, checkpoint=tmp_path)


_STOPPED = """
    import os
    import signal
    from pathlib import Path

    import pandas as pd
    import socluster as sc

    folder, stopped = Path(FOLDER), Path(FOLDER + " was stopped")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored where the tests run

    def ties_in(cluster):
        if not stopped.exists() and list(folder.glob("*.parquet")):  # somebody presses Ctrl-C after the first piece
            stopped.touch()
            os.kill(os.getpid(), signal.SIGINT)
        return cluster.n_ties

    actors = pd.DataFrame({"actor": list("abcde"), "sector": ["x", "x", "y", "y", "y"]})
    town = sc.Cluster.from_tables(actors, pd.DataFrame({"source": list("abcd"), "target": list("bcde")}))
    hub = sc.Scenario("hub").with_actor("hub", sector="x").with_ties("hub", sc.ties.Rates())
    outcome = sc.compare(town, hub, measures=[ties_in], draws=400, rng=1, checkpoint=folder)
    print(outcome.to_frame()["after"].item())
"""


def test_ctrl_c_leaves_a_checkpoint_from_which_it_goes_on(tmp_path):
    folder = tmp_path / "draws"
    script = tmp_path / "stopped.py"
    script.write_text(textwrap.dedent(_STOPPED).replace("FOLDER", repr(str(folder))))
    running = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    said = running.stderr
    assert running.returncode != 0
    kept = len(list(folder.glob("*.parquet")))
    assert 1 <= kept < 8
    assert f"{50 * kept} of 400 draws are kept in {folder}; the same call goes on from there" in said
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert float(done.stdout.split()[-1]) > 4
    assert len(list(folder.glob("*.parquet"))) == 8
    assert not list(folder.glob("*.part"))


def test_comparison_stops_when_it_is_precise_enough(town):
    options = {"measures": [density], "draws": 5000, "rng": 3}
    loose = compare(town, hub(), tolerance=0.02, **options)
    tight = compare(town, hub(), tolerance={"density": 0.002}, **options)
    assert loose.draws < tight.draws < 5000
    assert (tight.to_frame()[["error", "error_of_mean"]] <= 0.002).all(axis=None)
    same = compare(town, hub(), **{**options, "draws": tight.draws})
    pd.testing.assert_frame_equal(same.to_frame(), tight.to_frame())
    never = compare(town, hub(), tolerance=1e-9, **{**options, "draws": 250})
    assert never.draws == 250


@pytest.mark.parametrize("tolerance", [0, -1, "x", {"density": None}, {"densty": 0.1}])
def test_a_tolerance_must_make_sense(town, tolerance):
    with pytest.raises(InputError, match=r"number above 0|did you mean 'density'"):
        compare(town, hub(), measures=[density], draws=10, rng=1, tolerance=tolerance)


def test_more_values_than_fit_are_refused(town):
    with pytest.raises(InputError, match="GB of values"):
        study(town).values(10**8)


def test_stated_ties_are_drawn_alike_by_everybody(town):
    """The draws of a prepared scenario and those of its updates come from the same numbers."""
    stated = hub(model=Stated({"a": 0.5, "c": 0.7})).prepare(town)
    prepared = (Prepared("before", town), stated)
    ways = [Study(prepared, tuple(named_raw([density])), 5, by_updates=way).values(100) for way in (True, False)]
    assert np.allclose(ways[0][1].numbers, ways[1][1].numbers, rtol=1e-12)
