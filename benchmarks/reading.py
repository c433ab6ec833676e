"""How long does it take to read a million ties, next to pandas, and to import socluster?

    python -m benchmarks.reading    # about a minute; prints the ratios

No test asserts these: a test must not depend on how busy the machine is.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

import socluster as sc

N_TIES = 1_000_000
TURNS = 3


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ties.csv"
        rows = "".join(f"a{i % 49_999},b{i % 50_021},referral,{i % 7 + 0.5}\n" for i in range(N_TIES))
        path.write_text("source,target,layer,weight\n" + rows, encoding="utf-8")
        _tell(f"read {N_TIES:,} ties", lambda: sc.read(path), "pandas.read_csv", lambda: pd.read_csv(path))
    _tell("import socluster", lambda: _fresh("socluster"), "import pandas", lambda: _fresh("pandas"))


def _tell(ours: str, run: Callable[[], object], theirs: str, other: Callable[[], object]) -> None:
    """Print the best of several times, taken in turns, and their ratio."""
    times = [[_seconds(each) for each in (run, other)] for _ in range(TURNS)]
    mine, pandas = (min(column) for column in zip(*times, strict=True))
    print(f"{ours}: {mine:.2f} s; {theirs}: {pandas:.2f} s; {mine / pandas:.2f} times as long")


def _seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _fresh(module: str) -> None:
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)


if __name__ == "__main__":
    main()
