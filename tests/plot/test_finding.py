"""Titles of pictures that compare with chance."""

import pandas as pd
import pytest

from socluster.plot.finding import beside_chance


def table(*rows):
    return pd.DataFrame(rows, columns=["observed", "middle", "p"], index=list("abcdefgh")[: len(rows)])


HIGH, LOW, SAME, NONE = (5, 1, 0.01), (1, 5, 0.01), (2, 2.1, 0.9), (2, 2, float("nan"))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([HIGH], "A: higher than by chance (p = 0.01)"),
        ([LOW], "A: lower than by chance (p = 0.01)"),
        ([SAME], "A: cannot be told from chance (p = 0.9)"),
        ([NONE], "Is it more than chance?"),
        ([NONE, HIGH], "B: higher than by chance (p = 0.01)"),
        ([HIGH, SAME], "Higher than by chance: a (p of at most 0.05)"),
        ([LOW, SAME], "Lower than by chance: a (p of at most 0.05)"),
        ([HIGH, LOW], "Higher than by chance: a; lower: b (p of at most 0.05)"),
        ([SAME, SAME], "None of these can be told from chance (p above 0.05)"),
        ([], "Is it more than chance?"),
    ],
)
def test_the_title_says_what_was_found(rows, said):
    assert beside_chance(table(*rows), "en").replace("\u00a0", " ") == said
    assert beside_chance(table(*rows), "lt") != said
