"""Compare networkx with networkx that asks socluster: at 40, 300 and 2,000 nodes, the first call and later ones.

    python -m benchmarks.backend           # about two minutes

Prints a table and writes it to benchmarks/results/backend.md. What is measured is processor time, so that other work on
the machine does not count, though that of our threads does. A ratio of 2 says that networkx alone takes twice as long.
What plain networkx needs at 2,000 nodes is measured once.

* first, ms: the first call of a new process that has imported networkx: scipy, the backend and compiled loops are
  loaded (from disk), and the graph is converted. Not a ratio: what is loaded once serves all later calls.
* converting: the graph is new, the rest is there.
* warm: networkx has kept the converted graph, as it does by itself.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd

from benchmarks.report import machine
from socluster.backend import interface
from socluster.backend.info import FUNCTIONS

RESULTS = Path(__file__).with_name("results")
SIZES = (40, 300, 2000)
BUDGET = 0.5  # seconds for the repeats of one cell

_FIRST = """
import sys, time, networkx as nx
from random import Random
n, name, pair = int(sys.argv[1]), sys.argv[2], sys.argv[3] == "pair"
G = nx.barabasi_albert_graph(n, 3, seed=1)
arguments = (0, 1) if pair else ()
start = time.process_time()
from socluster.backend import interface
getattr(interface, name)(interface.convert_from_nx(G), *arguments)
print(time.process_time() - start)
"""


def shortest(run: Callable[[], Any]) -> float:
    """Return the shortest of several runs, of one if it is long."""
    times: list[float] = []
    start = time.process_time()
    while not times or (len(times) < 7 and time.process_time() - start < BUDGET):
        begin = time.process_time()
        run()
        times.append(time.process_time() - begin)
    return min(times)


def first_call(name: str, n: int, arguments: tuple[int, ...]) -> float:
    """Return the seconds of a call in a new process."""
    command = [sys.executable, "-c", _FIRST, str(n), name, "pair" if arguments else ""]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def row(name: str, n: int) -> dict[str, Any]:
    """Return the times and ratios of a function at a size."""
    graph = nx.barabasi_albert_graph(n, 3, seed=1)
    arguments = (0, 1) if name == "local_constraint" else ()
    answer, plain = getattr(interface, name), getattr(nx, name)
    kept = interface.convert_from_nx(graph)
    answer(kept, *arguments)
    alone = shortest(lambda: plain(graph, *arguments))
    fresh = shortest(lambda: answer(interface.convert_from_nx(graph), *arguments))
    warm = shortest(lambda: answer(kept, *arguments))
    times = {"networkx, ms": alone, "first, ms": first_call(name, n, arguments)}
    ratios = {"converting": alone / fresh, "warm": alone / warm}
    said = {column: f"{seconds * 1000:,.2f}" for column, seconds in times.items()}
    said |= {column: f"{ratio:,.3g}" if ratio < 1000 else f"{ratio:,.0f}" for column, ratio in ratios.items()}
    return {"function": name, "nodes": n, **said}


def importing() -> str:
    """Say how much longer `import networkx` takes with what it asks about the backend, in new processes, in turns."""
    plain, more = "import networkx", "import networkx, socluster.backend.info as i; i.get_info()"
    used: dict[str, list[float]] = {plain: [], more: []}
    for _ in range(8):
        for code, found in used.items():
            before = _of_children()
            subprocess.run([sys.executable, "-c", code], check=True)
            found.append(_of_children() - before)
    ratio = min(used[more]) / min(used[plain])
    return f"`import networkx` with the backend's information takes {ratio:.2f} times as long."


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Time everything, print it and write it down."""
    table = pd.DataFrame([row(name, n) for n in SIZES for name in FUNCTIONS])
    lines = ["# networkx alone, and networkx that asks socluster", "", machine(), "", importing(), ""]
    lines += ["| " + " | ".join(table.columns) + " |", "|---|--:|--:|--:|--:|--:|"]
    lines += ["| " + " | ".join(map(str, cells)) + " |" for cells in table.itertuples(index=False)]
    text = "\n".join(lines) + "\n"
    print(text)
    (RESULTS / "backend.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
