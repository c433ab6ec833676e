"""Ties and unknown dyads of an item."""

import numpy as np

from socluster.io.survey.dyads import Reports, dyads_of

SAID = np.array([[np.nan, 2, 0], [1, np.nan, np.nan], [np.nan, np.nan, np.nan]])
RESPONDED = np.array([True, True, False])


def test_undirected():
    ties, unknown = dyads_of("t", Reports(SAID, SAID.T, False), RESPONDED, list("abc"), ("any", "max"))
    assert ties[["source", "target", "weight", "evidence"]].values.tolist() == [["a", "b", 2, "confirmed"]]
    assert unknown[["source", "target"]].values.tolist() == [["a", "c"], ["b", "c"]]
    _, unknown = dyads_of("t", Reports(SAID, SAID.T, False), RESPONDED, list("abc"), ("both", "max"))
    assert unknown[["source", "target"]].values.tolist() == [["b", "c"]]


def test_directed():
    ties, unknown = dyads_of("t", Reports(SAID, None, True), RESPONDED, list("abc"), ("any", "max"))
    assert ties[["source", "target", "weight"]].values.tolist() == [["a", "b", 2], ["b", "a", 1]]
    assert unknown[["source", "target"]].values.tolist() == [["b", "c"]], "what follows from c is not listed"
    assert "said_by_source" not in ties
