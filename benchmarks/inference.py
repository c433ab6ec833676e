"""Compare the speed of inference with other programs: permutations of actors, and whatever else asks for chance.

    python -m benchmarks.inference         # about a minute

Prints a table and writes it to benchmarks/results/inference.md. Ratios count, not seconds: everybody works in one run,
on one thread. Where R with the package that is compared is not installed, the recorded time stands in its place and is
called so: ratios to it hold for the machine on which it was taken only.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

import socluster as sc
from benchmarks.ergm_fits import fit_cases
from benchmarks.ergm_rows import ergm_cases
from benchmarks.null_rows import null_cases
from benchmarks.report import machine
from benchmarks.timing import threads

RESULTS = Path(__file__).with_name("results")
SCRIPT = Path(__file__).with_name("qap.R")
ACTORS, DRAWS, SEED = 100, 1_000, 7


@dataclass(frozen=True)
class Row:
    """A question, who else answers it, and how much faster we want to be.

    Parameters
    ----------
    question : str
        What is asked.
    ours : callable
        Asks it of socluster.
    peer : str
        Who else answers it.
    theirs : callable
        Returns the seconds that the peer needs, and whether they were measured now.
    target : float
        How many times faster we want to be.
    """

    question: str
    ours: Callable[[], object]
    peer: str
    theirs: Callable[[], tuple[float, bool]]
    target: float


def rows() -> list[Row]:
    """Return what is compared; a new question has a line here."""
    return [*null_rows(), *qap_rows(), *ergm_rows()]


def null_rows() -> list[Row]:
    return [
        Row(question, ours, peer, lambda run=run: (seconds(run, repeats=2), True), target)
        for question, ours, peer, run, target in null_cases()
    ]


def qap_rows() -> list[Row]:
    network, matrices = sample()
    second = next(iter(matrices.values()))
    predictors = {name: sc.predictors.matrix(values) for name, values in matrices.items()}
    return [
        Row(
            f"QAP correlation of two layers, {ACTORS} actors, {DRAWS} permutations",
            lambda: sc.qap(network, "tie", sc.predictors.matrix(tied(second)), draws=DRAWS, rng=SEED),
            "R sna, qaptest(gcor)",
            lambda: in_r("qaptest", recorded=1.0),
            130,
        ),
        Row(
            f"MRQAP, 4 predictors, double semi-partialling, {ACTORS} actors, {DRAWS} permutations",
            lambda: sc.mrqap(network, "tie", predictors, draws=DRAWS, rng=SEED),
            "R sna, netlm",
            lambda: in_r("netlm", recorded=68.0),
            200,
        ),
        Row(
            f"the same by logit, {ACTORS // 2} actors, {DRAWS // 5} permutations",
            lambda: sc.mrqap(half(), "tie", half_predictors(), family="logit", draws=DRAWS // 5, rng=SEED),
            "R sna, netlogit",
            lambda: in_r("netlogit", recorded=float("nan")),
            10,
        ),
    ]


def ergm_rows() -> list[Row]:
    return [
        Row(question, ours, peer, lambda recorded=recorded: (recorded, False), target)
        for question, ours, peer, recorded, target in [*ergm_cases(), *fit_cases()]
    ]


@cache
def sample() -> tuple[sc.Cluster, dict[str, np.ndarray]]:
    """Return a directed network of mean degree 10, and four matrices of numbers."""
    rng = np.random.default_rng(SEED)
    ties = (rng.random((ACTORS, ACTORS)) < 10 / (ACTORS - 1)) & ~np.eye(ACTORS, dtype=bool)
    return sc.as_cluster(ties.astype(float), directed=True), {
        f"x{place}": rng.normal(size=(ACTORS, ACTORS)) for place in range(4)
    }


def tied(values: np.ndarray) -> np.ndarray:
    """Return the tenth of the cells with the largest values as ties."""
    return (values > np.quantile(values, 0.9)).astype(float)


def half() -> sc.Cluster:
    network, _ = sample()
    return network.select(actors=list(network.labels[: ACTORS // 2]))


def half_predictors() -> dict[str, object]:
    n = ACTORS // 2
    return {name: sc.predictors.matrix(values[:n, :n]) for name, values in sample()[1].items()}


def in_r(question: str, *, recorded: float) -> tuple[float, bool]:
    """Return the seconds of R, on the same matrices, and whether they were measured now."""
    network, matrices = sample()
    with TemporaryDirectory() as folder:
        for name, values in {"y": network.matrix("tie").toarray(), **matrices}.items():
            np.savetxt(Path(folder) / f"{name}.csv", values, delimiter=",")
        command = ["Rscript", str(SCRIPT), folder, question, str(DRAWS)]
        environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        except (OSError, subprocess.CalledProcessError):
            return recorded, False
    return float(done.stdout.split()[-1]), True


def seconds(run: Callable[[], object], repeats: int = 7) -> float:
    """Return the shortest time on the processor, the first run not counted."""
    run()
    found = []
    for _ in range(repeats):
        begun = time.process_time()
        run()
        found.append(time.process_time() - begun)
    return min(found)


def main() -> None:
    lines = [
        "# Inference",
        "",
        machine(),
        "",
        "Seconds on the processor, one thread; written by `python -m benchmarks.inference`.",
        "",
        "| question | socluster | peer | seconds | times faster | target |",
        "|---|---|---|---|---|---|",
    ]
    with threads(1):
        for row in rows():
            own = seconds(row.ours)
            theirs, is_measured = row.theirs()
            by = row.peer if is_measured else f"{row.peer} (recorded)"
            lines.append(
                f"| {row.question} | {own:.4f} | {by} | {theirs:.3g} | {theirs / own:.0f} | {row.target:.0f} |"
            )
    text = "\n".join(lines) + "\n"
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "inference.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
