"""Conditional uniform graph tests: the nulls behind them, and values of R's sna."""

import shutil
import subprocess

import numpy as np
import pytest

import socluster as sc
from socluster.core.errors import InputError
from tests.examples import FULL


@pytest.mark.parametrize(
    ("condition", "null"),
    [("size", sc.nulls.Bernoulli(0.5)), ("edges", sc.nulls.FixedTies()), ("dyad census", sc.nulls.DyadCensus())],
)
def test_a_condition_stands_for_a_null(condition, null):
    knoke = sc.load_dataset("knoke")
    options = {"layer": "money", "draws": 50, "rng": 3}
    test = sc.cug_test(knoke, [sc.reciprocity, sc.transitivity], condition=condition, **options)
    other = sc.compare_to_null(knoke, [sc.reciprocity, sc.transitivity], null=null, **options)
    assert test.to_frame().equals(other.to_frame())
    assert test.null == null


def test_the_mean_of_reciprocity_is_that_of_theory():
    """Given 49 arcs of 90, each of the other 48 returns it with probability 48/89 on average."""
    knoke = sc.load_dataset("knoke")
    row = sc.cug_test(knoke, sc.reciprocity, layer="information", draws=1000, rng=3).to_frame().iloc[0]
    assert row["mean"] == pytest.approx(48 / 89, abs=4 * row["sd"] / np.sqrt(1000))


SCRIPT = """
suppressMessages(library(sna))
ties <- matrix(scan("stdin", quiet = TRUE), 10, 10, byrow = TRUE)
set.seed(1)
for (cmode in c("size", "edges", "dyad.census")) {
  a <- cug.test(ties, grecip, FUN.args = list(measure = "edgewise"), mode = "digraph", cmode = cmode, reps = 150)
  b <- cug.test(ties, gtrans, FUN.args = list(measure = "weak"), mode = "digraph", cmode = cmode, reps = 150)
  for (found in list(a, b))
    cat(found$obs.stat, mean(found$rep.stat), sd(found$rep.stat), found$pgteobs, found$plteobs, "\\n")
}
"""


def test_it_gives_what_sna_gives():
    """Means and shares of 150 and 1,000 draws, so that they agree but for the error of both."""
    if not FULL:
        pytest.skip("R takes ten seconds; SOCLUSTER_TESTS=full asks it")
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    knoke = sc.load_dataset("knoke")
    cells = " ".join(map(str, knoke.matrix("information").toarray().ravel()))
    done = subprocess.run(["Rscript", "-e", SCRIPT], input=cells, capture_output=True, text=True)
    if "no package called" in done.stderr:
        pytest.skip("R has no package sna")
    assert done.returncode == 0, done.stderr
    rows = iter([float(each) for each in line.split()] for line in done.stdout.splitlines())
    for condition in ("size", "edges", "dyad census"):
        found = sc.cug_test(
            knoke, [sc.reciprocity, sc.transitivity], condition=condition, layer="information", rng=3
        ).to_frame()
        for measure in ("reciprocity", "transitivity"):
            own, (observed, mean, sd, higher, lower) = found.loc[measure], next(rows)
            assert own["observed"] == pytest.approx(observed, rel=1e-5)
            assert own["mean"] == pytest.approx(mean, abs=1e-6 + 5 * sd * np.sqrt(2 / 150))
            assert own["sd"] == pytest.approx(sd, rel=0.35, abs=1e-6)
            if np.isnan(own["p"]):
                assert (higher, lower) == (1, 1)
                continue
            for ours, theirs in ((own["p_higher"], higher), (own["p_lower"], lower)):
                assert ours == pytest.approx(theirs, abs=0.02 + 5 * np.sqrt(2 * theirs * (1 - theirs) / 150))


def test_other_conditions_are_refused():
    with pytest.raises(InputError, match="condition must be one of"):
        sc.cug_test(sc.load_dataset("kite"), sc.density, condition="ties", rng=1)
