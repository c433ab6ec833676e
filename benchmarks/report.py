"""Results as Markdown and as a picture."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.timing import Timed
from benchmarks.workloads import LIMITS, Workload

__all__ = ["Results", "exponent", "machine", "milliseconds", "picture", "ratio_of", "target_of", "workload_section"]

Results = dict[int, list[Timed]]  # by size

_LIBRARIES = ("numpy", "scipy", "pandas", "numba", "igraph", "networkx", "networkit", "rustworkx", "cpnet")
_COLOURS = ("#0b6e4f", "#08519c", "#b5651d", "#7b3294", "#888888", "#c51b7d", "#4d4d4d")


def machine() -> str:
    """Say where and when this was measured."""
    cpu = platform.processor()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), cpu)
    versions = []
    for library in _LIBRARIES:
        try:
            versions.append(f"{library} {version(library)}")
        except PackageNotFoundError:
            continue
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    date = datetime.now(UTC).date().isoformat()
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{date}; {os.cpu_count()} cores, {cpu}; {system}; {', '.join(versions)}. Load (1, 5, 15 minutes): {load}."


def milliseconds(seconds: float) -> str:
    """Return a time with three digits."""
    value = seconds * 1e3
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def times(ratio: float) -> str:
    """Return a ratio as it is said."""
    return f"{ratio:,.0f} x" if ratio >= 20 else f"{ratio:.2g} x"


def workload_section(workload: Workload, results: Results) -> str:
    """Return the table of a workload, with its targets and what stands in the way of those that are missed."""
    names = list(dict.fromkeys(each.contestant.name for timed in results.values() for each in timed))
    head = ["actors", *names, "target"]
    lines = [f"### {workload.title}", "", _row(head), _row(["---:"] * len(head))]
    notes = [f"- {workload.remark}"] if workload.remark else []
    for n, timed in results.items():
        by_name = {each.contestant.name: each for each in timed}
        cells = [_cell(by_name[name], timed) if name in by_name else "" for name in names]
        target, note = target_of(workload, n, timed)
        lines.append(_row([f"{n:,}", *cells, target]))
        notes += [f"- {n:,} actors: {note}"] if note else []
        notes += [f"- {n:,} actors, {reason}" for reason in _left_out(workload, n)]
    slopes = {name: exponent(results, name) for name in names}
    growth = ", ".join(f"{name} n^{slope:.2f}" for name, slope in slopes.items() if slope is not None)
    lines += ["", f"Growth from 1,000 actors: {growth}."] if growth else []
    return "\n".join([*lines, "", *notes, ""])


def _cell(each: Timed, timed: list[Timed]) -> str:
    text = ("~" if each.contestant.share < 1 else "") + milliseconds(each.median)
    return text if each.contestant.name.startswith("socluster") else f"{text} ({times(ratio_of(each, timed))})"


def ratio_of(rival: Timed, timed: list[Timed]) -> float:
    """Return how many times faster we are than a rival, with as many threads if we can use them."""
    ours = [each for each in timed if each.contestant.name.startswith("socluster")]
    same = [each for each in ours if each.contestant.threads == 1 + ("2 threads" in rival.contestant.name)]
    return rival.median / (same or ours)[0].median


def target_of(workload: Workload, n: int, timed: list[Timed]) -> tuple[str, str]:
    """Return the target with what was reached, and what stands in the way if that is less."""
    target = workload.targets.get(n)
    rivals = [each for each in timed if each.contestant.name == workload.rival]
    if target is None or not rivals:
        return "", ""
    ours = [each for each in timed if each.contestant.name.startswith("socluster")]
    fastest = ours[-1] if workload.key == "betweenness" else ours[0]  # that target is for two threads
    reached = rivals[0].median / fastest.median
    text = f"{target:g} x {workload.rival}: {times(reached)}"
    return (text, "") if reached >= target else (f"{text}, missed", workload.floors.get(n, ""))


def exponent(results: Results, name: str) -> float | None:
    """Return the slope of log time over log size, from 1,000 actors."""
    points = [
        (math.log(n), math.log(each.median))
        for n, timed in results.items()
        for each in timed
        if each.contestant.name == name and n >= 1_000
    ]
    if len(points) < 2:
        return None
    x_mean, y_mean = (sum(values) / len(points) for values in zip(*points, strict=True))
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / sum((x - x_mean) ** 2 for x, _ in points)


def _left_out(workload: Workload, n: int) -> Iterable[str]:
    for (key, library), (most, reason) in LIMITS.items():
        if key == workload.key and most < n:
            yield f"{library} left out: {reason}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def picture(all_results: dict[str, Results], titles: dict[str, str]) -> str:
    """Return small plots of time over size, both on logarithmic scales, as SVG."""
    width, height, gap = 380, 250, 30
    panels = [
        f'<g transform="translate({gap + position % 2 * (width + gap)},{gap + position // 2 * (height + 2 * gap)})">'
        f"{_panel(results, titles[key], width, height)}</g>"
        for position, (key, results) in enumerate(all_results.items())
    ]
    rows = (len(panels) + 1) // 2
    size = f'width="{2 * (width + gap) + gap}" height="{rows * (height + 2 * gap) + gap}"'
    style = 'font-family="sans-serif" font-size="11"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>{"".join(panels)}</svg>\n'


def _panel(results: Results, title: str, width: int, height: int) -> str:
    points: dict[str, list[tuple[float, float]]] = {}
    for n, timed in results.items():
        for each in timed:
            points.setdefault(each.contestant.name, []).append((math.log10(n), math.log10(each.median * 1e3)))
    everywhere = [y for line in points.values() for _, y in line]
    low, high = math.floor(min(everywhere)), math.ceil(max(everywhere))
    left, right = math.log10(50), math.log10(120_000)

    def place(x: float, y: float) -> tuple[float, float]:
        across = 45 + (x - left) / (right - left) * (width - 175)
        return across, height - 30 - (y - low) / max(high - low, 1) * (height - 60)

    parts = [f'<text x="0" y="8" font-weight="bold">{escape(title)} (ms over actors)</text>']
    for power in range(low, high + 1):
        _, y = place(left, power)
        parts.append(f'<line x1="45" x2="{width - 130}" y1="{y:.0f}" y2="{y:.0f}" stroke="#dddddd"/>')
        parts.append(f'<text x="40" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
    for n in results:
        x, y = place(math.log10(n), low)
        parts.append(f'<text x="{x:.0f}" y="{y + 16:.0f}" text-anchor="middle">{n:,}</text>')
    for position, (name, line) in enumerate(points.items()):
        colour = _COLOURS[position % len(_COLOURS)]
        spots = [place(x, y) for x, y in line]
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="1.8"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>' for x, y in spots]
        parts.append(f'<text x="{width - 120}" y="{30 + 14 * position}" fill="{colour}">{escape(name)}</text>')
    return "".join(parts)
