"""When loops are compiled, and what is said about it."""

import os
import subprocess
import sys
import threading
from queue import Queue
from types import SimpleNamespace

import numpy as np
import pytest

from socluster._kernels.compiling import compiled
from socluster._kernels.paths import distances
from socluster._kernels.paths.betweenness import carried_paths
from tests._kernels.networks import random_network

TELL = """
import sys, warnings, numpy as np, pandas as pd, socluster as sc
n = {n}
actors = pd.DataFrame({{"actor": [f"a{{i}}" for i in range(n)], "sector": "public"}})
ties = pd.DataFrame({{"source": actors["actor"][:-1].array, "target": actors["actor"][1:].array}})
c = sc.Cluster.from_tables(actors, ties)
sc.measure(c, [sc.degree, sc.closeness, sc.betweenness, sc.constraint, sc.effective_size])
sc.brokerage_roles(c, group="sector")
print("numba" in sys.modules)
"""


def run(n, **environment):
    code = TELL.format(n=n)
    kept = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=kept, check=True)


def test_a_small_cluster_never_loads_numba_and_a_large_one_does():
    assert run(compiled.COMPILED_FROM - 1).stdout.strip() == "False"
    assert run(compiled.COMPILED_FROM).stdout.strip() == "True"


def test_a_wait_is_explained(monkeypatch):
    said = Queue()
    monkeypatch.setattr(compiled, "PATIENCE", 0.0)
    monkeypatch.setattr(compiled.sys, "stderr", SimpleNamespace(write=said.put))
    monkeypatch.setattr(compiled, "import_module", lambda name: said.get())  # takes until the wait is explained
    assert "some seconds, once" in compiled.load.__wrapped__("compiling.loops_order")


def test_a_loaded_module_is_not_explained(capsys):
    first = compiled.load("compiling.loops_order")
    capsys.readouterr()
    assert compiled.load("compiling.loops_order") is first
    assert capsys.readouterr().err == ""


def test_where_nothing_can_be_kept_loops_are_compiled_all_the_same():
    """A function without a file has no folder beside it; numba refuses to keep it."""
    home = {}
    exec("def twice(x):\n    return x + x\n", home)
    assert compiled.compiled("int64(int64)")(home["twice"])(21) == 42


def test_what_does_not_fit_the_types_is_refused():
    order = compiled.load("compiling.loops_order")
    with pytest.raises(TypeError, match="No matching definition"):
        order.reordered(np.zeros(2), np.zeros(1), np.zeros(1), np.zeros(1), np.zeros(1))


def test_the_number_of_threads_changes_no_digit(monkeypatch):
    ties = random_network(2100, 6000, directed=False)
    results = []
    for number in ("1", "2", "5"):
        monkeypatch.setenv("OMP_NUM_THREADS", number)
        assert compiled.threads() == int(number)
        sums = list(compiled.in_chunks(lambda first, last: [first, last], 2100, 128))
        assert sums[0][0] == 0
        assert sums[-1][1] == 2100
        results.append([carried_paths(ties).tobytes(), distances._compiled_sums(ties).inverse.tobytes()])
    assert results[0] == results[1] == results[2]


@pytest.mark.parametrize(("total", "least"), [(0, 8), (1, 8), (100, 8), (1000, 8), (1000, 2048), (10_000, 64)])
def test_chunks_cover_everything_once_and_in_order(total, least):
    runs = list(compiled.in_chunks(lambda first, last: range(first, last), total, least))
    assert len(runs) == compiled.number_of_chunks(total, least)
    assert [item for run in runs for item in run] == list(range(total))
    assert len(runs) <= compiled.CHUNKS
    assert all(len(run) % least == 0 for run in runs[:-1])


@pytest.mark.parametrize(("total", "number", "shared"), [(80, "2", True), (80, "1", False), (24, "2", False)])
def test_work_is_shared_where_there_are_runs_and_threads_enough(monkeypatch, total, number, shared):
    monkeypatch.setenv("OMP_NUM_THREADS", number)
    in_threads = {threading.get_ident()}
    list(compiled.in_chunks(lambda first, last: in_threads.add(threading.get_ident()), total, 8))
    assert (in_threads != {threading.get_ident()}) == shared


@pytest.mark.parametrize("text", ["many", "", "0", "-2", "1.5"])
def test_an_unset_number_of_threads_is_the_number_of_cores(monkeypatch, text):
    monkeypatch.setenv("OMP_NUM_THREADS", text)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    assert compiled.threads() == cores


def test_what_is_compiled_is_kept_on_disk_for_the_next_program():
    from socluster._kernels.compiling import loops_order

    loops = [each for each in vars(loops_order).values() if hasattr(each, "stats")]
    assert loops
    assert all(loop.stats.cache_path for loop in loops)
