"""How long does a user wait for a measure, the first time and again?

    python -m benchmarks.first_calls                # every measure that needs nothing but a cluster; about two minutes
    python -m benchmarks.first_calls --only span    # those whose name contains this
    NUMBA_CACHE_DIR=$(mktemp -d) python -m benchmarks.first_calls    # as on a computer that has compiled nothing yet

Prints seconds of the processor at 38 actors (the Siauliai case, projected) and at 300, the slowest first: the first
call in this process, with what it loads and compiles, and a later one on a new cluster. All run in one process, so a
loop is loaded for the first measure that asks for it.
"""

from __future__ import annotations

import argparse
import inspect
import warnings
from collections.abc import Callable
from typing import Any

import networkx as nx

import socluster as sc
from benchmarks.graphs import SECTORS, sample
from benchmarks.limited import processor_seconds
from socluster.measures.guide import GUIDE

FIRST, WARM = 1.0, 0.3  # seconds from which a wait is marked
MOST = 20.0  # seconds that a call may take


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="only measures whose name contains this")
    only = parser.parse_args().only
    warnings.simplefilter("ignore")
    rows = []
    for name in sorted({each for names in GUIDE.values() for each in names}):
        function = getattr(sc, name)
        if only in name and _needs_a_cluster_only(function):
            rows.append((name, [_waits(function, make) for make in (_siauliai, _three_hundred)]))
    rows.sort(key=lambda row: -max(wait for waits in row[1] for wait in waits))
    print("| measure | 38: first s | 38: warm s | 300: first s | 300: warm s | |")
    print("| --- | ---: | ---: | ---: | ---: | --- |")
    for name, (small, large) in rows:
        cells = " | ".join(f"{wait:.3f}" if wait < MOST else f"> {MOST:.0f}" for wait in (*small, *large))
        slow = ["first"] * (max(small[0], large[0]) > FIRST) + ["warm"] * (max(small[1], large[1]) > WARM)
        print(f"| {name} | {cells} | {', '.join(slow)} |")


def _needs_a_cluster_only(function: Any) -> bool:
    needed = [each for each in inspect.signature(function).parameters.values() if each.default is each.empty]
    return [each.name for each in needed] == ["cluster"]


def _siauliai() -> Any:
    return sc.load_dataset("siauliai").project()


def _three_hundred() -> Any:
    drawn = sample(300)
    graph = nx.Graph()
    graph.add_nodes_from((f"a{actor}", {"sector": SECTORS[drawn.sector[actor]]}) for actor in range(drawn.n))
    graph.add_edges_from((f"a{one}", f"a{other}") for one, other in drawn.edges.tolist())
    return sc.as_cluster(graph)


def _waits(function: Callable[[Any], Any], make: Callable[[], Any]) -> tuple[float, float]:
    """Return the seconds of the first call and of a later one; 0 for what the measure refuses."""
    try:
        first = processor_seconds(function, make(), MOST)
        return first, processor_seconds(function, make(), MOST) if first < MOST else MOST
    except sc.SoclusterError:
        return 0.0, 0.0


if __name__ == "__main__":
    main()
