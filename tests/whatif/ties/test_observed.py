"""What a cluster's own ties and memberships teach, by hand."""

import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError
from socluster.whatif.ties.observed import expected_ties, learning_layer, memberships, observed

ACTORS = pd.DataFrame({"actor": list("ABC")})
LAYERS = {"gives": {"directed": True}, "meets": {"directed": False}, "empty": {"directed": False}}
ROWS = [("A", "B", "gives", 0.5), ("B", "A", "gives", 0.4), ("C", "A", "gives", 1.0), ("A", "B", "meets", 0.2)]


def town(**tables):
    ties = pd.DataFrame(ROWS, columns=["source", "target", "layer", "confidence"])
    return Cluster.from_tables(ACTORS, ties, layers=LAYERS, **tables)


def test_expected_ties_of_one_layer_and_of_any():
    gives = [[0, 0.5, 0], [0.4, 0, 0], [1, 0, 0]]
    assert expected_ties(town(), "gives") == pytest.approx(np.array(gives))
    assert expected_ties(town(), "meets") == pytest.approx(np.array([[0, 0.2, 0], [0.2, 0, 0], [0, 0, 0]]))
    either = [[0, 1 - 0.5 * 0.8, 0], [1 - 0.6 * 0.8, 0, 0], [1, 0, 0]]
    assert expected_ties(town(), None) == pytest.approx(np.array(either))


def test_directed_ties_are_read_with_or_without_their_direction():
    with_direction, without = (observed(town(), "gives", directed=directed) for directed in (True, False))
    assert with_direction.directed
    assert with_direction.once.sum() == 6
    assert not without.directed
    assert without.expected == pytest.approx(np.array([[0, 1 - 0.5 * 0.6, 1], [1 - 0.5 * 0.6, 0, 0], [1, 0, 0]]))
    assert without.once.tolist() == [[False, True, True], [False, False, True], [False, False, False]]


def test_undirected_ties_are_never_read_as_directed():
    dyads = observed(town(), "meets", directed=True)
    assert not dyads.directed
    assert dyads.once.sum() == 3


def test_unknown_dyads_are_not_known():
    """Nobody knows whether B gives to C, or A to C; but C gives to A, so that A and C are tied is known."""
    unknown = pd.DataFrame({"source": ["B", "A"], "target": ["C", "C"], "layer": "gives"})
    with_direction, without = (
        observed(town(unknown=unknown), "gives", directed=directed) for directed in (True, False)
    )
    assert with_direction.known.tolist() == [[False, True, False], [True, False, False], [True, True, False]]
    assert without.known.tolist() == [[False, True, True], [True, False, False], [True, False, False]]


@pytest.mark.parametrize(
    ("stated", "layer", "learned"),
    [
        ("meets", "gives", "meets"),
        (None, "gives", "gives"),
        (None, "empty", None),
        (None, "new", None),
        (None, None, None),
    ],
)
def test_the_layer_to_learn_from(stated, layer, learned):
    assert learning_layer(town(), stated, layer) == learned


def test_memberships_of_one_layer_and_of_any():
    rows = [("A", "forum", "attends", 0.5), ("A", "forum", "hosts", 0.4), ("C", "club", "attends", 1.0)]
    cluster = town(
        groups=pd.DataFrame({"group": ["forum", "club"]}),
        affiliations=pd.DataFrame(rows, columns=["actor", "group", "layer", "confidence"]),
    )
    assert memberships(cluster) == pytest.approx(np.array([[1 - 0.5 * 0.6, 0], [0, 0], [0, 1]]))
    assert memberships(cluster, "hosts") == pytest.approx(np.array([[0.4, 0], [0, 0], [0, 0]]))
    with pytest.raises(InputError, match="did you mean 'hosts'"):
        memberships(cluster, "host")
