import numpy as np
import pytest

from socluster import InputError
from socluster.measures.centrality.missing import MISSING, check_missing, total_distance
from socluster.measures.shared.network import network


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        (None, [np.nan] * 5),
        ("n", [3 + 2 * 5, 2 + 2 * 5, 3 + 2 * 5, 1 + 3 * 5, 1 + 3 * 5]),
        ("longest+1", [3 + 2 * 3, 2 + 2 * 3, 3 + 2 * 3, 1 + 3 * 3, 1 + 3 * 3]),
        ("mean", [3 + 2 * 1.25, 2 + 2 * 1.25, 3 + 2 * 1.25, 1 + 3 * 1.25, 1 + 3 * 1.25]),
        ("zero", [3, 2, 3, 1, 1]),
    ],
)
def test_a_path_and_a_pair_by_every_rule(path_and_pair, missing, expected):
    total = total_distance(network(path_and_pair), cost=None, direction="out", missing=missing)
    assert total.tolist() == pytest.approx(expected, nan_ok=True)


def test_without_ties_nothing_is_observed(cluster_of):
    net = network(cluster_of([], actors="ABC"))
    totals = {rule: total_distance(net, cost=None, direction="out", missing=rule).tolist() for rule in MISSING}
    assert totals["n"] == [6, 6, 6]
    assert totals["zero"] == [0, 0, 0]
    assert np.isnan(totals["mean"] + totals["longest+1"]).all()


@pytest.mark.parametrize("missing", ["n", "longest+1"])
def test_a_number_of_steps_is_no_length(missing):
    check_missing(missing, None)
    with pytest.raises(InputError, match="leave out cost="):
        check_missing(missing, "inverse")


def test_lengths_have_a_mean(cluster_of):
    net = network(cluster_of([("A", "B", 2), ("C", "D", 4)]))
    total = total_distance(net, cost="inverse", direction="out", missing="mean")
    assert total.tolist() == pytest.approx([0.5 + 0.75, 0.5 + 0.75, 0.25 + 0.75, 0.25 + 0.75])


def test_an_unknown_rule_is_refused():
    with pytest.raises(InputError, match="did you mean 'longest\\+1'"):
        check_missing("longest", None)
