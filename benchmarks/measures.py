"""Compare the speed of socluster's measures with that of other libraries, all in one run.

    python -m benchmarks.measures            # about 8 minutes on two cores
    python -m benchmarks.measures --quick    # up to 1,000 actors, about a minute

Prints the tables and writes them to benchmarks/results/measures.md, with a picture beside. benchmarks/README.md says
how to install the libraries to compare with; those that are not installed are left out.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.peers import LEFT_OUT, Peers, has, sna_seconds
from benchmarks.report import Results, machine, milliseconds, picture, times, workload_section
from benchmarks.timing import Contestant, Timed, peak_memory, race
from benchmarks.workloads import ENGINES, SINGLE, WORKLOADS, single_measures

RESULTS = Path(__file__).with_name("results")
MEMORY_AT = 10_000  # actors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="up to 1,000 actors")
    largest = 1_000 if parser.parse_args().quick else 100_000
    begun = time.perf_counter()
    started = machine()
    networks = {n: Peers(n) for n in (60, 200, 1_000, 10_000, 100_000) if n <= largest}
    if has("networkit"):
        import networkit

        networkit.setNumberOfThreads(2)
    all_results: dict[str, Results] = {}
    sections = [_head(started)]
    for workload in WORKLOADS:
        results = {n: _timed(workload.key, workload.contestants, networks[n]) for n in workload.sizes if n in networks}
        all_results[workload.key] = results
        sections.append(workload_section(workload, results))
        print(sections[-1], flush=True)
    rest = [_engines(networks), _single(networks), _memory(networks), _import_time()]
    for section in rest:
        print(section, flush=True)
    end = f"Took {(time.perf_counter() - begun) / 60:.1f} minutes. At the end: {machine().rpartition('.')[0]}"
    if largest == 100_000:
        RESULTS.mkdir(exist_ok=True)
        titles = {workload.key: workload.key for workload in WORKLOADS}
        (RESULTS / "measures.svg").write_text(picture(all_results, titles), encoding="utf-8")
        (RESULTS / "measures.md").write_text("\n".join([*sections, *rest, end, ""]), encoding="utf-8")


def _head(started: str) -> str:
    absent = "\n".join(f"- {name} {reason}." for name, reason in LEFT_OUT.items())
    return f"""# Speed of the measures

{started}

Times are medians in milliseconds, all taken in one process, in turns; in brackets, how many times faster socluster is
than the library (with as many threads, where it can use them). A socluster time begins with a cluster whose matrix
exists, as a graph exists for the others, and ends with a labelled pandas object; nothing is remembered from an earlier
run. `~` marks an estimate from {200} sources. The networks are those of benchmarks/graphs.py: heavy-tailed, clustered,
six sectors, about {9} partners each, undirected (brokerage: directed).

![Time over size](measures.svg)

Not compared:
{absent}

## Whole networks
"""


def _timed(key: str, contestants: object, peers: Peers) -> list[Timed]:
    print(f"... {key}, {peers.n:,} actors", file=sys.stderr, flush=True)
    timed = race(list(contestants(peers)))  # type: ignore[operator]
    if key == "brokerage" and peers.n <= 10_000 and (seconds := sna_seconds(peers)):
        timed.append(Timed(Contestant("R sna", print), seconds))
    return timed


def _engines(networks: dict[int, Peers]) -> str:
    """Compare the measures for which an engine is asked with the engine alone."""
    lines = [
        "## Measures that an engine computes",
        "",
        "Ours against igraph alone on a graph that it has. First: the first call for a cluster, in which the graph has",
        "to be built for igraph. Later: every further call, which finds it. Aim: at most 1.2 times the engine's time.",
        "",
        "| measure | actors | igraph ms | ours first ms | ours later ms | later / igraph |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for n in (each for each in networks if each >= 1_000):
        asked = {name: pair for name, pair in ENGINES.items() if n <= 10_000 or name != "communities"}  # takes a minute
        first = {name: race(pair, 1.5) for name, pair in single_measures(networks[n], asked, built=False)}
        for name, pair in single_measures(networks[n], asked, built=True):
            ours, theirs = race(pair, 1.5)
            cells = (milliseconds(each.median) for each in (theirs, first[name][0], ours))
            lines.append(f"| {name} | {n:,} | {' | '.join(cells)} | {ours.median / theirs.median:.2f} |")
            print("...", name, n, file=sys.stderr, flush=True)
    floor = (
        "Where ours takes longer: the Series with its labels costs 20 us and, from 10,000 actors, what its index costs "
        "to copy; `components` orders the parts by size and makes categories; `eigenvector` treats every strong "
        "component by itself, since igraph's vector is arbitrary where several are equally strong; `communities` "
        "leaves out isolates and gives igraph a generator of its own, so it builds a graph each time."
    )
    return "\n".join([*lines, "", floor, ""])


def _single(networks: dict[int, Peers]) -> str:
    """Compare single measures of small clusters, labels included, with igraph without labels."""
    lines = [
        "## Single measures of small clusters, warm, labels included",
        "",
        "Aim: as fast as igraph, which returns a list, at 200 actors.",
        "",
        "| measure | actors | igraph us | ours us | igraph / ours |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for n in (60, 200):
        for name, pair in single_measures(networks[n], SINGLE, built=False):
            ours, theirs = (each.median * 1e6 for each in race(pair, 1.0))
            lines.append(f"| {name} | {n} | {theirs:,.1f} | {ours:,.0f} | {times(theirs / ours)} |")
    floor = (
        "The floor is the labelled answer: a pandas Series with an index of its own costs 17 us, before anything is "
        "computed. What igraph answers in less cannot be had with labels in that time."
    )
    return "\n".join([*lines, "", floor, ""])


def _memory(networks: dict[int, Peers]) -> str:
    """Return by how much the memory grows at most in one run."""
    if MEMORY_AT not in networks:
        return ""
    peers = networks[MEMORY_AT]
    lines = [f"## Memory at {MEMORY_AT:,} actors", "", "| workload | who | peak MB |", "| --- | --- | ---: |"]
    for workload in WORKLOADS:
        if MEMORY_AT not in workload.sizes:
            continue
        for contestant in workload.contestants(peers):
            if contestant.name.startswith(("socluster", "igraph")) and contestant.name != "igraph":
                lines.append(f"| {workload.key} | {contestant.name} | {peak_memory(contestant):.0f} |")
            elif contestant.name == "igraph" and workload.key == "holes":
                lines.append(f"| {workload.key} | igraph | {peak_memory(contestant):.0f} |")
    return "\n".join([*lines, ""])


def _import_time() -> str:
    """Compare `import socluster` with `import pandas`, each in processes of their own, in turns."""

    def seconds(what: str) -> float:
        code = f"import time; t = time.perf_counter(); {what}; print(time.perf_counter() - t)"
        return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)

    ours_and_pandas = "from socluster import Cluster, measure", "import pandas"
    pairs = [tuple(map(seconds, ours_and_pandas)) for _ in range(9)]
    ours, pandas = (median(column) for column in zip(*pairs, strict=True))
    return (
        f"## Import\n\n`from socluster import Cluster, measure` takes {ours * 1e3:.0f} ms, `import pandas` "
        f"{pandas * 1e3:.0f} ms: {ours / pandas:.2f} x (target 1.25 x).\n"
    )


if __name__ == "__main__":
    main()
