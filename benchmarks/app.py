"""How the app does alone and when a group works with it: `python -m benchmarks.app` (five minutes; or `--seconds 30`).

First one visitor in Chromium opens 38, 300 and 2,000 actors: how long from the click to the picture, from a tick to the
picture with it, from a question to its first answer (this part is left out where playwright or Chromium is missing).

So many visitors, each with a session of its own, open the Šiauliai data, ask what a partner would change, wait for the
answer as the page does, think, and ask again; every fourth stops a question. Printed are the errors, how long a request
took (not the calculation), how long an answer took, and the memory of the server and of its workers. The load of the
machine stands beside the numbers.
"""

from __future__ import annotations

import argparse
import http.client
import io
import json
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

DRAWS = 200
LOOK_AGAIN = 0.15


class Visitor(threading.Thread):
    """One browser: a cookie, a question at a time."""

    def __init__(self, number: int, port: int, until: float) -> None:
        super().__init__(daemon=True)
        self.number, self.port, self.until = number, port, until
        self.random = random.Random(number)
        self.requests: list[float] = []
        self.answers: list[float] = []
        self.stops: list[float] = []
        self.seen: Counter[str] = Counter()
        self.cookie = ""

    def send(self, method: str, path: str, body: object = None) -> dict:
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Origin": f"http://127.0.0.1:{self.port}", "Cookie": self.cookie}
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        content = response.read()
        self.requests.append(time.perf_counter() - began)
        if response.headers["Set-Cookie"]:
            self.cookie = response.headers["Set-Cookie"].split(";")[0]
        connection.close()
        if response.status not in (200, 503):
            raise RuntimeError(f"{path}: {response.status} {content[:200]!r}")
        return json.loads(content) if path.startswith("/api") else {}

    def ended(self, asked: dict, *, stop: bool = False) -> dict:
        while asked.get("state", "waiting") in ("waiting", "working"):
            if stop and asked.get("state") == "working":
                began = time.perf_counter()
                asked = self.send("POST", f"/api/stop/{asked['job']}", {})
                self.stops.append(time.perf_counter() - began)
                continue
            time.sleep(LOOK_AGAIN)
            asked = self.send("GET", f"/api/job/{asked['job']}")
        return asked

    def run(self) -> None:
        try:
            self.send("GET", "/")
            data = self.ended(self.send("POST", "/api/open", {"dataset": "siauliai"}))["answer"]["data"]
            while time.monotonic() < self.until:
                self.ask(data)
                time.sleep(self.random.uniform(0.5, 3))
        except Exception as error:  # counted, and told at the end
            self.seen[f"error: {error}"] += 1

    def ask(self, data: str) -> None:
        sector = self.random.choice(["public", "civic", "science", "private"])
        rates = {"model": "Rates", "fields": {"by": "sector", "layer": "co-attends"}}
        steps = [
            {"verb": "with_actor", "actor": "hub", "columns": {"sector": sector}},
            {"verb": "with_ties", "source": "hub", "targets": rates, "columns": {"layer": "co-attends"}},
        ]
        question = {"kind": "change", "scenarios": [{"name": "hub", "steps": steps}], "draws": DRAWS, "null": True}
        began = time.perf_counter()
        asked = self.send(
            "POST", "/api/ask", {"data": data, "question": {**question, "seed": self.random.randrange(500)}}
        )
        if "job" not in asked:
            self.seen["told to come back"] += 1
            return
        found = self.ended(asked, stop=self.random.random() < 0.25)
        self.seen[found["state"]] += 1
        if found["state"] == "done":
            self.answers.append(time.perf_counter() - began)


# Clicks the box of a partner, and waits until what it changes is drawn; several times, in milliseconds.
TICK = """async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const took = [];
  for (let time = 0; time < 7; time += 1) {
    const box = document.querySelector("input[id^=partner-ticked-]");
    await drawn();
    const began = performance.now();
    box.click();
    await drawn();
    took.push(performance.now() - began);
  }
  return took;
}"""


def network_of(n: int) -> bytes:
    """Return a workbook of so many actors in three sectors, and four times as many ties."""
    import openpyxl

    chance = random.Random(n)
    pairs = {tuple(sorted(chance.sample(range(n), 2))) for _ in range(4 * n)}
    book = openpyxl.Workbook()
    actors, ties = book.active, book.create_sheet("ties")
    actors.title = "actors"
    actors.append(["actor", "sector"])
    for at in range(n):
        actors.append([f"Organisation {at}", ("public", "civic", "private")[at % 3]])
    ties.append(["source", "target"])
    for one, other in sorted(pairs):
        ties.append([f"Organisation {one}", f"Organisation {other}"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def alone(port: int) -> None:
    """Print how long one visitor waits for pictures and for the first answer."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        print("one visitor: not measured, as playwright or Chromium is missing")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for actors in (38, 300, 2000):
            looked_at(browser, port, actors)
        browser.close()


def looked_at(browser: Any, port: int, actors: int) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(120_000)
    page.goto(f"http://127.0.0.1:{port}/?lang=en#bring")
    page.wait_for_selector("#open-siauliai:not([disabled])")
    content = network_of(actors)
    began = time.perf_counter()
    if actors == 38:
        page.click("#open-siauliai")
    else:
        page.set_input_files("#file", {"name": "ours.xlsx", "mimeType": "application/octet-stream", "buffer": content})
    page.wait_for_selector("#to-understand")
    page.click("#to-understand")
    page.wait_for_selector(".step-understand svg.picture")
    picture = time.perf_counter() - began
    page.click("#step-whatif")
    page.click("#add-partner")
    page.locator("input[id^=partner-name-]").last.fill("Hub")
    began = time.perf_counter()
    page.click("#run")
    page.wait_for_selector(".card .then")
    answer = time.perf_counter() - began
    ticks = sorted(page.evaluate(TICK))
    print(
        f"  {actors} actors: first picture {picture:.2f} s, first answer {answer:.2f} s, "
        f"tick p50 {statistics.median(ticks):.0f} ms, most {ticks[-1]:.0f} ms (load {os.getloadavg()[0]:.1f})"
    )
    page.context.close()


def memory(process: int) -> int:
    """Return the memory of a process in MB."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) // 1024 if found else 0


def children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def share(values: list[float], at: float) -> float:
    return sorted(values)[min(len(values) - 1, int(at * len(values)))] if values else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--visitors", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "socluster", "app", "--port", str(port), "--workers", str(options.workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        while server.stdout is not None and str(port) not in server.stdout.readline():
            pass
        print("one visitor")
        alone(port)
        before = memory(server.pid)
        until = time.monotonic() + options.seconds
        visitors = [Visitor(number, port, until) for number in range(options.visitors)]
        for each in visitors:
            each.start()
        for each in visitors:
            each.join()
        after, workers = memory(server.pid), [memory(child) for child in children(server.pid)]
        server.terminate()
    seen = sum((each.seen for each in visitors), Counter())
    requests, answers, stops = (
        [value for each in visitors for value in getattr(each, kind)] for kind in ("requests", "answers", "stops")
    )
    print(
        f"{options.visitors} visitors, {options.seconds:.0f} s, {options.workers} worker(s), {DRAWS} draws a question "
        f"(load {os.getloadavg()[0]:.1f})"
    )
    for what, times in sorted(seen.items()):
        print(f"  {what}: {times}")
    print(f"  errors: {sum(times for what, times in seen.items() if what.startswith(('error', 'failed', 'lost')))}")
    middle, most = 1000 * statistics.median(requests), 1000 * share(requests, 0.95)
    print(f"  requests: {len(requests)}, p50 {middle:.0f} ms, p95 {most:.0f} ms")
    print(f"  answers: p50 {share(answers, 0.5):.2f} s, p95 {share(answers, 0.95):.2f} s")
    print(f"  stop: p95 {1000 * share(stops, 0.95):.0f} ms")
    print(f"  memory: server {before} -> {after} MB, workers {workers} MB")


if __name__ == "__main__":
    main()
