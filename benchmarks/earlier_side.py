"""One of the two processes of earlier.py: reads a row's name, computes it, answers with the seconds it took.

Runs with any version of socluster, so it uses what has been there for long, and nothing of this folder.
"""

from __future__ import annotations

import inspect
import json
import signal
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import networkx

import socluster as sc

LEAST, MOST = 0.1, 100  # seconds, and runs: what takes less is run so often; some clocks have ticks of 4 ms
LONGEST = 20.0  # seconds of the processor; what takes longer is not timed


def _network(name: str) -> Any:
    """Return a new cluster, which has computed nothing yet."""
    if name == "siauliai":
        return sc.load_dataset("siauliai").project()
    if name == "knoke":
        return sc.load_dataset("knoke")
    size = int(name.removeprefix("random "))
    graph = networkx.gnm_random_graph(size, 3 * size, seed=1)
    for node in graph:
        graph.nodes[node]["sector"] = ("public", "civic", "private")[node % 3]
    return sc.as_cluster(networkx.relabel_nodes(graph, {node: f"a{node}" for node in graph}))


NETWORKS = ("siauliai", "knoke", "random 60", "random 300", "random 2000")


def _hub() -> Any:
    scenario = sc.Scenario("hub").with_actor("hub", sector="public", place="Kelmė")
    return scenario.with_ties("hub", sc.ties.Rates(by="sector"), layer="referral")


def _candidate(network: Any, sector: str) -> Any:
    del network
    scenario = sc.Scenario(sector).with_actor(sector, sector=sector)
    return scenario.with_ties(sector, sc.ties.Rates(by="sector"), layer="x")


def _questions() -> dict[str, Callable[[Any], Any]]:
    kinds = ("public", "civic", "private")
    measures = [sc.density, sc.global_efficiency, sc.constraint]
    return {
        "compare": lambda net: sc.compare(net, [_hub()], measures=measures, draws=200, rng=7),
        "rank_partners": lambda net: sc.rank_partners(
            net, [_candidate(net, kind) for kind in kinds], goal=sc.global_efficiency, draws=200, rng=7
        ),
        "summary": lambda net: repr(net),
        "measure": lambda net: sc.measure(net, [sc.degree, sc.betweenness, sc.closeness, sc.constraint]),
        "to_networkx": lambda net: net.to_networkx(),
        "losses": lambda net: sc.losses(net),
    }


def rows() -> dict[str, tuple[str, Callable[[Any], Any]]]:
    """Return the network and the call of every row, by its name."""
    found: dict[str, tuple[str, Callable[[Any], Any]]] = {}
    for network in NETWORKS:
        calls = {name: getattr(sc, name) for name in sc.__all__ if _takes_only_a_cluster(getattr(sc, name))}
        if network != "random 2000":
            calls |= {f"{name}(...)": call for name, call in _questions().items()}
        found |= {f"{name}, {network}": (network, call) for name, call in calls.items()}
    return found


def _takes_only_a_cluster(thing: Any) -> bool:
    if inspect.isclass(thing) or not callable(thing):
        return False
    try:
        parameters = list(inspect.signature(thing).parameters.values())
    except ValueError:
        return False
    needed = [each.name for each in parameters if each.default is each.empty and each.kind is not each.VAR_KEYWORD]
    return needed == ["cluster"]


def _seconds(network: str, call: Callable[[Any], Any]) -> float:
    """Return the time of the processor that a call takes, the mean of several if it is short."""
    total, runs = 0.0, 0
    while not runs or (total < LEAST and runs < MOST):
        given = _network(network)
        begin = time.process_time()
        call(given)
        total += time.process_time() - begin
        runs += 1
    return total / runs


def main() -> None:
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGVTALRM, _give_up)
    known = rows()
    warm: set[str] = set()
    for line in sys.stdin:
        question = json.loads(line)
        answer: dict[str, Any] = {"rows": list(known)} if "rows" in question else _answer(question["row"], known, warm)
        print(json.dumps(answer), flush=True)


def _give_up(*_: object) -> None:
    raise TimeoutError(f"takes more than {LONGEST:.0f} s")


def _answer(row: str, known: dict[str, tuple[str, Callable[[Any], Any]]], warm: set[str]) -> dict[str, Any]:
    network, call = known[row]
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        if row not in warm:  # compiles
            call(_network(network))
            warm.add(row)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        return {"seconds": _seconds(network, call)}
    except Exception as error:  # a row that one version cannot compute is told, not timed
        return {"fault": f"{type(error).__name__}: {str(error)[:120]}"}
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    main()
