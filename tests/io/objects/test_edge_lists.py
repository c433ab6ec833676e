"""Clusters from lists of pairs."""

from __future__ import annotations

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.io.objects.dispatch import as_cluster


def ties(cluster) -> list[list]:
    return cluster.ties[["source", "target", "layer", "weight"]].to_numpy().tolist()


class TestLists:
    def test_pairs_weights_and_attributes(self):
        cluster = as_cluster([("b", "a"), ("b", "c", 3), ("c", "d", {"layer": "info", "weight": 2, "ref": "p. 1"})])
        assert cluster.labels == ("b", "a", "c", "d")
        assert ties(cluster) == [["b", "a", "tie", 1.0], ["b", "c", "tie", 3.0], ["c", "d", "info", 2.0]]
        assert not cluster.is_directed()

    def test_any_iterable_once(self):
        assert ties(as_cluster((i, i + 1) for i in range(2))) == [[0, 1, "tie", 1.0], [1, 2, "tie", 1.0]]
        assert as_cluster({("a", "b")}).n_ties == 1
        assert as_cluster([]).n_actors == 0

    def test_direction(self):
        pairs = [("a", "b"), ("b", "a")]
        assert as_cluster(pairs, directed=True).n_ties == 2
        with pytest.raises(InputError, match=r"b – a.*is listed already.*directed=True"):
            as_cluster(pairs)

    def test_weights(self):
        with pytest.raises(InputError) as caught:
            as_cluster([("a", "b", 0), ("b", "c", float("nan")), ("c", "d", -1.5)])
        assert {problem.row for problem in caught.value.problems} == {"a – b", "b – c", "c – d"}
        assert ties(as_cluster([("a", "b", np.float32(2.5))])) == [["a", "b", "tie", 2.5]]

    def test_what_is_no_tie_is_named_by_position(self):
        bad = ["ab", ("a",), ["a", "b"], ("a", "b", "c"), (None, "b"), ("a", []), ("a", "b", 1, 2)]
        with pytest.raises(InputError, match="each tie must be a tuple") as caught:
            as_cluster([("a", "b"), *bad])
        assert [problem.row for problem in caught.value.problems] == [1, 2, 3, 4, 5, 6, 7]

    def test_self_ties(self):
        with pytest.raises(InputError, match=r"a – a.*self_ties='drop'"):
            as_cluster([("a", "a")])
        assert as_cluster([("a", "a")], self_ties="drop").n_actors == 1
