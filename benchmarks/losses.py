"""How fast are the measures that look at many losses, beside an earlier checkout and beside other libraries?

    python -m benchmarks.losses /path/to/earlier/checkout --python /path/to/earlier/checkout/.venv/bin/python

Both compute the same in turns, each in a process of its own (losses_side.py); what counts is time of the processor, the
least of several rounds, without what compiling takes. Who needs more than --most seconds is stopped, and told so; the
ratio is then at least what it says. Writes the table to results/losses.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.earlier import Side
from benchmarks.losses_side import CALLS, PEERS
from benchmarks.report import machine

RESULTS = Path(__file__).with_name("results") / "losses.md"
SIZES = (40, 300, 1_000)
ROUNDS = 2
LONG = 1.0  # seconds; what takes so long is run once

FLOORS = {
    "attack_curve, by degree": "the measure, which may be anybody's own, is asked about every smaller cluster, which "
    "is made for it",
    "removal": "at 40 actors numpy makes a table of distances for each, which is not the floor: "
    "igraph's searches take a tenth",
    "bridging": "at 40 actors numpy answers, as before",
    "attack_curve, 100 orders": "at 40 actors numpy answers, an order at a time",
    "key_players, three": "what is left is the search over sets itself, which swaps actors until nothing gains; at 40 "
    "actors numpy answers",
    "triad_census, a star": "at 40 and 300 actors what is left is making the matrices of mutual and single ties; "
    "igraph takes a star of 40 in a tenth of that, and one of 1,000 in twenty times ours",
    "flow_betweenness": "at 40 actors igraph answers; loading compiled loops would take longer",
    "flow_betweenness, directed": "at 40 actors igraph answers; loading compiled loops would take longer",
}


def main() -> None:
    options = _options()
    here = Path(__file__).resolve().parent
    now = Side(here.parent, sys.executable, "losses_side.py")
    earlier = Side(options.checkout.resolve(), options.python, "losses_side.py")
    started = machine()
    lines = [
        "# Losses of each actor or tie, flows and orders of leaving",
        "",
        started,
        "",
        f"Milliseconds of the processor, the least of {ROUNDS} rounds in turns, an earlier checkout in its own "
        "process; compiling is not counted. In brackets: how many times as long as ours. The networks are those of "
        f"benchmarks/graphs.py. More than {options.most} s are not waited for.",
        "",
        "| measure | actors | now | earlier | other library |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for row in CALLS:
        for n in SIZES:
            lines.append(_line(row, n, now, earlier, options.most))
            print(lines[-1], flush=True)
            _write(lines)


def _write(lines: list[str]) -> None:
    """Write what is known so far, so that a run that is stopped leaves its rows."""
    floors = [f"- {row}: {why}." for row, why in FLOORS.items()]
    text = "\n".join([*lines, "", "Where less than ten times is won:", "", *floors, ""])
    RESULTS.write_text(text, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("checkout", type=Path, help="the earlier checkout")
    parser.add_argument("--python", default=sys.executable, help="the Python in which it is installed")
    parser.add_argument("--most", type=int, default=12, help="seconds that a run may take")
    return parser.parse_args()


def _line(row: str, n: int, now: Side, earlier: Side, most: int) -> str:
    """Return a line of the table."""
    times: dict[str, list[float]] = {"now": [], "earlier": [], "peer": []}
    for _ in range(ROUNDS):
        for who, side in (("now", now), ("earlier", earlier), ("peer", now)):
            if (who == "peer" and row not in PEERS) or (times[who] and times[who][-1] > LONG):
                continue
            answer = side.ask(row=row, n=n, peer=who == "peer", most=most)
            if "seconds" not in answer:
                raise RuntimeError(f"{row}, {n}, {who}: {answer}")
            times[who].append(float(str(answer["seconds"])))
    ours = min(times["now"])
    cells = [_cell(min(times[who]), ours, most) if times[who] else "" for who in ("earlier", "peer")]
    name = f" ({PEERS[row][0]})" if row in PEERS else ""
    return f"| {row} | {n:,} | {ours * 1e3:,.1f} | {cells[0]} | {cells[1]}{name} |"


def _cell(seconds: float, ours: float, most: int) -> str:
    if seconds >= most:
        return f"> {most * 1e3:,.0f} (> {most / ours:.0f} x)"
    return f"{seconds * 1e3:,.1f} ({seconds / ours:.1f} x)"


if __name__ == "__main__":
    main()
