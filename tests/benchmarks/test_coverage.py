"""How often intervals of what-ifs hold the truth: a sample of the benchmark."""

import numpy as np
import pandas as pd
import pytest

from benchmarks import coverage
from tests.examples import examples

N, REPLICATIONS = 24, examples(1, 12)


@pytest.mark.parametrize("generator", coverage.GENERATORS)
def test_a_generator_gives_clusters_with_ties(generator):
    cluster = coverage.GENERATORS[generator](np.random.default_rng(1), 30)
    assert cluster.n_actors == 30
    assert 20 < cluster.n_ties < 300
    assert cluster.is_directed("tie") == (generator == "directed")


@pytest.mark.filterwarnings("ignore::socluster.core.errors.SoclusterWarning")
@pytest.mark.parametrize("generator", ["block", "degrees"] if REPLICATIONS == 1 else [*coverage.GENERATORS])
def test_intervals_hold_what_hidden_actors_change(generator, monkeypatch):
    """A sample, which notices intervals that are far too narrow: of 72 answers, 62 to 68 are meant to be held."""
    monkeypatch.setattr(coverage, "DRAWS", 60)
    found = pd.DataFrame([coverage.replicated(generator, N, number) for number in range(REPLICATIONS)])
    held = found[list(coverage.MEASURES)]
    assert held.isin([0, 1]).all(axis=None)
    assert held.mean(axis=None) >= (0.5 if REPLICATIONS == 1 else 0.75)


def test_what_joins_again_is_what_was_hidden():
    whole = coverage.committee(np.random.default_rng(3), 30)
    hidden = whole.ids[4]
    again = coverage._again("truth", whole, [hidden], None).apply(whole.without_actor(hidden))
    assert again.n_ties == whole.n_ties
    assert again.n_affiliations == whole.n_affiliations


def test_the_page_marks_what_is_outside():
    rows = [
        {"generator": "block", "n": 30, "number": k, "model": "Rates"} | dict.fromkeys(coverage.MEASURES, 1)
        for k in (0, 1)
    ]
    rows[0]["density"] = 0
    page = coverage.text(pd.DataFrame(rows))
    assert "| block | 30 | 2 | (100) | (100) | (50) |" in page
    assert "Rates 100 %" in page


def test_replications_go_on_where_they_stopped(tmp_path, monkeypatch):
    done = []
    monkeypatch.setattr(coverage, "RESULTS", tmp_path)
    monkeypatch.setattr(coverage, "KEPT", tmp_path / "coverage.csv")
    monkeypatch.setattr(coverage, "REPLICATIONS", 2)

    def found(*task):
        done.append(task)
        return dict.fromkeys(coverage.MEASURES, 1) | {"model": "Rates"}

    monkeypatch.setattr(coverage, "replicated", found)
    coverage.run([30], 60.0)
    coverage.run([30], 60.0)
    assert len(done) == len(set(done)) == 2 * (len(coverage.GENERATORS) + len(coverage.FITTED) + 1)
    assert len(coverage.read()) == len(done)
