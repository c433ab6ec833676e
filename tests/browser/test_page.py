"""The page in a real browser: figures are drawn, nothing is asked of the network, nothing fails."""

import re
import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.plot import (
    before_after,
    calibration,
    cumulative,
    dumbbell,
    intervals,
    network,
    pareto,
    ranking,
    tornado,
)
from socluster.report import Section, page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
EVIL = "</script><script>document.title='broken'</script>"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--enable-logging=stderr",
    "--virtual-time-budget=10000",
]


def opened(path, folder):
    """Return the document after its scripts have run, and what the console said."""
    command = [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if ":CONSOLE" in line]


def example():
    names = ["Šiaulių mokykla", "Ėriškių ąžuolas", "Įmonė", EVIL]
    actors = pd.DataFrame({"actor": list("ABCD"), "name": names, "sector": ["public", "civic", "private", None]})
    ties = pd.DataFrame(
        [
            ("A", "B", "referral", "documented"),
            ("B", "C", "referral", "assumed"),
            ("A", "D", "information", "simulated"),
        ],
        columns=["source", "target", "layer", "evidence"],
    )
    ties["confidence"] = [1.0, 0.6, 0.5]
    return Cluster.from_tables(actors, ties, layers={"referral": {"directed": True}}, name="Klasteris")


def test_figures_are_drawn_and_nothing_is_asked_of_the_network(tmp_path):
    changes = pd.DataFrame({"before": [1.0, 2.0], "after": [2.0, 1.5]}, index=["Žagarė", EVIL])
    differences = pd.DataFrame({"median": [0.1], "low": [0.0], "high": [0.2], "probability": [0.9]}, index=["tankis"])
    figures = [
        network(example(), language="lt"),
        dumbbell(changes, language="lt"),
        intervals(differences, language="lt"),
    ]
    sections = [Section(EVIL, [(figure, EVIL), changes]) for figure in figures]
    document, console = opened(page(tmp_path / "page.html", sections, "Ąžuolynas", "lt"), tmp_path)
    assert console == []
    assert document.count('class="main-svg"') >= len(figures)
    assert "<title>Ąžuolynas</title>" in document
    drawn = re.findall(r"<text[^>]*>(.*?)</text>", document, flags=re.DOTALL)
    shown = " ".join(re.sub("<[^>]+>", " ", text) for text in drawn)
    for name in ("Šiaulių mokykla", "Ėriškių ąžuolas", "Įmonė", "Klasteris", "Žagarė", "P(pagerėja)", "dokumentuota"):
        assert name in shown, name
    assert len(re.findall('class="point', document)) >= 4 + 4 + 1
    assert 'data-title="Atsisiųsti paveikslą (PNG)"' in document
    assert "Share" not in re.findall(r'data-title="([^"]*)"', document)
    assert not re.search(r'data-title="[^"]*(loud|hare|pload)', document)
    outside = re.sub(r"<script.*?</script>", "", document, flags=re.DOTALL)
    assert not re.search(r'(src|href)="?(https?:)?//', outside)


def test_pictures_of_the_what_if_engine_are_drawn_under_the_same_policy(tmp_path):
    town = example()
    joined = town.with_actor("E", name="Ąžuolynas").with_ties("E", "A", layer="information", confidence=0.4)
    gains = pd.DataFrame({"gain": [0.2], "low": [0.1], "high": [0.3], "p_best": [0.7]}, index=[EVIL])
    plans = pd.DataFrame({"cost": [1.0], "gain": [0.2], "on_front": [True]}, index=[EVIL])
    assumptions = pd.DataFrame({"low": [0.1], "base": [0.2], "high": [0.3], "changes": [True]}, index=[EVIL])
    bins = pd.DataFrame({"predicted": [0.2], "observed": [0.3], "low": [0.1], "high": [0.5], "n": [12]})
    figures = [
        before_after(town, joined, language="lt"),
        ranking(gains, language="lt"),
        pareto(plans, x="cost", y="gain", better={"x": "lower", "y": "higher"}, language="lt"),
        tornado(assumptions, language="lt"),
        cumulative(gains, language="lt"),
        calibration(bins, language="lt"),
    ]
    written = page(tmp_path / "page.html", [Section(EVIL, [(figure, EVIL) for figure in figures])], "Ąžuolynas", "lt")
    document, console = opened(written, tmp_path)
    assert console == []
    assert document.count('class="main-svg"') >= len(figures)
    shown = " ".join(
        re.sub("<[^>]+>", " ", text) for text in re.findall(r"<text[^>]*>(.*?)</text>", document, re.DOTALL)
    )
    for words in (
        "pokytis",
        "prieš",
        "po",
        "nauji, 10–50",
        "tikimybė",
        "geriau mažiau",
        "pasirinkimas keičiasi",
        "0,2",
    ):
        assert words in shown, words
    assert "<title>Ąžuolynas</title>" in document
    assert 'class="pattern_filled"' in document


def test_a_large_cluster_is_drawn_under_the_same_policy(tmp_path):
    rng = np.random.default_rng(1)
    labels = [f"a{place}" for place in range(620)]
    ties = pd.DataFrame({"source": labels[1:], "target": [labels[rng.integers(place)] for place in range(1, 620)]})
    big = Cluster.from_tables(pd.DataFrame({"actor": labels}), ties)
    document, console = opened(page(tmp_path / "page.html", [Section("x", [network(big)])], "Big"), tmp_path)
    refused = [line for line in console if "Content Security Policy" in line or "Uncaught" in line]
    assert refused == []
    assert "gl-canvas" in document
