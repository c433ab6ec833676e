"""Sentences about one, about several and about nothing, in both languages."""

import pandas as pd
import pytest

import socluster as sc


def town(*pairs):
    return sc.as_cluster(pd.DataFrame(pairs, columns=["source", "target"]))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([("a", "b")], [("a", "b"), ("c", "d")], "2 actors came: c and d."),
        ([("a", "b"), ("b", "c")], [("a", "b")], "1 actor left: c."),
        ([("a", "b"), ("b", "c")], [("a", "b")], "Gone: b – c."),
        ([("a", "b")], [("a", "b")], "1 stayed, 0 came, 0 went."),
    ],
)
def test_what_is_said(before, after, said):
    assert said in repr(sc.compare(town(*before), town(*after), measures=[sc.density]))


def test_long_lists_are_cut_and_lithuanian_counts():
    after = town(*[("a", f"n{n}") for n in range(21)])
    changes = sc.compare(town(("a", "n0")), after, measures=[sc.density])
    assert "and 15 more" in repr(changes)
    assert "Atsirado 20 veikėjų" in "\n".join(changes.sentences("lt"))
