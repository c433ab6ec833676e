"""Many draws of small networks: against igraph, which copies the graph, changes it and measures anew, and against an
earlier checkout. A section of `benchmarks.whatif`.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import igraph
import numpy as np

from benchmarks.ensemble_side import DRAWS, KINDS, kind_of, questions, seconds_of
from benchmarks.report import times
from benchmarks.timing import threads
from socluster._kernels.ensembles import families
from socluster._kernels.ensembles.stack import Pairs, Stack
from socluster._kernels.ensembles.strengths import Strengths
from socluster.whatif.scenarios.prepared import Prepared

__all__ = ["ensembles"]

HERE = Path(__file__).resolve().parent
SHARES = {"one joins": 0.6}  # of igraph's time; all others 1.0
FACTORS = {"compare, all ties uncertain": 20, "measure(draws=1000), three measures": 20}  # times faster than before
SECONDS = {"compare, one joins": 0.1, "plan 3 of 12": 0.5, "attribute": 0.4, "sensitivity": 0.15}
STEPS = [  # a question, the next larger one, and how many candidates or sets of candidates each looks at
    *((f"rank {fewer} x 200", f"rank {fewer + 1} x 200", fewer, fewer + 1) for fewer in (12, 24, 25, 100)),
    ("plan 3 of 12", "plan 3 of 13", 220, 286),
    ("sensitivity", "sensitivity of four", 3, 4),
]
LOOPS = {40: (6, 15), 100: (9, 18), 300: (10, 25)}  # times igraph: with betweenness, and without
README = "import socluster as sc; from benchmarks.ensemble_side import questions; questions()['compare, one joins']()"


def ensembles(earlier: tuple[Path, str] | None) -> Iterator[str]:
    """Yield the section, line by line; `earlier` is a checkout and its Python."""
    with threads(1):
        ours = {name: seconds_of(run) for name, run in questions().items()}
        before = _earlier(*earlier) if earlier else {}
        yield from _kinds(ours, before)
        yield from _questions(ours, before)
        yield from _loops()
    yield from _starts()


def _kinds(ours: dict[str, float], before: dict[str, float]) -> Iterator[str]:
    yield f"""
## {DRAWS:,} draws of a region of 38 actors

`compare` with density, efficiency, betweenness and constraint; seconds of the processor, names, intervals, tables and
the random partner of the same type included, so that two networks are measured for each of igraph's (three where the
ties before are uncertain, too). igraph copies the graph, changes it (where all ties are uncertain: makes it of its
edges) and measures: `density`, `path_length_hist`, `betweenness`, `constraint`.

| what happens | socluster | igraph | share | target | before |
| --- | ---: | ---: | ---: | ---: | ---: |"""
    for kind in KINDS:
        name, target = f"compare, {kind}", SHARES.get(kind, 1.0)
        theirs = seconds_of(_igraph(kind), rounds=3)
        share = ours[name] / theirs
        missed = "" if share <= target else ", missed"
        known = f"{before[name]:.2f}" if name in before else ""
        yield f"| {kind} | {ours[name]:.3f} | {theirs:.3f} | {share:.2f} | {target}{missed} | {known} |"


def _questions(ours: dict[str, float], before: dict[str, float]) -> Iterator[str]:
    yield """
Other questions, in seconds of the processor:

| question | socluster | before | target |
| --- | ---: | ---: | ---: |"""
    for name, factor in FACTORS.items():
        ratio = before[name] / ours[name] if name in before else float("nan")
        missed = "" if ratio >= factor or np.isnan(ratio) else ", missed"
        known = before.get(name, float("nan"))
        yield f"| {name} | {ours[name]:.3f} | {known:.2f} | {factor} x: {ratio:.0f} x{missed} |"
    for name, target in SECONDS.items():
        missed = "" if ours[name] <= target else ", missed"
        yield f"| {name} | {ours[name]:.3f} | {before.get(name, float('nan')):.2f} | {target} s{missed} |"
    for fewer, more, few, many in STEPS:
        one, other = ours[fewer], ours[more]
        apart = max(one / few, other / many) / min(one / few, other / many)
        missed = "" if apart <= 1.5 else ", missed"
        told = ", ".join(f"{before[name]:.2f}" for name in (fewer, more) if name in before)
        yield f"| {fewer}; {more} | {one:.3f}, {other:.3f} | {told} | 1.5 x a candidate or set: {apart:.2f} x{missed} |"


def _igraph(kind: str) -> Callable[[], None]:
    """Return the work of igraph: the same networks, one after the other."""
    cluster, scenario = kind_of(kind)
    prepared: Prepared = scenario.prepare(cluster)
    parts, present = prepared.cluster.parts, prepared.present_in(1, 0, DRAWS)
    ends = np.column_stack([parts.ties.source, parts.ties.target])
    n, directed = len(parts.labels), any(layer.directed for layer in parts.layers)
    sure = present.all(axis=0) & (kind != "all ties uncertain")
    base = igraph.Graph(n, ends[sure].tolist(), directed=directed)
    added = [ends[there & ~sure].tolist() for there in present]

    def run() -> None:
        for edges in added:
            graph = base.copy()
            graph.add_edges(edges)
            graph.density()
            graph.path_length_hist()
            graph.betweenness()
            graph.constraint()

    return run


def _earlier(checkout: Path, python: str) -> dict[str, float]:
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONWARNINGS": "ignore"}
    command = [python, "-P", str(HERE / "ensemble_side.py")]  # our own modules are not to be found there
    told = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=True).stdout
    seconds: dict[str, float] = json.loads(told.splitlines()[-1])
    return seconds


def _loops() -> Iterator[str]:
    yield """
The loops alone (`_kernels/ensembles`), 64 draws of a network in which one more joins; microseconds of the processor per
draw: bits, triangles, structural holes, distances, components, and betweenness.

| actors | all | igraph | target | without betweenness | igraph | target |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
    for n, targets in LOOPS.items():
        cells = [f"{n}"]
        for with_paths, target in zip((True, False), targets, strict=True):
            ours, theirs = (seconds_of(run) / 64 for run in _contestants(n, with_paths=with_paths))
            ratio = theirs / ours
            missed = "" if ratio >= target else ", missed"
            cells += [f"{ours * 1e6:,.3g}", f"{theirs * 1e6:,.0f}"]
            cells += [f"{target} x: {times(ratio)}{missed}"]
        yield "| " + " | ".join(cells) + " |"


def _contestants(n: int, *, with_paths: bool) -> tuple[Callable[[], None], Callable[[], None]]:
    rng = np.random.default_rng(n)
    near, far = np.nonzero(np.triu(rng.random((n - 1, n - 1)) < 10 / n, 1))
    there = rng.random((64, n - 1)) < 10 / n
    others, mine = np.arange(n - 1), np.full(n - 1, n - 1)
    sure, maybe = Pairs(*_both_ways(near, far)), Pairs(*_both_ways(others, mine))
    stack = Stack(n, sure, maybe, np.tile(others, 2))
    none = np.zeros(0, np.int64)
    ones = Strengths(np.ones((n, n)), none, none, np.zeros(0), np.zeros((64, 0), np.uint8))

    def ours() -> None:
        rows = stack.rows(there)
        families.closed(rows, rows, compiled=True)
        families.egos(rows, ones, with_hierarchy=False, compiled=True)
        families.parts(rows, compiled=True)
        if with_paths:
            families.betweenness(rows, rows, compiled=True)
        else:
            families.distances(rows, compiled=True)

    base = igraph.Graph(n, list(zip(near.tolist(), far.tolist(), strict=True)))
    edges = [[(n - 1, other) for other in np.flatnonzero(each).tolist()] for each in there]

    def igraph_measures() -> None:
        for added in edges:
            graph = base.copy()
            graph.add_edges(added)
            graph.density()
            graph.transitivity_undirected()
            graph.constraint()
            graph.path_length_hist()
            graph.connected_components()
            if with_paths:
                graph.betweenness()

    return ours, igraph_measures


def _both_ways(near: Any, far: Any) -> Any:
    return np.concatenate([[near, far], [far, near]], axis=1)


def _starts() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        cold, warm = (_processor_seconds(README, NUMBA_CACHE_DIR=folder) for _ in range(2))
    compiling, ratio = cold - warm, _import_ratio()
    slow, heavy = ("" if compiling <= 2 else ", missed"), ("" if ratio <= 1.4 else ", missed")
    yield f"""
Compiling for `compare, one joins` on a fresh computer: {compiling:.1f} s of the processor (target: 2.0 s{slow}).
`from socluster import compare` takes {ratio:.2f} times what `import pandas` takes (target: 1.4{heavy})."""


def _import_ratio() -> float:
    """Return how many times as long as that of pandas our import takes: medians of fifteen processes each, in turns."""
    codes = "pass", "import pandas", "from socluster import compare"
    turns = [[_processor_seconds(code) for code in codes] for _ in range(15)]
    python, pandas, ours = (median(column) for column in zip(*turns, strict=True))
    return (ours - python) / (pandas - python)


def _processor_seconds(code: str, **environment: str) -> float:
    def used() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    begun = used()
    command = [sys.executable, "-W", "ignore", "-c", code]
    subprocess.run(command, cwd=HERE.parent, env={**os.environ, **environment}, check=True, capture_output=True)
    return used() - begun
