"""What survives, counted: by hand, and draw by draw from the worlds of a seed."""

import numpy as np
import pandas as pd

import socluster as sc
from socluster.draws.settings import Draws
from socluster.draws.worlds import Worlds
from socluster.whatif.leaving.survival_counts import ALL, Survived


def cluster():
    ties = {
        "source": ["A", "A", "B"],
        "target": ["B", "C", "C"],
        "layer": ["help", "help", "trust"],
        "weight": [2.0, 1.0, 4.0],
        "confidence": [0.5, 1.0, 0.5],
        "evidence": "assumed",
    }
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), pd.DataFrame(ties))


def test_counts_are_ties_and_strength_of_each_layer_and_of_all():
    survived = Survived(cluster(), np.array([True, False, True]))
    assert list(survived.index) == ["help", "trust", ALL]
    (counts,) = survived.counts(np.ones((1, 3), dtype=bool))
    assert counts.reshape(4, 3).tolist() == [[2, 1, 3], [1, 1, 2], [3, 4, 7], [2, 4, 6]]
    (fewer,) = survived.counts(np.array([[False, True, True]]))
    assert fewer.reshape(4, 3).tolist() == [[1, 1, 2], [0, 1, 1], [1, 4, 5], [0, 4, 4]]


def test_draws_are_those_of_the_worlds_of_the_seed():
    survived, worlds = Survived(cluster(), np.array([True, False, True])), Worlds(cluster(), 5)
    done, table = survived.drawn(Draws(60), 5)
    counts = survived.counts(worlds.present_in(0, 60))
    assert done == 60
    assert table.equals(survived.table(counts, 0.9))
    assert table.loc["trust", "defined"] == counts[:, 1].mean()
