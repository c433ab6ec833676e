"""Is this checkout slower than an earlier one? Both compute the same, in turns, each in a process of its own.

    python -m benchmarks.earlier /path/to/earlier/checkout --python /path/to/earlier/checkout/.venv/bin/python

Every measure that needs nothing but a cluster is a row for each network, and so are some questions. What counts is time
of the processor (of all threads), the least of several rounds: another program that is busy adds to neither. A row that
only one of the two can compute is named and left out. Networks are made anew before every run, outside of the clock,
and so are the tables that a cluster keeps.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROUNDS, AGAIN = 3, 12  # rounds for all rows; more of them for the rows that seem slower
SLOWER = 1.1
SHORT = 0.001  # seconds; a row that takes less is told, not judged: it is all calls and checks


class Side:
    """A process that computes rows with one of the checkouts, as a file of this folder says."""

    def __init__(self, checkout: Path, python: str, file: str = "earlier_side.py") -> None:
        environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONWARNINGS": "ignore", "PYTHONSAFEPATH": "1"}
        self.process = subprocess.Popen(
            [python, str(HERE / file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=checkout,
            env=environment,
        )

    def ask(self, **question: object) -> dict[str, object]:
        """Return what the process answers."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("the process has no pipes")
        print(json.dumps(question), file=self.process.stdin, flush=True)
        answer: dict[str, object] = json.loads(self.process.stdout.readline())
        return answer


def main() -> None:
    options = _options()
    now, earlier = Side(HERE.parent, sys.executable), Side(options.checkout.resolve(), options.python)
    wanted = [now.ask(rows=True)["rows"], earlier.ask(rows=True)["rows"]]
    rows = [row for row in wanted[0] if row in wanted[1] and options.only in row]  # type: ignore[attr-defined, operator]
    seconds, left_out = _timed(rows, now, earlier, ROUNDS)
    doubtful = [row for row, (ours, theirs) in seconds.items() if ours > SLOWER * theirs and ours > SHORT]
    again, _ = _timed(doubtful, now, earlier, AGAIN)
    for row, (ours, theirs) in again.items():
        seconds[row] = min(ours, seconds[row][0]), min(theirs, seconds[row][1])
    print(report(seconds, left_out))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("checkout", type=Path, help="the earlier checkout")
    parser.add_argument("--python", default=sys.executable, help="the Python in which it is installed")
    parser.add_argument("--only", default="", help="only rows whose name contains this")
    return parser.parse_args()


def _timed(
    rows: list[str], now: Side, earlier: Side, rounds: int
) -> tuple[dict[str, tuple[float, float]], dict[str, str]]:
    """Return the least seconds of both for each row, and why some rows have none; after Ctrl-C, of the rows so far."""
    seconds: dict[str, tuple[float, float]] = {}
    left_out: dict[str, str] = {}
    for number, row in enumerate(rows, start=1):
        print(f"\r{number} of {len(rows)}: {row:<60}", end="", file=sys.stderr, flush=True)
        runs: list[tuple[float, float]] = []
        for _ in range(rounds):
            try:
                answers = now.ask(row=row), earlier.ask(row=row)
            except (KeyboardInterrupt, json.JSONDecodeError):
                return seconds, left_out | {"the rest": "stopped"}
            faults = [str(answer["fault"]) for answer in answers if "fault" in answer]
            if faults:
                left_out[row] = faults[0]
                break
            runs.append((float(str(answers[0]["seconds"])), float(str(answers[1]["seconds"]))))
        else:
            seconds[row] = min(run[0] for run in runs), min(run[1] for run in runs)
    print(file=sys.stderr)
    return seconds, left_out


def report(seconds: dict[str, tuple[float, float]], left_out: dict[str, str]) -> str:
    """Return the table of rows, the slowest against the earlier checkout first."""
    judged = {row: pair for row, pair in seconds.items() if min(pair) > SHORT}
    ratios = {row: ours / theirs for row, (ours, theirs) in judged.items()}
    lines = ["| row | now, ms | earlier, ms | ratio |", "|---|--:|--:|--:|"]
    for row in sorted(ratios, key=lambda each: -ratios[each]):
        lines.append(f"| {row} | {judged[row][0] * 1e3:.2f} | {judged[row][1] * 1e3:.2f} | {ratios[row]:.2f} |")
    slower = [row for row, ratio in ratios.items() if ratio > SLOWER]
    middle = median(ratios.values()) if ratios else float("nan")
    lines += ["", f"{len(ratios)} rows, median ratio {middle:.2f}; slower than {SLOWER}: {len(slower)}."]
    lines += [f"{len(seconds) - len(judged)} rows below {SHORT * 1e3:.0f} ms are not judged."]
    lines += [f"Left out: {row}: {why}" for row, why in left_out.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
